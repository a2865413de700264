"""The process that reads files, so that none of them can take the program down: one request a line, answered by sheets.

It never outlives the one that asks, prints nothing, and loads only what reading takes.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from genderstats.errors import GenderstatsError
from genderstats.reading.formats import wire
from genderstats.reading.formats.limits import Limits
from genderstats.reading.formats.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO, NoReturn

    from genderstats.reading.formats.workbook import Refuse
    from genderstats.reading.grid import Grid

#: So many seconds after its time this process ends, should the one that asks be gone.
_LONGER = 10


def serve(asked: IO[bytes], answered: IO[bytes]) -> None:
    """Answers requests until whoever asks has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, BrokenPipeError):
        while True:
            request = wire.receive_line(asked)
            if request["is"] == "warm":
                _warm()
                continue
            content = asked.read(request["size"]) if request["size"] is not None else None
            limits = Limits(**request["limits"])
            _end_after(limits.seconds + _LONGER)
            _answer(answered, Source(Path(request["path"]), content), limits)
            _end_after(0)


def _warm() -> None:
    """Loads the readers of workbooks before a file is known."""
    import fastexcel  # noqa: F401
    import pyarrow  # noqa: F401


def _answer(stream: IO[bytes], source: Source, limits: Limits) -> None:
    try:
        _limit_memory(source, limits)
        for grid in read(source, limits, lambda error: _refuse(stream, error)):
            wire.send_grid(stream, grid)
    except GenderstatsError as error:
        wire.send_refusal(stream, error)
    except BrokenPipeError:
        raise
    except BaseException as error:  # a panic of a reader is no Exception
        _fail(stream, "memory" if isinstance(error, MemoryError) else type(error).__name__)
    wire.send_line(stream, {"is": "end"})
    stream.flush()


def _fail(stream: IO[bytes], kind: str) -> NoReturn:
    """Says that reading broke down, and ends this process: what it holds may be lost, or taken for ever."""
    wire.send_line(stream, {"is": "failure", "kind": kind})
    stream.flush()
    os._exit(0)


def _end_after(seconds: int) -> None:
    """Ends this process after a time, 0 for never, where the system can."""
    if hasattr(signal, "alarm"):
        signal.alarm(min(seconds, 1 << 24))


def _refuse(stream: IO[bytes], error: GenderstatsError) -> NoReturn:
    """Says why a file is not read, and ends this process at once, whatever it is doing."""
    wire.send_refusal(stream, error)
    wire.send_line(stream, {"is": "end", "of": "process"})
    stream.flush()
    os._exit(0)


def read(source: Source, limits: Limits, refuse: Refuse) -> Iterator[Grid]:
    """The sheets of a file, one after another; `refuse` ends the process where other work finds out that it must not be read.

    Raises:
        InputError: the file is missing, empty, encrypted, damaged, nothing that is read, or beyond a limit.
    """
    from genderstats.reading.formats import content

    kind = content.kind(source)
    if kind in ("ooxml", "xlsb", "xls", "ods"):
        from genderstats.reading.formats import workbook

        return workbook.read(source, limits, kind, refuse)
    if kind == "docx":
        from genderstats.reading.formats import docx

        return docx.read(source, limits)
    if kind in ("page", "web-archive"):
        from genderstats.reading.formats import page

        return page.read(source, limits) if kind == "page" else page.read_archive(source, limits)
    if kind == "parquet":
        from genderstats.reading.formats import parquet

        return parquet.read(source, limits)
    if kind == "xml-workbook":
        from genderstats.reading.formats import xmlworkbook

        return xmlworkbook.read(source, limits)
    from genderstats.reading.formats import delimited

    return delimited.read(source, limits)


def _limit_memory(source: Source, limits: Limits) -> None:
    """Bounds the memory of this process by what a file of this size can need, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError, OverflowError):
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory_for(source.size), resource.RLIM_INFINITY))


if __name__ == "__main__":
    answers = os.fdopen(os.dup(1), "wb", buffering=1 << 20)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # whatever a library prints is no answer
    serve(sys.stdin.buffer, answers)
    os._exit(0)
