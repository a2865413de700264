"""The account of a change is one, whether its people are read from files or kept, in one file or in several, in whatever order."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from support.panel import FULL, Somebody, doubtful, grid
from support.sheets import write

from genderstats.reading.profile import Profile
from genderstats.store.keeping import keep
from genderstats.workflows.compare import compared
from genderstats.workflows.compute import Question
from genderstats.workflows.gathering import gather, moment_said
from genderstats.workflows.keeping import fetched, keying

if TYPE_CHECKING:
    from collections.abc import Sequence

    from genderstats.workflows.gathering import Gathered

QUESTION = Question.asked(
    ["women-share-staff", "women-share-leaders", "party-rate", "minority-women-share-leaders"], ["unit"]
)


def read(folder: Path, period: int, files: Sequence[tuple[str, Sequence[Somebody]]]) -> Gathered:
    """The people of some files of one period, in the order in which they are named."""
    paths = [write(folder / f"{period}-{name}.csv", grid(people)) for name, people in files if people]
    return gather(paths, Profile(moment=moment_said(str(period))))


def told(periods: Sequence[Gathered], store: Path) -> tuple[object, ...]:
    """All that is said of a change but where people stand."""
    found = compared(periods, QUESTION, FULL, keying(periods, store))
    (flows,), (parts,) = found.flows, found.decompositions
    doubts = sorted((one.why, len(one.then), len(one.now)) for one in flows.doubts)
    groups = {(one.dimension.id, one.code): one.flow for one in flows.groups}
    taken = [(one.points, frozenset(one.parts), one.effects, one.reason) for one in parts]
    return flows.total, set(flows.named), groups, doubts, taken, flows.matching.by_number


@settings(max_examples=15)
@given(doubtful(), doubtful(), doubtful(), doubtful())
def test_files_store_and_either_with_the_other_give_one_account(
    one: list[Somebody], two: list[Somebody], three: list[Somebody], four: list[Somebody]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "kept.duckdb"
        files = [
            read(Path(folder), year, [("a", some), ("b", others)])
            for year, some, others in ((2020, one, two), (2021, three, four))
        ]
        for period in files:
            keep(store, period.rosters, period.moment)
        kept = [fetched(store, "2020"), fetched(store, "2021")]
        ways = [told(periods, store) for periods in (files, kept, [files[0], kept[1]], [kept[0], files[1]])]
        assert ways[0] == ways[1] == ways[2] == ways[3]
        assert told([kept[0], kept[0]], store)[0].entries.people == 0  # type: ignore[attr-defined]


@settings(max_examples=15)
@given(doubtful(), doubtful(), doubtful(), doubtful())
def test_the_order_of_files_changes_nothing(
    one: list[Somebody], two: list[Somebody], three: list[Somebody], four: list[Somebody]
) -> None:
    periods = ((2020, [("a", one), ("b", two)]), (2021, [("a", three), ("b", four)]))
    with tempfile.TemporaryDirectory() as folder:
        named, turned = (
            told([read(Path(folder), year, files[::way]) for year, files in periods], Path(folder) / "kept.duckdb")
            for way in (1, -1)
        )
        assert named == turned
