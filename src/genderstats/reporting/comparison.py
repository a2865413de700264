"""The figures of two or more periods as a page: side by side, with their changes; counts first."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from genderstats.period import Period
from genderstats.reporting import figures
from genderstats.reporting import series as through
from genderstats.reporting.compared import INTERVALS_OF_CHANGES, break_in_words
from genderstats.reporting.document import Block, Cell, Document, Head, Paragraph, Row, Table, Trend
from genderstats.reporting.pages import provenance, rules_in_words
from genderstats.reporting.series import Series, series
from genderstats.text.language import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from genderstats.analysis.change import Change
    from genderstats.indicators.indicator import Indicator
    from genderstats.reading.roster import People

_NOT_COMPUTED = Text("Not computed on these lists", "Chưa tính được từ các danh sách này")
_NOTE = Text(
    "A change of a share is in percentage points, computed before rounding; women, change and %: the numerators.",
    "Tăng, giảm của tỷ lệ tính bằng điểm phần trăm, trước khi làm tròn; nữ tăng, giảm và %: theo tử số.",
)
_TREND = Head(Text("Trend, from 0", "Xu hướng, từ 0"), picture=True)


def page(
    names: Sequence[str],
    sources: Sequence[Sequence[People]],
    steps: Sequence[Sequence[Change]],
    more: Iterable[Table | Paragraph | Block] = (),
    first_to_last: Sequence[Change] = (),
) -> Document:
    """The figures of two or more periods and their changes; `more` is what else was asked of them."""
    title = Text("Gender indicators compared: {names}", "So sánh chỉ tiêu thống kê giới: {names}").format(
        names=" → ".join(names)
    )
    rosters = [roster for each in sources for roster in each]
    files = [{roster.address.file for roster in each} for each in sources]
    alike = len(set().union(*files)) < sum(map(len, files))
    called = [name for name, each in zip(names, sources, strict=True) for _ in each] if alike else []
    notices = [one for roster in rosters for one in roster.notices]
    changes = [one for step in steps for one in step]
    breaks = dict.fromkeys(found for one in changes for found in one.breaks)
    beside = [
        Paragraph(_NOTE, "quiet"),
        *([Paragraph(INTERVALS_OF_CHANGES, "quiet")] if any(one.interval for one in changes) else []),
        *(Paragraph(break_in_words(one), "bad") for one in breaks),
        *_rules(names, sources),
    ]
    return Document(title, (table(steps, names, first_to_last), *beside, *more, *provenance(rosters, notices, called)))


def _rules(names: Sequence[str], sources: Sequence[Sequence[People]]) -> Iterator[Paragraph]:
    """The rules of counting that were switched off, each with its period where they were not for all."""
    told = [rules_in_words(each) for each in sources]
    if all(each == told[0] for each in told):
        yield from told[0]
        return
    for name, each in zip(names, told, strict=True):
        for one in each:
            yield replace(one, text=Text("{name}: {said}", "{name}: {said}").format(name=name, said=one.text))


def table(steps: Sequence[Sequence[Change]], names: Sequence[str], first_to_last: Sequence[Change] = ()) -> Table:
    """The figures of periods side by side, and the change over the last step; of many, those without a figure in short at the end.

    Of more than two periods also the points from the first to the last, and a line of bars. Where the columns do not stand side by
    side on a terminal, a line a period.
    """
    groups = [(one, list(some)) for one, some in groupby(series(steps, first_to_last), key=lambda one: one.indicator)]
    without = [some[0] for _, some in groups if len(some) == 1 and some[0].without]
    short = {one.indicator.id for one in without} if len(groups) > figures.MANY else set()
    shown = [(indicator, some) for indicator, some in groups if indicator.id not in short]
    left = [one.last.now for one in without if one.indicator.id in short]
    end = tuple(figures.not_computed(left, _NOT_COMPUTED))
    rows = (row for indicator, some in shown for row in _rows(indicator, some, several=bool(first_to_last)))
    heads = _heads(names, several=bool(first_to_last))
    return Table(heads, (*rows, *end), narrow=lambda: Table(through.HEADS, (*through.rows(shown, names), *end)))


def _heads(names: Sequence[str], *, several: bool) -> tuple[Head, ...]:
    last = Text.same(f" {names[-2]}→{names[-1]}" if several else "")
    whole = Text("Change, {first}→{last} points", "Tăng, giảm {first}→{last} (điểm %)")
    return (
        figures.HEADS[0],
        *(
            head
            for name in names
            for head in (
                Head(Text("Women/All {name}", "Nữ/Tổng {name}").format(name=name)),
                Head(Text.same(name)),
            )
        ),
        Head(Text("Change,{last} points", "Tăng, giảm{last} (điểm %)").format(last=last)),
        Head(Text("Women,{last} change", "Nữ{last} tăng, giảm").format(last=last)),
        Head((_SEASON if _one_season(*names[-2:]) else _OTHER).format(then=names[-2])),
        *((Head(whole.format(first=names[0], last=names[-1])), _TREND) if several else ()),
    )


_SEASON = Text("Women, % of {then}", "Nữ, % so với cùng kỳ {then}")
_OTHER = Text("Women, % of {then}", "Nữ, % so với kỳ {then}")


def _one_season(then: str, now: str) -> bool:
    """Whether two periods are the same part of two years."""
    try:
        one, other = Period.parse(then), Period.parse(now)
    except ValueError:
        return False
    return (one.months, one.start.month) == (other.months, other.start.month)


def _rows(indicator: Indicator, group: Sequence[Series], *, several: bool) -> Iterator[Row]:
    alone = len(group) == 1 and not group[0].last.now.by
    if not alone:
        yield Row((Cell(indicator.title),), tone="heading")
        yield from figures.told_once(indicator)
    of_all = through.remarks_of_all(group)
    yield from (Row((Cell(text),), tone="quiet", indent=1) for text in of_all)
    for one in group:
        yield _row(one, alone=alone, several=several)
        if alone:
            yield from figures.told_once(indicator)
        said = (text for text in through.remarks(one) if text not in of_all)
        yield from (Row((Cell(text),), tone="quiet", indent=1 if alone else 2) for text in said)


def _row(one: Series, *, alone: bool, several: bool) -> Row:
    """A figure in every period with its changes."""
    label = Cell(one.indicator.title, "heading") if alone else Cell(figures.label_of_group(one.last.now))
    sides = (cell for each in one.observations for cell in figures.side(each))
    step = one.steps[-1]
    changes = [through.points(step), through.people(step), through.percent(step)]
    if several:
        values = tuple(each.value if each else None for each in one.observations)
        changes += [through.points(one.over_all), Cell(Trend(values))]
    return Row((label, *sides, *changes), indent=0 if alone else 1)
