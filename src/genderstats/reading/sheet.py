"""Cells as they lie: a sheet is columns of text, and an address says where one cell stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import numpy as np

from genderstats.people.cells import is_missing, written_lines
from genderstats.reading.grid import Marks, Merge
from genderstats.text.folding import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from genderstats.reading.grid import Coded, Grid

    Codes = npt.NDArray[np.int32]
    Flags = npt.NDArray[np.bool_]


__all__ = ["Address", "Cells", "CodedCells", "Column", "ListedCells", "Marks", "Merge", "Sheet", "letter"]


def letter(column: int) -> str:
    """The letters of a column, counted from 0.

    >>> letter(0), letter(26)
    ('A', 'AA')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """Where a cell or row stands: file › sheet › C14; rows count from 1, as a spreadsheet shows them."""

    file: str
    sheet: str | None
    row: int | None = None
    column: int | None = None

    @property
    def cell(self) -> str | None:
        """The cell in a spreadsheet's way, such as C14, or None for a whole row or sheet."""
        return f"{letter(self.column)}{self.row}" if self.row is not None and self.column is not None else None

    def __str__(self) -> str:
        place = self.cell or (f"{self.row}" if self.row is not None else None)
        return " › ".join(part for part in (self.file, self.sheet, place) if part)


class Cells(Protocol):
    """The texts of one column as a format keeps them; None where a cell holds nothing."""

    def texts(self, start: int, stop: int) -> list[str | None]:
        """The texts of some rows, counted from 0."""
        ...

    def part(self, start: int, stop: int) -> Cells:
        """Some of its rows."""
        ...

    def distinct(self) -> tuple[Codes, list[str]]:
        """For each row which of the distinct texts it holds (-1 for none), and these."""
        ...


@dataclass(frozen=True, slots=True)
class ListedCells:
    """Texts in a plain list."""

    listed: Sequence[str | None]

    def texts(self, start: int, stop: int) -> list[str | None]:
        """The texts of some rows, counted from 0."""
        return list(self.listed[start:stop])

    def part(self, start: int, stop: int) -> ListedCells:
        """Some of its rows."""
        return ListedCells(self.listed[start:stop])

    def distinct(self) -> tuple[Codes, list[str]]:
        """For each row which of the distinct texts it holds (-1 for none), and these."""
        places: dict[str, int] = {}
        codes = [-1 if text is None else places.setdefault(text, len(places)) for text in self.listed]
        return np.array(codes, dtype=np.int32), list(places)


@dataclass(frozen=True, slots=True)
class CodedCells:
    """Texts by their codes: for each row which of the values it holds (-1 for none)."""

    codes: Codes
    values: list[str]

    @classmethod
    def of(cls, column: Coded) -> CodedCells:
        """The cells of a column as a file gives it."""
        codes = np.frombuffer(column.codes, np.int32)
        if None not in column.values:
            return cls(codes, [value for value in column.values if value is not None])
        nothing = column.values.index(None)
        lookup = np.arange(-1, len(column.values), dtype=np.int32)
        lookup[nothing + 2 :] -= 1
        lookup[nothing + 1] = -1
        return cls(lookup[codes + 1], [value for value in column.values if value is not None])

    def texts(self, start: int, stop: int) -> list[str | None]:
        """The texts of some rows, counted from 0."""
        return [self.values[code] if code >= 0 else None for code in self.codes[start:stop].tolist()]

    def part(self, start: int, stop: int) -> CodedCells:
        """Some of its rows, with the values that they hold."""
        used, codes = np.unique(self.codes[start:stop], return_inverse=True)
        missing = int(len(used) > 0 and used[0] < 0)
        values = [self.values[code] for code in used[missing:].tolist()]
        return CodedCells(codes.astype(np.int32) - np.int32(missing), values)

    def distinct(self) -> tuple[Codes, list[str]]:
        """For each row which of the distinct texts it holds (-1 for none), and these."""
        return self.codes, self.values


@dataclass(frozen=True)
class Column:
    """One column read once: its distinct texts as they stand, and for each row which of them it holds (-1 for none)."""

    codes: Codes
    values: list[str]

    @cached_property
    def cleaned(self) -> list[str]:
        """Each distinct text cleaned."""
        return [clean(value) for value in self.values]

    @cached_property
    def lines(self) -> list[str]:
        """Each distinct text cleaned, its line breaks kept."""
        return [written_lines(value) or "" for value in self.values]

    @cached_property
    def filled(self) -> Flags:
        """For each row, whether it holds any text at all."""
        return self.where([bool(value) for value in self.cleaned])

    @cached_property
    def known_codes(self) -> Codes:
        """For each row, its distinct text, -1 where that is nothing or a word for nothing."""
        known = [-1 if is_missing(text) else code for code, text in enumerate(self.cleaned)]
        return np.array([*known, -1], dtype=np.int32)[self.codes]

    @cached_property
    def known(self) -> Flags:
        """For each row, whether it holds more than a word for nothing."""
        return self.known_codes >= 0

    def where(self, wanted: Sequence[bool]) -> Flags:
        """For each row, whether its distinct text is wanted."""
        return np.append(np.asarray(wanted, dtype=bool), False)[self.codes]

    def at(self, row: int) -> str:
        """The cleaned text of a row counted from 0, "" where there is none."""
        code = self.codes[row]
        return self.cleaned[code] if code >= 0 else ""


@dataclass(frozen=True)
class Sheet:
    """A sheet's cells as text, or one table of it; `name` is None where the file has no sheets.

    `first` is the number of its first row.
    """

    file: str
    name: str | None
    cells: tuple[Cells, ...]
    height: int
    first: int = 1
    marks: Marks = Marks()
    _columns: dict[int, Column] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, file: str, grid: Grid) -> Sheet:
        """The sheet that a file gives."""
        return cls(file, grid.name, tuple(map(CodedCells.of, grid.columns)), grid.height, marks=grid.marks)

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.cells)

    def column(self, index: int) -> Column:
        """The column at an index, read once."""
        if index not in self._columns:
            self._columns[index] = Column(*self.cells[index].distinct())
        return self._columns[index]

    def columns(self) -> list[Column]:
        """All its columns."""
        return [self.column(index) for index in range(self.width)]

    def row(self, index: int) -> list[str]:
        """The cleaned texts of a row counted from 0."""
        return [self.column(column).at(index) for column in range(self.width)]

    def part(self, start: int, stop: int) -> Sheet:
        """Some of its rows, counted from 0, as a sheet whose rows keep their numbers."""
        if (start, stop) == (0, self.height):
            return self
        cells = tuple(column.part(start, stop) for column in self.cells)
        return Sheet(self.file, self.name, cells, stop - start, self.first + start, self.marks)

    def number(self, row: int) -> int:
        """The number by which a spreadsheet calls a row that is counted from 0."""
        return self.first + row

    def address(self, row: int | None = None, column: int | None = None) -> Address:
        """Where a row or cell stands, row and column counted from 0."""
        return Address(self.file, self.name, None if row is None else self.number(row), column)

    def head(self, rows: int) -> list[list[str]]:
        """The cleaned texts of its first rows."""
        return self.rows(0, rows)

    def rows(self, start: int, stop: int) -> list[list[str]]:
        """The cleaned texts of some rows, read without reading the columns whole."""
        taken = [[clean(text or "") for text in column.texts(start, stop)] for column in self.cells]
        return [list(cells) for cells in zip(*taken, strict=True)]
