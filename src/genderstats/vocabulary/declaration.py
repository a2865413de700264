"""A declaration that a user has written: a TOML file, and the line of whatever is wrong in it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from genderstats.errors import (
    DeclarationKeyUnknownError,
    DeclarationNameUnknownError,
    DeclarationSyntaxError,
    DeclarationUnreadableError,
    DeclarationValueWrongError,
)
from genderstats.text.language import Text
from genderstats.text.nearness import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from pydantic_core import ErrorDetails

    from genderstats.errors import InputError

#: Where something stands in a declaration: the keys and, in arrays of tables, the places (from 0) that lead to it.
Location = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)
_UNKNOWN_KEYS = ("extra_forbidden", "field_unknown")
_UNKNOWN_NAME = "name_unknown"


class Grammar(Protocol):
    """What may stand in one kind of declaration, for the messages: its name, its keys, what each key takes."""

    kind: Text

    def keys(self, table: Location) -> Sequence[str]:
        """The keys that the table at this place may have."""

    def expected(self, where: Location, kind: str) -> Text:
        """What should stand at this place; `kind` is the validation's name of what is wrong."""


@dataclass(frozen=True)
class Declaration:
    """A declaration as it was read: its file, its text, and the tables that the text means."""

    path: Path
    text: str
    tables: dict[str, Any]

    def place(self, where: Location) -> Text:
        """The file, and the line on which a key stands or the table that should hold it."""
        return _place(self.path, _line(self.text, where))


def declared(path: Path, kind: Text) -> Declaration:
    """The declaration that a file holds.

    Raises:
        DeclarationUnreadableError: the file is not there, or is no text.
        DeclarationSyntaxError: it is no TOML.
    """
    text = _text(path, kind)
    try:
        return Declaration(path, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(path, kind, text, error) from None


def validated(declaration: Declaration, model: type[Model], grammar: Grammar) -> Model:
    """The declaration as a value of its model.

    Raises:
        DeclarationKeyUnknownError: it has a key that no declaration of this kind has.
        DeclarationValueWrongError: a value is missing, or is none that its key takes.
    """
    try:
        return model.model_validate(declaration.tables)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        # A key misspelt explains one that is missing.
        first = next((detail for detail in details if detail["type"] in _UNKNOWN_KEYS), details[0])
        raise _wrong(declaration, grammar, first) from None


def no_key(key: str, kind: Text, known: Iterable[str], *, within: Location = ()) -> PydanticCustomError:
    """What a model raises for a key that a table of this kind does not take; `within` leads to the table."""
    return PydanticCustomError("field_unknown", "no such key", {"within": (*within, key), "kind": kind, "known": known})


def no_name(kind: Text, name: str, known: Iterable[str], *, within: Location = ()) -> PydanticCustomError:
    """What a model raises for a value that should be the name of something; `within` leads to its key."""
    said = {"within": within, "kind": kind, "said": name, "known": known}
    return PydanticCustomError(_UNKNOWN_NAME, "no such name", said)


def no_value(expected: Text, *, within: Location = ()) -> PydanticCustomError:
    """What a model raises for a value that its key does not take, or that is missing; `within` leads to the key."""
    return PydanticCustomError("value_wrong", "no such value", {"within": within, "expected": expected})


def unknown_name(
    declaration: Declaration, where: Location, kind: Text, name: str, known: Iterable[str]
) -> DeclarationNameUnknownError:
    """The error for a name at a place that no list holds, suggesting the one that was perhaps meant."""
    listed = list(known)
    return DeclarationNameUnknownError(
        place=declaration.place(where), kind=kind, name=name, suggestion=_near(name, listed), known=", ".join(listed)
    )


def wrong_value(declaration: Declaration, where: Location, expected: Text) -> DeclarationValueWrongError:
    """The error for a value that cannot be understood at a place."""
    return DeclarationValueWrongError(place=declaration.place(where), key=str(where[-1]), expected=expected)


def _text(path: Path, kind: Text) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise DeclarationUnreadableError(path=path, kind=kind, cause=error.strerror or type(error).__name__) from None
    except UnicodeDecodeError:
        cause = Text("it is not in UTF-8", "tệp không ở mã UTF-8")
        raise DeclarationUnreadableError(path=path, kind=kind, cause=cause) from None


def _no_toml(path: Path, kind: Text, text: str, error: tomllib.TOMLDecodeError) -> DeclarationSyntaxError:
    """Where the text stops being TOML; at the end of the document the last line is meant."""
    found = re.search(r"\(at line (\d+)", str(error))
    line = int(found[1]) if found else len(text.splitlines())
    said = re.sub(r"\s*\(at .*", "", str(error))
    cause = Text(said, "hãy kiểm tra dấu ngoặc kép, ngoặc vuông, dấu bằng; mỗi khóa chỉ ghi một lần")
    return DeclarationSyntaxError(place=_place(path, line), kind=kind, cause=cause)


def _wrong(declaration: Declaration, grammar: Grammar, detail: ErrorDetails) -> InputError:
    """The error for something that is wrong, at the line where it stands."""
    said: dict[str, Any] = detail.get("ctx", {})
    where = (*detail["loc"], *said.get("within", ()), *((said["name"],) if said.get("name") else ()))
    key, place = str(where[-1]), declaration.place(where)
    if detail["type"] == _UNKNOWN_NAME:
        return unknown_name(declaration, where, said["kind"], said["said"], said["known"])
    if detail["type"] in _UNKNOWN_KEYS:
        known = list(said.get("known") or grammar.keys(where[:-1]))
        kind = said.get("kind") or grammar.kind
        return DeclarationKeyUnknownError(
            place=place, kind=kind, key=key, suggestion=_near(key, known), known=", ".join(known)
        )
    expected = said.get("expected")
    wanted = expected if isinstance(expected, Text) else grammar.expected(where, detail["type"])
    return DeclarationValueWrongError(place=place, key=key, expected=wanted)


def _near(name: str, known: Iterable[str]) -> str:
    near = nearest(name, known)
    return f" → {near}?" if near else ""


def _place(path: Path, line: int | None) -> Text:
    if line is None:
        return Text.same(str(path))
    return Text("{path}, line {line}", "{path}, dòng {line}").format(path=path, line=line)


_HEAD = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*("[^"]*"|'[^']*'|[\w.-]+)\s*=""")


def _line(text: str, where: Location) -> int | None:
    """The line on which a key stands, or, where it has none of its own, its first part, or the table that should hold it."""
    lines = list(_keys(text))
    for wanted in (where[:end] for end in range(len(where), 0, -1)):
        found = next((line for line, path in lines if path[: len(wanted)] == wanted), None)
        if found:
            return found
    return None


def _keys(text: str) -> Iterator[tuple[int, Location]]:
    """Each key and table of a TOML text with its line, as the validation names it."""
    table: Location = ()
    counts: dict[Location, int] = {}
    for line, said in enumerate(text.splitlines(), start=1):
        head, key = _HEAD.match(said), _KEY.match(said)
        if head:
            table = _entered(_parts(head[2]), counts, several=head[1] == "[[")
            yield line, table
        elif key:
            parts = _parts(key[1])
            yield from ((line, (*table, *parts[:end])) for end in range(1, len(parts) + 1))


def _parts(name: str) -> tuple[str, ...]:
    if name[:1] in "\"'":
        return (name[1:-1],)
    return tuple(part.strip().strip("\"'") for part in name.split("."))


def _entered(parts: tuple[str, ...], counts: dict[Location, int], *, several: bool) -> Location:
    """The path of a table; one of several, and what stands under it, is counted from 0."""
    if several:
        counts[parts] = counts.get(parts, -1) + 1
    path: list[str | int] = []
    for end, part in enumerate(parts, start=1):
        path += [part, *_counted(parts[:end], counts)]
    return tuple(path)


def _counted(path: Location, counts: dict[Location, int]) -> Iterable[int]:
    return (counts[path],) if path in counts else ()
