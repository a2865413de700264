"""Pages as bytes that are the same on every run."""

from __future__ import annotations

import csv
import io
import os
import re
import zipfile
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from .page import NOTICE, Page, letters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

STAMP = (2024, 1, 1, 0, 0, 0)
STAMP_TEXT = "2024-01-01T00:00:00Z"
APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)


@dataclass
class Book:
    """One file: its sheets, what its period is, and which columns it has to be judged by."""

    path: str
    agency: str
    as_of: date
    pages: list[Page]
    remarks: list[tuple[str, list[str]]] = field(default_factory=list)
    separator: str = ","
    has_party: bool = True
    has_ethnicity: bool = True
    figures: Mapping[str, int | float] = field(default_factory=dict)

    def data(self) -> bytes:
        """The file as it is stored."""
        return self._csv() if self.path.endswith(".csv") else self._xlsx()

    def _csv(self) -> bytes:
        """Text and numbers only; the byte order mark stands before commas, not before semicolons."""
        text = io.StringIO()
        writer = csv.writer(text, delimiter=self.separator, lineterminator="\r\n")
        for row in self.pages[0].rows:
            writer.writerow(row.cells)
        return text.getvalue().encode("utf-8-sig" if self.separator == "," else "utf-8")

    def _xlsx(self) -> bytes:
        """A workbook; its archive is rewritten with fixed times and sorted entries."""
        os.environ["OPENPYXL_LXML"] = "False"
        from openpyxl import Workbook

        book = Workbook()
        book.remove(book.worksheets[0])
        for page in self.pages:
            _write_page(book.create_sheet(page.name), page)
        for name, lines in self.remarks:
            _write_remarks(book, name, lines)
        book.properties.creator = "Dữ liệu giả lập (synthetic)"
        book.properties.title = NOTICE
        raw = io.BytesIO()
        book.save(raw)
        return _same_every_time(raw.getvalue())


def _write_page(sheet: Worksheet, page: Page) -> None:
    from openpyxl.styles import Alignment, Font

    bold, centre = Font(bold=True), Alignment(horizontal="center", vertical="center", wrap_text=True)
    for number, row in enumerate(page.rows, 1):
        for index, value in enumerate(row.cells, 1):
            if value is None:
                continue
            cell = sheet.cell(number, index, value)
            if isinstance(value, date):
                cell.number_format = "dd/mm/yyyy"
            if row.kind != "person":
                cell.font = bold
            if row.kind in ("title", "header", "repeated-header", "column-numbers"):
                cell.alignment = centre
    for top, left, bottom, right in page.merged:
        sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    for index, column in enumerate(page.columns, 1):
        sheet.column_dimensions[letters(index)].width = column.width
        sheet.column_dimensions[letters(index)].hidden = column.hidden


def _write_remarks(book: Workbook, name: str, lines: list[str]) -> None:
    sheet = book.create_sheet(name)
    for number, line in enumerate([NOTICE, *lines], 1):
        sheet.cell(number, 1, line)


def _same_every_time(raw: bytes) -> bytes:
    """The archive with sorted entries, fixed times and no trace of the day or the software."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(result, "w") as new:
        for name in sorted(old.namelist()):
            part = old.read(name)
            if name == "docProps/app.xml":
                part = APP.encode()
            if name == "docProps/core.xml":
                part = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", STAMP_TEXT.encode(), part)
            entry = zipfile.ZipInfo(name, STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            new.writestr(entry, part, compresslevel=9)
    return result.getvalue()


def same(path: str, ours: bytes, theirs: bytes) -> bool:
    """Whether two files hold the same; an archive is compared by its parts, however it was packed."""
    if not path.endswith(".xlsx"):
        return ours == theirs
    try:
        return _parts(ours) == _parts(theirs)
    except zipfile.BadZipFile:
        return False


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
