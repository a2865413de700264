"""What is kept of the people of a period, as one table of words: a row a person, a column a field; no names."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from genderstats.reading.keys import NO_KEY
from genderstats.store.fetching import fetched, keys_of
from genderstats.store.kept import OFFICES, kept_fields
from genderstats.store.layout import KEYS
from genderstats.store.opening import Tell, untold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    import numpy.typing as npt

    from genderstats.people.days import Day
    from genderstats.people.position import TitleReading
    from genderstats.reading.roster import Variable
    from genderstats.store.fetching import KeptPeople


@dataclass(frozen=True)
class Words:
    """One column: for each person the place of a word, -1 for none, and the words."""

    name: str
    places: npt.NDArray[Any]
    words: list[str]

    def texts(self) -> list[str | None]:
        """The word of each person."""
        return [self.words[place] if place >= 0 else None for place in self.places.tolist()]


@dataclass(frozen=True)
class Numbers:
    """One column of numbers by which people are matched."""

    name: str
    numbers: npt.NDArray[np.int64]

    def texts(self) -> list[int | None]:
        """The number of each person."""
        return [number if number != NO_KEY else None for number in self.numbers.tolist()]


@dataclass(frozen=True)
class Exported:
    """The people of a period by columns."""

    columns: tuple[Words | Numbers, ...]

    def __len__(self) -> int:
        return len(self.columns[0].texts())


def exported(path: Path, period: str, tell: Tell = untold) -> Exported:
    """The people of a period of a store.

    Raises:
        PeriodNotKeptError: there is no such period.
        StoreError: there is no store, or it cannot be read.
    """
    kept, rosters = fetched(path, period, tell)
    keys = keys_of(path, period, tell)
    files = [one.address.file for one in rosters]
    of_file = np.repeat(np.arange(len(files)), [len(one) for one in rosters])
    first = [Words("period", np.zeros(len(of_file), np.int32), [kept.name]), Words("file", of_file, files)]
    parts = [{column.name: column for column in _columns(one)} for one in rosters]
    names = list(dict.fromkeys(name for part in parts for name in part))
    joined = [_joined(name, [part.get(name) for part in parts], rosters) for name in sorted(names, key=_order)]
    numbers = (Numbers(name, one) for name, one in zip(KEYS, keys.signed, strict=True))
    return Exported((*first, *numbers, *joined))


def _order(name: str) -> int:
    """Fields in their official order, what dimensions read of them behind."""
    listed = list(kept_fields())
    return listed.index(name) if name in listed else len(listed)


def _columns(one: KeptPeople) -> Iterator[Words]:
    for name, variable in one.variables.items():
        how = kept_fields()[name]
        if name in OFFICES:
            offices = one.offices if name == "position" else one.party_offices
            if offices:
                yield Words(name, offices.codes, list(map(_offices, offices.readings)))
        elif how != "readings":
            yield Words(name, variable.codes, list(map(_SAID.get(how, str), variable.values)))
        yield from _readings(variable)
    if one.probation is not None:
        yield Words("probation", one.probation, ["no", "yes"])


def _readings(variable: Variable) -> Iterator[Words]:
    for dimension, said in (variable.told or {}).items():
        words = list(dict.fromkeys(word for word in said if word is not None))
        lookup = np.array([*(-1 if word is None else words.index(word) for word in said), -1])
        yield Words(dimension, lookup[variable.codes], words)


def _joined(name: str, parts: Sequence[Words | None], rosters: Sequence[KeptPeople]) -> Words:
    """A column of all rosters, one after the other."""
    places: list[Any] = []
    words: list[str] = []
    for part, roster in zip(parts, rosters, strict=True):
        own = part.places if part else np.full(len(roster), -1)
        places.append(np.where(own < 0, -1, own + len(words)))
        words += part.words if part else []
    return Words(name, np.concatenate(places).astype(np.int32), words)


def _day(day: Day) -> str:
    """A day as 1975-03-08, or as much of it as is known."""
    return "-".join(f"{part:02d}" for part in (day.year, day.month, day.day) if part)


_SAID: dict[str, Callable[[Any], str]] = {"day": _day, "mark": lambda mark: "yes" if mark else "no"}


def _offices(reading: TitleReading) -> str:
    """Offices as JSON, each with what is so of it; a part that no rule knows is one that is unknown."""
    held: list[dict[str, Any]] = [
        {key: value for key, value in asdict(one).items() if value} for one in reading.positions
    ]
    return json.dumps([*held, *([{"unknown": True}] if reading.unknown else [])], ensure_ascii=False)
