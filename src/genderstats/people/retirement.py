"""When somebody retires: by sex and month of birth, at the ages that the law sets year by year."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

from genderstats.text.language import Text
from genderstats.vocabulary.loading import load

if TYPE_CHECKING:
    from genderstats.people.days import Day

Sex = Literal["F", "M"]
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Ages:
    """The ages at which women and men retire from a year on, in months."""

    year: int
    women: int
    men: int

    @classmethod
    def of(cls, table: dict[str, Any]) -> Ages:
        """The ages declared in a line of retirement.toml."""
        women, men = (years * _MONTHS + months for years, months in (table["women"], table["men"]))
        return cls(table["from"], women, men)

    def asked(self, sex: Sex) -> int:
        """The age that is asked of one sex, in months."""
        return self.women if sex == "F" else self.men


@dataclass(frozen=True, slots=True)
class Retirement:
    """The retirement ages year by year, whose they are, who has others, and where they stand."""

    ages: tuple[Ages, ...]
    source: Text
    conditions: Text
    other_rules: tuple[Text, ...]

    def of_year(self, year: int) -> Ages:
        """The ages that hold in a year."""
        return next((one for one in reversed(self.ages) if one.year <= year), self.ages[0])

    def left(self, born: Day, sex: Sex) -> dt.date:
        """The first day on which somebody has left: that of the month after the one in which the age of its year is reached.

        >>> from genderstats.people.days import Day
        >>> retirement().left(Day(1961, 1, 31), "M"), retirement().left(Day(1966, 1), "F")
        (datetime.date(2021, 5, 1), datetime.date(2021, 6, 1))
        """
        year, month = divmod(self._reached(born.first.year * _MONTHS + born.first.month - 1, sex) + 1, _MONTHS)
        return dt.date(year, month + 1, 1)

    def _reached(self, born: int, sex: Sex) -> int:
        """The month in which the age is reached; months are counted from the year 0."""
        for ages, following in pairwise(self.ages):
            month = max(born + ages.asked(sex), ages.year * _MONTHS)
            if month < following.year * _MONTHS:
                return month
        last = self.ages[-1]
        return max(born + last.asked(sex), last.year * _MONTHS)


@cache
def retirement() -> Retirement:
    """The retirement ages that are in force."""
    table = load("retirement", __package__)
    return Retirement(
        tuple(map(Ages.of, table["ages"])),
        Text.of(table["source"]),
        Text.of(table["conditions"]),
        tuple(map(Text.of, table["other_rules"])),
    )
