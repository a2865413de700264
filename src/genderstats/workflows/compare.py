"""Period over period: each argument a roster file or folder, else the one roster in the folder that carries that period."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from genderstats.analysis import change
from genderstats.analysis.spelling import periods_in_one_spelling
from genderstats.errors import InputError, PeriodNotFoundError, SeveralRostersError, TooFewPeriodsError
from genderstats.indicators.breaks import breaks_between
from genderstats.period import Moment, Period, in_name
from genderstats.reading.profile import NOTHING_SAID
from genderstats.workflows.compute import Computation, Question, answer
from genderstats.workflows.gathering import Progress, gather, in_folder, silent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from genderstats.analysis.change import Change
    from genderstats.reading.profile import Profile


@dataclass(frozen=True)
class Comparison:
    """The computations of two or more periods, oldest named first, and the changes from each to the next."""

    computations: tuple[Computation, ...]
    changes: tuple[tuple[Change, ...], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """What each period is called."""
        return tuple(name_of(one) for one in self.computations)


def name_of(computation: Computation) -> str:
    """A period's name: the period itself, else the file's name."""
    gathering = computation.gathering
    return str(gathering.moment.period) if gathering.moment.period else gathering.rosters[0].sheet.file


def compare(
    names: Sequence[str | Path],
    question: Question,
    profile: Profile,
    folder: Path = Path(),
    progress: Progress = silent,
) -> Comparison:
    """The changes of all figures between the rosters or periods that are named, in that order.

    Raises:
        TooFewPeriodsError: fewer than two are named.
        InputError: a name is neither a roster nor the period of exactly one roster in the folder.
    """
    if len(names) < 2:
        raise TooFewPeriodsError()
    answers = [answer(gather([located(str(name), folder, profile)], profile, progress), question) for name in names]
    told = periods_in_one_spelling([one.observations for one in answers])
    computations = tuple(replace(one, observations=found) for one, found in zip(answers, told, strict=True))
    return Comparison(computations, tuple(_changes(then, now) for then, now in pairwise(computations)))


def _changes(then: Computation, now: Computation) -> tuple[Change, ...]:
    between = breaks_between(then.gathering.moment, now.gathering.moment)
    return tuple(change.compare(then.observations, now.observations, between))


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
