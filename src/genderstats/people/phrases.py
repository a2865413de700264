"""Words of a title cell, and phrases found among them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from genderstats.text.folding import clean, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

T = TypeVar("T")
_WORD = re.compile(r"[^\W_]+")
_SOFT_BREAK = re.compile(r"[^\w\s'’]|_")


class Phrases(Generic[T]):
    """Phrases found by their first word, the longest first; what was added first wins a tie."""

    def __init__(self) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], list[T]]] = {}
        self._lengths: dict[str, list[int]] = {}

    def add(self, phrases: Iterable[str], value: T) -> None:
        """Adds phrases that mean one value."""
        for phrase in phrases:
            words = tuple(spoken(clean(phrase)))
            self._by_first.setdefault(words[0], {}).setdefault(words, []).append(value)

    def seal(self) -> None:
        """Puts the longest first, when all are added."""
        self._lengths = {first: sorted({*map(len, known)}, reverse=True) for first, known in self._by_first.items()}

    def match(self, words: Sequence[str], at: int) -> Iterator[tuple[int, T]]:
        """Each phrase that begins at `at`: where it ends, and what it means."""
        if at >= len(words) or words[at] not in self._by_first:
            return
        known = self._by_first[words[at]]
        for length in self._lengths[words[at]]:
            end = at + length
            if end <= len(words):
                for value in known.get(tuple(words[at:end]), ()):
                    yield end, value

    def first(self, words: Sequence[str], at: int) -> tuple[int, T] | None:
        """The longest phrase that begins at `at`: where it ends, and what it means."""
        if at >= len(words) or words[at] not in self._by_first:
            return None
        return next(self.match(words, at), None)

    def end(self, words: Sequence[str], at: int) -> int:
        """Where the phrase that begins at `at` ends; `at` itself when none begins there."""
        if at >= len(words) or words[at] not in self._by_first:
            return at
        return next((end for end, _ in self.match(words, at)), at)


def spoken(text: str) -> list[str]:
    """The words of a text, folded, without what stands between them."""
    return [fold(word) for word in _WORD.findall(text)]


@dataclass(frozen=True, slots=True)
class Group:
    """What stands between two semicolons: its words, where each is written, where a part may begin, and where a comma stands."""

    text: str
    words: list[str]
    spans: list[tuple[int, int]]
    breaks: frozenset[int]
    commas: frozenset[int]

    @classmethod
    def of(cls, text: str) -> Group:
        """The group that a cleaned text is."""
        found = list(_WORD.finditer(text))
        ends = [0, *(word.end() for word in found)]
        gaps = {at: gap for at, word in enumerate(found) if (gap := text[ends[at] : word.start()]) != " "}
        breaks = frozenset(at for at, gap in gaps.items() if _SOFT_BREAK.search(gap))
        commas = frozenset(at for at in breaks if "," in gaps[at])
        return cls(text, [fold(word.group()) for word in found], [word.span() for word in found], breaks, commas)

    def written(self, start: int, end: int) -> str:
        """Some of its words as they stand in the cell."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]] if end > start else ""
