"""Workbooks (.xlsx, .xlsm, .xlsb, .xls, .ods): every cell as text, rows and columns as the workbook counts them."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from genderstats.errors import FileUnreadableError, GenderstatsError, PasswordProtectedError, SheetsEmptyError
from genderstats.reading.formats import cellwise, parts, spans, xls
from genderstats.reading.formats.packed import DAMAGED, opened
from genderstats.reading.grid import Coded, Grid, Marks, nothing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import NoReturn

    import fastexcel
    import pyarrow as pa

    from genderstats.reading.formats.content import Kind
    from genderstats.reading.formats.limits import Limits
    from genderstats.reading.formats.source import Source

    Refuse = Callable[[GenderstatsError], NoReturn]

#: Lists unpack to seven or ten times their size, those with many empty but formatted cells to twenty.
_TIGHT = 25
_NAMED: dict[Kind, tuple[str, ...]] = {"ooxml": (".xlsx", ".xlsm"), "xlsb": (".xlsb",), "ods": (".ods",)}
#: A workbook that unpacks to less is looked through before it is read.
_SMALL = 8 * 10**6


def read(source: Source, limits: Limits, kind: Kind, refuse: Refuse) -> Iterator[Grid]:
    """The worksheets that hold anything.

    What is packed is unpacked once more, so that its bytes and cells are counted and its marks found: beside the reading where
    a file is large and packed no more tightly than lists are, else before it. What is found beside it is refused at once.

    Raises:
        InputError: the workbook is damaged, encrypted, or breaks a limit, or nothing is written in it.
    """
    written = False
    for grid in _read(source, limits, kind, refuse):
        written = True
        yield grid
    if not written:
        raise SheetsEmptyError(path=source.name)


def _read(source: Source, limits: Limits, kind: Kind, refuse: Refuse) -> Iterator[Grid]:
    if kind == "xls":
        yield from xls.read(source, limits)
        return
    with opened(source, limits) as archive:
        unpacked = sum(part.file_size for part in archive.infolist())
    work = partial(parts.marks if kind == "ooxml" else spans.marks, source, limits)
    if unpacked < _SMALL or unpacked > _TIGHT * source.size:
        found = work()
        yield from _sheets(source, limits, kind, lambda: found)
        return
    beside = _Beside(work, refuse)
    try:
        yield from _sheets(source, limits, kind, beside.result)
    finally:
        beside.join()


class _Beside(threading.Thread):
    """Work that is done beside the reading, and ends it where it finds that the file is to be refused."""

    def __init__(self, work: Callable[[], dict[str, Marks]], refuse: Refuse) -> None:
        super().__init__(daemon=True)
        self._work, self._refuse = work, refuse
        self._marks: dict[str, Marks] = {}
        self._broken: BaseException | None = None
        self.start()

    def run(self) -> None:
        """Does the work."""
        try:
            self._marks = self._work()
        except GenderstatsError as error:
            self._refuse(error)
        except BaseException as error:
            self._broken = error

    def result(self) -> dict[str, Marks]:
        """What came of it; what broke it is raised here."""
        self.join()
        if self._broken:
            raise self._broken
        return self._marks


def _sheets(source: Source, limits: Limits, kind: Kind, marks: Callable[[], dict[str, Marks]]) -> Iterator[Grid]:
    import fastexcel

    try:
        book = fastexcel.read_excel(source.path if _is_told_by_name(source, kind) else source.read())
        names = book.sheet_names
    except fastexcel.FastExcelError as error:
        told = marks()
        if kind == "ooxml" and not _is_encrypted(error):
            yield from cellwise.read(source, limits, told)
            return
        raise _refusal(source, limits, error) from None
    for name in names:
        grid = _sheet(source, limits, book, name, marks)
        if grid is not None:
            yield grid


def _sheet(
    source: Source, limits: Limits, book: fastexcel.ExcelReader, name: str, marks: Callable[[], dict[str, Marks]]
) -> Grid | None:
    import fastexcel
    import pyarrow as pa

    try:
        read = book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
        cells = pa.record_batch(read)
        places = [column.absolute_index for column in read.selected_columns]
    except (fastexcel.FastExcelError, pa.ArrowInvalid) as error:
        marks()
        if type(error).__name__ == "SheetNotFoundError" or "not a worksheet" in _told(error):
            return None
        if _is_encrypted(error) or "limit exceeded" in _told(error):
            raise _refusal(source, limits, error) from None
        return Grid(name, 0, (), unreadable=True)
    if not places or not cells.num_rows:
        return None
    by_place = {place: _coded(column) for place, column in zip(places, cells.columns, strict=True)}
    empty = nothing(cells.num_rows)
    columns = tuple(by_place.get(place, empty) for place in range(places[-1] + 1))
    told = replace(marks().get(name, Marks()), hidden=read.visible != "visible")
    return Grid(name, cells.num_rows, columns, told)


def _coded(texts: pa.StringArray) -> Coded:
    """A column of texts with its distinct ones; nothing is encoded as a text of its own, so that all rows have a code."""
    encoded = texts.dictionary_encode(null_encoding="encode")
    start = encoded.indices.offset * 4
    return Coded(
        encoded.indices.buffers()[1].to_pybytes()[start : start + len(encoded) * 4], encoded.dictionary.to_pylist()
    )


def _is_told_by_name(source: Source, kind: Kind) -> bool:
    """Whether the file's name tells what it is: the reader takes names at their word, and looks into bytes."""
    return source.content is None and source.path.suffix in _NAMED.get(kind, ())


def _told(error: Exception) -> str:
    """What a reader says is wrong, without the name of the file behind it."""
    return str(error).partition("\nContext")[0].lower()


def _is_encrypted(error: Exception) -> bool:
    return "password" in _told(error) or "encrypt" in _told(error)


def _refusal(source: Source, limits: Limits, error: Exception) -> GenderstatsError:
    """Why a workbook is not read, in words that a reader of rosters can act on."""
    if _is_encrypted(error):
        return PasswordProtectedError(path=source.name)
    if "limit exceeded" in _told(error):
        return limits.beyond(source.name, "cells")
    return FileUnreadableError(path=source.name, cause=DAMAGED)
