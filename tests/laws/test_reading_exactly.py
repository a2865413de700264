"""A generated roster is read exactly."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from support.rosters import Plan, plans
from support.sheets import write

from genderstats import read_roster
from genderstats.reading.roster import Roster  # noqa: TC001  # a test reads the annotation


def read(plan: Plan, suffix: str = ".csv") -> Roster:
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder) / f"roster{suffix}", plan.grid())
        (roster,) = read_roster(path).rosters
    return roster


SUFFIXES = st.sampled_from([".csv", ".csv", ".xlsx"])


@given(plans(), SUFFIXES)
def test_everybody_is_read_with_the_sex_that_is_written(plan: Plan, suffix: str) -> None:
    sexes = read(plan, suffix).people["sex"].astype(object)
    assert (int((sexes == "F").sum()), int((sexes == "M").sum()), int(sexes.isna().sum())) == plan.sexes()


@given(plans(), SUFFIXES)
def test_every_row_of_the_file_is_a_person_or_rejected_or_set_aside(plan: Plan, suffix: str) -> None:
    ledger = read(plan, suffix).ledger
    assert ledger.rows == ledger.people + ledger.rejected + ledger.set_aside.total()
    if suffix == ".csv":
        assert ledger.rows == len(plan.grid()) - 1


@given(plans())
def test_every_row_is_known_for_what_it_is(plan: Plan) -> None:
    ledger, expected = read(plan).ledger, plan.kinds()
    assert ledger.people == expected.pop("person")
    assert ledger.rejected == expected.pop("rejected", 0)
    assert dict(ledger.set_aside) == expected


@given(plans())
def test_every_rejected_row_has_a_notice_with_its_address(plan: Plan) -> None:
    roster = read(plan)
    told = [one.address.row for one in roster.notices if one.reason.id == "row-unrecognised"]
    start = len(plan.titles) + 2
    assert told == [start + at for at, row in enumerate(plan.rows) if row.kind == "rejected"]


@given(plans(), SUFFIXES)
def test_a_notice_stands_at_a_cell_of_the_file_that_holds_its_value(plan: Plan, suffix: str) -> None:
    grid = plan.grid()
    for one in read(plan, suffix).notices:
        assert one.address.file.startswith("roster")
        if one.address.column is not None:
            assert one.value == " ".join(grid[one.address.row - 1][one.address.column].split()) or not one.value


@given(plans(), SUFFIXES)
def test_people_keep_the_row_numbers_of_the_sheet(plan: Plan, suffix: str) -> None:
    start = len(plan.titles) + 2
    rows = [start + at for at, row in enumerate(plan.rows) if row.kind == "person"]
    assert read(plan, suffix).people.index.tolist() == rows
