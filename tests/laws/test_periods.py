"""A period is written and read back alike, is ordered, and holds its days."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genderstats.period import Moment, Period, in_name, in_titles

PERIODS = st.builds(
    "{}{}".format,
    st.integers(1900, 2200),
    st.sampled_from(["", "-S1", "-S2", *[f"-Q{quarter}" for quarter in range(1, 5)], *[f"-{month:02d}" for month in range(1, 13)]]),
).map(Period.parse)  # fmt: skip
DAY = dt.timedelta(days=1)


@given(PERIODS)
def test_a_period_is_written_and_read_back_alike(period: Period) -> None:
    assert Period.parse(str(period)) == period
    assert Period.parse(f" {str(period).lower()} ") == period
    assert hash(Period.parse(str(period))) == hash(period)


@given(PERIODS)
def test_a_period_holds_its_first_and_last_day_and_no_other_side(period: Period) -> None:
    assert period.start in period
    assert period.end in period
    assert period.start - DAY not in period
    assert period.end + DAY not in period


@given(PERIODS)
def test_a_period_ends_where_its_months_end(period: Period) -> None:
    months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
    assert months == period.months
    assert (period.end + DAY).day == 1


@given(PERIODS, PERIODS)
def test_a_period_that_is_over_before_another_begins_comes_first(one: Period, two: Period) -> None:
    if one.end < two.start:
        assert one < two
    assert (one < two) + (two < one) + (one == two) == 1


@given(st.lists(PERIODS))
def test_sorted_periods_begin_in_order(periods: list[Period]) -> None:
    starts = [period.start for period in sorted(periods)]
    assert starts == sorted(starts)


@given(PERIODS)
def test_the_name_of_a_file_carries_its_period(period: Period) -> None:
    if 1900 <= period.start.year < 2100:
        assert in_name(f"roster-{period}") == Moment.during(period)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31)))
def test_a_title_row_carries_the_day_it_stands_as_of(day: dt.date) -> None:
    for title in (f"(tính đến ngày {day:%d/%m/%Y})", f"tính đến hết ngày {day.day} tháng {day.month} năm {day.year}"):
        assert in_titles(["danh sách", title]) == Moment.at(day)


@pytest.mark.parametrize(
    "text", ["", "20", "2020-13", "2020-S3", "2020-Q5", "2020-00", "1899", "2201", "2020/01", "năm 2020"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text or ".*"):
        Period.parse(text)


@given(st.text(max_size=40))
def test_no_title_and_no_name_makes_it_fail(text: str) -> None:
    in_titles([text])
    in_name(text)
