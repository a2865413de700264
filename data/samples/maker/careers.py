"""How people come into an organisation, rise in it, and leave it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from .dates import day_between, years_after
from .names import full_name
from .people import Member, Post, Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from random import Random

EDUCATION = ("Tiến sĩ", "Thạc sĩ", "Đại học", "Cao đẳng", "Trung cấp", "Sơ cấp")


class Split(NamedTuple):
    """A number of women and a number of men."""

    women: int
    men: int


@dataclass(frozen=True)
class Turnover:
    """What happens between two rosters; every vacated or new post is filled by promotion."""

    after: date
    until: date
    leave: Split
    retire: Split
    promote: Split
    join: Split
    admit: Split
    move: int = 0
    new_posts: tuple[Slot, ...] = ()
    may_retire: Callable[[Member], bool] = field(default=lambda m: m.post.level in ("division", "team"))


@dataclass
class Registry:
    """Hires invented people for one agency; every number and every name with its birth date is given once."""

    rng: Random
    prefix: str
    party: dict[bool, float]
    education: dict[bool, tuple[int, ...]]
    minorities: tuple[str, ...] = ("Tày", "Nùng", "Mường", "Thái", "Hoa")
    minority_share: float = 0.05
    contracts: tuple[str, ...] = ("Biên chế", "Biên chế", "Biên chế", "Hợp đồng")
    taken: set[tuple[str, date]] = field(default_factory=set)
    hires: int = 0

    def hire(self, sex: str, slot: Slot, as_of: date, hired: date | None = None) -> Member:
        """A new person in this slot."""
        leader = bool(slot.post.leading)
        ethnicity = self._ethnicity()
        name, birth = self._identity(sex, ethnicity, as_of, leader, hired is not None)
        hired = hired or self._hired(birth, as_of)
        party = self._party(hired, as_of) if self._belongs(slot, hired, as_of) else None
        self.hires += 1
        return Member(
            staff_id=f"{self.prefix}{self.hires:05d}",
            name=name,
            sex=sex,
            birth=birth,
            unit=slot.unit,
            section=slot.section,
            post=slot.post,
            hired=hired,
            appointed=self._appointed(as_of) if leader else None,
            party=party,
            official=official_after(party, as_of),
            ethnicity=ethnicity,
            education=self.rng.choices(EDUCATION, self.education[leader])[0],
            theory=self._theory(leader, party is not None),
            contract=self.contracts[0] if leader else self.rng.choice(self.contracts),
        )

    def _ethnicity(self) -> str:
        return self.rng.choice(self.minorities) if self.rng.random() < self.minority_share else "Kinh"

    def _identity(self, sex: str, ethnicity: str, as_of: date, leader: bool, new: bool) -> tuple[str, date]:
        """A name and a birth date that nobody else has; leaders are older, women and newcomers younger."""
        youngest, oldest = (36, 58) if leader else (22, 32) if new else (23, 50 if sex == "F" else 58)
        while True:
            name = full_name(self.rng, sex, ethnicity)
            birth = day_between(self.rng, years_after(as_of, -oldest), years_after(as_of, -youngest))
            if (name, birth) not in self.taken:
                self.taken.add((name, birth))
                return name, birth

    def _hired(self, birth: date, as_of: date) -> date:
        last = min(years_after(birth, 27), as_of - timedelta(20))
        return day_between(self.rng, years_after(birth, 19), last)

    def _appointed(self, as_of: date) -> date:
        return day_between(self.rng, as_of - timedelta(2200), as_of - timedelta(10))

    def _belongs(self, slot: Slot, hired: date, as_of: date) -> bool:
        """Whether the person is in the Party: always with a Party office, never in the first year."""
        in_party = any(o.axis == "party" for o in slot.post.offices)
        chance = 1.0 if in_party else self.party[bool(slot.post.leading)]
        return self.rng.random() < chance and hired < as_of - timedelta(400)

    def _party(self, hired: date, as_of: date) -> date:
        last = max(hired + timedelta(30), min(years_after(hired, 12), as_of - timedelta(60)))
        return day_between(self.rng, hired + timedelta(20), last)

    def _theory(self, leader: bool, member: bool) -> str | None:
        if leader:
            return self.rng.choice(("Cao cấp", "Cao cấp", "Trung cấp", "Trung cấp", "Cử nhân"))
        return self.rng.choice(("Trung cấp", "Sơ cấp", "Sơ cấp", None)) if member else None


def official_after(party: date | None, as_of: date) -> date | None:
    """The day on which a probationary member became official, when that day has come."""
    if party is None or years_after(party, 1) > as_of:
        return None
    return years_after(party, 1)


def staff(
    registry: Registry, slots: list[Slot], women: dict[str, int], key: Callable[[Slot], str], as_of: date
) -> list[Member]:
    """People in all slots, with exactly so many women among the slots of each key."""
    chosen: set[int] = set()
    for name, wanted in women.items():
        chosen |= set(registry.rng.sample([i for i, s in enumerate(slots) if key(s) == name], wanted))
    return [registry.hire("F" if i in chosen else "M", slot, as_of) for i, slot in enumerate(slots)]


def next_roster(people: list[Member], change: Turnover, registry: Registry, newcomer: Post) -> list[Member]:
    """The people of the later roster, after departures, promotions, moves, admissions and arrivals."""
    rng = registry.rng
    gone = pick(rng, people, change.retire, lambda m: m.is_leader and change.may_retire(m))
    gone += pick(rng, people, change.leave, lambda m: m.is_ordinary)
    vacant = [Slot(m.unit, m.post, m.section) for m in gone if m.is_leader] + list(change.new_posts)
    left = {m.staff_id for m in gone}
    stay = {m.staff_id: m for m in people if m.staff_id not in left}
    _promote(stay, vacant, change, rng)
    _move(stay, change, rng)
    _admit(stay, change, rng)
    return list(stay.values()) + _arrivals(list(stay.values()), people, change, registry, newcomer)


def pick(rng: Random, people: Iterable[Member], split: Split, fit: Callable[[Member], bool]) -> list[Member]:
    """So many women and men among those who fit, half of them the oldest."""
    pool = sorted((m for m in people if m.sex_shown and fit(m)), key=lambda m: m.birth)
    chosen: list[Member] = []
    for sex, wanted in (("F", split.women), ("M", split.men)):
        fitting = [m for m in pool if m.sex == sex]
        chosen += fitting[: wanted // 2] + rng.sample(fitting[wanted // 2 :], wanted - wanted // 2)
    return chosen


def _promote(stay: dict[str, Member], vacant: list[Slot], change: Turnover, rng: Random) -> None:
    """Fills every vacant post, from the same unit where somebody is ready."""
    sexes = ["F"] * change.promote.women + ["M"] * change.promote.men
    rng.shuffle(sexes)
    for slot, sex in zip(vacant, sexes, strict=True):
        ready = [m for m in stay.values() if _is_ready(m, sex, change.until)]
        near = [m for m in ready if m.unit == slot.unit] or ready
        m = rng.choice(near)
        stay[m.staff_id] = replace(
            m,
            unit=slot.unit,
            section=slot.section,
            post=slot.post,
            appointed=day_between(rng, change.after, change.until),
            planned=None,
        )


def _is_ready(m: Member, sex: str, until: date) -> bool:
    """Whether the person may rise: an ordinary Party member of this sex, thirty years old."""
    known = m.is_ordinary and m.birth_shown == "day" and m.sex_shown
    return known and m.sex == sex and m.birth < years_after(until, -30) and m.party is not None


def _move(stay: dict[str, Member], change: Turnover, rng: Random) -> None:
    """Sends a few people without office to another unit."""
    places = sorted({(m.unit, m.section) for m in stay.values() if not m.is_leader})
    for m in rng.sample([m for m in stay.values() if not m.is_leader and m.post.trap is None], change.move):
        unit, section = rng.choice([p for p in places if p[0] != m.unit])
        stay[m.staff_id] = replace(m, unit=unit, section=section)


def _admit(stay: dict[str, Member], change: Turnover, rng: Random) -> None:
    """Admits people to the Party between the two dates, and makes probationers official."""
    for m in pick(rng, stay.values(), change.admit, lambda m: m.party is None and m.hired < change.after):
        stay[m.staff_id] = replace(m, party=day_between(rng, change.after, change.until))
    for key, m in stay.items():
        stay[key] = replace(m, official=m.official or official_after(m.party, change.until))


def _arrivals(
    stay: list[Member], before: list[Member], change: Turnover, registry: Registry, newcomer: Post
) -> list[Member]:
    """New people, first where people are missing."""
    missing = Counter((m.unit, m.section) for m in before) - Counter((m.unit, m.section) for m in stay)
    places = list(missing.elements())
    crowded = sorted({(m.unit, m.section) for m in stay if not m.is_leader})
    sexes = ["F"] * change.join.women + ["M"] * change.join.men
    registry.rng.shuffle(sexes)
    places += [registry.rng.choice(crowded) for _ in range(len(sexes) - len(places))]
    found = []
    for sex, (unit, section) in zip(sexes, places, strict=False):
        hired = day_between(registry.rng, change.after, change.until - timedelta(20))
        m = registry.hire(sex, Slot(unit, newcomer, section), change.until, hired)
        found.append(replace(m, party=None, official=None, theory=None))
    return found


def flows(then: Iterable[Member], now: Iterable[Member]) -> dict[str, int]:
    """Who stayed, came, left, rose, moved and joined the Party, by what the rosters show."""
    before, after = ({m.staff_id: m for m in people} for people in (then, now))
    both = [(before[key], after[key]) for key in before.keys() & after.keys()]
    came = [m for key, m in after.items() if key not in before]
    left = [m for key, m in before.items() if key not in after]
    risen = [m for old, m in both if m.is_leader and not old.is_leader]
    admitted = [m for old, m in both if m.party and not old.party]
    groups = {"entered": came, "left": left, "promoted": risen, "admitted_to_party": admitted}
    counts = {"continuing": len(both), "moved_unit": sum(old.unit != m.unit for old, m in both)}
    for name, members in groups.items():
        counts |= {name: len(members), f"{name}_women": sum(m.recorded_sex == "F" for m in members)}
    return counts
