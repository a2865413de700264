"""Files given to the process that reads them, with what it took to answer."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from genderstats.errors import InputError
from genderstats.reading.formats.limits import Limits
from genderstats.reading.formats.process import Reading
from genderstats.reading.formats.source import Source

if TYPE_CHECKING:
    from genderstats.reading.grid import Grid


@dataclass(frozen=True)
class Answer:
    """The sheets of a file or why it is refused, the seconds that took, and the most memory in MiB (0 where nobody knows)."""

    grids: tuple[Grid, ...]
    refusal: InputError | None
    seconds: float
    memory: int

    @property
    def kind(self) -> str:
        return type(self.refusal).__name__


def asked(path: Path, limits: Limits = Limits(), content: bytes | None = None) -> Answer:
    """What a new process answers about a file."""
    reading = Reading()
    list(reading.grids(Source(Path("a.csv"), b"a,b\n1,2\n"), limits))  # it has started
    try:
        return told(reading, Source(path, content), limits)
    finally:
        reading.end()


def told(reading: Reading, source: Source, limits: Limits = Limits()) -> Answer:
    """What a process that runs answers about a file."""
    begun = time.monotonic()
    grids: list[Grid] = []
    refusal = None
    try:
        grids += reading.grids(source, limits)
    except InputError as error:
        refusal = error
    return Answer(tuple(grids), refusal, time.monotonic() - begun, peak(reading.pid))


def peak(pid: int | str) -> int:
    """The most memory that a process has taken, in MiB; 0 where it has ended, or the system does not tell."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)


def texts(grid: Grid) -> list[list[str | None]]:
    """The rows of a sheet."""
    from genderstats.reading.sheet import CodedCells

    columns = [CodedCells.of(column).texts(0, grid.height) for column in grid.columns]
    return [list(row) for row in zip(*columns, strict=True)]
