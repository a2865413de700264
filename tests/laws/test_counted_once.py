"""Whoever stands on the list twice is counted once, and nobody else is lost."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.counting import figures
from support.rosters import Plan, plans
from support.sheets import write

from genderstats import compare, compute, read_roster
from genderstats.people.fields import fields
from genderstats.people.person import Person
from genderstats.reading.profile import Profile
from genderstats.workflows.check import check

if TYPE_CHECKING:
    from genderstats.workflows.compute import Computation
    from genderstats.workflows.gathering import Gathering

HEAD = ["Số hiệu", "Họ và tên", "Giới tính", "Ngày sinh"]
Grid = list[list[str]]


def read(*grids: Grid) -> Gathering:
    with tempfile.TemporaryDirectory() as folder:
        names = [write(Path(folder) / f"{chr(97 + place)}.csv", grid) for place, grid in enumerate(grids)]
        return read_roster(*names, as_of="2020-12-31")


def sexes(gathering: Gathering) -> tuple[int, int, int]:
    """Women, men, not known."""
    told = [one.sex for roster in gathering.rosters for one in roster.records()]
    return told.count("F"), told.count("M"), told.count(None)


def told(gathering: Gathering) -> list[tuple[str, int | None, str | None]]:
    """What is told of people who are listed twice, or seem to be: reason, row, and the row it speaks of."""
    reasons = ("listed-twice", "staff-number-repeated", "name-and-birth-repeated")
    return [(one.reason.id, one.address.row, one.where) for one in gathering.notices if one.reason.id in reasons]


def born(plan: Plan) -> list[dict[str, str]]:
    """The people of a roster, each with a whole date of birth."""
    days = ("8/3/1975", "01/12/1980", "1990-06-30")
    return [person | ({} if person["birth_date"] in days else {"birth_date": days[0]}) for person in plan.people]


COPIES = st.lists(st.integers(0, 40), min_size=1, max_size=12)


@pytest.mark.parametrize("by", [(), ("unit",), ("level", "role")])
@given(plan=plans(wide=True), copied=COPIES, chance=st.randoms(use_true_random=False))
def test_rows_copied_anywhere_and_in_any_order_change_no_figure(
    by: tuple[str, ...], plan: Plan, copied: list[int], chance: Random
) -> None:
    people = born(plan)
    rows = people + [people[place % len(people)] for place in copied]
    chance.shuffle(rows)
    assert figures(plan.only(rows).grid(), by=by) == figures(plan.only(people).grid(), by=by)


@given(plans(wide=True), COPIES)
def test_people_copied_to_another_file_change_no_figure(plan: Plan, copied: list[int]) -> None:
    people = born(plan)
    others = [people[place % len(people)] for place in copied]
    assert figures(plan.only(people).grid(), plan.only(others).grid()) == figures(plan.only(people).grid())


@given(plans(), COPIES, st.randoms(use_true_random=False))
def test_rows_of_one_staff_number_are_one_person_however_the_birth_is_written(
    plan: Plan, copied: list[int], chance: Random
) -> None:
    grid = plan.only(plan.people).grid()
    head, rows = ["Số hiệu", *grid[0]], [[f"CB{place}", *row] for place, row in enumerate(grid[1:])]
    more = rows + [rows[place % len(rows)] for place in copied]
    chance.shuffle(more)
    assert sexes(read([head, *more])) == sexes(read([head, *rows]))


def numbered(rows: Grid) -> Grid:
    """A roster of these rows, each numbered, so that all are people."""
    return [["STT", *HEAD, "Chức vụ"], *([str(place), *row, "Chuyên viên"] for place, row in enumerate(rows, 1))]


FACTS = (
    st.tuples(
        st.sampled_from(["", "1", "2", "3"]),
        st.sampled_from(["", "Lê Hoà", "LÊ HÒA", "Vũ An"]),
        st.sampled_from(["Nữ", "Nam", "?"]),
        st.sampled_from(["", "1980", "3/1980", "8/3/1980", "9/3/1980"]),
    )
    .filter(lambda row: row != ("", "", "?", ""))
    .map(list)
)


@given(st.lists(FACTS, min_size=1, max_size=9), st.randoms(use_true_random=False))
@example([["1", "", "Nữ", ""], ["1", "", "?", "1980"], ["1", "", "Nam", ""]], Random(1))
@example(
    [["", "Lê Hoà", "Nữ", "8/3/1980"], ["1", "", "Nữ", ""], ["1", "LÊ HÒA", "Nữ", "8/3/1980"], ["", "Vũ An", "Nữ", ""]],
    Random(3),
)
def test_who_is_one_does_not_depend_on_the_order_of_the_rows(rows: Grid, chance: Random) -> None:
    shuffled = chance.sample(rows, len(rows))
    one, other = read(numbered(rows)), read(numbered(shuffled))
    assert one.ledger == other.ledger
    assert sexes(one) == sexes(other)


@given(st.lists(FACTS, min_size=1, max_size=9))
def test_every_row_set_aside_as_listed_again_is_told_at_its_address(rows: Grid) -> None:
    found = read(numbered(rows))
    (roster,) = found.rosters
    again = [roster.sheet.number(row) for row in roster.layout.rows.of("listed-again").tolist()]
    assert [row for reason, row, _ in told(found) if reason == "listed-twice"] == again
    assert found.ledger.set_aside["listed-again"] == len(again)
    assert len(roster) + len(again) == found.ledger.rows - found.ledger.rejected


@given(st.lists(FACTS, min_size=1, max_size=5), st.lists(FACTS, min_size=1, max_size=5))
def test_nobody_is_of_two_sexes_and_no_two_people_are_made_of_one_row(rows: Grid, others: Grid) -> None:
    women, men, unknown = sexes(read(numbered(rows), numbered(others)))
    said = [row[2] for row in (*rows, *others)]
    assert women <= said.count("Nữ")
    assert men <= said.count("Nam")
    assert women + men + unknown <= len(said)
    assert (women > 0, men > 0) == ("Nữ" in said, "Nam" in said)


DATED = st.fixed_dictionaries(
    {
        "birth_date": st.sampled_from(["", "8/3/1980", "1999", "32/1/1980"]),
        "party_admission_date": st.sampled_from(["", "1/1/1990", "2/2/2002", "x", "Không"]),
        "party_official_date": st.sampled_from(["", "1/1/1991", "2/2/2001"]),
        "hire_date": st.sampled_from(["", "1/1/1979", "1/1/2003"]),
        "education": st.sampled_from(["", "Tiến sĩ", "Cao đẳng"]),
        "position": st.sampled_from(["", "Trưởng phòng", "Cục trưởng", "Abc"]),
        "party_position": st.sampled_from(["", "Bí thư chi bộ"]),
    }
)
HEADERS = {
    "birth_date": "Ngày sinh", "party_admission_date": "Ngày vào Đảng", "party_official_date": "Ngày chính thức",
    "hire_date": "Ngày tuyển dụng", "education": "Học vị", "position": "Chức vụ", "party_position": "Chức vụ Đảng",
}  # fmt: skip


@given(st.lists(DATED, min_size=1, max_size=4), st.lists(DATED, min_size=1, max_size=4), st.data())
def test_what_the_rows_of_a_person_say_together_is_a_record(
    rows: list[dict[str, str]], others: list[dict[str, str]], data: st.DataObject
) -> None:
    def grid(part: list[dict[str, str]]) -> Grid:
        names = ["birth_date", *data.draw(st.lists(st.sampled_from(list(HEADERS)[1:]), unique=True))]
        head = ["Số hiệu", "Họ và tên", "Giới tính", *(HEADERS[name] for name in names)]
        return [head, *(["1", "Lê Thị An", "Nữ", *(row[name] for name in names)] for row in part)]

    for roster in read(grid(rows), grid(others)).rosters:
        records = list(roster.records())
        assert len(records) == len(roster) == len(roster.people)
        assert all(Person.model_validate(dict(one)) == one for one in records)
        assert list(roster.variables) == [name for name in fields() if name in roster.variables]


ONE, TWO = 1, 2
AN, AN2 = ["", "Lê Hòa", "Nữ", "8/3/1980"], ["A2", "Lê Hòa", "Nữ", "8/3/1980"]
PAIRS = {
    "the same number and name, spelt otherwise": (["A1", "Lê Hoà", *AN[2:]], ["a1", "LÊ HÒA", "Nữ", "08/03/1980"], ONE, "listed-twice"),
    "one lacks the number": (["A1", *AN[1:]], ["", "Lê  hòa", "Nữ", "8.3.1980"], ONE, "listed-twice"),
    "no numbers": (AN, ["", "Lê Hòa", "", "1980-03-08"], ONE, "listed-twice"),
    "a year alone": (["", "Lê Hòa", "Nữ", "1980"], ["", "Lê Hòa", "Nữ", "1980"], TWO, None),
    "namesakes born on other days": (AN, ["", "Lê Hòa", "Nữ", "9/3/1980"], TWO, None),
    "one number, two names": (["A1", *AN[1:]], ["A1", "Vũ An", "Nữ", "8/3/1980"], TWO, "staff-number-repeated"),
    "one number, two sexes": (["A1", *AN[1:]], ["A1", "Lê Hòa", "Nam", "8/3/1980"], TWO, "staff-number-repeated"),
    "one number, two births": (["A1", *AN[1:]], ["A1", "Lê Hòa", "Nữ", "1981"], TWO, "staff-number-repeated"),
    "one name and birth, two numbers": (["A1", *AN[1:]], AN2, TWO, "name-and-birth-repeated"),
    "one name and birth, two sexes": (AN, ["", "Lê Hòa", "Nam", "8/3/1980"], TWO, "name-and-birth-repeated"),
}  # fmt: skip


@pytest.mark.parametrize("case", PAIRS)
def test_two_rows_are_one_person_or_two(case: str) -> None:
    first, second, people, reason = PAIRS[case]
    other = ["A9", "Vũ Bình", "Nam", "1/1/1970"]
    together, apart = read([HEAD, first, other, second]), read([HEAD, first, other], [HEAD, second])
    for found, where in ((together, (4, "2")), (apart, (2, "a.csv › 2"))):
        assert found.ledger.people == people + 1
        assert told(found) == ([(reason, *where)] if reason else [])


def test_a_number_alone_makes_one_person_on_one_list_and_a_doubt_between_two() -> None:
    first, other, second = ["A1", "", "Nữ", ""], ["A9", "Vũ Bình", "Nam", "1/1/1970"], ["A1", "Lê Hòa", "", ""]
    assert read(numbered([first, other, second])).ledger.people == 2
    found = read(numbered([first, other]), numbered([second]))
    assert found.ledger.people == 3
    assert told(found) == [("staff-number-repeated", 2, "a.csv › 2")]


def test_grade_codes_under_a_header_of_staff_numbers_make_nobody_one() -> None:
    rows = [["01.003", name, "Nữ", "1985"] for name in ("Lê Hương", "Lê Hương", "Vũ An")]
    assert read([HEAD, *rows]).ledger.people == 3
    nameless = [["01.003", "", "Nữ", ""], ["01.003", "", "Nữ", ""], ["01.003", "", "Nữ", ""]]
    assert read([[*HEAD, "Chức vụ"], *([*row, "Chuyên viên"] for row in nameless)]).ledger.people == 3


def test_numbers_that_begin_anew_in_every_file_are_told_once() -> None:
    grids = [[HEAD, *([str(place), f"{file} {place}", "Nữ", ""] for place in range(1, 9))] for file in ("An", "Bình")]
    found = read(*grids)
    assert found.ledger.people == 16
    assert [(one.reason.id, one.count) for one in found.notices] == [("staff-number-repeated", 8)]


def computed(*grids: Grid) -> Computation:
    with tempfile.TemporaryDirectory() as folder:
        names = [write(Path(folder) / f"{chr(97 + place)}.csv", grid) for place, grid in enumerate(grids)]
        return compute(*names, as_of="2020-12-31", by=["level"])


POSTS = [
    ["Số hiệu", "Họ và tên", "Giới tính", "Đơn vị", "Chức vụ", "Ngày vào Đảng", "Trình độ"],
    ["1", "Lê An", "", "Phòng Tổ chức", "Trưởng phòng", "", "Thạc sĩ"],
    ["2", "Vũ Bình", "Nam", "Phòng Tổ chức", "Chuyên viên", "", ""],
    ["1", "Lê An", "Nữ", "Cục Thuế", "Phó Cục trưởng; Bí thư chi bộ", "3/2/2005", "Đại học"],
]


def test_the_offices_of_all_rows_are_the_person_s_and_the_highest_counts() -> None:
    found = computed(POSTS)
    leaders = [one for one in found.observations if one.indicator.id == "women-share-leaders" and one.women]
    assert [(one.by["level"], one.women) for one in leaders] == [("department", 1)]
    committee = next(
        one for one in found.observations if one.indicator.id == "women-share-party-committee" and one.women
    )
    assert committee.women == 1


def test_what_the_first_row_leaves_unknown_is_taken_from_the_later_one_and_nothing_else() -> None:
    (roster,) = read(POSTS).rosters
    first, _ = roster.records()
    assert (first.sex, str(first.party_admission_date), first.party_member) == ("F", "03/02/2005", True)
    assert (first.unit, first.education) == ("Phòng Tổ chức", "master")
    assert first.position == "Trưởng phòng; Phó Cục trưởng; Bí thư chi bộ"
    assert [one.reason.id for one in roster.notices] == ["listed-twice"]


def test_a_list_that_knows_more_fills_the_list_that_comes_first() -> None:
    short = [["Họ và tên", "Giới tính", "Ngày sinh"], ["Lê An", "Nữ", "8/3/1980"], ["Vũ Bình", "Nam", "1/1/1970"]]
    full = [
        ["Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ", "Dân tộc"],
        ["Lê An", "Nữ", "8/3/1980", "Trưởng phòng", "Tày"],
        ["Hồ Chi", "Nam", "1/1/1975", "Chuyên viên", "Kinh"],
    ]
    found = computed(short, full)
    by_level = {one.by["level"]: one for one in found.observations if one.indicator.id == "women-share-leaders"}
    assert (by_level["division"].women, by_level["_U"].undetermined) == (1, 1)
    assert [len(roster) for roster in found.gathering.rosters] == [2, 1]
    assert [one.where for one in found.gathering.notices if one.reason.id == "listed-twice"] == ["a.csv › 2"]


def book(path: Path, sheets: dict[str, Grid]) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path


STAFF = [["Họ và tên", "Giới tính", "Ngày sinh"], ["Lê An", "Nữ", "8/3/1980"], ["Vũ Bình", "Nam", "1/1/1970"]]


def test_a_person_on_two_sheets_counts_once_and_the_later_sheet_says_where_she_stands(tmp_path: Path) -> None:
    found = read_roster(book(tmp_path / "hai.xlsx", {"Phòng": STAFF, "Cục": STAFF[:2]}))
    assert found.ledger.people == 2
    assert told(found) == [("listed-twice", 2, "hai.xlsx › Phòng › 2")]


def test_the_same_people_at_two_moments_stay_apart(tmp_path: Path) -> None:
    both = book(tmp_path / "hai.xlsx", {"2019": STAFF, "2020": STAFF})
    assert check([both], Profile()).ledger.people == 4
    then, now = (write(tmp_path / f"nam-{year}.csv", STAFF) for year in (2019, 2020))
    assert [one.gathering.ledger.people for one in compare(then, now).computations] == [2, 2]
    assert check([then, now], Profile()).ledger.people == 4


@pytest.mark.parametrize("said", ["2", "3"])
def test_a_total_may_count_people_or_rows(said: str) -> None:
    found = read([*STAFF, STAFF[1], [f"Tổng cộng: {said}", "", ""]])
    assert "control-total-differs" not in {one.reason.id for one in found.notices}


def test_an_agency_s_list_beside_those_of_its_units_adds_nobody(tmp_path: Path) -> None:
    units = [write(tmp_path / f"phong-{row[0]}.csv", [STAFF[0], row]) for row in STAFF[1:]]
    agency = write(tmp_path / "z-toan-cuc.csv", STAFF)
    found = read_roster(*units, agency)
    assert [len(roster) for roster in found.rosters] == [1, 1, 0]
    assert found.ledger.set_aside["listed-again"] == 2
    staff = next(one for one in compute(*units, agency).observations if one.indicator.id == "women-share-staff")
    assert (staff.women, staff.men) == (1, 1)
