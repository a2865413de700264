"""A file of the corpus with the truth about it, counted from the people that were put in, and that truth as TOML."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .tab import bare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from .people import Person
    from .tab import Tab

PREFACE = """\
# The truth about every layout, counted from the people that were invented, not from the files.
# Written by make_layouts.py: change the script, not this file.
# People who are listed twice count once. *_women are those whose sex the file tells as female. leaders are heads and deputies.
# fields: the columns that carry each field, with their headers. units, education, political_theory, administration_level: people by code or
# unit; whoever has none is not counted there. A unit whose name stands inside several others is told apart by these: "Phòng B (Cục A)".
# birth: dates of birth by precision. notices: how many of each reason; nothing else may be told.
# as_of: the day to be given, where the file tells none. error: the file must be refused with this error.

schema = 1
"""

PARTY = {"party_admission_date", "party_official_date", "party_member"}
CODED: dict[str, Callable[[Person], str | None]] = {
    "education": lambda p: p.education,
    "political_theory": lambda p: p.theory,
    "administration_level": lambda p: p.administration,
}


@dataclass
class Case:
    """One file: its path, what it shows, its bytes, everybody in it once, and what a reader must find."""

    path: str
    shows: str
    data: bytes
    people: list[Person] = field(default_factory=list)
    fields: Mapping[str, list[str]] = field(default_factory=dict)
    notices: Mapping[str, int] = field(default_factory=dict)
    units: bool | None = None
    unit_of: Callable[[Person], str | None] = lambda p: p.unit[-1]
    as_of: date | None = None
    error: str | None = None
    birth: str | Mapping[str, int] | None = "day"


def fields_of(*tabs: Tab) -> dict[str, list[str]]:
    """The fields that the columns of some sheets carry, with their headers."""
    found: dict[str, list[str]] = {}
    for tab in tabs:
        for name, headers in tab.fields.items():
            found.setdefault(name, []).extend(one for one in headers if one not in found.get(name, []))
    return found


def also(fields: Mapping[str, list[str]], **more: str) -> dict[str, list[str]]:
    """The fields, and others that the column of one of them carries too."""
    return {**fields, **{name: fields[of] for name, of in more.items()}}


def nested(person: Person) -> str:
    """The innermost unit, told apart by the bodies it belongs to, since its name stands inside several."""
    *over, inner = person.unit
    return f"{inner} ({', '.join(reversed(over))})" if over else inner


def women(people: Iterable[Person]) -> int:
    """How many are told to be women."""
    return sum(one.sex == "F" for one in people)


def expected(cases: Iterable[Case]) -> str:
    """The whole truth."""
    return PREFACE + "".join(_file(case) for case in cases)


def _file(case: Case) -> str:
    facts: dict[str, object] = {"path": case.path, "shows": case.shows}
    if case.as_of:
        facts["as_of"] = case.as_of
    if case.error:
        facts["error"] = case.error
    else:
        facts |= _facts(case)
    return "\n[[file]]\n" + "".join(f"{key} = {toml(value)}\n" for key, value in facts.items())


def _facts(case: Case) -> dict[str, object]:
    people, has = case.people, case.fields.keys()
    facts: dict[str, object] = {
        "people": len(people),
        "women": women(people),
        "men": sum(one.sex == "M" for one in people),
        "unknown_sex": sum(one.sex is None for one in people),
    }
    groups = {
        "party": PARTY & has and [one for one in people if one.party],
        "leaders": "position" in has and [one for one in people if one.role],
        "heads": "position" in has and [one for one in people if one.role == "head"],
        "minority": "ethnicity" in has and [one for one in people if one.minority],
    }
    for name, group in groups.items():
        if isinstance(group, list):
            facts |= {name: len(group), f"{name}_women": women(group)}
    for name, code in CODED.items():
        if name in has:
            facts[name] = _counted(map(code, people))
    if case.units if case.units is not None else "unit" in has:
        facts["units"] = _counted(map(case.unit_of, people))
    if "birth_date" in has and case.birth:
        facts["birth"] = {case.birth: len(people)} if isinstance(case.birth, str) else case.birth
    return facts | {"fields": dict(sorted(case.fields.items())), "notices": dict(sorted(case.notices.items()))}


def _counted(values: Iterable[str | None]) -> dict[str, int]:
    return dict(sorted(Counter(bare(one) for one in values if one).items()))


def toml(value: object) -> str:
    """A value as TOML."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{toml(k)} = {toml(v)}" for k, v in value.items()) + " }" if value else "{}"
    if isinstance(value, list):
        return "[" + ", ".join(toml(one) for one in value) + "]"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"' if isinstance(value, str) else str(value)
