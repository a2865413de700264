"""The file of an officer's own words (`--vocabulary`): the form of fields.toml and codes.toml, words alone."""

from __future__ import annotations

from contextlib import nullcontext
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, PlainValidator, create_model
from pydantic_core import PydanticCustomError

from genderstats.text.folding import words
from genderstats.text.language import Text
from genderstats.vocabulary.declaration import declared, validated, wrong_value
from genderstats.vocabulary.loading import load
from genderstats.vocabulary.own import FieldWords, OwnWords, using

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

    from genderstats.vocabulary.declaration import Declaration, Location

#: The columns that a name may be spread over.
_PARTS = ("surname", "middle", "given")
_WORDS = Text('a list of words: ["phái tính"]', 'danh sách từ: ["phái tính"]')
_TABLE = Text("a table: [{key}]", "một bảng: [{key}]")
_CLAIMED = Text(
    "words that mean one thing each: “{word}” stands elsewhere in this file too",
    "mỗi từ chỉ một nghĩa: “{word}” còn được ghi ở chỗ khác trong tệp này",
)


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def _words(said: Any) -> list[str]:
    """Words, in each of which something is left when it is matched."""
    if not isinstance(said, list) or not said or not all(isinstance(one, str) and words(one) for one in said):
        raise PydanticCustomError("no_words", "no words")
    return said


_Listed = Annotated[Any, PlainValidator(_words)]


def _table(name: str, keys: Iterable[tuple[str, Any]]) -> Any:
    """A table of which each of these keys may stand, and no other."""
    optional: dict[str, Any] = {key: (kind | None, None) for key, kind in keys}
    return create_model(name, __base__=_Table, **optional)


def _of_field(name: str, table: Mapping[str, Any]) -> Any:
    flags = ((code, _Listed) for code in table.get("flags", ()))
    keys = [("words", _Listed), *((key, _Listed) for key in ("split", *_PARTS) if key in table)]
    return _table(name, [*keys, ("flags", _table("flags", flags))] if "flags" in table else keys)


@cache
def _model() -> type[BaseModel]:
    """What may stand in the file: header words of every field that there is, code words of every code that cells may name."""
    code = _table("code", [("words", _Listed)])
    lists = [(name, _table(name, [(one, code) for one in codes])) for name, codes in _codes().items()]
    fields = [(name, _of_field(name, table)) for name, table in load("fields").items()]
    model: type[BaseModel] = _table(
        "vocabulary", [("fields", _table("fields", fields)), ("codes", _table("codes", lists))]
    )
    return model


def _codes() -> dict[str, list[str]]:
    """The codes of each list that cells may name."""
    listed = {name: table["codes"] for name, table in load("codes").items() if "codes" in table}
    return {name: list(codes) for name, codes in listed.items() if any("words" in one for one in codes.values())}


class _Grammar:
    kind = Text("vocabulary", "tệp từ vựng")

    def keys(self, table: Location) -> list[str]:
        """The keys that the table at this place may have."""
        model: Any = _model()
        for part in table:
            model = next(iter(model.model_fields[part].annotation.__args__))
        return list(model.model_fields)

    def expected(self, where: Location, kind: str) -> Text:
        """What a key takes."""
        if kind in ("model_type", "model_attributes_type"):
            return _TABLE.format(key=".".join(str(part) for part in where))
        return _WORDS.format()


_GRAMMAR = _Grammar()


def added(path: Path) -> OwnWords:
    """The words that a file adds.

    Raises:
        InputError: there is no such file, it is no TOML, or it holds what no vocabulary holds; the message names line and key.
    """
    declaration = declared(path, _GRAMMAR.kind)
    said = validated(declaration, _model(), _GRAMMAR).model_dump(exclude_none=True)
    found = OwnWords(
        {name: _field_words(one) for name, one in said.get("fields", {}).items()},
        {
            name: {code: tuple(one["words"]) for code, one in codes.items() if "words" in one}
            for name, codes in said.get("codes", {}).items()
        },
    )
    _unambiguous(declaration, found)
    return found


def with_words(path: Path | None) -> AbstractContextManager[None]:
    """A scope in which the words of a file are in force; where none is given, those that are in force already.

    Raises:
        InputError: the file is no vocabulary.
    """
    return nullcontext() if path is None else using(added(path))


def _field_words(said: Mapping[str, Any]) -> FieldWords:
    return FieldWords(
        words=tuple(said.get("words", ())),
        flags={code: tuple(listed) for code, listed in said.get("flags", {}).items()},
        split=tuple(said.get("split", ())),
        parts={part: tuple(said[part]) for part in _PARTS if part in said},
    )


def _unambiguous(declaration: Declaration, found: OwnWords) -> None:
    """Stops where one word is given two meanings."""
    over = ((("fields", name, "split"), one.split) for name, one in found.fields.items())
    _once(declaration, _headers(found))
    _once(declaration, over)
    for name, codes in found.codes.items():
        _once(declaration, ((("codes", name, code, "words"), said) for code, said in codes.items()))


def _headers(found: OwnWords) -> Iterator[tuple[Location, Iterable[str]]]:
    for name, one in found.fields.items():
        yield ("fields", name, "words"), one.words
        yield from ((("fields", name, "flags", code), said) for code, said in one.flags.items())
        yield from ((("fields", name, part), said) for part, said in one.parts.items())


def _once(declaration: Declaration, said: Iterable[tuple[Location, Iterable[str]]]) -> None:
    met: set[str] = set()
    for where, word in ((where, word) for where, listed in said for word in listed):
        if words(word) in met:
            raise wrong_value(declaration, where, _CLAIMED.format(word=word))
        met.add(words(word))
