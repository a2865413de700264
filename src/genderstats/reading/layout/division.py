"""Cells that hold several things, divided by a mark."""

from __future__ import annotations

import re
from dataclasses import dataclass

from genderstats.people.cells import is_day
from genderstats.people.codes import code_list
from genderstats.people.fields import fields

#: What divides a cell: a line break, or a mark between blanks ("12/03/1985" is one date).
_DIVIDING = {mark: re.compile(rf"(?<!\S)[{mark}](?!\S)|\n") for mark in ("/", "-–—")}
_BROKEN = {mark: re.compile(rf"\s*[{mark}]\s*\n\s*|\s*\n\s*[{mark}]\s*") for mark in _DIVIDING}


@dataclass(frozen=True)
class Division:
    """In which part of its cells, counted from 0, a column carries a field; how many parts they have (None is any number), by what mark.

    A cell without the mark is its first part alone where that is a field (`first`) that it can be told for.
    """

    place: int
    parts: int | None
    mark: str = "/"
    first: str | None = None

    def pieces(self, text: str) -> list[str]:
        """The parts of a cell, whose line breaks are kept.

        >>> Division(0, 3).pieces("12/03/1985 / Đại úy / ")
        ['12/03/1985', 'Đại úy', '']
        """
        found = [piece.strip() for piece in _DIVIDING[self.mark].split(_BROKEN[self.mark].sub("\n", text))]
        alone = len(found) == 1 and self.first is not None and _is_of(self.first, text)
        return found + [""] * ((self.parts or 1) - 1) if alone else found

    def fits(self, text: str) -> bool:
        """Whether a cell has so many parts."""
        return self.parts in (None, len(self.pieces(text)))

    def of(self, text: str) -> str:
        """The part of a cell, "" where the cell has another number of parts."""
        return self.pieces(text)[self.place] if self.fits(text) else ""


def _is_of(field: str, text: str) -> bool:
    """Whether a text is a field's, among texts that are other fields' days or words."""
    match fields()[field].kind:
        case "date":
            return is_day(text)
        case "code":
            return code_list(field).find(text) is not None
        case kind:
            return kind == "text" and not is_day(text)
