"""What holds of every forecast: nobody leaves twice, rates bound one another, a target asks for no more than it must."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from hypothesis import assume, given
from hypothesis import strategies as st
from support.counting import AS_OF, computed
from support.rosters import Plan, plans
from support.sheets import write

from genderstats import forecast
from genderstats.analysis.forecast import forecasts
from genderstats.analysis.prospect import Course, Forecast, Outlook
from genderstats.counting.leaving import Kind, Leavers
from genderstats.indicators.catalogue import catalogue
from genderstats.people.retirement import retirement
from genderstats.workflows.interface import read_roster

NOW = dt.date(2021, 12, 31)
SHARE = catalogue()["women-share-leaders"]
ZERO, ONE = Fraction(0), Fraction(1)

rates = st.integers(0, 100).map(lambda hundredths: Fraction(hundredths, 100))
lasts = st.integers(2022, 2040)


@st.composite
def _kinds(draw: st.DrawFn) -> Kind:
    sex = draw(st.sampled_from(["F", "M", "_U"]))
    left = 0 if sex == "_U" else draw(st.sampled_from([0, *range(2015, 2045)]))
    flags = [draw(st.sampled_from([-1, 0, 1])) for _ in range(3)]
    level = draw(st.sampled_from(["department", "division", "none", "_U"]))
    return Kind(level, sex, sex == "F", left, 0 < left <= NOW.year, *flags, rough=False)  # type: ignore[misc]


people = st.lists(_kinds(), min_size=1, max_size=40)


def made(listed: list[Kind], until: int, *refills: Fraction, targets: tuple[Fraction, ...] = ()) -> Forecast:
    told = Leavers(Counter({(SHARE.id, (), kind): number for kind, number in Counter(listed).items()}))
    (one,) = forecasts(told, [SHARE], Outlook(NOW, until, refills, targets))
    return one


def course(listed: list[Kind], until: int, refill: Fraction) -> Course:
    (one,) = made(listed, until, refill).courses
    return one


def known(listed: list[Kind]) -> bool:
    """Whether anything can be foretold: of somebody sex and birth are known."""
    return any(kind.sex != "_U" and kind.leaves for kind in listed)


@given(people, lasts)
def test_those_who_leave_are_those_of_known_birth_and_sex_who_reach_the_age_each_once(
    listed: list[Kind], until: int
) -> None:
    assume(known(listed))
    one = made(listed, until)
    gone = [kind for kind in listed if kind.leaves and kind.leaves <= until]
    assert sum(leave.people for leave in one.leaves) == len(gone) == one.left_by(until)[1]
    assert sum(leave.counted for leave in one.leaves) == sum(kind.sex == "F" for kind in gone)
    assert sum(one.left_in(year)[1] for year in one.years) == len(gone)
    assert one.left_by(until)[1] <= one.base
    assert {leave.year for leave in one.leaves} <= set(one.years)


@given(people, lasts, rates)
def test_no_rate_goes_below_none_or_above_all(listed: list[Kind], until: int, refill: Fraction) -> None:
    assume(known(listed))
    least, some, most = (course(listed, until, rate).values for rate in (ZERO, refill, ONE))
    for low, value, high in zip(least, some, most, strict=True):
        assert 0 <= low <= value <= high <= 1


@given(people, lasts, rates, rates)
def test_a_higher_rate_never_gives_a_lower_share(
    listed: list[Kind], until: int, one: Fraction, other: Fraction
) -> None:
    assume(known(listed))
    low, high = (course(listed, until, rate).values for rate in sorted((one, other)))
    assert all(mine <= theirs for mine, theirs in zip(low, high, strict=True))


@given(people, lasts)
def test_refilled_as_it_fell_free_the_share_is_what_it_was(listed: list[Kind], until: int) -> None:
    assume(known(listed))
    gone, free = made(listed, until).left_by(until)
    assume(free)
    assert course(listed, until, Fraction(gone, free)).values[-1] == made(listed, until).value


@given(people, lasts, rates)
def test_a_target_is_reached_by_what_it_asks_and_missed_by_one_fewer(
    listed: list[Kind], until: int, at_least: Fraction
) -> None:
    assume(known(listed))
    one = made(listed, until, targets=(at_least,))
    (asks,) = one.reachings
    assert asks.needed is not None
    staying = one.counted - one.left_by(until)[0]
    assert Fraction(staying + asks.needed, one.base) >= at_least
    assert asks.needed == 0 or Fraction(staying + asks.needed - 1, one.base) < at_least
    assert asks.reachable is (course(listed, until, ONE).values[-1] >= at_least)
    assert asks.best == course(listed, until, ONE).values[-1]
    assert (asks.needed == 0) is (course(listed, until, ZERO).values[-1] >= at_least)


@given(people, lasts, lasts)
def test_a_longer_forecast_begins_as_a_shorter_one(listed: list[Kind], one: int, other: int) -> None:
    assume(known(listed))
    short, long = (made(listed, until) for until in sorted((one, other)))
    assert [leave for leave in long.leaves if leave.year in short.years] == list(short.leaves)
    for mine, theirs in zip(short.courses, long.courses, strict=True):
        assert mine.values == theirs.values[: len(mine.values)]


@given(people, people)
def test_kinds_add_up(mine: list[Kind], theirs: list[Kind]) -> None:
    def told(listed: list[Kind]) -> Leavers:
        return Leavers(Counter({(SHARE.id, (), kind): number for kind, number in Counter(listed).items()}))

    assert told(mine) + told(theirs) == told([*mine, *theirs]) == told(theirs) + told(mine)


@st.composite
def _settled(draw: st.DrawFn, kind: Kind) -> Kind:
    """The kind with what is not known of it settled in one way."""
    sex = kind.sex if kind.sex != "_U" else draw(st.sampled_from(["F", "M"]))
    leaves = kind.leaves or draw(st.sampled_from([0, 2022, 2030]))
    return kind._replace(sex=sex, has=sex == "F", leaves=leaves)


@given(st.data(), people, lasts, rates)
def test_whatever_is_true_of_the_unknown_a_target_asks_within_its_bounds_and_a_certain_verdict_stands(
    data: st.DataObject, listed: list[Kind], until: int, at_least: Fraction
) -> None:
    assume(known(listed))
    (said,) = made(listed, until, targets=(at_least,)).reachings
    truth = [data.draw(_settled(kind)) for kind in listed]
    (asks,) = made(truth, until, targets=(at_least,)).reachings
    assert said.bounds is not None
    assert asks.needed is not None
    assert said.bounds[0] <= asks.needed <= said.bounds[1]
    assert said.free <= asks.free <= said.most_free
    if said.certain:
        assert asks.reachable == said.reachable
        assert said.needed or not asks.needed


@given(people, lasts, rates)
def test_where_all_is_known_the_bounds_are_the_number_and_the_verdict_is_certain(
    listed: list[Kind], until: int, at_least: Fraction
) -> None:
    told = [kind for kind in listed if kind.sex != "_U" and kind.leaves]
    assume(told)
    (asks,) = made(told, until, targets=(at_least,)).reachings
    assert asks.bounds == (asks.needed, asks.needed)
    assert asks.certain is True


# From rosters ---------------------------------------------------------------------------------------------------------


def foreseen(plan: Plan, *indicators: str, by: tuple[str, ...] = ()) -> list[Forecast]:
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder) / "roster.csv", plan.grid())
        return list(forecast(path, until=2045, indicators=indicators, by=by, as_of=AS_OF).forecasts)


@given(plans(wide=True))
def test_the_figure_now_is_that_of_compute(plan: Plan) -> None:
    names = ("women-share-staff", "women-share-leaders", "party-rate", "women-share-education")
    found = {(one.indicator.id, *one.by.items()): one for one in computed(plan.grid()).observations}
    for one in foreseen(plan, *names):
        same = found.get((one.indicator.id, *one.by.items()))
        if same is not None and one.value is not None:
            assert one.reason in (None, "birth-unknown")
            assert (one.counted, one.base, one.value) == (same.numerator, same.denominator, same.value)
            assert one.doubtful == same.undetermined
        elif same is not None:
            assert same.value is None


@given(plans(wide=True))
def test_everybody_leaves_in_the_year_of_the_law(plan: Plan) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (roster,) = read_roster(write(Path(folder) / "roster.csv", plan.grid())).rosters
    expected: Counter[int] = Counter()
    for person in roster.records():
        if person.sex and person.birth_date:
            year = max(2021, retirement().left(person.birth_date, person.sex).year)  # type: ignore[arg-type]
            expected[year] += year <= 2045
    for one in foreseen(plan, "women-share-staff"):
        assert {year: one.left_in(year)[1] for year in one.years if one.left_in(year)[1]} == +expected


@given(plans(wide=True), st.sampled_from(["unit", "level", "ethnicity"]))
def test_groups_add_up_to_everybody(plan: Plan, by: str) -> None:
    (whole,) = foreseen(plan, "women-share-staff")
    groups = foreseen(plan, "women-share-staff", by=(by,))
    assert sum(one.base for one in groups) == whole.base
    assert sum(one.unknown for one in groups) == whole.unknown
    for year in whole.years:
        assert tuple(map(sum, zip(*(one.left_in(year) for one in groups), strict=True))) == whole.left_in(year)


@given(plans())
def test_the_order_of_rows_changes_nothing(plan: Plan) -> None:
    rows = [row for row in plan.rows if row.kind == "person"]
    one, other = (replace(plan, titles=(), rows=tuple(some)) for some in (rows, rows[::-1]))
    assert foreseen(one, "women-share-staff") == foreseen(other, "women-share-staff")
