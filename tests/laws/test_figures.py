"""What holds of every figure: its parts make its base, its bounds hold it, an empty base gives none."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given
from support.counting import computed, figures
from support.rosters import Plan, plans

from genderstats.analysis.change import compare
from genderstats.text.folding import fold

if TYPE_CHECKING:
    from genderstats.analysis.observation import Observation

HEAD = ["Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ", "Ngày vào Đảng"]


def shares(plan: Plan) -> list[Observation]:
    by = ("level",) if "position" in plan.columns else ()
    return [one for one in figures(plan.grid(), by=by) if one.indicator.measure == "share"]


@given(plans())
def test_women_and_men_make_the_base_of_a_share_and_the_unknown_stand_apart(plan: Plan) -> None:
    for one in shares(plan):
        if one.value is not None:
            assert (one.numerator, one.denominator) == (one.women, one.women + one.men)
            assert one.value == Fraction(one.women, one.women + one.men)


@given(plans())
def test_all_staff_are_women_and_men_and_unknown(plan: Plan) -> None:
    staff = next(one for one in figures(plan.grid()) if one.indicator.id == "women-share-staff")
    assert (staff.women, staff.men, staff.unknown) == plan.sexes()


@given(plans())
def test_bounds_hold_the_value_and_lie_between_none_and_all(plan: Plan) -> None:
    for one in figures(plan.grid()):
        if one.bounds and one.value is not None:
            low, high = one.bounds
            assert 0 <= low <= one.value <= high <= 1


@given(plans())
def test_the_bounds_of_a_share_are_all_unknown_men_and_all_unknown_women_where_it_is_known_who_belongs(
    plan: Plan,
) -> None:
    for one in shares(plan):
        if one.bounds and not one.undetermined:
            everybody = one.women + one.men + one.unknown
            assert one.bounds == (Fraction(one.women, everybody), Fraction(one.women + one.unknown, everybody))


@given(plans())
def test_people_who_may_belong_widen_the_bounds_and_never_narrow_them(plan: Plan) -> None:
    for one in shares(plan):
        if one.bounds:
            everybody = one.women + one.men + one.unknown
            low, high = one.bounds
            assert low <= Fraction(one.women, everybody)
            assert high >= Fraction(one.women + one.unknown, everybody)


@given(plans(wide=True))
def test_however_the_unknown_sexes_turn_out_the_share_lies_within_the_bounds(plan: Plan) -> None:
    told = {(one.indicator.id, tuple(one.by.items())): one for one in figures(plan.grid())}
    for sex in ("Nữ", "Nam"):
        people = [person | ({} if _known(person["sex"]) else {"sex": sex}) for person in plan.people]
        for one in figures(plan.only(people).grid()):
            before = told.get((one.indicator.id, tuple(one.by.items())))
            if before and before.bounds and one.value is not None:
                assert before.bounds[0] <= one.value <= before.bounds[1]


def _known(sex: str) -> bool:
    return sex not in ("", "-", "?")


@given(plans())
def test_there_is_a_value_or_a_reason_and_never_both(plan: Plan) -> None:
    for one in figures(plan.grid()):
        assert (one.value is None) == (one.reason is not None) == (one.status == "not-computable")
        assert one.value is None or isinstance(one.value, Fraction)
        assert one.denominator != 0


def test_an_empty_base_gives_no_figure_and_a_reason() -> None:
    found = {one.indicator.id: one for one in figures([HEAD, ["A", "Nữ", "1970", "Chuyên viên", "Không"]])}
    for name in ("women-share-leaders", "women-share-heads", "women-share-key-leaders"):
        one = found[name]
        assert (one.value, one.bounds, one.status, one.reason) == (None, None, "not-computable", "empty-base")
        assert one.verdicts == ()


def test_a_base_of_unknown_sex_gives_no_figure_and_that_reason() -> None:
    found = {one.indicator.id: one for one in figures([HEAD, ["A", "", "1970", "Trưởng phòng", ""], ["B", "Nam"]])}
    one = found["women-share-leaders"]
    assert (one.value, one.unknown, one.reason) == (None, 1, "sex-unknown")


def test_a_missing_column_gives_no_figure_and_that_reason() -> None:
    found = {one.indicator.id: one for one in figures([["Họ và tên", "Giới tính"], ["A", "Nữ"]])}
    assert found["women-share-recruits"].reason == "column-absent"
    assert found["women-share-minority"].reason == "column-absent"


@given(plans())
def test_a_period_compared_with_itself_has_not_changed(plan: Plan) -> None:
    told = computed(plan.grid()).observations
    for one in compare(told, told):
        assert one.points in (0, None)
        assert one.count_change in (0, None)
        assert one.comparable == (one.now.value is not None) == (one.points is not None)


@given(plans(), plans())
def test_a_change_there_and_back_is_none(then: Plan, now: Plan) -> None:
    before, after = figures(then.grid()), figures(now.grid())
    there = {_key(one.now): one for one in compare(before, after)}
    back = {_key(one.now): one for one in compare(after, before)}
    assert there.keys() == back.keys()
    for key, one in there.items():
        other = back[key]
        assert one.comparable == other.comparable
        if one.points is not None and other.points is not None:
            assert one.points + other.points == 0
        if one.count_change is not None and other.count_change is not None:
            assert one.count_change + other.count_change == 0


def _key(one: Observation) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Which figure it is, however a list spells its groups: a change takes the spelling of the later list."""
    return one.indicator.id, tuple((dimension, fold(code)) for dimension, code in one.by.items())


@given(plans(), plans())
def test_a_change_of_a_share_is_now_minus_then(then: Plan, now: Plan) -> None:
    for one in compare(figures(then.grid()), figures(now.grid())):
        if one.points is not None:
            assert one.points == one.now.value - one.then.value
