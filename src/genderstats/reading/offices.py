"""The offices that people hold, read from their title cells: each distinct title in each distinct unit once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from genderstats.people.titles import TitleRules, builtin_rules

if TYPE_CHECKING:
    from genderstats.people.position import Body, TitleReading
    from genderstats.reading.sheet import Codes, Flags
    from genderstats.reading.validation import Column


@dataclass(frozen=True)
class Offices:
    """What a column of titles tells: distinct titles in their units, which of them each person has (-1 for none), what each means.

    Who has none holds no office (`blank_is_none`), unless titles are known of some only from another roster.
    """

    codes: Codes
    titles: list[tuple[str, str | None]]
    readings: list[TitleReading]
    blank_is_none: bool = True

    def unknown(self) -> Flags:
        """The people whose title has a part that no rule knows."""
        return np.append(np.array([bool(reading.unknown) for reading in self.readings], dtype=bool), False)[self.codes]


def read_offices(
    titles: Column, units: Column | None, rules: TitleRules | None = None, *, party: bool = False
) -> Offices:
    """The offices of everybody in a column of titles; a title's level may depend on the unit."""
    rules = rules or builtin_rules()
    unit_codes = units.codes if units else np.full(len(titles.codes), -1, np.int32)
    width = (len(units.values) if units else 0) + 1
    held = titles.codes >= 0
    pairs, inverse = np.unique(titles.codes[held].astype(np.int64) * width + unit_codes[held] + 1, return_inverse=True)
    codes = np.full(len(titles.codes), -1, np.int32)
    codes[held] = inverse
    listed = [(titles.values[pair // width], _unit(units, pair % width - 1)) for pair in pairs.tolist()]
    bodies = {unit: rules.bodies(unit) for unit in {unit for _, unit in listed}}
    distinct = {
        (title, around): _read(rules, title, around, party=party)
        for title, around in {(title, bodies[unit]) for title, unit in listed}
    }
    return Offices(codes, listed, [distinct[title, bodies[unit]] for title, unit in listed])


def _read(rules: TitleRules, title: str, around: tuple[Body, ...], *, party: bool) -> TitleReading:
    """What a cell means. A line break parts two titles where each line is understood; else it only folds a long one."""
    apart = rules.read_among(title, around, party)
    if "\n" not in title or not apart.unknown:
        return apart
    joined = rules.read_among(title.replace("\n", " "), around, party)
    return joined if len(joined.unknown) < len(apart.unknown) else apart


def _unit(units: Column | None, code: int) -> str | None:
    return units.values[code] if units and code >= 0 else None
