"""The titles of real rosters, and posts told by title rules of one's own."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from random import Random
from typing import TYPE_CHECKING

import pytest
from support.offices import offices
from support.places import REPOSITORY, shared

from genderstats import compute
from genderstats.people.titles import builtin_rules

if TYPE_CHECKING:
    from pathlib import Path

RULES = REPOSITORY / "tests" / "people" / "titles"
CHECKED = tomllib.loads((RULES / "checked.toml").read_text(encoding="utf-8"))
ENOUGH = 0.97


@cache
def cells() -> dict[str, str]:
    """The distinct titles of the candidates, each with the unit of its first row."""
    first: dict[str, str] = {}
    with shared("na15", "candidates.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            first.setdefault(row["Nghề nghiệp, chức vụ"], row["Nơi công tác"])
    return first


def test_nearly_all_the_titles_of_the_candidates_are_understood() -> None:
    known = [not builtin_rules().read(title, unit).unknown for title, unit in cells().items()]
    assert sum(known) >= 0.99 * len(known)


def test_150_titles_drawn_at_random_mean_what_a_person_has_checked() -> None:
    drawn = sorted(cells())
    Random(CHECKED["seed"]).shuffle(drawn)
    right = [
        "; ".join(offices(builtin_rules().read(title, cells()[title]))) == told
        for title, told in zip(drawn, CHECKED["meanings"], strict=False)
    ]
    assert len(right) == 150
    assert sum(right) >= ENOUGH * 150


def heads(path: Path, rules: Path, **columns: str) -> dict[str | None, tuple[int, int]]:
    found = compute(
        path, indicators=["women-share-heads"], by=["level"], columns=columns, titles=rules, as_of="2020-01-15"
    )
    return {
        one.by.get("level"): (one.women, one.women + one.men + one.unknown)
        for one in found.observations
        if one.value is not None
    }


def test_the_women_who_chair_a_committee_are_counted_by_chamber() -> None:
    told = heads(shared("congress", "committees_2020-01-15.csv"), RULES / "congress.toml", unit="committee")
    assert (told["department"], told["division"]) == ((7, 23), (2, 19))


def test_a_person_counts_at_the_highest_level_so_joint_chairs_are_exact_where_joint_stands_first(
    tmp_path: Path,
) -> None:
    text = (RULES / "congress.toml").read_text(encoding="utf-8")
    rules = tmp_path / "joint-first.toml"
    rules.write_text(text.replace('"team"', '"national"'), encoding="utf-8")
    told = heads(shared("congress", "committees_2020-01-15.csv"), rules, unit="committee")
    assert (told["national"], told["department"]) == ((0, 2), (7, 23))


@pytest.mark.parametrize(
    ("year", "women", "everybody"), [(1976, 1, 34), (1985, 13, 110), (1990, 25, 151), (1995, 32, 169)]
)
def test_a_column_of_ones_and_noughts_tells_who_holds_a_post(year: int, women: int, everybody: int) -> None:
    told = heads(shared("faculty", f"{year}.csv"), RULES / "faculty.toml", position="admin")
    assert told["division"] == (women, everybody)
