"""What a name on the command line means: a roster file or folder, else a period that is kept, else the one list that carries it."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from genderstats.errors import (
    FileMissingError,
    FolderWithoutRostersError,
    InputError,
    KeptAndFoundError,
    KeptMomentError,
    NotAPeriodError,
    PeriodNotFoundError,
    PeriodNotKeptError,
    PeriodNowhereError,
    RowsNotKeptError,
    SeveralRostersError,
)
from genderstats.period import Moment, Period, in_name
from genderstats.reading.profile import NOTHING_SAID
from genderstats.text.language import Text
from genderstats.workflows import keeping
from genderstats.workflows.gathering import (
    Gathered,
    Progress,
    gather,
    in_folder,
    is_pattern,
    silent,
    spreadsheets,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from genderstats.reading.profile import Profile
    from genderstats.workflows.keeping import Tell


@dataclass(frozen=True)
class Where:
    """Where names are looked for: a folder, and the store that the user names, else that of the folder; and who is told meanwhile."""

    folder: Path = Path()
    store: Path | None = None
    progress: Progress = silent
    tell: Tell = keeping.untold

    @property
    def kept_in(self) -> Path:
        """The store, which need not be there."""
        return self.store or keeping.store_in(self.folder)


HERE = Where()


def people(names: Sequence[str | Path], profile: Profile = NOTHING_SAID, where: Where = HERE) -> Gathered:
    """The people of everything that is named: files, folders and globs, or one period.

    Raises:
        KeptMomentError: a period that is kept is to stand at another day than its own.
        InputError: something that is named is nothing of these.
        StoreError: the store cannot be read.
    """
    name = str(names[0]) if len(names) == 1 else ""
    if not name or is_pattern(name) or _period(name) is None:
        return gather(names, profile, where.progress)
    found = gathered(name, profile, where)
    if found.kept and profile.moment.known:
        raise KeptMomentError(period=name)
    return found


@contextmanager
def of_rows(names: Sequence[str | Path]) -> Iterator[None]:
    """A scope in which what is named is read for what speaks of its rows.

    Raises:
        RowsNotKeptError: what is named is no file, but a period that is kept.
    """
    try:
        yield
    except FileMissingError:
        period = _period(str(names[0])) if len(names) == 1 else None
        if period and _kept(period, HERE):
            raise RowsNotKeptError(period=names[0]) from None
        raise


def gathered(name: str, profile: Profile = NOTHING_SAID, where: Where = HERE) -> Gathered:
    """The people that one name means: a roster file or folder, else a period of the store, else the one roster in the folder.

    Raises:
        KeptAndFoundError: the store that is taken for granted holds the period, and another list carries it too.
        InputError: nothing is so called, or more than one roster.
        StoreError: the store that is named is not there, or it cannot be read.
    """
    period = _period(name)
    kept = _kept(period, where) if period else None
    if kept is None:
        return _read(name, profile, where)
    if where.store is None:
        _alone(kept, name, where)
    if replace(profile, moment=NOTHING_SAID.moment) != NOTHING_SAID:
        where.tell(_AS_KEPT.format(period=name))
    where.progress(name, 0, 1)
    return kept


_AS_KEPT = Text(
    "{period} is counted as it was kept: options and profiles that say how a list is read and counted do not change it.",
    "{period} được tính như khi lưu: các tùy chọn và hồ sơ về cách đọc, cách tính không làm thay đổi kỳ này.",
)


def _period(name: str) -> Period | None:
    try:
        return Period.parse(name)
    except ValueError:
        return None


def _kept(period: Period, where: Where) -> Gathered | None:
    """A period of the store, where there is one that holds it; one that is named must be there."""
    if where.store is None and not where.kept_in.exists():
        return None
    with suppress(NotAPeriodError, PeriodNotKeptError):
        return keeping.fetched(where.kept_in, str(period), where.tell)
    return None


def _read(name: str, profile: Profile, where: Where) -> Gathered:
    """The people of the files that a name means.

    Raises:
        PeriodNowhereError: it is a period that neither a list nor the store holds.
        InputError: nothing is so called, or more than one roster.
    """
    try:
        path = located(name, where.folder, profile)
    except (PeriodNotFoundError, FolderWithoutRostersError):
        if _period(name) is None or not where.kept_in.exists():
            raise
        raise _nowhere(name, where) from None
    found = gather([path], profile, where.progress)
    return replace(found, name=path.name) if path.is_dir() else found


def _nowhere(name: str, where: Where) -> InputError:
    there = _listed([path.name for path in spreadsheets(where.folder)])
    kept = " ".join(one.name for one in keeping.periods(where.kept_in, where.tell)) or "–"
    return PeriodNowhereError(period=name, folder=_named(where.folder), rosters=there, store=where.kept_in, kept=kept)


def _named(folder: Path) -> str | Path:
    return folder.resolve().name or folder


#: So many names of files are told; of more only their number.
_FEW = 10


def _listed(names: Sequence[str]) -> str:
    return ", ".join([*names[:_FEW], *([f"… (+{len(names) - _FEW})"] if len(names) > _FEW else [])]) or "–"


def _alone(kept: Gathered, name: str, where: Where) -> None:
    """Goes on only where no list but those that the period was kept from is so called, or carries the period in its name.

    Raises:
        KeptAndFoundError: one does.
    """
    from genderstats.reading.formats.source import Source

    period, own = kept.moment.period, {one.sha256 for one in kept.rosters}
    assert period is not None
    called = [path for path in {Path(name).absolute(), (where.folder / name).absolute()} if path.exists()]
    inside = [one for path in called for one in (spreadsheets(path) if path.is_dir() else [path])]
    beside = [path for path in spreadsheets(where.folder) if _carries(in_name(path.stem), period)]
    others = [path for path in (*inside, *beside) if Source(path).sha256() not in own]
    if others:
        rosters = _listed(
            list(dict.fromkeys(f"{path.parent.name}/{path.name}" if path in inside else path.name for path in others))
        )
        sources = ", ".join(dict.fromkeys(one.address.file for one in kept.rosters))
        at = {"store": where.kept_in, "folder": _named(where.folder)}
        raise KeptAndFoundError(period=period, sources=sources, rosters=rosters, **at)


def located(name: str, folder: Path, profile: Profile = NOTHING_SAID) -> Path:
    """The roster that a name means: a file or folder, else the one roster in the folder whose name or title carries that period.

    Raises:
        FileMissingError: it is no period, and nothing is so called.
        PeriodNotFoundError: no list carries the period.
        SeveralRostersError: more than one does.
    """
    for path in (Path(name), folder / name):
        if path.exists():
            return path
    rosters = in_folder(folder)
    period = _period(name)
    if period is None:
        raise _not_found(name, folder, rosters)
    found = [path for path in rosters if _carries(in_name(path.stem), period)] or [
        path for path in rosters if _titled(path, period, profile)
    ]
    if len(found) > 1:
        raise SeveralRostersError(period=name, folder=_named(folder), rosters=_listed([path.name for path in found]))
    if not found:
        raise _not_found(name, folder, rosters)
    return found[0]


def _not_found(name: str, folder: Path, rosters: list[Path]) -> InputError:
    return PeriodNotFoundError(period=name, folder=_named(folder), rosters=_listed([path.name for path in rosters]))


def _carries(moment: Moment, period: Period) -> bool:
    return moment.period == period or (moment.as_of is not None and moment.as_of in period)


def _titled(path: Path, period: Period, profile: Profile) -> bool:
    from genderstats.reading.reader import read_rosters

    try:
        return any(_carries(roster.moment, period) for roster in read_rosters(path, profile))
    except InputError:
        return False
