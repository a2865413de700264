"""Rosters written to files."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Grid = list[list[str]]


def write(path: Path, grid: Sequence[Sequence[str]], merges: Sequence[tuple[int, int, int, int]] = ()) -> Path:
    """A grid of texts as a CSV file or a workbook, by its suffix; merged cells by their first and last row and column."""
    if path.suffix == ".xlsx":
        _workbook(path, grid, merges)
    else:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(grid)
    return path


def _workbook(path: Path, grid: Sequence[Sequence[str]], merges: Sequence[tuple[int, int, int, int]]) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    for row, cells in enumerate(grid, start=1):
        for column, text in enumerate(cells, start=1):
            if text:
                cell = sheet.cell(row, column, text)
                cell.data_type = "s"
    for top, left, bottom, right in merges:
        sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    book.save(path)
    book.close()
