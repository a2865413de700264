"""A store opened: by one that writes alone, or by readers together; whoever comes second waits for a while."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from genderstats.errors import (
    NotAStoreError,
    StoreBusyError,
    StoreError,
    StoreMissingError,
    StoreUnreadableError,
    StoreUnwritableError,
)
from genderstats.store import layout
from genderstats.store.placing import placed
from genderstats.text.language import Text

if TYPE_CHECKING:
    from pathlib import Path

    from duckdb import DuckDBPyConnection

#: What the store of a folder is called.
FILE = "genderstats.duckdb"
#: So long a store that another program has open is waited for, and so often it is tried.
WAIT_SECONDS, _TRY_SECONDS = 60.0, 0.1

#: Told what happens meanwhile, in words.
Tell = Callable[[Text], None]

#: A database of its own: it loads nothing, reaches no network, and writes nothing but the store and its log. Blocks of this size
#: keep a store of few people small and one of many packed.
_SETTINGS: dict[str, Any] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "enable_external_access": False,
    "python_enable_replacements": False,
    "temp_directory": "",
    "default_block_size": 32768,
    "lock_configuration": True,
}
_WAITING = Text(
    "{path}: another program has the store open{by}; waiting …",
    "{path}: chương trình khác đang mở kho{by}; đang chờ …",
)
_PROCESS = Text(" (process {number})", " (tiến trình {number})")
_NOBODY = Text("", "")


def untold(said: Text) -> None:
    """Nothing is told."""


@contextmanager
def reading(path: Path, tell: Tell = untold) -> Iterator[DuckDBPyConnection]:
    """A connection that only reads a store; one of an older layout is carried into the present one first.

    Raises:
        StoreError: there is none, it is no store or a later version's, it cannot be read, or another program keeps it open.
    """
    _looked_at(path)
    with _refusals(lambda cause: StoreUnreadableError(path=path, cause=cause)):
        connection = _connected(path, tell, read_only=True)
        if layout.found(connection, path) < layout.VERSION:
            connection.close()
            with writing(path, tell):
                pass
            connection = _connected(path, tell, read_only=True)
        try:
            yield connection
        finally:
            connection.close()


@contextmanager
def writing(path: Path, tell: Tell = untold) -> Iterator[DuckDBPyConnection]:
    """A connection alone with a store, made where there is none; all that is done with it is one transaction, or nothing.

    Raises:
        StoreError: it is no store or a later version's, it cannot be written, or another program keeps it open.
    """
    with _refusals(lambda cause: StoreUnwritableError(path=path, cause=cause)):
        if not path.exists():
            placed(path, _made)
        _looked_at(path)
        connection = _connected(path, tell, read_only=False)
        try:
            found = layout.found(connection, path)
            connection.begin()
            layout.carry(connection, found)
            yield connection
            connection.commit()
        finally:
            # What is not committed is undone; a log that cannot be folded into the file now is so when it is opened next.
            connection.close()


def _looked_at(path: Path) -> None:
    """Goes on only where a database file is, without opening it.

    Raises:
        StoreError: there is none, or the file cannot be read or is something else.
    """
    try:
        with path.open("rb") as file:
            head = file.read(12)
    except FileNotFoundError:
        raise StoreMissingError(path=path) from None
    except OSError as error:
        raise StoreUnreadableError(path=path, cause=error.strerror or type(error).__name__) from None
    if head[8:] != b"DUCK":
        raise NotAStoreError(path=path)


def _made(path: Path) -> None:
    import duckdb

    with duckdb.connect(str(path), config=_SETTINGS) as connection:
        layout.make(connection)
        connection.execute("CHECKPOINT")  # closing would try it too, and be silent if it failed


def _connected(path: Path, tell: Tell, *, read_only: bool) -> DuckDBPyConnection:
    """A connection, as soon as nobody else keeps the store from being opened so.

    Raises:
        StoreBusyError: somebody does, for longer than is waited.
    """
    import duckdb

    until, told = time.monotonic() + WAIT_SECONDS, False
    while True:
        try:
            return duckdb.connect(str(path), read_only=read_only, config=_SETTINGS)
        except (duckdb.IOException, duckdb.ConnectionException) as error:
            if not _locked(error):
                raise
            by = _by(error)
        if time.monotonic() > until:
            raise StoreBusyError(path=path, seconds=round(WAIT_SECONDS), by=by)
        if not told:
            tell(_WAITING.format(path=path, by=by))
            told = True
        time.sleep(_TRY_SECONDS)


def _locked(error: Exception) -> bool:
    return any(words in str(error) for words in ("Could not set lock", "different configuration"))


def _by(error: Exception) -> Text:
    number = re.search(r"PID (\d+)", str(error))
    return _PROCESS.format(number=number[1]) if number else _NOBODY


@contextmanager
def _refusals(refused: Callable[[str], StoreError]) -> Iterator[None]:
    """Makes an error of ours of whatever the system or the database refuses, with its cause."""
    import duckdb

    try:
        yield
    except duckdb.Error as error:
        raise refused(_cause(error)) from None
    except OSError as error:
        raise refused(error.strerror or type(error).__name__) from None


def _cause(error: Exception) -> str:
    """The first line of what the database says, without its kind."""
    line = (str(error).strip() or type(error).__name__).splitlines()[0]
    return re.sub(r"^[\w ]+ Error: ", "", line)
