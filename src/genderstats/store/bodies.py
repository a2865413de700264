"""What is kept of the words with which titles name bodies: the names of those that figures count, and nobody's own name or number."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from genderstats.people.bodies import body_in
from genderstats.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from genderstats.people.position import Position

_WORD = re.compile(r"[^\s,;:()]+")
#: A number as of a telephone, an account or a person; years and numbered bodies have fewer digits.
_NUMBER = re.compile(r"\d(?:[ .]?\d){5,}")
#: So many words may a name have.
_WORDS = range(2, 8)


def offices_kept(offices: Sequence[Position], names: Collection[str]) -> list[Position]:
    """Offices as they are kept: of its body an office has the name where it is one that figures ask for, else no words.

    Two offices that differed in words alone are still two. `names` are those of people, folded: what follows one is cut off.
    """
    found: list[Position] = []
    for place, one in enumerate(offices, start=1):
        kept = replace(one, body=_without_people(_named(one), names))
        found.append(kept if kept not in found or one in offices[: place - 1] else replace(kept, body=str(place)))
    return found


def _named(one: Position) -> str:
    """The words that name the body of an office, and no others."""
    if one.committee or not one.body:
        return one.body
    body = body_in(one.body)
    return body.name if body else ""


def _without_people(text: str, names: Collection[str]) -> str:
    number = _NUMBER.search(text)
    end = number.start() if number else len(text)
    words = [word.span() for word in _WORD.finditer(text)]
    for first, (start, _) in enumerate(words):
        spans = (text[start : words[first + more - 1][1]] for more in _WORDS if first + more <= len(words))
        if any(fold(span) in names for span in spans):
            end = min(end, start)
            break
    return text[:end].rstrip(" ,;:(-–")
