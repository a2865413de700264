"""Observations as a table: counts first, base in words, what is unknown, targets."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from genderstats.reporting.document import Bar, Cell, Head, Index, Ratio, Row, Share, Table, Tone
from genderstats.reporting.remarks import (
    SMALL,
    flags_of_definition,
    group_label,
    is_small,
    remarks,
    target_in_words,
    verdict_in_words,
    why_not,
)
from genderstats.text import marks
from genderstats.text.language import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from genderstats.analysis.observation import Observation, Verdict
    from genderstats.indicators.indicator import Indicator, Unit

HEADS = (
    Head(Text("Indicator", "Chỉ tiêu"), numeric=False),
    Head(Text("Women/All", "Nữ/Tổng")),
    Head(Text("Share", "Tỷ lệ")),
    Head(Text("Sex unknown", "Chưa rõ giới tính")),
)
#: A share drawn from nothing to everybody.
BARS = Head(Text.same("0 – 100 %"), picture=True)

#: Where more indicators than this are asked, those without a figure stand in short at the end.
MANY = 12
_ALL = Text("all", "tất cả")
_NOT_COMPUTED = Text("Not computed on this list", "Chưa tính được từ danh sách này")


def table(observations: Iterable[Observation]) -> Table:
    """The figures of one period, indicator by indicator; of many, those without a figure in short at the end."""
    groups = [(indicator, list(group)) for indicator, group in groupby(observations, key=_indicator)]
    without = [group[0] for _, group in groups if len(group) == 1 and group[0].value is None and not group[0].verdicts]
    short = {one.indicator.id for one in without} if len(groups) > MANY else set()
    rows = [row for indicator, group in groups if indicator.id not in short for row in _rows(indicator, group)]
    left = [one for one in without if one.indicator.id in short]
    return Table((*HEADS, BARS), (*rows, *not_computed(left, _NOT_COMPUTED)))


def not_computed(without: Sequence[Observation], words: Text) -> Iterator[Row]:
    """Under these words, why which indicators have no figure, one line a reason."""
    reasons: defaultdict[tuple[str, tuple[str, ...]], list[Observation]] = defaultdict(list)
    for one in without:
        reasons[one.reason or "", one.needs].append(one)
    if reasons:
        yield Row((Cell(words),), tone="heading")
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
        yield from told_once(indicator)
        if any(map(is_small, group)):
            yield Row((Cell(SMALL),), tone="quiet", indent=1)
    for one in group:
        indent = 0 if alone else 2 if any(name in indicator.also for name in one.by) else 1
        yield _figure(one, indicator.title if alone else label_of_group(one), indent)
        if alone:
            yield from told_once(indicator)
        if one is group[0] or not _as_all(one, group[0]):
            yield from (Row((Cell(text),), tone="quiet", indent=indent + 1) for text in remarks(one, alone=alone))
            yield from (_target(item, indicator.unit, indent + 1) for item in one.verdicts)


def _as_all(one: Observation, everything: Observation) -> bool:
    """Whether a group is everybody there is, so that what is said beside the figure of all need not be said again."""
    return not everything.by and replace(one, by={}) == everything


def told_once(indicator: Indicator) -> Iterator[Row]:
    """What holds of all figures of an indicator: its base, and how far its definition can be relied on."""
    yield _base(indicator)
    yield from (Row((Cell(text),), tone="quiet", indent=1) for text in flags_of_definition(indicator))


def label_of_group(one: Observation) -> Text:
    """What the group of a figure is called, which may be all."""
    return group_label(one.by) if one.by else _ALL


def _base(indicator: Indicator) -> Row:
    """What a figure is of; a gap is of nothing, and says what it is."""
    words = Text("{base}", "{base}") if indicator.measure in ("gap", *_INDICES) else Text("of {base}", "trên {base}")
    return Row((Cell(words.format(base=indicator.base)),), tone="quiet", indent=1)


def _figure(one: Observation, label: Text, indent: int) -> Row:
    name = Cell(label, "heading" if not indent else "")
    return Row((name, *side(one), Cell(one.unknown), drawn(one)), indent=indent)


def side(one: Observation | None) -> tuple[Cell, Cell]:
    """The counts and the value of a figure; None of one that is not there."""
    if one is None or one.numerator is None or one.denominator is None:
        return Cell(None), Cell(value_of(one) if one else None)
    return Cell(Ratio(one.numerator, one.denominator)), Cell(value_of(one))


def drawn(one: Observation | None) -> Cell:
    """A share as a bar; of what is no share, nothing."""
    value = value_of(one) if one else None
    return Cell(Bar(value.value) if isinstance(value, Share) else "")


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
