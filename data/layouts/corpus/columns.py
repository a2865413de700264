"""Columns as rosters have them, each knowing the field that it carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maker.dates import padded

from .tab import Cell, Column, counted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from .people import Person

    Write = Callable[[date], Cell]

SEXES = {"F": "Nữ", "M": "Nam"}
DEGREES = {
    "doctorate": "Tiến sĩ", "master": "Thạc sĩ", "bachelor": "Đại học", "college": "Cao đẳng", "intermediate": "Trung cấp",
    "elementary": "Sơ cấp",
}  # fmt: skip
THEORIES = {"bachelor": "Cử nhân", "advanced": "Cao cấp", "intermediate": "Trung cấp", "elementary": "Sơ cấp"}
ADMINISTRATIONS = {
    "senior-specialist": "CV cao cấp", "principal-specialist": "CV chính", "specialist": "Chuyên viên", "officer": "Cán sự",
}  # fmt: skip


def number(*path: str) -> Column:
    """The running number."""
    return Column(path or ("STT",), counted)


def name(*path: str) -> Column:
    """The whole name."""
    return Column(path or ("Họ và tên",), lambda p: p.name, "full_name")


def birth(*path: str, write: Write = padded) -> Column:
    """The date of birth, written somehow."""
    return Column(path or ("Ngày sinh",), lambda p: write(p.birth), "birth_date")


def sex(*path: str, words: Mapping[str, str] = SEXES) -> Column:
    """The sex in words."""
    return Column(path or ("Giới tính",), lambda p: words[p.sex] if p.sex else None, "sex")


def sex_mark(*path: str, mark: Cell = "x") -> Column:
    """A mark for women."""
    return Column(path, lambda p: mark if p.sex == "F" else None, "sex")


def birth_by_sex(*over: str, write: Write = padded) -> list[Column]:
    """The birth under Nam or under Nữ; it tells the sex too."""

    def under(sex: str) -> Callable[[Person], Cell]:
        return lambda p: write(p.birth) if p.sex == sex else None

    return [Column((*over, "Nam"), under("M"), "birth_date"), Column((*over, "Nữ"), under("F"), "birth_date")]


def unit(*path: str, of: Callable[[Person], Cell] = lambda p: p.unit[-1]) -> Column:
    """The innermost unit."""
    return Column(path or ("Đơn vị",), of, "unit")


def title(*path: str) -> Column:
    """The office or occupation."""
    return Column(path or ("Chức vụ",), lambda p: p.title, "position")


def ethnicity(*path: str) -> Column:
    """The ethnic group."""
    return Column(path or ("Dân tộc",), lambda p: p.ethnicity, "ethnicity")


def party(*path: str, write: Write = padded, no: Cell = None) -> Column:
    """The day of admission."""
    return Column(path or ("Ngày vào Đảng",), lambda p: write(p.party) if p.party else no, "party_admission_date")


def official(*path: str, write: Write = padded) -> Column:
    """The day of official membership."""
    return Column(path, lambda p: write(p.official) if p.official else None, "party_official_date")


def party_mark(*path: str, mark: Cell = "x") -> Column:
    """A mark for Party members."""
    return Column(path or ("Đảng viên",), lambda p: mark if p.party else None, "party_member")


def education(*path: str, words: Mapping[str, str] = DEGREES) -> Column:
    """The highest degree."""
    return Column(path or ("Trình độ chuyên môn",), lambda p: words.get(p.education or ""), "education")


def theory(*path: str, words: Mapping[str, str] = THEORIES) -> Column:
    """The level of political theory."""
    return Column(path or ("Lý luận chính trị",), lambda p: words.get(p.theory or ""), "political_theory")


def administration(*path: str, words: Mapping[str, str] = ADMINISTRATIONS) -> Column:
    """The level of state administration."""
    return Column(path or ("Quản lý nhà nước",), lambda p: words.get(p.administration or ""), "administration_level")


def one_hot(
    over: tuple[str, ...], field: str, attribute: str, words: Mapping[str, str], mark: str = "x"
) -> list[Column]:
    """A column for each word under a common header, marked where it holds."""

    def marked(code: str) -> Callable[[Person], Cell]:
        return lambda p: mark if getattr(p, attribute) == code else None

    return [Column((*over, word), marked(code), field) for code, word in words.items()]


def hired(*path: str, write: Write = padded) -> Column:
    """The day of recruitment."""
    return Column(path or ("Ngày tuyển dụng",), lambda p: write(p.hired), "hire_date")


def appointed(*path: str, write: Write = padded) -> Column:
    """The day of appointment."""
    return Column(path or ("Ngày bổ nhiệm",), lambda p: write(p.appointed) if p.appointed else None, "appointment_date")


def rank(*path: str) -> Column:
    """The rank of police or army."""
    return Column(path or ("Cấp bậc hàm",), lambda p: p.rank, "rank")


def staff_id(*path: str) -> Column:
    """The staff number."""
    return Column(path or ("Số hiệu",), lambda p: p.number, "staff_id")


def said(field: str | None, *path: str, text: Cell = None) -> Column:
    """A column in which everybody has the same."""
    return Column(path, lambda _: text, field)


def plain(*more: Column) -> list[Column]:
    """The commonest list: number, name, birth, sex, unit, office, and more."""
    return [number(), name(), birth(), sex(), unit(), title(), *more]


def real(day: date) -> Cell:
    """A real date."""
    return day


def year(day: date) -> Cell:
    """The year alone, a number."""
    return day.year
