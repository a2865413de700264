"""The way from a file to its rosters: one function a step, from value to value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from genderstats.errors import (
    FileEmptyError,
    FileUnreadableError,
    HeaderRowMissingError,
    NoPeopleError,
    NoRosterError,
    NoSexColumnError,
    SexNotReadError,
    SheetMissingError,
)
from genderstats.period import Moment, in_name
from genderstats.reading import charsets, formats
from genderstats.reading.assembly import assemble
from genderstats.reading.choice import carried
from genderstats.reading.fitting import changes, fitted, header_of
from genderstats.reading.formats.packed import DAMAGED
from genderstats.reading.formats.source import Source
from genderstats.reading.layout import header as headers
from genderstats.reading.layout.carriers import Carrier, believed
from genderstats.reading.layout.evidence import NAMING, evidence
from genderstats.reading.layout.headers import header_words
from genderstats.reading.layout.rows import classify
from genderstats.reading.layout.tables import apart
from genderstats.reading.notices import Notice, notice
from genderstats.reading.once import once_each_moment
from genderstats.reading.profile import NOTHING_SAID, Profile
from genderstats.reading.roster import Layout, Roster
from genderstats.reading.sheet import Sheet, letter
from genderstats.text.folding import fold
from genderstats.text.language import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from genderstats.errors import InputError
    from genderstats.reading.fitting import Fit
    from genderstats.reading.layout.header import Header


def read_rosters(source: Source | Path, profile: Profile = NOTHING_SAID) -> list[Roster]:
    """Every roster in a file, one a table; of each moment everybody is counted once.

    Raises:
        InputError: the file cannot be read, or no sheet of it holds a roster.
    """
    source = source if isinstance(source, Source) else Source.of(source)
    return rosters_in(_wanted(source, profile), source, profile)


def rosters_in(sheets: Iterable[Sheet], source: Source, profile: Profile = NOTHING_SAID) -> list[Roster]:
    """Every roster in the sheets of a source.

    Raises:
        InputError: no sheet holds a roster.
    """
    digest, named = source.sha256(), in_name(source.path.stem)
    found: list[Roster] = []
    refused: list[tuple[Sheet, InputError]] = []
    told: dict[str, Notice] = {}
    fit = fitted((table for whole in _readable(sheets, told) for table in _tables(whole, profile)), profile)
    for sheet, said in fit.tables:
        try:
            found.append(_read(sheet, profile, said, digest, named))
        except (NoRosterError, NoSexColumnError, SexNotReadError, NoPeopleError) as error:
            refused.append((sheet, error))
    if not found:
        raise _nearest(source, profile, refused, unreadable=bool(told))
    return _telling(once_each_moment(found), [sheet for sheet, _ in refused], (*told.values(), *fit.notices))


def _readable(sheets: Iterable[Sheet], told: dict[str, Notice]) -> Iterator[Sheet]:
    """The sheets that can be read, in Unicode; what was amiss with them is added to what is told."""
    for sheet in sheets:
        if not sheet.height:
            told[str(sheet.name)] = notice("sheet-unreadable", sheet.address(), value=sheet.name)
            continue
        converted, charset = charsets.unicode(sheet)
        if charset:
            told.setdefault(charset.id, notice("encoding-converted", sheet.address(), value=charset.title))
        yield converted


def _tables(sheet: Sheet, profile: Profile) -> list[Sheet]:
    """The tables of a sheet; one where its header is given, or none can be found."""
    if profile.header is not None or _is_one_table(sheet, profile):
        return [sheet]
    header = headers.find(sheet.head(headers.SEARCHED_ROWS))
    return apart(sheet, header) if header else [sheet]


def _is_one_table(sheet: Sheet, profile: Profile) -> bool:
    """Whether the profile says so of the sheet of this name, or of its only sheet."""
    said = profile.file.sheet if profile.file else ()
    return any(one.one_table and (len(said) == 1 or fold(one.name or "") == fold(sheet.name or "")) for one in said)


def _wanted(source: Source, profile: Profile) -> Iterator[Sheet]:
    wanted = {fold(name) for name in profile.sheets}
    seen: list[str] = []
    for grid in formats.read_grids(source, profile.limits):
        seen.append(grid.name or "")
        if not wanted or fold(grid.name or "") in wanted:
            yield Sheet.of(source.name, grid)
    missing = wanted - {fold(name) for name in seen}
    if missing:
        asked = next(name for name in profile.sheets if fold(name) in missing)
        raise SheetMissingError(path=source.name, sheet=asked, sheets=", ".join(filter(None, seen)) or "–")


def _nearest(
    source: Source, profile: Profile, refused: list[tuple[Sheet, InputError]], *, unreadable: bool
) -> InputError:
    """Of the reasons why no sheet is a roster, the one of the sheet that came nearest."""
    order: tuple[type[InputError], ...] = (NoPeopleError, SexNotReadError, NoSexColumnError)
    errors = [error for _, error in refused]
    if not errors:
        return FileUnreadableError(path=source.name, cause=DAMAGED) if unreadable else _nothing_wanted(source, profile)
    return next((error for kind in order for error in errors if isinstance(error, kind)), errors[0])


def _nothing_wanted(source: Source, profile: Profile) -> InputError:
    """The error where the profile leaves out every sheet that there is."""
    if profile.file is None:
        return FileEmptyError(path=source.name)
    wanted = ", ".join(one.name or "–" for one in profile.file.sheet if one.read) or "–"
    seen = ", ".join(filter(None, (grid.name for grid in formats.read_grids(source, profile.limits)))) or "–"
    return SheetMissingError(path=source.name, sheet=wanted, sheets=seen)


def _telling(found: list[Roster], others: list[Sheet], before: Iterable[Notice]) -> list[Roster]:
    """The rosters, the first of which tells of the whole file, and of the sheets and tables that hold none."""
    named = {roster.sheet.name for roster in found}
    told = tuple(_passed_over(sheet, whole=sheet.name not in named) for sheet in others)
    return [replace(found[0], notices=(*before, *told, *found[0].notices)), *found[1:]]


def _passed_over(sheet: Sheet, *, whole: bool) -> Notice:
    if whole:
        return notice("sheet-without-roster", sheet.address(), value=sheet.name)
    return notice("table-without-roster", sheet.address(0), value=f"{sheet.first}–{sheet.number(sheet.height - 1)}")


def _read(sheet: Sheet, profile: Profile, fit: Fit, digest: str, named: Moment) -> Roster:
    header = _header(sheet, profile, fit)
    read = carried(sheet, header, fit.choice)
    below = np.arange(header.top + header.depth, sheet.height)
    found = {name: one for name, one in believed(sheet, read.carriers, below).items() if name not in fit.choice.off}
    if not _is_of_people(found, fit.choice.declared):
        row = sheet.number(header.top)
        raise NoSexColumnError(path=str(sheet.address()), row=row, headers=_shown(header), suggestion=_near_sex(header))
    rows = classify(sheet, header, evidence(sheet, header, found))
    if not len(rows.of("person")):
        raise NoPeopleError(path=str(sheet.address()), row=sheet.number(header.top))
    roster = assemble(sheet, Layout(header, found, rows, fit.choice), profile, digest, named, read.overruled)
    changed = tuple(changes(sheet, header, fit, read, moved=profile.header is None))
    return replace(roster, notices=changed + roster.notices)


def _is_of_people(carried: dict[str, Carrier], declared: Mapping[str, str]) -> bool:
    """Whether sex is told and the columns are of people: where sex is not written out, a table without names or births counts units."""
    if "sex" not in carried and "sex" not in declared:
        return False
    written = "sex" in carried and carried["sex"].how == "value"
    return written or any(field in carried for field in (*NAMING, "birth_date"))


def _header(sheet: Sheet, profile: Profile, fit: Fit) -> Header:
    """The header where it was said to be, else where the profile's headers are, else the likeliest."""
    if profile.header is not None:
        if not 1 <= profile.header <= sheet.height:
            raise HeaderRowMissingError(path=str(sheet.address()), row=profile.header, height=sheet.height)
        return headers.at(sheet.head(profile.header + headers.DEEPEST), profile.header - 1)
    located = header_of(sheet, fit.said) if fit.said else None
    if located:
        return located
    head = sheet.head(headers.SEARCHED_ROWS)
    found = headers.find(head)
    if found is None:
        raise NoRosterError(path=str(sheet.address()), rows=_rows_seen(sheet, head))
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
