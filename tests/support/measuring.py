"""Tallies and cells that a test writes by hand, and a measure asked of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from genderstats.analysis.measures import MEASURES
from genderstats.analysis.measures.measure import Cell
from genderstats.counting.tally import Split, Tally
from genderstats.indicators.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from genderstats.analysis.observation import Observation
    from genderstats.indicators.indicator import Indicator

NOBODY = Split(0, 0, 0)
SPLITS = st.builds(Split, *[st.integers(0, 6)] * 3)
TALLIES = st.builds(Tally, SPLITS, SPLITS, SPLITS)


def of(women: int, men: int, unknown: int = 0) -> Tally:
    """People who all belong."""
    return Tally(yes=Split(women, men, unknown))


def asked(name: str, **changed: Any) -> Indicator:
    """An indicator of the catalogue, without targets unless they are given."""
    return replace(catalogue()[name], **({"targets": ()} | changed))


def measured(
    indicator: Indicator, parts: Mapping[str, Tally] | Tally, by: Mapping[str, str] | None = None
) -> Observation:
    """What the indicator's measure makes of a tally, or of the tallies of the groups that it folds up."""
    divided = {"": parts} if isinstance(parts, Tally) else parts
    whole = sum(divided.values(), Tally())
    observe = MEASURES[indicator.measure].observe
    assert observe is not None
    return observe(indicator, dict(by or {}), Cell(whole, whole, divided))
