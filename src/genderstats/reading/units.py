"""The unit of everybody: as a column says it, or the title's own cell, or the rows above, or the name of the sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from genderstats.reading.layout.carriers import Raw
from genderstats.reading.layout.names import begins_like_unit, names_a_list
from genderstats.reading.layout.sections import sections
from genderstats.reading.merged import carried_down
from genderstats.reading.validation import validate
from genderstats.text.folding import words
from genderstats.vocabulary.loading import load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from genderstats.reading.roster import Layout
    from genderstats.reading.sheet import Codes, Sheet
    from genderstats.reading.validation import Column

_MARK = re.compile(r"[,;\n]|\s[-–—/]\s")
_END = re.compile(r"[;\n]")


@dataclass(frozen=True)
class Units:
    """The unit of everybody, and what the rules of titles are given as the unit: it may say more, or nothing that the title does not."""

    told: Column
    around: Column | None
    of_sheet: bool = False


def units(sheet: Sheet, layout: Layout, columns: Mapping[str, Column], *, of_sheet: bool = False) -> Units | None:
    """The units of the people of a sheet, from the first of these that there is; `of_sheet` where the sheet's name is the unit."""
    people = layout.rows.of("person")
    said = columns.get("unit")
    if said is not None:
        said = carried_down(sheet, people, said)
        return Units(said, said)
    rows = sections(sheet, layout.header, layout.rows)
    around = _column(rows.under[people], rows.places) if rows else None
    beside = _beside_titles(layout, columns.get("position"))
    if beside:
        return Units(beside, around)
    if rows:
        return Units(_column(rows.under[people], rows.names), around)
    if of_sheet and sheet.name:
        named = _column(np.zeros(len(people), np.int32), [sheet.name])
        return Units(named, named, of_sheet=True)
    return None


def named_by_sheets(layouts: Sequence[tuple[Sheet, Layout]]) -> bool:
    """Whether the sheets are the units: several hold rosters, each name is more than that of a list, and nothing else tells units."""
    names = {sheet.name for sheet, _ in layouts}
    if len(names) < 2 or any(not name or names_a_list(name) for name in names):
        return False
    return not any(_tells(sheet, layout) for sheet, layout in layouts)


def _tells(sheet: Sheet, layout: Layout) -> bool:
    if "unit" in layout.carriers:
        return True
    titles = layout.carriers.get("position")
    if (
        titles
        and _is_combined(layout)
        and _beside_titles(layout, validate("position", titles.raw(sheet, layout.rows.of("person"))))
    ):
        return True
    return sections(sheet, layout.header, layout.rows) is not None


def _column(codes: Codes, names: list[str]) -> Column:
    nowhere = np.zeros(len(codes), np.int32)
    return validate("unit", Raw(codes, names, nowhere, nowhere.astype(bool)))


def _is_combined(layout: Layout) -> bool:
    place = layout.carriers["position"].places[0]
    return words(layout.header.text(place)) in _combined()


def _beside_titles(layout: Layout, titles: Column | None) -> Column | None:
    """The units that stand behind the titles in one cell, where the header says so and most cells hold one."""
    if titles is None or not _is_combined(layout):
        return None
    found = [unit_behind(title) for title in titles.values]
    listed = list(dict.fromkeys(filter(None, found)))
    lookup = np.array([listed.index(unit) if unit else -1 for unit in found] + [-1], np.int32)
    codes = lookup[titles.codes]
    if not listed or int((codes >= 0).sum()) * 2 < int((titles.codes >= 0).sum()):
        return None
    return validate("unit", Raw(codes, listed, titles.raw.columns, titles.raw.clashes))


def unit_behind(title: str) -> str | None:
    """The unit that stands behind a title.

    >>> unit_behind("Bí thư, Trưởng phòng, Phòng Tổ chức, Cục X"), unit_behind("Trưởng phòng, kế toán")
    ('Phòng Tổ chức, Cục X', None)
    """
    behind = (title[mark.end() :].strip() for mark in _MARK.finditer(title))
    found = next((text for text in behind if begins_like_unit(text)), None)
    return _END.split(found)[0].strip() if found else None


@cache
def _combined() -> frozenset[str]:
    return frozenset(words(word) for word in load("columns")["combined"]["words"])
