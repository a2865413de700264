"""A roster seen through the dimensions: for each person a code, for each condition yes, no or not known."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from genderstats.counting.office import OFFICE_DIMENSIONS
from genderstats.counting.tally import Problem
from genderstats.errors import PersonalColumnError
from genderstats.indicators.condition import Among, Clause, Condition, Within
from genderstats.indicators.dimension import AgeBands, Dimension, dimensions
from genderstats.people.codes import UNKNOWN
from genderstats.people.fields import fields
from genderstats.reading.choice import find
from genderstats.reading.layout.headers import kind_of_column
from genderstats.text.folding import fold, retone

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from genderstats.period import Moment
    from genderstats.reading.roster import Roster
    from genderstats.reading.sheet import Codes

    Answers = npt.NDArray[np.int8]

#: The dimension of Party membership.
PARTY = "party"
#: A condition's answers, in the order of a tally.
YES, NO, NOT_KNOWN = 0, 1, 2


@dataclass(frozen=True)
class Coded:
    """A dimension over people: their codes as indexes into `labels`, which ends with the unknown."""

    indexes: Codes
    labels: tuple[str, ...]

    @classmethod
    def of(cls, codes: Codes, labels: Sequence[str]) -> Coded:
        """Codes with -1 for not known."""
        return cls(np.where(codes < 0, np.int32(len(labels)), codes), (*labels, UNKNOWN))


@dataclass(frozen=True)
class Population:
    """The people of a roster at a moment, ready to be counted."""

    roster: Roster
    moment: Moment
    bands: AgeBands = AgeBands()

    def __len__(self) -> int:
        return len(self.roster)

    @cached_property
    def sexes(self) -> Codes:
        """Each person's sex as an index into `tally.SEXES`."""
        return self._recoded("sex", ("F", "M")).indexes

    def problem(self, dimension: Dimension) -> Problem | None:
        """Why a dimension cannot be told of this roster, or None where it can."""
        if dimension.needs and not any(self._has(field) for field in dimension.needs):
            return Problem("column-absent", dimension.needs[0])
        if dimension.kind == "age" and self.moment.as_of is None:
            return Problem("no-period", "birth_date")
        return None

    def why_not(self, condition: Condition) -> Problem | None:
        """Why a condition cannot be asked of this roster, or None where it can."""
        found = (self._problem_of(clause) for clause in condition.clauses)
        return next((problem for problem in found if problem), None)

    def _problem_of(self, clause: Clause) -> Problem | None:
        if isinstance(clause, Among):
            return self.problem(dimensions()[clause.dimension])
        if not self._has(clause.field):
            return Problem("column-absent", clause.field)
        return None if self.moment.period else Problem("no-period", clause.field)

    def _has(self, field: str) -> bool:
        return field in self.roster.variables

    def coded(self, dimension: Dimension) -> Coded:
        """Each person's code in a dimension.

        Raises:
            ColumnMissingError: it is a column that the sheet does not have.
            PersonalColumnError: it is a column of personal data.
        """
        if self.problem(dimension):
            return Coded.of(np.full(len(self), -1, np.int32), ())
        match dimension.kind:
            case "office":
                return Coded.of(*OFFICE_DIMENSIONS[dimension.id](self.roster))
            case "age":
                return self._ages()
            case "column":
                return self._column(dimension)
            case "code" if dimension.id == PARTY:
                codes = self._members()
                return Coded.of(np.where(codes < 0, codes, 1 - codes), ("member", "not-member"))
            case "code" if dimension.code_list:
                return self._recoded(dimension.needs[0], tuple(dimension.code_list))
            case _:
                return _spelt(self._codes(dimension.needs[0]), self._values(dimension.needs[0]))

    def answers(self, condition: Condition) -> Answers:
        """For each person whether the condition holds: YES, NO or NOT_KNOWN."""
        answers = np.full(len(self), YES, np.int8)
        for clause in condition.clauses:
            said = self._answer(clause, flow=condition.is_flow)
            answers = np.where((answers == NO) | (said == NO), NO, np.maximum(answers, said)).astype(np.int8)
        return answers

    def _answer(self, clause: Clause, *, flow: bool) -> Answers:
        if isinstance(clause, Within):
            period = self.moment.period
            within = [day.within(period, self.moment.as_of) if period else None for day in self._values(clause.field)]
            lookup = [{True: YES, False: NO, None: NOT_KNOWN}[one] for one in within]
            return np.array([*lookup, NOT_KNOWN], dtype=np.int8)[self._codes(clause.field)]
        if clause.dimension == PARTY and flow:
            return np.array([NO, YES, NOT_KNOWN], dtype=np.int8)[self._codes("party_member")]
        coded = self.coded(dimensions()[clause.dimension])
        belongs = [YES if label in clause.codes else NO for label in coded.labels[:-1]]
        return np.array([*belongs, NOT_KNOWN], dtype=np.int8)[coded.indexes]

    def _members(self) -> Codes:
        """Who is counted as a Party member (1), who is not (0), of whom it is not known (-1): by the rule for probation."""
        codes, probation = self._codes("party_member"), self.roster.probation
        if self.roster.counting.probationary_members or probation is None:
            return codes
        return np.where(codes == 1, np.where(probation < 0, np.int32(-1), 1 - probation), codes).astype(np.int32)

    def _codes(self, field: str) -> Codes:
        return self.roster.variables[field].codes

    def _values(self, field: str) -> list[Any]:
        return self.roster.variables[field].values

    def _recoded(self, field: str, labels: tuple[str, ...]) -> Coded:
        """A field's codes in the order of its code list."""
        order = [labels.index(str(value)) for value in self._values(field)]
        return Coded.of(np.array([*order, -1], dtype=np.int32)[self._codes(field)], labels)

    def _ages(self) -> Coded:
        assert self.moment.as_of is not None
        bands = [self.bands.band(day.age(self.moment.as_of)) for day in self._values("birth_date")]
        return Coded.of(np.array([*bands, -1], dtype=np.int32)[self._codes("birth_date")], self.bands.labels)

    def _column(self, dimension: Dimension) -> Coded:
        roster = self.roster
        place = find(roster.sheet, roster.layout.header, dimension.title.en)
        if _is_personal(roster, place):
            raise PersonalColumnError(column=dimension.title.en)
        column = roster.sheet.column(place)
        return _spelt(column.known_codes[roster.rows], column.cleaned)


def _is_personal(roster: Roster, place: int) -> bool:
    """Whether a column is somebody's name, number, birth or other personal data."""
    claimed = roster.layout.header.claims().get(place)
    path = roster.layout.header.paths[place]
    return kind_of_column(path) == "personal" or (claimed is not None and fields()[claimed.field].personal)


def _spelt(codes: Codes, values: Sequence[str]) -> Coded:
    """The roster's own words as codes: spellings that differ only in case or tone placement are one, written as first met."""
    labels: dict[str, int] = {}
    names: list[str] = []
    lookup = np.full(len(values) + 1, -1, np.int32)
    for code in np.unique(codes[codes >= 0]).tolist():
        place = labels.setdefault(fold(values[code]), len(names))
        if place == len(names):
            names.append(retone(values[code]))
        lookup[code] = place
    return Coded.of(lookup[codes], names)
