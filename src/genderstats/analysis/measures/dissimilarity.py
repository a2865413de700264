"""The dissimilarity index: how differently women and men are spread over groups."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from genderstats.analysis.measures.measure import Cell, Measure, none
from genderstats.analysis.observation import Observation
from genderstats.people.codes import UNKNOWN
from genderstats.text.language import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from genderstats.indicators.indicator import Indicator


def observe(indicator: Indicator, by: dict[str, str], cell: Cell) -> Observation:
    """D over the groups that are known; people whose group is not known are told apart."""
    known = {code: tally.yes for code, tally in cell.parts.items() if code != UNKNOWN}
    women, men = sum(one.women for one in known.values()), sum(one.men for one in known.values())
    unknown = sum(one.unknown for one in known.values())
    elsewhere = (
        cell.tally.unknown.people + cell.parts[UNKNOWN].yes.people
        if UNKNOWN in cell.parts
        else cell.tally.unknown.people
    )
    counts = Observation(indicator, by, women, men, unknown, undetermined=elsewhere)
    if not women or not men:
        return none(counts, "one-sex-only" if women or men else "empty-base")
    return replace(counts, value=dissimilarity((one.women, one.men) for one in known.values()))


def dissimilarity(groups: Iterable[tuple[int, int]]) -> Fraction:
    """D of (women, men) by group; both totals are above 0.

    >>> dissimilarity([(100, 0), (60, 40), (40, 60), (0, 100)])
    Fraction(3, 5)
    """
    counted = list(groups)
    women, men = sum(one for one, _ in counted), sum(other for _, other in counted)
    return sum((abs(Fraction(one, women) - Fraction(other, men)) for one, other in counted), Fraction(0)) / 2


DISSIMILARITY = Measure(
    title=Text(
        "dissimilarity index of women and men over groups", "chỉ số khác biệt phân bố của nữ và nam giữa các nhóm"
    ),
    formula=Text(
        "D = ½ · Σᵢ |Fᵢ ÷ F − Mᵢ ÷ M|; 0 = spread alike, 1 = wholly apart",
        "D = ½ · Σᵢ |Fᵢ ÷ F − Mᵢ ÷ M|; 0 = phân bố như nhau, 1 = tách biệt hoàn toàn",
    ),
    source=Text(
        "Duncan & Duncan 1955, American Sociological Review 20, 210–217",
        "Duncan & Duncan 1955, American Sociological Review 20, 210–217",
    ),
    observe=observe,
)
