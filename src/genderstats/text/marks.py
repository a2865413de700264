"""Numbers as people read them: each language's marks, rounding half up, and only here.

Figures are exact fractions up to this point, so that a figure and the verdict beside it cannot disagree.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import TYPE_CHECKING

from babel.dates import format_date
from babel.numbers import get_decimal_symbol, get_group_symbol

if TYPE_CHECKING:
    import datetime as dt
    from fractions import Fraction

    from genderstats.text.language import Language

#: Where nothing can be told.
NOTHING = "–"


def rounded(value: Fraction, places: int) -> Decimal:
    """The value rounded half up to so many decimals, away from zero at the half.

    >>> from fractions import Fraction
    >>> rounded(Fraction(1, 8), 2), rounded(Fraction(-1, 8), 2)
    (Decimal('0.13'), Decimal('-0.13'))
    """
    scaled = abs(value) * 10**places
    whole = int(scaled + type(value)(1, 2))
    return Decimal(whole if value >= 0 else -whole).scaleb(-places).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def count(number: int, language: Language) -> str:
    """A whole number with its thousands marked.

    >>> count(1081, "vi"), count(1081, "en")
    ('1.081', '1,081')
    """
    return _marked(f"{number:,}", language)


def percent(share: Fraction, language: Language, places: int = 2) -> str:
    """A share (0…1) as per cent.

    >>> from fractions import Fraction
    >>> percent(Fraction(393, 868), "vi"), percent(Fraction(393, 868), "en")
    ('45,28 %', '45.28 %')
    """
    return f"{_decimal(rounded(share * 100, places), language, places)} %"


def points(difference: Fraction, language: Language, places: int = 2) -> str:
    """A difference of two shares in percentage points, with its sign.

    >>> from fractions import Fraction
    >>> points(Fraction(1, 30), "en"), points(Fraction(0), "en")
    ('+3.33', '0.00')
    """
    value = rounded(difference * 100, places)
    return f"{'+' if value > 0 else ''}{_decimal(value, language, places)}"


def signed(number: int, language: Language) -> str:
    """A whole number with its sign, 0 without one."""
    return f"{'+' if number > 0 else ''}{count(number, language)}"


def number(value: Fraction, language: Language, places: int | None = None) -> str:
    """A number that is neither a share nor a count, such as points of a score: so many decimals, or two at most.

    >>> from fractions import Fraction
    >>> number(Fraction(25, 2), "vi"), number(Fraction(30), "en"), number(Fraction(30), "en", 2)
    ('12,5', '30', '30.00')
    """
    if places is not None:
        return _decimal(rounded(value, places), language, places)
    shortest = f"{rounded(value, 2):,.2f}".rstrip("0").rstrip(".")
    return _marked(shortest, language)


def _decimal(value: Decimal, language: Language, places: int) -> str:
    return _marked(f"{value:,.{places}f}", language)


def _marked(text: str, language: Language) -> str:
    """A number as Python writes it in the marks of a language."""
    return text.translate(_marks(language))


@cache
def _marks(language: Language) -> dict[int, str]:
    """What a language writes for the marks of a number; asked of Babel once, whose formats are slower than what they are asked for."""
    return str.maketrans({",": get_group_symbol(language), ".": get_decimal_symbol(language)})


def day(date: dt.date, language: Language) -> str:
    """A day: 31/12/2020 in Vietnamese, 31 December 2020 in English."""
    return str(format_date(date, "dd/MM/yyyy" if language == "vi" else "d MMMM yyyy", locale=language))
