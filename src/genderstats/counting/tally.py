"""What must be remembered to compute a measure, and nothing more: whole numbers that add up.

A tally crosses sex with a condition, three by three. Tallies are the tallies of all indicators and groups of one or more
rosters. Both are commutative monoids: `count(a) + count(b) == count(a and b)`, in any order, so that a sheet, a file, a
process and a partition of a cluster are the same thing; a share is divided once, after the last `+`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

#: The order of the sexes and of a condition's answers in a tally.
SEXES = ("F", "M", "_U")
ANSWERS = ("yes", "no", "unknown")

#: One group of a breakdown: (dimension, code) pairs; empty for the total.
Group = tuple[tuple[str, str], ...]


class Split(NamedTuple):
    """Whole numbers of women, men and people of unknown sex."""

    women: int
    men: int
    unknown: int

    @property
    def known(self) -> int:
        """Women and men together."""
        return self.women + self.men

    @property
    def people(self) -> int:
        """Everybody."""
        return self.women + self.men + self.unknown


@dataclass(frozen=True, slots=True)
class Tally:
    """People by sex and by a condition's answer: `yes`, `no` and `unknown`, each split by sex.

    >>> a = Tally(yes=Split(1, 2, 0)); (a + a).yes
    Split(women=2, men=4, unknown=0)
    """

    yes: Split = Split(0, 0, 0)
    no: Split = Split(0, 0, 0)
    unknown: Split = Split(0, 0, 0)

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            *(
                Split(*map(sum, zip(mine, theirs, strict=True)))
                for mine, theirs in zip(self._parts(), other._parts(), strict=True)
            )
        )

    def _parts(self) -> tuple[Split, Split, Split]:
        return self.yes, self.no, self.unknown

    @property
    def people(self) -> int:
        """Everybody it counts."""
        return sum(part.people for part in self._parts())


class Problem(NamedTuple):
    """Why something cannot be told of a roster, and the field that would tell it."""

    reason: str
    field: str


@dataclass(frozen=True)
class Tallies:
    """Tallies by indicator and group, how many people were counted, and how many an indicator could not be asked of, with the reason."""

    people: int = 0
    cells: dict[tuple[str, Group], Tally] = field(default_factory=dict)
    silent: Counter[tuple[str, Problem]] = field(default_factory=Counter)

    def __add__(self, other: Tallies) -> Tallies:
        cells = dict(self.cells)
        for key, tally in other.cells.items():
            cells[key] = cells[key] + tally if key in cells else tally
        return Tallies(self.people + other.people, cells, self.silent + other.silent)

    def groups(self, indicator: str) -> dict[Group, Tally]:
        """The tallies of one indicator by group."""
        return {group: tally for (name, group), tally in self.cells.items() if name == indicator}

    def problems(self, indicator: str) -> dict[Problem, int]:
        """Why an indicator could not be asked, and of how many people."""
        return {problem: people for (name, problem), people in self.silent.items() if name == indicator}
