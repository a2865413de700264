"""Period over period: each argument a roster file or folder, else the one roster in the folder that carries that period."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from genderstats.analysis import change
from genderstats.analysis.spelling import periods_in_one_spelling
from genderstats.errors import (
    FolderWithoutRostersError,
    InputError,
    KeptAndFoundError,
    NotAPeriodError,
    PeriodNotFoundError,
    PeriodNotKeptError,
    PeriodNowhereError,
    SeveralRostersError,
    TooFewPeriodsError,
)
from genderstats.indicators.breaks import breaks_between
from genderstats.indicators.dimension import dimensions
from genderstats.period import Moment, Period, in_name
from genderstats.reading.profile import NOTHING_SAID
from genderstats.reading.roster import Roster
from genderstats.workflows import keeping
from genderstats.workflows.compute import Computation, Question, answer, populations
from genderstats.workflows.gathering import Gathered, Progress, gather, in_folder, silent, spreadsheets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from genderstats.analysis.change import Change
    from genderstats.analysis.decomposition import Decomposition
    from genderstats.analysis.flows import Flows
    from genderstats.counting.flows import Books, Workforce
    from genderstats.counting.population import Population
    from genderstats.reading.carrying import UnitsMap
    from genderstats.reading.keys import MatchKeys
    from genderstats.reading.profile import Profile
    from genderstats.reading.provenance import Kept
    from genderstats.workflows.keeping import Tell


@dataclass(frozen=True)
class Wanted:
    """What is asked of a comparison besides the changes: flows, decompositions, intervals, and old units carried into new ones.

    `secret` is that of the keys by which people are matched: that of a store, else one for the run.
    """

    flows: bool = False
    decompose: bool = False
    interval: bool = False
    units: UnitsMap | None = None
    secret: bytes | None = None


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
        """What each period is called."""
        return tuple(name_of(one) for one in self.computations)


def name_of(computation: Computation) -> str:
    """A period's name: the period itself, else the file's name."""
    gathering = computation.gathering
    return str(gathering.moment.period) if gathering.moment.period else gathering.rosters[0].address.file


def compare(
    names: Sequence[str | Path],
    question: Question,
    profile: Profile,
    folder: Path = Path(),
    progress: Progress = silent,
    wanted: Wanted = NOTHING_MORE,
    store: Path | None = None,
    tell: Tell = keeping.untold,
) -> Comparison:
    """The changes of all figures between the rosters or periods that are named, in that order.

    Raises:
        TooFewPeriodsError: fewer than two are named.
        InputError: a name is neither a roster, nor a period of the store, nor the period of exactly one roster in the folder.
        StoreError: the store cannot be read.
    """
    if len(names) < 2:
        raise TooFewPeriodsError()
    gatherings = [gathered(str(name), folder, profile, progress, store, tell) for name in names]
    place = store or keeping.store_in(folder)
    if not (wanted.flows or wanted.decompose) or all(map(_was_read, gatherings)):
        return compared(gatherings, question, wanted)
    kept = [None if _was_read(one) else keeping.keys_of(place, str(one.moment.period), tell) for one in gatherings]
    return compared(gatherings, question, replace(wanted, secret=keeping.secret_of(place)), kept)


def _was_read(one: Gathered) -> bool:
    """Whether people come from files, and not from a store."""
    return all(isinstance(people, Roster) for people in one.rosters)


def compared(
    gatherings: Sequence[Gathered],
    question: Question,
    wanted: Wanted = NOTHING_MORE,
    kept: Sequence[MatchKeys | None] = (),
) -> Comparison:
    """The changes of all figures between periods, oldest first, and what else is wanted of them.

    `kept` are the keys that a store holds of the people of each period, made with the secret that is wanted; of a period of which
    there are none, they are made with it.
    """
    old = [roster for one in gatherings[:-1] for roster in one.rosters]
    carried = [*(_carried(one, wanted.units) for one in gatherings[:-1]), gatherings[-1]]
    from genderstats.analysis.flows import flows
    from genderstats.counting.flows import Books
    from genderstats.reading.keys import new_secret

    secret, held = wanted.secret or new_secret(), [*kept, *[None] * len(carried)]
    sides = [
        _Side(one, question, populations(one, question), secret, keys) for one, keys in zip(carried, held, strict=False)
    ]
    told = periods_in_one_spelling([one.computation.observations for one in sides])
    answers = [replace(one.computation, observations=found) for one, found in zip(sides, told, strict=True)]
    steps = list(pairwise(sides))
    books = [Books(then.workforce, now.workforce) for then, now in steps] if wanted.flows or wanted.decompose else []
    return Comparison(
        tuple(answers),
        tuple(_changes(*step, wanted) for step in pairwise(zip(sides, answers, strict=True))),
        tuple(flows(one, question.by) for one in books) if wanted.flows else (),
        tuple(_decomposed(one, question) for one in books) if wanted.decompose else (),
        _changes((sides[0], answers[0]), (sides[-1], answers[-1]), wanted) if len(sides) > 2 else (),
        tuple(wanted.units.unknown(old)) if wanted.units else (),
    )


def _carried(gathering: Gathered, units: UnitsMap | None) -> Gathered:
    return replace(gathering, rosters=tuple(map(units.carried, gathering.rosters))) if units else gathering


@dataclass(frozen=True)
class _Side:
    """One period, ready to be counted, with what it answers."""

    gathering: Gathered
    question: Question
    people: list[Population]
    secret: bytes
    keys: MatchKeys | None = None

    @cached_property
    def computation(self) -> Computation:
        return answer(self.gathering, self.question, self.people)

    @cached_property
    def workforce(self) -> Workforce:
        """Its people with the keys by which they are matched; made once, though it is compared with two others."""
        from genderstats.counting.flows import Workforce

        return Workforce.of(self.people, self.secret, self.keys)

    @cached_property
    def scopes(self) -> dict[str, frozenset[str]]:
        """The kinds of bodies that each indicator of bodies counts."""
        from genderstats.counting.scopes import kinds_of_bodies

        return kinds_of_bodies(self.people, self.question.indicators)


def _changes(then: tuple[_Side, Computation], now: tuple[_Side, Computation], wanted: Wanted) -> tuple[Change, ...]:
    (old, before), (new, after) = then, now
    breaks = breaks_between(old.gathering.moment, new.gathering.moment)
    scopes = (old.scopes, new.scopes)
    return tuple(change.compare(before.observations, after.observations, breaks, scopes, intervals=wanted.interval))


def _decomposed(books: Books, question: Question) -> tuple[Decomposition, ...]:
    """Each figure's change taken apart, by the dimensions asked for, else by unit."""
    from genderstats.analysis.decomposition import decompose

    by = question.by or (dimensions()["unit"],)
    return tuple(decompose(books, one, by) for one in question.indicators)


def gathered(
    name: str,
    folder: Path = Path(),
    profile: Profile = NOTHING_SAID,
    progress: Progress = silent,
    store: Path | None = None,
    tell: Tell = keeping.untold,
) -> Gathered:
    """The people that a name means: a roster file or folder, else a period of the store, else the one roster in the folder.

    The store is the one that is named, else that of the folder, where there is one.

    Raises:
        KeptAndFoundError: the folder's store holds the period, and another list there carries it too.
        InputError: nothing is so called, or more than one roster.
        StoreError: the store that is named is not there, or it cannot be read.
    """
    place = store or keeping.store_in(folder)
    if any(path.exists() for path in (Path(name), folder / name)) or not (store or place.exists()):
        return gather([located(name, folder, profile)], profile, progress)
    try:
        kept = keeping.fetched(place, name, tell)
    except (NotAPeriodError, PeriodNotKeptError):
        return _in_folder(name, folder, profile, progress, place, tell)
    if store is None:
        _alone(kept, folder, place)
    progress(name, 0, 1)
    return kept


def _in_folder(name: str, folder: Path, profile: Profile, progress: Progress, store: Path, tell: Tell) -> Gathered:
    """The people of the one roster in the folder that carries a period which the store does not hold."""
    try:
        return gather([located(name, folder, profile)], profile, progress)
    except (PeriodNotFoundError, FolderWithoutRostersError):
        raise _nowhere(name, folder, store, keeping.periods(store, tell)) from None


def _nowhere(name: str, folder: Path, store: Path, held: Sequence[Kept]) -> InputError:
    there = ", ".join(path.name for path in spreadsheets(folder)) or "–"
    kept = " ".join(one.name for one in held) or "–"
    return PeriodNowhereError(
        period=name, folder=folder.resolve().name or folder, rosters=there, store=store, kept=kept
    )


def _alone(kept: Gathered, folder: Path, store: Path) -> None:
    """Goes on only where no list in the folder but those that the period was kept from carries it in its name.

    Raises:
        KeptAndFoundError: one does.
    """
    from genderstats.reading.formats.source import Source

    period, own = kept.moment.period, {one.sha256 for one in kept.rosters}
    carrying = [path for path in spreadsheets(folder) if period and _carries(in_name(path.stem), period)]
    others = [path.name for path in carrying if Source(path).sha256() not in own]
    if others:
        sources = ", ".join(dict.fromkeys(one.address.file for one in kept.rosters))
        where = {"store": store, "folder": folder.resolve().name or folder}
        raise KeptAndFoundError(period=period, sources=sources, rosters=", ".join(others), **where)


def located(name: str, folder: Path, profile: Profile = NOTHING_SAID) -> Path:
    """The roster that a name means: a file or folder, else the one roster in the folder whose name or title carries that period.

    Raises:
        PeriodNotFoundError: none does.
        SeveralRostersError: more than one does.
    """
    for path in (Path(name), folder / name):
        if path.exists():
            return path
    rosters = in_folder(folder)
    try:
        period = Period.parse(name)
    except ValueError:
        raise _not_found(name, folder, rosters) from None
    found = [path for path in rosters if _carries(in_name(path.stem), period)] or [
        path for path in rosters if _titled(path, period, profile)
    ]
    if len(found) > 1:
        raise SeveralRostersError(period=name, folder=folder, rosters=", ".join(path.name for path in found))
    if not found:
        raise _not_found(name, folder, rosters)
    return found[0]


def _not_found(name: str, folder: Path, rosters: list[Path]) -> InputError:
    return PeriodNotFoundError(
        period=name, folder=folder.resolve().name or folder, rosters=", ".join(path.name for path in rosters)
    )


def _carries(moment: Moment, period: Period) -> bool:
    return moment.period == period or (moment.as_of is not None and moment.as_of in period)


def _titled(path: Path, period: Period, profile: Profile) -> bool:
    from genderstats.reading.reader import read_rosters

    try:
        return any(_carries(roster.moment, period) for roster in read_rosters(path, profile))
    except InputError:
        return False
