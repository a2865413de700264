"""The rate of an attribute inside women, with that inside men beside it."""

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
    """Women with the attribute ÷ women of whom it is known; the bounds let every woman of whom it is not known, and everybody of
    unknown sex, fall on the one side, then on the other.
    """
    yes, no, unknown = cell.tally.yes, cell.tally.no, cell.tally.unknown
    counts = Observation(
        indicator,
        by,
        women=yes.women + no.women + unknown.women,
        men=yes.men + no.men + unknown.men,
        unknown=yes.unknown + no.unknown + unknown.unknown,
        undetermined=unknown.women,
        men_numerator=yes.men,
        men_denominator=yes.men + no.men,
    )
    value = share(yes.women, yes.women + no.women)
    if value is None:
        return none(counts, "empty-base")
    doubtful = unknown.women + unknown.unknown
    lowest = Fraction(yes.women, yes.women + no.women + doubtful + no.unknown)
    highest = Fraction(yes.women + doubtful + yes.unknown, yes.women + no.women + doubtful + yes.unknown)
    return replace(judged(counts, yes.women, yes.women + no.women, value), bounds=(lowest, highest))


RATE = Measure(
    title=Text("rate within women: women with the attribute ÷ women", "tỷ lệ trong nữ: nữ có đặc điểm ÷ tổng số nữ"),
    formula=Text(
        "F₊ ÷ F, F₊ the women with the attribute, F all women of whom it is known",
        "F₊ ÷ F, F₊ là số nữ có đặc điểm, F là tổng số nữ đã rõ có hay không",
    ),
    source=Text(
        "Practice of yearly reports (“trên tổng số cán bộ nữ”)", "Thực tiễn báo cáo hằng năm (“trên tổng số cán bộ nữ”)"
    ),
    observe=observe,
)
