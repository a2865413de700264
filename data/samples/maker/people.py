"""Invented people: what they are, which offices they hold, and what is counted about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

LEVELS = (
    "general-department",
    "department",
    "by-unit",
    "division",
    "team",
    "province",
    "district",
    "commune",
)
"""Level codes, highest first; `by-unit` is a director whose level depends on the level of the body."""


@dataclass(frozen=True)
class Office:
    """One office: its axis, level code and role."""

    axis: str
    level: str
    role: str


@dataclass(frozen=True)
class Post:
    """The title as it stands in a cell, and the offices that it holds."""

    title: str
    offices: tuple[Office, ...] = ()
    known: bool = True
    trap: str | None = None

    @property
    def leading(self) -> tuple[Office, ...]:
        """The head and deputy offices on the government axis, highest level first."""
        held = [o for o in self.offices if o.axis == "government" and o.role in ("head", "deputy")]
        return tuple(sorted(held, key=lambda o: LEVELS.index(o.level)))

    @property
    def level(self) -> str | None:
        """The highest level of leadership, if any."""
        return self.leading[0].level if self.leading else None

    @property
    def is_head(self) -> bool:
        """Whether one of the offices is that of a head."""
        return any(o.role == "head" for o in self.leading)


@dataclass(frozen=True)
class Slot:
    """A place in an organisation before anybody holds it."""

    unit: str
    post: Post
    section: str = ""


@dataclass(frozen=True)
class Member:
    """One invented person, and how the roster shows the sex and the birth date."""

    staff_id: str
    name: str
    sex: str
    birth: date
    unit: str
    section: str
    post: Post
    hired: date
    appointed: date | None
    party: date | None
    official: date | None
    ethnicity: str
    education: str
    theory: str | None
    contract: str
    rank: str = ""
    planned: str | None = None
    award: str | None = None
    sex_shown: bool = True
    birth_shown: str = "day"
    ethnicity_shown: bool = True

    @property
    def recorded_sex(self) -> str | None:
        """The sex that a reader of the roster can know."""
        return self.sex if self.sex_shown else None

    @property
    def is_leader(self) -> bool:
        """Whether the person holds a head or deputy office on the government axis."""
        return bool(self.post.leading)

    @property
    def is_ordinary(self) -> bool:
        """Whether the person holds no office, and no title that is there to be a trap."""
        return not self.is_leader and self.post.known and self.post.trap is None

    @property
    def is_minority(self) -> bool:
        """Whether the roster shows an ethnicity other than Kinh."""
        return self.ethnicity_shown and not self.ethnicity.startswith("Kinh")


def percent(part: int, whole: int) -> float:
    """A share in percent, to two decimals, half up."""
    return (part * 100_000 // whole + 5) // 10 / 100


def head(level: str, title: str, *more: Office, trap: str | None = None) -> Post:
    """A post that heads a body of this level."""
    return Post(title, (Office("government", level, "head"), *more), trap=trap)


def deputy(level: str, title: str, *more: Office, trap: str | None = None) -> Post:
    """A post that is deputy head of a body of this level."""
    return Post(title, (Office("government", level, "deputy"), *more), trap=trap)


def party_post(role: str = "head") -> Office:
    """An office in the Party."""
    return Office("party", "none", role)


def mass_post(role: str = "head") -> Office:
    """An office in a mass organisation."""
    return Office("mass-organisation", "none", role)


def plain(title: str, *offices: Office, known: bool = True, trap: str | None = None) -> Post:
    """A post without a government office."""
    return Post(title, offices, known, trap)
