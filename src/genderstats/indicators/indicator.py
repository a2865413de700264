"""What an indicator is: a declaration with its definition, base, source and targets."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

from genderstats.indicators.condition import EVERYBODY, Condition
from genderstats.text.language import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

Measure = Literal[
    "share",
    "rate",
    "part",
    "distribution",
    "bodies",
    "gap",
    "ratio",
    "ceiling",
    "dissimilarity",
    "mean-gap",
    "median-gap",
]
Unit = Literal["person", "post", "body"]
#: What one item of the count is; a person is one, however many offices she holds.
Per = Literal["person", "post", "seat", "committee", "body"]
#: What a figure stands for: a day, a period, or a term of office.
Timing = Literal["stock", "flow", "term"]


@dataclass(frozen=True, slots=True)
class Target:
    """What a document asks for: a share (0…1) by a year; without a citable source it gives no verdict.

    `under` are the rules of a profile under which it still holds, though they make of the figure another than the official one.
    """

    year: int
    at_least: Fraction
    source: str
    verified: bool = True
    where: tuple[tuple[str, str], ...] = ()
    under: tuple[str, ...] = ()

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Target:
        """The target declared in a table of the catalogue."""
        where = tuple(sorted(table.get("where", {}).items()))
        verified, under = table.get("verified", True), tuple(table.get("under", ()))
        return cls(table["year"], Fraction(table["at_least"]), table["source"], verified, where, under)

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
class Threshold:
    """What is asked of a body: at least so many people or women of the population, or such a share of women."""

    people: int = 0
    women: int = 0
    share: Fraction = Fraction(0)
    of_all: bool = False

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Threshold:
        """The threshold declared in a table: `share` is of the population, `share_of_all` of everybody in the body."""
        share = Fraction(table.get("share", table.get("share_of_all", "0")))
        return cls(table.get("people", 0), table.get("women", 0), share, "share_of_all" in table)


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
    attribute: Condition = EVERYBODY
    per: Per = "person"
    across: tuple[str, ...] = ()
    across_each: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    over: str | None = None
    asked: Threshold | None = None
    meets: Threshold = Threshold()
    of: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    broken_down_by: tuple[str, ...] = ()
    timing: Timing = "stock"
    targets: tuple[Target, ...] = ()
    verified: bool = True
    without: tuple[Departure, ...] = ()
    rules: tuple[str, ...] = ()

    @property
    def own_dimensions(self) -> tuple[str, ...]:
        """The dimensions by which it is always broken down."""
        return (*self.across, *self.across_each)

    @classmethod
    def declared(cls, name: str, table: Mapping[str, Any]) -> Indicator:
        """The indicator declared in a table of catalogue.toml."""
        population, attribute = (Condition.of(table.get(key, {})) for key in ("population", "attribute"))
        flow = population.is_flow or attribute.is_flow
        return cls(
            id=name,
            measure=table["measure"],
            unit=table["unit"],
            title=Text.of(table["title"]),
            base=Text.of(table["base"]),
            definition=Text.of(table["definition"]),
            source=Text.of(table["source"]),
            population=population,
            attribute=attribute,
            per=table.get("per", "person"),
            across=tuple(table.get("across", ())),
            across_each=tuple(table.get("across_each", ())),
            also=tuple(table.get("also", ())),
            over=table.get("over"),
            asked=Threshold.of(table["asked"]) if "asked" in table else None,
            meets=Threshold.of(table.get("meets", {})),
            of=tuple(table.get("of", ())),
            together=tuple(table.get("together", ())),
            broken_down_by=tuple(table.get("broken_down_by", ())),
            timing=table.get("timing", "flow" if flow else "stock"),
            targets=tuple(Target.of(target) for target in table.get("target", ())),
            verified=table.get("verified", True),
            without=tuple(Departure.of(rule, words) for rule, words in table.get("without", {}).items()),
        )
