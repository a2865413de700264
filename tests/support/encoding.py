"""Texts written as they were before Unicode: the tables of the vocabulary, read the other way round."""

from __future__ import annotations

import unicodedata
from functools import cache

from genderstats.reading.charsets import charsets

#: Letters that Vietnamese uses, in both cases, with every tone.
VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
LETTERS = "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES) + "đ"


@cache
def _written(charset: str) -> dict[str, str]:
    """What stands for each letter, as its bytes look in Windows-1252."""
    table = next(one for one in charsets() if one.id == charset)
    found: dict[str, str] = {}
    for written, meant in table.letters.items():
        found.setdefault(meant, written)
    return found


def old(text: str, charset: str) -> str:
    """A text in an old encoding, as the characters of Windows-1252 that a workbook in an old font holds."""
    written = _written(charset)
    if charset == "windows-1258":
        return _tones_behind(text, written)
    return "".join(_letter(letter, written) for letter in unicodedata.normalize("NFC", text))


def _letter(letter: str, written: dict[str, str]) -> str:
    """What stands for a letter; the fonts of TCVN3 for capitals draw them for the codes of small letters."""
    return letter if letter.isascii() else written.get(letter) or written[letter.lower()]


def _tones_behind(text: str, written: dict[str, str]) -> str:
    made = []
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        tone = next((mark for mark in parts if mark in TONES[1:]), "")
        bare = unicodedata.normalize("NFC", parts.replace(tone, "")) if tone else letter
        made += [written.get(bare, bare), written.get(tone, tone) if tone else ""]
    return "".join(made)


def old_bytes(text: str, charset: str) -> bytes:
    """The bytes of a text in an old encoding."""
    return b"".join(_byte(letter) for letter in old(text, charset))


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")
