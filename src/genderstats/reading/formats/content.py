"""What a file is, by its content: the suffix decides nothing."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Literal

from genderstats.errors import FileUnreadableError, FormatNotReadError, NotASpreadsheetError, PasswordProtectedError
from genderstats.reading.formats import encoded
from genderstats.reading.formats.packed import DAMAGED, DAMAGES
from genderstats.text.language import Text

if TYPE_CHECKING:
    from genderstats.reading.formats.source import Source

#: The kinds of content that are read.
Kind = Literal["ooxml", "xlsb", "xls", "ods", "docx", "parquet", "page", "web-archive", "xml-workbook", "text"]

_REFUSED = {
    b"%PDF": Text("a PDF document", "tài liệu PDF"),
    b"\x1f\x8b": Text("a gzip archive", "tệp nén gzip"),
    b"Rar!": Text("a RAR archive", "tệp nén RAR"),
    b"7z\xbc\xaf\x27\x1c": Text("a 7-Zip archive", "tệp nén 7-Zip"),
    b"{\\rtf": Text("a Rich Text document", "tài liệu Rich Text"),
    b"\x89PNG": Text("a picture", "tệp ảnh"),
    b"\xff\xd8\xff": Text("a picture", "tệp ảnh"),
    b"SQLite format 3": Text("a database", "cơ sở dữ liệu"),
}
_OLD_WORD = Text("a Word 97–2003 document (.doc)", "tài liệu Word 97–2003 (.doc)")
_OLD_EXCEL = Text("a workbook of Excel 2–4", "sổ tính Excel 2–4")
_ODT = Text("an OpenDocument text (.odt)", "văn bản OpenDocument (.odt)")
_NUMBERS = Text("an Apple Numbers document", "tài liệu Apple Numbers")
_SPREADSHEET = b"opendocument.spreadsheet"


def kind(source: Source) -> Kind:
    """What a file is.

    Raises:
        InputError: it is missing, empty, encrypted, or nothing that is read.
    """
    start = source.start()
    if start.startswith(b"PK"):
        return _of_archive(source)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return _of_compound(source)
    if start.startswith(b"PAR1"):
        return "parquet"
    if start.startswith((b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")):
        raise FormatNotReadError(path=source.name, kind=_OLD_EXCEL)
    refused = next((text for magic, text in _REFUSED.items() if start.startswith(magic)), None)
    if refused:
        raise FormatNotReadError(path=source.name, kind=refused)
    return _of_text(source, encoded.decoded(start, cut=True))


def _of_text(source: Source, start: str) -> Kind:
    opening = start.lstrip("\ufeff \t\r\n").lower()
    if encoded.is_binary(start):
        raise NotASpreadsheetError(path=source.name)
    if opening.startswith("<?xml") and "urn:schemas-microsoft-com:office:spreadsheet" in opening:
        return "xml-workbook"
    if opening.startswith(("<!doctype html", "<html", "<table", "<meta", "<head", "<body", "<div", "<!--", "<style")):
        return "page"
    if opening.startswith("<") and ("<table" in opening or "<html" in opening):
        return "page"
    if opening.startswith("mime-version:") or "\ncontent-type: multipart/related" in opening[:1000]:
        return "web-archive"
    return "text"


def _of_archive(source: Source) -> Kind:
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as archive:
            names = {name.replace("\\", "/").lower().lstrip("/"): name for name in archive.namelist()}
            if "content.xml" in names:
                return _of_open_document(source, archive, names)
    except RuntimeError as error:
        if "encrypted" in str(error):
            raise PasswordProtectedError(path=source.name) from None
        raise FileUnreadableError(path=source.name, cause=DAMAGED) from None
    except DAMAGES:
        raise FileUnreadableError(path=source.name, cause=DAMAGED) from None
    if "xl/workbook.bin" in names:
        return "xlsb"
    if any(name.endswith("workbook.xml") for name in names):
        return "ooxml"
    if "word/document.xml" in names:
        return "docx"
    if "index/document.iwa" in names:
        raise FormatNotReadError(path=source.name, kind=_NUMBERS)
    raise NotASpreadsheetError(path=source.name)


def _of_open_document(source: Source, archive: zipfile.ZipFile, names: dict[str, str]) -> Kind:
    manifest = _first_bytes(archive, names.get("meta-inf/manifest.xml"))
    if b"encryption-data" in manifest:
        raise PasswordProtectedError(path=source.name)
    mime = _first_bytes(archive, names.get("mimetype"))
    if mime and _SPREADSHEET not in mime:
        raise FormatNotReadError(path=source.name, kind=_ODT)
    return "ods"


def _first_bytes(archive: zipfile.ZipFile, name: str | None) -> bytes:
    if name is None:
        return b""
    with archive.open(name) as part:
        return part.read(1 << 20)


def _of_compound(source: Source) -> Kind:
    """What a compound file holds, by the names of its streams."""
    content = source.read()
    if _named(content, "EncryptedPackage"):
        raise PasswordProtectedError(path=source.name)
    if _named(content, "WordDocument"):
        raise FormatNotReadError(path=source.name, kind=_OLD_WORD)
    return "xls"


def _named(content: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") in content
