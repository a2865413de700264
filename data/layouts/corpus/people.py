"""Invented people of small staffs: what they are, and the one office that each may hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from random import Random

from maker.dates import day_between, years_after
from maker.names import full_name

AS_OF = date(2020, 12, 31)

Unit = tuple[str, ...]

#: The first words of a unit's name, the titles of its head and its deputy, and those of its other people.
TITLES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "Lãnh đạo Cục": ("Cục trưởng", "Phó Cục trưởng", ("Thư ký", "Trợ lý")),
    "Phòng": ("Trưởng phòng", "Phó Trưởng phòng", ("Chuyên viên", "Chuyên viên chính", "Cán sự", "Kế toán viên")),
    "Đội": ("Đội trưởng", "Phó Đội trưởng", ("Kiểm soát viên thị trường", "Chuyên viên", "Nhân viên")),
    "Văn phòng": ("Chánh Văn phòng", "Phó Chánh Văn phòng", ("Chuyên viên", "Văn thư", "Lái xe")),
    "Vụ": ("Vụ trưởng", "Phó Vụ trưởng", ("Chuyên viên cao cấp", "Chuyên viên chính", "Chuyên viên")),
    "Chi cục": ("Chi cục trưởng", "Phó Chi cục trưởng", ("Công chức thừa hành", "Kiểm tra viên")),
    "Đại đội": ("Đại đội trưởng", "Phó Đại đội trưởng", ("Trợ lý", "Chiến sĩ")),
    "Trung đội": ("Trung đội trưởng", "Phó Trung đội trưởng", ("Chiến sĩ",)),
    "Công an xã": ("Trưởng Công an xã", "Phó Trưởng Công an xã", ("Cán bộ", "Cán bộ")),
    "UBND xã": ("Chủ tịch UBND xã", "Phó Chủ tịch UBND xã", ("Công chức", "Cán bộ", "Văn thư")),
    "Head Office": ("Head of Division", "Deputy Head of Division", ("Specialist", "Officer", "Staff")),
}

EDUCATION = (
    "doctorate",
    "master",
    "bachelor",
    "bachelor",
    "bachelor",
    "bachelor",
    "college",
    "intermediate",
    "elementary",
)
THEORY = ("bachelor", "advanced", "intermediate", "intermediate", "elementary", None, None)
ADMINISTRATION = ("senior-specialist", "principal-specialist", "specialist", "specialist", "officer", None)
MINORITIES = ("Tày", "Nùng", "Mường", "Thái", "Khmer", "Hoa", "Ê Đê", "Gia Rai")
RANKS = ("Trung úy", "Thượng úy", "Đại úy", "Thiếu tá", "Trung tá", "Thượng tá")


@dataclass(frozen=True)
class Person:
    """One invented person; `unit` is named from the outermost body to the innermost; None is not known."""

    number: str
    name: str
    sex: str | None
    birth: date
    unit: Unit
    title: str
    role: str | None
    party: date | None
    official: date | None
    ethnicity: str
    education: str | None
    theory: str | None
    administration: str | None
    rank: str
    hired: date
    appointed: date | None

    @property
    def surname(self) -> str:
        """All of the name but its last word."""
        return self.name.rsplit(" ", 1)[0]

    @property
    def given(self) -> str:
        """The last word of the name."""
        return self.name.rsplit(" ", 1)[1]

    @property
    def minority(self) -> bool:
        """Whether the ethnic group is another than Kinh."""
        return self.ethnicity != "Kinh"


def staff(seed: str, units: dict[Unit, int], women: float = 0.4) -> list[Person]:
    """So many people in each unit: the first its head, the second its deputy, no two of one name or one date of birth."""
    rng = Random(seed)
    found: list[Person] = []
    for unit, size in units.items():
        for place in range(size):
            found.append(_another(rng, unit, place, women, found))
    return found


def _another(rng: Random, unit: Unit, place: int, women: float, others: list[Person]) -> Person:
    names, births = {one.name for one in others}, {one.birth for one in others}
    while True:
        one = _person(rng, len(others) + 1, unit, place, "F" if rng.random() < women else "M")
        if one.name not in names and one.birth not in births:
            return one


def _person(rng: Random, number: int, unit: Unit, place: int, sex: str) -> Person:
    head, deputy, others = TITLES[_kind(unit[-1])]
    title, role = ((head, "head"), (deputy, "deputy"))[place] if place < 2 else (rng.choice(others), None)
    birth = day_between(rng, date(1962, 1, 1), date(1997, 12, 28))
    hired = day_between(rng, years_after(birth, 21), years_after(birth, 22))
    party = day_between(rng, hired, date(2020, 11, 30)) if role or rng.random() < 0.5 else None
    official = years_after(party, 1) if party and years_after(party, 1) <= AS_OF else None
    return Person(
        number=f"{10_000 + 37 * number}",
        name=full_name(rng, sex),
        sex=sex,
        birth=birth,
        unit=unit,
        title=title,
        role=role,
        party=party,
        official=official,
        ethnicity=rng.choice(MINORITIES) if rng.random() < 0.2 else "Kinh",
        education=rng.choice(EDUCATION),
        theory=rng.choice(THEORY),
        administration=rng.choice(ADMINISTRATION),
        rank=rng.choice(RANKS),
        hired=hired,
        appointed=day_between(rng, years_after(birth, 22), date(2020, 12, 1)) if role else None,
    )


def _kind(unit: str) -> str:
    """The longest first words of a unit that have titles."""
    return max((words for words in TITLES if unit.casefold().startswith(words.casefold())), key=len)


def but(person: Person, **changes: object) -> Person:
    """The person with some things otherwise."""
    return replace(person, **changes)  # type: ignore[arg-type]
