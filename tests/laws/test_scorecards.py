"""What holds of every scorecard: points lie in 0…weight, ranks follow the scores, and the order of rows is nothing."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st
from support.counting import figures
from support.rosters import Plan, plans

from genderstats.analysis.observation import Observation
from genderstats.analysis.scorecard import Score, scored
from genderstats.indicators.catalogue import catalogue
from genderstats.indicators.scorecard import Criterion, Scorecard

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

IDS = ("women-share-staff", "women-share-leaders", "women-share-party-members", "representation-gap")
shares = st.integers(-100, 100).map(lambda hundredths: Fraction(hundredths, 100))
values = st.one_of(st.none(), st.integers(0, 20).map(lambda twentieths: Fraction(twentieths, 20)))


def criterion(**keys: Any) -> Criterion:
    return Criterion.model_validate({"indicator": IDS[0], "weight": 10, "from": 0, "to": 1} | keys)


bounds = st.tuples(shares, shares).filter(lambda pair: pair[0] != pair[1])
criteria = st.builds(
    lambda name, weight, pair: criterion(indicator=name, weight=weight, **dict(zip(("from", "to"), pair, strict=True))),
    st.sampled_from(IDS),
    st.integers(1, 60),
    bounds,
)
cards = st.lists(criteria, min_size=1, max_size=4, unique_by=lambda one: one.indicator).map(
    lambda listed: Scorecard.model_validate({"title": "a card", "criterion": tuple(listed)})
)
#: For each unit the value of each indicator.
units = st.dictionaries(
    st.sampled_from(["A", "B", "C", "Đ", "Phòng 1", "_U"]),
    st.tuples(*[values] * len(IDS)),
    min_size=1,
)


def observed(told: dict[str, tuple[Fraction | None, ...]]) -> list[Observation]:
    return [
        Observation(catalogue()[name], {"unit": unit}, value=value, reason=None if value is not None else "empty-base")
        for unit, each in told.items()
        for name, value in zip(IDS, each, strict=True)
    ]


def ranking(observations: Sequence[Observation], card: Scorecard) -> list[Score]:
    return list(scored(observations, card).scores)


def told(listed: Sequence[Score]) -> list[tuple[str, int | None, Fraction | None]]:
    return [(one.unit, one.rank, one.value) for one in listed]


@given(criteria, shares)
def test_points_lie_between_none_and_the_weight(one: Criterion, value: Fraction) -> None:
    assert 0 <= one.points(value) <= one.weight
    assert (one.points(one.least), one.points(one.full)) == (0, one.weight)
    assert one.points((one.least + one.full) / 2) == one.weight / 2


@given(criteria, shares, shares)
def test_more_in_the_direction_asked_for_never_gives_fewer_points(one: Criterion, a: Fraction, b: Fraction) -> None:
    low, high = sorted((a, b), reverse=one.full < one.least)
    assert one.points(low) <= one.points(high)


@given(units, cards)
def test_a_score_is_the_points_over_the_weights_that_could_be_judged(
    found: dict[str, tuple[Fraction | None, ...]], card: Scorecard
) -> None:
    for one in ranking(observed(found), card):
        known = [each for each in one.criteria if each.observation.value is not None]
        assert one.weight == sum(each.criterion.weight for each in known)
        assert (one.value is None) == (not known)
        assert one.value is None or 0 <= one.value <= 1
        if one.value is not None:
            assert one.value * one.weight == sum(each.points or 0 for each in known)


@given(units, cards)
def test_ranks_count_the_better_and_equals_share_one(
    found: dict[str, tuple[Fraction | None, ...]], card: Scorecard
) -> None:
    listed = ranking(observed(found), card)
    assert {one.unit for one in listed} == found.keys()
    ranked = [one for one in listed if one.rank is not None]
    assert listed[: len(ranked)] == ranked
    assert [one.value for one in ranked] == sorted((one.value for one in ranked if one.value is not None), reverse=True)
    for one in listed:
        if one.value is None or one.unit == "_U":
            assert one.rank is None
        else:
            assert one.rank == 1 + sum(other.value > one.value for other in ranked if other.value is not None)
    assert [one.unit for one in listed if one.unit == "_U"] in ([], [listed[-1].unit])


def test_two_seconds_are_followed_by_a_fourth() -> None:
    found = {unit: (Fraction(value, 10), *[None] * 3) for unit, value in {"A": 3, "B": 5, "C": 9, "Đ": 5}.items()}
    card = Scorecard.model_validate({"title": "a card", "criterion": (criterion(),)})
    assert [(one.unit, one.rank) for one in ranking(observed(found), card)] == [("C", 1), ("B", 2), ("Đ", 2), ("A", 4)]


@given(units, cards, st.randoms())
def test_the_order_of_the_figures_is_nothing(
    found: dict[str, tuple[Fraction | None, ...]], card: Scorecard, rng: random.Random
) -> None:
    listed = observed(found)
    shuffled = rng.sample(listed, len(listed))
    assert told(ranking(shuffled, card)) == told(ranking(listed, card))


@given(units, cards)
def test_a_unit_is_scored_alike_whoever_else_is(found: dict[str, tuple[Fraction | None, ...]], card: Scorecard) -> None:
    together = {one.unit: one.value for one in ranking(observed(found), card)}
    for unit, each in found.items():
        (alone,) = ranking(observed({unit: each}), card)
        assert alone.value == together[unit]


@given(plans(), cards, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_is_nothing(plan: Plan, card: Scorecard, rng: random.Random) -> None:
    people = rng.sample(plan.people, len(plan.people))
    first, second = (figures(plan.only(each).grid(), by=("unit",)) for each in (plan.people, people))
    assert told(ranking(first, card)) == told(ranking(second, card))
