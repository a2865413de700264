"""What a measure is: a formula with its source, and the function from tallies to an observation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from genderstats.analysis.observation import Observation, Reason, verdict
from genderstats.counting.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from fractions import Fraction

    from genderstats.analysis.observation import Verdict
    from genderstats.indicators.indicator import Indicator
    from genderstats.text.language import Text


class Cell(NamedTuple):
    """What a measure is computed from: the tally of one group, that of all groups around it, and its parts by the dimension folded up."""

    tally: Tally
    whole: Tally = Tally()
    parts: Mapping[str, Tally] = {}


@dataclass(frozen=True)
class Measure:
    """A measure: what it is in words, its formula, and the document or paper it is from.

    `observe` gives the observation of one group; of a measure that is made of two others (`derive`), from their observations.
    """

    title: Text
    formula: Text
    source: Text
    observe: Callable[[Indicator, dict[str, str], Cell], Observation] | None = None
    derive: Callable[[Observation, Observation, Observation], Observation] | None = None


def none(counts: Observation, reason: Reason) -> Observation:
    """The observation without a figure, and why."""
    return replace(counts, status="not-computable", reason=reason)


def verdicts(indicator: Indicator, by: dict[str, str], part: int, whole: int) -> tuple[Verdict, ...]:
    """The targets set for a group against its counts."""
    return tuple(verdict(target, part, whole) for target in indicator.targets if target.concerns(by))


def judged(counts: Observation, part: int, whole: int, value: Fraction) -> Observation:
    """The observation with its numerator, denominator, value and targets."""
    return replace(
        counts,
        numerator=part,
        denominator=whole,
        value=value,
        verdicts=verdicts(counts.indicator, counts.by, part, whole),
    )
