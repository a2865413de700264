"""A header of several rows while it is written: words, and which cells are merged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from support.staff import Member

#: The first row and column of merged cells, and their last row and column.
Area = tuple[int, int, int, int]


@dataclass(frozen=True)
class Column:
    """One column: what it is called here, its header from the outermost words to the innermost, and a person's cell."""

    name: str
    path: tuple[str, ...]
    value: Callable[[Member], str | None]

    def cell(self, person: Member, number: int) -> str | None:
        """A person's cell; the running number where it is that column."""
        return str(number) if self.name == "number" else self.value(person)


def merged_over(words: str, columns: Sequence[Column], count: int) -> list[Column]:
    """The columns, the first of them under one more header: so many, or as many more as share a header with the last."""
    while (
        count < len(columns) and len(columns[count].path) > 1 and columns[count].path[0] == columns[count - 1].path[0]
    ):
        count += 1
    return [replace(one, path=(words, *one.path)) if at < count else one for at, one in enumerate(columns)]


@dataclass(frozen=True)
class Header:
    """A header; `low` where columns of fewer words than rows have their last words in the last row."""

    columns: Sequence[Column]
    low: bool = False

    @property
    def depth(self) -> int:
        """How many rows it has."""
        return max(len(column.path) for column in self.columns)

    def _spans(self, index: int) -> list[tuple[int, int]]:
        """For each of the words over a column, its first and last row."""
        path, depth = self.columns[index].path, self.depth
        starts = list(range(len(path)))
        if self.low and len(path) > 1:
            starts = [0, *range(depth - len(path) + 1, depth)]
        return list(zip(starts, [start - 1 for start in starts[1:]] + [depth - 1], strict=True))

    def _joins(self, index: int, level: int) -> bool:
        """Whether a column stands under the same words as its left neighbour at a level."""
        if not index or level >= len(self.columns[index].path) - 1:
            return False
        mine, before = self.columns[index].path, self.columns[index - 1].path
        same = len(before) > level + 1 and before[: level + 1] == mine[: level + 1]
        return same and self._spans(index)[level] == self._spans(index - 1)[level]

    def rows(self) -> list[list[str | None]]:
        """The words of each row."""
        found: list[list[str | None]] = [[None] * len(self.columns) for _ in range(self.depth)]
        for index, column in enumerate(self.columns):
            for level, (first, _) in enumerate(self._spans(index)):
                if not self._joins(index, level):
                    found[first][index] = column.path[level]
        return found

    def areas(self) -> list[Area]:
        """The merged cells, counted from 0."""
        found = []
        for index, column in enumerate(self.columns):
            for level, (first, last) in enumerate(self._spans(index)):
                if self._joins(index, level):
                    continue
                right = index
                while right + 1 < len(self.columns) and level < len(column.path) - 1 and self._joins(right + 1, level):
                    right += 1
                if (first, index) != (last, right):
                    found.append((first, index, last, right))
        return found
