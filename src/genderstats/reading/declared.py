"""What an officer declares for everybody of a sheet, such as an all-male company's sex: told, and held against the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from genderstats.people.person import cell_type
from genderstats.reading.layout.carriers import Raw
from genderstats.reading.notices import Notice, notice
from genderstats.reading.validation import Column, validate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import numpy.typing as npt

    from genderstats.reading.layout.carriers import Carrier
    from genderstats.reading.sheet import Sheet


def for_all(field: str, text: str, people: int) -> Column:
    """A column in which everybody holds the declared value; it stands in no column of the sheet."""
    (value,) = cell_type(field).validate_python([text])
    nowhere = Raw(np.zeros(people, np.int32), [text], np.zeros(people, np.int32), np.zeros(people, bool))
    return Column(field, nowhere, np.zeros(people, np.int32), [value], {})


def of_declared(
    sheet: Sheet, people: npt.NDArray[np.intp], declared: Mapping[str, Column], overruled: Mapping[str, Carrier]
) -> Iterator[Notice]:
    """What was declared for how many people, and cells that say otherwise."""
    for field, column in declared.items():
        (text,) = column.raw.values
        yield notice("declared-for-all", sheet.address(), field, text, number=len(people))
        if field in overruled:
            yield from _otherwise(sheet, people, column, overruled[field])


def _otherwise(sheet: Sheet, people: npt.NDArray[np.intp], declared: Column, carrier: Carrier) -> Iterator[Notice]:
    written = validate(carrier.field, carrier.raw(sheet, people))
    other = np.flatnonzero(written.where(value != declared.values[0] for value in written.values))
    if len(other):
        row, place = int(people[other[0]]), int(written.raw.columns[other[0]])
        cell = sheet.column(place).at(row)
        yield notice("declared-otherwise", sheet.address(row, place), carrier.field, cell, count=len(other))
