"""`add`, `periods` and `compare` on periods that are kept, as somebody types them."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from support.places import REPOSITORY, shared
from support.program import inside, process
from support.sheets import write
from support.stores import HEAD, held, roster, staff

from genderstats import add, compare, periods, targets
from genderstats.errors import PeriodKeptError

if TYPE_CHECKING:
    from pathlib import Path

RULES = REPOSITORY / "tests" / "people" / "titles"
QLTT = REPOSITORY / "data" / "samples" / "qltt"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GENDERSTATS_STORE", raising=False)
    return tmp_path


def test_add_keeps_a_roster_and_prints_its_ledger_and_what_was_noticed(folder: Path) -> None:
    run = inside("add", QLTT / "qltt-2018.xlsx")
    assert run.code == 0, run.err
    assert "5,402 rows = 5,390 people + 0 rejected + 12 set aside" in run.out
    assert "2 × Sex missing [sex-missing]" in run.out
    assert "From the title rows or file name: period 2018" in run.err
    assert (folder / "genderstats.duckdb").exists()
    assert (folder / "genderstats.duckdb.key").exists()


def test_add_speaks_json(folder: Path) -> None:
    told = inside(
        "add", roster(folder, "a.csv", 5, 4), "--period", "2020-s1", "--as-of", "30/4/2020", "-f", "json"
    ).json
    assert told["schema"] == "genderstats.add/1"
    assert (told["period"], told["as_of"], told["people"], told["replaced"]) == ("2020-S1", "2020-04-30", 9, None)
    assert told["sources"][0]["rows"] == 9
    assert told["sources"][0]["columns" if "columns" in told["sources"][0] else "sha256"]


def test_a_period_that_is_kept_is_replaced_only_when_that_is_said(folder: Path) -> None:
    one, other = roster(folder, "a.csv", 5, 4), roster(folder, "b.csv", 7, 9)
    inside("add", one, "--period", "2020")
    refused = inside("add", other, "--period", "2020")
    assert refused.code == 2
    assert "kept already" in refused.err
    assert held(folder / "genderstats.duckdb") == {"2020": (5, 4)}
    replaced = inside("add", other, "--period", "2020", "--replace")
    assert replaced.code == 0
    assert "Replaced: 9 people" in replaced.out
    assert held(folder / "genderstats.duckdb") == {"2020": (7, 9)}


def test_a_roster_that_carries_its_period_is_refused_too_where_that_is_kept(folder: Path) -> None:
    one = roster(folder, "a-2020.csv", 5, 4)
    add(one)
    with pytest.raises(PeriodKeptError):
        add(one)


def test_the_same_file_under_another_name_and_period_is_told(folder: Path) -> None:
    inside("add", roster(folder, "a.csv", 5, 4), "--period", "2019")
    run = inside("add", roster(folder, "b.csv", 5, 4), "--period", "2020", "-f", "json")
    assert run.code == 0
    assert "b.csv: the same file is kept as period 2019 too" in run.err
    assert run.json["also_kept"] == [{"file": "b.csv", "period": "2019"}]
    assert "kept as period" not in inside("add", roster(folder, "b.csv", 5, 4), "--period", "2020", "--replace").out


def test_a_roster_without_a_period_is_not_kept_until_it_is_said(folder: Path) -> None:
    run = inside("add", roster(folder, "a.csv", 5, 4))
    assert run.code == 2
    assert "--period 2020" in run.err
    assert not (folder / "genderstats.duckdb").exists()


def test_strict_ends_with_code_1_when_rows_were_rejected_and_the_period_is_kept(folder: Path) -> None:
    stray = ["", "", "", "", "Chuyên viên", "Phòng 1", "", "riêng"]
    path = write(folder / "a.csv", [*staff(5, 4), stray])
    run = inside("add", path, "--period", "2020", "--strict", "-f", "json")
    assert run.json["sources"][0]["rejected"] == 1
    assert run.code == 1
    assert held(folder / "genderstats.duckdb") == {"2020": (5, 4)}


def test_several_files_are_one_period(folder: Path) -> None:
    inside("add", roster(folder, "a.csv", 5, 4), write(folder / "b.csv", [HEAD, *_others(3)]), "--period", "2020")
    (one,) = periods()
    assert one.files == ("a.csv", "b.csv")
    assert one.ledger.people == 12
    assert held(folder / "genderstats.duckdb") == {"2020": (5, 7)}


def _others(count: int) -> list[list[str]]:
    return [[f"X{place}", f"Lê Khác {place}", "Nam", "1/1/1980", "", "", "", ""] for place in range(count)]


def test_periods_lists_shows_and_removes(folder: Path) -> None:
    for year, women in ((2020, 5), (2019, 6)):
        inside("add", roster(folder, f"{year}.csv", women, 4), "--period", year)
    listed = inside("periods", "-f", "json").json
    assert listed["schema"] == "genderstats.periods/1"
    assert [(one["period"], one["people"]) for one in listed["periods"]] == [("2019", 10), ("2020", 9)]
    assert listed["key"] == listed["periods"][0]["key"] == listed["periods"][1]["key"]
    lines = [line for line in inside("periods").out.splitlines() if line.startswith("20")]
    assert [line.split()[0] for line in lines] == ["2019", "2020"]
    assert "SHA-256" in inside("periods", "show", "2019").out
    assert inside("periods", "remove", "2019", "-f", "json").json["removed"] is True
    assert held(folder / "genderstats.duckdb") == {"2020": (5, 4)}
    assert inside("periods", "remove", "2019").code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("periods",), "there is no store"),
        (("periods", "remove", "2020"), "there is no store"),
        (("periods", "show"), "periods show P"),
        (("periods", "show", "x"), "is no period"),
        (("periods", "export", "2020"), "-o FILE.parquet"),
        (("periods", "export", "2020", "-o", "people.xlsx"), "-o FILE.parquet"),
        (("periods", "vanish", "2020"), "vanish"),
    ],
)
def test_what_cannot_be_asked_is_said_on_one_line_and_makes_nothing(
    folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    run = inside(*arguments)
    assert run.code == 2
    assert said in run.err
    assert len(run.err.splitlines()) == 1
    assert list(folder.iterdir()) == []


def test_every_page_speaks_vietnamese(folder: Path) -> None:
    path = roster(folder, "a.csv", 5, 4)
    assert "Đã lưu vào" in process("add", path, "--period", "2020", folder=folder, lang="vi").out
    assert "Các kỳ lưu trong" in process("periods", folder=folder, lang="vi").out
    assert "đã được lưu" in process("add", path, "--period", "2020", folder=folder, lang="vi").err


def test_compare_takes_periods_from_the_store_and_gives_what_the_files_give(folder: Path) -> None:
    for year in (2018, 2019):
        inside("add", QLTT / f"qltt-{year}.xlsx", "--store", "kept.duckdb")
    for options in ((), ("--by", "unit,level")):
        kept = inside("compare", "2018", "2019", "--store", "kept.duckdb", "-f", "json", *options).json
        read = inside("compare", QLTT / "qltt-2018.xlsx", QLTT / "qltt-2019.xlsx", "-f", "json", *options).json
        assert kept["changes"] == read["changes"]
        for one, other in zip(kept["sources"], read["sources"], strict=True):
            assert one == [other[0] | {"columns": {}, "kept": one[0]["kept"]}]
            assert one[0]["kept"]
    assert "5,402 rows = 5,390 people" in inside("compare", "2018", "2019", "--store", "kept.duckdb").out


def test_a_kept_period_and_a_file_are_compared(folder: Path) -> None:
    inside("add", QLTT / "qltt-2018.xlsx")
    run = inside("compare", "2018", QLTT / "qltt-2019.xlsx", "-i", "women-share-leaders", "-f", "json")
    (change,) = run.json["changes"]
    assert (change["then"]["women"], change["now"]["women"]) == (150, 156)


def test_the_environment_names_the_store(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GENDERSTATS_STORE", str(folder / "elsewhere.duckdb"))
    for year in (2018, 2019):
        inside("add", roster(folder, f"{year}.csv", year - 2000, 4), "--period", year)
    assert (folder / "elsewhere.duckdb").exists()
    assert inside("compare", "2018", "2019").code == 0


def test_a_file_that_the_period_was_kept_from_is_no_second_candidate(folder: Path) -> None:
    for year in (2018, 2019):
        inside("add", roster(folder, f"ds-{year}.csv", year - 2000, 4))
    assert inside("compare", "2018", "2019").code == 0


def test_another_list_of_a_kept_period_is_a_second_candidate_and_both_are_named(folder: Path) -> None:
    for year in (2018, 2019):
        inside("add", roster(folder, f"ds-{year}.csv", year - 2000, 4))
    roster(folder, "ds-2019.csv", 40, 40)
    run = inside("compare", "2018", "2019")
    assert run.code == 2
    assert "genderstats.duckdb" in run.err
    assert "ds-2019.csv" in run.err
    said = inside("compare", "2018", "2019", "--store", "genderstats.duckdb", "-i", "women-share-staff", "-f", "json")
    assert said.json["changes"][0]["now"]["women"] == 19


def test_a_period_that_is_not_kept_is_looked_for_in_the_folder(folder: Path) -> None:
    inside("add", roster(folder, "a.csv", 5, 4), "--period", "2018")
    roster(folder, "ds-2019.csv", 6, 4)
    assert inside("compare", "2018", "2019").code == 0
    run = inside("compare", "2018", "2021")
    assert run.code == 2
    assert "kept there: 2018" in run.err
    assert "ds-2019.csv" in run.err


def test_a_store_that_is_named_and_missing_is_told(folder: Path) -> None:
    roster(folder, "ds-2018.csv", 6, 4)
    run = inside("compare", "2018", "2019", "--store", "gone.duckdb")
    assert run.code == 2
    assert "gone.duckdb: there is no store" in run.err


def test_files_are_compared_without_a_store_being_opened(folder: Path) -> None:
    (folder / "genderstats.duckdb").write_text("no store at all")
    one, other = roster(folder, "ds-2018.csv", 6, 4), roster(folder, "ds-2019.csv", 7, 4)
    assert inside("compare", one, other).code == 0


def test_the_pace_of_targets_is_taken_from_a_kept_period(folder: Path) -> None:
    inside("add", QLTT / "qltt-2018.xlsx")
    now = QLTT / "qltt-2019.xlsx"
    kept = inside("targets", now, "--year", "2030", "--since", "2018", "-f", "json").json
    read = inside("targets", now, "--year", "2030", "--since", QLTT / "qltt-2018.xlsx", "-f", "json").json
    assert kept["targets"] == read["targets"]
    assert targets(now, since="2018", store="genderstats.duckdb").then


def test_a_result_never_overwrites_the_store(folder: Path) -> None:
    inside("add", roster(folder, "a.csv", 5, 4), "--period", "2018", "--store", "kept.md")
    run = inside("periods", "--store", "kept.md", "-o", "kept.md")
    assert run.code == 2
    assert held(folder / "kept.md") == {"2018": (5, 4)}
    assert inside("compare", "2018", "2018", "--store", "kept.md", "-o", "kept.md").code == 2
    assert held(folder / "kept.md") == {"2018": (5, 4)}


def test_python_says_the_same_words(folder: Path) -> None:
    done = add(roster(folder, "a.csv", 5, 4), period="2018")
    add(roster(folder, "b.csv", 7, 4), period="2019")
    assert done.kept.name == "2018"
    assert [one.name for one in periods()] == ["2018", "2019"]
    changes = compare("2018", "2019", indicators=["women-share-staff"]).changes[0]
    assert (changes[0].then.women, changes[0].now.women) == (5, 7)


EXPORTED = {"period", "file", "number_key", "name_key", "sex", "birth_date", "unit", "position", "party_member"}


def test_an_export_holds_what_is_kept_and_no_names(folder: Path) -> None:
    pytest.importorskip("pandas")
    import pandas as pd

    inside("add", roster(folder, "a.csv", 5, 4), "--period", "2018")
    for name in ("people.csv", "people.parquet"):
        assert inside("periods", "export", "2018", "-o", name).code == 0
    rows = list(csv.DictReader(io.StringIO((folder / "people.csv").read_text(encoding="utf-8-sig"))))
    frame = pd.read_parquet(folder / "people.parquet")
    assert set(rows[0]) >= EXPORTED
    assert list(frame.columns) == list(rows[0])
    assert len(rows) == len(frame) == 9
    assert rows[0]["birth_date"] == frame["birth_date"][0] == "1965-01-01"
    assert json.loads(rows[0]["position"])[0]["role"] == "head"
    assert [row["sex"] for row in rows] == ["F"] * 5 + ["M"] * 4
    for content in ((folder / "people.csv").read_bytes(), frame.to_csv().encode()):
        assert b"CB0000" not in content
        assert "Trần Mẫu".encode() not in content
        assert "riêng".encode() not in content


def test_an_exported_csv_runs_nothing_in_a_spreadsheet(folder: Path) -> None:
    rows = [[*row[:5], "=HYPERLINK(1)", *row[6:]] for row in staff(5, 4)[1:]]
    add(write(folder / "a.csv", [HEAD, *rows]), period="2018")
    inside("periods", "export", "2018", "-o", "people.csv")
    assert ",'=HYPERLINK(1)," in (folder / "people.csv").read_text(encoding="utf-8-sig")


def test_an_export_overwrites_neither_the_store_nor_its_key(folder: Path) -> None:
    add(roster(folder, "a.csv", 5, 4), period="2018", store="kept.csv")
    assert inside("periods", "export", "2018", "--store", "kept.csv", "-o", "kept.csv").code == 2
    assert held(folder / "kept.csv") == {"2018": (5, 4)}


# A period wherever a roster is ----------------------------------------------------------------------------------------


def test_what_is_computed_of_a_period_is_what_is_computed_of_its_file(folder: Path) -> None:
    inside("add", QLTT / "qltt-2019.xlsx")
    for asked in (("compute",), ("targets",), ("forecast", "--until", "2030", "-i", "all")):
        command, *options = asked
        kept, read = (inside(command, name, *options, "-f", "json").json for name in ("2019", QLTT / "qltt-2019.xlsx"))
        for key in ("observations", "targets", "forecasts", "notices"):
            if key in kept and key != "notices":
                assert kept[key] == read[key]
    (source,) = inside("compute", "2019", "-f", "json").json["sources"]
    assert (source["file"], source["people"]) == ("qltt-2019.xlsx", 5420)


def test_a_period_of_the_folder_is_computed_too(folder: Path) -> None:
    roster(folder, "ds-2019.csv", 6, 4)
    run = inside("compute", "2019", "-i", "women-share-staff")
    assert (run.code, "6/10" in run.out) == (0, True)
    assert "2020: neither a file nor the period of a roster" in inside("compute", "2020").err


def test_a_kept_period_stands_at_its_own_day(folder: Path) -> None:
    inside("add", roster(folder, "a.csv", 5, 4), "--period", "2019")
    run = inside("compute", "2019", "--as-of", "2020-06-30")
    assert run.code == 2
    assert "stands at its own day" in run.err


def test_rows_of_a_kept_period_cannot_be_explained(folder: Path) -> None:
    inside("add", roster(folder, "a.csv", 5, 4), "--period", "2019")
    run = inside("explain", "women-share-staff", "2019")
    assert run.code == 2
    assert "kept without its rows" in run.err
    assert "no such file" in inside("explain", "women-share-staff", "2020").err


def test_the_rate_of_those_who_came_is_taken_from_a_kept_period(folder: Path) -> None:
    inside("add", QLTT / "qltt-2018.xlsx")
    asked = ("forecast", QLTT / "qltt-2019.xlsx", "--until", "2025", "-i", "women-share-heads", "-f", "json", "--since")
    kept, read = (inside(*asked, since).json for since in ("2018", QLTT / "qltt-2018.xlsx"))
    assert kept["forecasts"] == read["forecasts"]
    origins = [one["origin"] for one in kept["forecasts"][0]["courses"]]
    assert "entered" in origins


def test_a_folder_called_as_a_kept_period_is_a_second_candidate(folder: Path) -> None:
    inside("add", roster(folder, "a.csv", 5, 4), "--period", "2018")
    (folder / "2018").mkdir()
    roster(folder / "2018", "other.csv", 50, 4)
    run = inside("compute", "2018")
    assert run.code == 2
    assert "2018/other.csv" in run.err
    asked = ("-i", "women-share-staff", "-f", "json")
    kept = inside("compute", "2018", "--store", "genderstats.duckdb", *asked).json["observations"][0]
    assert kept["women"] == 5
    assert inside("compute", "./2018", "--period", "2018", *asked).json["observations"][0]["women"] == 50


def test_a_store_that_the_environment_names_does_not_hide_another_list(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GENDERSTATS_STORE", str(folder / "kept.duckdb"))
    inside("add", roster(folder, "ds-2018.csv", 5, 4))
    roster(folder, "ds-2018.csv", 50, 4)
    assert "two candidates" in inside("compute", "2018").err


def test_periods_are_listed_by_their_days(folder: Path) -> None:
    path = roster(folder, "a.csv", 5, 4)
    for period in ("2021", "2020", "2020-S1", "2020-Q3", "2020-06"):
        inside("add", path, "--period", period)
    assert [one.name for one in periods()] == ["2020-S1", "2020-06", "2020-Q3", "2020", "2021"]


def test_a_period_that_the_list_contradicts_is_told(folder: Path) -> None:
    run = inside("add", roster(folder, "ds-2020.csv", 5, 4), "--period", "2018")
    assert run.code == 0
    assert "Another period than the list names [moment-differs]" in run.out
    check = inside("check", folder / "ds-2020.csv", "--period", "2018").out
    assert "says 2020; 2018 was said beside it, and is used" in check
    assert "moment-differs" not in inside("compute", folder / "ds-2020.csv", "--as-of", "30/11/2020").out
    assert inside("compute", folder / "ds-2020.csv", "--period", "2020", "--as-of", "2019-12-31").code == 2


# Flows, from the store as from the files ------------------------------------------------------------------------------


def test_doubts_of_a_kept_period_are_told_by_their_rows(folder: Path) -> None:
    rows = staff(5, 4)
    write(folder / "ds-2018.csv", [*rows, [rows[1][0], "Vũ Thị Hoa", "Nữ", "9/9/1981", "", "", "", ""]])
    write(folder / "ds-2019.csv", rows)
    for year in (2018, 2019):
        inside("add", f"ds-{year}.csv")
    out = inside("compare", "2018", "2019", "-i", "women-share-staff", "--flows").out
    assert "one staff number stands twice: then ds-2018.csv row 2, ds-2018.csv row 11; now ds-2019.csv row 2" in out


@pytest.mark.parametrize("place", ["store", "files"])
def test_the_faculty_is_accounted_for_from_the_store_as_from_the_files(folder: Path, place: str) -> None:
    read = ("--map", "position=admin", "--titles", RULES / "faculty.toml")
    years = [str(shared("faculty", f"{year}.csv")) for year in (1990, 1995)]
    if place == "store":
        for year, path in zip(("1990", "1995"), years, strict=True):
            assert inside("add", path, "--period", year, *read).code == 0
        years, read = ["1990", "1995"], ()
    run = inside("compare", *years, *read, "-i", "women-share-staff", "--flows", "-f", "json")
    named = {one["flow"]: (one["women"], one["men"], one["unknown"]) for one in run.json["named_flows"]}
    assert named["stay"] == (267, 1230 - 267, 0)
    assert named["enter"] == (142, 367 - 142, 0)
    assert named["leave"] == (0, 0, 0)
    assert named["appointed"] == (22, 84 - 22, 0)
    assert named["gave-up-post"] == (16, 76 - 16, 0)
    (full,) = [one for one in run.json["flows"] if (one["dimension"], one["code"]) == ("rank", "Full")]
    assert full["moved_in"] == {"women": 51, "men": 184 - 51, "unknown": 0}


def test_four_kept_periods_give_the_trend(folder: Path) -> None:
    for year in ("1976", "1985", "1990", "1995"):
        inside("add", shared("faculty", f"{year}.csv"), "--period", year)
    (one,) = inside("compare", "1976", "1985", "1990", "1995", "-i", "women-share-staff", "-f", "json").json["trends"]
    assert one["numerators"] == [69, 158, 267, 409]


def test_a_store_behind_a_link_is_the_one_store(folder: Path) -> None:
    real = folder / "real"
    real.mkdir()
    inside("add", roster(folder, "a.csv", 5, 4), "--period", "2019", "--store", real / "s.duckdb")
    inside("add", roster(folder, "b.csv", 6, 5), "--period", "2020", "--store", real / "s.duckdb")
    (folder / "genderstats.duckdb").symlink_to(real / "s.duckdb")
    removed = inside("periods", "remove", "2019")
    assert removed.code == 0, removed.err
    assert (folder / "genderstats.duckdb").is_symlink()
    assert held(real / "s.duckdb") == {"2020": (6, 5)}
    added = inside("add", roster(folder, "c.csv", 7, 6), "--period", "2021")
    assert "key" not in added.err
    assert not (folder / "genderstats.duckdb.key").exists()


def test_a_key_that_is_a_link_to_nothing_is_told(folder: Path) -> None:
    (folder / "genderstats.duckdb.key").symlink_to(folder / "unplugged" / "key")
    refused = inside("add", roster(folder, "a.csv", 5, 4), "--period", "2020")
    assert (refused.code, "Put the key back" in refused.err) == (2, True)


def test_a_period_that_is_kept_says_that_rules_of_reading_do_not_change_it(folder: Path) -> None:
    inside("add", roster(folder, "a.csv", 5, 4), "--period", "2020")
    profile = folder / "p.toml"
    profile.write_text('schema = "genderstats.profile/1"\n[counting]\nacting_heads = false\n', encoding="utf-8")
    plain = inside("compute", "2020")
    assert "as it was kept" not in plain.err
    for option in (("--profile", profile), ("--sheet", "X"), ("--map", "staff_id=B")):
        told = inside("compute", "2020", *option)
        assert (told.code, told.out) == (0, plain.out)
        assert "2020 is counted as it was kept" in told.err


def test_what_speaks_of_rows_says_that_a_period_is_kept_without_them(folder: Path) -> None:
    inside("add", roster(folder, "a.csv", 5, 4), "--period", "2020")
    for verb in (("check",), ("inspect",), ("explain", "women-share-staff")):
        refused = inside(*verb, "2020")
        assert (refused.code, "kept without its rows" in refused.err) == (2, True)
