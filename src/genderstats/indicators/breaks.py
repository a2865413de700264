"""Declared breaks: days on which a law or a form changed what a level, a body or a form means."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from genderstats.indicators.condition import Among
from genderstats.text.language import Text
from genderstats.vocabulary.loading import load

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from genderstats.indicators.indicator import Indicator
    from genderstats.period import Moment


@dataclass(frozen=True, slots=True)
class Break:
    """A break: its first day, the dimensions and indicators that it concerns, what changed, and the document."""

    id: str
    date: dt.date
    dimensions: tuple[str, ...]
    indicators: tuple[str, ...]
    words: Text
    source: Text
    verified: bool = True

    @classmethod
    def of(cls, name: str, table: Mapping[str, Any]) -> Break:
        """The break declared in a table of breaks.toml."""
        return cls(
            name,
            table["date"],
            tuple(table.get("dimensions", ())),
            tuple(table.get("indicators", ())),
            Text.of(table["words"]),
            Text.of(table["source"]),
            table.get("verified", True),
        )

    def concerns(self, indicator: Indicator, by: Iterable[str] = ()) -> bool:
        """Whether it changes what an indicator counts, broken down so."""
        told = _dimensions(indicator) | set(by)
        return indicator.id in self.indicators or not told.isdisjoint(self.dimensions)

    def between(self, then: Moment, now: Moment) -> bool:
        """Whether its day lies between two moments, in either order; an unknown day is on neither side."""
        if then.as_of is None or now.as_of is None:
            return False
        first, last = sorted((then.as_of, now.as_of))
        return first < self.date <= last


def _dimensions(indicator: Indicator) -> set[str]:
    """The dimensions by which an indicator tells who belongs, and those by which it is broken down of itself."""
    clauses = (*indicator.population.clauses, *indicator.attribute.clauses)
    over = [indicator.over] if indicator.over else []
    return {*indicator.own_dimensions, *over, *(one.dimension for one in clauses if isinstance(one, Among))}


@cache
def breaks() -> dict[str, Break]:
    """The declared breaks by id, oldest first."""
    declared = (Break.of(name, table) for name, table in load("breaks", __package__).items())
    return {one.id: one for one in sorted(declared, key=lambda one: one.date)}


def breaks_between(then: Moment, now: Moment) -> tuple[Break, ...]:
    """The breaks between two moments."""
    return tuple(one for one in breaks().values() if one.between(then, now))
