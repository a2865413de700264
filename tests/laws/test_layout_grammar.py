"""Whatever the layout, everybody is read exactly: sex, birth, unit, levels, Party; and every row is known for what it is."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from support.grammar import Design, designs
from support.sheets import write
from support.staff import Known
from support.writing import Written, written

from genderstats import read_roster
from genderstats.reading import reader
from genderstats.reading.formats.source import Source
from genderstats.reading.layout.rows import KINDS
from genderstats.reading.notices import Severity
from genderstats.reading.sheet import ListedCells, Marks, Merge, Sheet
from genderstats.text.folding import clean, fold

if TYPE_CHECKING:
    from genderstats.reading.roster import Roster

#: How many layouts are read; for a full run some thousands: GENDERSTATS_LAYOUTS=5000.
LAYOUTS = int(os.environ.get("GENDERSTATS_LAYOUTS") or settings.default.max_examples * 4)  # type: ignore[union-attr]


def sheet(made: Written) -> Sheet:
    """The sheet in memory, as a format would give it."""
    merges = tuple(Merge(top, left - 1, bottom, right - 1) for top, left, bottom, right in made.merges)
    cells = tuple(ListedCells(column) for column in zip(*made.rows, strict=True))
    return Sheet("roster.xlsx", "DS", cells, len(made.rows), marks=Marks(merges=merges))


def rosters(made: Written) -> list[Roster]:
    """The rosters of a sheet in memory."""
    return reader.rosters_in([sheet(made)], Source(Path("roster.xlsx"), b""))


def read(roster: Roster) -> list[Known]:
    """What was read of each person."""
    columns = {field: _listed(roster, field) for field in Known.__dataclass_fields__}
    return [Known(**dict(zip(columns, values, strict=True))) for values in zip(*columns.values(), strict=True)]


def _listed(roster: Roster, field: str) -> list[Any]:
    one = roster.variables.get({"birth": "birth_date"}.get(field, field))
    if one is None:
        return [None] * len(roster)
    values = [one.values[code] if code >= 0 else None for code in one.codes.tolist()]
    if field == "birth":
        return [str(day) if day else None for day in values]
    return [fold(unit) if unit else None for unit in values] if field == "unit" else values


def true(made: Written) -> list[Known]:
    """What is true of each person, the unit as it is compared."""
    return [Known(**{**vars(one), "unit": fold(one.unit) if one.unit else None}) for one in made.people]


def errors(roster: Roster) -> list[tuple[str, int | None]]:
    """What is told to be wrong, each with its row."""
    return [(one.reason.id, one.address.row) for one in roster.notices if one.reason.severity is Severity.ERROR]


@settings(max_examples=LAYOUTS)
@given(designs(flawed=True))
def test_everybody_is_read_as_written_whatever_the_layout(design: Design) -> None:
    made = written(design)
    (roster,) = rosters(made)
    assert read(roster) == true(made)


@settings(max_examples=LAYOUTS)
@given(designs(flawed=True))
def test_every_row_is_known_for_what_it_is_whatever_the_layout(design: Design) -> None:
    made = written(design)
    (roster,) = rosters(made)
    assert [KINDS[kind] for kind in roster.layout.rows.kinds.tolist()] == made.kinds


@settings(max_examples=LAYOUTS)
@given(designs())
def test_nothing_is_wrong_with_a_roster_that_is_right(design: Design) -> None:
    (roster,) = rosters(written(design))
    assert not errors(roster)


@settings(max_examples=LAYOUTS)
@given(designs(flawed=True))
def test_what_is_wrong_is_told_at_its_row_and_nothing_else(design: Design) -> None:
    made = written(design)
    (roster,) = rosters(made)
    sexless = [row for row, one in zip(made.rows_of("person"), made.people, strict=True) if one.sex is None]
    assert {row for reason, row in errors(roster) if reason.startswith("sex-")} == set(sexless)
    assert [row for reason, row in errors(roster) if reason == "row-unrecognised"] == made.rows_of("rejected")
    assert {reason for reason, _ in errors(roster)} <= {"sex-missing", "sex-unrecognised", "row-unrecognised"}


@given(designs(flawed=True))
def test_people_keep_the_row_numbers_of_the_sheet(design: Design) -> None:
    made = written(design)
    (roster,) = rosters(made)
    assert roster.people.index.tolist() == made.rows_of("person")


@given(designs(flawed=True))
def test_a_notice_stands_at_a_cell_that_holds_its_value(design: Design) -> None:
    made = written(design)
    for one in (one for roster in rosters(made) for one in roster.notices):
        if one.address.row is not None and one.address.column is not None and one.value:
            assert one.value == clean(made.rows[one.address.row - 1][one.address.column] or "")


@given(designs(flawed=True))
def test_a_file_gives_what_its_sheet_gives(design: Design) -> None:
    made = written(design)
    with tempfile.TemporaryDirectory() as folder:
        suffix = ".xlsx" if made.merges else ".csv"
        path = write(Path(folder) / f"roster{suffix}", [[cell or "" for cell in row] for row in made.rows], made.merges)
        (roster,) = read_roster(path).rosters
    assert read(roster) == true(made)
