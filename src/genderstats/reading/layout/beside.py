"""Tables that stand beside each other on a sheet."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from genderstats.reading.layout.evidence import NAMING
from genderstats.reading.layout.headers import kind_of_column
from genderstats.reading.sheet import ListedCells

if TYPE_CHECKING:
    from genderstats.reading.layout.header import Header
    from genderstats.reading.sheet import Sheet


def beside(sheet: Sheet, header: Header) -> list[Sheet]:
    """The sheet in the tables that stand beside each other, each with blanks in the columns of the others.

    They are apart only where each tells sex and names somebody. What stands above the header stays with all of them.
    """
    starts = _starts(sheet, header)
    bounds = list(pairwise([0, *starts[1:], sheet.width]))
    if len(bounds) < 2 or not all(_is_roster(sheet, header, start, stop) for start, stop in bounds):
        return [sheet]
    return [_only(sheet, header.top, start, stop) for start, stop in bounds]


def _starts(sheet: Sheet, header: Header) -> list[int]:
    """Where tables may begin: a column of numbers before one of names; where people are not numbered, names behind an empty column."""
    names = [place for place, claim in header.claims().items() if claim.field in NAMING]
    numbers = [place for place, path in enumerate(header.paths) if path and kind_of_column(path) == "number"]
    numbered = [place for place in numbers if {place + 1, place + 2} & set(names)]
    if numbered:
        return numbered
    return [place for place in names if place == min(names) or _is_empty(sheet, header, place - 1)]


def _is_empty(sheet: Sheet, header: Header, place: int) -> bool:
    return not sheet.column(place).filled[header.top :].any()


def _is_roster(sheet: Sheet, header: Header, start: int, stop: int) -> bool:
    paths = tuple(path if start <= place < stop else () for place, path in enumerate(header.paths))
    part = replace(header, paths=paths)
    below = header.top + header.depth
    named = [place for place, claim in part.claims().items() if claim.field in NAMING]
    return part.tells_sex() and any(sheet.column(place).known[below:].any() for place in named)


def _only(sheet: Sheet, top: int, start: int, stop: int) -> Sheet:
    blanks: list[str | None] = [None] * (sheet.height - top)
    cells = tuple(
        column if start <= place < stop else ListedCells(column.texts(0, top) + blanks)
        for place, column in enumerate(sheet.cells)
    )
    return replace(sheet, cells=cells, _columns={})
