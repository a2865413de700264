"""Workbooks that Excel 2003 and old personnel programs write as one XML file, mostly called .xls."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from genderstats.errors import FileUnreadableError, UnsafeFileError
from genderstats.reading.formats.packed import DAMAGED
from genderstats.reading.grid import Grid, Marks, Merge, of_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from genderstats.reading.formats.limits import Limits
    from genderstats.reading.formats.source import Source
_LAST_ROW, _LAST_COLUMN = 1 << 20, 1 << 14


def read(source: Source, limits: Limits) -> Iterator[Grid]:
    """The worksheets that hold anything.

    Raises:
        InputError: the file is damaged, breaks a limit, or declares XML entities.
    """
    limits.hold(source.name, "size", source.size)
    content = source.read()
    if b"<!ENTITY" in content.replace(b"\x00", b""):
        raise UnsafeFileError(path=source.name, part=source.name)
    try:
        for _, element in ElementTree.iterparse(io.BytesIO(content)):
            if _kind(element) == "Worksheet":
                yield from _sheet(source, limits, element)
                element.clear()
    except ElementTree.ParseError:
        raise FileUnreadableError(path=source.name, cause=DAMAGED) from None


def _kind(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _said(element: ElementTree.Element, name: str) -> str:
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def _number(element: ElementTree.Element, name: str, least: int, most: int) -> int:
    text = _said(element, name)
    return min(max(int(text), least), most) if text.isdecimal() and len(text) < 9 else least


def _sheet(source: Source, limits: Limits, sheet: ElementTree.Element) -> Iterator[Grid]:
    rows: list[list[str | None]] = []
    merges: list[Merge] = []
    hidden: set[int] = set()
    for row in (one for one in sheet.iter() if _kind(one) == "Row"):
        at = _number(row, "Index", len(rows) + 1, _LAST_ROW)
        rows += [[] for _ in range(at - len(rows))]
        if _said(row, "Hidden") == "1":
            hidden.add(at)
        for cell in (one for one in row if _kind(one) == "Cell"):
            _take(cell, rows[-1], at, merges)
        limits.hold(source.name, "cells", len(rows) * max(map(len, rows[-1:]), default=0))
    if any(map(any, rows)):
        yield of_rows(_said(sheet, "Name"), rows, Marks(merges=tuple(merges), hidden_rows=frozenset(hidden)))


def _take(cell: ElementTree.Element, row: list[str | None], at: int, merges: list[Merge]) -> None:
    left = _number(cell, "Index", len(row) + 1, _LAST_COLUMN) - 1
    row += [None] * (left - len(row))
    text = next(("".join(one.itertext()) for one in cell if _kind(one) == "Data"), "").strip()
    wide, high = _number(cell, "MergeAcross", 0, _LAST_COLUMN), _number(cell, "MergeDown", 0, _LAST_ROW)
    row += [text.replace("T", " ").removesuffix(".000") if _is_day(cell) else text or None, *[None] * wide]
    if wide or high:
        merges.append(Merge(at, left, at + high, left + wide))


def _is_day(cell: ElementTree.Element) -> bool:
    return any(_kind(one) == "Data" and _said(one, "Type") == "DateTime" for one in cell)
