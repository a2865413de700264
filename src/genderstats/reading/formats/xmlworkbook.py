"""Workbooks that Excel 2003 and old personnel programs write as one XML file, mostly called .xls."""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from genderstats.errors import FileUnreadableError
from genderstats.reading.formats.packed import DAMAGED, refuse_entities
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
    refuse_entities(source, source.name, content)
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
    hold = partial(limits.hold, source.name, "cells")
    rows: list[list[str | None]] = []
    merges: list[Merge] = []
    hidden: set[int] = set()
    widest = 0
    for row in _below(sheet, "Table", "Row"):
        at = max(_number(row, "Index", len(rows) + 1, _LAST_ROW), len(rows) + 1)
        rows += [[] for _ in range(at - len(rows))]
        for cell in (one for one in row if _kind(one) == "Cell"):
            _take(cell, rows[-1], at, merges)
            hold(len(rows[-1]))
        widest = max(widest, len(rows[-1]))
        alike = _number(row, "Span", 0, _LAST_ROW - at)
        if _said(row, "Hidden") == "1":
            hidden |= set(range(at, at + alike + 1))
        rows += [[] for _ in range(alike)]
        hold(len(rows) * widest)
    if any(map(any, rows)):
        marks = Marks(_is_hidden(sheet), tuple(merges), frozenset(hidden), frozenset(_hidden_columns(sheet)))
        yield of_rows(_said(sheet, "Name"), rows, marks)


def _below(sheet: ElementTree.Element, outer: str, inner: str) -> Iterator[ElementTree.Element]:
    return (one for table in sheet if _kind(table) == outer for one in table if _kind(one) == inner)


def _hidden_columns(sheet: ElementTree.Element) -> Iterator[int]:
    at = 0
    for column in _below(sheet, "Table", "Column"):
        first = max(_number(column, "Index", at + 1, _LAST_COLUMN), at + 1)
        at = min(first + _number(column, "Span", 0, _LAST_COLUMN), _LAST_COLUMN)
        if _said(column, "Hidden") == "1":
            yield from range(first - 1, at)


def _is_hidden(sheet: ElementTree.Element) -> bool:
    return any((one.text or "").startswith("Sheet") for one in _below(sheet, "WorksheetOptions", "Visible"))


def _take(cell: ElementTree.Element, row: list[str | None], at: int, merges: list[Merge]) -> None:
    left = max(_number(cell, "Index", len(row) + 1, _LAST_COLUMN) - 1, len(row))
    row += [None] * (left - len(row))
    text = next(("".join(one.itertext()) for one in cell if _kind(one) == "Data"), "").strip()
    wide, high = _number(cell, "MergeAcross", 0, _LAST_COLUMN), _number(cell, "MergeDown", 0, _LAST_ROW)
    row += [text.replace("T", " ").removesuffix(".000") if _is_day(cell) else text or None, *[None] * wide]
    if wide or high:
        merges.append(Merge(at, left, at + high, left + wide))


def _is_day(cell: ElementTree.Element) -> bool:
    return any(_kind(one) == "Data" and _said(one, "Type") == "DateTime" for one in cell)
