"""A figure that a rule of counting changes says in its words that the rule is off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from genderstats.indicators.catalogue import catalogue
from genderstats.indicators.condition import Among
from genderstats.indicators.rules import worded

if TYPE_CHECKING:
    from genderstats.indicators.indicator import Indicator

#: Dimensions in which an acting head counts as one.
_OF_HEADS = {"level", "role", "key-leader"}


def counts_heads(indicator: Indicator) -> bool:
    named = {clause.dimension for clause in indicator.population.clauses if isinstance(clause, Among)}
    parts = [catalogue()[name] for name in indicator.of]
    return bool(_OF_HEADS & {*named, indicator.over}) or any(map(counts_heads, parts))


@pytest.mark.parametrize("name", [name for name, one in catalogue().items() if counts_heads(one)])
def test_without_acting_heads_an_indicator_of_leaders_has_other_words(name: str) -> None:
    one = catalogue()[name]
    other = worded(one, ["acting_heads"], catalogue())
    assert other.rules == ("acting_heads",)
    for language in ("en", "vi"):
        assert other.base[language] != one.base[language]
        assert other.definition[language] != one.definition[language]
        assert {"en": "acting heads", "vi": "quyền, phụ trách"}[language] in other.base[language]
