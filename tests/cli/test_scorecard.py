"""`targets --scorecard`: units scored and ranked by an agency's own criteria; the points were worked out by hand."""

from __future__ import annotations

import csv
import io
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from support.places import SAMPLES
from support.program import inside, process
from support.sheets import write

from genderstats import targets
from genderstats.indicators.scorecard import scorecard

if TYPE_CHECKING:
    from pathlib import Path

ROSTER = SAMPLES / "cand" / "cand-2020.xlsx"
EXAMPLE = SAMPLES / "scorecard.toml"
HEAD = 'title = "Bảng điểm"\n'
CRITERION = '\n[[criterion]]\nindicator = "women-share-leaders"\nweight = 10\nfrom = 0\nto = 0.5\n'
HEADER = ["Họ và tên", "Giới tính", "Ngày sinh", "Đơn vị", "Chức vụ"]


def card(folder: Path, text: str) -> Path:
    path = folder / "criteria.toml"
    path.write_text(text, encoding="utf-8")
    return path


def told(roster: Path, file: Path, *options: object) -> Any:
    run = inside("targets", roster, "--scorecard", file, "--format", "json", *options)
    assert run.code == 0, run.err
    return run.json["scorecard"]


def roster(folder: Path, *units: tuple[str, str, int, int]) -> Path:
    """People by unit: a title, and how many women and men hold it."""
    people = [(sex, unit, title) for unit, title, women, men in units for sex in ["Nữ"] * women + ["Nam"] * men]
    rows = [
        [f"Người {place}", sex, f"{1 + place % 28}/3/1975", unit, title]
        for place, (sex, unit, title) in enumerate(people)
    ]
    return write(folder / "roster-2020.csv", [HEADER, *rows])


def test_the_example_gives_the_points_that_were_worked_out_by_hand() -> None:
    """Phòng Hồ sơ: leaders 2/17, committee 1/3, Party members 7/59, leaders minus staff 2/17 − 12/86."""
    (one,) = [one for one in told(ROSTER, EXAMPLE)["units"] if one["by"] == {"unit": "PHÒNG HỒ SƠ"}]
    points = [
        40 * (Fraction(2, 17) - Fraction(5, 100)) / Fraction(20, 100),
        Fraction(20),
        20 * (Fraction(7, 59) - Fraction(5, 100)) / Fraction(25, 100),
        20 * (Fraction(2, 17) - Fraction(12, 86) + Fraction(10, 100)) / Fraction(10, 100),
    ]
    assert [each["points"] for each in one["criteria"]] == [float(each) for each in points]
    assert (one["points"], one["score"], one["weight"], one["rank"]) == (
        float(sum(points)), float(sum(points) / 100), 100.0, 3,
    )  # fmt: skip


def test_a_criterion_that_cannot_be_computed_is_left_out_of_the_weights_and_told() -> None:
    (one,) = [one for one in told(ROSTER, EXAMPLE)["units"] if one["by"] == {"unit": "CÔNG AN HUYỆN TÂY MẪU"}]
    assert (one["weight"], one["criteria"][1]["points"], one["criteria"][1]["reason"]) == (80.0, None, "empty-base")
    assert one["score"] == pytest.approx(one["points"] / 80)
    said = inside("targets", ROSTER, "--scorecard", EXAMPLE).out
    assert "(2) left out: not computable: nobody in the base" in said
    assert "score of 80 of the weights 100" in said


def test_the_method_is_printed_in_words_with_the_weights() -> None:
    english = " ".join(process("targets", ROSTER, "--scorecard", EXAMPLE).out.split())
    assert "(1) Women among leaders and managers: weight 40; 0 points at 5.00 %, 40 at 25.00 %" in english
    assert "(4) Representation gap: weight 20; 0 points at -10.00 points, 20 at 0.00 points" in english
    assert "Equal scores share a rank" in english
    assert "Source: invented weights, of no agency" in english
    vietnamese = " ".join(process("targets", ROSTER, "--scorecard", EXAMPLE, lang="vi").out.split())
    assert "(2) Nữ cấp ủy: trọng số 20; 0 điểm ở mức 0,00 %, 20 điểm ở mức 25,00 %" in vietnamese
    assert "Điểm bằng nhau thì đồng hạng" in vietnamese


def test_a_unit_with_nothing_to_judge_is_listed_without_a_rank(tmp_path: Path) -> None:
    people = roster(tmp_path, ("A", "Trưởng phòng", 1, 1), ("B", "Chuyên viên", 1, 1), ("", "Trưởng phòng", 1, 0))
    found = told(people, card(tmp_path, HEAD + CRITERION))["units"]
    assert [(one["by"]["unit"], one["rank"], one["score"]) for one in found] == [
        ("A", 1, 1.0), ("B", None, None), ("_U", None, 1.0),
    ]  # fmt: skip


def test_equal_scores_share_a_rank_and_the_next_is_counted_on(tmp_path: Path) -> None:
    head = "Trưởng phòng"
    people = roster(tmp_path, ("A", head, 1, 3), ("B", head, 2, 6), ("C", head, 1, 9), ("D", head, 1, 1))
    found = told(people, card(tmp_path, HEAD + CRITERION))["units"]
    assert [(one["by"]["unit"], one["rank"]) for one in found] == [("D", 1), ("A", 2), ("B", 2), ("C", 4)]


def test_less_may_be_better(tmp_path: Path) -> None:
    text = HEAD + CRITERION.replace("from = 0\nto = 0.5", "from = 0.5\nto = 0")
    people = roster(tmp_path, ("A", "Trưởng phòng", 1, 3), ("B", "Trưởng phòng", 0, 4))
    assert [one["score"] for one in told(people, card(tmp_path, text))["units"]] == [1.0, 0.5]


def test_a_group_of_an_indicator_that_is_always_broken_down_may_be_meant(tmp_path: Path) -> None:
    header = [*HEADER[:4], "Trình độ chuyên môn"]
    rows = [["Lan", "Nữ", "1/2/1975", "A", "Thạc sĩ"], ["Hùng", "Nam", "1/3/1975", "A", "Đại học"]]
    people = write(tmp_path / "degrees.csv", [header, *rows])
    text = (
        HEAD + CRITERION.replace("women-share-leaders", "women-share-education") + 'where = { education = "master" }\n'
    )
    (one,) = told(people, card(tmp_path, text))["units"]
    assert (one["score"], one["criteria"][0]["numerator"], one["criteria"][0]["denominator"]) == (1.0, 1, 1)


def test_any_dimension_may_be_ranked(tmp_path: Path) -> None:
    people = roster(tmp_path, ("A", "Trưởng phòng", 1, 1), ("A", "Cục trưởng", 0, 1))
    found = told(people, card(tmp_path, HEAD + 'by = "level"\n' + CRITERION))["units"]
    assert [(one["by"]["level"], one["rank"]) for one in found[:2]] == [("division", 1), ("department", 2)]


def test_a_roster_without_units_says_so(tmp_path: Path) -> None:
    people = write(tmp_path / "plain.csv", [["Họ và tên", "Giới tính", "Chức vụ"], ["Lan", "Nữ", "Trưởng phòng"]])
    assert told(people, EXAMPLE)["units"] == []
    assert "no column for Unit" in inside("targets", people, "--scorecard", EXAMPLE).out


def test_csv_has_a_row_for_each_criterion_of_each_unit() -> None:
    text = inside("targets", ROSTER, "--scorecard", EXAMPLE, "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    found = told(ROSTER, EXAMPLE)
    listed = [(unit, each) for unit in found["units"] for each in unit["criteria"]]
    assert len(rows) == len(listed)
    for row, (unit, each) in zip(rows, listed, strict=True):
        assert row["by"] == f"unit={unit['by']['unit']}"
        assert row["points"] == ("" if each["points"] is None else str(each["points"]))
        assert row["score"] == str(unit["score"])


def test_python_gives_what_the_command_gives() -> None:
    found = targets(ROSTER, scorecard=EXAMPLE).scored
    assert found is not None
    assert [(one.unit, one.rank) for one in found.scores] == [
        (one["by"]["unit"], one["rank"]) for one in told(ROSTER, EXAMPLE)["units"]
    ]


def test_a_number_is_what_is_written_and_not_the_nearest_binary_fraction(tmp_path: Path) -> None:
    (one,) = scorecard(card(tmp_path, HEAD + CRITERION.replace("0.5", "0.35"))).criterion
    assert one.full == Fraction(35, 100)


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        (('"women-share-leaders"', '"women-share-leader"'), 4, "indicator"),
        (("weight = 10", "weight = 0"), 5, "weight"),
        (("weight = 10", 'weight = "ten"'), 5, "weight"),
        (("weight = 10", "weight = true"), 5, "weight"),
        (("weight = 10", "weight = nan"), 5, "weight"),
        (("weight = 10\n", ""), 3, "weight"),
        (("from = 0", "from = 0.5"), 7, "another value than from"),
        (("to = 0.5", "to = 35"), 7, "0.35 for 35 %"),
        (("to = 0.5", "to = 0.5\ntitel = 'x'"), 8, "→ title?"),
        (("to = 0.5", 'to = 0.5\nwhere = { education = "master" }'), 8, "nothing there"),
        (('"women-share-leaders"', '"women-share-education"'), 3, 'where = { education = "…" }'),
        (('title = "Bảng điểm"', "title = 3"), 1, "title"),
        (('title = "Bảng điểm"', 'title = "x"\nby = "units"'), 2, "one of: unit"),
        (("[[criterion]]", "[criterion]"), 3, "[[criterion]]"),
        (("weight = 10", "weight ="), 5, "TOML"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_scorecard_is_one_line_that_names_the_line_and_the_key(
    change: tuple[str, str], line: int, said: str, tmp_path: Path
) -> None:
    file = card(tmp_path, (HEAD + CRITERION).replace(*change))
    run = inside("targets", ROSTER, "--scorecard", file)
    assert (run.code, run.out, len(run.err.splitlines())) == (2, "", 1)
    assert f"criteria.toml, line {line}" in run.err
    assert said in run.err
    vietnamese = process("targets", ROSTER, "--scorecard", file, lang="vi")
    assert f"criteria.toml, dòng {line}" in vietnamese.err


def test_a_scorecard_without_criteria_is_refused(tmp_path: Path) -> None:
    for text in (HEAD, HEAD + "criterion = []\n"):
        run = inside("targets", ROSTER, "--scorecard", card(tmp_path, text))
        assert (run.code, "[[criterion]]" in run.err) == (2, True)


def test_the_scorecard_is_not_overwritten(tmp_path: Path) -> None:
    file = card(tmp_path, HEAD + CRITERION)
    assert inside("targets", ROSTER, "--scorecard", file, "-o", file, "--format", "csv").code == 2
    assert file.read_text(encoding="utf-8") == HEAD + CRITERION
