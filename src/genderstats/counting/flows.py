"""Who stayed, entered and left, and who moved from one group to another; books that do not balance cannot be made."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from genderstats.counting.matching import Side
from genderstats.counting.search import match
from genderstats.counting.tally import SEXES, Split
from genderstats.indicators.rules import rules
from genderstats.people.codes import UNKNOWN
from genderstats.reading.identities import birth_keys
from genderstats.reading.keys import MatchKeys
from genderstats.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from genderstats.counting.matching import Matching
    from genderstats.counting.population import Population
    from genderstats.indicators.dimension import Dimension
    from genderstats.reading.sheet import Address

    Ints = npt.NDArray[np.int64]
    Flags = npt.NDArray[np.bool_]

_NONE = Split(0, 0, 0)


class FlowError(AssertionError):
    """Books of people that do not balance: a defect of the program, never of a roster."""


@dataclass(frozen=True)
class Flow:
    """The people of one group then and now, by sex, and what lies between: the books of a group.

    then + entries + entries_unmatched − exits − exits_unmatched + moved_in − moved_out + corrected = now, for each sex.
    `corrected` are those who stayed and whose sex is another now: one sex has as many more as the others have fewer; whoever
    moved besides did so by the sex of now. `unmatched`: people who are on one list and cannot be looked for on the other.
    """

    then: Split
    now: Split
    stay: Split = _NONE
    entries: Split = _NONE
    entries_unmatched: Split = _NONE
    exits: Split = _NONE
    exits_unmatched: Split = _NONE
    moved_in: Split = _NONE
    moved_out: Split = _NONE
    corrected: Split = _NONE

    def __post_init__(self) -> None:
        books = zip(
            self.then, self.entries, self.entries_unmatched, self.exits, self.exits_unmatched, self.moved_in, self.moved_out,
            self.corrected, self.now,
            strict=True,
        )  # fmt: skip
        for then, entered, appeared, left, vanished, moved_in, moved_out, corrected, now in books:
            if then + entered + appeared - left - vanished + moved_in - moved_out + corrected != now:
                raise FlowError(f"these books do not balance: {self}")
        if sum(self.corrected):
            raise FlowError(f"sexes are corrected of more people than have another: {self}")

    def __add__(self, other: Flow) -> Flow:
        return Flow(
            **{
                one.name: Split(*map(sum, zip(getattr(self, one.name), getattr(other, one.name), strict=True)))
                for one in fields(Flow)
            }
        )


@dataclass(frozen=True)
class Workforce:
    """The people of one period, roster by roster, with the keys by which they are matched."""

    populations: Sequence[Population]
    keys: MatchKeys

    @classmethod
    def of(cls, populations: Sequence[Population], secret: bytes, kept: MatchKeys | None = None) -> Workforce:
        """The people of rosters, with the keys that are kept of them, or keys made with a secret."""
        made = kept if kept is not None else MatchKeys.of([one.roster for one in populations], secret)
        return cls(populations, made)

    @cached_property
    def sexes(self) -> npt.NDArray[np.int8]:
        """Everybody's sex as an index into `tally.SEXES`."""
        return np.concatenate([np.asarray(one.sexes, np.int8) for one in self.populations])

    @cached_property
    def births(self) -> Ints:
        """Everybody's birth as a number that can be compared, -1 where it is not known."""
        return birth_keys([one.roster for one in self.populations])

    @property
    def side(self) -> Side:
        """What they are matched by."""
        return Side(self.keys, self.sexes, self.births)

    def codes(self, dimension: Dimension) -> tuple[Ints, list[str]]:
        """Everybody's code in a dimension as a place in a list of codes; spellings that differ in case are one."""
        places: dict[str, int] = {}
        listed: list[str] = []
        found: list[Ints] = []
        for one in self.populations:
            coded = one.coded(dimension)
            lookup = [_place(label, places, listed) for label in coded.labels]
            found.append(np.array(lookup, dtype=np.int64)[coded.indexes])
        return np.concatenate(found), listed

    def tells(self, dimension: Dimension) -> bool:
        """Whether any of its rosters tells a dimension."""
        return any(one.problem(dimension) is None for one in self.populations)

    def address(self, place: int) -> Address:
        """Where somebody stands."""
        for one in self.populations:
            roster = one.roster
            if place < len(roster):
                return roster.address_of(place)
            place -= len(roster)
        raise IndexError(place)


def _place(label: str, places: dict[str, int], listed: list[str]) -> int:
    key = label if label == UNKNOWN else fold(label)
    if key not in places:
        places[key] = len(listed)
        listed.append(label)
    return places[key]


@dataclass(frozen=True)
class Books:
    """The people of two periods and who is who."""

    then: Workforce
    now: Workforce

    @property
    def rules_that_differ(self) -> frozenset[str]:
        """The rules of counting that are not the same in both periods."""
        then, now = (period.populations[0].roster.counting for period in (self.then, self.now))
        return frozenset(name for name in type(then).model_fields if getattr(then, name) != getattr(now, name))

    def alike(self, dimension: Dimension) -> bool:
        """Whether a dimension is told by the same rules in both periods."""
        return not any(dimension.id in rules()[name].concerns for name in self.rules_that_differ)

    @cached_property
    def matching(self) -> Matching:
        """Who is who."""
        return match(self.then.side, self.now.side)

    @cached_property
    def total(self) -> Flow:
        """The books of everybody."""
        zeros = np.zeros(len(self.then.sexes), np.int64), np.zeros(len(self.now.sexes), np.int64)
        return self._flows(*zeros, 1)[0]

    def by(self, dimension: Dimension) -> dict[str, Flow]:
        """The books of each code of a dimension that anybody has or had; a code is written as it is now."""
        then, now, codes = self.coded(dimension)
        return dict(zip(codes, self._flows(then, now, len(codes)), strict=True))

    def coded(self, dimension: Dimension) -> tuple[Ints, Ints, list[str]]:
        """Everybody's code then and now as places in one list of codes."""
        (before, old), (after, new) = self.then.codes(dimension), self.now.codes(dimension)
        places: dict[str, int] = {}
        listed: list[str] = []
        ours = np.array([_place(label, places, listed) for label in new] or [0], dtype=np.int64)
        theirs = np.array([_place(label, places, listed) for label in old] or [0], dtype=np.int64)
        return theirs[before], ours[after], listed

    def _flows(self, then: Ints, now: Ints, groups: int) -> list[Flow]:
        """The books of each group, from everybody's group on either side."""
        found, sexes = self.matching, (self.then.sexes, self.now.sexes)
        stays = _flags(len(then), found.then), _flags(len(now), found.now)
        before, after = then[found.then], now[found.now]
        was, sex = sexes[0][found.then], sexes[1][found.now]
        moved = before != after

        def split(group: Ints, sex: npt.NDArray[np.int8], wanted: Flags) -> Ints:
            return _table(group[wanted], sex[wanted], groups)

        every = np.ones(len(before), bool)
        parts = {
            "then": split(then, sexes[0], np.ones(len(then), bool)),
            "now": split(now, sexes[1], np.ones(len(now), bool)),
            "stay": split(after, sex, ~moved),
            "entries": split(now, sexes[1], ~stays[1] & ~found.unmatched_now),
            "entries_unmatched": split(now, sexes[1], found.unmatched_now),
            "exits": split(then, sexes[0], ~stays[0] & ~found.unmatched_then),
            "exits_unmatched": split(then, sexes[0], found.unmatched_then),
            "moved_in": split(after, sex, moved),
            "moved_out": split(before, sex, moved),
            "corrected": split(before, sex, every) - split(before, was, every),
        }
        return [
            Flow(**{name: Split(*table[group].tolist()) for name, table in parts.items()}) for group in range(groups)
        ]

    def people(self, wanted: Flags) -> Split:
        """Of those who stay, these, by their sex now."""
        return Split(*_table(np.zeros(int(wanted.sum()), np.int64), self.stayers_sex[wanted], 1)[0].tolist())

    @cached_property
    def stayers_sex(self) -> npt.NDArray[np.int8]:
        """The sex now of those who stay."""
        found: npt.NDArray[np.int8] = self.now.sexes[self.matching.now]
        return found


def _flags(length: int, places: npt.NDArray[np.intp]) -> Flags:
    flags = np.zeros(length, bool)
    flags[places] = True
    return flags


def _table(groups: Ints, sexes: npt.NDArray[np.int8], count: int) -> Ints:
    """How many of each sex are in each group."""
    width = len(SEXES)
    return np.bincount(groups * width + sexes, minlength=count * width).reshape(count, width).astype(np.int64)
