"""Headers of several rows, grouped, repeated or typed without accents, that could give a wrong figure in silence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from genderstats import compute
from genderstats.errors import NoSexColumnError
from genderstats.reading.formats.source import Source
from genderstats.reading.layout.rows import KINDS
from genderstats.reading.reader import rosters_in
from genderstats.reading.sheet import ListedCells, Marks, Merge, Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from genderstats.reading.roster import Roster

LAN, HUNG = ("1", "Trần Lan", "12/05/1970"), ("2", "Lê Hùng", "13/06/1971")
PLAIN = ("TT", "Họ và tên", "Ngày sinh", "Giới tính")


def rosters(*rows: Sequence[str], merges: Sequence[Merge] = ()) -> list[Roster]:
    """The rosters of a sheet of these rows."""
    width = max(map(len, rows))
    cells = zip(*([*(cell or None for cell in row), *[None] * (width - len(row))] for row in rows), strict=True)
    sheet = Sheet("ds.xlsx", "DS", tuple(map(ListedCells, cells)), len(rows), marks=Marks(merges=tuple(merges)))
    return rosters_in([sheet], Source(Path("ds.xlsx"), b""))


def values(roster: Roster, field: str) -> list[str | None]:
    """A field of everybody."""
    one = roster.variables[field]
    return [str(one.values[code]) if code >= 0 else None for code in one.codes.tolist()]


def kinds(roster: Roster) -> list[str]:
    """What each row is."""
    return [KINDS[kind] for kind in roster.layout.rows.kinds.tolist()]


@pytest.mark.parametrize("over", ["Trong đó", "Số lượng", "Tong so", "Học sinh", "Dân tộc", "Quy hoạch", "Vợ chồng"])
def test_a_mark_of_women_under_words_of_somebody_else_or_of_counts_is_no_mark_of_the_person(over: str) -> None:
    top, below = ("TT", "Họ và tên", "Ngày sinh", over, ""), ("", "", "", "Nữ", "Ghi chú")
    with pytest.raises(NoSexColumnError):
        rosters(top, below, (*LAN, "x", ""), (*HUNG, "", ""), merges=[Merge(0, 3, 0, 4)])


@pytest.mark.parametrize("over", ["Thông tin cá nhân", "THONG TIN CHUNG", "Người lao động"])
def test_a_mark_of_women_is_read_under_words_that_group_the_columns_of_the_person(over: str) -> None:
    top, below = (over, "", "", "", "Trình độ"), ("TT", "Họ và tên", "Ngày sinh", "Nữ", "")
    merges = [Merge(0, 0, 0, 3), Merge(0, 4, 1, 4)]
    (roster,) = rosters(top, below, (*LAN, "x", "ĐH"), (*HUNG, "", "ĐH"), merges=merges)
    assert (values(roster, "sex"), kinds(roster)) == (["F", "M"], ["header", "header", "person", "person"])


def test_the_name_and_birth_of_a_husband_or_wife_typed_without_accents_are_not_the_persons() -> None:
    top, below = ("TT", "Ho ten", "Phai", "Vo chong", ""), ("", "", "", "Ho ten", "Nam sinh")
    (roster,) = rosters(top, below, ("1", "Lan", "Nu", "Hung", "1960"), merges=[Merge(0, 3, 0, 4)])
    assert roster.layout.carriers["full_name"].places == (1,)
    assert "birth_date" not in roster.layout.carriers


def test_a_year_typed_without_accents_under_day_month_and_year_is_no_man() -> None:
    top, below = ("TT", "Ho ten", "Ngay sinh", "", "", "Phai"), ("", "", "Ngay", "Thang", "Nam", "")
    rows = (("1", "Lan", "1", "2", "1990", "Nu"), ("2", "Hung", "3", "4", "1991", "Nam"))
    (roster,) = rosters(top, below, *rows, merges=[Merge(0, 2, 0, 4)])
    assert values(roster, "sex") == ["F", "M"]


@pytest.mark.parametrize(
    ("title", "merged"),
    [
        (("UBND TỈNH X", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", ""), True),
        (("Đơn vị", "", "Cục Thuế X", ""), True),
        (("Đơn vị:", "Cục Thuế X"), False),
    ],
)
def test_two_titles_beside_each_other_over_the_header_are_no_part_of_it(title: Sequence[str], merged: bool) -> None:
    merges = [Merge(0, 0, 0, 1), Merge(0, 2, 0, 3)] if merged else []
    (roster,) = rosters(title, PLAIN, (*LAN, "Nữ"), (*HUNG, "Nam"), merges=merges)
    assert kinds(roster) == ["title", "header", "person", "person"]


def test_column_numbers_over_a_mark_of_sex_are_nobody_and_a_person_numbered_so_is_one() -> None:
    header = ("TT", "Họ và tên", "Phụ nữ", "Số con", "Ngày sinh")
    people = (("1", "Lan", "x", "3", ""), ("2", "Hùng", "1", "3", "4/5/1980"))
    (roster,) = rosters(header, ("1", "2", "3", "4", "5"), *people)
    assert kinds(roster)[1] == "column-numbers"
    assert kinds(roster)[-2:] == ["person", "person"]


def test_a_header_of_two_rows_that_is_repeated_begins_no_table() -> None:
    header = ("Họ và tên", "Giới tính", "Ngày sinh", "Trình độ", ""), ("", "", "", "Chuyên môn", "LLCT")
    people = ("Lan", "Nữ", "1/2/1980", "ĐH", "CC"), ("Hùng", "Nam", "3/4/1981", "ĐH", "CC")
    (roster,) = rosters(*header, people[0], *header, people[1], merges=[Merge(0, 3, 0, 4), Merge(3, 3, 3, 4)])
    assert (values(roster, "sex"), kinds(roster)[3:5]) == (["F", "M"], ["repeated-header"] * 2)


def test_the_title_over_the_first_header_is_a_unit_where_those_over_the_later_ones_are() -> None:
    tables = ("Văn phòng",), PLAIN, (*LAN, "Nữ"), ("Phòng Tổ chức",), PLAIN, (*HUNG, "Nam")
    (roster,) = rosters(("CỤC THUẾ TỈNH X",), *tables)
    assert values(roster, "unit") == ["Văn phòng", "Phòng Tổ chức"]


def test_a_title_that_is_no_units_over_the_first_header_leaves_its_people_without_one() -> None:
    tables = ("Người có mặt",), PLAIN, (*LAN, "Nữ"), ("Phòng Tổ chức",), PLAIN, (*HUNG, "Nam")
    (roster,) = rosters(*tables)
    assert values(roster, "unit") == [None, "Phòng Tổ chức"]


def test_people_between_a_header_and_its_repetition_are_no_header(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    rows = ["Họ tên,Năm sinh,,Ngày vào Đảng,", ",Nam,Nữ,Dự bị,Chính thức", "Đỗ Thị An,,1992,,", "Lê Văn Bình,1963,,,"]
    path.write_text("\n".join([*rows, *rows[:2], "Võ Thu Cúc,,1980,,"]), encoding="utf-8")
    (one,) = compute(path, indicators=["women-share-staff"]).observations
    assert (one.women, one.men) == (2, 1)


def test_a_mark_of_women_that_stands_alone_on_the_row_of_the_groups_is_read() -> None:
    top, below = ("THÔNG TIN CÁ NHÂN", "", "", "Nữ"), ("Họ và tên", "Ngày sinh", "STT", "")
    (roster,) = rosters(top, below, ("Trần Lan", "12/05/1970", "1", "x"), ("Lê Hùng", "13/06/1971", "2", ""))
    assert (values(roster, "sex"), kinds(roster)) == (["F", "M"], ["header", "header", "person", "person"])
