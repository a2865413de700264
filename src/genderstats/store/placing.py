"""A new file that is whole as soon as it is there: made beside its place, and put there only where none is."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def placed(path: Path, make: Callable[[Path], None]) -> None:
    """Makes a file in its place; where another has been put there meanwhile, that one stays.

    Raises:
        OSError: the system refuses.
    """
    made = beside(path)
    try:
        make(made)
        _put(made, path)
    finally:
        for left in (made, made.with_name(f"{made.name}.wal")):
            left.unlink(missing_ok=True)


def followed(path: Path) -> Path:
    """The file that a link stands for; a path that is none as it is."""
    return path.resolve() if path.is_symlink() else path


def beside(path: Path) -> Path:
    """A place beside a file that nobody else takes."""
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}")


def _put(made: Path, path: Path) -> None:
    with suppress(FileExistsError):
        try:
            os.link(made, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            if not path.exists():
                made.rename(path)
