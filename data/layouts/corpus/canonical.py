"""The layouts L1, L2, L3, L6 and L7, their headers word for word; L4 and L5 stand in `forces`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maker.dates import unpadded

from . import columns as c
from .files import delimited, workbook
from .people import AS_OF, but, staff
from .rosters import COMMUNES, MARKET, MINISTRY, by_unit
from .tab import Column, Formula, Tab
from .truth import Case, fields_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .people import Person, Unit
    from .tab import Cell

TIEN_SI = {"doctorate": "Tiến sĩ", "master": "Thạc sĩ"}


def cases() -> Iterator[Case]:
    """The layouts of civil rosters, and what varies on them."""
    yield _l1()
    yield _l1_candidates()
    yield _l2()
    yield _l3()
    yield _l3_input()
    yield _l6()
    yield _l7()


def _l1_columns() -> list[Column]:
    learned = {"doctorate": "Tiến sĩ Luật", "master": "Thạc sĩ Luật học"}
    studied = {code: f"{word} Luật" for code, word in c.DEGREES.items()} | {
        "doctorate": "Đại học Luật",
        "master": "Đại học Luật",
    }
    return [
        c.number("TT"), c.name(), c.birth("Ngày, tháng, năm sinh", write=unpadded), c.sex(), c.said(None, "Quốc tịch", text="Việt Nam"),
        c.ethnicity(), c.said("religion", "Tôn giáo", text="Không"), c.said(None, "Quê quán", text="xã An Phú, tỉnh An Hòa"),
        c.said(None, "Nơi ở hiện nay", text="phường 1, tỉnh An Hòa"), c.said("general_education", "Trình độ", "Giáo dục phổ thông",
        text="12/12"),
        c.education("Trình độ", "Chuyên môn, nghiệp vụ", words=studied), c.education("Trình độ", "Học hàm, học vị", words=learned),
        c.theory("Trình độ", "Lý luận chính trị"), c.said("languages", "Trình độ", "Ngoại ngữ", text="Tiếng Anh B1"),
        c.title("Nghề nghiệp, chức vụ"), c.unit("Nơi công tác"), c.party("Ngày vào Đảng (nếu có)", write=unpadded),
        c.said(None, "Đại biểu QH (nếu có)"), c.said(None, "Đại biểu HĐND (nếu có)", text="Cấp tỉnh"),
    ]  # fmt: skip


def _l1() -> Case:
    people, columns = staff("l1", MINISTRY | COMMUNES), _l1_columns()
    tab = Tab("Danh sách")
    tab.titles(
        len(columns), "DANH SÁCH CHÍNH THỨC", "những người trúng cử đại biểu (Tính đến ngày 31/12/2020)",
        "Kèm theo Nghị quyết số 232/NQ-HĐBC ngày 21/3/2020",
    )  # fmt: skip
    for at, start in enumerate(range(0, len(people), 18), 1):
        tab.wide(f"Đơn vị bầu cử số {at}", len(columns))
        tab.table(columns, people[start : start + 18])
    shows = "L1: two header rows with merges, repeated under a title for each constituency, numbering that restarts"
    return Case("l1-deputies.xlsx", shows, workbook(tab), people, fields_of(tab))


def _l1_candidates() -> Case:
    people = [but(one, administration=None) for one in staff("l1c", MINISTRY)]
    columns = [
        c.name("fullName"), c.birth("dateOfBirth", write=unpadded), c.sex("gender"), c.said(None, "nationality", text="Việt Nam"),
        c.ethnicity("ethnicity"), c.said("religion", "religion", text="Không"), c.said(None, "hometown", text="tỉnh An Hòa"),
        c.said(None, "currentResidence", text="tỉnh An Hòa"), c.said(None, "generalEducation", text="12/12"),
        c.said("languages", "foreignLanguage", text="Anh"), c.education("academicTitle", words=TIEN_SI),
        c.theory("politicalTheoryLevel"), c.said(None, "professionalExpertise", text="Luật"), c.title("currentPosition"),
        c.unit("workplace"), c.party("partyJoiningDate", write=unpadded, no="Đóng"), c.said(None, "nationalAssemblyDeputy"),
        c.said(None, "sourceUrl", text="https://example.org/1"), c.said(None, "province", text="An Hòa"),
    ]  # fmt: skip
    people = [one if one.education in TIEN_SI else but(one, education=None) for one in people]
    tab = Tab()
    tab.table(columns, people)
    shows = "L1 as a file of candidates: camelCase headers, the button text “Đóng” for those outside the Party"
    return Case("l1-candidates-camel-case.csv", shows, delimited(tab), people, fields_of(tab), as_of=AS_OF)


def _l2() -> Case:
    people = [but(one, education=None) if one.education == "elementary" else one for one in staff("l2", MARKET)]
    degrees = {code: word for code, word in c.DEGREES.items() if code != "elementary"}
    cv = {
        "senior-specialist": "CV cao cấp",
        "principal-specialist": "CV chính",
        "specialist": "Chuyên viên",
        "officer": "Cán sự",
    }
    columns = [
        c.number(), c.name(), *c.birth_by_sex("Ngày, tháng, năm sinh"), c.said(None, "Số CMND", text="000000123"), c.said(None,
        "Số sổ BHYT", text="0"),
        c.title("Chức vụ/Chức danh"), c.unit("Đơn vị công tác"), c.ethnicity(), c.said("religion", "Tôn giáo", text="Không"),
        c.said(None, "Quê quán", text="tỉnh An Hòa"), c.hired("Ngày tháng năm được tuyển dụng"),
        c.said(None, "Ngày vào biên chế chính thức (Ngày hưởng ngạch)", text="01/07/2019"), c.said(None, "Ngày tháng năm vào đơn vị",
        text="01/07/2019"),
        c.party("Ngày vào Đảng", "Dự bị"), c.official("Ngày vào Đảng", "Chính thức"), c.said("general_education", "Trình độ văn hóa",
        text="12/12"),
        *c.one_hot(("Trình độ chuyên môn",), "education", "education", degrees),
        Column(("Trình độ chuyên môn", "Còn lại"), lambda p: None if p.education else "x"), c.said(None, "Chuyên ngành đào tạo",
        text="Luật"),
        *c.one_hot(("Trình độ lý luận chính trị",), "political_theory", "theory", c.THEORIES),
        *c.one_hot(("Trình độ QLNN",), "administration_level", "administration", cv), c.said("languages", "Trình độ ngoại ngữ",
        text="Anh B"),
        c.said("it_skills", "Trình độ tin học", text="A"), c.said("grade", "Lương hiện hưởng", "Mã ngạch", text="01.003"),
        c.said(None, "Lương hiện hưởng", "Bậc", text="3"), c.said(None, "Lương hiện hưởng", "Hệ số", text="3,00"),
        c.said(None, "Lương hiện hưởng", "Thời điểm hưởng", text="01/01/2020"), c.said(None, "Ghi chú"),
    ]  # fmt: skip
    tab = Tab("DS")
    tab.titles(len(columns), "THÀNH ĐOÀN THÀNH PHỐ AN HÒA", "TRƯỜNG ĐOÀN", "DANH SÁCH LÝ LỊCH TRÍCH NGANG", "")
    tab.header(columns)
    tab.line(*range(1, len(columns) + 1))
    tab.people(columns, people)
    tab.line()
    right = len(columns) - 6
    tab.line(None, None, "NGƯỜI LẬP BIỂU", *[None] * (right - 3), "…, ngày …, tháng …, năm…")
    tab.line(None, None, "(Ghi rõ họ tên)", *[None] * (right - 3), "THỦ TRƯỞNG ĐƠN VỊ")
    tab.line(*[None] * right, "(Ký tên, đóng dấu, ghi rõ họ tên)")
    shows = "L2: header on rows 5 and 6, column numbers on row 7, birth under Nam | Nữ, three one-hot groups, signatures; no day told"
    return Case("l2-ly-lich-trich-ngang.xlsx", shows, workbook(tab), people, fields_of(tab), as_of=AS_OF)


CUSTOMS: dict[Unit, int] = {("Văn phòng Cục",): 6, ("Phòng Nghiệp vụ",): 7, ("Chi cục Hải quan Cửa khẩu An Hòa",): 10}
EXECUTIVE = {"senior-specialist": "CVCC", "principal-specialist": "CVC", "specialist": "CV", "officer": "CS"}


def _customs(seed: str) -> list[Person]:
    found = staff(seed, CUSTOMS)
    return [but(one, title="P. chánh VP ") if one.title == "Phó Chánh Văn phòng" else one for one in found]


def _l3() -> Case:
    people = _customs("l3")
    columns = [
        c.number("TT"), c.name(), Column(("Họ",), lambda p: p.surname), Column(("Tên",), lambda p: p.given),
        *c.birth_by_sex("Ngày tháng \nnăm sinh", write=c.real), c.title(), c.unit(), c.said(None, "Ngạch Công chức thừa hành", text="x"),
        c.said("grade", "Ngạch", text="Kiểm tra viên"), c.said(None, "Mốc tính thâm niên", text="01/2010"),
        c.said(None, "Thời gian công tác tại đơn vị hiện tại", text="5 năm"), c.said(None, "Trình độ đào tạo", "Ngành \nđào tạo",
        text="Kinh tế"),
        c.said(None, "Trình độ đào tạo", "Trường \nđào tạo", text="ĐH Kinh tế"), c.education("Trình độ đào tạo", "Trình độ"),
        c.said(None, "Trình độ đào tạo", "Hệ \nđào tạo ", text="Chính quy"), c.administration("QLNN", words=EXECUTIVE),
        c.theory("Lý luận\n Chính trị"), c.party_mark(mark="X"), c.said(None, "Bậc", text="2"), c.said(None, "Hệ số lương", text="2,67"),
        c.said(None, "Thời gian xếp", text="01/2019"), c.said(None, "Thời gian dự kiến nâng lương", text="01/2022"), c.said(None,
        "Thâm niên vượt khung"),
        Column(("Số hiệu Công chức thừa hành",), lambda p: p.number), c.said(None, "Số điện thoại", text="0000000000"),
    ]  # fmt: skip
    tab = Tab("Export")
    tab.titles(
        len(columns), "TỔNG CỤC HẢI QUAN", "CỤC HẢI QUAN AN HÒA", "DANH SÁCH CÔNG CHỨC (tính đến ngày 31/12/2020)", ""
    )
    tab.header(columns, depth=3)
    tab.people(columns, people)
    tab.lines((), ())
    tab.line("BẢNG LƯƠNG THÁNG 12")
    tab.line("TT", "Họ và tên", "Mã ngạch", "Bậc", "Hệ số lương", "Phụ cấp", "Thực lĩnh")
    for at, one in enumerate(people, 1):
        tab.line(at, one.name, "08.051", 2, 2.67, 0.5, 4_500_000)
    shows = "L3, export: three header rows, real dates under Nam | Nữ, Họ and Tên beside the name, a salary table below"
    notices = {"table-without-roster": 1}
    return Case("l3-customs-export.xlsx", shows, workbook(tab, Tab("Sheet2")), people, fields_of(tab), notices)


def _l3_input() -> Case:
    people = _customs("l3i")
    columns = [
        c.number("TT"), c.name(), Column(("Họ",), lambda p: Formula('IF(B5="","",LEFT(B5,5))', p.surname)),
        Column(("Tên",), lambda p: Formula("RIGHT(B5,4)", p.given)), c.birth("Ngày tháng \nnăm sinh", write=c.real), c.sex(), c.title(),
        c.unit(),
        Column(("Quy hoạch",), lambda p: "Đội trưởng thuộc CC" if p.role == "deputy" else None, "planned_position"),
        c.education("Trình độ đào tạo"), c.administration("QLNN", words=EXECUTIVE), c.theory("Lý luận\n Chính trị"), c.party_mark(mark="X"),
    ]  # fmt: skip
    columns = [
        Column(one.path, _as_formula(one), one.field) if one.path in (("Họ",), ("Tên",)) else one for one in columns
    ]
    tab = Tab("Nhap lieu")
    tab.titles(len(columns), "CỤC HẢI QUAN AN HÒA", "DANH SÁCH CÔNG CHỨC (tính đến ngày 31/12/2020)", "")
    tab.table(columns, people)
    shows = "L3, input: Giới tính in words, a title that is only planned for, formulas with their values"
    return Case("l3-customs-input.xlsx", shows, workbook(tab), people, fields_of(tab))


def _as_formula(column: Column) -> Callable[[Person], Cell]:
    """The column's formulas, as a spreadsheet writes them."""

    def value(person: Person) -> Cell:
        found = column.value(person)
        assert isinstance(found, Formula)
        return Formula(f"={found.text}", found.computed)

    return value


def _l6() -> Case:
    people = staff(
        "l6", {("Phòng Khách hàng doanh nghiệp",): 9, ("Phòng Kế toán",): 8, ("Phòng Giao dịch số 1",): 7}, women=0.6
    )
    columns = [
        c.name("Đơn vị/Phòng ban/Họ tên"), c.staff_id("Mã CB"), c.birth("Ngày sinh"), c.sex(), c.ethnicity(), c.said(None, "Tôn giáo",
        text="Không"),
        c.theory("Trình độ chính trị"), c.title("Chức danh/Chuyên môn đảm nhận"), c.said(None, "Ngày tiếp nhận", text="01/01/2012"),
        c.hired("Ngày tuyển dụng"), c.appointed("Ngày Bổ nhiệm/Bổ nhiệm lại"), c.official("Ngày vào đảng chính thức"), c.said(None,
        "Số thẻ đảng"),
        c.education("Trình độ"), c.said(None, "Hệ đào tạo", text="Chính quy"), c.said(None, "Chuyên ngành đào tạo", text="Tài chính"),
        c.said(None, "Năm tốt nghiệp", text="2005"), c.said("grade", "Ngạch lương", text="A1"), c.said(None, "Bậc lương", text="4"),
        c.said(None, "Hệ số lương/Tiền lương", text="3,33"),
    ]  # fmt: skip
    people = [but(one, party=one.party if one.official else None) for one in people]
    tab = Tab("Sao kê")
    tab.titles(len(columns), "NGÂN HÀNG AN HÒA", "SAO KÊ DANH SÁCH CÁN BỘ", "(Tính đến ngày 31/12/2020)", "")
    tab.header(columns)
    tab.line("CHI NHÁNH AN HÒA")
    for unit, members in by_unit(people).items():
        tab.line(unit[-1])
        tab.people(columns, members)
    shows = "L6: rows of units and departments in the name column, told from people by nothing but their empty cells"
    return Case("l6-bank.xlsx", shows, workbook(tab), people, fields_of(tab), units=True)


def _l7() -> Case:
    people = staff("l7", MINISTRY)
    columns = [
        c.number("TT"), c.name("Họ và tên khai sinh"), c.sex("Nam, nữ"), c.said(None, "Tên gọi khác"),
        Column(("Cấp ủy hiện tại",), lambda p: "Chi ủy viên" if p.role == "head" else None, "party_position"), c.said(None, "Cấp ủy kiêm"),
        c.title("Chức vụ (Đảng, đoàn thể, chính quyền, kể cả kiêm nhiệm)"), c.said(None, "Phụ cấp chức vụ", text="0,5"),
        c.birth("Sinh ngày"),
        c.said(None, "Nơi sinh", text="An Hòa"), c.said(None, "Quê quán", text="An Hòa"), c.said(None, "Nơi ở", text="An Hòa"),
        c.ethnicity(),
        c.said(None, "Tôn giáo", text="Không"), c.said(None, "Thành phần gia đình", text="Viên chức"),
        c.said(None, "Nghề nghiệp trước tuyển dụng", text="Sinh viên"), c.hired("Ngày được tuyển dụng"),
        c.said(None, "Ngày vào cơ quan hiện nay", text="01/01/2015"), c.said(None, "Ngày tham gia cách mạng"), c.party("Ngày vào Đảng"),
        c.official("Ngày chính thức"), c.said(None, "Ngày tham gia tổ chức chính trị - xã hội"), c.said(None, "Ngày nhập ngũ"),
        c.said(None, "Ngày xuất ngũ"),
        c.said(None, "Quân hàm cao nhất"), c.said(None, "Giáo dục phổ thông", text="12/12"), c.education("Học hàm, học vị cao nhất"),
        c.theory("Lý luận chính trị"), c.said(None, "Ngoại ngữ", text="Anh B"), c.said(None, "Công tác chính", text="Quản lý"),
        c.said(None, "Ngạch công chức (mã số)", text="01.003"), c.said(None, "Bậc", text="3"), c.said(None, "Hệ số", text="3,00"),
        c.said(None, "Danh hiệu"),
        c.said(None, "Sở trường", text="Tổng hợp"), c.said(None, "Khen thưởng"), c.said(None, "Kỷ luật"), c.said(None, "Sức khỏe",
        text="Tốt"),
        c.said(None, "Số CMND", text="000000123"), c.said(None, "Thương binh"),
    ]  # fmt: skip
    tab = Tab("2C")
    tab.titles(len(columns), "DANH SÁCH TRÍCH NGANG THEO MẪU 2C/TCTW-98", "(Tính đến ngày 31/12/2020)", "")
    tab.table(columns, people)
    shows = "L7: the items of Mẫu 2C as the columns of a list"
    return Case("l7-mau-2c.xlsx", shows, workbook(tab), people, fields_of(tab))
