"""People kept in a store and taken out again."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from genderstats.counting.count import count
from genderstats.counting.population import Population
from genderstats.counting.says import SAYS
from genderstats.indicators.catalogue import indicators
from genderstats.indicators.dimension import dimensions
from genderstats.store.keeping import keep
from genderstats.workflows.keeping import fetched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from genderstats.workflows.gathering import Gathered

#: Every dimension that people are broken down by.
DIMENSIONS = [
    name for name, one in dimensions().items() if one.kind != "number" and (one.kind != "office" or name in SAYS)
]


def kept(gathering: Gathered) -> Gathered:
    """The same people, from a store."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "kept.duckdb"
        keep(store, gathering.rosters, gathering.moment)
        return fetched(store, str(gathering.moment.period))


def every_tally(gathering: Gathered) -> Iterator[tuple[str, Any]]:
    """What every indicator is made of, as it stands and in the groups of each dimension, in its order."""
    populations = [Population(roster, gathering.moment) for roster in gathering.rosters]
    for name in ("", *DIMENSIONS):
        by = [dimensions()[name]] if name else []
        for place, population in enumerate(populations):
            counted = count(population, indicators(), by)
            yield f"{name} {place}", (list(counted.cells.items()), counted.silent, counted.people)
