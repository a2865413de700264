"""The rows of a worksheet passing by: those that are wanted get the format of their cells changed, all others stay as they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from genderstats.reading.sheet import letter
from genderstats.reporting.annotation import refusal
from genderstats.reporting.annotation.palette import worst
from genderstats.reporting.annotation.refusal import RefusedError
from genderstats.reporting.annotation.sheets import column
from genderstats.reporting.annotation.xml import Splice, attributes, spliced, with_attribute

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from genderstats.reading.notices import Severity

_START = rb"<((?:[^\s<>/:\"'=!?]+:)?%s)((?:\s+[^\s=/>]+\s*=\s*(?:\"[^\"]*+\"|'[^']*+'))*+)\s*(/?)>"
_ROW, _CELL = (re.compile(_START % name) for name in (b"row", b"c"))
_NUMBER = re.compile(rb"\sr\s*=\s*[\"']\s*(\d{1,7})\s*[\"']")
_PLACE = re.compile(rb"\sr\s*=\s*[\"']\s*([A-Za-z]{1,3})\d{1,7}\s*[\"']")
_FILLED = re.compile(rb"<(?:[^\s<>/:\"'=!?]+:)?(?:v\s*>[^<]|v\s[^<>]*(?<!/)>[^<]|is[\s>])")
_SKIPPED = re.compile(rb"\s*+(?:(?:<!--.*?-->|<\?.*?\?>)\s*+)*", re.DOTALL)
_SECTIONS = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|</([^\s<>]+)\s*>", re.DOTALL)
_AFTER_CELLS = re.compile(rb"</|<(?:[^\s<>/:\"'=!?]+:)?extLst\b")
_BATCH = 1 << 18
#: No row is longer.
_LONGEST = 64 << 20

#: For each row, by its number, the columns (from 0; None for the first filled one) and how grave what was noticed there is.
Wanted = dict[int, dict[int | None, "Severity"]]


@dataclass
class Colouring:
    """Colours cells as they pass by: `format` gives the number of a coloured format, `empty` the format of a column's empty cells.

    `first_filled` tells afterwards, for each row in which the first filled cell was wanted, which column that was.
    """

    wanted: Wanted
    format: Callable[[int, Severity], int]
    empty: Callable[[int], int]
    prefix: str
    first_filled: dict[int, int] = field(default_factory=dict)

    def coloured(self, rows: Iterator[bytes]) -> Iterator[bytes]:
        """The rows with their cells coloured; rows and cells that are missing are made, in their places.

        Raises:
            RefusedError: the rows are not in order, or something else stands among them.
        """
        missing = sorted(self.wanted, reverse=True)
        held: list[bytes] = []
        size = last = 0
        for gap, row in _rows(rows):
            number = _number(row, last + 1) if row else None
            held.append(gap)
            while missing and (number is None or missing[-1] < number):
                held.append(self._made(missing.pop()))
            if row and number is not None:
                if number <= last:
                    raise RefusedError(refusal.UNORDERED)
                if missing and missing[-1] == number:
                    row = self._changed(row, missing.pop())
                last = number
                held.append(row)
            size += len(gap) + len(row)
            if size > _BATCH:
                yield b"".join(held)
                held, size = [], 0
        yield b"".join(held)

    def _made(self, number: int) -> bytes:
        """A row that the sheet does not have."""
        cells = self._settled(number, b"", [])
        made = b"".join(self._cell(number, place, None, grave) for place, grave in sorted(cells.items()))
        name = self._name(b"row")
        return b'<%s r="%d">%s</%s>' % (name, number, made, name)

    def _changed(self, row: bytes, number: int) -> bytes:
        start = _ROW.match(row)
        assert start
        cells = list(_cells(row, start.end())) if not start[3] else []
        wanted = self._settled(number, row, cells)
        style = _style_of_row(start[0])
        splices = [self._recoloured(row, one, wanted.pop(one.place)) for one in cells if one.place in wanted]
        for place, grave in sorted(wanted.items()):
            at = next((one.start for one in cells if one.place > place), _end_of_cells(cells, start.end()))
            splices.append((at, at, self._cell(number, place, style, grave)))
        opened = _widened(start[0], wanted)
        if start[3]:
            made = b"".join(new for _, _, new in splices)
            return opened.removesuffix(b"/>").rstrip() + b">" + made + b"</" + start[1] + b">"
        return spliced(row, [(0, start.end(), opened), *splices])

    def _settled(self, number: int, row: bytes, cells: list[_Cell]) -> dict[int, Severity]:
        """The wanted columns of a row; what is wanted of the whole row stands at its first filled cell."""
        wanted = self.wanted[number]
        whole = wanted.get(None)
        settled = {place: grave for place, grave in wanted.items() if place is not None}
        if whole is not None:
            first = next((one.place for one in cells if _FILLED.search(row, one.opened, one.end)), 0)
            self.first_filled[number] = first
            settled[first] = worst([whole, settled.get(first, whole)])
        return settled

    def _recoloured(self, row: bytes, cell: _Cell, grave: Severity) -> Splice:
        tag = row[cell.start : cell.opened]
        return cell.start, cell.opened, with_attribute(tag, b"s", b"%d" % self.format(_style(tag) or 0, grave))

    def _cell(self, number: int, place: int, style: int | None, grave: Severity) -> bytes:
        style = self.format(self.empty(place) if style is None else style, grave)
        return b'<%s r="%s%d" s="%d"/>' % (self._name(b"c"), letter(place).encode(), number, style)

    def _name(self, name: bytes) -> bytes:
        return self.prefix.encode() + b":" + name if self.prefix else name


class _Cell(NamedTuple):
    """A cell of a row: its column, and where its start tag, its content and the cell end."""

    place: int
    start: int
    opened: int
    end: int


def _rows(chunks: Iterator[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """What stands before each row, and the row; at the end what stands after the last one, and no row."""
    held, at = b"", 0
    for chunk in chunks:
        held, at = held[at:] + chunk, 0
        if len(held) > _LONGEST:
            raise RefusedError(refusal.UNEXPECTED)
        while found := _next_row(held, at):
            start, end = found
            yield held[at:start], held[start:end]
            at = end
    rest = held[at:]
    if _past(rest, 0) < len(rest):
        raise RefusedError(refusal.UNEXPECTED)
    yield rest, b""


def _next_row(held: bytes, at: int) -> tuple[int, int] | None:
    """Where the next row starts and ends, where it is there whole."""
    start = _past(held, at)
    opened = _ROW.match(held, start)
    if not opened:
        return None
    end = opened.end() if opened[3] else _closed(held, opened.end(), opened[1])
    return (start, end) if end >= 0 else None


def _closed(held: bytes, at: int, name: bytes) -> int:
    """Where an element ends whose content begins here; -1 where its end is not there."""
    close = held.find(b"</" + name, at)
    end = held.find(b">", close) + 1 if close >= 0 else 0
    if not end:
        return -1
    if held[close + 2 : end - 1].strip() == name and held.find(b"<!", at, close) < 0:
        return end
    closing = (one for one in _SECTIONS.finditer(held, at) if one[1] == name)
    found = next(closing, None)
    return found.end() if found else -1


def _cells(row: bytes, at: int) -> Iterator[_Cell]:
    """The cells of a row, in their order; a cell that does not say where it is follows the one before."""
    last = -1
    while True:
        opened = _CELL.match(row, at) or _CELL.match(row, _past(row, at))
        if not opened:
            if not _AFTER_CELLS.match(row, _past(row, at)):
                raise RefusedError(refusal.UNEXPECTED)
            return
        end = opened.end() if opened[3] else _closed(row, opened.end(), opened[1])
        said = _PLACE.search(opened[2])
        place = column(said[1].decode()) if said else last + 1
        if end < 0 or place <= last:
            raise RefusedError(refusal.UNORDERED if end >= 0 else refusal.UNEXPECTED)
        yield _Cell(place, opened.start(), opened.end(), end)
        last, at = place, end


def _past(content: bytes, at: int) -> int:
    """What follows after blanks, comments and instructions."""
    found = _SKIPPED.match(content, at)
    return found.end() if found else at


def _style(tag: bytes) -> int | None:
    """The number of the format that a start tag tells."""
    said = attributes(tag).get(b"s", b"")
    return int(said) if said.isdigit() else None


def _end_of_cells(cells: list[_Cell], otherwise: int) -> int:
    return cells[-1].end if cells else otherwise


def _number(row: bytes, otherwise: int) -> int:
    start = _ROW.match(row)
    found = _NUMBER.search(start[2]) if start else None
    return int(found[1]) if found else otherwise


def _style_of_row(tag: bytes) -> int | None:
    """The format of a row's empty cells, where it has one."""
    return _style(tag) if attributes(tag).get(b"customFormat") in (b"1", b"true") else None


def _widened(tag: bytes, made: Mapping[int, object]) -> bytes:
    """The start tag of a row whose hint of its width, where it has one, covers the cells that were made."""
    said = attributes(tag).get(b"spans", b"")
    places = [int(part) for span in said.split() for part in span.split(b":") if part.isdigit()]
    if not places or not made:
        return tag
    covered = [*places, *(place + 1 for place in made)]
    return with_attribute(tag, b"spans", b"%d:%d" % (min(covered), max(covered)))
