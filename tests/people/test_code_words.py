"""The code lists that are looked for in fields of text: what a real cell means, and what it leaves open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genderstats.people.codes import code_list, code_lists

CELLS: dict[str, dict[str | None, list[str]]] = {
    "rank-group": {
        "general": ["Thiếu tướng", "Đại tướng", "Chuẩn Đô đốc", "Phó Đô đốc Hải quân", "Major General"],
        "field-officer": ["Thiếu tá", "Đại tá", "Thượng tá, Phó Trưởng phòng", "1//", "2//", "4 //", "Tr.tá", "thieu ta",
                          "Thiếu tá; 01/2019", "Lieutenant Colonel"],
        "company-officer": ["Thiếu úy", "Trung uý", "Đại úy", "1/", "3/", "4/", "dai uy", "Đại úy, 3/2019", "Captain"],
        "non-commissioned": ["Hạ sĩ", "Trung sỹ", "Thượng sĩ", "Hạ sĩ quan", "HSQ", "H3"],
        "soldier": ["Binh nhất", "Binh nhì", "Chiến sĩ", "Chiến sỹ nghĩa vụ"],
        "professional": ["QNCN", "Thiếu tá QNCN", "Thiếu tá (QNCN)", "Trung úy CN", "Trung uý (CN)", "Đại úy/CN", "Thượng tá - CN",
                         "1//CN", "3/ CN", "2// QNCN",
                         "Thượng úy chuyên nghiệp"],
        "defence-worker": ["CNVQP", "CNVCQP", "CCQP", "VCQP", "LĐHĐ", "Công nhân viên quốc phòng"],
        None: ["SQ", "Sĩ quan", "HSQ-CS", "HSQ/CS", "Chuẩn úy", "Y tá", "CN", "Chiến sĩ thi đua cơ sở", "1/2020", "12/3/2019",
               "Assoc", "01.003"],
    },
    "grade-level": {
        "senior-specialist": ["CVCC", "Chuyên viên cao cấp", "01.001", "CVCC và tương đương", "Kiểm soát viên cao cấp thị trường"],
        "principal-specialist": ["CVC", "Chuyên viên chính", "01.002", "01.002 - CVC", "CVC & TĐ", "Kiểm soát viên chính thị trường",
                                 "Thanh tra viên chính"],
        "specialist": ["CV", "Ngạch CV", "Chuyên viên", "01.003", "1.003", "01003", "01.003 (Chuyên viên)", "chuyen vien",
                       "Kiểm soát viên thị trường", "21.189",
                       "Kiểm tra viên hải quan", "Chuyên viên (đang thi CVC)"],
        "officer": ["Cán sự", "CS", "01.004", "Kiểm soát viên trung cấp thị trường", "Kế toán viên trung cấp"],
        "staff": ["Nhân viên", "NV", "01.005", "Nhân viên kỹ thuật"],
        None: ["V.07.04.12", "13.095", "A1", "01a.003", "Giảng viên chính", "Lái xe", "3,33", "101.003"],
    },
    "training-kind": {
        "professional": ["Thạc sĩ Luật", "Nghiệp vụ thanh tra", "Bồi dưỡng chuyên môn", "Thạc sĩ Quản lý công"],
        "political-theory": ["CC LLCT", "Cao cấp LLCT-HC", "Trung cấp chính trị", "Cao cấp lý luận chính trị; LLCT"],
        "state-administration": ["QLNN", "QLNN ngạch CVC", "Bồi dưỡng ngạch chuyên viên",
                                 "Quản lý nhà nước chương trình chuyên viên chính"],
        "languages": ["Tiếng Anh B1", "Bồi dưỡng ngoại ngữ", "Tiếng dân tộc Ba Na"],
        "it": ["Tin học", "Nghiệp vụ CNTT"],
        "defence-security": ["QP-AN", "QP&AN", "QPAN đối tượng 3", "Bồi dưỡng kiến thức quốc phòng, an ninh"],
        "position": ["Bồi dưỡng chức danh Phó Trưởng phòng", "Lãnh đạo cấp phòng", "Bồi dưỡng lãnh đạo, quản lý cấp sở"],
        None: ["CC LLCT; CVC", "Trường quân sự", "Không", "Đang học Cao cấp LLCT", "Quản lý giáo dục", "x"],
    },
    "contract-kind": {
        "permanent": ["Biên chế", "Công chức", "Viên chức", "CC", "VC", "BC"],
        "contract": ["Hợp đồng", "HĐ 68", "HĐLĐ", "LĐHĐ", "Hợp đồng theo NĐ 111", "Viên chức hợp đồng", "Hợp đồng chờ biên chế",
                     "hop dong"],
        "probation": ["Tập sự", "Thử việc", "HĐ thử việc", "Công chức tập sự"],
        None: ["SQ", "QNCN", "HSQ-CS", "CNVQP", "x", "Ngoài biên chế", "Chưa vào biên chế", "Hợp đồng làm việc", "Biên chế/Hợp đồng"],
    },
    "language-level": {
        "degree": ["Cử nhân tiếng Anh", "ĐH Anh văn", "Đại học", "Thạc sĩ luật - tiếng Anh", "Tiếng Anh B; Cử nhân tiếng Nga"],
        "certificate": ["Tiếng Anh B", "Anh B1", "Tiếng Anh (C)", "IELTS 6.0", "TOEIC 500", "B", "Bậc 3/6", "Tiếng Trung HSK4",
                        "Chứng chỉ B Đại học Ngoại ngữ",
                        "Chứng chỉ B, trường Đại học Sư phạm", "Anh: không; Nga: B"],
        "none": ["Không", "Chưa có", "Không có chứng chỉ"],
        None: ["Tiếng Anh", "Tiếng Anh giao tiếp", "Cao đẳng tiếng Anh", "Tiếng Anh (chưa được cấp văn bằng, chứng chỉ)",
               "Tiếng Anh (sơ cấp)"],
    },
    "it-level": {
        "degree": ["Đại học CNTT", "Kỹ sư tin học", "Cử nhân tin học"],
        "certificate": ["A", "B", "Tin học B", "Ứng dụng CNTT cơ bản", "Cơ bản", "CC A", "MOS"],
        "none": ["Không", "Chưa có"],
        None: ["Tin học văn phòng", "Trung cấp tin học", "Đang học"],
    },
}  # fmt: skip
MEANT = [(name, code, cell) for name in CELLS for code, cells in CELLS[name].items() for cell in cells]


@pytest.mark.parametrize(("name", "code", "cell"), MEANT)
def test_a_cell_is_read_as_the_code_that_it_means(name: str, code: str | None, cell: str) -> None:
    assert code_list(name).find(cell) == code


def test_every_list_of_a_field_of_text_is_tried_with_every_code() -> None:
    assert set(CELLS) == {name for name in code_lists() if code_list(name).field}
    assert all(set(CELLS[name]) == {*code_list(name), None} for name in CELLS)


def test_a_cell_that_names_two_kinds_of_training_is_known_by_both_and_found_as_none() -> None:
    assert code_list("training-kind").named("Tin học; CC LLCT, CVC") == (
        "political-theory",
        "state-administration",
        "it",
    )
    assert code_list("training-kind").find("Tin học; CC LLCT, CVC") is None


RANKS = [
    cell for code in ("field-officer", "company-officer", "non-commissioned") for cell in CELLS["rank-group"][code]
]


@given(
    st.sampled_from([cell for cell in RANKS if ";" not in cell]),
    st.sampled_from(["{} QNCN", "{} (QNCN)", "QNCN - {}", "{}, QNCN"]),
)
def test_a_professional_rank_wins_over_any_other_in_its_cell(rank: str, form: str) -> None:
    assert code_list("rank-group").find(form.format(rank)) == "professional"


@given(st.sampled_from(sorted(CELLS)), st.text(max_size=30))
def test_whatever_a_cell_holds_it_is_a_code_of_the_list_or_none(name: str, cell: str) -> None:
    listed = code_list(name)
    assert set(listed.named(cell)) <= set(listed)
    assert listed.find(cell) in {*listed, None}


@given(st.sampled_from(MEANT))
def test_case_and_blanks_change_no_code(meant: tuple[str, str | None, str]) -> None:
    name, code, cell = meant
    assert code_list(name).find(cell.upper()) == code_list(name).find(f"  {cell} ".replace(" ", "\u00a0")) == code
