"""Who leaves, and when: the people of a population by level, sex and the year in which they reach the age of retirement."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from genderstats.counting.count import answers_to, breakdowns
from genderstats.counting.population import NO, NOT_KNOWN, YES
from genderstats.counting.tally import SEXES, Problem
from genderstats.indicators.condition import Among, Condition
from genderstats.indicators.dimension import dimensions
from genderstats.people.retirement import retirement

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import numpy.typing as npt

    from genderstats.counting.population import Population
    from genderstats.counting.tally import Group
    from genderstats.indicators.dimension import Dimension
    from genderstats.indicators.indicator import Indicator
    from genderstats.people.days import Day

    Flags = npt.NDArray[np.int8]
    Ints = npt.NDArray[np.int64]

#: Completed years under which somebody is young, and the years back from the day of the roster in which an appointment is recent.
YOUNG, RECENT = 40, 3
_PLANNED = Condition((Among("planned", ("yes",)),))
_WOMAN, _MAN, _NEITHER = range(len(SEXES))


class Kind(NamedTuple):
    """What is known of a person who counts in a forecast; of flags 1 is yes, 0 no, -1 not known.

    has: whether the person is in the numerator. leaves: the year from which the person has left, 0 where that cannot be told.
    past: whether the age was reached before the day of the roster. rough: whether the year of birth alone is known.
    """

    level: str
    sex: str
    has: bool
    leaves: int
    past: bool
    young: int
    recent: int
    entered: int
    rough: bool


@dataclass(frozen=True)
class Leavers:
    """How many people of each kind are in the base of an indicator, by group; adds up as tallies do.

    doubtful: people of whom it is not known whether they belong to the base. planned: people in planning who are not yet of the
    population. planning, unplanned: how many people are on lists that tell planning, and that do not. silent: whom an indicator could
    not be asked of.
    """

    cells: Counter[tuple[str, Group, Kind]] = field(default_factory=Counter)
    doubtful: Counter[tuple[str, Group]] = field(default_factory=Counter)
    planned: Counter[tuple[str, Kind]] = field(default_factory=Counter)
    planning: Counter[str] = field(default_factory=Counter)
    unplanned: Counter[str] = field(default_factory=Counter)
    silent: Counter[tuple[str, Problem]] = field(default_factory=Counter)

    def __add__(self, other: Leavers) -> Leavers:
        return Leavers(
            self.cells + other.cells,
            self.doubtful + other.doubtful,
            self.planned + other.planned,
            self.planning + other.planning,
            self.unplanned + other.unplanned,
            self.silent + other.silent,
        )


def leavers(
    population: Population,
    indicators: Sequence[Indicator],
    by: Sequence[Dimension] = (),
    entered: Mapping[str, Flags] | None = None,
) -> Leavers:
    """The kinds of people in the base of each share or rate of a population whose day is known.

    `entered` says by indicator who has come into its population since an earlier roster.

    Raises:
        ColumnMissingError: a dimension is a column that the sheet does not have.
    """
    told = Leavers()
    for indicator in indicators:
        items = population.each(indicator.per)
        ways = [
            (groups, _problem(items, indicator, groups))
            for groups in breakdowns(replace(indicator, also=()), by, items)
        ]
        for groups in (some for some, problem in ways if not problem):
            _count(told, items, indicator, groups, (entered or {}).get(indicator.id))
        problems = [problem for _, problem in ways if problem]
        if len(problems) == len(ways):
            told.silent[indicator.id, problems[0]] += len(population)
        elif _plannable(indicator):
            _count_planned(told, items, indicator)
    return told


def in_base(items: Population, indicator: Indicator) -> npt.NDArray[np.bool_]:
    """Who is in the population: for a share those who belong to it, for a rate also those without the attribute."""
    answers = answers_to(items, indicator)
    return np.asarray((answers == YES) | ((answers == NO) & (indicator.measure == "rate")))


def _problem(items: Population, indicator: Indicator, groups: Sequence[Dimension]) -> Problem | None:
    found = [items.why_not(indicator.population, indicator.attribute), *map(items.problem, groups)]
    births = "birth_date" in items.roster.variables
    return next((one for one in found if one), None if births else Problem("column-absent", "birth_date"))


def _count(
    told: Leavers, items: Population, indicator: Indicator, groups: Sequence[Dimension], entered: Flags | None
) -> None:
    present, places = items.grouping(groups)
    answers, rate = answers_to(items, indicator), indicator.measure == "rate"
    of_men = items.sexes == _MAN
    counted = in_base(items, indicator) & ~(of_men & rate)
    has = (answers == YES) & ((items.sexes == _WOMAN) | rate)
    columns = [places, *_columns(items, has, entered)]
    for (place, *kind), people in _distinct(columns, counted):
        told.cells[indicator.id, present[place], _kind(items, kind)] += people
    asked = items.sexes == _WOMAN if rate else np.ones(len(items), bool)
    for place, people in zip(*np.unique(places[(answers == NOT_KNOWN) & asked], return_counts=True), strict=True):
        told.doubtful[indicator.id, present[place]] += int(people)


def _count_planned(told: Leavers, items: Population, indicator: Indicator) -> None:
    """Those in planning of whom it is known that they are not of the population."""
    if items.why_not(_PLANNED):
        told.unplanned[indicator.id] += len(items)
        return
    told.planning[indicator.id] += len(items)
    outside = (items.answers(indicator.population) == NO) & (items.answers(_PLANNED) == YES)
    for kind, people in _distinct(_columns(items, items.sexes == _WOMAN, None), outside):
        told.planned[indicator.id, _kind(items, kind)] += people


def _plannable(indicator: Indicator) -> bool:
    """Whether it is a share of the holders of offices, for which people are planned."""
    clauses = indicator.population.clauses
    offices = (isinstance(one, Among) and dimensions()[one.dimension].kind == "office" for one in clauses)
    return indicator.measure == "share" and any(offices)


def _columns(items: Population, has: npt.NDArray[np.bool_], entered: Flags | None) -> list[npt.NDArray[np.generic]]:
    """The parts of each person's kind as numbers, in its order."""
    as_of = items.moment.as_of
    assert as_of is not None
    years, past = _leaving(items, as_of)
    nobody = np.full(len(items), -1, np.int8)
    return [
        items.coded(dimensions()["level"]).indexes,
        items.sexes,
        has,
        years,
        past,
        _told(items, "birth_date", lambda day: day.age(as_of) < YOUNG),
        _told(items, "appointment_date", lambda day: _recent(day, as_of)),
        nobody if entered is None else entered,
        _told(items, "birth_date", lambda day: day.month is None) == 1,
    ]


def _leaving(items: Population, as_of: dt.date) -> tuple[Ints, npt.NDArray[np.bool_]]:
    """The year from which each person has left (0: not known), and whether that was by the day of the roster."""
    born = items.roster.variables["birth_date"]
    years, past = np.zeros(len(items), np.int64), np.zeros(len(items), bool)
    for sex, name in ((_WOMAN, "F"), (_MAN, "M")):
        days = [retirement().left(day, "F" if name == "F" else "M") for day in born.values]
        of_sex = items.sexes == sex
        years = np.where(of_sex, np.array([*(day.year for day in days), 0], np.int64)[born.codes], years)
        past = np.where(of_sex, np.array([*(day <= as_of for day in days), False], bool)[born.codes], past)
    return years, past


def _told(items: Population, name: str, says: Callable[[Day], bool | None]) -> Flags:
    """What a date says of each person: 1, 0 or, where there is none or it leaves it open, -1."""
    if name not in items.roster.variables:
        return np.full(len(items), -1, np.int8)
    one = items.roster.variables[name]
    said = [{True: 1, False: 0, None: -1}[says(day)] for day in one.values]
    flags: Flags = np.array([*said, -1], np.int8)[one.codes]
    return flags


def _recent(day: Day, as_of: dt.date) -> bool | None:
    """Whether it is surely within the years before the day of the roster; None where its month or year lies there only in part."""
    since = as_of.replace(year=as_of.year - RECENT, day=min(as_of.day, 28) if as_of.month == 2 else as_of.day)
    if since < day.first and day.last <= as_of:
        return True
    return False if day.last <= since or as_of < day.first else None


def _distinct(
    columns: Sequence[npt.NDArray[np.generic]], chosen: npt.NDArray[np.bool_]
) -> Iterator[tuple[list[int], int]]:
    """The distinct rows of columns of numbers among those chosen, and how often each is there."""
    if not chosen.any():
        return
    picked = [column[chosen].astype(np.int64) for column in columns]
    least = [int(column.min()) for column in picked]
    sizes = [int(column.max()) - low + 1 for column, low in zip(picked, least, strict=True)]
    keys = np.ravel_multi_index([column - low for column, low in zip(picked, least, strict=True)], sizes)
    distinct, counts = np.unique(keys, return_counts=True)
    rows = np.transpose(np.unravel_index(distinct, sizes)) + least
    yield from zip(rows.tolist(), counts.tolist(), strict=True)


def _kind(items: Population, row: Sequence[int]) -> Kind:
    level, sex, has, leaves, past, young, recent, entered, rough = row
    levels = items.coded(dimensions()["level"]).labels
    return Kind(levels[level], SEXES[sex], bool(has), leaves, bool(past), young, recent, entered, bool(rough))
