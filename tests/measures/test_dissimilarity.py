"""The dissimilarity index: known answers, and what holds of any."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.measuring import asked, measured, of

from genderstats.analysis.measures.dissimilarity import dissimilarity

INDEX = asked("dissimilarity-index")
Groups = list[tuple[int, int]]


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ([(100, 0), (60, 40), (40, 60), (0, 100)], Fraction(3, 5)),
        ([(10, 0), (0, 10)], Fraction(1)),
        ([(5, 5), (20, 20), (1, 1)], Fraction(0)),
        ([(1, 3), (2, 6)], Fraction(0)),
    ],
)
def test_known_answers(groups: Groups, expected: Fraction) -> None:
    one = measured(INDEX, {f"Phòng {place}": of(*group) for place, group in enumerate(groups)})
    assert one.value == expected == dissimilarity(groups)


def test_the_grades_of_the_oracle_give_0_2898() -> None:
    one = measured(INDEX, dict(zip("ABCD", map(of, (1, 12, 30, 300), (14, 88, 40, 200)), strict=True)))
    assert one.value is not None
    assert round(float(one.value), 4) == 0.2898


GROUPS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=6).filter(
    lambda groups: all(map(sum, zip(*groups, strict=True)))
)


@given(GROUPS)
def test_it_lies_between_0_and_1_and_changes_neither_by_order_nor_by_sex_nor_by_size(groups: Groups) -> None:
    value = dissimilarity(groups)
    assert 0 <= value <= 1
    assert value == dissimilarity(groups[::-1]) == dissimilarity([(men, women) for women, men in groups])
    assert value == dissimilarity([(3 * women, 7 * men) for women, men in groups])


@given(GROUPS)
def test_it_is_the_part_of_women_who_would_have_to_move(groups: Groups) -> None:
    women, men = (sum(column) for column in zip(*groups, strict=True))
    too_many = sum(max(Fraction(0), Fraction(ours, women) - Fraction(theirs, men)) for ours, theirs in groups)
    assert dissimilarity(groups) == too_many


def test_one_sex_alone_and_nobody_give_no_index() -> None:
    for groups, reason in (({"A": of(3, 0), "B": of(1, 0)}, "one-sex-only"), ({"A": of(0, 0, 5)}, "empty-base")):
        one = measured(INDEX, groups)
        assert (one.value, one.reason) == (None, reason)


def test_people_without_a_unit_are_told_apart() -> None:
    one = measured(INDEX, {"A": of(1, 0), "B": of(0, 1), "_U": of(5, 5, 1)})
    assert (one.value, one.women, one.men, one.undetermined) == (1, 1, 1, 11)
