"""Comma-, semicolon- or tab-separated text."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from genderstats.errors import FileUnreadableError, QuoteNotClosedError
from genderstats.reading.formats import encoded
from genderstats.reading.grid import Grid, of_rows
from genderstats.text.language import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from genderstats.reading.formats.limits import Limits
    from genderstats.reading.formats.source import Source

_DELIMITERS = ",;\t|"
_FIELD_LIMIT = 1 << 24
_TOO_LONG = Text("it is no table: one cell runs over millions of letters", "không phải bảng: có ô dài hàng triệu chữ")
#: A text that ends a file whose last quotation mark is closed.
_END = "\ue0ff"
#: How many lines as wide as the table a cell holds that has swallowed them, by that width; one where it is wider.
_SWALLOWED = {3: 3, 4: 2}


def read(source: Source, limits: Limits) -> Iterator[Grid]:
    """The one sheet of a text, with as many columns as its widest row.

    Raises:
        QuoteNotClosedError: a quotation mark is never closed.
        FileBeyondLimitError: it holds more than it may.
    """
    limits.hold(source.name, "size", source.size)
    text = encoded.decoded(source.read())
    csv.field_size_limit(_FIELD_LIMIT)
    tabbed = source.path.suffix.lower() == ".tsv" and "\t" in text
    delimiter = "\t" if tabbed else _delimiter(text)
    table = _rows(source, text, delimiter)
    limits.hold(source.name, "cells", len(table.rows) * max(map(len, table.rows), default=0))
    _refuse_swallowed(source, table, delimiter)
    yield of_rows(None, table.rows)


@dataclass
class _Table:
    """The rows of a text as they are read, those that are spread over several lines, and the line on which the next begins."""

    rows: list[list[str]] = field(default_factory=list)
    spread: list[tuple[int, list[str]]] = field(default_factory=list)
    next: int = 1

    def take(self, text: str, delimiter: str, *, strict: bool) -> None:
        """Takes in the rows of a text."""
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
        for row in reader:
            if reader.line_num > self.next:
                self.spread.append((self.next, row))
            self.rows.append(row)
            self.next = reader.line_num + 1


def _rows(source: Source, text: str, delimiter: str) -> _Table:
    """The rows, refused where a quotation mark is never closed: it would swallow all rows after it."""
    table = _Table()
    try:
        table.take(text, delimiter, strict=True)
        return table
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise QuoteNotClosedError(path=source.name, line=table.next) from None
    table = _Table()
    ended = text if text.endswith(("\r", "\n")) else f"{text}\n"
    try:
        table.take(f"{ended}{_END}", delimiter, strict=False)
    except csv.Error:
        raise FileUnreadableError(path=source.name, cause=_TOO_LONG) from None
    if table.rows.pop() != [_END]:
        raise QuoteNotClosedError(path=source.name, line=table.spread[-1][0])
    return table


def _refuse_swallowed(source: Source, table: _Table, delimiter: str) -> None:
    """Nothing, where no cell holds rows of the table: one begun by a quotation mark runs on to the next such mark."""
    width = Counter(map(len, table.rows)).most_common(1)[0][0] if table.spread else 0
    for line, row in table.spread:
        for place, cell in enumerate(row):
            whole = cell.splitlines()[1 if place else 0 : -1]
            alike = sum(one.count(delimiter) == width - 1 for one in whole)
            if width > 2 and alike >= _SWALLOWED.get(width, 1):
                raise QuoteNotClosedError(path=source.name, line=line)


def _delimiter(text: str) -> str:
    """The delimiter that the first lines hold most evenly: the one of which most lines hold the same number, outside quotes."""
    lines = text[:65536].splitlines()[:100]
    return max(_DELIMITERS, key=lambda mark: _evenness([_outside_quotes(line).count(mark) for line in lines]))


def _evenness(counts: list[int]) -> tuple[int, int]:
    """How many lines hold the commonest number of a delimiter, and that number."""
    held = Counter(count for count in counts if count)
    return max(((lines, count) for count, lines in held.items()), default=(0, 0))


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])
