"""Cells merged into one: which begin in which rows, and a column in which what stands in the first row stands in all."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from genderstats.reading.sheet import Merge, Sheet
    from genderstats.reading.validation import Column


@dataclass(frozen=True)
class Merges:
    """The merges of a sheet or table by the row in which they begin, rows counted from 0."""

    by_row: dict[int, list[Merge]]

    @classmethod
    def of(cls, sheet: Sheet) -> Merges:
        """Those that begin in the cells of a sheet that hold anything; a file may merge what lies beside them."""
        by_row: dict[int, list[Merge]] = defaultdict(list)
        for merge in sheet.marks.merges:
            top = merge.top - sheet.first
            if 0 <= top < sheet.height and merge.left < sheet.width:
                right = min(merge.right, sheet.width - 1)
                by_row[top].append(merge._replace(top=top, bottom=merge.bottom - sheet.first, right=right))
        return cls(dict(by_row))

    def between(self, start: int, stop: int) -> list[Merge]:
        """Those that begin in some rows, which then count from 0."""
        found = (merge for row in range(start, stop) for merge in self.by_row.get(row, ()))
        return [merge._replace(top=merge.top - start, bottom=merge.bottom - start) for merge in found]


def carried_down(sheet: Sheet, people: npt.NDArray[np.intp], column: Column) -> Column:
    """The column with the value of each merged cell given to everybody beside it."""
    codes = column.codes.copy()
    if not (codes < 0).any():
        return column
    numbers = people + sheet.first
    for merge in sheet.marks.merges:
        beside = (numbers >= merge.top) & (numbers <= merge.bottom) & (column.raw.columns == merge.left)
        named = np.flatnonzero(beside & (codes >= 0))
        if len(named):
            codes[beside & (codes < 0)] = codes[named[0]]
    return replace(column, codes=codes)
