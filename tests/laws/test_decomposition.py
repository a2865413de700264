"""The change of a share taken apart: whatever the way, the parts add up to it exactly."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from support.panel import Somebody, birth_of, compared, doubtful

from genderstats.analysis.decomposition import CAUSES, Decomposition, DecompositionError, Effect
from genderstats.analysis.interval import newcombe, wilson

if TYPE_CHECKING:
    from collections.abc import Sequence

SHARES = (
    "women-share-staff", "women-share-leaders", "party-rate", "women-share-party-members", "minority-women-share-leaders",
)  # fmt: skip


def taken_apart(
    then: list[Somebody], now: list[Somebody], by: Sequence[str] = (), indicators: Sequence[str] = SHARES
) -> list[Decomposition]:
    return list(compared(then, now, by, indicators).decompositions[0])


def woman(who: int, unit: str = "Phòng A", sex: str = "Nữ") -> Somebody:
    return Somebody(who, sex, unit, "Chuyên viên", "Không", f"CB{who}", birth_of(who))


def man(who: int, unit: str = "Phòng A") -> Somebody:
    return woman(who, unit, "Nam")


@pytest.mark.parametrize("by", [(), ("party",), ("unit", "level")], ids=str)
@given(then=doubtful(), now=doubtful())
def test_the_parts_add_up_to_the_change_exactly(by: tuple[str, ...], then: list[Somebody], now: list[Somebody]) -> None:
    for one in taken_apart(then, now, by):
        if one.points is None:
            assert one.reason
            continue
        assert isinstance(one.points, Fraction)
        if one.parts:
            assert one.composition + one.within == one.points
            assert sum(part.weight_then for part in one.parts) == sum(part.weight_now for part in one.parts) == 1
        if one.effects:
            assert sum(each.effect or 0 for each in one.effects) == one.points
            assert [each.cause for each in one.effects] == list(CAUSES)


@given(doubtful(), doubtful())
def test_the_parts_are_those_of_the_formula_with_the_mean_of_all_or_without(
    then: list[Somebody], now: list[Somebody]
) -> None:
    for one in taken_apart(then, now):
        composition = within = Fraction(0)
        for part in one.parts:
            before = part.share_now if part.share_then is None else part.share_then
            after = part.share_then if part.share_now is None else part.share_now
            assert before is not None
            assert after is not None
            composition += (part.weight_now - part.weight_then) * (before + after) / 2
            within += (after - before) * (part.weight_then + part.weight_now) / 2
        assert (composition, within) == (one.composition, one.within)


@given(doubtful(), doubtful())
def test_the_change_is_that_of_the_figures(then: list[Somebody], now: list[Somebody]) -> None:
    told = compared(then, now, (), SHARES)
    figures = {one.now.indicator.id: one for one in told.changes[0] if not one.now.by}
    for one in told.decompositions[0]:
        figure = figures[one.indicator.id]
        assert one.points == figure.points
        if one.points is None:
            assert one.reason


@given(doubtful())
def test_a_period_compared_with_itself_is_all_zeros(people: list[Somebody]) -> None:
    for one in taken_apart(people, people):
        assert {part.within for part in one.parts} <= {0}
        assert {part.composition for part in one.parts} <= {0}
        if not any(each.effect is None for each in one.effects):
            assert {each.effect for each in one.effects} <= {0}


def test_a_unit_in_one_period_only_changes_the_share_by_its_size_alone() -> None:
    then, now = [woman(0), man(1)], [woman(0), man(1), woman(2, "Phòng B"), woman(3, "Phòng B")]
    (one,) = taken_apart(then, now, indicators=["women-share-staff"])
    assert (one.points, one.composition, one.within) == (Fraction(1, 4), Fraction(1, 4), 0)
    assert [part.share_then for part in one.parts] == [Fraction(1, 2), None]


def test_exits_entries_and_corrections_are_told_apart_in_their_order() -> None:
    then = [woman(0), man(1), man(2), man(3)]
    now = [woman(0), man(1), woman(2), woman(4)]
    (one,) = taken_apart(then, now, indicators=["women-share-staff"])
    told = {each.cause: each.effect for each in one.effects}
    assert told == {
        "exits": Fraction(1, 3) - Fraction(1, 4),
        "entries": Fraction(2, 4) - Fraction(1, 3),
        "moves": 0,
        "corrections": Fraction(1, 4),
        "unmatched": 0,
    }


def test_where_nobody_would_be_left_the_next_cause_is_counted_together() -> None:
    (one,) = taken_apart([man(0), man(1)], [woman(2), man(3)], indicators=["women-share-staff"])
    told = {each.cause: each.effect for each in one.effects}
    assert (told["exits"], told["entries"], one.points) == (None, Fraction(1, 2), Fraction(1, 2))


def test_who_is_admitted_to_the_party_moves_the_rate() -> None:
    party = Somebody(1, "Nữ", "Phòng A", "Chuyên viên", "3/2/2005", "CB1", birth_of(1))
    joined = Somebody(0, "Nữ", "Phòng A", "Chuyên viên", "3/2/2020", "CB0", birth_of(0))
    (one,) = taken_apart([woman(0), party], [joined, party], indicators=["party-rate"])
    assert {each.cause: each.effect for each in one.effects}["moves"] == one.points == Fraction(1, 2)


def test_a_figure_that_is_no_share_of_people_is_said_to_be_none() -> None:
    people = [woman(0), man(1)]
    told = {one.indicator.id: one.reason for one in taken_apart(people, people, indicators=["women-share-deputies"])}
    assert set(told.values()) <= {None, "no-figure", "not-a-share-of-people"}
    told = {one.indicator.id: one.reason for one in taken_apart(people, people, indicators=[])}
    assert "not-a-share-of-people" in told.values()


def test_parts_that_do_not_add_up_cannot_be_made() -> None:
    (one,) = taken_apart([man(0), man(1)], [woman(0), man(1)], indicators=["women-share-staff"])
    with pytest.raises(DecompositionError):
        Decomposition(one.indicator, one.then, one.now, effects=(Effect("exits", 0, 0, Fraction(1)),))


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [
        ((56, 70, 48, 80), 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.1705, 0.8090),
        ((6, 7, 2, 7), 0.0582, 0.8062),
        ((5, 56, 0, 29), -0.0381, 0.1926),
    ],
)
def test_newcombes_interval_is_that_of_his_table(counts: tuple[int, int, int, int], low: float, high: float) -> None:
    found = newcombe(*counts)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)
    back = newcombe(*counts[2:], *counts[:2])
    assert (back.low, back.high) == pytest.approx((-found.high, -found.low))


def test_wilsons_interval_is_that_of_the_oracle() -> None:
    found = wilson(1, 15)
    assert (round(found.low, 4), round(found.high, 4)) == (0.0119, 0.2982)
