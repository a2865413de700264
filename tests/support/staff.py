"""People of a generated roster: what they are, and what a reader can know of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Đỗ", "Võ")
MIDDLES = ("Thị", "Văn", "Thu", "Quốc", "Minh")
GIVEN = ("Lan", "Hùng", "Hà", "Bình", "An", "Cường", "Nam", "Thủy", "Tổng", "Công")
TITLES = ("Trưởng phòng", "Phó Trưởng phòng", "Chuyên viên", "Đội trưởng", "Nhân viên")


@dataclass(frozen=True)
class Known:
    """What must be read of a person; None is not known."""

    sex: str | None
    birth: str
    unit: str | None
    education: str | None
    political_theory: str | None
    administration_level: str | None
    party_member: bool | None


@dataclass(frozen=True)
class Member:
    """One person as put into a roster."""

    number: str
    name: str
    sex: str
    birth: dt.date
    unit: tuple[str, ...]
    title: str
    ethnicity: str
    education: str | None
    theory: str | None
    administration: str | None
    party: str | None
    official: str | None

    def born(self, how: str) -> str:
        """The birth as a roster writes it."""
        day = self.birth
        written = {"unpadded": f"{day.day}/{day.month}/{day.year}", "real": f"{day} 00:00:00", "year": str(day.year)}
        return written.get(how, f"{day:%d/%m/%Y}")

    def known(self, *, unit: bool, year_only: bool, party: bool, told: set[str]) -> Known:
        """What a reader can know, where these are told."""
        return Known(
            sex=self.sex if self.sex in ("F", "M") else None,
            birth=str(self.birth.year) if year_only else f"{self.birth:%d/%m/%Y}",
            unit=_unit(self.unit) if unit else None,
            education=self.education if "education" in told else None,
            political_theory=self.theory if "theory" in told else None,
            administration_level=self.administration if "administration" in told else None,
            party_member=self.party is not None if party else None,
        )


def _unit(path: tuple[str, ...]) -> str:
    """The innermost unit; nested ones all stand under several others, by which they are told apart."""
    *over, inner = path
    return f"{inner} ({over[-1]})" if over else inner


def members(rng: Random, units: list[tuple[str, ...]], *, one_woman: bool) -> list[Member]:
    """One to five people in each unit, no two born on one day; where it is asked for, the first is a woman."""
    days = rng.sample(range(12_000), 5 * len(units))
    found: list[Member] = []
    for unit in units:
        for _ in range(rng.randint(1, 5)):
            sex = "F" if one_woman and not found else rng.choice("FM")
            found.append(_member(rng, len(found), unit, sex, dt.date(1962, 1, 1) + dt.timedelta(days[len(found)])))
    return found


def _member(rng: Random, number: int, unit: tuple[str, ...], sex: str, birth: dt.date) -> Member:
    joined = dt.date(rng.randint(birth.year + 19, 2019), rng.randint(1, 12), rng.randint(1, 28))
    member = rng.random() < 0.5
    return Member(
        number=str(1000 + number),
        name=" ".join(map(rng.choice, (SURNAMES, MIDDLES, GIVEN))),
        sex=sex,
        birth=birth,
        unit=unit,
        title=rng.choice(TITLES),
        ethnicity=rng.choice(("Kinh", "Tày")),
        education=rng.choice(("doctorate", "master", "bachelor", "college", "intermediate", None)),
        theory=rng.choice(("bachelor", "advanced", "intermediate", "elementary", None)),
        administration=rng.choice(("senior-specialist", "principal-specialist", "specialist", "officer", None)),
        party=f"{joined:%d/%m/%Y}" if member else None,
        official=f"{joined.replace(year=joined.year + 1):%d/%m/%Y}" if member else None,
    )
