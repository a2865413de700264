"""What holds of every target against every figure: verdicts, how many are short, which target concerns a year, and the pace."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from support.counting import figures
from support.rosters import Plan, plans

from genderstats.analysis.observation import Observation
from genderstats.analysis.targets import GROUP_NOT_ASKED, Earlier, Standing, chosen, standings, years_between
from genderstats.indicators.catalogue import catalogue
from genderstats.indicators.indicator import Indicator, Target

NOW = dt.date(2020, 12, 31)
INDICATOR = catalogue()["women-share-party-committee"]

days = st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31))
levels = st.integers(0, 1000).map(lambda thousandths: Fraction(thousandths, 1000))
targets = st.builds(Target, st.integers(2015, 2035), levels, st.just("a document"), st.just(True))
counts = st.integers(1, 300).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base)))


def indicator(*asked: Target) -> Indicator:
    return replace(INDICATOR, targets=asked)


def figure(women: int, base: int, *asked: Target, by: dict[str, str] | None = None) -> Observation:
    value = Fraction(women, base) if base else None
    reason = None if base else "empty-base"
    return Observation(
        indicator(*asked), by or {}, women, base - women, numerator=women, denominator=base or None, value=value, reason=reason
    )  # fmt: skip


def judged(women: int, base: int, target: Target, **known: object) -> Standing:
    (one,) = standings([figure(women, base, target)], NOW, **known)  # type: ignore[arg-type]
    return one


def at_pace(then: tuple[int, int], now: tuple[int, int], target: Target, day: dt.date) -> Standing:
    return judged(*now, target, earlier=Earlier.of([figure(*then, target)], day, NOW))


@given(counts, targets)
def test_a_target_is_reached_exactly_where_nobody_is_short(found: tuple[int, int], target: Target) -> None:
    one = judged(*found, target)
    assert one.met is (one.short_by == 0)
    assert one.met is (one.gap is not None and one.gap >= 0)


@given(counts, targets)
def test_the_missing_women_reach_it_and_one_fewer_do_not(found: tuple[int, int], target: Target) -> None:
    women, base = found
    short = judged(women, base, target).short_by
    assert short is not None
    assert 0 <= short <= base - women
    assert judged(women + short, base, target).met
    if short:
        assert not judged(women + short - 1, base, target).met


@given(plans(), st.sampled_from([(), ("unit",), ("level",)]))
def test_verdicts_are_those_of_the_figures(plan: Plan, by: tuple[str, ...]) -> None:
    told = figures(plan.grid(), by=by)
    found = {(id(one.observation), one.target): one for one in standings(told, NOW)}
    for one in told:
        for verdict in one.verdicts:
            standing = found[id(one), verdict.target]
            assert (standing.met, standing.short_by) == (verdict.met, verdict.short_by)


@given(plans(), st.sampled_from([(), ("unit",)]), st.one_of(st.none(), st.integers(2015, 2030)))
def test_no_target_that_concerns_the_year_is_left_out(plan: Plan, by: tuple[str, ...], year: int | None) -> None:
    found = standings(figures(plan.grid(), by=by), NOW, year)
    for one in catalogue().values():
        for target in one.targets:
            same = [other for other in one.targets if other.where == target.where]
            told = [each for each in found if each.indicator.id == one.id and each.target == target]
            assert bool(told) == (target in chosen(same, year))


@given(st.lists(targets, max_size=5), st.integers(2010, 2040))
def test_a_year_has_its_own_targets_else_those_of_the_next_year_that_has_any(listed: list[Target], year: int) -> None:
    found = chosen(listed, year)
    assert chosen(listed, None) == listed
    assert len({one.year for one in found}) <= 1
    if any(one.year == year for one in listed):
        assert found == [one for one in listed if one.year == year]
    else:
        assert all(one.year > year for one in found)
        assert not [one for one in listed if found and year < one.year < found[0].year]
        assert bool(found) == any(one.year > year for one in listed)


@given(counts, targets, st.integers(2010, 2040))
def test_a_target_that_stands_for_another_year_says_so(found: tuple[int, int], target: Target, year: int) -> None:
    told = standings([figure(*found, target)], NOW, year)
    assert [one.asked for one in told] == ([None] if target.year == year else [year] if target.year > year else [])


@given(counts, targets)
def test_a_target_is_past_when_its_year_was_over_before_the_day(found: tuple[int, int], target: Target) -> None:
    one = judged(*found, target)
    assert one.past is (target.year < 2020)
    assert one.met is not None


@given(counts, counts, targets)
def test_an_unverified_number_gives_no_verdict_now_or_later(
    then: tuple[int, int], now: tuple[int, int], target: Target
) -> None:
    one = at_pace(then, now, replace(target, verified=False), dt.date(2016, 12, 31))
    assert (one.met, one.short_by, one.gap, one.certain) == (None, None, None, None)
    assert one.projection is not None
    assert (one.projection.met, one.projection.short_by, one.projection.pace_needed) == (None, None, None)


def test_a_figure_that_cannot_be_computed_gives_its_reason_and_no_verdict() -> None:
    one = judged(0, 0, Target(2030, Fraction(1, 5), "a document"))
    assert (one.met, one.short_by, one.gap, one.projection, one.reason) == (None, None, None, None, "empty-base")


def test_a_target_of_a_group_that_was_not_asked_for_says_so() -> None:
    target = Target(2030, Fraction(1, 5), "a document", where=(("level", "division"),))
    assert judged(1, 2, target).reason == GROUP_NOT_ASKED
    (there,) = standings([figure(1, 2, target, by={"level": "division"})], NOW)
    assert (there.met, there.reason) == (True, None)
    (nobody,) = standings([figure(1, 2, target, by={"level": "team"})], NOW)
    assert (nobody.met, nobody.reason) == (None, "empty-base")


@given(counts, targets)
def test_a_verdict_is_certain_where_both_bounds_give_it(found: tuple[int, int], target: Target) -> None:
    one = figure(*found, target)
    for low, high in ((Fraction(0), Fraction(1)), (one.value, one.value)):
        (told,) = standings([replace(one, bounds=(low, high))], NOW)
        assert told.certain is ((low >= target.at_least) == (high >= target.at_least))


# The pace -------------------------------------------------------------------------------------------------------------


@given(counts, counts, targets, days)
def test_what_is_projected_is_a_share_and_its_verdict_is_that_of_the_share(
    then: tuple[int, int], now: tuple[int, int], target: Target, day: dt.date
) -> None:
    assume(day < NOW)
    told = at_pace(then, now, target, day).projection
    assert told is not None
    if target.year <= 2020:
        assert (told.value, told.met, told.reason) == (None, None, "year-over")
        return
    assert told.value is not None
    assert 0 <= told.value <= 1
    assert told.met is (told.value >= target.at_least) is (told.short_by == 0)
    assert told.years_left == target.year - 2020
    assert told.pace == (Fraction(*now) - Fraction(*then)) / years_between(day, NOW)


@given(counts, counts, targets, days)
def test_the_pace_that_is_needed_reaches_the_target_exactly(
    then: tuple[int, int], now: tuple[int, int], target: Target, day: dt.date
) -> None:
    assume(day < NOW)
    told = at_pace(then, now, target, day).projection
    assert told is not None
    if told.pace_needed is not None and told.years_left is not None:
        assert not told.met
        assert told.pace is not None
        assert told.pace_needed > told.pace
        assert Fraction(*now) + told.pace_needed * told.years_left == target.at_least
    else:
        assert told.met is not False


@given(counts, targets, days)
def test_without_a_change_the_verdict_stays(found: tuple[int, int], target: Target, day: dt.date) -> None:
    assume(day < NOW and target.year > 2020)
    one = at_pace(found, found, target, day)
    assert one.projection is not None
    assert (one.projection.met, one.projection.short_by) == (one.met, one.short_by)


@pytest.mark.parametrize(
    ("then", "now", "reason"),
    [(None, NOW, "day-unknown"), (NOW, None, "day-unknown"), (NOW, NOW, "same-day"), (dt.date(2021, 1, 1), NOW, "later-then")],
)  # fmt: skip
def test_two_days_that_tell_no_pace_say_why(then: dt.date | None, now: dt.date | None, reason: str) -> None:
    earlier = Earlier.of([figure(1, 2)], then, now)
    assert (earlier.years, earlier.reason) == (None, reason)
    target = Target(2030, Fraction(1, 5), "a document")
    assert judged(1, 2, target, earlier=earlier).projection is None


def test_a_group_without_an_earlier_figure_has_no_pace() -> None:
    target = Target(2030, Fraction(1, 5), "a document")
    for then in ([], [figure(0, 0, target)]):
        told = judged(1, 2, target, earlier=Earlier.of(then, dt.date(2016, 12, 31), NOW)).projection
        assert told is not None
        assert (told.pace, told.value, told.met, told.reason) == (None, None, None, "not-computable-then")


@given(days, st.integers(0, 40))
def test_the_same_day_of_another_year_is_whole_years_away(day: dt.date, count: int) -> None:
    assume((day.month, day.day) != (2, 29))
    assert years_between(day, day.replace(year=day.year + count)) == count


@given(days, days)
def test_years_between_two_days_are_their_days_over_a_year_of_365_or_366(one: dt.date, other: dt.date) -> None:
    years = years_between(one, other)
    assert years == -years_between(other, one)
    assert (years > 0) == (other > one)
    assert abs(years - Fraction((other - one).days * 4, 1461)) < Fraction(1, 100)
