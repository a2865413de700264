"""Columns of academic titles, committees and dates of events: what a roster tells in each, and what it leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support.program import inside
from support.sheets import write

from genderstats import read_roster

if TYPE_CHECKING:
    from pathlib import Path

    from support.sheets import Grid

    from genderstats.reading.roster import Roster


def rostered(folder: Path, *rows: str, name: str = "ds-2020.csv") -> Roster:
    (roster,) = read_roster(write(folder / name, [row.split("|") for row in rows]), as_of="2020-12-31").rosters
    return roster


def values(roster: Roster, field: str) -> list[Any]:
    return [getattr(person, field) for person in roster.records()]


def reasons(roster: Roster) -> list[tuple[str, str | None]]:
    return [(one.reason.id, one.address.cell) for one in roster.notices]


def test_a_column_of_titles_tells_each_and_a_blank_is_not_known(tmp_path: Path) -> None:
    roster = rostered(
        tmp_path, "Họ tên|Giới tính|Học hàm|Học vị", "A|Nữ|GS|TS", "B|Nam|PGS|TS", "C|Nữ|Không|ThS", "D|Nam||ThS"
    )
    assert values(roster, "academic_title") == ["professor", "associate-professor", "none", None]
    assert values(roster, "education") == ["doctorate", "doctorate", "master", "master"]
    assert not reasons(roster)


FORM = [
    ["STT", "Họ và tên", "Phụ nữ", "Trình độ đào tạo", "", "", "Chức danh khoa học", ""],
    ["", "", "", "Chuyên môn", "", "", "GS", "PGS"],
    ["", "", "", "TS", "ThS", "ĐH", "", ""],
    ["1", "A", "1", "x", "", "", "x", ""],
    ["2", "B", "", "x", "", "", "", "x"],
    ["3", "C", "1", "", "x", "", "", ""],
]
MERGED = [
    (1, 4, 1, 6),
    (1, 7, 1, 8),
    (2, 4, 2, 6),
    (2, 7, 3, 7),
    (2, 8, 3, 8),
    (1, 1, 3, 1),
    (1, 2, 3, 2),
    (1, 3, 3, 3),
]


def test_marks_under_the_form_of_2004_tell_professors_and_leave_the_others_unknown(tmp_path: Path) -> None:
    (roster,) = read_roster(write(tmp_path / "mau-03.xlsx", FORM, MERGED)).rosters
    assert values(roster, "academic_title") == ["professor", "associate-professor", None]
    assert values(roster, "education") == ["doctorate", "doctorate", "master"]


TOLD_TOGETHER = [
    "GS.TS",
    "PGS, TS",
    "Phó Giáo sư,\nTiến sĩ",
    "Thạc sĩ",
    "Cử nhân",
    "",
    "Không rõ",
    "Trung học phổ thông",
]


@pytest.mark.parametrize(
    "header",
    [
        "Học hàm, học vị",
        "Học hàm,\nhọc vị",
        "Học hàm / Học vị",
        "academicTitle",
        "Hoc ham, hoc vi",
        "Học hàm, học vị cao nhất",
    ],
)
def test_a_degree_under_a_header_of_both_is_no_title_and_a_blank_is_not_known(header: str, tmp_path: Path) -> None:
    rows = [["Họ tên", "Giới tính", header], *([f"N{place}", "Nữ", cell] for place, cell in enumerate(TOLD_TOGETHER))]
    (roster,) = read_roster(write(tmp_path / "ds.csv", rows)).rosters
    assert values(roster, "academic_title") == [
        "professor",
        "associate-professor",
        "associate-professor",
        "none",
        "none",
        None,
        None,
        None,
    ]
    assert values(roster, "education")[:5] == ["doctorate", "doctorate", "doctorate", "master", "bachelor"]
    assert [why for why, _ in reasons(roster)] == ["word-unknown"]


@pytest.mark.parametrize("header", ["Trình độ chuyên môn", "Học vị", "Degree"])
def test_a_column_of_degrees_alone_tells_no_title(header: str, tmp_path: Path) -> None:
    roster = rostered(tmp_path, f"Họ tên|Giới tính|{header}", "A|Nữ|PGS.TS", "B|Nam|ThS")
    assert "academic_title" not in roster.variables


def test_a_blank_is_not_filled_from_the_degrees_of_another_column(tmp_path: Path) -> None:
    roster = rostered(
        tmp_path, "Họ tên|Giới tính|Học hàm, học vị|Trình độ chuyên môn", "A|Nữ||Thạc sĩ Luật", "B|Nam|PGS.TS|Luật"
    )
    assert values(roster, "academic_title") == [None, "associate-professor"]
    assert values(roster, "education") == ["master", "doctorate"]


def test_a_column_of_titles_wins_over_the_degrees(tmp_path: Path) -> None:
    roster = rostered(tmp_path, "Họ tên|Giới tính|Học hàm, học vị|Học hàm", "A|Nữ|Tiến sĩ|GS", "B|Nam|PGS.TS|")
    assert values(roster, "academic_title") == ["professor", None]


def test_a_profile_switches_the_titles_off(tmp_path: Path) -> None:
    path = write(tmp_path / "ds.csv", [["Họ tên", "Giới tính", "Học hàm, học vị"], ["A", "Nữ", "PGS.TS"]])
    kept = tmp_path / "profile.toml"
    kept.write_text('schema = "genderstats.profile/1"\n[fields]\nacademic_title = false\n', encoding="utf-8")
    (roster,) = read_roster(path, profile=kept).rosters
    assert "academic_title" not in roster.variables
    assert values(roster, "education") == ["doctorate"]


EVENTS = (
    "Họ tên|Giới tính|Ngày sinh|Ngày bổ nhiệm|Ngày luân chuyển, điều động|Thời gian bồi dưỡng|Khen thưởng|Ngày quyết định khen thưởng",
    "A|Nữ|8/3/1975|1/2/2019|15/6/2020|6/2020|Bằng khen|12/12/2020",
    "B|Nam|1980|Không||2020|Giấy khen|2019",
    "C|Nữ|1990||1/1/1960|1/1/1800||",
)


def test_dates_of_events_are_read_like_any_date_and_none_lies_before_birth(tmp_path: Path) -> None:
    roster = rostered(tmp_path, *EVENTS)
    assert [
        list(map(str, values(roster, field)))
        for field in ("appointment_date", "rotation_date", "training_date", "award_date")
    ] == [
        ["01/02/2019", "None", "None"],
        ["15/06/2020", "None", "None"],
        ["06/2020", "2020", "None"],
        ["12/12/2020", "2019", "None"],
    ]
    assert values(roster, "award") == ["Bằng khen", "Giấy khen", None]
    assert ("event-before-birth", "E4") in reasons(roster)


def test_a_length_of_time_is_no_day_and_is_told(tmp_path: Path) -> None:
    roster = rostered(
        tmp_path,
        "Họ tên|Giới tính|Thời gian đào tạo",
        "A|Nữ|3 tháng",
        "B|Nam|2015-2019",
        "C|Nữ|6 tuần",
    )
    assert "training_date" not in roster.variables
    assert ("header-not-borne-out", "C1") in reasons(roster)


def test_a_committee_is_told_beside_the_post_in_it(tmp_path: Path) -> None:
    roster = rostered(
        tmp_path,
        "Họ tên|Giới tính|Cấp ủy|Chi bộ",
        "A|Nữ|Bí thư|Chi bộ 1",
        "B|Nam||Chi bộ 2",
        "C|Nữ||Không",
        "D|Nam||Không rõ",
    )
    assert values(roster, "committee") == ["Chi bộ 1", "Chi bộ 2", None, None]
    assert values(roster, "party_position") == ["Bí thư", None, None, None]


@pytest.mark.parametrize("mark", ["x", "1"])
def test_marks_under_a_committee_name_none(mark: str, tmp_path: Path) -> None:
    rows: Grid = [["Họ tên", "Giới tính", "Đảng bộ"], *([f"N{place}", "Nữ", mark] for place in range(4))]
    (roster,) = read_roster(write(tmp_path / "ds.csv", rows)).rosters
    assert "committee" not in roster.variables
    assert ("header-not-borne-out", "C1") in reasons(roster)


@pytest.mark.parametrize(
    "headers",
    [
        "Quy hoạch giai đoạn 2021–2026|Quy hoạch giai đoạn 2027–2032",
        "Quy hoạch giai đoạn 2027–2032|Quy hoạch giai đoạn 2021–2026",
    ],
)
def test_of_several_terms_the_earliest_is_read_wherever_it_stands(headers: str, tmp_path: Path) -> None:
    cells = (
        "Trưởng phòng|Phó Cục trưởng"
        if headers.index("2021") < headers.index("2027")
        else "Phó Cục trưởng|Trưởng phòng"
    )
    roster = rostered(tmp_path, f"Họ tên|Giới tính|Chức vụ|{headers}", f"A|Nữ|Chuyên viên|{cells}")
    assert values(roster, "planned_position") == ["Trưởng phòng"]
    assert values(roster, "position") == ["Chuyên viên"]


def test_a_title_under_a_planning_term_is_no_title_held(tmp_path: Path) -> None:
    rows = [
        ["Họ tên", "Giới tính", "Quy hoạch giai đoạn 2027-2032", ""],
        ["", "", "Chức danh", "Đơn vị"],
        ["A", "Nữ", "Cục trưởng", "Cục X"],
    ]
    (roster,) = read_roster(write(tmp_path / "ds.csv", rows)).rosters
    assert values(roster, "planned_position") == ["Cục trưởng"]
    assert "position" not in roster.variables


def test_inspect_shows_the_new_columns_in_both_languages(tmp_path: Path) -> None:
    path = write(tmp_path / "ds.csv", [row.split("|") for row in EVENTS])
    run = inside("inspect", path, "--format", "json")
    assert {"rotation_date", "training_date", "award_date"} <= set(run.json["sheets"][0]["columns"])
