"""Archives and XML made to do harm, or damaged: a clear refusal, at once and at little cost."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest
from support.packed import (
    SHEET,
    XML,
    archive,
    cells,
    document,
    spreadsheet,
    workbook,
    xml_workbook,
)  # fmt: skip
from support.reading import asked, told

from genderstats.reading.formats.limits import Limits
from genderstats.reading.formats.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

from support.hostile import DEEP, GOOD, LIMITS, LINUX, bomb, is_refused, packed_rows, shared_reading, with_size


# -- bombs --
@LINUX
def test_a_bomb_of_forty_million_cells_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(bomb())
    assert path.stat().st_size < 5_000_000
    answer = asked(path)
    is_refused(answer, seconds=1, memory=150)
    assert answer.kind == "FileBeyondLimitError"


def test_a_bomb_whose_directory_lies_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lying.xlsx"
    path.write_bytes(with_size(bomb(), SHEET, 5_000_000))
    is_refused(asked(path), seconds=2, memory=150)


def test_a_bomb_beside_the_sheets_whose_directory_lies_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lying.xlsx"
    strings = (
        f'{XML}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        + "<si><t>a</t></si>" * 3_000_000
    )
    parts = workbook(cells(GOOD)) | {"xl/other/strings.dat": strings}
    path.write_bytes(with_size(archive(parts), "xl/other/strings.dat", 1000))
    is_refused(asked(path))


def noise(kind: str) -> bytes:
    """A thousand rows of forty cells that pack to a tenth."""
    rng = random.Random(1)
    cell = {"plain": "<c><v>{}</v></c>", "prefixed": "<x:c><x:v>{}</x:v></x:c>"}[kind]
    return "".join(
        f"<row>{''.join(cell.format(rng.randrange(10**5)) for _ in range(40))}</row>" for _ in range(50)
    ).encode()


@pytest.mark.parametrize("kind", ["plain", "prefixed"])
@pytest.mark.parametrize("decoy", [False, True])
def test_more_cells_than_allowed_are_refused_however_loosely_they_are_packed(
    tmp_path: Path, kind: str, decoy: bool
) -> None:
    path = tmp_path / "large.xlsx"
    row = noise(kind)
    more = {"a/workbook.xml": f"{XML}<workbook/>"} if decoy else {}
    path.write_bytes(packed_rows(2_000, row, 1, **more))
    answer = asked(path, Limits(cells=2_000_000, ratio=10**6))
    is_refused(answer)
    assert answer.kind == "FileBeyondLimitError"
    assert "cells" in str(answer.refusal)


def test_more_bytes_than_allowed_are_refused_by_the_directory(tmp_path: Path) -> None:
    path = tmp_path / "large.xlsx"
    path.write_bytes(bomb())
    answer = asked(path, Limits(size=10**8, ratio=10**6))
    is_refused(answer, seconds=1, memory=150)
    assert "100,000,000" in str(answer.refusal)
    assert answer.refusal
    assert "100.000.000" in answer.refusal.message("vi")


def test_a_hundred_thousand_parts_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "parts.xlsx"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, part in workbook(cells(GOOD)).items():
            file.writestr(name, part)
        for number in range(100_000):
            file.writestr(zipfile.ZipInfo(f"x{number}"), b"")
    path.write_bytes(made.getvalue())
    answer = asked(path)
    is_refused(answer)
    assert "members=" in str(answer.refusal)


def test_parts_that_lie_over_one_another_are_refused(tmp_path: Path) -> None:
    """Thousands of entries of the directory that point at one packed part."""
    path = tmp_path / "overlap.xlsx"
    content = archive(workbook(cells([["x" * 30_000_000]])))
    start = content.rfind(b"PK\x01\x02")
    end = content.rfind(b"PK\x05\x06")
    entry = content[start:end]
    directory = content[content.find(b"PK\x01\x02") : end] + entry * 3000
    tail = bytearray(content[end:])
    count = content[content.find(b"PK\x01\x02") : end].count(b"PK\x01\x02") + 3000
    struct.pack_into("<HHI", tail, 8, count, count, len(directory))
    path.write_bytes(content[: content.find(b"PK\x01\x02")] + directory + bytes(tail))
    is_refused(asked(path))


def test_an_archive_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "nested.xlsx"
    path.write_bytes(archive({"inner.zip": archive({"inner.zip": bomb()})}))
    answer = asked(path)
    is_refused(answer)
    assert answer.kind == "NotASpreadsheetError"


def test_an_archive_with_a_password_is_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "locked.xlsx"
    content = bytearray(archive(workbook(cells(GOOD))))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(mark, at + 1)
    path.write_bytes(bytes(content))
    answer = asked(path)
    is_refused(answer)
    assert answer.kind == "PasswordProtectedError"


def test_a_damaged_file_whose_name_speaks_of_a_password_is_named_as_damaged(tmp_path: Path) -> None:
    path = tmp_path / "password encrypt limit exceeded.xlsx"
    path.write_bytes(archive({"xl/workbook.xml": "<workbook"}))
    assert asked(path).kind == "FileUnreadableError"


# -- XML --

ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/hostname">]>'
BARE = '<!DOCTYPE x SYSTEM "http://localhost:1/x.dtd">'


def declaring(part: str, declared: str) -> str:
    head, _, rest = part.partition("?>")
    return f"{head}?>{declared}{rest}"


BOOKS: dict[str, Callable[[], dict[str, str]]] = {
    "roster.xlsx": lambda: workbook(cells([*GOOD, ["&c;"]])),
    "roster.docx": lambda: document("<w:tbl>&c;</w:tbl>"),
    "roster.ods": lambda: spreadsheet(
        "<table:table-row><table:table-cell><text:p>&c;</text:p></table:table-cell></table:table-row>"
    ),
}
EVERY_PART = [(name, part) for name, made in BOOKS.items() for part in made() if part.endswith((".xml", ".rels"))]


@pytest.mark.parametrize(("name", "part"), EVERY_PART)
@pytest.mark.parametrize(
    "declared",
    [ENTITIES, OUTSIDE, BARE, "<!--" + "-" * 0 + "x" * 50_000 + "-->" + ENTITIES],
    ids=["bomb", "outside", "bare", "late"],
)
def test_entities_are_refused_in_every_part(tmp_path: Path, name: str, part: str, declared: str) -> None:
    parts = BOOKS[name]()
    path = tmp_path / name
    path.write_bytes(archive(parts | {part: declaring(parts[part], declared)}))
    answer = told(shared_reading(), Source(path), LIMITS)
    if name == "roster.docx" and part != "word/document.xml":  # parts that nobody reads
        return
    is_refused(answer)
    assert answer.kind == "UnsafeFileError"


@pytest.mark.parametrize("form", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("declared", [ENTITIES, OUTSIDE])
def test_entities_are_refused_in_an_xml_workbook_of_every_encoding(tmp_path: Path, form: str, declared: str) -> None:
    path = tmp_path / "roster.xls"
    text = declaring(xml_workbook("<Row><Cell><Data>&c;</Data></Cell></Row>"), declared)
    text = text.replace('"1.0"?', f'"1.0" encoding="{form[:6]}"?', 1)
    path.write_text(text, encoding=form)
    answer = told(shared_reading(), Source(path), LIMITS)
    is_refused(answer)
    assert answer.kind in ("UnsafeFileError", "FileUnreadableError")


def test_entities_are_refused_in_the_parts_of_a_workbook_in_utf_16(tmp_path: Path) -> None:
    path = tmp_path / "roster.xlsx"
    parts: dict[str, str | bytes] = dict(workbook(cells([*GOOD, ["&c;"]])))
    part = str(parts[SHEET]).replace("UTF-8", "UTF-16")
    parts[SHEET] = declaring(part, ENTITIES).encode("utf-16")
    path.write_bytes(archive(parts))
    is_refused(asked(path))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("roster.xlsx", lambda: archive(workbook("<row><c>" + "<v>" * DEEP + "</v>" * DEEP + "</c></row>"))),
        ("roster.docx", lambda: archive(document("<w:sdt>" * DEEP + "</w:sdt>" * DEEP))),
        ("table.docx", lambda: archive(document("<w:tbl><w:tr><w:tc>" * DEEP + "</w:tc></w:tr></w:tbl>" * DEEP))),
        ("roster.ods", lambda: archive(spreadsheet("<table:table>" * DEEP + "</table:table>" * DEEP))),
        ("roster.xls", lambda: xml_workbook("<Row>" * DEEP + "</Row>" * DEEP).encode()),
    ],
)  # fmt: skip
def test_xml_within_xml_within_xml_is_answered(tmp_path: Path, name: str, content: Callable[[], bytes]) -> None:
    path = tmp_path / name
    path.write_bytes(content())
    answer = asked(path)
    assert answer.seconds < 5
    assert answer.memory <= 300
