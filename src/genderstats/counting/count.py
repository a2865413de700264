"""From a roster to tallies: one pass an indicator, over codes, never over people one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from genderstats.counting.population import NO, NOT_KNOWN, OUTSIDE
from genderstats.counting.tally import ANSWERS, SEXES, Split, Tallies, Tally
from genderstats.indicators.catalogue import with_parts
from genderstats.indicators.condition import EVERYBODY
from genderstats.indicators.dimension import dimensions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy.typing as npt

    from genderstats.counting.population import Answers, Population
    from genderstats.counting.tally import Group, Problem
    from genderstats.indicators.dimension import Dimension
    from genderstats.indicators.indicator import Indicator


def count(
    population: Population,
    indicators: Sequence[Indicator],
    by: Sequence[Dimension] = (),
    known: Mapping[str, Indicator] | None = None,
) -> Tallies:
    """The tallies of the indicators over a population, in the groups of the dimensions and of each indicator's own.

    `known` are the indicators of which others are made, where these are not only the catalogue's.

    Raises:
        ColumnMissingError: a dimension is a column that the sheet does not have.
    """
    counted = Tallies(people=len(population))
    for indicator in with_parts(indicators, known):
        if indicator.of:
            continue
        items = population.each(indicator.per)
        ways = [(groups, problem_of(items, indicator, groups)) for groups in breakdowns(indicator, by, items)]
        told = [groups for groups, problem in ways if not problem]
        for groups in told:
            for group, tally in _tallies(items, indicator, groups):
                counted.cells[indicator.id, group] = tally
        problem = None if told else next(found for _, found in ways if found)
        if problem:
            counted.silent[indicator.id, problem] += len(population)
    return counted


def breakdowns(indicator: Indicator, by: Sequence[Dimension], items: Population) -> list[list[Dimension]]:
    """The dimensions in which an indicator is counted: its own, those asked for, those also shown that the roster can tell.

    More than one list where it is broken down by each of several dimensions on its own.
    """
    known = dimensions()
    also = [one for one in map(known.__getitem__, indicator.also) if items.problem(one) is None]
    over = [known[indicator.over]] if indicator.over else []
    return [
        list({one.id: one for one in (*(known[name] for name in own), *over, *by, *also)}.values())
        for own in ([(*indicator.across, each) for each in indicator.across_each] or [indicator.across])
    ]


def problem_of(items: Population, indicator: Indicator, groups: Sequence[Dimension]) -> Problem | None:
    """Why an indicator cannot be asked of a roster in a breakdown, or None where it can."""
    found = [items.why_not(indicator.population, indicator.attribute), *map(items.problem, groups)]
    return next((problem for problem in found if problem), None)


def answers_to(items: Population, indicator: Indicator) -> Answers:
    """What each item answers: whether it belongs to the population, or, where an attribute is asked of it, whether it has that."""
    belongs = items.answers(indicator.population)
    if indicator.attribute == EVERYBODY:
        return belongs
    if indicator.population == EVERYBODY:
        return items.answers(indicator.attribute)
    asked = np.where(belongs == NOT_KNOWN, np.int8(NOT_KNOWN), items.answers(indicator.attribute))
    return np.where(belongs == NO, np.int8(OUTSIDE), asked)


def _tallies(items: Population, indicator: Indicator, groups: Sequence[Dimension]) -> Iterator[tuple[Group, Tally]]:
    present, places = items.grouping(groups)
    answers = answers_to(items, indicator)
    cells = (places * (len(ANSWERS) + 1) + answers) * len(SEXES) + items.sexes
    shape = (len(present), len(ANSWERS) + 1, len(SEXES))
    counts = np.bincount(cells, minlength=shape[0] * shape[1] * shape[2]).reshape(shape)
    for group, table in zip(present, counts[:, : len(ANSWERS)], strict=True):
        yield group, _tally(table)


def _tally(table: npt.NDArray[np.int64]) -> Tally:
    return Tally(*(Split(*row) for row in table.tolist()))
