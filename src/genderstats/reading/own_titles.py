"""Title rules of an agency's own: a TOML file of the form of titles.toml, whose rules come before the built-in ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from genderstats.people.codes import code_list
from genderstats.people.titles import TitleRules
from genderstats.text.folding import fold
from genderstats.text.language import Text
from genderstats.text.nearness import nearest
from genderstats.vocabulary.declaration import Location, declared, validated, wrong_value
from genderstats.vocabulary.loading import load

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path


SEATS = ("assembly", "council")
ROLES = ("head", "deputy", "member")
_WORD = re.compile(r"[^\W_]")


def _with_a_letter(words: list[str]) -> list[str]:
    if not words or not all(_WORD.search(word) for word in words):
        raise PydanticCustomError("words_empty", "no words")
    return words


def _none_or_with_a_letter(words: list[str]) -> list[str]:
    return words and _with_a_letter(words)


Words = Annotated[list[str], AfterValidator(_with_a_letter)]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class TitleSaid(_Table):
    """A title: how it is written, and what office it is."""

    words: Words
    deputies: Annotated[list[str], AfterValidator(_none_or_with_a_letter)] = Field(default_factory=list)
    role: str = "head"
    level: str | None = None
    axes: Words | None = None
    heads: str | None = None
    by_body: bool = False
    before_body: bool = False
    acting: bool = False
    key: bool = False
    committee: bool = False
    standing: bool = False
    party_column: bool = False


class BodySaid(_Table):
    """A body: how it is written, and what it tells of its offices."""

    words: Words
    level: str | None = None
    axis: str | None = None
    seat: str | None = None
    scale: str | None = None
    scale_on: dict[str, str] = Field(default_factory=dict)
    inherits: list[str] = Field(default_factory=list)
    kinds: list[str] = Field(default_factory=list)
    place: str = ""
    key: bool = False
    committee: bool = True
    standing: bool = True
    side: bool = False
    weak: bool = False
    needs_name: bool = False
    headed: bool = True
    cell: bool = False
    tells: bool = True


class NoOffice(_Table):
    """Words that are no office."""

    words: Words
    then_title: bool = False
    party_column: bool = False


class Undecided(_Table):
    """Titles that `inspect` lists and nobody has decided on: they stay not known."""

    words: list[str]


class WordsSaid(_Table):
    """Words around titles."""

    acting: Words | None = None
    deputy: Words | None = None
    former: Words | None = None
    retired: Words | None = None
    links: Words | None = None
    joins: Words | None = None
    dropped: Words | None = None
    duties: Words | None = None
    hints: Words | None = None
    particles: Words | None = None
    cities: Words | None = None
    not_a_body: Words | None = None


class TitlesFile(_Table):
    """Title rules as they stand in a file."""

    title: list[TitleSaid] = Field(default_factory=list)
    body: list[BodySaid] = Field(default_factory=list)
    no_office: list[NoOffice] = Field(default_factory=list)
    undecided: list[Undecided] = Field(default_factory=list)
    words: WordsSaid = WordsSaid()
    scale: dict[str, dict[str, str]] = Field(default_factory=dict)


_TABLES: dict[str, type[BaseModel]] = {
    "title": TitleSaid, "body": BodySaid, "no_office": NoOffice, "undecided": Undecided, "words": WordsSaid,
}  # fmt: skip
_WORDS = Text('words = ["Trưởng nhóm dự án"]', 'words = ["Trưởng nhóm dự án"]')
_LIST = Text('a list of words: ["…"]', 'danh sách từ: ["…"]')
_FLAG = Text("true or false", "true hoặc false")
_TEXT = Text('text in quotes: "…"', 'chữ trong dấu ngoặc kép: "…"')


class _Grammar:
    kind = Text("titles file", "quy tắc chức danh")

    def keys(self, table: Location) -> list[str]:
        """The keys of a table."""
        names = [part for part in table if isinstance(part, str)]
        return list(_TABLES[names[0]].model_fields if names else TitlesFile.model_fields)

    def expected(self, where: Location, kind: str) -> Text:
        """What a key takes."""
        if kind == "bool_type":
            return _FLAG
        if where[-1] == "words":
            return _WORDS
        if kind in ("list_type", "words_empty"):
            return _LIST if isinstance(where[-1], str) and len(where) > 1 else Text.same(f"[[{where[0]}]]")
        return Text.same(f"[{where[0]}]") if kind in ("model_type", "dict_type") else _TEXT


_GRAMMAR = _Grammar()


@dataclass(frozen=True, eq=False)
class OwnTitles:
    """Rules of one's own before the built-in ones, and the file that they were read from."""

    path: Path
    rules: TitleRules


def own_titles(path: Path) -> OwnTitles:
    """The title rules of a file, before the built-in ones.

    Raises:
        InputError: there is no such file, it is no TOML, or it says what no rule says.
    """
    declaration = declared(path, _GRAMMAR.kind)
    validated(declaration, TitlesFile, _GRAMMAR)
    built_in = load("titles")
    for where, name, known in _names(declaration.tables, built_in):
        if name not in known and fold(name) not in known:
            raise wrong_value(declaration, where, _one_of(name, known))
    return OwnTitles(path, TitleRules.of(declaration.tables, built_in))


def _names(own: dict[str, Any], built_in: dict[str, Any]) -> Iterator[tuple[Location, str, Collection[str]]]:
    """Each name that must be a known one, where it stands, and which are known."""
    levels, axes = [one for one in code_list("level") if one != "none"], list(code_list("axis"))
    scales = [*own.get("scale", {}), *built_in["scale"]]
    bodies = {fold(word) for table in (own, built_in) for body in table.get("body", ()) for word in body["words"]}
    single = {"level": levels, "role": ROLES, "axis": axes, "seat": SEATS, "scale": scales, "heads": bodies}
    for kind in ("title", "body"):
        for place, entry in enumerate(own.get(kind, ())):
            yield from (((kind, place, key), entry[key], known) for key, known in single.items() if key in entry)
            for key in ("axes", "inherits"):
                yield from (((kind, place, key), axis, axes) for axis in entry.get(key, ()))
            for axis, scale in entry.get("scale_on", {}).items():
                yield from (((kind, place, "scale_on"), name, known) for name, known in ((axis, axes), (scale, scales)))
    for name, scale in own.get("scale", {}).items():
        yield from ((("scale", name, around), level, levels) for around, level in scale.items())


def _one_of(name: str, known: Collection[str]) -> Text:
    near = nearest(name, sorted(known))
    listed = Text("one of {known}", "một trong {known}").format(known=", ".join(known))
    if len(known) > _MANY:
        listed = Text("the word of a [[body]]", "từ của một [[body]]")
    if near is None:
        return listed
    return Text("{near} instead of {name} ({listed})", "{near} thay cho {name} ({listed})").format(
        near=near, name=name, listed=listed
    )


#: So many names are not listed.
_MANY = 40
