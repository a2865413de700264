"""Looking ahead: who retires when, what share follows where the posts that fall free are refilled at given rates, what a target asks.

Nothing here is a probability: the same roster and the same rates give the same figures.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, cast

from genderstats.analysis.observation import Reason, share
from genderstats.analysis.order import place
from genderstats.analysis.prospect import Course, Forecast, Leaves, Outlook, Pool, Reaching, Refill
from genderstats.indicators.indicator import Target

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from genderstats.analysis.prospect import Origin
    from genderstats.counting.leaving import Kind, Leavers
    from genderstats.counting.tally import Group
    from genderstats.indicators.indicator import Indicator

    Kinds = Mapping[Kind, int]


def forecasts(told: Leavers, indicators: Iterable[Indicator], outlook: Outlook) -> list[Forecast]:
    """The forecasts of each indicator, its groups in official order."""
    return [one for indicator in indicators for one in _of_indicator(told, indicator, outlook)]


def needed(at_least: Fraction, base: int, staying: int) -> int:
    """The least number of newcomers who must count for a base of this size to reach a share; 0 where those who stay are enough.

    >>> needed(Fraction(1, 4), 20, 2), needed(Fraction(1, 4), 20, 9)
    (3, 0)
    """
    return max(0, ceil(at_least * base) - staying)


def _of_indicator(told: Leavers, indicator: Indicator, outlook: Outlook) -> Iterator[Forecast]:
    silent = {problem: people for (name, problem), people in told.silent.items() if name == indicator.id}
    groups: defaultdict[Group, Counter[Kind]] = defaultdict(Counter)
    for (name, group, kind), people in told.cells.items():
        if name == indicator.id:
            groups[group][kind] += people
    for group in sorted(groups, key=place):
        made = _with_reason(_forecast(indicator, dict(group), groups[group], outlook))
        pool = _pool(told, indicator, outlook) if not group else None
        doubtful = told.doubtful[indicator.id, group]
        lacking = tuple(dict.fromkeys(problem.field for problem in sorted(silent)))
        told_of = replace(made, doubtful=doubtful, uncovered=sum(silent.values()), needs=lacking, pool=pool)
        yield _told(told_of, groups[group], outlook)
    if not groups:
        missing = sorted(silent)
        reason = cast("Reason", missing[0].reason) if missing else "empty-base"
        needs = tuple(problem.field for problem in missing)
        doubtful = told.doubtful[indicator.id, ()]
        yield Forecast(indicator, {}, outlook.years, doubtful=doubtful, reason=reason, needs=needs)


def _forecast(indicator: Indicator, by: dict[str, str], kinds: Kinds, outlook: Outlook) -> Forecast:
    """The counts of a group, and who of it leaves when."""
    known = {kind: people for kind, people in kinds.items() if kind.sex != "_U"}
    counted, base = _counts(known)
    unknown = sum(kinds.values()) - base
    return Forecast(
        indicator,
        by,
        outlook.years,
        counted,
        base,
        leaves=tuple(_leaves(known, outlook)),
        past=_counts(known, lambda kind: kind.past),
        unborn=_counts(known, lambda kind: not kind.leaves),
        unknown=unknown,
        rough=_counts(known, lambda kind: kind.rough)[1],
        reason=None if base else "sex-unknown" if unknown else "empty-base",
    )


def _with_reason(one: Forecast) -> Forecast:
    """Of people of none of whom the birth is known nothing can be foretold."""
    return replace(one, reason="birth-unknown") if one.base and one.unborn[1] == one.base else one


def _counts(kinds: Kinds, chosen: Callable[[Kind], bool] = lambda _: True) -> tuple[int, int]:
    """Those who count, and all, of the kinds chosen."""
    some = [(kind.has, people) for kind, people in kinds.items() if chosen(kind)]
    return sum(people for has, people in some if has), sum(people for _, people in some)


def _leaves(kinds: Kinds, outlook: Outlook) -> Iterator[Leaves]:
    left: defaultdict[tuple[int, str], list[int]] = defaultdict(lambda: [0, 0])
    for kind, people in kinds.items():
        year = _year(kind, outlook)
        if year is not None:
            left[year, kind.level][0] += people if kind.has else 0
            left[year, kind.level][1] += people
    for year, level in sorted(left, key=lambda key: (key[0], place((("level", key[1]),)))):
        yield Leaves(year, level, *left[year, level])


def _year(kind: Kind, outlook: Outlook) -> int | None:
    """The year of the forecast in which somebody leaves; the first for those past the age, None for those who stay."""
    year = max(kind.leaves, outlook.years.start) if kind.leaves else None
    return year if year is not None and year <= outlook.until else None


def _told(one: Forecast, kinds: Kinds, outlook: Outlook) -> Forecast:
    """The forecast with its courses and what its targets ask."""
    if one.reason:
        return one
    refills = _refills(one, kinds, outlook)
    return replace(
        one,
        courses=tuple(_course(one, refill) for refill in refills),
        reachings=tuple(_reaching(one, target, outlook) for target in _targets(one, outlook)),
    )


def _refills(one: Forecast, kinds: Kinds, outlook: Outlook) -> Iterator[Refill]:
    known = {kind: people for kind, people in kinds.items() if kind.sex != "_U"}
    if not outlook.refills:
        yield from _as_among("present", one.counted, one.base)
        yield from _as_among("young", *_told_of(known, lambda kind: kind.young))
        yield from _as_among("recent", *_told_of(known, lambda kind: kind.recent))
    yield from (Refill("given", rate) for rate in dict.fromkeys(outlook.refills))
    if outlook.since:
        yield from _as_among("entered", *_told_of(known, lambda kind: kind.entered))
    if not outlook.refills:
        yield Refill("even", Fraction(1, 2))


def _told_of(kinds: Kinds, flag: Callable[[Kind], int]) -> tuple[int, int, int]:
    """Those who count and all of whom a flag says yes, and all of whom it is not known."""
    return *_counts(kinds, lambda kind: flag(kind) == 1), _counts(kinds, lambda kind: flag(kind) == -1)[1]


def _as_among(origin: Origin, part: int, whole: int, unknown: int = 0) -> Iterator[Refill]:
    rate = share(part, whole)
    if rate is not None:
        yield Refill(origin, rate, part, whole, unknown)


def _course(one: Forecast, refill: Refill) -> Course:
    counted = []
    for year in one.years:
        gone, free = one.left_by(year)
        counted.append(one.counted - gone + refill.share * free)
    return Course(refill, tuple(counted), tuple(number / one.base for number in counted))


def _targets(one: Forecast, outlook: Outlook) -> Iterator[tuple[Target, bool]]:
    """What is to be reached, and whether the user said so: what the user says, else the targets set for the group."""
    for at_least in dict.fromkeys(outlook.targets):
        yield Target(outlook.until, at_least, ""), True
    if not outlook.targets:
        yield from ((target, False) for target in one.indicator.targets if target.concerns(one.by))


def _reaching(one: Forecast, said: tuple[Target, bool], outlook: Outlook) -> Reaching:
    target, asked = said
    within = target.year in one.years
    year = target.year if within else outlook.until
    gone, free = one.left_by(year)
    staying = one.counted - gone
    number = needed(target.at_least, one.base, staying) if target.verified else None
    planned = one.pool.women_by(year) if one.pool else None
    return Reaching(
        target,
        year,
        free,
        number,
        Fraction(staying + free, one.base),
        None if number is None else _bounds(one, target.at_least, staying),
        free + one.unborn[1] + one.unknown + one.doubtful,
        past=target.year < one.years.start,
        later=target.year > outlook.until,
        asked=asked,
        planned=planned,
        best_planned=None if planned is None else Fraction(staying + min(planned, free), one.base),
    )


def _bounds(one: Forecast, at_least: Fraction, staying: int) -> tuple[int, int]:
    """The fewest posts that a target may ask for: all who are not known count and stay; and the most: none counts, and who has no
    known birth and counts leaves. One more who counts never asks for more, one more who does not never for fewer.
    """
    unclear = one.unknown + one.doubtful
    whole = one.base + unclear
    return needed(at_least, whole, staying + unclear), needed(at_least, whole, staying - one.unborn[0])


def _pool(told: Leavers, indicator: Indicator, outlook: Outlook) -> Pool | None:
    """The people in planning for an indicator, where the roster tells planning."""
    if not told.planning[indicator.id]:
        return None
    kinds = {kind: people for (name, kind), people in told.planned.items() if name == indicator.id}
    by_sex: Counter[str] = Counter()
    leaving: Counter[int] = Counter()
    for kind, people in kinds.items():
        by_sex[kind.sex] += people
        year = _year(kind, outlook)
        if kind.sex == "F" and year is not None:
            leaving[year] += people
    unborn = sum(people for kind, people in kinds.items() if kind.sex == "F" and not kind.leaves)
    years = tuple(sorted(leaving.items()))
    return Pool(by_sex["F"], by_sex["M"], by_sex["_U"], years, unborn, told.unplanned[indicator.id])
