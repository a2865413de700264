"""Công an nhân dân 2016 and 2020: one sheet a unit, headers of two rows repeated on every printed page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from .careers import Registry, Split, Turnover, flows, next_roster, staff
from .dates import padded, unpadded
from .page import NOTICE, Cell, Column, Page, blocks
from .people import Member, Post, Slot, deputy, head, mass_post, party_post, percent, plain
from .writing import Book

AGENCY = "Công an nhân dân"
BUREAU = "Cục Nghiệp vụ Mẫu"
FORCES = ("Công an tỉnh An Lạc", "Công an tỉnh Bình Sa")
UNITS = (BUREAU, *FORCES)
OFFICES = (
    "PHÒNG THAM MƯU",
    "PHÒNG TỔ CHỨC CÁN BỘ",
    "PHÒNG HẬU CẦN",
    "PHÒNG KỸ THUẬT",
    "PHÒNG PHÁP CHẾ",
    "PHÒNG HỒ SƠ",
)
DISTRICTS = (
    "CÔNG AN HUYỆN ĐÔNG MẪU",
    "CÔNG AN HUYỆN TÂY MẪU",
    "CÔNG AN HUYỆN NAM MẪU",
    "CÔNG AN HUYỆN BẮC MẪU",
)
TOP = "LÃNH ĐẠO ĐƠN VỊ"
WOMEN = {"department": 1, "division": 7, "team": 10, "none": 85}
STAFF_RANKS = ("Thiếu úy", "Trung úy", "Thượng úy", "Đại úy", "Thiếu tá", "Trung sĩ", "Thượng sĩ")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI")
PLACES = tuple((unit, office) for unit in UNITS for office in (OFFICES[1], OFFICES[3]))
NEW = (
    *[Slot(unit, deputy("team", "Phó Đội trưởng"), office) for unit, office in PLACES],
    Slot(FORCES[0], deputy("team", "Phó Đội trưởng"), OFFICES[4]),
    Slot(BUREAU, head("team", "Đội trưởng"), OFFICES[5]),
)
CHANGE = Turnover(
    after=date(2017, 1, 1),
    until=date(2020, 12, 31),
    leave=Split(20, 110),
    retire=Split(2, 18),
    promote=Split(4, 24),
    join=Split(31, 147),
    admit=Split(12, 70),
    move=15,
    new_posts=NEW,
)


def books() -> list[Book]:
    """The two rosters of this agency."""
    rng = Random("cand-2016")
    registry = Registry(
        rng,
        "CA-",
        party={True: 1.0, False: 0.6},
        education={True: (2, 20, 78, 0, 0, 0), False: (0, 4, 52, 6, 30, 8)},
        contracts=("Biên chế",),
    )
    then = staff(registry, _slots(), WOMEN, lambda s: s.post.level or "none", date(2016, 12, 31))
    then = _hide_sex([replace(m, rank=_rank(m, rng), award=_award(rng)) for m in then])
    now = next_roster(then, CHANGE, registry, plain("Cán bộ"))
    now = [replace(m, rank=_later_rank(m, rng), award=_award(rng)) for m in now]
    first, second = (_book(people, year, rng) for people, year in ((then, 2016), (now, 2020)))
    first.figures = _share(then)
    second.figures = {**_share(now), **flows(then, now)}
    return [first, second]


def _share(people: list[Member]) -> dict[str, float]:
    leaders = [m for m in people if m.is_leader]
    return {"women_share_leaders_percent": percent(sum(m.sex == "F" for m in leaders), len(leaders))}


def _book(people: list[Member], year: int, rng: Random) -> Book:
    pages = [_page(unit, [m for m in people if m.unit == unit], year, rng) for unit in UNITS]
    remarks = [f"Danh sách năm {year}: mỗi đơn vị một trang tính.", "Trang này không có danh sách."]
    return Book(f"cand/cand-{year}.xlsx", AGENCY, date(year, 12, 31), pages, remarks=[("Ghi chú", remarks)])


def _slots() -> list[Slot]:
    slots = [Slot(BUREAU, p, TOP) for p in _top("Cục trưởng", "Phó Cục trưởng")]
    for section in OFFICES:
        slots += [Slot(BUREAU, p, section) for p in _office(1, 2, 2, 3) + _crew(25)]
    for force in FORCES:
        slots += [Slot(force, p, TOP) for p in _top("Giám đốc Công an tỉnh", "Phó Giám đốc Công an tỉnh")]
        for number, section in enumerate(OFFICES):
            slots += [Slot(force, p, section) for p in _office(1, 2 if number < 4 else 1, 1, 1) + _crew(21)]
        for number, section in enumerate(DISTRICTS):
            slots += [Slot(force, p, section) for p in _district(number) + _crew(17)]
    slots += [Slot(FORCES[1], plain("Tổ viên ABC", known=False), DISTRICTS[3])]
    youth = plain("Phó Bí thư Đoàn Thanh niên", mass_post("deputy"), trap="youth-union-secretary")
    slots += [Slot(FORCES[0], youth, OFFICES[1])]
    return slots + [Slot(FORCES[i % 2], plain("Chiến sĩ"), DISTRICTS[i % 4]) for i in range(12)]


def _top(first: str, second: str) -> list[Post]:
    return [head("department", first)] + [deputy("department", second)] * 3


def _office(heads: int, deputies: int, teams: int, team_deputies: int) -> list[Post]:
    posts = [head("division", "Trưởng phòng")] * heads + [deputy("division", "Phó Trưởng phòng")] * deputies
    posts += [head("team", "Đội trưởng")] * (teams - 1)
    posts += [head("team", "Bí thư Chi bộ, Đội trưởng", party_post(), trap="combined-party-title")]
    return posts + [deputy("team", "Phó Đội trưởng")] * team_deputies


def _district(number: int) -> list[Post]:
    posts = [head("division", "Trưởng Công an huyện")] + [deputy("division", "Phó Trưởng Công an huyện")] * 2
    posts += [head("team", "Đội trưởng")] * (2 if number < 2 else 1) + [deputy("team", "Phó Đội trưởng")] * 2
    return posts + ([head("team", "Trưởng Công an xã")] if number > 1 else [])


def _crew(size: int) -> list[Post]:
    return [plain(("Cán bộ", "Cán bộ", "Chiến sĩ", "Trợ lý")[i % 4]) for i in range(size)]


def _rank(m: Member, rng: Random) -> str:
    ranks = {
        "department": ("Đại tá",),
        "division": ("Thượng tá", "Trung tá"),
        "team": ("Thiếu tá", "Trung tá"),
    }
    return rng.choice(ranks[m.post.level] if m.post.level else STAFF_RANKS)


def _later_rank(m: Member, rng: Random) -> str:
    """The rank four years later: a new one for those who rose or came, the old one for the others."""
    rose = m.appointed is not None and m.appointed >= CHANGE.after
    return _rank(m, rng) if rose or not m.rank else m.rank


def _award(rng: Random) -> str | None:
    return rng.choice(("Bằng khen Bộ Công an", "Giấy khen Giám đốc")) if rng.random() < 0.04 else None


def _hide_sex(people: list[Member]) -> list[Member]:
    """Blanks the sex of two men without office."""
    plain_men = [i for i, m in enumerate(people) if m.sex == "M" and m.post.title == "Chiến sĩ"]
    for index in plain_men[5:50:40]:
        people[index] = replace(people[index], sex_shown=False)
    return people


def _columns(year: int, rng: Random) -> list[Column]:
    def day(value: date | None) -> Cell:
        return value if year == 2020 else padded(value) if value else None

    rank, party, level = "Cấp bậc", "Ngày vào Đảng", "Trình độ"
    return [
        Column(("STT",), lambda m: None, 6),
        Column(("Họ và tên",), lambda m: m.name, 24),
        Column(("Ngày, tháng, năm sinh",), lambda m: day(m.birth) if year == 2020 else unpadded(m.birth)),
        Column(("Giới tính",), lambda m: {"F": "Nữ", "M": "Nam"}[m.sex] if m.sex_shown else None, 9),
        Column(("Số hiệu CB",), lambda m: m.staff_id),
        Column((rank, "Cấp bậc hàm"), lambda m: m.rank),
        Column(
            (rank, "Loại hàm"),
            lambda m: "Nghiệp vụ" if m.is_leader else rng.choice(("Nghiệp vụ", "Kỹ thuật")),
        ),
        Column(("Chức vụ",), lambda m: m.post.title, 24),
        Column(("Vào ngành",), lambda m: day(m.hired)),
        Column((party, "Dự bị"), lambda m: day(m.party)),
        Column((party, "Chính thức"), lambda m: day(m.official)),
        Column(("Dân tộc",), lambda m: m.ethnicity),
        Column((level, "Chuyên môn"), lambda m: m.education),
        Column((level, "Lý luận chính trị"), lambda m: m.theory),
        Column((level, "Ngoại ngữ"), lambda m: rng.choice((None, "Anh A", "Anh B"))),
        Column(("Khen thưởng",), lambda m: m.award, 20),
        Column(("Ghi chú",), lambda m: None),
    ]


def _page(unit: str, people: list[Member], year: int, rng: Random) -> Page:
    page = Page(unit, _columns(year, rng))
    page.titles(NOTICE, "BỘ CÔNG AN", unit.upper())
    page.titles(f"DANH SÁCH CÁN BỘ, CHIẾN SĨ (tính đến ngày 31/12/{year})")
    page.header()
    if unit == BUREAU:
        page.column_numbers(letters=2)
    order = (TOP, *OFFICES, *DISTRICTS)
    people = sorted(people, key=lambda m: (order.index(m.section), not m.is_leader))
    printed = 0
    for roman, (section, members) in zip(ROMAN, blocks(people, lambda m: m.section), strict=False):
        page.section(roman, section)
        page.number = 0
        for m in members:
            page.person(m)
            printed += 1
            if printed % 60 == 0:
                page.header()
    page.total(None, f"Tổng số: {len(people)} đồng chí")
    _sign(page, year)
    page.disturb(rng, "Họ và tên", nfd=2, nbsp=2, trailing_blank=3)
    page.disturb(rng, "Giới tính", upper_case=4, lower_case=4)
    page.disturb(rng, "Chức vụ", trailing_blank=2, lower_case=2, nfd=1)
    return page


def _sign(page: Page, year: int) -> None:
    page.signature(
        "",
        f"NGƯỜI LẬP BIỂU | Ngày 31 tháng 12 năm {year}",
        "(Ghi rõ họ tên) | THỦ TRƯỞNG ĐƠN VỊ",
        "",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
    )
