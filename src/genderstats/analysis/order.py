"""The order of groups: as the code lists have them, ages growing, the roster's own words alphabetically, the unknown last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from genderstats.indicators.dimension import dimensions
from genderstats.people.bodies import body_kinds
from genderstats.people.codes import UNKNOWN
from genderstats.text.folding import plain

if TYPE_CHECKING:
    from genderstats.counting.tally import Group

_LAST = 1_000_000


def place(group: Group) -> tuple[tuple[int, str], ...]:
    """What a group is sorted by.

    >>> sorted(["40+", "<30", "_U", "30-39"], key=lambda code: place((("age", code),)))
    ['<30', '30-39', '40+', '_U']
    """
    return tuple((_rank(dimension, code), plain(code)) for dimension, code in group)


def _rank(dimension: str, code: str) -> int:
    if code == UNKNOWN:
        return _LAST
    if dimension == "age":
        return 0 if code.startswith("<") else int(re.sub(r"\D.*", "", code))
    declared = dimensions().get(dimension)
    listed = tuple(body_kinds()) if dimension == "body-kind" else declared.ordered if declared else ()
    return listed.index(code) if code in listed else len(listed)
