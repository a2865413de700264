"""Columns whose cells hold several things, as their header says: "Chức vụ / Ngày nhận" over "Trưởng phòng / 01/2019"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from genderstats.people.cells import written_lines
from genderstats.people.fields import fields
from genderstats.reading.layout.carriers import Carrier
from genderstats.reading.layout.division import Division
from genderstats.reading.layout.headers import header_words, kind_of_column
from genderstats.text.folding import clean, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from genderstats.reading.layout.header import Header
    from genderstats.reading.sheet import Sheet

#: By what a header may be divided, the first of which it holds, and by what its cells then are.
_MARKS = ((re.compile(r"/"), "/"), (re.compile(r"\n"), "/"), (re.compile(r"\s[-–—]\s"), "-–—"))
#: A row of fewer filled cells is rather a section or a signature; a cell of a small number alone numbers the columns.
_FILLED = 3
#: What a cell under a header of both tells undivided: "Phó giáo sư, ⏎ Tiến sĩ", "Thạc sĩ".
_IN_ONE = {"academic_title", "education"}
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?")


def composites(sheet: Sheet, header: Header, carried: Mapping[str, Carrier]) -> dict[str, Carrier]:
    """The fields that no column carries alone, and parts of the cells of a column do.

    A header is divided where it is no known word as a whole, and two of its parts are, or one is and all cells divide as it does;
    or where all its parts are known and most cells divide ("Ngày vào Đảng / Ngày chính thức").
    """
    used = {place for carrier in carried.values() for place in carrier.places} & header.claims().keys()
    found: dict[str, Carrier] = {}
    for place, path in enumerate(header.paths):
        if not path or kind_of_column(path):
            continue
        parts, mark = _parts(_written(sheet, header, place))
        whole = place in used and not _only_by_its_end(path)
        for field, division in _divisions(partial(_cells, sheet, header, place), parts, mark, whole=whole):
            if field not in found and (field not in carried or carried[field].places == (place,)):
                found[field] = Carrier(field, "value", ((place, None),), division)
    return found


def _only_by_its_end(path: tuple[str, ...]) -> bool:
    """Whether a header of one cell is known by what stands behind its dash alone: "Chức vụ - Ngày bổ nhiệm"."""
    levels = _MARKS[2][0].split(path[0]) if len(path) == 1 else []
    return len(levels) > 1 and words(path[0]) not in header_words().values


def _written(sheet: Sheet, header: Header, place: int) -> str:
    """The lowest cell of a column's header, with its line breaks; nothing where it is merged over from another column."""
    texts = sheet.cells[place].texts(header.top, header.top + header.depth)
    return next(filter(None, (written_lines(text) for text in reversed(texts))), None) or ""


def _parts(text: str) -> tuple[list[str], str]:
    """The parts of a header, and the mark by which its cells are divided."""
    by, mark = next(((by, mark) for by, mark in _MARKS if by.search(text)), (None, "/"))
    return [clean(part) for part in by.split(text)] if by else [text], mark


def _divisions(
    cells: Callable[[], list[str]], parts: list[str], mark: str, *, whole: bool
) -> Iterator[tuple[str, Division]]:
    """The fields that parts of cells carry; where the header is known as a `whole`, only if all its parts are and most cells divide."""
    known = header_words().composed(parts)
    if not known or (whole and (len(known) < len(parts) or set(known.values()) >= _IN_ONE)):
        return
    strict, listed = Division(0, len(parts), mark), cells()
    lenient = replace(strict, first=_alone(known))
    divided, fitting = (sum(map(one.fits, listed)) for one in (strict, lenient))
    if whole and divided * 2 <= len(listed):
        return
    if (len(known) > 1 and divided and fitting * 2 >= len(listed)) or divided == len(listed) > 0:
        yield from ((field, replace(lenient, place=place)) for place, field in known.items())
    elif known.get(0) == "full_name":
        yield "full_name", replace(strict, parts=None)


def _alone(known: Mapping[int, str]) -> str | None:
    """The field of the first part, where a cell that holds it alone can be told from one that holds another part."""
    kinds = [fields()[field].kind for place, field in known.items() if place]
    first = known.get(0)
    if first is None or (fields()[first].kind == "text" and (not kinds or set(kinds) != {"date"})):
        return None
    return first


def _cells(sheet: Sheet, header: Header, place: int) -> list[str]:
    """The cells of a column that are likely people's."""
    filled = np.vstack([column.filled for column in sheet.columns()]).sum(axis=0) >= _FILLED
    filled[: header.top + header.depth] = False
    column = sheet.column(place)
    return [
        column.lines[code]
        for code in column.known_codes[filled].tolist()
        if code >= 0 and not _COLUMN_NUMBER.fullmatch(column.cleaned[code])
    ]
