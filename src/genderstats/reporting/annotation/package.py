"""The package of a workbook: its parts, what may be read of them, and their names."""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING
from urllib.parse import unquote

from genderstats.reporting.annotation import refusal
from genderstats.reporting.annotation.refusal import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MIB = 1 << 20
#: What all parts may unpack to, and one part that is read whole.
MOST, MOST_WHOLE = 1536 * MIB, 64 * MIB
_CHUNK, _AT_ONCE = MIB, MIB // 4
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)


def key(name: str) -> str:
    """The name by which a part is looked up: names differ neither in case nor in their slashes.

    >>> key("/xl\\\\Workbook.xml")
    'xl/workbook.xml'
    """
    return name.replace("\\", "/").lstrip("/").lower()


@dataclass(frozen=True)
class Package:
    """A workbook's parts by their names; they are unpacked piece by piece, or whole when they are small."""

    archive: zipfile.ZipFile
    members: dict[str, zipfile.ZipInfo]

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return key(part) in self.members

    def read(self, part: str, most: int = MOST_WHOLE) -> bytes:
        """A part, whole.

        Raises:
            RefusedError: it is missing, damaged or too large.
        """
        if self._member(part).file_size > most:
            raise RefusedError(refusal.PART_TOO_LARGE.format(part=part, most=most // MIB))
        return b"".join(self.chunks(part))

    def chunks(self, part: str) -> Iterator[bytes]:
        """A part, piece by piece; nothing is unpacked beyond the size that its directory declares.

        Raises:
            RefusedError: it is missing or damaged.
        """
        try:
            with self.archive.open(self._member(part)) as file:
                while chunk := file.read(_CHUNK):
                    yield chunk
        except _BROKEN:
            raise RefusedError(refusal.DAMAGED) from None

    def _member(self, part: str) -> zipfile.ZipInfo:
        found = self.members.get(key(part))
        if found is None:
            raise RefusedError(refusal.PART_MISSING.format(part=part))
        return found


@contextmanager
def opened(file: IO[bytes]) -> Iterator[Package]:
    """The package in a file.

    Raises:
        RefusedError: it is damaged, encrypted, too large, or two of its parts have one name.
    """
    try:
        archive = zipfile.ZipFile(file)
    except _BROKEN:
        raise RefusedError(refusal.DAMAGED) from None
    with archive:
        yield Package(archive, _members(archive))


def _members(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    listed = [one for one in archive.infolist() if not key(one.filename).endswith("/")]
    members = {key(one.filename): one for one in listed}
    if len(members) < len(listed):
        raise RefusedError(refusal.DOUBLED)
    if any(one.flag_bits & 1 for one in listed):
        raise RefusedError(refusal.ENCRYPTED)
    if sum(one.file_size for one in listed) > MOST:
        raise RefusedError(refusal.TOO_LARGE.format(most=MOST // MIB))
    return members


def resolved(part: str, target: str) -> str:
    """The part that a relationship of a part leads to.

    >>> resolved("xl/worksheets/sheet1.xml", "../comments1.xml"), resolved("xl/workbook.xml", "/xl/a%20b.xml")
    ('xl/comments1.xml', 'xl/a b.xml')
    """
    plain = unquote(target.replace("\\", "/").partition("#")[0])
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), plain)).lstrip("/")


def relative(part: str, other: str) -> str:
    """How a relationship of a part names another.

    >>> relative("xl/worksheets/sheet1.xml", "xl/comments1.xml")
    '../comments1.xml'
    """
    return posixpath.relpath(f"/{other}", f"/{posixpath.dirname(part)}")


def relations_of(part: str) -> str:
    """The part that holds the relationships of a part.

    >>> relations_of("xl/workbook.xml"), relations_of("")
    ('xl/_rels/workbook.xml.rels', '_rels/.rels')
    """
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


class Writer:
    """A package being written: parts copied from another, and new ones."""

    def __init__(self, file: IO[bytes], source: Package) -> None:
        self.source = source
        self.archive = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *_: object) -> None:
        self.archive.close()

    def put(self, part: str, content: Iterable[bytes]) -> None:
        """A part of this content, under the name that it has in the source."""
        with self.archive.open(self._info(part), "w", force_zip64=False) as file:
            for piece in _gathered(content):
                file.write(piece)

    def copy(self, part: str) -> None:
        """A part as it is."""
        self.put(part, self.source.chunks(part))

    def _info(self, part: str) -> zipfile.ZipInfo:
        old = self.source.members.get(key(part))
        moment = old.date_time if old else (1980, 1, 1, 0, 0, 0)
        info = zipfile.ZipInfo(old.filename if old else part, moment)
        stored = old is not None and old.compress_type == zipfile.ZIP_STORED
        info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        info.external_attr = old.external_attr if old else 0o600 << 16
        return info


def _gathered(content: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in fewer pieces."""
    held, size = [], 0
    for piece in content:
        held.append(piece)
        size += len(piece)
        if size >= _AT_ONCE:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)
