from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import replace
from pathlib import Path
from random import Random  # noqa: TC003  # hypothesis reads the annotation
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.offices import offices

from genderstats.people.titles import Position, TitleRules, builtin_rules
from genderstats.text.folding import fold, words
from genderstats.vocabulary.loading import load

GOLDEN: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "titles" / "golden.toml").read_text(encoding="utf-8")
)["case"]
LEVELS = {
    "national", "ministry", "general-department", "department", "division", "team",
    "province", "district", "commune", None,
}  # fmt: skip
AXES = {"government", "party", "mass-organisation", "elected"}
CELLS = st.sampled_from([case["title"] for case in GOLDEN])
UNITS = st.sampled_from([None, *sorted({case["unit"] for case in GOLDEN if "unit" in case})])
HEADS = [
    word
    for rule in load("titles")["title"]
    if rule.get("role", "head") == "head" and not rule.get("acting") and not rule.get("before_body")
    if not rule.get("party_column")
    for word in rule["words"]
]
BODIES = ["phòng", "khoa", "ban", "đội", "Công an xã", "bộ môn", "trạm", "phân xưởng"]


def bodies_folded(positions: tuple[Position, ...]) -> list[Position]:
    return [replace(position, body=fold(position.body)) for position in positions]


@pytest.mark.parametrize("case", GOLDEN, ids=[case["title"] for case in GOLDEN])
def test_a_title_is_read_as_a_personnel_officer_reads_it(case: dict[str, Any]) -> None:
    reading = builtin_rules().read(case["title"], case.get("unit"), case.get("party", False))
    assert offices(reading) == case["offices"]
    if "bodies" in case:
        assert [position.body for position in reading.positions] == case["bodies"]


@given(st.text(), st.none() | st.text(), st.booleans())
def test_reading_never_fails_and_gives_known_codes_only(title: str, unit: str | None, party: bool) -> None:
    for position in builtin_rules().read(title, unit, party).positions:
        assert position.level in LEVELS
        assert position.axis in AXES
        assert position.role in {"head", "deputy", "member"}


@given(st.lists(CELLS | st.sampled_from(["và", ",", ";", "kiêm", "Phó", "Quyền", "TP", "-"]), max_size=6))
def test_titles_run_together_in_any_way_are_read_without_failing(words: list[str]) -> None:
    builtin_rules().read(" ".join(words), "Sở Y tế")


@pytest.mark.parametrize("head", HEADS)
def test_a_deputy_never_comes_out_as_a_head(head: str) -> None:
    first, second = (builtin_rules().read(title, "Sở Y tế") for title in (head, f"Phó {head}"))
    assert [position.role for position in first.positions] == ["head"]
    assert [position.role for position in second.positions] == ["deputy"]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("prefix", ["Phó", "Phó Trưởng", "P. Trưởng", "P.Trưởng"])
def test_the_deputy_of_a_named_body_never_comes_out_as_a_head(body: str, prefix: str) -> None:
    reading = builtin_rules().read(f"{prefix} {body}", "Sở Y tế")
    assert [position.role for position in reading.positions] == ["deputy"]


@given(st.lists(CELLS, min_size=1, max_size=4), UNITS, st.randoms(use_true_random=False))
def test_the_order_of_the_parts_does_not_change_the_offices(cells: list[str], unit: str | None, chance: Random) -> None:
    shuffled = chance.sample(cells, len(cells))
    then, now = (builtin_rules().read("; ".join(some), unit) for some in (cells, shuffled))
    assert set(then.positions) == set(now.positions)
    assert set(then.unknown) == set(now.unknown)


@settings(max_examples=200)
@given(st.sampled_from(GOLDEN))
def test_letter_case_tone_placement_and_decomposed_letters_do_not_matter(case: dict[str, Any]) -> None:
    title, unit, party = case["title"], case.get("unit"), case.get("party", False)
    expected = bodies_folded(builtin_rules().read(title, unit, party).positions)
    old_tone = title.replace("ủy", "uỷ").replace("Ủy", "Uỷ")
    for form in (title.upper(), title.lower(), old_tone, unicodedata.normalize("NFD", title)):
        assert bodies_folded(builtin_rules().read(form, unit, party).positions) == expected


@pytest.mark.parametrize("case", GOLDEN, ids=[case["title"] for case in GOLDEN])
def test_a_body_is_named_with_the_words_of_its_title(case: dict[str, Any]) -> None:
    reading = builtin_rules().read(case["title"], case.get("unit"), case.get("party", False))
    carried = {word for rule in load("titles")["title"] for word in words(rule.get("heads", "")).split()}
    for position in reading.positions:
        assert set(words(position.body).split()) <= {*words(case["title"]).split(), *carried}


def test_a_bare_word_inside_another_is_no_title() -> None:
    assert builtin_rules().read("Trưởng thành").positions == ()


def test_a_line_break_parts_titles_as_a_semicolon_does() -> None:
    rules = builtin_rules()
    assert rules.read("1. Bí thư Huyện ủy\n2. Chủ tịch HĐND huyện") == rules.read(
        "Bí thư Huyện ủy; Chủ tịch HĐND huyện"
    )


def test_a_city_after_a_comma_is_no_head_of_division() -> None:
    assert len(builtin_rules().read("Giám đốc Sở Y tế, TP. Hồ Chí Minh").positions) == 1


def test_an_empty_cell_holds_no_office_and_nothing_unknown() -> None:
    assert builtin_rules().read(" ; , ") == builtin_rules().read("")


def test_rules_of_your_own_come_before_the_built_in_ones() -> None:
    own = {
        "title": [{"words": ["Vụ trưởng", "Trưởng nhánh"], "level": "team"}],
        "body": [{"words": ["Nhà máy Z100"], "level": "department"}],
        "no_office": [{"words": ["Đội trưởng"]}],
    }
    rules = TitleRules.of(own, load("titles"))
    assert rules.read("Vụ trưởng").positions[0].level == "team"
    assert rules.read("Phó Trưởng nhánh").positions[0].role == "deputy"
    assert rules.read("Giám đốc", "Nhà máy Z100").positions[0].level == "department"
    assert rules.read("Đội trưởng").positions == ()
    assert rules.read("Thứ trưởng").positions[0].key_leader


def test_every_level_in_the_table_is_a_known_code() -> None:
    table = load("titles")
    told = {entry.get("level") for entry in [*table["title"], *table["body"]]}
    told |= {level for scale in table["scale"].values() for level in scale.values()}
    assert told <= LEVELS
