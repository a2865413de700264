"""What is told anew when people who stand on rosters twice are counted once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from genderstats.reading.notices import MANY, Notice, in_order_of_rows, notice
from genderstats.reading.noticing import of_totals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from genderstats.reading.doubles import Clash, Doubles
    from genderstats.reading.roster import Roster
    from genderstats.reading.sheet import Address

#: The field whose cell a clash is told at.
_FIELD = {"staff-number-repeated": "staff_id", "name-and-birth-repeated": "full_name"}
#: Notices that count the people without something, and the field that they are without.
_BLANK = {"position-blank": "position", "unit-blank": "unit"}


def retold(before: Sequence[Roster], after: Sequence[Roster], found: Doubles) -> list[Roster]:
    """The rosters with notices of the rows that list somebody again, and without those that are true no longer."""
    where = _Where(before)
    told: defaultdict[int, list[Notice]] = defaultdict(list)
    for row in found.again.tolist():
        told[where.roster(row)].append(where.listed_twice(row, int(found.first[row])))
    for place, clashes in groupby(found.clashes, key=lambda clash: where.roster(clash.row)):
        told[place] += where.clashes(list(clashes))
    return [
        replace(roster, notices=in_order_of_rows([*_still(was, roster), *told[place]]))
        for place, (was, roster) in enumerate(zip(before, after, strict=True))
    ]


class _Where:
    """Where people stand, who are counted from 0 over all rosters."""

    def __init__(self, rosters: Sequence[Roster]) -> None:
        self._rosters = rosters
        self._starts = np.cumsum([0, *map(len, rosters)])

    def roster(self, row: int) -> int:
        """The place of somebody's roster."""
        return int(np.searchsorted(self._starts, row, side="right")) - 1

    def listed_twice(self, row: int, first: int) -> Notice:
        """The notice of a row whose person stands in an earlier one."""
        seen, there = self._address(row), self._address(first)
        return notice("listed-twice", seen, number=there.row, where=_from(seen, there))

    def clashes(self, found: list[Clash]) -> Iterator[Notice]:
        """The notices of rows of one roster that seem to list somebody again: of each, or once where they are very many.

        Numbers that begin anew on every roster clash with those of another, and are told once.
        """
        apart: defaultdict[tuple[str, bool], list[Clash]] = defaultdict(list)
        for clash in found:
            elsewhere = self.roster(clash.row) != self.roster(clash.before)
            apart[clash.reason, elsewhere and clash.reason == "staff-number-repeated"].append(clash)
        for (_, restarting), clashes in apart.items():
            if restarting or len(clashes) > MANY:
                yield self._clash(clashes[0], len(clashes))
            else:
                yield from map(self._clash, clashes)

    def _clash(self, clash: Clash, count: int = 1) -> Notice:
        field = _FIELD[clash.reason]
        carrier = self._rosters[self.roster(clash.row)].layout.carriers.get(field)
        seen = replace(self._address(clash.row), column=carrier.places[0] if carrier else None)
        there = self._address(clash.before)
        return notice(clash.reason, seen, field, count=count, number=there.row, where=_from(seen, there))

    def _address(self, row: int) -> Address:
        place = self.roster(row)
        roster = self._rosters[place]
        return roster.sheet.address(int(roster.rows[row - int(self._starts[place])]))


def _from(here: Address, there: Address) -> str:
    """A row as one speaks of it from another: by its number alone on the same sheet."""
    return str(there.row) if (here.file, here.sheet) == (there.file, there.sheet) else str(there)


def _still(was: Roster, roster: Roster) -> Iterator[Notice]:
    """The notices that are still true; what clashes has been looked for anew.

    Not true any longer are a sex missing where it is known by now, a total that differed, a count of people without something.
    """
    sex = roster.variables.get("sex")
    gone = _rows(was, was.rows) - _rows(roster, roster.rows[sex.codes < 0]) if sex else set()
    differ = {one.address.row for one in of_totals(roster.sheet, roster.layout)}
    for one in was.notices:
        if one.reason.id in _FIELD:
            continue
        if one.reason.id == "sex-missing" and one.address.row in gone:
            continue
        if one.reason.id == "control-total-differs" and one.address.row not in differ:
            continue
        yield from _recounted(one, roster) if one.reason.id in _BLANK else [one]


def _recounted(one: Notice, roster: Roster) -> Iterator[Notice]:
    blank = np.flatnonzero(roster.variables[_BLANK[one.reason.id]].codes < 0)
    if len(blank):
        row = roster.sheet.number(int(roster.rows[blank[0]]))
        yield replace(one, address=replace(one.address, row=row), count=len(blank))


def _rows(roster: Roster, rows: Iterable[int]) -> set[int]:
    return {roster.sheet.number(int(row)) for row in rows}
