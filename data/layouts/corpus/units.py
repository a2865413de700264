"""Units told by place: section rows, rows in the name column, cells merged down, sheets, titles above a header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import columns as c
from .files import workbook
from .people import staff
from .rosters import AS_OF_LINE, HEAD, MARKET, by_unit
from .tab import Tab
from .truth import Case, fields_of, nested

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .people import Person, Unit
    from .tab import Column

ROMAN = ("I", "II", "III", "IV", "V", "VI")
BRANCHES: dict[Unit, int] = {
    ("CỤC QUẢN LÝ THỊ TRƯỜNG TỈNH AN HÒA", "Phòng Tổ chức"): 7,
    ("CỤC QUẢN LÝ THỊ TRƯỜNG TỈNH AN HÒA", "Đội 1"): 8,
    ("CỤC QUẢN LÝ THỊ TRƯỜNG TỈNH AN BÌNH", "Phòng Tổ chức"): 6,
    ("CỤC QUẢN LÝ THỊ TRƯỜNG TỈNH AN BÌNH", "Đội 1"): 7,
}


def cases() -> Iterator[Case]:
    """Every way of telling the unit by place."""
    yield _sections()
    yield _sections_in_the_name_column()
    yield _sections_with_counts()
    yield _sections_nested()
    yield _units_nested_in_the_name_column()
    yield _units_merged_down()
    yield _sheets()
    yield _titles_above_headers()


def _columns(*more: Column) -> list[Column]:
    return [c.number(), c.name(), c.birth(), c.sex(), c.title(), c.party(), c.ethnicity(), *more]


def _case(path: str, shows: str, tab: Tab, people: list[Person], **more: object) -> Case:
    return Case(path, shows, workbook(tab), people, fields_of(tab), units=True, **more)  # type: ignore[arg-type]


def _sections() -> Case:
    people, columns, tab = staff("s1", MARKET), _columns(), Tab("DS")
    tab.titles(len(columns), *HEAD, "")
    tab.header(columns)
    for numeral, (unit, members) in zip(ROMAN, by_unit(people).items(), strict=False):
        tab.wide(f"{numeral}. {unit[-1].upper()}", len(columns))
        tab.people(columns, members)
    return _case(
        "sections.xlsx", "units as merged rows in capitals, numbered I, II …; numbering of people restarts", tab, people
    )


def _sections_in_the_name_column() -> Case:
    people, columns, tab = staff("s2", MARKET), _columns(), Tab("DS")
    tab.titles(len(columns), *HEAD, "")
    tab.header(columns)
    first = 1
    for numeral, (unit, members) in zip(ROMAN, by_unit(people).items(), strict=False):
        tab.line(numeral, unit[-1])
        tab.people(columns, members, first)
        first += len(members)
    return _case(
        "sections-numeral-apart.xlsx", "the unit in the name column, its numeral in the column of numbers", tab, people
    )


def _sections_with_counts() -> Case:
    people, columns, tab = staff("s3", MARKET), _columns(), Tab("DS")
    tab.titles(len(columns), *HEAD, "")
    tab.header(columns)
    for numeral, (unit, members) in zip(ROMAN, by_unit(people).items(), strict=False):
        women = sum(one.sex == "F" for one in members)
        tab.line(numeral, f"{unit[-1]} ({len(members)} người, {women} nữ)")
        tab.people(columns, members)
        tab.line(None, "Cộng", len(members))
    tab.line(None, "TỔNG CỘNG", len(people))
    found = _case(
        "sections-with-counts.xlsx", "units as rows that say how many they are, a subtotal after each", tab, people
    )
    counts = {unit: len(members) for unit, members in by_unit(people).items()}
    of_women = {unit: sum(one.sex == "F" for one in members) for unit, members in by_unit(people).items()}
    found.unit_of = lambda p: f"{p.unit[-1]} ({counts[p.unit]} người, {of_women[p.unit]} nữ)"
    return found


def _sections_nested() -> Case:
    people, columns, tab = staff("s4", BRANCHES), _columns(), Tab("DS")
    tab.titles(len(columns), "TỔNG CỤC QUẢN LÝ THỊ TRƯỜNG", "DANH SÁCH CÁN BỘ, CÔNG CHỨC", AS_OF_LINE, "")
    tab.header(columns)
    branch, letter, part = "", "@", 0
    for unit, members in by_unit(people).items():
        if unit[0] != branch:
            branch, letter, part = unit[0], chr(ord(letter) + 1), 0
            tab.wide(f"{letter}. {branch}", len(columns))
        part += 1
        tab.wide(f"{part}. {unit[1]}", len(columns))
        tab.people(columns, members)
    return _case(
        "sections-nested.xlsx",
        "“A. CỤC …” over “1. Phòng …”; the same “Phòng Tổ chức” under two branches",
        tab,
        people,
        unit_of=nested,
    )


def _units_nested_in_the_name_column() -> Case:
    people, columns, tab = staff("s5", BRANCHES), [c.number("TT"), *_columns()[1:]], Tab("DS")
    tab.titles(len(columns), "DANH SÁCH TRÍCH NGANG", AS_OF_LINE, "")
    tab.header(columns)
    branch, numeral, part = "", 0, 0
    for unit, members in by_unit(people).items():
        if unit[0] != branch:
            branch, numeral, part = unit[0], numeral + 1, 0
            tab.line(ROMAN[numeral - 1], branch)
        part += 1
        tab.line(f"{ROMAN[numeral - 1]}.{part}", unit[1])
        tab.people(columns, members)
    return _case(
        "sections-nested-numeral-apart.xlsx",
        "“I | CỤC …” over “I.1 | Phòng …”, the numeral in its own column",
        tab,
        people,
        unit_of=nested,
    )


def _units_merged_down() -> Case:
    people, tab = staff("s6", MARKET), Tab("DS")
    columns = [c.unit("Đơn vị"), c.number(), c.name(), c.birth(), c.sex(), c.title(), c.party()]
    tab.titles(len(columns), *HEAD, "")
    tab.header(columns)
    for members in by_unit(people).values():
        start = len(tab.rows) + 1
        tab.people(columns, members)
        tab.merge(start, 1, len(tab.rows), 1)
        for row in tab.rows[start:]:
            row[0] = None
    return _case("units-merged-down.xlsx", "the unit as a cell merged down the side of its people", tab, people)


def _sheets() -> Case:
    people, columns = (
        staff("s7", {("Phòng TCCB",): 9, ("Phòng Thanh tra",): 8, ("Đội 1",): 9, ("Đội 2",): 7}),
        _columns(),
    )
    tabs = []
    for unit, members in by_unit(people).items():
        tab = Tab(unit[-1])
        tab.titles(len(columns), "DANH SÁCH CÁN BỘ", AS_OF_LINE, "")
        tab.table(columns, members)
        tabs.append(tab)
    remarks = Tab("Hướng dẫn")
    remarks.lines(("Mỗi đơn vị nhập vào một trang tính.",), ("Không sửa dòng tiêu đề.",))
    notices = {"sheet-without-roster": 1, "unit-from-sheet-name": len(tabs)}
    shows = "a sheet for each unit, whose name it bears; a sheet of remarks and an empty one"
    data = workbook(remarks, *tabs, Tab("Sheet6"))
    return Case("sheets-are-units.xlsx", shows, data, people, fields_of(*tabs), notices, units=True)


def _titles_above_headers() -> Case:
    people, columns, tab = staff("s8", MARKET), _columns(), Tab("DS")
    tab.titles(len(columns), *HEAD)
    for unit, members in by_unit(people).items():
        tab.line()
        tab.wide(unit[-1], len(columns))
        tab.table(columns, members)
    return _case("titles-above-headers.xlsx", "the unit as a title above each of several equal headers", tab, people)
