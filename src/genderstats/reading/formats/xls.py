"""Workbooks of Excel 97–2003 and before (.xls), cell by cell: the fast reader takes what a chart keeps for cells of its sheet."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from genderstats.errors import FileUnreadableError, PasswordProtectedError
from genderstats.reading.formats.cellwise import written
from genderstats.reading.formats.packed import DAMAGED
from genderstats.reading.grid import Grid, Marks, Merge, of_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from python_calamine import CalamineSheet, CalamineWorkbook

    from genderstats.reading.formats.limits import Limits
    from genderstats.reading.formats.source import Source


def read(source: Source, limits: Limits) -> Iterator[Grid]:
    """The worksheets that hold anything.

    Raises:
        InputError: the workbook is damaged, encrypted, or breaks a limit.
    """
    import python_calamine

    limits.hold(source.name, "size", source.size)
    try:
        book = _opened(source)
    except python_calamine.PasswordError:
        raise PasswordProtectedError(path=source.name) from None
    except (python_calamine.CalamineError, ValueError):
        raise FileUnreadableError(path=source.name, cause=DAMAGED) from None
    for one in book.sheets_metadata:
        if one.typ == python_calamine.SheetTypeEnum.WorkSheet:
            yield from _sheet(
                source, limits, book, one.name, hidden=one.visible != python_calamine.SheetVisibleEnum.Visible
            )


def _opened(source: Source) -> CalamineWorkbook:
    """The workbook by a name that ends as it should: only then does the reader tell that it is encrypted."""
    import python_calamine

    if source.content is None and source.path.suffix == ".xls":
        return python_calamine.CalamineWorkbook.from_path(source.path)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xls"
        path.write_bytes(source.read())
        return python_calamine.CalamineWorkbook.from_path(path)


def _sheet(source: Source, limits: Limits, book: CalamineWorkbook, name: str, *, hidden: bool) -> Iterator[Grid]:
    import python_calamine

    try:
        sheet = book.get_sheet_by_name(name)
    except (python_calamine.CalamineError, ValueError):
        yield Grid(name, 0, (), unreadable=True)
        return
    limits.hold(source.name, "cells", sheet.total_height * sheet.total_width)
    rows = [[written(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    if any(map(any, rows)):
        yield of_rows(name, rows, Marks(hidden, _merges(sheet)))


def _merges(sheet: CalamineSheet) -> tuple[Merge, ...]:
    ranges = sheet.merged_cell_ranges or ()
    return tuple(Merge(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in ranges)
