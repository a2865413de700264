"""Header shapes, the ways of telling sex, Party and levels by place or mark, and columns that hold more than one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maker.dates import padded

from . import columns as c
from .files import delimited, workbook
from .people import AS_OF, but, staff
from .rosters import ARMY, AS_OF_LINE, COMMUNES, MARKET, MINISTRY, POLICE, everything, simple
from .tab import Column, Tab
from .truth import Case, also, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def cases() -> Iterator[Case]:
    """Every header shape and every way of telling by place or mark."""
    yield simple("plain.xlsx", "one header row, a column for each field", everything(), staff("plain", MARKET))
    yield _titles_seven()
    yield _no_titles()
    yield _header_three_rows()
    yield _header_four_rows()
    yield _birth_by_sex()
    yield _year_by_sex()
    yield _mark_of_women()
    yield _mark_phu_nu()
    yield _marks_of_both()
    yield _one_hot()
    yield _party_dates()
    yield _title_and_day()
    yield _birth_and_rank()
    yield _title_and_unit()
    yield _name_apart()
    yield _english()
    yield _unaccented()


def _titles_seven() -> Case:
    people, columns = staff("t7", MARKET), everything()
    tab = Tab("Danh sách")
    tab.titles(
        len(columns), "BỘ CÔNG THƯƠNG", "TỔNG CỤC QUẢN LÝ THỊ TRƯỜNG", "CỤC QUẢN LÝ THỊ TRƯỜNG TỈNH AN HÒA",
        "DANH SÁCH CÁN BỘ, CÔNG CHỨC, NGƯỜI LAO ĐỘNG",
        "Năm 2020", AS_OF_LINE, "(Kèm theo Báo cáo số 12/BC-QLTT ngày 5 tháng 1 năm 2021)", "", "Đơn vị tính: người", "",
    )  # fmt: skip
    tab.table(columns, people)
    return Case(
        "titles-seven.xlsx",
        "seven title rows, a blank one, and one more that begins like a header word",
        workbook(tab),
        people,
        fields_of(tab),
    )


def _no_titles() -> Case:
    people, tab = staff("t0", COMMUNES), Tab()
    tab.table(everything(), people)
    return Case(
        "titles-none-2020.csv",
        "a header on the first row; the year stands in the file's name",
        delimited(tab),
        people,
        fields_of(tab),
    )


def _header_three_rows() -> Case:
    people = staff("h3", MARKET)
    columns = [
        c.number("TT"), c.name(), c.birth("Ngày tháng năm sinh"), c.sex(), c.ethnicity(), c.title("Chức vụ"), c.unit("Đơn vị công tác"),
        c.education("Trình độ", "Chuyên môn", "Trình độ chuyên môn"), c.said(None, "Trình độ", "Chuyên môn", "Chuyên ngành", text="Luật"),
        c.theory("Trình độ", "Lý luận chính trị"), c.administration("Trình độ", "Quản lý nhà nước"),
        c.party("Đảng", "Ngày vào Đảng", "Dự bị"), c.official("Đảng", "Ngày vào Đảng", "Chính thức"),
    ]  # fmt: skip
    return simple("header-three-rows.xlsx", "three header rows, merged across and down", columns, people)


def _header_four_rows() -> Case:
    people = staff("h4", MARKET)
    top, levels = "THÔNG TIN CÁ NHÂN", ("TRÌNH ĐỘ ĐÀO TẠO, BỒI DƯỠNG",)
    columns = [
        c.number("Số TT"), c.name(top, "Họ và tên"), *c.birth_by_sex(top, "Ngày, tháng, năm sinh", write=padded), c.ethnicity(top,
        "Dân tộc"),
        c.title("CÔNG TÁC", "Chức vụ"), c.unit("CÔNG TÁC", "Đơn vị"), c.party("CÔNG TÁC", "Ngày vào Đảng"),
        *c.one_hot((*levels, "Văn bằng", "Trình độ chuyên môn"), "education", "education", c.DEGREES),
        *c.one_hot((*levels, "Văn bằng", "Lý luận chính trị"), "political_theory", "theory", c.THEORIES),
    ]  # fmt: skip
    return simple(
        "header-four-rows.xlsx", "four header rows: groups, sub-groups, and marks under them", columns, people
    )


def _birth_by_sex() -> Case:
    people, tab = staff("bs", COMMUNES), Tab()
    columns = [c.number(), c.name(), *c.birth_by_sex("Ngày sinh"), c.title(), c.unit(), c.party()]
    tab.lines(("DANH SÁCH CÁN BỘ XÃ",), (AS_OF_LINE,))
    tab.table(columns, people)
    return Case(
        "birth-under-nam-nu.csv",
        "the birth date under Nam or Nữ, in a file without merges",
        delimited(tab),
        people,
        fields_of(tab),
    )


def _year_by_sex() -> Case:
    people = staff("ys", POLICE)
    columns = [
        c.number(),
        c.name(),
        *c.birth_by_sex("Năm sinh", write=c.year),
        c.rank("Cấp bậc"),
        c.title(),
        c.unit(),
        c.party(),
    ]
    found = simple("year-under-nam-nu.xlsx", "the year of birth, a number, under Nam or Nữ", columns, people)
    found.birth, found.notices = "year", {"date-precision": 1}
    return found


def _mark_of_women() -> Case:
    columns = [c.number(), c.name(), c.birth(), c.sex_mark("Nữ"), c.title(), c.unit(), c.party_mark(), c.ethnicity()]
    return simple("mark-nu.xlsx", "a mark x in a column Nữ, another for Party members", columns, staff("mn", MARKET))


def _mark_phu_nu() -> Case:
    people, tab = staff("mp", COMMUNES), Tab()
    minority = Column(("Dân tộc ít người",), lambda p: "1" if p.minority else None, "ethnicity")
    columns = [
        c.number("TT"),
        c.name("Họ và tên"),
        c.sex_mark("Phụ nữ", mark="1"),
        minority,
        c.birth("Năm sinh", write=c.year),
        c.title(),
        c.unit("Đơn vị"),
        c.party_mark(mark="1"),
    ]
    tab.lines(("DANH SÁCH CÁN BỘ, CÔNG CHỨC XÃ NĂM 2020",), ())
    tab.table(columns, people)
    notices = {"date-precision": 1}
    shows = "marks 1 under Phụ nữ, Dân tộc ít người and Đảng viên; years of birth"
    return Case("mark-phu-nu.csv", shows, delimited(tab), people, fields_of(tab), notices, birth="year")


def _marks_of_both() -> Case:
    people = staff("mb", MINISTRY)
    columns = [
        c.number(), c.name(), Column(("Giới tính", "Nam"), lambda p: "x" if p.sex == "M" else None, "sex"),
        Column(("Giới tính", "Nữ"), lambda p: "x" if p.sex == "F" else None, "sex"), c.birth("Ngày, tháng, năm sinh"), c.title(), c.unit(),
    ]  # fmt: skip
    return simple("marks-nam-nu.xlsx", "marks under Giới tính › Nam and Nữ", columns, people)


def _one_hot() -> Case:
    columns = [
        c.number(), c.name(), c.birth(), c.sex(), c.title(), c.unit(), c.party(),
        *c.one_hot(("Trình độ chuyên môn",), "education", "education", c.DEGREES),
        *c.one_hot(("Trình độ lý luận chính trị",), "political_theory", "theory", c.THEORIES, mark="X"),
        *c.one_hot(("Quản lý nhà nước",), "administration_level", "administration", c.ADMINISTRATIONS, mark="1"),
    ]  # fmt: skip
    return simple(
        "one-hot.xlsx",
        "x, X and 1 under merged parents for education, political theory and state administration",
        columns,
        staff("oh", MARKET),
    )


def _party_dates() -> Case:
    columns = [
        c.number(), c.name(), c.birth(), c.sex(), c.title(), c.unit(), c.party("Ngày vào Đảng", "Ngày kết nạp"),
        c.official("Ngày vào Đảng", "Ngày chính thức"),
        c.hired(), c.appointed(),
    ]  # fmt: skip
    return simple(
        "party-two-dates.xlsx",
        "admission and official membership under one merged header",
        columns,
        staff("pd", MARKET),
    )


def _title_and_day() -> Case:
    title = Column(
        ("Chức vụ / Ngày nhận",),
        lambda p: f"{p.title} / {padded(p.appointed)}" if p.appointed else p.title,
        "position",
    )
    columns = [c.number(), c.name(), c.birth(), c.sex(), title, c.unit(), c.party()]
    found = simple(
        "composite-title-day.xlsx", "the office and the day of appointment in one cell", columns, staff("td", MARKET)
    )
    found.fields = also(found.fields, appointment_date="position")
    return found


def _birth_and_rank() -> Case:
    born = Column(("Ngày sinh / Cấp bậc",), lambda p: f"{padded(p.birth)} / {p.rank}", "birth_date")
    columns = [c.number(), c.name(), born, c.sex(), c.title(), c.unit(), c.party("Ngày vào Đảng / Ngày chính thức")]
    columns[-1] = Column(
        columns[-1].path,
        lambda p: " / ".join(map(padded, filter(None, (p.party, p.official)))),
        "party_admission_date",
    )
    found = simple(
        "composite-birth-rank.xlsx",
        "birth and rank in one cell, both Party dates in another",
        columns,
        staff("br", ARMY),
    )
    found.fields = also(found.fields, rank="birth_date", party_official_date="party_admission_date")
    return found


def _title_and_unit() -> Case:
    both = Column(("Chức vụ, đơn vị công tác",), lambda p: f"{p.title}, {p.unit[-1]}", "position")
    columns = [c.number(), c.name(), c.birth(), c.sex(), both, c.party(), c.ethnicity()]
    found = simple("title-and-unit.xlsx", "the office and the unit in one column", columns, staff("tu", MARKET))
    found.units = True
    return found


def _name_apart() -> Case:
    surname = Column(("Họ và tên đệm",), lambda p: p.surname, "full_name")
    given = Column(("Tên",), lambda p: p.given, "full_name")
    columns = [c.number(), surname, given, c.birth(), c.sex("Nam/Nữ"), c.title(), c.unit(), c.party()]
    return simple("name-apart.xlsx", "surname and given name in two columns", columns, staff("na", MARKET))


def _english() -> Case:
    words = {"F": "Female", "M": "Male"}
    degrees = {
        "doctorate": "PhD",
        "master": "Master",
        "bachelor": "Bachelor",
        "college": "College",
        "intermediate": "Vocational",
    }
    people = [but(p, education=None) if p.education == "elementary" else p for p in staff("en", {("Head Office",): 25})]
    columns = [
        c.staff_id("Staff ID"), c.name("Full name"), c.sex("Gender", words=words), c.birth("Date of birth",
        write=lambda d: f"{d:%Y-%m-%d}"),
        c.unit("Department"), c.title("Job title"), c.education("Highest degree", words=degrees), c.hired("Hire date",
        write=lambda d: f"{d:%Y-%m-%d}"),
        c.party_mark("Party member", mark="yes"),
    ]  # fmt: skip
    tab = Tab()
    tab.lines(("Staff list as of 2020-12-31",), ())
    tab.table(columns, people)
    return Case("english.csv", "English headers and words, days as 2020-12-31", delimited(tab), people, fields_of(tab))


def _unaccented() -> Case:
    people = [but(p, administration=None) for p in staff("un", MARKET)]
    columns = [
        c.number(), c.name("Ho va ten"), c.birth("Ngay sinh"), c.sex("Gioi tinh", words={"F": "Nu", "M": "Nam"}), c.title("Chuc vu"),
        c.unit("Don vi"),
        c.party("Ngay vao Dang"), c.ethnicity("Dan toc"), c.education("Trinh do chuyen mon"), c.theory("Ly luan chinh tri"),
    ]  # fmt: skip
    tab = Tab()
    tab.table(columns, people)
    return Case(
        "unaccented.csv",
        "headers typed without accents, Nu for Nữ; no day told",
        delimited(tab),
        people,
        fields_of(tab),
        as_of=AS_OF,
    )
