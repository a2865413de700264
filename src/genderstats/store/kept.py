"""What is kept of a person: the fields that figures need, each as codes; no name, no number, no other words of the person's own."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

import numpy as np

from genderstats.counting.reading import read_of
from genderstats.indicators.dimension import dimensions
from genderstats.people.days import Day
from genderstats.people.fields import fields

if TYPE_CHECKING:
    from collections.abc import Sequence

    from genderstats.indicators.dimension import Dimension
    from genderstats.reading.roster import Variable
    from genderstats.reading.sheet import Codes

#: How a field is kept: days as numbers; marks; offices as they were read; words, each once; or only what dimensions read of words.
How = Literal["day", "mark", "offices", "words", "readings"]

#: The columns of titles, of which the offices are kept and never the words.
OFFICES = ("position", "party_position")
#: Kept, though no dimension names them.
_ALSO = ("sex", "committee")
#: Codes of what is not known, and of a cell that is filled and tells nothing.
BLANK, DOUBT = -1, -2


@cache
def kept_fields() -> dict[str, How]:
    """The fields that are kept, in their official order, and how."""
    needed = {name for one in dimensions().values() for name in one.needs} | {*_ALSO, *OFFICES}
    return {name: _how(name) for name, one in fields().items() if name in needed or one.kind == "date"}


def _how(name: str) -> How:
    if name in OFFICES:
        return "offices"
    kind = fields()[name].kind
    if kind in ("date", "mark"):
        return "day" if kind == "date" else "mark"
    told = {one.kind for one in dimensions().values() if name in one.needs}
    return "readings" if told and told <= {"read", "filled"} else "words"


def read_by(field: str) -> list[Dimension]:
    """The dimensions that read the words of a field."""
    return [one for one in dimensions().values() if one.kind in ("read", "filled") and one.needs[0] == field]


def codes_kept(field: str, one: Variable) -> Codes:
    """For everybody what is kept of a field: a day's number, or the place of a value; BLANK and DOUBT where there is none."""
    codes = one.codes
    if kept_fields()[field] == "day":
        codes = np.array([*map(number_of, one.values), BLANK], dtype=np.int32)[one.codes]
    kept = np.where(one.codes < 0, np.int32(BLANK), codes)
    return kept if one.doubt is None else np.where((one.codes < 0) & one.doubt, np.int32(DOUBT), kept)


def number_of(day: Day) -> int:
    """A day as a number that reads like one, 20201231; 0 stands for a day or month that is not known."""
    return (day.year * 100 + (day.month or 0)) * 100 + (day.day or 0)


@cache
def day_of(number: int) -> Day:
    """The day of a number."""
    rest, day = divmod(number, 100)
    year, month = divmod(rest, 100)
    return Day(year, month or None, day or None)


def readings_kept(field: str, one: Variable) -> list[tuple[str, Sequence[str | None]]]:
    """What each dimension reads of the values of a field: as it was read when they were kept before, else now."""
    told = one.told or {}
    return [(each.id, told.get(each.id) or read_of(each, one.values)) for each in read_by(field)]
