"""The first sheet lists every notice as inert text, within what a spreadsheet allows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from support.annotating import at, copied, keeps_the_laws
from support.packages import Book, faults
from support.workbooks import packed, simple

from genderstats.reporting.annotation import listing

if TYPE_CHECKING:
    from pathlib import Path


def test_a_row_tells_everything_of_a_notice(tmp_path: Path) -> None:
    path = simple().write(tmp_path / "book.xlsx")
    notices = [
        at(path, "DS", 3, 1, 1),
        at(path, "DS", 1, 0, 0),
        at(path, "DS", None, None, 2),
        at(path, None, None, None, 2),
    ]
    sheet = load_workbook(copied(path, notices, tmp_path / "out.xlsx", "vi")).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["Mức độ", "Trang tính", "Ô", "Trường", "Giá trị", "Nội dung", "Đã xử lý", "Việc cần làm"]
    first = notices[1]
    told = ["Lỗi", "DS", "A1", "Ngày sinh", "=1+1", first.message.vi, "giữ nguyên, báo lại", first.reason.advice.vi]
    assert rows[1] == told
    assert [row[:3] for row in rows[1:]] == [
        ["Lỗi", "DS", "A1"], ["Cảnh báo", "DS", "B3"], ["Ghi chú", "book.xlsx", None], ["Ghi chú", "DS", "A1"],
    ]  # fmt: skip
    links = [sheet.cell(row, 3).hyperlink for row in range(2, 6)]
    assert [one and one.location for one in links] == ["'DS'!A1", "'DS'!B3", None, "'DS'!A1"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:H5")
    assert sheet["F2"].alignment.wrap_text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "'=1"])
def test_a_value_stays_a_text_even_when_it_is_edited(text: str, tmp_path: Path) -> None:
    path = simple().write(tmp_path / "book.xlsx")
    cell = load_workbook(copied(path, [at(path, "DS", 1, 0, 0, text)], tmp_path / "out.xlsx")).worksheets[0]["E2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_without_notices_the_list_says_so(tmp_path: Path) -> None:
    path = simple().write(tmp_path / "book.xlsx")
    out = copied(path, [], tmp_path / "out.xlsx")
    keeps_the_laws(path, out, [])
    assert load_workbook(out).worksheets[0]["A2"].value == "Nothing to remark."


def test_more_notices_than_a_sheet_holds_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "MOST_ROWS", 5)
    path = simple().write(tmp_path / "book.xlsx")
    out = copied(path, [at(path, "DS", row, 0) for row in range(1, 10)], tmp_path / "out.xlsx")
    sheet = load_workbook(out).worksheets[0]
    assert sheet.max_row == 5
    assert sheet["A5"].value.startswith("6 more notices")
    assert len(Book.of(out).comments("DS")) == 9


def test_exactly_as_many_notices_as_a_sheet_holds_are_all_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MOST_ROWS", 5)
    path = simple().write(tmp_path / "book.xlsx")
    out = copied(path, [at(path, "DS", row, 0) for row in range(1, 5)], tmp_path / "out.xlsx")
    assert [cell.value for cell in load_workbook(out).worksheets[0]["C"]] == ["Cell", "A1", "A2", "A3", "A4"]


def test_links_end_where_a_sheet_allows_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "MOST_LINKS", 2)
    path = simple().write(tmp_path / "book.xlsx")
    sheet = load_workbook(
        copied(path, [at(path, "DS", row, 0) for row in (1, 2, 3)], tmp_path / "out.xlsx")
    ).worksheets[0]
    assert [bool(sheet.cell(row, 3).hyperlink) for row in (2, 3, 4)] == [True, True, False]


def test_the_list_of_an_annotated_copy_gets_another_name(tmp_path: Path) -> None:
    path = simple().write(tmp_path / "book.xlsx")
    once = copied(path, [at(path, "DS", 1, 0)], tmp_path / "once.xlsx")
    twice = copied(once, [at(once, "DS", 1, 0)], tmp_path / "twice.xlsx")
    assert list(Book.of(twice).sheets) == ["Notices (2)", "Notices", "DS"]
    assert not faults(twice)


@pytest.mark.parametrize("view", ['activeTab="2" firstSheet="1"', "", 'firstSheet="2"'])
def test_every_window_shows_the_sheet_that_it_showed_and_the_first_the_list(view: str, tmp_path: Path) -> None:
    plan = simple()
    parts = plan.parts()
    book = "xl/workbook.xml"
    parts[book] = parts[book].replace(
        '<workbookView activeTab="0" firstSheet="0"/>', f'<workbookView {view}/><workbookView activeTab="4"/>'
    )
    path = packed(tmp_path / "book.xlsx", parts)
    root = Book.of(copied(path, [], tmp_path / "out.xlsx")).xml(book)
    views = [dict(one.items()) for one in root.iter() if one.tag.endswith("workbookView")]
    assert {int(value) for value in views[0].values()} <= {0}
    assert views[1] == {"activeTab": "5", "firstSheet": "1"}


def test_the_filter_of_the_list_has_its_name(tmp_path: Path) -> None:
    for names in (False, True):
        path = replace(simple(), names=names).write(tmp_path / "book.xlsx")
        book = Book.of(copied(path, [at(path, "DS", 1, 0)], tmp_path / "out.xlsx", "vi"))
        found = {
            one.get("name"): (one.get("localSheetId"), one.text)
            for one in book.xml(book.main).iter()
            if one.get("localSheetId")
        }
        assert found["_xlnm._FilterDatabase"] == ("0", "'Lưu ý'!$A$1:$H$2")
        assert found.get("_xlnm.Print_Area") == (("1", "$A$1:$B$2") if names else None)
