"""The layout corpus: its truth, and what is read of each file in the same words."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

from genderstats import compute
from genderstats.reading.sheet import letter
from genderstats.text.folding import fold
from support.places import REPOSITORY

if TYPE_CHECKING:
    from genderstats.analysis.observation import Observation
    from genderstats.workflows.compute import Computation

LAYOUTS = REPOSITORY / "data" / "layouts"
TRUTH: list[dict[str, Any]] = tomllib.loads((LAYOUTS / "expected.toml").read_text(encoding="utf-8"))["file"]
FILES = {file["path"]: file for file in TRUTH}

#: A group of people in the truth, and the indicator whose population it is.
GROUPS = {
    "party": "women-share-party-members",
    "leaders": "women-share-leaders",
    "heads": "women-share-heads",
    "minority": "women-share-minority",
}
#: Fields whose codes the truth counts.
CODED = ("education", "political_theory", "administration_level")


@cache
def found(path: str, by: str | None = None) -> Computation:
    """The computation over a file with no options but the day, where the file tells none."""
    day = FILES[path].get("as_of")
    return compute(LAYOUTS / path, by=(by,) if by else (), as_of=day.isoformat() if day else None)


def figure(path: str, indicator: str) -> Observation:
    """One indicator of a file."""
    (one,) = [one for one in found(path).observations if one.indicator.id == indicator]
    return one


def staff_by(path: str, dimension: str) -> dict[str, int]:
    """All people of a file by a dimension, those of whom it is not known left out."""
    told = [one for one in found(path, dimension).observations if one.indicator.id == "women-share-staff"]
    counts = {one.by.get(dimension, "_U"): one.women + one.men + one.unknown for one in told}
    return {code: count for code, count in counts.items() if code != "_U" and count}


def units(path: str) -> dict[str, int]:
    """People by unit."""
    counts: Counter[str] = Counter()
    for unit, count in staff_by(path, "unit").items():
        counts[fold(unit)] += count
    return dict(counts)


def codes(path: str, field: str) -> dict[str, int]:
    """People by the code of a field, counted from the rosters' variables."""
    counts: Counter[str] = Counter()
    for roster in found(path).gathering.rosters:
        if field in roster.variables:
            one = roster.variables[field]
            counts.update(str(one.values[code]) for code in one.codes.tolist() if code >= 0)
    return dict(counts)


def births(path: str) -> dict[str, int]:
    """Dates of birth by how much of them is known."""
    counts: Counter[str] = Counter()
    for roster in found(path).gathering.rosters:
        one = roster.variables.get("birth_date")
        known = one.codes.tolist() if one else [-1] * len(roster)
        days = [one.values[code] if one and code >= 0 else None for code in known]
        counts.update("missing" if not day else "day" if day.day else "month" if day.month else "year" for day in days)
    return dict(counts)


def fields(path: str) -> dict[str, set[str]]:
    """The columns that carry each field, by their letters, over all tables."""
    told: dict[str, set[str]] = {}
    for roster in found(path).gathering.rosters:
        for field, carrier in roster.layout.carriers.items():
            told.setdefault(field, set()).update(map(letter, carrier.places))
    return told


def notices(path: str) -> dict[str, int]:
    """How many notices of each reason."""
    return dict(Counter(one.reason.id for one in found(path).gathering.notices))
