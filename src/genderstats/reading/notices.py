"""What is wrong with a cell, row or sheet, and what was done about it: a value, never an exception."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from genderstats.people.fields import fields
from genderstats.text.language import Text
from genderstats.vocabulary.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterable

    from genderstats.reading.sheet import Address


NOTHING_ELSE = Text("", "")


#: More notices of one reason than this on a roster speak for one cause, and are told once.
MANY = 100


class Outcome(StrEnum):
    """What was done about it."""

    REPAIRED = "repaired"
    BLANKED = "blanked"
    REJECTED = "rejected"
    KEPT = "kept"


class Severity(StrEnum):
    """How much it matters: an error wants mending, a warning a look, a note nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Reason:
    """A kind of notice: its id for ever, what is done, and the words for it."""

    id: str
    outcome: Outcome
    severity: Severity
    title: Text
    message: Text
    advice: Text


@cache
def reasons() -> dict[str, Reason]:
    """All reasons by id."""
    return {name: _reason(name, table) for name, table in load("notices").items()}


def _reason(name: str, table: dict[str, Any]) -> Reason:
    texts = (Text.of(table[part]) for part in ("title", "message", "advice"))
    return Reason(name, Outcome(table["outcome"]), Severity(table["severity"]), *texts)


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing noticed, at its address; `count` is how many cells it speaks for, the address being the first.

    `number` is a figure that the message names, such as the people that a total row was compared with; `also` a clause of its own;
    `where` another row, or the period that was said.
    """

    reason: Reason
    address: Address
    field: str | None = None
    value: str | None = None
    count: int = 1
    number: int | None = None
    also: Text = NOTHING_ELSE
    where: str | None = None

    @property
    def message(self) -> Text:
        """What happened, in words."""
        title = fields()[self.field].title if self.field in fields() else Text.same(self.field or "")
        return self.reason.message.format(
            value=self.value, field=title, count=self.count, number=self.number, also=self.also, where=self.where
        )


def notice(
    reason: str,
    address: Address,
    field: str | None = None,
    value: str | None = None,
    count: int = 1,
    number: int | None = None,
    also: Text = NOTHING_ELSE,
    where: str | None = None,
) -> Notice:
    """A notice of the reason with this id."""
    return Notice(reasons()[reason], address, field, value, count, number, also, where)


def in_order_of_rows(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """The notices of a sheet from its first row down; those of the whole sheet come first."""
    return tuple(sorted(notices, key=lambda one: (one.address.row or 0, one.address.column or -1)))
