"""Workbooks that the fast reader refuses, read cell by cell; slower, and more forgiving."""

from __future__ import annotations

import datetime as dt
import re
import warnings
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from genderstats.errors import FileUnreadableError
from genderstats.reading.formats.packed import DAMAGED
from genderstats.reading.grid import Marks, of_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from genderstats.reading.formats.limits import Limits
    from genderstats.reading.formats.source import Source
    from genderstats.reading.grid import Grid

#: A character that XML cannot hold, as workbooks write it.
_CONTROL = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read(source: Source, limits: Limits, marks: Mapping[str, Marks]) -> Iterator[Grid]:
    """The worksheets that hold anything.

    Raises:
        InputError: this reader refuses it too, or a sheet reaches over more cells than it may.
    """
    import openpyxl

    try:
        with source.open() as stream, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(stream, data_only=True)
    except MemoryError:
        raise
    except Exception:  # each damage has an exception of its own
        raise FileUnreadableError(path=source.name, cause=DAMAGED) from None
    for sheet in book.worksheets:
        limits.hold(source.name, "cells", sheet.max_row * sheet.max_column)
        rows = [[_text(cell) for cell in row] for row in sheet.iter_rows()]
        if any(map(any, rows)):
            told = marks.get(sheet.title, Marks())
            yield of_rows(sheet.title, rows, replace(told, hidden=sheet.sheet_state != "visible"))


def _text(cell: Any) -> str | None:
    """A cell's text; one that holds an error has none, as with the fast reader."""
    return None if cell.data_type == "e" else written(cell.value)


def written(value: Any) -> str | None:
    """A cell's value as text, in the way of the fast reader.

    >>> written(1.0), written(2.5), written(dt.datetime(1963, 1, 6)), written(True)
    ('1', '2.5', '1963-01-06 00:00:00', 'true')
    """
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "milliseconds" if value.microsecond else "seconds")
    return _CONTROL.sub(lambda found: chr(int(found[1], 16)), str(value))
