"""Days written in many ways, words for nothing, and dirt that means nothing."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import TYPE_CHECKING

from maker.dates import month_year, padded, serial, unpadded

from . import columns as c
from .files import delimited, workbook
from .people import but, staff
from .rosters import AS_OF_LINE, COMMUNES, HEAD, MARKET, listed
from .tab import Column, Tab
from .truth import Case, fields_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from .people import Person
    from .tab import Cell


def cases() -> Iterator[Case]:
    """Everything that is odd about a value and is to be read all the same."""
    yield _days_in_many_ways()
    yield _days_real_and_serial()
    yield _years_only()
    yield _stand_ins()
    yield _impossible()
    yield _unicode_dirt()
    yield _words_in_many_ways()


def _rows(columns: Sequence[Column], rows: Sequence[Person], name: str | None = None) -> Tab:
    return listed(columns, rows, *HEAD, name=name)


def _turns(*ways: Callable[[date], Cell]) -> Callable[[list[Person]], dict[str, Callable[[date], Cell]]]:
    return lambda people: {one.number: ways[at % len(ways)] for at, one in enumerate(people)}


def _days_in_many_ways() -> Case:
    ways = (
        padded, unpadded, lambda d: f"{d:%d-%m-%Y}", lambda d: f"{d:%d.%m.%Y}", lambda d: f"{d.day}/ {d.month}/ {d.year}",
        lambda d: f" {padded(d)} ",
        lambda d: f"ngày {d.day} tháng {d.month} năm {d.year}", lambda d: f"{d:%Y-%m-%d}", month_year, lambda d: str(d.year),
        lambda d: f"{d:%d-%m-%y}",
    )  # fmt: skip
    people = staff("w1", MARKET)
    turn = _turns(*ways)(people)
    columns = [
        c.number(),
        c.name(),
        Column(("Ngày sinh",), lambda p: turn[p.number](p.birth), "birth_date"),
        c.sex(),
        c.title(),
        c.unit(),
        c.party(),
    ]
    tab = _rows(columns, people)
    how = [ways.index(turn[one.number]) for one in people]
    birth = {"day": sum(at not in (8, 9) for at in how), "month": how.count(8), "year": how.count(9)}
    notices = {"date-precision": 1, "date-short-year": 1}
    return Case(
        "days-in-many-ways.xlsx",
        "eleven ways of writing a day as text",
        workbook(tab),
        people,
        fields_of(tab),
        notices,
        birth=birth,
    )


def _days_real_and_serial() -> Case:
    people = staff("w2", MARKET)
    turn = _turns(c.real, padded, c.real, serial)(people)
    columns = [
        c.number(),
        c.name(),
        Column(("Ngày sinh",), lambda p: turn[p.number](p.birth), "birth_date"),
        c.sex(),
        c.title(),
        c.unit(),
        c.party(write=c.real),
    ]
    tab = _rows(columns, people)
    return Case(
        "days-real-and-serial.xlsx",
        "real dates, text and day numbers in one column",
        workbook(tab),
        people,
        fields_of(tab),
        {"date-from-serial": 1},
    )


def _years_only() -> Case:
    people = staff("w3", COMMUNES)
    turn = _turns(c.year, lambda d: str(d.year))(people)
    columns = [
        c.number(), c.name(), Column(("Năm sinh",), lambda p: turn[p.number](p.birth), "birth_date"), c.sex(), c.title(), c.unit(),
        c.party("Vào Đảng", write=c.year), c.hired("Vào ngành", write=c.year),
    ]  # fmt: skip
    tab = listed(columns, people, "DANH SÁCH CÁN BỘ XÃ", AS_OF_LINE)
    return Case(
        "years-only.xlsx",
        "years alone, as numbers and as text",
        workbook(tab),
        people,
        fields_of(tab),
        {"date-precision": 3},
        birth="year",
    )


def _stand_ins() -> Case:
    nothing = ("-", "nan", "01/01/1800", "…", "", "Không", "Đóng", "...")
    people = staff("si", MARKET)
    turn = {one.number: nothing[at % len(nothing)] for at, one in enumerate(people)}
    party = Column(("Ngày vào Đảng",), lambda p: padded(p.party) if p.party else turn[p.number], "party_admission_date")
    lost = {
        one.number
        for one in people
        if one.role is None and one.party is None and turn[one.number] in ("-", "nan", "…", "")
    }
    people = [but(one, education=None, theory=None) if one.number in lost else one for one in people]

    def words(attribute: str, known: dict[str, str]) -> Callable[[Person], Cell]:
        return lambda p: turn[p.number] if p.number in lost else known.get(getattr(p, attribute) or "", "")

    columns = [
        c.number(), c.name(), c.birth(), c.sex(), c.title(), c.unit(), party, Column(("Trình độ chuyên môn",), words("education",
        c.DEGREES), "education"),
        Column(("Lý luận chính trị",), words("theory", c.THEORIES), "political_theory"),
    ]  # fmt: skip
    tab = Tab()
    tab.lines(("DANH SÁCH CÁN BỘ",), (AS_OF_LINE,))
    tab.table(columns, people)
    return Case(
        "stand-ins.csv",
        "words and signs for nothing: -, nan, 01/01/1800, …, Không, Đóng",
        delimited(tab),
        people,
        fields_of(tab),
    )


def _impossible() -> Case:
    people = staff("im", MARKET)
    births = {
        people[4].number: "31/02/1975",
        people[9].number: "45/13/1980",
        people[12].number: "15/06/2015",
        people[15].number: "12/08/1941",
    }
    joined = {people[18].number: "03/02/1950"}
    people = [but(one, sex=None) if at in (20, 21) else one for at, one in enumerate(people)]
    sexes = {people[20].number: None, people[21].number: "?!"}
    columns = [
        c.number(), c.name(), Column(("Ngày sinh",), lambda p: births.get(p.number) or padded(p.birth), "birth_date"),
        Column(("Giới tính",), lambda p: sexes[p.number] if p.number in sexes else c.SEXES[p.sex or ""], "sex"), c.title(), c.unit(),
        Column(("Ngày vào Đảng",), lambda p: joined.get(p.number) or (padded(p.party) if p.party else None), "party_admission_date"),
    ]  # fmt: skip
    tab = _rows(columns, people)
    people = [but(one, party=date(1950, 2, 3)) if one.number in joined else one for one in people]
    notices = {
        "date-impossible": 2,
        "age-impossible": 1,
        "age-striking": 1,
        "sex-missing": 1,
        "sex-unrecognised": 1,
        "party-before-birth": 1,
    }
    birth = {"day": len(people) - 3, "missing": 3}
    shows = "days that no calendar has, a child, a man of 79, a Party date before birth, a sex that is missing and one that is none"
    return Case("impossible-values.xlsx", shows, workbook(tab), people, fields_of(tab), notices, birth=birth)


def _unicode_dirt() -> Case:
    people = staff("ud", MARKET)
    ways: tuple[Callable[[str], str], ...] = (
        lambda t: unicodedata.normalize("NFD", t), lambda t: t.replace(" ", "\u00a0"), lambda t: t.replace(" ", "  ") + " ",
        lambda t: t[:1] + "\u200b" + t[1:], lambda t: t.upper(), lambda t: t,
    )  # fmt: skip

    def dirty(column: Column, shift: int) -> Column:
        def value(person: Person) -> Cell:
            cell, way = column.value(person), ways[(int(person.number) + shift) % len(ways)]
            return way(cell) if isinstance(cell, str) else cell

        return Column(column.path, value, column.field)

    columns = [
        c.number("STT "), dirty(c.name("Họ  và\u00a0tên"), 0), dirty(c.birth("Ngày,\ntháng,\nnăm sinh"), 4),
        dirty(c.sex(unicodedata.normalize("NFD", "Giới tính")), 1), dirty(c.title("Chức\u200b vụ"), 2),
        dirty(c.unit(" Đơn vị\n(công tác)"), 3),
        dirty(c.ethnicity("Dân  tộc"), 1), c.party("Ngày vào\nĐảng"),
    ]  # fmt: skip
    tab = _rows(columns, people)
    shows = "decomposed letters, blanks of other kinds, doubled blanks, line breaks and characters of no width, in headers and cells"
    return Case("unicode-dirt.xlsx", shows, workbook(tab), people, fields_of(tab))


def _words_in_many_ways() -> Case:
    people = staff("wm", MARKET)
    sexes = {"F": ("Nữ", "nữ", "NỮ ", "nu", "F"), "M": ("Nam", "nam", "NAM", " Nam", "M")}
    degrees = {
        "doctorate": ("TS", "Tiến sỹ", "Tiến sĩ Luật"), "master": ("ThS", "Thạc sỹ", "Đại học Luật; Thạc sĩ Kinh tế"), "bachelor": ("ĐH",
        "Cử nhân Luật", "Kỹ sư", "Đại học"),
        "college": ("CĐ", "Cao đẳng"), "intermediate": ("TC", "Trung cấp"), "elementary": ("Sơ cấp", "SC"),
    }  # fmt: skip
    theories = {
        "bachelor": ("CN", "Cử nhân"),
        "advanced": ("CC", "Cao cấp LLCT"),
        "intermediate": ("TC", "Trung cấp"),
        "elementary": ("SC", "Sơ cấp"),
    }
    grades = {
        "senior-specialist": ("CVCC",),
        "principal-specialist": ("CVC", "CV chính"),
        "specialist": ("CV", "Chuyên viên"),
        "officer": ("CS", "Cán sự"),
    }

    def some(known: Mapping[str, tuple[str, ...]], attribute: str) -> Callable[[Person], Cell]:
        def value(person: Person) -> Cell:
            listed = known.get(getattr(person, attribute) or "")
            return listed[int(person.number) % len(listed)] if listed else None

        return value

    columns = [
        c.number(), c.name(), c.birth(), Column(("GT",), some(sexes, "sex"), "sex"), c.title(), c.unit(), c.party(),
        Column(("TĐCM",), some(degrees, "education"), "education"), Column(("LLCT",), some(theories, "theory"), "political_theory"),
        Column(("QLNN",), some(grades, "administration"), "administration_level"),
    ]  # fmt: skip
    tab = _rows(columns, people)
    shows = "abbreviated headers; each word in several spellings, and a cell with two degrees"
    return Case("words-in-many-ways.xlsx", shows, workbook(tab), people, fields_of(tab))
