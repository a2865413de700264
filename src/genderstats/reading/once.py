"""Everybody counted once: a person's later rows are set aside, and what they add is given to the first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from genderstats.people.fields import fields
from genderstats.people.person import ORDERS
from genderstats.reading.doubles import doubles
from genderstats.reading.held import TITLES, Held
from genderstats.reading.identities import places
from genderstats.reading.layout.rows import KINDS
from genderstats.reading.retelling import retold
from genderstats.reading.roster import Variable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from genderstats.reading.doubles import Doubles
    from genderstats.reading.identities import Ints
    from genderstats.reading.roster import Roster
    from genderstats.reading.sheet import Codes


def once_each_moment(rosters: Sequence[Roster]) -> list[Roster]:
    """The rosters of a file with everybody counted once, each period apart; one without a period stands in the only one there is."""
    periods = {roster.moment.period for roster in rosters} - {None}
    alone = next(iter(periods)) if len(periods) == 1 else None
    apart: defaultdict[object, list[int]] = defaultdict(list)
    for place, roster in enumerate(rosters):
        apart[roster.moment.period or alone].append(place)
    merged = {
        place: roster
        for found in apart.values()
        for place, roster in zip(found, counted_once([rosters[place] for place in found]), strict=True)
    }
    return [merged[place] for place in range(len(rosters))]


def counted_once(rosters: Sequence[Roster]) -> list[Roster]:
    """The rosters, all of one moment, with everybody counted once, in the row that comes first."""
    found = doubles(rosters)
    if not len(found.again) and not found.clashes:
        return list(rosters)
    return retold(rosters, _Merge(rosters, found).done() if len(found.again) else rosters, found)


class _Merge:
    """The rosters, and which of their people are one; rows are counted from 0 over all of them."""

    def __init__(self, rosters: Sequence[Roster], found: Doubles) -> None:
        self._rosters = rosters
        self._again, self._first = found.again, found.first
        ends = np.cumsum([len(roster) for roster in rosters])
        self._spans = [slice(end - len(roster), end) for end, roster in zip(ends.tolist(), rosters, strict=True)]
        self._kept = np.ones(len(found.first), dtype=bool)
        self._kept[found.again] = False

    def done(self) -> list[Roster]:
        """The rosters without the later rows."""
        return [self._merged(place, roster) for place, roster in enumerate(self._rosters)]

    def _merged(self, place: int, roster: Roster) -> Roster:
        kept = self._kept[self._spans[place]]
        found = {name: self._variable(place, name) for name in self._codes}
        held = {name: self._held[name].joined(place, kept) for name in TITLES}
        found |= {name: one.texts if one else None for name, one in held.items()}
        kinds = roster.layout.rows.kinds.copy()
        kinds[roster.rows[~kept]] = KINDS.index("listed-again")
        offices, party_offices = (one.offices if one else None for one in held.values())
        return replace(
            roster,
            variables={name: one for name in fields() if (one := found.get(name))},
            ledger=roster.ledger.listed_again(int((~kept).sum())),
            layout=replace(roster.layout, rows=replace(roster.layout.rows, kinds=kinds)),
            offices=offices,
            party_offices=party_offices,
            probation=None if roster.probation is None else self._probation[self._spans[place]][kept],
        )

    @cached_property
    def _probation(self) -> Codes:
        """Who is on probation as a Party member: of the rows that say member, an official date in one ends it."""
        said = [
            np.where(
                roster.variables["party_member"].codes == 1,
                -1 if roster.probation is None else roster.probation,
                -1,
            )
            if "party_member" in roster.variables
            else np.full(len(roster), -1)
            for roster in self._rosters
        ]
        codes = np.concatenate(said).astype(np.int32)
        for wanted in (1, 0):
            rows = self._again[codes[self._again] == wanted]
            unsaid = codes[self._first[rows]] < 0 if wanted else np.ones(len(rows), bool)
            codes[self._first[rows[unsaid]]] = wanted
        return codes

    @cached_property
    def _held(self) -> dict[str, Held]:
        return {name: Held(name, self._rosters, self._again, self._first) for name in TITLES}

    @cached_property
    def _values(self) -> dict[str, list[Any]]:
        """The values of each field on all rosters, one after the other."""
        names = {name for roster in self._rosters for name in roster.variables} - TITLES.keys()
        return {
            name: [value for one in self._rosters if name in one.variables for value in one.variables[name].values]
            for name in names
        }

    @cached_property
    def _codes(self) -> dict[str, Ints]:
        """For each field everybody's place among its values, where the first row of a person is filled from the later ones."""
        codes, filled = {}, {}
        for name in self._values:
            codes[name], filled[name] = self._filled(name)
        for order in (one for one in ORDERS if one.earlier in codes and one.later in codes):
            for row in sorted(filled[order.earlier] | filled[order.later]):
                earlier, later = (self._value(codes, name, row) for name in (order.earlier, order.later))
                if order.broken(earlier, later):
                    codes[order.later if row in filled[order.later] else order.earlier][row] = -1
        return codes

    def _filled(self, name: str) -> tuple[Ints, set[int]]:
        codes = places(self._rosters, name)
        filled: set[int] = set()
        first = self._first[self._again]
        for wins in self._winners(name, codes):
            use = wins[self._again] & ~wins[first]
            rows, at = np.unique(first[use], return_index=True)
            codes[rows] = codes[self._again[use][at]]
            filled |= set(rows.tolist())
        return codes, filled

    def _winners(self, name: str, codes: Ints) -> Iterator[Any]:
        """Whose value wins over one that is not so: a known one over none; of Party membership, a yes over a no before that."""
        if name == "party_member":
            yield np.array([*self._values[name], False], dtype=bool)[codes]
        yield codes >= 0

    def _value(self, codes: Mapping[str, Ints], name: str, row: int) -> Any:
        place = int(codes[name][row])
        return self._values[name][place] if place >= 0 else None

    def _variable(self, place: int, name: str) -> Variable | None:
        """A field of the people who stay on one roster; values from another are added to its own."""
        own = self._rosters[place].variables.get(name)
        codes = self._codes[name][self._spans[place]][self._kept[self._spans[place]]]
        before = sum(len(one.variables[name].values) for one in self._rosters[:place] if name in one.variables)
        values = list(own.values) if own else []
        foreign = (codes >= 0) & ((codes < before) | (codes >= before + len(values)))
        if own is None and not foreign.any():
            return None
        doubt = own.doubt[self._kept[self._spans[place]]] & (codes < 0) if own and own.doubt is not None else None
        found = np.where(codes < 0, -1, codes - before)
        if foreign.any():
            known = {value: code for code, value in enumerate(values)}
            used, inverse = np.unique(codes[foreign], return_inverse=True)
            added = [known.setdefault(self._values[name][code], len(known)) for code in used.tolist()]
            found[foreign] = np.array(added, dtype=np.int64)[inverse]
            values = list(known)
        return Variable(found.astype(np.int32), values, doubt)
