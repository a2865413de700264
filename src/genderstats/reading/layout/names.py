"""Texts that are the name of a unit, or only say that something is a list."""

from __future__ import annotations

import re
from functools import cache

from genderstats.text.folding import words
from genderstats.vocabulary.loading import load

#: What may stand beside such words: numbers, "Q1", "T12", "II".
_COUNTER = re.compile(r"\d+|[qtks]|[ivx]+")
_BEFORE_DIGITS = re.compile(r"(?<=[^\W\d_])(?=\d)")


def names_a_list(text: str) -> bool:
    """Whether a name says no more than that here is a list, of some staff, at some time.

    >>> names_a_list("Sheet1"), names_a_list("DS CBCC 31-12-2020"), names_a_list("Phòng Tổ chức")
    (True, True, False)
    """
    said = words(_BEFORE_DIGITS.sub(" ", text)).replace(" ", "  ")
    left = _phrases().sub(" ", f" {said} ")
    return all(map(_COUNTER.fullmatch, left.split()))


@cache
def _phrases() -> re.Pattern[str]:
    listed = sorted(
        (words(word).replace(" ", "  ") for word in load("rows")["list_names"]["words"]), key=len, reverse=True
    )
    return re.compile("|".join(rf" {re.escape(word)} " for word in listed))


def begins_like_unit(text: str) -> bool:
    """Whether a text begins with a word for a unit and goes on.

    >>> begins_like_unit("PHÒNG TỔ CHỨC"), begins_like_unit("Phòng")
    (True, False)
    """
    return bool(_units().match(words(text)))


@cache
def _units() -> re.Pattern[str]:
    listed = sorted(map(words, load("rows")["units"]["words"]), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, listed))}) \w")


def groups(text: str) -> bool:
    """Whether a section only groups others.

    >>> groups("CÁC PHÒNG CHUYÊN MÔN"), groups("CỤC THUẾ")
    (True, False)
    """
    return f"{words(text)} ".startswith(_openings("grouping"))


def tells_of_a_list(text: str) -> bool:
    """Whether a title begins by saying what the list is.

    >>> tells_of_a_list("DANH SÁCH CÁN BỘ CỤC THUẾ"), tells_of_a_list("Lãnh đạo Cục")
    (True, False)
    """
    return f"{words(text)} ".startswith(_openings("list_openings"))


@cache
def _openings(kind: str) -> tuple[str, ...]:
    return tuple(f"{words(word)} " for word in load("rows")[kind]["words"])
