"""Tổng cục Công nghiệp Quốc phòng 2021 and 2022: women almost half; the birth column tells the sex."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random
from typing import TYPE_CHECKING

from .careers import Registry, Split, Turnover, flows, next_roster, staff
from .dates import day_between, padded
from .page import NOTICE, Cell, Column, Page, blocks
from .people import Member, Post, Slot, deputy, head, mass_post, party_post, percent, plain
from .writing import Book

if TYPE_CHECKING:
    from collections.abc import Callable

AGENCY = "Tổng cục Công nghiệp Quốc phòng"
HQ = "CƠ QUAN TỔNG CỤC"
UNITS = (HQ, "NHÀ MÁY Z901", "NHÀ MÁY Z902", "NHÀ MÁY Z903", "NHÀ MÁY Z904", "NHÀ MÁY Z905")
ROMAN = ("I", "II", "III", "IV", "V", "VI")
WORKER = plain("Công nhân")
DEGREES = ("Tiến sĩ", "Thạc sĩ", "Đại học", "Cao đẳng", "Trung cấp", "Còn lại")
WOMEN = {
    "general-department": 0,
    "department": 1,
    "by-unit": 2,
    "division": 15,
    "team": 18,
    "union": 6,
    "none": 544,
}
CHANGE = Turnover(
    after=date(2022, 1, 1),
    until=date(2022, 12, 31),
    leave=Split(26, 22),
    retire=Split(1, 9),
    promote=Split(5, 5),
    join=Split(39, 35),
    admit=Split(15, 9),
    move=6,
)


def books() -> list[Book]:
    """The two rosters of this agency."""
    rng = Random("cnqp-2021")
    registry = Registry(
        rng,
        "QP-",
        party={True: 0.99, False: 0.24},
        education={True: (3, 22, 75, 0, 0, 0), False: (0, 2, 18, 20, 40, 20)},
        contracts=("QNCN", "CNVQP", "CNVQP", "HĐLĐ"),
    )
    then = staff(registry, _slots(), WOMEN, _kind, date(2021, 12, 31))
    then = [replace(m, contract="SQ" if m.is_leader else m.contract, rank=_rank(m, rng)) for m in then]
    then = _probation(then, rng)
    now = next_roster(then, CHANGE, registry, WORKER)
    now = [replace(m, rank=m.rank or "CNVQP") for m in now]
    first = Book("cnqp/cnqp-2021.xlsx", AGENCY, date(2021, 12, 31), [_page_2021(then, rng)])
    first.has_ethnicity = False
    second = Book("cnqp/cnqp-2022.xlsx", AGENCY, date(2022, 12, 31), [_page_2022(now, rng)])
    first.figures = _shares(then)
    second.figures = {**_shares(now), **flows(then, now)}
    return [first, second]


def _shares(people: list[Member]) -> dict[str, float]:
    leaders = [m for m in people if m.is_leader]
    return {
        "women_share_staff_percent": percent(sum(m.sex == "F" for m in people), len(people)),
        "women_share_leaders_percent": percent(sum(m.sex == "F" for m in leaders), len(leaders)),
    }


def _kind(slot: Slot) -> str:
    """What the number of women is fixed by: the level of the post, or the women's union."""
    return "union" if slot.post.trap == "mass-organisation-title" else slot.post.level or "none"


def _slots() -> list[Slot]:
    posts = [head("general-department", "Chủ nhiệm Tổng cục")]
    posts += [head("general-department", "Chính ủy Tổng cục", trap="political-officer-is-head")]
    posts += [deputy("general-department", "Phó Chủ nhiệm Tổng cục")] * 3
    posts += [deputy("general-department", "Phó Chính ủy Tổng cục")]
    posts += [head("department", "Cục trưởng")] * 3 + [deputy("department", "Phó Cục trưởng")] * 5
    posts += [head("division", "Trưởng phòng")] * 3 + [deputy("division", "Phó Trưởng phòng")] * 3
    slots = [Slot(HQ, p) for p in posts] + [Slot(HQ, p) for p in _crew(60, "Trợ lý", "Nhân viên")]
    for number, unit in enumerate(UNITS[1:]):
        slots += [Slot(unit, post) for post in _factory()]
        workers = _crew(191 + (number < 4), "Công nhân", "Công nhân", "Nhân viên")
        slots += [Slot(unit, post) for post in workers]
    return slots


def _factory() -> list[Post]:
    posts = [head("by-unit", "Giám đốc")] + [deputy("by-unit", "Phó Giám đốc")] * 2
    posts += [head("division", "Trưởng phòng")] * 4
    posts += [head("division", "Bí thư Chi bộ, Trưởng phòng", party_post(), trap="combined-party-title")]
    posts += [deputy("division", "Phó Trưởng phòng")] * 6 + [head("team", "Trạm trưởng")]
    posts += [head("team", "Tổ trưởng")] * 8 + [deputy("team", "Tổ phó")] * 6
    return posts


def _crew(size: int, *titles: str) -> list[Post]:
    """People without office; the first is chairwoman of the women's union."""
    first = plain("Chủ tịch Hội Phụ nữ cơ sở, Nhân viên", mass_post(), trap="mass-organisation-title")
    return [first] + [plain(titles[i % len(titles)]) for i in range(size - 1)]


def _rank(m: Member, rng: Random) -> str:
    if m.is_leader:
        return rng.choice(("Đại tá", "Thượng tá", "Trung tá", "Thiếu tá"))
    return rng.choice(("Thiếu úy QNCN", "Trung úy QNCN", "Đại úy QNCN")) if m.contract == "QNCN" else "CNVQP"


def _probation(people: list[Member], rng: Random) -> list[Member]:
    """Makes twelve workers probationary members of the last year."""
    fresh = rng.sample([i for i, m in enumerate(people) if m.party is None and m.hired.year < 2020], 12)
    for index in fresh:
        day = day_between(rng, date(2021, 2, 1), date(2021, 12, 1))
        people[index] = replace(people[index], party=day, official=None)
    return people


def _born(sex: str, show: Callable[[date], Cell]) -> Callable[[Member], Cell]:
    return lambda m: show(m.birth) if m.sex == sex else None


def _day(value: date | None) -> Cell:
    return value


def _text(value: date | None) -> Cell:
    return padded(value) if value else None


def _columns_2021(rng: Random) -> list[Column]:
    born = "Ngày tháng\nnăm sinh"
    return [
        Column(("TT",), lambda m: None, 6),
        Column(("Họ và tên",), lambda m: m.name, 24),
        Column((born, "Nam"), _born("M", _day)),
        Column((born, "Nữ"), _born("F", _day)),
        Column(("Số hiệu quân nhân",), lambda m: m.staff_id),
        Column(("Cấp bậc",), lambda m: m.rank, 14),
        Column(("Chức vụ",), lambda m: m.post.title, 22),
        Column(("Loại lao động",), lambda m: m.contract),
        Column(("Ngày nhập ngũ",), lambda m: m.hired),
        Column(("Ngày vào Đảng", "Dự bị"), lambda m: m.party),
        Column(("Ngày vào Đảng", "Chính thức"), lambda m: m.official),
        Column(("Trình độ đào tạo", "Ngành\nđào tạo"), lambda m: rng.choice(("Cơ khí", "Hóa", "Điện"))),
        Column(("Trình độ đào tạo", "Trình độ"), lambda m: m.education),
        Column(("Lý luận\n Chính trị",), lambda m: m.theory),
        Column(("Hệ số lương",), lambda m: _coefficient(m, 2021)),
        Column(("Ghi chú",), lambda m: None),
    ]


def _coefficient(m: Member, year: int) -> str:
    """The pay coefficient, which rises every three years of service, with a decimal comma."""
    return f"{2.34 + 0.33 * ((year - m.hired.year) // 3):.2f}".replace(".", ",")


def _columns_2022(rng: Random) -> list[Column]:
    born, party, degree = "Ngày, tháng, năm sinh", "Ngày vào Đảng", "Trình độ chuyên môn"
    theory, pay = "Trình độ lý luận chính trị", "Lương hiện hưởng"
    return [
        Column(("STT",), lambda m: None, 6),
        Column(("Họ và tên",), lambda m: m.name, 24),
        Column((born, "Nam"), _born("M", _text)),
        Column((born, "Nữ"), _born("F", _text)),
        Column(("Số hiệu quân nhân",), lambda m: m.staff_id),
        Column(("Số CMND",), lambda m: f"000000{rng.randrange(1000):03d}"),
        Column(("Chức vụ/Chức danh",), lambda m: m.post.title, 22),
        Column(("Loại lao động",), lambda m: m.contract),
        Column(("Dân tộc",), lambda m: m.ethnicity),
        Column(("Ngày tháng năm được tuyển dụng",), lambda m: _text(m.hired)),
        Column((party, "Dự bị"), lambda m: _text(m.party)),
        Column((party, "Chính thức"), lambda m: _text(m.official)),
        *[Column((degree, word), _mark(word), 8) for word in DEGREES],
        *[Column((theory, word), _theory(word), 8) for word in ("Cử nhân", "Cao cấp", "Trung cấp", "Sơ cấp")],
        Column((pay, "Bậc"), lambda m: rng.randrange(1, 9), 6),
        Column((pay, "Hệ số"), lambda m: _coefficient(m, 2022), 8),
        Column(("Ghi chú",), lambda m: None),
    ]


def _mark(word: str) -> Callable[[Member], Cell]:
    """An x under the degree; what has no column of its own stands under the last."""
    return lambda m: "x" if (m.education if m.education in DEGREES else "Còn lại") == word else None


def _theory(word: str) -> Callable[[Member], Cell]:
    return lambda m: "x" if m.theory == word else None


def _page_2021(people: list[Member], rng: Random) -> Page:
    page = Page("DS 2021", _columns_2021(rng))
    page.titles(NOTICE, "BỘ QUỐC PHÒNG", "TỔNG CỤC CÔNG NGHIỆP QUỐC PHÒNG", "")
    page.titles("DANH SÁCH QUÂN SỐ", "(Tính đến ngày 31/12/2021)")
    page.header()
    page.column_numbers()
    for roman, (unit, members) in zip(ROMAN, blocks(people, lambda m: m.unit), strict=True):
        page.section(f"{roman}. {unit}")
        page.number = 0
        for m in members:
            page.person(m)
        page.total(None, f"Cộng: {len(members)} người")
        page.blank()
    page.total(None, f"Tổng cộng: {_thousands(len(people))} người")
    _sign(page, 2021)
    page.disturb(rng, "Họ và tên", nfd=6, nbsp=3, zero_width_space=2, trailing_blank=4)
    page.disturb(rng, "Chức vụ", trailing_blank=4, nfd=3, double_blank=2)
    return page


def _page_2022(people: list[Member], rng: Random) -> Page:
    page = Page("Trích ngang 2022", _columns_2022(rng))
    page.titles(NOTICE, "TỔNG CỤC CÔNG NGHIỆP QUỐC PHÒNG", "DANH SÁCH LÝ LỊCH TRÍCH NGANG NĂM 2022", "")
    page.header()
    page.column_numbers()
    order = sorted(people, key=lambda m: (UNITS.index(m.unit), not m.is_leader))
    for roman, (unit, members) in zip(ROMAN, blocks(order, lambda m: m.unit), strict=True):
        page.section(roman, unit)
        for m in members:
            page.person(m)
        page.total(None, "Cộng", sum(m.sex == "M" for m in members), sum(m.sex == "F" for m in members))
        page.trap("total-under-birth-date", len(page.rows), 3)
    men, women = (sum(m.sex == sex for m in people) for sex in "MF")
    page.total(None, "Tổng cộng", men, women)
    page.total(None, f"Tổng cộng: {_thousands(len(people))} người")
    _sign(page, 2022)
    page.disturb(rng, "Họ và tên", nfd=6, nbsp=3, trailing_blank=4, upper_case=5)
    page.disturb(rng, "Chức vụ", trailing_blank=4, nbsp=2, lower_case=3)
    return page


def _sign(page: Page, year: int) -> None:
    page.signature(
        "",
        f"NGƯỜI LẬP BIỂU | Hà Nội, ngày 31 tháng 12 năm {year}",
        "(Ghi rõ họ tên) | THỦ TRƯỞNG ĐƠN VỊ",
        " | (Ký tên, đóng dấu, ghi rõ họ tên)",
        "",
        "",
        "Người Lập Giả Lập | Thủ Trưởng Giả Lập",
    )


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")
