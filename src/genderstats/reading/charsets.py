"""Texts in the Vietnamese encodings from before Unicode, found by the header words and made Unicode.

Such a text comes as the characters of Windows-1252 that its bytes, or its old font, stand for: `Hä vµ tªn` is "Họ và tên" in
TCVN3 (fonts named .VnTime), `Hoï vaø teân` in VNI.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from genderstats.people.codes import code_list
from genderstats.reading.layout.headers import header_words, kind_of_column
from genderstats.reading.sheet import CodedCells
from genderstats.vocabulary.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from genderstats.reading.sheet import Sheet

_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
#: Every character but those of Windows-1252, as a class of a regular expression.
_BEYOND = "\u0100-\u0151\u0154-\u015f\u0162-\u0177\u0179-\u017c\u017f-\u0191\u0193-\u02c5\u02c7-\u02db\u02dd-\u1fff\ufb00-\uffff"
#: How many rows are looked at for words.
_HEAD = 60


@dataclass(frozen=True)
class Charset:
    """An encoding: what it is called, what each sequence of characters means, and the characters that no text in it holds."""

    id: str
    title: str
    letters: Mapping[str, str]
    sequence: re.Pattern[str]
    never: re.Pattern[str]

    def convert(self, text: str, *, mixed: bool = False) -> str:
        """The text in Unicode; beside texts in Unicode (`mixed`), one that cannot be in this encoding stays as it is."""
        if text.isascii() or (mixed and self.never.search(text)):
            return text
        return unicodedata.normalize("NFC", self.sequence.sub(lambda found: self.letters[found[0]], text))


@cache
def charsets() -> tuple[Charset, ...]:
    """The encodings that are known."""
    return tuple(_charset(name, said) for name, said in load("charsets").items())


def _charset(name: str, said: dict[str, Any]) -> Charset:
    letters = dict(_pairs(said["letters"], both=said.get("both_cases", False)))
    sequence = re.compile("|".join(map(re.escape, sorted(letters, key=len, reverse=True))))
    return Charset(name, said["title"], letters, sequence, re.compile(f"[{said.get('never', '')}{_BEYOND}]"))


def _pairs(letters: list[str], *, both: bool) -> Iterator[tuple[str, str]]:
    for pair in letters:
        written, _, meant = pair.partition("=")
        written = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), written)
        if both:
            yield written.upper(), meant.upper()
            yield written[0].upper() + written[1:], meant.upper()
        yield written, meant
        if len(written) == 1:  # programs that take the bytes for Latin-1 leave a control character
            yield written.encode("cp1252", errors="ignore").decode("latin-1") or written, meant


def unicode(sheet: Sheet) -> tuple[Sheet, Charset | None]:
    """The sheet in Unicode, and the encoding it was in, where one makes more of its first texts known words than none does."""
    texts = {text for cells in sheet.cells for text in cells.texts(0, _HEAD) if text}
    odd = {text for text in texts if not text.isascii()}
    if not odd:
        return sheet, None
    known = _known(odd, None)
    best = max(charsets(), key=lambda charset: _known(odd, charset))
    if _known(odd, best) <= known:
        return sheet, None
    return _converted(sheet, best), best


def _known(texts: set[str], charset: Charset | None) -> int:
    """How many of the texts are header words or say a sex."""
    read = (charset.convert(text, mixed=True) if charset else text for text in texts)
    return sum(
        header_words().is_known(text) or kind_of_column((text,)) is not None or code_list("sex").find(text) is not None
        for text in read
    )


def _converted(sheet: Sheet, charset: Charset) -> Sheet:
    columns = [cells.distinct() for cells in sheet.cells]
    beyond = re.compile(f"[{_BEYOND}]")
    mixed = any(beyond.search(value) for _, values in columns for value in values)
    cells = tuple(
        CodedCells(codes, [charset.convert(value, mixed=mixed) for value in values]) for codes, values in columns
    )
    return replace(sheet, cells=cells, _columns={})
