"""Women with an attribute among everybody, women and men alike."""

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
    """Women with the attribute ÷ all of the population of whom sex and attribute are known.

    The bounds let everybody of whom one of them is not known be no woman with the attribute, then one as far as it may be.
    """
    yes, no, unknown = cell.tally.yes, cell.tally.no, cell.tally.unknown
    counts = Observation(
        indicator,
        by,
        women=yes.women + no.women + unknown.women,
        men=yes.men + no.men + unknown.men,
        unknown=yes.unknown + no.unknown + unknown.unknown,
        undetermined=unknown.people,
    )
    base = yes.known + no.known
    value = share(yes.women, base)
    if value is None:
        return none(counts, "empty-base")
    perhaps = yes.unknown + unknown.women + unknown.unknown
    others = no.unknown + unknown.men
    bounds = (Fraction(yes.women, base + perhaps + others), Fraction(yes.women + perhaps, base + perhaps))
    return replace(judged(counts, yes.women, base, value), bounds=bounds)


PART = Measure(
    title=Text(
        "women with the attribute among all: women with it ÷ women and men",
        "nữ có đặc điểm trong tổng số: nữ có đặc điểm ÷ (nữ và nam)",
    ),
    formula=Text(
        "F₊ ÷ (F + M), F₊ the women with the attribute, F and M all women and men of the population",
        "F₊ ÷ (F + M), F₊ là số nữ có đặc điểm, F và M là toàn bộ nữ và nam thuộc diện tính",
    ),
    source=Text(
        "Usual form of reports on ethnic minority women (“nữ DTTS lãnh đạo ÷ lãnh đạo”)",
        "Cách tính thường gặp trong báo cáo về nữ dân tộc thiểu số (nữ DTTS lãnh đạo ÷ lãnh đạo)",
    ),
    observe=observe,
)
