"""Figures are exact until they are shown; they are rounded half up; a verdict never disagrees with its figure."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from genderstats.analysis.observation import share, verdict, women_short
from genderstats.indicators.indicator import Target
from genderstats.text import marks

COUNTS = st.tuples(st.integers(0, 3000), st.integers(1, 3000)).map(lambda pair: (min(pair), max(pair)))
TARGETS = st.builds(Fraction, st.integers(0, 1000), st.just(1000)) | st.sampled_from([Fraction(1, 3), Fraction(2, 7)])


def half_up(value: Fraction, places: int) -> Fraction:
    """Written down differently from the program: the nearest multiple, the one further from zero at the half."""
    unit = Fraction(1, 10**places)
    below = abs(value) // unit * unit
    nearest = below + unit if abs(value) - below >= unit / 2 else below
    return nearest if value >= 0 else -nearest


@given(st.fractions(-2, 2), st.integers(0, 4))
@example(Fraction(1, 8), 2)
@example(Fraction(-1, 8), 2)
@example(Fraction(1, 200), 2)
def test_the_half_is_rounded_away_from_zero_on_the_exact_fraction(value: Fraction, places: int) -> None:
    assert Fraction(marks.rounded(value, places)) == half_up(value, places)


@given(COUNTS)
def test_a_percentage_is_the_exact_share_rounded_to_two_decimals(counts: tuple[int, int]) -> None:
    value = share(*counts)
    shown = marks.percent(value, "en").removesuffix(" %").replace(",", "")
    assert Fraction(shown) == half_up(value * 100, 2)


@given(st.fractions(-3, 3))
def test_both_languages_show_the_same_number_with_their_own_marks(value: Fraction) -> None:
    swapped = marks.percent(value, "en").translate(str.maketrans(",.", ".,"))
    assert marks.percent(value, "vi") == swapped
    assert marks.points(value, "vi") == marks.points(value, "en").translate(str.maketrans(",.", ".,"))


@given(COUNTS, TARGETS)
def test_a_verdict_agrees_with_the_exact_figure(counts: tuple[int, int], least: Fraction) -> None:
    women, base = counts
    told = verdict(Target(2030, least, "a source"), women, base)
    assert told.met == (share(women, base) >= least) == (told.short_by == 0)


@given(COUNTS, TARGETS)
def test_the_number_of_women_short_is_the_least_that_reaches_the_target(
    counts: tuple[int, int], least: Fraction
) -> None:
    women, base = counts
    short = women_short(least, women, base)
    assert short >= 0
    assert Fraction(women + short, base) >= least
    if short:
        assert Fraction(women + short - 1, base) < least


@given(COUNTS, TARGETS)
def test_a_target_without_a_source_gives_no_verdict(counts: tuple[int, int], least: Fraction) -> None:
    told = verdict(Target(2030, least, "", verified=False), *counts)
    assert (told.met, told.short_by) == (None, None)


@pytest.mark.parametrize("base", [1, 3, 7, 20, 125, 368])
def test_the_share_of_nobody_is_none_and_of_none_of_somebody_zero(base: int) -> None:
    assert share(0, 0) is None
    assert share(0, base) == 0


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(41, 368, "11,14 %"), (125, 410, "30,49 %"), (13, 22, "59,09 %"), (393, 868, "45,28 %"), (1, 8, "12,50 %"), (1, 800, "0,13 %"),
     (1, 1, "100,00 %")],
)  # fmt: skip
def test_published_figures_are_rounded_as_they_should_have_been(part: int, whole: int, shown: str) -> None:
    assert marks.percent(share(part, whole), "vi") == shown


def test_one_body_more_of_thirty_is_plus_three_point_three_three_points() -> None:
    assert marks.points(Fraction(15, 30) - Fraction(14, 30), "vi") == "+3,33"
