"""What is told of how a sheet is laid out: what is hidden in it, formulas without a value, cells that do not divide as their header."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from genderstats.reading.notices import Notice, notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from genderstats.period import Moment
    from genderstats.reading.ledger import Kind
    from genderstats.reading.roster import Layout
    from genderstats.reading.sheet import Sheet
    from genderstats.reading.units import Units

#: The rows that are people, or may be when their formulas have values.
_OF_PEOPLE: tuple[Kind, ...] = ("person", "rejected", "blank")


def of_moment(sheet: Sheet, said: Moment, own: Moment) -> Iterator[Notice]:
    """That a list itself names another period or day than the one that is said of it."""
    if own.contradicts(said):
        yield notice("moment-differs", sheet.address(), value=str(own), where=str(said))


def of_layout(sheet: Sheet, layout: Layout, unit: Units | None) -> Iterator[Notice]:
    """What the reader of figures should know of a sheet's layout."""
    if unit and unit.of_sheet:
        yield notice("unit-from-sheet-name", sheet.address(), "unit", sheet.name, len(unit.told.codes))
    yield from _hidden_rows(sheet, layout)
    yield from _hidden_columns(sheet, layout)
    yield from _uncomputed(sheet, layout)
    yield from _undivided(sheet, layout)


def _hidden_rows(sheet: Sheet, layout: Layout) -> Iterator[Notice]:
    if sheet.marks.hidden_rows:
        people = layout.rows.of("person")
        hidden = people[np.isin(people + sheet.first, list(sheet.marks.hidden_rows))]
        if len(hidden):
            yield notice("rows-hidden", sheet.address(int(hidden[0])), count=len(hidden))


def _hidden_columns(sheet: Sheet, layout: Layout) -> Iterator[Notice]:
    for place, field in sorted(_read(layout).items()):
        if place in sheet.marks.hidden_columns:
            yield notice("columns-hidden", sheet.address(layout.header.top, place), field, layout.header.text(place))


def _uncomputed(sheet: Sheet, layout: Layout) -> Iterator[Notice]:
    """Formulas without a value in rows of people, or of what would be people with it; once a column that is read."""
    if not sheet.marks.uncomputed:
        return
    read = _read(layout)
    rows = {row + sheet.first for kind in _OF_PEOPLE for row in layout.rows.of(kind).tolist()}
    cells = sorted((column, row) for row, column in sheet.marks.uncomputed if column in read and row in rows)
    counts = Counter(column for column, _ in cells)
    first = dict(reversed(cells))
    for column, count in sorted(counts.items()):
        yield notice(
            "formula-not-computed", sheet.address(first[column] - sheet.first, column), read[column], count=count
        )


def _undivided(sheet: Sheet, layout: Layout) -> Iterator[Notice]:
    """Cells of people that have another number of parts than their header, once a column."""
    people = layout.rows.of("person")
    divided = {
        carrier.places[0]: (carrier.field, carrier.division) for carrier in layout.carriers.values() if carrier.division
    }
    for place, (field, division) in sorted(divided.items()):
        column = sheet.column(place)
        alike = column.where(list(map(division.fits, column.lines)))
        unclear = people[(column.known & ~alike)[people]]
        if len(unclear):
            where, header = sheet.address(int(unclear[0]), place), layout.header.text(place)
            yield notice("composite-unclear", where, field, header, len(unclear), division.parts)


def _read(layout: Layout) -> dict[int, str]:
    """The field that each column is read as, the first of several."""
    found: dict[int, str] = {}
    for field, carrier in layout.carriers.items():
        for place in carrier.places:
            found.setdefault(place, field)
    return found
