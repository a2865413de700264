"""How a sheet was understood, as a page and as a record: so that a person can see a mistake in ten seconds."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from genderstats.people.codes import code_list
from genderstats.people.fields import fields
from genderstats.reading.ledger import KIND_TITLES, SET_ASIDE
from genderstats.reading.sheet import letter
from genderstats.reporting.columns import (
    SHOWN,
    beside,
    column_cells,
    column_table,
    is_personal,
    suggestion,
    unit_counts,
    units,
    used_columns,
)
from genderstats.reporting.document import Block, Cell, Document, Head, Paragraph, Row, Table
from genderstats.reporting.pages import PERSON, counted, ledger_in_words, when
from genderstats.reporting.records import Record, headed
from genderstats.reporting.undecided import toml_lines, undecided
from genderstats.text.language import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from genderstats.people.position import Position
    from genderstats.reading.roster import Roster


def page(rosters: Iterable[Roster]) -> Document:
    """How each sheet was understood."""
    rosters = list(rosters)
    parts = [*(part for roster in rosters for part in _sheet(roster)), *undecided(unknown_titles(rosters))]
    return Document(Text("How the roster was understood", "Kết quả nhận dạng danh sách"), tuple(parts))


def _sheet(roster: Roster) -> Iterator[Table | Paragraph | Block]:
    yield Paragraph(Text.same(f"\n{roster.address}"), "heading")
    yield Paragraph(_where_and_when(roster))
    yield column_table(roster)
    yield from beside(roster)
    yield Paragraph(ledger_in_words(roster.ledger))
    yield from _set_aside(roster)
    yield from units(roster)
    titles = title_counts(roster)
    if titles:
        yield _titles(titles)
    words = unknown_words(roster)
    if words:
        heads = (
            Head(Text("Words not understood", "Từ chưa hiểu"), numeric=False),
            Head(Text("Field", "Trường"), numeric=False),
            Head(Text("Cells", "Số ô")),
        )
        yield Table(
            heads,
            tuple(
                Row((Cell(value), Cell(fields()[field].title), Cell(count)))
                for (field, value), count in words.most_common()
            ),
        )


def _where_and_when(roster: Roster) -> Text:
    top, last = (roster.sheet.number(row) for row in (roster.layout.header.rows[0], roster.layout.header.rows[-1]))
    rows = (
        Text("header on row {top}", "tiêu đề ở dòng {top}")
        if top == last
        else Text("header on rows {top}–{last}", "tiêu đề ở dòng {top}–{last}")
    )
    return Text("{rows}; {people}; {when}", "{rows}; {people}; {when}").format(
        rows=rows.format(top=top, last=last), people=counted(len(roster), PERSON), when=when(roster.moment)
    )


def _set_aside(roster: Roster) -> Iterator[Paragraph]:
    for kind in SET_ASIDE:
        rows, title = roster.layout.rows.of(kind), KIND_TITLES[kind]
        if len(rows) and kind != "blank":
            yield Paragraph(
                Text("  {title}: {rows}", "  {title}: {rows}").format(
                    title=title,
                    rows=", ".join(str(roster.sheet.number(row)) for row in rows[:30].tolist())
                    + (" …" if len(rows) > 30 else ""),
                ),
                "quiet",
            )


class TitleCount(NamedTuple):
    """A distinct title in its unit, how many hold it, the positions it means, and its parts that no rule knows."""

    title: str
    unit: str | None
    people: int
    positions: tuple[Position, ...]
    unknown: tuple[str, ...]


def title_counts(roster: Roster) -> list[TitleCount]:
    """The distinct titles in their units, commonest first."""
    found: list[TitleCount] = []
    for offices in filter(None, (roster.offices, roster.party_offices)):
        counts = np.bincount(offices.codes[offices.codes >= 0], minlength=len(offices.titles)).tolist()
        found += [
            TitleCount(title, unit, count, reading.positions, reading.unknown)
            for (title, unit), reading, count in zip(offices.titles, offices.readings, counts, strict=True)
        ]
    return sorted(found, key=lambda one: -one.people)


def _titles(titles: list[TitleCount]) -> Table:
    heads = (
        Head(Text("Title", "Chức danh"), numeric=False),
        Head(Text("People", "Số người")),
        Head(Text("Understood as", "Được hiểu là"), numeric=False),
    )
    merged: Counter[tuple[str, tuple[Position, ...], tuple[str, ...]]] = Counter()
    for one in titles:
        merged[one.title, one.positions, one.unknown] += one.people
    unknown_first = sorted(merged.items(), key=lambda item: (not item[0][2], -item[1]))
    rows = [
        Row((Cell(_cut(title)), Cell(count), Cell(_meaning(positions, unknown), "bad" if unknown else "")))
        for (title, positions, unknown), count in unknown_first[:40]
    ]
    if len(merged) > len(rows):
        rows.append(
            Row(
                (
                    Cell(
                        Text(
                            "… {count} more (--format json lists all)", "… còn {count} (--format json liệt kê đủ)"
                        ).format(count=len(merged) - len(rows))
                    ),
                ),
                tone="quiet",
            )
        )
    return Table(heads, tuple(rows))


#: A title is shown up to here; JSON has it whole.
_TITLE_SHOWN = 80


def _cut(title: str) -> str:
    return title if len(title) <= _TITLE_SHOWN else f"{title[: _TITLE_SHOWN - 1].rstrip()}…"


def _meaning(positions: tuple[Position, ...], unknown: tuple[str, ...]) -> Text:
    said = [_office(one) for one in positions]
    if unknown:
        said.append(Text("no rule knows: {parts}", "chưa có quy tắc: {parts}").format(parts="; ".join(unknown)))
    if not said:
        said.append(Text("no office", "không giữ chức vụ"))
    return Text(*("; ".join(text[language] for text in said) for language in LANGUAGES))


def _office(one: Position) -> Text:
    level = code_list("level").label(one.level) if one.level else Text("level not known", "chưa rõ cấp")
    acting = Text(" (acting)", " (quyền, phụ trách)") if one.acting else Text("", "")
    return Text("{axis}: {role}, {level}{acting}", "{axis}: {role}, {level}{acting}").format(
        axis=code_list("axis").label(one.axis), role=code_list("role").label(one.role), level=level, acting=acting
    )


def unknown_titles(rosters: Iterable[Roster]) -> Counter[str]:
    """The parts of titles that no rule knows, with how many people have them in their titles."""
    unknown: Counter[str] = Counter()
    for one in (one for roster in rosters for one in title_counts(roster)):
        for part in one.unknown:
            unknown[part] += one.people
    return unknown


def unknown_words(roster: Roster) -> Counter[tuple[str, str]]:
    """Values that no code list knows, by field, with how many cells hold them."""
    said = (one for one in roster.notices if one.reason.id in ("word-unknown", "sex-unrecognised", "mark-unreadable"))
    return Counter((str(one.field), str(one.value)) for one in said)


def record(rosters: Iterable[Roster]) -> Record:
    """What `inspect` gives."""
    rosters = list(rosters)
    toml = "\n".join(line["en"] for line in toml_lines(unknown_titles(rosters)))
    return {**headed("inspect/1"), "sheets": [_record(roster) for roster in rosters], "undecided_titles": toml}


def _record(roster: Roster) -> Record:
    header, rows = roster.layout.header, roster.layout.rows
    titles, unknown = title_counts(roster), unknown_titles([roster])
    return {
        "file": roster.sheet.file,
        "sheet": roster.sheet.name,
        "header_rows": [roster.sheet.number(row) for row in header.rows],
        "columns": {field: _column_record(roster, field) for field in roster.layout.carriers},
        "unused_columns": [
            {"column": letter(place), "header": header.text(place), "suggestion": suggestion(roster, place)}
            for place, path in enumerate(header.paths)
            if path and place not in used_columns(roster)
        ],
        "set_aside": {
            kind: [roster.sheet.number(row) for row in rows.of(kind).tolist()]
            for kind in SET_ASIDE
            if len(rows.of(kind))
        },
        "titles": [
            {
                "title": one.title,
                "unit": one.unit,
                "count": one.people,
                "positions": [_position_record(held) for held in one.positions],
            }
            for one in titles
        ],
        "unknown_titles": [{"title": title, "count": count} for title, count in unknown.most_common()],
        "unknown_words": [
            {"field": field, "value": value, "count": count}
            for (field, value), count in unknown_words(roster).most_common()
        ],
        "units": [{"unit": unit, "count": count} for unit, count in unit_counts(roster)],
        "declared": dict(roster.layout.choice.declared),
        "switched_off": sorted(roster.layout.choice.off),
        "counting": roster.counting.model_dump(mode="json"),
    }


def _column_record(roster: Roster, field: str) -> Record:
    """The first column of a field; where several carry it together, all of them under `columns`."""
    carrier = roster.layout.carriers[field]
    columns = [
        {"column": letter(place), "header": roster.layout.header.text(place), "code": code}
        for place, code in carrier.columns
    ]
    variable = roster.variables.get(field)
    filled = int((variable.codes >= 0).sum()) if variable else 0
    first: Record = {
        "column": columns[0]["column"],
        "header": columns[0]["header"],
        "how": carrier.how,
        "known": filled,
    }
    place = carrier.places[0]
    if not is_personal(roster, place) and len(columns) == 1:
        first["cells"] = [{"value": text, "count": count} for text, count in column_cells(roster, place)[1][:SHOWN]]
    return first | {"columns": columns} if len(columns) > 1 else first


def _position_record(one: Position) -> Record:
    told = {"axis": one.axis, "level": one.level, "role": one.role, "acting": one.acting, "key_leader": one.key_leader}
    return told | {"seat": one.seat or None, "body": one.body or None}
