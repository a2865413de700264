"""By what a row of a sheet shows that it is a person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from genderstats.people.cells import is_day, is_missing, read_mark
from genderstats.people.codes import code_list
from genderstats.reading.layout.headers import kind_of_column

if TYPE_CHECKING:
    from collections.abc import Callable

    from genderstats.reading.layout.carriers import Carrier
    from genderstats.reading.layout.header import Header
    from genderstats.reading.sheet import Flags, Sheet

_MEANT_AS_DAY = re.compile(r"\d\s*[/.-]\s*\d{2,4}")

#: The fields that name somebody.
NAMING = ("full_name", "staff_id")


@dataclass(frozen=True)
class Evidence:
    """By what a row shows that it is a person.

    The columns that name it (`labels` in words), a sex or birth that can be read, all other columns that are read, and those
    that number it.
    """

    names: tuple[int, ...]
    labels: tuple[int, ...]
    sex: Flags
    birth: Flags
    sex_is_marked: bool
    mapped: tuple[int, ...]
    numbers: tuple[int, ...]


def evidence(sheet: Sheet, header: Header, carried: dict[str, Carrier]) -> Evidence:
    """The evidence of every row of a sheet."""
    places = {field: carrier.places for field, carrier in carried.items()}
    names = tuple(place for field in NAMING for place in places.get(field, ()))
    mapped = tuple(dict.fromkeys(place for found in places.values() for place in found if place not in names))
    numbers = tuple(column for column, path in enumerate(header.paths) if path and kind_of_column(path) == "number")
    sex = _readable(sheet, carried.get("sex"))
    split = all(field in carried and carried[field].how == "split" for field in ("sex", "birth_date"))
    birth = sex if split else _readable(sheet, carried.get("birth_date"))
    marked = "sex" in carried and carried["sex"].how == "flag"
    return Evidence(names, places.get("full_name", ()), sex, birth, marked, mapped, numbers)


def _readable(sheet: Sheet, carrier: Carrier | None) -> Flags:
    """The rows whose field can be read: where marks or places tell it, those with a mark or a day there."""
    if carrier is None:
        return np.zeros(sheet.height, dtype=bool)
    found = np.zeros(sheet.height, dtype=bool)
    for place in carrier.places:
        column = sheet.column(place)
        found |= column.where(
            [not is_missing(text) and _READS[carrier.field, carrier.how](text) for text in carrier.texts(column)]
        )
    return found


def _is_sex(text: str) -> bool:
    return code_list("sex").find(text) is not None


def _is_birth(text: str) -> bool:
    """Whether a text is a day of birth, or is meant as one; a bare small number is rather a count."""
    return is_day(text) or bool(_MEANT_AS_DAY.search(text))


def _is_mark(text: str) -> bool:
    return read_mark(text) is True


#: How a sex or birth is known from a cell.
_READS: dict[tuple[str, str], Callable[[str], bool]] = {
    ("sex", "value"): _is_sex,
    ("sex", "flag"): _is_mark,
    ("sex", "split"): _is_birth,
    ("birth_date", "value"): _is_birth,
    ("birth_date", "split"): _is_birth,
}
