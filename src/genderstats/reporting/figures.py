"""Observations and changes as tables: counts first, base in words, what is unknown, targets."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from genderstats.analysis.change import in_order, key_of
from genderstats.reporting import trend
from genderstats.reporting.document import Cell, Head, Index, Points, Ratio, Row, Share, Signed, Table, Tone
from genderstats.reporting.remarks import (
    SMALL,
    both,
    day_of,
    flags_of_definition,
    group_label,
    interval_in_words,
    is_small,
    remarks,
    target_in_words,
    verdict_in_words,
    why_not,
    why_not_compared,
)
from genderstats.text import marks
from genderstats.text.language import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from genderstats.analysis.change import Change
    from genderstats.analysis.observation import Observation, Verdict
    from genderstats.indicators.indicator import Indicator, Unit

HEADS = (
    Head(Text("Indicator", "Chỉ tiêu"), numeric=False),
    Head(Text("Women/All", "Nữ/Tổng")),
    Head(Text("Share", "Tỷ lệ")),
    Head(Text("Sex unknown", "Chưa rõ giới tính")),
)


#: Where more indicators than this are asked, those without a figure stand in short at the end.
_MANY = 12
_ALL = Text("all", "tất cả")
_NOT_COMPUTED = Text("Not computed on this list", "Chưa tính được từ danh sách này")


def table(observations: Iterable[Observation]) -> Table:
    """The figures of one period, indicator by indicator; of many, those without a figure in short at the end."""
    groups = [(indicator, list(group)) for indicator, group in groupby(observations, key=_indicator)]
    without = [group[0] for _, group in groups if len(group) == 1 and group[0].value is None and not group[0].verdicts]
    short = {one.indicator.id for one in without} if len(groups) > _MANY else set()
    rows = [row for indicator, group in groups if indicator.id not in short for row in _rows(indicator, group)]
    return Table(HEADS, (*rows, *_not_computed([one for one in without if one.indicator.id in short])))


def _not_computed(without: Sequence[Observation]) -> Iterator[Row]:
    """Why which indicators have no figure, one line a reason."""
    reasons: defaultdict[tuple[str, tuple[str, ...]], list[Observation]] = defaultdict(list)
    for one in without:
        reasons[one.reason or "", one.needs].append(one)
    if reasons:
        yield Row((Cell(_NOT_COMPUTED),), tone="heading")
    for some in reasons.values():
        ids = ", ".join(one.indicator.id for one in some)
        yield Row(
            (Cell(Text("{why}: {ids}", "{why}: {ids}").format(why=why_not(some[0]), ids=ids)),), tone="quiet", indent=1
        )


def _indicator(one: Observation) -> Indicator:
    return one.indicator


def _rows(indicator: Indicator, group: Sequence[Observation]) -> Iterator[Row]:
    alone = len(group) == 1 and not group[0].by
    if not alone:
        yield Row((Cell(indicator.title),), tone="heading")
        yield from _told_once(indicator)
        if any(map(is_small, group)):
            yield Row((Cell(SMALL),), tone="quiet", indent=1)
    for one in group:
        indent = 0 if alone else 2 if any(name in indicator.also for name in one.by) else 1
        yield _figure(one, indicator.title if alone else _label(one), indent)
        if alone:
            yield from _told_once(indicator)
        if one is group[0] or not _as_all(one, group[0]):
            yield from (Row((Cell(text),), tone="quiet", indent=indent + 1) for text in remarks(one, alone=alone))
            yield from (_target(item, indicator.unit, indent + 1) for item in one.verdicts)


def _as_all(one: Observation, everything: Observation) -> bool:
    """Whether a group is everybody there is, so that what is said beside the figure of all need not be said again."""
    return not everything.by and replace(one, by={}) == everything


def _told_once(indicator: Indicator) -> Iterator[Row]:
    """What holds of all figures of an indicator: its base, and how far its definition can be relied on."""
    yield _base(indicator)
    yield from (Row((Cell(text),), tone="quiet", indent=1) for text in flags_of_definition(indicator))


def _label(one: Observation) -> Text:
    return group_label(one.by) if one.by else _ALL


def _base(indicator: Indicator) -> Row:
    """What a figure is of; a gap is of nothing, and says what it is."""
    words = Text("{base}", "{base}") if indicator.measure in ("gap", *_INDICES) else Text("of {base}", "trên {base}")
    return Row((Cell(words.format(base=indicator.base)),), tone="quiet", indent=1)


def _figure(one: Observation, label: Text, indent: int) -> Row:
    ratio = Ratio(one.numerator, one.denominator) if one.numerator is not None and one.denominator is not None else None
    cells = (Cell(label, "heading" if not indent else ""), Cell(ratio), Cell(value_of(one)), Cell(one.unknown))
    return Row(cells, indent=indent)


#: Measures whose figure is no share: a number without a unit.
_INDICES = ("ratio", "ceiling", "dissimilarity")


def value_of(one: Observation) -> Share | Index | Text | None:
    """An observation's value: a share, an index, or, for a gap of shares, points with their unit."""
    if one.value is None:
        return None
    if one.indicator.measure in _INDICES:
        return Index(one.value)
    if one.indicator.measure != "gap":
        return Share(one.value)
    told = Text(*(marks.points(one.value, language) for language in LANGUAGES))
    return Text("{told} points", "{told} điểm %").format(told=told)


def _target(item: Verdict, unit: Unit, indent: int) -> Row:
    """A target under its figure: reached or not, and where the number comes from."""
    tone: dict[bool | None, Tone] = {True: "good", False: "bad", None: "quiet"}
    words = Text("target {target} — {state}", "mục tiêu {target} — {state}").format(
        target=target_in_words(item.target), state=verdict_in_words(item, unit)
    )
    return Row((Cell(words, tone[item.met]),), indent=indent)


def change_table(
    steps: Sequence[Sequence[Change]],
    names: Sequence[str],
    first_to_last: Sequence[Change] = (),
    *,
    pictures: bool = False,
) -> Table:
    """The figures of two or more periods side by side, and the change over the last step; counts first.

    Of more than two, also the points from the first to the last, and a line of bars where there may be pictures.
    """
    heads = [HEADS[0]]
    for name in names:
        heads += [Head(Text("Women/All {name}", "Nữ/Tổng {name}").format(name=name)), Head(Text.same(name))]
    last = Text.same(f" {names[-2]}→{names[-1]}" if len(names) > 2 else "")
    heads += [
        Head(Text("Change,{last} points", "Tăng, giảm{last} (điểm %)").format(last=last)),
        Head(Text("Women,{last} change", "Nữ{last} tăng, giảm").format(last=last)),
        Head(Text("Women, % of {then}", "Nữ, % so với cùng kỳ {then}").format(then=names[-2])),
    ]
    if first_to_last:
        whole = Text("Change, {first}→{last} points", "Tăng, giảm {first}→{last} (điểm %)")
        heads.append(Head(whole.format(first=names[0], last=names[-1])))
        heads += [Head(Text("Trend", "Xu hướng"))] * pictures
    by_key = [{key_of(one.now): one for one in step} for step in steps]
    over_all = _OverAll({key_of(one.now): one for one in first_to_last}, pictures=pictures)
    everywhere = [
        next(step[key] for step in reversed(by_key) if key in step)
        for key in in_order(key for step in by_key for key in step)
    ]
    rows: list[Row] = []
    for indicator, group in groupby(everywhere, key=_now_indicator):
        rows += _change_rows(indicator, list(group), by_key, over_all)
    return Table(tuple(heads), tuple(rows))


def _now_indicator(one: Change) -> Indicator:
    return one.now.indicator


#: What a figure is found again by.
Key = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class _OverAll:
    """The changes from the first of more than two periods to the last, and whether there may be pictures."""

    changes: dict[Key, Change]
    pictures: bool = False

    def cells(self, one: Change, told: Sequence[Observation | None]) -> Iterator[Cell]:
        """The last columns of a figure that was told in every period."""
        if not self.changes:
            return
        found = self.changes.get(key_of(one.now))
        yield Cell(Points(found.points) if found and found.points is not None else None)
        if self.pictures:
            yield Cell(trend.sparkline(trend.values(told)))


def _change_rows(
    indicator: Indicator,
    group: Sequence[Change],
    by_key: Sequence[dict[Key, Change]],
    over_all: _OverAll,
) -> Iterator[Row]:
    alone = len(group) == 1 and not group[0].now.by
    if not alone:
        yield Row((Cell(indicator.title),), tone="heading")
        yield from _told_once(indicator)
    for one in group:
        steps = [step.get(key_of(one.now)) for step in by_key]
        yield _change_row(one, steps, indicator.title if alone else _label(one.now), over_all, indent=0 if alone else 1)
        if alone:
            yield from _told_once(indicator)
        said = [*_unknown_then_and_now(one), *_broken(step for step in steps if step)]
        said += [interval_in_words(one.interval)] if one.interval else []
        told = [*said, *why_not_compared(one)]
        yield from (Row((Cell(text),), tone="quiet", indent=1 if alone else 2) for text in told)


def _unknown_then_and_now(one: Change) -> Iterator[Text]:
    """What is not known on either side."""
    sides = ((one.then.unknown, one.now.unknown), (one.then.undetermined, one.now.undetermined))
    words = (
        Text("sex unknown: {then} → {now}", "chưa rõ giới tính: {then} → {now}"),
        Text(
            "not known whether they belong to the base: {then} → {now}",
            "chưa rõ có thuộc mẫu số này hay không: {then} → {now}",
        ),
    )
    for (then, now), text in zip(sides, words, strict=True):
        if then or now:
            yield text.format(then=both(then), now=both(now))


def _broken(steps: Iterable[Change]) -> Iterator[Text]:
    """That a declared break lies between two periods."""
    for one in dict.fromkeys(declared for step in steps for declared in step.breaks):
        yield Text("break on {day}: see below", "có thay đổi từ {day}: xem bên dưới").format(day=day_of(one))


def _change_row(one: Change, steps: Sequence[Change | None], label: Text, over_all: _OverAll, indent: int) -> Row:
    """A figure in every period; a step that lacks the group has nobody in it on either side."""
    first = next(iter(steps))
    told = [first.then if first else None, *(step.now if step else None for step in steps)]
    cells = [Cell(label, "heading" if not indent else "")]
    for observation in told:
        cells += _side(observation)
    last = steps[-1]
    points = last.points if last else None
    people = last.count_change if last else None
    percent = last.percent_of_then if last else None
    cells += [
        Cell(Points(points) if points is not None else None),
        Cell(Signed(people) if people is not None else None),
        Cell(Share(percent / 100) if percent is not None else None),
        *over_all.cells(one, told),
    ]
    return Row(tuple(cells), indent=indent)


def _side(one: Observation | None) -> list[Cell]:
    if one is None or one.numerator is None or one.denominator is None:
        return [Cell(None), Cell(value_of(one) if one else None)]
    return [Cell(Ratio(one.numerator, one.denominator)), Cell(value_of(one))]
