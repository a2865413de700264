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
from genderstats.reading.choice import chosen
from genderstats.reading.formats.packed import DAMAGED
from genderstats.reading.formats.source import Source
from genderstats.reading.layout import header as headers
from genderstats.reading.layout.carriers import Carrier, believed, carriers
from genderstats.reading.layout.evidence import NAMING, evidence
from genderstats.reading.layout.headers import header_words
from genderstats.reading.layout.rows import classify
from genderstats.reading.layout.tables import apart
from genderstats.reading.notices import Notice, notice
from genderstats.reading.profile import NOTHING_SAID, Profile
from genderstats.reading.roster import Layout, Roster
from genderstats.reading.sheet import Sheet, letter
from genderstats.text.folding import fold
from genderstats.text.language import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from genderstats.errors import InputError
    from genderstats.reading.layout.header import Header


def read_rosters(source: Source | Path, profile: Profile = NOTHING_SAID) -> list[Roster]:
    """Every roster in a file, one a sheet.

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
    for given in sheets:
        if not given.height:
            told[str(given.name)] = notice("sheet-unreadable", given.address(), value=given.name)
            continue
        sheet, charset = charsets.unicode(given)
        if charset:
            told.setdefault(charset.id, notice("encoding-converted", sheet.address(), value=charset.title))
        for table in _tables(sheet, profile):
            try:
                found.append(_read(table, profile, digest, named))
            except (NoRosterError, NoSexColumnError, SexNotReadError, NoPeopleError) as error:
                refused.append((table, error))
    if not found:
        raise _likeliest(source, refused, unreadable=bool(told))
    return _telling(found, [sheet for sheet, _ in refused], told.values())


def _tables(sheet: Sheet, profile: Profile) -> list[Sheet]:
    """The tables of a sheet; one where its header is given, or none can be found."""
    header = headers.find(sheet.head(headers.SEARCHED_ROWS)) if profile.header is None else None
    return apart(sheet, header) if header else [sheet]


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


def _likeliest(source: Source, refused: list[tuple[Sheet, InputError]], *, unreadable: bool) -> InputError:
    """Of the reasons why no sheet is a roster, the one of the sheet that came nearest."""
    order: tuple[type[InputError], ...] = (NoPeopleError, SexNotReadError, NoSexColumnError)
    errors = [error for _, error in refused]
    nearest = next((error for kind in order for error in errors if isinstance(error, kind)), None)
    if not errors and unreadable:
        return FileUnreadableError(path=source.name, cause=DAMAGED)
    return nearest or next(iter(errors), FileEmptyError(path=source.name))


def _telling(found: list[Roster], others: list[Sheet], before: Iterable[Notice]) -> list[Roster]:
    """The rosters, the first of which tells of the whole file, and of the sheets and tables that hold none."""
    named = {roster.sheet.name for roster in found}
    told = tuple(_passed_over(sheet, whole=sheet.name not in named) for sheet in others)
    return [replace(found[0], notices=(*before, *told, *found[0].notices)), *found[1:]]


def _passed_over(sheet: Sheet, *, whole: bool) -> Notice:
    if whole:
        return notice("sheet-without-roster", sheet.address(), value=sheet.name)
    return notice("table-without-roster", sheet.address(0), value=f"{sheet.first}–{sheet.number(sheet.height - 1)}")


def _read(sheet: Sheet, profile: Profile, digest: str, named: Moment) -> Roster:
    header = _header(sheet, profile)
    claims = chosen(sheet, header, profile.columns)
    below = np.arange(header.top + header.depth, sheet.height)
    carried = believed(sheet, carriers(claims), below)
    if "sex" not in carried or not _is_of_people(carried):
        row = sheet.number(header.top)
        raise NoSexColumnError(path=str(sheet.address()), row=row, headers=_shown(header), suggestion=_near_sex(header))
    rows = classify(sheet, header, evidence(sheet, header, carried))
    if not len(rows.of("person")):
        raise NoPeopleError(path=str(sheet.address()), row=sheet.number(header.top))
    return assemble(sheet, Layout(header, carried, rows), profile, digest, named)


def _is_of_people(carried: dict[str, Carrier]) -> bool:
    """Whether the columns are of people: where sex is only marked, a table without names or births counts units."""
    return carried["sex"].how == "value" or any(field in carried for field in (*NAMING, "birth_date"))


def _header(sheet: Sheet, profile: Profile) -> Header:
    if profile.header is not None:
        if not 1 <= profile.header <= sheet.height:
            raise HeaderRowMissingError(path=str(sheet.address()), row=profile.header, height=sheet.height)
        return headers.at(sheet.head(profile.header + headers.DEEPEST), profile.header - 1)
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
