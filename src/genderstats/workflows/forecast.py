"""Looking ahead from a roster: who retires when, what refill rates make of the figures, what targets ask."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import TYPE_CHECKING

from genderstats.analysis.forecast import forecasts
from genderstats.analysis.prospect import Forecast, Outlook
from genderstats.errors import (
    DayNotKnownError,
    NotAShareError,
    NotForecastError,
    SinceNotEarlierError,
    UntilTooEarlyError,
)
from genderstats.indicators.catalogue import catalogue
from genderstats.indicators.rules import worded
from genderstats.period import Moment
from genderstats.text import marks
from genderstats.text.language import LANGUAGES, Text
from genderstats.workflows import keeping
from genderstats.workflows.compute import populations
from genderstats.workflows.naming import HERE, Where, gathered, people

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from genderstats.counting.entering import Flags
    from genderstats.counting.population import Population
    from genderstats.indicators.indicator import Indicator
    from genderstats.reading.profile import Profile
    from genderstats.workflows.compute import Question
    from genderstats.workflows.gathering import Gathered
    from genderstats.workflows.keeping import Keying

#: What is forecast where no indicator is named.
USUAL = ("women-share-leaders", "women-share-heads", "women-share-deputies")

#: Why no forecast is made of an indicator: what it is counted in, what it stands for, what its figure is.
_NOT_OF_PEOPLE = Text(
    "it counts posts or bodies, and people retire",
    "chỉ tiêu tính theo chức vụ hoặc cơ quan, còn nghỉ hưu là từng người",
)
_NO_STOCK = {
    "flow": Text("it counts what happens within a period", "chỉ tiêu tính sự việc phát sinh trong kỳ"),
    "term": Text("a new term renews all its members at once", "mỗi nhiệm kỳ mới thay đồng loạt các thành viên"),
}
_NO_SHARE = Text(
    "it is made of several figures, and not one share of women or one rate among women",
    "chỉ tiêu gồm nhiều số liệu, không phải một tỷ lệ nữ hay một tỷ lệ trong nội bộ nữ",
)
#: A share is said with so many decimals at the most.
_PLACES = 20
_AGES_MOVE = Text("people move from one age group to the next", "mọi người chuyển dần sang nhóm tuổi khác")


@dataclass(frozen=True)
class Prospect:
    """Forecasts, what was asked of them, the rosters they are made from, and the earlier one that tells who has come since.

    left_out: indicators that are always shown with one that was asked, and of which no forecast is made.
    """

    gathering: Gathered
    outlook: Outlook
    forecasts: tuple[Forecast, ...]
    then: Gathered | None = None
    left_out: tuple[Indicator, ...] = ()

    @property
    def gatherings(self) -> tuple[Gathered, ...]:
        """All rosters that were read."""
        return (self.gathering, *([self.then] if self.then else []))


@dataclass(frozen=True)
class Wish:
    """What the user says of a forecast: its last year, refill rates and targets as shares, an earlier roster or period."""

    until: int
    refills: tuple[Fraction, ...] = ()
    targets: tuple[Fraction, ...] = ()
    since: str | Path | None = None

    def outlook(self, as_of: dt.date | None) -> Outlook:
        """The same from the day of a roster.

        Raises:
            DayNotKnownError: the day is not known.
            UntilTooEarlyError: the forecast would end before it begins.
        """
        if as_of is None:
            raise DayNotKnownError()
        made = Outlook(as_of, self.until, self.refills, self.targets, self.since is not None)
        if not made.years:
            raise UntilTooEarlyError(until=self.until, day=_day(as_of), first=made.years.start)
        return made


def _day(date: dt.date) -> Text:
    return Text(*(marks.day(date, language) for language in LANGUAGES))


def share_said(option: str, said: object) -> Fraction:
    """A share that the user says: 0.3, 0,3 or 30%.

    >>> share_said("--refill", "30%"), share_said("--refill", 0.25)
    (Fraction(3, 10), Fraction(1, 4))

    Raises:
        NotAShareError: it is none between 0 and 1.
    """
    text = str(said).strip().replace(",", ".")
    try:
        number = Decimal(text.removesuffix("%").strip())
    except (InvalidOperation, ValueError):
        raise NotAShareError(option=option, text=said) from None
    whole = 100 if text.endswith("%") else 1
    # Compared as it is written, and of few places: as a fraction 1e99999999 would take minutes.
    if not number.is_finite() or not 0 <= number <= whole or number.as_tuple().exponent < -_PLACES:  # type: ignore[operator]
        raise NotAShareError(option=option, text=said)
    return Fraction(number) / whole


def question(named: Question) -> tuple[Question, tuple[Indicator, ...]]:
    """The question without those of which no forecast is made, where all are asked or they are only shown with another; and these.

    Raises:
        NotForecastError: no forecast is made of an indicator or in a breakdown that is asked for.
    """
    for dimension in named.by:
        if dimension.kind == "age":
            raise NotForecastError(name=dimension.id, why=_AGES_MOVE)
    foreseen = tuple(one for one in named.indicators if foreseeable(one))
    left_out = tuple(one for one in named.indicators if one not in foreseen)
    for one in left_out if len(named.indicators) < len(named.known) else ():
        asked = named.indicators[: named.indicators.index(one)]
        if not any(one.id in other.together for other in asked if other in foreseen):
            raise NotForecastError(name=one.id, why=_why_not(one))
    return replace(named, indicators=foreseen), left_out


def foreseeable(one: Indicator) -> bool:
    """Whether it is a share or rate of persons at a day."""
    return _why_not(one) is None


def _why_not(one: Indicator) -> Text | None:
    if (one.unit, one.per) != ("person", "person"):
        return _NOT_OF_PEOPLE
    return _NO_STOCK.get(one.timing) or (None if one.measure in ("share", "rate") else _NO_SHARE)


def forecast(
    names: Sequence[str | Path], asked: Question, wish: Wish, profile: Profile, where: Where = HERE
) -> Prospect:
    """The forecasts of the question's indicators from everything that is named.

    Raises:
        InputError: something that is named cannot be read as a roster, and is no period that is kept or stands in the folder.
        RequestError: no forecast can be made of what is asked, or the roster's day is not known or too late.
        StoreError: the store cannot be read.
    """
    foreseen, left_out = question(asked)
    with keeping.one_moment():
        gathering, then = people(names, profile, where), None
        outlook = wish.outlook(gathering.moment.as_of)
        if wish.since is not None:
            then = gathered(str(wish.since), replace(profile, moment=Moment()), where)
            day = then.moment.as_of
            if day is not None and day >= outlook.as_of:
                raise SinceNotEarlierError(name=wish.since, then=_day(day), day=_day(outlook.as_of))
        keying = keeping.keying([then, gathering], where.kept_in, where.tell) if then else None
    return replace(foresee(gathering, foreseen, outlook, then, keying), left_out=left_out)


def foresee(
    gathering: Gathered, asked: Question, outlook: Outlook, then: Gathered | None = None, keying: Keying | None = None
) -> Prospect:
    """The forecasts of the question's indicators over rosters: count each, add, look ahead.

    `then` is the earlier roster that tells who has come since; `keying` by what its people and these are matched, in this order.
    """
    from genderstats.counting.leaving import Leavers, leavers

    now = populations(gathering, asked)
    came = _came(populations(then, asked), now, asked, keying or keeping.Keying.of_files(2)) if then else {}
    counted = (
        leavers(population, asked.indicators, asked.by, {name: flags[place] for name, flags in came.items()})
        for place, population in enumerate(now)
    )
    told = [worded(one, gathering.counting.departures, catalogue()) for one in asked.indicators]
    return Prospect(gathering, outlook, tuple(forecasts(sum(counted, Leavers()), told, outlook)), then)


def _came(
    then: Sequence[Population], now: Sequence[Population], asked: Question, keying: Keying
) -> dict[str, list[Flags]]:
    """For everybody on each roster of now whether they have come into the population of each indicator since then."""
    from genderstats.counting.entering import entered
    from genderstats.counting.flows import Books, Workforce

    sides = (Workforce.of(some, keying.secret, keys) for some, keys in zip((then, now), keying.kept, strict=True))
    books = Books(*sides)
    return {one.id: entered(books, one) for one in asked.indicators}
