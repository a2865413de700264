"""The glass ceiling index: women among all against women at the top."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from genderstats.analysis.measures.measure import Cell, Measure, none
from genderstats.analysis.observation import Observation, share
from genderstats.analysis.order import place
from genderstats.people.codes import UNKNOWN
from genderstats.text.language import Text

if TYPE_CHECKING:
    from genderstats.indicators.indicator import Indicator

#: The codes of a dimension in which nobody leads.
_NOT_ABOVE = ("none", UNKNOWN)


def observe(indicator: Indicator, by: dict[str, str], cell: Cell) -> Observation:
    """Share of women among all ÷ share of women in the highest group that has anybody; none where no woman is there.

    Those whose group is not known, who may lead above it, are told apart.
    """
    everybody, perhaps = cell.tally.yes, cell.tally.unknown
    nowhere = cell.parts[UNKNOWN].yes.people if UNKNOWN in cell.parts else 0
    counts = Observation(indicator, by, *everybody, undetermined=perhaps.people + nowhere)
    level = top(indicator.over or "", cell)
    if level is None:
        return none(counts, "empty-base")
    above = cell.parts[level].yes
    below, upper = share(everybody.women, everybody.known), share(above.women, above.known)
    counts = replace(
        counts, parts=(_part(indicator, {}, everybody), _part(indicator, {indicator.over or "": level}, above))
    )
    if below is None or upper is None:
        return none(counts, "sex-unknown")
    if not upper:
        return none(counts, "no-woman-at-top")
    return replace(counts, value=below / upper)


def top(dimension: str, cell: Cell) -> str | None:
    """The highest group that has anybody, in the official order."""
    ranked = sorted(
        (code for code in cell.parts if code not in _NOT_ABOVE), key=lambda code: place(((dimension, code),))
    )
    return next((code for code in ranked if cell.parts[code].yes.people), None)


def _part(indicator: Indicator, by: dict[str, str], found: tuple[int, int, int]) -> Observation:
    women, men, unknown = found
    return Observation(
        indicator, by, women, men, unknown, numerator=women, denominator=women + men, value=share(women, women + men)
    )


CEILING = Measure(
    title=Text(
        "glass ceiling index: share of women among all ÷ share of women at the top",
        "chỉ số trần kính: tỷ lệ nữ trong tổng số ÷ tỷ lệ nữ ở cấp cao nhất",
    ),
    formula=Text(
        "[F ÷ (F + M)] ÷ [Fₜ ÷ (Fₜ + Mₜ)], t the highest group; 1 = no ceiling, above 1 = a ceiling",
        "[F ÷ (F + M)] ÷ [Fₜ ÷ (Fₜ + Mₜ)], t là cấp cao nhất; 1 = không có trần, trên 1 = có trần",
    ),
    source=Text(
        "European Commission, She Figures (definition unverified)",
        "Ủy ban châu Âu, She Figures (định nghĩa chưa xác minh)",
    ),
    observe=observe,
)
