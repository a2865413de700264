"""The offices of one item of the count: of a person all; else those of one post, seat, Party committee or body."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from genderstats.counting.naming import committee_of, led_by
from genderstats.people.bodies import body_in
from genderstats.people.codes import code_list

if TYPE_CHECKING:
    from collections.abc import Callable

    from genderstats.indicators.indicator import Per
    from genderstats.people.bodies import NamedBody
    from genderstats.people.position import Position

#: The axis on which "level" and "role" are told.
AXIS = "government"


@dataclass(frozen=True, slots=True)
class Held:
    """Offices held in a unit: those that titles tell, and with them those of the column of Party posts.

    `key` are the offices of a key leader, by the rule in force. `doubt` and `party_doubt`: whether a part of the titles, or of
    these and the Party posts, is known to no rule. `body` and `committee` name what the item belongs to, "" where nothing
    tells; `kind` is the body's.
    """

    offices: tuple[Position, ...]
    party: tuple[Position, ...]
    doubt: bool = False
    party_doubt: bool = False
    unit: str | None = None
    body: str = ""
    kind: str = ""
    committee: str = ""
    key: tuple[Position, ...] = ()

    @property
    def highest(self) -> Position | None:
        """The highest office in government: by level, then by role; an office of no known level comes last."""
        led = [one for one in self.offices if one.axis == AXIS and one.role in ("head", "deputy")]
        levels, roles = tuple(code_list("level")), ("head", "deputy")
        return min(
            led,
            key=lambda one: (levels.index(one.level) if one.level else len(levels), roles.index(one.role)),
            default=None,
        )

    @property
    def seats(self) -> tuple[Position, ...]:
        """The offices that are a seat in a Party committee."""
        return tuple(one for one in self.party if one.committee)

    def of(self, offices: tuple[Position, ...]) -> Held:
        """Some of the offices alone, of which nothing is in doubt."""
        key = tuple(one for one in self.key if one in offices)
        return replace(self, offices=offices, party=offices, doubt=False, party_doubt=False, key=key)


def items(held: Held, per: Per) -> list[Held]:
    """What is counted of somebody's offices: each item with its own; one without any where somebody has none of the kind."""
    return _DIVIDED[per](held)


def _each_post(held: Held) -> list[Held]:
    """Each office by itself, and one in doubt for a part of a title that no rule knows."""
    posts = [held.of((one,)) for one in dict.fromkeys((*held.offices, *held.party))]
    return posts if posts and not held.doubt else [*posts, replace(held, offices=(), party=(), key=())]


def _each_seat(held: Held) -> list[Held]:
    """Each seat in an elected body once, whatever offices come with it."""
    seated: dict[tuple[str, str | None], list[Position]] = {}
    for one in held.offices:
        if one.seat:
            seated.setdefault((one.seat, None if one.seat == "assembly" else one.level), []).append(one)
    return [held.of(tuple(some)) for some in seated.values()] or [held]


def _each_committee(held: Held) -> list[Held]:
    """Each Party committee that somebody sits on once."""
    named: dict[str, list[Position]] = {}
    for one in held.seats:
        named.setdefault(committee_of(one, held.committee, held.unit), []).append(one)
    return [replace(held.of(tuple(some)), committee=name) for name, some in named.items()] or [
        replace(held, committee="")
    ]


def _each_body(held: Held) -> list[Held]:
    """Each body whose key leader somebody is; else the body that the unit names."""
    if held.body:
        return [held]
    led: dict[str, tuple[NamedBody, list[Position]]] = {}
    for one in held.key:
        body = led_by(one, held.unit)
        if body:
            led.setdefault(body.key, (body, []))[1].append(one)
    if led:
        return [replace(held.of(tuple(some)), body=body.name, kind=body.kind) for body, some in led.values()]
    around = body_in(held.unit)
    return [replace(held, body=around.name, kind=around.kind) if around else held]


_DIVIDED: dict[Per, Callable[[Held], list[Held]]] = {
    "person": lambda held: [held],
    "post": _each_post,
    "seat": _each_seat,
    "committee": _each_committee,
    "body": _each_body,
}
