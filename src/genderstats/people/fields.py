"""The fields of a person as they are declared: title, kind, header words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from genderstats.text.folding import words
from genderstats.text.language import Text
from genderstats.vocabulary.loading import load
from genderstats.vocabulary.own import FieldWords, by_own_words, own_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

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
    blank_is_none: bool = False
    terms: bool = False

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
            blank_is_none=table.get("blank") == "none",
            terms=table.get("terms", False),
        )

    def with_own(self, own: FieldWords, alone: Collection[str], over: Collection[str]) -> Field:
        """The field with an officer's own words first; those that her file gives a meaning (`alone`, `over`) mean nothing else."""
        return replace(
            self,
            words=(*own.words, *_others(self.words, alone)),
            flags={code: (*own.flags.get(code, ()), *_others(said, alone)) for code, said in self.flags.items()},
            split=(*own.split, *_others(self.split, over)),
            parts={part: (*own.parts.get(part, ()), *_others(said, alone)) for part, said in self.parts.items()},
        )


def _others(listed: Iterable[str], taken: Collection[str]) -> tuple[str, ...]:
    return tuple(word for word in listed if words(word) not in taken)


#: The columns that a name may be spread over, in the order in which they are joined.
NAME_PARTS = ("surname", "middle", "given")


@by_own_words
def fields() -> dict[str, Field]:
    """All fields by id, in their official order, with the officer's own words where there are any."""
    declared = {name: Field.of(name, table) for name, table in load("fields").items()}
    own = own_words().fields
    alone = {words(word) for one in own.values() for word in one.alone}
    over = {words(word) for one in own.values() for word in one.split}
    return {name: one.with_own(own.get(name, FieldWords()), alone, over) for name, one in declared.items()}
