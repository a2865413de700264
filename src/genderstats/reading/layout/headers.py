"""What a header claims: the field that a column carries, and how."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Literal, TypeVar

from genderstats.people.codes import code_list
from genderstats.people.fields import Field, fields
from genderstats.reading.layout.terms import without_term
from genderstats.text.folding import plain, words
from genderstats.vocabulary.loading import load
from genderstats.vocabulary.own import by_own_words

if TYPE_CHECKING:
    from collections.abc import Sequence

How = Literal["value", "flag", "split", "one-hot", "part"]

#: Between the levels of a header, when it is shown and when a file writes several on one line.
LEVEL = " › "
_LEVELS = re.compile(r"\s+[-–—›>|]\s+")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^]]*\]")
_NUMBERING = re.compile(r"^\s*\d{1,2}\s*[.)]\s*")

#: A header with a term of years is believed after all that have none, and the earliest first.
_TERM_RANK = 10_000

Path = tuple[str, ...]
_Said = TypeVar("_Said")


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """What a header says of its column: the field, how its cells carry it, the code a mark stands for; a lower rank is believed first."""

    rank: int
    field: str
    how: How
    code: str | None = None


@dataclass(frozen=True)
class HeaderWords:
    """The header words of the vocabulary, ready to be matched."""

    listed: dict[str, Field]

    @cached_property
    def values(self) -> dict[str, Claim]:
        """Header to field, for columns that hold the value itself."""
        return {
            words(word): Claim(2 * rank, field.id, "value")
            for field in reversed(self.listed.values())
            for rank, word in reversed(list(enumerate(field.words)))
        }

    @cached_property
    def flags(self) -> dict[str, Claim]:
        """Header to code, for columns that hold a mark."""
        return {
            words(word): Claim(1000 + rank, field.id, "flag", code)
            for field in self.listed.values()
            for code, listed in field.flags.items()
            for rank, word in enumerate(listed)
        }

    @cached_property
    def splits(self) -> dict[str, str]:
        """Header over two columns Nam and Nữ, to the field that its cells hold."""
        return _with_unaccented({words(word): field.id for field in self.listed.values() for word in field.split})

    @cached_property
    def parts(self) -> dict[str, Claim]:
        """Header to the part of a name."""
        listed = ((field.id, part, said) for field in self.listed.values() for part, said in field.parts.items())
        return {words(word): Claim(2000, field, "part", part) for field, part, said in listed for word in said}

    @cached_property
    def unaccented_parts(self) -> dict[str, Claim]:
        """Header to the part of a name, typed without accents: "Ho", under a header that is a name's."""
        return _with_unaccented(self.parts)

    @cached_property
    def unaccented(self) -> dict[str, Claim]:
        """Headers typed without accents, where only one field can be meant."""
        found: dict[str, set[Claim]] = {}
        for word, claim in (self.values | self.flags).items():
            if len(word) > 3 or word in self.flags:
                found.setdefault(plain(word), set()).add(claim)
        return {word: min(said) for word, said in found.items() if len({(one.field, one.code) for one in said}) == 1}

    def value(self, word: str) -> Claim | None:
        """What a column claims whose header is this word, typed with its accents or with none, and that holds the value itself."""
        typed = self.values.get(word) or (self.unaccented.get(word) if word.isascii() else None)
        return typed if typed and typed.how == "value" else None

    def flag(self, word: str) -> Claim | None:
        """What a column of marks claims whose header is this word, typed with its accents or with none."""
        typed = self.flags.get(word) or (self.unaccented.get(word) if word.isascii() else None)
        return typed if typed and typed.how == "flag" else None

    def claim(self, path: Path) -> Claim | None:
        """What the column under this header (its levels from the top) claims to carry."""
        levels = tuple(level for text in path for level in _LEVELS.split(text))
        if any(words(level) in _unaccented_relatives() for level in levels[:-1]) or not levels:
            return None
        planned = self._within_term(levels)
        if planned:
            return planned
        for read in (levels, tuple(_NUMBERING.sub("", _BRACKETS.sub(" ", level)).strip() for level in levels)):
            found = self._claim(tuple(words(level) for level in read))
            if found:
                return found
        return None

    def _within_term(self, levels: Path) -> Claim | None:
        """What a header with a term of years claims, where its field takes one: "Quy hoạch giai đoạn 2021–2026"."""
        found = without_term(words(" ".join(levels)))
        claim = self.value(found[0]) if found else None
        if found is None or claim is None or not self.listed[claim.field].terms:
            return None
        return Claim(_TERM_RANK + found[1], claim.field, "value")

    def _claim(self, levels: Path) -> Claim | None:
        last = levels[-1]
        if len(levels) > 1:
            found = self._split(levels) or self._one_hot(levels)
            if found:
                return found
            joined = [" ".join(levels[start:]) for start in range(len(levels) - 1)]
            said = (self.flag(text) or self.value(text) for text in joined)
            return next(filter(None, said), None) or self._lower(levels) or self._part(levels)
        return self.flags.get(last) or self.values.get(last) or self.parts.get(last) or self.unaccented.get(plain(last))

    def _lower(self, levels: Path) -> Claim | None:
        """What the last level claims; "Chi bộ" under "Cấp ủy" is a post or a mark in one, and names none."""
        last = levels[-1]
        claim = self.value(last) or (self.flag(last) if last not in sub_columns() else None)
        if claim and claim.field == "committee" and any(self._is_of_posts(level) for level in levels[:-1]):
            return None
        return Claim(claim.rank + 1, claim.field, claim.how, claim.code) if claim else None

    def _is_of_posts(self, level: str) -> bool:
        said = self.value(level)
        return said is not None and said.field == "party_position"

    def _part(self, levels: Path) -> Claim | None:
        """A part of the name, under a header that is a name's."""
        over = self.value(" ".join(levels[:-1])) or self.value(levels[-2])
        part = self.unaccented_parts.get(levels[-1])
        return part if part and over and over.field == part.field else None

    def _split(self, levels: Path) -> Claim | None:
        code = sub_columns().get(levels[-1])
        over = next(
            (self.splits[level] for level in (*levels[:-1], " ".join(levels[:-1])) if level in self.splits), None
        )
        return Claim(0, over, "split", code) if code and over else None

    def _one_hot(self, levels: Path) -> Claim | None:
        for over in (" ".join(levels[:-1]), *reversed(levels[:-1])):
            claim = self.value(over)
            if claim and claim.field != "sex" and self.listed[claim.field].kind == "code":
                listed = code_list(claim.field)
                code = listed.find(levels[-1]) or (levels[-1] if levels[-1] in listed.silent else None)
                return Claim(claim.rank, claim.field, "one-hot", code) if code else None
        return None

    def composed(self, parts: Sequence[str]) -> dict[int, str]:
        """The fields that the parts of a header name, by their place; none where a part is a relative's, or two name one field."""
        said = [self.claim((part,)) if part else None for part in parts]
        known = {place: claim.field for place, claim in enumerate(said) if claim and claim.how == "value"}
        for place, part in enumerate(parts[1:], start=1):
            if known.get(place - 1) == "position" and words(part) in _appointed():
                known.setdefault(place, "appointment_date")
        relatives = any(f" {relative} " in f" {words(part)} " for part in parts for relative in _relatives())
        return {} if relatives or len(parts) < 2 or len(set(known.values())) < len(known) else known

    def is_known(self, text: str) -> bool:
        """Whether a text, alone, is a header word of any kind that is no value at the same time, or is composed of such words."""
        word = words(text)
        if self._within_term((text,)):
            return True
        if "/" in text and len(self.composed(text.split("/"))) > 1:
            return True
        return (
            word in self.values
            or word in self.splits
            or word in self.parts
            or (word.isascii() and word in self.unaccented and word not in sub_columns())
            or (word in self.flags and word not in sub_columns())
        )

    def nearest(self, header: str) -> str | None:
        """The field whose header word is nearly this one: a suggestion, never an assumption."""
        from rapidfuzz import fuzz, process

        best = process.extractOne(words(header), self.values.keys(), scorer=fuzz.ratio, score_cutoff=80)
        return self.values[best[0]].field if best else None


@by_own_words
def header_words() -> HeaderWords:
    """The header words of the vocabulary, the officer's own first."""
    return HeaderWords(fields())


def _claim(path: Path) -> Claim | None:
    return header_words().claim(path)


_claims = by_own_words(_claim, 8192)


def claim(path: Path) -> Claim | None:
    """What a header of the vocabulary claims."""
    return _claims(path)


@cache
def sub_columns() -> dict[str, str]:
    """The words over two columns that tell sex by their place, and the code of each."""
    return {"nam": "M", "nữ": "F", "male": "M", "female": "F", "nu": "F"}


@cache
def _relatives() -> frozenset[str]:
    return frozenset(words(word) for word in load("columns")["relatives"]["words"])


@cache
def _unaccented_relatives() -> frozenset[str]:
    return _relatives() | {plain(word) for word in _relatives()}


@cache
def _counting() -> tuple[str, ...]:
    return tuple(f" {plain(words(word))} " for word in load("columns")["counting"]["words"])


def only_groups(text: str) -> bool:
    """Whether a word over several columns says nothing of what they hold, nor that they count anybody.

    >>> only_groups("Thông tin cá nhân"), only_groups("Trong đó"), only_groups("Ngày sinh")
    (True, False, False)
    """
    said = f" {plain(words(text))} "
    related = words(text) in _unaccented_relatives() or header_words().is_known(text) or kind_of_column((text,))
    return not related and not any(word in said for word in _counting())


@cache
def _of_person() -> frozenset[str]:
    return frozenset(plain(words(word)) for word in load("columns")["of_person"]["words"])


def groups_of_person(text: str) -> bool:
    """Whether a word over several columns says that they are of the person itself.

    >>> groups_of_person("Thong tin ca nhan"), groups_of_person("Học sinh")
    (True, False)
    """
    return plain(words(text)) in _of_person()


def _with_unaccented(listed: dict[str, _Said]) -> dict[str, _Said]:
    """Words with what they say, also typed without accents where only one of them can be meant."""
    found: dict[str, list[_Said]] = {}
    for word, said in listed.items():
        found.setdefault(plain(word), []).append(said)
    return {word: said[0] for word, said in found.items() if all(one == said[0] for one in said)} | listed


@cache
def _appointed() -> frozenset[str]:
    return frozenset(words(word) for word in load("columns")["appointed"]["words"])


@cache
def _kinds_of_column() -> dict[str, str]:
    listed = {words(word): kind for kind in ("number", "personal") for word in load("columns")[kind]["words"]}
    return {plain(word): kind for word, kind in listed.items() if len(word) > 3} | listed


def kind_of_column(path: Path) -> str | None:
    """Whether a column is known and no field: "number" (row numbers) or "personal"."""
    return _kinds_of_column().get(words(" ".join(path))) or _kinds_of_column().get(words(path[-1]) if path else "")
