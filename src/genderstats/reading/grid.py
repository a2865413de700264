"""Cells as a file gives them, before anything is understood: columns of coded texts, and what the file marks beside them."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Merge(NamedTuple):
    """Cells merged into one: its first and last row by their numbers, its first and last column counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Marks:
    """What a sheet says of its cells beside their texts: merges, hidden rows (numbers) and columns (from 0), uncomputed cells.

    A cell is uncomputed when it holds a formula and no value of it, or an error (#REF!); it is given by its row's number and
    its column.
    """

    hidden: bool = False
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    uncomputed: tuple[tuple[int, int], ...] = ()


class Coded(NamedTuple):
    """A column: for each row which of the values it holds (32-bit integers of the machine, -1 for none), and the values.

    A value may be None: then the rows that hold it hold nothing.
    """

    codes: bytes
    values: list[str | None]


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one sheet, or of a file without sheets (then it has no name); one that cannot be read has none."""

    name: str | None
    height: int
    columns: tuple[Coded, ...]
    marks: Marks = Marks()
    unreadable: bool = False


def coded(cells: Iterable[str | None]) -> Coded:
    """A column of texts; None and "" are nothing."""
    places: dict[str, int] = {}
    codes = array("i", (places.setdefault(text, len(places)) if text else -1 for text in cells))
    return Coded(codes.tobytes(), list(places))


def nothing(height: int) -> Coded:
    """A column that holds nothing."""
    return Coded(array("i", (-1,)).tobytes() * height, [])


def of_rows(name: str | None, rows: Sequence[Sequence[str | None]], marks: Marks = Marks()) -> Grid:
    """The grid of rows, as wide as the widest."""
    width = max(map(len, rows), default=0)
    columns = tuple(coded(row[place] if place < len(row) else None for row in rows) for place in range(width))
    return Grid(name, len(rows), columns, marks)
