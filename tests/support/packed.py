"""Files made by hand: archives from their parts, the least workbook, document and sheet of each kind."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

XML = '<?xml version="1.0" encoding="UTF-8"?>'
_OOXML = "http://schemas.openxmlformats.org"
MAIN = f"{_OOXML}/spreadsheetml/2006/main"
_WORD = f"{_OOXML}/wordprocessingml/2006/main"
OFFICE = f"{_OOXML}/officeDocument/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"

#: A cell: its text, how many columns and rows it covers.
Cell = tuple[str, int, int]


def archive(parts: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return made.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of an archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def workbook(rows: str, tail: str = "") -> dict[str, str]:
    """The parts of the least workbook, its one sheet made of these rows."""
    types = "application/vnd.openxmlformats-"
    return {
        "[Content_Types].xml": f'{XML}<Types xmlns="{_OOXML}/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{types}package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{types}officedocument.spreadsheetml.sheet.main+xml"/>'
        f'<Override PartName="/{SHEET}" ContentType="{types}officedocument.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": _relations("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="DS" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations("worksheet", "worksheets/sheet1.xml"),
        SHEET: f'{XML}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{tail}</worksheet>',
    }


def _relations(kind: str, target: str) -> str:
    return (
        f'{XML}<Relationships xmlns="{_OOXML}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def cells(rows: Sequence[Sequence[str]]) -> str:
    """Rows of texts as a sheet holds them."""
    return "".join(
        f'<row r="{at}">' + "".join(f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>' for text in row) + "</row>"
        for at, row in enumerate(rows, start=1)
    )


def document(body: str) -> dict[str, str]:
    """The parts of the least Word document."""
    types = "application/vnd.openxmlformats-"
    return {
        "[Content_Types].xml": f'{XML}<Types xmlns="{_OOXML}/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{types}package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{types}officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": _relations("officeDocument", "word/document.xml"),
        "word/document.xml": f'{XML}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
    }


def paragraph(text: str) -> str:
    """A paragraph of a Word document."""
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def spreadsheet(rows: str) -> dict[str, str]:
    """The parts of the least OpenDocument spreadsheet."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    return {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": f'{XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
        "</manifest:manifest>",
        "content.xml": f"{XML}<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="DS">{rows}</table:table></office:spreadsheet></office:body></office:document-content>',
    }


def xml_workbook(rows: str) -> str:
    """A workbook of Excel 2003 in one XML file."""
    return (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Worksheet ss:Name="DS"><Table>{rows}</Table></Worksheet></Workbook>'
    )
