"""Asking the processes that read files: one is started once, more where files are read at the same time, anew when a file has broken it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from genderstats.errors import InputError, ReaderFailedError
from genderstats.reading.formats import wire
from genderstats.reading.formats.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from typing import Any

    from genderstats.reading.formats.source import Source
    from genderstats.reading.grid import Grid

_MODULE = "genderstats.reading.formats.serving"
_ROOT = Path(__file__).resolve().parents[3]
#: A reader that panics writes no trace of itself, which can lock it up where memory is short; and nothing reserves memory that
#: it does not use, so that the limit is on what reading takes.
_SETTINGS = {
    "RUST_BACKTRACE": "0",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "ARROW_IO_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
}
#: A small file that takes longer than this is no list, and a larger one than so much more, on the slowest of machines.
_SECONDS, _SECONDS_A_MEGABYTE = 8, 20
#: What comes of asking one that has ended, or that answers nonsense.
_BROKEN = (EOFError, OSError, ValueError, LookupError, TypeError, AttributeError)


class Reading:
    """A process that reads files, one after another."""

    #: What it was asked for before anybody waits for it.
    ahead: tuple[str, Limits] | None = None

    def __init__(self) -> None:
        #: How many files it was asked for, and whether one has broken it.
        self.files, self.broken = 0, False
        paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", _MODULE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=1 << 20,
            env=os.environ | _SETTINGS | {"PYTHONPATH": os.pathsep.join(paths)},
        )

    @property
    def pid(self) -> int:
        """The number by which the system knows it."""
        return self._process.pid

    @property
    def lives(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def warm(self) -> None:
        """Lets it load the readers of workbooks."""
        with suppress(OSError):
            self._ask({"is": "warm"})

    def end(self) -> None:
        """Ends it."""
        self._process.kill()
        self._process.communicate()

    def grids(self, source: Source, limits: Limits) -> Iterator[Grid]:
        """The sheets of a file, as they are read.

        Raises:
            InputError: the file is refused, or breaks its reader.
        """
        self.files += 1
        late = threading.Event()
        limits = _in_time(source, limits)
        clock = threading.Timer(min(limits.seconds, threading.TIMEOUT_MAX), self._stop, [late])
        clock.daemon = True
        clock.start()
        whole = False
        try:
            if self.ahead is None:
                self._ask_for(source, limits)
            self.ahead = None
            said, refused = yield from self._answers(source)
            whole = said["is"] == "end" and not said.get("of")
            self.broken = said["is"] == "failure"
            if self.broken:
                memory = said["kind"] == "memory"
                refused = limits.beyond_memory(source.name, source.size) if memory else _failed(source)
        except _BROKEN:
            self.broken = not late.is_set()
            refused = _failed(source) if self.broken else limits.beyond(source.name, "seconds")
        finally:
            clock.cancel()
            if not whole or late.is_set():
                self.end()
        if refused:
            raise refused

    def begin(self, source: Source, limits: Limits) -> None:
        """Asks for a file that will be waited for later."""
        with suppress(OSError):
            self._ask_for(source, limits)
            self.ahead = _request(source, limits)

    def _stop(self, late: threading.Event) -> None:
        late.set()
        self._process.kill()

    def _ask_for(self, source: Source, limits: Limits) -> None:
        content = source.content
        size = None if content is None else len(content)
        path, _ = _request(source, limits)
        self._ask({"is": "read", "path": path, "size": size, "limits": limits.written()}, content or b"")

    def _answers(self, source: Source) -> Generator[Grid, None, tuple[dict[str, Any], InputError | None]]:
        """Its sheets, then the last line of its answer and why the file is refused, if it is."""
        assert self._process.stdout
        refused = None
        while (said := wire.receive_line(self._process.stdout))["is"] not in ("end", "failure"):
            if said["is"] == "sheet":
                yield wire.receive_grid(self._process.stdout, said)
            else:
                refused = wire.refusal(said)
        return said, refused

    def _ask(self, said: dict[str, object], content: bytes = b"") -> None:
        assert self._process.stdin
        wire.send_line(self._process.stdin, said)
        self._process.stdin.write(content)
        self._process.stdin.flush()


def _in_time(source: Source, limits: Limits) -> Limits:
    """The limits, with no more time than a file of this size can take, unless somebody said how much."""
    if limits.seconds != Limits().seconds:
        return limits
    return replace(limits, seconds=min(limits.seconds, _SECONDS + source.size * _SECONDS_A_MEGABYTE // 10**6))


def _request(source: Source, limits: Limits) -> tuple[str, Limits]:
    return str(source.path.absolute()), limits


def _failed(source: Source) -> ReaderFailedError:
    return ReaderFailedError(path=source.name)


#: Those that wait to be asked; one that is being asked belongs to who asks, so that threads never share one.
_waiting: list[Reading] = []
if hasattr(os, "register_at_fork"):  # a copy of this process must not listen at the same pipes
    os.register_at_fork(after_in_child=_waiting.clear)


def _taken(wanted: tuple[str, Limits] | None = None) -> Reading:
    """One to ask that nobody else asks, started if none waits; one that was begun on another file than the wanted one is ended."""
    with suppress(IndexError):
        while True:
            one = _waiting.pop()
            if one.lives and one.ahead in (None, wanted):
                return one
            one.end()
    return Reading()


def _laid_back(one: Reading) -> None:
    if one.lives:
        _waiting.append(one)


def begin(source: Source, limits: Limits) -> None:
    """Lets a file be read while other work is done here; `grids` of the same file then gives it."""
    one = _taken()
    one.begin(source, limits)
    _laid_back(one)


def warm(*, workbooks: bool) -> None:
    """Starts one while other things are loaded here, and lets it load the readers of workbooks."""
    one = _taken()
    if workbooks:
        one.warm()
    _laid_back(one)


def grids(source: Source, limits: Limits) -> Iterator[Grid]:
    """The sheets of a file, as they are read; what breaks a process that has read others is tried once more in a new one.

    Raises:
        InputError: the file is refused, or breaks its reader.
    """
    begun = False
    while True:
        try:
            one = _taken(None if source.content is not None else _request(source, limits))
        except OSError:
            raise _failed(source) from None
        try:
            for grid in one.grids(source, limits):
                begun = True
                yield grid
            return
        except InputError:
            if begun or one.files == 1 or not one.broken:
                raise
        finally:
            _laid_back(one)
