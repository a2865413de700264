"""One person of a roster, and the rules that hold between a person's fields."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from genderstats.people import cells
from genderstats.vocabulary.loading import load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from genderstats.people.days import Day


@dataclass(frozen=True, slots=True)
class Order:
    """A rule between two dates: `later` cannot lie wholly before `earlier`, or before so many completed years after it."""

    reason: str
    earlier: str
    later: str
    years: int = 0

    def broken(self, earlier: Day | None, later: Day | None) -> bool:
        """Whether both are known and stand in the wrong order."""
        return earlier is not None and later is not None and later.last < earlier.after(self.years)


#: Where one of these is broken, the later date is not believed.
ORDERS = (
    Order("party-before-birth", "birth_date", "party_admission_date"),
    Order("party-before-birth", "birth_date", "party_official_date"),
    Order("hired-before-birth", "birth_date", "hire_date"),
    Order("appointed-before-birth", "birth_date", "appointment_date"),
    Order("appointed-before-birth", "birth_date", "reappointment_date"),
    Order("event-before-birth", "birth_date", "rotation_date"),
    Order("event-before-birth", "birth_date", "training_date"),
    Order("event-before-birth", "birth_date", "award_date"),
    Order("official-before-admission", "party_admission_date", "party_official_date"),
)


@cache
def striking_orders() -> tuple[Order, ...]:
    """The rules that can be broken and seldom are: both dates are kept, and it is told."""
    orders = (
        Order("party-before-18", "birth_date", "party_admission_date"),
        Order("hired-before-15", "birth_date", "hire_date"),
        Order("appointed-before-hired", "hire_date", "appointment_date"),
    )
    years = load("rows")["striking"]
    return tuple(replace(order, years=years[order.reason]["years"]) for order in orders)


class Person(BaseModel):
    """One validated row of a roster; None means not known. Titles, kinds and header words of its fields: fields.toml.

    >>> Person.model_validate({"sex": "Nữ", "birth_date": "8/3/1975"}).sex
    'F'
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    staff_id: cells.Words = None
    full_name: cells.Words = None
    sex: cells.Sex = None
    birth_date: cells.Date = None
    ethnicity: cells.Ethnicity = None
    religion: cells.Words = None
    marital_status: cells.Words = None
    unit: cells.Words = None
    position: cells.Lines = None
    party_position: cells.Lines = None
    committee: cells.Name = None
    party_admission_date: cells.Date = None
    party_official_date: cells.Date = None
    party_member: cells.Mark = None
    hire_date: cells.Date = None
    appointment_date: cells.Date = None
    reappointment_date: cells.Date = None
    rotation_date: cells.Date = None
    planned_position: cells.Words = None
    training: cells.Words = None
    training_date: cells.Date = None
    education: cells.Education = None
    academic_title: cells.AcademicTitle = None
    political_theory: cells.PoliticalTheory = None
    administration_level: cells.AdministrationLevel = None
    languages: cells.Words = None
    it_skills: cells.Words = None
    rank: cells.Words = None
    grade: cells.Words = None
    salary_coefficient: cells.Number = None
    award: cells.Words = None
    award_date: cells.Date = None
    discipline: cells.Words = None
    contract: cells.Words = None
    status: cells.Words = None
    general_education: cells.Words = None
    note: cells.Words = None

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        broken = [order for order in ORDERS if order.broken(getattr(self, order.earlier), getattr(self, order.later))]
        if broken:
            raise ValidationError.from_exception_data("Person", [_detail(order) for order in broken])
        return self


def _detail(order: Order) -> InitErrorDetails:
    message = PydanticCustomError(
        order.reason, "{later} before {earlier}", {"later": order.later, "earlier": order.earlier}
    )
    return InitErrorDetails(type=message, loc=(order.later,), input=None)


@cache
def cell_type(field: str) -> TypeAdapter[list[Any]]:
    """The type of a column of this field: a list of the field's own type, so that a record and a column agree."""
    info = Person.model_fields[field]
    annotated: Any = info.annotation
    for mark in reversed(info.metadata):
        annotated = Annotated[annotated, mark]
    return TypeAdapter(list[annotated])


def settle(row: Mapping[str, Any]) -> tuple[Person, frozenset[tuple[str, str]]]:
    """The person that is left of a row when every cell that cannot be believed is blanked, and (field, reason) of each."""
    kept = dict(row)
    reasons: set[tuple[str, str]] = set()
    while True:
        try:
            return Person.model_validate(kept), frozenset(reasons)
        except ValidationError as error:
            for detail in error.errors(include_url=False, include_input=False):
                field = str(detail["loc"][0])
                reasons.add((field, detail["type"]))
                kept[field] = None
