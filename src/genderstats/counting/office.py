"""What a person's offices say: the highest one in government, key leadership, a seat in a Party committee."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from genderstats.people.codes import code_list

if TYPE_CHECKING:
    from collections.abc import Callable

    from genderstats.people.position import Position, TitleReading
    from genderstats.reading.offices import Offices
    from genderstats.reading.roster import Roster
    from genderstats.reading.sheet import Codes

    Told = tuple[Codes, tuple[str, ...]]

#: The axis on which "level" and "role" are told.
AXIS = "government"


def _levels() -> tuple[str, ...]:
    return tuple(code_list("level"))


def highest(reading: TitleReading) -> Position | None:
    """The highest office in government that a title tells: by level, then by role; an office of no known level comes last."""
    held = [one for one in reading.positions if one.axis == AXIS and one.role in ("head", "deputy")]
    levels, roles = _levels(), ("head", "deputy")
    return min(
        held,
        key=lambda one: (levels.index(one.level) if one.level else len(levels), roles.index(one.role)),
        default=None,
    )


def without_acting(reading: TitleReading) -> TitleReading:
    """The offices that a title tells but those of an acting head: she counts by her other offices, or holds none."""
    return replace(reading, positions=tuple(one for one in reading.positions if not one.acting))


def _level(reading: TitleReading) -> str | None:
    office = highest(reading)
    return office.level if office else _unless_unknown(reading, "none")


def _role(reading: TitleReading) -> str | None:
    office = highest(reading)
    return office.role if office else _unless_unknown(reading, "none")


def _key_leader(reading: TitleReading) -> str | None:
    return "yes" if any(one.key_leader for one in reading.positions) else _unless_unknown(reading, "no")


def _committee(reading: TitleReading) -> str | None:
    return "member" if any(one.committee for one in reading.positions) else _unless_unknown(reading, "not-member")


def _unless_unknown(reading: TitleReading, code: str) -> str | None:
    """The code for "none", but for a title with a part that no rule knows: that may be an office."""
    return None if reading.unknown else code


def _told(offices: Offices, labels: tuple[str, ...], say: Callable[[TitleReading], str | None], blank: str) -> Codes:
    """Each person's code; a person without a title, in a column that holds titles for others, holds none."""
    said = [say(reading) for reading in offices.readings]
    lookup = [-1 if code is None else labels.index(code) for code in said]
    without = labels.index(blank) if offices.blank_is_none else -1
    return np.array([*lookup, without], dtype=np.int32)[offices.codes]


def _of_position(name: str, say: Callable[[TitleReading], str | None], blank: str) -> Callable[[Roster], Told]:
    """What the titles tell in government, by the rule for acting heads; a Party committee's seat is no question of it."""

    def told(roster: Roster) -> Told:
        labels = tuple(code_list(name))
        assert roster.offices is not None
        as_counted = say if roster.counting.acting_heads else lambda reading: say(without_acting(reading))
        return _told(roster.offices, labels, as_counted, blank), labels

    return told


def _party_committee(roster: Roster) -> Told:
    """A seat told by the column of Party posts or by the title; not known where one of them is not and the other tells none."""
    labels = tuple(code_list("party-committee"))
    member, none = labels.index("member"), labels.index("not-member")
    told = [_told(found, labels, _committee, "not-member") for found in (roster.offices, roster.party_offices) if found]
    codes = np.vstack(told)
    by_title = np.where((codes == member).any(axis=0), member, np.where((codes < 0).any(axis=0), -1, none))
    return by_title.astype(np.int32), labels


OFFICE_DIMENSIONS: dict[str, Callable[[Roster], Told]] = {
    "level": _of_position("level", _level, "none"),
    "role": _of_position("role", _role, "none"),
    "key-leader": _of_position("key-leader", _key_leader, "no"),
    "party-committee": _party_committee,
}
