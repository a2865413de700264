"""The indicators of one period: rosters in, observations out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from genderstats.analysis.interval import with_interval
from genderstats.analysis.observe import observe
from genderstats.indicators.catalogue import NOTHING_OWN, catalogue, dimensions_of, indicators
from genderstats.indicators.dimension import AgeBands
from genderstats.indicators.rules import worded
from genderstats.workflows.naming import HERE, Where, people

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from genderstats.analysis.observation import Observation
    from genderstats.counting.population import Population
    from genderstats.indicators.catalogue import Own
    from genderstats.indicators.dimension import Dimension
    from genderstats.indicators.indicator import Indicator
    from genderstats.reading.profile import Profile
    from genderstats.workflows.gathering import Gathered


@dataclass(frozen=True)
class Question:
    """What is asked of rosters: which indicators, broken down by what, in which age bands, and whether with intervals.

    `known` are all indicators there are.
    """

    indicators: tuple[Indicator, ...]
    by: tuple[Dimension, ...] = ()
    bands: AgeBands = AgeBands()
    interval: bool = False
    known: Mapping[str, Indicator] = field(default_factory=catalogue, compare=False)

    @classmethod
    def asked(
        cls,
        ids: Sequence[str] = (),
        by: Sequence[str] = (),
        bands: AgeBands | None = None,
        own: Own = NOTHING_OWN,
        *,
        interval: bool = False,
    ) -> Question:
        """The question put in names; no id asks for what the user's own file names, without one for the whole catalogue.

        Raises:
            UnknownNameError: a name is no indicator or no dimension.
        """
        return cls(tuple(indicators(ids, own)), tuple(dimensions_of(by)), bands or AgeBands(), interval, own.known)


@dataclass(frozen=True)
class Computation:
    """The answer: the observations, and the rosters they come from."""

    gathering: Gathered
    question: Question
    observations: tuple[Observation, ...]


def compute(names: Sequence[str | Path], question: Question, profile: Profile, where: Where = HERE) -> Computation:
    """The observations of the question over everything that is named: rosters, or one period.

    Raises:
        InputError: something that is named cannot be read as a roster, and is no period that is kept or stands in the folder.
        StoreError: the store cannot be read.
    """
    return answer(people(names, profile, where), question)


def populations(gathering: Gathered, question: Question) -> list[Population]:
    """The rosters ready to be counted."""
    from genderstats.counting.population import Population

    return [Population(roster, gathering.moment, question.bands) for roster in gathering.rosters]


def answer(gathering: Gathered, question: Question, ready: Sequence[Population] = ()) -> Computation:
    """The observations of the question over rosters: count each, add, divide; `ready` are they, where they are made already."""
    from genderstats.counting.count import count
    from genderstats.counting.tally import Tallies

    counted = ready or populations(gathering, question)
    tallies = sum((count(one, question.indicators, question.by, question.known) for one in counted), Tallies())
    asked = [worded(one, gathering.counting.departures, question.known) for one in question.indicators]
    told = observe(tallies, asked, question.known)
    return Computation(gathering, question, tuple(map(with_interval, told) if question.interval else told))
