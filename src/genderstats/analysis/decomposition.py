"""The change of a share taken apart, exactly: into units that grew or shrank and change within them, and into who left, came and moved."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

import numpy as np

from genderstats.analysis.order import place
from genderstats.counting.contributions import answers, contributions, problem, traceable
from genderstats.counting.items import combinations

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt

    from genderstats.counting.contributions import Contributions
    from genderstats.counting.flows import Books, Workforce
    from genderstats.counting.tally import Group
    from genderstats.indicators.dimension import Dimension
    from genderstats.indicators.indicator import Indicator

    Ints = npt.NDArray[np.int64]

#: What changes the people of a share, in the order in which it is followed.
Cause = Literal["exits", "entries", "moves", "corrections", "unmatched"]
CAUSES: tuple[Cause, ...] = ("exits", "entries", "moves", "corrections", "unmatched")
#: Why a change is not taken apart, or not by a dimension, or not by people.
Reason = Literal[
    "not-a-share-of-people", "no-figure", "column-absent", "no-keys",
    "definition-differs", "rules-differ", "scope-differs", "coverage-differs",
]  # fmt: skip


class DecompositionError(AssertionError):
    """Parts that do not add up to a change: a defect of the program, never of a roster."""


@dataclass(frozen=True)
class Part:
    """What one group adds to a change. Weights: its part of the denominator; shares: None where it is on one side only."""

    group: Group
    weight_then: Fraction
    weight_now: Fraction
    share_then: Fraction | None
    share_now: Fraction | None
    composition: Fraction
    within: Fraction


@dataclass(frozen=True)
class Effect:
    """What a cause adds to a change: the numerator and denominator that it adds, and by how much the share moves.

    No effect where nobody would be left in the denominator: what comes next is then counted together with it.
    """

    cause: Cause
    numerator: int
    denominator: int
    effect: Fraction | None


@dataclass(frozen=True)
class Decomposition:
    """The change of a share in parts; every way of parts adds up to it exactly, or the value cannot be made."""

    indicator: Indicator
    then: Fraction | None = None
    now: Fraction | None = None
    by: tuple[Dimension, ...] = ()
    parts: tuple[Part, ...] = ()
    effects: tuple[Effect, ...] = ()
    reason: Reason | None = None
    not_by_people: Reason | None = None
    not_by_groups: Reason | None = None

    def __post_init__(self) -> None:
        if self.points is None:
            return
        if self.parts and self.composition + self.within != self.points:
            raise DecompositionError(f"{self.composition} + {self.within} is not {self.points}: {self.parts}")
        if self.effects and sum(one.effect or 0 for one in self.effects) != self.points:
            raise DecompositionError(f"the effects do not add up to {self.points}: {self.effects}")

    @property
    def points(self) -> Fraction | None:
        """The change, 0…1."""
        return None if self.then is None or self.now is None else self.now - self.then

    @property
    def composition(self) -> Fraction:
        """What is due to groups that grew or shrank."""
        return sum((one.composition for one in self.parts), Fraction(0))

    @property
    def within(self) -> Fraction:
        """What is due to change within groups."""
        return sum((one.within for one in self.parts), Fraction(0))


def decompose(
    books: Books, indicator: Indicator, by: Sequence[Dimension], unlike: Reason | None = None
) -> Decomposition:
    """The change of an indicator of everybody in parts: by the groups of dimensions, and by what became of people.

    `unlike` says why its two figures are not compared, where they are not counted alike.
    """
    if not traceable(indicator):
        return Decomposition(indicator, reason="not-a-share-of-people")
    if unlike:
        return Decomposition(indicator, reason=unlike)
    if problem(books.then, indicator) or problem(books.now, indicator):
        return Decomposition(indicator, reason="column-absent")
    before, after = (_added(period, indicator) for period in (books.then, books.now))
    then, now = _share(*_sums(before)), _share(*_sums(after))
    if then is None or now is None:
        return Decomposition(indicator, then, now, reason="no-figure")
    untold = _untold(books, by)
    matched = books.matching.possible
    return Decomposition(
        indicator,
        then,
        now,
        tuple(by),
        tuple(_parts(_counted(books, by, before, after))) if untold is None else (),
        tuple(_effects(books, indicator)) if matched else (),
        not_by_people=None if matched else "no-keys",
        not_by_groups=untold,
    )


def _untold(books: Books, by: Sequence[Dimension]) -> Reason | None:
    """Why dimensions do not divide both periods, or not by the same rules; None where they do."""
    if not all(books.then.tells(one) and books.now.tells(one) for one in by):
        return "column-absent"
    return None if all(map(books.alike, by)) else "rules-differ"


def _added(period: Workforce, indicator: Indicator) -> Contributions:
    return contributions(indicator, answers(period, indicator), period.sexes)


def _sums(added: Contributions) -> tuple[int, int]:
    return int(added.numerator.sum()), int(added.denominator.sum())


def _share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None


#: The numerator and denominator of each group.
Counts = dict["Group", tuple[int, int]]


def _counted(
    books: Books, by: Sequence[Dimension], before: Contributions, after: Contributions
) -> tuple[Counts, Counts]:
    """The numerator and denominator of each group that anybody is in, then and now."""
    coded = [books.coded(one) for one in by]
    sizes = [len(codes) for _, _, codes in coded]
    found: list[Counts] = []
    everybody = [[then for then, _, _ in coded], [now for _, now, _ in coded]]
    for listed, added in zip(everybody, (before, after), strict=True):
        present, groups = combinations(listed, sizes)
        tables = [np.bincount(groups, weights=flags, minlength=len(present)) for flags in added]
        counts: Counts = {}
        for group in np.flatnonzero(tables[1]).tolist():
            places = present[group].tolist()
            named = tuple((one.id, codes[at]) for one, (_, _, codes), at in zip(by, coded, places, strict=True))
            counts[named] = int(tables[0][group]), int(tables[1][group])
        found.append(counts)
    return found[0], found[1]


def _parts(counts: tuple[Counts, Counts]) -> list[Part]:
    """What each group adds: (w₁ − w₀)·((p₀ + p₁)/2 − (P₀ + P₁)/2) by its size, (p₁ − p₀)·(w₀ + w₁)/2 within it.

    The weights of all groups change by nothing in sum, so that the mean P changes no total: it makes a group that grows count
    against the share where it has fewer women than all. A group on one side only has the share of that side on both.
    """
    then, now = counts
    wholes = [sum(whole for _, whole in one.values()) for one in counts]
    middle = (
        sum(
            (Fraction(sum(part for part, _ in one.values()), whole) for one, whole in zip(counts, wholes, strict=True)),
            Fraction(0),
        )
        / 2
    )
    ordered = sorted({*then, *now}, key=place)
    return [_part(group, then.get(group, (0, 0)), now.get(group, (0, 0)), wholes, middle) for group in ordered]


def _part(group: Group, then: tuple[int, int], now: tuple[int, int], wholes: list[int], middle: Fraction) -> Part:
    weights = Fraction(then[1], wholes[0]), Fraction(now[1], wholes[1])
    shares = _share(*then), _share(*now)
    before, after = (next(one for one in pair if one is not None) for pair in (shares, shares[::-1]))
    return Part(
        group,
        *weights,
        *shares,
        composition=(weights[1] - weights[0]) * ((before + after) / 2 - middle),
        within=(after - before) * (weights[0] + weights[1]) / 2,
    )


def _effects(books: Books, indicator: Indicator) -> Iterable[Effect]:
    """What each cause adds, one after the other from then to now: the share moves from what the causes before it have left."""
    numerator, denominator = _sums(_added(books.then, indicator))
    last = Fraction(numerator, denominator)
    for cause, (part, whole) in _causes(books, indicator).items():
        numerator, denominator = numerator + part, denominator + whole
        share = _share(numerator, denominator)
        yield Effect(cause, part, whole, None if share is None else share - last)
        last = last if share is None else share


def _causes(books: Books, indicator: Indicator) -> dict[Cause, tuple[int, int]]:
    """The numerator and denominator that each cause adds."""
    found = books.matching
    said = answers(books.then, indicator), answers(books.now, indicator)
    sexes = books.then.sexes, books.now.sexes
    before, after = (contributions(indicator, said[side], sexes[side]) for side in (0, 1))
    stays = [np.zeros(len(one), bool) for one in sexes]
    stays[0][found.then] = stays[1][found.now] = True
    was = [flags[found.then] for flags in before]
    moved = contributions(indicator, said[1][found.now], sexes[0][found.then])
    then_corrected = [flags[found.now] for flags in after]

    def added(more: Iterable[npt.NDArray[np.bool_]], less: Iterable[npt.NDArray[np.bool_]]) -> tuple[int, int]:
        part, whole = (int(up.sum()) - int(down.sum()) for up, down in zip(more, less, strict=True))
        return part, whole

    nobody = [np.zeros(0, bool)] * 2
    return {
        "exits": added(nobody, [flags[~stays[0] & ~found.unmatched_then] for flags in before]),
        "entries": added([flags[~stays[1] & ~found.unmatched_now] for flags in after], nobody),
        "moves": added(moved, was),
        "corrections": added(then_corrected, moved),
        "unmatched": added(
            [flags[found.unmatched_now] for flags in after], [flags[found.unmatched_then] for flags in before]
        ),
    }
