"""What the cells behind a code say, for everybody at once: their words as they stand, or of a date only that it is one.

Nothing here tells who somebody is: of a field of personal data no cell is quoted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import numpy as np

from genderstats.people.cells import read_mark
from genderstats.people.fields import fields
from genderstats.reading.academic import BESIDE, FIELD
from genderstats.reading.party import DATES
from genderstats.reading.validation import validate

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    import numpy.typing as npt

    from genderstats.indicators.dimension import Dimension
    from genderstats.reading.layout.carriers import Carrier, Raw
    from genderstats.reading.offices import Offices
    from genderstats.reading.roster import Roster, Variable

    Places = npt.NDArray[np.intp]

#: How a cell says something: in words that are quoted, by a mark under a header or its absence, by its place there; by a date, a
#: number or another value that is personal and not quoted; by words that cannot be read, or cells that contradict each other; or
#: not itself: declared for everybody, told in another row or a section.
How = Literal[
    "text", "marked", "unmarked", "under", "date", "date-later", "date-inside", "date-outside", "date-perhaps", "value",
    "unreadable", "clash", "declared", "elsewhere",
]  # fmt: skip


class Cell(NamedTuple):
    """What one cell says: its field, how, and the words that may be quoted."""

    field: str
    how: How
    text: str = ""


#: The cells of one person that tell one thing; none where they are blank.
Said = tuple[Cell, ...]


@dataclass(frozen=True)
class Evidence:
    """Which of the distinct combinations of cells everybody has."""

    codes: Places
    said: list[Said]

    @classmethod
    def of(cls, codes: npt.NDArray[Any], said: Sequence[Said]) -> Evidence:
        """Codes with -1 for a blank."""
        return cls(np.where(codes < 0, len(said), codes).astype(np.intp), [*said, ()])

    def where(self, people: npt.NDArray[np.bool_], cell: Cell) -> Evidence:
        """The same, with what some people's cells say replaced."""
        if not people.any():
            return self
        return Evidence(np.where(people, len(self.said), self.codes).astype(np.intp), [*self.said, (cell,)])

    def beside(self, other: Evidence) -> Evidence:
        """Both together."""
        pairs, codes = np.unique(self.codes * len(other.said) + other.codes, return_inverse=True)
        said = [(*self.said[pair // len(other.said)], *other.said[pair % len(other.said)]) for pair in pairs.tolist()]
        return Evidence(codes.astype(np.intp), said)


def behind(roster: Roster, dimension: Dimension, as_of: dt.date | None) -> Evidence:
    """What tells everybody's code in a dimension."""
    if dimension.kind == "office":
        return _of_offices(roster, dimension.needs)
    if dimension.needs == ("party_member",):
        return _of_party(roster, as_of)
    return of_field(roster, dimension.needs[0])


def of_field(roster: Roster, field: str) -> Evidence:
    """What the cells of one field say; of personal data, only that they say something."""
    variable = roster.variables[field]
    if field in roster.layout.choice.declared:
        everybody = np.zeros(len(roster), np.intp)
        return Evidence(everybody, [(Cell(field, "declared", roster.layout.choice.declared[field]),)])
    carrier = _carrier(roster, field)
    if carrier is None:
        return Evidence.of(np.where(variable.codes < 0, -1, 0), [(Cell(field, "elsewhere"),)])
    raw = carrier.raw(roster.sheet, roster.rows)
    if fields()[field].personal:
        return _personal(field, raw, variable)
    told = _quoted(roster, carrier, field, raw).where(raw.clashes, Cell(field, "clash"))
    return told.where(_told_elsewhere(field, raw, variable), Cell(field, "elsewhere"))


def _carrier(roster: Roster, field: str) -> Carrier | None:
    """The columns of a field; those of degrees where academic titles stand before them."""
    found = roster.layout.carriers
    return found.get(field) or (found.get(BESIDE) if field == FIELD else None)


def _personal(field: str, raw: Raw, variable: Variable) -> Evidence:
    known: How = "date" if fields()[field].kind == "date" else "value"
    how = np.select([variable.codes < 0, raw.blank], [np.where(raw.blank, -1, 1), 2], 0)
    return Evidence.of(how, [(Cell(field, one),) for one in (known, "unreadable", "elsewhere")])


def _quoted(roster: Roster, carrier: Carrier, field: str, raw: Raw) -> Evidence:
    """The words of cells; where a mark or its place says a code, the header under which it stands."""
    if carrier.how == "value":
        return Evidence.of(raw.codes, [(Cell(field, "text", text),) for text in raw.values])
    headers = {place: roster.layout.header.text(place) for place in carrier.places}
    pairs, inverse = np.unique(raw.codes.astype(np.int64) * roster.sheet.width + raw.columns, return_inverse=True)
    said: list[Said] = []
    for pair in pairs.tolist():
        code, place = divmod(pair, roster.sheet.width)
        said.append(_marked(carrier, field, raw.values[code], place, headers[place]) if code >= 0 else ())
    return Evidence(inverse.astype(np.intp), said)


def _marked(carrier: Carrier, field: str, value: str, place: int, header: str) -> Said:
    stands_for = {code for at, code in carrier.columns if at == place}
    if carrier.how == "split":
        return (Cell(field, "under", header),)
    if value in stands_for:
        return (Cell(field, "marked", header),)
    coded = carrier.how == "flag" and value in _others(carrier)
    return (Cell(field, "unmarked", header),) if coded else (Cell(field, "text", value),)


def _others(carrier: Carrier) -> set[str]:
    """What an unmarked cell stands for where there is one column for a list of two codes."""
    from genderstats.people.codes import code_list, code_lists

    return set(code_list(carrier.field)) if carrier.field in code_lists() else set()


def _told_elsewhere(field: str, raw: Raw, variable: Variable) -> npt.NDArray[np.bool_]:
    """Of whom the value is not that of their own cell, but of another row of the same person."""
    if field == FIELD:
        return np.asarray(raw.blank & (variable.codes >= 0))
    own = validate(field, raw)
    places = {value: place for place, value in enumerate(variable.values)}
    lookup = np.array([*(places.get(value, -2) for value in own.values), -1], np.int64)
    return np.asarray((variable.codes >= 0) & (lookup[own.codes] != variable.codes))


def _of_offices(roster: Roster, needs: Sequence[str]) -> Evidence:
    """The titles by which offices are told, those of the person's other rows included."""
    columns = {"position": roster.offices, "party_position": roster.party_offices}
    told = [_titles(field, offices) for field in sorted(needs, reverse=True) if (offices := columns.get(field))]
    found, *others = told or [Evidence(np.zeros(len(roster), np.intp), [()])]
    for other in others:
        found = found.beside(other)
    return found


def _titles(field: str, offices: Offices) -> Evidence:
    return Evidence.of(offices.codes, [(Cell(field, "text", title),) for title, _ in offices.titles])


def _of_party(roster: Roster, as_of: dt.date | None) -> Evidence:
    """What the columns of Party dates and marks say together."""
    columns = [one for one in (*DATES, "party_member") if one in roster.layout.carriers]
    found = Evidence(np.zeros(len(roster), np.intp), [()])
    for field in columns:
        found = found.beside(_of_party_dates(roster, field, as_of) if field in DATES else _of_party_marks(roster))
    blank = np.array([not said for said in found.said], dtype=bool)[found.codes]
    return found.where(blank & (roster.variables["party_member"].codes == 1), Cell("party_member", "elsewhere"))


def _of_party_marks(roster: Roster) -> Evidence:
    """What the column of membership itself says."""
    carrier = roster.layout.carriers["party_member"]
    return _quoted(roster, carrier, "party_member", carrier.raw(roster.sheet, roster.rows))


def _of_party_dates(roster: Roster, field: str, as_of: dt.date | None) -> Evidence:
    """A date, a date after the day, a mark that stands there instead, or what cannot be read."""
    raw, variable = roster.layout.carriers[field].raw(roster.sheet, roster.rows), roster.variables.get(field)
    marks = [read_mark(text) is not None for text in raw.values]
    said: list[Said] = [
        (Cell(field, "text", text) if mark else Cell(field, "unreadable"),)
        for text, mark in zip(raw.values, marks, strict=True)
    ]
    marked = np.append(np.array(marks, dtype=bool), False)[raw.codes]
    found = Evidence.of(raw.codes, said)
    if variable is None:
        return found
    known = (variable.codes >= 0) & ~marked
    later = np.array([as_of is not None and day.first > as_of for day in variable.values] + [False])[variable.codes]
    found = found.where(known & ~raw.blank & ~later, Cell(field, "date"))
    return found.where(known & ~raw.blank & later, Cell(field, "date-later"))
