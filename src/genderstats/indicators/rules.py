"""The rules of counting that a profile may change, and the words of an indicator that was counted by another one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from genderstats.indicators.condition import Among
from genderstats.text.language import Text
from genderstats.vocabulary.loading import load

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from genderstats.indicators.indicator import Indicator

_JOINED = Text("{words}{added}", "{words}{added}")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of counting: the dimensions it concerns, what is added to an indicator's words where it is changed, and whether the
    figure is then still the official one.
    """

    id: str
    concerns: frozenset[str]
    base: Text
    definition: Text
    official: bool = True

    @classmethod
    def of(cls, name: str, table: Mapping[str, Any]) -> Rule:
        """The rule declared in a table of rules.toml."""
        return cls(
            name,
            frozenset(table["concerns"]),
            Text.of(table["base"]),
            Text.of(table["definition"]),
            table.get("official", True),
        )


@cache
def rules() -> dict[str, Rule]:
    """The declared rules by id."""
    return {name: Rule.of(name, table) for name, table in load("rules", __package__).items()}


def worded(indicator: Indicator, departures: Collection[str], known: Mapping[str, Indicator]) -> Indicator:
    """The indicator in the words of the rules by which it was counted; its `rules` then names those that were changed.

    Its own words for a rule come before what the rule adds to any; `known` are the indicators of which others are made.
    """
    for name in departures:
        if rules()[name].concerns & _counts_by(indicator, known):
            indicator = _departed(indicator, rules()[name])
    return indicator


def _departed(indicator: Indicator, rule: Rule) -> Indicator:
    own = next((one for one in indicator.without if one.rule == rule.id), None)
    base = own.base if own else _JOINED.format(words=indicator.base, added=rule.base)
    definition = own.definition if own else _JOINED.format(words=indicator.definition, added=rule.definition)
    targets = tuple(one for one in indicator.targets if rule.official or rule.id in one.under)
    return replace(indicator, base=base, definition=definition, targets=targets, rules=(*indicator.rules, rule.id))


def _counts_by(indicator: Indicator, known: Mapping[str, Indicator]) -> frozenset[str]:
    """The dimensions that an indicator, or one of which it is made, counts by."""
    clauses = (*indicator.population.clauses, *indicator.attribute.clauses)
    own = {clause.dimension for clause in clauses if isinstance(clause, Among)}
    own |= {*indicator.own_dimensions, *indicator.also, *filter(None, [indicator.over])}
    return frozenset(own).union(*(_counts_by(known[part], known) for part in indicator.of))
