"""A figure then and now: the difference of two shares is in points, the difference of two counts in people."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, get_args

from genderstats.analysis.flags import Flag
from genderstats.analysis.interval import newcombe
from genderstats.analysis.observation import Observation
from genderstats.analysis.order import place
from genderstats.indicators.dimension import COLUMN, dimensions
from genderstats.people.codes import UNKNOWN
from genderstats.text.folding import fold
from genderstats.text.language import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from genderstats.analysis.interval import Interval
    from genderstats.counting.tally import Group
    from genderstats.indicators.breaks import Break
    from genderstats.indicators.indicator import Indicator
    from genderstats.period import Period

#: Why two figures are not compared: one of them has no figure, for want of a column or for another reason.
NOT_THEN, NOT_NOW = "not-computable-then", "not-computable-now"
COLUMN_THEN, COLUMN_NOW = "column-absent-then", "column-absent-now"
#: Or the two are not counted alike: by another definition, by other rules, on other kinds of bodies, on only some of the lists.
DEFINITION, RULES, SCOPE, COVERAGE = "definition-differs", "rules-differ", "scope-differs", "coverage-differs"
UNLIKE = (DEFINITION, RULES, SCOPE, COVERAGE)
#: Why counts of what happened are not compared, though their shares are: in a longer period more happens.
LENGTHS = "lengths-differ"
#: Or a group, of those that a roster names itself, stands in one period only.
GROUP_THEN, GROUP_NOW = "group-absent-then", "group-absent-now"

#: Measures whose figure is a share of people, whose difference may be asked an interval of.
_OF_PEOPLE = ("share", "rate", "part")
_NO_WORDS = Text("", "")


@dataclass(frozen=True, slots=True)
class Spans:
    """The periods of two figures, where they are known."""

    then: Period | None = None
    now: Period | None = None

    @property
    def differ(self) -> bool:
        """Whether one is longer than the other."""
        return self.then is not None and self.now is not None and self.then.months != self.now.months


@dataclass(frozen=True, slots=True)
class Change:
    """An observation then and now; `points` is now − then of the shares (0…1), `count_change` that of the numerators.

    `interval` is that of the points, where it was asked for; `breaks` are those declared between the two that concern the figure.
    `counts_reason` says why the counts are not compared though the shares are.
    """

    then: Observation
    now: Observation
    points: Fraction | None
    count_change: int | None
    reason: str | None
    interval: Interval | None = None
    breaks: tuple[Break, ...] = ()
    counts_reason: str | None = None

    @property
    def flags(self) -> tuple[Flag, ...]:
        """What it should be read with: the flags of either side, and a break."""
        either = dict.fromkeys((*self.then.flags, *self.now.flags))
        broken = self.reason in UNLIKE or bool(self.breaks)
        return (*(flag for flag in get_args(Flag) if flag in either), *(["break"] if broken else []))

    @property
    def comparable(self) -> bool:
        """Whether there is a figure on both sides, and both are counted alike."""
        return self.reason is None

    @property
    def percent_of_then(self) -> Fraction | None:
        """The numerator now as a percentage of that then; None where nothing is to be compared, or nobody was counted then."""
        then, now = self.then.numerator, self.now.numerator
        comparable = self.comparable and self.counts_reason is None
        return Fraction(now * 100, then) if comparable and then and now is not None else None


_NO_SPANS = Spans()


def compare(
    then: Iterable[Observation],
    now: Iterable[Observation],
    breaks: Iterable[Break] = (),
    scopes: tuple[Mapping[str, Collection[str]], Mapping[str, Collection[str]]] = ({}, {}),
    spans: Spans = _NO_SPANS,
    *,
    intervals: bool = False,
) -> list[Change]:
    """The changes of all figures, in official order; a group that is only on one side has an empty base on the other.

    `breaks` are those declared between the two; `scopes` the kinds of bodies that each indicator of bodies counts, then and now;
    `spans` the two periods.
    """
    before, after = _spread({key_of(one): one for one in then}, {key_of(one): one for one in now})
    kinds = {name: (set(scopes[0].get(name, ())), set(scopes[1].get(name, ()))) for name in {*scopes[0], *scopes[1]}}
    listed = tuple(breaks)
    changes = [_broken(_change(before.get(key), after.get(key), kinds), listed) for key in in_order([*after, *before])]
    changes = [_of_length(one) if spans.differ else one for one in changes]
    return [with_interval(one) for one in changes] if intervals else changes


#: The figures of one period by what they are found again by.
Figures = dict[tuple[str, "Group"], Observation]


def _spread(then: Figures, now: Figures) -> tuple[Figures, Figures]:
    """The figures of two periods, where one that cannot be told in groups stands in each group that the other tells."""
    return _over_groups(then, now), _over_groups(now, then)


def _over_groups(side: Figures, other: Figures) -> Figures:
    told = {indicator for indicator, group in side if group}
    groups: defaultdict[str, list[tuple[str, Group]]] = defaultdict(list)
    for key in other:
        if key[1] and key[0] not in told:
            groups[key[0]].append(key)
    found: Figures = {}
    for key, one in side.items():
        spread = groups[key[0]] if not key[1] and one.value is None and (key[0], ()) not in other else []
        found |= {each: replace(one, by=dict(other[each].by)) for each in spread} or {key: one}
    return found


def _of_length(one: Change) -> Change:
    """The change without that of counts, of what is counted within a period: two periods of unequal length hold unequally much."""
    if one.now.indicator.timing != "flow" or one.count_change is None:
        return one
    return replace(one, count_change=None, counts_reason=LENGTHS)


def _broken(one: Change, breaks: tuple[Break, ...]) -> Change:
    concerned = tuple(found for found in breaks if found.concerns(one.now.indicator, one.now.by))
    return replace(one, breaks=concerned) if concerned else one


def in_order(keys: Iterable[tuple[str, Group]]) -> list[tuple[str, Group]]:
    """Indicators and groups, each once: the indicators as they first come, the groups of each in official order."""
    once = list(dict.fromkeys(keys))
    indicators = list(dict.fromkeys(indicator for indicator, _ in once))
    return sorted(once, key=lambda key: (indicators.index(key[0]), place(key[1])))


def key_of(one: Observation) -> tuple[str, Group]:
    """By what a figure is found again: words of the roster's own are one however they are cased."""
    return one.indicator.id, tuple(
        (name, fold(code) if _is_open(name) and code != UNKNOWN else code) for name, code in one.by.items()
    )


def _is_open(dimension: str) -> bool:
    """Whether the codes of a dimension are the roster's own words."""
    if dimension.startswith(COLUMN):
        return True
    declared = dimensions().get(dimension)
    return declared is not None and declared.kind in ("text", "office") and not declared.ordered


def _absent(one: Observation | None) -> Observation:
    assert one is not None
    return Observation(one.indicator, one.by, status="not-computable", reason="empty-base")


def _change(
    was: Observation | None, is_now: Observation | None, kinds: Mapping[str, tuple[set[str], set[str]]]
) -> Change:
    then, now = was or _absent(is_now), is_now or _absent(was)
    reason = _unlike(then, now, kinds) if was and is_now else None
    if then.value is None or now.value is None:
        told = {then.reason, now.reason} <= {None, "empty-base"}
        if told and reason:
            return Change(then, now, None, None, reason)
        counts = (now.numerator or 0) - (then.numerator or 0) if told else None
        return Change(then, now, None, counts, _no_figure(then, now))
    if reason:
        return Change(then, now, None, None, reason)
    counts = None if now.numerator is None or then.numerator is None else now.numerator - then.numerator
    return Change(then, now, now.value - then.value, counts, None)


def _no_figure(then: Observation, now: Observation) -> str:
    """Why there is no figure on a side, where the other has one or not."""
    one, columns, groups, others = (
        (then, COLUMN_THEN, GROUP_THEN, NOT_THEN) if then.value is None else (now, COLUMN_NOW, GROUP_NOW, NOT_NOW)
    )
    if (then.value is None) == (now.value is None):
        return NOT_THEN
    if one.reason == "column-absent":
        return columns
    nobody = one.reason == "empty-base" and not (one.women or one.men or one.unknown or one.undetermined)
    named = any(_is_open(name) and code != UNKNOWN for name, code in one.by.items())
    return groups if nobody and named else others


def _unlike(then: Observation, now: Observation, kinds: Mapping[str, tuple[set[str], set[str]]]) -> str | None:
    """Why two figures are not counted alike, or None where they are."""
    if then.indicator.rules != now.indicator.rules:
        return RULES
    if _defined(then.indicator) != _defined(now.indicator):
        return DEFINITION
    if bool(then.uncovered) != bool(now.uncovered):
        return COVERAGE
    was, is_now = kinds.get(now.indicator.id, (set(), set()))
    return SCOPE if was != is_now and "body-kind" not in now.by else None


def _defined(indicator: Indicator) -> Indicator:
    """What makes an indicator the same as another: all but the words and the targets."""
    return replace(
        indicator, title=_NO_WORDS, base=_NO_WORDS, definition=_NO_WORDS, source=_NO_WORDS, targets=(), together=(),
        broken_down_by=(), without=(), verified=True,
    )  # fmt: skip


def with_interval(one: Change) -> Change:
    """The change with the interval of its points, where it is one of shares of people."""
    then, now = one.then, one.now
    if not one.comparable or now.indicator.measure not in _OF_PEOPLE or now.indicator.unit != "person":
        return one
    if now.numerator is None or then.numerator is None or not now.denominator or not then.denominator:
        return one
    return replace(one, interval=newcombe(now.numerator, now.denominator, then.numerator, then.denominator))
