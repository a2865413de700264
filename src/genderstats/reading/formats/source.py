"""A file to read, or what came in on standard input: a name and its bytes."""

from __future__ import annotations

import errno
import hashlib
import io
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from genderstats.errors import FileEmptyError, FileMissingError, FileUnreadableError
from genderstats.text.language import Text

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from genderstats.errors import InputError

_NOT_ALLOWED = Text("no permission to read it", "không có quyền đọc")
_DEVICE = Text("it is a device and no file", "đây là thiết bị, không phải tệp")
#: Why the system refuses a file, in words of both languages.
_CAUSES = {
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EISDIR: Text("it is a folder", "đây là thư mục"),
    errno.ELOOP: Text("it is a link that leads back to itself", "liên kết dẫn về chính nó"),
    errno.ENAMETOOLONG: Text("its name is too long", "tên quá dài"),
    errno.EIO: Text("the disk does not give it", "ổ đĩa không đọc được"),
}
#: How many bytes tell what a file is.
_START = 4096


@dataclass(frozen=True, slots=True)
class Source:
    """A file by its path, or bytes that have no file."""

    path: Path
    content: bytes | None = field(default=None, repr=False)

    @classmethod
    def of(cls, path: Path) -> Source:
        """The file of a path; "-" is what comes in on standard input, and what comes through a pipe is read like it.

        Raises:
            InputError: the system refuses.
        """
        if str(path) == "-":
            return cls(path, sys.stdin.buffer.read())
        made = cls(path)
        try:
            if path.is_char_device() or path.is_block_device():
                raise FileUnreadableError(path=made.name, cause=_DEVICE)
            return cls(path, made.read()) if path.is_fifo() else made
        except (OSError, ValueError) as error:
            raise made._refused(error) from None

    @property
    def name(self) -> str:
        """What it is called in addresses and messages; bytes that are no text are shown as such."""
        return self.path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")

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
        except (OSError, ValueError) as error:
            raise self._refused(error) from None

    def read(self, most: int = -1) -> bytes:
        """Its first bytes, or all.

        Raises:
            InputError: it is missing, or the system refuses.
        """
        with self.open() as stream:
            try:
                return stream.read(most)
            except OSError as error:
                raise self._refused(error) from None

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
        """How many bytes it has.

        Raises:
            InputError: it is missing, or the system refuses.
        """
        try:
            return self.path.stat().st_size if self.content is None else len(self.content)
        except OSError as error:
            raise self._refused(error) from None

    def _refused(self, error: OSError | ValueError) -> InputError:
        if isinstance(error, (FileNotFoundError, NotADirectoryError, ValueError)):
            return FileMissingError(path=self.path)
        assert isinstance(error, OSError)
        said = error.strerror or type(error).__name__
        return FileUnreadableError(path=self.name, cause=_CAUSES.get(error.errno or 0, said))
