"""Days, and the many ways in which rosters write them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

SENTINEL = "01/01/1800"


def day_between(rng: Random, first: date, last: date) -> date:
    """A day from `first` to `last`, both included."""
    return first + timedelta(days=rng.randrange((last - first).days + 1))


def years_after(day: date, years: int) -> date:
    """The same day some years later; 29 February becomes the 28th."""
    return day.replace(year=day.year + years, day=min(day.day, 28))


def unpadded(day: date) -> str:
    """Text d/m/yyyy."""
    return f"{day.day}/{day.month}/{day.year}"


def padded(day: date) -> str:
    """Text dd/mm/yyyy."""
    return f"{day:%d/%m/%Y}"


def month_year(day: date) -> str:
    """Text mm/yyyy."""
    return f"{day:%m/%Y}"


def serial(day: date) -> int:
    """The number under which a spreadsheet stores the day."""
    return (day - date(1899, 12, 30)).days
