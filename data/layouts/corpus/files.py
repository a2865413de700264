"""Sheets as the bytes of files, the same on every run: text, workbooks, Word, OpenDocument, web pages, Parquet."""

from __future__ import annotations

import csv
import io
import os
import re
import zipfile
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from .tab import Cell, Formula, Tab

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from .people import Person
    from .tab import Column

STAMP = (2024, 1, 1, 0, 0, 0)
NOTICE = "DỮ LIỆU GIẢ LẬP – không phải người thật (synthetic)"
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
    b'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def text(cell: Cell) -> str:
    """A cell as text."""
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, Formula):
        return cell.computed or ""
    return "" if cell is None else str(cell)


def grid(tab: Tab) -> list[list[str]]:
    """All cells as text, rows of one length."""
    return [[text(cell) for cell in row] + [""] * (tab.width - len(row)) for row in tab.rows]


def delimited(tab: Tab, mark: str = ",", encode: Callable[[str], bytes] = lambda t: t.encode("utf-8-sig")) -> bytes:
    """A sheet as delimited text."""
    found = io.StringIO()
    csv.writer(found, delimiter=mark, lineterminator="\r\n").writerows(grid(tab))
    return encode(found.getvalue())


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """An archive with fixed times."""
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as archive:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, STAMP)
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            entry.create_system = 3
            archive.writestr(entry, part, compresslevel=9)
    return result.getvalue()


def workbook(*tabs: Tab, font: str | None = None) -> bytes:
    """A workbook of these sheets; a computed formula keeps its value."""
    os.environ["OPENPYXL_LXML"] = "False"
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for number, tab in enumerate(tabs, 1):
        _fill(book.create_sheet(tab.name or f"Sheet{number}"), tab, font)
    _settle(book)
    raw = io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(io.BytesIO(raw.getvalue())) as old:
        parts = {name: old.read(name) for name in sorted(old.namelist())}
    parts["docProps/app.xml"] = _APP
    parts["docProps/core.xml"] = re.sub(
        rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"2024-01-01T00:00:00Z", parts["docProps/core.xml"]
    )
    for number, tab in enumerate(tabs, 1):
        name = f"xl/worksheets/sheet{number}.xml"
        parts[name] = _computed(parts[name], tab)
    return zipped(parts)


def _settle(book: Workbook) -> None:
    book.properties.creator = "Dữ liệu giả lập (synthetic)"
    book.properties.title = NOTICE


def _fill(sheet: Worksheet, tab: Tab, font: str | None) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    for row, cells in enumerate(tab.rows, 1):
        for place, value in enumerate(cells, 1):
            if value is None:
                continue
            cell = sheet.cell(row, place, value.text if isinstance(value, Formula) else value)
            if isinstance(value, date):
                cell.number_format = "dd/mm/yyyy"
            if font:
                cell.font = Font(name=font)
    for top, left, bottom, right in tab.merges:
        sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    for row in tab.hidden_rows:
        sheet.row_dimensions[row].hidden = True
    for place in tab.hidden_columns:
        sheet.column_dimensions[get_column_letter(place)].hidden = True
    if tab.hidden:
        sheet.sheet_state = "hidden"


def _computed(part: bytes, tab: Tab) -> bytes:
    """The sheet's XML with the values of its computed formulas."""
    from openpyxl.utils import get_column_letter

    for row, cells in enumerate(tab.rows, 1):
        for place, value in enumerate(cells, 1):
            if isinstance(value, Formula) and value.computed is not None:
                at = f"{get_column_letter(place)}{row}".encode()
                found = re.search(rb'<c r="' + at + rb'"([^>]*)><f>(.*?)</f><v\s*/?>(?:</v>)?</c>', part)
                assert found
                kept = escape(value.computed).encode()
                cell = b'<c r="%s"%s t="str"><f>%s</f><v>%s</v></c>' % (at, found[1], found[2], kept)
                part = part[: found.start()] + cell + part[found.end() :]
    return part


def _spans(tab: Tab) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """Merged cells: by their first cell how many rows and columns, and the cells that they cover."""
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in tab.merges}
    covered = {
        (row, place)
        for top, left, bottom, right in tab.merges
        for row in range(top, bottom + 1)
        for place in range(left, right + 1)
    } - spans.keys()
    return spans, covered


def web_page(tab: Tab) -> bytes:
    """A web page with one table, as programs save it under the name of a workbook."""
    spans, covered = _spans(tab)
    rows = []
    for row, cells in enumerate(grid(tab), 1):
        kept = [
            f'<td rowspan="{down}" colspan="{over}">{escape(cell)}</td>'
            if (down, over) != (1, 1)
            else f"<td>{escape(cell)}</td>"
            for place, cell in enumerate(cells, 1)
            if (row, place) not in covered
            for down, over in [spans.get((row, place), (1, 1))]
        ]
        rows.append("<tr>" + "".join(kept) + "</tr>\r\n")
    head = (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{NOTICE}</title></head>'
    )
    return f'{head}\r\n<body>\r\n<table border="1">\r\n{"".join(rows)}</table>\r\n</body></html>\r\n'.encode()


def open_document(*tabs: Tab) -> bytes:
    """An OpenDocument spreadsheet."""
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    spaces = f'xmlns:office="{names}office:1.0" xmlns:table="{names}table:1.0" xmlns:text="{names}text:1.0" office:version="1.2"'
    tables = "".join(
        f'<table:table table:name="{escape(tab.name or "Sheet1")}">{_ods_rows(tab)}</table:table>' for tab in tabs
    )
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    content = f"{_XML}<office:document-content {spaces}>{body}</office:document-content>"
    manifest = f'{_XML}<manifest:manifest xmlns:manifest="{names}manifest:1.0" manifest:version="1.2">' + "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
        for path, media in (("/", kind), ("content.xml", "text/xml"))
    )
    parts = {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": f"{manifest}</manifest:manifest>"}
    return zipped({path: part.encode() for path, part in parts.items()})


def _ods_rows(tab: Tab) -> str:
    spans, covered = _spans(tab)
    rows = []
    for row, cells in enumerate(tab.rows, 1):
        cells = [*cells, *[None] * (tab.width - len(cells))]
        shown = "".join(_ods_cell(cell, spans.get((row, at)), (row, at) in covered) for at, cell in enumerate(cells, 1))
        rows.append(f"<table:table-row>{shown}</table:table-row>")
    return f'<table:table-column table:number-columns-repeated="{tab.width}"/>' + "".join(rows)


def _ods_cell(cell: Cell, span: tuple[int, int] | None, covered: bool) -> str:
    if covered:
        return "<table:covered-table-cell/>"
    more = f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"' if span else ""
    if cell is None:
        return f"<table:table-cell{more}/>"
    shown = f"<text:p>{escape(text(cell))}</text:p>"
    if isinstance(cell, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{cell:%Y-%m-%d}"{more}>{shown}</table:table-cell>'
    if isinstance(cell, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"{more}>{shown}</table:table-cell>'
    return f'<table:table-cell office:value-type="string"{more}>{shown}</table:table-cell>'


def word(pieces: Sequence[str | Tab]) -> bytes:
    """A Word document of paragraphs and tables."""
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    body = "".join(_paragraph(piece) if isinstance(piece, str) else _word_table(piece) for piece in pieces)
    media = "application/vnd.openxmlformats-"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        f'<Default Extension="rels" ContentType="{media}package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{media}officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="rId1" Type="{office}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{main}"><w:body>{body}</w:body></w:document>',
    }
    return zipped({path: (_XML + part).encode() for path, part in parts.items()})


def _paragraph(words: str) -> str:
    runs = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in words.split("\n"))
    return f"<w:p><w:r>{runs}</w:r></w:p>" if words else "<w:p/>"


def _word_table(tab: Tab) -> str:
    spans, covered = _spans(tab)
    below = {
        (row, left): right - left + 1 for top, left, bottom, right in tab.merges for row in range(top + 1, bottom + 1)
    }
    rows = []
    for row, cells in enumerate(grid(tab), 1):
        shown = ""
        for place, cell in enumerate(cells, 1):
            if (row, place) in covered and (row, place) not in below:
                continue
            down, over = spans.get((row, place), (1, below.get((row, place), 1)))
            kept = f'<w:gridSpan w:val="{over}"/>' if over > 1 else ""
            kept += "<w:vMerge/>" if (row, place) in below else '<w:vMerge w:val="restart"/>' if down > 1 else ""
            shown += f"<w:tc><w:tcPr>{kept}</w:tcPr>{_paragraph(cell)}</w:tc>"
        rows.append(f"<w:tr>{shown}</w:tr>")
    grid_columns = '<w:gridCol w:w="1200"/>' * tab.width
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid_columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def parquet(columns: Sequence[Column], people: Sequence[Person]) -> bytes:
    """A Parquet file: the headers are its names, real dates stay dates."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.table({one.path[0]: pa.array([one.value(person) for person in people]) for one in columns})
    found = io.BytesIO()
    pq.write_table(table, found, compression="zstd")
    return found.getvalue()


def same(path: str, ours: bytes, theirs: bytes) -> bool:
    """Whether two files hold the same; archives are compared by their parts, Parquet by its table."""
    if ours[:4] == b"PK\x03\x04":
        return theirs[:4] == ours[:4] and _parts(ours) == _parts(theirs)
    if path.endswith(".parquet"):
        import pyarrow.parquet as pq

        return theirs[:4] == b"PAR1" and bool(pq.read_table(io.BytesIO(ours)).equals(pq.read_table(io.BytesIO(theirs))))
    return ours == theirs


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
