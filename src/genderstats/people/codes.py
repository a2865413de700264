"""The code lists, and how a cell is read as one of their codes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from genderstats.text.folding import clean, fold, plain, words
from genderstats.text.language import Text
from genderstats.vocabulary.loading import load

#: The code of what is not known; it belongs to every list.
UNKNOWN = "_U"

_IN_BRACKETS = re.compile(r"\([^)]*\)")


@dataclass(frozen=True)
class CodeList:
    """A list of codes in their official order, each with its label and the words that mean it in a roster."""

    id: str
    title: Text
    source: str
    labels: dict[str, Text]
    words: dict[str, tuple[str, ...]]
    highest: bool
    pending: tuple[str, ...]

    @classmethod
    def of(cls, name: str, table: dict[str, Any]) -> CodeList:
        """The list declared in a table of codes.toml."""
        codes = table["codes"]
        return cls(
            id=name,
            title=Text.of(table["title"]),
            source=table["source"],
            labels={code: Text.of(entry["label"]) for code, entry in codes.items()},
            words={code: (code, *entry.get("words", ())) for code, entry in codes.items()},
            highest=table.get("match") == "highest",
            pending=tuple(table.get("pending", ())),
        )

    def __iter__(self) -> Any:
        return iter(self.labels)

    def label(self, code: str) -> Text:
        """The label of a code, the code of the unknown included."""
        return self.labels.get(code) or unknown_label()

    def find(self, cell: str) -> str | None:
        """The code that a cleaned cell means, or None where no word of the list fits."""
        if self.highest:
            return self._highest(cell)
        keys = [compact(cell), compact(_IN_BRACKETS.sub(" ", cell))]
        return next((self._by_word[key] for key in keys if key in self._by_word), None) or self._plain.get(
            plain(compact(cell))
        )

    @cached_property
    def _by_word(self) -> dict[str, str]:
        return {compact(word): code for code, listed in self.words.items() for word in listed}

    @cached_property
    def _plain(self) -> dict[str, str]:
        """Words without accents, for text typed without them; a word that two codes share is left out."""
        found: dict[str, set[str]] = {}
        for word, code in self._by_word.items():
            found.setdefault(plain(word), set()).add(code)
        return {word: codes.pop() for word, codes in found.items() if len(codes) == 1}

    def _highest(self, cell: str) -> str | None:
        held = [part for part in re.split(r"[;,\n]", fold(cell)) if not self._is_pending(part)]
        text = f" {' '.join(words(part) for part in held)} "
        return next((code for code, pattern in self._patterns if pattern.search(text)), None)

    def _is_pending(self, part: str) -> bool:
        return any(word in part for word in self.pending)

    @cached_property
    def _patterns(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple(
            (
                code,
                re.compile(
                    f"(?<!\\w)(?:{'|'.join(map(re.escape, sorted(map(words, listed), key=len, reverse=True)))})(?!\\w)"
                ),
            )
            for code, listed in self.words.items()
        )


def compact(text: str) -> str:
    """The letters and digits of a text, folded: "Cơ - ho" and "Cơ ho" are one word."""
    return words(text).replace(" ", "") or fold(clean(text))


@cache
def code_list(name: str) -> CodeList:
    """The code list of this name.

    Raises:
        KeyError: no such list is declared.
    """
    return CodeList.of(name, load("codes")[name])


@cache
def unknown_label() -> Text:
    """The label of what is not known."""
    return Text.of(load("codes")[UNKNOWN]["label"])


def code_lists() -> tuple[str, ...]:
    """The names of all code lists."""
    return tuple(name for name in load("codes") if name != UNKNOWN)
