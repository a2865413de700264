"""Who has come into a population since an earlier roster: people matched by staff number, else by name and whole day of birth."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from genderstats.counting.count import answers_to
from genderstats.counting.leaving import in_base
from genderstats.counting.population import NOT_KNOWN
from genderstats.reading.identities import Identities

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from genderstats.counting.population import Population
    from genderstats.indicators.indicator import Indicator

    Flags = npt.NDArray[np.int8]

_CAME, _WAS_THERE, _OPEN = 1, 0, -1


class _Marks(NamedTuple):
    """By what somebody is found again: a staff number, a folded name, a whole day of birth; None where it is not known."""

    number: int | None
    name: str | None
    birth: int | None

    @property
    def named(self) -> tuple[str, int] | None:
        """The name with the day of birth, where both are known."""
        return (self.name, self.birth) if self.name and self.birth is not None else None

    def contradicts(self, other: _Marks) -> bool:
        """Whether neither the name nor the birth of two people with one number is the same."""
        return (self.name, self.birth) != (other.name, other.birth) and not (
            (self.name and self.name == other.name) or (self.birth is not None and self.birth == other.birth)
        )


def entered(now: Sequence[Population], then: Sequence[Population], indicator: Indicator) -> list[Flags]:
    """For everybody on each roster of now: 1 who is of the population and was not then, 0 who was, -1 where it cannot be told."""
    listed = [*now, *then]
    people = Identities.of([one.roster for one in listed])
    belongs = np.concatenate([in_base(one.each(indicator.per), indicator) for one in listed])
    earlier = people.roster >= len(now)
    marks = _marks(people, trusted=all(people.trusted(place) for place in range(len(listed))))
    here = np.flatnonzero(belongs & ~earlier).tolist()
    unsure = np.concatenate([answers_to(one.each(indicator.per), indicator) == NOT_KNOWN for one in listed])
    side = _Then.of(
        [marks[one] for one in np.flatnonzero(belongs & earlier).tolist()],
        [marks[one] for one in np.flatnonzero(unsure & earlier).tolist()],
    )
    alike = Counter(named for one in here if (named := marks[one].named))
    said = np.full(len(belongs), _OPEN, np.int8)
    for one in here:
        mine = marks[one]
        same = mine.number is None and mine.named is not None and alike[mine.named] > 1
        said[one] = _OPEN if same else side.says(mine)
    ends = np.cumsum([len(each.roster) for each in listed])
    return np.split(said, ends[:-1])[: len(now)]


def _marks(people: Identities, *, trusted: bool) -> list[_Marks]:
    columns = zip(people.numbers.tolist(), people.names.tolist(), people.whole.tolist(), strict=True)
    return [
        _Marks(number if trusted and number >= 0 else None, people.name(name), birth if birth >= 0 else None)
        for number, name, birth in columns
    ]


@dataclass(frozen=True)
class _Then:
    """The population of the earlier roster by number, by name and birth.

    vague: names that stand there without a whole birth. unsure: the numbers, and the names with births, of people of whom it is not
    known whether they belonged to it.
    """

    numbered: dict[int, list[_Marks]]
    named: frozenset[tuple[str, int]]
    vague: frozenset[str | None]
    unsure: frozenset[int | tuple[str, int] | None]
    all_numbered: bool

    @classmethod
    def of(cls, everybody: Sequence[_Marks], unsure: Sequence[_Marks]) -> _Then:
        """The population, and those who may belong to it, by their marks."""
        numbered: defaultdict[int, list[_Marks]] = defaultdict(list)
        for one in everybody:
            if one.number is not None:
                numbered[one.number].append(one)
        return cls(
            dict(numbered),
            frozenset(named for one in everybody if (named := one.named)),
            frozenset(one.name for one in (*everybody, *unsure) if one.birth is None),
            frozenset(mark for one in unsure for mark in (one.number, one.named) if mark is not None),
            all(one.number is not None for one in (*everybody, *unsure)),
        )

    def says(self, mine: _Marks) -> int:
        """Whether somebody was there."""
        found = self.numbered.get(mine.number, []) if mine.number is not None else []
        if found and all(mine.contradicts(other) for other in found):
            return _OPEN
        if found or mine.named in self.named:
            return _WAS_THERE
        if mine.number in self.unsure or mine.named in self.unsure:
            return _OPEN
        if mine.number is not None and self.all_numbered:
            return _CAME
        return _CAME if mine.named and mine.name not in self.vague else _OPEN
