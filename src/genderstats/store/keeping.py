"""A period kept: the people of its rosters written as codes, with the dictionaries of their codes, in one transaction."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from genderstats.errors import PeriodKeptError, PeriodNotKeptError
from genderstats.reading.keys import NO_KEY, MatchKeys
from genderstats.store import keys, layout, listing
from genderstats.store.bodies import offices_kept
from genderstats.store.kept import BLANK, OFFICES, codes_kept, kept_fields, readings_kept
from genderstats.store.layout import KEYS
from genderstats.store.opening import Tell, untold, writing
from genderstats.text import marks
from genderstats.text.folding import fold
from genderstats.text.language import LANGUAGES, Text
from genderstats.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from duckdb import DuckDBPyConnection

    from genderstats.period import Moment
    from genderstats.reading.offices import Offices
    from genderstats.reading.provenance import Kept
    from genderstats.reading.roster import People
    from genderstats.store.keys import Key

_NEW_KEY = Text(
    "{path}: the key of the store was not there, and a new one is made: people of this period cannot be matched with those kept before.",
    "{path}: không thấy khóa của kho nên đã tạo khóa mới: không thể đối chiếu người của kỳ này với các kỳ đã lưu trước.",
)
_OTHER_KEY = Text(
    "{path}: this is not the key of the periods kept before: people of this period cannot be matched with theirs.",
    "{path}: đây không phải khóa của các kỳ đã lưu trước: không thể đối chiếu người của kỳ này với các kỳ đó.",
)


@dataclass(frozen=True)
class Added:
    """A period as it was kept, the one it replaces, and the files of it that the store held already, each with its period."""

    kept: Kept
    replaced: Kept | None
    again: tuple[tuple[str, str], ...]


def keep(path: Path, rosters: Sequence[People], moment: Moment, *, replace: bool = False, tell: Tell = untold) -> Added:
    """Keeps the people of some rosters as the period of the moment; the store and its key are made where there are none.

    Raises:
        PeriodKeptError: the period is kept already, and is not to be replaced.
        StoreError: the store cannot be written.
    """
    period = str(moment.period)
    with writing(path, tell, afresh=replace) as connection:
        before = listing.listed(connection, path)
        known = listing.of_name(before, period)
        if known and not replace:
            raise taken(path, known)
        others = [one for one in before if one is not known]
        key = _key(path, others, tell)
        if known:
            _remove(connection, period)
        _write(connection, rosters, moment, key)
        after = listing.of_name(listing.listed(connection, path), period)
    assert after is not None
    return Added(after, known, tuple(_again(after, others)))


def remove(path: Path, period: str, tell: Tell = untold) -> Kept:
    """Removes a period, and says what it was.

    Raises:
        PeriodNotKeptError: there is no such period.
        StoreError: the store cannot be written.
    """
    with writing(path, tell, afresh=True) as connection:
        found = listing.listed(connection, path)
        known = listing.of_name(found, period)
        if known is None:
            raise PeriodNotKeptError(path=path, period=period, kept=listing.names(found))
        _remove(connection, period)
    return known


def taken(path: Path, known: Kept) -> PeriodKeptError:
    """The error of a period that is kept already."""
    added = Text(*(marks.day(known.added.date(), language) for language in LANGUAGES))
    return PeriodKeptError(path=path, period=known.name, added=added, sources=", ".join(known.files))


def _again(kept: Kept, others: Iterable[Kept]) -> Iterator[tuple[str, str]]:
    """The files that other periods come from too, by their content."""
    own = {one.sha256: one.address.file for one in kept.origins}
    for other in others:
        for digest in dict.fromkeys(one.sha256 for one in other.origins if one.sha256 in own):
            yield own[digest], other.name


def _key(path: Path, others: Sequence[Kept], tell: Tell) -> Key:
    """The key that the people are to be matched by: the one beside the store, made where there is none."""
    found = keys.key_beside(path)
    key = found or keys.key_made(path)
    if others and key.print not in {one.key for one in others}:
        tell((_OTHER_KEY if found else _NEW_KEY).format(path=keys.key_file(path)))
    return key


def _remove(connection: DuckDBPyConnection, period: str) -> None:
    of_it = "SELECT roster FROM rosters JOIN periods USING (period) WHERE name = ?"
    numbers = [row[0] for row in connection.execute(of_it, [period]).fetchall()]
    for table in layout.OF_A_ROSTER:
        connection.execute(f"DELETE FROM {table} WHERE list_contains(?, roster)", [numbers])
    connection.execute("DELETE FROM periods WHERE name = ?", [period])


def _write(connection: DuckDBPyConnection, rosters: Sequence[People], moment: Moment, key: Key) -> None:
    number, first = (
        _next(connection, table, column) for table, column in (("periods", "period"), ("rosters", "roster"))
    )
    told = [number, str(moment.period), moment.as_of, _now(), VERSION, rosters[0].counting.model_dump_json(), key.print]
    names = "period, name, as_of, added, version, counting, key"
    connection.execute(f"INSERT INTO periods ({names}) VALUES (?, ?, ?, ?, ?, ?, ?)", told)
    numbered = list(enumerate(rosters, start=first))
    for table, rows in {
        "rosters": [_source(place, number, one) for place, one in numbered],
        "set_aside": [row for place, one in numbered for row in _set_aside(place, one)],
        "notices": [row for place, one in numbered for row in _notices(place, one)],
        "fields": [row for place, one in numbered for row in _fields(place, one)],
        "words": [row for place, one in numbered for row in _words(place, one)],
        "readings": [row for place, one in numbered for row in _readings(place, one)],
        "offices": [row for place, one in numbered for row in _offices(place, one)],
    }.items():
        _insert_rows(connection, table, rows)
    _insert_people(connection, numbered, key)


def _next(connection: DuckDBPyConnection, table: str, column: str) -> int:
    found = connection.execute(f"SELECT coalesce(max({column}), 0) + 1 FROM {table}").fetchall()
    number: int = found[0][0]
    return number


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(tzinfo=None, microsecond=0)


Row = tuple[Any, ...]


def _source(place: int, period: int, one: People) -> Row:
    where, ledger = one.address, one.ledger
    return place, period, where.file, where.sheet, where.row, one.sha256, ledger.rows, ledger.people, ledger.rejected


def _set_aside(place: int, one: People) -> Iterator[Row]:
    return ((place, kind, count) for kind, count in one.ledger.set_aside.items())


def _notices(place: int, one: People) -> Iterator[Row]:
    counts: dict[str, int] = {}
    for each in one.notices:
        counts[each.reason.id] = counts.get(each.reason.id, 0) + each.count
    return ((place, reason, count) for reason, count in counts.items())


def _kept(one: People) -> list[str]:
    return [name for name in kept_fields() if name in one.variables]


def _fields(place: int, one: People) -> Iterator[Row]:
    for name in _kept(one):
        offices = offices_of(one, name)
        yield place, name, bool(one.variables[name].values), offices.blank_is_none if offices else None
    if one.probation is not None:
        yield place, "probation", True, None


def offices_of(one: People, field: str) -> Offices | None:
    """The offices that a column of titles tells; None of any other field."""
    return {"position": one.offices, "party_position": one.party_offices}.get(field)


def _words(place: int, one: People) -> Iterator[Row]:
    for name in _kept(one):
        if kept_fields()[name] == "words":
            for code, word in enumerate(one.variables[name].values):
                yield place, name, code, str(word)


def _readings(place: int, one: People) -> Iterator[Row]:
    for name in _kept(one):
        for dimension, said in readings_kept(name, one.variables[name]):
            for code, read in enumerate(said):
                yield place, name, code, dimension, read


def _offices(place: int, one: People) -> Iterator[Row]:
    """Each office of each title in each unit: of the title itself the name of a body at most, and nothing that no rule knows."""
    names = {fold(name) for name in one.variables["full_name"].values} if "full_name" in one.variables else frozenset()
    for name in OFFICES:
        offices = offices_of(one, name)
        for code, ((_, unit), reading) in enumerate(
            zip(offices.titles, offices.readings, strict=True) if offices else ()
        ):
            doubt = bool(reading.unknown)
            if not reading.positions:
                yield place, name, code, unit, doubt, None, *[None] * 10
            for at, held in enumerate(offices_kept(reading.positions, names)):
                yield (
                    place, name, code, unit, doubt, at, held.axis, held.level, held.role, held.acting, held.key_leader,
                    held.committee, held.standing, held.seat, held.body, held.where,
                )  # fmt: skip


def _insert_rows(connection: DuckDBPyConnection, table: str, rows: Sequence[Row]) -> None:
    if rows:
        columns = {f"c{place}": np.array(column, dtype=object) for place, column in enumerate(zip(*rows, strict=True))}
        _insert(connection, table, "", columns)


def _insert(
    connection: DuckDBPyConnection, table: str, into: str, columns: Mapping[str, Any], select: str = "*"
) -> None:
    connection.register("fresh", columns)
    connection.execute(f"INSERT INTO {table} {into} SELECT {select} FROM fresh")
    connection.unregister("fresh")


def _insert_people(connection: DuckDBPyConnection, numbered: Sequence[tuple[int, People]], key: Key) -> None:
    """Everybody, roster by roster, a row each; a field that no store held before gets its column."""
    of_all = {
        "roster": np.concatenate([np.full(len(one), place, np.int32) for place, one in numbered]),
        "row": np.concatenate([one.numbered_rows for _, one in numbered]),
        **dict(zip(KEYS, MatchKeys.of([one for _, one in numbered], key.secret).signed, strict=True)),
        "probation": np.concatenate([_probation(one) for _, one in numbered]),
    }
    present = [name for name in kept_fields() if any(name in one.variables for _, one in numbered)]
    for name in present:
        connection.execute(f'ALTER TABLE people ADD COLUMN IF NOT EXISTS "{name}" INTEGER')
        of_all[name] = np.concatenate([_codes(name, one) for _, one in numbered])
    into = ", ".join(map(_quoted, of_all))
    _insert(connection, "people", f"({into})", of_all, ", ".join(map(_nothing_as_null, of_all)))


#: What says of each column that nothing is known, where it is not BLANK.
_NOTHING = dict.fromkeys(KEYS, NO_KEY)


def _quoted(column: str) -> str:
    return f'"{column}"'


def _nothing_as_null(column: str) -> str:
    return f'nullif("{column}", {_NOTHING.get(column, BLANK)})'


def _probation(one: People) -> Any:
    return np.full(len(one), BLANK, np.int32) if one.probation is None else one.probation


def _codes(name: str, one: People) -> Any:
    if name not in one.variables:
        return np.full(len(one), BLANK, np.int32)
    offices = offices_of(one, name)
    return offices.codes if offices else codes_kept(name, one.variables[name])
