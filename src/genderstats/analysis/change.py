"""A figure then and now: the difference of two shares is in points, the difference of two counts in people."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, get_args

from genderstats.analysis.flags import Flag
from genderstats.analysis.observation import Observation
from genderstats.analysis.order import place

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from genderstats.counting.tally import Group
    from genderstats.indicators.breaks import Break
    from genderstats.indicators.indicator import Indicator

#: Why two figures are not compared.
NOT_THEN, NOT_NOW = "not-computable-then", "not-computable-now"


@dataclass(frozen=True, slots=True)
class Change:
    """An observation then and now; `points` is now − then of the shares (0…1), `count_change` that of the numerators.

    `breaks` are those declared between the two that concern the figure.
    """

    then: Observation
    now: Observation
    points: Fraction | None
    count_change: int | None
    reason: str | None
    breaks: tuple[Break, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether the two sides differ in definition, in rules, or in that one of them covers only some of the lists."""
        return _defined(self.then.indicator) != _defined(self.now.indicator) or bool(self.then.uncovered) != bool(
            self.now.uncovered
        )

    @property
    def flags(self) -> tuple[Flag, ...]:
        """What it should be read with: the flags of either side, and a break."""
        either = dict.fromkeys((*self.then.flags, *self.now.flags))
        return (
            *(flag for flag in get_args(Flag) if flag in either),
            *(["break"] if self.differs or self.breaks else []),
        )

    @property
    def comparable(self) -> bool:
        """Whether there is a figure on both sides."""
        return self.reason is None


def compare(then: Iterable[Observation], now: Iterable[Observation], breaks: Iterable[Break] = ()) -> list[Change]:
    """The changes of all figures, in official order; a group that is only on one side has an empty base on the other.

    `breaks` are those declared between the two.
    """
    before = {_key(one): one for one in then}
    after = {_key(one): one for one in now}
    ordered = in_order([*after, *before])
    changes = (
        _change(before.get(key) or _absent(after[key]), after.get(key) or _absent(before[key])) for key in ordered
    )
    listed = tuple(breaks)
    return [
        replace(one, breaks=tuple(b for b in listed if b.concerns(one.now.indicator, one.now.by))) for one in changes
    ]


def _defined(indicator: Indicator) -> tuple[object, ...]:
    """What makes an indicator the same as another: who is counted, how, and by which rules."""
    one = indicator
    return (
        one.id, one.measure, one.unit, one.per, one.population, one.attribute, one.own_dimensions, one.over, one.asked, one.meets,
        one.of, one.definition, one.rules,
    )  # fmt: skip


def in_order(keys: Iterable[tuple[str, Group]]) -> list[tuple[str, Group]]:
    """Indicators and groups, each once: the indicators as they first come, the groups of each in official order."""
    once = list(dict.fromkeys(keys))
    indicators = list(dict.fromkeys(indicator for indicator, _ in once))
    return sorted(once, key=lambda key: (indicators.index(key[0]), place(key[1])))


def _key(one: Observation) -> tuple[str, Group]:
    return one.indicator.id, tuple(one.by.items())


def _absent(one: Observation) -> Observation:
    return Observation(one.indicator, one.by, status="not-computable", reason="empty-base")


def _change(then: Observation, now: Observation) -> Change:
    if then.value is None or now.value is None:
        counts = now.women - then.women if then.reason == "empty-base" or now.reason == "empty-base" else None
        return Change(then, now, None, counts, NOT_THEN if then.value is None else NOT_NOW)
    counts = None if now.numerator is None or then.numerator is None else now.numerator - then.numerator
    return Change(then, now, now.value - then.value, counts, None)
