"""The JSON that scripts rely on: these keys, numbers raw, never translated."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from support.places import SAMPLES
from support.program import inside, process

ROSTER = SAMPLES / "hckt" / "hckt-2016.xlsx"
QLTT = SAMPLES / "qltt"

SOURCE_KEYS = ["file", "sheet", "sha256", "rows", "people", "rejected", "set_aside", "columns"]
OBSERVATION_KEYS = [
    "indicator", "by", "unit", "women", "men", "unknown", "numerator", "denominator", "value", "bounds", "status", "reason", "targets",
]  # fmt: skip
NOTICE_KEYS = ["reason", "outcome", "file", "sheet", "cell", "row", "field", "value", "message"]
CHANGE_KEYS = ["indicator", "by", "then", "now", "points", "count_change", "interval", "comparable", "reason"]


@cache
def told(*arguments: object) -> Any:
    run = inside(*arguments, "--format", "json")
    assert run.code in (0, 1)
    return run.json


def has(record: dict[str, Any], keys: list[str]) -> None:
    assert [key for key in record if key in keys] == keys


def test_compute_gives_the_promised_keys_in_their_order() -> None:
    found = told("compute", ROSTER, "--by", "level")
    has(found, ["schema", "version", "period", "as_of", "sources", "observations", "notices"])
    assert (found["schema"], found["period"], found["as_of"]) == ("genderstats.compute/1", "2016", "2016-12-31")
    for record in found["sources"]:
        has(record, SOURCE_KEYS)
    for record in found["observations"]:
        has(record, OBSERVATION_KEYS)
    for record in found["notices"]:
        has(record, NOTICE_KEYS)


def test_a_source_accounts_for_its_rows() -> None:
    for record in told("compute", ROSTER)["sources"]:
        assert record["rows"] == record["people"] + record["rejected"] + record["set_aside"]
        assert len(record["sha256"]) == 64
        assert record["columns"]["sex"] == "Giới tính"


def test_numbers_are_raw() -> None:
    for one in told("compute", ROSTER)["observations"]:
        assert all(isinstance(one[key], int) for key in ("women", "men", "unknown"))
        if one["value"] is not None and one["denominator"]:
            assert one["value"] == one["numerator"] / one["denominator"]
            assert 0 <= one["value"] <= 1


def test_a_status_says_whether_there_is_a_value_and_a_reason_why_not() -> None:
    for one in told("compute", ROSTER, "--by", "level")["observations"]:
        assert one["status"] in ("ok", "not-computable", "protected", "break")
        assert (one["value"] is None) == (one["reason"] is not None) == (one["status"] != "ok")


def test_a_rate_gives_the_counts_of_men_too() -> None:
    for one in told("compute", ROSTER)["observations"]:
        if one["indicator"] in ("party-rate", "minority-rate") and one["value"] is not None:
            assert one["men_numerator"] <= one["men_denominator"]


def test_a_target_is_told_with_its_verdict() -> None:
    (one,) = [
        one for one in told("compute", ROSTER)["observations"] if one["indicator"] == "women-share-party-committee"
    ]
    for target in one["targets"]:
        assert {"year", "at_least", "source", "met", "short_by"} <= target.keys()
        assert isinstance(target["at_least"], float)


def test_groups_are_codes_and_the_unknown_is_one() -> None:
    groups = {
        one["by"]["level"] for one in told("compute", ROSTER, "--by", "level")["observations"] if "level" in one["by"]
    }
    assert {"department", "division", "_U"} <= groups


def test_a_notice_stands_at_a_cell() -> None:
    (one,) = [one for one in told("compute", ROSTER)["notices"] if one["reason"] == "title-unknown"]
    assert (one["cell"], one["row"], one["field"], one["outcome"]) == ("T419", 419, "position", "kept")


def test_compare_gives_the_promised_keys() -> None:
    found = told("compare", "2018", "2019", "--in", QLTT)
    has(found, ["schema", "periods", "changes", "flows"])
    assert (found["schema"], found["periods"]) == ("genderstats.compare/1", ["2018", "2019"])
    for change in found["changes"]:
        has(change, CHANGE_KEYS)
        has(change["then"], OBSERVATION_KEYS)
        has(change["now"], OBSERVATION_KEYS)
        if change["points"] is not None:
            assert change["points"] == pytest.approx(change["now"]["value"] - change["then"]["value"], abs=1e-12)


def test_check_gives_the_promised_keys() -> None:
    found = told("check", ROSTER)
    has(found, ["schema", "sources", "notices"])
    assert found["schema"] == "genderstats.check/1"


def test_inspect_gives_the_promised_keys() -> None:
    found = told("inspect", ROSTER)
    assert found["schema"] == "genderstats.inspect/1"
    (sheet,) = found["sheets"]
    has(
        sheet,
        ["file", "sheet", "header_rows", "columns", "unused_columns", "set_aside", "titles", "unknown_titles", "unknown_words"],
    )  # fmt: skip
    assert sheet["header_rows"] == [7]
    assert {"column", "header"} <= sheet["columns"]["sex"].keys()
    for unused in sheet["unused_columns"]:
        assert {"column", "header", "suggestion"} <= unused.keys()
    for title in sheet["titles"]:
        assert {"title", "unit", "count", "positions"} <= title.keys()
        for position in title["positions"]:
            assert {"axis", "level", "role", "acting"} <= position.keys()
    assert all({"title", "count"} <= one.keys() for one in sheet["unknown_titles"])


def _without_words(value: Any) -> Any:
    spoken = ("message", "title", "base", "definition", "definitions", "population", "source", "advice")
    if isinstance(value, dict):
        return {key: _without_words(inner) for key, inner in value.items() if key not in spoken}
    return [_without_words(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("command", [("compute", ROSTER), ("check", ROSTER), ("inspect", ROSTER)])
def test_neither_keys_nor_numbers_are_translated(command: tuple[object, ...]) -> None:
    vietnamese = process(*command, "--format", "json", lang="vi").json
    assert _without_words(vietnamese) == _without_words(told(*command))
