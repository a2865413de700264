"""The gap between men's and women's values, such as salary coefficients: exact, from how many hold each value."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from genderstats.analysis.measures.measure import Cell, Measure, none
from genderstats.analysis.observation import Observation
from genderstats.people.codes import UNKNOWN
from genderstats.text.language import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from genderstats.indicators.indicator import Indicator

    #: How many hold each value.
    Counts = Mapping[Fraction, int]


#: Of fewer women or men than this no middle is told: it would be somebody's own value.
FEWEST = 3


def mean(counts: Counts) -> Fraction:
    """The mean of values by how many hold each; somebody does.

    >>> mean({Fraction(2): 1, Fraction(4): 3})
    Fraction(7, 2)
    """
    return sum((value * number for value, number in counts.items()), Fraction(0)) / sum(counts.values())


def median(counts: Counts) -> Fraction:
    """The median of values by how many hold each: of an even number, the mean of the two in the middle.

    >>> median({Fraction(2): 1, Fraction(4): 1}), median({Fraction(2): 2, Fraction(4): 1})
    (Fraction(3, 1), Fraction(2, 1))
    """
    number = sum(counts.values())
    return (_at(counts, (number - 1) // 2) + _at(counts, number // 2)) / 2


def _at(counts: Counts, place: int) -> Fraction:
    """The value at a place of the ordered list, from 0."""
    passed = 0
    for value in sorted(counts):
        passed += counts[value]
        if place < passed:
            return value
    raise IndexError(place)


def _gap_of(middle: Callable[[Counts], Fraction]) -> Callable[[Indicator, dict[str, str], Cell], Observation]:
    def observe(indicator: Indicator, by: dict[str, str], cell: Cell) -> Observation:
        """(men's − women's) ÷ men's, over those with a value; the others are told apart."""
        valued = {Fraction(code): tally.yes for code, tally in cell.parts.items() if code != UNKNOWN}
        women = {value: one.women for value, one in valued.items() if one.women}
        men = {value: one.men for value, one in valued.items() if one.men}
        unknown = sum(one.unknown for one in valued.values())
        without = cell.parts[UNKNOWN].yes.people if UNKNOWN in cell.parts else 0
        counts = Observation(
            indicator,
            by,
            sum(women.values()),
            sum(men.values()),
            unknown,
            undetermined=without + cell.tally.unknown.people,
        )
        if not women or not men:
            return none(counts, "one-sex-only" if women or men else "empty-base")
        if min(counts.women, counts.men) < FEWEST:
            return none(counts, "too-few")
        ours, theirs = middle(women), middle(men)
        told = replace(counts, women_value=ours, men_value=theirs)
        return replace(told, value=(theirs - ours) / theirs) if theirs else none(told, "empty-base")

    return observe


MEAN_GAP = Measure(
    title=Text(
        "gap of means: (men's mean − women's mean) ÷ men's mean",
        "chênh lệch bình quân: (bình quân nam − bình quân nữ) ÷ bình quân nam",
    ),
    formula=Text("(x̄ₘ − x̄_f) ÷ x̄ₘ; above 0 = men's is higher", "(x̄ₘ − x̄_f) ÷ x̄ₘ; trên 0 = nam cao hơn"),
    source=Text(
        "ILO, unadjusted gender pay gap (unverified)",
        "ILO, khoảng cách tiền lương theo giới chưa hiệu chỉnh (chưa xác minh)",
    ),
    observe=_gap_of(mean),
)
MEDIAN_GAP = Measure(
    title=Text(
        "gap of medians: (men's median − women's median) ÷ men's median",
        "chênh lệch trung vị: (trung vị nam − trung vị nữ) ÷ trung vị nam",
    ),
    formula=Text("(x̃ₘ − x̃_f) ÷ x̃ₘ; above 0 = men's is higher", "(x̃ₘ − x̃_f) ÷ x̃ₘ; trên 0 = nam cao hơn"),
    source=Text(
        "ILO, unadjusted gender pay gap (unverified)",
        "ILO, khoảng cách tiền lương theo giới chưa hiệu chỉnh (chưa xác minh)",
    ),
    observe=_gap_of(median),
)
