"""Names that stand on a list twice whose people nothing tells apart, and nothing makes one: told, and left to the reader."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from genderstats.reading.notices import MANY, notice
from genderstats.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import numpy.typing as npt

    from genderstats.people.days import Day
    from genderstats.reading.notices import Notice
    from genderstats.reading.sheet import Sheet
    from genderstats.reading.validation import Column

#: Of a name that more people bear, each is compared with so many.
_MOST = 50


def of_namesakes(sheet: Sheet, people: npt.NDArray[np.intp], columns: Mapping[str, Column]) -> Iterator[Notice]:
    """A notice for each row whose person may be one of a row before: the same name, and no number or whole birth to tell.

    Where they are many, one for all.
    """
    names = columns.get("full_name")
    if names is None:
        return
    found = list(_found(names, columns.get("birth_date"), columns.get("staff_id")))
    for row, before in found if len(found) <= MANY else found[:1]:
        where = sheet.address(int(people[row]), int(names.raw.columns[row]))
        count = 1 if len(found) <= MANY else len(found)
        yield notice("name-repeated", where, names.field, count=count, number=sheet.number(int(people[before])))


def _found(names: Column, births: Column | None, numbers: Column | None) -> Iterator[tuple[int, int]]:
    """Rows counted from 0 over the people, each with a row before whose person it may be."""
    nobody = np.zeros(len(names.codes), dtype=bool)
    whole = births.where(day.whole for day in births.values) if births else nobody
    numbered = numbers.codes >= 0 if numbers else nobody
    unsure = (names.codes >= 0) & ~whole & ~numbered
    if not unsure.any():
        return
    distinct: dict[str, int] = {}
    folded = [distinct.setdefault(fold(name), len(distinct)) for name in names.values]
    keys = np.array([*folded, -1], dtype=np.int64)[names.codes]
    rows = np.flatnonzero(np.isin(keys, np.unique(keys[unsure])))
    alike: defaultdict[int, list[int]] = defaultdict(list)
    for row in rows.tolist():
        before = (other for other in islice(alike[keys[row]], _MOST) if unsure[row] or unsure[other])
        same = next((other for other in before if not _differ(_birth(births, row), _birth(births, other))), None)
        if same is not None:
            yield row, same
        alike[keys[row]].append(row)


def _birth(births: Column | None, row: int) -> Day | None:
    code = int(births.codes[row]) if births else -1
    return births.values[code] if births and code >= 0 else None


def _differ(one: Day | None, other: Day | None) -> bool:
    """Whether two births cannot be one; a year alone is any day of it."""
    return one is not None and other is not None and (one.last < other.first or other.last < one.first)
