"""Tổng cục Hậu cần - Kỹ thuật 2016: the police layout, women in 35 % of the leadership posts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random
from typing import TYPE_CHECKING

from .careers import Registry, staff
from .dates import SENTINEL, unpadded
from .page import NOTICE, Cell, Column, Page
from .people import Member, Post, Slot, deputy, head, mass_post, party_post, percent, plain
from .writing import Book

if TYPE_CHECKING:
    from collections.abc import Callable

AS_OF = date(2016, 12, 31)
TOP = "Lãnh đạo Tổng cục"
UNITS = (
    "Cục Tham mưu Tổng hợp",
    "Cục Quản lý Trang bị",
    "Cục Quản lý Xây dựng",
    "Cục Y tế Hậu cần",
    "Cục Kỹ thuật Phương tiện",
)
RANKS = {
    "general-department": ("Thiếu tướng", "Trung tướng"),
    "department": ("Đại tá", "Thượng tá"),
    "division": ("Thượng tá", "Trung tá"),
    "team": ("Trung tá", "Thiếu tá"),
}
STAFF_RANKS = ("Thiếu úy", "Trung úy", "Thượng úy", "Đại úy", "Thiếu tá", "Thượng sĩ")
WOMEN = {"general-department": 1, "department": 5, "division": 17, "team": 26, "none": 103}


def books() -> list[Book]:
    """The one roster of this agency."""
    rng = Random("hckt-2016")
    people = _people(rng)
    page = _page(people, rng)
    leaders = [m for m in people if m.is_leader]
    figures = {
        "leaders": len(leaders),
        "leaders_women": sum(m.sex == "F" for m in leaders),
        "women_share_leaders_percent": percent(sum(m.sex == "F" for m in leaders), len(leaders)),
    }
    book = Book("hckt/hckt-2016.xlsx", "Tổng cục Hậu cần - Kỹ thuật", AS_OF, [page], figures=figures)
    book.has_ethnicity = False
    return [book]


def _people(rng: Random) -> list[Member]:
    registry = Registry(
        rng,
        "HK-",
        party={True: 0.99, False: 0.55},
        education={True: (4, 25, 71, 0, 0, 0), False: (0, 6, 44, 20, 24, 6)},
        contracts=("Biên chế",),
    )
    people = staff(registry, _slots(), WOMEN, lambda s: s.post.level or "none", AS_OF)
    people = [replace(m, rank=_rank(m, rng), award=_award(m, rng)) for m in people]
    return _lay_traps(people)


def _slots() -> list[Slot]:
    slots = [Slot(TOP, head("general-department", "Tổng cục trưởng"))]
    slots += [Slot(TOP, deputy("general-department", "Phó Tổng cục trưởng"))] * 4
    for unit in UNITS:
        slots += [Slot(unit, post) for post in _posts()]
        slots += [Slot(unit, plain(("Cán bộ", "Trợ lý", "Chiến sĩ", "Nhân viên")[i % 4])) for i in range(54)]
    return [*slots, Slot(UNITS[0], plain("Tổ viên ABC", known=False)), Slot(UNITS[1], _youth())]


def _youth() -> Post:
    return plain("Bí thư Đoàn Thanh niên, Cán bộ", mass_post(), trap="youth-union-secretary")


def _posts() -> list[Post]:
    found = [head("department", "Cục trưởng")] + [deputy("department", "Phó Cục trưởng")] * 3
    found += [head("division", "Trưởng phòng")] * 3
    found += [head("division", "Bí thư Chi bộ, Trưởng phòng", party_post(), trap="combined-party-title")]
    found += [deputy("division", "Phó Trưởng phòng")] * 4 + [deputy("division", "Phó trưởng phòng")] * 2
    found += [head("team", "Đội trưởng")] * 6 + [deputy("team", "Phó Đội trưởng")] * 7
    return found


def _rank(m: Member, rng: Random) -> str:
    return rng.choice(RANKS[m.post.level] if m.post.level else STAFF_RANKS)


def _award(m: Member, rng: Random) -> str | None:
    if rng.random() > 0.06:
        return None
    return rng.choice(("Bằng khen Bộ Công an", "Giấy khen Tổng cục", "Chiến sĩ thi đua cơ sở"))


def _lay_traps(people: list[Member]) -> list[Member]:
    """Blanks the sex of two people without office, and spoils five birth dates."""
    plain_men = [i for i, m in enumerate(people) if not m.is_leader and m.sex == "M" and m.post.trap is None]
    for count, index in enumerate(plain_men[10:101:18]):
        m = people[index]
        shown = "day" if count < 2 else "impossible" if count == 2 else "sentinel"
        people[index] = replace(m, sex_shown=count >= 2, birth_shown=shown)
    return people


def _birth(m: Member) -> Cell:
    return {"impossible": "31/02/1975", "sentinel": SENTINEL}.get(m.birth_shown, unpadded(m.birth))


def _party(m: Member, rng: Random) -> Cell:
    """The day of admission, or one of the three ways in which the list says that there is none."""
    return unpadded(m.party) if m.party else rng.choice((None, SENTINEL, "nan"))


def _or_nan(share: float, rng: Random, *words: str) -> Callable[[Member], Cell]:
    return lambda m: "nan" if rng.random() < share else rng.choice(words)


def _columns(rng: Random) -> list[Column]:
    sizes = ("S", "M", "L")
    return [
        Column(("Họ và tên",), lambda m: m.name, 24),
        Column(("Ngày,tháng, năm sinh",), _birth),
        Column(("Giới tính",), lambda m: {"F": "Nữ", "M": "Nam"}[m.sex] if m.sex_shown else None, 9),
        Column(("Số hiệu",), lambda m: m.staff_id),
        Column(("Số CMND",), lambda m: f"000000{rng.randrange(1000):03d}"),
        Column(("Vào ngành",), lambda m: unpadded(m.hired)),
        Column(("Vào đảng",), lambda m: _party(m, rng)),
        Column(("Quê quán",), lambda m: "Quê giả lập", 14),
        Column(("Chổ ở hiện nay: Thôn ( Khu Phố)",), lambda m: f"Khu phố {rng.randrange(1, 9)}", 16),
        Column(("Xã (Phường)",), lambda m: f"Phường Mẫu {rng.randrange(1, 9)}"),
        Column(("Huyện (Thành Phố)",), lambda m: "Quận Mẫu"),
        Column(("Tỉnh",), lambda m: "Tỉnh Mẫu"),
        Column(("Nhóm Máu",), _or_nan(0.4, rng, "A", "B", "O", "AB"), 8),
        Column(("Trình độ",), lambda m: m.education),
        Column(("Tin học",), _or_nan(0.3, rng, "A", "B", "Cơ bản")),
        Column(("Ngoại Ngữ",), _or_nan(0.3, rng, "Anh A", "Anh B", "Anh B1")),
        Column(("Trình độ LLCT",), lambda m: m.theory or "nan"),
        Column(("Cấp bậc hàm",), lambda m: m.rank),
        Column(
            ("Loại hàm",),
            lambda m: "Nghiệp vụ" if m.is_leader else rng.choice(("Nghiệp vụ", "Chuyên môn kỹ thuật")),
        ),
        Column(("Chức vụ",), lambda m: m.post.title, 22),
        Column(("Vị trí công tác",), lambda m: m.unit, 26),
        Column(("Lực lượng",), lambda m: "Hậu cần"),
        Column(("Quần áo",), lambda m: rng.choice(sizes), 8),
        Column(("Số tài khoản BIDV",), lambda m: "0000000000000", hidden=True),
        Column(("Số Điện thoại",), lambda m: "0000000000"),
        Column(("Khen thưởng",), lambda m: m.award or "nan", 22),
        Column(("Kỷ luật",), lambda m: "nan"),
    ]


def _page(people: list[Member], rng: Random) -> Page:
    page = Page("Danh sách", _columns(rng))
    page.titles(
        NOTICE,
        "BỘ CÔNG AN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "TỔNG CỤC HẬU CẦN - KỸ THUẬT | Độc lập - Tự do - Hạnh phúc",
        "",
        "DANH SÁCH CÁN BỘ, CHIẾN SĨ",
        "(Tính đến ngày 31/12/2016)",
    )
    page.header()
    for m in people:
        page.person(m)
        if page.number == 150:
            page.blank()
    page.blank()
    page.total(f"Tổng số: {len(people)} đồng chí")
    page.signature("", "NGƯỜI LẬP BIỂU | Hà Nội, ngày 31 tháng 12 năm 2016")
    page.signature("(Ghi rõ họ tên) | THỦ TRƯỞNG ĐƠN VỊ")
    page.disturb(rng, "Họ và tên", nfd=5, nbsp=3, zero_width_space=2, trailing_blank=4)
    page.disturb(rng, "Họ và tên", double_blank=2, upper_case=3)
    page.disturb(rng, "Giới tính", upper_case=6, lower_case=6, nfd=4, trailing_blank=3)
    page.disturb(rng, "Chức vụ", nfd=3, nbsp=2, trailing_blank=3, lower_case=3)
    page.note("sentinel-date", lambda column, value: value == SENTINEL)
    page.note("nan-text", lambda column, value: value == "nan")
    page.trap("hidden-column", page.header_rows[0], 24)
    page.trap("misspelt-header", page.header_rows[0], 9)
    return page
