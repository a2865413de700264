"""What a forecast is: who leaves when, refill rates and the courses that follow, what targets ask."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from genderstats.analysis.flags import SMALL_BASE
from genderstats.analysis.observation import Reason, share

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from genderstats.indicators.indicator import Indicator, Target

#: Where a refill rate comes from: said by the user; as now; as among the young, recently appointed or newly come; one half.
Origin = Literal["given", "present", "young", "recent", "entered", "even"]


@dataclass(frozen=True, slots=True)
class Leaves:
    """How many of one level leave in a year: those who count in the numerator, and all."""

    year: int
    level: str
    counted: int
    people: int


@dataclass(frozen=True, slots=True)
class Refill:
    """The share (0…1) of the posts that fall free that goes to those who count, of how many it is told, and of how many it is not."""

    origin: Origin
    share: Fraction
    part: int | None = None
    whole: int | None = None
    unknown: int = 0

    @property
    def small(self) -> bool:
        """Whether it is told of so few that one more or less would give another rate."""
        return self.whole is not None and self.whole < SMALL_BASE


@dataclass(frozen=True, slots=True)
class Course:
    """The figure at the end of each year where posts are refilled at one rate: expected numbers, not whole people."""

    refill: Refill
    counted: tuple[Fraction, ...]
    values: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Reaching:
    """What a target asks of the posts that fall free by a year.

    year: the target's own, or the last of the forecast where its own is past or later. free: the posts that fall free by then.
    needed: how many of them must go to those who count, 0 where none must; None where the number is unverified.
    bounds: the fewest and the most that it may be, whatever is true of those of whom something is not known. best: the figure if all
    posts go to those who count. most_free: the posts that may fall free, if all of unknown birth leave. planned: women in planning
    who are there by then, None where planning is not told; best_planned: the figure if as many posts as possible go to them.
    """

    target: Target
    year: int
    free: int
    needed: int | None
    best: Fraction
    bounds: tuple[int, int] | None = None
    most_free: int = 0
    past: bool = False
    later: bool = False
    asked: bool = False
    planned: int | None = None
    best_planned: Fraction | None = None

    @property
    def reachable(self) -> bool | None:
        """Whether enough posts fall free; None where the number is unverified."""
        return None if self.needed is None else self.needed <= self.free

    @property
    def certain(self) -> bool | None:
        """Whether the verdict is the same whatever is true of those of whom something is not known; None where there is none."""
        if self.bounds is None:
            return None
        fewest, most = self.bounds
        return most <= (self.free if self.needed else 0) if self.reachable else fewest > self.most_free

    @property
    def planned_suffice(self) -> bool | None:
        """Whether the women in planning are as many as are needed; None where there is nothing to compare."""
        return (
            None if self.planned is None or self.needed is None or not self.reachable else self.planned >= self.needed
        )


@dataclass(frozen=True, slots=True)
class Pool:
    """People in planning who are not yet of the population: women, men, of unknown sex, and the women who leave by year.

    unborn: the women whose birth is not known; they stay. uncovered: people on lists that do not tell planning.
    """

    women: int
    men: int
    unknown: int
    leaving: tuple[tuple[int, int], ...]
    unborn: int = 0
    uncovered: int = 0

    def women_by(self, year: int) -> int:
        """The women of the pool who have not left by the end of a year."""
        return self.women - sum(women for left, women in self.leaving if left <= year)


@dataclass(frozen=True, slots=True)
class Forecast:
    """One figure ahead. counted and base are the numerator and the denominator now; for a rate both count women only.

    past: those of the base, and of its numerator, who had reached the age by the day of the roster; they leave in the first year.
    unborn: those of the base, and of its numerator, whose birth is not known; they stay. unknown: people of unknown sex, in no figure.
    rough: people of whom the year of birth alone is known. doubtful: people of whom it is not known whether they belong to the base.
    """

    indicator: Indicator
    by: dict[str, str]
    years: range
    counted: int = 0
    base: int = 0
    leaves: tuple[Leaves, ...] = ()
    past: tuple[int, int] = (0, 0)
    unborn: tuple[int, int] = (0, 0)
    unknown: int = 0
    rough: int = 0
    doubtful: int = 0
    uncovered: int = 0
    courses: tuple[Course, ...] = ()
    reachings: tuple[Reaching, ...] = ()
    pool: Pool | None = None
    reason: Reason | None = None
    needs: tuple[str, ...] = ()

    @property
    def value(self) -> Fraction | None:
        """The figure now."""
        return share(self.counted, self.base)

    def left_in(self, year: int) -> tuple[int, int]:
        """Those who count, and all, who leave in a year."""
        return _sum(one for one in self.leaves if one.year == year)

    def left_by(self, year: int) -> tuple[int, int]:
        """Those who count, and all, who have left by the end of a year."""
        return _sum(one for one in self.leaves if one.year <= year)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is asked of a forecast: its years, the refill rates (none: the usual ones) and shares to be reached that the user says."""

    as_of: dt.date
    until: int
    refills: tuple[Fraction, ...] = ()
    targets: tuple[Fraction, ...] = ()
    since: bool = False

    @property
    def years(self) -> range:
        """The years ahead: the first is that of the day after the roster's."""
        return range((self.as_of + dt.timedelta(days=1)).year, self.until + 1)


def _sum(leaves: Iterable[Leaves]) -> tuple[int, int]:
    listed = list(leaves)
    return sum(one.counted for one in listed), sum(one.people for one in listed)
