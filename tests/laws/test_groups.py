"""The groups of a breakdown add up to the total."""

from __future__ import annotations

import pytest
from hypothesis import given
from support.counting import tallies
from support.rosters import Plan, plans

from genderstats.counting.tally import Tally
from genderstats.indicators.catalogue import catalogue

DIMENSIONS = [
    ("unit",), ("level",), ("role",), ("age",), ("education",), ("political-theory",), ("ethnicity",), ("party",),
    ("key-leader",), ("party-committee",), ("level", "role"), ("age", "ethnicity", "unit"), ("column:Chức vụ",),
]  # fmt: skip


@pytest.mark.parametrize("by", DIMENSIONS, ids=",".join)
@given(plan=plans(wide=True))
def test_the_groups_with_the_unknown_add_up_to_the_total(by: tuple[str, ...], plan: Plan) -> None:
    total, broken_down = tallies(plan), tallies(plan, by)
    assert total.silent == broken_down.silent
    for indicator in catalogue():
        whole = sum(total.groups(indicator).values(), Tally())
        assert sum(broken_down.groups(indicator).values(), Tally()) == whole


@given(plans(wide=True))
def test_every_indicator_of_persons_asks_everybody(plan: Plan) -> None:
    counted = tallies(plan)
    for name, indicator in catalogue().items():
        asked_of_all = not (indicator.population.clauses and indicator.attribute.clauses)
        if indicator.per == "person" and asked_of_all and not (indicator.of or indicator.across_each):
            assert sum(tally.people for tally in counted.groups(name).values()) == len(plan.people)
