"""Comments are joined to those that are there, and every comment has its box."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from support.annotating import at, copied, keeps_the_laws
from support.packages import Book, faults, letters
from support.workbooks import COMMENTS, packed, simple

from genderstats.reporting.annotation import pages

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_text_is_joined_to_the_comment_that_a_cell_has(tmp_path: Path) -> None:
    cells = dict(zip(("A1", "B3", "C3", "D3"), COMMENTS, strict=True))
    path = simple(comments=cells).write(tmp_path / "book.xlsx")
    notices = [at(path, "DS", int(cell[1]), ord(cell[0]) - 65) for cell in cells]
    out = copied(path, notices, tmp_path / "out.xlsx")
    keeps_the_laws(path, out, notices)
    said = Book.of(out).comments("DS")
    assert [text.partition("Error")[0] for text in said.values()] == ["cũ\n", "cũ nữa\n", "", "cũ\n"]
    assert len(re.findall(rb"<v:shape ", Book.of(out).parts["xl/drawings/vmldrawing1.vml"])) == 4


def test_a_drawing_of_buttons_gets_the_boxes_of_comments_too(tmp_path: Path) -> None:
    path = simple(button=True).write(tmp_path / "book.xlsx")
    out = copied(path, [at(path, "DS", 3, 1)], tmp_path / "out.xlsx")
    keeps_the_laws(path, out, [at(path, "DS", 3, 1)])
    drawing = Book.of(out).parts["xl/drawings/vmldrawing1.vml"]
    assert b'ObjectType="Button"' in drawing
    assert re.search(rb'<o:idmap v:ext="edit" data="1,2"/>', drawing)


def test_a_threaded_conversation_stays_and_its_cell_is_told_too(tmp_path: Path) -> None:
    parts = simple(comments={"B3": "<{p}text><{p}t>[Threaded comment]</{p}t></{p}text>"}).parts()
    thread = '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"/>'
    rels = "xl/worksheets/_rels/sheet1.xml.rels"
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    led = f'<Relationship Id="rId1" Type="{kind}" Target="../threadedComments/threadedComment1.xml"/></Relationships>'
    parts[rels] = parts[rels].replace("</Relationships>", led)
    parts["xl/threadedComments/threadedComment1.xml"] = thread
    path = packed(tmp_path / "book.xlsx", parts)
    notices = [at(path, "DS", 3, 1), at(path, "DS", 3, 2)]
    out = copied(path, notices, tmp_path / "out.xlsx")
    keeps_the_laws(path, out, notices)
    assert Book.of(out).parts["xl/threadedcomments/threadedcomment1.xml"].decode() == thread
    assert Book.of(out).comments("DS")["B3"].startswith("[Threaded comment]\nError")


def test_a_drawing_in_the_page_header_is_not_taken_for_that_of_comments(tmp_path: Path) -> None:
    parts = simple(button=True).parts()
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace("legacyDrawing ", "legacyDrawingHF ")
    path = packed(tmp_path / "book.xlsx", parts)
    out = copied(path, [at(path, "DS", 3, 1)], tmp_path / "out.xlsx")
    keeps_the_laws(path, out, [at(path, "DS", 3, 1)])
    after = Book.of(out)
    assert after.parts["xl/drawings/vmldrawing1.vml"] == Book.of(path).parts["xl/drawings/vmldrawing1.vml"]
    assert after.parts[sheet].index(b"<legacyDrawing ") < after.parts[sheet].index(b"<legacyDrawingHF ")


def test_thousands_of_comments_have_boxes_of_different_numbers(tmp_path: Path) -> None:
    path = simple(comments={"A1": COMMENTS[0]}).write(tmp_path / "book.xlsx")
    notices = [at(path, "DS", row, column, row) for row in range(1, 500) for column in range(5)]
    out = copied(path, notices, tmp_path / "out.xlsx")
    keeps_the_laws(path, out, notices)
    drawing = Book.of(out).parts["xl/drawings/vmldrawing1.vml"]
    blocks = {int(one) // 1024 for one in re.findall(rb'id="_x0000_s(\d+)"', drawing)}
    mapped = re.search(rb'<o:idmap v:ext="edit" data="([\d,]*)"', drawing)
    assert mapped
    assert blocks == {int(one) for one in mapped[1].split(b",")} == {1, 2, 3, 4}


def test_of_too_many_comments_the_gravest_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST_COMMENTS", 2)
    path = simple().write(tmp_path / "book.xlsx")
    out = copied(
        path, [at(path, "DS", row, 0, reason) for row, reason in ((1, 2), (2, 0), (3, 1))], tmp_path / "out.xlsx"
    )
    book = Book.of(out)
    assert list(book.comments("DS")) == ["A2", "A3"]
    assert all(book.formats("DS")[f"A{row}"] for row in (1, 2, 3))


def test_a_comment_of_many_notices_tells_the_first_and_counts_the_rest(tmp_path: Path) -> None:
    path = simple().write(tmp_path / "book.xlsx")
    out = copied(path, [at(path, "DS", 1, 0, 1, f"v{n}") for n in range(40)], tmp_path / "out.xlsx", "vi")
    said = Book.of(out).comments("DS")["A1"]
    assert said.count("Cảnh báo: ") == 12
    assert "… và 28 mục nữa" in said


def test_a_row_that_is_widened_says_so(tmp_path: Path) -> None:
    rows = '<{p}row r="2" spans="1:2"><{p}c r="A2"><{p}v>1</{p}v></{p}c></{p}row>'
    path = simple(rows).write(tmp_path / "book.xlsx")
    out = copied(path, [at(path, "DS", 2, 27)], tmp_path / "out.xlsx")
    assert b'spans="1:28"' in Book.of(out).parts["xl/worksheets/sheet1.xml"]
    assert f"{letters(27)}2" in Book.of(out).formats("DS")


def test_no_two_sheets_have_boxes_of_one_number(tmp_path: Path) -> None:
    first = simple().sheets[0]
    plan = replace(
        simple(), sheets=(first, replace(first, name="DS2", selected=False), replace(first, name="DS3", selected=False))
    )
    path = plan.write(tmp_path / "book.xlsx")
    notices = [at(path, sheet.name, row, 0) for sheet in plan.sheets for row in range(1, 6)]
    out = copied(path, notices, tmp_path / "out.xlsx")
    keeps_the_laws(path, out, notices)
    found = [
        re.findall(rb'id="(_x0000_s\d+)"', content)
        for part, content in Book.of(out).parts.items()
        if part.endswith(".vml")
    ]
    assert [len(one) for one in found] == [5, 5, 5]
    assert len({one for listed in found for one in listed}) == 15


def test_a_package_that_names_the_type_of_each_part_gets_those_of_the_new_ones(tmp_path: Path) -> None:
    parts = simple().parts()
    kind = 'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    named = "".join(f'<Override PartName="/{one}" {kind}' for one in ("_rels/.rels", "xl/_rels/workbook.xml.rels"))
    types = parts["[Content_Types].xml"].replace(f'<Default Extension="rels" {kind}', named)
    path = packed(tmp_path / "book.xlsx", parts | {"[Content_Types].xml": types})
    assert not faults(path)
    assert not faults(copied(path, [at(path, "DS", 3, 1)], tmp_path / "out.xlsx"))
