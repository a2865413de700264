"""Wilson's interval of a share, and Newcombe's of a difference: what a figure would tell of a larger group, were these people a sample.

A staff list is no sample but the whole, and its figures have no sampling error; the interval is computed only where it is
asked for, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from genderstats.analysis.observation import Observation

METHOD = "wilson"
NEWCOMBE = "newcombe"
LEVEL = 0.95
#: The 97.5 % point of the standard normal distribution.
Z = 1.959963984540054
#: Shares of people; other measures are no shares, and bodies are no sample of bodies.
_OF_PEOPLE = ("share", "rate", "part")


@dataclass(frozen=True, slots=True)
class Interval:
    """An interval of a share, 0…1, at a level of confidence."""

    low: float
    high: float
    level: float = LEVEL
    method: str = METHOD


def wilson(part: int, whole: int, z: float = Z) -> Interval:
    """The score interval of part ÷ whole: (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n), n above 0.

    Source: Wilson 1927, Probable inference, the law of succession, and statistical inference, JASA 22, 209–212.

    >>> found = wilson(1, 15); round(found.low, 4), round(found.high, 4)
    (0.0119, 0.2982)
    """
    share, square = part / whole, z * z
    middle = share + square / (2 * whole)
    reach = z * sqrt(share * (1 - share) / whole + square / (4 * whole * whole))
    low, high = ((middle + side * reach) / (1 + square / whole) for side in (-1, 1))
    return Interval(0.0 if part == 0 else low, 1.0 if part == whole else high)


def newcombe(part: int, whole: int, other_part: int, other_whole: int, z: float = Z) -> Interval:
    """The score interval of part ÷ whole − other_part ÷ other_whole, two independent shares, wholes above 0.

    d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²), l and u the ends of Wilson's intervals.
    Source: Newcombe 1998, Interval estimation for the difference between independent proportions, Statistics in Medicine 17,
    873–890, method 10.

    >>> found = newcombe(56, 70, 48, 80); round(found.low, 4), round(found.high, 4)
    (0.0524, 0.3339)
    """
    one, other = part / whole, other_part / other_whole
    mine, theirs = wilson(part, whole, z), wilson(other_part, other_whole, z)
    low = one - other - sqrt((one - mine.low) ** 2 + (theirs.high - other) ** 2)
    high = one - other + sqrt((mine.high - one) ** 2 + (other - theirs.low) ** 2)
    return Interval(max(-1.0, low), min(1.0, high), method=NEWCOMBE)


def with_interval(one: Observation) -> Observation:
    """The figure with its interval, where it is a share of people."""
    if one.indicator.measure not in _OF_PEOPLE or one.indicator.unit != "person" or not one.denominator:
        return one
    assert one.numerator is not None
    return replace(one, interval=wilson(one.numerator, one.denominator))
