"""Figures as pictures of one line: a bar for a share, a line of bars for a trend; both begin at 0, so that a small change looks small."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

_HEIGHTS = "▁▂▃▄▅▆▇█"
#: Where a period has no figure.
_GAP = "·"
#: So many cells are 100 %.
_WIDTH = 16
_FULL, _EIGHTHS, _REST = "█", " ▏▎▍▌▋▊▉", "░"


def bar(share: Fraction) -> str:
    """A share (0…1) as a bar on an axis from 0 to 100 %, an eighth of a cell exact; what is more than nothing is never drawn as nothing.

    >>> from fractions import Fraction
    >>> bar(Fraction(1, 4)), bar(Fraction(1, 5000))
    ('████░░░░░░░░░░░░', '▏░░░░░░░░░░░░░░░')
    """
    cells, eighths = divmod(max(round(share * _WIDTH * 8), 1 if share else 0), 8)
    part = _EIGHTHS[eighths] if eighths else ""
    return _FULL * cells + part + _REST * (_WIDTH - cells - len(part))


def line_of_bars(figures: Sequence[Fraction | None]) -> str | None:
    """A bar for each period, from 0 to the highest; None where figures are below 0, or fewer than two periods have one.

    >>> from fractions import Fraction
    >>> line_of_bars([Fraction(1, 8), None, Fraction(1, 2), Fraction(1)])
    '▁·▄█'
    """
    known = [one for one in figures if one is not None]
    if len(known) < 2 or min(known) < 0:
        return None
    highest = max(known) or 1
    return "".join(_GAP if one is None else _HEIGHTS[_height(one / highest)] for one in figures)


def _height(part: Fraction) -> int:
    """Which bar stands for a part of the highest: the nearest, and the lowest for 0."""
    return max(0, int(part * len(_HEIGHTS) + type(part)(1, 2)) - 1)
