"""`targets`: verdicts, the pace since an earlier roster, exit codes and forms; the figures were worked out by hand."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from support.places import SAMPLES, SOURCE
from support.program import inside, process
from support.sheets import write

from genderstats import targets
from genderstats.analysis.observation import Observation
from genderstats.analysis.targets import judged
from genderstats.indicators.catalogue import catalogue
from genderstats.indicators.indicator import Target
from genderstats.period import Moment
from genderstats.reporting import markdown
from genderstats.reporting.targets import page

if TYPE_CHECKING:
    from pathlib import Path

CAND = SAMPLES / "cand"
ROSTER = CAND / "cand-2020.xlsx"
COMMITTEE = "women-share-party-committee"
KEYS = [
    "indicator", "by", "unit", "women", "men", "unknown", "numerator", "denominator", "value", "bounds", "status", "reason",
    "year", "at_least", "source", "verified", "where", "met", "short_by", "gap", "certain", "past", "next_for", "projection",
]  # fmt: skip
HEADER = ["Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ Đảng"]


@cache
def told(*arguments: object) -> Any:
    run = inside("targets", *arguments, "--format", "json")
    assert run.code == 0, run.err
    return run.json


def committee(found: Any) -> list[dict[str, Any]]:
    return [one for one in found["targets"] if one["indicator"] == COMMITTEE]


def seats(folder: Path, women: int, men: int, name: str) -> Path:
    """A roster of Party committee seats, of everybody of unknown sex none."""
    people = [["Lan", "Nữ"]] * women + [["Hùng", "Nam"]] * men
    rows = [
        [f"{given} {place}", sex, f"{1 + place % 28}/3/1975", "Đảng ủy viên"]
        for place, (given, sex) in enumerate(people)
    ]
    return write(folder / name, [HEADER, *rows])


# Verdicts -------------------------------------------------------------------------------------------------------------


def test_each_target_of_the_catalogue_is_told_with_what_is_short() -> None:
    """2 of 18: ⌈25 % × 18⌉ = 5, ⌈15 % × 18⌉ = 3, ⌈20 % × 18⌉ = 4."""
    found = committee(told(ROSTER))
    assert [(one["year"], one["at_least"], one["met"], one["short_by"]) for one in found] == [
        (2020, 0.25, False, 3),
        (2020, 0.15, False, 1),
        (2025, 0.15, None, None),
        (2030, 0.2, False, 2),
    ]
    assert [one["gap"] for one in found] == [
        pytest.approx(float(Fraction(1, 9) - least)) if least is not None else None
        for least in (Fraction(1, 4), Fraction(3, 20), None, Fraction(1, 5))
    ]
    assert {(one["numerator"], one["denominator"]) for one in found} == {(2, 18)}


def test_a_year_has_its_own_targets_or_the_next_later_ones() -> None:
    for year, expected in (
        (2020, [(2020, None), (2020, None)]),
        (2025, [(2025, None)]),
        (2028, [(2030, 2028)]),
        (2031, []),
    ):
        found = told(ROSTER, "--year", year)
        assert [(one["year"], one["next_for"]) for one in committee(found)] == expected
        assert found["year"] == year
    assert COMMITTEE in told(ROSTER, "--year", 2031)["without_later_target"]


def test_a_year_that_has_no_target_is_said_in_words() -> None:
    assert "no target is set for 2028 itself" in process("targets", ROSTER, "--year", 2028).out
    assert "không có mục tiêu cho chính năm 2028" in process("targets", ROSTER, "--year", 2028, lang="vi").out
    later = process("targets", ROSTER, "--year", 2031).out
    assert "No target for 2031 or later: " in later
    assert "Women in Party committees" in later


def test_a_target_whose_year_is_over_is_marked_and_still_judged(tmp_path: Path) -> None:
    roster = seats(tmp_path, 1, 9, "committee.csv")
    found = committee(told(roster, "--as-of", "2022-06-30"))
    assert [(one["year"], one["past"], one["met"]) for one in found] == [
        (2020, True, False), (2020, True, False), (2025, False, None), (2030, False, False),
    ]  # fmt: skip
    assert "past: its year was over by 30 June 2022" in inside("targets", roster, "--as-of", "2022-06-30").out
    assert not [one for one in committee(told(roster, "--as-of", "2020-12-31")) if one["past"]]


def test_an_unverified_target_is_listed_with_its_mark() -> None:
    run = process("targets", ROSTER, "--year", 2025, lang="vi")
    assert "(chưa xác minh)" in run.out
    assert "không kết luận" in run.out
    assert "  đạt\n" not in run.out


def test_a_figure_that_cannot_be_computed_says_why(tmp_path: Path) -> None:
    roster = write(tmp_path / "plain.csv", [["Họ và tên", "Giới tính", "Ngày sinh"], ["Lan", "Nữ", "1/2/1980"]])
    assert {one["reason"] for one in told(roster)["targets"]} == {"column-absent"}
    assert "no column for Party position" in inside("targets", roster).out


def test_nobody_with_a_degree_is_said_and_not_left_out(tmp_path: Path) -> None:
    head = ["Họ và tên", "Giới tính", "Ngày sinh", "Trình độ chuyên môn"]
    roster = write(tmp_path / "degrees.csv", [head, ["Lan", "Nữ", "1/2/1980", "Thạc sĩ"]])
    found = [one for one in told(roster)["targets"] if one["indicator"] == "women-share-education"]
    assert [(one["where"]["education"], one["reason"]) for one in found] == [
        ("master", None), ("doctorate", "empty-base"), ("doctorate", "empty-base"),
    ]  # fmt: skip


def test_an_indicator_without_a_target_is_named() -> None:
    assert told(ROSTER, "-i", "women-share-staff")["without_target"] == ["women-share-staff"]
    assert "No target is declared for: Women among staff" in inside("targets", ROSTER, "-i", "women-share-staff").out


def test_what_the_unknown_could_change_is_said(tmp_path: Path) -> None:
    rows = [["Lan", "Nữ"], ["Hùng", "Nam"], ["Minh", "Nam"], ["Cường", "Nam"], ["An", ""]]
    people = [[name, sex, "8/3/1975", "Đảng ủy viên"] for name, sex in rows]
    roster = write(tmp_path / "seats.csv", [HEADER, *people])
    assert [(one["year"], one["met"], one["certain"]) for one in committee(told(roster))] == [
        (2020, True, False), (2020, True, True), (2025, None, None), (2030, True, True),
    ]  # fmt: skip
    assert "the unknown could change this verdict" in inside("targets", roster).out


def test_groups_are_judged_each_and_small_bases_are_said() -> None:
    found = committee(told(ROSTER, "--year", 2030, "--by", "unit"))
    judged = {one["by"]["unit"]: (one["numerator"], one["denominator"], one["met"], one["short_by"]) for one in found}
    assert judged["PHÒNG HỒ SƠ"] == (1, 3, True, 0)
    assert judged["PHÒNG HẬU CẦN"] == (0, 3, False, 1)
    said = inside("targets", ROSTER, "--year", 2030, "--by", "unit").out
    assert "small bases below" in said
    assert "reached in 2 of 6 groups" in said


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("person", ("1 woman short", "2 women short", "thiếu 2 nữ", "would have to be women, in the place of men")),
        ("post", ("1 post short", "2 posts short", "thiếu 2 chức vụ do nữ giữ", "held by women")),
        ("body", ("1 body short", "2 bodies short", "thiếu 2 cơ quan", "how many more of the bodies")),
    ],
)
def test_what_is_short_is_named_by_what_the_indicator_counts(unit: Any, words: tuple[str, ...]) -> None:
    asked = (Target(2030, Fraction(6, 10), "…"), Target(2030, Fraction(7, 10), "…"))
    counted = replace(catalogue()[COMMITTEE], unit=unit, targets=asked)
    figure = Observation(counted, women=5, men=5, numerator=5, denominator=10, value=Fraction(1, 2))
    document = page(judged([figure], [counted], Moment()), targets(ROSTER).gathering.rosters, ())
    english, vietnamese = (markdown.render(document, language) for language in ("en", "vi"))
    assert [word in (vietnamese if word.startswith("thiếu") else english) for word in words] == [True] * 4
    assert ("Women/All" in english) is (unit != "body")


# The pace -------------------------------------------------------------------------------------------------------------


def test_the_pace_of_two_rosters_leads_to_the_targets_year() -> None:
    """0 of 18 in 2016, 2 of 18 in 2020: 1/36 a year; ten years on 2/18 + 10/36 = 14/36."""
    found = told(ROSTER, "--year", 2030, "--since", "2016", "--in", CAND)
    (one,) = committee(found)
    assert one["projection"] == {
        "then": {"numerator": 0, "denominator": 18, "value": 0.0},
        "pace": float(Fraction(1, 36)),
        "years_left": 10.0,
        "value": float(Fraction(14, 36)),
        "met": True,
        "short_by": 0,
        "pace_needed": None,
        "reason": None,
    }
    assert (found["since"]["as_of"], found["since"]["years"], found["since"]["reason"]) == ("2016-12-31", 4.0, None)


def test_a_pace_that_does_not_reach_it_is_told_with_the_one_that_would(tmp_path: Path) -> None:
    """25 % by 2020: from 3/20 to 4/20 in 2019 leads to 5/20, which reaches it; from 4/21 to 20.95 %, one woman short of five."""
    then, now = seats(tmp_path, 3, 17, "seats-2018.csv"), seats(tmp_path, 4, 16, "seats-2019.csv")
    one = committee(told(now, "--since", then, "--year", 2020))[0]
    assert one["projection"]["pace"] == 0.05
    assert (one["projection"]["value"], one["projection"]["met"]) == (0.25, True)
    slower = seats(tmp_path, 4, 17, "slow-2018.csv")
    one = committee(told(now, "--since", slower, "--year", 2020))[0]
    assert one["projection"]["value"] == float(Fraction(4, 20) + Fraction(4, 20) - Fraction(4, 21))
    assert (one["projection"]["met"], one["projection"]["short_by"], one["projection"]["pace_needed"]) == (
        False,
        1,
        0.05,
    )
    said = inside("targets", now, "--since", slower, "--year", 2020).out.replace("\n", " ")
    assert "at this pace 20.95 % in 2020: 1 woman short; +5.00 points a year would reach it" in " ".join(said.split())


def test_a_share_is_projected_to_no_more_than_all_and_no_less_than_none(tmp_path: Path) -> None:
    few, many = seats(tmp_path, 0, 10, "few-2019.csv"), seats(tmp_path, 9, 1, "many-2020.csv")
    assert {one["projection"]["value"] for one in committee(told(many, "--since", few, "--year", 2030))} == {1.0}
    back = seats(tmp_path, 0, 10, "back-2021.csv")
    assert {one["projection"]["value"] for one in committee(told(back, "--since", many, "--year", 2030))} == {0.0}


def test_a_year_that_is_over_has_no_projection() -> None:
    one = committee(told(ROSTER, "--year", 2020, "--since", "2016", "--in", CAND))[0]
    assert (one["projection"]["value"], one["projection"]["reason"]) == (None, "year-over")


@pytest.mark.parametrize(
    ("then", "now", "reason", "said"),
    [
        ("a-2020.csv", "b-2020.csv", "same-day", "both rosters are of one day, 31 December 2020"),
        ("a-2021.csv", "b-2020.csv", "later-then", "after the one that is judged"),
        ("a.csv", "b-2020.csv", "day-unknown", "the day of one roster is not known"),
        ("a-2020.csv", "b.csv", "day-unknown", "the day of one roster is not known"),
    ],
)
def test_two_rosters_that_tell_no_pace_say_why(then: str, now: str, reason: str, said: str, tmp_path: Path) -> None:
    arguments = (seats(tmp_path, 2, 8, now), "--since", seats(tmp_path, 1, 9, then))
    found = told(*arguments)
    assert (found["since"]["years"], found["since"]["reason"]) == (None, reason)
    assert not [one for one in found["targets"] if one["projection"]]
    assert said in " ".join(inside("targets", *arguments).out.split())


def test_the_day_that_is_said_is_that_of_the_roster_judged_alone(tmp_path: Path) -> None:
    then, now = seats(tmp_path, 1, 9, "seats-2018.csv"), seats(tmp_path, 2, 8, "seats-2020.csv")
    assert told(now, "--since", then, "--as-of", "2019-12-31")["since"]["years"] == 1.0


def test_an_earlier_roster_that_is_not_there_is_one_clear_line() -> None:
    run = inside("targets", ROSTER, "--since", "1999", "--in", CAND)
    assert (run.code, len(run.err.splitlines())) == (2, 1)
    assert "1999" in run.err


# Forms and exit codes -------------------------------------------------------------------------------------------------


def test_the_record_has_the_promised_keys_in_their_order() -> None:
    found = told(ROSTER, "--since", "2016", "--in", CAND)
    promised = ["schema", "period", "as_of", "year", "sources", "since", "targets", "scorecard", "notices"]
    assert [key for key in found if key in promised] == promised
    assert found["schema"] == "genderstats.targets/1"
    assert [source["file"] for source in (*found["sources"], *found["since"]["sources"])][-1] == "cand-2016.xlsx"
    for one in found["targets"]:
        assert [key for key in one if key in KEYS] == KEYS


def test_neither_keys_nor_numbers_are_translated() -> None:
    vietnamese = process("targets", ROSTER, "--since", "2016", "--in", CAND, "--format", "json", lang="vi").json
    assert vietnamese["targets"] == told(ROSTER, "--since", "2016", "--in", CAND)["targets"]


def test_csv_holds_the_same_targets() -> None:
    text = inside("targets", ROSTER, "--since", "2016", "--in", CAND, "--by", "unit", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    found = told(ROSTER, "--since", "2016", "--in", CAND, "--by", "unit")["targets"]
    assert len(rows) == len(found)
    for row, one in zip(rows, found, strict=True):
        assert row["by"] == "; ".join(f"{name}={code}" for name, code in one["by"].items())
        for key in ("indicator", "year", "at_least", "met", "short_by", "gap", "numerator", "denominator"):
            assert row[key] == ("" if one[key] is None else str(one[key]))
        projected = one["projection"] or {}
        assert row["projected_value"] == ("" if projected.get("value") is None else str(projected["value"]))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--year", 2020), 1),
        (("--year", 2025), 0),
        (("--year", 2031), 0),
        ((), 1),
        (("-i", "women-share-education"), 0),
    ],
)
def test_fail_ends_with_1_when_a_verified_target_is_missed(arguments: tuple[object, ...], code: int) -> None:
    assert inside("targets", ROSTER, *arguments, "--fail").code == code
    assert inside("targets", ROSTER, *arguments).code == 0


def test_fail_ends_with_0_when_all_are_reached(tmp_path: Path) -> None:
    assert inside("targets", seats(tmp_path, 5, 5, "half-2020.csv"), "--fail").code == 0


@pytest.mark.parametrize("year", ["20", "2O30", "-1", "2201"])
def test_a_year_that_is_none_is_one_clear_line(year: str) -> None:
    run = inside("targets", ROSTER, f"--year={year}")
    assert (run.code, run.out) == (2, "")
    assert f"--year {year}: write a year" in run.err


def test_the_earlier_roster_is_not_overwritten(tmp_path: Path) -> None:
    then, now = seats(tmp_path, 1, 9, "seats-2018.csv"), seats(tmp_path, 2, 8, "seats-2020.csv")
    before = then.read_bytes()
    assert inside("targets", now, "--since", then, "-o", then).code == 2
    assert then.read_bytes() == before


_ON_A_TERMINAL = """
import io, sys
class Terminal(io.TextIOWrapper):
    def isatty(self): return True
sys.stdout = Terminal(sys.stdout.buffer, encoding="utf-8")
from genderstats.cli.running import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("options", [(), ("--by", "unit"), ("--scorecard", SAMPLES / "scorecard.toml")])
def test_no_line_is_wider_than_a_terminal_of_80_columns(lang: str, options: tuple[object, ...]) -> None:
    command = ["targets", ROSTER, "--since", CAND / "cand-2016.xlsx", *options, "--lang", lang, "--quiet"]
    done = subprocess.run(
        [sys.executable, "-c", _ON_A_TERMINAL, *map(str, command)],
        env={"PYTHONPATH": str(SOURCE), "COLUMNS": "80", "TERM": "dumb", "NO_COLOR": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert [line for line in done.stdout.splitlines() if len(line) > 80] == []


# Python ---------------------------------------------------------------------------------------------------------------


def test_python_gives_what_the_command_gives() -> None:
    found = targets(ROSTER, year=2030, since="2016", folder=CAND, by=["unit"])
    record = told(ROSTER, "--year", 2030, "--since", "2016", "--in", CAND, "--by", "unit")["targets"]
    assert [(one.indicator.id, one.met, one.short_by) for one in found.standings] == [
        (one["indicator"], one["met"], one["short_by"]) for one in record
    ]
    assert found.judgement.verdicts.missed == sum(one["met"] is False for one in record)
