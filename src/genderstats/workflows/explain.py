"""One indicator explained on rosters: its figures, the account of each, the rules that put people there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from genderstats.indicators.catalogue import with_parts
from genderstats.workflows.compute import Computation, Question, answer
from genderstats.workflows.gathering import Progress, gather, silent
from genderstats.workflows.naming import of_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from genderstats.analysis.account import Explained
    from genderstats.counting.explanation import Asked, Rule
    from genderstats.counting.population import Population
    from genderstats.indicators.indicator import Indicator
    from genderstats.reading.profile import Profile
    from genderstats.workflows.gathering import Gathering


@dataclass(frozen=True)
class Explanation:
    """The figures of an indicator (and of those shown with it), the accounts of its own, and the rules by which it was counted."""

    computation: Computation
    indicator: Indicator
    figures: tuple[Explained, ...]
    rules: tuple[Rule, ...]


def explain(
    names: Sequence[str | Path], question: Question, profile: Profile, progress: Progress = silent
) -> Explanation:
    """The first indicator of the question explained over everything that is named.

    Raises:
        InputError: something that is named cannot be read as a roster.
        AccountError: an account is not that of its figure; a defect of the program.
    """
    with of_rows(names):
        gathering = gather(names, profile, progress)
    return explain_gathered(gathering, question)


def explain_gathered(gathering: Gathering, question: Question) -> Explanation:
    """The first indicator of the question explained over rosters.

    Raises:
        AccountError: an account is not that of its figure; a defect of the program.
    """
    from genderstats.analysis.explanation import explained
    from genderstats.counting.population import Population

    found, (indicator, *_) = answer(gathering, question), question.indicators
    populations = [Population(roster, gathering.moment, question.bands) for roster in gathering.rosters]
    figures = [
        part
        for one in found.observations
        if one.indicator.id == indicator.id
        for part in explained(populations, one, question.by)
    ]
    return Explanation(found, indicator, tuple(figures), tuple(_rules(populations, question)))


def _rules(populations: Sequence[Population], question: Question) -> list[Rule]:
    """The rules of an indicator, or of those that it is made of, over all rosters that can be asked."""
    from genderstats.counting.count import breakdowns, problem_of
    from genderstats.counting.explanation import Lines, Rule, rules

    found: list[Rule] = []
    for one in with_parts(question.indicators[:1], question.known):
        told: dict[Asked, Lines] = {}
        for items in (people.each(one.per) for people in populations if not one.of):
            if any(problem_of(items, one, way) is None for way in breakdowns(one, question.by, items)):
                for asked, lines in rules(items, one).items():
                    told[asked] = told.get(asked, Lines()) + lines
        found += [Rule.of(one, asked, lines) for asked, lines in told.items()]
    return found
