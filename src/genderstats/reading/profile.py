"""What the reader of a roster is told beforehand, where it should not find out for itself.

A profile file is this, kept: `ProfileFile` is the one definition of what may stand in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from genderstats.people.codes import code_list
from genderstats.people.fields import fields
from genderstats.people.person import cell_type
from genderstats.period import Moment
from genderstats.reading.formats.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from genderstats.people.titles import TitleRules
    from genderstats.reading.own_titles import OwnTitles

SCHEMA = "genderstats.profile/1"

#: The fields that may be declared for everybody of a sheet.
DECLARABLE = ("sex", "ethnicity", "contract", "unit")


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Always(_Table):
    """A value that an officer declares for everybody of a sheet."""

    always: str = Field(min_length=1)


def _listed(said: Any) -> Any:
    """The headers that a field names; none where it is switched off."""
    if said is False or said == "":
        return ()
    if isinstance(said, str):
        return (said,)
    return tuple(said) if isinstance(said, list) else said


def _headers_or_declared(said: Any) -> tuple[str, ...] | Always:
    said = _listed(said)
    if isinstance(said, dict) and said.keys() == {"always"} and isinstance(said["always"], str) and said["always"]:
        return Always(always=said["always"])
    if isinstance(said, Always) or (isinstance(said, tuple) and all(isinstance(one, str) and one for one in said)):
        return said
    raise PydanticCustomError("field_said", "a header, headers, a letter, false, or always")


#: The columns of a field: headers or letters, none where it is switched off; or what is declared for everybody.
Said = Annotated[Any, BeforeValidator(_headers_or_declared)]


class _WithFields(_Table):
    fields: dict[str, Said] = Field(default_factory=dict)
    not_used: Annotated[tuple[str, ...] | None, BeforeValidator(_listed)] = None

    @field_validator("fields")
    @classmethod
    def _of_a_person(cls, said: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
        for name, one in said.items():
            if name not in fields():
                raise PydanticCustomError("field_unknown", "no field", {"name": name})
            if isinstance(one, Always) and (name not in DECLARABLE or _declared(name, one.always) is None):
                raise PydanticCustomError("declared_wrong", "not to be declared", {"name": name})
        return said

    @property
    def named(self) -> dict[str, tuple[str, ...]]:
        """For each field that it speaks of, the headers or letters of its columns; none where it is switched off."""
        return {name: one for name, one in self.fields.items() if not isinstance(one, Always)}

    @property
    def declared(self) -> dict[str, str]:
        """The fields that are declared for everybody."""
        return {name: one.always for name, one in self.fields.items() if isinstance(one, Always)}


class SheetSaid(_WithFields):
    """How one sheet, or one table of it, was understood; `header_row` and `header_depth` count rows, from 1."""

    name: str | None = None
    read: bool = True
    header_row: int | None = Field(default=None, ge=1)
    header_depth: int = Field(default=1, ge=1, le=4)
    one_table: bool = False


class KeyLeaders(_Table):
    """Offices whose holders an agency takes for its key leaders: of any of these levels and roles, on this axis."""

    axis: Literal["government", "party", "mass-organisation", "elected"] = "government"
    level: Annotated[tuple[str, ...], BeforeValidator(_listed)] = ()
    role: Annotated[tuple[str, ...], BeforeValidator(_listed)] = ("head", "deputy")

    @field_validator("level", "role")
    @classmethod
    def _of_a_list(cls, said: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if not set(said) <= set(code_list(str(info.field_name))):
            raise PydanticCustomError("code_unknown", "no code of the list")
        return said


class Counting(_Table):
    """The rules of counting that official practice leaves open: the program's own where nothing is said.

    `bodies`: which units are bodies, those of official statistics or every unit. `key_leader`: who is a key leader by the agency's
    own rule, instead of the official one.
    """

    acting_heads: bool = True
    probationary_members: bool = True
    bodies: Literal["official", "unit"] = "official"
    key_leader: Annotated[tuple[KeyLeaders, ...], BeforeValidator(_listed)] = ()

    @property
    def departures(self) -> tuple[str, ...]:
        """The rules that are not the program's own."""
        return tuple(name for name, one in type(self).model_fields.items() if getattr(self, name) != one.default)


#: The program's own rules.
OWN_RULES = Counting()


class ProfileFile(_WithFields):
    """A profile as it stands in a file: fields of every sheet, then sheet by sheet, and the rules of counting."""

    schema_: Literal["genderstats.profile/1"] = Field(alias="schema")
    titles: str | None = Field(default=None, min_length=1)
    other_sheets: bool = True
    counting: Counting = OWN_RULES
    sheet: Annotated[tuple[SheetSaid, ...], BeforeValidator(_listed)] = ()

    @property
    def sheets(self) -> tuple[SheetSaid, ...]:
        """Its sheets, each with the fields that are said of every sheet beside its own."""
        return tuple(
            one.model_copy(
                update={
                    "fields": {**self.fields, **one.fields},
                    "not_used": self.not_used if one.not_used is None else one.not_used,
                }
            )
            for one in self.sheet
        )

    @property
    def any_sheet(self) -> SheetSaid:
        """What is said of every sheet."""
        return SheetSaid(fields=self.fields, not_used=self.not_used)


def _declared(name: str, text: str) -> Any:
    """The value that a declared text means, or None where the field does not take it."""
    from pydantic import ValidationError

    try:
        return cell_type(name).validate_python([text])[0]
    except ValidationError:
        return None


@dataclass(frozen=True)
class Profile:
    """Sheets to read, the header's row (from 1), the column of a field (a letter or a header), and the moment; each may be left open.

    What is said here wins over `file`, the profile that was kept.
    """

    sheets: tuple[str, ...] = ()
    header: int | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    moment: Moment = Moment()
    file: ProfileFile | None = None
    limits: Limits = Limits()
    titles: OwnTitles | None = None

    @property
    def counting(self) -> Counting:
        """The rules of counting."""
        return self.file.counting if self.file else OWN_RULES

    @property
    def title_rules(self) -> TitleRules | None:
        """The rules by which titles are read, where they are not the built-in ones alone."""
        return self.titles.rules if self.titles else None


NOTHING_SAID = Profile()
