"""Period over period: the changes of all figures, and what lies between two lists of people."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from genderstats.analysis import change
from genderstats.analysis.spelling import periods_in_one_spelling
from genderstats.errors import TooFewPeriodsError, UnitCarriedOnError
from genderstats.indicators.breaks import breaks_between
from genderstats.indicators.dimension import dimensions
from genderstats.workflows import keeping
from genderstats.workflows.compute import Computation, Question, answer, populations
from genderstats.workflows.naming import HERE, Where, gathered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from genderstats.analysis.change import Change
    from genderstats.analysis.decomposition import Decomposition, Reason
    from genderstats.analysis.flows import Flows
    from genderstats.counting.flows import Books, Workforce
    from genderstats.counting.population import Population
    from genderstats.reading.carrying import UnitsMap
    from genderstats.reading.profile import Profile
    from genderstats.workflows.gathering import Gathered
    from genderstats.workflows.keeping import Keying


@dataclass(frozen=True)
class Wanted:
    """What is asked of a comparison besides the changes: flows, decompositions, intervals, and old units carried into new ones."""

    flows: bool = False
    decompose: bool = False
    interval: bool = False
    units: UnitsMap | None = None

    @property
    def matched(self) -> bool:
        """Whether it must be known who is who."""
        return self.flows or self.decompose


NOTHING_MORE = Wanted()


@dataclass(frozen=True)
class Comparison:
    """The computations of two or more periods, oldest named first, and the changes from each to the next.

    `flows` and `decompositions` are those from each to the next, where they were asked for; `first_to_last` are the changes from
    the first to the last of more than two; `units_unknown` are old units of the map that no list has.
    """

    computations: tuple[Computation, ...]
    changes: tuple[tuple[Change, ...], ...]
    flows: tuple[Flows, ...] = ()
    decompositions: tuple[tuple[Decomposition, ...], ...] = ()
    first_to_last: tuple[Change, ...] = ()
    units_unknown: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """What each period is called; files of one name with their folders."""
        names = [name_of(one) for one in self.computations]
        return tuple(
            f"{one.gathering.paths[0].resolve().parent.name}/{name}"
            if names.count(name) > 1 and not one.gathering.moment.period and one.gathering.paths
            else name
            for name, one in zip(names, self.computations, strict=True)
        )


def name_of(computation: Computation) -> str:
    """A period's name: the period itself, else that of the folder or the file."""
    gathering = computation.gathering
    return str(gathering.moment.period or gathering.name or gathering.rosters[0].address.file)


def compare(
    names: Sequence[str | Path],
    question: Question,
    profile: Profile,
    where: Where = HERE,
    wanted: Wanted = NOTHING_MORE,
) -> Comparison:
    """The changes of all figures between the rosters or periods that are named, in that order.

    Raises:
        TooFewPeriodsError: fewer than two are named.
        InputError: a name is neither a roster, nor a period of the store, nor the period of exactly one roster in the folder.
        UnitCarriedOnError: of more than two periods, a unit of the map is both an old and a new one.
        StoreError: the store cannot be read, or nothing tells who is who between a period that is kept and another.
    """
    if len(names) < 2:
        raise TooFewPeriodsError()
    with keeping.one_moment():
        gatherings = [gathered(str(name), profile, where) for name in names]
        keying = keeping.keying(gatherings, where.kept_in, where.tell) if wanted.matched else None
    return compared(gatherings, question, wanted, keying)


def compared(
    gatherings: Sequence[Gathered], question: Question, wanted: Wanted = NOTHING_MORE, keying: Keying | None = None
) -> Comparison:
    """The changes of all figures between periods, oldest first, and what else is wanted of them.

    `keying` is by what their people are matched, where any of them is kept; else keys are made for the run.
    """
    carried = _carried(gatherings, wanted.units) if wanted.units else list(gatherings)
    made = keying or keeping.Keying.of_files(len(carried))
    sides = [_Side(one, question, populations(one, question), made, place) for place, one in enumerate(carried)]
    told = periods_in_one_spelling([one.computation.observations for one in sides])
    answers = [replace(one.computation, observations=found) for one, found in zip(sides, told, strict=True)]
    steps = list(pairwise(sides))
    books = [_books(then, now) for then, now in steps] if wanted.matched else []
    changes = tuple(_changes(*step, wanted) for step in pairwise(zip(sides, answers, strict=True)))
    return Comparison(
        tuple(answers),
        changes,
        tuple(_flows(one, question) for one in books) if wanted.flows else (),
        tuple(map(partial(_decomposed, question=question), books, changes)) if wanted.decompose else (),
        _changes((sides[0], answers[0]), (sides[-1], answers[-1]), wanted) if len(sides) > 2 else (),
        tuple(wanted.units.unknown(roster for one in gatherings for roster in one.rosters)) if wanted.units else (),
    )


def _books(then: _Side, now: _Side) -> Books:
    from genderstats.counting.flows import Books

    return Books(then.workforce, now.workforce)


def _flows(books: Books, question: Question) -> Flows:
    from genderstats.analysis.flows import flows

    return flows(books, question.by)


def _carried(gatherings: Sequence[Gathered], units: UnitsMap) -> list[Gathered]:
    """The people of all periods in the new units."""
    if len(gatherings) > 2 and units.carried_on:
        raise UnitCarriedOnError(unit=units.carried_on)
    maps = [*[units] * (len(gatherings) - 1), units.of_the_last]
    return [
        replace(one, rosters=tuple(map(each.carried, one.rosters))) for one, each in zip(gatherings, maps, strict=True)
    ]


@dataclass(frozen=True)
class _Side:
    """One period, ready to be counted, with what it answers."""

    gathering: Gathered
    question: Question
    people: list[Population]
    keying: Keying
    place: int

    @cached_property
    def computation(self) -> Computation:
        return answer(self.gathering, self.question, self.people)

    @cached_property
    def workforce(self) -> Workforce:
        """Its people with the keys by which they are matched; made once, though it is compared with two others."""
        from genderstats.counting.flows import Workforce

        return Workforce.of(self.people, self.keying.secret, self.keying.kept[self.place])

    @cached_property
    def scopes(self) -> dict[str, frozenset[str]]:
        """The kinds of bodies that each indicator of bodies counts."""
        from genderstats.counting.scopes import kinds_of_bodies

        return kinds_of_bodies(self.people, self.question.indicators)


def _changes(then: tuple[_Side, Computation], now: tuple[_Side, Computation], wanted: Wanted) -> tuple[Change, ...]:
    (old, before), (new, after) = then, now
    breaks = breaks_between(old.gathering.moment, new.gathering.moment)
    spans = change.Spans(*(one.gathering.moment.period for one in (old, new)))
    scopes = (old.scopes, new.scopes)
    told = change.compare(before.observations, after.observations, breaks, scopes, spans, intervals=wanted.interval)
    return tuple(told)


def _decomposed(books: Books, changes: Sequence[Change], question: Question) -> tuple[Decomposition, ...]:
    """Each figure's change taken apart, by the dimensions asked for, else by unit; not that of figures that are not counted alike."""
    from genderstats.analysis.decomposition import decompose

    by = question.by or (dimensions()["unit"],)
    unlike = {one.now.indicator.id: cast("Reason", one.reason) for one in changes if one.reason in change.UNLIKE}
    return tuple(decompose(books, one, by, unlike.get(one.id)) for one in question.indicators)
