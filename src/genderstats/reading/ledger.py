"""The ledger of a sheet: every row is a person, or rejected, or set aside and said why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal, get_args

from genderstats.text.language import Text

Kind = Literal[
    "person",
    "title",
    "header",
    "column-numbers",
    "repeated-header",
    "section",
    "total",
    "listed-again",
    "note",
    "signature",
    "blank",
    "rejected",
]

#: Kinds of row that are no person, in the order of a sheet; the header itself is counted nowhere.
SET_ASIDE: tuple[Kind, ...] = tuple(kind for kind in get_args(Kind) if kind not in ("person", "header", "rejected"))

KIND_TITLES: dict[str, Text] = {
    "title": Text("titles", "dòng tiêu đề văn bản"),
    "column-numbers": Text("column numbers", "dòng đánh số cột"),
    "repeated-header": Text("repeated headers", "dòng tiêu đề lặp lại"),
    "section": Text("sections", "dòng chia mục, đơn vị"),
    "total": Text("totals", "dòng cộng"),
    "listed-again": Text("people listed again", "dòng ghi lại người đã có"),
    "note": Text("footnotes", "dòng chú thích"),
    "signature": Text("signatures", "dòng ký tên"),
    "blank": Text("blank", "dòng trống"),
}


class LedgerError(AssertionError):
    """A ledger that does not balance: a defect of the program, never of a roster."""


@dataclass(frozen=True)
class Ledger:
    """Rows of a sheet (its header apart) = people + rejected + set aside, each kind with its count."""

    rows: int
    people: int
    rejected: int
    set_aside: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        if self.rows != self.people + self.rejected + self.set_aside.total():
            raise LedgerError(
                f"{self.rows} rows, but {self.people} people, {self.rejected} rejected, {dict(self.set_aside)} set aside"
            )

    def listed_again(self, people: int) -> Ledger:
        """The ledger with some people found to stand in rows before, and their rows set aside."""
        aside = self.set_aside + Counter({"listed-again": people})
        return Ledger(self.rows, self.people - people, self.rejected, aside)

    def __add__(self, other: Ledger) -> Ledger:
        return Ledger(
            self.rows + other.rows,
            self.people + other.people,
            self.rejected + other.rejected,
            self.set_aside + other.set_aside,
        )
