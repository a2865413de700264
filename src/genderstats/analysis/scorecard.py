"""Units scored and ranked by weighted criteria, from their figures; exact, and whatever the order of the figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from genderstats.analysis.observation import Observation
from genderstats.analysis.order import place
from genderstats.analysis.targets import key
from genderstats.people.codes import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from genderstats.analysis.targets import Key
    from genderstats.indicators.scorecard import Criterion, Scorecard


@dataclass(frozen=True, slots=True)
class Judged:
    """One criterion for one unit: the figure and its points, 0…weight; None where the figure cannot be computed."""

    criterion: Criterion
    observation: Observation
    points: Fraction | None


@dataclass(frozen=True, slots=True)
class Score:
    """One unit: what its criteria give, and its rank; None where nothing could be judged, or the unit is not known."""

    unit: str
    criteria: tuple[Judged, ...]
    rank: int | None = None

    @property
    def points(self) -> Fraction:
        """The points of the criteria that could be judged."""
        return sum((one.points for one in self.criteria if one.points is not None), Fraction(0))

    @property
    def weight(self) -> Fraction:
        """The weights of the criteria that could be judged."""
        return sum((one.criterion.weight for one in self.criteria if one.points is not None), Fraction(0))

    @property
    def value(self) -> Fraction | None:
        """Points ÷ weights, 0…1."""
        return self.points / self.weight if self.weight else None

    @property
    def known(self) -> bool:
        """Whether it is one unit, and not the people whose unit is not known."""
        return self.unit != UNKNOWN


@dataclass(frozen=True, slots=True)
class Scored:
    """A scorecard filled: its units in rank order."""

    card: Scorecard
    scores: tuple[Score, ...]


def scored(observations: Iterable[Observation], card: Scorecard) -> Scored:
    """The units in rank order, equal scores sharing a rank; then those with no score, then the unknown unit, which has no rank."""
    figures = {key(one): one for one in observations}
    units = dict.fromkeys(one.by[card.by] for one in figures.values() if card.by in one.by)
    found = [Score(unit, tuple(_judged(figures, one, card.by, unit) for one in card.criterion)) for unit in units]
    ranked = [replace(one, rank=_rank(one, found)) for one in found]
    return Scored(card, tuple(sorted(ranked, key=lambda one: _order(one, card.by))))


def _judged(figures: Mapping[Key, Observation], criterion: Criterion, by: str, unit: str) -> Judged:
    group = {by: unit} | criterion.where
    found = figures.get((criterion.indicator, frozenset(group.items()))) or _absent(figures, criterion, group)
    return Judged(criterion, found, None if found.value is None else criterion.points(found.value))


def _absent(figures: Mapping[Key, Observation], criterion: Criterion, group: dict[str, str]) -> Observation:
    """The figure of a group that is not among the figures: why the indicator has none at all, else one with nobody in it."""
    own = [one for one in figures.values() if one.indicator.id == criterion.indicator]
    silent = next((one for one in own if one.value is None and not one.by), None)
    if silent:
        return replace(silent, by=group)
    return Observation(own[0].indicator if own else criterion.of, group, status="not-computable", reason="empty-base")


def _rank(one: Score, listed: Iterable[Score]) -> int | None:
    """One more than how many units have a better score."""
    mine = one.value
    if mine is None or not one.known:
        return None
    return 1 + sum(other.value > mine for other in listed if other.known and other.value is not None)


def _order(one: Score, by: str) -> tuple[bool, bool, Fraction, tuple[tuple[int, str], ...], str]:
    value = one.value
    return not one.known, value is None, -(value or Fraction(0)), place(((by, one.unit),)), one.unit
