"""`compare` as a script or an analyst calls it: flows, decompositions, intervals, maps of units, trends, in every form."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from support.places import shared
from support.program import inside, process
from support.sheets import write

from genderstats import compare
from genderstats.analysis.change import Change
from genderstats.analysis.change import compare as compared
from genderstats.analysis.observation import Observation
from genderstats.counting.tally import Split
from genderstats.indicators.catalogue import catalogue

if TYPE_CHECKING:
    from pathlib import Path

HEADER = ["Số hiệu", "Họ và tên", "Giới tính", "Ngày sinh", "Đơn vị", "Chức vụ"]
THEN = [
    HEADER,
    ["01", "Nguyễn Thị Lan", "Nữ", "1/2/1970", "Tỉnh A", "Phó Trưởng phòng"],
    ["02", "Trần Văn Hùng", "Nam", "3/4/1965", "Tỉnh A", "Trưởng phòng"],
    ["03", "Lê Thu Hà", "Nữ", "5/6/1975", "Tỉnh B", "Chuyên viên"],
    ["04", "Phạm Quốc Việt", "Nam", "7/8/1980", "Tỉnh C", "Chuyên viên"],
]
NOW = [
    HEADER,
    ["01", "Nguyễn Thị Lan", "Nữ", "1/2/1970", "Tỉnh AB", "Trưởng phòng"],
    ["03", "Lê Thu Hà", "Nữ", "5/6/1975", "TỈNH AB", "Phó Trưởng phòng"],
    ["04", "Phạm Quốc Việt", "Nam", "7/8/1980", "Tỉnh D", "Chuyên viên"],
    ["05", "Đỗ Thị Mai", "Nữ", "7/8/1990", "Tỉnh D", "Chuyên viên"],
]
MAP = '[units]\n"Tỉnh C" = "Tỉnh D"\n\n[[merge]]\ninto = "Tỉnh AB"\nfrom = ["Tỉnh A", "tỉnh b"]\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "roster-2020.csv", THEN)
    write(tmp_path / "roster-2021.csv", NOW)
    (tmp_path / "map.toml").write_text(MAP, encoding="utf-8")
    return tmp_path


def told(folder: Path, *arguments: object) -> Any:
    run = inside("compare", "2020", "2021", "--in", folder, "-i", "women-share-staff", *arguments, "-f", "json")
    assert run.code == 0, run.err
    return run.json


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def people(record: dict[str, int]) -> tuple[int, int, int]:
    return record["women"], record["men"], record["unknown"]


def test_the_faculty_is_accounted_for_to_the_last_person() -> None:
    years = [shared("faculty", f"{year}.csv") for year in (1990, 1995)]
    (flows,) = compare(*years, indicators=["women-share-staff"], by=["rank", "column:admin"], flows=True).flows
    assert (flows.called("stay"), flows.called("enter")) == (Split(267, 963, 0), Split(142, 225, 0))
    assert flows.called("leave") == Split(0, 0, 0)
    groups = {(one.dimension.id, one.code): one.flow for one in flows.groups}
    assert groups["rank", "Full"].moved_in == Split(51, 184 - 51, 0)
    assert groups["column:admin", "1"].moved_in == Split(22, 84 - 22, 0)
    assert groups["column:admin", "1"].moved_out == Split(16, 76 - 16, 0)
    assert (flows.doubts, flows.matching.by_number) == ((), 1230)


def test_the_faculty_says_the_same_on_the_command_line() -> None:
    asked = ("-i", "women-share-staff", "--by", "rank", "--flows", "-f", "json")
    run = inside("compare", "1990", "1995", "--in", shared("faculty"), *asked)
    named = {one["flow"]: people(one) for one in run.json["named_flows"]}
    assert (named["stay"], named["enter"]) == ((267, 963, 0), (142, 225, 0))
    (full,) = [one for one in run.json["flows"] if one["code"] == "Full"]
    assert (people(full["moved_in"]), full["periods"]) == ((51, 133, 0), ["1990", "1995"])


def test_flows_are_records_with_all_parts_by_sex(folder: Path) -> None:
    found = told(folder, "--flows")
    assert {one["dimension"] for one in found["flows"]} == {None, "level", "role", "unit"}
    for one in found["flows"]:
        for sex in ("women", "men", "unknown"):
            come = one["entries"][sex] + one["entries_unmatched"][sex] + one["moved_in"][sex] + one["corrected"][sex]
            gone = one["exits"][sex] + one["exits_unmatched"][sex] + one["moved_out"][sex]
            assert one["then"][sex] + come - gone == one["now"][sex]
    named = {one["flow"]: people(one) for one in found["named_flows"]}
    assert (named["enter"], named["leave"]) == ((1, 0, 0), (0, 1, 0))
    assert (named["promoted"], named["appointed"]) == ((1, 0, 0), (1, 0, 0))
    (matching,) = found["matching"]
    assert (matching["by_number"], matching["by_name"], matching["doubts"]) == (3, 0, [])


def test_without_the_options_nothing_more_is_told(folder: Path) -> None:
    found = told(folder)
    assert found["flows"] == []
    assert not {"named_flows", "matching", "decompositions", "trends"} & found.keys()
    assert found["changes"][0]["interval"] is None


def test_flows_as_csv_are_one_part_a_row(folder: Path) -> None:
    run = inside("compare", "2020", "2021", "--in", folder, "--flows", "-f", "csv")
    found = {(one["dimension"], one["code"], one["flow"]): one for one in rows(run.out)}
    assert found["", "", "enter"]["women"] == "1"
    assert found["role", "head", "moved_in"]["women"] == "1"


def test_decompositions_as_csv_add_up(folder: Path) -> None:
    run = inside("compare", "2020", "2021", "--in", folder, "-i", "women-share-staff", "--decompose", "-f", "csv")
    found = rows(run.out)
    (change,) = [float(one["points"]) for one in found if one["part"] == "change"]
    for parts in (("composition", "within"), ("exits", "entries", "moves", "corrections", "unmatched")):
        assert sum(float(one["points"]) for one in found if one["part"] in parts) == pytest.approx(change)


def test_one_csv_of_two_tables_is_told_to_hold_one(folder: Path) -> None:
    run = inside("compare", "2020", "2021", "--in", folder, "--flows", "--decompose", "-f", "csv")
    assert "CSV holds one table" in run.err
    assert rows(run.out)[0]["flow"] == "then"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("Who stayed, came and left: 2020 → 2021", "promoted", "Why shares changed", "Newcombe", "Women, % of 2020")),
        ("vi", ("Biến động nhân sự: 2020 → 2021", "lên chức", "Vì sao tỷ lệ thay đổi", "Newcombe", "Nữ, % so với cùng kỳ 2020")),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["table", "md"])
def test_the_page_has_flows_decompositions_and_intervals_in_both_languages(
    folder: Path, lang: str, words: tuple[str, ...], form: str
) -> None:
    run = process(
        "compare", "2020", "2021", "--in", folder, "-i", "women-share-staff", "--flows", "--decompose", "--interval", "-f", form,
        lang=lang,
    )  # fmt: skip
    assert run.code == 0, run.err
    text = " ".join(run.out.split())
    for one in words:
        assert one in text or all(word in text for word in one.split()), one


def test_people_in_doubt_are_told_by_their_rows(tmp_path: Path) -> None:
    write(tmp_path / "a-2020.csv", [*THEN, ["01", "Vũ Thị Hoa", "Nữ", "9/9/1981", "Tỉnh A", ""]])
    write(tmp_path / "a-2021.csv", NOW)
    run = inside("compare", "2020", "2021", "--in", tmp_path, "-i", "women-share-staff", "--flows")
    assert "one staff number stands twice: then a-2020.csv row 2, a-2020.csv row 6; now a-2021.csv row 2" in run.out
    for name in ("Lan", "Hoa"):
        assert name not in run.out


def test_a_map_of_units_carries_old_units_into_new_ones(folder: Path) -> None:
    found = told(folder, "--by", "unit", "--units-map", folder / "map.toml")
    changes = {one["by"]["unit"]: one for one in found["changes"]}
    assert changes.keys() == {"Tỉnh AB", "Tỉnh D"}
    assert all(one["comparable"] for one in changes.values())
    assert (changes["Tỉnh AB"]["then"]["denominator"], changes["Tỉnh AB"]["now"]["denominator"]) == (3, 2)


def test_without_the_map_a_unit_in_one_period_only_is_not_compared(folder: Path) -> None:
    changes = {one["by"]["unit"]: one for one in told(folder, "--by", "unit")["changes"]}
    assert {unit: one["reason"] for unit, one in changes.items()} == {
        "Tỉnh A": "group-absent-now", "Tỉnh B": "group-absent-now", "Tỉnh C": "group-absent-now",
        "Tỉnh AB": "group-absent-then", "Tỉnh D": "group-absent-then",
    }  # fmt: skip
    run = inside("compare", "2020", "2021", "--in", folder, "-i", "women-share-staff", "--by", "unit")
    assert "only in the later period; if it was renamed or merged: --units-map" in run.out


def test_units_that_differ_in_case_alone_are_one(tmp_path: Path) -> None:
    write(tmp_path / "a-2020.csv", THEN)
    shouted = [[*row[:4], row[4].upper(), row[5]] for row in THEN[1:]]
    write(tmp_path / "a-2021.csv", [HEADER, *shouted])
    (step,) = compare("2020", "2021", folder=tmp_path, indicators=["women-share-staff"], by=["unit"]).changes
    assert [one.points for one in step] == [0, 0, 0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[units]\n"A" = "B"\n[[merge]]\ninto = "C"\nfrom = ["a"]\n', "line 5"),
        ('[units]\n"A" = 3\n', "line 2"),
        ('[unit]\n"A" = "B"\n', "units?"),
        ('[[merge]]\ninto = "A"\n', "from"),
        ("[units", "line 1"),
    ],
)
def test_a_map_that_cannot_be_understood_is_one_clear_line(folder: Path, text: str, words: str) -> None:
    (folder / "bad.toml").write_text(text, encoding="utf-8")
    run = inside("compare", "2020", "2021", "--in", folder, "--units-map", folder / "bad.toml")
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert words in run.err


def test_units_of_the_map_that_nobody_has_are_told(folder: Path) -> None:
    (folder / "map.toml").write_text(MAP.replace("[units]\n", '[units]\n"Tỉnh X" = "Y"\n'), encoding="utf-8")
    run = inside(
        "compare", "2020", "2021", "--in", folder, "-i", "women-share-staff", "--units-map", folder / "map.toml"
    )
    assert "on none of the lists: Tỉnh X" in run.err


def test_an_interval_is_only_there_on_request_and_says_its_method(folder: Path) -> None:
    (one,) = told(folder, "--interval")["changes"]
    assert (one["interval"]["method"], one["interval"]["level"]) == ("newcombe", 0.95)
    assert one["interval"]["low"] < one["points"] < one["interval"]["high"]


def test_a_count_is_told_as_a_percentage_of_then_and_a_share_never() -> None:
    years = [shared("faculty", f"{year}.csv") for year in (1990, 1995)]
    (one,) = compare(*years, indicators=["women-share-staff"]).changes[0]
    assert one.percent_of_then == Fraction(409 * 100, 267)


def test_a_column_that_one_list_lacks_is_the_reason(folder: Path) -> None:
    write(folder / "roster-2021.csv", [row[:5] for row in NOW])
    (one,) = inside("compare", "2020", "2021", "--in", folder, "-i", "women-share-heads", "-f", "json").json["changes"]
    assert (one["reason"], one["points"], one["percent_of_then"]) == ("column-absent-now", None, None)
    run = process("compare", "2020", "2021", "--in", folder, "-i", "women-share-heads", lang="vi")
    assert "danh sách kỳ sau không có cột này" in run.out


def _figure(**other: Any) -> Observation:
    one = catalogue()["women-share-staff"]
    counts = {"women": 1, "men": 1, "numerator": 1, "denominator": 2, "value": Fraction(1, 2)}
    return Observation(**{"indicator": one, **counts, **other})


@pytest.mark.parametrize(
    ("then", "reason"),
    [
        ({"indicator": replace(catalogue()["women-share-staff"], rules=("acting_heads",))}, "rules-differ"),
        ({"indicator": replace(catalogue()["women-share-staff"], per="post")}, "definition-differs"),
        ({"uncovered": 3}, "coverage-differs"),
        ({}, None),
    ],
)
def test_what_is_not_counted_alike_is_said_and_not_computed(then: dict[str, Any], reason: str | None) -> None:
    (one,) = compared([_figure(**then)], [_figure()])
    assert (one.reason, one.points is None, one.comparable) == (reason, reason is not None, reason is None)


def test_lists_of_other_kinds_of_bodies_are_not_compared() -> None:
    kinds = {"women-share-staff": {"ministry"}}, {"women-share-staff": {"provincial-committee"}}
    (one,) = compared([_figure()], [_figure()], (), kinds)
    assert isinstance(one, Change)
    assert (one.reason, one.points) == ("scope-differs", None)


def test_four_periods_give_the_trend_and_the_change_over_all() -> None:
    run = inside("compare", "1976", "1985", "1990", "1995", "--in", shared("faculty"), "-i", "women-share-staff", "-f", "json")  # fmt: skip
    (one,) = run.json["trends"]
    assert one["numerators"] == [69, 158, 267, 409]
    assert one["points"] == pytest.approx(409 / 1597 - 69 / 538)
    assert one["values"][2] == pytest.approx(267 / 1230)


def test_of_the_whole_catalogue_what_no_list_tells_is_said_in_short() -> None:
    whole = inside("compare", "1990", "1995", "--in", shared("faculty")).out
    head, short = whole.split("Not computed on these lists")
    assert "no column for Position: women-share-leaders, women-share-heads" in short
    assert "Women among leaders" not in head
    assert "Women among staff" in head
    assert "Women by rank" in head


def test_a_figure_that_one_period_alone_has_is_said_in_full(folder: Path) -> None:
    write(folder / "roster-2021.csv", [row[:5] for row in NOW])
    head, _ = inside("compare", "2020", "2021", "--in", folder).out.split("Not computed on these lists")
    assert "Women among heads" in head
    assert "the later list has no such column" in head


def test_a_group_of_a_middle_period_alone_is_in_the_trend(folder: Path) -> None:
    between = [HEADER, *([*row[:4], "Tỉnh giữa", row[5]] for row in THEN[1:])]
    write(folder / "roster-2020.csv", between)
    write(folder / "roster-2019.csv", THEN)
    asked = ("-i", "women-share-staff", "--by", "unit", "-f", "json")
    found = inside("compare", "2019", "2020", "2021", "--in", folder, *asked).json["trends"]
    (middle,) = [one for one in found if one["by"] == {"unit": "Tỉnh giữa"}]
    assert (middle["numerators"], middle["comparable"], middle["points"]) == ([None, 2, None], False, None)


def test_csv_says_why_it_holds_no_flows(folder: Path) -> None:
    nameless = [[row[2], *row[4:]] for row in THEN]
    one, other = write(folder / "a-2020.csv", nameless), write(folder / "a-2021.csv", nameless)
    run = inside("compare", one, other, "--flows", "-f", "csv")
    assert run.out.count("\n") == 1
    assert "2020 → 2021: flows not computable" in run.err
    told = inside(
        "compare", folder / "roster-2020.csv", folder / "roster-2021.csv", "--flows", "--interval", "-f", "csv"
    )
    assert "The intervals: --format json" in told.err


def test_two_periods_counted_by_other_rules_say_so_even_where_nobody_is_left(folder: Path) -> None:
    acting = [HEADER, ["01", "Nguyễn Thị Lan", "Nữ", "1/2/1970", "Tỉnh A", "Quyền Trưởng phòng"]]
    path = write(folder / "q-2020.csv", acting)
    store = folder / "s.duckdb"
    assert inside("add", path, "--period", "2019", "--store", store).code == 0
    profile = folder / "p.toml"
    profile.write_text('schema = "genderstats.profile/1"\n[counting]\nacting_heads = false\n', encoding="utf-8")
    options = ("--store", store, "--profile", profile, "-i", "women-share-heads")
    told = inside("compare", "2019", path, *options, "-f", "json").json
    (change,) = told["changes"]
    assert (change["count_change"], change["reason"]) == (None, "rules-differ")
    assert [one["acting_heads"] for one in told["countings"]] == [True, False]
    page = inside("compare", "2019", path, *options).out
    assert "2020: By the profile, acting heads" in page
    staff = ("--store", store, "--profile", profile, "-i", "women-share-staff", "--decompose", "--by", "role")
    (whole,) = inside("compare", "2019", path, *staff, "-f", "json").json["decompositions"]
    assert (whole["not_by_groups"], whole["groups"]) == ("rules-differ", [])


def test_files_of_one_name_are_told_apart_by_their_folders(folder: Path) -> None:
    for place in ("old", "new"):
        (folder / place).mkdir()
    paths = [write(folder / place / "list.csv", some) for place, some in (("old", THEN), ("new", NOW))]
    run = inside("compare", *paths, "-i", "women-share-staff", "-f", "json")
    assert run.json["periods"] == ["old/list.csv", "new/list.csv"]
    assert "named twice" not in run.err


def test_many_groups_of_many_columns_need_no_more_room_than_people(folder: Path) -> None:
    columns = [f"Nhóm {place}" for place in range(6)]
    rows = [
        [f"Người {one}", "Nữ" if one % 3 else "Nam", *(f"{(one * 7 + place) % 1999:04}" for place in range(6))]
        for one in range(2000)
    ]
    paths = [write(folder / f"w-{year}.csv", [["Họ và tên", "Giới tính", *columns], *rows]) for year in (2020, 2021)]
    by = ",".join(f"column:{name}" for name in columns)
    run = inside("compare", *paths, "-i", "women-share-staff", "--by", by, "--decompose", "-f", "json")
    assert run.code == 0, run.err
    assert len(run.json["changes"]) == 1999
