"""Numbers as the user writes them on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.errors import NotARowError, NotAYearError

if TYPE_CHECKING:
    from collections.abc import Callable

#: No number that is asked for has more digits.
_DIGITS = 9


def row(text: str) -> int:
    """The number of a row.

    Raises:
        NotARowError: it is none.
    """
    number = _whole(text)
    if number is None:
        raise NotARowError(text=text)
    return number


def year(option: str) -> Callable[[str], int]:
    """What reads a calendar year for an option; it raises NotAYearError where the text is none."""

    def parsed(text: str) -> int:
        number = _whole(text)
        if number is None or not 1900 <= number <= 2200:
            raise NotAYearError(option=option, text=text)
        return number

    return parsed


def _whole(text: str) -> int | None:
    said = text.strip()
    return int(said) if said.isdecimal() and len(said) <= _DIGITS else None
