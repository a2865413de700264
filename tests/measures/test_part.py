"""Women with an attribute among everybody."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from support.measuring import TALLIES, asked, measured

from genderstats.counting.tally import Split, Tally

PART = asked("minority-women-share-leaders")


def test_the_base_is_everybody_of_known_sex_and_attribute() -> None:
    one = measured(PART, Tally(yes=Split(2, 1, 0), no=Split(1, 3, 0), unknown=Split(0, 1, 0)))
    assert (one.numerator, one.denominator, one.value) == (2, 7, Fraction(2, 7))
    assert (one.bounds, one.undetermined) == ((Fraction(2, 8), Fraction(2, 7)), 1)


def test_an_empty_base_gives_no_figure() -> None:
    for people in (Tally(), Tally(unknown=Split(1, 1, 1)), Tally(yes=Split(0, 0, 1), no=Split(0, 0, 1))):
        assert (measured(PART, people).value, measured(PART, people).reason) == (None, "empty-base")


@given(TALLIES)
def test_bounds_hold_the_value_and_what_the_unknown_may_turn_out_to_be(people: Tally) -> None:
    one = measured(PART, people)
    if one.bounds is None or one.value is None:
        return
    low, high = one.bounds
    assert 0 <= low <= one.value <= high <= 1
    everybody = people.people
    may = people.yes.unknown + people.unknown.women + people.unknown.unknown
    for women in range(may + 1):
        assert low <= Fraction(people.yes.women + women, everybody) <= high
