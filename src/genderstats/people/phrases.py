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
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}

    def add(self, phrases: Iterable[str], value: T) -> None:
        """Adds phrases that mean one value."""
        for phrase in phrases:
            words = tuple(spoken(clean(phrase)))
            self._by_first.setdefault(words[0], []).append((words, value))

    def seal(self) -> None:
        """Puts the longest first, when all are added."""
        for known in self._by_first.values():
            known.sort(key=lambda entry: -len(entry[0]))

    def match(self, words: Sequence[str], at: int) -> Iterator[tuple[int, T]]:
        """Each phrase that begins at `at`: where it ends, and what it means."""
        for phrase, value in self._by_first.get(words[at], ()) if at < len(words) else ():
            end = at + len(phrase)
            if len(phrase) == 1 or tuple(words[at:end]) == phrase:
                yield end, value

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
    """What stands between two semicolons: its words, where each is written, and where a part may begin."""

    text: str
    words: list[str]
    spans: list[tuple[int, int]]
    breaks: frozenset[int]

    @classmethod
    def of(cls, text: str) -> Group:
        """The group that a cleaned text is."""
        found = list(_WORD.finditer(text))
        ends = [0, *(word.end() for word in found)]
        gaps = ((at, text[ends[at] : word.start()]) for at, word in enumerate(found))
        breaks = frozenset(at for at, gap in gaps if gap != " " and _SOFT_BREAK.search(gap))
        return cls(text, [fold(word.group()) for word in found], [word.span() for word in found], breaks)

    def written(self, start: int, end: int) -> str:
        """Some of its words as they stand in the cell."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]] if end > start else ""
