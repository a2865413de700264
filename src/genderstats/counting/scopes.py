"""Which kinds of bodies an indicator counts on a list, where these stand apart: two lists of other kinds are not compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.counting.count import count
from genderstats.indicators.dimension import dimensions
from genderstats.people.codes import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from genderstats.counting.population import Population
    from genderstats.indicators.indicator import Indicator

_KIND = "body-kind"


def kinds_of_bodies(populations: Sequence[Population], indicators: Iterable[Indicator]) -> dict[str, frozenset[str]]:
    """For each indicator of bodies, or of their leaders, by kind, the kinds of bodies that it counts."""
    asked = [one for one in indicators if one.unit == "body" or _KIND in one.also]
    found: dict[str, set[str]] = {one.id: set() for one in asked}
    for population in populations if asked else ():
        for (name, group), tally in count(population, asked, [dimensions()[_KIND]]).cells.items():
            kind = dict(group).get(_KIND, UNKNOWN)
            if name in found and kind != UNKNOWN and tally.yes.people:
                found[name].add(kind)
    return {name: frozenset(kinds) for name, kinds in found.items()}
