"""How one table is laid out: its header, the columns of each field, the kind of each row; or why it holds no roster."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from genderstats.errors import HeaderRowMissingError, NoPeopleError, NoRosterError, NoSexColumnError
from genderstats.reading.choice import carried, place_of
from genderstats.reading.fitting import changes, header_of
from genderstats.reading.layout import header as headers
from genderstats.reading.layout.beside import beside
from genderstats.reading.layout.carriers import believed
from genderstats.reading.layout.composite import composites
from genderstats.reading.layout.evidence import NAMING, evidence
from genderstats.reading.layout.headers import header_words
from genderstats.reading.layout.rows import classify
from genderstats.reading.layout.tables import apart
from genderstats.reading.merged import Merges
from genderstats.reading.roster import Layout
from genderstats.reading.sheet import letter
from genderstats.text.folding import fold
from genderstats.text.language import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from genderstats.reading.choice import Choice
    from genderstats.reading.fitting import Fit
    from genderstats.reading.layout.carriers import Carrier
    from genderstats.reading.layout.header import Header
    from genderstats.reading.notices import Notice
    from genderstats.reading.profile import Profile
    from genderstats.reading.sheet import Sheet

#: A list that names people and carries at least so many fields is one of staff, though it tells no sex.
_FIELDS_OF_STAFF = 3


@dataclass(frozen=True)
class LaidOut:
    """A table, what was said of it, its layout, the columns that a declaration overrules, what has changed since a profile was saved."""

    sheet: Sheet
    fit: Fit
    layout: Layout
    overruled: Mapping[str, Carrier]
    changes: tuple[Notice, ...]


def tables(sheet: Sheet, profile: Profile) -> list[Sheet]:
    """The tables of a sheet; one where its header is given, or none can be found."""
    if profile.header is not None or _is_one_table(sheet, profile):
        return [sheet]
    header = _found(sheet)
    if header is None:
        return [sheet]
    below = apart(sheet, header)
    if profile.columns:
        return below
    found = ((table, header if table is sheet else _found(table)) for table in below)
    return [part for table, own in found for part in (beside(table, own) if own else [table])]


def _is_one_table(sheet: Sheet, profile: Profile) -> bool:
    """Whether the profile says so of the sheet of this name, or of its only sheet."""
    said = profile.file.sheet if profile.file else ()
    return any(one.one_table and (len(said) == 1 or fold(one.name or "") == fold(sheet.name or "")) for one in said)


def _found(sheet: Sheet) -> Header | None:
    return headers.find(sheet.head(headers.SEARCHED_ROWS), Merges.of(sheet).between(0, headers.SEARCHED_ROWS))


def laid_out(sheet: Sheet, profile: Profile, fit: Fit, *, sexless: bool = False) -> LaidOut:
    """The layout of a table; one that tells no sex is a roster only where that is allowed (`sexless`) and it names staff.

    Raises:
        NoRosterError: there is no header.
        NoSexColumnError: nothing in the header tells sex.
        NoPeopleError: nobody stands under the header.
    """
    header = _header(sheet, profile, fit)
    read = carried(sheet, header, fit.choice)
    below = np.arange(header.top + header.depth, sheet.height)
    found = believed(sheet, read.carriers, below)
    found |= _composites(sheet, header, found, fit.choice)
    found = {name: one for name, one in found.items() if name not in fit.choice.off}
    if not _is_of_people(found, fit.choice.declared) and not (sexless and _is_of_staff(found)):
        row = sheet.number(header.top)
        raise NoSexColumnError(path=str(sheet.address()), row=row, headers=_shown(header), suggestion=_near_sex(header))
    rows = classify(sheet, header, evidence(sheet, header, found))
    if not len(rows.of("person")):
        raise NoPeopleError(path=str(sheet.address()), row=sheet.number(header.top))
    changed = tuple(changes(sheet, header, fit, read, moved=profile.header is None))
    return LaidOut(sheet, fit, Layout(header, found, rows, fit.choice), read.overruled, changed)


def _composites(sheet: Sheet, header: Header, found: dict[str, Carrier], choice: Choice) -> dict[str, Carrier]:
    """The fields that parts of cells carry, but for those that were settled otherwise."""
    unused = {place_of(sheet, header, one) for one in choice.unused or ()}
    return {
        name: one
        for name, one in composites(sheet, header, found).items()
        if name not in choice.declared and not unused & set(one.places)
    }


def _is_of_people(carried: dict[str, Carrier], declared: Mapping[str, str]) -> bool:
    """Whether sex is told and the columns are of people: where sex is not written out, a table without names or births counts units."""
    if "sex" not in carried and "sex" not in declared:
        return False
    written = "sex" in carried and carried["sex"].how == "value"
    return written or any(field in carried for field in (*NAMING, "birth_date"))


def _is_of_staff(carried: dict[str, Carrier]) -> bool:
    return any(field in carried for field in NAMING) and len(carried) >= _FIELDS_OF_STAFF


def _header(sheet: Sheet, profile: Profile, fit: Fit) -> Header:
    """The header where it was said to be, else where the profile's headers are, else the likeliest."""
    if profile.header is not None:
        if not 1 <= profile.header <= sheet.height:
            raise HeaderRowMissingError(path=str(sheet.address()), row=profile.header, height=sheet.height)
        stop = profile.header + headers.DEEPEST
        return headers.at(sheet.head(stop), profile.header - 1, Merges.of(sheet).between(0, stop))
    located = header_of(sheet, fit.said) if fit.said else None
    if located:
        return located
    found = _found(sheet)
    if found is None:
        raise NoRosterError(path=str(sheet.address()), rows=_rows_seen(sheet, sheet.head(headers.SEARCHED_ROWS)))
    return found


def _rows_seen(sheet: Sheet, head: list[list[str]]) -> str:
    shown = ((sheet.number(row), [cell[:30] for cell in head[row] if cell][:6]) for row in headers.likeliest(head))
    return "".join(f"  {row}: {' | '.join(cells)}\n" for row, cells in shown)


def _shown(header: Header) -> str:
    return ", ".join(f"{letter(column)} {header.text(column)}" for column, path in enumerate(header.paths) if path)


def _near_sex(header: Header) -> Text:
    """The column whose header is nearly a word for sex, as a suggestion."""
    near = next(
        (place for place, path in enumerate(header.paths) if path and header_words().nearest(path[-1]) == "sex"), None
    )
    if near is None:
        return Text("", "")
    words = Text(" Column {column} is nearly one: --map sex={column}.", " Cột {column} gần giống: --map sex={column}.")
    return words.format(column=letter(near))
