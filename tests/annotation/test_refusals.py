"""What cannot be annotated safely is refused by name, and nothing is written."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from support.annotating import at, copied
from support.packages import Book
from support.workbooks import packed, simple

from genderstats.errors import FormatNotAnnotatedError, InputError, PasswordProtectedError, WorkbookNotAnnotatedError
from genderstats.reporting.annotation import package

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Parts = dict[str, str | bytes]
SHEET, BOOK, RELS = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
ROW = '<{p}row r="3"><{p}c r="A3"/></{p}row>'
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


def _with(part: str, old: str, new: str) -> Callable[[Parts], Parts]:
    def changed(parts: Parts) -> Parts:
        text = str(parts[part])
        assert old in text
        return parts | {part: text.replace(old, new, 1)}

    return changed


def _doctype(part: str) -> Callable[[Parts], Parts]:
    return lambda parts: parts | {part: BOMB + str(parts[part]).partition("?>\n")[2] or BOMB + str(parts[part])}


def _without(part: str) -> Callable[[Parts], Parts]:
    return lambda parts: {name: content for name, content in parts.items() if name != part}


HOSTILE: dict[str, tuple[Callable[[Parts], Parts], str]] = {
    "entities in a sheet": (_doctype(SHEET), "document type"),
    "entities in the workbook": (lambda parts: parts | {BOOK: BOMB + str(parts[BOOK])}, "document type"),
    "entities in the styles": (
        lambda parts: parts | {"xl/styles.xml": BOMB + str(parts["xl/styles.xml"])},
        "document type",
    ),
    "entities in relationships": (lambda parts: parts | {RELS: BOMB + str(parts[RELS])}, "document type"),
    "entities in comments": (
        lambda parts: parts | {"xl/comments1.xml": BOMB + str(parts["xl/comments1.xml"])},
        "document type",
    ),
    "a sheet in UTF-16": (lambda parts: parts | {SHEET: str(parts[SHEET]).encode("utf-16")}, "UTF-8"),
    "a workbook in UTF-16": (lambda parts: parts | {BOOK: str(parts[BOOK]).encode("utf-16")}, "UTF-8"),
    "rows out of order": (_with(SHEET, '<row r="3">', '<row r="3"/><row r="2">'), "not in order"),
    "a row twice": (_with(SHEET, '<row r="3">', '<row r="3"/><row r="3">'), "not in order"),
    "cells out of order": (_with(SHEET, '<c r="D3"', '<c r="A3"'), "not in order"),
    "a stranger among the rows": (_with(SHEET, '<row r="3">', '<stranger/><row r="3">'), "no workbook should"),
    "a stranger among the cells": (_with(SHEET, '<c r="D3"', '<stranger/><c r="D3"'), "no workbook should"),
    "a row that never ends": (_with(SHEET, "</row></sheetData>", "</sheetData>"), "no workbook should"),
    "two tables of rows": (_with(SHEET, "</sheetData>", "</sheetData><sheetData></sheetData>"), "no worksheet"),
    "a sheet cut short": (_with(SHEET, "</worksheet>", ""), "not well formed"),
    "a missing sheet": (_without(SHEET), "missing"),
    "a sheet that nothing leads to": (_with(RELS, 'Id="rId1"', 'Id="rId5"'), "missing"),
    "a drawing that is missing": (_without("xl/drawings/vmlDrawing1.vml"), "missing"),
    "a drawing that is none": (
        lambda parts: parts | {"xl/drawings/vmlDrawing1.vml": "<svg/>"},
        "no workbook should",
    ),
    "comments that are none": (lambda parts: parts | {"xl/comments1.xml": "<x/>"}, "no workbook should"),
    "a history of changes": (
        _with(
            RELS,
            "</Relationships>",
            '<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/revisionHeaders"'
            ' Target="revisions/revisionHeaders.xml"/></Relationships>',
        ),
        "shared",
    ),
    "a part of two names": (lambda parts: parts | {"XL/Workbook.xml": "x"}, "one name"),
    "no workbook at all": (_without("_rels/.rels"), "missing"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_package_that_is_not_safe_is_refused_by_name(name: str, tmp_path: Path) -> None:
    change, cause = HOSTILE[name]
    plan = simple(comments={"B3": "<{p}text><{p}t>x</{p}t></{p}text>"})
    path = packed(tmp_path / "book.xlsx", change(dict(plan.parts())))
    with pytest.raises(WorkbookNotAnnotatedError, match=cause) as refused:
        copied(path, [at(path, "DS", 3, 1)], tmp_path / "out.xlsx")
    assert "Hãy mở bằng Excel" in refused.value.message("vi")
    assert not (tmp_path / "out.xlsx").exists()


def test_a_sheet_that_the_workbook_does_not_have_is_refused(tmp_path: Path) -> None:
    path = simple().write(tmp_path / "book.xlsx")
    with pytest.raises(WorkbookNotAnnotatedError, match="no sheet Khác"):
        copied(path, [at(path, "Khác", 3, 1)], tmp_path / "out.xlsx")


@pytest.mark.parametrize(
    ("part", "said"),
    [("xl/workbook.bin", ".xlsb"), ("content.xml", ".ods"), ("word/document.xml", ".docx")],
)
def test_an_archive_of_another_format_is_refused_with_what_to_do(part: str, said: str, tmp_path: Path) -> None:
    path = packed(tmp_path / "book.xlsx", {part: "x"})
    with pytest.raises(FormatNotAnnotatedError, match=f"{said}.*save as .xlsx, and run again"):
        copied(path, [], tmp_path / "out.xlsx")


@pytest.mark.parametrize(
    ("stream", "error"), [("Workbook", FormatNotAnnotatedError), ("EncryptedPackage", PasswordProtectedError)]
)
def test_an_old_or_encrypted_workbook_is_refused(stream: str, error: type[InputError], tmp_path: Path) -> None:
    path = tmp_path / "book.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + stream.encode("utf-16-le"))
    with pytest.raises(error):
        copied(path, [], tmp_path / "out.xlsx")


def test_a_package_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST", 1 << 20)
    path = packed(tmp_path / "book.xlsx", simple().parts() | {"xl/media/image2.png": "0" * (2 << 20)})
    with pytest.raises(WorkbookNotAnnotatedError, match="more than 1 MiB"):
        copied(path, [], tmp_path / "out.xlsx")


def test_a_package_cut_short_or_of_a_wrong_check_sum_is_refused(tmp_path: Path) -> None:
    path = simple().write(tmp_path / "book.xlsx")
    whole = path.read_bytes()
    at_sheet = whole.index(b"xl/media/image1.png") + 25
    for broken in (whole[:-30], whole[:at_sheet] + b"\x00\x00\x00" + whole[at_sheet + 3 :]):
        path.write_bytes(broken)
        with pytest.raises(WorkbookNotAnnotatedError, match="damaged"):
            copied(path, [], tmp_path / "out.xlsx")


def macros(parts: Parts) -> Parts:
    """The parts with macros, and their signature."""
    main, kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "vbaProject"
    led = '<Relationship Id="r9" Type="http://schemas.microsoft.com/office/2006/relationships/{}" Target="{}"/></Relationships>'
    types = str(parts["[Content_Types].xml"]).replace(main, "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
    own = '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    return parts | {
        "[Content_Types].xml": types.replace("</Types>", own),
        RELS: str(parts[RELS]).replace("</Relationships>", led.format(kind, "vbaProject.bin")),
        "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0",
        "xl/_rels/vbaProject.bin.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + led.format("vbaProjectSignature", "vbaProjectSignature.xml"),
        "xl/vbaProjectSignature.xml": "<x/>",
    }


@pytest.mark.parametrize(("suffix", "kept"), [(".xlsm", True), (".xlsx", False)])
def test_macros_stay_where_the_name_of_the_copy_allows_them(suffix: str, kept: bool, tmp_path: Path) -> None:
    path = packed(tmp_path / "book.xlsm", macros(dict(simple().parts())))
    book = Book.of(copied(path, [at(path, "DS", 3, 1)], tmp_path / f"out{suffix}"))
    assert {
        "xl/vbaproject.bin",
        "xl/vbaprojectsignature.xml",
        "xl/_rels/vbaproject.bin.rels",
    } <= book.parts.keys() or not kept
    assert any("vba" in part for part in book.parts) is kept
    assert (b"macroEnabled" in book.parts["[content_types].xml"]) is kept
    assert (b"vbaProject" in book.parts["[content_types].xml"]) is kept
    assert (b"vbaProject" in book.parts[RELS]) is kept


def test_a_copy_of_a_workbook_without_macros_may_be_called_xlsm(tmp_path: Path) -> None:
    path = simple().write(tmp_path / "book.xlsx")
    book = Book.of(copied(path, [], tmp_path / "out.xlsm"))
    assert b"macroEnabled.main+xml" in book.parts["[content_types].xml"]


def test_parts_that_are_stored_stay_stored(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in simple().parts().items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED)
    path = tmp_path / "book.xlsx"
    path.write_bytes(made.getvalue())
    with zipfile.ZipFile(copied(path, [], tmp_path / "out.xlsx")) as archive:
        kinds = {one.filename: one.compress_type for one in archive.infolist()}
    assert kinds["xl/media/image1.png"] == zipfile.ZIP_STORED
    assert {kind for name, kind in kinds.items() if not name.endswith(".png")} == {zipfile.ZIP_DEFLATED}
