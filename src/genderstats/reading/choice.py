"""The columns that a reader of the roster names herself: --map FIELD=COLUMN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.errors import ColumnMissingError
from genderstats.reading.layout.headers import Claim
from genderstats.reading.sheet import letter
from genderstats.text.folding import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from genderstats.reading.layout.header import Header
    from genderstats.reading.sheet import Sheet


def chosen(sheet: Sheet, header: Header, columns: Mapping[str, str]) -> dict[int, Claim]:
    """What each column carries: as the header claims, but for the fields whose column was named (a letter, or a header's text).

    Raises:
        ColumnMissingError: the sheet has no such column.
    """
    claims = {place: claim for place, claim in header.claims().items() if claim.field not in columns}
    return claims | {find(sheet, header, name): Claim(-1, field, "value") for field, name in columns.items()}


def find(sheet: Sheet, header: Header, name: str) -> int:
    """The column, counted from 0, that has this header, or this letter.

    Raises:
        ColumnMissingError: the sheet has no such column; the message lists those it has, the nearest first.
    """
    by_header = {words(header.text(place)): place for place in reversed(range(sheet.width)) if header.paths[place]}
    by_last = {words(header.paths[place][-1]): place for place in reversed(range(sheet.width)) if header.paths[place]}
    by_letter = {letter(place).lower(): place for place in range(sheet.width)}
    for known in (by_header, by_last, by_letter):
        if words(name) in known:
            return known[words(name)]
    raise _missing(sheet, header, name)


def _missing(sheet: Sheet, header: Header, name: str) -> ColumnMissingError:
    from rapidfuzz import process

    texts = [header.text(place) for place in range(sheet.width) if header.paths[place]]
    near = process.extractOne(words(name), {text: words(text) for text in texts}, score_cutoff=60)
    listed = ", ".join(f"{letter(place)} {header.text(place)}" for place in range(sheet.width) if header.paths[place])
    path = " › ".join(filter(None, (sheet.file, sheet.name)))
    return ColumnMissingError(path=path, column=name, columns=listed, suggestion=f" → {near[2]}?" if near else "")
