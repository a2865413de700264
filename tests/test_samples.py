"""The synthetic samples: what the program reads is the truth that was counted when they were made."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from support.places import SAMPLES
from support.program import inside, process

from genderstats import compute

if TYPE_CHECKING:
    from genderstats.analysis.observation import Observation
    from genderstats.workflows.compute import Computation

TRUTH: list[dict[str, Any]] = tomllib.loads((SAMPLES / "expected.toml").read_text(encoding="utf-8"))["file"]
PATHS = [file["path"] for file in TRUTH]
FILES = {file["path"]: file for file in TRUTH}
each_file = pytest.mark.parametrize("path", PATHS)


@cache
def found(path: str, by: tuple[str, ...] = ()) -> Computation:
    return compute(SAMPLES / path, by=by)


def figure(path: str, indicator: str) -> Observation:
    (one,) = [one for one in found(path).observations if one.indicator.id == indicator]
    return one


def counted(path: str, indicator: str) -> tuple[int, int]:
    one = figure(path, indicator)
    return one.women, one.women + one.men + one.unknown


@each_file
def test_the_ledger_knows_every_row_for_what_it_is(path: str) -> None:
    truth, ledger = FILES[path], found(path).gathering.ledger
    assert (ledger.rows, ledger.people, ledger.rejected) == (truth["rows"], truth["people"], truth["rejected"])
    assert dict(ledger.set_aside) == truth["set_aside"]


@each_file
def test_the_ledger_of_each_sheet_is_known(path: str) -> None:
    sheets = {roster.sheet.name: roster for roster in found(path).gathering.rosters}
    for sheet in FILES[path]["sheet"]:
        roster = sheets[sheet.get("name")]
        assert (roster.ledger.rows, len(roster)) == (sheet["rows"], sheet["people"])
        assert dict(roster.ledger.set_aside) == sheet["set_aside"]
        assert [row + 1 for row in roster.layout.header.rows] == sheet["header_rows"]
        assert int((roster.people["sex"].astype(object) == "F").sum()) == sheet["women"]


@each_file
def test_a_sheet_without_a_roster_is_told(path: str) -> None:
    notices = found(path).gathering.notices
    told = [one.address.sheet for one in notices if one.reason.id == "sheet-without-roster"]
    assert told == FILES[path]["sheets_without_roster"]


@each_file
def test_women_men_and_the_unknown_are_counted(path: str) -> None:
    truth, one = FILES[path], figure(path, "women-share-staff")
    assert (one.women, one.men, one.unknown) == (truth["women"], truth["men"], truth["unknown_sex"])


@each_file
def test_leaders_are_counted_once(path: str) -> None:
    truth = FILES[path]
    assert counted(path, "women-share-leaders") == (truth["leaders_women"], truth["leaders"])


@each_file
def test_heads_are_counted(path: str) -> None:
    truth = FILES[path]
    assert counted(path, "women-share-heads") == (truth["heads_women"], truth["heads"])


@each_file
def test_heads_and_deputies_make_leaders(path: str) -> None:
    parts = [counted(path, f"women-share-{role}") for role in ("heads", "deputies")]
    assert tuple(map(sum, zip(*parts, strict=True))) == counted(path, "women-share-leaders")


@each_file
def test_leaders_are_counted_by_level(path: str) -> None:
    truth = FILES[path]
    levels, women = Counter(truth["leaders_by_level"]), Counter(truth["leaders_women_by_level"])
    told, told_women = Counter(), Counter()
    for one in found(path, ("level",)).observations:
        if one.indicator.id == "women-share-leaders":
            told[one.by["level"]] += one.women + one.men + one.unknown
            told_women[one.by["level"]] += one.women
    settled = {level: count for level, count in levels.items() if level != "by-unit"}
    if "by-unit" in levels:
        assert all(told[level] >= count for level, count in settled.items())
        assert told.total() == levels.total()
        assert told_women.total() == women.total()
    else:
        assert +told == levels
        assert +told_women == women


@each_file
def test_party_members_are_counted(path: str) -> None:
    truth, one = FILES[path], figure(path, "women-share-party-members")
    assert (one.women, one.women + one.men + one.unknown) == (truth["party_women"], truth["party_members"])
    assert one.unknown == truth["party_unknown_sex"]


@each_file
def test_minorities_are_counted(path: str) -> None:
    truth = FILES[path]
    if "minority" not in truth:
        assert figure(path, "women-share-minority").reason == "column-absent"
        return
    one = figure(path, "women-share-minority")
    assert counted(path, "women-share-minority") == (truth["minority_women"], truth["minority"])
    assert one.undetermined == truth["unknown_ethnicity"]


FLOWS = {"admitted": "women-share-new-party-members", "recruited": "women-share-recruits"}


@pytest.mark.parametrize("flow", FLOWS)
@each_file
def test_those_who_entered_in_the_year_are_counted(path: str, flow: str) -> None:
    in_year = FILES[path]["in_year"]
    if flow not in in_year:
        assert figure(path, FLOWS[flow]).reason == "column-absent"
        return
    assert counted(path, FLOWS[flow]) == (in_year[f"{flow}_women"], in_year[flow])


@each_file
def test_birth_dates_are_read_to_the_precision_they_have(path: str) -> None:
    told: Counter[str] = Counter()
    for roster in found(path).gathering.rosters:
        if "birth_date" not in roster.people:
            told["missing"] += len(roster)
            continue
        for day in roster.people["birth_date"].astype(object):
            told[_precision(day)] += 1
    assert dict(told) == FILES[path]["birth"]


def _precision(day: Any) -> str:
    if day is None or day != day:
        return "missing"
    return "day" if day.day else "month" if day.month else "year"


@each_file
def test_the_day_and_period_are_taken_from_the_title_or_name(path: str) -> None:
    moment, truth = found(path).gathering.moment, FILES[path]
    assert (str(moment.period), moment.as_of) == (truth["period"], truth["as_of"])


TRAPS = {
    "missing-sex": ("sex-missing",),
    "birth-impossible": ("date-impossible", "date-unreadable"),
    "unknown-title": ("title-unknown",),
}
SHEETS = [
    (file["path"], sheet.get("name"), trap)
    for file in TRUTH
    for sheet in file["sheet"]
    for trap in TRAPS
    if trap in sheet["traps"]
]


@pytest.mark.parametrize(("path", "sheet", "trap"), SHEETS)
def test_a_trap_is_noticed_at_its_address(path: str, sheet: str | None, trap: str) -> None:
    traps = next(one for one in FILES[path]["sheet"] if one.get("name") == sheet)["traps"][trap]
    (roster,) = [one for one in found(path).gathering.rosters if one.sheet.name == sheet]
    told = [one.address.cell for one in roster.notices if one.reason.id in TRAPS[trap]]
    assert set(traps["at"]) <= set(told)
    assert len(told) >= traps["count"]


@each_file
def test_sex_is_told_missing_exactly_where_it_is(path: str) -> None:
    told = [one for one in found(path).gathering.notices if one.reason.id == "sex-missing"]
    assert len(told) == FILES[path]["unknown_sex"]


@each_file
def test_titles_that_no_rule_knows_are_told(path: str) -> None:
    told = [one for one in found(path).gathering.notices if one.reason.id == "title-unknown"]
    assert len(told) == FILES[path]["unknown_titles"]


@each_file
def test_no_total_of_a_sample_differs_from_its_people(path: str) -> None:
    assert not [one for one in found(path).gathering.notices if one.reason.id == "control-total-differs"]


PRINTED = [
    ("hckt/hckt-2016.xlsx", "women-share-leaders", "49/140", "35.00 %", "35,00 %"),
    ("cnqp/cnqp-2022.xlsx", "women-share-staff", "598/1,200", "49.83 %", "49,83 %"),
    ("cand/cand-2016.xlsx", "women-share-leaders", "18/172", "10.47 %", "10,47 %"),
    ("qltt/qltt-2019.xlsx", "women-share-staff", "1,081/5,420", "19.94 %", "19,94 %"),
]


@pytest.mark.parametrize(("path", "indicator", "counts", "english", "vietnamese"), PRINTED)
def test_an_agency_finds_the_figure_it_reported(
    path: str, indicator: str, counts: str, english: str, vietnamese: str
) -> None:
    said = inside("compute", SAMPLES / path, "--indicator", indicator)
    assert any(counts in line and english in line for line in said.out.splitlines())
    said = process("compute", SAMPLES / path, "--indicator", indicator, lang="vi")
    assert any(counts.replace(",", ".") in line and vietnamese in line for line in said.out.splitlines())


@pytest.mark.parametrize(
    ("lang", "shares"), [("en", ("19.73 %", "19.94 %", "+0.22")), ("vi", ("19,73 %", "19,94 %", "+0,22"))]
)
def test_two_years_are_compared_by_naming_them(lang: str, shares: tuple[str, ...]) -> None:
    run = process("compare", "2018", "2019", "-i", "women-share-staff", folder=SAMPLES / "qltt", lang=lang)
    assert (run.code, run.err) == (0, "")
    assert any(all(share in line for share in shares) for line in run.out.splitlines())


def test_gia_lai_is_rolled_up_from_province_to_communes() -> None:
    files = [file for file in TRUTH if file["path"].startswith("gia-lai/")]
    staff = next(one for one in compute(SAMPLES / "gia-lai").observations if one.indicator.id == "women-share-staff")
    assert (staff.women, staff.men) == (sum(one["women"] for one in files), sum(one["men"] for one in files))


def test_the_samples_are_what_their_maker_makes() -> None:
    made = subprocess.run(
        [sys.executable, SAMPLES / "make_samples.py", "--check"], capture_output=True, text=True, check=False
    )
    assert (made.returncode, made.stderr) == (0, "")
