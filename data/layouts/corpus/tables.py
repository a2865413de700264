"""Several tables and sheets, what is hidden, and rows that are no people: totals, column numbers, notes, signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import columns as c
from .files import delimited, workbook
from .people import AS_OF, staff
from .rosters import AS_OF_LINE, COMMUNES, HEAD, MARKET, MINISTRY, by_unit, everything, listed
from .tab import Formula, Tab
from .truth import Case, fields_of, women

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .people import Person
    from .tab import Cell, Column


def cases() -> Iterator[Case]:
    """Every arrangement of tables, and every row that is no person."""
    yield _below_same_header()
    yield _salary_below()
    yield _beside()
    yield _no_roster()
    yield _only_header()
    yield _hidden_rows_and_columns()
    yield _hidden_sheet()
    yield _formulas()
    yield _totals_agree()
    yield _total_differs()
    yield _column_numbers()
    yield _notes_and_signatures()
    yield _repeated_headers()


def _below_same_header() -> Case:
    people, columns, tab = staff("b1", MARKET), everything(), Tab("DS")
    for part, members in (("LÃNH ĐẠO", people[:12]), ("CÔNG CHỨC", people[12:])):
        tab.titles(len(columns), f"DANH SÁCH {part} NĂM 2020", "")
        tab.table(columns, members)
        tab.lines((), ())
    del tab.rows[-2:]
    return Case(
        "tables-below.xlsx",
        "two tables of one header, one below the other, blank rows between",
        workbook(tab),
        people,
        fields_of(tab),
    )


def _salary_below() -> Case:
    people, columns, tab = staff("b2", COMMUNES), everything(), Tab("DS")
    tab.titles(len(columns), "DANH SÁCH CÁN BỘ XÃ", AS_OF_LINE, "")
    tab.table(columns, people)
    tab.lines((), ("BẢNG LƯƠNG THÁNG 12 NĂM 2020",))
    tab.line("STT", "Họ và tên", "Mã ngạch", "Hệ số lương", "Phụ cấp chức vụ", "Thực lĩnh")
    for at, one in enumerate(people, 1):
        tab.line(at, one.name, "01.003", 2.34, 0.2, 3_500_000)
    tab.line(None, "Tổng cộng", None, 60.84, 5.2, 91_000_000)
    return Case(
        "salary-below.xlsx",
        "a salary table with other columns below the list",
        workbook(tab),
        people,
        fields_of(tab),
        {"table-without-roster": 1},
    )


def _beside() -> Case:
    people = staff("b3", {("Phòng Tổ chức",): 10, ("Phòng Thanh tra",): 9, ("Đội 1",): 11})
    columns = [c.number(), c.name(), c.birth(), c.sex(), c.title(), c.unit()]
    left, right = listed(columns, people[:16]), listed(columns, people[16:])
    left.beside(right)
    whole = Tab("DS")
    whole.titles(left.width, "DANH SÁCH CÁN BỘ", AS_OF_LINE, "")
    offset = len(whole.rows)
    whole.rows += left.rows
    whole.merges += [(top + offset, first, bottom + offset, last) for top, first, bottom, last in left.merges]
    return Case(
        "tables-beside.xlsx",
        "two tables side by side, a blank column between",
        workbook(whole),
        people,
        fields_of(left),
    )


def _no_roster() -> Case:
    tab = Tab("Tổng hợp")
    tab.lines(
        ("BÁO CÁO TỔNG HỢP NĂM 2020",),
        (),
        ("TT", "Nội dung", "Số lượng", "Tỷ lệ"),
        (1, "Kế hoạch đã giao", 12, "100 %"),
        (2, "Kế hoạch đã làm", 10, "83,3 %"),
    )
    return Case(
        "no-roster.xlsx",
        "a workbook of a summary and an empty sheet: no roster",
        workbook(tab, Tab("Sheet2")),
        error="NoRosterError",
    )


def _only_header() -> Case:
    tab = listed(everything(), [], *HEAD)
    return Case("only-a-header.xlsx", "a form that nobody has filled", workbook(tab), error="NoPeopleError")


def _hidden_rows_and_columns() -> Case:
    people = staff("hd", MARKET)
    tab = listed(everything(), people, *HEAD)
    tab.hidden_rows, tab.hidden_columns = {9, 10, 17}, {4, 8}
    shows = "three rows of people and the columns of sex and Party hidden: read and told"
    return Case(
        "hidden-rows-columns.xlsx",
        shows,
        workbook(tab),
        people,
        fields_of(tab),
        {"rows-hidden": 1, "columns-hidden": 2},
    )


def _hidden_sheet() -> Case:
    people = staff("hs", MARKET)
    tabs = [
        listed(everything(), people[:18], *HEAD, name="DS 1"),
        listed(everything(), people[18:], *HEAD, name="DS 2"),
    ]
    tabs[1].hidden = True
    return Case(
        "hidden-sheet.xlsx",
        "a second sheet of people, hidden: read and told",
        workbook(*tabs),
        people,
        fields_of(*tabs),
        {"sheet-hidden": 1},
    )


def _formulas() -> Case:
    people = staff("fo", COMMUNES)

    def formula(person: Person) -> Cell:
        return Formula('="Nam"') if person.sex is None else c.SEXES[person.sex]

    lacking = [at for at, one in enumerate(people) if one.role is None][:3]
    from .people import but
    from .tab import Column

    people = [but(one, sex=None) if at in lacking else one for at, one in enumerate(people)]
    columns = [one if one.field != "sex" else Column(one.path, formula, "sex") for one in everything()]
    tab = listed(columns, people, "DANH SÁCH CÁN BỘ XÃ", AS_OF_LINE)
    shows = "three cells of sex are formulas that nothing has computed: not known, and told"
    return Case(
        "formulas-not-computed.xlsx",
        shows,
        workbook(tab),
        people,
        fields_of(tab),
        {"formula-not-computed": 1, "sex-missing": 3},
    )


def _totals_agree() -> Case:
    people, columns, tab = staff("ta", MARKET), everything(), Tab("DS")
    tab.titles(len(columns), *HEAD, "")
    tab.header(columns)
    for members in by_unit(people).values():
        tab.people(columns, members)
        tab.line(None, f"Cộng: {len(members)} người")
    tab.line(None, f"Tổng số: {len(people)} đồng chí, trong đó nữ: {women(people)}")
    return Case(
        "totals-agree.xlsx",
        "a subtotal after each unit and a total, all of which agree",
        workbook(tab),
        people,
        fields_of(tab),
    )


def _total_differs() -> Case:
    people, columns, tab = staff("td2", MARKET), everything(), Tab("DS")
    tab.titles(len(columns), *HEAD, "")
    tab.table(columns, people)
    tab.line("Tổng cộng", None, None, len(people) + 2)
    return Case(
        "total-differs.xlsx",
        "a total that says two more than are listed",
        workbook(tab),
        people,
        fields_of(tab),
        {"control-total-differs": 1},
    )


def _column_numbers() -> Case:
    people, tabs = staff("cn", MINISTRY), []
    columns = everything()
    width = len(columns)
    ways: tuple[list[Cell], ...] = (
        list(range(1, width + 1)),
        ["A", "B", *range(1, width - 1)],
        [f"({at})" for at in range(1, width + 1)],
        ["1", "2", "3", "4", "5=3+4", *map(str, range(6, width + 1))],
    )
    for at, numbers in enumerate(ways):
        tab = Tab(f"DS {at + 1}")
        tab.titles(width, *HEAD, "")
        tab.header(columns)
        tab.line(*numbers)
        tab.people(columns, people[at * 7 : (at + 1) * 7] if at < 3 else people[21:])
        tabs.append(tab)
    shows = "column numbers below the header: 1 2 3, A B 1 2, (1) (2), 5=3+4"
    return Case("column-numbers.xlsx", shows, workbook(*tabs), people, fields_of(*tabs))


def _notes_and_signatures() -> Case:
    people, columns, tab = staff("ns", MARKET), everything(), Tab("DS")
    tab.titles(len(columns), *HEAD, "")
    tab.table(columns, people)
    tab.line(None, f"Tổng cộng: {len(people)} người")
    tab.lines(
        (), ("Ghi chú:",), ("- Danh sách không gồm lao động hợp đồng.",), ("(*) Đang đi học.",), (),
        (None, None, None, None, None, None, None, "An Hòa, ngày 05 tháng 01 năm 2021"),
        (None, "NGƯỜI LẬP BIỂU", None, None, None, None, None, "KT. CỤC TRƯỞNG"), (None, "(Ký, ghi rõ họ tên)", None, None, None, None,
        None, "PHÓ CỤC TRƯỞNG"), (), (),
        (None, "Nguyễn Thị Mẫu", None, None, None, None, None, "Trần Văn Mẫu"), ("Nơi nhận:",), ("- Như trên;",), ("- Lưu: VT.",),
    )  # fmt: skip
    return Case(
        "notes-and-signatures.xlsx",
        "footnotes, place and day, two signatures, Nơi nhận",
        workbook(tab),
        people,
        fields_of(tab),
    )


def _repeated_headers() -> Case:
    people, tab = staff("rh", MARKET), Tab()
    columns: list[Column] = [
        c.number(),
        c.name(),
        *c.birth_by_sex("Ngày sinh"),
        c.title(),
        c.unit(),
        c.party("Ngày vào Đảng", "Dự bị"),
        c.official("Ngày vào Đảng", "Chính thức"),
    ]
    for start in range(0, len(people), 8):
        tab.header(columns)
        tab.people(columns, people[start : start + 8], start + 1)
    return Case(
        "repeated-headers.csv",
        "a header of two rows on every printed page; no day told",
        delimited(tab),
        people,
        fields_of(tab),
        as_of=AS_OF,
    )
