"""The account of a figure as tables: where everybody on the list stands to it, and by which rows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from genderstats.analysis.account import LISTED
from genderstats.counting.tally import SEXES, Split
from genderstats.reporting.document import Cell, Head, Paragraph, Row, Table
from genderstats.reporting.remarks import both, group_label
from genderstats.reporting.sorts import BODY_SORTS, ITEMS, sort_in_words
from genderstats.text.language import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from genderstats.analysis.account import Body, Explained, Some, Sort
    from genderstats.reading.roster import Roster
    from genderstats.reading.sheet import Address

_COUNTS = (
    Head(Text("Women", "Nữ")),
    Head(Text("Men", "Nam")),
    Head(Text("Sex unknown", "Chưa rõ giới tính")),
    Head(Text("All", "Tổng")),
)


class Listed(NamedTuple):
    """Somebody in a list of rows: where the row stands, and what the roster says of the person."""

    address: Address
    sex: str
    name: str | None
    title: str | None
    unit: str | None


def listed(some: Some) -> Iterator[Listed]:
    """The people of a part of an account, row by row."""
    for roster, places in some.where:
        told = {field: _told(roster, field) for field in ("sex", "full_name", "position", "unit")}
        for place in places.tolist():
            sex, name, title, unit = (said[place] for said in told.values())
            yield Listed(roster.sheet.address(int(roster.rows[place])), sex or SEXES[-1], name, title, unit)


def _told(roster: Roster, field: str) -> list[str | None]:
    """What a roster says of everybody in a field, None where nothing."""
    if field not in roster.variables:
        return [None] * len(roster)
    one = roster.variables[field]
    values = [str(value) for value in one.values]
    return [values[code] if code >= 0 else None for code in one.codes.tolist()]


def counts(split: Split) -> tuple[Cell, ...]:
    """The counts of a line: women, men, of unknown sex, all."""
    return tuple(Cell(number) for number in (*split, split.people))


def heads(title: Text) -> tuple[Head, ...]:
    """The headings of a table of counts."""
    return (Head(title, numeric=False), *_COUNTS)


def account(one: Explained, *, names: bool, titled: bool) -> Iterator[Table | Paragraph]:
    """The account of a figure: its ledger, its bodies, its rows."""
    yield Paragraph(Text.same("\n{of}").format(of=title_of(one)) if titled else Text.same(""), "heading")
    yield _ledger(one)
    if one.bodies:
        yield Paragraph(Text.same(""))
        yield bodies(
            one.bodies, of_all=bool(one.observation.indicator.asked and one.observation.indicator.asked.of_all)
        )
    for sort in LISTED:
        if sort in one.account.sorts:
            yield from rows(sort_in_words(sort, one.observation.indicator), one.account.sorts[sort], names=names)
    if names:
        for body in one.bodies:
            yield from rows(Text.same(body.name), body.people, names=True)


def title_of(one: Explained) -> Text:
    """What a figure is of: its indicator, and the group."""
    title = one.observation.indicator.title
    return (
        Text("{title}: {group}", "{title}: {group}").format(title=title, group=group_label(dict(one.of)))
        if one.of
        else title
    )


def _ledger(one: Explained) -> Table:
    """Everybody on the list as a sum of the parts of the account."""
    splits = [some.split for some in one.account.sorts.values()]
    whole = Split(*map(sum, zip(Split(0, 0, 0), *splits, strict=True)))
    indicator = one.observation.indicator
    first = Row((Cell(ITEMS[indicator.per], "heading"), *counts(whole)))
    marks = ["=", *["+"] * len(splits)]
    parts = (
        Row((Cell(Text.same(f"{mark} {{sort}}").format(sort=sort_in_words(sort, indicator))), *counts(split)), indent=1)
        for mark, sort, split in zip(marks, one.account.sorts, splits, strict=False)
    )
    return Table(
        heads(Text("Where everybody on the list stands", "Mọi người trong danh sách thuộc đâu")), (first, *parts)
    )


def bodies(found: Iterable[Body], *, of_all: bool) -> Table:
    """Every body with the people of it that count, whether it meets the condition, and their rows."""
    lines: list[Row] = []
    before: Sort | None = None
    for body in found:
        if body.sort != before:
            lines.append(Row((Cell(BODY_SORTS[body.sort]),), tone="heading"))
            before = body.sort
        lines.append(Row((Cell(body.name), *counts(body.tally.yes)), indent=1))
        lines += [Row((Cell(text),), tone="quiet", indent=2) for text in _of_body(body, of_all=of_all)]
    return Table(heads(Text("Bodies, and their people counted", "Cơ quan và số người được tính")), tuple(lines))


def _of_body(body: Body, *, of_all: bool) -> Iterator[Text]:
    if of_all:
        everybody = Split(*map(sum, zip(body.tally.yes, body.tally.no, body.tally.unknown, strict=True)))
        yield Text("everybody in it: {women} women of {people}", "toàn đơn vị: {women} nữ trong {people} người").format(
            women=both(everybody.women), people=both(everybody.known)
        )
    if body.tally.unknown.people:
        yield Text("not known whether they count: {count}", "chưa rõ có được tính hay không: {count} người").format(
            count=both(body.tally.unknown.people)
        )
    yield from (_rows_of(place, runs) for place, runs in by_sheet(body.people))


def rows(title: Text, some: Some, *, names: bool) -> Iterator[Table | Paragraph]:
    """The rows of a part of an account by address; with names, one line a person."""
    yield Paragraph(
        Text("\n{title} ({count})", "\n{title} ({count})").format(title=title, count=both(some.split.people))
    )
    if names:
        yield from _people(some)
    else:
        yield from (Paragraph(_rows_of(place, runs), "quiet") for place, runs in by_sheet(some))


_PEOPLE = tuple(
    Head(title, numeric=False)
    for title in (
        Text("Row", "Dòng"),
        Text("Name", "Họ và tên"),
        Text("Sex", "Giới tính"),
        Text("Title", "Chức vụ"),
        Text("Unit", "Đơn vị"),
    )
)
_SEXES = {"F": Text("woman", "nữ"), "M": Text("man", "nam"), SEXES[-1]: Text("not known", "chưa rõ")}


def _people(some: Some) -> Iterator[Table | Paragraph]:
    """The people, sheet by sheet, one line each."""
    sheets: defaultdict[str, list[Row]] = defaultdict(list)
    for one in listed(some):
        place = str(replace(one.address, row=None))
        cells = (str(one.address.row), one.name, _SEXES[one.sex], one.title, one.unit)
        sheets[place].append(Row(tuple(map(Cell, cells))))
    for place, lines in sheets.items():
        yield Paragraph(Text.same(place), "quiet")
        yield Table(_PEOPLE, tuple(lines))


def by_sheet(some: Some) -> list[tuple[str, str]]:
    """For each sheet its address, and the rows in runs: 14, 18, 23–27."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for roster, places in some.where:
        found[str(roster.sheet.address())] += (roster.rows[places] + roster.sheet.first).tolist()
    return [(place, runs(numbers)) for place, numbers in found.items() if numbers]


def _rows_of(place: str, told: str) -> Text:
    one = told.isdecimal()
    return Text("{place}: {row} {runs}", "{place}: dòng {runs}").format(
        place=place, row="row" if one else "rows", runs=told
    )


def runs(numbers: Iterable[int]) -> str:
    """Numbers of rows, each once, those that follow each other joined.

    >>> runs([27, 14, 23, 18, 24, 25, 26, 14, 30, 31])
    '14, 18, 23–27, 30, 31'
    """
    listed_once = np.unique(np.fromiter(numbers, np.int64))
    parts = np.split(listed_once, np.flatnonzero(np.diff(listed_once) > 1) + 1)
    told = (
        f"{part[0]}–{part[-1]}" if len(part) > 2 else ", ".join(map(str, part.tolist())) for part in parts if len(part)
    )
    return ", ".join(told)
