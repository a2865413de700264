"""Workbooks: .xlsx and .xlsm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from genderstats.errors import FileUnreadableError, NotASpreadsheetError
from genderstats.reading.formats.merges import merged
from genderstats.reading.sheet import ListedCells, Marks, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import fastexcel
    import pyarrow as pa

    from genderstats.reading.sheet import Codes


def read(path: Path) -> Iterator[Sheet]:
    """The worksheets of a workbook that hold anything; every cell comes as text, rows and columns as the workbook counts them."""
    import fastexcel

    try:
        book = fastexcel.read_excel(path)
        names = book.sheet_names
    except fastexcel.FastExcelError as error:
        raise _refusal(path, error) from None
    for name in names:
        sheet = _sheet(path, book, name)
        if sheet is not None:
            yield sheet


def _sheet(path: Path, book: fastexcel.ExcelReader, name: str) -> Sheet | None:
    import fastexcel
    import pyarrow as pa

    try:
        read = book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
        cells = pa.record_batch(read)
        places = [column.absolute_index for column in read.selected_columns]
    except (fastexcel.FastExcelError, pa.ArrowInvalid) as error:
        if type(error).__name__ == "SheetNotFoundError" or "not a worksheet" in str(error).lower():
            return None
        raise FileUnreadableError(path=path.name, cause=_first_line(error)) from None
    if not places or not cells.num_rows:
        return None
    by_place = dict(zip(places, cells.columns, strict=True))
    empty = ListedCells([None] * cells.num_rows)
    columns = (ArrowCells(by_place[place]) if place in by_place else empty for place in range(places[-1] + 1))
    marks = Marks(hidden=read.visible != "visible", merges=tuple(merged(path, name)))
    return Sheet(path.name, name, tuple(columns), cells.num_rows, marks=marks)


@dataclass(frozen=True, slots=True)
class ArrowCells:
    """Texts in an Arrow array, encoded without leaving it."""

    array: pa.StringArray

    def texts(self, start: int, stop: int) -> list[str | None]:
        """The texts of some rows, counted from 0."""
        return list(self.array.slice(start, stop - start).to_pylist())

    def part(self, start: int, stop: int) -> ArrowCells:
        """Some of its rows."""
        return ArrowCells(self.array.slice(start, stop - start))

    def distinct(self) -> tuple[Codes, list[str]]:
        """For each row which of the distinct texts it holds (-1 for none), and these.

        Nothing is encoded as a text of its own: so there are codes for all rows, and they are taken as they lie in memory.
        """
        encoded = self.array.dictionary_encode(null_encoding="encode")
        values = encoded.dictionary.to_pylist()
        codes = np.frombuffer(encoded.indices.buffers()[1], np.int32, len(encoded), encoded.indices.offset * 4)
        if None not in values:
            return codes, values
        nothing = values.index(None)
        lookup = np.arange(len(values), dtype=np.int32)
        lookup[nothing:] -= 1
        lookup[nothing] = -1
        return lookup[codes], values[:nothing] + values[nothing + 1 :]


def _refusal(path: Path, error: Exception) -> Exception:
    """A zip archive that is no workbook, or a workbook that is damaged."""
    import zipfile

    try:
        with zipfile.ZipFile(path) as archive:
            workbook = any(name.lower().endswith("workbook.xml") for name in archive.namelist())
    except (zipfile.BadZipFile, OSError):
        return FileUnreadableError(path=path.name, cause="damaged or incomplete")
    return (
        FileUnreadableError(path=path.name, cause=_first_line(error))
        if workbook
        else NotASpreadsheetError(path=path.name)
    )


def _first_line(error: Exception) -> str:
    said = str(error).strip().splitlines()
    return said[0].removeprefix("calamine error: ")[:120] if said else type(error).__name__
