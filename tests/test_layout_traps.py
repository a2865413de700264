"""Layouts of a sheet that could give a wrong figure in silence, each as small as it can be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from genderstats import compute, read_roster
from genderstats.reading.formats.source import Source
from genderstats.reading.reader import rosters_in
from genderstats.reading.sheet import ListedCells, Marks, Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from genderstats.reading.roster import Roster
    from genderstats.workflows.compute import Computation

Cells = "Sequence[Sequence[object]]"


def book(folder: Path, *sheets: tuple[str, Cells], merges: Sequence[str] = ()) -> Path:
    """A workbook of named sheets; the merges are of the first."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append([cell if cell != "" else None for cell in row])
    for merge in merges:
        made.worksheets[0].merge_cells(merge)
    path = folder / "danh-sach.xlsx"
    made.save(path)
    return path


def text(folder: Path, *rows: str) -> Path:
    """A text file of these rows, their cells divided by semicolons."""
    path = folder / "danh-sach.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def figure(found: Computation, indicator: str) -> tuple[int, int, int]:
    """Women, men and unknown of an indicator's population."""
    one = next(one for one in found.observations if one.indicator.id == indicator and not one.by)
    return one.women, one.men, one.unknown


def by_unit(path: Path, **asked: Any) -> dict[str, tuple[int, int]]:
    """Women and men of the staff of each unit."""
    found = compute(path, indicators=["women-share-staff"], by=["unit"], **asked)
    return {one.by["unit"]: (one.women, one.men) for one in found.observations}


def roster(path: Path) -> Roster:
    """The one roster of a file."""
    (found,) = read_roster(path).rosters
    return found


def noticed(found: Any) -> list[str]:
    """The ids of the notices."""
    return [one.reason.id for one in found.notices]


# --- Merged headers ---------------------------------------------------------------------------------------------------------------


def test_a_cell_merged_over_columns_and_rows_stands_over_just_these(tmp_path: Path) -> None:
    rows = (
        ("TT", "Họ và tên", "Trình độ", "", "Ngày sinh", "", "Chức vụ"),
        ("", "", "Chuyên môn", "", "", "", ""),
        ("", "", "ĐH", "ThS", "Nam", "Nữ", ""),
        (1, "A", "x", "", "1/1/1980", "", "TP"),
        (2, "B", "", "x", "", "1/1/1990", ""),
    )
    merges = ("A1:A3", "B1:B3", "C1:D1", "C2:D2", "E1:F2", "G1:G3")
    found = roster(book(tmp_path, ("Bảng", rows), merges=merges))
    assert found.layout.header.depth == 3
    assert found.layout.header.text(4) == "Ngày sinh › Nam"
    assert found.people["sex"].tolist() == ["M", "F"]
    assert found.people["education"].tolist() == ["bachelor", "master"]


def test_a_column_beside_a_merged_cell_does_not_stand_under_it(tmp_path: Path) -> None:
    rows = (
        ("Họ và tên", "Giới tính", "Ngày vào Đảng", "", "", "Chức vụ"),
        ("", "", "Dự bị", "Chính thức", "Dân tộc", ""),
        ("A", "Nữ", "1/1/2000", "1/1/2001", "Kinh", "TP"),
    )
    found = roster(book(tmp_path, ("Bảng", rows), merges=("A1:A2", "B1:B2", "C1:D1", "F1:F2")))
    assert [found.layout.header.text(place) for place in (3, 4)] == ["Ngày vào Đảng › Chính thức", "Dân tộc"]


def test_a_row_of_unknown_words_under_merged_cells_belongs_to_the_header_and_names_no_unit(tmp_path: Path) -> None:
    rows = (
        ("STT", "Họ và tên", "Giới tính", "Nơi học", ""),
        ("", "", "", "Nước ngoài", ""),
        ("", "", "", "Pháp", "Mỹ"),
        (1, "A", "Nữ", "", ""),
        (2, "B", "Nam", "", ""),
    )
    found = roster(book(tmp_path, ("Bảng", rows), merges=("A1:A3", "B1:B3", "C1:C3", "D1:E1", "D2:E2")))
    assert found.layout.header.depth == 3
    assert "unit" not in found.variables
    assert found.ledger.set_aside["section"] == 0


@pytest.mark.parametrize("below", [("Họ đệm", "Tên"), ("", "")])
def test_a_name_in_two_columns_under_one_header_is_one_name(below: tuple[str, str], tmp_path: Path) -> None:
    rows = (
        ("STT", "Họ và tên", "", "Giới tính"),
        ("", *below, ""),
        (1, "Nguyễn Thị", "Lan", "Nữ"),
        (2, "Trần Văn", "Lan", "Nam"),
    )
    whole = "B1:C1" if any(below) else "B1:C2"
    found = roster(book(tmp_path, ("Bảng", rows), merges=("A1:A2", whole, "D1:D2")))
    assert found.people["full_name"].tolist() == ["Nguyễn Thị Lan", "Trần Văn Lan"]


def test_surname_and_given_name_apart_are_one_name(tmp_path: Path) -> None:
    found = roster(text(tmp_path, "STT;Họ đệm;Tên;Giới tính", "1;Nguyễn Thị;Lan;Nữ", "2;Trần;Lan;Nam"))
    assert found.people["full_name"].tolist() == ["Nguyễn Thị Lan", "Trần Lan"]


# --- Sections in sections ---------------------------------------------------------------------------------------------------------

HEAD = "STT;Họ và tên;Giới tính;Chức vụ"

NESTED = {
    "letters over numbers": (("A. CỤC X", "1. Phòng Tổ chức"), ("2. Phòng Kế toán",), ("B. CỤC Y", "1. Phòng Tổ chức")),
    "roman over numbers": (("I. CỤC X", "1. Phòng Tổ chức"), ("2. Phòng Kế toán",), ("II. CỤC Y", "1. Phòng Tổ chức")),
    "roman over two numbers": (
        ("I. CỤC X", "1.1. Phòng Tổ chức"),
        ("1.2 Phòng Kế toán",),
        ("II. CỤC Y", "2.1 Phòng Tổ chức"),
    ),
    "without blanks": (("I.CỤC X", "1.Phòng Tổ chức"), ("2.Phòng Kế toán",), ("II.CỤC Y", "1.Phòng Tổ chức")),
    "numbers over small letters": (
        ("1. CỤC X", "a) Phòng Tổ chức"),
        ("b) Phòng Kế toán",),
        ("2. CỤC Y", "a) Phòng Tổ chức"),
    ),
    "no number over numbers": (("CỤC X", "1. Phòng Tổ chức"), ("2. Phòng Kế toán",), ("CỤC Y", "1. Phòng Tổ chức")),
    "in the column of numbers": (("A;CỤC X", "I;Phòng Tổ chức"), ("II;Phòng Kế toán",), ("B;CỤC Y", "I;Phòng Tổ chức")),
    "in the column of people's numbers": (
        ("I;CỤC X", "1;Phòng Tổ chức"),
        ("2;Phòng Kế toán",),
        ("II;CỤC Y", "1;Phòng Tổ chức"),
    ),
    "three levels": (
        ("A. TỔNG CỤC", "I. CỤC X", "1. Phòng Tổ chức"),
        ("2. Phòng Kế toán",),
        ("II. CỤC Y", "1. Phòng Tổ chức"),
    ),
}


@pytest.mark.parametrize("case", NESTED)
def test_one_name_under_two_branches_is_two_units(case: str, tmp_path: Path) -> None:
    first, second, third = NESTED[case]
    people = ("1;A;Nữ;CV", "2;B;Nam;CV"), ("1;C;Nam;CV",), ("1;D;Nữ;CV",)
    rows = [row for over, under in zip((first, second, third), people, strict=True) for row in (*over, *under)]
    assert by_unit(text(tmp_path, HEAD, *rows)) == {
        "Phòng Tổ chức (CỤC X)": (1, 1),
        "Phòng Kế toán": (0, 1),
        "Phòng Tổ chức (CỤC Y)": (1, 0),
    }


def test_a_name_that_stands_under_one_branch_only_is_left_as_it_is(tmp_path: Path) -> None:
    rows = ("A. CỤC X", "1;Z;Nữ;CV", "I. Phòng A", "1;A;Nữ;CV", "B. CỤC Y", "I. Phòng B", "1;B;Nam;CV")
    assert by_unit(text(tmp_path, HEAD, *rows)) == {"CỤC X": (1, 0), "Phòng A": (1, 0), "Phòng B": (0, 1)}


def test_the_ninth_letter_is_no_roman_one(tmp_path: Path) -> None:
    rows = [f"{letter}. Phòng {letter}\n1;N{letter};Nữ;CV" for letter in "ABCDEGHIK"]
    assert by_unit(text(tmp_path, HEAD, *rows)) == {f"Phòng {letter}": (1, 0) for letter in "ABCDEGHIK"}


def test_sections_without_numbers_stand_beside_each_other(tmp_path: Path) -> None:
    rows = ("Phòng A", "1;A;Nữ;CV", "P. Tổ chức", "1;B;Nam;CV", "Phòng A", "2;C;Nam;CV")
    assert by_unit(text(tmp_path, HEAD, *rows)) == {"Phòng A": (1, 1), "P. Tổ chức": (0, 1)}


@pytest.mark.parametrize(("over", "level"), [("BỘ TÀI CHÍNH", "department"), ("CỤC THUẾ", "division")])
def test_a_title_whose_level_the_inner_unit_cannot_tell_is_told_by_the_outer_one(
    over: str, level: str, tmp_path: Path
) -> None:
    rows = (f"A. {over}", "1. Văn phòng", "1;A;Nữ;Chánh Văn phòng", "2. Phòng Kế toán", "1;B;Nam;Trưởng phòng")
    found = compute(text(tmp_path, HEAD, *rows), indicators=["women-share-heads"], by=["level"])
    women = {one.by["level"]: one.women for one in found.observations if one.women}
    men = {one.by["level"]: one.men for one in found.observations if one.men}
    assert (women, men) == ({level: 1}, {"division": 1})


def test_a_numbered_row_that_names_a_unit_and_counts_is_no_person(tmp_path: Path) -> None:
    rows = ("1;Phòng A;;;2", "1;A;Nữ;CV;", "2;B;Nam;CV;", "2;Phòng B;;;1", "1;C;Nam;CV;")
    found = roster(text(tmp_path, f"{HEAD};Đảng viên", *rows))
    assert (len(found), found.ledger.set_aside["section"]) == (3, 2)


def test_a_numbered_person_who_is_called_as_a_unit_stays_one(tmp_path: Path) -> None:
    rows = ("1;Khoa Văn Phòng;Nam;", "2;Đoàn Thị Lan;;CV", "3;Hà Thị Mai;;", "4;Viện Văn A;Nữ;CV")
    assert len(roster(text(tmp_path, HEAD, *rows))) == 4


# --- Titles of tables -------------------------------------------------------------------------------------------------------------


def test_the_title_over_each_table_is_the_unit_of_its_people(tmp_path: Path) -> None:
    rows = (
        "SỞ Y TẾ",
        "Danh sách năm 2020",
        "1. Phòng A",
        HEAD,
        "1;A;Nữ;CV",
        "2. Phòng B",
        HEAD,
        "1;B;Nam;CV",
        HEAD,
        "2;C;Nam;CV",
    )
    path = text(tmp_path, *rows)
    assert by_unit(path) == {"Phòng A": (1, 0), "Phòng B": (0, 2)}
    assert dict(roster(path).ledger.set_aside) == {"title": 4, "repeated-header": 2}


def test_a_title_above_the_first_table_that_looks_like_no_other_is_no_unit(tmp_path: Path) -> None:
    rows = ("DANH SÁCH CÁN BỘ CỤC X", HEAD, "1;A;Nữ;CV", "Phòng B", HEAD, "1;B;Nam;CV")
    assert by_unit(text(tmp_path, *rows)) == {"_U": (1, 0), "Phòng B": (0, 1)}


def test_what_stands_over_every_page_is_no_unit(tmp_path: Path) -> None:
    page = ("CỤC X", "(Tính đến ngày 31/12/2020)", HEAD)
    found = roster(text(tmp_path, *page, "1;A;Nữ;CV", *page, "2;B;Nam;CV", "Trang 3", *page, "3;C;Nam;CV"))
    assert "unit" not in found.variables


def test_a_title_over_a_table_is_no_unit_where_a_column_tells_it(tmp_path: Path) -> None:
    head = "Họ và tên;Giới tính;Đơn vị"
    assert by_unit(text(tmp_path, "Phòng A", head, "A;Nữ;P1", "Phòng B", head, "B;Nam;P2")) == {
        "P1": (1, 0),
        "P2": (0, 1),
    }


# --- Sheets -----------------------------------------------------------------------------------------------------------------------

SHEET = (("Họ và tên", "Giới tính", "Chức vụ"), ("A", "Nữ", "Chánh Văn phòng"), ("B", "Nam", ""))


def test_the_names_of_sheets_are_units_where_nothing_else_tells_them(tmp_path: Path) -> None:
    path = book(tmp_path, ("Cục Thuế", SHEET), ("Phòng Kế toán", SHEET[:2]), ("Ghi chú", [("x",)]))
    assert by_unit(path) == {"Cục Thuế": (1, 1), "Phòng Kế toán": (1, 0)}
    told = [
        one for found in read_roster(path).rosters for one in found.notices if one.reason.id == "unit-from-sheet-name"
    ]
    assert [(one.address.sheet, one.value) for one in told] == [
        ("Cục Thuế", "Cục Thuế"),
        ("Phòng Kế toán", "Phòng Kế toán"),
    ]
    heads = compute(path, indicators=["women-share-heads"], by=["level"]).observations
    assert {one.by["level"]: one.women for one in heads if one.women}["division"] == 1


@pytest.mark.parametrize(
    "names",
    [
        ("Sheet1", "Sheet2"),
        ("Năm 2020", "2021"),
        ("31-12-2020", "DS"),
        ("Nam", "Nữ"),
        ("Danh sách CBCC", "Cục X"),
        ("T1", "Quý 2"),
    ],
)
def test_names_of_lists_and_times_are_no_units(names: tuple[str, str], tmp_path: Path) -> None:
    path = book(tmp_path, *((name, SHEET) for name in names))
    assert all("unit" not in found.variables for found in read_roster(path, as_of="2021-12-31").rosters)


def test_one_sheet_that_tells_units_leaves_all_sheets_names_alone(tmp_path: Path) -> None:
    with_sections = (SHEET[0], ("Phòng A", "", ""), *SHEET[1:])
    path = book(tmp_path, ("Cục X", SHEET), ("Cục Y", with_sections))
    assert by_unit(path) == {"Phòng A": (1, 1)}


def test_many_sheets_without_rosters_are_told_in_a_few_notices(tmp_path: Path) -> None:
    cards = [(f"Người {number}", [("SƠ YẾU LÝ LỊCH",), ("Họ tên: A",)]) for number in range(25)]
    (found,) = read_roster(book(tmp_path, ("Danh sách", SHEET), *cards)).rosters
    told = [(one.reason.id, one.count) for one in found.notices if "without-roster" in one.reason.id]
    assert told == [("sheet-without-roster", 1)] * 10 + [("sheets-without-roster", 15)]


# --- Titles and units in one cell -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("header", ["Chức vụ, đơn vị công tác", "Chức vụ - Đơn vị", "Chức vụ/Đơn vị"])
def test_a_unit_that_stands_behind_the_title_is_the_unit(header: str, tmp_path: Path) -> None:
    rows = (
        "A;Nữ;Bí thư, Trưởng phòng, Phòng Tổ chức",
        "B;Nam;Chuyên viên - Phòng Kế toán",
        "C;Nam;Chuyên viên, kế toán",
    )
    path = text(tmp_path, f"Họ và tên;Giới tính;{header}", *rows)
    assert by_unit(path) == {"Phòng Tổ chức": (1, 0), "Phòng Kế toán": (0, 1), "_U": (0, 1)}
    assert figure(compute(path), "women-share-heads") == (1, 0, 0)


def test_a_column_of_units_comes_before_what_stands_behind_titles(tmp_path: Path) -> None:
    path = text(
        tmp_path, "Họ và tên;Giới tính;Chức vụ, đơn vị công tác;Đơn vị", "A;Nữ;Trưởng phòng, Phòng Tổ chức;Cục X"
    )
    assert by_unit(path) == {"Cục X": (1, 0)}


@pytest.mark.parametrize("cells", ["Trưởng phòng, Phòng A", "Trưởng phòng, Phòng A (phụ trách)"])
def test_a_unit_behind_the_title_changes_no_office(cells: str, tmp_path: Path) -> None:
    one = roster(text(tmp_path, "Họ và tên;Giới tính;Chức vụ, đơn vị công tác", f"A;Nữ;{cells}"))
    other = roster(text(tmp_path, "Họ và tên;Giới tính;Chức vụ", f"A;Nữ;{cells}"))
    assert one.offices is not None
    assert other.offices is not None
    assert one.offices.readings == other.offices.readings


# --- Tables beside each other -----------------------------------------------------------------------------------------------------

LEFT, RIGHT = ("STT", "Họ và tên", "Giới tính", "Đơn vị"), ("STT", "Họ và tên", "Giới tính", "Đơn vị")


@pytest.mark.parametrize("gap", [("",), ()])
def test_tables_beside_each_other_are_both_counted_and_keep_their_addresses(
    gap: tuple[str, ...], tmp_path: Path
) -> None:
    rows = (
        ("DANH SÁCH NĂM 2020",),
        (*LEFT, *gap, *RIGHT),
        (1, "A", "Nữ", "P1", *gap, 3, "C", "Nam", "P2"),
        (2, "B", "Nữ", "P1", *gap, 4, "D", "ABC", "P2"),
        ("", "", "", "", *gap, 5, "E", "Nữ", "P2"),
    )
    path = book(tmp_path, ("Bảng", rows))
    found = compute(path)
    assert figure(found, "women-share-staff") == (3, 1, 1)
    assert [one.people.index.tolist() for one in found.gathering.rosters] == [[3, 4], [3, 4, 5]]
    assert [dict(one.ledger.set_aside) for one in found.gathering.rosters] == [{"title": 1, "blank": 1}, {"title": 1}]
    (unread,) = [one for one in found.gathering.notices if one.reason.id == "sex-unrecognised"]
    assert unread.address.cell == ("H4" if gap else "G4")


def test_columns_of_somebody_else_beside_the_person_s_are_no_second_table(tmp_path: Path) -> None:
    head = "STT;Họ và tên;Giới tính;Số;Họ và tên người giới thiệu;Giới tính"
    assert figure(compute(text(tmp_path, head, "1;A;Nữ;1;X;Nam", "2;B;Nam;2;Y;Nam")), "women-share-staff") == (1, 1, 0)


def test_a_second_table_that_nobody_stands_in_is_none(tmp_path: Path) -> None:
    path = text(tmp_path, ";".join((*LEFT, *RIGHT)), "1;A;Nữ;P;;;;", "2;B;Nam;P;;;;")
    assert figure(compute(path), "women-share-staff") == (1, 1, 0)


# --- Cells that hold several things -----------------------------------------------------------------------------------------------


def test_the_parts_of_a_cell_are_read_as_its_header_says(tmp_path: Path) -> None:
    rows = (
        (
            "STT",
            "Họ và tên",
            "Ngày tháng năm sinh / Cấp bậc / Ngày nhận",
            "Thành phần GĐ / Dân tộc / Tôn giáo",
            "Giới tính\nChức vụ",
        ),
        (1, "A", "12/03/1985 / Đại úy / 01/2019", "Bần nông / Kinh / Không", "Nữ\nTrưởng phòng"),
        (2, "B", "1990/\nTrung úy /\n02/2020", "Bần nông / Tày / Phật", "Nam /\nNhân viên"),
        (3, "C", "1991 /  / 03/2020", "Nùng", "Nữ / "),
    )
    found = roster(book(tmp_path, ("Bảng", rows)))
    people = found.people.astype(object).where(lambda table: table.notna(), None)
    assert people["sex"].tolist() == ["F", "M", "F"]
    assert [day.year for day in people["birth_date"]] == [1985, 1990, 1991]
    assert people["rank"].tolist() == ["Đại úy", "Trung úy", None]
    assert people["ethnicity"].tolist() == ["kinh", "minority", None]
    told = [
        (one.reason.id, one.address.cell, one.count) for one in found.notices if one.reason.id == "composite-unclear"
    ]
    assert told == [("composite-unclear", "D4", 1)]


WHOLE = {
    "a known header with a stroke": ("Chức vụ/Chức danh", "Trưởng phòng / Bí thư", "position"),
    "a date in a column of one date": ("Ngày sinh", "12/03/1985", "birth_date"),
    "one known part, and cells that do not divide": ("Chức vụ / Phụ cấp", "Trưởng phòng", None),
    "a relative's part": ("Họ tên cha / Ngày sinh", "X / 1/1/1950", None),
    "two parts of one field": ("Ngày sinh / Năm sinh", "1/1/1980 / 1980", None),
}


@pytest.mark.parametrize("case", WHOLE)
def test_a_cell_is_divided_only_where_its_header_says_so(case: str, tmp_path: Path) -> None:
    header, cell, field = WHOLE[case]
    found = roster(text(tmp_path, f"STT;Họ và tên;Giới tính;{header}", f"1;A;Nữ;{cell}", f"2;B;Nam;{cell}"))
    assert [name for name in found.variables if name not in ("full_name", "sex")] == ([field] if field else [])


def test_one_known_part_is_read_where_all_cells_divide_alike(tmp_path: Path) -> None:
    head = "STT;Họ và tên;Giới tính;Chức vụ / Ngày nhận"
    found = compute(text(tmp_path, head, "1;A;Nữ;Trưởng phòng / 01/2019", "2;B;Nam;Chuyên viên / 2/2020"))
    assert figure(found, "women-share-heads") == (1, 0, 0)


def test_a_name_may_stand_with_another_name_or_alone(tmp_path: Path) -> None:
    head = "STT;Họ và tên khai sinh / Họ và tên thường dùng;Giới tính;Chức vụ"
    assert roster(text(tmp_path, head, "1;An / Ba;Nữ;CV", "2;Cúc;Nam;CV")).people["full_name"].tolist() == ["An", "Cúc"]


# --- Hidden and uncomputed cells --------------------------------------------------------------------------------------------------


def marked(marks: Marks) -> Roster:
    """A roster of three people whose sheet has these marks."""
    rows = (
        ("STT", "Họ và tên", "Giới tính", "Khác"),
        ("1", "A", "Nữ", ""),
        ("2", "B", "Nam", ""),
        ("3", "C", None, ""),
    )
    cells = tuple(ListedCells(column) for column in zip(*rows, strict=True))
    sheet = Sheet("a.xlsx", "Bảng", cells, len(rows), marks=marks)
    (found,) = rosters_in([sheet], Source(Path("a.xlsx"), b""))
    return found


def test_people_in_hidden_rows_are_counted_and_told() -> None:
    found = marked(Marks(hidden_rows=frozenset({1, 3, 4, 9})))
    told = [(one.address.row, one.count) for one in found.notices if one.reason.id == "rows-hidden"]
    assert (len(found), told) == (3, [(3, 2)])


def test_hidden_rows_without_people_and_hidden_columns_that_are_not_read_are_not_told() -> None:
    found = marked(Marks(hidden_rows=frozenset({1, 9}), hidden_columns=frozenset({0, 3})))
    assert not {"rows-hidden", "columns-hidden"} & set(noticed(found))


def test_a_hidden_column_that_is_read_is_told() -> None:
    found = marked(Marks(hidden_columns=frozenset({2, 3})))
    assert [(one.field, one.address.column) for one in found.notices if one.reason.id == "columns-hidden"] == [
        ("sex", 2)
    ]


def test_formulas_without_a_value_are_told_once_a_column_that_is_read() -> None:
    found = marked(Marks(uncomputed=((4, 2), (3, 2), (2, 3), (9, 2))))
    told = [
        (one.address.cell, one.count, one.field) for one in found.notices if one.reason.id == "formula-not-computed"
    ]
    assert told == [("C3", 2, "sex")]


def test_a_header_whose_cells_are_only_in_part_merged_is_read_by_both(tmp_path: Path) -> None:
    rows = (
        ("Họ và tên", "Ngày sinh", "", "Trình độ chuyên môn", "", "Chức vụ"),
        ("", "Nam", "Nữ", "ĐH", "ThS", ""),
        ("A", "", "1/1/1980", "", "x", "TP"),
    )
    found = roster(book(tmp_path, ("Bảng", rows), merges=("B1:C1", "A1:A2")))
    assert (found.people["sex"].tolist(), found.people["education"].tolist()) == (["F"], ["master"])


def test_a_section_straight_above_a_page_s_header_names_the_unit_of_the_page(tmp_path: Path) -> None:
    rows = ("1. Phòng A", "1;A;Nữ;CV", "2. Phòng B", HEAD, "1;B;Nam;CV", "3. Phòng C", "1;C;Nữ;CV")
    assert by_unit(text(tmp_path, HEAD, *rows)) == {"Phòng A": (1, 0), "Phòng B": (0, 1), "Phòng C": (1, 0)}


def test_a_numbered_row_that_was_not_filled_in_is_blank_and_names_no_unit(tmp_path: Path) -> None:
    found = roster(text(tmp_path, HEAD, "Phòng A", "1;A;Nữ;CV", "2;;;", "3;C;Nam;CV", "4;;;"))
    assert found.people["unit"].tolist() == ["Phòng A", "Phòng A"]
    assert dict(found.ledger.set_aside) == {"section": 1, "blank": 2}


def test_parts_divided_by_dashes_are_read_where_the_cells_are_divided_so(tmp_path: Path) -> None:
    head = "STT;Họ và tên;Giới tính;Chức vụ - Ngày bổ nhiệm"
    found = roster(
        text(tmp_path, head, "1;A;Nữ;Trưởng phòng - 01/02/2019", "2;B;Nam;Phó Trưởng phòng – 2020", "3;C;Nam;")
    )
    people = found.people.astype(object).where(lambda table: table.notna(), None)
    assert people["position"].tolist() == ["Trưởng phòng", "Phó Trưởng phòng", None]
    assert [day.year if day else None for day in people["appointment_date"]] == [2019, 2020, None]


LEVELS = {
    "sections that only group others tell no level": (
        ("A. CỤC X", "I. CÁC PHÒNG", "1. Văn phòng"),
        "Chánh Văn phòng",
        "division",
    ),
    "the directors are no body": (("A. SỞ Y TẾ", "1. Ban Giám đốc"), "Giám đốc", "department"),
    "a person straight under the outer section": (("A. CỤC X",), "Cục trưởng", "department"),
    "a section without a number": (("CỤC X", "Văn phòng"), "Trưởng phòng", "division"),
}


@pytest.mark.parametrize("case", LEVELS)
def test_the_sections_above_a_person_tell_the_level_of_the_office(case: str, tmp_path: Path) -> None:
    above, title, level = LEVELS[case]
    found = compute(text(tmp_path, HEAD, *above, f"1;A;Nữ;{title}"), indicators=["women-share-heads"], by=["level"])
    assert [one.by["level"] for one in found.observations if one.women] == [level]


MORE_UNITS = {
    "a signature between two tables": (
        ("1. Phòng A", HEAD, "1;A;Nữ;CV", "NGƯỜI LẬP BIỂU", "Nguyễn X", "2. Phòng B", HEAD, "1;B;Nam;CV"),
        {"Phòng A": (1, 0), "Phòng B": (0, 1)},
    ),
    "a unit that goes on": (
        (HEAD, "I. Phòng A", "1;A;Nữ;CV", HEAD, "I. Phòng A (tiếp theo)", "2;B;Nam;CV"),
        {"Phòng A": (1, 1)},
    ),
    "units behind a label": (
        ("Đơn vị: Phòng A", HEAD, "1;A;Nữ;CV", "Đơn vị: Phòng B", HEAD, "1;B;Nam;CV"),
        {"Phòng A": (1, 0), "Phòng B": (0, 1)},
    ),
    "bullets under numbers": (
        (HEAD, "1. Cục X", "- Phòng A", "1;A;Nữ;CV", "2. Cục Y", "- Phòng A", "1;B;Nam;CV"),
        {"Phòng A (Cục X)": (1, 0), "Phòng A (Cục Y)": (0, 1)},
    ),
}


@pytest.mark.parametrize("case", MORE_UNITS)
def test_rows_that_name_units_are_read_in_many_shapes(case: str, tmp_path: Path) -> None:
    rows, expected = MORE_UNITS[case]
    assert by_unit(text(tmp_path, *rows)) == expected


@pytest.mark.parametrize(("first", "second"), [("I", "II"), ("1", "2")])
def test_counts_of_sections_leave_births_under_nam_and_nu_births(first: str, second: str, tmp_path: Path) -> None:
    rows = (
        f"{first};Phòng A;1;1;",
        "1;A;1980;;CV",
        "2;B;;1981;CV",
        f"{second};Phòng B;0;1;",
        "1;C;;1990;CV",
        "Tổng;;1;2;",
    )
    found = roster(text(tmp_path, "STT;Họ và tên;Nam;Nữ;Chức vụ", *rows))
    assert found.people["sex"].tolist() == ["M", "F", "F"]
    assert dict(found.ledger.set_aside) == {"section": 2, "total": 1}


def test_a_second_table_of_subtotals_is_not_counted_again(tmp_path: Path) -> None:
    rows = (
        "I;Phòng A;;",
        "1;A;Nữ;CV",
        "2;B;Nam;CV",
        ";Cộng: 2;;",
        "II;Phòng B;;",
        "1;C;Nữ;CV",
        ";Cộng: 1;;",
        ";Tổng cộng: 3;;",
    )
    found = roster(text(tmp_path, HEAD, *rows))
    assert (len(found), dict(found.ledger.set_aside)) == (3, {"section": 2, "total": 3})
    assert "control-total-differs" not in noticed(found)


def test_a_cell_without_a_mark_is_the_first_part_where_it_can_be_no_other(tmp_path: Path) -> None:
    head = "STT;Họ và tên;Giới tính;Chức vụ / Ngày nhận;Ngày vào Đảng / Ngày chính thức"
    rows = (
        "1;A;Nữ;Trưởng phòng / 01/02/2019;1/1/2000 / 1/1/2001",
        "2;B;Nam;Thư ký;2/2/2002 / 2/2/2003",
        "3;C;Nam;5/2020;3/3/2003",
    )
    found = roster(text(tmp_path, head, *rows))
    people = found.people.astype(object).where(lambda table: table.notna(), None)
    assert people["position"].tolist() == ["Trưởng phòng", "Thư ký", None]
    assert [day and day.year for day in people["appointment_date"]] == [2019, None, None]
    assert [day and day.year for day in people["party_official_date"]] == [2001, 2003, None]
    assert [day.year for day in people["party_admission_date"]] == [2000, 2002, 2003]
    told = [(one.address.cell, one.count) for one in found.notices if one.reason.id == "composite-unclear"]
    assert told == [("D4", 1)]


def test_the_title_straight_above_the_first_table_is_a_unit_where_it_stands_apart_from_the_document_s(
    tmp_path: Path,
) -> None:
    tables = (HEAD, "1;A;Nữ;CV", "Phòng B", HEAD, "1;B;Nam;CV")
    assert by_unit(text(tmp_path, "SỞ Y TẾ", "", "Lãnh đạo Sở", *tables)) == {"Lãnh đạo Sở": (1, 0), "Phòng B": (0, 1)}
    assert by_unit(text(tmp_path, "SỞ Y TẾ", "", "Danh sách cán bộ Sở", *tables)) == {"_U": (1, 0), "Phòng B": (0, 1)}


def test_the_levels_of_a_header_are_matched_from_any_level_down(tmp_path: Path) -> None:
    rows = (
        ("Họ và tên", "Giới tính", "Đảng", ""),
        ("", "", "Ngày vào Đảng", ""),
        ("", "", "Dự bị", "Chính thức"),
        ("A", "Nữ", "1/1/2000", "1/1/2001"),
    )
    found = roster(book(tmp_path, ("Bảng", rows), merges=("A1:A3", "B1:B3", "C1:D1", "C2:D2")))
    assert {"party_admission_date", "party_official_date"} <= found.variables.keys()


def test_a_header_typed_without_accents_is_found(tmp_path: Path) -> None:
    found = roster(text(tmp_path, "STT;Ho va ten;Gioi tinh;Chuc vu", "1;A;Nu;Truong phong", "2;B;Nam;CV"))
    assert found.people["sex"].tolist() == ["F", "M"]
