"""Validation by column: each distinct text once, with the type of the person's own field, and mapped back.

The records' definition and the columns' are one: `people.person.cell_type` and `people.person.ORDERS`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from pydantic import ValidationError

from genderstats.people.cells import is_unknown, read_mark
from genderstats.people.fields import fields
from genderstats.people.person import ORDERS, Order, cell_type

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    from genderstats.people.titles import TitleRules
    from genderstats.reading.layout.carriers import Raw
    from genderstats.reading.sheet import Codes, Flags

#: A header is not believed when more than half of its filled cells, and at least this many, are not what it says.
_DISBELIEF = 3
_NUMBER = re.compile(r"[\d.,]+")
#: Text fields in which "not known" is a title that no rule knows, and not a blank.
TITLES = ("position", "party_position")
#: Text fields whose cells name something: a mark is no name, and "Không" says that there is none.
NAMES = ("committee",)


@dataclass(frozen=True)
class Column:
    """A field of all people: distinct values, which of them each person has (-1 for none), and the cells that could not be believed."""

    field: str
    raw: Raw
    codes: Codes
    values: list[Any]
    bad: dict[str, Flags]
    #: Numbers that title rules of the user's know as titles.
    titles: frozenset[str] = frozenset()

    @property
    def any_bad(self) -> Flags:
        """The people whose cell could not be read."""
        return np.logical_or.reduce(list(self.bad.values())) if self.bad else np.zeros(len(self.codes), bool)

    @property
    def doubt(self) -> Flags:
        """The people whose cell is filled, says neither a value nor "none", and so leaves it unknown."""
        says_none = [read_mark(text) is False for text in self.raw.values]
        nothing = np.append(np.array(says_none, dtype=bool), True)[self.raw.codes]
        return np.asarray((self.codes < 0) & ~nothing)

    @property
    def borne_out(self) -> bool:
        """Whether the cells bear out what the header says."""
        filled = int((~self.raw.blank).sum())
        wrong = int(self.any_bad.sum()) if fields()[self.field].kind != "text" else self._no_words()
        return wrong < _DISBELIEF or wrong * 2 <= filled

    def _no_words(self) -> int:
        """How many cells hold a number, or a mark, where words are looked for."""
        if self.field not in (*TITLES, *NAMES):
            return 0
        marks = self.field in NAMES
        wrong = [self._is_number(value) or (marks and read_mark(value) is True) for value in self.values]
        return int(np.append(np.array(wrong, dtype=bool), False)[self.codes].sum())

    def _is_number(self, value: str) -> bool:
        return bool(_NUMBER.fullmatch(value)) and value not in self.titles

    def knowing(self, rules: TitleRules) -> Column:
        """The column of titles, where a number that a rule knows is one as any word is."""
        numbers = (value for value in self.values if _NUMBER.fullmatch(value))
        return replace(self, titles=frozenset(value for value in numbers if rules.knows(value)))

    def where(self, wanted: Iterable[bool]) -> Flags:
        """The people whose value is wanted."""
        return np.append(np.fromiter(wanted, dtype=bool, count=len(self.values)), False)[self.codes]

    def without(self, people: Flags, reason: str) -> Column:
        """The column with the cells of some people blanked for a reason."""
        return Column(
            self.field, self.raw, np.where(people, np.int32(-1), self.codes), self.values, self.bad | {reason: people}
        )


def validate(field: str, raw: Raw) -> Column:
    """The column of a field, each distinct text validated once."""
    used = np.unique(raw.codes[raw.codes >= 0])
    values, reasons = _check(field, [raw.values[code] for code in used.tolist()])
    distinct: dict[Hashable, int] = {}
    lookup = np.full(len(raw.values) + 1, -1, np.int32)
    lookup[used] = [-1 if value is None else distinct.setdefault(value, len(distinct)) for value in values]
    bad = {reason: np.isin(raw.codes, used[indexes]) for reason, indexes in reasons.items()}
    return Column(field, raw, lookup[raw.codes], list(distinct), bad)


def _check(field: str, texts: list[str]) -> tuple[list[Any], dict[str, list[int]]]:
    """The value of each text (None where it is refused), and for each reason the indexes of the texts refused.

    The texts are cleaned and not missing; the type of a text field would do no more to them than look for what says "not known",
    or in a column of names that there is none, and to titles not even that.
    """
    reasons: dict[str, list[int]] = {}
    if fields()[field].kind == "text":
        return [_written(field, text) for text in texts], reasons
    column = cell_type(field)
    try:
        return column.validate_python(texts), reasons
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_input=False, include_context=False):
            reasons.setdefault(detail["type"], []).append(int(detail["loc"][0]))
    refused = {index for indexes in reasons.values() for index in indexes}
    return column.validate_python([None if index in refused else text for index, text in enumerate(texts)]), reasons


def _written(field: str, text: str) -> str | None:
    if field in TITLES:
        return text
    return None if is_unknown(text) or (field in NAMES and read_mark(text) is False) else text


def in_order(columns: Mapping[str, Column]) -> dict[str, Column]:
    """The columns with the dates blanked that break an order between two dates; every order is judged on the dates as read."""
    found = [(order, broken(order, columns)) for order in ORDERS if order.earlier in columns and order.later in columns]
    kept = dict(columns)
    for order, people in found:
        if people.any():
            column = kept[order.later]
            kept[order.later] = column.without(
                people | column.bad.get(order.reason, np.zeros(len(people), bool)), order.reason
            )
    return kept


def broken(order: Order, columns: Mapping[str, Column]) -> Flags:
    """The people whose two dates stand in the wrong order, each as it was read."""
    earlier, later = columns[order.earlier], columns[order.later]
    first = _ordinals((day.after(order.years).toordinal() for day in earlier.values), earlier)
    last = _ordinals((day.last.toordinal() for day in later.values), later)
    known = (earlier.codes >= 0) & (later.codes >= 0)
    return np.asarray(known & (last < first))


def _ordinals(days: Iterator[int], column: Column) -> Codes:
    return np.append(np.fromiter(days, dtype=np.int32, count=len(column.values)), np.int32(0))[column.codes]
