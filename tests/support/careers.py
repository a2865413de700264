"""Rosters with every column that a store keeps something of, and every one that it must not keep, in all their dirt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from support.sheets import Grid

#: Header to what its cells may hold; the first three are always there.
CELLS: dict[str, tuple[str, ...]] = {
    "Họ và tên": ("Nguyễn Thị Lan", "Trần Văn Hùng", "Lê Thu Hà ", "H’Bia Niê", "HOÀNG MẠNH Đức"),
    "Giới tính": ("Nữ", "nữ", "Nam", "NAM", "", "?"),
    "Ngày sinh": ("8/3/1975", "01/12/1980", "5/1970", "1968", "29/2/1992", "31/2/1990", ""),
    "Số hiệu": ("CB-001", "cb-001", "CB-002", "77", ""),
    "Đơn vị": ("Phòng Tổ chức", "phòng tổ chức", "Cục Quản lý thị trường tỉnh An", "Ủy ban nhân dân huyện Bình", "Đội 1", ""),
    "Chức vụ": (
        "Trưởng phòng", "Phó Trưởng phòng", "Quyền Trưởng phòng", "Chuyên viên", "Phó Cục trưởng; Bí thư Chi bộ",
        "Chủ tịch UBND huyện", "Người gác cổng trời", "Đại biểu HĐND tỉnh", "Đảng ủy viên, Cục trưởng", "",
    ),
    "Chức vụ Đảng": ("Bí thư Chi bộ", "Phó Bí thư Đảng ủy", "Ủy viên Ban Thường vụ Huyện ủy", "Đảng viên", "Thủ quỹ lớp", ""),
    "Tổ chức đảng": ("Chi bộ 1", "Đảng ủy khối", "Không", ""),
    "Dân tộc": ("Kinh", "Tày", "HMông", "Không rõ", ""),
    "Ngày vào Đảng": ("3/2/2005", "2019", "15/6/2020", "Không", "x", "31/12/2020", "không rõ", ""),
    "Ngày chính thức": ("3/2/2006", "15/6/2021", "2020", "x", ""),
    "Ngày tuyển dụng": ("1/1/2020", "31/12/2020", "2010", "7/2020", ""),
    "Ngày bổ nhiệm": ("1/3/2020", "2019", "Không rõ", "mùa xuân", ""),
    "Ngày khen thưởng": ("1/3/2020", "12/2020", ""),
    "Quy hoạch": ("Trưởng phòng", "x", "Không", "không rõ", ""),
    "Đào tạo, bồi dưỡng": ("Quản lý nhà nước ngạch chuyên viên", "Lý luận chính trị", "Không", "Lớp vẽ tranh", ""),
    "Trình độ chuyên môn": ("Thạc sĩ", "Đại học", "PGS.TS", "BS CKII", "Cao đẳng", ""),
    "Học hàm": ("GS", "PGS", "Không", ""),
    "Lý luận chính trị": ("Cao cấp", "Trung cấp", "Cử nhân", ""),
    "Quản lý nhà nước": ("Chuyên viên chính", "Chuyên viên", ""),
    "Ngoại ngữ": ("Anh B1", "B", "Đại học tiếng Anh", "Có", "Không", ""),
    "Tin học": ("Tin học văn phòng", "A", "Không", ""),
    "Cấp bậc hàm": ("Thiếu tá", "thiếu tá", "Đại úy", "3//", "Hàm lạ", ""),
    "Ngạch": ("Chuyên viên chính", "Chuyên viên", "01.003", "Ngạch lạ", ""),
    "Hệ số lương": ("2.34", "4,98", "2.340", "ba", ""),
    "Khen thưởng": ("Bằng khen", "Không", "không rõ", ""),
    "Biên chế, hợp đồng": ("Biên chế", "Hợp đồng 68", "HĐ", ""),
    "Tôn giáo": ("Phật giáo", "Công giáo", ""),
    "Tình trạng hôn nhân": ("Đã kết hôn", "Ly thân", ""),
    "Kỷ luật": ("Khiển trách", ""),
    "Ghi chú": ("Đang nghỉ thai sản", ""),
}  # fmt: skip
_ALWAYS = 3


@st.composite
def careers(draw: st.DrawFn, *, wide: bool = False) -> Grid:
    """A roster under one plain header; a wide one has every column, and people on it who cannot be taken for each other."""
    others = list(CELLS)[_ALWAYS:]
    chosen = others if wide else draw(st.lists(st.sampled_from(others), unique=True))
    heads = [*list(CELLS)[:_ALWAYS], *chosen]
    rows = draw(st.lists(st.tuples(*(st.sampled_from(CELLS[head]) for head in heads)), min_size=1, max_size=20))
    return [["STT", *heads], *([str(place), *row] for place, row in enumerate(rows, start=1))]
