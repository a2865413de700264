"""The fields of a person as they are declared: title, kind, header words."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from genderstats.text.language import Text
from genderstats.vocabulary.loading import load

Kind = Literal["code", "date", "mark", "number", "text"]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a person: what it is called, what its cells hold, under which headers rosters carry it."""

    id: str
    kind: Kind
    title: Text
    words: tuple[str, ...]
    flags: dict[str, tuple[str, ...]] = field(default_factory=dict)
    split: tuple[str, ...] = ()
    parts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    personal: bool = False
    fill: bool = False

    @classmethod
    def of(cls, name: str, table: dict[str, Any]) -> Field:
        """The field declared in a table of fields.toml."""
        return cls(
            id=name,
            kind=table["kind"],
            title=Text.of(table["title"]),
            words=tuple(table["words"]),
            flags={code: tuple(listed) for code, listed in table.get("flags", {}).items()},
            split=tuple(table.get("split", ())),
            parts={part: tuple(table[part]) for part in NAME_PARTS if part in table},
            personal=table.get("personal", False),
            fill=table.get("fill", False),
        )


#: The columns that a name may be spread over, in the order in which they are joined.
NAME_PARTS = ("surname", "middle", "given")


@cache
def fields() -> dict[str, Field]:
    """All fields by id, in their official order."""
    return {name: Field.of(name, table) for name, table in load("fields").items()}
