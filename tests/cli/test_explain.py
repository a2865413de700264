"""`explain ID ROSTER`: the figure, where everybody stands to it, the rules, the rows; names only where they are asked for."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest
from support.places import SAMPLES
from support.program import inside, process
from support.sheets import write

from genderstats import explain, read_roster
from genderstats.errors import GenderstatsError
from genderstats.reporting.accounts import runs
from genderstats.workflows.compute import Question
from genderstats.workflows.explain import explain_gathered

if TYPE_CHECKING:
    from pathlib import Path

HEAD = ["Họ và tên", "Giới tính", "Ngày sinh", "Đơn vị", "Chức vụ", "Ngày vào Đảng", "Hệ số lương"]
STAFF = [
    ["Nguyễn Văn Mẫu", "Nam", "1970", "Phòng A", "Trưởng phòng", "3/2/2005", "4,98"],
    ["Trần Thị Mẫu", "Nữ", "1980", "Phòng A", "Phó Trưởng phòng", "", "3,33"],
    ["Lê Thị Mẫu", "Nữ", "1990", "Phòng B", "Phó Trưởng phòng", "x", "3,00"],
    ["Phạm Văn Mẫu", "Nam", "1991", "Phòng B", "Chuyên viên", "", "2,34"],
    ["Đỗ Mẫu", "", "1992", "Phòng B", "Trưởng phòng", "1/1/2015", "2,67"],
    ["Hồ Thị Mẫu", "Nữ", "1993", "Phòng B", "Người gác cổng trời", "không đọc nổi", "3,66"],
]
ROSTER = [HEAD, *STAFF]
NAMES = [row[0] for row in STAFF]
HCKT = SAMPLES / "hckt" / "hckt-2016.xlsx"


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    return write(tmp_path / "roster-2020.csv", ROSTER)


def told(*arguments: object) -> dict[str, Any]:
    run = inside("explain", *arguments, "--format", "json")
    assert run.code == 0, run.err
    found: dict[str, Any] = run.json
    return found


def test_everybody_on_the_list_stands_somewhere_and_the_rows_are_named(roster: Path) -> None:
    found = told("women-share-leaders", roster)
    assert found["schema"] == "genderstats.explain/1"
    (account,) = found["accounts"]
    assert account["items"] == 6
    assert {sort: sum(counts.values()) for sort, counts in account["ledger"].items()} == {
        "numerator": 2, "rest": 1, "sex-unknown": 1, "undetermined": 1, "outside": 1,
    }  # fmt: skip
    assert {sort: [row["row"] for row in rows] for sort, rows in account["rows"].items()} == {
        "numerator": [3, 4], "rest": [2], "sex-unknown": [6], "undetermined": [7],
    }  # fmt: skip
    assert account["rows"]["numerator"][0] == {"file": "roster-2020.csv", "sheet": None, "row": 3}


def test_each_distinct_title_is_told_with_what_it_means_and_how_many_hold_it(roster: Path) -> None:
    rule = next(one for one in told("women-share-leaders", roster)["rules"] if one["decides"] == "population")
    assert rule["dimension"] == "role"
    lines = {line["cells"][0]["text"]: line for line in rule["lines"]}
    deputy = lines["Phó Trưởng phòng"]
    assert (deputy["codes"], deputy["answer"]) == ({"role": "deputy", "level": "division"}, "yes")
    assert (deputy["women"], deputy["men"], deputy["unknown"]) == (2, 0, 0)
    assert lines["Người gác cổng trời"]["answer"] == "unknown"
    assert lines["Chuyên viên"]["answer"] == "no"
    assert [sum(line[sex] for sex in ("women", "men", "unknown")) for line in rule["lines"]] == [2, 2, 1, 1]


def test_of_a_date_only_that_it_is_one_is_told(roster: Path) -> None:
    rule = next(one for one in told("women-share-party-members", roster)["rules"] if one["decides"] == "population")
    said = {(cell["how"], cell["text"]): line["answer"] for line in rule["lines"] for cell in line["cells"]}
    assert said == {("date", None): "yes", ("text", "x"): "yes", ("unreadable", None): "unknown"}
    assert next(line["answer"] for line in rule["lines"] if not line["cells"]) == "no"
    page = inside("explain", "women-share-party-members", roster).out
    assert "a date → Party member" in page
    assert "2005" not in page.replace("roster-2020", "")


def test_a_date_is_told_by_whether_it_lies_in_the_period(roster: Path) -> None:
    rules = told("women-share-new-party-members", roster, "--period", "2015")["rules"]
    within = next(one for one in rules if one["field"] == "party_admission_date")
    said = {cell["how"]: line["answer"] for line in within["lines"] for cell in line["cells"]}
    assert (said["date-inside"], said["date-outside"]) == ("yes", "no")


@pytest.mark.parametrize("form", ["table", "json", "md", "csv"])
@pytest.mark.parametrize("indicator", ["women-share-leaders", "thirty-percent-rule", "women-share-posts"])
def test_nobody_is_named_unless_it_is_asked_for(roster: Path, form: str, indicator: str) -> None:
    assert not [name for name in NAMES if name in inside("explain", indicator, roster, "--format", form).out]


@pytest.mark.parametrize("form", ["table", "json", "md", "csv"])
def test_with_names_each_person_is_one_line(roster: Path, form: str) -> None:
    run = inside("explain", "women-share-leaders", roster, "--names", "--format", form)
    for name in ("Nguyễn Văn Mẫu", "Trần Thị Mẫu", "Lê Thị Mẫu", "Đỗ Mẫu", "Hồ Thị Mẫu"):
        assert run.out.count(name) == 1
    assert "Phạm Văn Mẫu" not in run.out


def test_no_salary_stands_in_the_account_of_a_pay_gap(tmp_path: Path) -> None:
    third = ["Vũ Văn Mẫu", "Nam", "1985", "Phòng B", "Chuyên viên", "", "4,00"]
    roster = write(tmp_path / "roster-2020.csv", [*ROSTER, third])
    found = told("salary-coefficient-gap", roster)
    said = (
        f"{found['accounts']} {found['rules']} {inside('explain', 'salary-coefficient-gap', roster, '-f', 'csv').out}"
    )
    assert not [row[-1] for row in STAFF if row[-1] in said or row[-1].replace(",", ".") in said]
    (whole, *_) = found["accounts"]
    assert (whole["ledger"]["numerator"]["women"], whole["ledger"]["rest"]["men"]) == (3, 3)
    assert "women: 3.33 (3); men: 3.77 (3)" in inside("explain", "salary-coefficient-gap", roster).out


def test_csv_has_one_line_a_row(roster: Path) -> None:
    said = inside("explain", "women-share-leaders", roster, "--by", "unit", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(said.removeprefix("\ufeff"))))
    assert list(rows[0]) == ["indicator", "by", "group", "body", "file", "sheet", "row", "sex"]
    assert {(row["by"], row["group"], row["row"], row["sex"]) for row in rows} == {
        ("unit=Phòng A", "numerator", "3", "F"), ("unit=Phòng A", "rest", "2", "M"), ("unit=Phòng B", "numerator", "4", "F"),
        ("unit=Phòng B", "sex-unknown", "6", "_U"), ("unit=Phòng B", "undetermined", "7", "F"),
    }  # fmt: skip


def test_a_gap_is_explained_by_its_parts(roster: Path) -> None:
    found = told("representation-gap", roster)
    assert [one["indicator"] for one in found["accounts"]] == ["women-share-leaders", "women-share-staff"]
    assert [one["indicator"] for one in found["observations"]] == ["representation-gap"]


def test_every_body_is_told_with_its_rows_and_whether_it_meets_the_condition(tmp_path: Path) -> None:
    head = ["Họ và tên", "Giới tính", "Đơn vị", "Chức vụ"]
    people = [
        ["A", "Nữ", "UBND tỉnh Mẫu", "Phó Chủ tịch UBND tỉnh"], ["B", "Nam", "UBND tỉnh Mẫu", "Chủ tịch UBND tỉnh"],
        ["C", "Nam", "UBND tỉnh Khác", "Chủ tịch UBND tỉnh"], ["D", "Nam", "UBND tỉnh Khác", "Chuyên viên"],
    ]  # fmt: skip
    (total, *_) = told("bodies-with-woman-key-leader", write(tmp_path / "r.csv", [head, *people]))["accounts"]
    bodies = {one["body"]: one for one in total["bodies"]}
    assert {name: one["state"] for name, one in bodies.items()} == {"UBND tỉnh Mẫu": "met", "UBND tỉnh Khác": "missed"}
    assert bodies["UBND tỉnh Mẫu"]["people"]["yes"] == {"women": 1, "men": 1, "unknown": 0}
    assert [row["row"] for row in bodies["UBND tỉnh Mẫu"]["rows"]] == [2, 3]


def test_a_person_of_several_rows_stands_in_the_first(tmp_path: Path) -> None:
    again = ["Trần Thị Mẫu", "Nữ", "5/5/1980", "Phòng B", "Trưởng phòng", "", ""]
    first = ["Trần Thị Mẫu", "Nữ", "5/5/1980", "Phòng A", "", "", ""]
    path = write(tmp_path / "r.csv", [HEAD, STAFF[0], first, again])
    (account,) = told("women-share-leaders", path)["accounts"]
    assert [row["row"] for row in account["rows"]["numerator"]] == [3]


def test_people_of_a_list_without_the_column_are_not_asked(tmp_path: Path, roster: Path) -> None:
    other = write(tmp_path / "other-2020.csv", [["Họ và tên", "Giới tính"], ["Võ Văn Mẫu", "Nam"]])
    (account,) = told("women-share-leaders", roster, other)["accounts"]
    assert account["ledger"]["not-asked"] == {"women": 0, "men": 1, "unknown": 0}
    assert account["items"] == 7


def test_without_a_roster_an_indicator_is_told_in_words_as_before() -> None:
    assert inside("explain", "women-share-heads").out == inside("indicators", "women-share-heads").out
    assert inside("explain", "women-share-heads", "-f", "json").json["schema"] == "genderstats.indicators/1"


@pytest.mark.parametrize("option", [["--names"], ["--by", "unit"]])
def test_an_option_of_rosters_without_one_is_told(option: list[str]) -> None:
    run = inside("explain", "women-share-heads", *option)
    assert (run.code, run.out) == (2, "")
    assert f"{option[0]} needs a roster" in run.err


def test_what_cannot_be_read_or_is_not_known_ends_with_two(tmp_path: Path, roster: Path) -> None:
    assert inside("explain", "women-share-heads", tmp_path / "none.csv").code == 2
    assert inside("explain", "women-share-head", roster).code == 2
    assert inside("explain", "women-share-heads", roster, "--by", "units").code == 2


def test_the_page_is_vietnamese_where_it_is_asked_for(roster: Path) -> None:
    said = process("explain", "women-share-leaders", roster, lang="vi").out
    for phrase in (
        "người trong danh sách",
        "= nữ: tử số",
        "roster-2020.csv: dòng 3, 4",
        "“Phó Trưởng phòng” → cấp phó",
    ):
        assert phrase in said


def test_rows_that_follow_each_other_are_joined() -> None:
    assert runs([14, 18, 23, 24, 25, 26, 27]) == "14, 18, 23–27"
    assert runs([3, 2]) == "2, 3"
    assert runs([]) == ""


def test_in_python_the_same_is_explained() -> None:
    found = explain("women-share-leaders", HCKT)
    (one,) = found.figures
    assert one.account.number("numerator") == 49
    assert one.account.number("numerator", "rest") == 140


LAYOUTS = sorted(
    path for path in (SAMPLES.parent / "layouts").iterdir() if path.suffix not in ("", ".py", ".toml", ".txt", ".md")
)
ASKED = (
    "women-share-leaders",
    "party-rate",
    "women-share-new-party-members",
    "education-rate",
    "committees-at-15-percent",
)


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.name)
def test_whatever_the_layout_the_cells_behind_a_figure_can_be_told(path: Path) -> None:
    try:
        gathering = read_roster(path)
    except GenderstatsError:
        return
    people = sum(len(roster) for roster in gathering.rosters)
    for name in ASKED:
        found = explain_gathered(gathering, Question.asked([name]))
        assert found.figures
        for one in found.figures:
            assert one.account.items == people or one.observation.indicator.per != "person"
        for rule in found.rules:
            told_of = [line.said for line, _ in rule.lines]
            assert len({(said, line.codes) for said, (line, _) in zip(told_of, rule.lines, strict=True)}) == len(
                told_of
            )


def test_what_another_row_of_the_person_tells_is_not_said_to_stand_in_the_first(tmp_path: Path) -> None:
    head = ["Họ và tên", "Giới tính", "Ngày sinh", "Dân tộc"]
    people = [
        ["Trần Thị Mẫu", "Nữ", "5/5/1980", ""],
        ["Trần Thị Mẫu", "Nữ", "5/5/1980", "Tày"],
        ["Lê Thị Mẫu", "Nữ", "1990", "Kinh"],
    ]
    found = told("women-share-minority", write(tmp_path / "r.csv", [head, *people]))
    (rule,) = (one for one in found["rules"] if one["decides"] == "population")
    said = {(cell["how"], cell["text"]): line["answer"] for line in rule["lines"] for cell in line["cells"]}
    assert said == {("elsewhere", None): "yes", ("text", "Kinh"): "no"}
    assert [row["row"] for row in found["accounts"][0]["rows"]["numerator"]] == [2]


def test_a_body_that_is_spelt_in_two_ways_is_one_body_in_the_account(tmp_path: Path) -> None:
    rows = [
        ["Họ và tên", "Giới tính", "Chức vụ", "Cơ quan"],
        ["Lê Văn Mẫu", "Nam", "Bộ trưởng", "Bộ Mẫu Hai"],
        ["Phạm Văn Mẫu", "Nam", "Thứ trưởng", "BỘ MẪU HAI"],
        ["Trần Thị Mẫu", "Nữ", "Thứ trưởng", "Bộ Mẫu Một"],
    ]
    found = told("bodies-with-woman-key-leader", write(tmp_path / "roster-2023.csv", rows))
    (whole, *_) = found["accounts"]
    assert {body["body"]: body["state"] for body in whole["bodies"]} == {"Bộ Mẫu Một": "met", "Bộ Mẫu Hai": "missed"}


def test_who_may_lead_above_the_top_stands_in_the_whole_of_a_glass_ceiling(tmp_path: Path) -> None:
    rows = [
        ["Họ và tên", "Giới tính", "Chức vụ", "Đơn vị"],
        ["Lê Thị Mẫu", "Nữ", "Trưởng phòng", "Phòng A"],
        ["Phạm Văn Mẫu", "Nam", "Phó Trưởng phòng", "Phòng A"],
        ["Trần Văn Mẫu", "Nam", "Người gác cổng trời", "Phòng A"],
    ]
    found = told("glass-ceiling-index", write(tmp_path / "roster-2023.csv", rows))
    assert found["observations"][0]["undetermined"] == 1
    assert found["accounts"][0]["ledger"]["numerator"]["women"] == 1
