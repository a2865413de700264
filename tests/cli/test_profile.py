"""A profile: how a roster was understood, kept by inspect --save, used by --profile, corrected by hand."""

from __future__ import annotations

import json
import random
import re
import tomllib
from typing import TYPE_CHECKING, Any

import pytest
from support.places import SAMPLES, shared
from support.program import inside, process
from support.sheets import write

from genderstats import compare, compute, read_roster
from genderstats.errors import GenderstatsError

if TYPE_CHECKING:
    from pathlib import Path

    from support.sheets import Grid

SCHEMA = 'schema = "genderstats.profile/1"\n'
EVERY_SAMPLE = sorted(path for path in SAMPLES.glob("*/*") if path.suffix in (".xlsx", ".csv"))
each_sample = pytest.mark.parametrize("sample", EVERY_SAMPLE, ids=[path.name for path in EVERY_SAMPLE])

HEADER = ["STT", "Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ", "Dân tộc", "Ghi chú"]
PEOPLE = [
    ["1", "Lan Tên Riêng", "Nữ", "8/3/1975", "Trưởng phòng", "Kinh", "riêng tư 1"],
    ["2", "Hùng Tên Riêng", "Nam", "1/2/1980", "Phó Trưởng phòng", "Tày", "riêng tư 2"],
    ["3", "Mai Tên Riêng", "Nữ", "5/6/1990", "Chuyên viên", "Kinh", ""],
]


def roster(folder: Path, *, header: list[str] = HEADER, above: int = 1, name: str = "ds-2020.csv") -> Path:
    titles: Grid = [["DANH SÁCH NĂM 2020"]] * above
    return write(folder / name, [*titles, header, *PEOPLE])


def profile(folder: Path, text: str) -> Path:
    path = folder / "profile.toml"
    path.write_text(SCHEMA + text, encoding="utf-8")
    return path


def saved(path: Path, folder: Path, *options: object) -> Path:
    kept = folder / "saved.toml"
    run = inside("inspect", path, "--save", kept, *options)
    assert run.code == 0, run.err
    return kept


def told(path: Path, kept: Path, *options: object) -> Any:
    run = inside("compute", path, "--profile", kept, "--format", "json", *options)
    assert run.code == 0, run.err
    return run.json


def reasons(found: Any) -> list[tuple[str, str | None, str | None]]:
    return [
        (one["reason"], one["field"], one["value"])
        for one in found["notices"]
        if one["reason"].startswith(("profile", "declared", "probation"))
    ]


def staff(found: Any) -> tuple[int, int, int]:
    return counts(found, "women-share-staff")


def counts(found: Any, indicator: str) -> tuple[int, int, int]:
    (one,) = [one for one in found["observations"] if (one["indicator"], one["by"]) == (indicator, {})]
    return one["women"], one["men"], one["unknown"]


# Saving and applying --------------------------------------------------------------------------------------------------


@each_sample
def test_a_saved_profile_changes_nothing_for_the_same_file(sample: Path, tmp_path: Path) -> None:
    plain = inside("compute", sample, "--format", "json").json
    assert told(sample, saved(sample, tmp_path)) == plain


@pytest.mark.parametrize("name", ["candidates.csv", "elected.csv", "hanoi_official_layout.xlsx"])
def test_a_saved_profile_changes_nothing_for_a_real_roster(name: str, tmp_path: Path) -> None:
    path = shared("na15", name)
    assert told(path, saved(path, tmp_path)) == inside("compute", path, "--format", "json").json


@each_sample
def test_a_profile_saved_under_a_profile_is_the_same(sample: Path, tmp_path: Path) -> None:
    first = saved(sample, tmp_path).read_text(encoding="utf-8")
    again = tmp_path / "again.toml"
    assert inside("inspect", sample, "--profile", tmp_path / "saved.toml", "--save", again).code == 0
    assert again.read_text(encoding="utf-8") == first


@each_sample
def test_a_profile_holds_no_cell_of_a_person(sample: Path, tmp_path: Path) -> None:
    text = saved(sample, tmp_path).read_text(encoding="utf-8")
    values = json.dumps(tomllib.loads(text), ensure_ascii=False) + "".join(re.findall(r"#.*", text))
    for one in read_roster(sample).rosters:
        for field in ("full_name", "staff_id", "birth_date", "note", "position"):
            for place in one.layout.carriers[field].places if field in one.layout.carriers else ():
                column = one.sheet.column(place)
                cells = {column.at(row) for row in one.rows.tolist()}
                assert not [cell for cell in cells if len(cell) > 3 and f'"{cell}"' in values]


def test_a_profile_is_in_the_language_of_the_reader(tmp_path: Path) -> None:
    for lang, word in (("en", "Correct it here"), ("vi", "sửa ngay tại đây")):
        kept = tmp_path / f"{lang}.toml"
        assert process("inspect", EVERY_SAMPLE[0], "--save", kept, lang=lang).code == 0
        assert word in kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("options", [("--map", "sex=C", "--header", "2"), ("--map", "ethnicity=G"), ("--header", "2")])
def test_what_was_said_by_options_is_kept(options: tuple[str, ...], tmp_path: Path) -> None:
    path = roster(tmp_path)
    plain = inside("compute", path, "--format", "json", *options).json
    assert told(path, saved(path, tmp_path, *options)) == plain


def test_only_the_sheets_that_were_asked_for_are_kept(tmp_path: Path) -> None:
    path = SAMPLES / "cand" / "cand-2020.xlsx"
    sheet = ("--sheet", "Công an tỉnh An Lạc")
    plain = inside("compute", path, "--format", "json", *sheet).json
    found = told(path, saved(path, tmp_path, *sheet))
    assert found["observations"] == plain["observations"]
    assert [name for name, *_ in reasons(found)] == ["profile-sheet-left-out"] * 2


@pytest.mark.parametrize("seed", range(5))
def test_permuting_the_columns_changes_nothing(seed: int, tmp_path: Path) -> None:
    order = random.Random(seed).sample(range(len(HEADER)), len(HEADER))
    kept = saved(roster(tmp_path), tmp_path)
    moved = write(
        tmp_path / "ds-2020-b.csv", [["DANH SÁCH NĂM 2020"], *([row[at] for at in order] for row in [HEADER, *PEOPLE])]
    )
    found = told(moved, kept)
    assert found["observations"] == told(roster(tmp_path), kept)["observations"]
    assert reasons(found) == []


def test_columns_of_one_header_are_told_apart(tmp_path: Path) -> None:
    header = ["Họ và tên", "Giới tính", "Năm", "Năm", "Ghi chú"]
    path = write(tmp_path / "a.csv", [header, ["Lan", "Nữ", "1975", "1999", ""], ["Hùng", "Nam", "1980", "2001", ""]])
    kept = saved(path, tmp_path, "--map", "hire_date=D", "--map", "birth_date=C")
    said = tomllib.loads(kept.read_text(encoding="utf-8"))["sheet"][0]["fields"]
    assert (said["birth_date"], said["hire_date"]) == ("Năm", "Năm #2")
    (people,) = read_roster(path, profile=kept).rosters
    assert [day.year for day in people.people["hire_date"]] == [1999, 2001]


def test_a_header_that_could_be_a_letter_is_not_taken_for_one(tmp_path: Path) -> None:
    header = ["Họ và tên", "D", "Ngày sinh", "Chức vụ", "Giới tính"]
    body = [["Lan", "Kinh", "1975", "", "Nữ"], ["Hùng", "Tày", "1980", "Trưởng phòng", "Nam"]]
    kept = saved(write(tmp_path / "a.csv", [header, *body]), tmp_path, "--map", "ethnicity=B")
    gone = write(tmp_path / "b.csv", [["Họ và tên", "X", *header[2:]], *body])
    found = told(gone, kept)
    assert ("profile-column-missing", "ethnicity", "D ›") in reasons(found)
    assert counts(found, "women-share-heads") == (0, 1, 0)


# Next year's file -----------------------------------------------------------------------------------------------------


def test_a_header_that_has_moved_is_found_and_told(tmp_path: Path) -> None:
    kept = saved(roster(tmp_path), tmp_path)
    found = told(roster(tmp_path, above=6, name="ds-2021.csv"), kept)
    assert staff(found) == (2, 1, 0)
    (one,) = [one for one in found["notices"] if one["reason"].startswith("profile")]
    assert (one["reason"], one["value"], one["row"]) == ("profile-header-moved", "2", 7)


def test_a_column_that_is_gone_is_looked_for_as_without_a_profile(tmp_path: Path) -> None:
    kept = saved(roster(tmp_path), tmp_path)
    header = [{"Chức vụ": "Chức danh", "Dân tộc": "Dan tọc"}.get(word, word) for word in HEADER]
    found = told(roster(tmp_path, header=header), kept)
    said = {one["field"]: one["message"] for one in found["notices"] if one["reason"] == "profile-column-missing"}
    assert said.keys() == {"position", "ethnicity"}
    assert "“Chức danh”" in said["position"]
    assert counts(found, "women-share-heads") == (1, 0, 0)


def test_a_header_that_is_nearly_the_same_is_suggested_and_not_assumed(tmp_path: Path) -> None:
    kept = saved(roster(tmp_path), tmp_path)
    header = [{"Dân tộc": "Dân tộc ."}.get(word, {"Chức vụ": "Chức vu x"}.get(word, word)) for word in HEADER]
    found = told(roster(tmp_path, header=header), kept)
    (one,) = [one for one in found["notices"] if one["reason"] == "profile-column-missing"]
    assert one["field"] == "position"
    assert "“Chức vu x” (column E)" in one["message"]
    (figure,) = [one for one in found["observations"] if one["indicator"] == "women-share-heads"]
    assert figure["reason"] == "column-absent"


def test_a_column_that_is_new_is_told_with_what_it_was_read_as(tmp_path: Path) -> None:
    kept = saved(roster(tmp_path), tmp_path)
    grid = [[*HEADER, "Trình độ chuyên môn", "Sở thích"], *([*row, "Đại học", "cờ"] for row in PEOPLE)]
    found = told(write(tmp_path / "new.csv", [["DANH SÁCH NĂM 2020"], *grid]), kept)
    shown = inside("inspect", tmp_path / "new.csv", "--profile", kept).out
    assert "the profile does not know the column “Sở thích”; it was not read" in shown
    new = {
        one["value"]: (one["field"], one["cell"]) for one in found["notices"] if one["reason"] == "profile-column-new"
    }
    assert new == {"Trình độ chuyên môn": ("education", "H2"), "Sở thích": (None, "I2")}


def test_a_sheet_of_another_name_is_found_by_its_header(tmp_path: Path) -> None:
    kept = saved(SAMPLES / "cnqp" / "cnqp-2021.xlsx", tmp_path)
    text = kept.read_text(encoding="utf-8").replace('"DS 2021"', '"DS 2020"')
    kept.write_text(text, encoding="utf-8")
    found = told(SAMPLES / "cnqp" / "cnqp-2021.xlsx", kept)
    assert (
        found["observations"]
        == inside("compute", SAMPLES / "cnqp" / "cnqp-2021.xlsx", "--format", "json").json["observations"]
    )
    assert reasons(found) == [("profile-sheet-missing", None, "DS 2020")]


def test_sheets_that_come_and_go_are_told(tmp_path: Path) -> None:
    kept = saved(SAMPLES / "cand" / "cand-2016.xlsx", tmp_path)
    text = kept.read_text(encoding="utf-8").replace('"Công an tỉnh An Lạc"', '"Công an tỉnh Cũ"')
    kept.write_text(text, encoding="utf-8")
    (first, *_) = reasons(told(SAMPLES / "cand" / "cand-2016.xlsx", kept))
    assert first == ("profile-sheet-missing", None, "Công an tỉnh Cũ")
    lone = re.sub(r'\[\[sheet\]\]\nname = "Công an tỉnh Cũ"\nheader_row = \d+\nheader_depth = \d+\n', "", text)
    kept.write_text(lone, encoding="utf-8")
    found = told(SAMPLES / "cand" / "cand-2016.xlsx", kept)
    assert reasons(found) == [("profile-sheet-new", None, "Công an tỉnh An Lạc")]
    assert staff(found) == staff(inside("compute", SAMPLES / "cand" / "cand-2016.xlsx", "--format", "json").json)


def test_next_years_roster_is_read_as_without_a_profile(tmp_path: Path) -> None:
    kept = saved(SAMPLES / "qltt" / "qltt-2018.xlsx", tmp_path)
    for command in (
        ("compute", SAMPLES / "qltt" / "qltt-2019.xlsx"),
        ("compare", "2018", "2019", "--in", SAMPLES / "qltt"),
    ):
        plain = inside(*command, "--format", "json").json
        with_it = inside(*command, "--format", "json", "--profile", kept).json
        assert {**with_it, "notices": []} == {**plain, "notices": []}


# Corrected by hand ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("off", ["false", '""'])
def test_a_field_is_switched_off(off: str, tmp_path: Path) -> None:
    found = told(roster(tmp_path), profile(tmp_path, f"[fields]\nposition = {off}\n"))
    assert "position" not in found["sources"][0]["columns"]
    (figure,) = [one for one in found["observations"] if one["indicator"] == "women-share-heads"]
    assert figure["reason"] == "column-absent"


def test_a_birth_date_under_nam_and_nu_can_be_switched_off_and_sex_stays(tmp_path: Path) -> None:
    path = SAMPLES / "cnqp" / "cnqp-2022.xlsx"
    kept = saved(path, tmp_path)
    text = re.sub(r"birth_date = \[.*?\n\]", "birth_date = false", kept.read_text(encoding="utf-8"), flags=re.DOTALL)
    kept.write_text(text, encoding="utf-8")
    found = told(path, kept)
    assert "birth_date" not in found["sources"][0]["columns"]
    assert staff(found) == staff(inside("compute", path, "--format", "json").json)


def test_a_field_is_set_by_letter(tmp_path: Path) -> None:
    header = [{"Giới tính": "Cột lạ"}.get(word, word) for word in HEADER]
    found = told(roster(tmp_path, header=header), profile(tmp_path, '[fields]\nsex = "C"\n'))
    assert staff(found) == (2, 1, 0)


def test_options_win_over_the_profile(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", [["Họ và tên", "Giới tính", "Phái", "Ngày sinh"], ["Lan", "Nam", "Nữ", "1980"]])
    kept = profile(tmp_path, '[fields]\nsex = "Giới tính"\nbirth_date = false\n')
    assert staff(told(path, kept)) == (0, 1, 0)
    assert staff(told(path, kept, "--map", "sex=Phái")) == (1, 0, 0)
    assert "birth_date" in told(path, kept, "--map", "birth_date=D")["sources"][0]["columns"]


def test_one_column_may_carry_two_fields(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", [["Họ và tên", "Giới tính", "Công việc"], ["Lan", "Nữ", "Trưởng phòng"]])
    found = told(path, profile(tmp_path, '[fields]\nposition = "Công việc"\nunit = "Công việc"\n'))
    assert {"position", "unit"} <= found["sources"][0]["columns"].keys()


def test_several_columns_under_words_of_a_code_list_are_marks(tmp_path: Path) -> None:
    header = ["Họ và tên", "Giới tính", "Tiến sĩ", "Đại học", "Khác"]
    body = [["Lan", "Nữ", "x", "x", ""], ["Mai", "Nữ", "", "x", ""], ["Hùng", "Nam", "", "x", ""]]
    path = write(tmp_path / "a.csv", [header, *body])
    (one,) = read_roster(path, profile=profile(tmp_path, '[fields]\neducation = ["Đại học", "Tiến sĩ"]\n')).rosters
    assert list(one.people["education"]) == ["doctorate", "bachelor", "bachelor"]


def test_a_sheet_is_left_out(tmp_path: Path) -> None:
    text = '[[sheet]]\nname = "Công an tỉnh An Lạc"\nread = false\n'
    found = told(SAMPLES / "cand" / "cand-2020.xlsx", profile(tmp_path, text))
    assert "Công an tỉnh An Lạc" not in [source["sheet"] for source in found["sources"]]
    assert len(found["sources"]) == 2


# Declared for everybody -----------------------------------------------------------------------------------------------

COMPANY = [["Họ và tên", "Ngày sinh", "Chức vụ"], ["An", "1990", "Chiến sĩ"], ["Bình", "1988", "Trung đội trưởng"]]


def test_a_sex_that_is_declared_for_everybody_is_counted_and_told(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", COMPANY)
    assert inside("compute", path).code == 2
    found = told(path, profile(tmp_path, '[fields]\nsex = { always = "Nam" }\n'))
    assert staff(found) == (0, 2, 0)
    assert reasons(found) == [("declared-for-all", "sex", "Nam")]
    (one,) = found["notices"][:1]
    assert "all 2 people" in one["message"]


def test_a_declaration_is_kept_when_the_profile_is_saved(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", COMPANY)
    kept = saved(
        path,
        tmp_path,
        "--profile",
        profile(tmp_path, '[fields]\nsex = { always = "Nam" }\ncontract = { always = "QNCN" }\n'),
    )
    assert staff(told(path, kept)) == (0, 2, 0)
    assert tomllib.loads(kept.read_text(encoding="utf-8"))["sheet"][0]["fields"]["contract"] == {"always": "QNCN"}


def test_cells_that_contradict_a_declaration_are_an_error(tmp_path: Path) -> None:
    found = told(roster(tmp_path), profile(tmp_path, '[fields]\nsex = { always = "Nam" }\n'))
    assert staff(found) == (0, 3, 0)
    (one,) = [one for one in found["notices"] if one["reason"] == "declared-otherwise"]
    assert (one["severity"], one["count"], one["cell"], one["value"]) == ("error", 2, "C3", "Nữ")


def test_a_declared_unit_is_everybodys(tmp_path: Path) -> None:
    kept = profile(tmp_path, '[fields]\nunit = { always = "Cục A" }\n')
    found = told(roster(tmp_path), kept, "--by", "unit", "--indicator", "women-share-staff")
    assert [one["by"] for one in found["observations"] if one["by"]] == [{"unit": "Cục A"}]


# The rules of counting ------------------------------------------------------------------------------------------------

RULES = {"acting_heads": True, "probationary_members": True, "bodies": "official", "key_leader": []}
OFFICES = [
    ["Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ"],
    ["A", "Nữ", "1970", "Quyền Trưởng phòng"],
    ["B", "Nữ", "1971", "Phó Trưởng phòng; Quyền Trưởng phòng"],
    ["C", "Nữ", "1972", "Trưởng phòng"],
    ["D", "Nam", "1973", "Phó Trưởng phòng"],
    ["E", "Nam", "1974", "Quyền Chủ tịch UBND tỉnh"],
    ["F", "Nam", "1975", "Chuyên viên"],
]


@pytest.mark.parametrize(
    ("switch", "heads", "deputies", "leaders", "key"),
    [("true", (3, 1), (0, 1), (3, 2), (0, 1)), ("false", (1, 0), (1, 1), (2, 1), (0, 0))],
)
def test_acting_heads_are_counted_by_the_rule_of_the_profile(
    switch: str, heads: object, deputies: object, leaders: object, key: object, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.csv", OFFICES)
    found = told(path, profile(tmp_path, f"[counting]\nacting_heads = {switch}\n"))
    for name, expected in (("heads", heads), ("deputies", deputies), ("leaders", leaders), ("key-leaders", key)):
        assert counts(found, f"women-share-{name}")[:2] == expected, name
    assert found["counting"] == RULES | {"acting_heads": switch == "true"}


MEMBERS = [
    ["Họ và tên", "Giới tính", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức"],
    ["A full", "Nữ", "1970", "1/1/2000", "1/1/2001"],
    ["B on probation", "Nữ", "1971", "1/6/2020", ""],
    ["C official after the day", "Nam", "1972", "1/3/2020", "1/3/2021"],
    ["D none", "Nam", "1973", "", ""],
    ["E official date unreadable", "Nữ", "1974", "2/2/2002", "khoảng hè"],
    ["F official only", "Nam", "1975", "", "3/2/2010"],
    ["G marked", "Nam", "1976", "x", "x"],
    ["H official before admission", "Nam", "1977", "3/2/2010", "3/2/2009"],
    ["I probation said", "Nam", "1978", "3/2/2020", "Không"],
]


def test_probationary_members_are_counted_by_the_rule_of_the_profile(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", MEMBERS)
    asked = ("--as-of", "31/12/2020")
    plain = inside("compute", path, "--format", "json", *asked).json
    found = told(path, profile(tmp_path, "[counting]\nprobationary_members = false\n"), *asked)
    assert counts(plain, "women-share-party-members")[:2] == (3, 5)
    (one,) = [one for one in found["observations"] if one["indicator"] == "women-share-party-members"]
    assert (one["women"], one["men"], one["undetermined"]) == (1, 3, 1)
    assert counts(found, "women-share-new-party-members") == counts(plain, "women-share-new-party-members")
    assert counts(plain, "women-share-new-party-members")[:2] == (1, 2)
    assert reasons(found) == []


@pytest.mark.parametrize("official", [[], ["Ngày chính thức"]])
def test_where_no_official_dates_tell_probation_all_members_count_and_it_is_said(
    official: list[str], tmp_path: Path
) -> None:
    grid = [["Họ và tên", "Giới tính", "Ngày sinh", "Ngày vào Đảng", *official]]
    grid += [
        ["A", "Nữ", "1970", "1/1/2020", *["" for _ in official]],
        ["B", "Nam", "1970", "", *["" for _ in official]],
    ]
    path = write(tmp_path / "a.csv", grid)
    found = told(path, profile(tmp_path, "[counting]\nprobationary_members = false\n"), "--as-of", "31/12/2020")
    assert counts(found, "women-share-party-members")[:2] == (1, 0)
    assert reasons(found) == [("probation-not-told", "party_official_date", None)]
    assert "all 1 members are counted" in found["notices"][0]["message"]


@pytest.mark.parametrize("form", ["json", "csv", "md", "table"])
def test_no_figure_stands_without_its_rule(form: str, tmp_path: Path) -> None:
    kept = profile(tmp_path, "[counting]\nacting_heads = false\n")
    path = write(tmp_path / "a.csv", OFFICES)
    out = inside("compute", path, "--profile", kept, "--format", form, "-i", "women-share-heads").out
    assert "acting_heads" in out if form == "csv" else "acting heads not counted" in out
    assert "acting heads included" not in out


def test_a_comparison_says_the_rule_too(tmp_path: Path) -> None:
    kept = profile(tmp_path, "[counting]\nacting_heads = false\n")
    run = inside("compare", "2018", "2019", "--in", SAMPLES / "qltt", "--profile", kept, "--quiet")
    assert "acting heads not counted" in run.out
    assert "acting heads (Quyền, Phụ trách) are not counted as heads" in run.out


# Bad profiles, and where one is not written ---------------------------------------------------------------------------

BAD = {
    "no TOML": ("[counting\n", ["line 2", "TOML"]),
    "an unknown key": ("[counting]\nacting_head = true\n", ["line 3", "acting_head", "→ acting_heads?"]),
    "an unknown field": (
        '[[sheet]]\nname = "a"\n\n[sheet.fields]\nbirth = "C"\n',
        ["line 6", "birth", "→ birth_date?"],
    ),
    "a field that is nothing like any": ('[fields]\nxyz = "C"\n', ["line 3", "xyz"]),
    "a wrong type": ("[counting]\nacting_heads = 1\n", ["line 3", "acting_heads", "true or false"]),
    "a wrong field": ("[fields]\nsex = 3\n", ["line 3", "sex", "always"]),
    "a value that sex does not take": ('[fields]\nsex = { always = "Người" }\n', ["line 3", "sex"]),
    "a field that is not declared": ('[fields]\nposition = { always = "Trưởng phòng" }\n', ["line 3", "position"]),
    "one sheet where a list is": ('[sheet]\nname = "a"\n', ["line 2", "[[sheet]]"]),
    "a row before the first": ("[[sheet]]\nheader_row = 0\n", ["line 3", "header_row"]),
}


@pytest.mark.parametrize("case", BAD)
@pytest.mark.parametrize("command", ["compute", "check", "inspect"])
def test_a_bad_profile_is_one_clear_line(case: str, command: str, tmp_path: Path) -> None:
    text, named = BAD[case]
    run = inside(command, roster(tmp_path), "--profile", profile(tmp_path, text))
    assert (run.code, run.out, len(run.err.splitlines())) == (2, "", 1)
    assert [word for word in ["profile.toml", *named] if word not in run.err] == []
    assert ("→" in run.err) == any("→" in word for word in named)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00bad", b"", b'schema = "genderstats.profile/2"\n'])
def test_a_file_that_is_no_profile_is_refused(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "profile.toml"
    if content is not None:
        path.write_bytes(content)
    run = inside("compute", roster(tmp_path), "--profile", path)
    assert (run.code, len(run.err.splitlines())) == (2, 1)
    assert "profile.toml" in run.err


def test_a_profile_is_never_written_over_an_input_or_another_file(tmp_path: Path) -> None:
    path = roster(tmp_path)
    kept = saved(path, tmp_path)
    other = tmp_path / "pyproject.toml"
    other.write_text('[project]\nname = "x"\n', encoding="utf-8")
    for target, options in ((path, ()), (kept, ("--profile", kept)), (other, ()), (kept, ("-o", kept, "-f", "md"))):
        before = target.read_bytes()
        run = inside("inspect", path, "--save", target, *options)
        assert (run.code, len(run.err.splitlines())) == (2, 1), run.err
        assert target.read_bytes() == before


def test_a_profile_is_replaced_whole(tmp_path: Path) -> None:
    kept = saved(roster(tmp_path), tmp_path)
    first = kept.read_bytes()
    kept.write_bytes(first + b"# " + b"x" * 100_000 + b"\n")
    assert saved(roster(tmp_path), tmp_path).read_bytes() == first
    assert [one.name for one in tmp_path.glob("*.toml*")] == ["saved.toml"]


def test_a_profile_is_of_one_file(tmp_path: Path) -> None:
    run = inside("inspect", SAMPLES / "gia-lai", "--save", tmp_path / "p.toml", "--quiet")
    assert run.code == 2
    assert not (tmp_path / "p.toml").exists()


# Python ---------------------------------------------------------------------------------------------------------------


def test_python_takes_a_profile_too(tmp_path: Path) -> None:
    kept = profile(tmp_path, "[counting]\nacting_heads = false\n")
    path = write(tmp_path / "a.csv", OFFICES)
    (heads,) = compute(path, indicators=["women-share-heads"], profile=kept).observations
    assert (heads.women, heads.men) == (1, 0)
    found = compare(path, path, indicators=["women-share-heads"], profile=str(kept))
    assert [one.observations[0].women for one in found.computations] == [1, 1]
    with pytest.raises(GenderstatsError):
        read_roster(path, profile=tmp_path / "absent.toml")


# What could go wrong unseen -------------------------------------------------------------------------------------------


def test_two_tables_on_a_sheet_keep_their_own_columns(tmp_path: Path) -> None:
    first = [["Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ"], ["Lan", "Nữ", "1980", "Trưởng phòng"]]
    second = [["Họ và tên", "Đơn vị", "Giới tính", "Dân tộc"], ["Hùng", "Đội 1", "Nam", "Tày"]]
    path = write(tmp_path / "a.csv", [*first, ["", "", "", ""], *second])
    plain = inside("compute", path, "--format", "json").json
    assert len(plain["sources"]) == 2
    kept = saved(path, tmp_path)
    assert told(path, kept) == plain
    swapped = told(write(tmp_path / "b.csv", [*second, ["", "", "", ""], *first]), kept)
    assert swapped["observations"] == plain["observations"]
    assert {name for name, *_ in reasons(swapped)} == {"profile-header-moved"}


def test_a_sheet_of_several_tables_is_left_out_whole(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    first = [["Họ và tên", "Giới tính", "Ngày sinh"], ["Lan", "Nữ", "1980"], []]
    second = [["Họ và tên", "Dân tộc", "Giới tính"], ["Mai", "Tày", "Nữ"]]
    for name in ("DS", "Cũ"):
        sheet = book.create_sheet(name)
        for row in (*first, *second):
            sheet.append(row)
    del book["Sheet"]
    book.save(tmp_path / "a.xlsx")
    book.close()
    found = told(tmp_path / "a.xlsx", profile(tmp_path, '[[sheet]]\nname = "Cũ"\nread = false\n'))
    assert {source["sheet"] for source in found["sources"]} == {"DS"}
    assert staff(found) == (2, 0, 0)


def test_a_text_above_beside_the_header_is_no_part_of_it(tmp_path: Path) -> None:
    kept = saved(roster(tmp_path), tmp_path)
    grid = [["", "", "", "", "", "", "", "Số: 12/CV"], [*HEADER, ""], *([*row, ""] for row in PEOPLE)]
    found = told(write(tmp_path / "ds-2021.csv", grid), kept)
    assert reasons(found) == []
    assert found["sources"][0]["set_aside_by_kind"] == {"title": 1}


def test_a_new_level_under_a_header_is_seen(tmp_path: Path) -> None:
    header = ["Họ và tên", "Giới tính", "Ngày sinh", "Ngày vào Đảng", "Ghi chú"]
    people = [["Lan", "Nữ", "1980", "1/1/2010", ""], ["Hùng", "Nam", "1981", "", ""]]
    kept = saved(write(tmp_path / "a.csv", [header, *people]), tmp_path)
    top = ["Họ và tên", "Giới tính", "Ngày sinh", "Ngày vào Đảng", "", "Ghi chú"]
    under = ["", "", "", "Dự bị", "Chính thức", ""]
    later = [["Lan", "Nữ", "1980", "1/1/2010", "1/1/2011", ""], ["Hùng", "Nam", "1981", "", "", ""]]
    found = told(write(tmp_path / "b.csv", [top, under, *later]), kept)
    columns = found["sources"][0]["columns"]
    assert columns["party_official_date"] == "Ngày vào Đảng › Chính thức"
    assert {name for name, *_ in reasons(found)} == {"profile-column-missing", "profile-column-new"}


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("Phụ nữ", ("x", ""), (1, 1, 0)),
        ("Phụ nữ", ("Nữ", "Nam"), (1, 1, 0)),
        ("Nam", ("", "x"), (1, 1, 0)),
        ("Cột lạ", ("Nữ", "Nam"), (1, 1, 0)),
    ],
)
def test_a_named_column_of_sex_is_read_as_its_cells_are(
    header: str, cells: tuple[str, str], expected: object, tmp_path: Path
) -> None:
    grid = [["Họ và tên", header, "Ngày sinh"], ["Lan", cells[0], "1980"], ["Hùng", cells[1], "1981"]]
    path = write(tmp_path / "a.csv", grid)
    plain = inside("compute", path, "--map", "sex=B", "--format", "json").json
    assert staff(plain) == expected
    assert staff(told(path, saved(path, tmp_path, "--map", "sex=B"))) == expected


def test_one_of_two_columns_of_births_may_be_named_alone(tmp_path: Path) -> None:
    grid = [
        ["Họ và tên", "Năm sinh", "", "Giới tính"],
        ["", "Nam", "Nữ", ""],
        ["Lan", "", "1980", "Nữ"],
        ["Hùng", "1981", "", "Nam"],
    ]
    path = write(tmp_path / "a.csv", grid)
    (one,) = read_roster(path, columns={"birth_date": "C"}).rosters
    assert [day.year for day in one.people["birth_date"].dropna()] == [1980]


@pytest.mark.parametrize("options", [(), ("--profile",)])
def test_inspect_quotes_nobodys_own_cells(options: tuple[str, ...], tmp_path: Path) -> None:
    path = roster(tmp_path)
    given = [*options, *([saved(path, tmp_path)] if options else [])]
    for form in ("table", "json", "md"):
        out = inside("inspect", path, "--format", form, *given).out
        assert not [word for word in ("Tên Riêng", "riêng tư", "1975", "8/3") if word in out]


def test_an_official_date_on_any_row_of_a_person_ends_probation(tmp_path: Path) -> None:
    profile = tmp_path / "profile.toml"
    profile.write_text('schema = "genderstats.profile/1"\n[counting]\nprobationary_members = false\n', encoding="utf-8")
    path = tmp_path / "ds-2020.csv"
    path.write_text(
        "Số hiệu,Họ và tên,Giới tính,Ngày vào Đảng,Ngày chính thức,Đơn vị\n"
        "1,Lan,Nữ,1/1/2018,,A\n2,Cúc,Nữ,1/1/2019,,A\n3,Mai,Nữ,,,A\n"
        "1,Lan,Nữ,1/1/2018,1/1/2019,B\n3,Mai,Nữ,1/6/2020,,B\n4,Huệ,Nữ,1/1/2010,1/1/2011,B\n",
        encoding="utf-8",
    )
    (one,) = compute(path, indicators=["women-share-party-members"], profile=profile).observations
    assert one.women == 2


def test_a_column_of_several_things_is_divided_as_it_was_when_the_profile_was_saved(tmp_path: Path) -> None:
    path, profile = tmp_path / "ds-2020.csv", tmp_path / "profile.toml"
    path.write_text(
        "Họ và tên,Giới tính,Chức vụ / Ngày nhận\nLan,Nữ,Trưởng phòng / 2019\nCúc,Nữ,Chuyên viên\nAn,Nam,Chuyên viên\n",
        encoding="utf-8",
    )
    without = compute(path, by=["role"])
    assert inside("inspect", path, "--save", profile).code == 0
    applied = compute(path, by=["role"], profile=profile)
    assert applied.observations == without.observations
    assert [one.reason.id for one in applied.gathering.notices] == [one.reason.id for one in without.gathering.notices]
