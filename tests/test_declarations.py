"""What is declared in TOML is complete, consistent, and in both languages."""

from __future__ import annotations

import inspect
import re
from decimal import Decimal
from string import Formatter
from typing import TYPE_CHECKING, Any

import pytest
from support.places import SOURCE

from genderstats import errors
from genderstats.analysis.measures import MEASURES
from genderstats.cli import running
from genderstats.counting.says import SAYS
from genderstats.indicators.catalogue import catalogue, dimensions_of
from genderstats.indicators.condition import Within
from genderstats.indicators.dimension import dimensions
from genderstats.people.codes import code_list, code_lists, unknown_label
from genderstats.people.days import Day
from genderstats.people.fields import fields
from genderstats.people.person import ORDERS, Person, settle, striking_orders
from genderstats.reading.ledger import KIND_TITLES, SET_ASIDE
from genderstats.reading.notices import notice, reasons
from genderstats.reading.sheet import Address
from genderstats.text.folding import words
from genderstats.vocabulary.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from genderstats.text.language import Text

#: A cell that only one kind of field takes, with what it makes of it.
TAKEN = {"date": ("8/3/1975", Day), "mark": ("x", bool), "number": ("2,34", Decimal), "text": ("x 8/3", str)}
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ERRORS = [
    one for _, one in inspect.getmembers(errors, inspect.isclass) if issubclass(one, errors.GenderstatsError) and one.en
]
CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted((SOURCE / "genderstats").rglob("*.py")))


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def texts(table: Any, path: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every table of a declaration that has an English or a Vietnamese text, with where it stands."""
    if isinstance(table, dict):
        if table.keys() & {"en", "vi"}:
            yield path, table
        else:
            for name, inner in table.items():
                yield from texts(inner, f"{path}.{name}")
    elif isinstance(table, list):
        for place, inner in enumerate(table):
            yield from texts(inner, f"{path}[{place}]")


DECLARED = {
    **{name: load(name) for name in ("fields", "codes", "notices", "columns", "rows")},
    **{name: load(name, "genderstats.indicators") for name in ("catalogue", "dimensions")},
}
ALL_TEXTS = [(f"{name}{path}", text) for name, table in DECLARED.items() for path, text in texts(table)]


@pytest.mark.parametrize(("where", "text"), ALL_TEXTS, ids=[where for where, _ in ALL_TEXTS])
def test_every_declared_text_speaks_both_languages_with_the_same_places(where: str, text: dict[str, str]) -> None:
    assert text.keys() == {"en", "vi"}, where
    assert all(said.strip() == said and said for said in text.values())
    assert places(text["en"]) == places(text["vi"])


@pytest.mark.parametrize("error", ERRORS, ids=[one.__name__ for one in ERRORS])
def test_every_error_speaks_both_languages_with_the_same_places(error: type[errors.GenderstatsError]) -> None:
    assert error.vi
    assert error.vi != error.en
    assert places(error.en) == places(error.vi)


@pytest.mark.parametrize("error", ERRORS, ids=[one.__name__ for one in ERRORS])
def test_every_error_is_raised_somewhere_and_named_an_error(error: type[errors.GenderstatsError]) -> None:
    assert error.__name__.endswith("Error")
    assert len(re.findall(rf"\b{error.__name__}\(", CODE)) > 1


@pytest.mark.parametrize("error", ERRORS, ids=[one.__name__ for one in ERRORS])
def test_every_error_is_told_in_the_language_asked_for(error: type[errors.GenderstatsError]) -> None:
    told = error(**dict.fromkeys(places(error.en), "…"))
    assert told.message("en") == str(told)
    assert told.message("vi") != told.message("en")
    assert "{" not in told.message("vi") + told.message("en")


def test_every_field_is_declared_and_every_declared_field_is_a_persons() -> None:
    assert list(fields()) == list(Person.model_fields)


@pytest.mark.parametrize("name", Person.model_fields)
def test_a_field_holds_what_its_declaration_says(name: str) -> None:
    kind = fields()[name].kind
    if kind == "code":
        assert len(code_list(name).labels) > 1
        taken: list[str] = []
    else:
        cell, held = TAKEN[kind]
        assert isinstance(getattr(Person.model_validate({name: cell}), name), held)
        taken = ["x 8/3"] if kind == "text" else []
    assert [cell for cell in ["x 8/3"] if not settle({name: cell})[1]] == taken


def test_no_header_word_is_claimed_by_two_fields() -> None:
    claimed: dict[str, str] = {}
    for name, field in fields().items():
        for word in [*field.words, *(word for listed in field.flags.values() for word in listed)]:
            assert claimed.setdefault(words(word), name) == name, word


def test_no_header_word_is_a_known_column_of_no_field() -> None:
    listed = {words(word) for kind in ("number", "personal") for word in load("columns")[kind]["words"]}
    assert not [word for field in fields().values() for word in field.words if words(word) in listed]


def test_a_header_word_is_listed_once_in_its_field() -> None:
    for field in fields().values():
        folded = [words(word) for word in field.words]
        assert len(folded) == len(set(folded)), field.id


@pytest.mark.parametrize("name", code_lists())
def test_every_code_has_a_label_in_both_languages_and_a_list_its_source(name: str) -> None:
    listed = code_list(name)
    assert listed.source
    for code in listed:
        assert listed.label(code).en
        assert listed.label(code).vi
    assert listed.label("_U") == unknown_label()


@pytest.mark.parametrize("name", code_lists())
def test_no_word_means_two_codes_of_a_list(name: str) -> None:
    claimed: dict[str, str] = {}
    for code, listed in code_list(name).words.items():
        for word in listed:
            assert claimed.setdefault(words(word), code) == code, word


READ = [name for name in code_lists() if name in fields() or code_list(name).field]


@pytest.mark.parametrize("name", READ)
def test_every_word_and_sign_of_a_code_is_read_as_that_code(name: str) -> None:
    for code, listed in code_list(name).words.items():
        for word in listed:
            assert code_list(name).find(word) == code, word
    for sign, code in code_list(name).signs.items():
        assert code_list(name).find(sign) == code, sign


@pytest.mark.parametrize("name", READ)
def test_the_rules_of_a_list_name_what_is_in_it(name: str) -> None:
    listed = code_list(name)
    said = {words(word) for of_code in listed.words.values() for word in of_code}
    assert set(listed.wins) <= set(listed)
    assert set(listed.signs.values()) <= set(listed)
    assert {words(word) for word in (*listed.weak, *listed.anywhere)} - said == set()
    assert not {words(word) for word in listed.silent} & said
    assert listed.match != "exact" or not (
        listed.wins or listed.weak or listed.anywhere or listed.leading or listed.signs
    )
    assert listed.elsewhere is None or (listed.elsewhere[0] in code_lists() and listed.elsewhere[1] in listed.labels)


def test_a_list_that_is_no_fields_own_is_read_from_a_field_of_text() -> None:
    for name in code_lists():
        field = code_list(name).field
        assert field is None or (name not in fields() and fields()[field].kind == "text")


def test_a_header_that_takes_a_term_lists_none() -> None:
    for field in fields().values():
        assert not field.terms or not [word for word in field.words if re.search(r"\d{4}", word)]


def test_every_field_of_codes_has_its_list_and_every_flag_a_code_of_it() -> None:
    for field in fields().values():
        if field.kind == "code":
            assert field.id in code_lists()
            assert set(field.flags) <= set(code_list(field.id))


def test_ids_are_written_with_hyphens() -> None:
    ids = [*catalogue(), *dimensions(), *reasons(), *(code for name in code_lists() for code in code_list(name))]
    assert [one for one in ids if not KEBAB.fullmatch(one) and one not in ("F", "M")] == []


@pytest.mark.parametrize("name", dimensions())
def test_a_dimension_needs_fields_that_exist_and_has_a_list_that_exists(name: str) -> None:
    dimension = dimensions()[name]
    assert dimension.needs
    assert set(dimension.needs) <= set(fields())
    assert dimension.codes is None or dimension.codes in code_lists()
    assert dimension.ordered or dimension.kind in ("text", "age", "number") or dimension.id in NAMED


#: Dimensions of offices whose codes are the names, or the kinds, of bodies.
NAMED = ("body", "body-kind", "committee")


@pytest.mark.parametrize("name", catalogue())
def test_an_indicator_names_only_what_exists(name: str) -> None:
    indicator = catalogue()[name]
    for clause in (*indicator.population.clauses, *indicator.attribute.clauses):
        if isinstance(clause, Within):
            assert fields()[clause.field].kind == "date"
        else:
            assert set(clause.codes) <= set(dimensions()[clause.dimension].ordered)
    named = (*indicator.own_dimensions, *indicator.also, *indicator.broken_down_by, *filter(None, [indicator.over]))
    assert set(named) <= set(dimensions())
    assert {*indicator.of, *indicator.together} <= set(catalogue())
    assert (MEASURES[indicator.measure].derive is not None) == (len(indicator.of) == 2)
    assert bool(indicator.over) == (indicator.measure in FOLDING)
    for target in indicator.targets:
        for dimension, code in target.where:
            assert dimension in (*indicator.own_dimensions, *indicator.also)
            assert code in dimensions()[dimension].ordered


#: The measures that fold a dimension up into one figure.
FOLDING = ("bodies", "ceiling", "dissimilarity", "mean-gap", "median-gap")


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_says_its_formula_and_source_in_both_languages(name: str) -> None:
    measure = MEASURES[name]
    assert all(text.en and text.vi for text in (measure.title, measure.formula, measure.source))
    assert (measure.observe is None) != (measure.derive is None)
    assert any(one.measure == name for one in catalogue().values())


def test_what_is_always_shown_together_says_so_on_both_sides() -> None:
    for one in catalogue().values():
        assert [other for other in one.together if one.id not in catalogue()[other].together] == []


@pytest.mark.parametrize("name", catalogue())
def test_an_indicator_is_declared_in_full(name: str) -> None:
    indicator = catalogue()[name]
    assert indicator.source or not indicator.verified
    for text in (indicator.title, indicator.base, indicator.definition):
        assert said_twice(text)


def said_twice(text: Text) -> bool:
    return bool(text.en and text.vi and text.en != text.vi)


@pytest.mark.parametrize("name", catalogue())
def test_a_target_that_gives_a_verdict_has_a_source(name: str) -> None:
    for target in catalogue()[name].targets:
        assert 0 < target.at_least <= 1
        assert 2000 <= target.year <= 2100
        assert not target.verified or str(getattr(target.source, "en", target.source)).strip()


def test_the_titles_of_indicators_and_reasons_are_all_different() -> None:
    for listed in (catalogue().values(), reasons().values(), dimensions().values()):
        for language in ("en", "vi"):
            titles = [one.title[language] for one in listed]
            assert len(titles) == len(set(titles))


def test_every_reason_a_cell_is_refused_for_is_declared() -> None:
    emitted = set(re.findall(r'PydanticCustomError\("([a-z-]+)"', CODE))
    emitted |= set(re.findall(r'_coded\("\w+", "([a-z-]+)"\)', CODE))
    emitted |= set(re.findall(r'DayError\("([a-z-]+)"\)', CODE))
    emitted |= set(re.findall(r'\bnotice\(\s*"([a-z-]+)"', CODE))
    emitted |= {order.reason for order in (*ORDERS, *striking_orders())}
    assert len(emitted) > 12
    assert emitted <= set(reasons())


@pytest.mark.parametrize("reason", reasons())
def test_every_declared_reason_is_emitted_somewhere(reason: str) -> None:
    assert f'"{reason}"' in CODE


@pytest.mark.parametrize("reason", reasons())
def test_a_message_uses_only_what_a_notice_knows(reason: str) -> None:
    message = notice(reason, Address("roster.csv", None, 14, 2), "birth_date", "31/02/1975", 3).message
    assert said_twice(message)
    assert "{" not in message.en + message.vi


def test_an_outcome_agrees_with_what_is_done() -> None:
    refused = {*re.findall(r'PydanticCustomError\("([a-z-]+)"', CODE), *(order.reason for order in ORDERS)}
    assert {reasons()[reason].outcome for reason in refused} == {"blanked"}
    assert {reasons()[order.reason].outcome for order in striking_orders()} == {"kept"}
    assert reasons()["row-unrecognised"].outcome == "rejected"


def test_a_bound_that_no_document_is_cited_for_is_marked_so() -> None:
    for name, bound in load("rows")["striking"].items():
        assert name in reasons()
        assert bound["verified"] is False or bound["source"]


def test_every_kind_of_row_set_aside_has_a_title() -> None:
    assert list(SET_ASIDE) == list(KIND_TITLES)
    assert all(said_twice(title) for title in KIND_TITLES.values())


def test_exit_codes_are_those_that_scripts_rely_on() -> None:
    assert (running.DONE, running.FOUND, running.NOT_DONE, running.DEFECT) == (0, 1, 2, 101)


@pytest.mark.parametrize("name", [one.id for one in dimensions().values() if one.kind == "office"])
def test_a_dimension_of_offices_is_told_by_them(name: str) -> None:
    assert name in SAYS


def test_nobodys_own_numbers_are_a_breakdown() -> None:
    with pytest.raises(errors.PersonalColumnError):
        dimensions_of(["salary-coefficient"])
