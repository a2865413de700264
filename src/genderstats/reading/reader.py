"""The way from a file to its rosters: one function a step, from value to value."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np

from genderstats.errors import (
    FileEmptyError,
    HeaderRowMissingError,
    NoPeopleError,
    NoRosterError,
    NoSexColumnError,
    SexNotReadError,
    SheetMissingError,
)
from genderstats.people.fields import fields
from genderstats.period import Moment, in_name, in_titles
from genderstats.reading import formats
from genderstats.reading.choice import chosen
from genderstats.reading.layout import header as headers
from genderstats.reading.layout.carriers import Carrier, carriers
from genderstats.reading.layout.headers import kind_of_column
from genderstats.reading.layout.rows import Evidence, Rows, classify
from genderstats.reading.ledger import SET_ASIDE, Ledger
from genderstats.reading.notices import Notice, notice
from genderstats.reading.noticing import of_cells, of_columns, of_offices, of_rows
from genderstats.reading.offices import read_offices
from genderstats.reading.party import membership, without_marks
from genderstats.reading.profile import NOTHING_SAID, Profile
from genderstats.reading.roster import Layout, Roster
from genderstats.reading.sheet import Address, Sheet, letter
from genderstats.reading.validation import Column, in_order, validate
from genderstats.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import numpy.typing as npt
    import pandas as pd

    from genderstats.errors import InputError
    from genderstats.reading.layout.header import Header
    from genderstats.reading.sheet import Codes

#: The fields that name somebody, and those that tell something only a person has.
_NAMING = ("full_name", "staff_id")
_TELLING = ("sex", "birth_date")


def read_rosters(path: Path, profile: Profile = NOTHING_SAID) -> list[Roster]:
    """Every roster in a file, one a sheet.

    Raises:
        InputError: the file cannot be read, or no sheet of it holds a roster.
    """
    digest = _sha256(path)
    found: list[Roster] = []
    refused: list[tuple[Sheet, InputError]] = []
    for sheet in _wanted(path, profile):
        try:
            found.append(_read(sheet, profile, digest, in_name(path.stem)))
        except (NoRosterError, NoSexColumnError, NoPeopleError) as error:
            refused.append((sheet, error))
    if not found:
        raise _likeliest(path, refused)
    return [_telling_of(found[0], [sheet for sheet, _ in refused]), *found[1:]]


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _wanted(path: Path, profile: Profile) -> Iterator[Sheet]:
    wanted = {fold(name) for name in profile.sheets}
    seen: list[str] = []
    for sheet in formats.read_sheets(path):
        seen.append(sheet.name or "")
        if not wanted or fold(sheet.name or "") in wanted:
            yield sheet
    missing = wanted - {fold(name) for name in seen}
    if missing:
        asked = next(name for name in profile.sheets if fold(name) in missing)
        raise SheetMissingError(path=path.name, sheet=asked, sheets=", ".join(filter(None, seen)) or "–")


def _likeliest(path: Path, refused: list[tuple[Sheet, InputError]]) -> InputError:
    """Of the reasons why no sheet is a roster, the one of the sheet that came nearest."""
    order: tuple[type[InputError], ...] = (NoPeopleError, NoSexColumnError)
    errors = [error for _, error in refused]
    nearest = next((error for kind in order for error in errors if isinstance(error, kind)), None)
    return nearest or next(iter(errors), FileEmptyError(path=path.name))


def _telling_of(roster: Roster, others: list[Sheet]) -> Roster:
    """The first roster, with a notice for each sheet that holds none."""
    from dataclasses import replace

    told = tuple(notice("sheet-without-roster", Address(sheet.file, sheet.name), value=sheet.name) for sheet in others)
    return replace(roster, notices=told + roster.notices) if told else roster


def _read(sheet: Sheet, profile: Profile, digest: str, named: Moment) -> Roster:
    header = _header(sheet, profile)
    claims = chosen(sheet, header, profile.columns)
    carried = carriers(claims)
    if "sex" not in carried:
        raise NoSexColumnError(path=_place(sheet), row=header.top + 1, headers=_shown(header))
    rows = classify(sheet, header, _evidence(header, carried))
    if not len(rows.of("person")):
        raise NoPeopleError(path=_place(sheet), row=header.top + 1)
    return _roster(sheet, Layout(header, carried, rows), profile, digest, named)


def _roster(sheet: Sheet, layout: Layout, profile: Profile, digest: str, named: Moment) -> Roster:
    rows, unit_sections = layout.rows.of("person"), "unit" not in layout.carriers
    raw, marks = without_marks({field: carrier.raw(sheet, rows) for field, carrier in layout.carriers.items()})
    columns = in_order({field: validate(field, text) for field, text in raw.items()})
    believed = {field: column for field, column in columns.items() if column.borne_out}
    if "sex" not in believed:
        raise _sex_not_read(sheet, layout, columns["sex"])
    if unit_sections:
        believed |= _units_from_sections(layout.rows, rows)
    kept = Layout(
        layout.header, {field: carrier for field, carrier in layout.carriers.items() if field in believed}, layout.rows
    )
    units, titles, posts = (believed.get(field) for field in ("unit", "position", "party_position"))
    offices = read_offices(titles, units) if titles else None
    party_offices = read_offices(posts, units, party=True) if posts else None
    notices = [
        *of_columns(sheet, layout, columns),
        *of_cells(sheet, rows, believed),
        *of_offices(sheet, rows, titles, offices),
        *of_offices(sheet, rows, posts, party_offices),
        *of_rows(sheet, layout),
    ]
    return Roster(
        people=_table(believed, rows, membership(believed, marks)),
        notices=tuple(sorted(notices, key=_by_address)),
        ledger=_ledger(layout.rows),
        sheet=sheet,
        layout=kept,
        moment=_moment(sheet, layout.rows, profile, named),
        sha256=digest,
        offices=offices,
        party_offices=party_offices,
    )


def _header(sheet: Sheet, profile: Profile) -> Header:
    if profile.header is not None:
        if not 1 <= profile.header <= sheet.height:
            raise HeaderRowMissingError(path=_place(sheet), row=profile.header, height=sheet.height)
        return headers.at(sheet.head(profile.header + headers.DEEPEST), profile.header - 1)
    head = sheet.head(headers.SEARCHED_ROWS)
    found = headers.find(head)
    if found is None:
        raise NoRosterError(path=_place(sheet), rows=_rows_seen(head))
    return found


def _rows_seen(head: list[list[str]]) -> str:
    shown = ((row + 1, [cell[:30] for cell in head[row] if cell][:6]) for row in headers.likeliest(head))
    return "".join(f"  {row}: {' | '.join(cells)}\n" for row, cells in shown)


def _evidence(header: Header, carried: dict[str, Carrier]) -> Evidence:
    places = {field: tuple(place for place, _ in carrier.columns) for field, carrier in carried.items()}
    names = tuple(place for field in _NAMING for place in places.get(field, ()))
    telling = tuple(dict.fromkeys(place for field in _TELLING for place in places.get(field, ())))
    mapped = tuple(dict.fromkeys(place for found in places.values() for place in found if place not in names))
    numbers = tuple(column for column, path in enumerate(header.paths) if path and kind_of_column(path) == "number")
    return Evidence(names, telling, mapped, numbers)


def _sex_not_read(sheet: Sheet, layout: Layout, column: Column) -> SexNotReadError:
    refused = [column.raw.values[code] for code in np.unique(column.raw.codes[column.any_bad]).tolist()][:5]
    return SexNotReadError(path=_place(sheet), header=layout.headers()["sex"], values=", ".join(refused))


def _units_from_sections(rows: Rows, people: npt.NDArray[np.intp]) -> dict[str, Column]:
    """The unit of each person from the section rows above, where no column carries it and there are sections."""
    from genderstats.reading.layout.carriers import Raw

    under, names = rows.sections()
    if not names:
        return {}
    codes = under[people]
    raw = Raw(codes, names, np.zeros(len(people), np.int32), np.zeros(len(people), bool))
    return {"unit": validate("unit", raw)}


def _table(columns: dict[str, Column], rows: npt.NDArray[np.intp], member: Codes | None) -> pd.DataFrame:
    import pandas as pd

    table = {
        name: pd.Categorical.from_codes(columns[name].codes, categories=pd.Index(columns[name].values, dtype=object))
        for name in fields()
        if name in columns and name != "party_member"
    }
    if member is not None:
        table["party_member"] = pd.Categorical.from_codes(member, categories=pd.Index([False, True], dtype=object))
    return pd.DataFrame(table, index=pd.Index(rows + 1, name="row"))


def _ledger(rows: Rows) -> Ledger:
    from collections import Counter

    counts = rows.counts()
    aside: Counter[str] = Counter({kind: counts[kind] for kind in SET_ASIDE if counts[kind]})
    return Ledger(len(rows.kinds) - counts["header"], counts["person"], counts["rejected"], aside)


def _moment(sheet: Sheet, rows: Rows, profile: Profile, named: Moment) -> Moment:
    """When the roster stands: as the reader was told, else by its title rows, its file's name, its sheet's name."""
    if profile.moment.known:
        return profile.moment
    titles = [fold(cell) for row in rows.of("title").tolist() for cell in sheet.row(row)]
    found = (in_titles(titles), named, in_name(sheet.name or ""))
    return next((moment for moment in found if moment.known), Moment())


def _by_address(one: Notice) -> tuple[int, int]:
    return (one.address.row or 0, one.address.column or -1)


def _place(sheet: Sheet) -> str:
    return str(Address(sheet.file, sheet.name))


def _shown(header: Header) -> str:
    return ", ".join(f"{letter(column)} {header.text(column)}" for column, path in enumerate(header.paths) if path)
