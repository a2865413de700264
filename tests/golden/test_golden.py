"""The golden cases: what a personnel officer works out by hand is what the program says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.golden import Case, cases
from support.program import inside
from support.sheets import write

from genderstats import compare
from genderstats.cli.asking import profile, question
from genderstats.indicators.catalogue import catalogue
from genderstats.reading.saved import saved
from genderstats.reporting import markdown
from genderstats.reporting.document import Document, Index, Points, shown
from genderstats.reporting.figures import table, value_of
from genderstats.reporting.remarks import SMALL_BASE
from genderstats.text import marks
from genderstats.text.language import Text
from genderstats.workflows.compute import compute

if TYPE_CHECKING:
    from pathlib import Path

    from genderstats.analysis.observation import Observation, Verdict
    from genderstats.workflows.compute import Computation

CASES = cases()
PERIODS = [case for case in CASES if case.staff_then is None]
CHANGES = [case for case in CASES if case.staff_then is not None]


def group(by: dict[str, str]) -> str:
    return " ".join(f"{dimension}={code}" for dimension, code in by.items())


def answer(case: Case, folder: Path) -> Computation:
    pairs = zip(case.options[::2], case.options[1::2], strict=True)
    said = {name.lstrip("-"): value for name, value in pairs}
    asked = question([said["i"]] if "i" in said else None, said.get("by"), said.get("age-bands"))
    path = kept(case, folder)
    told = profile(period=said.get("period"), as_of=said.get("as-of"), kept=saved(path) if path else None)
    return compute([write(folder / "roster.csv", case.staff)], asked, told)


def kept(case: Case, folder: Path) -> Path | None:
    """The profile of a case, where it has one, as a file."""
    if case.profile is None:
        return None
    path = folder / "profile.toml"
    path.write_text(case.profile, encoding="utf-8")
    return path


def beside(one: Observation) -> set[str]:
    """What must be said beside a figure, in words of our own, so that a case outlives the wording of a page."""
    said = doubts(one) | {verdict_in_words(item) for item in one.verdicts}
    if one.men_denominator is not None:
        said.add(f"nam: {one.men_numerator}/{one.men_denominator}")
    if one.women_value is not None and one.men_value is not None:
        values = ((one.women_value, one.women, "nữ"), (one.men_value, one.men, "nam"))
        said |= {f"giá trị {sex}: {shown(Index(value), 'vi')} ({count})" for value, count, sex in values}
    if one.reason:
        said.add(f"không tính được: {one.reason}")
    return said | ({"mẫu số nhỏ"} if 0 < (one.denominator or 0) < SMALL_BASE else set())


def doubts(one: Observation) -> set[str]:
    """What is not known beside a figure, and which bodies miss a condition: a case says all of it."""
    said = set()
    if one.undetermined:
        said.add(f"chưa rõ có thuộc diện: {one.undetermined}")
    if one.unknown:
        said.add(f"chưa rõ giới tính: {one.unknown}")
    if one.bounds and one.bounds[0] != one.bounds[1]:
        said.add("từ {} đến {}".format(*(marks.percent(bound, "vi") for bound in one.bounds)))
    if one.missing:
        said.add(f"cơ quan chưa đạt: {' + '.join(one.missing)}")
    if one.unjudged:
        said.add(f"cơ quan không kết luận: {' + '.join(one.unjudged)}")
    return said


@pytest.mark.parametrize("case", PERIODS, ids=[case.name for case in PERIODS])
def test_what_is_said_beside_a_figure_is_on_the_page(case: Case, tmp_path: Path) -> None:
    for one in answer(case, tmp_path).observations:
        page = markdown.render(Document(Text("", ""), (table([one]),)), "vi")
        told = [str(count) for count in (one.undetermined, one.men_numerator) if count]
        told += [marks.percent(bound, "vi") for bound in set(one.bounds or ()) if len(set(one.bounds or ())) == 2]
        told += [marks.percent(item.target.at_least, "vi", places=0) for item in one.verdicts]
        assert [text for text in told if text not in page] == [] or one.value is None


def verdict_in_words(item: Verdict) -> str:
    said = {True: "đạt", False: f"chưa đạt, thiếu {item.short_by}", None: "chưa xác minh"}[item.met]
    return f"≥{marks.percent(item.target.at_least, 'vi', places=0)} năm {item.target.year}: {said}"


@pytest.mark.parametrize("case", PERIODS, ids=[case.name for case in PERIODS])
def test_the_figures_are_those_worked_out_by_hand(case: Case, tmp_path: Path) -> None:
    found = {(one.indicator.id, group(one.by)): one for one in answer(case, tmp_path).observations}
    for row in case.figures:
        one = found[row["indicator"], row["group"]]
        parts = (shown(one.numerator, "vi"), shown(one.denominator, "vi"), shown(value_of(one), "vi"))
        assert parts == (row["women"], row["base"], row["share"]), row
        remarks = {remark.strip() for remark in row["remarks"].split(";")} - {""}
        assert remarks - beside(one) == set()
        assert doubts(one) - remarks == set()


@pytest.mark.parametrize("case", PERIODS, ids=[case.name for case in PERIODS])
def test_an_indicator_that_is_listed_has_no_other_group(case: Case, tmp_path: Path) -> None:
    found = answer(case, tmp_path).observations
    for name in {row["indicator"] for row in case.figures}:
        groups = [group(one.by) for one in found if one.indicator.id == name]
        listed = [row["group"] for row in case.figures if row["indicator"] == name]
        assert sorted(groups) == sorted(listed)


@pytest.mark.parametrize("case", PERIODS, ids=[case.name for case in PERIODS])
def test_the_notices_are_those_expected(case: Case, tmp_path: Path) -> None:
    if case.notices is not None:
        told = [(one.reason.id, one.address.cell) for one in answer(case, tmp_path).gathering.notices]
        assert sorted(told) == sorted((row["reason"], row["cell"]) for row in case.notices)


@pytest.mark.parametrize("case", PERIODS, ids=[case.name for case in PERIODS])
def test_the_command_line_says_the_same(case: Case, tmp_path: Path) -> None:
    path = write(tmp_path / "roster.csv", case.staff)
    told = kept(case, tmp_path)
    run = inside("compute", path, *case.options, *(("--profile", told) if told else ()), "--format", "json")
    assert run.code == 0
    found = {(one["indicator"], group(one["by"])): one for one in run.json["observations"]}
    for row in case.figures:
        one = found[row["indicator"], row["group"]]
        for name, key in (("women", "numerator"), ("base", "denominator")):
            assert (str(one[key]) if one[key] is not None else "–") == row[name]


@pytest.mark.parametrize("case", CHANGES, ids=[case.name for case in CHANGES])
def test_the_changes_are_those_worked_out_by_hand(case: Case, tmp_path: Path) -> None:
    then, now = write(tmp_path / "r-2021.csv", case.staff_then or []), write(tmp_path / "r-2022.csv", case.staff)
    (step,) = compare(then, now).changes
    found = {(one.now.indicator.id, group(one.now.by)): one for one in step}
    for row in case.figures:
        one = found[row["indicator"], row["group"]]
        counts = [f"{side.numerator}/{side.denominator}" for side in (one.then, one.now)]
        assert [*counts, shown(Points(one.points), "vi")] == [row["then"], row["now"], row["points"]]


@pytest.mark.parametrize("indicator", list(catalogue()))
def test_every_indicator_has_a_golden_case(indicator: str) -> None:
    proven = [row for case in CASES for row in case.figures if row["indicator"] == indicator]
    assert any(row.get("share", row.get("points")) != "–" for row in proven)
    assert any(case.name == indicator for case in CASES), f"tests/golden/{indicator}.md is missing"


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_every_case_says_what_it_proves_and_its_source(case: Case) -> None:
    assert case.title
    assert "Source: " in case.proves
