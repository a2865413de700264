"""What the tables of an OpenDocument spreadsheet mark beside their texts: merged cells, hidden rows and columns."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from xml.parsers import expat

from genderstats.errors import FileUnreadableError, UnsafeFileError
from genderstats.reading.formats.packed import DAMAGED, opened, unpacked
from genderstats.reading.grid import Marks, Merge

if TYPE_CHECKING:
    from genderstats.reading.formats.limits import Limits
    from genderstats.reading.formats.source import Source

#: Rows and columns beyond these are the empty rest of the sheet.
_FARTHEST = 1 << 20
#: More merges than this are told by these.
_MOST = 100_000


class _Tables:
    """Follows the tables of a document as they come, counting rows and columns as repeated."""

    def __init__(self) -> None:
        self.marks: dict[str, Marks] = {}
        self.cells = 0
        self._name, self._depth = "", 0
        self._row = self._rows = self._column = self._columns = 0
        self._merges: list[Merge] = []
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()

    def start(self, tag: str, said: dict[str, str]) -> None:
        """Takes in an element that begins."""
        kind = tag.rpartition(":")[2] if tag.startswith("table:") else ""
        if kind == "table":
            self._depth += 1
            if self._depth == 1:
                self._begin(said.get("table:name", ""))
        elif self._depth == 1 and kind == "table-column":
            self._take_column(said)
        elif self._depth == 1 and kind == "table-row":
            self._take_row(said)
        elif self._depth == 1 and kind in ("table-cell", "covered-table-cell"):
            self._take_cell(said)

    def end(self, tag: str) -> None:
        """Takes in an element that ends: with its table, what was found of it."""
        if tag == "table:table":
            self._depth -= 1
            if self._depth == 0:
                hidden = frozenset(self._hidden_rows), frozenset(self._hidden_columns)
                self.marks[self._name] = Marks(False, tuple(self._merges), *hidden)

    def _begin(self, name: str) -> None:
        self._name, self._row, self._rows, self._columns = name, 0, 0, 0
        self._merges, self._hidden_rows, self._hidden_columns = [], set(), set()

    def _take_column(self, said: dict[str, str]) -> None:
        repeated = _number(said, "table:number-columns-repeated")
        if _is_hidden(said) and self._columns + repeated < _FARTHEST:
            self._hidden_columns |= set(range(self._columns, self._columns + repeated))
        self._columns += repeated

    def _take_row(self, said: dict[str, str]) -> None:
        self._row += self._rows
        self._rows, self._column = _number(said, "table:number-rows-repeated"), 0
        if _is_hidden(said) and self._row + self._rows < _FARTHEST:
            self._hidden_rows |= set(range(self._row + 1, self._row + 1 + self._rows))

    def _take_cell(self, said: dict[str, str]) -> None:
        wide, high = _number(said, "table:number-columns-spanned"), _number(said, "table:number-rows-spanned")
        if (wide > 1 or high > 1) and len(self._merges) < _MOST:
            top = self._row + 1
            self._merges.append(Merge(top, self._column, top + high - 1, self._column + wide - 1))
        repeated = _number(said, "table:number-columns-repeated")
        self.cells += repeated * self._rows if any(name.endswith(":value-type") for name in said) else 1
        self._column += repeated


def _number(said: dict[str, str], name: str) -> int:
    text = said.get(name, "1")
    return max(int(text), 1) if text.isdecimal() and len(text) < 10 else 1


def _is_hidden(said: dict[str, str]) -> bool:
    return said.get("table:visibility") in ("collapse", "filter")


def marks(source: Source, limits: Limits) -> dict[str, Marks]:
    """The marks of each table by its name; of a binary workbook, only the limits are held.

    Raises:
        InputError: the file is damaged, breaks a limit, or declares XML entities.
    """
    tables = _Tables()
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = tables.start, tables.end
    parser.StartDoctypeDeclHandler = partial(_refuse, source)
    with opened(source, limits) as archive:
        for part in archive.infolist():
            for piece in unpacked(source, archive, part, limits):
                if part.filename.lower() == "content.xml":
                    _fed(source, parser, piece)
                    limits.hold(source.name, "cells", tables.cells)
    return tables.marks


def _refuse(source: Source, *_: object) -> None:
    raise UnsafeFileError(path=source.name, part="content.xml")


def _fed(source: Source, parser: expat.XMLParserType, piece: bytes) -> None:
    try:
        parser.Parse(piece)
    except expat.ExpatError:
        raise FileUnreadableError(path=source.name, cause=DAMAGED) from None
