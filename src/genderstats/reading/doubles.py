"""People who stand on rosters twice: which rows are one person, and which only seem to be.

Two rows are one person by the same staff number, where name, sex and birth do not contradict each other; else, where one of
them has no number, by the same name and whole date of birth. What a set of rows gives does not depend on their order.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from genderstats.reading.identities import LONGEST, Identities, one_birth

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from genderstats.reading.identities import Ints
    from genderstats.reading.roster import Roster


class Clash(NamedTuple):
    """A row that seems to be the person of a row before it and is not, both counted from 0 over all rosters."""

    reason: str
    row: int
    before: int


@dataclass(frozen=True)
class Doubles:
    """For the people of all rosters, one after the other: the first row of the same person, and rows that only seem to be one."""

    first: Ints
    clashes: tuple[Clash, ...] = ()

    @property
    def again(self) -> Ints:
        """The rows whose person stands in a row before."""
        return np.flatnonzero(self.first != np.arange(len(self.first)))


def doubles(rosters: Sequence[Roster]) -> Doubles:
    """Which people of these rosters, all of one moment, are one."""
    return _Search(Identities.of(rosters)).done()


class _Search:
    """The search for people who are one: by number first, then by name and whole birth."""

    def __init__(self, known: Identities) -> None:
        self._known = known
        self._first = np.arange(len(known.roster))
        self._clashes: dict[tuple[int, int], str] = {}
        self._numbers, self._sexes, self._whole, self._names = (
            one.copy() for one in (known.numbers, known.sexes, known.whole, known.names)
        )

    def done(self) -> Doubles:
        """What was found."""
        doubted = [rows for rows in _alike(self._known.numbers) if not self._of_one_number(rows)]
        namesakes = [rows for rows in self._of_one_name_and_birth() if not self._of_one_name(rows)]
        self._first = self._first[self._first]
        for rows in doubted:
            self._tell("staff-number-repeated", rows)
        for rows in namesakes:
            self._tell("name-and-birth-repeated", rows)
        told = (Clash(reason, row, before) for (row, before), reason in sorted(self._clashes.items()))
        return Doubles(self._first, tuple(told))

    def _of_one_number(self, rows: list[int]) -> bool:
        """Joins the rows of one staff number, and says whether all are one person; where they contradict each other, it joins none."""
        known = self._known
        names = [known.name(int(known.names[row])) for row in rows]
        births = [int(known.births[row]) for row in rows]
        sexes = {int(known.sexes[row]) for row in rows} - {-1}
        if len(set(names) - {None}) > 1 or len(sexes) > 1 or not one_birth(births):
            return False
        borne_out = rows if None not in names or -1 not in births else self._borne_out(rows, names, births)
        self._join(borne_out)
        return len(borne_out) == len(rows)

    def _borne_out(self, rows: list[int], names: list[str | None], births: list[int]) -> list[int]:
        """Of rows with one number, some without name and some without birth, those that are one person.

        All of them where they stand on one roster whose numbers can be trusted; else those with the name, or the birth.
        """
        on = {int(self._known.roster[row]) for row in rows}
        if len(on) == 1 and self._known.trusted(on.pop()):
            return rows
        named = [row for row, name in zip(rows, names, strict=True) if name is not None]
        born = [row for row, birth in zip(rows, births, strict=True) if birth >= 0]
        return named if len(named) > 1 else born

    def _of_one_name_and_birth(self) -> Iterator[list[int]]:
        """The people, as they stand when numbers are settled, who share a name and a whole date of birth."""
        alone = self._first == np.arange(len(self._first))
        rows = np.flatnonzero(alone & (self._whole >= 0) & (self._names >= 0))
        if not len(rows):
            return
        spelt = self._known.spelt
        lengths = np.fromiter(map(len, spelt), dtype=np.int64, count=len(spelt))
        keys = self._whole[rows] * LONGEST + np.minimum(lengths[self._names[rows]], LONGEST - 1)
        near = _shared(keys)
        rows, keys = rows[near], keys[near]
        rows = rows[_shared(keys + (self._known.sketches(self._names[rows]) << 32))] if len(rows) else rows
        found: defaultdict[tuple[int, str | None], list[int]] = defaultdict(list)
        for row, birth, name in zip(
            *(one.tolist() for one in (rows, self._whole[rows], self._names[rows])), strict=True
        ):
            found[birth, self._known.name(name)].append(row)
        yield from (alike for alike in found.values() if len(alike) > 1)

    def _of_one_name(self, rows: list[int]) -> bool:
        """Joins the rows of one name and birth, and says whether all are one person.

        They are where sex and number agree; else each row belongs to the first that says all that it says, and more.
        """
        said = [(int(self._sexes[row]), int(self._numbers[row])) for row in rows]
        if all(len({one[part] for one in said} - {-1}) < 2 for part in (0, 1)):
            self._join(rows)
            return True
        held = {less for one in dict.fromkeys(said) for less in _within(one) if less != one}
        owner: dict[tuple[int, int], tuple[int, int]] = {}
        for one in dict.fromkeys(said):
            if one not in held:
                for less in _within(one):
                    owner.setdefault(less, one)
        owned: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for row, its in zip(rows, said, strict=True):
            owned[owner[its]].append(row)
        for some in owned.values():
            self._join(some)
        return False

    def _join(self, rows: list[int]) -> None:
        """Makes the rows one person, the first of them, of whom is known what is known of any."""
        if len(rows) < 2:
            return
        first = rows[0]
        self._first[rows] = first
        for known in (self._numbers, self._sexes, self._whole, self._names):
            known[first] = next((known[row] for row in rows if known[row] >= 0), -1)

    def _tell(self, reason: str, rows: list[int]) -> None:
        """Notes those of some rows who are people of their own, but for the first, each with the first of its roster if it can."""
        people = sorted({int(self._first[row]) for row in rows})
        nearest = {int(self._known.roster[row]): row for row in reversed(people)}
        for row in people[1:]:
            near = nearest[int(self._known.roster[row])]
            self._clashes.setdefault((row, near if near < row else people[0]), reason)


def _alike(codes: Ints) -> Iterator[list[int]]:
    """The rows of each code that several rows have."""
    rows = np.flatnonzero(codes >= 0)
    rows = rows[_shared(codes[rows])]
    found: defaultdict[int, list[int]] = defaultdict(list)
    for row, code in zip(rows.tolist(), codes[rows].tolist(), strict=True):
        found[code].append(row)
    yield from found.values()


def _shared(keys: Ints) -> npt.NDArray[np.bool_]:
    """Which of the keys others have too."""
    order = np.argsort(keys, kind="stable")
    same = keys[order][1:] == keys[order][:-1]
    shared = np.zeros(len(keys), dtype=bool)
    shared[order[1:]] |= same
    shared[order[:-1]] |= same
    return shared


def _within(one: tuple[int, int]) -> set[tuple[int, int]]:
    """All that says no more than what one says: the same, or one part of it, or nothing."""
    sex, number = one
    return {one, (sex, -1), (-1, number), (-1, -1)}
