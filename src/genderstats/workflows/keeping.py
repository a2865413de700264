"""Periods kept in a store and taken out of it again."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from genderstats.errors import (
    NotAPeriodError,
    PeriodUnsaidError,
    StoreKeyGoneError,
    StoreKeysDifferError,
    StoreMissingError,
)
from genderstats.period import Period
from genderstats.store.opening import FILE, Tell, one_moment, untold
from genderstats.workflows.gathering import Gathered, Gathering, Progress, gather, silent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from genderstats.reading.keys import MatchKeys
    from genderstats.reading.profile import Profile
    from genderstats.reading.provenance import Kept
    from genderstats.store.keeping import Added

__all__ = [
    "FILE",
    "Tell",
    "add",
    "beside",
    "fetched",
    "keying",
    "one_moment",
    "parsed",
    "periods",
    "print_beside",
    "remove",
    "store_in",
    "the_period",
    "untold",
]


def store_in(folder: Path = Path()) -> Path:
    """Where the store stands that is taken for granted: where GENDERSTATS_STORE says, else in the folder."""
    said = os.environ.get("GENDERSTATS_STORE")
    return Path(said) if said else folder / FILE


@dataclass(frozen=True)
class Keying:
    """By what the people of some periods are matched: the keys that are kept of each, and the secret with which the others' are made."""

    secret: bytes
    kept: tuple[MatchKeys | None, ...]

    @classmethod
    def of_files(cls, periods: int) -> Keying:
        """Of so many periods none of which is kept: keys are made with a secret that is forgotten after the run."""
        from genderstats.reading.keys import new_secret

        return cls(new_secret(), (None,) * periods)


def keying(gatherings: Sequence[Gathered], store: Path, tell: Tell = untold) -> Keying:
    """By what the people of some periods, kept or read, are matched.

    Raises:
        StoreKeysDifferError: two periods were kept with different keys.
        StoreKeyGoneError: a period that is kept is to be matched with a file, and its key does not stand beside the store.
        StoreError: the store cannot be read.
    """
    from genderstats.store.fetching import keys_of
    from genderstats.store.keys import key_beside, key_file

    listed = [one.kept for one in gatherings]
    kept = [one for one in listed if one]
    if not kept:
        return Keying.of_files(len(listed))
    for one in kept[1:]:
        if not one.key or one.key != kept[0].key:
            raise StoreKeysDifferError(then=kept[0].name, now=one.name)
    beside = key_beside(store) if len(kept) < len(listed) else None
    if len(kept) < len(listed) and (beside is None or beside.print != kept[0].key):
        raise StoreKeyGoneError(period=kept[0].name, path=key_file(store))
    secret = beside.secret if beside else b""
    return Keying(secret, tuple(keys_of(store, one.name, tell) if one else None for one in listed))


def add(
    names: Sequence[str | Path],
    profile: Profile,
    store: Path,
    *,
    replace: bool = False,
    progress: Progress = silent,
    tell: Tell = untold,
) -> tuple[Gathering, Added]:
    """Reads the rosters that are named and keeps their people as one period, the one that is said or that they carry.

    Raises:
        InputError: something that is named cannot be read as a roster, or the rosters are of different periods.
        PeriodUnsaidError: nothing tells the period.
        PeriodKeptError: the period is kept already, and is not to be replaced.
        StoreError: the store cannot be written.
    """
    from genderstats.store.keeping import keep, taken

    said = profile.moment.period
    if said and not replace:
        known = _known(store, said, tell)
        if known:
            raise taken(store, known)
    gathering = gather(names, profile, progress)
    if gathering.moment.period is None:
        raise PeriodUnsaidError(path=", ".join(dict.fromkeys(one.address.file for one in gathering.rosters)))
    return gathering, keep(store, gathering.rosters, gathering.moment, replace=replace, tell=tell)


def _known(store: Path, period: Period, tell: Tell) -> Kept | None:
    """The period, where the store holds it already: told before the rosters are read for nothing."""
    try:
        return next((one for one in periods(store, tell) if one.moment.period == period), None)
    except StoreMissingError:
        return None


def fetched(store: Path, period: str, tell: Tell = untold) -> Gathered:
    """The people of a period that is kept.

    Raises:
        PeriodNotKeptError: it is not.
        StoreError: the store cannot be read.
    """
    from genderstats.store.fetching import fetched as people_of

    kept, people = people_of(store, str(parsed(period)), tell)
    return Gathered(tuple(people), kept.moment, paths=beside(store), kept=kept)


def periods(store: Path, tell: Tell = untold) -> list[Kept]:
    """What a store holds, oldest period first.

    Raises:
        StoreError: there is none, or it cannot be read.
    """
    from genderstats.store.listing import periods as listed

    return listed(store, tell)


def the_period(store: Path, period: str, tell: Tell = untold) -> Kept:
    """One period of a store.

    Raises:
        NotAPeriodError: the text is no period.
        PeriodNotKeptError: it is not kept.
        StoreError: the store cannot be read.
    """
    from genderstats.store.listing import the_period as listed

    return listed(store, str(parsed(period)), tell)


def remove(store: Path, period: str, tell: Tell = untold) -> Kept:
    """Removes a period, and says what it was.

    Raises:
        NotAPeriodError: the text is no period.
        PeriodNotKeptError: it is not kept.
        StoreError: the store cannot be written.
    """
    from genderstats.store.keeping import remove as removed

    if not store.exists():
        raise StoreMissingError(path=store)
    return removed(store, str(parsed(period)), tell)


def print_beside(store: Path) -> str | None:
    """The print of the key that stands beside a store; None where there is none.

    Raises:
        StoreKeyError: what stands there is no key.
    """
    from genderstats.store.keys import key_beside

    key = key_beside(store)
    return key.print if key else None


def beside(store: Path) -> tuple[Path, Path]:
    """The files of a store that nothing else is written over: itself and its key."""
    from genderstats.store.keys import key_file

    return store, key_file(store)


def parsed(text: str) -> Period:
    """The period that is written so.

    Raises:
        NotAPeriodError: the text is none.
    """
    try:
        return Period.parse(text)
    except ValueError:
        raise NotAPeriodError(text=text) from None
