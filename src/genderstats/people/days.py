"""Days as rosters write them: whole, or only a month, or only a year."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from genderstats.vocabulary.loading import load

if TYPE_CHECKING:
    from genderstats.period import Period

How = Literal["", "serial", "short-year"]


@dataclass(frozen=True, order=True, slots=True)
class Day:
    """A date that may lack its day or its month; `how` says what had to be done to read it.

    >>> Day(1970, 5).first, Day(1970, 5).last
    (datetime.date(1970, 5, 1), datetime.date(1970, 5, 31))
    """

    year: int
    month: int | None = None
    day: int | None = None
    how: How = ""

    @property
    def first(self) -> dt.date:
        """The earliest day it can be; ages count from it."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The latest day it can be."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def after(self, years: int) -> dt.date:
        """The earliest day on which so many years are completed since; of 29 February, the 28th of a shorter one.

        >>> Day(1980, 2, 29).after(18), Day(1980).after(18)
        (datetime.date(1998, 2, 28), datetime.date(1998, 1, 1))
        """
        first = self.first
        try:
            return first.replace(year=first.year + years)
        except ValueError:
            return first.replace(year=first.year + years, day=28)

    @property
    def whole(self) -> bool:
        """Whether the day is known, not only the month or the year."""
        return self.day is not None

    def within(self, period: Period, until: dt.date | None = None) -> bool | None:
        """Whether it lies in the period, up to a day; None where its month or year lies there only in part.

        >>> from genderstats.period import Period
        >>> Day(2020).within(Period.parse("2020")), Day(2020).within(Period.parse("2020-Q3"))
        (True, None)
        """
        end = min(period.end, until or period.end)
        if period.start <= self.first and self.last <= end:
            return True
        return False if self.last < period.start or end < self.first else None

    def age(self, on: dt.date) -> int:
        """Completed years on a day.

        >>> Day(1980, 4, 28).age(dt.date(2021, 4, 27))
        40
        """
        return on.year - self.year - ((on.month, on.day) < (self.month or 1, self.day or 1))

    def __str__(self) -> str:
        parts = [f"{self.day:02d}" if self.day else None, f"{self.month:02d}" if self.month else None, str(self.year)]
        return "/".join(part for part in parts if part)


class DayError(ValueError):
    """A text that is no day: `reason` is "date-unreadable" or "date-impossible"."""

    def __init__(self, reason: Literal["date-unreadable", "date-impossible"]) -> None:
        super().__init__(reason)
        self.reason = reason


_SEPARATOR = r"\s*[/.\-]\s*"
_GAP = r"(?:\s*[/.,\-]\s*|\s+)"
_TIME = r"(?:[ t]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?z?)?"
#: A day or a month that is not known: "x", "..", "…", "?", "--", "__".
_OPEN = r"(?:x+|[.…?_\-]+)"
_ISO = re.compile(rf"(\d{{4}})[-/](\d{{1,2}})[-/](\d{{1,2}}){_TIME}")
_FULL = re.compile(rf"(?:ngày\s*)?(\d{{1,2}}){_SEPARATOR}(\d{{1,2}}){_SEPARATOR}(\d{{4}}|\d\d){_TIME}")
_LOOSE = re.compile(rf"(?:ngày\s*)?(\d{{1,2}}){_GAP}(\d{{1,2}}){_GAP}(\d{{4}})")
_WORDS = re.compile(r"(?:(?:ngày|mùng|mồng)\s*)*(\d{1,2})\s*[,/]?\s*tháng\s*(\d{1,2})\s*[,/]?\s*(?:năm\s*)?(\d{4})")
_OPEN_DAY = re.compile(rf"{_OPEN}\s*/\s*(?:(\d{{1,2}})|{_OPEN})\s*/\s*(\d{{4}})")
_ALL_OPEN = re.compile(rf"{_OPEN}\s*/\s*{_OPEN}\s*/\s*{_OPEN}")
_MONTH = re.compile(rf"(?:tháng\s*)?(\d{{1,2}})(?:{_SEPARATOR}|\s*năm\s*)(\d{{4}})")
_YEAR = re.compile(r"(?:sinh\s*)?(?:năm\s*)?(\d{4})(?:\.0)?")
#: What may stand around a date: a remark in brackets, a second date, a full stop.
_AROUND = re.compile(r"\s*(?:\([^)]*\)|;.*|\.)\s*$")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")

#: Excel's day 1 is 1 January 1900, and it believes in 29 February 1900.
_SERIAL_ZERO = dt.date(1899, 12, 30)
#: Years that a person's record can hold.
YEARS = range(1900, 2101)
#: Two digits up to here are of this century.
_SHORT_YEAR_PIVOT = 30


def read_day(text: str) -> Day | None:
    """The day that a cleaned, folded text writes, the day before the month always; None for a day that stands for none.

    >>> str(read_day("8/4/1968")), str(read_day("1963-01-06 00:00:00")), str(read_day("5/1970")), str(read_day("1970"))
    ('08/04/1968', '06/01/1963', '05/1970', '1970')

    Raises:
        DayError: it writes none, or one that no calendar has.
    """
    if len(text) == 19 and text.endswith(" 00:00:00"):
        text = text[:10]
    if text.endswith((")", ".")) or ";" in text:
        text = _AROUND.sub("", text)
    text = text.removeprefix("'")
    if _ALL_OPEN.fullmatch(text):
        return None
    for pattern, read in _READERS:
        match = pattern.fullmatch(text)
        if match:
            day = read(match)
            return None if day.year <= YEARS[0] and str(day) in _no_days() else _checked(day)
    raise DayError("date-unreadable")


@cache
def _no_days() -> frozenset[str]:
    return frozenset(load("rows")["missing_days"]["days"])


def _full(match: re.Match[str]) -> Day:
    day, month, year = match.groups()
    if len(year) == 4:
        return Day(int(year), int(month) or None, (int(day) or None) if int(month) else None)
    century = 2000 if int(year) <= _SHORT_YEAR_PIVOT else 1900
    return Day(century + int(year), int(month), int(day), "short-year")


def _serial(match: re.Match[str]) -> Day:
    date = _SERIAL_ZERO + dt.timedelta(days=int(match[1]))
    return Day(date.year, date.month, date.day, "serial")


_READERS = (
    (_ISO, lambda match: Day(int(match[1]), int(match[2]), int(match[3]))),
    (_FULL, _full),
    (_LOOSE, _full),
    (_WORDS, _full),
    (_OPEN_DAY, lambda match: Day(int(match[2]), int(match[1]) if match[1] else None)),
    (_MONTH, lambda match: Day(int(match[2]), int(match[1]))),
    (_YEAR, lambda match: Day(int(match[1]))),
    (_SERIAL, _serial),
)


def _checked(day: Day) -> Day:
    try:
        possible = day.year in YEARS and day.month != 0 and day.day != 0 and day.last >= day.first
    except ValueError:
        possible = False
    if not possible:
        raise DayError("date-impossible")
    return day
