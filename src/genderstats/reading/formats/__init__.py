"""The formats of files: one file a format, each giving sheets; the content decides which, not the suffix."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from genderstats.errors import (
    FileEmptyError,
    FileMissingError,
    FileUnreadableError,
    FormatNotReadError,
    NotASpreadsheetError,
    PasswordProtectedError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from genderstats.reading.sheet import Sheet

#: Suffixes of the files that are taken from a folder.
SUFFIXES = (".xlsx", ".xlsm", ".csv", ".tsv")

_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"


def read_sheets(path: Path) -> Iterator[Sheet]:
    """The sheets of a file, one after another.

    Raises:
        InputError: the file is missing, empty, unreadable or no spreadsheet.
    """
    start = _start(path)
    if start.startswith(_ZIP):
        _refuse_other_archives(path)
        from genderstats.reading.formats import xlsx

        return xlsx.read(path)
    if start.startswith(_OLE):
        if _encrypted(path):
            raise PasswordProtectedError(path=path.name)
        raise FormatNotReadError(path=path.name, kind="Excel 97–2003 (.xls)")
    if start.startswith(_PDF) or _binary(start):
        raise NotASpreadsheetError(path=path.name)
    from genderstats.reading.formats import csv

    return csv.read(path)


def _start(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            start = file.read(4096)
    except FileNotFoundError:
        raise FileMissingError(path=path) from None
    except OSError as error:
        raise FileUnreadableError(path=path.name, cause=error.strerror or type(error).__name__) from None
    if not start.strip(b"\xef\xbb\xbf \t\r\n\x00"):
        raise FileEmptyError(path=path.name)
    return start


def _encrypted(path: Path) -> bool:
    """Whether a compound file wraps an encrypted workbook, by the name of its stream."""
    return "EncryptedPackage".encode("utf-16-le") in path.read_bytes()


def _refuse_other_archives(path: Path) -> None:
    """Says what an archive is that is a spreadsheet of another format, or encrypted."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if "xl/workbook.bin" in names:
                raise FormatNotReadError(path=path.name, kind="Excel binary (.xlsb)")
            if "content.xml" in names:
                manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
                if b"encryption-data" in manifest:
                    raise PasswordProtectedError(path=path.name)
                raise FormatNotReadError(path=path.name, kind="OpenDocument (.ods)")
    except (zipfile.BadZipFile, OSError, RuntimeError):
        return


def _binary(start: bytes) -> bool:
    """Whether text of any encoding is out of the question: control characters, or zeros outside UTF-16."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    return any(byte < 9 or 13 < byte < 32 for byte in start)
