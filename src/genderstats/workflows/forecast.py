"""Looking ahead from a roster: who retires when, what refill rates make of the figures, what targets ask."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
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
from genderstats.workflows.compare import located
from genderstats.workflows.gathering import Gathering, Progress, gather, silent

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from genderstats.counting.population import Population
    from genderstats.indicators.indicator import Indicator
    from genderstats.reading.profile import Profile
    from genderstats.workflows.compute import Question

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

    gathering: Gathering
    outlook: Outlook
    forecasts: tuple[Forecast, ...]
    then: Gathering | None = None
    left_out: tuple[Indicator, ...] = ()

    @property
    def gatherings(self) -> tuple[Gathering, ...]:
        """All rosters that were read."""
        return (self.gathering, *([self.then] if self.then else []))


@dataclass(frozen=True)
class Wish:
    """What the user says of a forecast: its last year, refill rates and targets as shares, an earlier roster."""

    until: int
    refills: tuple[Fraction, ...] = ()
    targets: tuple[Fraction, ...] = ()
    since: str | Path | None = None
    folder: Path = Path()

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
    names: Sequence[str | Path], asked: Question, wish: Wish, profile: Profile, progress: Progress = silent
) -> Prospect:
    """The forecasts of the question's indicators from everything that is named.

    Raises:
        InputError: something that is named cannot be read as a roster, or is the period of none in the folder.
        RequestError: no forecast can be made of what is asked, or the roster's day is not known or too late.
    """
    foreseen, left_out = question(asked)
    gathering = gather(names, profile, progress)
    outlook, then = wish.outlook(gathering.moment.as_of), None
    if wish.since is not None:
        earlier = replace(profile, moment=Moment())
        then = gather([located(str(wish.since), wish.folder, earlier)], earlier, progress)
        day = then.moment.as_of
        if day is not None and day >= outlook.as_of:
            raise SinceNotEarlierError(name=wish.since, then=_day(day), day=_day(outlook.as_of))
    return replace(foresee(gathering, foreseen, outlook, then), left_out=left_out)


def foresee(gathering: Gathering, asked: Question, outlook: Outlook, then: Gathering | None = None) -> Prospect:
    """The forecasts of the question's indicators over rosters: count each, add, look ahead."""
    from genderstats.counting.entering import entered
    from genderstats.counting.leaving import Leavers, leavers

    populations, earlier = _populations(gathering, asked), _populations(then, asked) if then else []
    came = {one.id: entered(populations, earlier, one) for one in asked.indicators} if earlier else {}
    counted = (
        leavers(population, asked.indicators, asked.by, {name: flags[place] for name, flags in came.items()})
        for place, population in enumerate(populations)
    )
    told = [worded(one, gathering.counting.departures, catalogue()) for one in asked.indicators]
    return Prospect(gathering, outlook, tuple(forecasts(sum(counted, Leavers()), told, outlook)), then)


def _populations(gathering: Gathering, asked: Question) -> list[Population]:
    from genderstats.counting.population import Population

    return [Population(roster, gathering.moment, asked.bands) for roster in gathering.rosters]
