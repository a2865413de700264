"""The items of a count: people, or the posts, seats, committees and bodies that their offices make; each distinct office read once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import prod
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from genderstats.counting.held import Held, items
from genderstats.counting.naming import key_leaders
from genderstats.people.bodies import UNIT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt

    from genderstats.indicators.indicator import Per
    from genderstats.people.position import Position
    from genderstats.reading.offices import Offices
    from genderstats.reading.profile import Counting
    from genderstats.reading.roster import People

    Places = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Items:
    """What is counted: whose each item is (a place on the roster; None where everybody is one item), and the offices it is of."""

    people: Places | None
    codes: Places
    held: list[Held]

    def __len__(self) -> int:
        return len(self.codes)


#: Everybody's offices as the place of one of the distinct combinations, and these.
Combined = tuple["Places", list[Held]]
#: The items for which it matters in which unit and Party committee somebody is.
IN_UNITS: tuple[Per, ...] = ("body", "committee")


def items_of(combined: Combined, per: Per) -> Items:
    """The items of people with these offices; distinct offices in distinct units are divided once."""
    codes, held = combined
    if per == "person":
        return Items(None, codes, held)
    divided = [items(one, per) for one in held]
    first = np.cumsum([0, *map(len, divided)])
    sizes = np.diff(first)[codes]
    people = np.repeat(np.arange(len(codes)), sizes)
    within = np.arange(len(people)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return Items(people, first[codes][people] + within, [one for some in divided for one in some])


def distinct(keys: Places, size: int) -> tuple[Places, Places]:
    """The distinct ones of some numbers below a size, in their order, and the place of each number among them."""
    if size > _WORTH_A_TABLE * len(keys):
        return np.unique(keys, return_inverse=True)
    found = np.flatnonzero(np.bincount(keys, minlength=size))
    places = np.zeros(size, np.intp)
    places[found] = np.arange(len(found))
    return found, places[keys]


def combinations(columns: Sequence[Places], sizes: Sequence[int]) -> tuple[Places, Places]:
    """The distinct combinations of some columns of codes below sizes, a row each in their order, and the place of everybody's."""
    present, places = np.zeros((1, 0), np.intp), np.zeros(len(columns[0]), np.intp)
    for codes, size in zip(columns, sizes, strict=True):
        keys, places = distinct(places * size + codes, len(present) * size)
        present = np.column_stack([present[keys // size], keys % size])
    return present, places


#: A table of all numbers is quicker than sorting while it has no more entries a number than this.
_WORTH_A_TABLE = 4


class _Cells(NamedTuple):
    """One column of offices: which of its cells each person has, the last being none, and what each cell makes of somebody."""

    codes: Places
    held: list[Held]


def combined(roster: People, *, in_units: bool) -> Combined:
    """Everybody's offices as one of the distinct combinations of titles, Party posts and, where it matters, unit."""
    columns = [
        _cells(roster.offices, lambda offices, doubt, unit: Held(offices, (), doubt, doubt, unit), _counted(roster)),
        _cells(roster.party_offices, lambda offices, doubt, unit: Held((), offices, False, doubt, unit)),
    ]
    if in_units:
        columns += [_named(roster, "unit"), _named(roster, "committee")]
    present = [column for column in columns if column]
    if not present:
        return np.zeros(len(roster), np.intp), [Held((), ())]
    sizes = [len(column.held) for column in present]
    keys = np.ravel_multi_index([column.codes for column in present], sizes)
    present_keys, codes = distinct(keys, prod(sizes))
    places = np.transpose(np.unravel_index(present_keys, sizes)).tolist()
    cells = ([column.held[at] for column, at in zip(present, some, strict=True)] for some in places)
    return codes, [_together(some, roster.counting) for some in cells]


def _together(cells: list[Held], counting: Counting) -> Held:
    """What the cells of one row make of somebody; the unit in which a title was read comes first."""
    offices = tuple(one for cell in cells for one in cell.offices)
    party = (*offices, *(one for cell in cells for one in cell.party))
    unit = next((cell.unit for cell in cells if cell.unit), None)
    body = unit or "" if counting.bodies == "unit" else ""
    return Held(
        offices,
        party,
        doubt=any(cell.doubt for cell in cells),
        party_doubt=any(cell.party_doubt for cell in cells),
        unit=unit,
        body=body,
        kind=UNIT if body else "",
        committee=next((cell.committee for cell in cells if cell.committee), ""),
        key=key_leaders(offices, unit, counting),
    )


def _cells(
    offices: Offices | None,
    said: Callable[[tuple[Position, ...], bool, str | None], Held],
    counted: Callable[[tuple[Position, ...]], tuple[Position, ...]] = tuple,
) -> _Cells | None:
    """The cells of a column of titles; a person without a title, in a column that holds titles for others, holds none."""
    if offices is None:
        return None
    pairs = zip(offices.titles, offices.readings, strict=True)
    held = [said(counted(reading.positions), bool(reading.unknown), unit) for (_, unit), reading in pairs]
    nothing = said((), not offices.blank_is_none, None)
    return _Cells(np.where(offices.codes < 0, len(held), offices.codes).astype(np.intp), [*held, nothing])


def _counted(roster: People) -> Callable[[tuple[Position, ...]], tuple[Position, ...]]:
    """The offices that count by the roster's rules: without those of acting heads where these are not heads."""
    if roster.counting.acting_heads:
        return tuple
    return lambda offices: tuple(one for one in offices if not one.acting)


def _named(roster: People, field: str) -> _Cells | None:
    """The cells of a column of names: the unit, the Party committee."""
    if field not in roster.variables:
        return None
    one, nothing = roster.variables[field], Held((), ())
    held = [replace(nothing, **{field: value}) for value in one.values]
    return _Cells(np.where(one.codes < 0, len(held), one.codes).astype(np.intp), [*held, nothing])
