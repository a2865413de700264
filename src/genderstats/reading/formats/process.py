"""Asking the process that reads files: it is started once, and anew when a file has broken it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from genderstats.errors import ReaderFailedError
from genderstats.reading.formats import wire

if TYPE_CHECKING:
    from collections.abc import Iterator

    from genderstats.reading.formats.limits import Limits
    from genderstats.reading.formats.source import Source
    from genderstats.reading.grid import Grid

_MODULE = "genderstats.reading.formats.serving"
_ROOT = Path(__file__).resolve().parents[3]


class Reading:
    """A process that reads files, one after another."""

    def __init__(self) -> None:
        paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", _MODULE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=1 << 20,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
        )

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
        assert self._process.stdout
        late = threading.Timer(limits.seconds, self._process.kill)
        late.daemon = True
        late.start()
        whole = False
        try:
            content = source.content
            self._ask(
                {
                    "is": "read",
                    "path": os.path.abspath(source.path),  # noqa: PTH100 - a link stays a link
                    "size": None if content is None else len(content),
                    "limits": limits.written(),
                },
                content or b"",
            )
            refused = None
            while (said := wire.receive_line(self._process.stdout))["is"] != "end":
                if said["is"] == "sheet":
                    yield wire.receive_grid(self._process.stdout, said)
                elif said["is"] == "refusal":
                    refused = wire.refusal(said)
                else:
                    refused = _failed(source)
                    break
            whole = not said.get("of")
        except (EOFError, OSError):
            refused = limits.beyond(source.name, "seconds") if late.finished.is_set() else _failed(source)
        finally:
            late.cancel()
            if not whole:
                self.end()
        if refused:
            raise refused

    def _ask(self, said: dict[str, object], content: bytes = b"") -> None:
        assert self._process.stdin
        wire.send_line(self._process.stdin, said)
        self._process.stdin.write(content)
        self._process.stdin.flush()


def _failed(source: Source) -> ReaderFailedError:
    return ReaderFailedError(path=source.name)


_current: list[Reading] = []


def reading() -> Reading:
    """The process that reads files, started if none lives."""
    if not _current or not _current[0].lives:
        _current[:] = [Reading()]
    return _current[0]
