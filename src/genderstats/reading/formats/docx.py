"""Word documents: their tables one below another, with the paragraphs between them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

from genderstats.errors import FileUnreadableError
from genderstats.reading.formats.laid import Laid
from genderstats.reading.formats.packed import DAMAGED, opened, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from genderstats.reading.formats.limits import Limits
    from genderstats.reading.formats.source import Source
    from genderstats.reading.grid import Grid


def read(source: Source, limits: Limits) -> Iterator[Grid]:
    """The one sheet that the document's tables make.

    Raises:
        InputError: the document is damaged, breaks a limit, or declares XML entities.
    """
    try:
        with opened(source, limits) as archive:
            name = next(name for name in archive.namelist() if name.lower() == "word/document.xml")
            document = ElementTree.fromstring(whole(source, archive, name, limits))
    except ElementTree.ParseError:
        raise FileUnreadableError(path=source.name, cause=DAMAGED) from None
    laid = Laid()
    for body in document:
        _lay(laid, body)
    limits.hold(source.name, "cells", sum(map(len, laid.rows)))
    yield laid.grid()


def _kind(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _lay(laid: Laid, parent: ElementTree.Element) -> None:
    for element in parent:
        kind = _kind(element)
        if kind == "p":
            laid.text(_text(element).strip())
        elif kind == "tbl":
            _table(laid, element)
        elif kind in ("sdt", "sdtContent", "ins", "smartTag", "customXml"):
            _lay(laid, element)


def _table(laid: Laid, table: ElementTree.Element) -> None:
    """Lays a table; a cell that continues the one above it has no text of its own."""
    laid.begin()
    rows = [[_cell(cell) for cell in _below(row, "tc")] for row in _below(table, "tr")]
    for place, row in enumerate(rows):
        laid.row()
        column = 0
        for text, wide, joins in row:
            if joins != "continue":
                high = _reach(rows[place + 1 :], column) if joins == "restart" else 1
                laid.cell(text, wide, high)
            column += wide


def _reach(below: list[list[tuple[str, int, str]]], column: int) -> int:
    """How many rows a cell covers that is joined with those below it."""
    high = 1
    for row in below:
        place = 0
        for _, wide, joins in row:
            if place == column and joins == "continue":
                break
            place += wide
        else:
            return high
        high += 1
    return high


def _below(parent: ElementTree.Element, kind: str) -> Iterator[ElementTree.Element]:
    """The rows of a table or cells of a row, also those inside content controls and tracked changes."""
    for element in parent:
        if _kind(element) == kind:
            yield element
        elif _kind(element) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _below(element, kind)


def _cell(cell: ElementTree.Element) -> tuple[str, int, str]:
    """A cell's text, how many columns it covers, and whether it begins or continues a joined cell."""
    text = "\n".join(filter(None, (_text(one).strip() for one in cell.iter() if _kind(one) == "p")))
    wide, joins = 1, ""
    for said in (one for properties in cell if _kind(properties) == "tcPr" for one in properties):
        value = next((value for key, value in said.items() if key.rpartition("}")[2] == "val"), "")
        if _kind(said) == "gridSpan" and value.isdecimal():
            wide = min(int(value), 1000)
        elif _kind(said) == "vMerge":
            joins = "restart" if value == "restart" else "continue"
    return text, wide, joins


def _text(paragraph: ElementTree.Element) -> str:
    parts = []
    for one in paragraph.iter():
        kind = _kind(one)
        if kind == "t":
            parts.append(one.text or "")
        elif kind in ("tab", "br", "cr"):
            parts.append("\n" if kind != "tab" else " ")
        elif kind == "noBreakHyphen":
            parts.append("-")
    return "".join(parts)
