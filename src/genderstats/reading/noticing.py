"""From what was read to the notices: which cell, which reason, how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from genderstats.people.fields import fields
from genderstats.people.person import striking_orders
from genderstats.reading import ages
from genderstats.reading.namesakes import of_namesakes
from genderstats.reading.notices import MANY, Notice, notice
from genderstats.reading.totals import control_totals
from genderstats.reading.validation import broken
from genderstats.text.folding import fold
from genderstats.vocabulary.loading import load

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping

    import numpy.typing as npt

    from genderstats.people.days import Day
    from genderstats.reading.offices import Offices
    from genderstats.reading.roster import Layout
    from genderstats.reading.sheet import Address, Sheet
    from genderstats.reading.validation import Column

    People = npt.NDArray[np.intp]


def of_columns(sheet: Sheet, layout: Layout, columns: Mapping[str, Column]) -> Iterator[Notice]:
    """Headers that their cells do not bear out."""
    for field, column in columns.items():
        if not column.borne_out:
            place = layout.carriers[field].columns[0][0]
            where = sheet.address(layout.header.top, place)
            filled = int((~column.raw.blank).sum())
            yield notice("header-not-borne-out", where, field, layout.header.text(place), number=filled)


def of_cells(sheet: Sheet, people: People, columns: Mapping[str, Column], as_of: dt.date | None) -> Iterator[Notice]:
    """Cells that could not be believed, sexes that are missing, and how dates were written."""
    for field, column in columns.items():
        for reason, refused in column.bad.items():
            yield from (_cell(sheet, people, column, reason, one) for one in np.flatnonzero(refused).tolist())
        if fields()[field].kind == "date":
            yield from _ways_of_writing(sheet, people, column)
            yield from _after(sheet, people, column, as_of)
    for order in striking_orders():
        if order.earlier in columns and order.later in columns:
            before = np.flatnonzero(broken(order, columns)).tolist()
            yield from _each_or_once(sheet, people, columns[order.later], order.reason, before)
    if "birth_date" in columns:
        births = columns["birth_date"]
        striking = np.flatnonzero(ages.striking(births, as_of)).tolist()
        yield from (_cell(sheet, people, births, "age-striking", one) for one in striking)
    if "unit" in columns:
        yield from _without_unit(sheet, people, columns["unit"])
    if "sex" in columns:
        yield from _missing_sex(sheet, people, columns["sex"])
    else:
        yield notice("sex-column-absent", sheet.address(), "sex", number=len(people))
    yield from of_namesakes(sheet, people, columns)
    yield from _perhaps_left(sheet, people, columns)


def of_offices(sheet: Sheet, people: People, titles: Column | None, offices: Offices | None) -> Iterator[Notice]:
    """Titles that no rule knows, and people without one."""
    if titles is None or offices is None:
        return
    for one in np.flatnonzero(offices.unknown()).tolist():
        parts = "; ".join(offices.readings[offices.codes[one]].unknown)
        yield notice("title-unknown", _address(sheet, people, titles, one), titles.field, parts)
    blank = np.flatnonzero(titles.codes < 0)
    if titles.field == "position" and 0 < len(blank) < len(people):
        first = int(blank[0])
        yield notice("position-blank", _address(sheet, people, titles, first), titles.field, count=len(blank))


def of_rows(sheet: Sheet, layout: Layout) -> Iterator[Notice]:
    """A sheet that is hidden, rows that are no person and nothing else that is known, and totals that differ."""
    if sheet.marks.hidden:
        yield notice("sheet-hidden", sheet.address(), value=sheet.name)
    for row in layout.rows.of("rejected").tolist():
        yield notice(
            "row-unrecognised",
            sheet.address(row),
            value=" | ".join(filter(None, sheet.row(row)))[:80],
        )
    yield from of_totals(sheet, layout)


def of_totals(sheet: Sheet, layout: Layout) -> Iterator[Notice]:
    """Totals that differ from the people read."""
    marked = layout.carriers.get("sex")
    sexes = marked.places if marked and marked.how != "value" else ()
    for row, said, read in control_totals(sheet, layout.rows, sexes):
        yield notice("control-total-differs", sheet.address(row), value=str(said), number=read)


def _cell(sheet: Sheet, people: People, column: Column, reason: str, one: int) -> Notice:
    return notice(reason, _address(sheet, people, column, one), column.field, _text(sheet, people, column, one))


def _address(sheet: Sheet, people: People, column: Column, one: int) -> Address:
    return sheet.address(int(people[one]), int(column.raw.columns[one]))


def _text(sheet: Sheet, people: People, column: Column, one: int) -> str:
    """The cell as it stands in the sheet."""
    return sheet.column(int(column.raw.columns[one])).at(int(people[one]))


def _ways_of_writing(sheet: Sheet, people: People, column: Column) -> Iterator[Notice]:
    """One notice a column for each way of writing dates that wants telling."""
    for reason, is_so in _WAYS:
        so = np.flatnonzero(column.where(map(is_so, column.values)))
        if len(so):
            first = int(so[0])
            where = _address(sheet, people, column, first)
            yield notice(reason, where, column.field, _text(sheet, people, column, first), len(so))


def _after(sheet: Sheet, people: People, column: Column, as_of: dt.date | None) -> Iterator[Notice]:
    """Days after the roster's own: each with its cell, or, where they are so many that its own day is rather wrong, once."""
    late = np.flatnonzero(ages.later(column, as_of)).tolist() if column.field != "birth_date" else []
    yield from _each_or_once(sheet, people, column, "date-after-as-of", late)


def _each_or_once(sheet: Sheet, people: People, column: Column, reason: str, told: list[int]) -> Iterator[Notice]:
    """A notice of each of some people's cells, or of all of them together where they are very many."""
    if len(told) <= MANY:
        yield from (_cell(sheet, people, column, reason, one) for one in told)
    else:
        where, text = _address(sheet, people, column, told[0]), _text(sheet, people, column, told[0])
        yield notice(reason, where, column.field, text, len(told))


def _is_serial(day: Day) -> bool:
    return day.how == "serial"


def _is_short(day: Day) -> bool:
    return day.how == "short-year"


def _is_partial(day: Day) -> bool:
    return not day.whole


_WAYS: tuple[tuple[str, Callable[[Day], bool]], ...] = (
    ("date-from-serial", _is_serial),
    ("date-short-year", _is_short),
    ("date-precision", _is_partial),
)


def _without_unit(sheet: Sheet, people: People, units: Column) -> Iterator[Notice]:
    blank = np.flatnonzero(units.codes < 0)
    if 0 < len(blank) < len(people):
        yield notice("unit-blank", _address(sheet, people, units, int(blank[0])), units.field, count=len(blank))


def _missing_sex(sheet: Sheet, people: People, sex: Column) -> Iterator[Notice]:
    clash = sex.raw.clashes
    for one in np.flatnonzero((sex.codes < 0) & ~sex.any_bad).tolist():
        yield _cell(sheet, people, sex, "sex-both-filled" if clash[one] else "sex-missing", one)


def _perhaps_left(sheet: Sheet, people: People, columns: Mapping[str, Column]) -> Iterator[Notice]:
    said = load("rows")["left"]["words"]
    for field in ("status", "note"):
        if field in columns:
            left = columns[field].where(_says(value, said) for value in columns[field].values)
            yield from (
                _cell(sheet, people, columns[field], "perhaps-left", one) for one in np.flatnonzero(left).tolist()
            )


def _says(value: str, said: list[str]) -> bool:
    text = fold(value)
    return any(text.startswith(word) for word in said)
