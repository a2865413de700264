"""Comma-, semicolon- or tab-separated text."""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import zip_longest
from typing import TYPE_CHECKING

from genderstats.errors import EncodingUnknownError, FileUnreadableError, QuoteNotClosedError
from genderstats.reading.sheet import ListedCells, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DELIMITERS = ",;\t|"
_FIELD_LIMIT = 1 << 24


def read(path: Path) -> Iterator[Sheet]:
    """The one sheet of a text file, with as many columns as its widest row.

    Raises:
        EncodingUnknownError: the text is not in UTF-8 or UTF-16.
        QuoteNotClosedError: a quotation mark is never closed.
    """
    text = _text(path)
    csv.field_size_limit(_FIELD_LIMIT)
    rows = _rows(path, text, "\t" if path.suffix.lower() == ".tsv" else _delimiter(text))
    columns = tuple(ListedCells([cell or None for cell in cells]) for cells in zip_longest(*rows))
    yield Sheet(path.name, None, columns, len(rows))


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise FileUnreadableError(path=path.name, cause=error.strerror or type(error).__name__) from None
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise EncodingUnknownError(path=path.name) from None


def _rows(path: Path, text: str, delimiter: str) -> list[list[str]]:
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
            raise QuoteNotClosedError(path=path.name, line=begun) from None
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise FileUnreadableError(path=path.name, cause=str(error)) from None


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
