"""`compare`: period over period."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from genderstats.cli import options
from genderstats.cli.bundles import Asking, Reading, Writing
from genderstats.cli.options import Format
from genderstats.cli.speech import examples, say

NAME = "compare"
SUMMARY = say("Period over period, oldest first.", "So sánh giữa các kỳ, kỳ cũ trước.")
HELP = (
    SUMMARY
    + "\n\n"
    + say(
        "Each argument is a roster file or folder, else the period of the one roster here that carries it in its name or title.",
        "Mỗi tham số là một tệp hoặc thư mục danh sách, nếu không thì là kỳ của danh sách duy nhất ở đây mang kỳ đó trong tên hoặc tiêu đề.",
    )
    + examples(
        "compare 2020 2021",
        "compare 2018 2019 --in data/samples/qltt",
        "compare roster-2020.xlsx roster-2021.xlsx --by level",
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
    strict: options.Strict = False,
) -> None:
    """Period over period."""
    from genderstats.reporting import pages, records
    from genderstats.workflows.compare import compare

    out = writing.to(Format.TABLE, Format.JSON, Format.CSV, Format.MD)
    question, profile = asking.question(), reading.profile()
    with out.progress() as progress:
        found = compare(periods, question, profile, folder, progress)
    sources = [one.gathering.rosters for one in found.computations]
    forms = {
        Format.JSON: lambda: records.written(records.comparison(found.names, sources, found.changes, out.language)),
        Format.CSV: lambda: records.changes_csv(found.names, found.changes),
    }
    read = [*asking.files, *reading.files, *(path for one in found.computations for path in one.gathering.paths)]
    out.spare(read).write(lambda: pages.comparison(found.names, sources, found.changes), forms)
    if strict and any(one.gathering.ledger.rejected for one in found.computations):
        raise typer.Exit(1)
