"""The difference and the quotient of two shares."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from support.measuring import asked, measured, of

from genderstats.analysis.measures import MEASURES
from genderstats.analysis.observation import Observation

if TYPE_CHECKING:
    from genderstats.counting.tally import Tally

PEOPLE = st.builds(of, st.integers(0, 9), st.integers(1, 9))


def shares(one: Tally, other: Tally) -> tuple[Observation, Observation]:
    return measured(asked("women-share-leaders"), one), measured(asked("women-share-staff"), other)


def derived(measure: str, one: Observation, other: Observation) -> Observation:
    derive = MEASURES[measure].derive
    assert derive is not None
    return derive(Observation(asked(f"representation-{measure}"), parts=(one, other)), one, other)


def test_known_answers() -> None:
    leaders, staff = shares(of(2, 3), of(6, 4))
    assert derived("gap", leaders, staff).value == Fraction(-1, 5)
    assert derived("ratio", leaders, staff).value == Fraction(2, 3)


@given(PEOPLE, PEOPLE)
def test_there_and_back_gaps_cancel_and_ratios_invert(first: Tally, second: Tally) -> None:
    one, other = shares(first, second)
    there, back = derived("gap", one, other).value, derived("gap", other, one).value
    assert there is not None
    assert back is not None
    assert there + back == 0
    assert -1 <= there <= 1
    up, down = derived("ratio", one, other).value, derived("ratio", other, one).value
    if up and down:
        assert up * down == 1
        assert (up > 1, up == 1) == (there > 0, there == 0)


def test_a_ratio_to_nothing_is_no_number_and_a_ratio_of_nothing_is_0() -> None:
    none, some = shares(of(0, 5), of(1, 4))
    assert (derived("ratio", some, none).value, derived("ratio", some, none).reason) == (None, "no-woman-below")
    assert derived("ratio", none, some).value == 0
