"""The dimensions by which a population is described and broken down."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from genderstats.errors import NotAgeBandsError
from genderstats.people.codes import CodeList, code_list, unknown_label
from genderstats.text.language import Text
from genderstats.vocabulary.loading import load

if TYPE_CHECKING:
    from collections.abc import Sequence

Kind = Literal["code", "text", "read", "filled", "number", "office", "age", "column"]

#: The prefix of a dimension that is any other column of the sheet: column:HEADER.
COLUMN = "column:"


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension: its title, the fields one of which must be there, its code list or the labels of its codes where it has any.

    `nothing`: how a part of a cell begins that tells of nothing (filled).
    """

    id: str
    kind: Kind
    title: Text
    needs: tuple[str, ...] = ()
    codes: str | None = None
    labels: dict[str, Text] = field(default_factory=dict, compare=False)
    nothing: tuple[str, ...] = ()

    @classmethod
    def of(cls, name: str, table: dict[str, Any]) -> Dimension:
        """The dimension declared in a table of dimensions.toml."""
        labels = {code: Text.of(label) for code, label in table.get("labels", {}).items()}
        needs, nothing = tuple(table["needs"]), tuple(table.get("nothing", ()))
        return cls(name, table["kind"], Text.of(table["title"]), needs, table.get("codes"), labels, nothing)

    @property
    def code_list(self) -> CodeList | None:
        """Its code list, or None where its codes are the roster's own words."""
        return code_list(self.codes) if self.codes else None

    def label(self, code: str) -> Text:
        """The label of one of its codes."""
        if code == "_U":
            return unknown_label()
        if code in self.labels:
            return self.labels[code]
        return self.code_list.label(code) if self.code_list else Text.same(code)

    @property
    def ordered(self) -> tuple[str, ...]:
        """Its codes in their official order; none where they are the roster's own words."""
        return tuple(self.labels) or tuple(self.code_list or ())


@cache
def dimensions() -> dict[str, Dimension]:
    """The declared dimensions by id."""
    return {name: Dimension.of(name, table) for name, table in load("dimensions", __package__).items()}


def column_dimension(header: str) -> Dimension:
    """The dimension that is a column of the sheet as it stands."""
    return Dimension(f"{COLUMN}{header}", "column", Text.same(header))


@dataclass(frozen=True, slots=True)
class AgeBands:
    """Bands of age by their lower bounds, in completed years.

    >>> AgeBands((30, 40)).labels
    ('<30', '30-39', '40+')
    """

    bounds: tuple[int, ...] = (30, 40, 50, 60)

    @classmethod
    def of(cls, bounds: Sequence[int]) -> AgeBands:
        """The bands of these lower bounds.

        Raises:
            NotAgeBandsError: the bounds are no growing whole numbers between 1 and 120.
        """
        if not bounds or list(bounds) != sorted(set(bounds)) or not 1 <= bounds[0] <= bounds[-1] <= 120:
            raise NotAgeBandsError(text=",".join(map(str, bounds)))
        return cls(tuple(bounds))

    @classmethod
    def parse(cls, text: str) -> AgeBands:
        """The bands written as "30,40,50".

        Raises:
            NotAgeBandsError: the bounds are no growing whole numbers between 1 and 120.
        """
        if not re.fullmatch(r"\s*\d{1,3}(\s*,\s*\d{1,3})*\s*", text):
            raise NotAgeBandsError(text=text)
        return cls.of([int(part) for part in text.split(",")])

    @property
    def labels(self) -> tuple[str, ...]:
        """The bands' codes, youngest first."""
        between = (
            f"{low}-{high - 1}" if high - low > 1 else f"{low}"
            for low, high in zip(self.bounds, self.bounds[1:], strict=False)
        )
        return (f"<{self.bounds[0]}", *between, f"{self.bounds[-1]}+")

    def band(self, age: int) -> int:
        """The index of the band of an age."""
        return bisect_right(self.bounds, age)
