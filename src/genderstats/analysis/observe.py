"""From tallies to observations: one function a measure."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, cast

from genderstats.analysis.observation import Observation, Reason, share, verdict
from genderstats.analysis.order import place
from genderstats.counting.tally import Group, Problem, Tallies, Tally
from genderstats.indicators.catalogue import catalogue
from genderstats.indicators.dimension import dimensions
from genderstats.people.codes import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from genderstats.indicators.indicator import Indicator


def observe(tallies: Tallies, indicators: Iterable[Indicator]) -> list[Observation]:
    """The observations of the indicators, their groups in official order, the unknown last."""
    return [one for indicator in indicators for one in _observations(tallies, indicator)]


def _observations(tallies: Tallies, indicator: Indicator) -> list[Observation]:
    if indicator.measure == "gap":
        return _gaps(tallies, indicator)
    groups = {
        group: tally for group, tally in tallies.groups(indicator.id).items() if not group or _speaks(indicator, tally)
    }
    silent = tallies.problems(indicator.id)
    if not groups:
        return [_not_computable(indicator, silent)]
    wholes = _wholes(indicator, groups)
    ordered = sorted(groups.items(), key=lambda item: place(item[0]))
    measure = _MEASURES[indicator.measure]
    made = [measure(indicator, dict(group), tally, wholes[_around(indicator, group)]) for group, tally in ordered]
    uncovered = sum(silent.values())
    return [replace(one, uncovered=uncovered) for one in made] if uncovered else made


def _wholes(indicator: Indicator, groups: dict[Group, Tally]) -> defaultdict[Group, Tally]:
    """For each group of the breakdown asked for, the tally of all the indicator's own groups in it that are known."""
    wholes: defaultdict[Group, Tally] = defaultdict(Tally)
    for group, tally in groups.items():
        if not _is_unknown(indicator, dict(group)):
            wholes[_around(indicator, group)] += tally
    return wholes


def _around(indicator: Indicator, group: Group) -> Group:
    """A group without the indicator's own dimensions."""
    return tuple(pair for pair in group if pair[0] not in indicator.across)


def _is_unknown(indicator: Indicator, by: dict[str, str]) -> bool:
    """Whether a group is of people of whom the indicator's own dimension is not known."""
    return any(by.get(dimension) == UNKNOWN for dimension in indicator.across)


def _speaks(indicator: Indicator, tally: Tally) -> bool:
    """Whether a group has anybody of the population, or who may be of it."""
    return indicator.measure == "rate" or bool(tally.yes.people or tally.unknown.people)


def _share(indicator: Indicator, by: dict[str, str], tally: Tally, _: Tally) -> Observation:
    """Women ÷ women and men of the population.

    The bounds take everybody of unknown sex as a man, then as a woman, and of those who may belong to the population the men
    as belonging, then the women.
    """
    found = tally.yes
    counts = Observation(indicator, by, *found, undetermined=tally.unknown.people)
    value = share(found.women, found.known)
    if value is None:
        return replace(counts, status="not-computable", reason="sex-unknown" if found.unknown else "empty-base")
    perhaps = tally.unknown
    men_more = found.unknown + perhaps.men + perhaps.unknown
    women_more = found.unknown + perhaps.women + perhaps.unknown
    bounds = (
        Fraction(found.women, found.known + men_more),
        Fraction(found.women + women_more, found.known + women_more),
    )
    verdicts = tuple(verdict(target, found.women, found.known) for target in indicator.targets if target.concerns(by))
    return replace(
        counts, numerator=found.women, denominator=found.known, value=value, bounds=bounds, verdicts=verdicts
    )


def _rate(indicator: Indicator, by: dict[str, str], tally: Tally, _: Tally) -> Observation:
    """Women with the attribute ÷ women of whom it is known; the bounds let every woman of whom it is not known, and everybody of
    unknown sex, fall on the one side, then on the other.
    """
    yes, no, unknown = tally.yes, tally.no, tally.unknown
    counts = Observation(
        indicator,
        by,
        women=yes.women + no.women + unknown.women,
        men=yes.men + no.men + unknown.men,
        unknown=yes.unknown + no.unknown + unknown.unknown,
        undetermined=unknown.women,
        men_numerator=yes.men,
        men_denominator=yes.men + no.men,
    )
    value = share(yes.women, yes.women + no.women)
    if value is None:
        return replace(counts, status="not-computable", reason="empty-base")
    doubtful = unknown.women + unknown.unknown
    lowest = Fraction(yes.women, yes.women + no.women + doubtful + no.unknown)
    highest = Fraction(yes.women + doubtful + yes.unknown, yes.women + no.women + doubtful + yes.unknown)
    return replace(counts, numerator=yes.women, denominator=yes.women + no.women, value=value, bounds=(lowest, highest))


def _distribution(indicator: Indicator, by: dict[str, str], tally: Tally, whole: Tally) -> Observation:
    """Women of a group ÷ women of all groups that are known."""
    found, all_known = tally.yes, whole.yes
    if _is_unknown(indicator, by):
        return Observation(indicator, by, *found, status="not-computable", reason="group-unknown")
    counts = Observation(indicator, by, *found, men_numerator=found.men, men_denominator=all_known.men)
    value = share(found.women, all_known.women)
    if value is None:
        return replace(counts, status="not-computable", reason="empty-base")
    return replace(counts, numerator=found.women, denominator=all_known.women, value=value)


_MEASURES: dict[str, Callable[[Indicator, dict[str, str], Tally, Tally], Observation]] = {
    "share": _share,
    "rate": _rate,
    "distribution": _distribution,
}


def _gaps(tallies: Tallies, indicator: Indicator) -> list[Observation]:
    """The difference of two shares in each group that has either."""
    first, second = ({_key(one): one for one in _observations(tallies, catalogue()[name])} for name in indicator.of)
    return [
        _gap(indicator, first.get(key) or next(iter(first.values())), second[key])
        for key in second
        if key in first or len(first) == 1
    ]


def _key(one: Observation) -> Group:
    return tuple(one.by.items())


#: Dimensions told by offices: a group of them holds leaders only, or none, and has no gap.
_SELECTING = frozenset(name for name, one in dimensions().items() if one.kind == "office")


def _gap(indicator: Indicator, one: Observation, other: Observation) -> Observation:
    counts = Observation(indicator, other.by, one.women, one.men, one.unknown, one.undetermined, parts=(one, other))
    if any(dimension in _SELECTING for dimension in other.by):
        return replace(counts, status="not-computable", reason="dimension-selects")
    if one.value is None or other.value is None:
        blamed = one if one.value is None else other
        return replace(counts, status="not-computable", reason=blamed.reason, needs=blamed.needs)
    return replace(counts, value=one.value - other.value)


def _not_computable(indicator: Indicator, problems: Iterable[Problem]) -> Observation:
    missing = sorted(set(problems))
    reason = cast("Reason", missing[0].reason) if missing else "empty-base"
    needs = tuple(problem.field for problem in missing if problem.reason == reason)
    return Observation(indicator, status="not-computable", reason=reason, needs=needs)
