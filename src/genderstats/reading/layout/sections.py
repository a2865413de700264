"""Rows that name the unit of the people below: sections, nested by how they are numbered, and the titles of tables."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from genderstats.reading.layout.names import begins_like_unit, groups, names_a_list, tells_of_a_list
from genderstats.reading.layout.numbering import numbered, numbering, only_numbering, section_name
from genderstats.text.folding import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from genderstats.reading.layout.header import Header
    from genderstats.reading.layout.rows import Rows
    from genderstats.reading.sheet import Codes, Sheet

#: The unit in force, then those it stands under.
Path = tuple[str, ...]


@dataclass(frozen=True)
class Sections:
    """For each row which section is in force (-1 for none); of each section its name, and its name with the bodies it stands under.

    A name that stands under several others is qualified by them: "Phòng Tổ chức (CỤC X)".
    """

    under: Codes
    names: list[str]
    places: list[str]


def sections(sheet: Sheet, header: Header, rows: Rows) -> Sections | None:
    """The sections of a sheet, with the titles of its tables that look like them, or all of these where it has no sections.

    None where neither names a unit.
    """
    starts = _starts(sheet, header, rows)
    if not starts:
        return None
    under = (np.searchsorted(starts, np.arange(sheet.height), side="right") - 1).astype(np.int32)
    paths = _paths(_read(sheet.row(row), rows.first_texts.get(row, "")) for row in starts)
    in_force = {paths[start] for start in np.unique(under[rows.of("person")]).tolist() if start >= 0}
    lengths = _lengths(in_force)
    names = [_qualified(path, lengths.get(fold(path[0]), 1)) for path in paths]
    return Sections(under, names, list(map(_place, paths)))


def _place(path: Path) -> str:
    """A unit and the bodies it belongs to, as one text; what only groups units is no body."""
    return ", ".join((path[0], *(name for name in path[1:] if not groups(name))))


def _read(cells: Sequence[str], text: str) -> tuple[str | None, str]:
    """The numbering and the name of a section: the numbering may stand in a cell of its own."""
    text = text or next(filter(None, cells), "")
    apart = next((found for cell in cells if (found := only_numbering(cell))), None)
    return numbering(text) or apart, section_name(text)


def _paths(read: Iterable[tuple[str | None, str]]) -> list[Path]:
    """Of each section the path up to the outermost.

    The styles nest in the order in which they appear; a style that is in force ends what stands deeper. A section without a
    number stands alone; numbered ones stand under it where their series begins anew.
    """
    above: list[tuple[tuple[str, ...] | None, str]] = []
    found: list[Path] = []
    letter = ""
    for number, name in read:
        said = numbered(number, letter) if number else None
        letter = number[-1] if number and said and said.style[-1] == "letter" else letter
        styles = [style for style, _ in above]
        if said is None or (styles == [None] and not said.begins):
            above = []
        elif said.style in styles:
            above = above[: styles.index(said.style)]
        above = [*above, (said.style if said else None, name)]
        found.append(tuple(name for _, name in reversed(above)))
    return found


def _lengths(paths: Iterable[Path]) -> dict[str, int]:
    """For each innermost name, by how much of its path all that bear it are told apart."""
    by_name: dict[str, set[Path]] = defaultdict(set)
    for path in paths:
        by_name[fold(path[0])].add(tuple(map(fold, path)))
    return {name: _length(alike) for name, alike in by_name.items()}


def _length(paths: set[Path]) -> int:
    longest = max(map(len, paths))
    return next(length for length in range(1, longest + 1) if len({path[:length] for path in paths}) == len(paths))


def _qualified(path: Path, length: int) -> str:
    over = path[1:length]
    return f"{path[0]} ({', '.join(over)})" if over else path[0]


def _starts(sheet: Sheet, header: Header, rows: Rows) -> list[int]:
    """The rows that name a unit: sections, and the nearest title above each repeated header that says something of its own.

    Where there are sections, only titles that look like them; above the first header, only one that looks like the others.
    """
    starts = rows.of("section").tolist()
    texts = {
        row: rows.first_texts.get(row) or next(filter(None, sheet.row(row)), "") for row in rows.of("title").tolist()
    }
    looks = {look for row in starts for look in _look(rows.first_texts[row])}
    first = [row for row in sorted(texts, reverse=True) if row < header.top]
    later = {row for row in _named(rows, texts, first) if not starts or looks & set(_look(texts[row]))}
    looks |= {look for row in later for look in _look(texts[row])}
    if (
        later
        and not starts
        and first[:1] == [header.top - 1]
        and all(_is_unit(texts[row]) for row in (*later, first[0]))
    ):
        return sorted({*later, first[0]})
    own = next((row for row in first if _names(texts[row]) and looks & set(_look(texts[row]))), None)
    if own is None and later and _stands_apart(rows, texts, header.top - 1):
        own = header.top - 1
    return sorted({*starts, *later, *(() if own is None else (own,))})


def _named(rows: Rows, texts: dict[int, str], first: list[int]) -> Iterator[int]:
    """Of the titles straight above each repeated header the nearest that names something, and does not stand over every table."""
    tables = list(filter(None, (_above(rows, texts, row) for row in rows.of("repeated-header").tolist())))
    everywhere = {fold(texts[row]) for row in first}.intersection(
        *({fold(texts[row]) for row in one} for one in tables)
    )
    for table in tables:
        named = (row for row in table if _names(texts[row]) and fold(texts[row]) not in everywhere)
        yield from islice(named, 1)


def _stands_apart(rows: Rows, texts: dict[int, str], row: int) -> bool:
    """Whether a title is of its table and not of the document: a blank row above it, and no word of a list before it."""
    apart = row in texts and row > 0 and rows.is_blank(row - 1)
    return apart and _names(texts[row]) and not tells_of_a_list(texts[row])


def _above(rows: Rows, texts: dict[int, str], header: int) -> list[int]:
    """The titles straight above a repeated header, the nearest first."""
    found: list[int] = []
    row = header - 1
    while row in texts or (row >= 0 and rows.is_blank(row)):
        if row in texts:
            found.append(row)
        row -= 1
    return found


def _is_unit(text: str) -> bool:
    """Whether a title straight above a header is a unit's: "Văn phòng", alone, is one there."""
    return _names(text) and begins_like_unit(f"{section_name(text)} x")


def _names(text: str) -> bool:
    return not text.startswith("(") and not names_a_list(text)


def _look(text: str) -> Iterator[tuple[str, ...]]:
    """By what titles of one kind are alike: the style of their numbering, and their first word."""
    number = numbering(text)
    if number:
        yield ("numbered", *numbered(number, "").style)
    yield ("first", *words(section_name(text)).split()[:1])
