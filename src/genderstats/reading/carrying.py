"""Old units carried into new ones, as a map of the user's says: renamed, or merged with others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import numpy as np
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from genderstats.text.folding import clean, fold
from genderstats.text.language import Text
from genderstats.vocabulary.declaration import declared, validated, wrong_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from genderstats.reading.offices import Offices
    from genderstats.reading.roster import People, Variable
    from genderstats.vocabulary.declaration import Declaration, Location

    Of = TypeVar("Of", bound="People")


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def _listed(said: Any) -> Any:
    return tuple(said) if isinstance(said, list) else said


_Name = Annotated[str, Field(min_length=1)]


class Merge(_Table):
    """Units that became one."""

    into: _Name
    from_: Annotated[tuple[_Name, ...], BeforeValidator(_listed), Field(min_length=1, alias="from")]


class UnitsFile(_Table):
    """A map of units as it stands in a file: `[units]` old = new, `[[merge]]` into, from."""

    units: dict[_Name, _Name] = Field(default_factory=dict)
    merge: Annotated[tuple[Merge, ...], BeforeValidator(_listed)] = ()


class _Grammar:
    kind = Text("map of units", "bảng chuyển đơn vị")

    def keys(self, table: Location) -> Sequence[str]:
        """The keys of the file, or of one merge."""
        return ("into", "from") if table[:1] == ("merge",) else ("units", "merge")

    def expected(self, where: Location, kind: str) -> Text:
        """What should stand there."""
        if where[:1] == ("units",):
            return Text('a table [units]: "old unit" = "new unit"', 'một bảng [units]: "đơn vị cũ" = "đơn vị mới"')
        if "from" in where:
            return Text('a list of old units: ["…", "…"]', 'danh sách đơn vị cũ: ["…", "…"]')
        if "into" in where:
            return Text("the new unit", "đơn vị mới")
        return Text('[[merge]] with into = "…" and from = ["…"]', '[[merge]] có into = "…" và from = ["…"]')


@dataclass(frozen=True)
class UnitsMap:
    """For each old unit, folded, the new one; `written` are the old ones as the file writes them."""

    into: Mapping[str, str]
    written: Mapping[str, str]

    @classmethod
    def read(cls, path: Path) -> UnitsMap:
        """The map that a file declares.

        Raises:
            DeclarationError: the file cannot be read, or holds what no map holds, or carries one unit into two.
        """
        declaration = declared(path, _Grammar.kind)
        file = validated(declaration, UnitsFile, _Grammar())
        into: dict[str, str] = {}
        written: dict[str, str] = {}
        for where, old, new in _pairs(file):
            if into.setdefault(fold(old), clean(new)) != clean(new):
                raise _carried_twice(declaration, where, old)
            written.setdefault(fold(old), old)
        return cls(into, written)

    def new(self, unit: str) -> str:
        """The unit that a unit is carried into: itself where nothing is said."""
        return self.into.get(fold(unit), unit)

    @property
    def carried_on(self) -> str | None:
        """A new unit that is an old one too, and is carried into another: of more than two periods it is not told which is meant."""
        return next((new for new in self.into.values() if fold(self.new(new)) != fold(new)), None)

    @property
    def of_the_last(self) -> UnitsMap:
        """What of the map holds of the last list: its old units, where they stand there still and are no new ones too."""
        fresh = {fold(new) for new in self.into.values()}
        return UnitsMap({old: new for old, new in self.into.items() if old not in fresh}, self.written)

    def unknown(self, rosters: Iterable[People]) -> list[str]:
        """The old units of the map that stand on no roster, as the file writes them."""
        there = {fold(value) for one in rosters for value in _units(one)}
        return [name for key, name in self.written.items() if key not in there]

    def carried(self, roster: Of) -> Of:
        """The roster with its people in the new units."""
        variables = dict(roster.variables)
        if "unit" in variables:
            variables["unit"] = self._renamed(variables["unit"])
        offices, party = (self._told(one) for one in (roster.offices, roster.party_offices))
        return replace(roster, variables=variables, offices=offices, party_offices=party)

    def _renamed(self, one: Variable) -> Variable:
        places: dict[str, int] = {}
        lookup = [places.setdefault(self.new(value), len(places)) for value in one.values]
        return replace(one, codes=np.array([*lookup, -1], dtype=np.int32)[one.codes], values=list(places))

    def _told(self, offices: Offices | None) -> Offices | None:
        if offices is None:
            return None
        titles = [(title, unit if unit is None else self.new(unit)) for title, unit in offices.titles]
        return replace(offices, titles=titles)


def _units(roster: People) -> list[str]:
    return roster.variables["unit"].values if "unit" in roster.variables else []


def _pairs(file: UnitsFile) -> Iterable[tuple[Location, str, str]]:
    yield from ((("units", old), old, new) for old, new in file.units.items())
    for place, one in enumerate(file.merge):
        yield from ((("merge", place, "from"), old, one.into) for old in one.from_)


def _carried_twice(declaration: Declaration, where: Location, old: str) -> Exception:
    told = Text(
        "each old unit once: “{old}” goes into two", "mỗi đơn vị cũ một lần: “{old}” được ghi vào hai đơn vị mới"
    )
    return wrong_value(declaration, where, told.format(old=old))
