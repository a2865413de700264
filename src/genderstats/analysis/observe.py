"""From tallies to observations: groups in official order, each measured by its indicator's measure."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from genderstats.analysis.measures import MEASURES
from genderstats.analysis.measures.measure import Cell, none
from genderstats.analysis.observation import Observation, Reason
from genderstats.analysis.order import place
from genderstats.analysis.spelling import in_one_spelling
from genderstats.counting.tally import Group, Problem, Tallies, Tally
from genderstats.indicators.catalogue import catalogue
from genderstats.indicators.dimension import dimensions
from genderstats.people.codes import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from genderstats.indicators.indicator import Indicator

    #: The tally of each group of a breakdown, by the code of the dimension that a measure folds up.
    Groups = dict[Group, dict[str, Tally]]

#: The code under which everybody stands where a measure folds nothing up.
_ALL = ""
#: Measures of an attribute tell of every group, though nobody of it has the attribute.
_OF_EVERYBODY = ("rate", "part")
#: What people are divided by within a body is no part of it.
_OF_BODIES = ("body", "body-kind", "committee", "committee-level", "unit")


def observe(
    tallies: Tallies, indicators: Iterable[Indicator], known: Mapping[str, Indicator] | None = None
) -> list[Observation]:
    """The observations of the indicators, their groups in official order, the unknown last.

    `known` are the indicators of which others are made, where these are not only the catalogue's.
    """
    parts = known or catalogue()
    return [one for indicator in indicators for one in _observations(tallies, indicator, parts)]


def _observations(tallies: Tallies, indicator: Indicator, known: Mapping[str, Indicator]) -> list[Observation]:
    if indicator.of:
        return _derived(tallies, indicator, known)
    counted = in_one_spelling(tallies.groups(indicator.id))
    silent = tallies.problems(indicator.id)
    groups = _telling(
        indicator,
        {
            group: parts
            for group, parts in _shown(indicator, counted).items()
            if not group
            or _names_a_body(indicator, parts)
            or any(_speaks(indicator, tally) for tally in parts.values())
        },
    )
    if not groups:
        return [_not_computable(indicator, silent)]
    wholes = _wholes(indicator, groups)
    ordered = sorted(groups, key=lambda group: (_way(indicator, group), _below(indicator, group), place(group)))
    made = [_observed(indicator, group, groups[group], wholes[_around(indicator, group)]) for group in ordered]
    uncovered = sum(silent.values())
    return [replace(one, uncovered=uncovered) for one in made] if uncovered else made


def _telling(indicator: Indicator, groups: Groups) -> Groups:
    """The groups but for a whole breakdown that knows nobody's group, where another one does."""
    known = {
        _way(indicator, group)
        for group in groups
        if not any(name in indicator.across_each and code == UNKNOWN for name, code in group)
    }
    return {group: parts for group, parts in groups.items() if not known or _way(indicator, group) in known}


def _observed(indicator: Indicator, group: Group, parts: dict[str, Tally], whole: Tally) -> Observation:
    by = dict(group)
    measure = MEASURES[indicator.measure].observe
    assert measure is not None
    if indicator.unit == "body" and any(name not in _OF_BODIES for name in by):
        return none(Observation(indicator, by), "not-of-bodies")
    return measure(indicator, by, Cell(sum(parts.values(), Tally()), whole, parts))


def _shown(indicator: Indicator, counted: Mapping[Group, Tally]) -> Groups:
    """The groups as they are shown: without the dimension that is folded up, and once more without those that are only also shown."""
    shown: Groups = defaultdict(dict)
    for group, tally in counted.items():
        folded = next((code for name, code in group if name == indicator.over), _ALL)
        rest = tuple(pair for pair in group if pair[0] != indicator.over)
        for each in _with_and_without(rest, indicator.also):
            shown[each][folded] = shown[each].get(folded, Tally()) + tally
    return shown


def _with_and_without(group: Group, also: tuple[str, ...]) -> Iterator[Group]:
    without = tuple(pair for pair in group if pair[0] not in also)
    yield without
    if without != group and not any(code in (UNKNOWN, "none") for name, code in group if name in also):
        yield group


def _way(indicator: Indicator, group: Group) -> int:
    """Which of several breakdowns a group belongs to."""
    return next((at for at, name in enumerate(indicator.across_each) if any(name == said for said, _ in group)), 0)


def _below(indicator: Indicator, group: Group) -> tuple[tuple[tuple[int, str], ...], int]:
    """What is only also shown comes after what it is a part of."""
    main = tuple(pair for pair in group if pair[0] not in indicator.also)
    return place(main), len(group) - len(main)


def _wholes(indicator: Indicator, groups: Groups) -> defaultdict[tuple[int, Group], Tally]:
    """For each group of the breakdown asked for, the tally of all the indicator's own groups in it that are known."""
    wholes: defaultdict[tuple[int, Group], Tally] = defaultdict(Tally)
    for group, parts in groups.items():
        if not any(name in indicator.own_dimensions and code == UNKNOWN for name, code in group):
            wholes[_around(indicator, group)] += sum(parts.values(), Tally())
    return wholes


def _around(indicator: Indicator, group: Group) -> tuple[int, Group]:
    """A group without the indicator's own dimensions, in each of its breakdowns."""
    return _way(indicator, group), tuple(pair for pair in group if pair[0] not in indicator.own_dimensions)


def _speaks(indicator: Indicator, tally: Tally) -> bool:
    """Whether a group has anybody of the population, or who may be of it."""
    return bool(tally.yes.people or tally.unknown.people or (indicator.measure in _OF_EVERYBODY and tally.no.people))


def _names_a_body(indicator: Indicator, parts: Mapping[str, Tally]) -> bool:
    """Whether a group holds a body, though it may have nobody of the population: that it is not judged is told."""
    return indicator.unit == "body" and any(code != UNKNOWN for code in parts)


def _derived(tallies: Tallies, indicator: Indicator, known: Mapping[str, Indicator]) -> list[Observation]:
    """What is made of two shares, in each group that has either."""
    first, second = ({_key(one): one for one in _observations(tallies, known[name], known)} for name in indicator.of)
    return [
        _made_of(indicator, first.get(key) or next(iter(first.values())), second[key])
        for key in second
        if key in first or len(first) == 1
    ]


def _key(one: Observation) -> Group:
    return tuple(one.by.items())


#: Dimensions told by offices: a group of them holds leaders only, or none, and has no gap.
_SELECTING = frozenset(name for name, one in dimensions().items() if one.kind == "office")


def _made_of(indicator: Indicator, one: Observation, other: Observation) -> Observation:
    counts = Observation(indicator, other.by, one.women, one.men, one.unknown, one.undetermined, parts=(one, other))
    if any(dimension in _SELECTING for dimension in other.by):
        return none(counts, "dimension-selects")
    if one.value is None or other.value is None:
        blamed = one if one.value is None else other
        return replace(counts, status="not-computable", reason=blamed.reason, needs=blamed.needs)
    derive = MEASURES[indicator.measure].derive
    assert derive is not None
    return derive(counts, one, other)


def _not_computable(indicator: Indicator, problems: Iterable[Problem]) -> Observation:
    missing = sorted(set(problems))
    reason = cast("Reason", missing[0].reason) if missing else "empty-base"
    needs = tuple(problem.field for problem in missing if problem.reason == reason)
    return Observation(indicator, status="not-computable", reason=reason, needs=needs)
