"""Cells merged down a column: what stands in the first row stands in all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from genderstats.reading.sheet import Sheet
    from genderstats.reading.validation import Column


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
