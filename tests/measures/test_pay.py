"""Mean and median from how many hold each value, and the gaps between men's and women's."""

from __future__ import annotations

import statistics
from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.measuring import asked, measured, of

from genderstats.analysis.measures.pay import mean, median

if TYPE_CHECKING:
    from genderstats.counting.tally import Tally
    from genderstats.indicators.indicator import Indicator

MEAN, MEDIAN = asked("salary-coefficient-gap"), asked("salary-coefficient-gap-median")
COEFFICIENTS = st.lists(st.integers(1, 1200).map(lambda hundredths: Fraction(hundredths, 100)), min_size=3, max_size=12)


@given(COEFFICIENTS)
def test_mean_and_median_of_counts_are_those_of_the_list(values: list[Fraction]) -> None:
    counts = Counter(values)
    assert mean(counts) == statistics.mean(values)
    assert median(counts) == statistics.median(values)


def tallies(women: list[Fraction], men: list[Fraction]) -> dict[str, Tally]:
    ours, theirs = Counter(women), Counter(men)
    return {str(value): of(ours[value], theirs[value]) for value in {*women, *men}}


@given(COEFFICIENTS, COEFFICIENTS)
def test_gaps_are_those_of_the_lists(women: list[Fraction], men: list[Fraction]) -> None:
    for indicator, middle in ((MEAN, statistics.mean), (MEDIAN, statistics.median)):
        one = measured(indicator, tallies(women, men))
        ours, theirs = Fraction(middle(women)), Fraction(middle(men))
        assert one.value == (theirs - ours) / theirs
        assert (one.women, one.men, one.women_value, one.men_value) == (len(women), len(men), ours, theirs)
        assert one.value < 1


@given(COEFFICIENTS, COEFFICIENTS)
def test_another_unit_of_pay_changes_no_gap(women: list[Fraction], men: list[Fraction]) -> None:
    larger = tallies([1490 * value for value in women], [1490 * value for value in men])
    for indicator in (MEAN, MEDIAN):
        assert measured(indicator, larger).value == measured(indicator, tallies(women, men)).value


@given(COEFFICIENTS)
def test_the_same_pay_has_no_gap(values: list[Fraction]) -> None:
    for indicator in (MEAN, MEDIAN):
        assert measured(indicator, tallies(values, values)).value == 0


@pytest.mark.parametrize("indicator", [MEAN, MEDIAN], ids=["mean", "median"])
def test_one_sex_alone_nobody_and_pay_of_0_give_no_gap(indicator: Indicator) -> None:
    cases = [
        ({"2.34": of(3, 0)}, "one-sex-only"),
        ({"2.34": of(0, 3)}, "one-sex-only"),
        ({"2.34": of(0, 0, 3)}, "empty-base"),
        ({"_U": of(3, 3)}, "empty-base"),
        ({"0": of(0, 3), "2.34": of(3, 0)}, "empty-base"),
        ({"2.34": of(3, 2)}, "too-few"),
        ({"2.34": of(2, 3)}, "too-few"),
    ]
    for groups, reason in cases:
        one = measured(indicator, groups)
        assert (one.value, one.reason) == (None, reason)


def test_who_has_no_coefficient_is_told_and_is_no_zero() -> None:
    one = measured(MEAN, {"3": of(3, 0), "4": of(0, 3), "_U": of(2, 1)})
    assert (one.value, one.women, one.men, one.undetermined) == (Fraction(1, 4), 3, 3, 3)
