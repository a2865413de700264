"""What a figure should be read with: a small base, many of whom something is not known, other rules, no source, a break."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from genderstats.analysis.observation import Observation

#: `small-base`: fewer than 30; `many-unknown`: of more than 5 % it is not known; `definition-differs`: a profile switched a rule of
#: counting; `unverified`: no citable text defines it; `break`: of a change, its two sides are not of the same thing.
Flag = Literal["small-base", "many-unknown", "definition-differs", "unverified", "break"]

#: Bases smaller than this are flagged: one person moves them by more than three points.
SMALL_BASE = 30
#: Where it is not known of more than this part of the base and the unknown, it is flagged.
MANY_UNKNOWN = Fraction(5, 100)


def flags(one: Observation) -> tuple[Flag, ...]:
    """The flags of a figure, in the order of `Flag`; where there is no figure, only those of its definition."""
    return tuple(_flags(one))


def _flags(one: Observation) -> Iterator[Flag]:
    if one.value is not None and is_small(one):
        yield "small-base"
    if one.value is not None and _has_many_unknown(one):
        yield "many-unknown"
    if one.indicator.rules:
        yield "definition-differs"
    if not one.indicator.verified:
        yield "unverified"


def is_small(one: Observation) -> bool:
    """Whether fewer than `SMALL_BASE` are counted; of what is made of two figures, in either."""
    if one.denominator is not None:
        return one.denominator < SMALL_BASE
    if one.parts:
        return any(is_small(part) for part in one.parts)
    return one.women + one.men < SMALL_BASE


def _has_many_unknown(one: Observation) -> bool:
    if one.indicator.of:
        return any(_has_many_unknown(part) for part in one.parts)
    if one.indicator.measure == "bodies" and _is_many(len(one.unjudged), one.denominator or 0):
        return True
    known, unknown = _known_and_unknown(one)
    return _is_many(unknown, known)


def _known_and_unknown(one: Observation) -> tuple[int, int]:
    """Of how many everything is known, and of how many sex, or whether they belong, is not."""
    if one.indicator.measure == "part" and one.denominator is not None:
        return one.denominator, one.women + one.men + one.unknown - one.denominator
    known = one.denominator if one.indicator.measure == "rate" and one.denominator else one.women + one.men
    return known, one.unknown + one.undetermined


def _is_many(unknown: int, known: int) -> bool:
    return unknown > MANY_UNKNOWN * (known + unknown)
