"""What holds of every account: it adds up, it is that of its figure, and its rows are rows of people."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.counting import AS_OF
from support.rosters import Plan, plans
from support.sheets import write

from genderstats.analysis.account import SORTS, Account, AccountError, Some
from genderstats.analysis.explanation import explained
from genderstats.counting.population import Population
from genderstats.counting.tally import Split
from genderstats.indicators.catalogue import catalogue
from genderstats.workflows.compute import Question, answer
from genderstats.workflows.explain import Explanation, explain_gathered
from genderstats.workflows.interface import read_roster

if TYPE_CHECKING:
    from pathlib import Path

    from genderstats.workflows.gathering import Gathering

BY = st.sampled_from([(), ("unit",), ("level",), ("age", "party"), ("education",)])
IDS = st.sampled_from(sorted(catalogue()))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("rosters")


def gathered(folder: Path, *listed: Plan) -> Gathering:
    paths = [write(folder / f"roster-{place}.csv", plan.grid()) for place, plan in enumerate(listed)]
    return read_roster(*paths, as_of=AS_OF)


def told(folder: Path, name: str, by: tuple[str, ...], *listed: Plan) -> Explanation:
    return explain_gathered(gathered(folder, *listed), Question.asked([name], by))


@given(plans(wide=True), plans(), IDS, BY)
def test_an_account_adds_up_and_is_that_of_its_figure_for_every_indicator_and_breakdown(
    folder: Path, first: Plan, second: Plan, name: str, by: tuple[str, ...]
) -> None:
    found = told(folder, name, by, first, second.named("II"))
    assert found.figures or found.computation.observations[0].reason == "not-of-bodies"
    for one in found.figures:
        assert one.account.number(*SORTS) == one.account.items
        for some in one.account.sorts.values():
            assert some.split.people == sum(len(places) for _, places in some.where) or not some.where


@given(plans(wide=True), IDS)
def test_the_rows_of_an_account_are_rows_of_people_each_once_a_sort_where_people_are_counted(
    folder: Path, plan: Plan, name: str
) -> None:
    for one in told(folder, name, (), plan).figures:
        for some in one.account.sorts.values():
            for roster, places in some.where:
                assert set(places.tolist()) <= set(range(len(roster)))
                if one.observation.indicator.per == "person":
                    assert len(set(places.tolist())) == len(places)


@given(plans(wide=True), IDS)
def test_the_lines_of_a_clause_of_the_population_speak_of_everybody_who_is_asked(
    folder: Path, plan: Plan, name: str
) -> None:
    found = told(folder, name, (), plan)
    for rule in found.rules:
        if rule.asked.part == "population":
            people = sum(split.people for _, split in rule.lines)
            items = Population(found.computation.gathering.rosters[0], found.computation.gathering.moment)
            assert people == len(items.each(rule.indicator.per))


@given(plans(wide=True), IDS)
def test_no_rule_quotes_a_name_or_a_day(folder: Path, plan: Plan, name: str) -> None:
    found = told(folder, name, (), plan)
    said = {cell.text for rule in found.rules for line, _ in rule.lines for cell in line.said}
    people = plan.people
    personal = {one.get(field, "") for one in people for field in ("full_name", "birth_date", "hire_date")}
    days = {one.get("party", "") for one in people} - {"Không", "x"}
    assert not said & {text.strip() for text in personal | days if text.strip()} - {
        one.get("unit", "") for one in people
    }


def test_an_account_that_does_not_add_up_cannot_be_made() -> None:
    with pytest.raises(AccountError):
        Account(3, {"numerator": Some(Split(1, 0, 0)), "outside": Some(Split(0, 1, 0))})


@cache
def _plan() -> Plan:
    from support.rosters import Row

    people = [
        {"full_name": "Nguyễn Văn Mẫu", "sex": "Nam", "birth_date": "1970", "position": "Trưởng phòng"},
        {"full_name": "Trần Thị Mẫu", "sex": "Nữ", "birth_date": "1980", "position": "Phó Trưởng phòng"},
        {"full_name": "Lê Thị Mẫu", "sex": "Nữ", "birth_date": "1990", "position": "Chuyên viên"},
    ]
    return Plan((), ("full_name", "sex", "birth_date", "position"), tuple(Row("person", one) for one in people))


@pytest.mark.parametrize("planted", [{"women": 2}, {"men": 0}, {"unknown": 1}, {"undetermined": 1}])
def test_a_figure_that_is_not_that_of_its_people_stops_the_run(folder: Path, planted: dict[str, int]) -> None:
    gathering, question = gathered(folder, _plan()), Question.asked(["women-share-leaders"])
    (one,) = answer(gathering, question).observations
    populations = [Population(roster, gathering.moment) for roster in gathering.rosters]
    assert explained(populations, one)
    with pytest.raises(AccountError):
        explained(populations, replace(one, **planted))
