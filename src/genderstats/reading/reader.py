"""The way from a file to its rosters: one function a step, from value to value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from genderstats.errors import (
    FileEmptyError,
    FileUnreadableError,
    NoPeopleError,
    NoRosterError,
    NoSexColumnError,
    SexNotReadError,
    SheetMissingError,
)
from genderstats.period import Moment, in_folder, in_name
from genderstats.reading import charsets, formats
from genderstats.reading.assembly import assemble
from genderstats.reading.fitting import fitted
from genderstats.reading.formats.packed import DAMAGED
from genderstats.reading.formats.source import Source
from genderstats.reading.laying import laid_out, tables
from genderstats.reading.notices import Notice, notice
from genderstats.reading.once import once_each_moment
from genderstats.reading.profile import NOTHING_SAID, Profile
from genderstats.reading.sheet import Sheet
from genderstats.reading.units import named_by_sheets
from genderstats.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from genderstats.errors import InputError
    from genderstats.reading.fitting import Fit
    from genderstats.reading.laying import LaidOut
    from genderstats.reading.roster import Roster

    Refused = list[tuple[Sheet, Fit, InputError]]

#: So many sheets without a roster are named; of more only their number is told.
_NAMED = 10


def read_rosters(
    source: Source | Path, profile: Profile = NOTHING_SAID, *, sexless: bool = False, then: Path | None = None
) -> list[Roster]:
    """Every roster in a file, one a table; of each moment everybody is counted once.

    Where no table tells sex, lists of staff are rosters only if that is allowed (`sexless`). The file that comes `then` is begun
    when the cells of this one are here.

    Raises:
        InputError: the file cannot be read, or no sheet of it holds a roster.
    """
    source = source if isinstance(source, Source) else Source.of(source)
    sheets = list(_wanted(source, profile))
    if then:
        formats.begin(then, profile.limits)
    return rosters_in(sheets, source, profile, sexless=sexless)


def rosters_in(
    sheets: Iterable[Sheet], source: Source, profile: Profile = NOTHING_SAID, *, sexless: bool = False
) -> list[Roster]:
    """Every roster in the sheets of a source.

    Raises:
        InputError: no sheet holds a roster.
    """
    refused: Refused = []
    told: dict[str, Notice] = {}
    fit = fitted((table for whole in _readable(sheets, told) for table in tables(whole, profile)), profile)
    layouts = list(_laid_out(fit.tables, profile, refused))
    if not layouts and sexless:
        refused, again = [], refused
        layouts = list(_laid_out(((sheet, said) for sheet, said, _ in again), profile, refused, sexless=True))
    found = _assembled(layouts, source, profile, refused)
    if not found:
        raise _nearest(source, profile, [error for _, _, error in refused], unreadable=bool(told))
    return _telling(once_each_moment(found), [sheet for sheet, _, _ in refused], (*told.values(), *fit.notices))


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


def _laid_out(
    tables: Iterable[tuple[Sheet, Fit]], profile: Profile, refused: Refused, *, sexless: bool = False
) -> Iterator[LaidOut]:
    """The layouts of the tables that hold people; the others are added to the refused."""
    for sheet, fit in tables:
        try:
            yield laid_out(sheet, profile, fit, sexless=sexless)
        except (NoRosterError, NoSexColumnError, NoPeopleError) as error:
            refused.append((sheet, fit, error))


def _assembled(layouts: list[LaidOut], source: Source, profile: Profile, refused: Refused) -> list[Roster]:
    """The rosters of the layouts; those whose sex cannot be read are added to the refused."""
    digest, named = source.sha256(), _named(source.path)
    of_sheet = named_by_sheets([(one.sheet, one.layout) for one in layouts])
    found: list[Roster] = []
    for one in layouts:
        try:
            roster = assemble(one.sheet, one.layout, profile, digest, named, one.overruled, of_sheet=of_sheet)
        except SexNotReadError as error:
            refused.append((one.sheet, one.fit, error))
        else:
            found.append(replace(roster, notices=one.changes + roster.notices))
    return found


def _named(path: Path) -> Moment:
    """The moment that a file's name carries, else that of the folder in which it stands."""
    named = in_name(path.stem)
    return named if named.known else in_folder(path.absolute().parent.name)


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


def _nearest(source: Source, profile: Profile, refused: list[InputError], *, unreadable: bool) -> InputError:
    """Of the reasons why no sheet is a roster, the one of the sheet that came nearest."""
    order: tuple[type[InputError], ...] = (NoPeopleError, SexNotReadError, NoSexColumnError)
    if not refused:
        return FileUnreadableError(path=source.name, cause=DAMAGED) if unreadable else _nothing_wanted(source, profile)
    return next((error for kind in order for error in refused if isinstance(error, kind)), refused[0])


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
    whole = [sheet for sheet in others if sheet.name not in named]
    told = [notice("sheet-without-roster", sheet.address(), value=sheet.name) for sheet in whole[:_NAMED]]
    if len(whole) > _NAMED:
        told.append(notice("sheets-without-roster", whole[_NAMED].address(), count=len(whole) - _NAMED))
    told += [notice("table-without-roster", one.address(0), value=_rows(one)) for one in others if one.name in named]
    return [replace(found[0], notices=(*before, *told, *found[0].notices)), *found[1:]]


def _rows(sheet: Sheet) -> str:
    return f"{sheet.first}–{sheet.number(sheet.height - 1)}"
