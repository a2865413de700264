"""A scorecard: the weighted criteria by which an agency assesses its units, read from the agency's own file.

What is wrong with a file is one line that names the file, the line and the key.
"""

from __future__ import annotations

from fractions import Fraction
from math import isfinite
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, InstanceOf
from pydantic_core import PydanticCustomError

from genderstats.errors import UnknownNameError
from genderstats.indicators.catalogue import dimensions_of, indicators
from genderstats.indicators.dimension import COLUMN, dimensions
from genderstats.text.language import Text
from genderstats.text.nearness import nearest
from genderstats.vocabulary.declaration import declared, validated, wrong_value

if TYPE_CHECKING:
    from pathlib import Path

    from genderstats.errors import InputError
    from genderstats.indicators.dimension import Dimension
    from genderstats.indicators.indicator import Indicator
    from genderstats.vocabulary.declaration import Declaration, Location

#: The measures of which the values are shares, or differences of shares.
_SHARES = ("share", "rate", "distribution", "gap")


def _text(said: Any) -> Text:
    if isinstance(said, Text):
        return said
    if isinstance(said, str) and said.strip():
        return Text.same(said)
    if isinstance(said, dict) and said.keys() == {"en", "vi"} and all(isinstance(one, str) for one in said.values()):
        return Text.of(said)
    raise PydanticCustomError("no_text", "a text")


def _number(said: Any) -> Fraction:
    """A number as it is written: 0.35 is 35/100 and not the nearest binary fraction."""
    if isinstance(said, Fraction):
        return said
    try:
        if isinstance(said, str) or (isinstance(said, int | float) and not isinstance(said, bool) and isfinite(said)):
            return Fraction(str(said))
    except (ValueError, ZeroDivisionError):
        pass
    raise PydanticCustomError("no_number", "a number")


def _weight(said: Any) -> Fraction:
    number = _number(said)
    if number <= 0:
        raise PydanticCustomError("no_number", "a number over 0")
    return number


Said = Annotated[InstanceOf[Text], BeforeValidator(_text)]
Number = Annotated[InstanceOf[Fraction], BeforeValidator(_number)]
Weight = Annotated[InstanceOf[Fraction], BeforeValidator(_weight)]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Criterion(_Table):
    """One criterion: an indicator, its weight, and the values that are worth nothing and full marks."""

    indicator: str
    weight: Weight
    least: Number = Field(alias="from")
    full: Number = Field(alias="to")
    title: Said | None = None
    where: dict[str, str] = Field(default_factory=dict)

    @property
    def name(self) -> Text:
        """Its title, else the indicator's and the group's."""
        if self.title:
            return self.title
        told = [self.of.title, *(dimensions()[name].label(code) for name, code in self.where.items())]
        return Text(", ".join(one.en for one in told), ", ".join(one.vi for one in told))

    @property
    def of(self) -> Indicator:
        """Its indicator."""
        return indicators([self.indicator])[0]

    def points(self, value: Fraction) -> Fraction:
        """The points of a value, exact: none at `from`, the whole weight at `to`, in proportion between, never beyond.

        >>> half = {"indicator": "women-share-staff", "weight": 40, "from": 0.1, "to": 0.3}
        >>> [str(Criterion.model_validate(half).points(Fraction(value))) for value in ("0.05", "0.2", "0.3", "0.9")]
        ['0', '20', '40', '40']
        """
        reached = (value - self.least) / (self.full - self.least)
        return self.weight * min(max(reached, Fraction(0)), Fraction(1))


class Scorecard(_Table):
    """Weighted criteria, and the dimension whose groups they rank."""

    title: Said
    source: Said | None = None
    by: str = "unit"
    criterion: tuple[Criterion, ...] = Field(min_length=1, strict=False)

    @property
    def dimension(self) -> Dimension:
        """The dimension whose groups are ranked."""
        return dimensions_of([self.by])[0]


_EXPECTED: dict[str, Text] = {
    "title": Text('a title: "Units" or {{ en = "Units", vi = "Đơn vị" }}', 'tên: "Đơn vị" hoặc {{ en = "Units", vi = "Đơn vị" }}'),
    "by": Text('one dimension: "unit"', 'một phân tổ: "unit"'),
    "criterion": Text("at least one [[criterion]]", "ít nhất một [[criterion]]"),
    "indicator": Text('an indicator: "women-share-leaders"', 'một chỉ tiêu: "women-share-leaders"'),
    "weight": Text("a number over 0: 30", "số lớn hơn 0: 30"),
    "from": Text("the value worth 0: 0.10 for 10 %", "giá trị ứng với 0 điểm: 0.10 cho 10 %"),
    "to": Text("the value worth full marks: 0.35 for 35 %", "giá trị ứng với điểm tối đa: 0.35 cho 35 %"),
    "where": Text(
        'the group that is meant: {{ education = "doctorate" }}', 'nhóm được xét: {{ education = "doctorate" }}'
    ),
}  # fmt: skip
_EXPECTED["source"] = _EXPECTED["title"]


class _Grammar:
    kind = Text("scorecard", "bảng chấm điểm")

    def keys(self, table: Location) -> list[str]:
        """The keys of a scorecard, or of one criterion."""
        fields = Criterion.model_fields if "criterion" in table else Scorecard.model_fields
        return [one.alias or name for name, one in fields.items()]

    def expected(self, where: Location, kind: str) -> Text:
        """What a key takes."""
        names = [str(part) for part in where if str(part) in _EXPECTED]
        return _EXPECTED[names[-1]].format()


_GRAMMAR = _Grammar()


def scorecard(path: Path) -> Scorecard:
    """The scorecard that a file holds.

    Raises:
        InputError: there is no such file, it is no TOML, or it says what no scorecard says, such as an unknown indicator.
    """
    declaration = declared(path, _GRAMMAR.kind)
    card = validated(declaration, Scorecard, _GRAMMAR)
    for wrong in (
        _dimension(declaration, card),
        *(_criterion(declaration, card, at) for at in range(len(card.criterion))),
    ):
        if wrong:
            raise wrong
    return card


def _dimension(declaration: Declaration, card: Scorecard) -> InputError | None:
    try:
        dimensions_of([card.by])
    except UnknownNameError:
        return wrong_value(declaration, ("by",), _one_of(card.by, [*dimensions(), f"{COLUMN}…"]))
    return None


def _criterion(declaration: Declaration, card: Scorecard, at: int) -> InputError | None:
    """What is wrong with a criterion as a whole."""
    one, here = card.criterion[at], ("criterion", at)
    known = [each.id for each in indicators()]
    if one.indicator not in known:
        return wrong_value(declaration, (*here, "indicator"), _one_of(one.indicator, known))
    if one.least == one.full:
        return wrong_value(declaration, (*here, "to"), Text("another value than from", "giá trị khác from"))
    for name, value in (("from", one.least), ("to", one.full)):
        if one.of.measure in _SHARES and abs(value) > 1:
            return wrong_value(declaration, (*here, name), _EXPECTED[name])
    return _group(declaration, one, here, card.by)


def _group(declaration: Declaration, one: Criterion, here: tuple[str, int], by: str) -> InputError | None:
    """An indicator that is always broken down needs its group named, and no other can name one."""
    needed = [name for name in one.of.across if name != by]
    if sorted(one.where) != sorted(needed):
        said = "{ " + ", ".join(f'{name} = "…"' for name in needed) + " }"
        expected = Text.same(f"where = {said}") if needed else Text("nothing there", "không ghi gì")
        return wrong_value(declaration, (*here, "where"), expected)
    for name, code in one.where.items():
        codes = dimensions()[name].code_list
        if codes is not None and code not in [*codes]:
            return wrong_value(declaration, (*here, "where", name), _one_of(code, [*codes]))
    return None


def _one_of(name: str, known: list[str]) -> Text:
    """One of the known names, the one that was perhaps meant in front."""
    near = nearest(name, known)
    listed = ", ".join([near] if near else known)
    return Text("one of: {listed}", "một trong: {listed}").format(listed=listed)
