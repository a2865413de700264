"""Several tables on a sheet, one below another: where each begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from genderstats.reading.layout import header as headers
from genderstats.reading.layout.headers import header_words, kind_of_column
from genderstats.reading.merged import Merges
from genderstats.text.folding import words

if TYPE_CHECKING:
    from genderstats.reading.layout.header import Header
    from genderstats.reading.sheet import Sheet

#: A row of at least this many header words may be the header of another table.
_WORDS = 3
#: Longer texts are no header words.
_LONGEST = 60


def apart(sheet: Sheet, header: Header) -> list[Sheet]:
    """The sheet in its tables: a table begins at a header whose columns carry other fields than those of the table above it.

    The rows straight above such a header that hold one text each are its titles. A header that says the same is a repetition.
    """
    starts = [0]
    current, merges = header, Merges.of(sheet)
    for row in _headerlike(sheet, header.top + header.depth):
        if row < starts[-1] or _repeats(sheet.row(row), current):
            continue
        stop = row + headers.DEEPEST
        found = headers.at(sheet.rows(row, stop), 0, merges.between(row, stop))
        if _fields(found) and _fields(found) != _fields(current) and not _continues(found, current):
            starts.append(_with_titles(sheet, row))
            current = found
    return [sheet.part(start, stop) for start, stop in zip(starts, [*starts[1:], sheet.height], strict=True)]


def _headerlike(sheet: Sheet, top: int) -> list[int]:
    """The rows from `top` on of which most filled cells are header words."""
    known = np.zeros(sheet.height, dtype=np.int16)
    filled = np.zeros(sheet.height, dtype=np.int16)
    for column in sheet.columns():
        known += column.where(
            [text[:1].isalpha() and not text[-1].isdigit() and _is_header(text) for text in column.cleaned]
        )
        filled += column.filled
    return [row for row in np.flatnonzero((known >= _WORDS) & (known * 2 >= filled)).tolist() if row >= top]


def _is_header(text: str) -> bool:
    return len(text) <= _LONGEST and (header_words().is_known(text) or kind_of_column((text,)) == "number")


def _fields(header: Header) -> dict[int, str]:
    return {column: claim.field for column, claim in header.claims().items()}


def _continues(found: Header, current: Header) -> bool:
    """Whether a header only repeats part of the current one, such as its lower rows."""
    mine = _fields(current)
    return all(mine.get(column) == field for column, field in _fields(found).items())


def _repeats(cells: list[str], current: Header) -> bool:
    """Whether all that a row holds stands in the header over its column, be it one row of several."""
    filled = [(cell, current.paths[column]) for column, cell in enumerate(cells) if cell]
    return all(words(cell) in map(words, path) for cell, path in filled)


def _with_titles(sheet: Sheet, row: int) -> int:
    """The first of the rows of one text each that stand straight above a row."""
    while row > 0 and sum(map(bool, sheet.row(row - 1))) == 1:
        row -= 1
    return row
