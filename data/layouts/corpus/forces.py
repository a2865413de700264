"""The layouts of police and army, L4 and L5, their headers word for word."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from maker.dates import padded, unpadded

from . import columns as c
from .files import workbook
from .people import AS_OF, but, staff
from .rosters import ARMY, POLICE
from .tab import Column, Tab
from .truth import Case, also, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .people import Person


def cases() -> Iterator[Case]:
    """L4, L5, and L5 with the sex."""
    yield _l4()
    yield _l5()
    yield _l5_with_sex()


def _l4() -> Case:
    rng = Random("l4")
    people = staff("l4", POLICE, women=0.3)
    lacking = set(rng.sample([one.number for one in people], 3))

    def born(person: Person) -> str:
        return "01/01/1800" if person.number in lacking else unpadded(person.birth)

    columns = [
        c.name(), Column(("Ngày,tháng, năm sinh",), born, "birth_date"), c.sex(), c.staff_id(), c.said(None, "Số CMND", text="000000123"),
        c.hired("Vào ngành", write=unpadded), c.party("Vào đảng", write=unpadded, no="01/01/1800"), c.said(None, "Quê quán", text="nan"),
        c.said(None, "Chổ ở hiện nay: Thôn ( Khu Phố)", text="Thôn 1"), c.said(None, "Xã (Phường)", text="xã Hòa An"),
        c.said(None, "Huyện (Thành Phố)", text="huyện Hòa"), c.said(None, "Tỉnh", text="An Hòa"), c.said(None, "Nhóm Máu", text="O"),
        c.education("Trình độ"), c.said("it_skills", "Tin học", text="A"), c.said("languages", "Ngoại Ngữ", text="nan"),
        Column(("Trình độ LLCT",), lambda p: c.THEORIES.get(p.theory or "", "nan"), "political_theory"), c.rank("Cấp bậc hàm"),
        c.said(None, "Loại hàm", text="Nghiệp vụ"), c.title(), c.unit("Vị trí công tác"), c.said(None, "Lực lượng", text="ANND"),
        c.said(None, "Quân trang", text="5"), c.said(None, "Giày", text="40"), c.said(None, "Mũ", text="57"), c.said(None, "Quần áo",
        text="5"),
        c.said(None, "Số tài khoản BIDV", text="000"), c.said(None, "Số Điện thoại", text="000"), c.said(None, "Khen thưởng", text="nan"),
        c.said(None, "Kỷ luật", text="nan"),
    ]  # fmt: skip
    tab = Tab()
    tab.table(columns, people)
    shows = "L4: one header row with its misspelling, 01/01/1800 and nan for nothing; no day told"
    birth = {"day": len(people) - 3, "missing": 3}
    return Case("l4-police.xlsx", shows, workbook(tab), people, fields_of(tab), as_of=AS_OF, birth=birth)


def _company(*, sexed: bool) -> tuple[list[Column], list[Person]]:
    people = staff("l5s" if sexed else "l5", ARMY, women=0.25 if sexed else 0.0)
    born = (
        "Ngày tháng năm sinh / Giới tính / Cấp bậc / Ngày nhận"
        if sexed
        else "Ngày tháng năm sinh / Cấp bậc / Ngày nhận"
    )

    def birth(p: Person) -> str:
        middle = f" / {c.SEXES[p.sex or '']}" if sexed else ""
        return f"{padded(p.birth)}{middle} / {p.rank} / 01/2019"

    columns = [
        c.number(), Column(("Họ và tên khai sinh / Họ và tên thường dùng",), lambda p: f"{p.name} / {p.name}", "full_name"),
        Column((born,), birth, "birth_date"), Column(("Chức vụ / Ngày nhận",), lambda p: f"{p.title} / 02/2019", "position"),
        Column(("Nhập ngũ / Xuất ngũ",), lambda p: f"{p.hired:%m/%Y} / ", "hire_date"),
        Column(("N. vào đoàn / N. vào đảng Chính thức",), lambda p: f"26/03/2000 / {padded(p.official) if p.official else ''}",
        "party_official_date"),
        Column(("Thành phần GĐ / Dân tộc / Tôn giáo",), lambda p: f"Nông dân / {p.ethnicity} / Không", "ethnicity"),
        c.said(None, "Văn hóa", text="12/12"), c.said(None, "Qua trường / Ngành học / Cấp học / Thời gian",
        text="Trường quân sự / Bộ binh / / 2018"),
        c.said(None, "Quê quán / Trú quán", text="An Hòa / An Hòa"), c.said(None, "Họ tên cha / mẹ / vợ",
        text="Nguyễn Văn X / Trần Thị Y / "),
        c.unit("Đơn vị đang làm nhiệm vụ"), c.said(None, "Ghi chú"),
    ]  # fmt: skip
    return columns, people


TITLE_L5 = "DANH SÁCH TRÍCH NGANG ĐẠI ĐỘI 5"


def _l5() -> Case:
    columns, people = _company(sexed=False)
    tab = Tab("Đại đội 5")
    tab.titles(len(columns), TITLE_L5, "")
    tab.table(columns, people)
    shows = "L5: composite cells joined with “ / ”, and no column that tells sex: refused, since sex is never guessed"
    return Case("l5-army-company.xlsx", shows, workbook(tab), error="NoSexColumnError")


def _l5_with_sex() -> Case:
    columns, people = _company(sexed=True)
    people = [but(one, party=one.party if one.official else None) for one in people]
    tab = Tab("Đại đội 5")
    tab.titles(len(columns), TITLE_L5, "")
    tab.table(columns, people)
    fields = also(fields_of(tab), sex="birth_date", rank="birth_date")
    shows = "L5 with Giới tính as a part of a composite column; of the Party dates only the official one is told"
    notices = {"date-precision": 2}
    return Case("l5-army-company-sex.xlsx", shows, workbook(tab), people, fields, notices, as_of=AS_OF)
