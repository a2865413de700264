"""Control totals: what a total row says against the people read above it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from genderstats.reading.layout.rows import Rows
    from genderstats.reading.sheet import Sheet

_COUNT = re.compile(r"(?<![\d.,])(\d{1,3}(?:\.\d{3})+|\d+)(?:\.0)?(?!\d|[.,]\d)")


def control_totals(sheet: Sheet, rows: Rows) -> Iterator[tuple[int, int, int]]:
    """Total rows that agree with no count of people: (row from 0, what it says, people it was compared with).

    A total may count its own section or everything above it; it differs only when it is neither.
    """
    people, totals = rows.of("person"), rows.of("total")
    for before, row in pairwise([-1, *totals.tolist()]):
        said = _said(sheet, row)
        in_section = int(((people > before) & (people < row)).sum())
        so_far = int(np.searchsorted(people, row))
        if said is not None and said not in (in_section, so_far, len(people)):
            yield row, said, in_section or so_far


def _said(sheet: Sheet, row: int) -> int | None:
    """The first whole number that the total row holds."""
    found = _COUNT.search(" ".join(sheet.row(row)))
    return int(found[1].replace(".", "")) if found else None
