"""The structure of women: its parts make one, and the unknown are no part of it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from support.measuring import SPLITS, asked, of

from genderstats.analysis.measures import MEASURES
from genderstats.analysis.measures.measure import Cell
from genderstats.counting.tally import Split, Tally

if TYPE_CHECKING:
    from genderstats.analysis.observation import Observation

STRUCTURE = asked("education-rate")


def told(groups: list[Split]) -> list[Observation]:
    observe = MEASURES["distribution"].observe
    assert observe is not None
    whole = Tally(yes=Split(*map(sum, zip(*groups, strict=True))))
    return [observe(STRUCTURE, {"education": "master"}, Cell(Tally(yes=one), whole)) for one in groups]


def test_a_group_is_divided_by_the_women_of_all_groups_and_by_no_man() -> None:
    one, other = told([Split(1, 9, 0), Split(3, 1, 0)])
    assert [(each.value, each.men_numerator, each.men_denominator) for each in (one, other)] == [
        (Fraction(1, 4), 9, 10),
        (Fraction(3, 4), 1, 10),
    ]


@given(st.lists(SPLITS, min_size=1, max_size=6))
def test_the_parts_make_one(groups: list[Split]) -> None:
    values = [one.value for one in told(groups)]
    if any(group.women for group in groups):
        assert sum(value for value in values if value is not None) == 1
    else:
        assert values == [None] * len(groups)


def test_those_of_whom_it_is_not_known_have_no_part() -> None:
    observe = MEASURES["distribution"].observe
    assert observe is not None
    one = observe(STRUCTURE, {"education": "_U"}, Cell(of(3, 3), of(9, 9)))
    assert (one.value, one.reason, one.women) == (None, "group-unknown", 3)
