"""Rows out of scope, and names, change no figure."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.counting import figures
from support.rosters import SECTIONS, TITLES, Plan, Row, plans

OUTSIDE = st.lists(
    st.one_of(
        st.just(Row("blank")),
        st.builds(Row, st.just("section"), text=st.sampled_from(SECTIONS), place=st.integers(0, 20)),
        st.builds(Row, st.just("total"), text=st.sampled_from(["Tổng cộng", "Cộng: 3"]), place=st.integers(0, 20)),
    ),
    max_size=6,
)


@pytest.mark.parametrize("by", [(), ("unit",), ("level",)])
@given(plan=plans(wide=True), before=OUTSIDE, behind=OUTSIDE, titles=st.lists(st.sampled_from(TITLES), max_size=3))
def test_rows_out_of_scope_before_or_behind_change_no_figure(
    by: tuple[str, ...], plan: Plan, before: list[Row], behind: list[Row], titles: list[str]
) -> None:
    bare = plan.only(plan.people)
    dressed = replace(bare, titles=tuple(titles), rows=(*before, *bare.rows, *behind))
    assert figures(bare.grid(), by=by) == figures(dressed.grid(), by=by)


@given(plans(wide=True))
def test_what_stands_between_people_changes_no_figure(plan: Plan) -> None:
    assert figures(plan.grid()) == figures(plan.only(plan.people).grid())


@given(plans(wide=True), st.randoms(use_true_random=False))
def test_sex_is_never_guessed_from_a_name(plan: Plan, chance: object) -> None:
    names = ["Nguyễn Thị Hoa", "Trần Văn Nam", "Nữ", "Nguyễn Thị Nữ", "Bà Lê", "Ông Phạm", "X Y"]
    renamed = [
        person | {"full_name": f"{chance.choice(names)} {place}"}  # type: ignore[attr-defined]
        for place, person in enumerate(plan.people)
    ]
    assert figures(plan.only(plan.people).grid()) == figures(plan.only(renamed).grid())


@given(plans(wide=True), st.randoms(use_true_random=False))
def test_the_order_of_the_people_changes_no_figure(plan: Plan, chance: object) -> None:
    shuffled = list(plan.people)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert figures(plan.only(plan.people).grid()) == figures(plan.only(shuffled).grid())


@given(plans(wide=True), st.randoms(use_true_random=False))
def test_the_order_of_the_columns_changes_no_figure(plan: Plan, chance: object) -> None:
    columns = list(plan.columns)
    chance.shuffle(columns)  # type: ignore[attr-defined]
    assert figures(plan.grid()) == figures(replace(plan, columns=tuple(columns)).grid())
