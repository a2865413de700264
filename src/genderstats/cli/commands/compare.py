"""`compare`: period over period."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from genderstats.cli import options
from genderstats.cli.bundles import Asking, Reading, Writing
from genderstats.cli.options import Format
from genderstats.cli.speech import examples, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from genderstats.cli.output import Output
    from genderstats.reading.carrying import UnitsMap
    from genderstats.reading.roster import People
    from genderstats.reporting.document import Document
    from genderstats.workflows.compare import Comparison

NAME = "compare"
SUMMARY = say("Period over period, oldest first.", "So sánh giữa các kỳ, kỳ cũ trước.")
HELP = (
    SUMMARY
    + "\n\n"
    + say(
        "Each argument is a roster file or folder, else a period kept in the store, else the period of the one roster here that carries it in its name or title.",
        "Mỗi tham số là một tệp hoặc thư mục danh sách, nếu không thì là kỳ đã lưu trong kho, nếu không thì là kỳ của danh sách duy nhất ở đây mang kỳ đó trong tên hoặc tiêu đề.",
    )
    + examples(
        "compare 2020 2021",
        "compare 2018 2019 --in data/samples/qltt",
        "compare roster-2020.xlsx roster-2021.xlsx --by level",
        "compare 2020 2021 -i women-share-leaders --flows --decompose",
        "compare 2024 2025 --by unit --units-map provinces.toml",
    )
)


def command(
    periods: Annotated[
        list[str],
        typer.Argument(
            metavar="PERIOD",
            help=say("Roster files or periods, oldest first", "Tệp danh sách hoặc kỳ, cũ trước"),
            show_default=False,
        ),
    ],
    asking: Asking,
    reading: Reading,
    writing: Writing,
    folder: options.Folder = Path(),
    flows: options.Flows = False,
    decompose: options.Decompose = False,
    interval: options.IntervalOfChange = False,
    units_map: options.UnitsMapFile = None,
    store: options.Store = None,
    strict: options.Strict = False,
) -> None:
    """Period over period."""
    from genderstats.reporting import changes, records
    from genderstats.workflows.compare import Wanted, compare
    from genderstats.workflows.naming import Where

    out = writing.to(Format.TABLE, Format.JSON, Format.CSV, Format.MD)
    question, profile = asking.question(), reading.profile()
    wanted = Wanted(flows, decompose, interval, _units(units_map))
    with out.progress() as progress:
        found = compare(periods, question, profile, Where(folder, store, progress, out.tell_in_words), wanted)
    if found.units_unknown:
        out.tell(
            say("units of the map on none of the lists: ", "đơn vị trong bảng chuyển không có ở danh sách nào: ")
            + "; ".join(found.units_unknown)
        )
    _tell_order(found, out)
    sources = [one.gathering.rosters for one in found.computations]
    forms = {
        Format.JSON: lambda: records.written(
            changes.comparison(found.names, sources, found.changes, out.language) | _more(found)
        ),
        Format.CSV: lambda: _csv(found, out, interval=interval),
    }
    read = [
        *asking.files,
        *reading.files,
        *filter(None, [units_map]),
        *(path for one in found.computations for path in one.gathering.paths),
    ]
    out.spare(read).write(lambda: _page(found, sources), forms)
    if strict and any(one.gathering.ledger.rejected for one in found.computations):
        raise typer.Exit(1)


def _tell_order(found: Comparison, out: Output) -> None:
    """Says what is odd in the periods as they were named: a later one first, or one twice."""
    days = [one.gathering.moment.as_of for one in found.computations]
    if any(then and now and then > now for then, now in pairwise(days)):
        out.tell(
            say(
                "A later period stands before an earlier one: changes go back in time.",
                "Kỳ sau đứng trước kỳ trước: tăng, giảm tính ngược thời gian.",
            )
        )
    if any(one.gathering.moment.period for one in found.computations) and len(set(found.names)) < len(found.names):
        out.tell(say("One period is named twice.", "Có kỳ được ghi hai lần."))


def _units(path: Path | None) -> UnitsMap | None:
    if path is None:
        return None
    from genderstats.reading.carrying import UnitsMap

    return UnitsMap.read(path)


def _page(found: Comparison, sources: Sequence[Sequence[People]]) -> Document:
    from genderstats.reporting import comparison, decomposition, flows

    pairs = list(pairwise(found.names))
    more = [
        *(part for pair, one in zip(pairs, found.flows, strict=False) for part in flows.page(one, *pair)),
        *(
            part
            for pair, one in zip(pairs, found.decompositions, strict=False)
            for part in decomposition.page(one, *pair)
        ),
    ]
    return comparison.page(found.names, sources, found.changes, more, found.first_to_last)


def _more(found: Comparison) -> dict[str, Any]:
    """The keys that are there only where they are asked for."""
    from genderstats.reporting import changes

    return {
        **(changes.flows(found.names, found.flows) if found.flows else {}),
        **(changes.decompositions(found.names, found.decompositions) if found.decompositions else {}),
        **changes.trends(found.names, found.changes, found.first_to_last),
    }


def _csv(found: Comparison, out: Output, *, interval: bool) -> str:
    """One table: the flows where they are asked for, else the decompositions, else the changes."""
    from genderstats.reporting import changes
    from genderstats.reporting.flows import why_none

    if found.flows and found.decompositions:
        out.tell(
            say(
                "CSV holds one table: the flows. The decompositions: --format json, or without --flows.",
                "CSV chỉ có một bảng: biến động. Phần phân tích: dùng --format json, hoặc bỏ --flows.",
            )
        )
    elif found.flows and interval:
        out.tell(
            say(
                "CSV holds one table: the flows. The intervals: --format json, or without --flows.",
                "CSV chỉ có một bảng: biến động. Khoảng tin cậy: dùng --format json, hoặc bỏ --flows.",
            )
        )
    for (then, now), step in zip(pairwise(found.names), found.flows, strict=False):
        if step.reason:
            out.tell_in_words(why_none(step.reason, then, now))
    if found.flows:
        return changes.flows_csv(found.names, found.flows)
    if found.decompositions:
        return changes.decompositions_csv(found.names, found.decompositions)
    return changes.changes_csv(found.names, found.changes)
