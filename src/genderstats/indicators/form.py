"""The form of an indicator as it is declared in TOML: what each key takes, and what belongs together.

The keys are explained at the top of catalogue.toml. The catalogue itself is only held to this form by a test.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, RootModel, model_validator

from genderstats.indicators.condition import WITHIN
from genderstats.indicators.dimension import dimensions
from genderstats.indicators.fitting import misfit
from genderstats.indicators.indicator import Measure, Per, Timing, Unit
from genderstats.people.bodies import body_kinds
from genderstats.people.fields import fields
from genderstats.text.language import LANGUAGES, Text
from genderstats.vocabulary.declaration import no_key, no_name, no_value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from genderstats.vocabulary.declaration import Location

#: The rules of counting that a profile may switch off, by which the words of an indicator may change.
RULES = ("acting_heads", "probationary_members", "bodies", "key_leader")

DIMENSION = Text("dimension", "phân tổ")
INDICATOR = Text("indicator", "chỉ tiêu")
WORDS = Text(
    'a text in both languages, {{ en = "…", vi = "…" }}, or one for both, "…"',
    'văn bản bằng cả hai ngôn ngữ, {{ en = "…", vi = "…" }}, hoặc một văn bản chung, "…"',
).format()
SHARE = Text(
    'a share above 0 and up to 1: "0.40" for 40 %, "1/3" for a third',
    'tỷ lệ lớn hơn 0, không quá 1: "0.40" là 40 %, "1/3" là một phần ba',
)
_NAMES = Text('names in brackets, each once: ["…", "…"]', 'các mã trong ngoặc vuông, mỗi mã một lần: ["…", "…"]')
_CONDITION = Text(
    'dimensions and their codes: {{ role = ["head", "deputy"] }}',
    'phân tổ và các mã: {{ role = ["head", "deputy"] }}',
).format()
_CODES = Text("codes of {dimension}: [{codes}]", "các mã của {dimension}: [{codes}]")
_CODE = Text("code of {dimension}", "mã của {dimension}")
_WITHOUT_CODES = Text(
    "a dimension that has codes of its own; break the figure down by {dimension} instead: --by {dimension}, or also = [{quoted}]",
    "một phân tổ có danh mục mã; với {dimension} hãy phân tổ: --by {dimension}, hoặc also = [{quoted}]",
)
_DATE = Text("field of dates", "trường ngày tháng")
_WHERE = Text(
    'one code of each dimension: {{ education = "doctorate" }}',
    'mỗi phân tổ một mã: {{ education = "doctorate" }}',
).format()
_ASKED = Text(
    'people = 3, women = 1, share = "0.15" or share_of_all = "0.30"',
    'people = 3, women = 1, share = "0.15" hoặc share_of_all = "0.30"',
)
_SOURCE = Text(
    "the document that asks for it, or verified = false where there is none",
    "văn bản quy định, hoặc verified = false nếu không có",
)
_SHARE_AS_WRITTEN = re.compile(r"\d{1,9}/\d{1,9}|\d{1,3}(\.\d{1,12})?|\.\d{1,12}")


class Form(BaseModel):
    """A table that takes the keys of its form and no other."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def codes_of(dimension: str) -> tuple[str, ...]:
    """The codes of a dimension that are known beforehand; none where they are the roster's own words, or bands of age."""
    return tuple(body_kinds()) if dimension == "body-kind" else dimensions()[dimension].ordered


def _words(said: Any) -> Any:
    if isinstance(said, str) and said.strip():
        return said
    if not isinstance(said, dict):
        raise no_value(WORDS)
    for key in said:
        if key not in LANGUAGES:
            raise no_key(key, Text("text", "văn bản"), LANGUAGES)
    for language in LANGUAGES:
        if not (isinstance(said.get(language), str) and said[language].strip()):
            raise no_value(WORDS, within=(language,))
    return said


def _share(said: Any) -> Fraction:
    """A share, exact as it is written."""
    text = str(said).strip() if isinstance(said, str | int | float) and not isinstance(said, bool) else ""
    if not _SHARE_AS_WRITTEN.fullmatch(text) or text.endswith("/0"):
        raise no_value(SHARE)
    share = Fraction(text)
    if not 0 < share <= 1:
        raise no_value(SHARE)
    return share


def _named(kind: Text, known: Callable[[], Sequence[str]]) -> Any:
    """A name of a list."""

    def name(said: Any) -> Any:
        if said not in known():
            raise no_name(kind, str(said), known())
        return said

    return PlainValidator(name)


def _names(said: Any) -> list[str]:
    if not (isinstance(said, list) and said and all(isinstance(one, str) for one in said)):
        raise no_value(_NAMES)
    if len(set(said)) < len(said):
        raise no_value(_NAMES)
    return said


def _dimensions(said: Any) -> list[str]:
    for name in _names(said):
        if name not in dimensions():
            raise no_name(DIMENSION, name, dimensions())
    return list(said)


def _condition(said: Any) -> Any:
    if not (isinstance(said, dict) and said):
        raise no_value(_CONDITION)
    for key, codes in said.items():
        if key == WITHIN:
            _date(codes)
        elif key not in dimensions():
            raise no_key(key, Text("population", "diện tính"), [*dimensions(), WITHIN])
        else:
            _codes(key, codes)
    return said


def _date(said: Any) -> None:
    dates = [name for name, one in fields().items() if one.kind == "date"]
    if said not in dates:
        raise no_name(_DATE, str(said), dates, within=(WITHIN,))


def _codes(dimension: str, said: Any) -> None:
    within: Location = (dimension,)
    known = codes_of(dimension)
    if not known:
        raise no_value(_WITHOUT_CODES.format(dimension=dimension, quoted=f'"{dimension}"'), within=within)
    if not (isinstance(said, list) and said and len(set(map(str, said))) == len(said)):
        quoted = ", ".join(f'"{code}"' for code in known)
        raise no_value(_CODES.format(dimension=dimension, codes=quoted), within=within)
    for code in said:
        if code not in known:
            raise no_name(_CODE.format(dimension=dimension), str(code), known, within=within)


def _where(said: Any) -> Any:
    if not (isinstance(said, dict) and said and all(isinstance(code, str) and code for code in said.values())):
        raise no_value(_WHERE)
    for dimension, code in said.items():
        if dimension not in dimensions():
            raise no_key(dimension, Text("place of a target", "phạm vi của mục tiêu"), dimensions())
        known = codes_of(dimension)
        if known and code not in known:
            raise no_name(_CODE.format(dimension=dimension), code, known, within=(dimension,))
    return said


def _rules(said: Any) -> Any:
    for rule in said if isinstance(said, dict) else ():
        if rule not in RULES:
            raise no_key(rule, Text("rule of counting", "cách tính"), RULES)
    return said


Words = Annotated[Any, PlainValidator(_words)]
Share = Annotated[Any, PlainValidator(_share)]
Names = Annotated[Any, PlainValidator(_names)]
Dimensions = Annotated[Any, PlainValidator(_dimensions)]
Conditions = Annotated[Any, PlainValidator(_condition)]
_Number = Annotated[int, Field(ge=1)]


class TargetForm(Form):
    """A target: `where` names the group that it is set for."""

    year: int = Field(ge=2000, le=2100)
    at_least: Share
    source: str | None = Field(default=None, min_length=1)
    verified: bool = True
    where: Annotated[Any, PlainValidator(_where)] = None
    under: tuple[Literal["key_leader", "bodies"], ...] = Field(default=(), strict=False)

    @model_validator(mode="after")
    def _cited(self) -> TargetForm:
        if self.verified and not (self.source or "").strip():
            raise no_value(_SOURCE, within=("source",))
        return self


class ThresholdForm(Form):
    """What is asked of a body."""

    people: _Number | None = None
    women: _Number | None = None
    share: Share = None
    share_of_all: Share = None

    @model_validator(mode="after")
    def _something(self) -> ThresholdForm:
        said = self.model_fields_set
        if not said or said >= {"share", "share_of_all"} or said >= {"people", "share_of_all"}:
            raise no_value(_ASKED)
        return self


class DepartureForm(Form):
    """The words of an indicator where a rule of counting is switched off."""

    base: Words
    definition: Words


class IndicatorForm(Form):
    """An indicator."""

    measure: Annotated[Any, _named(Text("measure", "phép tính"), lambda: get_args(Measure))]
    unit: Annotated[Any, _named(Text("unit", "đơn vị tính"), lambda: get_args(Unit))]
    per: Annotated[Any, _named(Text("item of the count", "đối tượng đếm"), lambda: get_args(Per))] = "person"
    population: Conditions = None
    attribute: Conditions = None
    across: Dimensions = ()
    across_each: Dimensions = ()
    also: Dimensions = ()
    over: Annotated[Any, _named(DIMENSION, lambda: tuple(dimensions()))] = None
    asked: ThresholdForm | None = None
    meets: ThresholdForm | None = None
    of: Names = ()
    together: Names = ()
    broken_down_by: Dimensions = ()
    timing: Annotated[Any, _named(Text("timing", "thời điểm, thời kỳ"), lambda: get_args(Timing))] = None
    title: Words
    base: Words
    definition: Words
    source: Words = None
    verified: bool = True
    target: tuple[TargetForm, ...] = Field(default=(), strict=False)
    without: Annotated[dict[str, DepartureForm], BeforeValidator(_rules)] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _in_agreement(self) -> IndicatorForm:
        if self.verified and self.source is None:
            raise no_value(_SOURCE, within=("source",))
        error = misfit(self)
        if error:
            raise error
        return self


class PlanForm(Form):
    """Targets for an indicator of the catalogue."""

    target: tuple[TargetForm, ...] = Field(strict=False, min_length=1)


#: Indicators by id; targets by the id of an indicator of the catalogue.
IndicatorsForm = RootModel[dict[str, IndicatorForm]]
PlansForm = RootModel[dict[str, PlanForm]]
