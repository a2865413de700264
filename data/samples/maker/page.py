"""A sheet while it is written: rows with their kinds, so that the ledger is known without reading it back."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from .people import Member

Cell = str | int | float | date | None
NOTICE = "DỮ LIỆU GIẢ LẬP – không phải người thật (synthetic)"
KINDS = ("title", "section", "total", "blank", "repeated-header", "column-numbers", "signature")


@dataclass(frozen=True)
class Column:
    """One column: its header words from the outermost to the innermost, and what a person has there."""

    path: tuple[str, ...]
    value: Callable[[Member], Cell]
    width: float = 12
    hidden: bool = False


@dataclass
class Row:
    """The kind of a row, and its cells."""

    kind: str
    cells: list[Cell]


@dataclass
class Page:
    """One sheet with its people, ledger, merged areas and the traps laid in it."""

    name: str
    columns: list[Column]
    rows: list[Row] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    header_rows: list[int] = field(default_factory=list)
    traps: dict[str, list[str]] = field(default_factory=dict)
    number: int = 0

    @property
    def width(self) -> int:
        """How many columns the table has."""
        return len(self.columns)

    @property
    def depth(self) -> int:
        """How many rows the header has."""
        return max(len(c.path) for c in self.columns)

    def add(self, kind: str, *cells: Cell) -> int:
        """Appends a row, and gives its number in the sheet."""
        found = list(cells) + [None] * (self.width - len(cells))
        self.rows.append(Row("blank" if all(c is None for c in found) else kind, found))
        return len(self.rows)

    def blank(self) -> None:
        """Appends a wholly blank row."""
        self.trap("blank-row", self.add("blank"), 1)

    def titles(self, *lines: str) -> None:
        """Appends title rows merged over the table; `a | b` stands left and right, '' is a blank row."""
        half = self.width // 2
        for line in lines:
            left, _, right = line.partition(" | ")
            if not line:
                self.blank()
            elif right:
                number = self.add("title", left, *[None] * (half - 1), right)
                self.merged += [(number, 1, number, half), (number, half + 1, number, self.width)]
            else:
                number = self.add("title", left)
                self.merged.append((number, 1, number, self.width))

    def header(self) -> None:
        """Appends the header; from the second time on it is a repeated header."""
        kind = "repeated-header" if self.header_rows else "header"
        start = len(self.rows) + 1
        for level in range(self.depth):
            number = self.add(kind, *[self._shown(i, level) for i in range(self.width)])
            if kind == "header":
                self.header_rows.append(number)
            else:
                self.trap("repeated-header", number, 1)
        for index, column in enumerate(self.columns, 1):
            if kind == "header" and any("\n" in word for word in column.path):
                self.trap("header-line-break", start, index)
        self._merge_header(start)

    def _shown(self, index: int, level: int) -> Cell:
        """The header word of a column at a level, unless its left neighbour shows it already."""
        path = self.columns[index].path
        if level >= len(path):
            return None
        before = self.columns[index - 1].path if index else ()
        repeats = level < len(path) - 1 and before[: level + 1] == path[: level + 1]
        return None if repeats else path[level]

    def _merge_header(self, start: int) -> None:
        for index, column in enumerate(self.columns):
            last = len(column.path) - 1
            if last < self.depth - 1:
                self.merged.append((start + last, index + 1, start + self.depth - 1, index + 1))
            for level in range(last):
                if self._shown(index, level) is not None:
                    self.merged.append((start + level, index + 1, start + level, self._end(index, level) + 1))

    def _end(self, index: int, level: int) -> int:
        """The last column under the same header word."""
        path = self.columns[index].path[: level + 1]
        end = index
        while end + 1 < self.width and self.columns[end + 1].path[: level + 1] == path:
            end += 1
        return end

    def column_numbers(self, letters: int = 0) -> None:
        """Appends the row 1 2 3 …, whose first cells may be letters."""
        signs: list[Cell] = [chr(65 + i) for i in range(letters)]
        numbers = list(range(1, self.width - letters + 1))
        self.trap("column-numbers", self.add("column-numbers", *signs, *numbers), 1)

    def section(self, *cells: Cell) -> None:
        """Appends a section row; a single cell is merged over the table."""
        number = self.add("section", *cells)
        if len(cells) == 1:
            self.merged.append((number, 1, number, self.width))
        self.trap("section-row", number, 1)

    def total(self, *cells: Cell) -> None:
        """Appends a total or subtotal row."""
        self.trap("total-row", self.add("total", *cells), 1)

    def person(self, member: Member) -> None:
        """Appends a person; the first column is the running number when its header says so."""
        self.number += 1
        self.members.append(member)
        cells = [c.value(member) for c in self.columns]
        if self.columns[0].path[0] in ("STT", "TT"):
            cells[0] = self.number
        number = self.add("person", *cells)
        self._note_person(member, number)

    def _note_person(self, member: Member, number: int) -> None:
        if member.post.trap:
            self.trap(member.post.trap, number, self._index("Chức vụ", "Chức danh"))
        if not member.post.known:
            self.trap("unknown-title", number, self._index("Chức vụ", "Chức danh"))
        if not member.sex_shown:
            self.trap("missing-sex", number, self._index("Giới tính"))
        if not member.ethnicity_shown:
            self.trap("missing-ethnicity", number, self._index("Dân tộc"))
        if member.birth_shown != "day":
            self.trap(f"birth-{member.birth_shown}", number, self._index("sinh"))
        if member.party and not member.official and any("Dự bị" in c.path for c in self.columns):
            self.trap("probationary-member", number, self._index("Ngày vào Đảng"))

    def signature(self, *lines: str) -> None:
        """Appends the signature block; `a | b` stands left and right, '' is a blank row."""
        for line in lines:
            left, _, right = line.partition(" | ")
            gap = max(self.width - 6, 1)
            number = self.add("signature", None, left or None, *[None] * (gap - 1), right or None)
            if line:
                self.trap("signature-row", number, 2 if left else gap + 2)
            else:
                self.trap("blank-row", number, 1)

    def _index(self, *words: str) -> int:
        """The first column (from 1) whose header holds one of the words."""
        headers = [" ".join(c.path).casefold() for c in self.columns]
        return next(i for i, text in enumerate(headers, 1) if any(w.casefold() in text for w in words))

    def note(self, kind: str, fits: Callable[[int, Cell], bool]) -> None:
        """Remembers every cell of a person that fits, judged by its column (from 1) and its value."""
        for number, row in enumerate(self.rows, 1):
            for column, value in enumerate(row.cells, 1):
                if row.kind == "person" and fits(column, value):
                    self.trap(kind, number, column)

    def trap(self, kind: str, row: int, column: int) -> None:
        """Remembers where a trap stands."""
        self.traps.setdefault(kind, []).append(f"{letters(column)}{row}")

    def disturb(self, rng: Random, word: str, **kinds: int) -> None:
        """Damages so many cells of a column in each of these ways, without changing their meaning."""
        column = self._index(word)
        people = [i for i, row in enumerate(self.rows) if row.kind == "person"]
        touched: set[int] = set()
        for kind, count in kinds.items():
            change = DAMAGE[kind]
            fit = [i for i in people if i not in touched and _changes(change, self.rows[i].cells[column - 1])]
            for i in sorted(rng.sample(fit, count)):
                self.rows[i].cells[column - 1] = change(str(self.rows[i].cells[column - 1]))
                touched.add(i)
                self.trap(kind.replace("_", "-"), i + 1, column)

    def ledger(self) -> dict[str, int]:
        """How many rows were set aside, by kind."""
        found = Counter(row.kind for row in self.rows)
        return {kind: found[kind] for kind in KINDS if found[kind]}

    def row_count(self) -> int:
        """All rows up to the last used one, without the header."""
        return len(self.rows) - len(self.header_rows)


def letters(column: int) -> str:
    """The letters of a column counted from 1."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _changes(change: Callable[[str], str], value: Cell) -> bool:
    return isinstance(value, str) and change(value) != value


def _old_tone(text: str) -> str:
    """Moves the tone mark to its old place in uỷ, hoà, khoẻ."""
    pairs = (("ủy", "uỷ"), ("Ủy", "Uỷ"), ("òa", "oà"), ("ỏe", "oẻ"), ("úy", "uý"), ("ùy", "uỳ"))
    for new, old in pairs:
        text = text.replace(new, old)
    return text


DAMAGE: dict[str, Callable[[str], str]] = {
    "nfd": lambda t: unicodedata.normalize("NFD", t),
    "nbsp": lambda t: t.replace(" ", "\u00a0", 1),
    "zero_width_space": lambda t: t[:1] + "\u200b" + t[1:],
    "trailing_blank": lambda t: t + " ",
    "double_blank": lambda t: t.replace(" ", "  ", 1),
    "line_break": lambda t: t.replace(", ", ",\n", 1),
    "old_tone": _old_tone,
    "upper_case": str.upper,
    "lower_case": str.lower,
}


def blocks(people: Sequence[Member], key: Callable[[Member], str]) -> list[tuple[str, list[Member]]]:
    """The people under each key, keys in order of first appearance."""
    found: dict[str, list[Member]] = {}
    for m in people:
        found.setdefault(key(m), []).append(m)
    return list(found.items())
