"""How much a file may hold: what is larger is refused before it is read."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

from genderstats.errors import FileBeyondLimitError, NotALimitError, UnknownNameError
from genderstats.text.language import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

_AMOUNT = re.compile(r"([0-9]{1,15}(?:[.,][0-9]{1,9})?)\s*([KMG]?)(?:I?B)?", re.IGNORECASE)
_UNITS = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9}

#: What the reader may take of any file, its libraries' address space included: a stray cell in the last row takes most of it.
_OWN_MEMORY = 1_000 * 10**6
#: Reading takes at most so many times the bytes of a file as it lies.
_TIMES = 40

#: What each limit bounds, in words.
_BOUNDS = {
    "size": Text("its content, unpacked, has too many bytes", "nội dung sau khi giải nén có quá nhiều byte"),
    "ratio": Text(
        "it unpacks to many times its size, as no staff list does",
        "khi giải nén, tệp lớn gấp quá nhiều lần, không giống danh sách nào",
    ),
    "members": Text("it is packed of too many parts", "tệp gồm quá nhiều phần"),
    "cells": Text("it has too many cells", "tệp có quá nhiều ô"),
    "memory": Text("reading it takes too much memory", "đọc tệp này cần quá nhiều bộ nhớ"),
    "seconds": Text("reading it takes too long", "đọc tệp này mất quá nhiều thời gian"),
}


@dataclass(frozen=True, slots=True)
class Limits:
    """The most a file may have: bytes when unpacked, times its packed size, parts, cells; and what reading it may take."""

    size: int = 2 * 10**9
    ratio: int = 150
    members: int = 5_000
    cells: int = 60 * 10**6
    memory: int = 4 * 10**9
    seconds: int = 300

    @classmethod
    def of(cls, texts: Iterable[str]) -> Limits:
        """The limits with those changed that are written "cells=80M", "memory=8G".

        Raises:
            NotALimitError: a text is no name with a number.
            UnknownNameError: there is no such limit.
        """
        return cls(**dict(map(_said, texts)))

    def hold(self, path: str, name: str, found: float) -> None:
        """Nothing, where a file keeps within a limit.

        Raises:
            FileBeyondLimitError: it does not.
        """
        if found > getattr(self, name):
            raise self.beyond(path, name, found)

    def beyond(self, path: str, name: str, found: float | None = None) -> FileBeyondLimitError:
        """The refusal of a file that has, or takes, more than it may."""
        limit = getattr(self, name)
        told = f"{round(found):,} > {limit:,}" if found is not None else f"> {limit:,}"
        return _beyond(path, name, told, max(limit * 2, round(found or 0)))

    def memory_for(self, size: int) -> int:
        """How many bytes of memory the reader may take of a file of this size: what such a file can need, unless more is allowed."""
        if self.memory > Limits().memory:
            return self.memory
        return max(min(self.memory, _OWN_MEMORY + _TIMES * size), _OWN_MEMORY)

    def beyond_memory(self, path: str, size: int) -> FileBeyondLimitError:
        """The refusal of a file of this size that takes more memory than it may."""
        return _beyond(path, "memory", f"> {self.memory_for(size):,}", self.memory * 2)

    def written(self) -> dict[str, int]:
        """The limits by name."""
        return asdict(self)


def _beyond(path: str, name: str, told: str, needed: int) -> FileBeyondLimitError:
    found = Text(told, told.replace(",", "."))
    return FileBeyondLimitError(path=path, what=_BOUNDS[name], found=found, option=f"{name}={_round(needed)}")


def _said(text: str) -> tuple[str, int]:
    name, _, amount = (part.strip() for part in text.partition("="))
    found = _AMOUNT.fullmatch(amount)
    if not name or not found:
        raise NotALimitError(text=text)
    names = [field.name for field in fields(Limits)]
    if name not in names:
        raise UnknownNameError(kind=Text("limit", "giới hạn"), name=name, known=", ".join(names), suggestion="")
    return name, int(float(found[1].replace(",", ".")) * _UNITS[found[2].upper()])


def _round(least: int) -> str:
    """A limit of at least so much, as one would write it.

    >>> _round(120_000_000), _round(300), _round(8_000_000_001)
    ('120M', '300', '9G')
    """
    for unit, size in (("G", 10**9), ("M", 10**6), ("K", 10**3)):
        if least >= 2 * size:
            return f"{-(-least // size)}{unit}"
    return str(least)
