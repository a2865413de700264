"""A store opened: by one that writes alone, or by readers together; whoever comes second waits for a while."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from genderstats.errors import (
    NotAStoreError,
    StoreBusyError,
    StoreError,
    StoreFolderMissingError,
    StoreIsFolderError,
    StoreMissingError,
    StoreUnreadableError,
    StoreUnwritableError,
)
from genderstats.store import layout
from genderstats.store.placing import beside, followed, placed
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

#: A database of its own: it loads nothing and reaches no network. Blocks of this size keep a store of few people small and one of many
#: packed.
_SETTINGS: dict[str, Any] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "python_enable_replacements": False,
    "temp_directory": "",
    "default_block_size": 32768,
}
#: What a database writes beside a file of its own.
_BESIDE = (".wal", ".wal.checkpoint", ".wal.recovery")
_WAITING = Text(
    "{path}: another program has the store open{by}; waiting …",
    "{path}: chương trình khác đang mở kho{by}; đang chờ …",
)
_PROCESS = Text(" (process {number})", " (tiến trình {number})")
_NOBODY = Text("", "")
_NOT_AFRESH = Text(
    "{path}: done; but the file could not be written anew ({cause}), so what was removed may still stand in its free places.",
    "{path}: đã xong; nhưng không ghi lại được tệp ({cause}) nên nội dung đã bỏ có thể vẫn còn trong chỗ trống của tệp.",
)


def untold(said: Text) -> None:
    """Nothing is told."""


@contextmanager
def one_moment() -> Iterator[None]:
    """A scope in which all that is read of a store is read by one connection, and so as it was at one moment."""
    opened: dict[Path, DuckDBPyConnection] = {}
    token = _OPENED.set(opened)
    try:
        yield
    finally:
        _OPENED.reset(token)
        for connection in opened.values():
            connection.close()


#: The connections that stay open until the scope ends.
_OPENED: ContextVar[dict[Path, DuckDBPyConnection] | None] = ContextVar("opened", default=None)


@contextmanager
def reading(path: Path, tell: Tell = untold) -> Iterator[DuckDBPyConnection]:
    """A connection that only reads a store; one of an older layout is carried into the present one first.

    Raises:
        StoreError: there is none, it is no store or a later version's, it cannot be read, or another program keeps it open.
    """
    opened, path = _OPENED.get(), followed(path)
    with _refusals(lambda cause: StoreUnreadableError(path=path, cause=cause)):
        connection = (opened or {}).get(path) or _for_reading(path, tell)
        if opened is not None:
            opened[path] = connection
        try:
            yield connection
        finally:
            if opened is None:
                connection.close()


def _for_reading(path: Path, tell: Tell) -> DuckDBPyConnection:
    _looked_at(path)
    connection = _connected(path, tell, read_only=True)
    if layout.found(connection, path) < layout.VERSION:
        connection.close()
        with writing(path, tell):
            pass
        connection = _connected(path, tell, read_only=True)
    return connection


@contextmanager
def writing(path: Path, tell: Tell = untold, *, afresh: bool = False) -> Iterator[DuckDBPyConnection]:
    """A connection alone with a store, made where there is none; all that is done with it is one transaction, or nothing.

    What is removed from a database stays in the free places of its file. Where something is, the file is written `afresh` when all is
    done, and put in the place of the old one.

    Raises:
        StoreError: it is no store or a later version's, it cannot be written, or another program keeps it open.
    """
    path = followed(path)
    with _refusals(lambda cause: StoreUnwritableError(path=path, cause=cause)):
        if not path.parent.is_dir():
            raise StoreFolderMissingError(path=path)
        if not path.exists():
            placed(path, _made)
        _looked_at(path)
        fresh = beside(path)
        connection = _connected(path, tell, read_only=False, fresh=fresh if afresh else None)
        try:
            found = layout.found(connection, path)
            connection.begin()
            layout.carry(connection, found)
            yield connection
            connection.commit()
            if afresh:
                _written_afresh(connection, path, fresh, tell)
        finally:
            # What is not committed is undone; a log that cannot be folded into the file now is so when it is opened next.
            connection.close()


def _written_afresh(connection: DuckDBPyConnection, path: Path, fresh: Path, tell: Tell) -> None:
    """Puts a copy that holds nothing but what is kept in the place of a store, while nobody else can open it."""
    import duckdb

    try:
        connection.execute("CHECKPOINT")  # so that no log of the old file is left for the new one
        (name,) = connection.execute("SELECT current_database()").fetchall()[0]
        connection.execute(f"ATTACH '{_quoted(fresh)}' AS fresh (BLOCK_SIZE {_SETTINGS['default_block_size']})")
        connection.execute(f'COPY FROM DATABASE "{name}" TO fresh')
        connection.execute("CHECKPOINT fresh")
        connection.execute("DETACH fresh")
        fresh.chmod(path.stat().st_mode & 0o777)
        fresh.replace(path)
    except (duckdb.Error, OSError) as error:
        cause = _cause(error) if isinstance(error, duckdb.Error) else error.strerror or type(error).__name__
        tell(_NOT_AFRESH.format(path=path, cause=cause))
    finally:
        for left in (fresh, *(fresh.with_name(fresh.name + end) for end in _BESIDE)):
            left.unlink(missing_ok=True)


def _quoted(path: Path) -> str:
    return str(path.absolute()).replace("'", "''")


def _looked_at(path: Path) -> None:
    """Goes on only where a database file is, without opening it.

    Raises:
        StoreError: there is none, or the file cannot be read or is something else.
    """
    if path.is_dir():
        raise StoreIsFolderError(path=path)
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
    with _opened(path, read_only=False) as connection:
        layout.make(connection)
        connection.execute("CHECKPOINT")  # closing would try it too, and be silent if it failed


def _opened(path: Path, *, read_only: bool, fresh: Path | None = None) -> DuckDBPyConnection:
    """A connection that reaches no file but the store and its log, and one that is to take its place."""
    import duckdb

    connection = duckdb.connect(str(path), read_only=read_only, config=_SETTINGS)
    if fresh:
        allowed = ", ".join(f"'{_quoted(fresh.with_name(fresh.name + end))}'" for end in ("", *_BESIDE))
        connection.execute(f"SET allowed_paths = [{allowed}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _connected(path: Path, tell: Tell, *, read_only: bool, fresh: Path | None = None) -> DuckDBPyConnection:
    """A connection, as soon as nobody else keeps the store from being opened so.

    Raises:
        StoreBusyError: somebody does, for longer than is waited.
    """
    import duckdb

    until, told = time.monotonic() + WAIT_SECONDS, False
    while True:
        before = _identity(path)
        try:
            connection = _opened(path, read_only=read_only, fresh=fresh)
        except (duckdb.IOException, duckdb.ConnectionException) as error:
            if not _locked(error):
                raise
            by = _by(error)
        else:
            if _identity(path) == before:
                return connection
            connection.close()  # another file was put in its place while this one was being opened
            continue
        if time.monotonic() > until:
            raise StoreBusyError(path=path, seconds=round(WAIT_SECONDS), by=by)
        if not told:
            tell(_WAITING.format(path=path, by=by))
            told = True
        time.sleep(_TRY_SECONDS)


def _identity(path: Path) -> tuple[int, int]:
    """By what a file is known from another of its name."""
    found = path.stat()
    return found.st_dev, found.st_ino


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
