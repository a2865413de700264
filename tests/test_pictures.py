"""Pictures: honest axes, on a terminal that has room for them, and nowhere else."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.places import REPOSITORY
from support.program import inside, on_terminal
from support.sheets import write

from genderstats.reporting.pictures import bar, line_of_bars

if TYPE_CHECKING:
    from fractions import Fraction
    from pathlib import Path

BLOCKS = set("▁▂▃▄▅▆▇█▏▎▍▌▋▊▉░")
SAMPLE = REPOSITORY / "data" / "samples" / "hckt" / "hckt-2016.xlsx"
SHARES = st.fractions(0, 1, max_denominator=5000)
posix = pytest.mark.skipif(os.name != "posix", reason="there is no such terminal")


def filled(drawn: str) -> int:
    """How much of a bar is filled, in eighths."""
    return sum({"█": 8, "░": 0}.get(one, " ▏▎▍▌▋▊▉".find(one)) for one in drawn)


@given(SHARES)
def test_a_bar_is_as_long_as_its_share_within_an_eighth_of_a_cell(share: Fraction) -> None:
    drawn = bar(share)
    assert len(drawn) == 16
    assert abs(filled(drawn) - share * 128) <= (1 if share else 0)
    assert (filled(drawn) == 0) == (share == 0)


@given(SHARES, SHARES)
def test_a_larger_share_has_no_shorter_bar(one: Fraction, other: Fraction) -> None:
    assert (filled(bar(one)) <= filled(bar(other))) or one > other


@given(st.lists(st.none() | SHARES, min_size=2, max_size=12))
def test_a_line_of_bars_begins_at_nothing_and_keeps_the_order(figures: list[Fraction | None]) -> None:
    drawn = line_of_bars(figures)
    known = [one for one in figures if one is not None]
    assert (drawn is None) == (len(known) < 2)
    if drawn is None:
        return
    assert [one == "·" for one in drawn] == [one is None for one in figures]
    heights = ["▁▂▃▄▅▆▇█".index(one) for one in drawn if one != "·"]
    highest = max(known)
    for share, height in zip(known, heights, strict=True):
        assert abs(height + 1 - share / (highest or 1) * 8) <= 1
    if highest:
        assert max(heights) == 7


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    head = ["Số hiệu", "Họ và tên", "Giới tính"]
    for year, women in ((2019, 1), (2020, 2), (2021, 4)):
        rows = [[f"{at:02}", f"Người {at}", "Nữ" if at < women else "Nam"] for at in range(4)]
        write(tmp_path / f"roster-{year}.csv", [head, *rows])
    return tmp_path


def test_there_are_none_in_a_pipe_nor_in_markdown(folder: Path) -> None:
    for form in ("table", "md"):
        for asked in (
            ("compute", SAMPLE),
            ("compare", "2019", "2020", "2021", "--in", folder),
            ("forecast", SAMPLE, "--until", 2020),
        ):
            assert not BLOCKS & set(inside(*asked, "-f", form).out)


@posix
def test_a_share_has_a_bar_on_a_terminal() -> None:
    shown = on_terminal("compute", SAMPLE, "-i", "women-share-staff")
    assert "0 – 100 %" in shown
    assert "37.07 %        2  █████▉░░░░░░░░░░" in shown


@posix
def test_a_narrow_terminal_keeps_the_figures_and_leaves_the_bars() -> None:
    shown = on_terminal("compute", SAMPLE, "-i", "women-share-staff", columns=60)
    assert "37.07 %" in shown
    assert not BLOCKS & set(shown)
    assert max(map(len, shown.splitlines())) <= 60


@posix
def test_a_trend_is_a_line_of_bars_where_periods_stand_side_by_side(folder: Path) -> None:
    shown = on_terminal("compare", "2019", "2020", "2021", "--in", folder, "-i", "women-share-staff", columns=140)
    assert "▂▄█" in shown


@posix
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_where_they_do_not_a_trend_is_a_line_a_period_with_a_bar_each(folder: Path, lang: str) -> None:
    asked = ("compare", "2019", "2020", "2021", "--in", folder, "-i", "women-share-staff")
    shown = on_terminal(*asked, columns=80, lang=lang)
    lines = {line.split()[0]: line for line in shown.splitlines() if line.strip().startswith("20")}
    assert list(lines) == ["2019", "2020", "2021", "2019→2021"]
    assert [one.count("█") for one in lines.values()] == [4, 8, 16, 0]
    assert ("+25.00" if lang == "en" else "+25,00") in lines["2020"]
    assert ("+50.00" if lang == "en" else "+50,00") in lines["2021"]
    assert ("+75.00" if lang == "en" else "+75,00") in lines["2019→2021"]


@posix
def test_a_forecast_draws_each_course(folder: Path) -> None:
    shown = on_terminal("forecast", SAMPLE, "--until", 2020, "-i", "women-share-leaders")
    assert "At the end of 2020" in shown
    assert shown.count("░") >= 5 * 8
