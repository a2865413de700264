"""When somebody retires: the ages of Article 169 and of Decree 135/2020/NĐ-CP, to the month."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genderstats.people.days import Day
from genderstats.people.retirement import Sex, retirement

months = st.tuples(st.integers(1930, 2010), st.integers(1, 12))
sexes = st.sampled_from(["F", "M"])

#: The first month of birth of each age of the road map, the age, and the month from which that person has left.
ROAD_MAP: dict[Sex, list[tuple[tuple[int, int], tuple[int, int], tuple[int, int]]]] = {
    "M": [
        ((1961, 1), (60, 3), (2021, 5)),
        ((1961, 10), (60, 6), (2022, 5)),
        ((1962, 7), (60, 9), (2023, 5)),
        ((1963, 4), (61, 0), (2024, 5)),
        ((1964, 1), (61, 3), (2025, 5)),
        ((1964, 10), (61, 6), (2026, 5)),
        ((1965, 7), (61, 9), (2027, 5)),
        ((1966, 4), (62, 0), (2028, 5)),
        ((1980, 1), (62, 0), (2042, 2)),
    ],
    "F": [
        ((1966, 1), (55, 4), (2021, 6)),
        ((1966, 9), (55, 8), (2022, 6)),
        ((1967, 5), (56, 0), (2023, 6)),
        ((1968, 1), (56, 4), (2024, 6)),
        ((1968, 9), (56, 8), (2025, 6)),
        ((1969, 5), (57, 0), (2026, 6)),
        ((1970, 1), (57, 4), (2027, 6)),
        ((1970, 9), (57, 8), (2028, 6)),
        ((1971, 5), (58, 0), (2029, 6)),
        ((1972, 1), (58, 4), (2030, 6)),
        ((1972, 9), (58, 8), (2031, 6)),
        ((1973, 5), (59, 0), (2032, 6)),
        ((1974, 1), (59, 4), (2033, 6)),
        ((1974, 9), (59, 8), (2034, 6)),
        ((1975, 5), (60, 0), (2035, 6)),
        ((1990, 1), (60, 0), (2050, 2)),
    ],
}
STEPS = [(sex, *step) for sex, steps in ROAD_MAP.items() for step in steps]


def month(year: int, number: int) -> int:
    return year * 12 + number - 1


def age_at_leaving(born: tuple[int, int], sex: Sex) -> int:
    """The age in months in the month before the one from which somebody has left."""
    left = retirement().left(Day(*born), sex)
    return month(left.year, left.month) - 1 - month(*born)


@pytest.mark.parametrize(("sex", "born", "age", "left"), STEPS)
def test_the_road_map_is_that_of_the_decree(
    sex: Sex, born: tuple[int, int], age: tuple[int, int], left: tuple[int, int]
) -> None:
    assert retirement().left(Day(*born), sex) == dt.date(*left, 1)
    assert divmod(age_at_leaving(born, sex), 12) == age


@pytest.mark.parametrize("sex", ROAD_MAP)
def test_everybody_born_between_two_steps_retires_at_the_age_of_the_earlier(sex: Sex) -> None:
    for (first, age, _), (following, _, _) in pairwise(ROAD_MAP[sex]):
        for at in range(month(*first), month(*following)):
            assert divmod(age_at_leaving((at // 12, at % 12 + 1), sex), 12) == age


def test_before_2021_the_ages_were_60_and_55() -> None:
    assert retirement().left(Day(1960, 12, 31), "M") == dt.date(2021, 1, 1)
    assert retirement().left(Day(1965, 12, 31), "F") == dt.date(2021, 1, 1)
    assert retirement().left(Day(1950, 3, 8), "F") == dt.date(2005, 4, 1)


def test_a_year_alone_counts_from_its_first_of_january_and_a_month_from_its_first_day() -> None:
    for sex in ("F", "M"):
        assert retirement().left(Day(1970), sex) == retirement().left(Day(1970, 1, 1), sex)
        assert retirement().left(Day(1970, 7), sex) == retirement().left(Day(1970, 7, 31), sex)


@given(months, sexes)
def test_somebody_retires_in_the_first_month_that_satisfies_the_age_of_its_year(
    born: tuple[int, int], sex: Sex
) -> None:
    def asked(year: int) -> int:
        return [one for one in retirement().ages if one.year <= year][-1].asked(sex)

    left = retirement().left(Day(*born), sex)
    reached = month(left.year, left.month) - 1
    early = [at for at in range(month(*born), reached) if at - month(*born) >= asked(at // 12)]
    assert early == []
    assert reached - month(*born) >= asked(reached // 12)


@given(months, months, sexes)
def test_the_elder_never_retires_later(one: tuple[int, int], other: tuple[int, int], sex: Sex) -> None:
    elder, younger = sorted((one, other))
    assert retirement().left(Day(*elder), sex) <= retirement().left(Day(*younger), sex)


def test_the_law_is_cited_and_those_with_other_rules_are_named_in_both_languages() -> None:
    law = retirement()
    for language in ("en", "vi"):
        assert "135/2020/NĐ-CP" in law.source[language]
        assert any("Công an nhân dân" in rule[language] for rule in law.other_rules)
