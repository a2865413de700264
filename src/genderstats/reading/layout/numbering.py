"""How sections are numbered: "I. PHÒNG TỔ CHỨC", "1.2 Đội 1", "a) Tổ 1"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from genderstats.vocabulary.loading import load

_ROMAN = r"(?:(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"
_PART = rf"(?:{_ROMAN}|[A-MĐ]|\d{{1,3}})(?!\w)"
_SERIES = rf"{_PART}(?:\.{_PART})*"
_NUMBERED = re.compile(
    rf"\s*(?:({_SERIES}|[a-mđ])\s*[.)/:-]\s+|((?:{_ROMAN}|\d{{1,3}})(?:\.\d{{1,3}})*)[.)](?=[^\W\d_])"
    rf"|(\d{{1,3}}(?:\.\d{{1,3}})+)\s+|({_ROMAN}|\d{{1,3}})$)"
)
_BULLET = re.compile(r"\s*([-–—*+•])\s*(?=\w)")
_ONLY = re.compile(rf"\(?\s*({_SERIES}|[a-mđ])\s*[.)]?")


class Numbering(NamedTuple):
    """How a section is numbered: the kind of each part ("I.1" is roman, digit), and whether a series begins with it."""

    style: tuple[str, ...]
    begins: bool


def section_name(text: str) -> str:
    """A section's text without its numbering, and without words that only say that a unit is meant, or goes on.

    >>> section_name("I. PHÒNG TỔ CHỨC (tiếp theo)"), section_name("1.2 Đội 1"), section_name("Đơn vị: P. Tổ chức")
    ('PHÒNG TỔ CHỨC', 'Đội 1', 'P. Tổ chức')
    """
    found = _NUMBERED.match(text) or _BULLET.match(text)
    name = _beside().sub("", text[found.end() :] if found else text).strip()
    return name or text


@cache
def _beside() -> re.Pattern[str]:
    """Words before the name of a unit, and behind one that goes on."""
    before, behind = ("|".join(map(re.escape, load("rows")[kind]["words"])) for kind in ("unit_label", "continued"))
    return re.compile(rf"^\s*(?:{before})\s*:\s*|\s*\((?:{behind})\)\s*$", re.IGNORECASE)


def numbering(text: str) -> str | None:
    """The numbering that a text begins with.

    >>> numbering("I.1. Phòng A"), numbering("Phòng A")
    ('I.1', None)
    """
    found = _NUMBERED.match(text)
    if found:
        return str(next(filter(None, found.groups())))
    return "-" if _BULLET.match(text) else None


def only_numbering(cell: str) -> str | None:
    """The numbering that a cell holds and nothing else."""
    found = _ONLY.fullmatch(cell)
    return str(found[1]) if found else None


def numbered(number: str, last_letter: str) -> Numbering:
    """What a numbering shows; a lone "I" is roman, but the letter after "H"."""
    parts = number.split(".")
    style = tuple(_kind(part, last_letter) for part in parts)
    begins = parts[-1] in ("1", "A", "a", "-") or (parts[-1], style[-1]) == ("I", "roman")
    return Numbering(style, begins)


def _kind(part: str, last_letter: str) -> str:
    if part.isdecimal():
        return "digit"
    if part == "-":
        return "bullet"
    if part.islower():
        return "small"
    lone = len(part) == 1 and (part not in "IVX" or (part == "I" and last_letter in ("G", "H")))
    return "letter" if lone else "roman"
