"""What a workbook of the trade holds stays: number formats, fonts, borders, merges, names, validations, charts, widths."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from support.annotating import at, copied, keeps_the_laws
from support.packages import Book
from support.workbooks import simple

from genderstats.reading.notices import Severity
from genderstats.reporting.annotation.palette import SHADES

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workbook with what offices put into theirs."""
    book = Workbook()
    first = book.active
    first.title = "Bìa"
    first["A1"] = "CỤC MẪU"
    sheet = book.create_sheet("Danh sách")
    sheet.append(["Họ tên", "Ngày sinh", "Hệ số", "Mã"])
    sheet.append(["Lan", dt.date(1980, 2, 1), 2.34, "007"])
    sheet.append(["Hùng", dt.date(1975, 3, 9), -1234.5, "=A1&B1"])
    for cell in sheet[2]:
        cell.font = Font(name="Times New Roman", size=13, bold=True, color="FF112233")
        cell.border = Border(left=Side("thin"), top=Side("double"))
        cell.alignment = Alignment(horizontal="center", wrap_text=True)
        cell.fill = PatternFill("solid", fgColor="FF00FF00")
    sheet["C2"].number_format = "#,##0.00;[Red]-#,##0.00"
    sheet["B2"].number_format = "dd/mm/yyyy"
    sheet.merge_cells("F1:G4")
    sheet.column_dimensions["A"].width = 33
    sheet.row_dimensions[2].height = 41
    sheet.freeze_panes = "B2"
    sheet.print_area = "A1:D3"
    sheet.print_title_rows = "1:1"
    sheet.auto_filter.ref = "A1:D3"
    validation = DataValidation(type="list", formula1='"Nam,Nữ"')
    validation.add("D2:D9")
    sheet.add_data_validation(validation)
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=1, max_row=3), titles_from_data=True)
    sheet.add_chart(chart, "I2")
    tables = book.create_sheet("Bảng")
    tables.append(["a", "b"])
    tables.append([1, 2])
    tables.add_table(Table(displayName="T1", ref="A1:B2"))
    book.defined_names["ds"] = DefinedName("ds", attr_text="'Danh sách'!$A$1:$D$3")
    book.active = 1
    made = tmp_path / "roster.xlsx"
    book.save(made)
    book.close()
    return made


def test_a_coloured_cell_keeps_all_of_its_format_but_the_fill(path: Path, tmp_path: Path) -> None:
    notices = [at(path, "Danh sách", 2, column, column) for column in range(4)]
    out = copied(path, notices, tmp_path / "out.xlsx")
    keeps_the_laws(path, out, notices)
    old, new = (load_workbook(one) for one in (path, out))
    for was, now in zip(old["Danh sách"][2][:4], new["Danh sách"][2][:4], strict=True):
        for part in ("font", "border", "alignment", "number_format", "protection", "value"):
            assert repr(getattr(was, part)) == repr(getattr(now, part))
        assert now.fill.fgColor.rgb in {one.colour for one in SHADES.values()}
        assert now.comment.author == "genderstats"


def test_cells_without_a_notice_and_the_rest_of_the_sheet_stay(path: Path, tmp_path: Path) -> None:
    out = copied(path, [at(path, "Danh sách", 9, 5)], tmp_path / "out.xlsx")
    old, new = (load_workbook(one)["Danh sách"] for one in (path, out))
    for row in old.iter_rows():
        for was in row:
            now = new[was.coordinate]
            assert (was.value, was.number_format) == (now.value, now.number_format)
            assert repr((was.fill, was.font)) == repr((now.fill, now.font))
    assert new.merged_cells.ranges == old.merged_cells.ranges
    assert [one.sqref for one in new.data_validations.dataValidation] == [
        one.sqref for one in old.data_validations.dataValidation
    ]
    assert (new.column_dimensions["A"].width, new.row_dimensions[2].height, new.freeze_panes) == (33, 41, "B2")
    assert (new.auto_filter.ref, len(new._charts)) == ("A1:D3", 1)


def test_names_and_print_areas_stay_with_their_sheets(path: Path, tmp_path: Path) -> None:
    old, new = (load_workbook(one) for one in (path, copied(path, [], tmp_path / "out.xlsx")))
    assert new.sheetnames == ["Notices", *old.sheetnames]
    assert new.active.title == "Notices"
    assert new["Danh sách"].print_area == old["Danh sách"].print_area == "'Danh sách'!$A$1:$D$3"
    assert new["Danh sách"].print_title_rows == "$1:$1"
    assert new.defined_names["ds"].attr_text == "'Danh sách'!$A$1:$D$3"
    assert list(new["Bảng"].tables) == ["T1"]


def test_only_the_new_sheet_is_selected(path: Path, tmp_path: Path) -> None:
    new = load_workbook(copied(path, [], tmp_path / "out.xlsx"))
    assert [sheet.title for sheet in new.worksheets if sheet.sheet_view.tabSelected] == ["Notices"]


def test_a_notice_at_a_covered_cell_is_shown_at_the_merged_one_and_named(path: Path, tmp_path: Path) -> None:
    notices = [at(path, "Danh sách", 3, 6), at(path, "Danh sách", 1, 5, 1)]
    book = Book.of(copied(path, notices, tmp_path / "out.xlsx"))
    said = book.comments("Danh sách")
    assert list(said) == ["F1"]
    assert "Error (G3): " in said["F1"]
    assert "Warning: " in said["F1"]
    assert "G3" not in {cell for cell, number in book.formats("Danh sách").items() if number and cell != "F1"}


def test_the_gravest_of_several_notices_gives_the_colour(path: Path, tmp_path: Path) -> None:
    out = copied(path, [at(path, "Danh sách", 3, 0, 2), at(path, "Danh sách", 3, 0, 0)], tmp_path / "out.xlsx")
    cell = load_workbook(out)["Danh sách"]["A3"]
    assert cell.fill.fgColor.rgb == SHADES[Severity.ERROR].colour
    assert cell.comment.text.index("Error") < cell.comment.text.index("Note")


def test_a_row_is_told_at_its_first_filled_cell(path: Path, tmp_path: Path) -> None:
    sheet = load_workbook(path)
    sheet["Danh sách"]["A3"] = None
    sheet.save(path)
    out = copied(path, [at(path, "Danh sách", 3, None), at(path, "Danh sách", 7, None)], tmp_path / "out.xlsx")
    new = load_workbook(out)
    assert list(Book.of(out).comments("Danh sách")) == ["B3", "A7"]
    links = [new["Notices"].cell(row, 3) for row in (2, 3)]
    assert [(one.value, one.hyperlink.location) for one in links] == [("3", "'Danh sách'!B3"), ("7", "'Danh sách'!A7")]


def test_a_cell_that_is_made_has_the_format_of_its_row_or_column(tmp_path: Path) -> None:
    rows = '<{p}row r="2" s="1" customFormat="1"/><{p}row r="4" s="1"><{p}c r="A4"/></{p}row>'
    path = simple(rows).write(tmp_path / "book.xlsx")
    notices = [at(path, "DS", row, column) for row in (2, 4, 5) for column in (1, 5)]
    book = Book.of(copied(path, notices, tmp_path / "out.xlsx"))
    numbers = {cell: book.listed("cellXfs")[number].get("numFmtId") for cell, number in book.formats("DS").items()}
    assert numbers == {"A4": "0", "B2": "14", "F2": "14", "B4": "49", "F4": "0", "B5": "49", "F5": "0"}


def test_a_cell_of_its_own_notice_and_of_its_row_s_has_the_colour_of_the_worst_and_tells_both(tmp_path: Path) -> None:
    path = simple().write(tmp_path / "book.xlsx")
    for own, whole in ((0, 1), (2, 0)):
        out = copied(path, [at(path, "DS", 3, 1, own), at(path, "DS", 3, None, whole)], tmp_path / "out.xlsx")
        cell = load_workbook(out)["DS"]["B3"]
        assert cell.fill.fgColor.rgb == SHADES[Severity.ERROR].colour
        assert cell.comment.text.count("→") == 2
