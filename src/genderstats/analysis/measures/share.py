"""The share of women among those counted."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from genderstats.analysis.measures.measure import Cell, Measure, judged, none
from genderstats.analysis.observation import Observation, share
from genderstats.text.language import Text

if TYPE_CHECKING:
    from genderstats.indicators.indicator import Indicator


def observe(indicator: Indicator, by: dict[str, str], cell: Cell) -> Observation:
    """Women ÷ women and men of the population.

    The bounds take everybody of unknown sex as a man, then as a woman, and of those who may belong to the population the men
    as belonging, then the women.
    """
    found, perhaps = cell.tally.yes, cell.tally.unknown
    counts = Observation(indicator, by, *found, undetermined=perhaps.people)
    value = share(found.women, found.known)
    if value is None:
        return none(counts, "sex-unknown" if found.unknown else "empty-base")
    men_more = found.unknown + perhaps.men + perhaps.unknown
    women_more = found.unknown + perhaps.women + perhaps.unknown
    bounds = (
        Fraction(found.women, found.known + men_more),
        Fraction(found.women + women_more, found.known + women_more),
    )
    return replace(judged(counts, found.women, found.known, value), bounds=bounds)


SHARE = Measure(
    title=Text("share of women: women ÷ women and men", "tỷ lệ nữ: nữ ÷ (nữ và nam)"),
    formula=Text(
        "F ÷ (F + M), F and M women and men of the population", "F ÷ (F + M), F và M là số nữ và số nam thuộc diện tính"
    ),
    source=Text(
        "Thông tư 10/2019/TT-BKHĐT (indicators of gender development); SDG 5.5.2",
        "Thông tư 10/2019/TT-BKHĐT (chỉ tiêu thống kê phát triển giới); SDG 5.5.2",
    ),
    observe=observe,
)
