"""Bodies by name: which words name a body whose key leaders official statistics ask for, and of which kind."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from genderstats.people.phrases import Phrases
from genderstats.text.folding import clean, fold
from genderstats.text.language import Text
from genderstats.vocabulary.loading import load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
#: The kind of body that every unit is where a profile says so.
UNIT = "unit"
#: Words with which the opening of a name ends where the name itself is still to come.
_KINDS_OF_PLACE = frozenset(
    (
        "tỉnh",
        "huyện",
        "quận",
        "xã",
        "phường",
        "phố",
        "trấn",
        "khu",
        "tx",
        "tp",
        "of",
        "bộ",
        "council",
        "committee",
        "ministry",
    )
)
#: Words with which the place begins that a name is followed by.
_PLACES = ("huyện", "quận", "thị xã", "thành phố", "tp", "tỉnh", "district", "province")
#: Between the name of a body and what else stands in a cell.
_ENDS = re.compile(r"[,;:/›\n()]|\s[-–—]\s")


@dataclass(frozen=True, slots=True)
class BodyKind:
    """A kind of body: its title, the level of its key leaders, the document that counts it."""

    id: str
    title: Text
    level: str
    source: str
    leaders: tuple[str, ...] = ()

    @classmethod
    def of(cls, name: str, table: Mapping[str, Any]) -> BodyKind:
        """The kind declared in a table of bodies.toml."""
        return cls(name, Text.of(table["title"]), table["level"], table["source"], tuple(table.get("leaders", ())))


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body as a text names it; the name is its `own` ("UBND tỉnh Gia Lai") or only the kind's ("UBND tỉnh")."""

    kind: str
    name: str
    own: bool

    @property
    def key(self) -> str:
        """What tells it from other bodies."""
        return name_key(self.name)


def name_key(name: str) -> str:
    """What names have in common that are one, however they are spelt or shortened.

    >>> name_key("Uỷ ban nhân dân TP. Huế") == name_key("UBND thành phố Huế")
    True
    """
    return " ".join(_spoken(name))


@dataclass(frozen=True, slots=True)
class _Opening:
    kind: str | None
    name: str = ""


@cache
def body_kinds() -> dict[str, BodyKind]:
    """The kinds of body by id, in official order."""
    return {name: BodyKind.of(name, table) for name, table in load("bodies")["kind"].items()}


@lru_cache(maxsize=4096)
def body_in(text: str | None) -> NamedBody | None:
    """The body that a text names: of several the last, which contains the others ("Vụ Pháp chế, Bộ Nội vụ"); None where it names none.

    >>> body_in("Văn phòng UBND tỉnh Gia Lai")
    NamedBody(kind='provincial-committee', name='UBND tỉnh Gia Lai', own=True)
    """
    found = _bodies(clean(text or ""))
    return _with_its_place(*found[-1]) if found else None


def _with_its_place(body: NamedBody, behind: Sequence[str]) -> NamedBody:
    """A body of a district or commune with the place that its name is followed by: the same names return all over the country."""
    if body_kinds()[body.kind].level not in ("district", "commune"):
        return body
    places = [part.strip() for part in takewhile(lambda part: fold(part).strip().startswith(_PLACES), behind)]
    return replace(body, name=", ".join([body.name, *places]))


def _bodies(text: str) -> list[tuple[NamedBody, list[str]]]:
    """The bodies that a text names, each with the parts of the text behind it."""
    words, spans = _with_spans(text)
    found: list[tuple[NamedBody, list[str]]] = []
    at = 0
    while at < len(words):
        end, opening = next(_openings().match(words, at), (at + 1, None))
        if opening and opening.kind:
            stop = spans[end - 1][1] if opening.name else _end(text, spans[end - 1][1])
            found.append(
                (_named(opening, text[spans[at][0] : stop], spans[end - 1][1] - spans[at][0]), _behind(text, stop))
            )
            end = next((place for place in range(end, len(words)) if spans[place][0] >= stop), len(words))
        at = end
    return found


def _end(text: str, start: int) -> int:
    """Where a name ends whose opening words end at `start`."""
    mark = _ENDS.search(text, start)
    return mark.start() if mark else len(text)


def _behind(text: str, stop: int) -> list[str]:
    return [part for part in _ENDS.split(text[stop:]) if part.strip()]


def _named(opening: _Opening, written: str, opened: int) -> NamedBody:
    """The body that begins with the opening words, the first `opened` characters of what is written."""
    if opening.name:
        return NamedBody(opening.kind or "", opening.name, own=True)
    own = bool(written[opened:].strip(" .-–")) or _ends_in_a_name(written[:opened])
    return NamedBody(opening.kind or "", written.strip(" .-–"), own)


def _ends_in_a_name(opening: str) -> bool:
    """Whether the opening words hold the body's own name, as "UBND thành phố Hà Nội" does and "UBND tỉnh" does not."""
    return fold(opening.split()[-1]) not in _KINDS_OF_PLACE


@cache
def _openings() -> Phrases[_Opening]:
    phrases: Phrases[_Opening] = Phrases()
    tables = load("bodies")
    for kind, table in tables["kind"].items():
        for words in table.get("begins", ()):
            _add(phrases, words, _Opening(kind))
        for names in table.get("names", ()):
            for name in names:
                _add(phrases, name, _Opening(kind, names[0]))
    for words in tables["not_a_body"]:
        _add(phrases, words, _Opening(None))
    phrases.seal()
    return phrases


def _add(phrases: Phrases[_Opening], words: str, opening: _Opening) -> None:
    phrases.add([" ".join(_spoken(words))], opening)


def _spoken(text: str) -> list[str]:
    """The words of a name, folded, what is written in full or short being one."""
    return _with_spans(clean(text))[0]


def _with_spans(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The words of a text, those of a long form joined into the short one, and where each is written."""
    found = [(fold(word.group()), word.span()) for word in _WORD.finditer(text)]
    for long, short in _same():
        at = 0
        while at + len(long) <= len(found):
            if tuple(word for word, _ in found[at : at + len(long)]) == long:
                found[at : at + len(long)] = [(short, (found[at][1][0], found[at + len(long) - 1][1][1]))]
            at += 1
    return [word for word, _ in found], [span for _, span in found]


@cache
def _same() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Longest first, so that what is joined can be joined again."""
    said = load("bodies")["same"]
    return tuple((tuple(fold(word) for word in long.split()), fold(short)) for long, short in said.items())
