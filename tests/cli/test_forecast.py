"""`forecast`: a case worked out by hand, exit codes, forms; what is assumed is said."""

from __future__ import annotations

import csv
import io
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from support.places import SAMPLES
from support.program import inside, process
from support.sheets import write

from genderstats import forecast
from genderstats.errors import NotForecastError

if TYPE_CHECKING:
    from pathlib import Path

    from genderstats.analysis.prospect import Forecast

HEADER = ["STT", "Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ", "Ngày bổ nhiệm", "Quy hoạch"]
#: On 31 December 2021. Twelve leaders of known sex, five of them women; what becomes of each until 2026 is on the right.
PEOPLE = [
    [
        "Lê Thị Lan",
        "Nữ",
        "10/1/1966",
        "Trưởng phòng",
        "",
        "",
    ],  # 55 y 4 m in 5/2021: past the age, told as leaving in 2022
    [
        "Vũ Thu Hà",
        "Nữ",
        "20/9/1966",
        "Trưởng phòng",
        "15/6/2020",
        "",
    ],  # 55 y 4 m in 1/2022 is not enough; 55 y 8 m in 5/2022
    ["Đỗ Thị Hoa", "Nữ", "12/5/1969", "Phó Trưởng phòng", "", ""],  # 57 y in 5/2026
    ["Hồ Thị Mai", "Nữ", "1985", "Phó Trưởng phòng", "", ""],  # stays; under 40
    ["Bùi Thị Nga", "Nữ", "", "Phó Trưởng phòng", "", ""],  # birth not known: stays
    ["Trần Văn Hùng", "Nam", "15/9/1961", "Vụ trưởng", "1/1/2019", ""],  # 60 y 3 m in 12/2021: leaves on 1/1/2022
    ["Phạm Quốc Việt", "Nam", "1/10/1961", "Phó Vụ trưởng", "31/12/2018", ""],  # 60 y 6 m in 4/2022
    ["Ngô Văn Sơn", "Nam", "31/3/1963", "Trưởng phòng", "2021", ""],  # 60 y 9 m in 12/2023: leaves on 1/1/2024
    ["Lý Văn Dũng", "Nam", "1/4/1963", "Phó Trưởng phòng", "", ""],  # 61 y in 4/2024
    [
        "Mai Văn Tâm",
        "Nam",
        "30/6/1965",
        "Phó Vụ trưởng",
        "",
        "",
    ],  # 61 y 6 m in 12/2026: leaves on 1/1/2027, and so stays
    ["Cao Văn Khoa", "Nam", "2/2/1988", "Trưởng phòng", "2018", ""],  # stays; under 40
    ["Tạ Văn Bình", "Nam", "1964", "Vụ trưởng", "", ""],  # from 1/1/1964: 61 y 3 m in 4/2025
    ["Đinh Công Thành", "", "5/5/1970", "Trưởng phòng", "", ""],  # sex not known: in no figure
    ["Hà Thị Thu", "Nữ", "7/7/1980", "Chuyên viên", "", "Trưởng phòng"],  # planned, stays
    ["Võ Thị Yến", "Nữ", "8/8/1969", "Chuyên viên", "", "Phó Trưởng phòng"],  # planned; 57 y in 8/2026
    ["Lâm Văn Long", "Nam", "9/9/1979", "Chuyên viên", "", "Trưởng phòng"],  # planned
    ["Chu Thị Cúc", "Nữ", "1/2/1990", "Chuyên viên", "", ""],
]
LEADERS = "women-share-leaders"


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    rows = [[str(number), *person] for number, person in enumerate(PEOPLE, 1)]
    return write(tmp_path / "leaders-2021.csv", [HEADER, *rows])


def leaders(path: Path, **said: Any) -> Forecast:
    (one,) = forecast(path, until=2026, indicators=[LEADERS], **said).forecasts
    return one


# The case by hand -----------------------------------------------------------------------------------------------------


def test_who_leaves_each_year_by_level_and_sex(roster: Path) -> None:
    one = leaders(roster)
    assert (one.counted, one.base, one.value) == (5, 12, Fraction(5, 12))
    assert [(leave.year, leave.level, leave.counted, leave.people) for leave in one.leaves] == [
        (2022, "department", 0, 2),
        (2022, "division", 2, 2),
        (2024, "division", 0, 2),
        (2025, "department", 0, 1),
        (2026, "division", 1, 1),
    ]


def test_what_is_not_known_is_told_apart(roster: Path) -> None:
    one = leaders(roster)
    assert (one.past, one.unborn, one.unknown, one.rough) == ((1, 1), (1, 1), 1, 2)


def test_the_usual_rates_are_those_of_now_the_young_the_recently_appointed_and_one_half(roster: Path) -> None:
    refills = [course.refill for course in leaders(roster).courses]
    assert [(one.origin, one.part, one.whole, one.share) for one in refills] == [
        ("present", 5, 12, Fraction(5, 12)),
        ("young", 1, 2, Fraction(1, 2)),
        ("recent", 1, 3, Fraction(1, 3)),
        ("even", None, None, Fraction(1, 2)),
    ]


def test_the_share_by_year_where_half_of_the_posts_go_to_women(roster: Path) -> None:
    (course,) = leaders(roster, refill=["50%"]).courses
    assert list(course.counted) == [5, 5, 6, Fraction(13, 2), 6]
    assert list(course.values) == [Fraction(number, 24) for number in (10, 10, 12, 13, 12)]


def test_what_a_target_asks_of_the_posts_that_fall_free(roster: Path) -> None:
    """Two of the five women stay; ⌈50 % × 12⌉ − 2 = 4, ⌈75 % × 12⌉ − 2 = 7, ⌈90 % × 12⌉ − 2 = 9; eight posts fall free."""
    asks = leaders(roster, target=["0.5", "0,75", 0.9, 0.1]).reachings
    assert [(one.year, one.free, one.needed, one.reachable) for one in asks] == [
        (2026, 8, 4, True),
        (2026, 8, 7, True),
        (2026, 8, 9, False),
        (2026, 8, 0, True),
    ]
    assert {one.best for one in asks} == {Fraction(10, 12)}


def test_the_women_in_planning_are_set_beside_the_women_needed(roster: Path) -> None:
    one = leaders(roster, target=[0.5])
    assert one.pool is not None
    assert (one.pool.women, one.pool.men, one.pool.unknown, one.pool.leaving) == (2, 1, 0, ((2026, 1),))
    assert (one.reachings[0].planned, one.reachings[0].planned_suffice) == (1, False)
    assert leaders(roster, target=[0.25]).reachings[0].planned_suffice is True


def test_the_page_says_it_in_words(roster: Path) -> None:
    said = " ".join(inside("forecast", roster, "--until", 2026, "--target", "50%", "--target", "90%").out.split())
    for words in (
        "31 December 2021: 5/12 = 41.67 %",
        "≥50 % by 2026: at least 4 of the 8 posts that fall free must go to women between 4 and 6, whatever is true of the unknown",
        "≥90 % by 2026: out of reach: 9 posts would have to go to women, and 8 fall free; at most 83.33 %",
        "women in planning and there in 2026: 1; with them alone at most 25.00 %",
        "past the age by 31 December 2021, counted as leaving in 2022: 1 (women: 1)",
        "birth not known, counted as staying: 1 (women: 1)",
        "only the year of birth known: 2",
        "sex not known, in no figure: 1",
        "Nobody leaves for another reason",
        "135/2020/NĐ-CP",
        "people's police",
    ):
        assert words in said


def test_the_page_says_it_in_vietnamese(roster: Path) -> None:
    said = " ".join(process("forecast", roster, "--until", 2026, "--target", "50%", lang="vi").out.split())
    for words in (
        "Dự báo đến năm 2026",
        "ít nhất 4 trong 8 vị trí trống phải giao cho nữ",
        "2022 55 tuổi 8 tháng / 60 tuổi 6 tháng; 2023 56 / 60 tuổi 9 tháng",
        "41,67 %",
        "Giả định",
        "tuổi nghỉ hưu trong điều kiện lao động bình thường",
        "không áp dụng ở đây",
    ):
        assert words in said


# What is not known ----------------------------------------------------------------------------------------------------

HEADS = "women-share-heads"


def heads(folder: Path, *people: tuple[str, str, str], more: tuple[str, ...] = ()) -> Path:
    rows = [[f"Người {n}", sex, birth, "Trưởng phòng", *more] for n, (sex, birth, _) in enumerate(people)]
    return write(folder / "heads-2024.csv", [[*HEADER[1:5], *(["Quy hoạch"] if more else [])], *rows])


def test_a_verdict_that_the_unknown_could_change_says_so_and_is_not_shown_as_good(tmp_path: Path) -> None:
    """Two women and one man of nine heads are known: 60 % of three are two; of nine, six, of whom nobody need be a woman."""
    path = heads(tmp_path, *[("Nữ", "1/1/1990", "")] * 2, ("Nam", "1/1/1990", ""), *[("", "1/1/1990", "")] * 6)
    (one,) = forecast(path, until=2030, indicators=[HEADS], target=[0.6]).forecasts
    (asks,) = one.reachings
    assert (asks.needed, asks.bounds, asks.certain) == (0, (0, 4), False)
    said = " ".join(inside("forecast", path, "--until", 2030, "-i", HEADS, "--target", "60%").out.split())
    assert "reached; no post falls free between 0 and 4" in said
    assert "the unknown could change this verdict" in said


def test_where_nobodys_birth_is_known_nothing_is_foretold(tmp_path: Path) -> None:
    path = heads(tmp_path, ("Nữ", "", ""), ("Nam", "", ""))
    (one,) = forecast(path, until=2030, indicators=[HEADS], target=[0.6]).forecasts
    assert (one.reason, one.value, one.courses, one.reachings) == ("birth-unknown", Fraction(1, 2), (), ())
    assert "of nobody in the base is the birth known" in inside("forecast", path, "--until", 2030, "-i", HEADS).out


def test_out_of_reach_is_never_followed_by_enough_women_planned(tmp_path: Path) -> None:
    rows = [[f"Người {n}", "Nam", "1/1/1990", "Trưởng phòng", ""] for n in range(4)]
    rows += [[f"Lan {n}", "Nữ", "1/1/1990", "Chuyên viên", "Trưởng phòng"] for n in range(9)]
    path = write(tmp_path / "heads-2024.csv", [[*HEADER[1:5], "Quy hoạch"], *rows])
    (one,) = forecast(path, until=2030, indicators=[HEADS], target=[0.5]).forecasts
    (asks,) = one.reachings
    assert (asks.reachable, asks.planned, asks.planned_suffice, asks.best_planned) == (False, 9, None, 0)
    page = inside("forecast", path, "--until", 2030, "-i", HEADS, "--target", "50%").out
    assert "out of reach" in page
    assert "enough" not in page


def test_planned_women_of_unknown_birth_and_lists_without_planning_are_told(tmp_path: Path) -> None:
    header = [*HEADER[1:5], "Quy hoạch"]
    rows = [["Người", "Nam", "1/1/1964", "Trưởng phòng", ""], ["Lan", "Nữ", "", "Chuyên viên", "Trưởng phòng"]]
    write(tmp_path / "a-2024.csv", [header, *rows])
    write(tmp_path / "b-2024.csv", [header[:4], ["Hùng", "Nam", "1/1/1964", "Trưởng phòng"]])
    (one,) = forecast(tmp_path, until=2030, indicators=[HEADS], target=[0.5]).forecasts
    assert one.pool is not None
    assert (one.pool.women, one.pool.unborn, one.pool.uncovered) == (1, 1, 1)
    page = inside("forecast", tmp_path, "--until", 2030, "-i", HEADS, "--target", "50%").out
    assert "of these women the birth is not known, counted as staying: 1" in page
    assert "on lists that do not tell planning: 1 people" in page


def test_a_target_keeps_its_decimals_wherever_it_is_named(roster: Path) -> None:
    page = inside("forecast", roster, "--until", 2026, "-i", LEADERS, "--target", "33.3%", "--target", "55.5%").out
    assert "≥33.30 % by 2026" in page
    assert "≥33 %" not in page
    assert "≥56 %" not in page


def test_a_rate_within_women_is_told_in_its_own_words(tmp_path: Path) -> None:
    rows = [["Lan", "Nữ", "1/1/1967", "3/2/2000"], ["Hà", "Nữ", "1/1/1990", ""], ["Mai", "Nữ", "1/1/1966", ""]]
    path = write(tmp_path / "party-2021.csv", [["Họ và tên", "Giới tính", "Ngày sinh", "Ngày vào Đảng"], *rows])
    page = " ".join(inside("forecast", path, "--until", 2026, "-i", "party-rate", "--target", "60%").out.split())
    assert "counted: Party member" in page
    assert "≥60 % by 2026: all 2 women who come must count (Party member)" in page
    assert "each woman who leaves is replaced in the same year by a woman" in page
    assert "posts" not in page.partition("Assumptions")[0]


def test_a_rate_of_few_people_is_marked(roster: Path) -> None:
    page = " ".join(inside("forecast", roster, "--until", 2026).out.split())
    assert "under 40 years 1/2 = 50.00 % (few people, of 1 not known)" in page


def test_of_all_indicators_those_that_can_be_foretold_are(roster: Path) -> None:
    run = inside("forecast", roster, "--until", 2026, "-i", "all", "-f", "json")
    assert run.code == 0
    assert {"women-share-staff", "party-rate"} <= {one["indicator"] for one in run.json["forecasts"]}
    assert {"women-share-recruits", "thirty-percent-rule"} <= set(run.json["left_out"])


@pytest.mark.parametrize(
    ("indicator", "words"),
    [
        ("women-share-party-committee", "a new term renews"),
        ("education-rate", "made of several figures"),
        ("women-share-recruits", "within a period"),
        ("bodies-with-woman-key-leader", "counts posts or bodies"),
    ],
)
def test_why_no_forecast_is_made_is_the_true_reason(roster: Path, indicator: str, words: str) -> None:
    run = inside("forecast", roster, "--until", 2030, "-i", indicator)
    assert run.code == 2
    assert words in run.err


@pytest.mark.parametrize("share", ["1e99999999", "1e-99999999", "0." + "3" * 50, "inf", "-0.1"])
def test_a_share_that_is_none_is_refused_at_once(roster: Path, share: str) -> None:
    run = inside("forecast", roster, "--until", 2030, "--target", share)
    assert (run.code, run.err.count("\n")) == (2, 1)


@pytest.mark.parametrize("option", ["forecast", "targets"])
def test_a_year_of_thousands_of_digits_is_no_year(roster: Path, option: str) -> None:
    name = "--until" if option == "forecast" else "--year"
    run = inside(option, roster, name, "2" * 5000)
    assert run.code == 2
    assert "set_int_max_str_digits" not in run.err


# Targets and years ----------------------------------------------------------------------------------------------------


def test_a_declared_target_is_judged_in_its_year_and_one_of_another_time_in_the_last(tmp_path: Path) -> None:
    people = [[f"Lan {n}", "Nữ", "1/1/1990", "Trưởng phòng"] for n in range(3)]
    people += [[f"Hùng {n}", "Nam", f"1/{1 + n}/1966", "x"] for n in range(7)]
    path = write(tmp_path / "r.csv", [["Họ và tên", "Giới tính", "Ngày sinh", "Quy hoạch"], *people])
    (one,) = forecast(path, until=2031, indicators=["women-share-planned"], as_of="2026-12-31").forecasts
    told = [(asks.target.year, asks.year, asks.past, asks.later) for asks in one.reachings]
    assert told == [(2025, 2031, True, False), (2030, 2030, False, False)]
    (one,) = forecast(path, until=2028, indicators=["women-share-planned"], as_of="2024-12-31").forecasts
    told = [(asks.target.year, asks.year, asks.past, asks.later) for asks in one.reachings]
    assert told == [(2025, 2025, False, False), (2030, 2028, False, True)]


def test_an_unverified_target_gives_no_verdict(roster: Path) -> None:
    rows = [[*person[:4], "Thạc sĩ"] for person in PEOPLE]
    path = write(
        roster.parent / "m.csv", [["Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ", "Trình độ chuyên môn"], *rows]
    )
    found = forecast(path, until=2026, indicators=["women-share-education"], as_of="2021-12-31").forecasts
    (asks,) = next(one for one in found if one.by == {"education": "master"}).reachings
    assert (asks.target.verified, asks.needed, asks.reachable) == (False, None, None)
    page = inside("forecast", path, "--until", 2026, "-i", "women-share-education", "--as-of", "2021-12-31").out
    assert "unverified" in page
    assert "no verdict" in page


def test_the_first_year_is_that_of_the_day_after_the_roster(roster: Path) -> None:
    for day, first in (("2021-12-31", 2022), ("2021-12-30", 2021), ("2022-01-01", 2022)):
        assert leaders(roster, as_of=day).years.start == first


def test_a_rate_within_women_counts_women_alone(tmp_path: Path) -> None:
    """Four women, two in the Party; the one who leaves is in the Party."""
    header = ["Họ và tên", "Giới tính", "Ngày sinh", "Ngày vào Đảng"]
    rows = [
        ["Lan", "Nữ", "1/1/1967", "3/2/2000"],
        ["Hà", "Nữ", "1/1/1990", "3/2/2015"],
        ["Mai", "Nữ", "1/1/1985", ""],
        ["Thu", "Nữ", "1/1/1980", ""],
        ["Hùng", "Nam", "1/1/1962", "3/2/2000"],
        ["Việt", "Nam", "1/1/1990", "3/2/2015"],
    ]
    path = write(tmp_path / "party.csv", [header, *rows])
    (one,) = forecast(path, until=2026, indicators=["party-rate"], as_of="2021-12-31", target=[0.75]).forecasts
    assert (one.counted, one.base, one.left_by(2026)) == (2, 4, (1, 1))
    assert (one.reachings[0].needed, one.reachings[0].reachable) == (2, False)


# Those who came since -------------------------------------------------------------------------------------------------


def test_those_who_came_since_an_earlier_roster_give_a_rate(roster: Path) -> None:
    """Of the leaders of 2021 Lan and Mai, and among men Khoa, were not there in 2019; Nga cannot be matched, having no birth."""
    then = [
        [str(number), *person]
        for number, person in enumerate(PEOPLE, 1)
        if person[0] not in ("Lê Thị Lan", "Cao Văn Khoa", "Bùi Thị Nga")
    ]
    for person in then:
        if person[1] == "Vũ Thu Hà":
            person[1] = "VŨ THU HÀ"
        if person[1] == "Hồ Thị Mai":
            person[4] = "Chuyên viên"
    earlier = write(roster.parent / "leaders-2019.csv", [HEADER, *then])
    one = leaders(roster, since=earlier, refill=[0.3])
    entered = next(course.refill for course in one.courses if course.refill.origin == "entered")
    assert (entered.part, entered.whole) == (1, 2)
    assert [course.refill.origin for course in one.courses] == ["given", "entered"]


def test_an_earlier_roster_must_be_earlier(roster: Path) -> None:
    later = write(roster.parent / "leaders-2023.csv", [HEADER, *([str(n), *one] for n, one in enumerate(PEOPLE, 1))])
    run = process("forecast", roster, "--until", 2030, "--since", later)
    assert run.code == 2
    assert "not before 31 December 2021" in run.err


# Forms and exit codes -------------------------------------------------------------------------------------------------


def test_json_has_its_schema_and_every_count(roster: Path) -> None:
    run = inside("forecast", roster, "--until", 2026, "-i", LEADERS, "--target", "0.5", "--format", "json")
    found = run.json
    assert found["schema"] == "genderstats.forecast/1"
    assert (found["as_of"], found["until"], found["since"]) == ("2021-12-31", 2026, None)
    assert {"from": 2021, "women_months": 664, "men_months": 723} in found["retirement"]["ages"]
    assert len(found["assumptions"]) >= 6
    (one,) = found["forecasts"]
    assert (one["women"], one["men"], one["unknown"], one["value"]) == (5, 7, 1, 5 / 12)
    assert one["leaves"][1] == {
        "year": 2022, "level": "division", "women": 2, "men": 0, "numerator": 2, "denominator": 2
    }  # fmt: skip
    assert one["birth_unknown"]["women"] == 1
    assert [course["origin"] for course in one["courses"]] == ["present", "young", "recent", "even"]
    assert one["courses"][3]["years"][3] == {"year": 2025, "numerator": 6.5, "denominator": 12, "value": 6.5 / 12}
    assert (one["targets"][0]["needed"], one["targets"][0]["free"], one["targets"][0]["source"]) == (4, 8, None)
    assert (one["targets"][0]["needed_bounds"], one["targets"][0]["certain"]) == ([4, 6], True)
    assert one["targets"][0]["planned_highest"] == 3 / 12
    assert one["courses"][2]["refill_unknown"] == 7
    assert one["planned"] == {
        "women": 2, "men": 1, "unknown": 0, "uncovered": 0, "women_birth_unknown": 0,
        "women_leaving": [{"year": 2026, "women": 1}],
    }  # fmt: skip


def test_csv_and_markdown_say_the_same(roster: Path) -> None:
    text = process("forecast", roster, "--until", 2026, "-i", LEADERS, "--target", "50%", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [row["row"] for row in rows] == ["now", *["leaves"] * 5, *["course"] * 20, "target"]
    assert (rows[-1]["needed"], rows[-1]["free"], rows[-1]["year"]) == ("4", "8", "2026")
    page = process("forecast", roster, "--until", 2026, "--format", "md").out
    assert page.startswith("# Forecast until 2026")
    assert "| 2024 | 2 | 0 |" in page.replace("&nbsp;", "")


def test_two_runs_say_the_same(roster: Path) -> None:
    one, other = (process("forecast", roster, "--until", 2040, "--format", "json").out for _ in range(2))
    assert one == other


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--until", "soon"), "--until soon"),
        (("--until", "2019"), "the first year ahead is 2022"),
        (("--until", "2030", "--refill", "1.5"), "--refill 1.5"),
        (("--until", "2030", "--refill", "half"), "--refill half"),
        (("--until", "2030", "--refill", "nan"), "--refill nan"),
        (("--until", "2030", "--target", "-1"), "--target -1"),
        (("--until", "2030", "-i", "women-share-recruits"), "women-share-recruits: no forecast"),
        (("--until", "2030", "-i", "women-share-party-committee"), "women-share-party-committee: no forecast"),
        (("--until", "2030", "-i", "representation-gap"), "representation-gap: no forecast"),
        (("--until", "2030", "-i", "women-share-leader"), "women-share-leaders"),
        (("--until", "2030", "--by", "age"), "age: no forecast"),
        (("--until", "2030", "--format", "xlsx"), "xlsx"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_line(roster: Path, options: tuple[str, ...], words: str) -> None:
    run = process("forecast", roster, *options)
    assert run.code == 2
    assert run.out == ""
    assert words in run.err
    assert "Traceback" not in run.err


def test_the_last_year_must_be_said(roster: Path) -> None:
    run = process("forecast", roster)
    assert run.code == 2
    assert "--until" in run.err


def test_without_a_day_nobody_has_an_age(tmp_path: Path) -> None:
    path = write(tmp_path / "r.csv", [HEADER[1:], *PEOPLE])
    run = process("forecast", path, "--until", 2030)
    assert run.code == 2
    assert "--as-of" in run.err
    assert process("forecast", path, "--until", 2030, "--as-of", "2021-12-31").code == 0


def test_a_roster_without_births_or_offices_says_why_there_is_no_forecast(tmp_path: Path) -> None:
    path = write(tmp_path / "r.csv", [["STT", "Họ và tên", "Giới tính"], ["1", "Lan", "Nữ"], ["2", "Hùng", "Nam"]])
    run = inside("forecast", path, "--until", 2030, "--as-of", "2021-12-31", "-i", "women-share-staff")
    assert run.code == 0
    assert "no column for" in run.out
    (one,) = forecast(path, until=2030, as_of="2021-12-31", indicators=["women-share-staff"]).forecasts
    assert (one.reason, one.needs, one.value, one.courses) == ("column-absent", ("birth_date",), None, ())


def test_what_is_only_shown_beside_an_indicator_is_left_out_and_what_is_asked_is_refused(roster: Path) -> None:
    found = forecast(roster, until=2030, indicators=["women-share-key-leaders"]).forecasts
    assert {one.indicator.id for one in found} == {"women-share-key-leaders"}
    said = inside("forecast", roster, "--until", 2030, "-i", "women-share-key-leaders").out
    assert "No forecast is made of: bodies-with-woman-key-leader" in said
    with pytest.raises(NotForecastError):
        forecast(roster, until=2030, indicators=["bodies-with-woman-key-leader"])


def test_a_list_with_ranks_says_that_officers_have_other_ages() -> None:
    said = inside("forecast", SAMPLES / "cand" / "cand-2020.xlsx", "--until", 2025).out
    assert "column of ranks" in said


def test_strict_ends_with_1_where_rows_were_rejected(tmp_path: Path) -> None:
    header = ["STT", "Họ và tên", "Giới tính", "Ngày sinh", "Đơn vị", "Chức vụ", "Dân tộc", "Trình độ chuyên môn"]
    stray = ["", "", "", "", "Văn phòng", "Chuyên viên", "Kinh", "Đại học"]
    person = ["1", "Lan", "Nữ", "1/1/1980", "Văn phòng", "Chuyên viên", "Kinh", "Đại học"]
    path = write(tmp_path / "r.csv", [header, person, stray])
    options = ("--until", 2030, "--as-of", "2021-12-31", "-i", "women-share-staff")
    assert process("forecast", path, *options, "--strict").code == 1
    assert process("forecast", path, *options).code == 0
