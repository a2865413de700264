"""The code lists, and how a cell is read as one of their codes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Literal

from genderstats.text.folding import clean, fold, plain, words
from genderstats.text.language import Text
from genderstats.vocabulary.loading import load
from genderstats.vocabulary.own import by_own_words, own_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: The code of what is not known; it belongs to every list.
UNKNOWN = "_U"

#: Words up to this length count only where they open a part of the cell, and words up to the other one need their accents.
_ABBREVIATION = 2
_SHORT = 3
_PARTS = re.compile(r"[;,\n()]|\s[-–—]\s|(?<=gs)\.")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_AROUND_STROKES = re.compile(r"\s*/\s*")
_SIGN = re.compile(r"(?<![\d/])\d//?(?![\d/])")

#: How a cell is matched: it is one of the words; the first code counts whose word it holds; or the only one.
Match = Literal["exact", "highest", "only"]
#: The rules of a list that are words or codes.
RULES = ("pending", "students", "silent", "prefixes", "doubtful", "wins", "weak", "anywhere")


@dataclass(frozen=True)
class CodeList:
    """A list of codes in their official order, each with its label and the words that mean it in a roster.

    How a cell is matched, and what the other rules mean, is said at the top of codes.toml. `field` is the field of text whose
    cells hold the words, where the list is no field's own.
    """

    id: str
    title: Text
    source: str
    labels: dict[str, Text]
    words: dict[str, tuple[str, ...]]
    match: Match = "exact"
    field: str | None = None
    pending: tuple[str, ...] = ()
    students: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    wins: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    leading: bool = False
    signs: dict[str, str] = dataclass_field(default_factory=dict)
    elsewhere: tuple[str, str] | None = None

    @classmethod
    def of(cls, name: str, table: dict[str, Any], own: Mapping[str, tuple[str, ...]] | None = None) -> CodeList:
        """The list declared in a table of codes.toml; words of an officer's `own` mean their code, and no other."""
        codes, said = table["codes"], own or {}
        theirs = {compact(word) for listed in said.values() for word in listed}
        return cls(
            id=name,
            title=Text.of(table["title"]),
            source=table["source"],
            labels={code: Text.of(entry["label"]) for code, entry in codes.items()},
            words={
                code: (
                    *said.get(code, ()),
                    *(word for word in (code, *entry.get("words", ())) if compact(word) not in theirs),
                )
                for code, entry in codes.items()
            },
            match=table.get("match", "exact"),
            field=table.get("field"),
            leading=table.get("leading", False),
            signs={sign: code for code, entry in codes.items() for sign in entry.get("signs", ())},
            elsewhere=(table["elsewhere"]["list"], table["elsewhere"]["code"]) if "elsewhere" in table else None,
            **{rule: tuple(table.get(rule, ())) for rule in RULES},
        )

    def __iter__(self) -> Any:
        return iter(self.labels)

    def label(self, code: str) -> Text:
        """The label of a code, the code of the unknown included."""
        return self.labels.get(code) or unknown_label()

    def find(self, cell: str) -> str | None:
        """The code that a cleaned cell means, or None where no word of the list fits, or it cannot be one code."""
        if self.match == "exact":
            return self._exact(cell)
        named = self.named(cell)
        if named:
            return named[0] if self.match == "highest" or len(named) == 1 else None
        return self._elsewhere(cell)

    def named(self, cell: str) -> tuple[str, ...]:
        """Every code that the words of a cleaned cell name, the one first that is believed first; of a whole-cell list at most one."""
        if self.match == "exact":
            found = self._exact(cell)
            return (found,) if found else ()
        if any(word in fold(cell) for word in self.doubtful):
            return ()
        parts = self._parts_held(cell)
        whole = [*parts, " ".join(parts)]  # "Trung úy (CN)": the two are one word
        first = [code for code in self.wins if self._among(whole, self._accented_of[code], self._unaccented_of[code])]
        said = {*self._among(parts, self._accented, self._unaccented), *self._signed(cell)}
        return tuple(first) + tuple(code for code in self.labels if code in said and code not in first)

    def _exact(self, cell: str) -> str | None:
        if any(word in fold(cell) for word in self.pending):
            return None
        bare = next((cell[len(word) :] for word in self.prefixes if fold(cell).startswith(f"{word} ")), cell)
        keys = [compact(cell), compact(bare), compact(_IN_BRACKETS.sub(" ", bare))]
        return next((self._by_word[key] for key in keys if key in self._by_word), None) or self._plain.get(
            plain(compact(cell))
        )

    def _elsewhere(self, cell: str) -> str | None:
        """What a cell means in which only words of another list are found: a degree and no title is "no title"."""
        if self.elsewhere is None:
            return None
        name, code = self.elsewhere
        return code if code_list(name).find(cell) else None

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

    def _parts_held(self, cell: str) -> list[str]:
        """The parts of a cell in which words are looked for: those that say what is held already."""
        parts: list[str] = []
        for part in filter(None, map(str.strip, _PARTS.split(fold(cell)))):
            pending = next((word for word in self.pending if part.startswith(word)), None)
            if any(part.startswith(word) for word in self.students):
                continue  # "Thạc sĩ, nghiên cứu sinh": what stands before is held
            if pending is None:
                parts.append(words(part))
            elif parts and not self._accented.found(words(part.removeprefix(pending))):
                parts.pop()  # "Thạc sĩ (đang học)": what stands before is what is being studied
        return parts

    def _among(self, parts: list[str], accented: _Phrases, unaccented: _Phrases) -> set[str]:
        """The codes that the parts name, by words without accents where none has them."""
        return self._counted(accented, parts) or self._counted(unaccented, map(plain, parts))

    def _counted(self, phrases: _Phrases, parts: Iterable[str]) -> set[str]:
        """The codes of the words that count: in each part, weak ones only where they are alone, and the first one where it leads."""
        said: set[str] = set()
        for part in parts:
            found = phrases.found(part)
            strong = [word for word in found if word not in self._weak] or found
            said |= {phrases.codes[word] for word in (strong[:1] if self.leading else strong)}
        return said

    def _signed(self, cell: str) -> set[str]:
        """The codes whose signs stand in a cell: "3//", that part of no day."""
        if not self.signs:
            return set()
        return {self.signs[sign] for sign in _SIGN.findall(_AROUND_STROKES.sub("/", fold(cell))) if sign in self.signs}

    @cached_property
    def _weak(self) -> frozenset[str]:
        return frozenset(form for word in self.weak for form in (words(word), plain(words(word))))

    @cached_property
    def _accented(self) -> _Phrases:
        return self._phrases(self.labels)

    @cached_property
    def _unaccented(self) -> _Phrases:
        return self._accented.unaccented()

    @cached_property
    def _accented_of(self) -> dict[str, _Phrases]:
        return {code: self._phrases([code]) for code in self.wins}

    @cached_property
    def _unaccented_of(self) -> dict[str, _Phrases]:
        return {code: one.unaccented() for code, one in self._accented_of.items()}

    def _phrases(self, codes: Iterable[str]) -> _Phrases:
        """The words of some codes, and those that hold a word of the list and mean none."""
        listed = {words(word): code for code in codes for word in self.words[code]}
        return _Phrases(listed | {words(word): "" for word in self.silent}, frozenset(map(words, self.anywhere)))


@dataclass(frozen=True)
class _Phrases:
    """Phrases to be searched in a text, each with its code, "" where it means none; those that count anywhere though they are short."""

    codes: dict[str, str]
    anywhere: frozenset[str] = frozenset()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.codes, key=len, reverse=True)
        return re.compile(f"(?<!\\w)(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?!\\w)")

    def found(self, part: str) -> list[str]:
        """The words in a part of a text that mean a code, as they follow each other."""
        matches = self._pattern.finditer(part)
        return [one[0] for one in matches if self.codes[one[0]] and (one.start() == 0 or self._tells(one[0]))]

    def _tells(self, word: str) -> bool:
        return len(word) > _ABBREVIATION or word in self.anywhere

    def unaccented(self) -> _Phrases:
        """The same for text typed without accents, the short ones left out."""
        return _Phrases({plain(word): code for word, code in self.codes.items() if len(word) > _SHORT})


def compact(text: str) -> str:
    """The letters and digits of a text, folded: "Cơ - ho" and "Cơ ho" are one word."""
    return words(text).replace(" ", "") or fold(clean(text))


@by_own_words
def code_list(name: str) -> CodeList:
    """The code list of this name, with the officer's own words where there are any.

    Raises:
        KeyError: no such list is declared.
    """
    return CodeList.of(name, load("codes")[name], own_words().codes.get(name))


@cache
def unknown_label() -> Text:
    """The label of what is not known."""
    return Text.of(load("codes")[UNKNOWN]["label"])


def code_lists() -> tuple[str, ...]:
    """The names of all code lists."""
    return tuple(name for name in load("codes") if name != UNKNOWN)
