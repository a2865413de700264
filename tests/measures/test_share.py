"""The share of women: women ÷ women and men, its bounds, its targets."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from support.measuring import NOBODY, TALLIES, asked, measured, of

from genderstats.counting.tally import Split, Tally
from genderstats.indicators.indicator import Target

STAFF = asked("women-share-staff")


@pytest.mark.parametrize(
    ("women", "men", "printed"),
    [
        (393, 475, "45.28"),
        (18, 108, "14.29"),
        (15, 83, "15.31"),
        (41, 327, "11.14"),
        (125, 285, "30.49"),
        (79, 199, "28.42"),
    ],
)
def test_shares_are_those_published(women: int, men: int, printed: str) -> None:
    one = measured(STAFF, of(women, men))
    assert (one.numerator, one.denominator, one.value) == (women, women + men, Fraction(women, women + men))
    assert f"{float(one.value * 100):.2f}" == printed


def test_people_of_unknown_sex_are_in_no_base_and_in_both_bounds() -> None:
    one = measured(STAFF, of(3, 5, 2))
    assert (one.value, one.bounds) == (Fraction(3, 8), (Fraction(3, 10), Fraction(5, 10)))


def test_an_empty_base_and_a_base_of_unknown_sex_give_no_figure() -> None:
    for people, reason in (
        (of(0, 0), "empty-base"),
        (of(0, 0, 4), "sex-unknown"),
        (Tally(no=Split(2, 2, 2)), "empty-base"),
    ):
        one = measured(STAFF, people)
        assert (one.value, one.bounds, one.numerator, one.denominator, one.reason) == (None, None, None, None, reason)


@given(TALLIES)
def test_bounds_hold_what_any_turn_of_the_unknown_would_give(people: Tally) -> None:
    one = measured(STAFF, people)
    if one.value is None or one.bounds is None:
        return
    low, high = one.bounds
    for women in range(people.yes.unknown + 1):
        for belonging in (NOBODY, people.unknown, Split(people.unknown.women, 0, 0), Split(0, people.unknown.men, 0)):
            for ours in range(belonging.unknown + 1):
                total = people.yes.people + belonging.people
                assert low <= Fraction(people.yes.women + women + belonging.women + ours, total) <= high


@given(TALLIES)
def test_one_bound_each_is_reached(people: Tally) -> None:
    one = measured(STAFF, people)
    if one.bounds is None:
        return
    yes, perhaps = people.yes, people.unknown
    lowest = Fraction(yes.women, yes.people + perhaps.men + perhaps.unknown)
    more = yes.unknown + perhaps.women + perhaps.unknown
    assert one.bounds == (lowest, Fraction(yes.women + more, yes.known + more))


TARGET = Target(2025, Fraction("0.15"), "a document")


@pytest.mark.parametrize(
    ("women", "men", "short"), [(3, 17, 0), (1499, 8501, 1), (1500, 8500, 0), (0, 1, 1), (2, 12, 1)]
)
def test_exactly_15_percent_reaches_it_and_14_99_does_not(women: int, men: int, short: int) -> None:
    (verdict,) = measured(asked("women-share-staff", targets=(TARGET,)), of(women, men)).verdicts
    assert (verdict.met, verdict.short_by) == (short == 0, short)


@given(TALLIES)
def test_so_many_women_in_the_place_of_men_reach_the_target_and_one_fewer_does_not(people: Tally) -> None:
    one = measured(asked("women-share-staff", targets=(TARGET,)), people)
    for verdict in one.verdicts:
        women, base = people.yes.women, people.yes.known
        assert Fraction(women + verdict.short_by, base) >= TARGET.at_least
        assert not verdict.short_by or Fraction(women + verdict.short_by - 1, base) < TARGET.at_least


def test_an_unverified_target_gives_no_verdict() -> None:
    target = Target(2025, Fraction("0.15"), "", verified=False)
    (verdict,) = measured(asked("women-share-staff", targets=(target,)), of(1, 1)).verdicts
    assert (verdict.met, verdict.short_by) == (None, None)
