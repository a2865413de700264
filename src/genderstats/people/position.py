"""An office as a title tells it, and the bodies whose names tell its axis and level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_DEFAULT_AXES = ("government",)


@dataclass(frozen=True, slots=True)
class Position:
    """One office that a person holds now."""

    axis: str
    level: str | None
    role: str
    acting: bool = False
    key_leader: bool = False
    committee: bool = False
    standing: bool = False
    #: "assembly" or "council" where it is, or implies, a seat in the National Assembly or in a People's Council.
    seat: str = ""
    #: The body's name as the title's own words write it.
    body: str = ""
    #: The unit of the row that tells it, where a person stands on several rows.
    where: str | None = None


@dataclass(frozen=True, slots=True)
class TitleReading:
    """What a cell says: the offices held now, and the parts that no rule knows, as written."""

    positions: tuple[Position, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """A kind of body: its own level, or the scale by which what surrounds it tells the level."""

    level: str | None
    axis: str | None
    place: str
    scale: Mapping[str, str]
    scale_on: Mapping[str, Mapping[str, str]]
    inherits: tuple[str, ...]
    key: bool
    committee: bool
    standing: bool
    side: bool
    weak: bool
    needs_name: bool
    headed: bool
    cell: bool
    tells: bool
    kinds: tuple[str, ...]
    seat: str

    @classmethod
    def of(cls, entry: Mapping[str, Any], scales: Mapping[str, Mapping[str, str]]) -> Body:
        """The body that this entry of the table describes."""
        return cls(
            level=entry.get("level"),
            axis=entry.get("axis"),
            place=entry.get("place", ""),
            scale=scales[entry["scale"]] if "scale" in entry else {},
            scale_on={axis: scales[name] for axis, name in entry.get("scale_on", {}).items()},
            inherits=tuple(entry.get("inherits", ())),
            key=entry.get("key", False),
            committee=entry.get("committee", True),
            standing=entry.get("standing", True),
            side=entry.get("side", False),
            weak=entry.get("weak", False),
            needs_name=entry.get("needs_name", False),
            headed=entry.get("headed", True),
            cell=entry.get("cell", False),
            tells=entry.get("tells", True),
            kinds=(entry["words"][0], *entry.get("kinds", ())),
            seat=entry.get("seat", ""),
        )


@dataclass(frozen=True, slots=True)
class Title:
    """What one rule says of its titles."""

    axes: tuple[str, ...] = _DEFAULT_AXES
    level: str | None = None
    fixed: bool = False
    heads: Body | None = None
    carries: str = ""
    before_body: bool = False
    key: bool = False
    committee: bool = False
    standing: bool = False
    nothing: bool = False
    then_title: bool = False

    @classmethod
    def of(cls, entry: Mapping[str, Any], heads: Body | None) -> Title:
        """The title that this entry of the table describes; it is fixed when no body can change its level."""
        before_body = entry.get("before_body", False)
        return cls(
            axes=tuple(entry.get("axes", _DEFAULT_AXES)),
            level=entry.get("level"),
            fixed="level" in entry and heads is None and not before_body and not entry.get("by_body"),
            heads=heads,
            carries=entry.get("heads", ""),
            before_body=before_body,
            key=entry.get("key", False),
            committee=entry.get("committee", False),
            standing=entry.get("standing", False),
        )


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a title, and the role it gives."""

    title: Title
    role: str
    acting: bool = False
    #: Is it written with a comma? Another never goes over one.
    over_comma: bool = False


def office(form: Form, own: list[Body], around: list[Body], party: bool) -> Position | None:
    """The office a title names, from the bodies of its own words and those around; None for a side office."""
    title = form.title
    if title.fixed:
        return _position(form, title.axes[0], title.level, None, title.key)
    if _beside(own[1:] if title.heads and not title.heads.axis else own):
        return None
    bodies = [*own, *around]
    at = _headed(bodies, form, len(own), party)
    if at is None:
        return _position(form, title.axes[0], title.level, None, False)
    body = bodies[at]
    if body.side:
        return None
    axis = axis_of(bodies, at)
    if axis not in title.axes or (party and at >= len(own)):
        axis = title.axes[0]
    key = title.key and body.key and form.role != "member" and (at < len(own) or not body.place)
    seat = seat_of(bodies, at) if axis == "elected" else ""
    return _position(form, axis, level_of(bodies, at) or title.level, body, key, seat)


def _beside(own: list[Body]) -> bool:
    """Is the office one of a side body, or of a part of one?"""
    return bool(own) and (own[0].side or (bool(own[0].inherits) and len(own) > 1 and own[1].side))


def _position(form: Form, axis: str, level: str | None, body: Body | None, key: bool, seat: str = "") -> Position:
    title = form.title
    committee = axis == "party" and title.committee and (body is None or body.committee)
    standing = committee and title.standing and (body is None or body.standing)
    return Position(axis, level, form.role, form.acting, key, committee, standing, seat)


def _headed(bodies: Sequence[Body], form: Form, own: int, party: bool) -> int | None:
    """Which of the bodies the title is an office of: the nearest whose axis it can be on.

    A territory is headed by the chair of its council or committee only, a mere place name by nobody.
    """
    axes = form.title.axes
    for at, body in enumerate(bodies):
        if at >= own and axes[0] != "government" and (body.inherits or (body.side and _skips_side(form, party))):
            continue
        if body.weak or (
            body.place and not body.headed and not body.side and axes[0] == "government" and not form.title.key
        ):
            continue
        if body.axis is None or body.axis in axes:
            return at
    return None


def _skips_side(form: Form, party: bool) -> bool:
    """A Party secretary stays one beside a side office; a bare "Ủy viên BTV" belongs to it."""
    return party or form.role != "member"


def axis_of(bodies: Sequence[Body], at: int) -> str | None:
    """The axis of a body: its own, or that of the first body around it that has one."""
    body = bodies[at]
    if body.axis or not body.inherits:
        return body.axis
    axis = next((around.axis for around in bodies[at + 1 :] if around.axis or around.place), None)
    return axis if axis in body.inherits else None


def seat_of(bodies: Sequence[Body], at: int) -> str:
    """The elected body in which an office in a body is a seat: the body itself, or the one that it is a part of."""
    body = bodies[at]
    if body.seat or "elected" not in body.inherits:
        return body.seat
    return next((around.seat for around in bodies[at + 1 :] if around.axis), "")


def level_of(bodies: Sequence[Body], at: int) -> str | None:
    """The level of a body, told by its own words or by the nearest body around it that can tell."""
    body = bodies[at]
    if not body.scale:
        return body.level
    scale = body.scale_on.get(axis_of(bodies, at) or "", body.scale) if body.scale_on else body.scale
    return _level_around(bodies, at, scale) or body.level


def _level_around(bodies: Sequence[Body], at: int, scale: Mapping[str, str]) -> str | None:
    for later in range(at + 1, len(bodies)):
        around = bodies[later]
        level = level_of(bodies, later)
        if bodies[at].kinds[0] in around.kinds:
            return level
        if level is None and not around.side:
            return None
        told = scale.get(around.place) or scale.get(level or "")
        if told:
            return told
    return None
