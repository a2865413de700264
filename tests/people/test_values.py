"""What rosters write in a cell, and what is read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from genderstats import compute
from genderstats.people.person import settle
from genderstats.reading.layout.headers import claim

if TYPE_CHECKING:
    from pathlib import Path

HEADERS = {
    "staff_id": ["Số hiệu CBCC", "Mã NV", "Số hiệu quân nhân"],
    "full_name": ["Đơn vị/Phòng ban/Họ tên"],
    "party_admission_date": ["N. vào đảng", "Ngày vào Đảng › Dự bị", "Vào đảng"],
    "party_official_date": ["N. vào đảng Chính thức", "Ngày vào Đảng › Chính thức", "Ngày công nhận chính thức"],
    "hire_date": ["Nhập ngũ", "Vào ngành", "Năm tuyển dụng", "Ngày vào cơ quan hiện nay"],
    "reappointment_date": ["Bổ nhiệm lại"],
    "planned_position": [
        "Quy hoạch giai đoạn 2021–2026",
        "Quy hoạch nhiệm kỳ 2025-2030",
        "Quy hoạch giai đoạn 2027 – 2032",
        "Quy hoạch › Giai đoạn 2031-2036",
        "QH NK 2025-2030",
        "Chức danh quy hoạch (nhiệm kỳ 2026-2031)",
        "Quy hoạch giai đoạn 2032-2037 › Chức danh",
        "quy hoach giai doan 2027-2032",
        "Planned position, term 2025–2030",
    ],
    "rotation_date": ["Ngày luân chuyển, điều động, biệt phái", "Luân chuyển, điều động › Ngày", "Rotation date"],
    "training_date": ["Thời gian đào tạo", "Năm đào tạo, bồi dưỡng", "Đào tạo, bồi dưỡng › Thời gian", "Training date"],
    "award_date": [
        "Ngày khen thưởng",
        "Năm khen thưởng",
        "Ngày quyết định khen thưởng",
        "Khen thưởng › Năm",
        "Award date",
    ],
    "award": ["Khen thưởng › Hình thức", "Khen thưởng"],
    "training": ["Đào tạo, bồi dưỡng", "Nội dung bồi dưỡng"],
    "appointment_date": ["Ngày Bổ nhiệm/Bổ nhiệm lại", "Ngày bổ nhiệm"],
    "committee": [
        "Đảng bộ",
        "Chi bộ",
        "Đảng bộ, chi bộ",
        "Tổ chức Đảng",
        "Tên cấp uỷ",
        "Sinh hoạt tại chi bộ",
        "Party organisation",
        "Party committee name",
    ],
    "party_position": ["Cấp ủy", "Cấp uỷ hiện tại", "Tham gia cấp ủy", "Party committee", "Chức vụ Đảng"],
    "academic_title": [
        "Học hàm",
        "Trình độ › Học hàm",
        "Chức danh khoa học",
        "Chức danh khoa học › GS",
        "Academic rank",
    ],
    "education": ["Học hàm, học vị", "academicTitle", "Học vị", "Học hàm, học vị cao nhất", "Trình độ CMNV"],
    "general_education": ["GDPT", "Trình độ văn hóa"],
    "rank": ["Cấp bậc hàm", "Loại hàm"],
    "grade": [
        "Ngạch, bậc lương › Mã số",
        "Mã số ngạch",
        "Lương hiện hưởng › Mã số",
        "Ngạch (mã số)",
        "Chức danh nghề nghiệp",
    ],
    "contract": ["Phân loại công tác"],
}


NO_FIELD = ["Cấp ủy nhiệm kỳ 2020–2025", "Giai đoạn 2021-2026", "Tham gia cấp ủy › Chi bộ", "Vợ › Đảng bộ", "Quy hoạch năm 2020",
            "Khen thưởng, kỷ luật", "Năm tốt nghiệp"]  # fmt: skip


@pytest.mark.parametrize("header", NO_FIELD)
def test_a_header_that_only_holds_a_known_word_claims_nothing(header: str) -> None:
    assert claim(tuple(header.split(" › "))) is None


@pytest.mark.parametrize(("field", "header"), [(field, header) for field in HEADERS for header in HEADERS[field]])
def test_a_header_of_a_real_form_is_known(field: str, header: str) -> None:
    claimed = claim(tuple(header.split(" › ")))
    assert claimed
    assert claimed.field == field


VALUES: dict[str, dict[str, list[str]]] = {
    "sex": {"F": ["Nữ", "NỮ", "Nu", "F", "nữ giới", "Female"], "M": ["Nam", "NAM", "M", "nam giới", "Male"]},
    "ethnicity": {
        "kinh": ["Kinh", "Kinh (Việt)", "Người Kinh"],
        "minority": ["Hoa", "Khơ-me", "Khmer", "H'Mông", "Mông", "Hmông", "M’nông", "M'Nông", "Ê Đê", "Êđê"],
    },
    "education": {
        "doctorate": ["Tiến sĩ", "Tiến sỹ", "TS", "T.S", "TS.", "TSKH", "PGS.TS", "GS.TS"],
        "master": ["Thạc sĩ", "Thạc sỹ", "ThS", "ThS.", "Th.S", "Ths. Luật", "Đại học Luật; Thạc sĩ Luật",
                   "Thạc sĩ, nghiên cứu sinh", "ThS (NCS)"],
        "specialist": [
            "CKI", "CKII", "CK I", "CK 2", "BSCKII", "BS. CK II", "BS CK cấp II", "Bác sĩ CK cấp I", "Bác sĩ chuyên khoa cấp II",
            "Bác sỹ chuyên khoa II", "DSCK1",
        ],
        "bachelor": ["Đại học", "ĐH", "Đ.H", "Cử nhân", "CN Luật", "Kỹ sư", "Bác sĩ", "Tốt nghiệp ĐH", "Đại học (học viên cao học)"],
        "college": ["Cao đẳng", "CĐ", "C.Đ", "CĐSP"],
        "intermediate": ["Trung cấp", "TC", "T.C", "Trung học", "TCCN", "THSP"],
        "elementary": ["Sơ cấp", "SC", "S.C"],
    },
    "academic_title": {
        "professor": ["GS", "GS.TS", "GS.TSKH", "Giáo sư; Tiến sĩ", "Giáo sư kinh tế, Tiến sĩ", "GSTS", "Prof."],
        "associate-professor": ["PGS", "PGS.TS", "PGS, TS", "PGS-TS", "P.GS", "Phó Giáo sư, Tiến sĩ", "Phó GS", "pho giao su",
                                "Associate Professor"],
        "none": ["Không", "Chưa có", "Tiến sĩ", "ThS", "Kỹ sư, cử nhân", "TS, ứng viên PGS", "Assistant Professor"],
    },
    "political_theory": {
        "bachelor": ["Cử nhân", "CN", "CN LLCT"],
        "advanced": ["Cao cấp", "CC", "C.C", "CC LLCT", "Cao cấp LLCT-HC", "Cao cấp LL"],
        "intermediate": ["Trung cấp", "TC", "TC LLCT", "Trung cấp LL"],
        "elementary": ["Sơ cấp", "SC", "Sơ cấp LLCT"],
        "none": ["Không", "Chưa", "Chưa có", "Không có", "Chưa qua đào tạo", "0"],
    },
    "administration_level": {
        "senior-specialist": ["CVCC", "CV cao cấp", "CVCC và TĐ", "Chuyên viên cao cấp và tương đương"],
        "principal-specialist": ["CVC", "CV chính", "Ngạch CVC", "QLNN ngạch chuyên viên chính", "Chứng chỉ bồi dưỡng ngạch CVC"],
        "specialist": ["CV", "Chuyên viên", "Bồi dưỡng ngạch chuyên viên", "QLNN chương trình CV"],
        "officer": ["CS", "Cán sự"],
    },
    "party_member": {
        "True": ["x", "X", "×", "✓", "✔", "ü", "þ", "v", "1", "có", "Dự bị", "Chính thức", "ĐV"],
        "False": ["Không", "0", "Chưa", "Chưa có", "Quần chúng", "Chưa vào Đảng"],
    },
    "birth_date": {
        "03/02/1980": [
            "3/2/1980", "03.02.1980", "3-2-1980", "3 / 2 / 1980", "03/02/ 1980", "03 02 1980", "3,2,1980",
            "ngày 3 tháng 2 năm 1980", "3 tháng 2, năm 1980",
            "Mùng 3 tháng 2 năm 1980", "03\u00a0tháng\u00a02\u00a0năm\u00a01980", "03\u00a0/\u00a002/1980", "1980-02-03",
            "1980-02-03 00:00:00", "1980-02-03T00:00:00", "3/2/1980 0:00",
            "'03/02/1980", "29254", "29254.0",
        ],
        "02/1980": ["02/1980", "2-1980", "tháng 2 năm 1980", "Tháng 2/1980", "x/2/1980", "00/02/1980"],
        "1980": ["1980", "1980.0", "năm 1980", "Sinh năm 1980", "x/x/1980", "…/…/1980", "../../1980", "00/00/1980"],
    },
    "salary_coefficient": {"3.33": ["3,33", "3.33", "3,33\u00a0"], "1081": ["1.081"],
                           "4.98": ["4,98 %", "4,98%"], "5000000": ["5.000.000", "5,000,000"]},
    "committee": {"Chi bộ Văn phòng": ["Chi bộ Văn phòng", " Chi  bộ Văn phòng"]},
    "religion": {"Không": ["Không"]},
    "position": {"Không rõ": ["Không rõ"]},
}  # fmt: skip
READ = [(field, value, cell) for field in VALUES for value, cells in VALUES[field].items() for cell in cells]


@pytest.mark.parametrize(("field", "value", "cell"), READ)
def test_a_cell_is_read_for_what_it_says(field: str, value: str, cell: str) -> None:
    person, reasons = settle({field: cell})
    assert (str(getattr(person, field)), reasons) == (value, frozenset())


NOTHING = [
    "-",
    "–",
    "…",
    "...",
    "nan",
    "N/A",
    "Đóng",
    "../../....",
    "…/…/…",
    "x/x/x",
    "__/__/____",
    "Không rõ",
    "CHƯA RÕ",
]
NO_DAY = [
    "01/01/1800",
    "1/1/1900",
    "01/01/1900 00:00:00",
    "00/01/1900",
    "1900",
    "00/00/0000",
    "xx/xx/xxxx",
    "Không",
    "Chưa có",
]


@pytest.mark.parametrize("cell", NOTHING)
@pytest.mark.parametrize("field", ["sex", "birth_date", "education", "salary_coefficient", "unit", "party_member"])
def test_a_stand_in_for_nothing_is_nothing_and_no_reason(field: str, cell: str) -> None:
    person, reasons = settle({field: cell})
    assert (getattr(person, field), reasons) == (None, frozenset())


@pytest.mark.parametrize("cell", NO_DAY)
def test_a_day_that_stands_for_none_is_none(cell: str) -> None:
    person, reasons = settle({"hire_date": cell})
    assert (person.hire_date, reasons) == (None, frozenset())


def noticed(found: Any) -> dict[str, list[str | None]]:
    told: dict[str, list[str | None]] = {}
    for one in found.gathering.notices:
        told.setdefault(one.reason.id, []).append(one.address.cell)
    return told


def figure(found: Any, indicator: str) -> tuple[int, int, int]:
    one = next(one for one in found.observations if one.indicator.id == indicator and not one.by)
    return one.women, one.men, one.undetermined


def computed(folder: Path, text: str) -> Any:
    path = folder / "danh-sach.csv"
    path.write_text(text, encoding="utf-8")
    return compute(path, as_of="2020-12-31")


@pytest.mark.parametrize("header", ["Ngày vào Đảng", "Đảng viên"])
def test_party_membership_that_is_not_known_is_not_denied(header: str, tmp_path: Path) -> None:
    found = computed(tmp_path, f"Họ và tên,Giới tính,{header}\nA,Nữ,1/1/2000\nB,Nữ,Không rõ\nC,Nữ,Không\nD,Nữ,\n")
    assert figure(found, "women-share-party-members") == (1, 0, 1)


def test_a_title_that_is_not_known_is_no_blank_title(tmp_path: Path) -> None:
    found = computed(tmp_path, "Họ và tên,Giới tính,Chức vụ\nA,Nữ,Trưởng phòng\nB,Nữ,Không rõ\nC,Nữ,Không\n")
    assert figure(found, "women-share-leaders") == (1, 0, 1)


STRIKING = """Họ và tên,Giới tính,Ngày sinh,Ngày vào Đảng,Ngày tuyển dụng,Ngày bổ nhiệm
A,Nữ,8/3/1980,7/3/1998,1/1/2000,1/1/2000
B,Nữ,8/3/1980,8/3/1998,1/1/2000,31/12/1999
C,Nữ,8/3/1980,1998,7/3/1995,2001
D,Nam,1980,1997,1995,1995
E,Nam,1/1/1980,1/1/1970,1/1/1970,
"""


def test_dates_that_are_striking_are_kept_and_told_and_those_that_cannot_be_are_blanked(tmp_path: Path) -> None:
    found = computed(tmp_path, STRIKING)
    told = noticed(found)
    assert told["party-before-18"] == ["D2", "D5"]
    assert told["hired-before-15"] == ["E4"]
    assert told["appointed-before-hired"] == ["F3"]
    assert (told["party-before-birth"], told["hired-before-birth"]) == (["D6"], ["E6"])
    assert figure(found, "women-share-party-members") == (3, 2, 0)
    (roster,) = found.gathering.rosters
    assert [str(one.hire_date) for one in roster.records()] == [
        "01/01/2000",
        "01/01/2000",
        "07/03/1995",
        "1995",
        "None",
    ]


def test_what_strikes_in_very_many_rows_is_told_once(tmp_path: Path) -> None:
    rows = "".join(f"N{place},Nữ,8/3/1980,1/1/1990\n" for place in range(150))
    found = computed(tmp_path, f"Họ và tên,Giới tính,Ngày sinh,Ngày vào Đảng\n{rows}")
    assert [(one.reason.id, one.count) for one in found.gathering.notices] == [("party-before-18", 150)]
