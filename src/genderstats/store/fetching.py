"""A period fetched: its people as they were counted when they were kept, roster by roster."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

import numpy as np

from genderstats.errors import PeriodNotKeptError, StoreDamagedError
from genderstats.people.days import Day
from genderstats.people.fields import fields
from genderstats.people.position import Position, TitleReading
from genderstats.reading.keys import NO_KEY, MatchKeys
from genderstats.reading.offices import Offices
from genderstats.reading.roster import People, Variable
from genderstats.store.kept import BLANK, DOUBT, day_of, kept_fields, read_by
from genderstats.store.layout import KEYS
from genderstats.store.listing import listed, names, of_name
from genderstats.store.opening import Tell, reading, untold

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from duckdb import DuckDBPyConnection

    from genderstats.reading.provenance import Kept, Origin
    from genderstats.reading.sheet import Address, Codes

    Rows = dict[tuple[int, str], list[Any]]


@dataclass(frozen=True, kw_only=True)
class KeptPeople(People):
    """The people of one table as a store keeps them: without names, numbers and words of their own."""

    origin: Origin
    rows: Codes
    added: dt.date

    @property
    def address(self) -> Address:
        """The file and sheet they come from."""
        return self.origin.address

    @property
    def kept_on(self) -> dt.date:
        """The day on which they were kept."""
        return self.added

    @property
    def numbered_rows(self) -> Codes:
        """For everybody the number of the row, as the sheet has it; BLANK of an older store."""
        return self.rows


#: No day lies before this year.
_FIRST_DAY = 19000000


def fetched(path: Path, period: str, tell: Tell = untold) -> tuple[Kept, list[KeptPeople]]:
    """A period of a store, with its people.

    Raises:
        PeriodNotKeptError: there is no such period.
        StoreError: there is no store, it cannot be read, or is damaged.
    """
    with reading(path, tell) as connection:
        kept, rosters = _period(connection, path, period)
        try:
            return kept, _Fetch(connection, rosters).people(kept)
        except (ValueError, IndexError, KeyError, TypeError):
            raise StoreDamagedError(path=path, period=period) from None


def keys_of(path: Path, period: str, tell: Tell = untold) -> MatchKeys:
    """By what the people of a period are matched, in the order in which they are fetched.

    Raises:
        PeriodNotKeptError: there is no such period.
        StoreError: there is no store, or it cannot be read.
    """
    with reading(path, tell) as connection:
        _, rosters = _period(connection, path, period)
        found = _columns(connection, rosters, [f"coalesce({one}, {NO_KEY}) AS {one}" for one in KEYS])
        return MatchKeys.kept(*(found[one] for one in KEYS))


def _period(connection: DuckDBPyConnection, path: Path, period: str) -> tuple[Kept, list[int]]:
    """What is told of a period, and the numbers of its rosters in the order of its tables."""
    found = listed(connection, path)
    kept = of_name(found, period)
    if kept is None:
        raise PeriodNotKeptError(path=path, period=period, kept=names(found))
    asked = "SELECT roster FROM rosters JOIN periods USING (period) WHERE name = ? ORDER BY roster"
    return kept, [row[0] for row in connection.execute(asked, [period]).fetchall()]


def _span(rosters: Sequence[int]) -> list[int]:
    """The first and the last roster of a period: they are numbered one after the other."""
    return [rosters[0], rosters[-1]]


def _columns(connection: DuckDBPyConnection, rosters: Sequence[int], chosen: Sequence[str]) -> dict[str, Any]:
    """Columns of the people of some rosters, in the order in which they were kept: as they lie, which is that order, else sorted."""
    asked = f"SELECT rowid, {', '.join(chosen)} FROM people WHERE roster BETWEEN ? AND ?"
    found = {name: np.asarray(one) for name, one in connection.execute(asked, _span(rosters)).fetchnumpy().items()}
    places = found.pop("rowid")
    if (places[1:] > places[:-1]).all():
        return found
    order = np.argsort(places)
    return {name: one[order] for name, one in found.items()}


class _Fetch:
    """The rows of some rosters, table by table."""

    def __init__(self, connection: DuckDBPyConnection, rosters: Sequence[int]) -> None:
        self._connection, self._rosters = connection, rosters
        self._fields = self._of("fields", "filled, blank_is_none")
        self._words = self._of("words", "code, word")
        self._readings = self._of("readings", "code, dimension, said")
        self._offices = self._of(
            "offices",
            'code, unit, doubt, place, axis, level, role, acting, key_leader, committee, standing, seat, body, "where"',
        )

    def people(self, kept: Kept) -> list[KeptPeople]:
        """Everybody, roster by roster."""
        present = [
            name for name in (*kept_fields(), "probation") if any((one, name) in self._fields for one in self._rosters)
        ]
        told = (f'coalesce("{name}", {BLANK}) AS "{name}"' for name in ("row", *present))
        columns = _columns(self._connection, self._rosters, ["roster", *told])
        sizes = [one.ledger.people for one in kept.origins]
        if not np.array_equal(columns["roster"], np.repeat(self._rosters, sizes)):
            raise ValueError(sizes)
        ends = np.cumsum(sizes).tolist()
        return [
            self._roster(roster, kept, origin, {name: columns[name][end - size : end] for name in ("row", *present)})
            for roster, origin, size, end in zip(self._rosters, kept.origins, sizes, ends, strict=True)
        ]

    def _of(self, table: str, columns: str) -> Rows:
        """The rows of a table by roster and field."""
        found: Rows = defaultdict(list)
        asked = f"SELECT roster, field, {columns} FROM {table} WHERE roster BETWEEN ? AND ? ORDER BY rowid"
        for roster, field, *row in self._connection.execute(asked, _span(self._rosters)).fetchall():
            found[roster, field].append(row)
        return found

    def _roster(self, roster: int, kept: Kept, origin: Origin, columns: Mapping[str, Any]) -> KeptPeople:
        own = [name for name in columns if (roster, name) in self._fields]
        return KeptPeople(
            variables={name: self._variable(roster, name, columns[name]) for name in fields() if name in own},
            notices=origin.notices,
            ledger=origin.ledger,
            moment=kept.moment,
            sha256=origin.sha256,
            offices=self._held(roster, "position", columns),
            party_offices=self._held(roster, "party_position", columns),
            probation=columns["probation"].astype(np.int32) if "probation" in own else None,
            counting=kept.counting,
            origin=origin,
            rows=columns["row"].astype(np.int32),
            added=kept.added.date(),
        )

    def _variable(self, roster: int, name: str, codes: Codes) -> Variable:
        ((filled, _),) = self._fields[roster, name]
        how = kept_fields()[name]
        known, doubt = np.maximum(codes, BLANK), codes == DOUBT
        if how == "day":
            return _checked(*_days(codes, filled=filled), doubt)
        if how == "mark":
            return _checked(known, [False, True], doubt)
        if how == "offices":
            return _checked(known, [""] * len(self._cells(roster, name)), doubt)
        words = [word for _, word in self._words[roster, name]]
        told = self._told(roster, name)
        return _checked(known, words or [""] * max(map(len, told.values()), default=0), doubt, told)

    def _told(self, roster: int, name: str) -> dict[str, list[str | None]]:
        """What each dimension read of the values; of a field whose words are not kept, one of a later version reads nothing."""
        told: dict[str, list[str | None]] = defaultdict(list)
        for _, dimension, said in self._readings[roster, name]:
            told[dimension].append(said)
        if kept_fields()[name] == "readings":
            size = max(map(len, told.values()), default=0)
            told |= {one.id: [None] * size for one in read_by(name) if one.id not in told}
        return dict(told)

    def _cells(self, roster: int, name: str) -> list[list[Any]]:
        """The rows of each title."""
        return [list(rows) for _, rows in groupby(self._offices[roster, name], key=lambda row: row[0])]

    def _held(self, roster: int, name: str, columns: Mapping[str, Any]) -> Offices | None:
        if (roster, name) not in self._fields:
            return None
        ((_, blank_is_none),) = self._fields[roster, name]
        cells = self._cells(roster, name)
        codes = np.maximum(columns[name], BLANK).astype(np.int32)
        return Offices(codes, [("", rows[0][1]) for rows in cells], list(map(_read, cells)), blank_is_none)


def _read(rows: Iterable[Sequence[Any]]) -> TitleReading:
    """What a title says, from the row of each of its offices."""
    listed_rows = list(rows)
    held = tuple(Position(*row[4:]) for row in listed_rows if row[3] is not None)
    return TitleReading(held, ("",) if listed_rows[0][2] else ())


def _days(codes: Codes, *, filled: bool) -> tuple[Codes, list[Any]]:
    """Numbers of days as places among the distinct days; a field that nobody who is left fills has one that nobody holds."""
    known = codes >= 0
    keys = np.where(known, codes - _FIRST_DAY, 0)
    keys = (keys // 10000 * 13 + keys // 100 % 100) * 32 + keys % 100  # years by months and days, packed
    present = np.flatnonzero(np.bincount(keys[known]))
    places = np.zeros(int(keys.max(initial=0)) + 1, np.int32)
    places[present] = np.arange(len(present))
    months, day = np.divmod(present, 32)
    year, month = np.divmod(months, 13)
    days = [day_of(number) for number in (_FIRST_DAY + year * 10000 + month * 100 + day).tolist()]
    found = np.where(known, places[keys], np.int32(BLANK))
    return found, days or ([Day(1900)] if filled else [])


def _checked(
    codes: Codes, values: list[Any], doubt: Any, told: Mapping[str, Sequence[str | None]] | None = None
) -> Variable:
    """The variable, if every code has its value."""
    if len(codes) and int(codes.max()) >= len(values):
        raise IndexError(int(codes.max()))
    return Variable(codes.astype(np.int32), values, doubt if doubt.any() else None, told or None)
