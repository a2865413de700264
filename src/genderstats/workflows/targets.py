"""Figures against their targets, with the pace since an earlier roster; and units scored by an agency's own criteria."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from genderstats.analysis.targets import Earlier, Judgement, Standing, judged
from genderstats.period import Moment
from genderstats.workflows.compute import Question, answer
from genderstats.workflows.naming import HERE, Where, gathered, people

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from genderstats.analysis.scorecard import Scored
    from genderstats.indicators.scorecard import Scorecard
    from genderstats.reading.profile import Profile
    from genderstats.workflows.gathering import Gathered

#: The indicator that tells every unit, those in which no criterion can be judged among them.
_EVERYBODY = "women-share-staff"


@dataclass(frozen=True)
class Assessment:
    """Targets judged, the rosters they are judged on, the one the pace is taken from, and a scorecard filled."""

    gathering: Gathered
    judgement: Judgement
    then: Gathered | None = None
    scored: Scored | None = None

    @property
    def standings(self) -> tuple[Standing, ...]:
        """Each target against each figure."""
        return self.judgement.standings

    @property
    def gatherings(self) -> tuple[Gathered, ...]:
        """All rosters that were read."""
        return (self.gathering, *([self.then] if self.then else []))


def targets(
    names: Sequence[str | Path],
    question: Question,
    profile: Profile,
    year: int | None = None,
    since: str | Path | None = None,
    card: Scorecard | None = None,
    where: Where = HERE,
) -> Assessment:
    """The targets of the question's indicators against everything that is named, and the pace since an earlier roster or period.

    Raises:
        InputError: something that is named cannot be read as a roster, and is no period that is kept or stands in the folder.
        StoreError: the store cannot be read.
    """
    gathering, earlier = people(names, profile, where), replace(profile, moment=Moment())
    then = None if since is None else gathered(str(since), earlier, where)
    return assess(gathering, question, year, then, card)


def assess(
    gathering: Gathered,
    question: Question,
    year: int | None = None,
    then: Gathered | None = None,
    card: Scorecard | None = None,
) -> Assessment:
    """The targets of the question's indicators against rosters; `then` gives the pace, `card` scores the units."""
    asked = replace(question, indicators=tuple(one for one in question.indicators if one.targets))
    figures = answer(gathering, asked).observations
    earlier = Earlier.of(answer(then, asked).observations, then.moment.as_of, gathering.moment.as_of) if then else None
    judgement = judged(figures, question.indicators, gathering.moment, year, earlier)
    return Assessment(gathering, judgement, then, _scored(gathering, question, card) if card else None)


def _scored(gathering: Gathered, question: Question, card: Scorecard) -> Scored:
    """The scorecard over rosters."""
    from genderstats.analysis.scorecard import scored

    ids = list(dict.fromkeys([*(one.indicator for one in card.criterion), _EVERYBODY]))
    return scored(answer(gathering, Question.asked(ids, (card.by,), question.bands)).observations, card)
