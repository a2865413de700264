"""The share of bodies: which are asked, which meet the condition, which cannot be judged."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.measuring import TALLIES, asked, measured, of

from genderstats.analysis.measures.bodies import meets
from genderstats.counting.tally import Split, Tally
from genderstats.indicators.indicator import Indicator, Threshold

Bodies = dict[str, Tally]
LED = asked("bodies-with-woman-key-leader")
AT_15 = asked("committees-at-15-percent")
RULE = asked("thirty-percent-rule")
NOT_ON_IT = Tally(no=Split(5, 5, 0))


def test_bodies_are_counted_and_not_people() -> None:
    one = measured(LED, {"Bộ A": of(9, 1), "Bộ B": of(0, 1), "Bộ C": of(0, 7)})
    assert (one.numerator, one.denominator, one.value) == (1, 3, Fraction(1, 3))
    assert (one.women, one.men) == (9, 9)
    assert (one.missing, one.unjudged, one.bounds) == (("Bộ B", "Bộ C"), (), (Fraction(1, 3), Fraction(1, 3)))


def test_a_body_without_a_key_leader_on_the_list_is_not_judged_however_many_women_it_has() -> None:
    one = measured(LED, {"Bộ A": of(1, 1), "Bộ B": NOT_ON_IT})
    assert (one.value, one.unjudged, one.bounds) == (1, ("Bộ B",), (Fraction(1, 2), Fraction(1)))


def test_a_body_that_unknown_sex_could_turn_is_not_judged_and_one_that_it_cannot_is() -> None:
    one = measured(LED, {"Bộ A": of(0, 3, 1), "Bộ B": of(1, 3, 1), "Bộ C": of(0, 1)})
    assert (one.numerator, one.denominator, one.unjudged, one.missing) == (1, 2, ("Bộ A",), ("Bộ C",))
    assert one.bounds == (Fraction(1, 3), Fraction(2, 3))


def test_a_woman_of_whom_it_is_not_known_whether_she_is_a_key_leader_leaves_her_body_unjudged() -> None:
    one = measured(
        LED,
        {
            "Bộ A": Tally(yes=Split(0, 2, 0), unknown=Split(1, 0, 0)),
            "Bộ B": Tally(yes=Split(0, 2, 0), unknown=Split(0, 1, 0)),
        },
    )
    assert (one.unjudged, one.missing) == (("Bộ A",), ("Bộ B",))


def test_spellings_of_one_name_are_one_body() -> None:
    one = measured(
        LED,
        {
            "UBND tỉnh An": of(0, 1),
            "Uỷ ban nhân dân tỉnh An": of(1, 0),
            "UBND TP. Huế": of(0, 1),
            "UBND thành phố Huế": of(0, 1),
        },
    )
    assert (one.numerator, one.denominator, one.missing) == (1, 2, ("UBND TP. Huế",))


def test_people_of_no_body_make_none() -> None:
    one = measured(LED, {"Bộ A": of(1, 0), "_U": of(4, 4)})
    assert (one.numerator, one.denominator, one.undetermined) == (1, 1, 8)


@pytest.mark.parametrize(
    ("women", "men", "unknown", "answer"),
    [
        (3, 17, 0, True),
        (1500, 8500, 0, True),
        (1499, 8501, 0, False),
        (2, 12, 0, False),
        (1, 5, 1, None),
        (3, 16, 1, True),
        (2, 17, 1, None),
        (2, 18, 1, False),
        (0, 9, 1, False),
    ],
)
def test_exactly_15_percent_counts_and_14_99_does_not(women: int, men: int, unknown: int, answer: bool | None) -> None:
    assert meets(Threshold(share=Fraction("0.15")), of(women, men, unknown)) is answer


def test_no_base_for_a_committee_of_which_nobody_is_on_the_list() -> None:
    assert measured(AT_15, {"Đảng bộ A": NOT_ON_IT}).reason == "no-bodies-asked"
    assert measured(AT_15, {"Đảng bộ A": NOT_ON_IT, "Đảng bộ B": of(3, 17)}).value == 1


@pytest.mark.parametrize(
    ("women", "men", "concerned"), [(3, 7, True), (30, 70, True), (2999, 7001, False), (2, 5, False), (29, 71, False)]
)
def test_the_rule_asks_from_exactly_30_percent_of_everybody(women: int, men: int, concerned: bool) -> None:
    unit = Tally(yes=Split(0, 1, 0), no=Split(women, men - 1, 0))
    one = measured(RULE, {"Phòng A": unit, "Phòng B": of(1, 1)})
    assert (one.denominator, one.missing) == ((2, ("Phòng A",)) if concerned else (1, ()))


def test_a_unit_of_which_it_is_not_known_whether_it_has_30_percent_is_not_judged() -> None:
    unit = Tally(yes=Split(1, 0, 0), no=Split(1, 5, 1))
    one = measured(RULE, {"Phòng A": unit, "Phòng B": of(1, 1)})
    assert (one.unjudged, one.denominator) == (("Phòng A",), 1)


def test_without_bodies_and_without_judged_ones_there_is_no_figure() -> None:
    cases = [
        ({}, "no-bodies"),
        ({"_U": of(3, 3)}, "no-bodies"),
        ({"Bộ A": NOT_ON_IT}, "bodies-unjudged"),
        ({"Bộ A": of(0, 0, 1)}, "bodies-unjudged"),
    ]
    for bodies, reason in cases:
        one = measured(LED, bodies)
        assert (one.value, one.bounds, one.reason) == (None, None, reason)
    assert measured(RULE, {"Phòng A": of(1, 9)}).reason == "no-bodies-asked"


BODIES = st.dictionaries(st.sampled_from([f"Bộ {letter}" for letter in "ABCDEG"]), TALLIES, max_size=5)


@pytest.mark.parametrize("indicator", [LED, AT_15, RULE], ids=["led", "15", "30"])
@given(bodies=BODIES)
def test_bounds_hold_the_value_and_every_body_is_in_one_place(indicator: Indicator, bodies: Bodies) -> None:
    one = measured(indicator, bodies)
    assert not set(one.missing) & set(one.unjudged)
    if one.value is not None and one.bounds is not None:
        assert one.bounds[0] <= one.value <= one.bounds[1]
        assert one.denominator == (one.numerator or 0) + len(one.missing)
        assert one.denominator + len(one.unjudged) <= len(bodies)


THRESHOLDS = [
    Threshold(women=1),
    Threshold(people=2),
    Threshold(share=Fraction("0.15")),
    Threshold(share=Fraction("0.30"), of_all=True),
]


@pytest.mark.parametrize("threshold", THRESHOLDS, ids=["woman", "people", "share", "share-of-all"])
@given(people=TALLIES)
def test_a_sure_answer_stands_however_the_unknown_turns_out(threshold: Threshold, people: Tally) -> None:
    answer = meets(threshold, people)
    for women in (False, True):
        yes, no, unknown = (_turned(part, women) for part in (people.yes, people.no, people.unknown))
        for settled in (Tally(yes, _sum(no, unknown)), Tally(_sum(yes, unknown), no)):
            if answer is not None and (settled.yes.people or not threshold.share):
                assert meets(threshold, settled) is answer


def _turned(part: Split, women: bool) -> Split:
    return Split(part.women + part.unknown * women, part.men + part.unknown * (not women), 0)


def _sum(one: Split, other: Split) -> Split:
    return Split(*map(sum, zip(one, other, strict=True)))
