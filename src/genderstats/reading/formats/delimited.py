"""Comma-, semicolon- or tab-separated text."""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import TYPE_CHECKING

from genderstats.errors import FileUnreadableError, QuoteNotClosedError
from genderstats.reading.formats import encoded
from genderstats.reading.grid import Grid, of_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from genderstats.reading.formats.limits import Limits
    from genderstats.reading.formats.source import Source

_DELIMITERS = ",;\t|"
_FIELD_LIMIT = 1 << 24


def read(source: Source, limits: Limits) -> Iterator[Grid]:
    """The one sheet of a text, with as many columns as its widest row.

    Raises:
        QuoteNotClosedError: a quotation mark is never closed.
        FileBeyondLimitError: it holds more than it may.
    """
    limits.hold(source.name, "size", source.size)
    text = encoded.decoded(source.read())
    csv.field_size_limit(_FIELD_LIMIT)
    rows = _rows(source, text, "\t" if source.path.suffix.lower() == ".tsv" else _delimiter(text))
    limits.hold(source.name, "cells", len(rows) * max(map(len, rows), default=0))
    yield of_rows(None, rows)


def _rows(source: Source, text: str, delimiter: str) -> list[list[str]]:
    """The rows, refused where a quotation mark is never closed: it would swallow all rows after it."""
    begun = 1
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        rows = []
        for row in reader:
            rows.append(row)
            begun = reader.line_num + 1
        return rows
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise QuoteNotClosedError(path=source.name, line=begun) from None
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise FileUnreadableError(path=source.name, cause=str(error)) from None


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
