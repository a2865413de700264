"""The code lists, and how a cell is read as one of their codes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from genderstats.text.folding import clean, fold, plain, words
from genderstats.text.language import Text
from genderstats.vocabulary.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterable

#: The code of what is not known; it belongs to every list.
UNKNOWN = "_U"

#: Words up to this length count only where they open a part of the cell, and words up to the other one need their accents.
_ABBREVIATION = 2
_SHORT = 3
_PARTS = re.compile(r"[;,\n()]|\s[-–—]\s|(?<=gs)\.")
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
    students: tuple[str, ...]
    silent: tuple[str, ...]
    prefixes: tuple[str, ...]

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
            students=tuple(table.get("students", ())),
            silent=tuple(table.get("silent", ())),
            prefixes=tuple(table.get("prefixes", ())),
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
        if any(word in fold(cell) for word in self.pending):
            return None
        bare = next((cell[len(word) :] for word in self.prefixes if fold(cell).startswith(f"{word} ")), cell)
        keys = [compact(cell), compact(bare), compact(_IN_BRACKETS.sub(" ", bare))]
        return next((self._by_word[key] for key in keys if key in self._by_word), None) or self._plain.get(
            plain(compact(cell))
        )

    @cached_property
    def _by_word(self) -> dict[str, str]:
        return {compact(word): code for code, listed in self.words.items() for word in listed}

    @cached_property
    def _plain(self) -> dict[str, str]:
        """Words without accents, for text typed without them; short words and those that two codes share are left out."""
        found: dict[str, set[str]] = {}
        for word, code in self._by_word.items():
            if len(word) <= _SHORT:
                continue
            found.setdefault(plain(word), set()).add(code)
        return {word: codes.pop() for word, codes in found.items() if len(codes) == 1}

    def _highest(self, cell: str) -> str | None:
        """The highest code named in any part of the cell; the longest words win, an abbreviation counts where it opens a part."""
        parts: list[str] = []
        for part in filter(None, map(str.strip, _PARTS.split(fold(cell)))):
            pending = next((word for word in self.pending if part.startswith(word)), None)
            if any(part.startswith(word) for word in self.students):
                continue  # "Thạc sĩ, nghiên cứu sinh": what stands before is held
            if pending is None:
                parts.append(words(part))
            elif parts and not self._accented.named([words(part.removeprefix(pending))]):
                parts.pop()  # "Thạc sĩ (đang học)": what stands before is what is being studied
        found = self._accented.named(parts) or self._unaccented.named(map(plain, parts))
        return min(found, key=list(self.labels).index, default=None)

    @cached_property
    def _accented(self) -> _Phrases:
        listed = {words(word): code for code, said in self.words.items() for word in said}
        return _Phrases(listed | {words(word): "" for word in self.silent})

    @cached_property
    def _unaccented(self) -> _Phrases:
        return _Phrases({plain(word): code for word, code in self._accented.codes.items() if len(word) > _SHORT})


@dataclass(frozen=True)
class _Phrases:
    """Phrases to be searched in a text, each with its code, "" where it means none."""

    codes: dict[str, str]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.codes, key=len, reverse=True)
        return re.compile(f"(?<!\\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\\w)")

    def named(self, parts: Iterable[str]) -> set[str]:
        """The codes that the parts of a text name."""
        matches = (match for part in parts for match in self._pattern.finditer(part))
        said = {self.codes[match[0]] for match in matches if match.start() == 0 or len(match[0]) > _ABBREVIATION}
        return said - {""}


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
