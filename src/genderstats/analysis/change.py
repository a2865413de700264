"""A figure then and now: the difference of two shares is in points, the difference of two counts in people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from genderstats.analysis.observation import Observation

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

#: Why two figures are not compared.
NOT_THEN, NOT_NOW = "not-computable-then", "not-computable-now"


@dataclass(frozen=True, slots=True)
class Change:
    """An observation then and now; `points` is now − then of the shares (0…1), `count_change` that of the numerators."""

    then: Observation
    now: Observation
    points: Fraction | None
    count_change: int | None
    reason: str | None

    @property
    def comparable(self) -> bool:
        """Whether there is a figure on both sides."""
        return self.reason is None


def compare(then: Iterable[Observation], now: Iterable[Observation]) -> list[Change]:
    """The changes of all figures, in the order of now; a group that is only on one side has an empty base on the other."""
    before = {_key(one): one for one in then}
    after = {_key(one): one for one in now}
    keys = list(dict.fromkeys([*after, *before]))
    firsts = {name: place for place, name in reversed(list(enumerate(dict.fromkeys(key[0] for key in keys))))}
    ordered = sorted(keys, key=lambda key: firsts[key[0]])
    return [_change(before.get(key) or _absent(after[key]), after.get(key) or _absent(before[key])) for key in ordered]


def _key(one: Observation) -> tuple[str, tuple[tuple[str, str], ...]]:
    return one.indicator.id, tuple(one.by.items())


def _absent(one: Observation) -> Observation:
    return Observation(one.indicator, one.by, status="not-computable", reason="empty-base")


def _change(then: Observation, now: Observation) -> Change:
    if then.value is None or now.value is None:
        counts = now.women - then.women if then.reason == "empty-base" or now.reason == "empty-base" else None
        return Change(then, now, None, counts, NOT_THEN if then.value is None else NOT_NOW)
    return Change(then, now, now.value - then.value, _count(now) - _count(then), None)


def _count(one: Observation) -> int:
    return one.women if one.numerator is None else one.numerator
