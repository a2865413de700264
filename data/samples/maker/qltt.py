"""Tổng cục Quản lý thị trường 2018 and 2019: a civil-service list, 1,081 women, few heading a unit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from .careers import Registry, Split, Turnover, flows, next_roster, staff
from .dates import month_year, padded, serial, unpadded
from .page import NOTICE, Cell, Column, Page
from .people import Member, Slot, percent, plain
from .qltt_posts import BUREAUX, PROVINCIAL, TOP, UNITS, central, odd_ones, province, team_count
from .writing import Book

AGENCY = "Tổng cục Quản lý thị trường"
PEOPLE_2018 = 5390
WOMEN = {
    "chief": 0,
    "vice": 1,
    "acting-director": 1,
    "central-head": 1,
    "central-deputy": 5,
    "central-division": 6,
    "provincial-head": 2,
    "provincial-deputy": 8,
    "division-head": 28,
    "division-deputy": 44,
    "team-head": 13,
    "team-deputy": 41,
    "none": 913,
}
CHANGE = Turnover(
    after=date(2019, 1, 1),
    until=date(2019, 12, 31),
    leave=Split(18, 60),
    retire=Split(3, 37),
    promote=Split(9, 31),
    join=Split(39, 110),
    admit=Split(22, 61),
    move=40,
    may_retire=lambda m: m.post.level in ("division", "team") and m.post.trap is None,
)
MARKET_GRADES = ("Kiểm soát viên thị trường", "Kiểm soát viên trung cấp thị trường", "Chuyên viên", "Cán sự")
DEGREE_WORDS: dict[str, tuple[str, ...]] = {
    "Tiến sĩ": ("Tiến sĩ", "Tiến sỹ"),
    "Thạc sĩ": ("Thạc sĩ", "Thạc sỹ", "ThS"),
    "Đại học": ("Đại học", "Đại học", "Đại học", "ĐH", "Cử nhân Luật", "Kỹ sư"),
    "Cao đẳng": ("Cao đẳng", "CĐ"),
}
THEORY_WORDS: dict[str, tuple[str, ...]] = {
    "Cao cấp": ("Cao cấp", "CC"),
    "Trung cấp": ("Trung cấp", "TC"),
    "Sơ cấp": ("Sơ cấp", "SC"),
}


def books() -> list[Book]:
    """The two rosters of this agency."""
    rng = Random("qltt-2018")
    registry = Registry(
        rng,
        "QLTT-",
        party={True: 0.98, False: 0.52},
        education={True: (1, 24, 75, 0, 0, 0), False: (0, 7, 71, 7, 13, 2)},
        minorities=("Tày", "Nùng", "Mường", "Thái", "H'Mông", "Khơ-me", "Ê Đê", "M’Nông", "Hoa"),
        minority_share=0.06,
    )
    then = _spoil(staff(registry, _slots(), WOMEN, _kind, date(2018, 12, 31)), rng)
    shown = [replace(m, sex_shown=True) for m in _succeed(then)]
    now = next_roster(shown, CHANGE, registry, plain("Chuyên viên"))
    first = Book("qltt/qltt-2018.xlsx", AGENCY, date(2018, 12, 31), [_page(then, 2018, rng)])
    second = Book("qltt/qltt-2019.xlsx", AGENCY, date(2019, 12, 31), [_page(now, 2019, rng)])
    first.figures = _figures(then)
    second.figures = {**_figures(now), **flows(then, now)}
    return [first, second]


def _figures(people: list[Member]) -> dict[str, int | float]:
    known = [m for m in people if m.sex_shown]
    heads = [m for m in people if _is_provincial_head(m)]
    return {
        "women_share_staff_percent": percent(sum(m.sex == "F" for m in known), len(known)),
        "units": len({m.unit for m in people}),
        "provincial_heads": len(heads),
        "provincial_heads_women": sum(m.sex == "F" for m in heads),
    }


def _is_provincial_head(m: Member) -> bool:
    return m.unit in PROVINCIAL and m.post.level == "department" and m.post.is_head


def _slots() -> list[Slot]:
    slots = central()
    for number, unit in enumerate(PROVINCIAL):
        slots += province(number, unit)
    slots += odd_ones()
    missing = PEOPLE_2018 - len(slots)
    weights = [3 if unit in BUREAUX else 1 + team_count(PROVINCIAL.index(unit)) for unit in UNITS[1:]]
    wheel = [unit for unit, weight in zip(UNITS[1:], weights, strict=True) for _ in range(weight)]
    titles = ("Chuyên viên", "Chuyên viên", "Công chức thừa hành", "Nhân viên", "Cán sự")
    return slots + [Slot(wheel[i % len(wheel)], plain(titles[i % 5])) for i in range(missing)]


def _kind(slot: Slot) -> str:
    """What the number of women is fixed by."""
    post, level = slot.post, slot.post.level
    if level is None:
        return "none"
    if slot.unit == TOP:
        return "chief" if post.is_head else "vice"
    if slot.unit in BUREAUX:
        if post.trap == "acting-head":
            return "acting-director"
        if level == "division":
            return "central-division"
        return "central-head" if post.is_head else "central-deputy"
    role = "head" if post.is_head else "deputy"
    return f"provincial-{role}" if level == "department" else f"{level}-{role}"


def _succeed(people: list[Member]) -> list[Member]:
    """The first man at the head of a province who has a woman deputy retires, and she takes his place."""
    directors = [m for m in people if m.post.level == "department" and not m.post.trap]
    women = {m.unit: m for m in directors if m.sex == "F" and not m.post.is_head}
    old = next(m for m in directors if _is_provincial_head(m) and m.sex == "M" and m.unit in women)
    new = women[old.unit]
    risen = replace(new, post=old.post, appointed=date(2019, 6, 3), planned=None)
    return [risen if m is new else m for m in people if m is not old]


def _spoil(people: list[Member], rng: Random) -> list[Member]:
    """Gives some people without office a birth date by month or year, and hides a few facts."""
    usual = [i for i, m in enumerate(people) if m.is_ordinary and m.sex == "M"]
    chosen = rng.sample(usual, 146)
    for count, index in enumerate(chosen):
        shown = "year" if count < 90 else "month" if count < 140 else "impossible" if count == 140 else "day"
        people[index] = replace(people[index], birth_shown=shown, sex_shown=count not in (141, 142))
        people[index] = replace(people[index], ethnicity_shown=count < 143)
    return [replace(m, planned=_plan(m, rng)) for m in people]


def _plan(m: Member, rng: Random) -> str | None:
    """What the person is planned for: the next post up."""
    if rng.random() > 0.12:
        return None
    ladder = {None: "Phó Đội trưởng", "team": "Phó Trưởng phòng", "division": "Phó Cục trưởng"}
    return ladder.get(m.post.level)


def _columns(year: int, rng: Random) -> list[Column]:
    return [
        Column(("STT",), lambda m: None, 6),
        Column(("Số hiệu công chức",), lambda m: m.staff_id),
        Column(("Họ và tên",), lambda m: m.name, 24),
        Column(("Ngày sinh",), lambda m: _birth(m, rng)),
        Column(("Giới tính",), lambda m: {"F": "Nữ", "M": "Nam"}[m.sex] if m.sex_shown else None, 9),
        Column(("Dân tộc",), lambda m: _people(m, rng)),
        Column(("Đơn vị",), lambda m: m.unit, 34),
        Column(("Chức vụ",), lambda m: m.post.title, 34),
        Column(("Ngày bổ nhiệm",), lambda m: m.appointed),
        Column(("Ngạch",), _grade, 24),
        Column(("Hệ số lương",), lambda m: _coefficient(m, year)),
        Column(("Ngày tuyển dụng",), lambda m: _mixed(m.hired, rng, loose=False)),
        Column(("Ngày vào Đảng",), lambda m: _party(m, year, rng)),
        Column(("Trình độ chuyên môn",), lambda m: _spelling(DEGREE_WORDS, m.education, m)),
        Column(("Lý luận chính trị",), lambda m: _spelling(THEORY_WORDS, m.theory, m)),
        Column(("Quy hoạch",), lambda m: m.planned, 18),
        Column(("Ghi chú",), lambda m: None),
    ]


def _grade(m: Member) -> str:
    if m.post.level in ("general-department", "department"):
        return "Chuyên viên cao cấp" if m.post.is_head else "Chuyên viên chính"
    return MARKET_GRADES[_number(m) % (2 if m.is_leader else 4)]


def _number(m: Member) -> int:
    """The number in the staff id, which chooses among spellings once and for all."""
    return int(m.staff_id.rpartition("-")[2])


def _spelling(spellings: dict[str, tuple[str, ...]], word: str | None, m: Member) -> str | None:
    """One of the spellings of the word, always the same for a person."""
    words = spellings.get(word or "", (word,))
    return words[_number(m) % len(words)]


def _coefficient(m: Member, year: int) -> str:
    """The pay coefficient, which rises every three years of service, with a decimal comma."""
    return f"{2.34 + 0.33 * ((year - m.hired.year) // 3):.2f}".replace(".", ",")


def _people(m: Member, rng: Random) -> Cell:
    if not m.ethnicity_shown:
        return None
    return "Kinh (Việt)" if m.ethnicity == "Kinh" and rng.random() < 0.01 else m.ethnicity


def _birth(m: Member, rng: Random) -> Cell:
    """The birth date in the precision of the person; the year now as a number, now as text."""
    if m.birth_shown == "impossible":
        return "30/02/1980"
    if m.birth_shown == "year":
        return rng.choice((m.birth.year, str(m.birth.year)))
    return month_year(m.birth) if m.birth_shown == "month" else _mixed(m.birth, rng, loose=False)


def _mixed(day: date, rng: Random, loose: bool) -> Cell:
    """A day as a date, as text or as a serial number; a loose one also as a month or a year."""
    names = ("date", "padded", "unpadded", "serial", "month", "year")
    form = rng.choices(names, (74, 8, 8, 6, 2 * loose, 2 * loose))[0]
    forms: dict[str, Cell] = {
        "date": day,
        "padded": padded(day),
        "unpadded": unpadded(day),
        "serial": serial(day),
    }
    return {**forms, "month": month_year(day), "year": day.year}[form]


def _party(m: Member, year: int, rng: Random) -> Cell:
    if m.party:
        return _mixed(m.party, rng, loose=m.party.year < 2017)
    return "Không" if year == 2018 and rng.random() < 0.01 else None


def _page(people: list[Member], year: int, rng: Random) -> Page:
    page = Page("DS CBCC", _columns(year, rng))
    page.titles(
        "BỘ CÔNG THƯƠNG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "TỔNG CỤC QUẢN LÝ THỊ TRƯỜNG | Độc lập - Tự do - Hạnh phúc",
        NOTICE,
        "",
        "DANH SÁCH CÁN BỘ, CÔNG CHỨC, NGƯỜI LAO ĐỘNG",
        f"(Kèm theo Quyết định số 0000/QĐ-TCQLTT ngày 05 tháng 01 năm {year + 1} – giả lập)",
        f"(Tính đến ngày 31/12/{year})",
    )
    page.header()
    for m in sorted(people, key=lambda m: (UNITS.index(m.unit), not m.is_leader)):
        page.person(m)
        if year == 2019 and page.number in (1800, 3600):
            page.header()
    _note_dates(page)
    page.blank()
    page.total(None, None, f"Tổng cộng: {len(people):,} người".replace(",", "."))
    page.signature("", f"NGƯỜI LẬP BIỂU | Hà Nội, ngày 31 tháng 12 năm {year}")
    page.signature("(Ghi rõ họ tên) | TỔNG CỤC TRƯỞNG")
    _damage(page, rng)
    return page


def _note_dates(page: Page) -> None:
    """Remembers where serial numbers, years and the word for no stand in the date columns."""
    dates = (4, 12, 13)
    page.note("serial-date", lambda c, value: c in dates and isinstance(value, int) and value > 3000)
    page.note("year-number", lambda c, value: c in dates and isinstance(value, int) and value < 3000)
    page.note("party-word-no", lambda column, value: column == 13 and value == "Không")


def _damage(page: Page, rng: Random) -> None:
    page.disturb(rng, "Họ và tên", nfd=20, nbsp=8, zero_width_space=4, trailing_blank=20)
    page.disturb(rng, "Họ và tên", double_blank=6, upper_case=9)
    page.disturb(rng, "Giới tính", upper_case=25, lower_case=25, nfd=5, trailing_blank=10)
    page.disturb(rng, "Chức vụ", old_tone=6, line_break=3, nbsp=8, nfd=12, trailing_blank=15, lower_case=10)
    page.disturb(rng, "Đơn vị", trailing_blank=6, nfd=4, nbsp=4, old_tone=4)
