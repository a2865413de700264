"""Which columns carry a field, and the raw text they give for each person."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from genderstats.people.cells import is_day, is_missing, read_mark
from genderstats.people.codes import code_list
from genderstats.people.fields import NAME_PARTS, fields

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy.typing as npt

    from genderstats.reading.layout.division import Division
    from genderstats.reading.layout.headers import Claim, How
    from genderstats.reading.sheet import Codes, Column, Flags, Sheet

    Rows = npt.NDArray[np.intp]


#: Fields whose cells may hold several titles, one a line.
_OF_LINES = ("position", "party_position")

#: What the columns hold over which the header of a name is merged.
_PARTS_OF = {1: NAME_PARTS[:1], 2: (NAME_PARTS[0], NAME_PARTS[-1]), 3: NAME_PARTS}


@dataclass(frozen=True)
class Raw:
    """A field's text for each person: distinct texts, which of them each person has (-1 for none), and the column it stands in."""

    codes: Codes
    values: list[str]
    columns: Codes
    clashes: Flags

    @property
    def blank(self) -> Flags:
        """The people for whom nothing stands there."""
        return self.codes < 0


@dataclass(frozen=True)
class Carrier:
    """The columns that carry one field, each with the code that its mark or place stands for; in part of its cells, by `division`."""

    field: str
    how: How
    columns: tuple[tuple[int, str | None], ...]
    division: Division | None = None

    @property
    def places(self) -> tuple[int, ...]:
        """The columns alone."""
        return tuple(place for place, _ in self.columns)

    def texts(self, column: Column) -> list[str]:
        """What each distinct text of a column says of the field."""
        if self.division:
            return [self.division.of(text) for text in column.lines]
        return column.lines if self.field in _OF_LINES else column.cleaned

    def raw(self, sheet: Sheet, rows: Rows) -> Raw:
        """The field's text for each of the rows."""
        return _READ[self.how](self, sheet, rows)


def carriers(claims: Mapping[int, Claim]) -> dict[str, Carrier]:
    """For each field that a header claims, the columns that carry it; where several could, the one believed first."""
    by_field: dict[str, list[tuple[Claim, int]]] = defaultdict(list)
    for column, claim in claims.items():
        by_field[claim.field].append((claim, column))
    found = {field: _carrier(field, sorted(said)) for field, said in by_field.items()}
    split = next((carrier for carrier in found.values() if carrier.how == "split"), None)
    if split and "sex" not in found:
        found["sex"] = Carrier("sex", "split", split.columns)
    return {field: carrier for field, carrier in found.items() if not _half(carrier)}


def _carrier(field: str, said: list[tuple[Claim, int]]) -> Carrier:
    first, column = said[0]
    alike = [(place, claim.code) for claim, place in said if claim.how == first.how]
    if first.how == "value":
        merged = _side_by_side([place for claim, place in said if claim == first]) if fields()[field].parts else ()
        if len(merged) > 1:
            return Carrier(field, "part", tuple(zip(merged, _PARTS_OF[len(merged)], strict=True)))
        return Carrier(field, "value", tuple(alike) if fields()[field].fill else ((column, None),))
    if first.how == "one-hot":
        return Carrier(field, "one-hot", tuple(alike))
    by_code: dict[str | None, int] = {}
    for place, code in alike:
        by_code.setdefault(code, place)
    return Carrier(field, first.how, tuple((place, code) for code, place in by_code.items()))


def _side_by_side(places: list[int]) -> list[int]:
    """The columns from the first on that stand beside each other, as many as a name has parts: one header is merged over them."""
    together = [place for order, place in enumerate(places) if place == places[0] + order]
    return together[: max(_PARTS_OF)]


def believed(sheet: Sheet, found: dict[str, Carrier], rows: Rows) -> dict[str, Carrier]:
    """The carriers, with marks under Nam and Nữ that turn out to be days read as birth dates standing under a sex."""
    sex = found.get("sex")
    if not sex or sex.how != "flag" or len(sex.columns) < 2 or "birth_date" in found:
        return found
    codes = [sheet.column(place).known_codes[rows] for place, _ in sex.columns]
    alone = np.sum([column >= 0 for column in codes], axis=0) == 1
    texts = [
        sheet.column(place).cleaned[code]
        for (place, _), column in zip(sex.columns, codes, strict=True)
        for code in column[alone & (column >= 0)].tolist()
    ]
    days = sum(map(_is_day, texts))
    if days * 2 <= len(texts) or not days:
        return found
    return found | {
        "birth_date": Carrier("birth_date", "split", sex.columns),
        "sex": Carrier("sex", "split", sex.columns),
    }


@lru_cache(maxsize=65536)
def _is_day(text: str) -> bool:
    return is_day(text)


def _half(carrier: Carrier) -> bool:
    """Whether it lacks its other half: a birth date under Nam alone, a mark in "Nam" alone."""
    codes = {code for _, code in carrier.columns}
    return (carrier.how == "split" and codes != {"F", "M"}) or (carrier.how == "flag" and codes == {"M"})


def _value(carrier: Carrier, sheet: Sheet, rows: Rows) -> Raw:
    (place, _), *others = carrier.columns
    found = _column(carrier, sheet, rows, place)
    for other, _ in others:
        found = _filled(found, _column(carrier, sheet, rows, other))
    return found


def _column(carrier: Carrier, sheet: Sheet, rows: Rows, place: int) -> Raw:
    column = sheet.column(place)
    values, codes = carrier.texts(column), column.known_codes[rows]
    if carrier.division:
        held = np.array([*(not is_missing(value) for value in values), False], dtype=bool)
        codes = np.where(held[codes], codes, np.int32(-1))
    return Raw(codes, values, np.full(len(rows), place, np.int32), np.zeros(len(rows), bool))


def _filled(first: Raw, second: Raw) -> Raw:
    """The first, filled from the second where it holds nothing."""
    use = first.blank & ~second.blank
    codes = np.where(use, second.codes + len(first.values), first.codes).astype(np.int32)
    columns = np.where(use, second.columns, first.columns).astype(np.int32)
    return Raw(codes, [*first.values, *second.values], columns, first.clashes)


def _split(carrier: Carrier, sheet: Sheet, rows: Rows) -> Raw:
    """Of two columns under Nam and Nữ, the filled one: its place is the sex, its text the value."""
    (first, one), (second, other) = carrier.columns
    left, right = sheet.column(first), sheet.column(second)
    in_left, in_right = left.known_codes[rows], right.known_codes[rows]
    use_left = in_left >= 0
    places = np.where(use_left, first, second).astype(np.int32)
    clashes = use_left & (in_right >= 0)
    if carrier.field == "sex":
        codes = np.where(use_left, 0, np.where(in_right >= 0, 1, -1))
        return Raw(np.where(clashes, -1, codes).astype(np.int32), [str(one), str(other)], places, clashes)
    distinct = {text: code for code, text in enumerate(dict.fromkeys(left.cleaned + right.cleaned))}
    of_left, of_right = (np.array([*(distinct[text] for text in side.cleaned), -1], np.int32) for side in (left, right))
    codes = np.where(use_left, of_left[in_left], of_right[in_right]).astype(np.int32)
    return Raw(codes, list(distinct), places, np.zeros(len(rows), bool))


def _flag(carrier: Carrier, sheet: Sheet, rows: Rows) -> Raw:
    """Of columns with marks, the marked one; where a list has two codes and one column, an unmarked person has the other."""
    values = list(code_list(carrier.field)) if carrier.field != "party_member" else []
    codes = np.full(len(rows), -1, np.int32)
    places = np.full(len(rows), carrier.columns[0][0], np.int32)
    marked = np.zeros(len(rows), np.int8)
    unread = np.full(len(rows), -1, np.int32)
    for place, code in carrier.columns:
        column = sheet.column(place)
        marks = _by_text(
            column, rows, lambda text: {True: 1, False: 0, None: -1}[read_mark(text)] if not is_missing(text) else 0
        )
        codes[marks == 1] = values.index(str(code))
        places[marks == 1] = place
        marked += marks == 1
        unread = np.where(marks < 0, column.codes[rows], unread)
    if len(carrier.columns) == 1 and marked.any():
        other = next(value for value in values if value != carrier.columns[0][1])
        codes[(marked == 0) & (unread < 0)] = values.index(other)
    column = sheet.column(carrier.columns[0][0])
    unread_only = (unread >= 0) & (marked == 0) & (len(carrier.columns) == 1)
    codes[marked > 1] = -1
    return Raw(
        np.where(unread_only, unread + len(values), codes).astype(np.int32), values + column.cleaned, places, marked > 1
    )


def _one_hot(carrier: Carrier, sheet: Sheet, rows: Rows) -> Raw:
    """Of columns with marks, the highest that is marked; any text but a "no" is a mark, since a year or a subject stands there too."""
    order = {code: rank for rank, code in enumerate(code_list(carrier.field))}
    unclear = len(order)
    codes = np.full(len(rows), -1, np.int32)
    places = np.full(len(rows), carrier.columns[0][0], np.int32)
    ranked = sorted(carrier.columns, key=lambda place_code: order.get(str(place_code[1]), unclear))
    for value, (place, _) in enumerate(ranked):
        marks = _by_text(
            sheet.column(place), rows, lambda text: int(not is_missing(text) and read_mark(text) is not False)
        )
        first = (marks == 1) & (codes < 0)
        codes[first], places[first] = value, place
    return Raw(codes, [str(code) for _, code in ranked], places, np.zeros(len(rows), bool))


def _by_text(column: Column, rows: Rows, read: Callable[[str], int]) -> npt.NDArray[np.int8]:
    return np.array([read(text) for text in column.cleaned] + [0], dtype=np.int8)[column.codes[rows]]


def _part(carrier: Carrier, sheet: Sheet, rows: Rows) -> Raw:
    """A name over several columns, joined: surname, middle name, given name."""
    places = {str(part): place for place, part in carrier.columns}
    columns = [sheet.column(places[part]) for part in NAME_PARTS if part in places]
    texts = np.array(
        [" ".join(filter(None, (column.at(row) for column in columns))) for row in rows.tolist()], dtype=object
    )
    values, codes = np.unique(texts, return_inverse=True) if len(texts) else (texts, np.zeros(0, np.int32))
    listed = [str(value) for value in values]
    known = np.array([code if listed[code] else -1 for code in range(len(listed))], dtype=np.int32)
    return Raw(
        known[codes].astype(np.int32) if len(listed) else np.zeros(0, np.int32),
        listed,
        np.full(len(rows), carrier.columns[0][0], np.int32),
        np.zeros(len(rows), bool),
    )


_READ: dict[How, Callable[[Carrier, Sheet, Rows], Raw]] = {
    "value": _value,
    "split": _split,
    "flag": _flag,
    "one-hot": _one_hot,
    "part": _part,
}
