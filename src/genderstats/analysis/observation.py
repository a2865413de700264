"""A figure with its counts, base, status and targets; divided here, once, and kept exact."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, Literal

from genderstats.analysis.flags import Flag, flags

if TYPE_CHECKING:
    from genderstats.analysis.interval import Interval
    from genderstats.indicators.indicator import Indicator, Target

Status = Literal["ok", "not-computable", "protected", "break"]
#: Why a figure cannot be computed.
Reason = Literal[
    "column-absent", "no-period", "empty-base", "sex-unknown", "group-unknown", "dimension-selects", "one-sex-only", "too-few",
    "no-woman-at-top", "no-woman-below", "no-bodies", "no-bodies-asked", "bodies-unjudged", "not-of-bodies", "birth-unknown",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """A target against a figure: reached or not, and how many more of the base would have to be women; None without a verified number."""

    target: Target
    met: bool | None
    short_by: int | None


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure (SDMX: observation). Shares are exact fractions, 0…1; a gap is a difference of shares.

    women, men, unknown: the people of the population by sex; for a rate or distribution, all people asked.
    needs: the fields without which it cannot be computed.
    undetermined: people of whom it is not known whether they belong to the population, or have the attribute.
    women_value, men_value: what the gap of a value such as the salary coefficient is between.
    interval: where it is asked for, that of a share of people as if they were a sample.
    missing, unjudged: the bodies that miss the condition, and those of which it is not known, by name.
    """

    indicator: Indicator
    by: dict[str, str] = field(default_factory=dict)
    women: int = 0
    men: int = 0
    unknown: int = 0
    undetermined: int = 0
    numerator: int | None = None
    denominator: int | None = None
    men_numerator: int | None = None
    men_denominator: int | None = None
    women_value: Fraction | None = None
    men_value: Fraction | None = None
    value: Fraction | None = None
    bounds: tuple[Fraction, Fraction] | None = None
    status: Status = "ok"
    reason: Reason | None = None
    needs: tuple[str, ...] = ()
    uncovered: int = 0
    verdicts: tuple[Verdict, ...] = ()
    parts: tuple[Observation, ...] = ()
    missing: tuple[str, ...] = ()
    unjudged: tuple[str, ...] = ()
    interval: Interval | None = None

    @property
    def flags(self) -> tuple[Flag, ...]:
        """What it should be read with."""
        return flags(self)

    @property
    def computable(self) -> bool:
        """Whether it has a value."""
        return self.value is not None


def share(part: int, whole: int) -> Fraction | None:
    """Part of a whole, 0…1, exact; None, never 0, where the whole is empty.

    >>> share(393, 868), share(0, 0)
    (Fraction(393, 868), None)
    """
    return Fraction(part, whole) if whole else None


def women_short(target: Fraction, women: int, base: int) -> int:
    """How many men of the base would have to be women for the target to be reached; 0 where it is.

    >>> women_short(Fraction(15, 100), 2, 20), women_short(Fraction(15, 100), 3, 20)
    (1, 0)
    """
    return max(0, ceil(target * base) - women)


def verdict(target: Target, women: int, base: int) -> Verdict:
    """A target against counts."""
    if not target.verified:
        return Verdict(target, None, None)
    short = women_short(target.at_least, women, base)
    return Verdict(target, short == 0, short)
