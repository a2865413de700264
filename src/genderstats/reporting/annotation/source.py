"""What is annotated: the workbook itself, or a plain workbook of what was read from a text."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from genderstats.errors import FileUnreadableError, FormatNotAnnotatedError, PasswordProtectedError
from genderstats.reading.charsets import unicode
from genderstats.reading.formats import read_grids
from genderstats.reading.formats.limits import Limits
from genderstats.reading.formats.source import Source
from genderstats.reading.sheet import Sheet
from genderstats.reporting.annotation import plain
from genderstats.reporting.annotation.relations import content_types, relations

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from genderstats.reporting.annotation.package import Package

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_IN_MEMORY = 16 << 20
#: Parts that tell of other formats, and what they are called.
_OTHERS = {
    "xl/workbook.bin": "Excel binary (.xlsb)",
    "content.xml": "OpenDocument (.ods)",
    "word/document.xml": "Word (.docx)",
}


@contextmanager
def source(path: Path) -> Iterator[tuple[IO[bytes], dict[str | None, str]]]:
    """A workbook's file, and what it calls the sheets that were read under another name.

    Raises:
        InputError: the file cannot be read, or is of a kind that is not annotated.
        RefusedError: it does not fit into a workbook.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        raise FileUnreadableError(path=path.name, cause=error.strerror or type(error).__name__) from None
    with file:
        start = file.read(4)
        file.seek(0)
        if start == _ZIP:
            yield file, {}
            return
        if start == _OLE:
            raise _refusal_of_compound(path)
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as made:
        sheets = [unicode(Sheet.of(path.name, grid))[0] for grid in read_grids(Source(path), Limits())]
        names = plain.write(sheets, path.stem, made)
        made.seek(0)
        yield made, names


def _refusal_of_compound(path: Path) -> FormatNotAnnotatedError | PasswordProtectedError:
    if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
        return PasswordProtectedError(path=path.name)
    return FormatNotAnnotatedError(path=path.name, kind="Excel 97–2003 (.xls)")


def refuse_other_formats(package: Package, path: Path) -> None:
    """Goes on only with a workbook of XML parts.

    Raises:
        FormatNotAnnotatedError: it is something else.
        RefusedError: it does not say what it is.
    """
    for part, kind in _OTHERS.items():
        if package.has(part):
            raise FormatNotAnnotatedError(path=path.name, kind=kind)
    main = relations(package, "").of("officeDocument")
    said = content_types(package).of(main.part) if main else ""
    if said and not (said.endswith("main+xml") and ("spreadsheetml" in said or "ms-excel" in said)):
        raise FormatNotAnnotatedError(path=path.name, kind=said)
