"""What the sheets of a workbook mark beside their texts, found in their XML while it is unpacked once and counted."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from genderstats.reading.formats.packed import opened, unpacked, whole
from genderstats.reading.grid import Marks, Merge

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterable, Iterator

    from genderstats.reading.formats.limits import Limits
    from genderstats.reading.formats.source import Source

_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^<>]*?ref=["\']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["\']')
_COLUMNS = re.compile(rb"<(?:\w+:)?col\s[^<>]*>")
_ROW = re.compile(rb"<(?:\w+:)?row\s[^<>]*>")
_FORMULA = re.compile(
    rb"<(?:\w+:)?c\s([^<>]*)>\s*+<(?:\w+:)?f(?:\s[^<>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*+"
    rb"(?:<(?:\w+:)?v\s*+/>|<(?:\w+:)?v></(?:\w+:)?v>)?+\s*+</(?:\w+:)?c>"
)
_ERROR = re.compile(rb'<(?:\w+:)?c\s([^<>]*?\bt=["\']e["\'][^<>]*)>')
_CELL = re.compile(rb'\br=["\']([A-Z]{1,3})(\d{1,7})["\']')
_NUMBER = re.compile(rb'\br=["\'](\d{1,7})["\']')
_SPAN = re.compile(rb'\b(min|max)=["\'](\d{1,7})["\']')
_HIDDEN = re.compile(rb'\bhidden=["\'](?:1|true)["\']')
_TEXT_RESULT = re.compile(rb'\bt=["\']str["\']')
_WORKSHEET = re.compile(rb"<(\w+:)?worksheet\b")
#: Pictures and the like are no sheets, whatever the workbook says.
_PICTURES = "xl/media/"
#: A row longer than this is cut, rather than kept in memory.
_LONGEST_ROW = 1 << 24
#: More uncomputed cells or merges than this are told by these.
_MOST = 100_000
#: Columns that are hidden beyond so many behind the first of them are the empty rest of the sheet.
_FARTHEST = 1 << 10


@dataclass
class Found:
    """What was found so far in one sheet."""

    cells: int = 0
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    uncomputed: list[tuple[int, int]] = field(default_factory=list)

    def marks(self) -> Marks:
        """The marks of the sheet."""
        return Marks(
            merges=tuple(self.merges),
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
            uncomputed=tuple(self.uncomputed),
        )

    def take(self, xml: bytes) -> None:
        """Takes in a piece of the sheet's XML that cuts no row."""
        self.cells += xml.count(b"<c") + xml.count(b":c ") + xml.count(b":c>")
        if b"hidden=" in xml:
            self._hidden(xml)
        if b"<f" in xml or b":f" in xml or b't="e"' in xml:
            self._formulas(xml)
        if b"mergeCell " in xml and len(self.merges) < _MOST:
            self.merges += [
                Merge(int(top), place(left), int(bottom), place(right))
                for left, top, right, bottom in _MERGE.findall(xml)
            ]

    def _hidden(self, xml: bytes) -> None:
        for row in _ROW.findall(xml):
            number = _NUMBER.search(row) if _HIDDEN.search(row) else None
            if number:
                self.hidden_rows.add(int(number[1]))
        for column in _COLUMNS.findall(xml):
            span = {name: int(value) for name, value in _SPAN.findall(column)} if _HIDDEN.search(column) else {}
            if len(span) > 1 and len(self.hidden_columns) < _MOST:
                first = span[b"min"] - 1
                self.hidden_columns |= set(range(first, min(span[b"max"], first + _FARTHEST)))

    def _formulas(self, xml: bytes) -> None:
        for said in (*_FORMULA.findall(xml), *_ERROR.findall(xml)):
            cell = _CELL.search(said)
            if cell and not _TEXT_RESULT.search(said) and len(self.uncomputed) < _MOST:
                self.uncomputed.append((int(cell[2]), place(cell[1])))


def place(letters: bytes) -> int:
    """The column, counted from 0, of its letters.

    >>> place(b"A"), place(b"AA")
    (0, 26)
    """
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return column - 1


def marks(source: Source, limits: Limits) -> dict[str, Marks]:
    """The marks of each sheet of a workbook by its name, all its parts held to the limits.

    Raises:
        InputError: the workbook is damaged, breaks a limit, or declares XML entities.
    """
    found: dict[str, Found] = {}
    cells = 0
    with opened(source, limits) as archive:
        sheets = _sheets(source, archive, limits)
        for part in archive.infolist():
            name = _path(part.filename)
            if not name.startswith(_PICTURES):
                one = found[name] = Found()
                for xml in _by_rows(unpacked(source, archive, part, limits)):
                    one.take(xml)
                    limits.hold(source.name, "cells", cells + one.cells)
                cells += one.cells
    return {name: found[part].marks() for part, name in sheets.items() if part in found}


def _by_rows(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The XML of a part in pieces that cut no row, where it is that of a sheet; else nothing."""
    pieces = iter(pieces)
    rest = next(pieces, b"")
    sheet = _WORKSHEET.search(rest)
    end = b"</" + (sheet[1] or b"") + b"row>" if sheet else b""
    for piece in pieces:
        if sheet:
            cut = rest.rfind(end) + len(end)
            if cut < len(end):
                cut = len(rest) if len(rest) > _LONGEST_ROW else 0
            yield rest[:cut]
            rest = rest[cut:] + piece
    if sheet:
        yield rest


def _path(name: str) -> str:
    """The name of a part, by which it is found."""
    return name.replace("\\", "/").lstrip("/").lower()


def _sheets(source: Source, archive: zipfile.ZipFile, limits: Limits) -> dict[str, str]:
    """The name of the sheet that each part of the archive (in small letters) holds; none where the workbook does not tell."""
    book = next((name for name in archive.namelist() if name.lower().endswith("workbook.xml")), None)
    if book is None:
        return {}
    folder, _, name = book.rpartition("/")
    try:
        sheets = ElementTree.fromstring(whole(source, archive, book, limits))
        relations = ElementTree.fromstring(whole(source, archive, f"{folder}/_rels/{name}.rels", limits))
    except (KeyError, ElementTree.ParseError):
        return {}
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    found = {}
    for one in sheets.iter():
        if one.tag.endswith("}sheet"):
            identity = next((value for key, value in one.items() if key.endswith("}id")), None)
            target = targets.get(identity, "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
            found[_path(path)] = one.get("name", "")
    return found
