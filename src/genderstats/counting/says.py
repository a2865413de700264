"""What the offices of an item say in each dimension of offices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.counting.held import Held, items
from genderstats.people.bodies import body_kinds
from genderstats.people.codes import code_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from genderstats.people.position import Position

Told = str | None


def _level_told(held: Held) -> Told:
    office = held.highest
    return office.level if office else None if held.doubt else "none"


def _role(held: Held) -> Told:
    office = held.highest
    return office.role if office else None if held.doubt else "none"


def _axis(held: Held) -> Told:
    """The first of the axes, in their official order, on which an office is held."""
    axes = {one.axis for one in (*held.offices, *held.party)}
    return next((axis for axis in code_list("axis") if axis in axes), None if held.party_doubt else "none")


def _key_leader(held: Held) -> Told:
    return "yes" if held.key else None if held.doubt else "no"


def _seat(held: Held) -> Told:
    """The seat in the highest elected body."""
    seats = {_seat_code(one) for one in held.offices if one.seat}
    order = ("national-assembly", "provincial-council", "district-council", "commune-council", "council")
    return next((code for code in order if code in seats), None if held.doubt else "none")


def _seat_code(one: Position) -> str:
    if one.seat == "assembly":
        return "national-assembly"
    return {"province": "provincial-council", "district": "district-council", "commune": "commune-council"}.get(
        one.level or "", "council"
    )


def _committee_member(held: Held) -> Told:
    return "member" if held.seats else None if held.party_doubt else "not-member"


def _standing(held: Held) -> Told:
    standing = any(one.standing for one in held.seats)
    return "member" if standing else None if held.party_doubt else "not-member"


def _secretary(held: Held) -> Told:
    roles = {one.role for one in held.seats}
    if "head" in roles:
        return "secretary"
    return "deputy-secretary" if "deputy" in roles else None if held.party_doubt else "none"


def _committee_level(held: Held) -> Told:
    """The level of the highest committee that somebody sits on."""
    levels = tuple(code_list("level"))
    told = [one.level for one in held.seats if one.level]
    return min(told, key=levels.index, default=None) if held.seats else None if held.party_doubt else "none"


def _body(held: Held) -> Told:
    return held.body or next((one.body for one in items(held, "body") if one.body), None)


def _kind(held: Held) -> Told:
    return held.kind or next((one.kind for one in items(held, "body") if one.kind), None)


def _committee(held: Held) -> Told:
    return next((one.committee for one in items(held, "committee") if one.committee), None) if held.seats else None


#: What each dimension of offices says of an item; None where it is not known.
SAYS: dict[str, Callable[[Held], Told]] = {
    "level": _level_told,
    "role": _role,
    "axis": _axis,
    "key-leader": _key_leader,
    "seat": _seat,
    "party-committee": _committee_member,
    "standing-committee": _standing,
    "party-secretary": _secretary,
    "committee-level": _committee_level,
    "committee": _committee,
    "body": _body,
    "body-kind": _kind,
}


def labels_of(dimension: str, declared: Iterable[str], said: Iterable[Told]) -> tuple[str, ...]:
    """The codes of a dimension of offices: as declared, else the kinds of bodies, else the names that were said."""
    listed = tuple(declared)
    if dimension == "body-kind":
        return tuple(body_kinds())
    return listed or tuple(dict.fromkeys(one for one in said if one))
