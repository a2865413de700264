"""The ratio of two shares."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from genderstats.analysis.measures.measure import Measure, none
from genderstats.text.language import Text

if TYPE_CHECKING:
    from genderstats.analysis.observation import Observation


def derive(counts: Observation, one: Observation, other: Observation) -> Observation:
    """One share ÷ the other; none where the other is 0."""
    assert one.value is not None
    assert other.value is not None
    if not other.value:
        return none(counts, "no-woman-below")
    return replace(counts, value=one.value / other.value)


RATIO = Measure(
    title=Text("ratio of two shares", "tỷ số của hai tỷ lệ"),
    formula=Text("p ÷ q, two shares of women", "p ÷ q, hai tỷ lệ nữ"),
    source=Text("SDG 16.7.1; UN SDG metadata 5-5-1b", "SDG 16.7.1; UN SDG metadata 5-5-1b"),
    derive=derive,
)
