"""The indicators of one period: rosters in, observations out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from genderstats.analysis.observe import observe
from genderstats.indicators.catalogue import dimensions_of, indicators
from genderstats.indicators.dimension import AgeBands
from genderstats.workflows.gathering import Gathering, Progress, gather, silent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from genderstats.analysis.observation import Observation
    from genderstats.indicators.dimension import Dimension
    from genderstats.indicators.indicator import Indicator
    from genderstats.reading.profile import Profile


@dataclass(frozen=True)
class Question:
    """What is asked of rosters: which indicators, broken down by what, in which age bands."""

    indicators: tuple[Indicator, ...]
    by: tuple[Dimension, ...] = ()
    bands: AgeBands = AgeBands()

    @classmethod
    def asked(cls, ids: Sequence[str] = (), by: Sequence[str] = (), bands: AgeBands | None = None) -> Question:
        """The question put in names; no id asks for the whole catalogue.

        Raises:
            UnknownNameError: a name is no indicator or no dimension.
        """
        return cls(tuple(indicators(ids)), tuple(dimensions_of(by)), bands or AgeBands())


@dataclass(frozen=True)
class Computation:
    """The answer: the observations, and the rosters they come from."""

    gathering: Gathering
    question: Question
    observations: tuple[Observation, ...]


def compute(
    names: Sequence[str | Path], question: Question, profile: Profile, progress: Progress = silent
) -> Computation:
    """The observations of the question over everything that is named.

    Raises:
        InputError: something that is named cannot be read as a roster.
    """
    return answer(gather(names, profile, progress), question)


def answer(gathering: Gathering, question: Question) -> Computation:
    """The observations of the question over rosters: count each, add, divide."""
    from genderstats.counting.count import count
    from genderstats.counting.population import Population
    from genderstats.counting.tally import Tallies

    populations = (Population(roster, gathering.moment, question.bands) for roster in gathering.rosters)
    tallies = sum((count(one, question.indicators, question.by) for one in populations), Tallies())
    worded = [one.under(gathering.counting.departures) for one in question.indicators]
    return Computation(gathering, question, tuple(observe(tallies, worded)))
