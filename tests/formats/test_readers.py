"""The readers of workbooks agree with one another, and with other readers, on real files."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support.packed import archive, cells, workbook
from support.places import SAMPLES, SHARED, shared
from support.reading import asked, texts, told

from genderstats.errors import InputError
from genderstats.reading.formats import cellwise, parts, read_grids
from genderstats.reading.formats.limits import Limits
from genderstats.reading.formats.process import Reading
from genderstats.reading.formats.source import Source

if TYPE_CHECKING:
    from genderstats.reading.grid import Grid


def grids(path: Path, **limits: int) -> list[Grid]:
    return list(read_grids(Source(path), Limits(**limits)))


# -- the two readers of workbooks agree --

BOOKS = sorted(
    str(path.relative_to(SHARED / "messy"))
    for path in (SHARED / "messy").rglob("*")
    if path.suffix in (".xlsx", ".xlsm")
) or ["janitor_dirty_data.xlsx"]


_DECIMAL = re.compile(r"-?\d+\.\d+|-?\d+\.?\d*e-\d+")
_HOURS = re.compile(r"\d+ days?, [\d:.]+|19\d\d-\d\d-\d\d [\d:.]*[1-9][\d:.]*")
_ISO = re.compile(r"^(\d{4}-\d\d-\d\d)T(\d\d:)")


@cache
def _readings() -> list[Reading]:
    return []


def one_reading() -> Reading:
    """One process for many files."""
    held = _readings()
    if not held or not held[0].lives:
        held[:] = [Reading()]
    return held[0]


def slowly(path: Path) -> list[Grid]:
    source = Source(path)
    return list(cellwise.read(source, Limits(), parts.marks(source, Limits())))


@pytest.mark.parametrize("name", BOOKS)
def test_the_slow_reader_gives_what_the_fast_one_gives(name: str) -> None:
    path = shared("messy", *Path(name).parts)
    answer = told(one_reading(), Source(path))
    try:
        slow = {one.name: trimmed(one) for one in slowly(path)}
    except InputError:
        pytest.skip("the slow reader does not read it")
    if answer.refusal or any(grid.unreadable for grid in answer.grids) or not slow:
        pytest.skip("one of the readers does not read it")
    fast = {one.name: trimmed(one) for one in answer.grids}
    assert {name: sheet for name, sheet in slow.items() if sheet[0]} == {
        name: sheet for name, sheet in fast.items() if sheet[0]
    }


def trimmed(grid: Grid) -> tuple[Any, ...]:
    """A sheet without the blanks at its end: its texts, merges, and what is hidden."""
    rows = [tuple(map(alike, row)) for row in texts(grid)]
    rows = [row[: max((place + 1 for place, cell in enumerate(row) if cell), default=0)] for row in rows]
    while rows and not rows[-1]:
        rows.pop()
    return rows, grid.marks


def alike(cell: str | None) -> str | None:
    """A text without the blanks around it, a number to the nine decimals that the fast reader gives, "…" for hours."""
    text = (cell or "").strip().replace("\r\n", "\n").replace("\r", "")
    if _HOURS.fullmatch(text):
        return "…"
    return f"{float(text):.6f}" if _DECIMAL.fullmatch(text) else _ISO.sub(r"\1 \2", text) or None


def test_the_two_readers_agree_on_every_sample() -> None:
    for path in sorted(SAMPLES.rglob("*.xlsx")):
        assert [trimmed(one) for one in slowly(path)] == [trimmed(one) for one in grids(path)], path


# -- real files of the other formats, against other readers --


def are_hours(cell: object) -> bool:
    return isinstance(cell, (dt.time, dt.timedelta)) or str(cell).startswith("PT")


OTHERS = sorted(
    str(path.relative_to(SHARED / "messy"))
    for path in (SHARED / "messy").rglob("*")
    if path.suffix in (".xls", ".xlsb", ".ods")
) or ["calamine/date.xls"]


@pytest.mark.parametrize("name", OTHERS)
def test_real_workbooks_of_other_formats_have_the_cells_that_another_reader_finds(name: str) -> None:
    import python_calamine

    path = shared("messy", *Path(name).parts)
    answer = asked(path)
    try:
        book = python_calamine.CalamineWorkbook.from_path(str(path))
        sheets = {one: book.get_sheet_by_name(one) for one in book.sheet_names}
    except Exception:
        pytest.skip("the other reader does not read it")
    if answer.refusal:
        assert answer.kind != "SheetsEmptyError" or not any(
            cell for sheet in sheets.values() for row in sheet.to_python() for cell in row
        )
        return
    for grid in answer.grids:
        if grid.unreadable:
            continue
        assert grid.name
        rows = sheets[grid.name].to_python(skip_empty_area=False)
        hours = {(row, column) for row, line in enumerate(rows) for column, cell in enumerate(line) if are_hours(cell)}
        filled = {
            (row, column) for row, line in enumerate(rows) for column, cell in enumerate(line) if cell not in ("", None)
        }
        found = {(row, column) for row, line in enumerate(texts(grid)) for column, cell in enumerate(line) if cell}
        assert filled - hours == found - hours
        hidden = next(one.visible for one in book.sheets_metadata if one.name == grid.name)
        assert grid.marks.hidden == (hidden != python_calamine.SheetVisibleEnum.Visible)


@pytest.mark.parametrize(
    "name",
    [
        "date.xls",
        "date.xlsb",
        "date.xlsx",
        "date.ods",
        "date_1904.xls",
        "date_1904.xlsb",
        "date_1904.xlsx",
        "date_iso.xlsx",
    ],
)
def test_days_are_the_same_in_every_format_and_calendar(name: str) -> None:
    rows = [cell for row in texts(asked(shared("messy", "calamine", name)).grids[0]) for cell in row]
    assert any(cell and cell.startswith("2021-01-01") for cell in rows)


@pytest.mark.parametrize(
    ("name", "merges"),
    [
        ("merged_cells.ods", 1),
        ("merged_range.xls", 1),
        ("merged_range.xlsx", 1),
        ("merge_cells.xls", 1),
        ("merge_cells.xlsx", 1),
    ],
)
def test_real_merges_are_found(name: str, merges: int) -> None:
    assert sum(len(grid.marks.merges) for grid in asked(shared("messy", "calamine", name)).grids) >= merges


def test_what_a_chart_keeps_is_no_cell_of_its_sheet() -> None:
    """The fast reader takes the numbers that a chart of an .xls keeps for cells, over those that stand there."""
    report = next(
        grid for grid in asked(shared("messy", "calamine", "xls_cross_sheet_chart.xls")).grids if grid.name == "Report"
    )
    assert texts(report)[0] == ["HEADER TEXT A1", None, None]
    assert texts(report)[5] == ["LABEL A6", None, "VALUE C6"]


def test_an_encrypted_workbook_is_known_without_its_name(tmp_path: Path) -> None:
    for name in ("issue_385.xls", "pass_protected.xlsx", "pass_protected.xlsb", "pass_protected.ods"):
        content = shared("messy", "calamine", name).read_bytes()
        assert asked(Path("-"), content=content).kind == "PasswordProtectedError"


def test_cells_that_hold_an_error_or_nothing_computed_are_told(tmp_path: Path) -> None:
    path = tmp_path / "errors.xlsx"
    error = '<row r="2"><c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B2"><f>A1</f></c>'
    error += '<c r="C2" t="e"><v>#N/A</v></c><c r="D2"><v>1</v></c></row>'
    path.write_bytes(archive(workbook(cells([["a", "b", "c", "d"]]) + error)))
    (grid,) = grids(path)
    assert texts(grid)[1] == [None, None, None, "1"]
    assert set(grid.marks.uncomputed) == {(2, 0), (2, 1), (2, 2)}
