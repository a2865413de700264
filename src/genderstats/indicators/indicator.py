"""What an indicator is: a declaration with its definition, base, source and targets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

from genderstats.indicators.condition import EVERYBODY, Condition
from genderstats.text.language import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

Measure = Literal["share", "rate", "distribution", "gap"]
Unit = Literal["person", "post", "body"]


@dataclass(frozen=True, slots=True)
class Target:
    """What a document asks for: a share (0…1) by a year; without a citable source it gives no verdict."""

    year: int
    at_least: Fraction
    source: str
    verified: bool = True
    where: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Target:
        """The target declared in a table of the catalogue."""
        where = tuple(sorted(table.get("where", {}).items()))
        return cls(table["year"], Fraction(table["at_least"]), table["source"], table.get("verified", True), where)

    def concerns(self, by: Mapping[str, str]) -> bool:
        """Whether it is set for this group: its own, or, where it names none, any."""
        return all(by.get(dimension) == code for dimension, code in self.where)


@dataclass(frozen=True, slots=True)
class Departure:
    """The words of an indicator where a rule of counting is switched off."""

    rule: str
    base: Text
    definition: Text

    @classmethod
    def of(cls, rule: str, table: Mapping[str, Any]) -> Departure:
        """The words declared in a table of the catalogue."""
        return cls(rule, Text.of(table["base"]), Text.of(table["definition"]))


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of the catalogue, with the fields of an official sheet."""

    id: str
    measure: Measure
    unit: Unit
    title: Text
    base: Text
    definition: Text
    source: Text
    population: Condition = EVERYBODY
    across: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()
    verified: bool = True
    without: tuple[Departure, ...] = ()
    rules: tuple[str, ...] = ()

    def under(self, switched_off: Collection[str]) -> Indicator:
        """The indicator in the words of the rules by which it was counted; `rules` then names those that were switched off."""
        for one in self.without:
            if one.rule in switched_off:
                return replace(self, base=one.base, definition=one.definition, rules=(one.rule,))
        return self

    @classmethod
    def declared(cls, name: str, table: Mapping[str, Any]) -> Indicator:
        """The indicator declared in a table of catalogue.toml."""
        return cls(
            id=name,
            measure=table["measure"],
            unit=table["unit"],
            title=Text.of(table["title"]),
            base=Text.of(table["base"]),
            definition=Text.of(table["definition"]),
            source=Text.of(table["source"]),
            population=Condition.of(table.get("population", {})),
            across=tuple(table.get("across", ())),
            of=tuple(table.get("of", ())),
            targets=tuple(Target.of(target) for target in table.get("target", ())),
            verified=table.get("verified", True),
            without=tuple(Departure.of(rule, words) for rule, words in table.get("without", {}).items()),
        )
