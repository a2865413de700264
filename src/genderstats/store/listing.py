"""What a store holds, period by period, without its people."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from genderstats.errors import PeriodNotKeptError, StoreDamagedError
from genderstats.period import Moment, Period
from genderstats.reading.ledger import Ledger, LedgerError
from genderstats.reading.profile import Counting
from genderstats.reading.provenance import Kept, Origin, noticed
from genderstats.reading.sheet import Address
from genderstats.store.opening import Tell, reading, untold

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from duckdb import DuckDBPyConnection


def periods(path: Path, tell: Tell = untold) -> list[Kept]:
    """The periods that a store holds, oldest first.

    Raises:
        StoreError: there is no store, or it cannot be read.
    """
    with reading(path, tell) as connection:
        return listed(connection, path)


def the_period(path: Path, name: str, tell: Tell = untold) -> Kept:
    """One period of a store.

    Raises:
        PeriodNotKeptError: there is no such period.
        StoreError: there is no store, or it cannot be read.
    """
    found = periods(path, tell)
    one = of_name(found, name)
    if one is None:
        raise PeriodNotKeptError(path=path, period=name, kept=names(found))
    return one


def of_name(found: Iterable[Kept], name: str) -> Kept | None:
    """The period of this name."""
    return next((one for one in found if one.name == name), None)


def names(found: Sequence[Kept]) -> str:
    """The names of some periods on one line."""
    return " ".join(one.name for one in found) or "–"


def listed(connection: DuckDBPyConnection, path: Path) -> list[Kept]:
    """The periods of an open store, oldest first.

    Raises:
        StoreDamagedError: what is held of one does not fit together.
    """
    rows = connection.execute("SELECT period, name, as_of, added, version, counting, key FROM periods").fetchall()
    origins = _origins(connection, path)
    found = [
        Kept(
            Moment(Period.parse(name), as_of),
            added,
            version,
            key,
            Counting.model_validate_json(counting),
            tuple(origins[number]),
        )
        for number, name, as_of, added, version, counting, key in rows
    ]
    return sorted(found, key=_in_time)


def _in_time(one: Kept) -> tuple[dt.date, dt.date, int]:
    """Periods in the order of their days; of one day the shorter behind the longer."""
    period = one.moment.period
    assert period is not None
    return one.moment.as_of or period.end, period.start, -period.months


def _origins(connection: DuckDBPyConnection, path: Path) -> defaultdict[int, list[Origin]]:
    """The tables that each period comes from."""
    aside, counts = (
        _by_roster(connection, *table) for table in (("set_aside", "kind", "rows"), ("notices", "reason", "count"))
    )
    asked = (
        'SELECT roster, period, file, sheet, first_row, sha256, "rows", people, rejected FROM rosters ORDER BY roster'
    )
    origins: defaultdict[int, list[Origin]] = defaultdict(list)
    for roster, period, file, sheet, row, sha256, rows, people, rejected in connection.execute(asked).fetchall():
        where = Address(file, sheet, row)
        try:
            ledger = Ledger(rows, people, rejected, aside[roster])
        except LedgerError:
            raise StoreDamagedError(path=path, period=period) from None
        origins[period].append(
            Origin(where, sha256, ledger, tuple(noticed(*one, where) for one in counts[roster].items()))
        )
    return origins


def _by_roster(connection: DuckDBPyConnection, table: str, what: str, number: str) -> defaultdict[int, Counter[str]]:
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for roster, one, count in connection.execute(
        f'SELECT roster, {what}, "{number}" FROM {table} ORDER BY rowid'
    ).fetchall():
        found[roster][one] = count
    return found
