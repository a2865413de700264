"""Word documents: their tables one below another, with the paragraphs between them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from genderstats.errors import FileUnreadableError, NoTableError
from genderstats.reading.formats.laid import Laid
from genderstats.reading.formats.packed import DAMAGED, opened, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from genderstats.reading.formats.limits import Limits
    from genderstats.reading.formats.source import Source
    from genderstats.reading.grid import Grid

#: No cell of a table of people spans more than this.
_WIDEST = 1000


def read(source: Source, limits: Limits) -> Iterator[Grid]:
    """The one sheet that the document's tables make.

    Raises:
        InputError: the document is damaged, has no table, breaks a limit, or declares XML entities.
    """
    try:
        with opened(source, limits) as archive:
            name = next(name for name in archive.namelist() if name.lower().endswith("document.xml"))
            document = ElementTree.fromstring(whole(source, archive, name, limits))
    except (ElementTree.ParseError, RecursionError):
        raise FileUnreadableError(path=source.name, cause=DAMAGED) from None
    laid = Laid(partial(limits.hold, source.name, "cells"))
    for body in document:
        _lay(laid, body)
    if not laid.tables:
        raise NoTableError(path=source.name)
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
    for row in _below(table, "tr"):
        laid.row()
        laid.blank(_number(row, "trPr", "gridBefore"))
        for cell in _below(row, "tc"):
            _cell(laid, cell)


def _below(parent: ElementTree.Element, kind: str) -> Iterator[ElementTree.Element]:
    """The rows of a table or cells of a row, also those inside content controls and tracked changes."""
    for element in parent:
        if _kind(element) == kind:
            yield element
        elif _kind(element) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _below(element, kind)


def _cell(laid: Laid, cell: ElementTree.Element) -> None:
    text = "\n".join(filter(None, (_text(one).strip() for one in cell.iter() if _kind(one) == "p")))
    wide = max(_number(cell, "tcPr", "gridSpan"), 1)
    joins = _said(cell, "tcPr", "vMerge")
    if joins is None:
        laid.cell(text, wide)
    elif joins == "restart":
        laid.joining(text, wide)
    else:
        laid.continued(wide)


def _said(element: ElementTree.Element, properties: str, kind: str) -> str | None:
    """The value of a property of a row or cell; "" where it has the property without one, None where it has it not."""
    listed = (one for listed in element if _kind(listed) == properties for one in listed)
    found = next((one for one in listed if _kind(one) == kind), None)
    if found is None:
        return None
    return next((value for key, value in found.items() if key.rpartition("}")[2] == "val"), "")


def _number(element: ElementTree.Element, properties: str, kind: str) -> int:
    said = _said(element, properties, kind) or ""
    return min(int(said[:9]), _WIDEST) if said.isdecimal() else 0


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
