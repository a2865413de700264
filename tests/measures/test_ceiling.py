"""The glass ceiling index: women among all ÷ women at the highest level that has leaders."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from support.measuring import asked, measured, of

if TYPE_CHECKING:
    from genderstats.counting.tally import Tally

INDEX = asked("glass-ceiling-index")
ORACLE = dict(
    zip(("ministry", "department", "division", "none"), map(of, (1, 12, 30, 300), (14, 88, 40, 200)), strict=True)
)


def test_the_grades_of_the_oracle_give_7_51() -> None:
    one = measured(INDEX, ORACLE)
    assert one.value == Fraction(343, 685) / Fraction(1, 15)
    assert round(float(one.value), 2) == 7.51


def test_it_says_both_shares() -> None:
    below, top = measured(INDEX, ORACLE).parts
    assert (below.numerator, below.denominator, below.by) == (343, 685, {})
    assert (top.numerator, top.denominator, top.by) == (1, 15, {"level": "ministry"})


def test_as_many_women_at_the_top_as_everywhere_is_no_ceiling() -> None:
    assert measured(INDEX, {"department": of(2, 3), "none": of(20, 30)}).value == 1


def test_levels_stand_in_their_official_order_and_a_level_without_anybody_is_passed_over() -> None:
    groups = {"team": of(9, 0), "national": of(0, 0), "division": of(0, 3), "department": of(1, 1), "none": of(5, 5)}
    assert measured(INDEX, groups).parts[1].by == {"level": "department"}


def test_no_woman_at_the_top_no_leader_and_no_known_sex_give_no_index() -> None:
    cases: list[tuple[dict[str, Tally], str]] = [
        ({"department": of(0, 3), "division": of(3, 0)}, "no-woman-at-top"),
        ({"none": of(3, 3)}, "empty-base"),
        ({"department": of(0, 0, 2), "none": of(3, 3)}, "sex-unknown"),
    ]
    for groups, reason in cases:
        one = measured(INDEX, groups)
        assert (one.value, one.reason) == (None, reason)


def test_leaders_of_a_level_that_is_not_known_may_stand_above_and_are_told() -> None:
    one = measured(INDEX, {"division": of(1, 1), "none": of(2, 2), "_U": of(0, 3)})
    assert one.undetermined == 3


@given(st.lists(st.integers(1, 9), min_size=4, max_size=4))
def test_it_is_one_over_the_representation_ratio_of_the_same_leaders(counts: list[int]) -> None:
    women, men, others, other_men = counts
    ceiling = measured(INDEX, {"division": of(women, men), "none": of(others, other_men)}).value
    leaders = measured(asked("women-share-leaders"), of(women, men)).value
    staff = measured(asked("women-share-staff"), of(women + others, men + other_men)).value
    assert ceiling is not None
    assert leaders is not None
    assert staff is not None
    assert ceiling * (leaders / staff) == 1
