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
        so_far = int(np.searchsorted(people, row))
        in_section = so_far - int(np.searchsorted(people, before, side="right"))
        if said and not {in_section, so_far, len(people)} & set(said):
            yield row, said[0], in_section or so_far


def _said(cells: list[str], sexes: Sequence[int]) -> list[int]:
    """What a total row says of all people: the number in its label; else women and men added up, and every other number.

    A number under a column that only women are marked in counts women, and is no total of all.
    """
    label = next((cell for cell in cells if any(letter.isalpha() for letter in cell)), "")
    in_label = [_whole(found) for found in _COUNT.finditer(label)]
    if in_label:
        return in_label[:1]
    apart = [_number(cells[place]) for place in sexes]
    added = [sum(number for number in apart if number is not None)] if len(apart) > 1 and None not in apart else []
    others = (cell for place, cell in enumerate(cells) if place not in sexes or len(sexes) > 1)
    return added + [_whole(found) for cell in others for found in _COUNT.finditer(cell)]


def _whole(found: re.Match[str]) -> int:
    return int(found[1].replace(".", ""))


def _number(cell: str) -> int | None:
    found = _COUNT.fullmatch(cell)
    return _whole(found) if found else None
