"""A figure through periods: what each observes and the change between them; a line a period, where a terminal is narrow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from genderstats.analysis.change import in_order, key_of
from genderstats.reporting import figures
from genderstats.reporting.compared import day_of, interval_in_words, why_not_compared
from genderstats.reporting.document import Cell, Head, Points, Row, Share, Signed
from genderstats.reporting.remarks import both
from genderstats.text.language import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from genderstats.analysis.change import Change
    from genderstats.analysis.observation import Observation
    from genderstats.indicators.indicator import Indicator

HEADS = (
    Head(Text("Period", "Kỳ"), numeric=False),
    *figures.HEADS[1:3],
    Head(Text("Change, points", "Tăng, giảm (điểm %)")),
    Head(Text("Women, change", "Nữ tăng, giảm")),
    Head(Text("Women, % of before", "Nữ, % so với trước")),
    figures.BARS,
)


@dataclass(frozen=True)
class Series:
    """One figure through all periods: what each observes, the change over each step, and from the first to the last of several.

    None where a period or a step has no such group: nobody is in it then.
    """

    observations: tuple[Observation | None, ...]
    steps: tuple[Change | None, ...]
    over_all: Change | None

    @property
    def last(self) -> Change:
        """The latest change there is."""
        return next(one for one in reversed(self.steps) if one)

    @property
    def indicator(self) -> Indicator:
        """What it is a figure of."""
        return self.last.now.indicator

    @property
    def without(self) -> bool:
        """Whether no period has a value, all for one reason."""
        seen = [one for step in self.steps if step for one in (step.then, step.now)]
        return all(one.value is None for one in seen) and len({(one.reason, one.needs) for one in seen}) == 1


def series(steps: Sequence[Sequence[Change]], first_to_last: Sequence[Change] = ()) -> list[Series]:
    """Every figure of any period, in official order."""
    by_key = [{key_of(one.now): one for one in step} for step in steps]
    over_all = {key_of(one.now): one for one in first_to_last}
    found = []
    for key in in_order(key for step in by_key for key in step):
        changes = tuple(step.get(key) for step in by_key)
        first = changes[0].then if changes[0] else None
        observations = (first, *(one.now if one else None for one in changes))
        found.append(Series(observations, changes, over_all.get(key)))
    return found


def rows(groups: Iterable[tuple[Indicator, Sequence[Series]]], names: Sequence[str]) -> Iterator[Row]:
    """Each figure as a line a period, with the change since the one before it; then the change over all."""
    for indicator, some in groups:
        alone = len(some) == 1 and not some[0].last.now.by
        yield Row((Cell(indicator.title),), tone="heading")
        yield from figures.told_once(indicator)
        of_all = remarks_of_all(some)
        yield from (Row((Cell(text),), tone="quiet", indent=1) for text in of_all)
        for one in some:
            if not alone:
                yield Row((Cell(figures.label_of_group(one.last.now)),), indent=1)
            indent = 1 if alone else 2
            yield from _lines(one, names, indent)
            said = (text for text in remarks(one) if text not in of_all)
            yield from (Row((Cell(text),), tone="quiet", indent=indent) for text in said)


def _lines(one: Series, names: Sequence[str], indent: int) -> Iterator[Row]:
    nothing = Cell("")
    for place, (name, seen) in enumerate(zip(names, one.observations, strict=True)):
        step = one.steps[place - 1] if place else None
        changes = (points(step), people(step), percent(step)) if place else (nothing,) * 3
        yield Row((Cell(name), *figures.side(seen), *changes, figures.drawn(seen)), indent=indent)
    if len(names) > 2:
        whole = (points(one.over_all), people(one.over_all), percent(one.over_all))
        yield Row((Cell(f"{names[0]}→{names[-1]}"), nothing, nothing, *whole, nothing), indent=indent)


def points(one: Change | None) -> Cell:
    """The difference of two shares."""
    return Cell(Points(one.points) if one and one.points is not None else None)


def people(one: Change | None) -> Cell:
    """The difference of two numerators."""
    return Cell(Signed(one.count_change) if one and one.count_change is not None else None)


def percent(one: Change | None) -> Cell:
    """The numerator now as a percentage of that then."""
    found = one.percent_of_then if one else None
    return Cell(Share(found / 100) if found is not None else None)


def remarks(one: Series) -> Iterator[Text]:
    """What is to be said beside a figure and its changes."""
    yield from _unknown_then_and_now(one.last)
    for declared in dict.fromkeys(found for step in one.steps if step for found in step.breaks):
        yield Text("break on {day}: see below", "có thay đổi từ {day}: xem bên dưới").format(day=day_of(declared))
    if one.last.interval:
        yield interval_in_words(one.last.interval)
    yield from why_not_compared(one.last)


def remarks_of_all(group: Sequence[Series]) -> list[Text]:
    """What is to be said beside every one of several figures, and so is said once."""
    if len(group) < 2:
        return []
    first, *others = (list(remarks(one)) for one in group)
    return [text for text in first if all(text in other for other in others)]


def _unknown_then_and_now(one: Change) -> Iterator[Text]:
    """What is not known on either side."""
    sides = (
        (one.then.unknown, one.now.unknown),
        (one.then.undetermined, one.now.undetermined),
        (one.then.uncovered, one.now.uncovered),
    )
    words = (
        Text("sex unknown: {then} → {now}", "chưa rõ giới tính: {then} → {now}"),
        Text(
            "not known whether they belong to the base: {then} → {now}",
            "chưa rõ có thuộc mẫu số này hay không: {then} → {now}",
        ),
        Text("on lists without this column: {then} → {now}", "ở các danh sách không có cột này: {then} → {now}"),
    )
    for (then, now), text in zip(sides, words, strict=True):
        if then or now:
            yield text.format(then=both(then), now=both(now))
