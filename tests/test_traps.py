"""Layouts and cells that could give a wrong figure in silence, each as small as it can be."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import openpyxl
import pytest

from genderstats import compute
from genderstats.errors import PersonalColumnError, SexNotReadError

if TYPE_CHECKING:
    from pathlib import Path

    from genderstats.workflows.compute import Computation


def computed(folder: Path, text: str, **asked: object) -> Computation:
    path = folder / "danh-sach.csv"
    path.write_text(text, encoding="utf-8")
    return compute(path, **asked)  # type: ignore[arg-type]


def figure(found: Computation, indicator: str) -> tuple[int, int, int]:
    """Women, men and unknown of an indicator's population."""
    one = next(one for one in found.observations if one.indicator.id == indicator and not one.by)
    return one.women, one.men, one.unknown


def noticed(found: Computation) -> set[str]:
    return {one.reason.id for one in found.gathering.notices}


STAFF = {
    "a list without names": ("Giới tính,Chức vụ\nNữ,Trưởng phòng\nNam,\nNữ,\n", (2, 1, 0)),
    "a numbered person without a name": (
        "STT,Họ và tên,Ngày sinh,Giới tính,Chức vụ\n1,A,1/1/1980,Nữ,CV\n2,,,Nam,\n3,C,1/1/1980,Nữ,CV\n",
        (2, 1, 0),
    ),
    "sections that carry counts": (
        "STT,Họ và tên,Giới tính,Năm sinh,Đảng viên\nI,Phòng A,,,5\n1,A,Nữ,1980,x\nII,Phòng B,,3,2\n1,B,Nam,1970,\n",
        (1, 1, 0),
    ),
    "letters that number the columns": (
        "STT,Họ và tên,Ngày sinh,Giới tính,Chức vụ\nA,B,C,D,E\n1,A,1/1/1980,Nữ,CV\n",
        (1, 0, 0),
    ),
    "column numbers that say what they add up": (
        "STT,Họ và tên,Ngày sinh,Giới tính,Chức vụ\n1,2,3,4,5=3+4\n1,A,1/1/1980,Nữ,CV\n",
        (1, 0, 0),
    ),
    "people who are named like a total": (
        "STT,Họ và tên,Ngày sinh,Giới tính\n1,Cộng,1/1/1980,Nữ\n2,Tổng,1/1/1970,Nam\n,Tổng cộng: 2,,\n",
        (1, 1, 0),
    ),
    "birth years in one row of Nam and Nữ": (
        "STT,Họ và tên,Nam,Nữ,Chức vụ\n1,A,,1980,CV\n2,B,1970,,CV\n3,C,,1990,CV\n",
        (2, 1, 0),
    ),
    "a second table with other columns": (
        (
            "STT,Họ và tên,Giới tính,Chức vụ\n1,A,Nữ,TP\n2,B,Nam,CV\n\nBẢNG 2\n"
            "STT,Họ và tên,Ngày sinh,Giới tính\n1,C,1/1/1980,Nữ\n2,D,1/1/1990,Nữ\n"
        ),
        (3, 1, 0),
    ),
    "a salary table below": (
        (
            "TT,Họ và tên,Giới tính,Ngày sinh\n1,A,Nữ,1/1/1980\n2,B,Nam,1/1/1970\n\n"
            "TT,Họ và tên,Bậc,Hệ số,Lương\n1,A,3,3.33,100\n2,B,4,4,200\n"
        ),
        (1, 1, 0),
    ),
    "a header cell that is a year": ("Họ và tên,Giới tính,2019\nA,Nữ,tốt\nB,Nam,khá\n", (1, 1, 0)),
    "the spouse's columns beside the person's": (
        "Họ và tên,Giới tính,Vợ/chồng,,Năm sinh\n,,Họ và tên,Giới tính,\nA,Nữ,X,Nam,1980\nB,Nam,Y,Nữ,1970\n",
        (1, 1, 0),
    ),
}


@pytest.mark.parametrize("case", STAFF)
def test_everybody_is_counted_once_and_nobody_else(case: str, tmp_path: Path) -> None:
    text, expected = STAFF[case]
    assert figure(computed(tmp_path, text), "women-share-staff") == expected


def test_a_summary_box_below_the_list_is_no_people_and_is_told(tmp_path: Path) -> None:
    found = computed(
        tmp_path, "STT,Họ và tên,Giới tính,Năm sinh\n1,A,Nữ,1980\n2,B,Nam,1970\n,Tổng cộng,2,\n,Nam,1,\n,Nữ,1,\n"
    )
    assert figure(found, "women-share-staff") == (1, 1, 0)
    assert "row-unrecognised" in noticed(found)


def test_a_second_table_in_which_no_sex_can_be_told_is_named(tmp_path: Path) -> None:
    text, _ = STAFF["a salary table below"]
    assert "table-without-roster" in noticed(computed(tmp_path, text))


def test_two_titles_on_two_lines_are_two_titles(tmp_path: Path) -> None:
    found = computed(
        tmp_path, 'Họ và tên,Giới tính,Chức vụ\nA,Nữ,"Bí thư chi bộ\nTrưởng phòng"\nB,Nam,"Phó Trưởng\nphòng"\n'
    )
    assert figure(found, "women-share-leaders") == (1, 1, 0)
    assert figure(found, "women-share-heads") == (1, 0, 0)


def test_an_abbreviation_after_a_comma_is_not_taken_for_no_office(tmp_path: Path) -> None:
    found = computed(tmp_path, 'Họ và tên,Giới tính,Chức vụ\nA,Nữ,"Chuyên viên, TBX"\nB,Nam,Trưởng phòng\n')
    assert "title-unknown" in noticed(found)


def test_the_degree_column_comes_before_the_subject_column_and_is_filled_from_it(tmp_path: Path) -> None:
    text = 'Họ và tên,Giới tính,Trình độ,\n,,"Chuyên môn, nghiệp vụ","Học hàm, học vị"\nA,Nữ,Đại học Luật,Tiến sĩ luật\nB,Nam,Cao đẳng,\n'
    found = computed(tmp_path, text, indicators=["women-share-education"])
    assert {one.by["education"]: (one.women, one.men) for one in found.observations} == {
        "doctorate": (1, 0),
        "college": (0, 1),
    }


def test_postgraduate_that_does_not_say_which_is_not_known(tmp_path: Path) -> None:
    text = "Họ và tên,Giới tính,Trình độ chuyên môn,,\n,,Sau ĐH,ĐH,CĐ\nA,Nữ,x,,\nB,Nam,,x,\nC,Nữ,,,x\n"
    found = computed(tmp_path, text, indicators=["women-share-education"])
    assert {one.by["education"]: (one.women, one.men) for one in found.observations} == {
        "bachelor": (0, 1),
        "college": (1, 0),
        "_U": (1, 0),
    }
    assert "word-unknown" in noticed(found)


EDUCATION = {
    "Trung học phổ thông": None,
    "Trên đại học": None,
    "Dược sĩ trung cấp": "intermediate",
    "Cử nhân cao đẳng": "college",
    "Trung cấp TS (thủy sản)": "intermediate",
    "Trung cấp, Trường Cao đẳng Y tế": "intermediate",
    "Thạc sĩ (đang học TS)": "master",
    "PGS.TS": "doctorate",
    "ĐHSP": "bachelor",
    "BSCK II": "specialist",
    "Thac si": "master",
}


@pytest.mark.parametrize("cell", EDUCATION)
def test_a_degree_is_read_for_what_it_is(cell: str) -> None:
    from genderstats.people.codes import code_list

    assert code_list("education").find(cell) == EDUCATION[cell]


PARTY = {
    "words for no": ("1/1/2000\nĐóng\n01/01/1800\nQuần chúng\n1/1/2001\n", 2),
    "marks among dates": ("1/1/2000\nx\nKhông\n\n2/2/2002\n", 3),
    "a remark beside the date": ("1/1/2005 (dự bị)\n\n\n\n2/2/2005; 2/2/2006\n", 2),
}


@pytest.mark.parametrize("case", PARTY)
def test_a_party_column_makes_members_of_dates_and_marks_only(case: str, tmp_path: Path) -> None:
    cells, members = PARTY[case]
    rows = "".join(f"N{place},Nữ,{cell}\n" for place, cell in enumerate(cells.split("\n")[:5]))
    found = computed(tmp_path, f"Họ và tên,Giới tính,Ngày vào Đảng\n{rows}")
    rate = next(one for one in found.observations if one.indicator.id == "party-rate")
    assert (rate.numerator, rate.denominator) == (members, 5)


def test_a_date_in_a_column_of_marks_marks(tmp_path: Path) -> None:
    found = computed(tmp_path, "Họ và tên,Giới tính,Đảng viên\nA,Nữ,01/02/2005\nB,Nữ,Chính thức\nC,Nam,\n")
    assert figure(found, "women-share-party-members") == (2, 0, 0)


def test_the_age_structure_of_a_unit_is_of_that_unit(tmp_path: Path) -> None:
    text = "Họ và tên,Giới tính,Ngày sinh,Đơn vị\nA,Nữ,1/1/1999,P1\nB,Nữ,1/1/1970,P1\nC,Nữ,1/1/1970,P2\nD,Nữ,,P2\nE,Nam,1/1/1970,P2\n"
    found = computed(tmp_path, text, indicators=["age-structure"], by=["unit"], as_of="2021-12-31")
    told = {(one.by["unit"], one.by["age"]): (one.numerator, one.denominator) for one in found.observations}
    assert told == {("P1", "<30"): (1, 2), ("P1", "50-59"): (1, 2), ("P2", "50-59"): (1, 1), ("P2", "_U"): (None, None)}


def test_a_column_of_sex_that_says_nothing_known_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(SexNotReadError, match="Giới tính"):
        computed(tmp_path, "Họ và tên,Giới tính\nA,1\nB,0\nC,1\n")


MARKED = "STT;Họ và tên;Nữ;Chức vụ\n"
MORE_STAFF = {
    "a section whose count stands under the marks": (f"{MARKED}I;Phòng A;1;\n1;A A;;TP\n2;B B;x;CV\n", (1, 1, 0)),
    "a section with counts under Nam and Nữ": (
        "STT;Họ và tên;Nam;Nữ;Đơn vị\nI;Phòng A;1;1;\n1;A A;x;;P\n2;B B;;x;P\n",
        (1, 1, 0),
    ),
}


@pytest.mark.parametrize("case", MORE_STAFF)
def test_a_section_with_counts_is_no_person(case: str, tmp_path: Path) -> None:
    text, expected = MORE_STAFF[case]
    found = computed(tmp_path, text)
    assert figure(found, "women-share-staff") == expected
    assert found.gathering.ledger.set_aside["section"] == 1


def test_sections_numbered_in_any_way_name_their_unit(tmp_path: Path) -> None:
    text = "STT;Họ và tên;Giới tính\nI.;Phòng A;\n1;A A;Nam\nB;Văn phòng;\n1;B B;Nữ\n"
    found = computed(tmp_path, text, indicators=["women-share-staff"], by=["unit"])
    assert {one.by["unit"]: (one.women, one.men) for one in found.observations} == {
        "Phòng A": (0, 1),
        "Văn phòng": (1, 0),
    }


def test_people_without_a_unit_among_others_with_one_are_told(tmp_path: Path) -> None:
    assert "unit-blank" in noticed(
        computed(tmp_path, "Đơn vị,Họ và tên,Giới tính\nPhòng A,A,Nam\n,B,Nữ\nPhòng B,C,Nam\n")
    )


def test_the_bounds_hold_whatever_is_true_of_those_who_may_belong(tmp_path: Path) -> None:
    found = computed(
        tmp_path,
        "Họ và tên,Giới tính,Chức vụ\nA,Nữ,TP\nB,,TP\nC,Nữ,Abc\nD,Nam,TP\n",
        indicators=["women-share-leaders"],
    )
    assert found.observations[0].bounds == (Fraction(1, 3), Fraction(3, 4))


def test_flows_end_on_the_day_of_the_roster_and_later_dates_are_not_believed(tmp_path: Path) -> None:
    header = "Danh sách tính đến ngày 30/6/2021\nHọ và tên;Giới tính;Ngày tuyển dụng;Ngày vào Đảng\n"
    text = f"{header}A;Nữ;1/9/2021;1/9/2031\nB;Nam;1/3/2021;1/3/2010\n"
    found = computed(tmp_path, text)
    assert figure(found, "women-share-recruits") == (0, 1, 0)
    assert figure(found, "women-share-party-members") == (0, 1, 0)
    assert "date-after-as-of" in noticed(found)


def test_a_line_of_place_and_date_is_no_period(tmp_path: Path) -> None:
    text = "Hòa Sơn, ngày 05 tháng 01 năm 2022\nHọ và tên;Giới tính;Năm sinh\nA;Nữ;1990\nB;Nam;1991\n"
    path = tmp_path / "danh-sach-2021.csv"
    path.write_text(text, encoding="utf-8")
    assert str(compute(path).gathering.moment.period) == "2021"


STUDYING = ["Thạc sĩ (đang học)", "ThS (đang theo học)", "Đại học (chưa tốt nghiệp)"]


@pytest.mark.parametrize("cell", STUDYING)
def test_a_degree_that_is_being_studied_is_not_held(cell: str) -> None:
    from genderstats.people.codes import code_list

    assert code_list("education").find(cell) is None


def test_a_total_under_a_column_of_women_counts_women(tmp_path: Path) -> None:
    assert "control-total-differs" not in noticed(
        computed(tmp_path, f"{MARKED}1;A;x;TP\n2;B;;CV\n3;C;x;CV\n;Tổng cộng;2;\n")
    )


def test_the_number_in_a_total_s_label_is_the_one_that_counts(tmp_path: Path) -> None:
    text = "STT;Họ và tên;Giới tính\n1;A;Nữ\n2;B;Nam\n;Tổng cộng: 03 người (Nam: 01; Nữ: 02);\n"
    assert "control-total-differs" in noticed(computed(tmp_path, text))


def test_a_chief_accountant_heads_no_unit(tmp_path: Path) -> None:
    text = "Họ và tên,Giới tính,Chức vụ\nA,Nữ,Kế toán trưởng\nB,Nam,Trưởng phòng\nC,Nữ,Chuyên viên phụ trách kế toán\n"
    assert figure(computed(tmp_path, text), "women-share-heads") == (0, 1, 0)


def test_the_gap_is_not_broken_down_by_the_offices_themselves(tmp_path: Path) -> None:
    text = "Họ và tên,Giới tính,Chức vụ\nA,Nữ,Trưởng phòng\nB,Nam,Chuyên viên\n"
    found = computed(tmp_path, text, indicators=["representation-gap"], by=["level"])
    assert {one.reason for one in found.observations} == {"dimension-selects"}


def test_figures_are_not_broken_down_by_personal_data(tmp_path: Path) -> None:
    with pytest.raises(PersonalColumnError):
        computed(tmp_path, "Họ và tên,Giới tính\nA,Nữ\nB,Nam\n", by=["column:Họ và tên"])


def test_a_hidden_sheet_is_read_and_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, state in (("Danh sách", "visible"), ("Cũ", "hidden")):
        sheet = book.create_sheet(name)
        sheet.sheet_state = state
        for row in (("Họ và tên", "Giới tính"), ("A", "Nữ"), ("B", "Nam")):
            sheet.append(row)
    del book["Sheet"]
    book.save(tmp_path / "hai-trang.xlsx")
    found = compute(tmp_path / "hai-trang.xlsx")
    assert figure(found, "women-share-staff") == (2, 2, 0)
    assert [one.address.sheet for one in found.gathering.notices if one.reason.id == "sheet-hidden"] == ["Cũ"]


def test_a_unit_in_a_cell_merged_down_the_side_is_everybody_s_beside_it(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("TỔNG CỤC",),
        (None,),
        ("Đơn vị", "Họ và tên", "Giới tính"),
        ("P1", "A", "Nam"),
        (None, "B", "Nữ"),
        ("P2", "C", "Nam"),
    ):
        sheet.append(row)
    sheet.merge_cells("A4:A5")
    book.save(tmp_path / "gop.xlsx")
    found = compute(tmp_path / "gop.xlsx", indicators=["women-share-staff"], by=["unit"])
    assert {one.by["unit"]: (one.women, one.men) for one in found.observations} == {"P1": (1, 1), "P2": (0, 1)}
    assert "unit-blank" not in noticed(found)


def test_spellings_of_a_unit_that_differ_in_case_or_tone_placement_are_one_unit(tmp_path: Path) -> None:
    text = "Họ và tên,Giới tính,Đơn vị\nA,Nữ,Phòng Hoà giải\nB,Nam,PHÒNG HÒA GIẢI\nC,Nữ,Phòng  hòa giải\n"
    found = computed(tmp_path, text, indicators=["women-share-staff"], by=["unit"])
    assert [(one.by["unit"], one.women, one.men) for one in found.observations] == [("Phòng Hòa giải", 2, 1)]
