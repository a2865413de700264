"""Tallies are a commutative monoid, and counting is a homomorphism into it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.counting import figures, tallies
from support.rosters import FILLED, Plan, called, plans

from genderstats.analysis.spelling import in_one_spelling
from genderstats.counting.tally import Split, Tallies, Tally
from genderstats.indicators.catalogue import catalogue

SPLITS = st.builds(Split, *[st.integers(0, 9)] * 3)
TALLIES = st.builds(Tally, SPLITS, SPLITS, SPLITS)
GROUPS = st.sampled_from([(), (("level", "team"),), (("level", "_U"),), (("unit", "A"), ("age", "<30"))])
KEYS = st.tuples(st.sampled_from(["one", "two"]), GROUPS)
REASONS = st.tuples(st.sampled_from(["one", "two"]), st.sampled_from(["column-absent", "no-period"]))
COUNTED = st.builds(
    Tallies,
    st.integers(0, 99),
    st.dictionaries(KEYS, TALLIES),
    st.dictionaries(REASONS, st.integers(1, 9)).map(lambda counts: Tallies().silent.__class__(counts)),
)
DIMENSIONS = st.sampled_from([(), ("unit",), ("level", "role"), ("age",), ("ethnicity", "party"), ("education",)])


@given(COUNTED, COUNTED, COUNTED)
def test_tallies_may_be_added_in_any_grouping(one: Tallies, two: Tallies, three: Tallies) -> None:
    assert (one + two) + three == one + (two + three)


@given(COUNTED, COUNTED)
def test_tallies_may_be_added_in_any_order(one: Tallies, two: Tallies) -> None:
    assert one + two == two + one


@given(COUNTED)
def test_nothing_counted_adds_nothing(one: Tallies) -> None:
    assert one + Tallies() == one == Tallies() + one


@given(TALLIES, TALLIES)
def test_a_sum_of_tallies_counts_the_people_of_both(one: Tally, two: Tally) -> None:
    assert (one + two).people == one.people + two.people
    assert one + Tally() == one


@given(plans(wide=True), st.data(), DIMENSIONS)
def test_two_halves_of_a_roster_counted_apart_add_up_to_the_whole(
    plan: Plan, data: st.DataObject, by: tuple[str, ...]
) -> None:
    marks = data.draw(st.lists(st.booleans(), min_size=len(plan.people), max_size=len(plan.people)))
    halves = [
        [
            called(FILLED, name) | {"number": number},
            *(one for one, mark in zip(plan.people, marks, strict=True) if mark is half),
        ]
        for half, name, number in ((True, "một", "901"), (False, "hai", "902"))
    ]
    first, second = halves
    whole = tallies(plan.only(first + second), by)
    parts = tallies(plan.only(first), by) + tallies(plan.only(second), by)
    assert (parts.people, parts.silent) == (whole.people, whole.silent)
    for name in catalogue():
        assert in_one_spelling(parts.groups(name)) == whole.groups(name)


@pytest.mark.parametrize("by", [(), ("level",), ("age", "role")])
@given(one=plans(), two=plans())
def test_the_order_of_the_files_changes_no_figure(by: tuple[str, ...], one: Plan, two: Plan) -> None:
    other = two.named("hai")
    assert figures(one.grid(), other.grid(), by=by) == figures(other.grid(), one.grid(), by=by)
