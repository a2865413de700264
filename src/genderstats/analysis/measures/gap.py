"""The difference of two shares, in points."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from genderstats.analysis.measures.measure import Measure
from genderstats.text.language import Text

if TYPE_CHECKING:
    from genderstats.analysis.observation import Observation


def derive(counts: Observation, one: Observation, other: Observation) -> Observation:
    """One share minus the other; both are known."""
    assert one.value is not None
    assert other.value is not None
    return replace(counts, value=one.value - other.value)


GAP = Measure(
    title=Text("difference of two shares, in percentage points", "hiệu của hai tỷ lệ, tính bằng điểm phần trăm"),
    formula=Text("p − q, two shares of women", "p − q, hai tỷ lệ nữ"),
    source=Text("SDG 16.7.1; UN SDG metadata 5-5-1b", "SDG 16.7.1; UN SDG metadata 5-5-1b"),
    derive=derive,
)
