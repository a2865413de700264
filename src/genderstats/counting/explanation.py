"""Which rule put whom where: what cells say, the code that this means, and what each clause of a condition makes of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

import numpy as np

from genderstats.counting.count import answers_to
from genderstats.counting.evidence import Cell, Evidence, behind, of_field
from genderstats.counting.population import NO, NOT_KNOWN, OUTSIDE, PARTY, YES, Coded
from genderstats.counting.tally import SEXES, Split
from genderstats.indicators.condition import Among, Within
from genderstats.indicators.dimension import dimensions

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from genderstats.counting.evidence import How, Said
    from genderstats.counting.population import Answers, Population
    from genderstats.indicators.condition import Clause
    from genderstats.indicators.dimension import Dimension
    from genderstats.indicators.indicator import Indicator
    from genderstats.reading.roster import Roster

#: What a rule decides: who belongs, who has the attribute, in which group somebody is, who is a woman.
Part = Literal["population", "attribute", "group", "sex"]


class Asked(NamedTuple):
    """What a rule decides, and by what: a clause, or the dimension of a breakdown; of sex by neither."""

    part: Part
    clause: Clause | None = None
    dimension: str | None = None


class Line(NamedTuple):
    """What cells say, the codes that this means, and the answer to a clause (None where there is none)."""

    said: Said
    codes: tuple[tuple[str, str], ...]
    answer: int | None


#: How many women, men and people of unknown sex each line speaks of.
Lines = Counter[tuple[Line, str]]

#: What is shown beside a code of offices, since a title tells both.
_BESIDE = {
    "role": "level",
    "key-leader": "level",
    "party-committee": "committee-level",
    "standing-committee": "committee-level",
    "party-secretary": "committee-level",
}
#: Kinds of dimensions whose code is the cell itself, or a value that is nobody else's business.
_SPELT = ("text", "number", "column")


def rules(items: Population, indicator: Indicator) -> dict[Asked, Lines]:
    """The lines of each rule by which the items of one roster were counted, in the order in which they are asked."""
    belongs, counted = items.answers(indicator.population), answers_to(items, indicator)
    everybody = np.ones(len(items), bool)
    asked = [
        *(
            (Asked("population", clause), everybody, indicator.population.is_flow)
            for clause in indicator.population.clauses
        ),
        *(
            (Asked("attribute", clause), belongs != NO, indicator.attribute.is_flow)
            for clause in indicator.attribute.clauses
        ),
        *((Asked("group", dimension=one.id), belongs != NO, False) for one in _breakdowns(items, indicator)),
        (Asked("sex"), ~np.isin(counted, _asked_not(indicator)), False),
    ]
    return {one: _lines(items, one, among, flow=flow) for one, among, flow in asked}


def _asked_not(indicator: Indicator) -> tuple[int, ...]:
    return (OUTSIDE,) if indicator.attribute.clauses else (NO, OUTSIDE)


def _breakdowns(items: Population, indicator: Indicator) -> Iterator[Dimension]:
    """The dimensions of its own by which it is broken down, where a rule reads their codes."""
    own = (*indicator.own_dimensions, *indicator.also, *([indicator.over] if indicator.over else []))
    clauses = {
        one.dimension for one in (*indicator.population.clauses, *indicator.attribute.clauses) if isinstance(one, Among)
    }
    for name in dict.fromkeys(own):
        one = dimensions()[name]
        if one.kind not in _SPELT and name not in clauses and items.problem(one) is None:
            yield one


def _lines(items: Population, asked: Asked, among: npt.NDArray[np.bool_], *, flow: bool) -> Lines:
    if not among.any():
        return Lines()
    evidence = _evidence(items, asked)
    codes = _codes(items, asked, flow=flow)
    answers = items.answer(asked.clause, flow=flow) if asked.clause else np.zeros(len(items), np.int8)
    if isinstance(asked.clause, Within):
        evidence = _dated(evidence, answers)
    columns = [evidence.codes, *(one.indexes for one in codes), answers, items.sexes]
    sizes = [len(evidence.said), *(len(one.labels) for one in codes), NOT_KNOWN + 1, len(SEXES)]
    keys = np.ravel_multi_index([column[among] for column in columns], sizes)
    found, counts = np.unique(keys, return_counts=True)
    lines: Lines = Counter()
    names = _named(asked)
    for place, count in zip(np.transpose(np.unravel_index(found, sizes)).tolist(), counts.tolist(), strict=True):
        said, *labels, answer, sex = place
        told = tuple((name, one.labels[at]) for name, one, at in zip(names, codes, labels, strict=True))
        lines[Line(evidence.said[said], told, answer if asked.clause else None), SEXES[sex]] += count
    return lines


def _named(asked: Asked) -> tuple[str, ...]:
    if asked.part == "sex":
        return ("sex",)
    name = asked.clause.dimension if isinstance(asked.clause, Among) else asked.dimension
    return () if name is None else (name, _BESIDE[name]) if name in _BESIDE else (name,)


def _evidence(items: Population, asked: Asked) -> Evidence:
    people = items.people or items
    roster = cast("Roster", people.roster)  # what is explained was read, with its cells
    if asked.part == "sex":
        found = of_field(roster, "sex")
    elif isinstance(asked.clause, Within):
        found = of_field(roster, asked.clause.field)
    else:
        (name, *_) = _named(asked)
        found = behind(roster, dimensions()[name], people.moment.as_of)
    whose = items.items.people if items.people else None
    return found if whose is None else Evidence(found.codes[whose], found.said)


def _codes(items: Population, asked: Asked, *, flow: bool) -> list[Coded]:
    if asked.part == "sex":
        return [Coded(items.sexes, SEXES)]
    if flow and isinstance(asked.clause, Among) and asked.clause.dimension == PARTY:
        return [Coded(items.answer(asked.clause, flow=True), ("member", "not-member", SEXES[-1]))]
    return [items.coded(dimensions()[name]) for name in _named(asked)]


_INSIDE: dict[int, How] = {YES: "date-inside", NO: "date-outside", NOT_KNOWN: "date-perhaps"}


def _dated(evidence: Evidence, answers: Answers) -> Evidence:
    """Dates by whether they lie in the period."""
    told = [any(cell.how in ("date", "elsewhere") for cell in said) for said in evidence.said]
    dated = np.array(told, dtype=bool)[evidence.codes]
    for answer, how in _INSIDE.items():
        field = next((said[0].field for said in evidence.said if said), "")
        evidence = evidence.where(dated & (answers == answer), Cell(field, how))
    return evidence


@dataclass(frozen=True)
class Rule:
    """What a rule decided for an indicator, line by line, commonest first."""

    indicator: Indicator
    asked: Asked
    lines: tuple[tuple[Line, Split], ...]

    @classmethod
    def of(cls, indicator: Indicator, asked: Asked, counted: Lines) -> Rule:
        """The rule of lines counted by sex."""
        found: dict[Line, list[int]] = {}
        for (line, sex), count in counted.items():
            found.setdefault(line, [0, 0, 0])[SEXES.index(sex)] += count
        told = [(line, Split(*counts)) for line, counts in found.items()]
        ordered = sorted(told, key=lambda pair: (-pair[1].people, pair[0].said, pair[0].codes))
        return cls(indicator, asked, tuple(ordered))
