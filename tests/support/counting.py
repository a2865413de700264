"""Counting rosters that a test has written."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from genderstats.counting.count import count
from genderstats.counting.population import Population
from genderstats.indicators.catalogue import dimensions_of, indicators
from genderstats.period import Moment
from genderstats.workflows.interface import compute, read_roster
from support.sheets import write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from genderstats.analysis.observation import Observation
    from genderstats.counting.tally import Tallies
    from genderstats.workflows.compute import Computation
    from support.rosters import Plan
    from support.sheets import Grid

MOMENT = Moment.at(dt.date(2020, 12, 31))
AS_OF = "2020-12-31"


def tallies(plan: Plan, by: Sequence[str] = ()) -> Tallies:
    """The tallies of the whole catalogue over a roster."""
    with tempfile.TemporaryDirectory() as folder:
        (roster,) = read_roster(write(Path(folder) / "roster.csv", plan.grid())).rosters
    return count(Population(roster, MOMENT), indicators(), dimensions_of(by))


def computed(*grids: Grid, by: Sequence[str] = ()) -> Computation:
    """The whole catalogue over one or more sheets."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [write(Path(folder) / f"roster-{place}.csv", grid) for place, grid in enumerate(grids)]
        return compute(*paths, by=by, as_of=AS_OF)


def figures(*grids: Grid, by: Sequence[str] = ()) -> list[Observation]:
    """All figures of one or more sheets."""
    return list(computed(*grids, by=by).observations)
