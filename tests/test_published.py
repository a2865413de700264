"""Real rosters and what was published about them."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

import pytest
from support.places import shared
from support.program import inside

from genderstats import compare, compute

if TYPE_CHECKING:
    from genderstats.analysis.observation import Observation
    from genderstats.workflows.compute import Computation

LIST_DAY = "2021-04-27"


@cache
def deputies(name: str, by: tuple[str, ...] = ()) -> Computation:
    return compute(shared("na15", f"{name}.csv"), by=by, age_bands=(40,), as_of=LIST_DAY)


def figure(found: Computation, indicator: str, **by: str) -> Observation:
    wanted = {name.replace("_", "-"): code for name, code in by.items()}
    (one,) = [one for one in found.observations if one.indicator.id == indicator and one.by == wanted]
    return one


def people(one: Observation) -> int:
    return one.women + one.men + one.unknown


CANDIDATES = [
    ("women-share-staff", {}, 393, 868),
    ("women-share-minority", {}, 112, 185),
    ("women-share-party-members", {}, 344, 794),
    ("women-share-political-theory", {"political_theory": "advanced"}, 221, 587),
    ("women-share-political-theory", {"political_theory": "bachelor"}, 13, 55),
    ("women-share-political-theory", {"political_theory": "intermediate"}, 81, 111),
    ("women-share-political-theory", {"political_theory": "elementary"}, 24, 35),
]


@pytest.mark.parametrize(("indicator", "by", "women", "everybody"), CANDIDATES)
def test_the_candidates_of_2021_are_counted_as_published(
    indicator: str, by: dict[str, str], women: int, everybody: int
) -> None:
    one = figure(deputies("candidates"), indicator, **by)
    assert (one.women, people(one)) == (women, everybody)


def test_the_share_of_women_candidates_is_printed_as_published() -> None:
    run = inside("compute", shared("na15", "candidates.csv"), "--as-of", LIST_DAY, "-i", "women-share-staff")
    assert "393/868" in run.out
    assert "45.28 %" in run.out


def test_every_candidate_is_read() -> None:
    ledger = deputies("candidates").gathering.ledger
    assert (ledger.rows, ledger.people, ledger.rejected) == (868, 868, 0)


def test_564_candidates_are_postgraduates_when_specialist_doctors_count() -> None:
    levels = [
        figure(deputies("candidates"), "women-share-education", education=code)
        for code in ("doctorate", "master", "specialist")
    ]
    assert sum(map(people, levels)) == 564
    assert people(levels[-1]) == 10


def test_224_candidates_are_under_40_on_the_day_of_the_list() -> None:
    young = figure(deputies("candidates", ("age",)), "women-share-staff", age="<40")
    assert people(young) == 224


def test_221_candidates_are_under_40_on_polling_day() -> None:
    found = compute(shared("na15", "candidates.csv"), by=["age"], age_bands=(40,), as_of="2021-05-23")
    assert people(figure(found, "women-share-staff", age="<40")) == 221


def test_names_that_are_not_composed_are_no_problem() -> None:
    (roster,) = deputies("candidates").gathering.rosters
    text = shared("na15", "candidates.csv").read_text(encoding="utf-8")
    assert not unicodedata.is_normalized("NFC", text)
    assert all(unicodedata.is_normalized("NFC", name) for name in roster.people["full_name"].cat.categories)
    assert not [one for one in roster.notices if one.field == "full_name"]


def test_nobody_is_of_unknown_sex() -> None:
    assert figure(deputies("candidates"), "women-share-staff").unknown == 0


ELECTED = [
    ("women-share-staff", 151, 499),
    ("women-share-minority", 44, 89),
    ("women-share-party-members", 145, 485),
]


@pytest.mark.parametrize(("indicator", "women", "everybody"), ELECTED)
def test_the_elected_of_2021_are_counted_as_published(indicator: str, women: int, everybody: int) -> None:
    one = figure(deputies("elected"), indicator)
    assert (one.women, people(one)) == (women, everybody)


def test_47_of_the_elected_are_under_40_on_the_day_of_the_list() -> None:
    assert people(figure(deputies("elected", ("age",)), "women-share-staff", age="<40")) == 47


def test_the_share_of_the_elected_is_printed_as_published() -> None:
    run = inside("compute", shared("na15", "elected.csv"), "--as-of", LIST_DAY, "-i", "women-share-staff")
    assert "151/499" in run.out
    assert "30.26 %" in run.out


def test_a_list_with_a_header_for_each_constituency_is_read_as_one() -> None:
    found = compute(shared("na15", "hanoi_official_layout.xlsx"), indicators=["women-share-staff"])
    ledger = found.gathering.ledger
    assert (found.observations[0].women, ledger.people, ledger.rejected) == (18, 49, 0)
    assert dict(ledger.set_aside) == {"repeated-header": 18, "title": 13}


def test_the_united_states_congress_went_from_131_to_151_women_of_538() -> None:
    then, now = (shared("congress", f"members_{day}.csv") for day in ("2019-04-03", "2022-10-12"))
    (step,) = compare(then, now, indicators=["women-share-staff"]).changes
    (one,) = step
    assert [(side.numerator, side.denominator) for side in (one.then, one.now)] == [(131, 538), (151, 538)]
    assert one.count_change == 20


def test_a_party_that_is_no_mark_is_not_taken_for_membership() -> None:
    found = compute(shared("congress", "members_2022-10-12.csv"), indicators=["party-rate"])
    assert found.observations[0].value is None


@pytest.mark.parametrize(
    ("year", "women", "everybody"), [(1976, 69, 538), (1985, 158, 917), (1990, 267, 1230), (1995, 409, 1597)]
)
def test_the_faculty_is_counted_year_by_year(year: int, women: int, everybody: int) -> None:
    one = compute(shared("faculty", f"{year}.csv"), indicators=["women-share-staff"]).observations[0]
    assert (one.women, people(one)) == (women, everybody)


def test_the_faculty_is_compared_over_four_years() -> None:
    years = [str(year) for year in (1976, 1985, 1990, 1995)]
    found = compare(*years, folder=shared("faculty"), indicators=["women-share-staff"])
    assert [step[0].count_change for step in found.changes] == [89, 109, 142]
    assert list(found.names) == years
