"""Which body and which Party committee an office is of, and whether it is that of a key leader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from genderstats.people.bodies import NamedBody, body_in, body_kinds
from genderstats.people.position import level_of
from genderstats.people.titles import builtin_rules
from genderstats.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from genderstats.people.position import Position
    from genderstats.reading.profile import Counting, KeyLeaders

#: The Party committee of a unit at one of these levels is that of the whole list: a phòng has a chi bộ, and no đảng ủy.
_WITHIN_ONE_COMMITTEE = ("division", "team")
_CELL = ("chi bộ", "chi ủy", "party cell")
#: Words that any committee's title may hold: with these alone it has no name of its own.
_OF_ANY = frozenset(
    re.findall(
        r"\w+",
        "ban chấp hành bch thường vụ btv đảng ủy bộ chi tỉnh huyện quận thị thành xã phường cơ sở quan khối cấp party committee cell",
    )
)
#: The Party committee of a territory, where its place is meant.
_PARTY_OF = re.compile(r"^(?:tỉnh|thành|huyện|quận|thị|đảng) (?:ủy|uỷ|bộ)\s+", re.IGNORECASE)
#: What stands before the name of a committee: its parts are the same committee.
_BEFORE = re.compile(r"^(?:ban (?:chấp hành|thường vụ)|bch|btv)\s+", re.IGNORECASE)


def key_leaders(offices: Sequence[Position], unit: str | None, counting: Counting) -> tuple[Position, ...]:
    """The offices of a key leader: by the agency's own rule where its profile says one, else by the official definition."""
    if counting.key_leader:
        return tuple(one for one in offices if any(_is_of(one, rule) for rule in counting.key_leader))
    return tuple(one for one in offices if one.key_leader or _leads_a_body(one, unit))


def _is_of(one: Position, rule: KeyLeaders) -> bool:
    return one.axis == rule.axis and one.role in rule.role and (not rule.level or one.level in rule.level)


def _leads_a_body(one: Position, unit: str | None) -> bool:
    """Whether it is an office at the level of a body whose leaders count as key leaders by the kind of the body."""
    kinds = body_kinds()
    if one.axis != "government" or not any(
        one.role in kind.leaders and one.level == kind.level for kind in kinds.values()
    ):
        return False
    body = led_by(one, unit)
    return body is not None and one.role in kinds[body.kind].leaders and one.level == kinds[body.kind].level


def led_by(one: Position, unit: str | None) -> NamedBody | None:
    """The body that an office is of: the one that the title names, with the unit's name where it has none of its own; else the unit's."""
    said, around = body_in(one.body), body_in(one.where or unit)
    if said is None or said.own:
        return said or around
    if around and around.kind == said.kind:
        return around
    where = _PARTY_OF.sub("", (one.where or unit or "").strip())
    return NamedBody(said.kind, f"{said.name} {where}".strip(), own=bool(where))


def committee_of(one: Position, told: str, unit: str | None) -> str:
    """The name of the Party committee that a seat is on: the title's own, else the one that a column tells, else by the unit.

    A cell is the unit's; the committee over a phòng or a đội is that of the whole list, named by its kind alone.
    """
    written = one.body.strip()
    words = [word for word in fold(written).split() if word not in _OF_ANY and not word.isdecimal()]
    if words:
        return _BEFORE.sub("", written).strip() or written
    if told:
        return told
    where = one.where or unit
    if not where or (fold(written) not in _CELL and _level(where) in (*_WITHIN_ONE_COMMITTEE, None)):
        return written or _NAMELESS
    return f"{written or _NAMELESS} {where}"


#: What a committee is called where nothing names it.
_NAMELESS = "Cấp ủy"


def _level(unit: str) -> str | None:
    bodies = builtin_rules().bodies(unit)
    return level_of(bodies, 0) if bodies else None
