"""One form for words that are written in many ways, so that they can be matched."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: Blanks that are not U+0020, and characters of no width: both come from web pages and word processors.
_BLANKS = re.compile(r"[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_WIDTHLESS = dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_OLD_TONE = re.compile(r"o([àáảãạèéẻẽẹ])(?!\w)|(?<!q)u([ỳýỷỹỵ])(?!\w)", re.IGNORECASE)
_TONES = "\u0300\u0301\u0309\u0303\u0323"


def clean(text: str) -> str:
    """The text in NFC, without characters of no width, its blanks single and its ends bare.

    >>> clean(" 12/5/1970\\u00a0\\u00a0 ")
    '12/5/1970'
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text).translate(_WIDTHLESS)).strip()


def retone(text: str) -> str:
    """Old tone placement made new, in an open syllable only; NFC does not unify the two.

    >>> retone("Uỷ ban Hoà Bình, Quý, Toàn")
    'Ủy ban Hòa Bình, Quý, Toàn'
    """
    return _OLD_TONE.sub(_move_tone, text)


def _move_tone(match: re.Match[str]) -> str:
    vowels = match.group(0)
    bare, tone = _split_tone(vowels[1])
    return unicodedata.normalize("NFC", vowels[0] + tone) + bare


def _split_tone(letter: str) -> tuple[str, str]:
    parts = unicodedata.normalize("NFD", letter)
    tone = next(mark for mark in parts if mark in _TONES)
    return unicodedata.normalize("NFC", parts.replace(tone, "")), tone


def fold(text: str) -> str:
    """Clean text with new tone placement and without case: two spellings of one word fold alike.

    >>> fold("Uỷ  ban\\u00a0NHÂN DÂN") == fold("Ủy ban nhân dân")
    True
    """
    return clean(text).lower() if text.isascii() else _folded(text)


@lru_cache(maxsize=65536)
def _folded(text: str) -> str:
    return retone(clean(text).casefold())


_PUNCTUATION = re.compile(r"[^\w\s]|_")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@lru_cache(maxsize=65536)
def words(text: str) -> str:
    """Folded text with punctuation gone and camel case split: the form in which headers and words are matched.

    >>> words("Ngày,tháng, năm sinh"), words("partyJoiningDate"), words("Chức vụ/Chức danh")
    ('ngày tháng năm sinh', 'party joining date', 'chức vụ chức danh')
    """
    return " ".join(_PUNCTUATION.sub(" ", fold(_CAMEL.sub(" ", clean(text)))).split())


def plain(text: str) -> str:
    """Folded text without accents: a fallback for matching, never for showing.

    >>> plain("Đảng viên")
    'dang vien'
    """
    parts = unicodedata.normalize("NFD", fold(text).replace("đ", "d"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
