"""The formats of files: one file a format, each giving sheets; the content decides which, not the suffix.

Files are read in a process of their own, so that one that breaks its reader, or takes all memory, ends in a clear refusal.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from genderstats.reading.formats.limits import Limits
    from genderstats.reading.formats.source import Source
    from genderstats.reading.grid import Grid

#: Suffixes of the files that are taken from a folder.
SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".parquet", ".docx")

#: Suffixes of files whose readers are loaded at once.
_LIGHT = (".csv", ".tsv", ".docx")


def read_grids(source: Source, limits: Limits) -> Iterator[Grid]:
    """The sheets of a file, one after another.

    Raises:
        InputError: the file is missing, empty, encrypted, damaged, nothing that is read, or beyond a limit.
    """
    from genderstats.reading.formats import process

    return process.grids(source, limits)


def begin(path: Path, limits: Limits | None = None) -> None:
    """Lets a file be read while other work is done here; reading it then takes up where that stands."""
    from genderstats.reading.formats import process
    from genderstats.reading.formats.limits import Limits
    from genderstats.reading.formats.source import Source

    with suppress(OSError):
        if path.is_file():
            process.begin(Source(path), limits or Limits())


def warm(names: Iterable[str]) -> None:
    """Starts the process that reads files while other things are loaded here, and lets it load the readers these files need."""
    from genderstats.reading.formats import process

    with suppress(OSError):
        process.warm(workbooks=not all(name.lower().endswith(_LIGHT) for name in names if "." in name[-9:]))
