"""Control totals: what a total row says against the people read above it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from genderstats.reading.layout.rows import Rows
    from genderstats.reading.sheet import Sheet

_COUNT = re.compile(r"(?<![\d.,])(\d{1,3}(?:\.\d{3})+|\d+)(?:\.0)?(?!\d|[.,]\d)")


def control_totals(sheet: Sheet, rows: Rows, sexes: Sequence[int] = ()) -> Iterator[tuple[int, int, int]]:
    """Total rows that agree with no count of people: (row from 0, what it says, people it was compared with).

    A total may count its own section or everything above it, in its label or in any cell, or women and men in the columns
    `sexes` apart; it differs only when none of these agrees.
    """
    people, totals = rows.of("person"), rows.of("total")
    for before, row in pairwise([-1, *totals.tolist()]):
        said = _said(sheet.row(row), sexes)
        in_section = int(((people > before) & (people < row)).sum())
        so_far = int(np.searchsorted(people, row))
        if said and not {in_section, so_far, len(people)} & set(said):
            yield row, said[0], in_section or so_far


def _said(cells: list[str], sexes: Sequence[int]) -> list[int]:
    """The whole numbers that a total row holds: women and men added up first, then each."""
    apart = [_number(cells[place]) for place in sexes]
    added = [sum(number for number in apart if number is not None)] if len(apart) > 1 and None not in apart else []
    return added + [int(found[1].replace(".", "")) for cell in cells for found in _COUNT.finditer(cell)]


def _number(cell: str) -> int | None:
    found = _COUNT.fullmatch(cell)
    return int(found[1].replace(".", "")) if found else None
