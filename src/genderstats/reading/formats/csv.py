"""Comma-, semicolon- or tab-separated text."""

from __future__ import annotations

import csv
import io
from itertools import zip_longest
from typing import TYPE_CHECKING

from genderstats.errors import FileUnreadableError, NotASpreadsheetError
from genderstats.reading.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DELIMITERS = ",;\t|"
_FIELD_LIMIT = 1 << 24


def read(path: Path) -> Iterator[Sheet]:
    """The one sheet of a text file, with as many columns as its widest row.

    Raises:
        NotASpreadsheetError: the text is in no encoding that is known.
    """
    import pyarrow as pa

    text = _text(path)
    csv.field_size_limit(_FIELD_LIMIT)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as error:
        raise FileUnreadableError(path=path.name, cause=str(error)) from None
    columns = [pa.array(cells, pa.string()) for cells in zip_longest(*rows)]
    yield Sheet(path.name, None, tuple(columns), len(rows))


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise FileUnreadableError(path=path.name, cause=error.strerror or type(error).__name__) from None
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise NotASpreadsheetError(path=path.name) from None


def _delimiter(text: str) -> str:
    """The delimiter that the first lines hold most evenly: the one whose commonest count a line, outside quotes, is highest."""
    lines = text[:65536].splitlines()[:100]
    counts = {mark: [_outside_quotes(line).count(mark) for line in lines] for mark in _DELIMITERS}
    return max(_DELIMITERS, key=lambda mark: sum(1 for count in counts[mark] if count) * max(counts[mark], default=0))


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])
