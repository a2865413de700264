"""What is counted, person, post, seat, committee or body: items add up, order and the cutting into files change nothing."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.counting import MOMENT, figures
from support.rosters import FILLED, Plan, called, plans
from support.sheets import write

from genderstats import compare, read_roster
from genderstats.counting.population import Population
from genderstats.indicators.dimension import dimensions

if TYPE_CHECKING:
    from support.sheets import Grid

    from genderstats.analysis.observation import Observation
    from genderstats.indicators.indicator import Per

KINDS: list[Per] = ["person", "post", "seat", "committee", "body"]
HEAD = ["STT", "Họ và tên", "Giới tính", "Chức vụ", "Đơn vị", "Chức vụ Đảng", "Đảng bộ"]


def items(plan: Plan, per: Per) -> int:
    """How many items the people of a plan make."""
    with tempfile.TemporaryDirectory() as folder:
        (roster,) = read_roster(write(Path(folder) / "roster.csv", plan.grid())).rosters
    return len(Population(roster, MOMENT).each(per))


@pytest.mark.parametrize("per", KINDS)
@settings(max_examples=8)
@given(plan=plans(wide=True))
def test_the_items_of_a_roster_are_those_of_its_people(per: Per, plan: Plan) -> None:
    beside = items(plan.only([FILLED]), per)
    some = plan.people[:4]
    each = sum(items(plan.only([FILLED, one]), per) - beside for one in some)
    assert items(plan.only([FILLED, *some]), per) == beside + each


@given(plans(wide=True))
def test_everybody_is_one_person_and_makes_at_least_one_item_of_every_kind(plan: Plan) -> None:
    bare = plan.only(plan.people)
    counts = {per: items(bare, per) for per in KINDS}
    assert counts["person"] == len(plan.people)
    assert all(count >= len(plan.people) for count in counts.values())


@settings(max_examples=15)
@given(plans(wide=True), st.data())
def test_a_roster_cut_into_two_files_gives_the_same_figures(plan: Plan, data: st.DataObject) -> None:
    marks = data.draw(st.lists(st.booleans(), min_size=len(plan.people), max_size=len(plan.people)))
    first, second = (
        [called(FILLED, name), *(one for one, mark in zip(plan.people, marks, strict=True) if mark is half)]
        for half, name in ((True, "một"), (False, "hai"))
    )
    for by in ((), ("unit",), ("committee-level",)):
        whole = figures(plan.only(first + second).grid(), by=by)
        assert told(figures(plan.only(first).grid(), plan.only(second).grid(), by=by)) == told(whole)


def told(found: list[Observation]) -> list[Observation]:
    return sorted(found, key=lambda one: (one.indicator.id, tuple(one.by.items())))


#: Numbers are somebody's own, and no breakdown.
EVERY_DIMENSION = sorted(name for name, one in dimensions().items() if one.kind != "number")


@pytest.mark.parametrize("by", EVERY_DIMENSION)
@settings(max_examples=4)
@given(plan=plans(wide=True))
def test_the_catalogue_answers_by_every_dimension_and_bounds_hold_the_value(by: str, plan: Plan) -> None:
    for one in figures(plan.grid(), by=[by]):
        assert (one.value is None) == (one.reason is not None)
        if one.bounds and one.value is not None:
            assert 0 <= one.bounds[0] <= one.value <= one.bounds[1] <= 1
        if one.numerator is not None and one.denominator is not None:
            assert 0 <= one.numerator <= one.denominator != 0
        if one.indicator.unit == "body" and one.denominator is not None:
            assert one.denominator - (one.numerator or 0) == len(one.missing)


@given(plan=plans(), by=st.lists(st.sampled_from(EVERY_DIMENSION), min_size=2, max_size=3, unique=True))
def test_no_roster_and_no_breakdown_makes_it_raise(plan: Plan, by: list[str]) -> None:
    assert figures(plan.grid(), by=by)


def one(found: list[Observation], name: str) -> Observation:
    (total,) = [each for each in found if each.indicator.id == name and not each.by]
    return total


def listed(*rows: tuple[str, str, str, str, str]) -> Grid:
    """Rows of sex, post, unit, Party post and committee."""
    return [HEAD, *([str(at), f"Người {at} {' '.join(row)}", *row] for at, row in enumerate(rows, start=1))]


MINISTRY = (("Nam", "Bộ trưởng", "Bộ Y tế", "", ""), ("Nữ", "Thứ trưởng", "BỘ Y TẾ", "", ""))
COMMITTEE = (
    ("Nam", "Chuyên viên", "", "Bí thư Đảng ủy", "Đảng bộ Cục An"),
    ("Nữ", "Chuyên viên", "", "Phó Bí thư Đảng ủy", "ĐẢNG BỘ CỤC AN"),
)


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("bodies-with-woman-key-leader", MINISTRY),
        ("thirty-percent-rule", MINISTRY),
        ("committees-with-woman-in-standing-committee", COMMITTEE),
        ("committees-at-15-percent", COMMITTEE),
    ],
)
def test_a_body_that_stands_in_two_files_is_judged_once(
    name: str, rows: tuple[tuple[str, str, str, str, str], ...]
) -> None:
    apart = one(figures(*map(listed, rows)), name)
    together = one(figures(listed(*rows)), name)
    assert (apart.numerator, apart.denominator, apart.missing, apart.unjudged) == (1, 1, (), ())
    assert (together.numerator, together.denominator) == (1, 1)


def test_two_files_that_spell_a_unit_in_two_ways_hold_one_unit() -> None:
    first = listed(("Nữ", "Chuyên viên", "Phòng Tổ chức", "", ""), ("Nam", "Chuyên viên", "Phòng Kế toán", "", ""))
    second = listed(("Nữ", "Nhân viên", "PHÒNG KẾ TOÁN", "", ""), ("Nam", "Nhân viên", "PHÒNG TỔ CHỨC", "", ""))
    assert one(figures(first, second), "dissimilarity-index").value == 0
    groups = {
        each.by["unit"]: (each.women, each.men)
        for each in figures(first, second, by=["unit"])
        if each.indicator.id == "women-share-staff"
    }
    assert groups == {"Phòng Kế toán": (1, 1), "Phòng Tổ chức": (1, 1)}


def test_a_unit_that_is_spelt_in_another_way_the_next_year_is_compared(tmp_path: Path) -> None:
    then = write(tmp_path / "r-2020.csv", listed(("Nữ", "Chuyên viên", "Phòng Tổ chức", "", "")))
    now = write(tmp_path / "r-2021.csv", listed(("Nam", "Chuyên viên", "PHÒNG TỔ CHỨC", "", "")))
    (step,) = compare(then, now, by=["unit"], indicators=["women-share-staff"]).changes
    assert [(change.now.by, change.points) for change in step] == [({"unit": "Phòng Tổ chức"}, -1)]


def test_a_person_of_two_bodies_counts_in_each_and_once_among_people() -> None:
    found = figures(
        listed(
            ("Nữ", "Chủ tịch HĐND huyện; Chủ tịch UBND huyện", "UBND huyện Đak Pơ", "", ""),
            ("Nam", "Phó Chủ tịch UBND huyện", "UBND huyện Đak Pơ", "", ""),
        )
    )
    assert one(found, "women-share-key-leaders").denominator == 2
