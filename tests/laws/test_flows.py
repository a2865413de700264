"""People of two periods: nobody is matched by guess, and the books of every group balance to the last person."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.panel import PEOPLE, RANKS, Somebody, birth_of, compared, doubtful, grid, once, sure
from support.sheets import write

from genderstats import read_roster
from genderstats.counting.flows import Flow, FlowError
from genderstats.counting.matching import Matching, Side
from genderstats.counting.search import match
from genderstats.counting.tally import Split
from genderstats.people.days import Day
from genderstats.reading.identities import alike_births, differing_births, open_births
from genderstats.reading.keys import MatchKeys, name_key, number_key
from genderstats.reporting import flows
from genderstats.reporting.document import Paragraph

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from genderstats.analysis.flows import DoubtedPeople
    from genderstats.reading.sheet import Address

SECRET = b"a secret of the tests"
PARTS = ("then", "now", "stay", "entries", "exits", "moved_in", "moved_out", "corrected")
NOBODY = Split(0, 0, 0)


def lan(**other: str) -> Somebody:
    return replace(Somebody(0, "Nữ", "Phòng A", "Chuyên viên", "Không", "CB0", birth_of(0)), **other)


def hung(**other: str) -> Somebody:
    return replace(Somebody(1, "Nam", "Phòng A", "Trưởng phòng", "3/2/2005", "CB1", birth_of(1)), **other)


@given(doubtful(), doubtful())
def test_the_books_of_every_group_balance_for_each_sex(then: list[Somebody], now: list[Somebody]) -> None:
    (found,) = compared(then, now).flows
    for flow in (found.total, *(one.flow for one in found.groups)):
        for sex in range(3):
            books = flow.then[sex] + flow.entries[sex] + flow.entries_unmatched[sex] - flow.exits[sex]
            books += flow.moved_in[sex] - flow.moved_out[sex] + flow.corrected[sex] - flow.exits_unmatched[sex]
            assert books == flow.now[sex]


@given(doubtful(), doubtful())
def test_whoever_is_not_matched_is_told_of(then: list[Somebody], now: list[Somebody]) -> None:
    (found,) = compared(then, now).flows
    told = [
        found.matching.keyless[side] + len({who for one in found.doubts for who in one_side(one, side)})
        for side in (0, 1)
    ]
    assert told == [found.total.exits_unmatched.people, found.total.entries_unmatched.people]
    assert min(found.matching.keyless) >= 0
    assert list(flows.page(found, "2020", "2021"))


def one_side(doubt: DoubtedPeople, side: int) -> tuple[Address, ...]:
    return (doubt.then, doubt.now)[side]


@given(doubtful(), doubtful())
def test_the_groups_of_a_dimension_add_up_to_everybody_and_moves_to_nothing(
    then: list[Somebody], now: list[Somebody]
) -> None:
    (found,) = compared(then, now).flows
    for dimension in dict.fromkeys(one.dimension for one in found.groups):
        groups = [one.flow for one in found.groups if one.dimension == dimension]
        whole = sum(groups[1:], groups[0])
        assert (whole.then, whole.now) == (found.total.then, found.total.now)
        assert whole.moved_in == whole.moved_out
        for part in ("entries", "exits", "entries_unmatched", "exits_unmatched", "corrected"):
            assert getattr(whole, part) == getattr(found.total, part)


@pytest.mark.parametrize("by", ["level", "unit", "party"])
@given(then=doubtful(), now=doubtful())
def test_the_books_begin_and_end_with_the_figures(by: str, then: list[Somebody], now: list[Somebody]) -> None:
    told = compared(then, now, [by])
    (flows,) = told.flows
    sides = [{one.by[by]: one for one in side.observations if one.by} for side in told.computations]
    for one in flows.groups:
        for figures, split in zip(sides, (one.flow.then, one.flow.now), strict=True):
            figure = figures.get(one.code)
            counted = (figure.women, figure.men, figure.unknown) if figure else NOBODY
            assert counted == split


@given(sure(), sure())
def test_who_is_surely_known_is_counted_as_by_hand(then: list[Somebody], now: list[Somebody]) -> None:
    (found,) = compared(then, now).flows
    before, after = {one.who: one for one in then}, {one.who: one for one in now}
    stay = before.keys() & after.keys()

    def counted(people: object) -> Split:
        sexes = Counter(one.sex for one in people)  # type: ignore[attr-defined]
        return Split(sexes["Nữ"], sexes["Nam"], 0)

    def told_of(move: Callable[[Somebody, Somebody], bool]) -> Split:
        return counted(after[who] for who in stay if move(before[who], after[who]))

    def ranks(move: Callable[[int, int], bool]) -> Split:
        def judged(one: Somebody, other: Somebody) -> bool:
            was, is_now = RANKS[one.title], RANKS[other.title]
            return was is not None and is_now is not None and move(was, is_now)

        return told_of(judged)

    expected = {
        "stay": counted(after[who] for who in stay),
        "enter": counted(after[who] for who in after.keys() - stay),
        "leave": counted(before[who] for who in before.keys() - stay),
        "enter-unmatched": NOBODY,
        "leave-unmatched": NOBODY,
        "transferred": told_of(lambda one, other: "" not in (one.unit, other.unit) and one.unit != other.unit),
        "unit-unknown": told_of(lambda one, other: "" in (one.unit, other.unit)),
        "sex-corrected": told_of(lambda one, other: one.sex != other.sex),
        "promoted": ranks(lambda was, is_now: is_now < was < 9),
        "demoted": ranks(lambda was, is_now: was < is_now < 9),
        "appointed": ranks(lambda was, is_now: was == 9 > is_now),
        "gave-up-post": ranks(lambda was, is_now: was < 9 == is_now),
        "office-unknown": told_of(lambda one, other: None in (RANKS[one.title], RANKS[other.title])),
        "party-admitted": told_of(lambda one, other: (one.party, other.party) == ("Không", "3/2/2005")),
        "party-departed": told_of(lambda one, other: (one.party, other.party) == ("3/2/2005", "Không")),
        "party-unknown": told_of(lambda one, other: "Không rõ" in (one.party, other.party)),
        "birth-corrected": NOBODY,
    }
    told = {one.name: one.people for one in found.named}
    assert told.keys() >= {"stay", "enter", "leave", "sex-corrected", "birth-corrected"}
    if not all("3/2/2005" in {one.party for one in some} for some in (then, now)):
        # Where nobody of a list is known to be a member, a column of “Không” alone tells nothing of membership.
        told = {name: people for name, people in told.items() if not name.startswith("party")}
    assert {name: expected[name] for name in told if name in expected} == {
        name: people for name, people in told.items() if name in expected
    }


@given(once(), once(), st.randoms())
def test_the_order_of_rows_changes_no_flow(then: list[Somebody], now: list[Somebody], chance: random.Random) -> None:
    mixed = chance.sample(then, len(then)), chance.sample(now, len(now))
    (one,), (other,) = compared(then, now).flows, compared(*mixed).flows
    assert (one.total, set(one.named)) == (other.total, set(other.named))
    assert {(each.dimension, each.code): each.flow for each in one.groups} == {
        (each.dimension, each.code): each.flow for each in other.groups
    }


@given(doubtful())
def test_a_period_compared_with_itself_has_no_flows(people: list[Somebody]) -> None:
    (found,) = compared(people, people).flows
    for flow in (found.total, *(one.flow for one in found.groups)):
        assert {flow.entries, flow.exits, flow.moved_in, flow.moved_out, flow.corrected} == {NOBODY}
        assert flow.entries_unmatched == flow.exits_unmatched


@given(doubtful(), doubtful())
def test_there_and_back_entries_are_exits(then: list[Somebody], now: list[Somebody]) -> None:
    (there,), (back,) = compared(then, now).flows, compared(now, then).flows
    assert (there.total.entries, there.total.exits) == (back.total.exits, back.total.entries)
    assert there.total.entries_unmatched == back.total.exits_unmatched
    assert there.total.corrected == Split(*(-number for number in back.total.corrected))


KEYS = st.lists(st.integers(0, 5), min_size=1, max_size=12)


def side(numbers: list[int], names: list[int], sexes: list[int], births: list[int]) -> Side:
    length = min(map(len, (numbers, names, sexes, births)))
    some = [np.array(one[:length], np.uint64) for one in (numbers, names, names)]
    keys = MatchKeys(*some)
    return Side(keys, np.array(sexes[:length], np.int8), np.array(births[:length], np.int64))


def sides() -> st.SearchStrategy[Side]:
    few = st.lists(st.integers(0, 2), min_size=12, max_size=12)
    births = st.lists(st.sampled_from([-1, 820000, 820001]), min_size=12, max_size=12)
    return st.builds(side, KEYS, KEYS, few, births)


@given(sides(), sides())
def test_nobody_is_matched_twice_or_both_matched_and_not(then: Side, now: Side) -> None:
    found = match(then, now)
    for places, unmatched in ((found.then, found.unmatched_then), (found.now, found.unmatched_now)):
        assert len(set(places.tolist())) == len(places)
        assert not unmatched[places].any()
    for one in found.doubts:
        assert found.unmatched_then[list(one.then)].all()
        assert found.unmatched_now[list(one.now)].all()


@given(sides(), sides())
def test_matched_people_share_a_key_that_stands_once_on_either_side(then: Side, now: Side) -> None:
    found = match(then, now)
    for one, other in zip(found.then.tolist(), found.now.tolist(), strict=True):
        kinds = ((then.keys.numbers, now.keys.numbers), (then.keys.names, now.keys.names))
        assert any(
            old[one] == new[other] != 0 and (old == old[one]).sum() == (new == new[other]).sum() == 1
            for old, new in kinds
        )


@given(sides(), sides())
def test_matching_is_the_same_either_way(then: Side, now: Side) -> None:
    there, back = match(then, now), match(now, then)
    assert _pairs(there) == {(other, one) for one, other in _pairs(back)}
    assert there.unmatched_then.tolist() == back.unmatched_now.tolist()


def _pairs(found: Matching) -> set[tuple[int, int]]:
    return set(zip(found.then.tolist(), found.now.tolist(), strict=True))


def doubts(then: list[Somebody], now: list[Somebody]) -> list[tuple[str, list[int | None], list[int | None]]]:
    (found,) = compared(then, now).flows
    return [(one.why, [each.row for each in one.then], [each.row for each in one.now]) for one in found.doubts]


def test_a_number_that_stands_twice_is_listed_by_address_and_matched_with_nobody() -> None:
    twin = replace(hung(), who=2, number="CB0", birth=birth_of(2), sex="Nữ")
    assert doubts([lan(), twin, hung()], [lan(), hung()]) == [("number-repeated", [2, 3], [2])]


def test_one_number_with_other_sex_and_other_birth_is_no_match() -> None:
    other = replace(lan(), who=3, sex="Nam", birth=birth_of(3))
    assert doubts([lan(), hung()], [other, hung()]) == [("contradicts", [2], [2])]


def test_numbers_that_were_exchanged_are_listed_and_never_believed() -> None:
    then = [lan(), hung(), replace(lan(), who=2, number="CB2", birth=birth_of(2))]
    now = [lan(number="CB1"), hung(number="CB0"), then[2]]
    assert {one for one, _, _ in doubts(then, now)} == {"crossed"}


def test_one_name_and_birth_with_another_number_is_listed() -> None:
    assert doubts([lan(), hung()], [lan(number="CB9"), hung()]) == [("number-differs", [2], [2])]


def test_who_has_no_number_is_matched_by_name_and_birth() -> None:
    (found,) = compared([lan(), hung()], [lan(number=""), hung()]).flows
    assert (found.matching.by_number, found.matching.by_name, found.total.stay) == (1, 1, Split(1, 1, 0))


def test_who_has_neither_number_nor_whole_birth_is_counted_apart() -> None:
    (found,) = compared([lan(number="", birth="1970"), hung()], [lan(number="", birth="1970"), hung()]).flows
    assert (found.total.exits_unmatched, found.total.entries_unmatched) == (Split(1, 0, 0), Split(1, 0, 0))
    assert (found.total.exits, found.total.entries) == (NOBODY, NOBODY)


def test_numbers_that_begin_anew_on_each_list_are_not_trusted() -> None:
    def listed(people: range, first: int) -> list[Somebody]:
        return [
            Somebody(who, "Nữ", "Phòng A", "", "Không", f"CB{number}", birth_of(who))
            for number, who in enumerate(people, first)
        ]

    (found,) = compared(listed(range(len(PEOPLE)), 0), listed(range(1, len(PEOPLE)), 0)).flows
    assert found.matching.distrusted
    assert (found.matching.by_name, found.total.stay.women, found.total.exits.women) == (7, 7, 1)


def test_numbers_without_names_have_to_be_borne_out_by_births_or_sexes() -> None:
    def listed(births: list[str], sexes: list[str]) -> list[list[str]]:
        rows = [[f"CB{place:02}", sex, birth] for place, (sex, birth) in enumerate(zip(sexes, births, strict=True))]
        return [["Số hiệu", "Giới tính", "Ngày sinh"], *rows]

    days = [f"{day:02}/05/1970" for day in range(1, 31)]
    sexes = ["Nữ", "Nam", "Nam"] * 10
    nobody = [""] * 30
    for then, now in (
        (listed(days, sexes), listed(days[::-1], sexes)),
        (listed(nobody, sexes), listed(nobody, sexes[1:] + sexes[:1])),
    ):
        (found,) = compared(then, now).flows
        assert (found.matching.distrusted, found.reason) == (True, "no-keys")
    (found,) = compared(listed(nobody, sexes), listed(nobody, ["Nam", *sexes[1:]])).flows
    assert (found.called("sex-corrected"), found.total.stay) == (Split(0, 1, 0), Split(9, 21, 0))


def test_lists_that_share_no_key_give_no_flows_and_say_so() -> None:
    plain = [["Họ và tên", "Giới tính"], ["Nguyễn Thị Lan", "Nữ"], ["Trần Văn Hùng", "Nam"]]
    (found,) = compared(plain, plain).flows
    assert (found.reason, found.groups, found.named) == ("no-keys", (), ())


def test_those_of_whom_nothing_tells_who_they_are_are_counted_apart() -> None:
    then = [lan(number="", birth="1970"), hung(number="")]
    (found,) = compared(then, [hung(number=""), lan(who=2, number="", birth="")]).flows
    assert (found.matching.keyless, found.doubts) == ((1, 1), ())
    page = [part.text for part in flows.page(found, "2020", "2021") if isinstance(part, Paragraph)]
    assert [text.en for text in page if text.en.startswith("Of 1 then and 1 now nothing tells who they are")]


def test_a_corrected_birth_and_sex_are_told_and_the_person_stays() -> None:
    (found,) = compared([lan(), hung()], [lan(birth="02/06/1970"), hung(sex="Nữ")]).flows
    assert (found.called("birth-corrected"), found.called("sex-corrected")) == (Split(1, 0, 0), Split(1, 0, 0))
    assert (found.total.corrected, found.total.stay) == (Split(1, -1, 0), Split(2, 0, 0))


def test_a_birth_that_is_only_told_more_closely_is_not_corrected() -> None:
    births = np.array([_key(1970, 0, 0), _key(1970, 5, 1), -1]), np.array([_key(1970, 5, 1), _key(1970, 5, 2), 5])
    assert differing_births(*births).tolist() == [False, True, False]


def _births() -> st.SearchStrategy[tuple[int, ...]]:
    year, month, day = st.integers(1970, 1972), st.integers(1, 3), st.integers(1, 3)
    return st.one_of(st.just(()), st.tuples(year), st.tuples(year, month), st.tuples(year, month, day))


def _keyed(birth: tuple[int, ...]) -> int:
    return _key(*birth, *(0,) * (3 - len(birth))) if birth else -1


@given(st.sets(_births(), max_size=8), st.sets(_births(), max_size=8))
def test_births_are_related_as_one_by_one(then: set[tuple[int, ...]], now: set[tuple[int, ...]]) -> None:
    def may_be_one(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
        return min(len(one), len(other)) < 3 and all(a == b for a, b in zip(one, other, strict=False))

    def alike(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
        return len(one) == len(other) == 3 and sum(a != b for a, b in zip(one, other, strict=True)) == 1

    for related, law in ((open_births, may_be_one), (alike_births, alike)):
        expected = (
            {_keyed(one) for one in then if any(law(one, other) for other in now)},
            {_keyed(other) for other in now if any(law(one, other) for one in then)},
        )
        assert related({*map(_keyed, then)}, {*map(_keyed, now)}) == expected


def _key(year: int, month: int, day: int) -> int:
    return (year * 13 + month) * 32 + day


def test_books_that_do_not_balance_cannot_be_made() -> None:
    one = Split(1, 0, 0)
    with pytest.raises(FlowError):
        Flow(one, one, entries=one)
    with pytest.raises(FlowError):
        Flow(one, Split(2, 0, 0), corrected=one)


@given(doubtful())
def test_keys_of_one_secret_are_those_of_any_spelling_and_of_another_secret_others(people: list[Somebody]) -> None:
    spelt = [[cell.upper() if place == 1 else cell for place, cell in enumerate(row)] for row in grid(people)[1:]]
    one, other = (_keys([grid(people)[0], *rows]) for rows in (grid(people)[1:], spelt))
    assert one.names.tolist() == other.names.tolist()
    assert one.numbers.tolist() == other.numbers.tolist()
    assert not ({*one.numbers.tolist()} & {*one.names.tolist()}) - {0}


def _keys(rows: list[list[str]]) -> MatchKeys:
    with tempfile.TemporaryDirectory() as folder:
        (roster,) = read_roster(write(Path(folder) / "roster.csv", rows)).rosters
    return MatchKeys.of([roster], SECRET)


def test_another_secret_gives_other_keys() -> None:
    day = Day(1970, 5, 1)
    assert number_key("CB1", SECRET) != number_key("CB1", b"another")
    assert name_key("Lan", day, SECRET) != name_key("Lan", day, b"another")


# Who is never guessed -------------------------------------------------------------------------------------------------

OTHERS = [Somebody(who, "Nam", "Phòng A", "Chuyên viên", "Không", f"CB{who}", birth_of(who)) for who in range(3, 8)]


def account(then: list[Somebody], now: list[Somebody]) -> tuple[set[str], dict[str, int]]:
    """Why people are in doubt, and how many stay, enter and leave besides the others."""
    (found,) = compared([*then, *OTHERS], [*now, *OTHERS]).flows
    told = {name: found.called(name).people for name in ("stay", "enter", "leave")}  # type: ignore[union-attr, arg-type]
    return {one.why for one in found.doubts}, told | {"stay": told["stay"] - len(OTHERS)}


@pytest.mark.parametrize(
    ("then", "now", "why"),
    [
        # A number that was given to somebody else: name and birth differ, or name and sex, or the name where no birth is known.
        ([lan()], [replace(lan(), who=2, birth=birth_of(2))], "contradicts"),
        ([lan(birth="")], [replace(lan(birth=""), who=1, sex="Nam")], "contradicts"),
        ([lan(birth="")], [replace(lan(birth=""), who=2)], "contradicts"),
        # One name, a number on one list and a year alone, or none, on the other.
        ([lan(birth="1970")], [lan(number="")], "name-alone"),
        ([lan()], [lan(number="", birth="1970")], "name-alone"),
        ([lan(birth="")], [lan(number="")], "name-alone"),
        # One name, no number, and a slip in the year, the month or the day.
        ([lan(number="")], [lan(number="", birth="01/05/1971")], "birth-alike"),
        ([lan(number="")], [lan(birth="11/05/1970")], "birth-alike"),
        # Somebody whose row on the other list is in doubt for another reason.
        ([lan(number="")], [lan(), replace(lan(), who=2, birth=birth_of(2))], "with-doubtful"),
        ([lan(), replace(lan(), who=2, birth=birth_of(2))], [lan(number="")], "with-doubtful"),
        ([lan()], [lan(number="CB9"), replace(lan(number="CB9"), who=2, birth=birth_of(2))], "with-doubtful"),
    ],
)  # fmt: skip
def test_who_may_be_on_both_lists_has_neither_left_nor_come(
    then: list[Somebody], now: list[Somebody], why: str
) -> None:
    whys, told = account(then, now)
    assert why in whys
    assert (told["stay"], told["enter"], told["leave"]) == (0, 0, 0)


@pytest.mark.parametrize(
    "now",
    [
        lan(sex="Nam"),  # a corrected sex
        lan(birth="2/6/1970"),  # a corrected birth, the name being the same
        replace(lan(), who=2),  # a corrected name, the birth being the same
        lan(birth="1970"),
        lan(birth="", sex="Nam"),
        lan(number=""),
    ],
)
def test_one_correction_that_the_rest_confirms_is_no_doubt(now: Somebody) -> None:
    assert account([lan()], [now]) == (set(), {"stay": 1, "enter": 0, "leave": 0})


def test_namesakes_with_other_births_or_numbers_are_two_people() -> None:
    assert account([lan(number="")], [lan(number="", birth="9/9/1985")]) == (set(), {"stay": 0, "enter": 1, "leave": 1})
    assert account([lan(birth="")], [lan(birth="", number="CB9")]) == (set(), {"stay": 0, "enter": 1, "leave": 1})


def numbered(form: str, count: int = 30) -> list[list[str]]:
    rows = [[form.format(place), f"Người {place}", "Nữ" if place % 3 else "Nam"] for place in range(1, count + 1)]
    return [["Số hiệu", "Họ và tên", "Giới tính"], *rows]


@pytest.mark.parametrize("form", ["{}", "{}.0", "{:05}", "{:07}"])
def test_numbers_that_lost_their_leading_zeros_are_the_same(form: str) -> None:
    (found,) = compared(numbered("{:05}"), numbered(form)).flows
    assert (found.total.stay.people, found.total.entries.people, found.total.exits.people) == (30, 0, 0)


def test_two_numbers_that_are_one_without_their_zeros_are_listed() -> None:
    then = [*numbered("{}"), ["0007", "Người khác", "Nam"]]
    (found,) = compared(then, numbered("{}")).flows
    assert {one.why for one in found.doubts} == {"number-repeated"}


def test_lists_that_share_no_number_give_no_balance_but_say_why() -> None:
    (found,) = compared(numbered("A{}"), numbered("B{}")).flows
    assert (found.matching.distrusted, found.reason) == (True, "no-keys")


def test_a_sex_that_is_another_for_many_is_told() -> None:
    then = numbered("{}")
    now = [then[0], *([number, name, "Nam" if sex == "Nữ" else "Nữ"] for number, name, sex in then[1:])]
    assert not compared(then, then).flows[0].many_corrected
    births = [[*row, f"{place % 27 + 1}/5/1970" if place else "Ngày sinh"] for place, row in enumerate(then)]
    swapped = [[*row, births[place][3]] for place, row in enumerate(now)]
    (found,) = compared(births, swapped).flows
    assert (found.called("sex-corrected").people, found.many_corrected) == (30, True)  # type: ignore[union-attr]
