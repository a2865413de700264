"""A roster's own words: spellings that differ only in case or tone placement are one, told in one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from genderstats.text.folding import fold, retone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from genderstats.reading.sheet import Codes


def told(spellings: Iterable[str]) -> str:
    """The spelling in which one name is told, whatever the order of rows and files: not all in capitals, then the first of the alphabet.

    >>> told(["PHÒNG KẾ TOÁN", "phòng kế toán", "Phòng Kế toán"])
    'Phòng Kế toán'
    """
    return min(spellings, key=lambda one: (one.isupper(), one))


def spelt(codes: Codes, values: Sequence[str]) -> tuple[Codes, list[str]]:
    """Codes of names instead of codes of spellings, -1 for not known, and the names."""
    places: dict[str, int] = {}
    spellings: list[set[str]] = []
    lookup = np.full(len(values) + 1, -1, np.int32)
    for code in np.unique(codes[codes >= 0]).tolist():
        place = places.setdefault(fold(values[code]), len(spellings))
        if place == len(spellings):
            spellings.append(set())
        spellings[place].add(retone(values[code]))
        lookup[code] = place
    return lookup[codes], [told(some) for some in spellings]
