"""Texts in the Vietnamese encodings from before Unicode, found by the header words and made Unicode.

Such a text comes as the characters of Windows-1252 that its bytes, or its old font, stand for: `Hä vµ tªn` is "Họ và tên" in
TCVN3 (fonts named .VnTime), `Hoï vaø teân` in VNI.
"""

from __future__ import annotations

import re
import string
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
_SURELY_UNICODE = re.compile(f"[{_BEYOND}]")
#: How many rows are looked at for words.
_HEAD = 60


@dataclass(frozen=True, eq=False)
class Charset:
    """An encoding: what it is called, what each sequence of characters means, the characters that no text in it holds, and
    those of its own that no Vietnamese text in Unicode holds."""

    id: str
    title: str
    letters: Mapping[str, str]
    sequence: re.Pattern[str]
    never: re.Pattern[str]
    own: re.Pattern[str]

    def holds(self, text: str) -> bool | None:
        """Whether a text is in this encoding, by its characters; None where they can be of it or of Unicode."""
        if text.isascii() or self.never.search(text):
            return False
        return True if self.own.search(text) else None

    def convert(self, text: str) -> str:
        """The text in Unicode."""
        if text.isascii():
            return text
        return unicodedata.normalize("NFC", self.sequence.sub(lambda found: self.letters[found[0]], text))


@cache
def charsets() -> tuple[Charset, ...]:
    """The encodings that are known."""
    return tuple(_charset(name, said) for name, said in load("charsets").items())


def _charset(name: str, said: dict[str, Any]) -> Charset:
    letters = dict(_pairs(said["letters"], both=said.get("both_cases", False)))
    sequence = re.compile("|".join(map(re.escape, sorted(letters, key=len, reverse=True))))
    never = re.compile(f"[{said.get('never', '')}{_BEYOND}]")
    own = "".join(sorted({letter for written in letters for letter in written} - _vietnamese()))
    return Charset(name, said["title"], letters, sequence, never, re.compile(f"[{re.escape(own)}]"))


def _vietnamese() -> set[str]:
    """The letters of Vietnamese in Unicode, and the marks of punctuation that stand in texts in Unicode."""
    letters = (vowel + tone for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for tone in ("", *"\u0300\u0301\u0309\u0303\u0323"))
    return {unicodedata.normalize("NFC", letter) for letter in letters} | set(
        "đĐ–—‘’“”…•«»·°§®©" + string.ascii_letters
    )


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
    """The sheet in Unicode, and the encoding it was in, where one makes more of its first texts known words than none does.

    An encoding comes into question only where some text is surely in it: "Mò" is a name in Unicode, though it may be "Mũ".
    """
    texts = {text for cells in sheet.cells for text in cells.texts(0, _HEAD) if text}
    odd = {text for text in texts if not text.isascii()}
    if not odd:
        return sheet, None
    sure = [charset for charset in charsets() if any(charset.holds(text) for text in odd)]
    known = {charset: _known(odd, charset) for charset in (None, *sure)}
    best = max(known, key=lambda charset: known[charset])  # as it is, where none makes more of it
    return (_converted(sheet, best), best) if best else (sheet, None)


def _known(texts: set[str], charset: Charset | None) -> int:
    """How many of the texts are header words or say a sex."""
    return sum(_is_word(_in_unicode(text, charset)) for text in texts)


def _in_unicode(text: str, charset: Charset | None) -> str:
    return text if charset is None or charset.holds(text) is False else charset.convert(text)


def _is_word(text: str) -> bool:
    known = header_words().is_known(text) or kind_of_column((text,)) is not None
    return known or code_list("sex").find(text) is not None


def _converted(sheet: Sheet, charset: Charset) -> Sheet:
    """The sheet with its texts converted; beside texts in Unicode, one that may be either is what most of its column are."""
    columns = [cells.distinct() for cells in sheet.cells]
    everything = [value for _, values in columns for value in values]
    mixed = any(_SURELY_UNICODE.search(value) for value in everything)
    whole = _leaning(charset, everything)
    cells = []
    for codes, values in columns:
        old = (_leaning(charset, values) or whole) > 0
        cells.append(CodedCells(codes, [_made(charset, value, mixed=mixed, old=old) for value in values]))
    return replace(sheet, cells=tuple(cells), _columns={})


def _made(charset: Charset, text: str, *, mixed: bool, old: bool) -> str:
    holds = charset.holds(text) if mixed else True
    if holds is None:
        holds = old or _is_word(charset.convert(text)) > _is_word(text)
    return charset.convert(text) if holds else text


def _leaning(charset: Charset, texts: list[str]) -> int:
    """How many more of the texts are surely in the encoding than surely in Unicode."""
    told = [charset.holds(text) for text in texts if not text.isascii()]
    return told.count(True) - told.count(False)
