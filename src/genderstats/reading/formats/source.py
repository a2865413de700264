"""A file to read, or what came in on standard input: a name and its bytes."""

from __future__ import annotations

import hashlib
import io
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from genderstats.errors import FileEmptyError, FileMissingError, FileUnreadableError

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

#: How many bytes tell what a file is.
_START = 4096


@dataclass(frozen=True, slots=True)
class Source:
    """A file by its path, or bytes that have no file."""

    path: Path
    content: bytes | None = field(default=None, repr=False)

    @classmethod
    def of(cls, path: Path) -> Source:
        """The file of a path; "-" is what comes in on standard input."""
        return cls(path, sys.stdin.buffer.read()) if str(path) == "-" else cls(path)

    @property
    def name(self) -> str:
        """What it is called in addresses and messages."""
        return self.path.name

    def open(self) -> BinaryIO:
        """Its bytes as a stream.

        Raises:
            FileMissingError: there is no such file.
            FileUnreadableError: the system refuses.
        """
        if self.content is not None:
            return io.BytesIO(self.content)
        try:
            return self.path.open("rb")
        except FileNotFoundError:
            raise FileMissingError(path=self.path) from None
        except OSError as error:
            raise FileUnreadableError(path=self.name, cause=error.strerror or type(error).__name__) from None

    def read(self, most: int = -1) -> bytes:
        """Its first bytes, or all.

        Raises:
            InputError: it is missing, or the system refuses.
        """
        with self.open() as stream:
            try:
                return stream.read(most)
            except OSError as error:
                raise FileUnreadableError(path=self.name, cause=error.strerror or type(error).__name__) from None

    def start(self) -> bytes:
        """The bytes that tell what it is.

        Raises:
            FileEmptyError: it holds nothing.
            InputError: it is missing, or the system refuses.
        """
        start = self.read(_START)
        if not start.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00"):
            raise FileEmptyError(path=self.name)
        return start

    def sha256(self) -> str:
        """The digest of its bytes, by which a file is known again."""
        with self.open() as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self.path.stat().st_size if self.content is None else len(self.content)

    def at(self) -> Path | bytes:
        """Its path, or its bytes where it has none: as readers of workbooks take it."""
        return self.path if self.content is None else self.content
