"""Groups named by a roster's own words: spellings that differ only in case or tone placement are one group, over all files."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from genderstats.counting.spelling import told
from genderstats.indicators.dimension import COLUMN, dimensions
from genderstats.people.bodies import name_key
from genderstats.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from genderstats.analysis.observation import Observation
    from genderstats.counting.tally import Group, Tally

#: Kinds of dimensions whose codes may be a roster's own words.
_OWN_WORDS = ("text", "office")


def in_one_spelling(counted: Mapping[Group, Tally]) -> Mapping[Group, Tally]:
    """The tallies with those of one group added up, under one of its spellings, whichever file has it."""
    names = _names(pair for group in counted for pair in group)
    if not names:
        return counted
    found: dict[Group, Tally] = {}
    for group, tally in counted.items():
        one = tuple((name, names.get((name, code), code)) for name, code in group)
        found[one] = found[one] + tally if one in found else tally
    return found


def periods_in_one_spelling(periods: Sequence[Sequence[Observation]]) -> list[tuple[Observation, ...]]:
    """The observations of several periods, a group under one of its spellings in all of them."""
    names = _names(pair for found in periods for one in found for pair in one.by.items())
    return [
        tuple(
            replace(one, by={name: names.get((name, code), code) for name, code in one.by.items()}) if names else one
            for one in found
        )
        for found in periods
    ]


def _names(pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """For each code that is not the only spelling of its name, the one that is told."""
    spellings: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for name, code in set(pairs):
        if _in_own_words(name):
            spellings[name, _key(name, code)].add(code)
    several = [(name, some) for (name, _), some in spellings.items() if len(some) > 1]
    return {(name, code): told(some) for name, some in several for code in some}


def _key(name: str, code: str) -> str:
    """What spellings of one name share; bodies and committees may be written short or in full as well."""
    dimension = dimensions().get(name)
    return name_key(code) if dimension and dimension.kind == "office" else fold(code)


def _in_own_words(name: str) -> bool:
    dimension = dimensions().get(name)
    return name.startswith(COLUMN) if dimension is None else dimension.kind in _OWN_WORDS and not dimension.ordered
