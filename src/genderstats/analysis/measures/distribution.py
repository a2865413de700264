"""The structure of women by groups, with that of men beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from genderstats.analysis.measures.measure import Cell, Measure, none
from genderstats.analysis.observation import Observation, share
from genderstats.people.codes import UNKNOWN
from genderstats.text.language import Text

if TYPE_CHECKING:
    from genderstats.indicators.indicator import Indicator


def observe(indicator: Indicator, by: dict[str, str], cell: Cell) -> Observation:
    """Women of a group ÷ women of all groups that are known."""
    found, all_known = cell.tally.yes, cell.whole.yes
    if any(by.get(dimension) == UNKNOWN for dimension in indicator.own_dimensions):
        return none(Observation(indicator, by, *found), "group-unknown")
    counts = Observation(indicator, by, *found, men_numerator=found.men, men_denominator=all_known.men)
    value = share(found.women, all_known.women)
    if value is None:
        return none(counts, "empty-base")
    return replace(counts, numerator=found.women, denominator=all_known.women, value=value)


DISTRIBUTION = Measure(
    title=Text("structure: women of a group ÷ women of all groups", "cơ cấu: nữ của nhóm ÷ nữ của mọi nhóm"),
    formula=Text("Fᵢ ÷ ΣFᵢ, Fᵢ the women of group i", "Fᵢ ÷ ΣFᵢ, Fᵢ là số nữ của nhóm i"),
    source=Text(
        "BM01/BNV, Thông tư 11/2012/TT-BNV (“Chia theo …”)", "BM01/BNV, Thông tư 11/2012/TT-BNV (“Chia theo …”)"
    ),
    observe=observe,
)
