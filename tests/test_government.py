"""A made-up government of 30 agencies gives the figures of the Government's report for 2023."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from support.government import HEAD, MINISTRIES, UNDER_THE_GOVERNMENT, roster
from support.program import inside
from support.sheets import write

from genderstats import compare, compute

if TYPE_CHECKING:
    from support.sheets import Grid

    from genderstats.analysis.observation import Observation

BODIES, LEADERS = "bodies-with-woman-key-leader", "women-share-key-leaders"
ALL, OF_MINISTRIES, OF_AGENCIES = "", "ministry", "government-agency"


@cache
def told(asked: str, *grids: tuple[tuple[str, ...], ...]) -> dict[tuple[str, str], Observation]:
    """The figures by indicator and kind of body."""
    with TemporaryDirectory() as folder:
        paths = [write(Path(folder) / f"r-{at}.csv", grid) for at, grid in enumerate(grids)]
        found = compute(*paths, indicators=[asked]).observations
    return {(one.indicator.id, one.by.get("body-kind", ALL)): one for one in found}


def fixed(grid: Grid) -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, grid))


GOVERNMENT = fixed(roster([*MINISTRIES, *UNDER_THE_GOVERNMENT]))
PUBLISHED = [
    (BODIES, ALL, 14, 30),
    (BODIES, OF_MINISTRIES, 13, 22),
    (BODIES, OF_AGENCIES, 1, 8),
    (LEADERS, ALL, 18, 126),
    (LEADERS, OF_MINISTRIES, 15, 98),
    (LEADERS, OF_AGENCIES, 3, 28),
]


@pytest.mark.parametrize("asked", [BODIES, LEADERS])
@pytest.mark.parametrize(("indicator", "kind", "part", "whole"), PUBLISHED)
def test_asking_for_one_gives_bodies_and_leaders_side_by_side_and_by_kind(
    asked: str, indicator: str, kind: str, part: int, whole: int
) -> None:
    one = told(asked, GOVERNMENT)[indicator, kind]
    assert (one.numerator, one.denominator, one.value) == (part, whole, Fraction(part, whole))
    assert one.bounds == (one.value, one.value)


def test_ministries_stand_before_agencies() -> None:
    kinds = [kind for indicator, kind in told(BODIES, GOVERNMENT) if indicator == BODIES]
    assert kinds == [ALL, OF_MINISTRIES, OF_AGENCIES]


def test_nothing_else_is_told_of_them() -> None:
    assert set(told(BODIES, GOVERNMENT)) == {(indicator, kind) for indicator, kind, _, _ in PUBLISHED}


def test_they_are_printed_as_published(tmp_path: Path) -> None:
    path = write(tmp_path / "r.csv", GOVERNMENT)
    page = inside("compute", path, "-i", BODIES, "--format", "md").out
    figures = "14/30 46.67 18/126 14.29 13/22 59.09 1/8 12.50 15/98 15.31 3/28 10.71"
    for figure in figures.split():
        assert figure in page


def test_the_bodies_that_miss_are_listed_and_so_many_more_would_reach_the_targets() -> None:
    found = told(BODIES, GOVERNMENT)
    assert {len(found[BODIES, kind].missing) for kind in (ALL, OF_MINISTRIES, OF_AGENCIES)} == {16, 9, 7}
    assert "Bộ Quốc phòng" in found[BODIES, OF_MINISTRIES].missing
    assert [one.unjudged for one in found.values() if one.indicator.id == BODIES] == [()] * 3
    short = {
        kind: {item.target.year: item.short_by for item in found[BODIES, kind].verdicts}
        for kind in (ALL, OF_MINISTRIES)
    }
    assert short == {ALL: {2025: 4, 2030: 9, 2020: 15}, OF_MINISTRIES: {2025: 1, 2030: 4, 2020: 8}}
    assert not found[LEADERS, ALL].verdicts


def test_the_scope_is_the_list_22_without_the_agencies_under_the_government() -> None:
    one = told(BODIES, fixed(roster(MINISTRIES)))[BODIES, ALL]
    assert (one.numerator, one.denominator) == (13, 22)


def test_the_government_in_two_files_or_in_another_order_is_the_same() -> None:
    whole = told(BODIES, GOVERNMENT)
    parts = (fixed(roster(MINISTRIES)), fixed(roster(UNDER_THE_GOVERNMENT)))
    mixed = (tuple(HEAD), *GOVERNMENT[:0:-1])
    for found in (told(BODIES, *parts), told(BODIES, *parts[::-1]), told(BODIES, mixed)):
        assert {key: (one.numerator, one.denominator, one.missing) for key, one in found.items()} == {
            key: (one.numerator, one.denominator, one.missing) for key, one in whole.items()
        }


def test_a_ministry_cut_over_two_files_and_written_in_two_ways_is_one() -> None:
    ministries = roster(MINISTRIES)
    shouted = [[*row[:4], row[4].upper()] if at % 2 else row for at, row in enumerate(ministries) if at]
    one = told(BODIES, fixed([HEAD, *shouted[:50]]), fixed([HEAD, *shouted[50:]]))[BODIES, ALL]
    assert (one.numerator, one.denominator) == (13, 22)


def test_from_14_to_15_of_30_are_3_33_points_and_no_3_4_percent(tmp_path: Path) -> None:
    then = write(tmp_path / "r-2021.csv", GOVERNMENT)
    more = [
        (name, head, deputy, leaders, women or int(name == "Bộ Quốc phòng"))
        for name, head, deputy, leaders, women in MINISTRIES
    ]
    now = write(tmp_path / "r-2022.csv", roster([*more, *UNDER_THE_GOVERNMENT]))
    (step,) = compare(then, now, indicators=[BODIES]).changes
    (change,) = [one for one in step if one.now.indicator.id == BODIES and not one.now.by]
    assert (change.points, change.count_change) == (Fraction(1, 30), 1)


def test_a_head_and_a_deputy_of_a_part_of_a_ministry_are_no_key_leaders() -> None:
    rows = [["1", "A", "Nữ", "Vụ trưởng Vụ Pháp chế", "Bộ Tư pháp"], ["2", "B", "Nam", "Bộ trưởng", "Bộ Tư pháp"]]
    found = told(BODIES, fixed([HEAD, *rows]))
    assert (found[BODIES, ALL].numerator, found[LEADERS, ALL].denominator) == (0, 1)


def provinces(led: int, with_a_woman: int, silent: int) -> tuple[tuple[str, ...], ...]:
    """People's Committees of provinces, of `silent` of which no key leader is on the list."""
    rows = [["Nam", "Chủ tịch", f"UBND tỉnh {at}A"] for at in range(led)]
    rows += [["Nữ", "Phó Chủ tịch", f"UBND tỉnh {at}A"] for at in range(with_a_woman)]
    rows += [["Nữ", "Chuyên viên", f"UBND tỉnh {at}B"] for at in range(silent)]
    return fixed([HEAD, *([str(at), f"Người {at}", *row] for at, row in enumerate(rows, start=1))])


def test_37_7_percent_is_23_of_61_and_says_that_two_provinces_are_not_judged() -> None:
    one = told(BODIES, provinces(61, 23, 2))[BODIES, "provincial-committee"]
    assert (one.numerator, one.denominator, f"{float(one.value or 0):.3f}") == (23, 61, "0.377")
    assert (len(one.unjudged), one.bounds) == (2, (Fraction(23, 63), Fraction(25, 63)))


@pytest.mark.parametrize("women", range(64))
def test_no_number_of_63_provinces_is_37_7_percent(women: int) -> None:
    assert f"{100 * women / 63:.1f}" != "37.7"
