"""From what the user names (files, folders, globs) to rosters of one moment."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from genderstats.errors import FileMissingError, FolderWithoutRostersError, InputError, SeveralPeriodsError
from genderstats.period import Moment, Period
from genderstats.reading.formats import SUFFIXES
from genderstats.reading.profile import NOTHING_SAID, Profile

if TYPE_CHECKING:
    import datetime as dt

    from genderstats.reading.ledger import Ledger
    from genderstats.reading.notices import Notice
    from genderstats.reading.profile import Counting
    from genderstats.reading.provenance import Kept
    from genderstats.reading.roster import People, Roster

_MAGIC = re.compile(r"[*?\[]")

#: Told of each file as it is begun: its name, how many are done, how many there are.
Progress = Callable[[str, int, int], None]


def silent(name: str, done: int, of: int) -> None:
    """No progress is shown."""


@dataclass(frozen=True)
class Gathered:
    """People of one moment, roster by roster, read or kept; the files of a folder that hold none, and all files.

    `name` is that of the folder, where they come from one; `kept` what a store tells of the period, where they are kept.
    """

    rosters: tuple[People, ...]
    moment: Moment
    passed_over: tuple[InputError, ...] = ()
    paths: tuple[Path, ...] = ()
    name: str = ""
    kept: Kept | None = None

    @property
    def ledger(self) -> Ledger:
        """The ledgers of all sheets added up."""
        first, *others = (roster.ledger for roster in self.rosters)
        return sum(others, first)

    @property
    def counting(self) -> Counting:
        """The rules by which their people are counted: one profile is said of all."""
        return self.rosters[0].counting

    @property
    def notices(self) -> tuple[Notice, ...]:
        """The notices of all sheets."""
        return tuple(one for roster in self.rosters for one in roster.notices)


@dataclass(frozen=True)
class Gathering(Gathered):
    """The rosters that were named, as they were read."""

    rosters: tuple[Roster, ...]


def is_pattern(name: str) -> bool:
    """Whether a name is a glob, and not that of a file."""
    return bool(_MAGIC.search(name)) and not Path(name).exists()


def files(names: Iterable[str | Path]) -> list[tuple[Path, bool]]:
    """The files that are named, each with whether it was named itself (and not found in a folder).

    Raises:
        InputError: a name is neither a file nor a folder with spreadsheets.
    """
    found: dict[Path, bool] = {}
    for name in names:
        path = Path(name)
        if path.is_dir():
            found |= {one: False for one in in_folder(path) if one not in found}
        elif str(name) == "-" or not is_pattern(str(name)):
            found[path] = True
        else:
            found |= {one: False for one in _matching(str(name)) if one not in found}
    return list(found.items())


def in_folder(folder: Path) -> list[Path]:
    """The spreadsheets of a folder, by name.

    Raises:
        FileMissingError: there is no such folder.
        FolderWithoutRostersError: it holds none.
    """
    found = spreadsheets(folder)
    if not found:
        raise FolderWithoutRostersError(path=folder, suffixes=" ".join(SUFFIXES))
    return found


def spreadsheets(folder: Path) -> list[Path]:
    """The spreadsheets of a folder, by name; there may be none.

    Raises:
        FileMissingError: there is no such folder.
    """
    if not folder.is_dir():
        raise FileMissingError(path=folder)
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in SUFFIXES
        and not path.name.startswith(("~$", "."))
        and not (path.is_dir() or path.is_fifo())
    )


def _matching(pattern: str) -> list[Path]:
    root = Path(Path(pattern).anchor)
    found = sorted(path for path in root.glob(str(Path(pattern).relative_to(root))) if path.is_file())
    if not found:
        raise FileMissingError(path=pattern)
    return found


def gather(names: Sequence[str | Path], profile: Profile = NOTHING_SAID, progress: Progress = silent) -> Gathering:
    """The rosters of everything that is named, all of one period, with everybody counted once.

    Raises:
        InputError: a file that was named holds no roster; no file of a folder does; or the rosters are of different periods.
    """
    found = read_all(names, profile, progress)
    moment = _moment(found.rosters, profile.moment)
    return replace(found, rosters=_counted_once(found) if len(found.paths) > 1 else found.rosters, moment=moment)


def _counted_once(found: Gathering) -> tuple[Roster, ...]:
    """The rosters with everybody counted once: in whatever order files are named, whose row stands first is told by their names."""
    from genderstats.reading.once import counted_once

    rosters = found.rosters
    order = sorted(range(len(rosters)), key=lambda place: (rosters[place].address.file, rosters[place].sha256))
    counted = dict(zip(order, counted_once([rosters[place] for place in order]), strict=True))
    return tuple(counted[place] for place in range(len(rosters)))


def read_all(names: Sequence[str | Path], profile: Profile, progress: Progress, *, sexless: bool = False) -> Gathering:
    """The rosters of everything that is named, of whatever moments, and why files only found in a folder hold none.

    Lists of staff that tell no sex are rosters only where that is allowed (`sexless`).

    Raises:
        InputError: a file that was named holds no roster, or no file of a folder does.
    """
    listed = files(names)
    from genderstats.reading.reader import read_rosters

    rosters: list[Roster] = []
    passed_over: list[InputError] = []
    for done, (path, named) in enumerate(listed):
        progress(path.name, done, len(listed))
        try:
            then = listed[done + 1][0] if done + 1 < len(listed) else None
            rosters += read_rosters(path, profile, sexless=sexless, then=then)
        except InputError as error:
            if named:
                raise
            passed_over.append(error)
    if not rosters:
        raise passed_over[0]
    return Gathering(tuple(rosters), Moment(), tuple(passed_over), tuple(path for path, _ in listed))


def _moment(rosters: Sequence[Roster], said: Moment) -> Moment:
    """The moment of all rosters together: the one that was said, else the period they agree on and the latest of their days."""
    if said.known:
        return said
    known = [roster for roster in rosters if roster.moment.known]
    periods = {str(roster.moment.period): roster.moment.period for roster in known}
    if len(periods) > 1:
        named = ", ".join(sorted({f"{roster.sheet.file} ({roster.moment.period})" for roster in known}))
        raise SeveralPeriodsError(files=named, periods=" ".join(sorted(periods)))
    days = {roster.moment.as_of for roster in known}
    return Moment(next(iter(periods.values()), None), max((day for day in days if day), default=None))


def moment_said(period: str | None = None, as_of: str | None = None) -> Moment:
    """The moment that the user says: a day, a period, or both.

    Raises:
        NotAPeriodError: the period is none.
        NotADayError: the day is none.
        DayBeforePeriodError: the day lies before the period.
    """
    from genderstats.errors import DayBeforePeriodError, NotAPeriodError

    moment = Moment.at(day_said(as_of)) if as_of else Moment()
    if not period:
        return moment
    try:
        said = Period.parse(period)
    except ValueError:
        raise NotAPeriodError(text=period) from None
    if moment.as_of and moment.as_of < said.start:
        raise DayBeforePeriodError(day=as_of, period=said)
    return replace(Moment.during(said), as_of=moment.as_of or said.end)


def day_said(text: str) -> dt.date:
    """The day that the user writes, 2021-12-31 or 31/12/2021; a year means its last day.

    Raises:
        NotADayError: it is none.
    """
    from genderstats.errors import NotADayError
    from genderstats.people.days import DayError, read_day

    try:
        day = read_day(text.strip())
    except DayError:
        day = None
    if day is None or day.how:
        raise NotADayError(text=text)
    return day.last
