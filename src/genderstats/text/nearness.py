"""Which of several known names was probably meant: only one that is really near, else none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.text.folding import plain, words

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Letters of which one may be wrong, missing, too many or swapped with its neighbour.
_LETTERS_AN_EDIT = 4
#: Shorter texts are part of too many names to point at one.
_TELLING = 4


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The known name that a text nearly is: one edit in every four letters at most, or the only one that holds all its words.

    >>> nearest("women-share-leader", ["women-share-leaders", "age"]), nearest("sx", ["sex"]), nearest("birth", ["birth_date", "sex"])
    ('women-share-leaders', None, 'birth_date')
    """
    from rapidfuzz.distance import DamerauLevenshtein

    said = _form(text)
    forms = {name: _form(name) for name in known}
    edits = {
        name: DamerauLevenshtein.distance(said, form)
        for name, form in forms.items()
        if form and abs(len(form) - len(said)) * _LETTERS_AN_EDIT <= max(len(form), len(said))
    }
    near = [name for name, count in edits.items() if _is_near(said, forms[name], count)]
    if near:
        return min(near, key=lambda name: edits[name])
    holding = [name for name, form in forms.items() if len(said) >= _TELLING and set(said.split()) <= set(form.split())]
    return holding[0] if len(holding) == 1 else None


def _is_near(said: str, form: str, edits: int) -> bool:
    """Whether so few edits part two words that one was meant for the other; two letters swapped are none of another word."""
    swapped = edits == 1 and sorted(said) == sorted(form)
    return swapped or edits * _LETTERS_AN_EDIT <= max(len(form), len(said))


def _form(text: str) -> str:
    return plain(words(text))
