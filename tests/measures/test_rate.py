"""The rate within women: women with the attribute ÷ women of whom it is known, men's beside it."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from hypothesis import given
from support.measuring import TALLIES, asked, measured

from genderstats.counting.tally import Split, Tally

RATE = asked("party-rate")


def test_women_and_men_have_a_base_each() -> None:
    one = measured(RATE, Tally(yes=Split(3, 8, 0), no=Split(1, 2, 0)))
    assert (one.numerator, one.denominator, one.value) == (3, 4, Fraction(3, 4))
    assert (one.men_numerator, one.men_denominator) == (8, 10)


def test_women_of_whom_it_is_not_known_are_in_the_bounds_alone() -> None:
    one = measured(RATE, Tally(yes=Split(2, 0, 0), no=Split(2, 0, 0), unknown=Split(1, 7, 0)))
    assert (one.value, one.bounds, one.undetermined) == (Fraction(2, 4), (Fraction(2, 5), Fraction(3, 5)), 1)


def test_without_women_of_whom_it_is_known_there_is_no_rate() -> None:
    for people in (
        Tally(),
        Tally(yes=Split(0, 5, 0), no=Split(0, 5, 0)),
        Tally(unknown=Split(3, 3, 3)),
        Tally(yes=Split(0, 0, 2)),
    ):
        one = measured(RATE, people)
        assert (one.value, one.bounds, one.reason) == (None, None, "empty-base")


@given(TALLIES)
def test_bounds_hold_what_any_turn_of_the_unknown_would_give(people: Tally) -> None:
    one = measured(RATE, people)
    if one.bounds is None or one.value is None:
        return
    low, high = one.bounds
    assert 0 <= low <= one.value <= high <= 1
    unknown = people.unknown
    for yes_women, no_women, has in product(
        (0, people.yes.unknown), (0, people.no.unknown), range(unknown.women + unknown.unknown + 1)
    ):
        having = people.yes.women + yes_women + has
        base = people.yes.women + people.no.women + yes_women + no_women + unknown.women + unknown.unknown
        assert low <= Fraction(having, base) <= high
