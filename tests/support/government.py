"""A government made up so that the published figures of 2023 come out: 30 agencies and their 126 key leaders.

22 ministries and agencies of ministerial rank have 98 key leaders, 15 of them women, in 13 of them; 8 agencies under the
Government have 28, 3 of them women, in one. How many lead each agency is not published and is made up here, and so is every person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from support.sheets import Grid

HEAD = ["STT", "Họ và tên", "Giới tính", "Chức vụ", "Đơn vị"]
#: Agency, title of the head, of the deputies; how many lead it, and how many of them are women.
Agency = tuple[str, str, str, int, int]

_NAMES = (
    "Bộ Quốc phòng", "Bộ Công an", "Bộ Ngoại giao", "Bộ Tư pháp", "Bộ Tài chính", "Bộ Công Thương",
    "Bộ Lao động - Thương binh và Xã hội", "Bộ Giao thông vận tải", "Bộ Xây dựng", "Bộ Thông tin và Truyền thông", "Bộ Giáo dục và Đào tạo",
    "Bộ Nông nghiệp và Phát triển nông thôn",
    "Bộ Kế hoạch và Đầu tư", "Bộ Nội vụ", "Bộ Y tế",
    "Bộ Khoa học và Công nghệ", "Bộ Văn hóa, Thể thao và Du lịch", "Bộ Tài nguyên và Môi trường",
)  # fmt: skip
#: Women among the key leaders of the 22: 13 have one or two, 15 in all.
_WOMEN = (0, 0, 1, 1, 1, 1, 2, 0, 0, 1, 1, 0, 1, 1, 2, 0, 1, 0, 1, 1, 0, 0)

MINISTRIES: list[Agency] = [
    *((name, "Bộ trưởng", "Thứ trưởng", 5 if at < 10 else 4, _WOMEN[at]) for at, name in enumerate(_NAMES)),
    ("Thanh tra Chính phủ", "Tổng Thanh tra Chính phủ", "Phó Tổng Thanh tra Chính phủ", 4, _WOMEN[18]),
    ("Ngân hàng Nhà nước Việt Nam", "Thống đốc Ngân hàng Nhà nước", "Phó Thống đốc Ngân hàng Nhà nước", 4, _WOMEN[19]),
    (
        "Ủy ban Dân tộc",
        "Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc",
        "Thứ trưởng, Phó Chủ nhiệm Ủy ban Dân tộc",
        4,
        _WOMEN[20],
    ),
    (
        "Văn phòng Chính phủ",
        "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
        "Phó Chủ nhiệm Văn phòng Chính phủ",
        4,
        _WOMEN[21],
    ),
]
UNDER_THE_GOVERNMENT: list[Agency] = [
    ("Thông tấn xã Việt Nam", "Tổng Giám đốc", "Phó Tổng Giám đốc", 4, 0),
    ("Đài Truyền hình Việt Nam", "Tổng Giám đốc", "Phó Tổng Giám đốc", 4, 0),
    ("Đài Tiếng nói Việt Nam", "Tổng Giám đốc", "Phó Tổng Giám đốc", 3, 0),
    ("Bảo hiểm xã hội Việt Nam", "Tổng Giám đốc", "Phó Tổng Giám đốc", 4, 0),
    ("Viện Hàn lâm Khoa học và Công nghệ Việt Nam", "Chủ tịch", "Phó Chủ tịch", 3, 0),
    ("Viện Hàn lâm Khoa học xã hội Việt Nam", "Chủ tịch", "Phó Chủ tịch", 4, 3),
    ("Ban Quản lý Lăng Chủ tịch Hồ Chí Minh", "Trưởng ban", "Phó Trưởng ban", 3, 0),
    ("Ủy ban Quản lý vốn nhà nước tại doanh nghiệp", "Chủ tịch", "Phó Chủ tịch", 3, 0),
]


def roster(agencies: list[Agency]) -> Grid:
    """The key leaders of the agencies, the women among the deputies; in each two more women, who lead a Vụ and nothing."""
    rows: list[list[str]] = []
    for agency, head, deputy, leaders, women in agencies:
        rows += [[_sex(at, leaders, women), head if not at else deputy, agency] for at in range(leaders)]
        rows += [["Nữ", title, agency] for title in ("Vụ trưởng", "Chuyên viên")]
    return [HEAD, *([str(at), f"Người {at}", *row] for at, row in enumerate(rows, start=1))]


def _sex(at: int, leaders: int, women: int) -> str:
    return "Nữ" if at >= leaders - women else "Nam"
