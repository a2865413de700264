"""A roster seen through the dimensions: for each item of the count a code, for each condition yes, no or not known."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from genderstats.counting.items import IN_UNITS, Items, combinations, combined, items_of
from genderstats.counting.reading import FILLED, read_of
from genderstats.counting.says import SAYS, labels_of
from genderstats.counting.spelling import spelt
from genderstats.counting.tally import Problem
from genderstats.errors import ColumnNotKeptError, PersonalColumnError
from genderstats.indicators.condition import Among, Clause, Condition, Within
from genderstats.indicators.dimension import AgeBands, Dimension, dimensions
from genderstats.people.codes import UNKNOWN
from genderstats.people.fields import fields
from genderstats.reading.choice import find
from genderstats.reading.layout.headers import kind_of_column
from genderstats.reading.roster import Roster

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt

    from genderstats.counting.items import Combined
    from genderstats.indicators.indicator import Per
    from genderstats.period import Moment
    from genderstats.reading.roster import People
    from genderstats.reading.sheet import Codes

    Answers = npt.NDArray[np.int8]

#: The dimension of Party membership.
PARTY = "party"
#: A condition's answers, in the order of a tally; who is not asked at all stands outside.
YES, NO, NOT_KNOWN, OUTSIDE = 0, 1, 2, 3

#: Dates of what another column tells, and the dimension that says whether it tells anything.
_DATES_OF = {"award_date": "awarded", "training_date": "trained"}


@dataclass(frozen=True)
class Coded:
    """A dimension over items: their codes as indexes into `labels`, which ends with the unknown."""

    indexes: npt.NDArray[Any]
    labels: tuple[str, ...]

    @classmethod
    def of(cls, codes: Codes, labels: Sequence[str]) -> Coded:
        """Codes with -1 for not known."""
        return cls(np.where(codes < 0, np.int32(len(labels)), codes), (*labels, UNKNOWN))

    def at(self, people: npt.NDArray[np.intp] | None) -> Coded:
        """The codes of the people whose items are counted."""
        return self if people is None else replace(self, indexes=self.indexes[people])


class Grouping(NamedTuple):
    """The groups of a breakdown that have anybody, and the place of each item's group among them."""

    groups: list[tuple[tuple[str, str], ...]]
    places: npt.NDArray[np.intp]


@dataclass(frozen=True)
class Population:
    """The items of a roster at a moment, ready to be counted: people, or each post, seat, committee or body of theirs (`per`)."""

    roster: People
    moment: Moment
    bands: AgeBands = AgeBands()
    per: Per = "person"
    people: Population | None = field(default=None, compare=False)
    _kept: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)
    _counted_by: dict[Per, Population] = field(default_factory=dict, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.items)

    def each(self, per: Per) -> Population:
        """The same people counted by another kind of item; made once."""
        if per == self.per:
            return self
        if per not in self._counted_by:
            self._counted_by[per] = Population(self.roster, self.moment, self.bands, per, self)
        return self._counted_by[per]

    @cached_property
    def items(self) -> Items:
        """What is counted."""
        return items_of((self.people or self)._combined(in_units=self.per in IN_UNITS), self.per)

    def _combined(self, *, in_units: bool) -> Combined:
        """Everybody's offices; combined once for all kinds of items."""
        key = ("combined", in_units)
        if key not in self._kept:
            self._kept[key] = combined(self.roster, in_units=in_units)
        made: Combined = self._kept[key]
        return made

    @property
    def _whose(self) -> npt.NDArray[np.intp] | None:
        """The person of each item; None where every person is one, so that offices need not be read."""
        return None if self.per == "person" else self.items.people

    @cached_property
    def sexes(self) -> npt.NDArray[Any]:
        """The sex of each item's person as an index into `tally.SEXES`."""
        return self._recoded("sex", ("F", "M")).at(self._whose).indexes

    def problem(self, dimension: Dimension) -> Problem | None:
        """Why a dimension cannot be told of this roster, or None where it can."""
        if dimension.needs and not any(self._has(field) for field in dimension.needs):
            return Problem("column-absent", dimension.needs[0])
        if dimension.kind == "age" and self.moment.as_of is None:
            return Problem("no-period", "birth_date")
        return None

    def why_not(self, *conditions: Condition) -> Problem | None:
        """Why conditions cannot be asked of this roster, or None where they can."""
        found = (self._problem_of(clause) for condition in conditions for clause in condition.clauses)
        return next((problem for problem in found if problem), None)

    def _problem_of(self, clause: Clause) -> Problem | None:
        if isinstance(clause, Among):
            return self.problem(dimensions()[clause.dimension])
        if not self._has(clause.field):
            return Problem("column-absent", clause.field)
        return None if self.moment.period else Problem("no-period", clause.field)

    def _has(self, field: str) -> bool:
        return field in self.roster.variables

    def grouping(self, by: Sequence[Dimension]) -> Grouping:
        """The groups of a breakdown; made once.

        Raises:
            ColumnMissingError: a dimension is a column that the sheet does not have.
        """
        names = ("groups", *(one.id for one in by))
        if names not in self._kept:
            self._kept[names] = self._grouping(by)
        made: Grouping = self._kept[names]
        return made

    def _grouping(self, by: Sequence[Dimension]) -> Grouping:
        coded = [self.coded(one) for one in by]
        if not coded:
            return Grouping([()], np.zeros(len(self), np.intp))
        sizes = [len(one.labels) for one in coded]
        present, places = combinations([one.indexes for one in coded], sizes)
        groups = [
            tuple((one.id, codes.labels[place]) for one, codes, place in zip(by, coded, some, strict=True))
            for some in present.tolist()
        ]
        return Grouping(groups, places)

    def coded(self, dimension: Dimension) -> Coded:
        """Each item's code in a dimension; made once.

        Raises:
            ColumnMissingError: it is a column that the sheet does not have.
            PersonalColumnError: it is a column of personal data.
            ColumnNotKeptError: it is a column, and the people are kept without their sheet.
        """
        if dimension.id not in self._kept:
            self._kept[dimension.id] = self._coded(dimension)
        made: Coded = self._kept[dimension.id]
        return made

    def _coded(self, dimension: Dimension) -> Coded:
        if self.problem(dimension):
            return Coded.of(np.full(len(self), -1, np.int32), ())
        if dimension.kind == "office":
            return self._of_offices(dimension)
        if self.people:
            return self.people.coded(dimension).at(self._whose)
        match dimension.kind:
            case "age":
                return self._ages()
            case "column":
                return self._column(dimension)
            case "filled":
                return self._filled(dimension)
            case "read":
                return self._looked_up(dimension.needs[0], dimension.ordered, self._told(dimension))
            case "number":
                return Coded.of(self._codes(dimension.needs[0]), [str(one) for one in self._values(dimension.needs[0])])
            case "code" if dimension.id == PARTY:
                codes = self._members()
                return Coded.of(np.where(codes < 0, codes, 1 - codes), ("member", "not-member"))
            case "code" if dimension.code_list:
                return self._recoded(dimension.needs[0], tuple(dimension.code_list))
            case _:
                return Coded.of(*spelt(self._codes(dimension.needs[0]), self._values(dimension.needs[0])))

    def _of_offices(self, dimension: Dimension) -> Coded:
        say = SAYS[dimension.id]
        said = [say(held) for held in self.items.held]
        labels = labels_of(dimension.id, dimension.ordered, said)
        place = {label: at for at, label in enumerate(labels)}
        lookup = np.array([-1 if code is None else place[code] for code in said], dtype=np.int32)
        return Coded.of(lookup[self.items.codes], labels)

    def answers(self, condition: Condition) -> Answers:
        """For each item whether the condition holds: YES, NO or NOT_KNOWN; made once."""
        if condition not in self._kept:
            self._kept[condition] = self._answers(condition)
        made: Answers = self._kept[condition]
        return made

    def _answers(self, condition: Condition) -> Answers:
        answers = np.full(len(self), YES, np.int8)
        for clause in condition.clauses:
            said = self.answer(clause, flow=condition.is_flow)
            answers = np.where((answers == NO) | (said == NO), NO, np.maximum(answers, said)).astype(np.int8)
        return answers

    def answer(self, clause: Clause, *, flow: bool) -> Answers:
        """For each item whether one clause of a condition holds; in a flow, Party members are those admitted, on probation or not."""
        if isinstance(clause, Within):
            return self._of_people(self._within(clause.field))
        if clause.dimension == PARTY and flow:
            return self._of_people(np.array([NO, YES, NOT_KNOWN], dtype=np.int8)[self._codes("party_member")])
        coded = self.coded(dimensions()[clause.dimension])
        belongs = [YES if label in clause.codes else NO for label in coded.labels[:-1]]
        said: Answers = np.array([*belongs, NOT_KNOWN], dtype=np.int8)[coded.indexes]
        return said

    def _of_people(self, said: Answers) -> Answers:
        return said if self._whose is None else said[self._whose]

    def _within(self, field: str) -> Answers:
        """Whose date lies in the period."""
        period = self.moment.period
        years = range(period.start.year, period.end.year + 1) if period else ()
        within = [
            day.within(period, self.moment.as_of) if period and day.year in years else None if period is None else False
            for day in self._values(field)
        ]
        lookup = [{True: YES, False: NO, None: NOT_KNOWN}[one] for one in within]
        answers = np.array([*lookup, NOT_KNOWN], dtype=np.int8)
        said: Answers = answers[self._codes(field)]
        said[self._none(field)] = NO
        return said

    def _none(self, field: str) -> npt.NDArray[np.bool_]:
        """Of whom a blank says that there is none, as of awards: not everybody has one, and it is told of others."""
        one = self.roster.variables[field]
        if not fields()[field].blank_is_none or not one.values:
            return np.zeros(len(one.codes), bool)
        blank = np.asarray(one.codes < 0)
        return (blank if one.doubt is None else blank & ~one.doubt) & ~self._undated(field)

    def _undated(self, field: str) -> npt.NDArray[np.bool_]:
        """Of whom another column tells what this one should give the date of: a blank there is not known."""
        told = dimensions().get(_DATES_OF.get(field, ""))
        people = self.people or self
        if told is None or people.problem(told):
            return np.zeros(len(self._codes(field)), bool)
        return np.asarray(people.coded(told).indexes == YES)

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
        coded = self._looked_up(field, labels, map(str, self._values(field)))
        if "none" not in labels:
            return coded
        return replace(coded, indexes=np.where(self._none(field), labels.index("none"), coded.indexes))

    def _told(self, dimension: Dimension) -> Iterable[str | None]:
        """What a dimension reads of each value of its field: as it was read when people were kept, else now."""
        one = self.roster.variables[dimension.needs[0]]
        told = one.told.get(dimension.id) if one.told else None
        return read_of(dimension, one.values) if told is None else told

    def _filled(self, dimension: Dimension) -> Coded:
        """Whether a field holds something."""
        coded = self._looked_up(dimension.needs[0], FILLED, self._told(dimension))
        none = np.where(self._none(dimension.needs[0]), np.int32(FILLED.index("no")), coded.indexes)
        return replace(coded, indexes=none)

    def _looked_up(self, field: str, labels: tuple[str, ...], said: Iterable[str | None]) -> Coded:
        place = {label: at for at, label in enumerate(labels)}
        order = [-1 if code is None else place[code] for code in said]
        return Coded.of(np.array([*order, -1], dtype=np.int32)[self._codes(field)], labels)

    def _ages(self) -> Coded:
        assert self.moment.as_of is not None
        bands = [self.bands.band(day.age(self.moment.as_of)) for day in self._values("birth_date")]
        return Coded.of(np.array([*bands, -1], dtype=np.int32)[self._codes("birth_date")], self.bands.labels)

    def _column(self, dimension: Dimension) -> Coded:
        roster = self.roster
        if not isinstance(roster, Roster):
            raise ColumnNotKeptError(column=dimension.title.en)
        place = find(roster.sheet, roster.layout.header, dimension.title.en)
        if _is_personal(roster, place):
            raise PersonalColumnError(column=dimension.id)
        column = roster.sheet.column(place)
        return Coded.of(*spelt(column.known_codes[roster.rows], column.cleaned))


def _is_personal(roster: Roster, place: int) -> bool:
    """Whether a column is somebody's name, number, birth or other personal data."""
    claimed = roster.layout.header.claims().get(place)
    path = roster.layout.header.paths[place]
    return kind_of_column(path) == "personal" or (claimed is not None and fields()[claimed.field].personal)
