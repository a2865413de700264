"""Packed files (.xlsx, .ods, .docx are zip archives): what their directory declares, and what they unpack to, held to the limits."""

from __future__ import annotations

import lzma
import re
import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from genderstats.errors import FileUnreadableError, PasswordProtectedError, UnsafeFileError
from genderstats.text.language import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from genderstats.reading.formats.limits import Limits
    from genderstats.reading.formats.source import Source

#: Parts smaller than this do no harm, however tightly they are packed.
_HARMLESS = 20 * 10**6
#: How many bytes of a part are unpacked at once.
_CHUNK = 1 << 20
#: What stands before the root element of a part: an entity is declared there.
_PROLOGUE = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
#: Parts that are XML.
_XML = (".xml", ".rels", ".vml")
#: What an archive that is damaged somewhere makes of itself.
DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    NotImplementedError,
    ValueError,
    OverflowError,
)
#: Why a file cannot be read whose bytes are not what they should be.
DAMAGED = Text("damaged or incomplete", "tệp hỏng hoặc không đầy đủ")
_FALSE = Text("its directory declares false sizes", "thư mục của tệp khai sai kích thước")


@contextmanager
def opened(source: Source, limits: Limits) -> Iterator[zipfile.ZipFile]:
    """The archive, whose directory keeps within the limits.

    Raises:
        FileBeyondLimitError: it declares more parts or bytes, or a tighter packing, than a file may have.
        FileUnreadableError: it is damaged.
        PasswordProtectedError: its parts are encrypted.
    """
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as archive:
            _hold(source, archive.infolist(), limits)
            yield archive
    except DAMAGES:
        raise FileUnreadableError(path=source.name, cause=DAMAGED) from None
    except RuntimeError as error:
        if "encrypted" not in str(error):
            raise
        raise PasswordProtectedError(path=source.name) from None


def _hold(source: Source, parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    limits.hold(source.name, "members", len(parts))
    for part in parts:
        if part.file_size > _HARMLESS:
            limits.hold(source.name, "ratio", part.file_size / max(part.compress_size, 1))
    limits.hold(source.name, "size", sum(part.file_size for part in parts))


def unpacked(source: Source, archive: zipfile.ZipFile, part: zipfile.ZipInfo, limits: Limits) -> Iterator[bytes]:
    """The bytes of a part, piece by piece, counted while they come.

    Raises:
        FileUnreadableError: it holds more than the directory declares.
        UnsafeFileError: it declares XML entities.
    """
    held = 0
    with archive.open(part) as stream:
        while piece := stream.read(_CHUNK):
            if not held and part.filename.lower().endswith(_XML):
                refuse_entities(source, part.filename, piece)
            held += len(piece)
            if held > part.file_size:
                raise FileUnreadableError(path=source.name, cause=_FALSE)
            yield piece
    limits.hold(source.name, "size", held)


def whole(source: Source, archive: zipfile.ZipFile, name: str, limits: Limits) -> bytes:
    """A part whole.

    Raises:
        KeyError: there is no such part.
        InputError: it breaks a limit or declares entities.
    """
    return b"".join(unpacked(source, archive, archive.getinfo(name), limits))


def refuse_entities(source: Source, part: str, start: bytes) -> None:
    """Nothing, where the start of an XML document declares no entities before its root element.

    Raises:
        UnsafeFileError: it does, or its root element does not begin there.
    """
    if b"\x00" in start[:4]:
        start = start.replace(b"\x00", b"")  # UTF-16 has a zero beside each of these letters
    before = _PROLOGUE.match(start)
    assert before
    if start[before.end() : before.end() + 2] in (b"<!", b"<?") or (before.end() == len(start) >= _CHUNK // 2):
        raise UnsafeFileError(path=source.name, part=part)
