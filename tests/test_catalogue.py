"""The catalogue is whole: every indicator that the domain reference lists, each with its words, source, case and page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.golden import FOLDER
from support.places import REPOSITORY

from genderstats.indicators.catalogue import catalogue
from genderstats.indicators.form import RULES, IndicatorForm
from genderstats.indicators.indicator import Indicator
from genderstats.indicators.own import made, unlinked
from genderstats.reading.profile import Counting
from genderstats.vocabulary.declaration import Declaration
from genderstats.vocabulary.loading import load

#: The ids of domain.md, section 3.2 (the thirty of official practice, with the note below its table) and 3.3.
OFFICIAL = [
    "women-share-staff",
    "women-share-leaders",
    "women-share-heads",
    "women-share-deputies",
    "bodies-with-woman-key-leader",
    "women-share-key-leaders",
    "thirty-percent-rule",
    "women-share-party-committee",
    "women-share-standing-committee",
    "committees-with-woman-in-standing-committee",
    "committees-at-15-percent",
    "women-share-party-secretaries",
    "women-share-party-members",
    "party-rate",
    "women-share-new-party-members",
    "women-share-planned",
    "trained-rate-planned-women",
    "women-share-trainees",
    "women-share-recruits",
    "women-share-appointments",
    "women-share-rotations",
    "women-share-education",
    "education-rate",
    "women-share-political-theory",
    "political-theory-rate",
    "women-share-administration-level",
    "administration-level-rate",
    "women-share-grade",
    "grade-rate",
    "women-share-languages-it",
    "languages-it-rate",
    "women-share-minority",
    "minority-rate",
    "women-share-minority-leaders",
    "minority-women-share-leaders",
    "age-structure",
    "women-share-rank",
    "women-share-awards",
    "representation-gap",
    "representation-ratio",
    "women-share-academic-title",
]
INTERNATIONAL = [
    "women-share-managers",
    "women-share-senior-middle-managers",
    "women-share-elected",
    "glass-ceiling-index",
    "dissimilarity-index",
    "salary-coefficient-gap",
]
LISTED = [*OFFICIAL, *INTERNATIONAL]
PAGE = (REPOSITORY / "docs" / "indicators.md").read_text(encoding="utf-8")


def section(name: str) -> str:
    found = re.search(rf"^## {re.escape(name)}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, f"docs/indicators.md has no section {name}"
    return found[1]


def test_every_indicator_of_the_domain_reference_is_in_the_catalogue() -> None:
    assert [name for name in LISTED if name not in catalogue()] == []
    assert len(LISTED) == len(set(LISTED)) == 47


@pytest.mark.parametrize("name", catalogue())
def test_an_indicator_speaks_both_languages_and_has_a_source_or_its_mark(name: str) -> None:
    one = catalogue()[name]
    for text in (one.title, one.base, one.definition):
        assert text.en.strip()
        assert text.vi.strip()
        assert text.en != text.vi
    assert (one.source.en.strip() and one.source.vi.strip()) or not one.verified
    assert all(target.source.strip() or not target.verified for target in one.targets)


@pytest.mark.parametrize("name", catalogue())
def test_an_indicator_has_a_case_worked_out_by_hand(name: str) -> None:
    assert (FOLDER / f"{name}.md").exists()


@pytest.mark.parametrize("name", catalogue())
def test_an_indicator_has_its_section_in_both_languages(name: str) -> None:
    one, said = catalogue()[name], section(name)
    for text in (one.title, one.base, one.definition, one.source):
        for words in (text.en, text.vi):
            assert words.replace("|", r"\|") in said
    for row in ("Formula – Công thức", "Stands for – Thời điểm, thời kỳ", "Example – Ví dụ"):
        assert f"| {row} |" in said
    assert ("| With the attribute – Có đặc điểm |" in said) == bool(one.attribute.clauses)
    shown = (*one.own_dimensions, *one.also, *one.broken_down_by)
    assert ("| Broken down by – Phân tổ |" in said) == bool(shown)


@pytest.mark.parametrize("name", catalogue())
def test_an_example_is_computed_or_stands_in_the_golden_case(name: str) -> None:
    said = section(name)
    computed = f"--indicator {name}" in said
    assert computed != (f"](../tests/golden/{name}.md)" in said)
    assert computed == ("genderstats compute data/samples/" in said)


@pytest.mark.parametrize("name", catalogue())
def test_the_catalogue_is_of_the_form_that_own_indicators_have(name: str) -> None:
    table = load("catalogue", "genderstats.indicators")[name]
    one = made(name, IndicatorForm.model_validate(table))
    assert one == Indicator.declared(name, table) == catalogue()[name]
    assert unlinked(Declaration(Path("catalogue.toml"), "", {}), one, catalogue()) is None


def test_the_form_knows_the_rules_of_counting_that_a_profile_may_switch_off() -> None:
    assert set(RULES) == set(Counting.model_fields)


def test_every_key_of_the_form_is_explained_at_the_top_of_the_catalogue() -> None:
    text = (REPOSITORY / "src" / "genderstats" / "indicators" / "catalogue.toml").read_text(encoding="utf-8")
    head = text.partition("\n[")[0]
    assert [key for key in IndicatorForm.model_fields if key != "title" and not re.search(rf"\b{key}\b", head)] == []
