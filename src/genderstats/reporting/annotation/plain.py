"""A plain workbook of cells as they were read, for rosters that come as text: every cell stays the text that it was."""

from __future__ import annotations

import zipfile
from typing import IO, TYPE_CHECKING

from genderstats.reading.sheet import letter
from genderstats.reporting.annotation import refusal
from genderstats.reporting.annotation.listing import MOST_ROWS, TYPE, inert
from genderstats.reporting.annotation.refusal import RefusedError
from genderstats.reporting.annotation.workbook import LONGEST_NAME
from genderstats.reporting.annotation.xml import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from genderstats.reading.sheet import Sheet

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_MOST_COLUMNS = 16_384
_AT_ONCE = 2000
_FORBIDDEN = str.maketrans("", "", "[]:*?/\\")
_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{NAMESPACE}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
#: The format, of those above, in which what is written stays text.
_AS_TEXT = 1


def write(sheets: Sequence[Sheet], wish: str, file: IO[bytes]) -> dict[str | None, str]:
    """Writes a workbook of these sheets, and tells by which name it calls each; one without a name gets the wish, as far as it may.

    Raises:
        RefusedError: a sheet has more rows or columns than a workbook can hold.
    """
    names = _names([sheet.name for sheet in sheets], wish)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in _parts(list(names.values())):
            archive.writestr(zipfile.ZipInfo(name), content.encode(), zipfile.ZIP_DEFLATED)
        for number, sheet in enumerate(sheets, start=1):
            with archive.open(f"xl/worksheets/sheet{number}.xml", "w") as part:
                for piece in _sheet(sheet):
                    part.write(piece)
    return names


def _names(names: Iterable[str | None], wish: str) -> dict[str | None, str]:
    """Names that a workbook may give its sheets, each another one."""
    given: dict[str | None, str] = {}
    for name in names:
        clean = (name or wish).translate(_FORBIDDEN).strip("' ")[:LONGEST_NAME].strip("' ")
        start = clean if clean and clean.casefold() != "history" else "Sheet"
        taken = {one.casefold() for one in given.values()}
        tries = (start if n == 1 else f"{start[: LONGEST_NAME - 6]} ({n})" for n in range(1, len(given) + 2))
        given[name] = next(one for one in tries if one.casefold() not in taken)
    return given


def _parts(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    numbered = list(enumerate(names, start=1))
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{TYPE}"/>' for number, _ in numbered
    )
    sheets = "".join(
        f'<sheet name="{written(name)}" sheetId="{number}" r:id="rId{number}"/>' for number, name in numbered
    )
    led = "".join(_relation(number, "worksheet", f"worksheets/sheet{number}.xml") for number, _ in numbered)
    types = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SPREADSHEET}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_SPREADSHEET}.styles+xml"/>{overrides}'
    )
    book = f"<bookViews><workbookView/></bookViews><sheets>{sheets}</sheets>"
    yield "[Content_Types].xml", f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{types}</Types>'
    yield "_rels/.rels", _relations(_relation(1, "officeDocument", "xl/workbook.xml"))
    yield "xl/workbook.xml", f'{_HEAD}<workbook xmlns="{NAMESPACE}" xmlns:r="{_RELATION}">{book}</workbook>'
    yield "xl/_rels/workbook.xml.rels", _relations(led + _relation(len(names) + 1, "styles", "styles.xml"))
    yield "xl/styles.xml", _STYLES


def _relation(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{_RELATION}/{kind}" Target="{target}"/>'


def _relations(listed: str) -> str:
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _sheet(sheet: Sheet) -> Iterator[bytes]:
    if sheet.number(sheet.height - 1) > MOST_ROWS or sheet.width > _MOST_COLUMNS:
        raise RefusedError(refusal.TOO_LONG)
    letters = [letter(place) for place in range(sheet.width)]
    yield f'{_HEAD}<worksheet xmlns="{NAMESPACE}"><sheetData>'.encode()
    for start in range(0, sheet.height, _AT_ONCE):
        stop = min(start + _AT_ONCE, sheet.height)
        columns = [column.texts(start, stop) for column in sheet.cells]
        rows = (_row(sheet.number(row), letters, cells) for row, cells in enumerate(zip(*columns, strict=True), start))
        yield "".join(rows).encode()
    yield b"</sheetData></worksheet>"


def _row(number: int, letters: list[str], cells: tuple[str | None, ...]) -> str:
    made = (
        f'<c r="{column}{number}" s="{_AS_TEXT}" t="inlineStr"><is><t xml:space="preserve">{inert(text)}</t></is></c>'
        for column, text in zip(letters, cells, strict=True)
        if text
    )
    return f'<row r="{number}">{"".join(made)}</row>'
