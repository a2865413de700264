"""Gia Lai province 2016: province, districts and communes in files of their own, marks instead of words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from .careers import Registry, staff
from .dates import padded, unpadded
from .gia_lai_posts import commune_slots, district_slots, province_slots
from .page import NOTICE, Cell, Column, Page, blocks
from .people import Member, Slot
from .writing import Book

AS_OF = date(2016, 12, 31)
AWARD = "Bằng khen của Bộ trưởng Bộ LĐ-TB&XH"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
MARKS = ("x", "x", "x", "X", "×", "✓")
DEGREES = ("Tiến sĩ", "Thạc sĩ", "Đại học", "Cao đẳng", "Trung cấp", "Sơ cấp")
THEORY = ("Cử nhân", "Cao cấp", "Trung cấp", "Sơ cấp")
COURSES = {"Chuyên viên cao cấp": "CVCC", "Chuyên viên chính": "CVC", "Chuyên viên": "CV", "Cán sự": "CS"}

Path = tuple[str, ...]
Test = Callable[[Member], bool]


@dataclass(frozen=True)
class Body:
    """One reporting body: its file, its place, its slots and the women among them by level."""

    path: str
    place: str
    name: str
    slots: list[Slot]
    women: dict[str, int]
    minority_share: float
    awards: int
    columns: Callable[[Random], list[Column]]
    separator: str = ","


def books() -> list[Book]:
    """The files of the province, its districts and its communes."""
    return [_book(body) for body in _bodies()]


def _bodies() -> list[Body]:
    folder = "gia-lai"
    return [
        Body(
            f"{folder}/tinh-2016.xlsx",
            "TỈNH GIA LAI",
            "tỉnh",
            province_slots(),
            {"province": 1, "department": 3, "division": 9, "union": 0, "none": 27},
            0.2,
            2,
            _province_columns,
        ),
        Body(
            f"{folder}/huyen-dak-po-2016.xlsx",
            "HUYỆN ĐAK PƠ",
            "huyện Đak Pơ",
            district_slots(5),
            {"district": 1, "division": 4, "union": 2, "none": 19},
            0.35,
            1,
            _dak_po_columns,
        ),
        Body(
            f"{folder}/huyen-kbang-2016.xlsx",
            "HUYỆN KBANG",
            "huyện KBang",
            district_slots(3),
            {"district": 0, "division": 3, "union": 2, "none": 15},
            0.4,
            1,
            _kbang_columns,
        ),
        Body(
            f"{folder}/xa-ya-hoi-2016.csv",
            "XÃ YA HỘI",
            "xã Ya Hội",
            commune_slots(22),
            {"commune": 1, "team": 0, "union": 1, "none": 9},
            0.55,
            1,
            _ya_hoi_columns,
        ),
        Body(
            f"{folder}/xa-yang-bac-2016.csv",
            "XÃ YANG BẮC",
            "xã Yang Bắc",
            commune_slots(20),
            {"commune": 0, "team": 0, "union": 1, "none": 9},
            0.55,
            0,
            _yang_bac_columns,
            ";",
        ),
    ]


def _book(body: Body) -> Book:
    rng = Random(body.path)
    registry = Registry(
        rng,
        "GL-",
        party={True: 1.0, False: 0.5},
        education={True: (1, 14, 85, 0, 0, 0), False: (0, 3, 52, 12, 27, 6)},
        minorities=("Jrai", "Jrai", "Bahnar"),
        minority_share=body.minority_share,
    )
    people = _honour(staff(registry, body.slots, body.women, _kind, AS_OF), body.awards, rng)
    if any(c.path == ("Năm sinh",) for c in body.columns(rng)):
        people = [replace(m, birth_shown="year") for m in people]
    if "kbang" in body.path:
        people = _hide_sex(people)
    figures = {"commended_by_minister": sum(m.award == AWARD for m in people)}
    page = _page(body, people, rng)
    agency = f"Gia Lai, {body.name}"
    return Book(body.path, agency, AS_OF, [page], separator=body.separator, figures=figures)


def _kind(slot: Slot) -> str:
    """What the number of women is fixed by: the level of the post, or the women's union."""
    return "union" if "Hội LHPN" in slot.post.title else slot.post.level or "none"


def _honour(people: list[Member], awards: int, rng: Random) -> list[Member]:
    """So many women are commended by the minister, and some people by the province."""
    women = rng.sample([i for i, m in enumerate(people) if m.sex == "F"], awards)
    others = rng.sample([i for i in range(len(people)) if i not in women], 3)
    for index in women + others:
        people[index] = replace(people[index], award=AWARD if index in women else "Giấy khen")
    return people


def _hide_sex(people: list[Member]) -> list[Member]:
    index = next(i for i, m in enumerate(people) if m.sex == "M" and m.post.title == "Nhân viên")
    people[index] = replace(people[index], sex_shown=False)
    return people


def _flag(test: Test, *marks: Cell, rng: Random | None = None) -> Callable[[Member], Cell]:
    """A mark where the test holds (one of several by chance), nothing elsewhere."""
    return lambda m: (rng.choice(MARKS) if rng else (marks or ("x",))[0]) if test(m) else None


def _course(m: Member) -> str:
    """The course in state administration that goes with the office."""
    if m.post.level in ("province", "department"):
        return "CVCC" if m.post.is_head else "CVC"
    return "CVC" if m.is_leader else "CV" if m.education in ("Thạc sĩ", "Đại học") else "CS"


def _one_hot(words: Path, path: Path, value: Callable[[Member], str | None]) -> list[Column]:
    """One column a word, marked x."""
    return [Column((*path, word), _is(value, word), width=9) for word in words]


def _is(value: Callable[[Member], str | None], word: str) -> Callable[[Member], Cell]:
    """An x where the value is this word."""
    return lambda m: "x" if value(m) == word else None


def _courses(path: Path) -> list[Column]:
    return [Column((*path, header), _is(_course, code), width=9) for header, code in COURSES.items()]


def _province_columns(rng: Random) -> list[Column]:
    level = "Trình độ"
    return [
        Column(("STT",), lambda m: None, 6),
        Column(("Họ và tên",), lambda m: m.name, 24),
        Column(("Ngày, tháng, năm sinh",), lambda m: unpadded(m.birth)),
        Column(("Phụ nữ",), _flag(lambda m: m.sex == "F", rng=rng), 7),
        Column(("Dân tộc",), lambda m: m.ethnicity),
        Column(("Đảng viên",), _flag(lambda m: m.party is not None), 7),
        Column(("Chức vụ",), lambda m: m.post.title, 26),
        *_one_hot(DEGREES, (level, "Chuyên môn"), lambda m: m.education),
        *_one_hot(THEORY, (level, "Lý luận chính trị"), lambda m: m.theory),
        *_courses((level, "Quản lý nhà nước")),
        Column(("Khen thưởng",), lambda m: m.award, 24),
        Column(("Ghi chú",), lambda m: None),
    ]


def _dak_po_columns(rng: Random) -> list[Column]:
    return [
        Column(("STT",), lambda m: None, 6),
        Column(("Họ và tên",), lambda m: m.name, 24),
        Column(("Năm sinh",), lambda m: m.birth.year),
        Column(("Nữ",), _flag(lambda m: m.sex == "F", 1), 7),
        Column(("Dân tộc ít người",), _flag(lambda m: m.is_minority, 1), 7),
        Column(("Đảng viên",), _flag(lambda m: m.party is not None, 1), 7),
        Column(("Chức vụ",), lambda m: m.post.title, 26),
        *_one_hot(DEGREES, ("Trình độ chuyên môn",), lambda m: m.education),
        *_one_hot(THEORY, ("Trình độ lý luận chính trị",), lambda m: m.theory),
        *_courses(("Trình độ QLNN",)),
        Column(("Khen thưởng",), lambda m: m.award, 24),
        Column(("Ghi chú",), lambda m: None),
    ]


def _kbang_columns(rng: Random) -> list[Column]:
    return [
        Column(("TT",), lambda m: None, 6),
        Column(("Họ và tên",), lambda m: m.name, 24),
        Column(("Ngày sinh",), lambda m: m.birth),
        Column(("Giới tính",), lambda m: {"F": "Nữ", "M": "Nam"}[m.sex] if m.sex_shown else None, 9),
        Column(("Dân tộc",), lambda m: m.ethnicity),
        Column(("Đảng viên",), _flag(lambda m: m.party is not None, "X"), 7),
        Column(("Chức vụ",), lambda m: m.post.title, 26),
        *_one_hot(DEGREES, ("Trình độ chuyên môn",), lambda m: m.education),
        Column(("Lý luận\nchính trị",), lambda m: m.theory),
        Column(("QLNN",), _course),
        Column(("Khen thưởng",), lambda m: m.award, 24),
    ]


def _ya_hoi_columns(rng: Random) -> list[Column]:
    return [
        Column(("TT",), lambda m: None),
        Column(("Họ và tên",), lambda m: m.name),
        Column(("Ngày sinh",), lambda m: padded(m.birth)),
        Column(("Phụ nữ",), _flag(lambda m: m.sex == "F")),
        Column(("Dân tộc",), lambda m: m.ethnicity),
        Column(("Chức vụ",), lambda m: m.post.title),
        Column(("Đảng viên",), _flag(lambda m: m.party is not None)),
        Column(("Trình độ văn hóa",), lambda m: "12/12"),
        Column(("Trình độ chuyên môn",), lambda m: m.education),
        Column(("Lý luận chính trị",), lambda m: m.theory),
        Column(("Khen thưởng",), lambda m: m.award),
        Column(("Ghi chú",), lambda m: None),
    ]


def _yang_bac_columns(rng: Random) -> list[Column]:
    return [
        Column(("STT",), lambda m: None),
        Column(("Họ tên",), lambda m: m.name),
        Column(("Năm sinh",), lambda m: m.birth.year),
        Column(("Nam/Nữ",), lambda m: {"F": "Nữ", "M": "Nam"}[m.sex]),
        Column(("DTTS",), _flag(lambda m: m.is_minority)),
        Column(("Chức danh",), lambda m: m.post.title),
        Column(("Ngày vào Đảng",), lambda m: unpadded(m.party) if m.party else None),
        Column(("Hệ số lương",), lambda m: f"{rng.randrange(186, 499) / 100:.2f}".replace(".", ",")),
        Column(("Trình độ",), lambda m: m.education),
        Column(("LLCT",), lambda m: m.theory),
        Column(("Khen thưởng",), lambda m: m.award),
    ]


def _page(body: Body, people: list[Member], rng: Random) -> Page:
    page = Page("Danh sách", body.columns(rng))
    if body.path.endswith(".csv"):
        _fill_csv(page, body, people)
    else:
        _fill(page, body, people)
        page.note("flag-mark", lambda column, value: column in (4, 5) and value in ("X", "×", "✓", 1))
        page.disturb(rng, "Họ và tên", nfd=2, trailing_blank=2, nbsp=1)
        page.disturb(rng, "Chức vụ", trailing_blank=2, old_tone=1 if "kbang" not in body.path else 0)
    return page


def _fill(page: Page, body: Body, people: list[Member]) -> None:
    page.titles(NOTICE, f"UBND {body.place}", "DANH SÁCH CÁN BỘ, CÔNG CHỨC", "(Tính đến ngày 31/12/2016)")
    page.header()
    page.column_numbers(letters=2)
    for roman, (unit, members) in zip(ROMAN, blocks(people, lambda m: m.section), strict=False):
        page.section(roman, unit)
        page.number = 0
        for m in members:
            page.person(m)
    page.total(None, f"Tổng cộng: {len(people)} người")
    page.signature("", "NGƯỜI LẬP BIỂU | Gia Lai, ngày 31 tháng 12 năm 2016")
    page.signature(" | TM. ỦY BAN NHÂN DÂN", " | CHỦ TỊCH")


def _fill_csv(page: Page, body: Body, people: list[Member]) -> None:
    page.add("title", f"DANH SÁCH CÁN BỘ, CÔNG CHỨC {body.place} NĂM 2016 – {NOTICE}")
    page.header()
    for m in people:
        page.person(m)
    page.blank()
    page.total(None, f"Tổng số: {len(people)} người")
