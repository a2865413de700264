"""What each person adds to the numerator and the denominator of a share, so that a change can be traced to people."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from genderstats.counting.count import answers_to
from genderstats.counting.population import NO, OUTSIDE, YES

if TYPE_CHECKING:
    import numpy.typing as npt

    from genderstats.counting.flows import Workforce
    from genderstats.counting.population import Answers
    from genderstats.counting.tally import Problem
    from genderstats.indicators.indicator import Indicator

    Flags = npt.NDArray[np.bool_]
    Sexes = npt.NDArray[np.int8]

#: Measures that are shares of people, each of whom adds something or nothing.
OF_PEOPLE = ("share", "rate", "part")
_F, _UNKNOWN_SEX = 0, 2


class Contributions(NamedTuple):
    """Who is in the numerator and who in the denominator."""

    numerator: Flags
    denominator: Flags


def traceable(indicator: Indicator) -> bool:
    """Whether an indicator is one share of people, so that its change can be traced to them."""
    return (
        indicator.measure in OF_PEOPLE
        and indicator.per == "person"
        and not (indicator.own_dimensions or indicator.over)
    )


def problem(period: Workforce, indicator: Indicator) -> Problem | None:
    """Why an indicator cannot be asked of any roster of a period, or None where it can of one."""
    found = [one.why_not(indicator.population, indicator.attribute) for one in period.populations]
    return None if any(one is None for one in found) else found[0]


def answers(period: Workforce, indicator: Indicator) -> Answers:
    """What everybody of a period answers; who stands on a roster that cannot be asked stands outside."""
    return np.concatenate(
        [
            np.full(len(one), OUTSIDE, np.int8)
            if one.why_not(indicator.population, indicator.attribute)
            else np.asarray(answers_to(one, indicator), np.int8)
            for one in period.populations
        ]
    )


def contributions(indicator: Indicator, said: Answers, sexes: Sexes) -> Contributions:
    """What people with these answers and sexes add, as the measures `share`, `rate` and `part` divide."""
    women, known, yes = sexes == _F, sexes != _UNKNOWN_SEX, said == YES
    asked = yes | (said == NO)
    base = {"share": yes & known, "rate": asked & women, "part": asked & known}[indicator.measure]
    return Contributions(yes & women, base)
