"""The same words for Python: read_roster, compute, compare; nothing the command line alone can do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from genderstats.indicators.dimension import AgeBands
from genderstats.reading.profile import Profile
from genderstats.reading.saved import saved
from genderstats.workflows import compare as comparing
from genderstats.workflows import compute as computing
from genderstats.workflows.compute import Question
from genderstats.workflows.gathering import gather, moment_said

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from genderstats.reading.profile import ProfileFile
    from genderstats.workflows.compare import Comparison
    from genderstats.workflows.compute import Computation
    from genderstats.workflows.gathering import Gathering

_BANDS = AgeBands()


def read_roster(
    *names: str | Path,
    sheets: Sequence[str] = (),
    header: int | None = None,
    columns: Mapping[str, str] | None = None,
    period: str | None = None,
    as_of: str | None = None,
    profile: str | Path | None = None,
) -> Gathering:
    """The rosters of files, folders or globs: people as a pandas table each, notices, ledger.

    `profile` is a file that `inspect --save` has kept; what is said beside it wins over it.

    Raises:
        GenderstatsError: something that is named cannot be read as a roster, or an argument cannot be understood.
    """
    moment = moment_said(period, as_of)
    return gather(names, Profile(tuple(sheets), header, columns or {}, moment, _kept(profile)))


def _kept(profile: str | Path | None) -> ProfileFile | None:
    return saved(Path(profile)) if profile is not None else None


def compute(
    *names: str | Path,
    indicators: Sequence[str] = (),
    by: Sequence[str] = (),
    age_bands: Sequence[int] = _BANDS.bounds,
    sheets: Sequence[str] = (),
    header: int | None = None,
    columns: Mapping[str, str] | None = None,
    period: str | None = None,
    as_of: str | None = None,
    profile: str | Path | None = None,
) -> Computation:
    """The indicators (all, where none is named) over rosters, in the groups of `by`.

    Raises:
        GenderstatsError: something that is named cannot be read as a roster, or an argument cannot be understood.
    """
    question = Question.asked(indicators, by, AgeBands.of(age_bands))
    gathering = read_roster(
        *names, sheets=sheets, header=header, columns=columns, period=period, as_of=as_of, profile=profile
    )
    return computing.answer(gathering, question)


def compare(
    *names: str | Path,
    folder: str | Path = ".",
    indicators: Sequence[str] = (),
    by: Sequence[str] = (),
    age_bands: Sequence[int] = _BANDS.bounds,
    profile: str | Path | None = None,
) -> Comparison:
    """The changes between two or more rosters or periods, oldest first; a period is looked for in the folder.

    Raises:
        GenderstatsError: a name is neither a roster nor the period of exactly one roster there.
    """
    question = Question.asked(indicators, by, AgeBands.of(age_bands))
    return comparing.compare(names, question, Profile(file=_kept(profile)), Path(folder))
