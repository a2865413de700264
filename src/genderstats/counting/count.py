"""From a roster to tallies: one pass an indicator, over codes, never over people one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from genderstats.counting.tally import ANSWERS, SEXES, Group, Split, Tallies, Tally
from genderstats.indicators.catalogue import with_parts
from genderstats.indicators.dimension import dimensions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from genderstats.counting.population import Coded, Population
    from genderstats.indicators.dimension import Dimension
    from genderstats.indicators.indicator import Indicator


def count(population: Population, indicators: Sequence[Indicator], by: Sequence[Dimension] = ()) -> Tallies:
    """The tallies of the indicators over a population, in the groups of the dimensions and of each indicator's own.

    Raises:
        ColumnMissingError: a dimension is a column that the sheet does not have.
    """
    counted = Tallies(people=len(population))
    for indicator in with_parts(indicators):
        if indicator.of:
            continue
        groups = [dimensions()[name] for name in indicator.across] + [
            one for one in by if one.id not in indicator.across
        ]
        problems = [population.why_not(indicator.population), *map(population.problem, groups)]
        problem = next((found for found in problems if found), None)
        if problem:
            counted.silent[indicator.id, problem] += len(population)
            continue
        for group, tally in _tallies(population, indicator, groups):
            counted.cells[indicator.id, group] = tally
    return counted


def _tallies(
    population: Population, indicator: Indicator, groups: Sequence[Dimension]
) -> Iterator[tuple[Group, Tally]]:
    coded = [population.coded(group) for group in groups]
    sizes = [len(one.labels) for one in coded]
    keys = np.ravel_multi_index([one.indexes for one in coded], sizes) if coded else np.zeros(len(population), np.int64)
    present, index = np.unique(keys, return_inverse=True)
    cells = (index * len(ANSWERS) + population.answers(indicator.population)) * len(SEXES) + population.sexes
    counts = np.bincount(cells, minlength=len(present) * len(ANSWERS) * len(SEXES)).reshape(
        -1, len(ANSWERS), len(SEXES)
    )
    for key, table in zip(present.tolist(), counts, strict=True):
        yield _group(groups, coded, np.unravel_index(key, sizes) if coded else ()), _tally(table)


def _group(groups: Sequence[Dimension], coded: Sequence[Coded], places: Sequence[np.intp] | tuple[()]) -> Group:
    return tuple((group.id, one.labels[place]) for group, one, place in zip(groups, coded, places, strict=True))


def _tally(table: npt.NDArray[np.int64]) -> Tally:
    return Tally(*(Split(*row) for row in table.tolist()))
