"""The law of the store: from a period that is kept come exactly the figures that come from its file."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.careers import careers
from support.grammar import designs
from support.keeping import DIMENSIONS, every_tally, kept
from support.places import REPOSITORY
from support.rosters import plans
from support.sheets import write
from support.writing import written

from genderstats import add, read_roster
from genderstats.errors import ColumnNotKeptError, InputError
from genderstats.people.fields import fields
from genderstats.period import Moment
from genderstats.reading import reader
from genderstats.reading.formats.source import Source
from genderstats.reading.sheet import ListedCells, Marks, Merge, Sheet
from genderstats.store.kept import kept_fields
from genderstats.workflows.compute import Question, answer
from genderstats.workflows.gathering import Gathering
from genderstats.workflows.keeping import fetched

if TYPE_CHECKING:
    from support.grammar import Design
    from support.rosters import Plan
    from support.sheets import Grid

AS_OF = "2020-12-31"
RULES = (
    "",
    "acting_heads = false",
    "probationary_members = false",
    'bodies = "unit"',
    'key_leader = [{ level = ["division"] }]',
)


def rostered(*grids: Grid, rule: str = "") -> Gathering:
    with tempfile.TemporaryDirectory() as folder:
        paths = [write(Path(folder) / f"roster-{place}.csv", grid) for place, grid in enumerate(grids)]
        profile = Path(folder) / "rules.toml"
        profile.write_text(f'schema = "genderstats.profile/1"\n[counting]\n{rule}\n', encoding="utf-8")
        return read_roster(*paths, as_of=AS_OF, profile=profile if rule else None)


def same(gathering: Gathering, *by: str) -> None:
    again = kept(gathering)
    for (name, now), (_, then) in zip(every_tally(again), every_tally(gathering), strict=True):
        assert now == then, name
    question = Question.asked(by=by)
    assert answer(again, question).observations == answer(gathering, question).observations
    assert (again.ledger, again.moment, again.counting) == (gathering.ledger, gathering.moment, gathering.counting)


@settings(max_examples=12)
@given(plans(), st.sampled_from(DIMENSIONS))
def test_a_roster_of_any_columns_gives_the_same_figures_from_the_store(plan: Plan, by: str) -> None:
    same(rostered(plan.grid()), by)


@settings(max_examples=20)
@given(careers(), st.sampled_from(RULES), st.sampled_from(DIMENSIONS))
def test_so_it_does_by_any_rule_of_counting(grid: Grid, rule: str, by: str) -> None:
    try:
        gathering = rostered(grid, rule=rule)
    except InputError:
        return
    same(gathering, by)


@settings(max_examples=8)
@given(careers(wide=True), careers(), st.sampled_from(RULES))
def test_so_do_several_files_with_different_columns_kept_as_one_period(one: Grid, other: Grid, rule: str) -> None:
    try:
        gathering = rostered(one, other, rule=rule)
    except InputError:
        return
    same(gathering)


@settings(max_examples=8)
@given(designs(flawed=True))
def test_so_does_a_roster_of_any_layout(design: Design) -> None:
    made = written(design)
    merges = tuple(Merge(top, left - 1, bottom, right - 1) for top, left, bottom, right in made.merges)
    cells = tuple(ListedCells(column) for column in zip(*made.rows, strict=True))
    sheet = Sheet("roster.xlsx", "DS", cells, len(made.rows), marks=Marks(merges=merges))
    try:
        rosters = reader.rosters_in([sheet], Source(Path("roster.xlsx"), b""))
    except InputError:
        return
    same(Gathering(tuple(rosters), Moment.at(dt.date(2020, 12, 31))))


SAMPLES = sorted((REPOSITORY / "data" / "samples").glob("*/*-20*.*"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_so_does_every_sample(sample: Path) -> None:
    same(read_roster(sample))


def test_what_was_read_with_an_officers_own_words_is_kept_as_it_was_read(tmp_path: Path) -> None:
    roster = write(
        tmp_path / "ds-2020.csv",
        [
            ["Họ và tên", "Giới tính", "Ngày sinh", "Ngạch", "Đào tạo, bồi dưỡng"],
            ["Lê Thu", "Nữ", "1980", "Ngạch đặc cách", "Lớp X"],
        ],
    )
    words = tmp_path / "own.toml"
    words.write_text('[codes.grade-level.specialist]\nwords = ["ngạch đặc cách"]\n', encoding="utf-8")
    store = tmp_path / "own.duckdb"
    add(roster, vocabulary=words, store=store)
    question = Question.asked(["women-share-staff"], ["grade-level"])
    (_, now), *_ = [(one.by, one.women) for one in answer(fetched(store, "2020"), question).observations if one.by]
    assert now == 1
    codes = [one.by["grade-level"] for one in answer(fetched(store, "2020"), question).observations if one.by]
    assert codes == ["specialist"]
    assert codes != [one.by["grade-level"] for one in answer(read_roster(roster), question).observations if one.by]


def test_a_column_as_it_stands_is_not_kept_and_that_is_said() -> None:
    again = kept(read_roster(SAMPLES[0], period="2020"))
    with pytest.raises(ColumnNotKeptError, match="holds no columns"):
        answer(again, Question.asked(by=["column:Ghi chú"]))


def test_nothing_is_kept_but_what_figures_need() -> None:
    personal = {name for name, one in fields().items() if one.personal}
    assert personal & kept_fields().keys() == {name for name, how in kept_fields().items() if how == "day"} | {
        "salary_coefficient"
    }
    unneeded = {
        "staff_id",
        "full_name",
        "religion",
        "marital_status",
        "discipline",
        "status",
        "general_education",
        "note",
    }
    assert not unneeded & kept_fields().keys()
    assert {name for name, how in kept_fields().items() if how == "readings"} == {
        "training",
        "languages",
        "it_skills",
        "award",
    }
    assert {name for name, how in kept_fields().items() if how == "offices"} == {"position", "party_position"}
