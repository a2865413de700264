"""What tells one person from another on rosters: staff number, name, sex and birth, as numbers that can be compared at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from genderstats.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt

    from genderstats.people.days import Day
    from genderstats.reading.roster import People

    Ints = npt.NDArray[np.int64]

#: A year and a month without a day, as numbers below that of any whole day's key.
_DAYS, _MONTHS = 32, 13
#: So many parts has a whole day.
_WHOLE = 3
#: Names of this length and more are looked at as of one length; of names only so many letters are sketched.
LONGEST, _SKETCHED = 1024, 24


def _weights() -> Ints:
    """What each ASCII character weighs in a sketch: consonants without their case, and the blank."""
    weights = np.zeros(128, dtype=np.int64)
    for weight, letter in enumerate(" bcdfghjklmnpqrstvwxz", start=1):
        weights[[ord(letter), ord(letter.upper())]] = weight
    return weights


_WEIGHTS = _weights()


@dataclass(frozen=True)
class Identities:
    """What tells one person from another, over all rosters: -1 is not known.

    `numbers` and `sexes` are codes, `names` places in `spelt`, `births` keys of days, months or years; `whole` are the keys of
    whole days alone. `roster` says which roster a row is of.
    """

    roster: Ints
    numbers: Ints
    names: Ints
    sexes: Ints
    births: Ints
    whole: Ints
    spelt: list[str]
    _folded: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, rosters: Sequence[People]) -> Identities:
        """What tells the people of these rosters apart."""
        spelt = [name for roster in rosters for name in _values(roster, "full_name")]
        births = birth_keys(rosters)
        return cls(
            roster=np.repeat(np.arange(len(rosters)), [len(one) for one in rosters]),
            numbers=_coded(rosters, "staff_id"),
            names=places(rosters, "full_name"),
            sexes=_coded(rosters, "sex"),
            births=births,
            whole=np.where(births % _DAYS > 0, births, -1),
            spelt=spelt,
        )

    def name(self, place: int) -> str | None:
        """The name at a place among those spelt, folded; each that is asked for is folded once."""
        if place < 0:
            return None
        if place not in self._folded:
            self._folded[place] = fold(self.spelt[place])
        return self._folded[place]

    def trusted(self, roster: int) -> bool:
        """Whether the staff numbers of a roster mostly differ, as those of people do and those of grades do not."""
        known = self.numbers[(self.roster == roster) & (self.numbers >= 0)]
        return len(np.unique(known)) * 2 >= len(known)

    def sketches(self, named: Ints) -> Ints:
        """A number for each of the names at these places that spellings of one name share, and other names seldom.

        It is made of blanks and ASCII consonants and of where they stand, which neither case nor tone placement moves.
        """
        used, which = np.unique(named, return_inverse=True)
        spelt = np.array([self.spelt[place] for place in used.tolist()], dtype=f"<U{_SKETCHED}")
        letters = np.minimum(spelt.view(np.uint32).reshape(len(used), -1), 127).astype(np.uint8)
        sketch = np.zeros(len(used), dtype=np.int64)
        for place in range(_SKETCHED):
            sketch = sketch * 31 + _WEIGHTS[letters[:, place]]
        return sketch[which]


def _values(roster: People, name: str) -> list[Any]:
    return roster.variables[name].values if name in roster.variables else []


def places(rosters: Sequence[People], name: str) -> Ints:
    """For everybody the place of a field's value among the values of all rosters, one after the other."""
    found: list[Ints] = []
    start = 0
    for roster in rosters:
        if name in roster.variables:
            codes = roster.variables[name].codes.astype(np.int64)
            found.append(np.where(codes < 0, -1, codes + start))
            start += len(roster.variables[name].values)
        else:
            found.append(np.full(len(roster), -1, np.int64))
    return np.concatenate(found)


def _coded(rosters: Sequence[People], name: str) -> Ints:
    """For everybody a code of a field's value, the same for spellings that differ in case, and on all rosters."""
    if len(rosters) == 1 and _of_one_case(_values(rosters[0], name)):
        return places(rosters, name)
    values = [value for roster in rosters for value in _values(roster, name)]
    keys = list(map(str.casefold, values))
    if len(set(keys)) == len(keys):
        return places(rosters, name)
    known = {key: code for code, key in enumerate(keys)}
    lookup = np.array([known[key] for key in keys] + [-1], dtype=np.int64)
    return lookup[places(rosters, name)]


def _of_one_case(values: list[str]) -> bool:
    """Whether no two of some distinct texts can differ in case alone."""
    text = "".join(values)
    return text in (text.upper(), text.lower())


def birth_keys(rosters: Sequence[People]) -> Ints:
    """For everybody a number for the day, month or year of birth, -1 where it is not known; `one_birth` compares them."""
    days = [day for roster in rosters for day in _values(roster, "birth_date")]
    keys = np.array([_key(day) for day in days] + [-1], dtype=np.int64)
    return keys[places(rosters, "birth_date")]


def _key(day: Day) -> int:
    return (day.year * _MONTHS + (day.month or 0)) * _DAYS + (day.day or 0)


def one_birth(births: Iterable[int]) -> bool:
    """Whether births may be one day: whole days are equal, months and years hold them."""
    known = {birth for birth in births if birth >= 0}
    parts = [(birth // _DAYS // _MONTHS, birth // _DAYS % _MONTHS, birth % _DAYS) for birth in known]
    return all(len({part[place] for part in parts} - {0}) < 2 for place in range(_WHOLE))


def open_births(then: set[int], now: set[int]) -> tuple[set[int], set[int]]:
    """The births of either side that may be one day with one of the other side, where not both are whole days."""
    sides = [{birth: _parts(birth) for birth in side} for side in (then, now)]
    found = []
    for own, others in (sides, sides[::-1]):
        said = {(len(parts), parts[:known]) for parts in others.values() for known in range(len(parts) + 1)}
        found.append({
            birth for birth, parts in own.items()
            if any((known, parts[:known]) in said for known in range(4) if not known == len(parts) == _WHOLE)
        })  # fmt: skip
    return found[0], found[1]


def alike_births(then: set[int], now: set[int]) -> tuple[set[int], set[int]]:
    """The whole days of either side that differ from one of the other side in one part alone, as a slip of the pen leaves them."""
    sides = [{birth: parts for birth in side if len(parts := _parts(birth)) == _WHOLE} for side in (then, now)]
    found = []
    for own, others in (sides, sides[::-1]):
        said: dict[tuple[int, tuple[int, ...]], set[int]] = {}
        for parts in others.values():
            for place in range(_WHOLE):
                said.setdefault((place, _without(parts, place)), set()).add(parts[place])
        found.append({
            birth for birth, parts in own.items()
            if any(said.get((place, _without(parts, place)), set()) - {parts[place]} for place in range(_WHOLE))
        })  # fmt: skip
    return found[0], found[1]


def _parts(birth: int) -> tuple[int, ...]:
    """Year, month and day of a birth, as far as they are known."""
    if birth < 0:
        return ()
    parts = (birth // _DAYS // _MONTHS, birth // _DAYS % _MONTHS, birth % _DAYS)
    return tuple(part for part in parts if part)


def _without(parts: tuple[int, ...], place: int) -> tuple[int, ...]:
    return parts[:place] + parts[place + 1 :]


def differing_births(then: Ints, now: Ints) -> npt.NDArray[np.bool_]:
    """Of pairs of births, those that cannot be one day."""
    found = np.zeros(len(then), bool)
    for place in np.flatnonzero((then != now) & (then >= 0) & (now >= 0)).tolist():
        found[place] = not one_birth((int(then[place]), int(now[place])))
    return found
