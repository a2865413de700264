"""Periods: 2020, 2020-S1, 2020-Q3, 2020-06; and where a text names one."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_WRITTEN = re.compile(r"(\d{4})(?:-(?:S([12])|Q([1-4])|(0[1-9]|1[0-2])))?")


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A year, half-year, quarter or month: its first month and how many it has; ordered, hashable, written and read back alike.

    >>> str(Period.parse("2020-S1")), Period.parse("2020-Q3").end
    ('2020-S1', datetime.date(2020, 9, 30))
    >>> dt.date(2020, 6, 30) in Period.parse("2020-06")
    True
    """

    start: dt.date
    months: int

    @classmethod
    def year(cls, year: int) -> Period:
        """The calendar year."""
        return cls(dt.date(year, 1, 1), 12)

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period written as `text`.

        Raises:
            ValueError: the text is none of 2020, 2020-S1, 2020-Q3, 2020-06.
        """
        match = _WRITTEN.fullmatch(text.strip().upper())
        if match is None or not 1900 <= int(match[1]) <= 2200:
            raise ValueError(text)
        year, half, quarter, month = match.groups()
        if half:
            return cls(dt.date(int(year), 6 * int(half) - 5, 1), 6)
        if quarter:
            return cls(dt.date(int(year), 3 * int(quarter) - 2, 1), 3)
        if month:
            return cls(dt.date(int(year), int(month), 1), 1)
        return cls.year(int(year))

    @property
    def end(self) -> dt.date:
        """Its last day."""
        year, month = divmod(self.start.year * 12 + self.start.month - 1 + self.months, 12)
        return dt.date(year, month + 1, 1) - dt.timedelta(days=1)

    def __contains__(self, day: dt.date) -> bool:
        return self.start <= day <= self.end

    def __str__(self) -> str:
        year, month = self.start.year, self.start.month
        match self.months:
            case 6:
                return f"{year}-S{month // 6 + 1}"
            case 3:
                return f"{year}-Q{month // 3 + 1}"
            case 1:
                return f"{year}-{month:02d}"
            case _:
                return f"{year}"


@dataclass(frozen=True, slots=True)
class Moment:
    """When a roster stands: the period of its flows and the day of its stocks; either may be unknown."""

    period: Period | None = None
    as_of: dt.date | None = None

    @classmethod
    def at(cls, as_of: dt.date) -> Moment:
        """The day, and the year it lies in."""
        return cls(Period.year(as_of.year), as_of)

    @classmethod
    def during(cls, period: Period) -> Moment:
        """The period, and its last day."""
        return cls(period, period.end)

    @property
    def known(self) -> bool:
        """Whether anything is known of it."""
        return self.period is not None or self.as_of is not None

    def contradicts(self, other: Moment) -> bool:
        """Whether both are known and cannot be one: a day that the other's period does not hold, or periods that do not meet.

        >>> Moment.at(dt.date(2020, 6, 30)).contradicts(Moment.during(Period.year(2020)))
        False
        >>> Moment.at(dt.date(2020, 6, 30)).contradicts(Moment.during(Period.year(2018)))
        True
        """
        if self.period is None or other.period is None:
            return False
        if self.as_of is not None and self.as_of != self.period.end:
            return self.as_of not in other.period
        return self.period.end < other.period.start or other.period.end < self.period.start

    def __str__(self) -> str:
        """The period, and its day where that is not its last."""
        whole = self.period is not None and self.as_of in (None, self.period.end)
        return str(self.period) if whole else str(self.as_of or "–")


_NUMERIC = r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})"
_WORDS = r"(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})"
_AS_OF = re.compile(
    rf"(?:tính đến|đến|có mặt)\s*(?:hết\s*)?(?:ngày\s*)?(?:{_NUMERIC}|{_WORDS})|(?:as of|as at)\s*(?:{_NUMERIC}|(\d{{4}})-(\d\d)-(\d\d))"
)
_HALF = re.compile(r"(?:6|sáu) tháng (đầu|cuối) năm (\d{4})")
_QUARTER = re.compile(r"quý\s*(iv|i{1,3}|[1-4])\s*(?:năm|[/-])?\s*(\d{4})")
_MONTH = re.compile(r"(?<!ngày )(?<!\d )tháng\s*(\d{1,2})\s*(?:năm|[/-])\s*(\d{4})")
_YEAR = re.compile(r"(?:năm|year)\s*(\d{4})(?!\s*[-–]\s*\d)")
#: A line of place and date, or a document's own date, is no period.
_SIGNED = re.compile(r"ngày\s*\d{1,2}\s*(?:tháng|[/.-])")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def in_titles(texts: list[str]) -> Moment:
    """The moment that a roster's title rows name, their texts folded: the day it "stands as of", else a period.

    A decision's own date is no moment of the roster: a day counts only after "tính đến", "đến ngày", "as of".

    >>> in_titles(["danh sách cán bộ năm 2020", "(tính đến ngày 30/6/2020)"]).as_of
    datetime.date(2020, 6, 30)
    >>> in_titles(["kèm theo nghị quyết số 559/nq-hđbcqg ngày 27/4/2021"]).known
    False
    """
    found = [moment for text in texts for moment in (_day_in(text),) if moment]
    found += [moment for text in texts for moment in (_period_in(text),) if moment]
    return found[0] if found else Moment()


def _day_in(text: str) -> Moment | None:
    match = _AS_OF.search(text)
    if match is None:
        return None
    found = [int(part) for part in match.groups() if part]
    day = _day(found if found[0] > 1000 else found[::-1])
    return Moment.at(day) if day else None


def _period_in(text: str) -> Moment | None:
    if _SIGNED.search(text):
        return None
    for pattern, read in ((_HALF, _half), (_QUARTER, _quarter), (_MONTH, _month), (_YEAR, lambda found: found[1])):
        match = pattern.search(text)
        if match:
            try:
                return Moment.during(Period.parse(read(match)))
            except ValueError:
                continue
    return None


def _half(found: re.Match[str]) -> str:
    return f"{found[2]}-S{1 if found[1] == 'đầu' else 2}"


def _quarter(found: re.Match[str]) -> str:
    return f"{found[2]}-Q{_ROMAN.get(found[1], found[1])}"


def _month(found: re.Match[str]) -> str:
    return f"{found[2]}-{int(found[1]):02d}"


_NAMED_DAY = re.compile(r"(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)")
_NAMED_DAY_LAST = re.compile(r"(?<!\d)(\d{1,2})[-_.](\d{1,2})[-_.](\d{4})(?!\d)")
_NAMED_PERIOD = re.compile(r"(?<![\d])((?:19|20)\d{2}(?:-(?:S[12]|Q[1-4]|(?:0[1-9]|1[0-2])))?)(?!\d)", re.IGNORECASE)


def in_name(stem: str) -> Moment:
    """The moment that a file's or sheet's name carries.

    >>> str(in_name("roster-2020").period), in_name("members_2019-04-03").as_of
    ('2020', datetime.date(2019, 4, 3))
    """
    for pattern, order in ((_NAMED_DAY, 1), (_NAMED_DAY_LAST, -1)):
        match = pattern.search(stem)
        day = _day([int(part) for part in match.groups()][::order]) if match else None
        if day:
            return Moment.at(day)
    periods = {found[1].upper() for found in _NAMED_PERIOD.finditer(stem)}
    return Moment.during(Period.parse(periods.pop())) if len(periods) == 1 else Moment()


def in_folder(name: str) -> Moment:
    """The moment that the name of a folder is: a period, and nothing else.

    >>> str(in_folder("2020-S1").period), in_folder("lists of 2020").known
    ('2020-S1', False)
    """
    try:
        return Moment.during(Period.parse(name))
    except ValueError:
        return Moment()


def _day(year_month_day: list[int]) -> dt.date | None:
    try:
        day = dt.date(*year_month_day)
    except ValueError:
        return None
    return day if 1900 <= day.year <= 2200 else None
