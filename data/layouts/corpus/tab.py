"""A sheet while it is written: cells, merges, what is hidden, and which field each column carries."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from .people import Person

LEVEL = " › "
_WIDTHLESS = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff"))


@dataclass(frozen=True)
class Formula:
    """A formula and, where a spreadsheet has computed it, its text."""

    text: str
    computed: str | None = None


Cell = str | int | float | date | Formula | None


@dataclass(frozen=True)
class Column:
    """One column: its header from the outermost words to the innermost, what a person has there, and the field it carries."""

    path: tuple[str, ...]
    value: Callable[[Person], Cell]
    field: str | None = None

    @property
    def header(self) -> str:
        """Its header as it is shown to a reader."""
        return LEVEL.join(bare(word) for word in self.path)


def bare(text: str) -> str:
    """The text in NFC, without characters of no width, its blanks single."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_WIDTHLESS).replace("\u00a0", " ").split())


@dataclass
class Tab:
    """One sheet; rows and columns of merges and of what is hidden count from 1."""

    name: str | None = None
    rows: list[list[Cell]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    hidden: bool = False
    fields: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def line(self, *cells: Cell) -> int:
        """A row of these cells; its number."""
        self.rows.append(list(cells))
        return len(self.rows)

    def lines(self, *rows: Sequence[Cell]) -> None:
        """Several rows."""
        for row in rows:
            self.line(*row)

    def wide(self, text: str, width: int, left: int = 1) -> int:
        """A row of one text, merged over the width of the table."""
        number = self.line(*[None] * (left - 1), text)
        self.merge(number, left, number, left + width - 1)
        return number

    def titles(self, width: int, *texts: str) -> None:
        """Title rows merged over the table; "" is a blank row."""
        for text in texts:
            self.wide(text, width) if text else self.line()

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Merges cells, if they are more than one."""
        if (top, left) != (bottom, right):
            self.merges.append((top, left, bottom, right))

    def header(self, columns: Sequence[Column], depth: int = 0) -> None:
        """The header on as many rows as its deepest column has words (or more), equal neighbours merged."""
        depth = depth or max(len(column.path) for column in columns)
        start = len(self.rows) + 1
        for level in range(depth):
            self.line(*[_shown(columns, index, level) for index in range(len(columns))])
        for index, column in enumerate(columns):
            last = len(column.path) - 1
            self.merge(start + last, index + 1, start + depth - 1, index + 1)
            for level in range(last):
                if _shown(columns, index, level) is not None:
                    self.merge(start + level, index + 1, start + level, _end(columns, index, level) + 1)
        for index, column in enumerate(columns):
            said = f"{letters(index + 1)} {column.header}"
            if column.field and said not in self.fields[column.field]:
                self.fields[column.field].append(said)

    def people(self, columns: Sequence[Column], people: Iterable[Person], first: int = 1) -> None:
        """A row for each person; a column without a value holds the running number."""
        for number, person in enumerate(people, start=first):
            self.line(*[column.value(person) if column.value is not counted else number for column in columns])

    def table(self, columns: Sequence[Column], people: Iterable[Person]) -> None:
        """A header and its people."""
        self.header(columns)
        self.people(columns, people)

    def beside(self, other: Tab, gap: int = 1) -> None:
        """Puts another sheet's rows to the right of this one's."""
        width = max(map(len, self.rows)) + gap
        for at in range(max(len(self.rows), len(other.rows))):
            mine = self.rows[at] if at < len(self.rows) else []
            theirs = other.rows[at] if at < len(other.rows) else []
            both = [*mine, *[None] * (width - len(mine)), *theirs]
            self.rows[at : at + 1] = [both]
        self.merges += [(top, left + width, bottom, right + width) for top, left, bottom, right in other.merges]
        names = {letters(column): letters(column + width) for column in range(1, other.width + 1)}
        for name, headers in other.fields.items():
            self.fields[name] += [f"{names[place]} {said}" for place, said in (one.split(" ", 1) for one in headers)]

    @property
    def width(self) -> int:
        """The cells of its longest row."""
        return max(map(len, self.rows), default=0)


def letters(column: int) -> str:
    """The letters of a column counted from 1."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def counted(person: Person) -> Cell:
    """The running number, which the sheet knows."""
    raise AssertionError(person)


def _shown(columns: Sequence[Column], index: int, level: int) -> Cell:
    """The words of a column at a level, unless its left neighbour shows them already."""
    path = columns[index].path
    if level >= len(path):
        return None
    before = columns[index - 1].path if index else ()
    inner = level < len(path) - 1
    return None if inner and before[: level + 1] == path[: level + 1] and len(before) > level + 1 else path[level]


def _end(columns: Sequence[Column], index: int, level: int) -> int:
    """The last column under the same words."""
    path = columns[index].path[: level + 1]
    end = index
    while (
        end + 1 < len(columns) and columns[end + 1].path[: level + 1] == path and len(columns[end + 1].path) > level + 1
    ):
        end += 1
    return end
