"""The same words for Python, from read_roster to periods; nothing the command line alone can do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from genderstats.indicators.catalogue import NOTHING_OWN
from genderstats.indicators.dimension import AgeBands
from genderstats.reading.carrying import UnitsMap
from genderstats.reading.own_titles import own_titles
from genderstats.reading.profile import Profile
from genderstats.reading.saved import saved, titles_said
from genderstats.vocabulary.added import with_words
from genderstats.workflows import compare as comparing
from genderstats.workflows import compute as computing
from genderstats.workflows import explain as explaining
from genderstats.workflows import forecast as foreseeing
from genderstats.workflows import keeping
from genderstats.workflows import targets as judging
from genderstats.workflows.compute import Question
from genderstats.workflows.gathering import gather, moment_said
from genderstats.workflows.naming import Where

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from contextlib import AbstractContextManager

    from genderstats.indicators.catalogue import Own
    from genderstats.reading.provenance import Kept
    from genderstats.store.keeping import Added
    from genderstats.workflows.compare import Comparison
    from genderstats.workflows.compute import Computation
    from genderstats.workflows.explain import Explanation
    from genderstats.workflows.forecast import Prospect
    from genderstats.workflows.gathering import Gathering
    from genderstats.workflows.targets import Assessment

_BANDS = AgeBands()


def read_roster(
    *names: str | Path,
    sheets: Sequence[str] = (),
    header: int | None = None,
    columns: Mapping[str, str] | None = None,
    period: str | None = None,
    as_of: str | None = None,
    profile: str | Path | None = None,
    titles: str | Path | None = None,
    vocabulary: str | Path | None = None,
) -> Gathering:
    """The rosters of files, folders or globs: people as a pandas table each, notices, ledger.

    `profile` is a file that `inspect --save` has kept; what is said beside it wins over it. `titles` is a file of title rules;
    the words of a `vocabulary` file hold for this call alone.

    Raises:
        GenderstatsError: something that is named cannot be read as a roster, or an argument cannot be understood.
    """
    with _words(vocabulary):
        said = Profile(tuple(sheets), header, columns or {}, moment_said(period, as_of))
        return gather(names, _with_files(said, profile, titles))


def _words(vocabulary: str | Path | None) -> AbstractContextManager[None]:
    return with_words(Path(vocabulary) if vocabulary is not None else None)


def _with_files(said: Profile, profile: str | Path | None, titles: str | Path | None) -> Profile:
    """What is said, with what its files say."""
    kept = saved(Path(profile)) if profile is not None else None
    path = titles_said(Path(titles) if titles is not None else None, kept)
    return replace(said, file=kept, titles=own_titles(path) if path else None)


def _own(path: str | Path | None) -> Own:
    from genderstats.indicators.own import own_indicators

    return own_indicators(Path(path)) if path is not None else NOTHING_OWN


def _path(said: str | Path | None) -> Path | None:
    return Path(said) if said is not None else None


def add(
    *names: str | Path,
    period: str | None = None,
    as_of: str | None = None,
    store: str | Path | None = None,
    replace: bool = False,
    sheets: Sequence[str] = (),
    header: int | None = None,
    columns: Mapping[str, str] | None = None,
    profile: str | Path | None = None,
    titles: str | Path | None = None,
    vocabulary: str | Path | None = None,
) -> Added:
    """Keeps the people of rosters as a period of a store (`genderstats.duckdb` here, where none is named), without their names.

    Raises:
        GenderstatsError: something that is named cannot be read as a roster, the period is kept already, or the store cannot be written.
    """
    with _words(vocabulary):
        said = Profile(tuple(sheets), header, columns or {}, moment_said(period, as_of))
        return keeping.add(
            names, _with_files(said, profile, titles), _path(store) or keeping.store_in(), replace=replace
        )[1]


def periods(store: str | Path | None = None) -> list[Kept]:
    """What a store holds, oldest period first.

    Raises:
        StoreError: there is none, or it cannot be read.
    """
    return keeping.periods(_path(store) or keeping.store_in())


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
    titles: str | Path | None = None,
    vocabulary: str | Path | None = None,
    own_indicators: str | Path | None = None,
    interval: bool = False,
    store: str | Path | None = None,
) -> Computation:
    """The indicators (all, where none is named) over rosters or one period, in the groups of `by`; shares of people with their `interval`.

    `own_indicators` is a file of one's own, in the form of the catalogue: its indicators are computed where none is named.

    Raises:
        GenderstatsError: something that is named cannot be read as a roster, or an argument cannot be understood.
    """
    question = Question.asked(indicators, by, AgeBands.of(age_bands), _own(own_indicators), interval=interval)
    with _words(vocabulary):
        said = Profile(tuple(sheets), header, columns or {}, moment_said(period, as_of))
        where = Where(Path(), _path(store))
        return computing.compute(names, question, _with_files(said, profile, titles), where)


def explain(
    indicator: str,
    *names: str | Path,
    by: Sequence[str] = (),
    age_bands: Sequence[int] = _BANDS.bounds,
    sheets: Sequence[str] = (),
    header: int | None = None,
    columns: Mapping[str, str] | None = None,
    period: str | None = None,
    as_of: str | None = None,
    profile: str | Path | None = None,
    titles: str | Path | None = None,
    vocabulary: str | Path | None = None,
    own_indicators: str | Path | None = None,
) -> Explanation:
    """One indicator over rosters: its figures, where everybody on the list stands to each, and the rules that put them there.

    Raises:
        GenderstatsError: something that is named cannot be read as a roster, or an argument cannot be understood.
    """
    question = Question.asked([indicator], by, AgeBands.of(age_bands), _own(own_indicators))
    with _words(vocabulary):
        gathering = read_roster(
            *names,
            sheets=sheets,
            header=header,
            columns=columns,
            period=period,
            as_of=as_of,
            profile=profile,
            titles=titles,
        )
        return explaining.explain_gathered(gathering, question)


def compare(
    *names: str | Path,
    folder: str | Path = ".",
    store: str | Path | None = None,
    indicators: Sequence[str] = (),
    by: Sequence[str] = (),
    age_bands: Sequence[int] = _BANDS.bounds,
    profile: str | Path | None = None,
    titles: str | Path | None = None,
    vocabulary: str | Path | None = None,
    own_indicators: str | Path | None = None,
    flows: bool = False,
    decompose: bool = False,
    interval: bool = False,
    units_map: str | Path | None = None,
) -> Comparison:
    """The changes between two or more rosters or periods, oldest first; a period is looked for in the store, then in the folder.

    `flows`: who stayed, came, left and moved; `decompose`: why each share changed; `interval`: intervals of the changes;
    `units_map` is a file that carries old units into new ones. `own_indicators` as in `compute`.

    Raises:
        GenderstatsError: a name is neither a roster nor the period of exactly one roster there.
    """
    question = Question.asked(indicators, by, AgeBands.of(age_bands), _own(own_indicators))
    with _words(vocabulary):
        units = UnitsMap.read(Path(units_map)) if units_map is not None else None
        wanted = comparing.Wanted(flows, decompose, interval, units)
        where = Where(Path(folder), _path(store))
        return comparing.compare(names, question, _with_files(Profile(), profile, titles), where, wanted)


def targets(
    *names: str | Path,
    year: int | None = None,
    since: str | Path | None = None,
    folder: str | Path = ".",
    store: str | Path | None = None,
    scorecard: str | Path | None = None,
    indicators: Sequence[str] = (),
    by: Sequence[str] = (),
    age_bands: Sequence[int] = _BANDS.bounds,
    sheets: Sequence[str] = (),
    header: int | None = None,
    columns: Mapping[str, str] | None = None,
    period: str | None = None,
    as_of: str | None = None,
    profile: str | Path | None = None,
    titles: str | Path | None = None,
    vocabulary: str | Path | None = None,
    own_indicators: str | Path | None = None,
) -> Assessment:
    """The targets (those of `year`, or all) against rosters, in the groups of `by`; with `since` the pace from an earlier roster.

    `scorecard` is a file of weighted criteria, by which units are scored and ranked.

    Raises:
        GenderstatsError: something that is named cannot be read as a roster, or an argument cannot be understood.
    """
    from genderstats.indicators.scorecard import scorecard as card_of

    question = Question.asked(indicators, by, AgeBands.of(age_bands), _own(own_indicators))
    card = card_of(Path(scorecard)) if scorecard is not None else None
    with _words(vocabulary):
        said = Profile(tuple(sheets), header, columns or {}, moment_said(period, as_of))
        where = Where(Path(folder), _path(store))
        return judging.targets(names, question, _with_files(said, profile, titles), year, since, card, where)


def forecast(
    *names: str | Path,
    until: int,
    refill: Sequence[float | str] = (),
    target: Sequence[float | str] = (),
    since: str | Path | None = None,
    folder: str | Path = ".",
    store: str | Path | None = None,
    indicators: Sequence[str] = foreseeing.USUAL,
    by: Sequence[str] = (),
    sheets: Sequence[str] = (),
    header: int | None = None,
    columns: Mapping[str, str] | None = None,
    period: str | None = None,
    as_of: str | None = None,
    profile: str | Path | None = None,
    titles: str | Path | None = None,
    vocabulary: str | Path | None = None,
) -> Prospect:
    """Who retires each year until the last one, the figures at refill rates (0…1; else the usual ones), what targets ask.

    `target` are shares to be reached in place of the declared targets; `since` an earlier roster, which gives the rate among those
    who have come since.

    Raises:
        GenderstatsError: something that is named cannot be read as a roster, or no forecast can be made of what is asked.
    """
    rates, shares = (
        (foreseeing.share_said(name, one) for one in some) for name, some in (("refill", refill), ("target", target))
    )
    wish, where = foreseeing.Wish(until, tuple(rates), tuple(shares), since), Where(Path(folder), _path(store))
    with _words(vocabulary):
        said = Profile(tuple(sheets), header, columns or {}, moment_said(period, as_of))
        return foreseeing.forecast(
            names, Question.asked(indicators, by), wish, _with_files(said, profile, titles), where
        )
