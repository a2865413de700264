"""The process that reads files, so that none of them can take the program down: one request a line, answered by sheets.

It never outlives the one that asks, prints nothing, and loads only what reading takes.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from genderstats.errors import GenderstatsError
from genderstats.reading.formats import wire
from genderstats.reading.formats.limits import Limits
from genderstats.reading.formats.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO, NoReturn

    from genderstats.reading.formats.workbook import Refuse
    from genderstats.reading.grid import Grid

#: What the reader may take of any file, its libraries' address space included: a stray cell in the last row takes most of it.
_OWN_MEMORY = 1_500 * 10**6
#: Reading takes at most so many times the bytes of a file, packed and unpacked.
_TIMES = 40


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
            _answer(answered, Source(Path(request["path"]), content), Limits(**request["limits"]))


def _warm() -> None:
    """Loads the readers of workbooks before a file is known."""
    import fastexcel  # noqa: F401
    import pyarrow  # noqa: F401


def _answer(stream: IO[bytes], source: Source, limits: Limits) -> None:
    done: dict[str, Any] = {"is": "end"}
    try:
        _limit_memory(source, limits)
        for grid in read(source, limits, lambda error: _refuse(stream, error)):
            wire.send_grid(stream, grid)
    except GenderstatsError as error:
        wire.send_refusal(stream, error)
    except MemoryError:
        wire.send_refusal(stream, limits.beyond(source.name, "memory"))
    except BrokenPipeError:
        raise
    except BaseException as error:  # a panic of a reader is no Exception
        done = {"is": "failure", "kind": type(error).__name__}
    wire.send_line(stream, done)
    stream.flush()


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

    allowed = min(limits.memory, _OWN_MEMORY + _TIMES * source.size)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (max(allowed, _OWN_MEMORY), resource.RLIM_INFINITY))


if __name__ == "__main__":
    answers = os.fdopen(os.dup(1), "wb", buffering=1 << 20)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # whatever a library prints is no answer
    serve(sys.stdin.buffer, answers)
    os._exit(0)
