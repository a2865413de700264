"""Flows between two periods: who stayed, entered and left, group by group, and moves that have a name, each by sex."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np

from genderstats.analysis.order import place
from genderstats.indicators.dimension import dimensions
from genderstats.people.codes import UNKNOWN, code_list
from genderstats.reading.identities import differing_births

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from genderstats.counting.flows import Books, Flow
    from genderstats.counting.matching import Doubt, Matching
    from genderstats.counting.tally import Split
    from genderstats.indicators.dimension import Dimension
    from genderstats.reading.sheet import Address

    Ints = npt.NDArray[np.int64]
    Flags = npt.NDArray[np.bool_]

#: The moves that have a name, in the order in which they are told; those of unknown kind after those of known.
Name = Literal[
    "stay", "enter", "leave", "enter-unmatched", "leave-unmatched",
    "promoted", "demoted", "appointed", "gave-up-post", "office-unknown",
    "transferred", "unit-unknown", "party-admitted", "party-departed", "party-unknown",
    "sex-corrected", "sex-now-known", "sex-now-unknown", "birth-corrected",
]  # fmt: skip
NAMES: tuple[Name, ...] = get_args(Name)
#: Why flows, or those of a dimension, are not told.
Reason = Literal["no-keys", "absent-then", "absent-now", "absent", "rules-differ"]

#: The dimensions in which flows are told where none is asked for.
USUAL = ("level", "role", "unit", "rank", "party")
_NOBODY = "none"
#: From so many people on, one in ten whose sex is another is told apart.
_MANY = 5


@dataclass(frozen=True)
class GroupFlow:
    """The books of one code of a dimension."""

    dimension: Dimension
    code: str
    flow: Flow


@dataclass(frozen=True)
class NamedFlow:
    """A move that has a name, and how many made it, by their sex now, of those who left by their sex then."""

    name: Name
    people: Split


@dataclass(frozen=True)
class DoubtedPeople:
    """People who share a key and are not matched, and where they stand on either list."""

    why: Doubt
    then: tuple[Address, ...]
    now: tuple[Address, ...]


@dataclass(frozen=True)
class Renamed:
    """A unit of the earlier list that nobody is in now, and the one that most of its people who stay are in: `people` of `of`."""

    old: str
    new: str
    people: int
    of: int


@dataclass(frozen=True)
class Flows:
    """All flows between two periods, how people were matched, and what could not be told; `reason` where nothing could be.

    `renamed` are units that look as if they had been renamed or merged.
    """

    matching: Matching
    total: Flow
    groups: tuple[GroupFlow, ...] = ()
    named: tuple[NamedFlow, ...] = ()
    doubts: tuple[DoubtedPeople, ...] = ()
    untold: tuple[tuple[Dimension, Reason], ...] = ()
    renamed: tuple[Renamed, ...] = ()
    reason: Reason | None = None

    @property
    def many_corrected(self) -> bool:
        """Whether the sex is corrected of so many who stay that it is no correction."""
        corrected, stay = self.called("sex-corrected"), self.total.stay.people
        return corrected is not None and corrected.people >= _MANY and corrected.people * 10 >= stay

    def called(self, name: Name) -> Split | None:
        """How many made a move; None where it cannot be told."""
        return next((one.people for one in self.named if one.name == name), None)


def flows(books: Books, by: Sequence[Dimension] = ()) -> Flows:
    """The flows of each dimension by itself; of the usual ones that are told where none is asked for."""
    found = books.matching
    if not found.possible:
        return Flows(found, books.total, reason="no-keys")
    usual = (dimensions()[name] for name in USUAL)
    asked = list(by) or [one for one in usual if _untold(books, one) in (None, "rules-differ")]
    untold = [(one, reason) for one in asked if (reason := _untold(books, one))]
    told = [one for one in asked if not _untold(books, one)]
    return Flows(
        found,
        books.total,
        tuple(each for one in told for each in _groups(books, one)),
        tuple(NamedFlow(name, people) for name, people in sorted(_named(books), key=lambda pair: NAMES.index(pair[0]))),
        tuple(_doubts(books)),
        tuple(untold),
        tuple(_renamed(books)),
    )


def _renamed(books: Books) -> Iterator[Renamed]:
    """Each unit that is gone, with the unit that more than half of its people who stay, and not just one, are in now."""
    unit = dimensions()["unit"]
    if _untold(books, unit):
        return
    then, now, codes = books.coded(unit)
    was, is_now = then[books.matching.then], now[books.matching.now]
    there = set(now.tolist())
    for gone in sorted(set(then.tolist()) - there):
        went = np.bincount(is_now[was == gone], minlength=len(codes))
        most = int(went.argmax())
        if codes[gone] != UNKNOWN != codes[most] and went[most] > 1 and went[most] * 2 > went.sum():
            yield Renamed(codes[gone], codes[most], int(went[most]), int(went.sum()))


def _untold(books: Books, dimension: Dimension) -> Reason | None:
    """Why a dimension is not told of both periods, or not by the same rules; None where it is."""
    if not books.alike(dimension):
        return "rules-differ"
    then, now = books.then.tells(dimension), books.now.tells(dimension)
    if then and now:
        return None
    return "absent" if not (then or now) else "absent-now" if then else "absent-then"


def _groups(books: Books, dimension: Dimension) -> list[GroupFlow]:
    found = books.by(dimension)
    codes = sorted(found, key=lambda code: place(((dimension.id, code),)))
    return [GroupFlow(dimension, code, found[code]) for code in codes if any((*found[code].then, *found[code].now))]


def _doubts(books: Books) -> Iterator[DoubtedPeople]:
    for one in books.matching.doubts:
        then, now = (
            tuple(period.address(who) for who in people)
            for period, people in ((books.then, one.then), (books.now, one.now))
        )
        yield DoubtedPeople(one.why, then, now)


def _named(books: Books) -> Iterator[tuple[Name, Split]]:
    total = books.total
    yield "stay", total.stay
    yield "enter", total.entries
    yield "leave", total.exits
    yield "enter-unmatched", total.entries_unmatched
    yield "leave-unmatched", total.exits_unmatched
    yield from _in_offices(books)
    yield from _between_units(books)
    yield from _in_the_party(books)
    yield from _corrected(books)


def _in_offices(books: Books) -> Iterator[tuple[Name, Split]]:
    """Moves between leading posts of government: by level, then by role, as the code lists rank them."""
    listed = {name: dimensions()[name] for name in ("level", "role")}
    if any(_untold(books, one) for one in listed.values()):
        return
    ranks = {name: _ranks(books, one) for name, one in listed.items()}
    known = np.all([side >= 0 for pair in ranks.values() for side in pair], axis=0)
    width = len(tuple(code_list("role")))
    then, now = (ranks["level"][side] * width + ranks["role"][side] for side in (0, 1))
    held, holds = (ranks["role"][side] != tuple(code_list("role")).index(_NOBODY) for side in (0, 1))
    yield "promoted", books.people(known & held & holds & (now < then))
    yield "demoted", books.people(known & held & holds & (now > then))
    yield "appointed", books.people(_role_known(ranks) & ~held & holds)
    yield "gave-up-post", books.people(_role_known(ranks) & held & ~holds)
    unclear = ~_role_known(ranks) | (~known & held & holds)
    yield "office-unknown", books.people(unclear)


def _role_known(ranks: dict[str, tuple[Ints, Ints]]) -> Flags:
    found: Flags = (ranks["role"][0] >= 0) & (ranks["role"][1] >= 0)
    return found


def _ranks(books: Books, dimension: Dimension) -> tuple[Ints, Ints]:
    """The rank of everybody who stays, then and now, the highest 0; -1 where it is not known."""
    then, now, codes = books.coded(dimension)
    order = dimension.ordered
    lookup = np.array([order.index(code) if code in order else -1 for code in codes] or [-1], dtype=np.int64)
    return lookup[then[books.matching.then]], lookup[now[books.matching.now]]


def _between_units(books: Books) -> Iterator[tuple[Name, Split]]:
    unit = dimensions()["unit"]
    if _untold(books, unit):
        return
    then, now, codes = books.coded(unit)
    was, now_in = then[books.matching.then], now[books.matching.now]
    unknown = codes.index(UNKNOWN) if UNKNOWN in codes else -1
    known = (was != unknown) & (now_in != unknown)
    yield "transferred", books.people(known & (was != now_in))
    yield "unit-unknown", books.people(~known)


def _in_the_party(books: Books) -> Iterator[tuple[Name, Split]]:
    party = dimensions()["party"]
    if _untold(books, party):
        return
    was, now_is = _ranks(books, party)
    member = party.ordered.index("member")
    known = (was >= 0) & (now_is >= 0)
    yield "party-admitted", books.people(known & (was != member) & (now_is == member))
    yield "party-departed", books.people(known & (was == member) & (now_is != member))
    yield "party-unknown", books.people(~known)


def _corrected(books: Books) -> Iterator[tuple[Name, Split]]:
    was, sex = books.then.sexes[books.matching.then], books.stayers_sex
    unknown = 2
    yield "sex-corrected", books.people((was != sex) & (was != unknown) & (sex != unknown))
    yield "sex-now-known", books.people((was == unknown) & (sex != unknown))
    yield "sex-now-unknown", books.people((was != unknown) & (sex == unknown))
    births = books.then.births[books.matching.then], books.now.births[books.matching.now]
    if any(side.births.size and (side.births >= 0).any() for side in (books.then, books.now)):
        yield "birth-corrected", books.people(differing_births(*births))
