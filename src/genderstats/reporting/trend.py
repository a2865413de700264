"""A figure over more than two periods, as a picture of one line: bars from 0, so that a small change looks small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.text.language import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from genderstats.analysis.observation import Observation

_BARS = "▁▂▃▄▅▆▇█"
#: Where a period has no figure.
_GAP = "·"
AXIS = Text(
    "Trend: bars from 0 to the highest figure of the line; · = no figure.",
    "Xu hướng: cột tính từ 0 đến số cao nhất của dòng; · = không có số liệu.",
)


def values(told: Iterable[Observation | None]) -> list[Fraction | None]:
    """The figure of each period."""
    return [one.value if one else None for one in told]


def sparkline(figures: Sequence[Fraction | None]) -> str | None:
    """A bar for each period, from 0 to the highest; None where figures are below 0, or fewer than two periods have one.

    >>> from fractions import Fraction
    >>> sparkline([Fraction(1, 8), None, Fraction(1, 2), Fraction(1)])
    '▁·▄█'
    """
    known = [one for one in figures if one is not None]
    if len(known) < 2 or min(known) < 0:
        return None
    highest = max(known) or 1
    return "".join(_GAP if one is None else _BARS[_height(one / highest)] for one in figures)


def _height(part: Fraction) -> int:
    """Which bar stands for a part of the highest: the nearest, and the lowest for 0."""
    return max(0, int(part * len(_BARS) + type(part)(1, 2)) - 1)
