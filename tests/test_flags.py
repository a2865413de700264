"""What a figure should be read with: flags, declared breaks, and intervals only where they are asked for."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from math import sqrt
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.program import inside
from support.sheets import write

from genderstats import compute
from genderstats.analysis.change import compare
from genderstats.analysis.flags import SMALL_BASE
from genderstats.analysis.interval import Z, wilson, with_interval
from genderstats.analysis.observation import Observation
from genderstats.indicators.breaks import Break, breaks, breaks_between
from genderstats.indicators.catalogue import catalogue
from genderstats.indicators.dimension import dimensions
from genderstats.indicators.rules import worded
from genderstats.period import Moment

if TYPE_CHECKING:
    from pathlib import Path

SHARE = catalogue()["women-share-leaders"]


def share(women: int, men: int, unknown: int = 0, undetermined: int = 0, **also: Any) -> Observation:
    base = women + men
    return Observation(SHARE, {}, women, men, unknown, undetermined, women, base, value=Fraction(women, base), **also)


@pytest.mark.parametrize(("men", "flagged"), [(SMALL_BASE - 2, True), (SMALL_BASE - 1, False)])
def test_a_base_of_fewer_than_thirty_is_flagged(men: int, flagged: bool) -> None:
    assert ("small-base" in share(1, men).flags) == flagged


@pytest.mark.parametrize(
    ("unknown", "undetermined", "flagged"), [(5, 0, False), (6, 0, True), (0, 6, True), (3, 3, True)]
)
def test_more_than_five_per_cent_of_the_base_and_the_unknown_are_many(
    unknown: int, undetermined: int, flagged: bool
) -> None:
    assert ("many-unknown" in share(45, 50, unknown, undetermined).flags) == flagged


def test_a_profile_that_switches_a_rule_and_a_definition_without_a_source_are_flagged() -> None:
    assert "definition-differs" in replace(share(50, 50), indicator=worded(SHARE, ["acting_heads"], catalogue())).flags
    assert "unverified" in replace(share(50, 50), indicator=replace(SHARE, verified=False)).flags
    assert share(50, 50).flags == ()


def test_where_there_is_no_figure_its_base_is_not_judged() -> None:
    empty = Observation(SHARE, status="not-computable", reason="empty-base")
    assert empty.flags == ()


def test_what_is_made_of_two_figures_is_as_small_as_the_smaller() -> None:
    gap = Observation(catalogue()["representation-gap"], value=Fraction(0), parts=(share(5, 5), share(50, 50)))
    assert gap.flags == ("small-base",)


def test_a_change_whose_sides_follow_other_rules_is_a_break_and_no_points_are_told() -> None:
    (one,) = compare([share(40, 60)], [replace(share(50, 50), indicator=worded(SHARE, ["acting_heads"], catalogue()))])
    assert one.flags == ("definition-differs", "break")
    assert (one.points, one.reason) == (None, "rules-differ")


def test_a_change_of_which_only_one_side_covers_all_lists_is_a_break() -> None:
    (one,) = compare([share(40, 60)], [share(50, 50, uncovered=20)])
    assert one.reason == "coverage-differs"
    assert one.flags == ("break",)


def test_every_declared_break_names_what_there_is_and_says_where_it_is_from() -> None:
    for one in breaks().values():
        assert set(one.dimensions) <= set(dimensions())
        assert set(one.indicators) <= set(catalogue())
        assert one.words.en
        assert one.words.vi
        assert one.source.vi
    assert not breaks()["no-district-level"].verified
    assert breaks()["no-district-level"].date == dt.date(2025, 7, 1)
    assert breaks()["moha-forms-reissued"].date == dt.date(2025, 10, 8)


@pytest.mark.parametrize(
    ("then", "now", "found"),
    [
        ("2025-06-30", "2025-07-01", ["no-district-level"]),
        ("2025-07-01", "2025-10-07", []),
        ("2024-12-31", "2025-12-31", ["no-district-level", "moha-forms-reissued"]),
        ("2025-12-31", "2024-12-31", ["no-district-level", "moha-forms-reissued"]),
        ("2020-12-31", "2021-12-31", []),
    ],
)
def test_a_break_lies_between_two_days_when_the_later_has_reached_it(then: str, now: str, found: list[str]) -> None:
    days = (Moment.at(dt.date.fromisoformat(then)), Moment.at(dt.date.fromisoformat(now)))
    assert [one.id for one in breaks_between(*days)] == found


def test_nothing_lies_between_days_of_which_one_is_not_known() -> None:
    assert breaks_between(Moment(), Moment.at(dt.date(2026, 1, 1))) == ()


def test_a_break_concerns_the_figures_that_its_dimensions_tell_and_no_other() -> None:
    one: Break = breaks()["no-district-level"]
    assert one.concerns(SHARE, ["level"])
    assert not one.concerns(SHARE, ["age"])
    assert one.concerns(catalogue()["women-share-senior-middle-managers"])
    assert one.concerns(catalogue()["bodies-with-woman-key-leader"])
    assert not one.concerns(catalogue()["women-share-staff"])


ROWS = [["Họ và tên", "Giới tính", "Chức vụ"], ["A", "Nữ", "Trưởng phòng"], ["B", "Nam", "Phó Trưởng phòng"]]


def straddling(folder: Path) -> list[Path]:
    return [write(folder / f"roster-{year}.csv", ROWS) for year in (2024, 2026)]


def test_a_break_is_told_beside_the_figures_it_concerns_and_refuses_none(tmp_path: Path) -> None:
    run = inside("compare", *straddling(tmp_path), "-i", "women-share-leaders", "--by", "level", "--format", "json")
    (level,) = (one for one in run.json["changes"] if one["by"])
    assert (level["breaks"], level["then"]["status"], level["comparable"]) == (["no-district-level"], "ok", True)
    assert "break" in level["flags"]
    assert [one["break"] for one in run.json["breaks"]] == ["no-district-level"]
    page = inside("compare", *straddling(tmp_path), "-i", "women-share-leaders", "--by", "level").out
    assert "break on 1 July 2025: see below" in page
    assert "Break on 1 July 2025: no district level any more" in page
    assert "(unverified)" in page


def test_a_figure_that_no_break_concerns_is_compared_without_a_word_of_it(tmp_path: Path) -> None:
    assert "reak on" not in inside("compare", *straddling(tmp_path), "-i", "women-share-staff").out


def test_the_interval_of_one_in_fifteen_is_that_of_the_literature() -> None:
    found = wilson(1, 15)
    assert (round(found.low, 4), round(found.high, 4)) == (0.0119, 0.2982)


@given(st.integers(1, 10_000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_an_interval_holds_its_share_and_its_ends_solve_the_score_equation(counts: tuple[int, int]) -> None:
    part, whole = counts
    found = wilson(part, whole)
    assert 0 <= found.low <= part / whole <= found.high <= 1
    for end in (found.low, found.high):
        if 0 < end < 1:
            assert abs(abs(part / whole - end) - Z * sqrt(end * (1 - end) / whole)) < 1e-9


def test_there_is_an_interval_only_where_it_is_asked_for_and_only_of_shares_of_people(tmp_path: Path) -> None:
    path = write(tmp_path / "roster-2024.csv", ROWS)
    assert all(one.interval is None for one in compute(path).observations)
    for one in compute(path, interval=True).observations:
        of_people = one.indicator.measure in ("share", "rate", "part") and one.indicator.unit == "person"
        assert (one.interval is not None) == (of_people and one.value is not None)
    assert with_interval(replace(share(1, 1), denominator=None, numerator=None)).interval is None


def test_an_interval_says_what_it_means(tmp_path: Path) -> None:
    path = write(tmp_path / "roster-2024.csv", ROWS)
    run = inside("compute", path, "-i", "women-share-staff", "--interval")
    assert "if these 2 people were a random sample of a larger group: 9.45 % to 90.55 % (95 %, Wilson)" in run.out
    assert "no sampling error" in run.out
    (one,) = inside("compute", path, "-i", "women-share-staff", "--interval", "-f", "json").json["observations"]
    assert one["interval"].keys() == {"method", "level", "low", "high"}
    assert (one["interval"]["method"], one["interval"]["level"]) == ("wilson", 0.95)
    (one,) = inside("compute", path, "-i", "women-share-staff", "-f", "json").json["observations"]
    assert one["interval"] is None
