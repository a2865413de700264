"""Where a figure stood, how fast it has moved since, and where that leads: in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from genderstats.reporting import figures
from genderstats.reporting.document import Ratio, Value, shown
from genderstats.text import marks
from genderstats.text.language import LANGUAGES, Text

if TYPE_CHECKING:
    import datetime as dt
    from fractions import Fraction

    from genderstats.analysis.observation import Observation
    from genderstats.analysis.targets import Earlier, Projection, Standing
    from genderstats.indicators.indicator import Indicator

#: What is short, one and more than one, by what an indicator counts.
_SHORT = {
    "person": (Text("{n} woman short", "thiếu {n} nữ"), Text("{n} women short", "thiếu {n} nữ")),
    "post": (
        Text("{n} post short", "thiếu {n} chức vụ do nữ giữ"),
        Text("{n} posts short", "thiếu {n} chức vụ do nữ giữ"),
    ),
    "body": (Text("{n} body short", "thiếu {n} cơ quan"), Text("{n} bodies short", "thiếu {n} cơ quan")),
}
_TO_YEAR = Text("{points} points a year", "{points} điểm % mỗi năm")


def projected(one: Standing, told: Projection, earlier: Earlier) -> Text:
    """The figure then, its pace, and what the pace makes of it in the target's year."""
    if told.pace is None or told.then is None:
        return Text("no pace: no figure on {day}", "chưa có tốc độ: không có số liệu vào {day}").format(
            day=day(earlier.day)
        )
    then = told.then
    since = Text("since {day} ({figure}): {pace}", "từ {day} ({figure}): {pace}").format(
        day=day(earlier.day), figure=_then(then), pace=_pace(told.pace)
    )
    if told.value is None:
        return since
    share = _both(figures.value_of(replace(one.observation, value=told.value)))
    words = {
        True: Text(
            "{since}; at this pace {share} in {year}: reached", "{since}; với tốc độ này đến {year}: {share}, đạt"
        ),
        None: Text("{since}; at this pace {share} in {year}", "{since}; với tốc độ này đến {year}: {share}"),
        False: Text(
            "{since}; at this pace {share} in {year}: {short}; {needed} would reach it",
            "{since}; với tốc độ này đến {year}: {share}, {short}; cần {needed} để đạt",
        ),
    }[told.met]
    needed = Text("", "") if told.pace_needed is None else _pace(told.pace_needed)
    return words.format(
        since=since, share=share, year=told.year, short=short(one.indicator, told.short_by), needed=needed
    )


def _then(then: Observation) -> Text:
    """The earlier figure with its counts."""
    told = _both(figures.value_of(then))
    if then.numerator is None or then.denominator is None:
        return told
    ratio = _both(Ratio(then.numerator, then.denominator))
    return Text("{ratio} = {told}", "{ratio} = {told}").format(ratio=ratio, told=told)


def _pace(value: Fraction) -> Text:
    return _TO_YEAR.format(points=Text(*(marks.points(value, language) for language in LANGUAGES)))


def day(date: dt.date | None) -> Text:
    """A day in either language."""
    return Text(*(marks.day(date, language) if date else marks.NOTHING for language in LANGUAGES))


def _both(value: Value) -> Text:
    """A value as it is shown in either language."""
    return Text(*(shown(value, language) for language in LANGUAGES))


_NO_PACE = {
    "day-unknown": Text(
        "No pace: the day of one roster is not known. Say the later one with --as-of; the earlier one's is in its title or file name.",
        "Chưa có tốc độ: chưa rõ ngày chốt của một danh sách. Danh sách sau: ghi --as-of; danh sách trước: lấy từ tiêu đề, tên tệp.",
    ),
    "same-day": Text(
        "No pace: both rosters are of one day, {day}.", "Chưa có tốc độ: hai danh sách cùng một ngày chốt, {day}."
    ),
    "later-then": Text(
        "No pace: the roster of --since is of {day}, after the one that is judged.",
        "Chưa có tốc độ: danh sách của --since có ngày chốt {day}, sau danh sách được xét.",
    ),
}
_ASSUMED = Text(
    "At this pace: the change since {day}, over {years}, carried on to 31 December of the target's year, the base as it is; no forecast.",
    "Với tốc độ này: mức thay đổi từ {day}, qua {years}, kéo dài đến 31/12 năm mục tiêu, mẫu số như hiện nay; không phải dự báo.",
)


def since(earlier: Earlier) -> Text:
    """How the pace was taken, or why there is none."""
    if earlier.reason or earlier.years is None:
        return _NO_PACE[earlier.reason or "day-unknown"].format(day=day(earlier.day))
    years = Text(*(marks.number(earlier.years, language) for language in LANGUAGES))
    told = Text("{years} year" if earlier.years == 1 else "{years} years", "{years} năm").format(years=years)
    return _ASSUMED.format(day=day(earlier.day), years=told)


def short(indicator: Indicator, number: int | None) -> Text:
    """How many of what the indicator counts are short."""
    if number is None:
        return Text("not reached", "chưa đạt")
    told = Text(*(marks.count(number, language) for language in LANGUAGES))
    return _SHORT[indicator.unit][number != 1].format(n=told)
