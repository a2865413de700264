"""Figures against what documents ask for: reached or not, how many short, and where the pace so far would lead."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING, Literal

from genderstats.analysis.observation import Observation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from genderstats.indicators.indicator import Indicator, Target
    from genderstats.period import Moment

#: Why there is no pace between two rosters.
NoPace = Literal["day-unknown", "same-day", "later-then"]
#: Why a figure is not carried on into a target's year.
NotProjected = Literal["not-computable-then", "year-over"]
#: Why a target gives no verdict: the observation's own reason, or that its group was not asked for.
GROUP_NOT_ASKED = "group-not-asked"

Key = tuple[str, frozenset[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Earlier:
    """The figures of an earlier roster, and the years from its day to that of the one judged; or why no pace can be taken."""

    figures: Mapping[Key, Observation] = field(default_factory=dict)
    day: dt.date | None = None
    years: Fraction | None = None
    reason: NoPace | None = None

    @classmethod
    def of(cls, then: Iterable[Observation], day_then: dt.date | None, day_now: dt.date | None) -> Earlier:
        """The earlier figures, where the two days let a pace be told."""
        figures = {key(one): one for one in then}
        if day_then is None or day_now is None:
            return cls(figures, day_then, None, "day-unknown")
        years = years_between(day_then, day_now)
        if years <= 0:
            return cls(figures, day_then, None, "same-day" if years == 0 else "later-then")
        return cls(figures, day_then, years)


@dataclass(frozen=True, slots=True)
class Projection:
    """A figure in the target's year, if its base stays and its pace goes on: shares 0…1, the pace in shares a year, all exact.

    pace_needed: the pace that would reach a target that this one does not reach.
    """

    year: int
    then: Observation | None = None
    years: Fraction | None = None
    pace: Fraction | None = None
    years_left: Fraction | None = None
    value: Fraction | None = None
    met: bool | None = None
    short_by: int | None = None
    pace_needed: Fraction | None = None
    reason: NotProjected | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """One target against the figure of one group.

    met, short_by, gap, certain: None where there is no figure or the number is unverified; `gap` is the figure minus the target,
    `certain` whether the verdict holds whatever is true of the unknown.
    past: the target's year was over before the day of the roster.
    asked: the year that was asked for, where none is set for it and this target is the next later one.
    """

    observation: Observation
    target: Target
    met: bool | None = None
    short_by: int | None = None
    gap: Fraction | None = None
    certain: bool | None = None
    past: bool = False
    asked: int | None = None
    reason: str | None = None
    projection: Projection | None = None

    @property
    def indicator(self) -> Indicator:
        """The indicator whose target it is."""
        return self.observation.indicator


def key(one: Observation) -> Key:
    """By what a figure is found again in another roster."""
    return one.indicator.id, frozenset(one.by.items())


def years_between(then: dt.date, now: dt.date) -> Fraction:
    """The years from one day to another: whole years, and the days beyond them as part of the year they lie in.

    >>> years_between(dt.date(2018, 12, 31), dt.date(2020, 12, 31)), years_between(dt.date(2019, 12, 31), dt.date(2020, 6, 30))
    (Fraction(2, 1), Fraction(91, 183))
    """
    if now < then:
        return -years_between(now, then)
    whole = now.year - then.year - (_anniversary(then, now.year) > now)
    last, following = (_anniversary(then, then.year + count) for count in (whole, whole + 1))
    return whole + Fraction((now - last).days, (following - last).days)


def _anniversary(day: dt.date, year: int) -> dt.date:
    """The same day of another year; 28 February for the 29th where there is none."""
    return day.replace(year=year) if (day.month, day.day) != (2, 29) else dt.date(year, 3, 1) - dt.timedelta(days=1)


def short(at_least: Fraction, value: Fraction, base: int) -> int:
    """How many more of the base would have to count for the share to reach the target; 0 where it does.

    >>> short(Fraction(1, 4), Fraction(2, 10), 10), short(Fraction(1, 4), Fraction(3, 10), 10)
    (1, 0)
    """
    return max(0, ceil((at_least - value) * base))


def chosen(targets: Iterable[Target], year: int | None) -> list[Target]:
    """The targets that concern a year: those set for it, else those set for the next later one; all where no year is asked for."""
    listed = list(targets)
    if year is None:
        return listed
    nearest = min((one.year for one in listed if one.year >= year), default=None)
    return [one for one in listed if one.year == nearest]


def standings(
    observations: Sequence[Observation],
    day: dt.date | None = None,
    year: int | None = None,
    earlier: Earlier | None = None,
) -> list[Standing]:
    """Every target that concerns the year against every group it is set for, indicator by indicator, target by target.

    A target is never left out in silence: one whose group has nobody, or was not asked for, stands with that reason.
    """
    found: list[Standing] = []
    for _, listed in groupby(observations, key=lambda one: one.indicator.id):
        group = list(listed)
        judged = [_standing(one, target, day, year, earlier) for one, target in _pairs(group, year)]
        order = {target: place for place, target in enumerate(group[0].indicator.targets)}
        found += sorted(judged, key=lambda one: order[one.target])
    return found


def _pairs(group: Sequence[Observation], year: int | None) -> Iterator[tuple[Observation, Target]]:
    """The figures of an indicator with their targets; then the targets that concern none of the figures."""
    targets = group[0].indicator.targets
    for one in group:
        yield from ((one, target) for target in chosen((each for each in targets if each.concerns(one.by)), year))
    alone = [each for each in targets if not any(each.concerns(one.by) for one in group)]
    for where in dict.fromkeys(each.where for each in alone):
        stand_in = _stand_in(group, dict(where))
        yield from ((stand_in, target) for target in chosen((each for each in alone if each.where == where), year))


def _stand_in(group: Sequence[Observation], where: dict[str, str]) -> Observation:
    """A figure for a group that is not among the figures: why the indicator has none, else one with nobody in it."""
    if any(where.keys() <= one.by.keys() for one in group):
        return Observation(group[0].indicator, where, status="not-computable", reason="empty-base")
    silent = next((one for one in group if one.value is None), None)
    return replace(silent, by=where) if silent else Observation(group[0].indicator, where, status="not-computable")


def _standing(
    one: Observation, target: Target, day: dt.date | None, year: int | None, earlier: Earlier | None
) -> Standing:
    told = Standing(
        one,
        target,
        past=day is not None and target.year < day.year,
        asked=year if target.year != year else None,
        reason=None if one.value is not None else one.reason or GROUP_NOT_ASKED,
    )
    if one.value is None:
        return told
    projection = _projection(one, target, day, earlier) if earlier and earlier.years else None
    if not target.verified:
        return replace(told, projection=projection)
    met, short_by = _judged(one, one.value, target)
    return replace(
        told,
        met=met,
        short_by=short_by,
        gap=one.value - target.at_least,
        certain=all((bound >= target.at_least) == met for bound in one.bounds) if one.bounds else None,
        projection=projection,
    )


def _judged(one: Observation, value: Fraction, target: Target) -> tuple[bool, int | None]:
    """Whether a value reaches the target, and how many of the base are short; a value that is no share has no such number."""
    short_by = short(target.at_least, value, one.denominator) if one.denominator else None
    return value >= target.at_least, short_by


def _projection(one: Observation, target: Target, day: dt.date | None, earlier: Earlier) -> Projection:
    then = earlier.figures.get(key(one))
    told = Projection(target.year, then, earlier.years)
    if then is None or then.value is None or one.value is None or not earlier.years or day is None:
        return replace(told, reason="not-computable-then")
    pace = (one.value - then.value) / earlier.years
    left = years_between(day, dt.date(target.year, 12, 31))
    if left <= 0:
        return replace(told, pace=pace, reason="year-over")
    value = _capped(one, one.value + pace * left)
    told = replace(told, pace=pace, years_left=left, value=value)
    if not target.verified:
        return told
    met, short_by = _judged(one, value, target)
    return replace(
        told,
        met=met,
        short_by=short_by,
        pace_needed=None if met else (target.at_least - one.value) / left,
    )


def _capped(one: Observation, value: Fraction) -> Fraction:
    """A share is never under 0 nor over 1; a difference or a ratio of shares is no share."""
    return min(max(value, Fraction(0)), Fraction(1)) if one.denominator else value


@dataclass(frozen=True, slots=True)
class Verdicts:
    """How many standings are reached, are missed, give no verdict because the number is unverified, or have no figure."""

    reached: int
    missed: int
    unverified: int
    silent: int

    @classmethod
    def of(cls, listed: Sequence[Standing]) -> Verdicts:
        """The verdicts of standings."""
        told = [one for one in listed if one.observation.value is not None]
        reached, missed = (sum(one.met is met for one in told) for met in (True, False))
        return cls(reached, missed, len(told) - reached - missed, len(listed) - len(told))


@dataclass(frozen=True, slots=True)
class Judgement:
    """The targets against the figures of one moment.

    year: the year that was asked about. untargeted: the indicators that have no target; beyond: those of which all targets are for
    years before it.
    """

    moment: Moment
    year: int | None = None
    standings: tuple[Standing, ...] = ()
    earlier: Earlier | None = None
    untargeted: tuple[Indicator, ...] = ()
    beyond: tuple[Indicator, ...] = ()

    @property
    def verdicts(self) -> Verdicts:
        """How many are reached, missed, without a verdict."""
        return Verdicts.of(self.standings)


def judged(
    observations: Sequence[Observation],
    indicators: Iterable[Indicator],
    moment: Moment,
    year: int | None = None,
    earlier: Earlier | None = None,
) -> Judgement:
    """The targets of the indicators that were asked for, against their figures."""
    found = tuple(standings(observations, moment.as_of, year, earlier))
    told, listed = {one.indicator.id for one in found}, list(indicators)
    return Judgement(
        moment,
        year,
        found,
        earlier,
        untargeted=tuple(one for one in listed if not one.targets),
        beyond=tuple(one for one in listed if one.targets and one.id not in told),
    )
