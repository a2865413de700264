"""Workbooks as they are found: pictures, macros, tables, pivots, old and odd packages keep everything but what is annotated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.annotating import at, copied, keeps_the_laws
from support.packages import Book, letters, local, place
from support.places import SHARED, shared

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted(
    str(path.relative_to(SHARED))
    for pattern in ("messy/*.xlsx", "messy/*/*.xls[xm]", "na15/*.xlsx")
    for path in SHARED.glob(pattern)
    if path.name not in ("pass_protected.xlsx", "issue252.xlsx")  # encrypted; a part whose check sum is wrong
)


@pytest.mark.parametrize("name", FILES or ["messy/calamine/picture.xlsx"])
def test_a_real_workbook_keeps_all_but_what_is_annotated(name: str, tmp_path: Path) -> None:
    path = shared(*name.split("/"))
    book = Book.of(path)
    sheets = [sheet for sheet, part in book.sheets.items() if local(book.xml(part)) == "worksheet"]
    notices = [at(path, None, None, None, 2)]
    for number, sheet in enumerate(sheets):
        for row, column in ((1, 0), (2, 1), (3, 30), (40, 2), (1_000_000, 3)):
            notices.append(at(path, sheet, row, column, number + row))
        notices += [at(path, sheet, 2, 1, 1), at(path, sheet, 5, None, 1), at(path, sheet, None, None, 0)]
    covered = _covered(book)
    notices = [one for one in notices if (one.address.sheet, one.address.row, one.address.column) not in covered]
    for language in ("en", "vi"):
        out = copied(path, notices, tmp_path / f"{language}{path.suffix}", language)
        keeps_the_laws(path, out, notices, language)


def _covered(book: Book) -> set[tuple[str, int, int]]:
    """The cells that merged ones cover."""
    found: set[tuple[str, int, int]] = set()
    for sheet, part in book.sheets.items():
        for one in book.xml(part).iter():
            if local(one) == "mergeCell":
                (left, top), (right, bottom) = (place_and_row(cell) for cell in one.get("ref", "").split(":"))
                area = {(sheet, row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
                found |= area - {(sheet, top, left)}
    return found


def place_and_row(cell: str) -> tuple[int, int]:
    column = place(cell)
    return column, int(cell[len(letters(column)) :])
