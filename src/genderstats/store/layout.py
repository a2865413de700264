"""The tables of a store, and the steps that carry an older store into the present layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.errors import NotAStoreError, StoreNewerError

if TYPE_CHECKING:
    from pathlib import Path

    from duckdb import DuckDBPyConnection

#: The first layout. No table has a key: a period is replaced in one transaction, which an index would refuse.
_FIRST = """
CREATE TABLE genderstats_store (layout INTEGER);
INSERT INTO genderstats_store VALUES (0);
CREATE TABLE periods (
    period INTEGER, name VARCHAR, as_of DATE, added TIMESTAMP, version VARCHAR, counting VARCHAR);
CREATE TABLE rosters (
    roster INTEGER, period INTEGER, file VARCHAR, sheet VARCHAR, first_row INTEGER, sha256 VARCHAR,
    "rows" INTEGER, people INTEGER, rejected INTEGER);
CREATE TABLE set_aside (roster INTEGER, kind VARCHAR, "rows" INTEGER);
CREATE TABLE notices (roster INTEGER, reason VARCHAR, "count" INTEGER);
CREATE TABLE fields (roster INTEGER, field VARCHAR, filled BOOLEAN, blank_is_none BOOLEAN);
CREATE TABLE words (roster INTEGER, field VARCHAR, code INTEGER, word VARCHAR);
CREATE TABLE readings (roster INTEGER, field VARCHAR, code INTEGER, dimension VARCHAR, said VARCHAR);
CREATE TABLE offices (
    roster INTEGER, field VARCHAR, code INTEGER, unit VARCHAR, doubt BOOLEAN, place INTEGER,
    axis VARCHAR, level VARCHAR, role VARCHAR, acting BOOLEAN, key_leader BOOLEAN, committee BOOLEAN, standing BOOLEAN,
    seat VARCHAR, body VARCHAR, "where" VARCHAR);
CREATE TABLE people (roster INTEGER, number_key BIGINT, name_key BIGINT, probation TINYINT);
"""

#: The step from each layout to the next.
STEPS = (
    # 0 → 1: the print of the key that a period's people are matched by; of older periods it is not known.
    "ALTER TABLE periods ADD COLUMN key VARCHAR DEFAULT '';",
    # 1 → 2: what stands for a name alone, and the row in the sheet. Keys are made in another way since, which their print says: see
    # reading/keys.py. Of older periods neither is known.
    'ALTER TABLE people ADD COLUMN bare_key BIGINT; ALTER TABLE people ADD COLUMN "row" INTEGER;',
)

#: The present layout.
VERSION = len(STEPS)

#: The columns of what people are matched by, in the order of `MatchKeys`.
KEYS = ("number_key", "name_key", "bare_key")

#: The tables that hold something of each roster.
OF_A_ROSTER = ("rosters", "set_aside", "notices", "fields", "words", "readings", "offices", "people")


def make(connection: DuckDBPyConnection) -> None:
    """The tables of a new store, in a database that holds nothing."""
    connection.begin()
    connection.execute(_FIRST)
    carry(connection, 0)
    connection.commit()


def carry(connection: DuckDBPyConnection, found: int) -> None:
    """Carries a store from the layout that was found into the present one, inside a transaction."""
    if found < VERSION:
        for step in STEPS[found:]:
            connection.execute(step)
        connection.execute("UPDATE genderstats_store SET layout = ?", [VERSION])


def found(connection: DuckDBPyConnection, path: Path) -> int:
    """The layout of a store.

    Raises:
        NotAStoreError: the database holds something else.
        StoreNewerError: a later version has made it.
    """
    import duckdb

    try:
        rows = connection.execute("SELECT layout FROM genderstats_store").fetchall()
    except duckdb.CatalogException:
        rows = []
    if len(rows) != 1:
        raise NotAStoreError(path=path)
    layout: int = rows[0][0]
    if layout > VERSION:
        raise StoreNewerError(path=path, found=layout, known=VERSION)
    return layout
