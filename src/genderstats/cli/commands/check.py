"""`check`: every notice with its address."""

from __future__ import annotations

import typer

from genderstats.cli import options
from genderstats.cli.bundles import Reading, Writing
from genderstats.cli.options import Format
from genderstats.cli.speech import examples, say

NAME = "check"
SUMMARY = say("Every doubtful cell with its address, and what to do.", "Mọi ô đáng ngờ cùng vị trí và việc cần làm.")
HELP = (
    SUMMARY
    + "\n\n"
    + say("Ends with code 1 when a roster has errors.", "Kết thúc với mã 1 khi danh sách có lỗi.")
    + examples(
        "check roster.xlsx",
        "check provinces/ --format csv --output notices.csv",
        "check roster.xlsx --annotate roster-checked.xlsx",
    )
)


def command(
    rosters: options.Rosters,
    reading: Reading,
    writing: Writing,
    period: options.PeriodText = None,
    as_of: options.AsOf = None,
    annotate: options.Annotate = None,
) -> None:
    """Every notice with its address."""
    from genderstats.cli.annotating import copy_of
    from genderstats.cli.gathered import tell_passed_over
    from genderstats.reporting import pages, records
    from genderstats.workflows.check import check, has_errors

    out = writing.to(Format.TABLE, Format.JSON, Format.CSV, Format.MD)
    profile = reading.profile(period, as_of)
    copy = copy_of(out, annotate, rosters) if annotate else None
    with out.progress() as progress:
        found = check(rosters, profile, progress)
    tell_passed_over(out, found)
    forms = {
        Format.JSON: lambda: records.written(records.check(found.rosters, found.notices, out.language)),
        Format.CSV: lambda: records.notices_csv(found.notices, out.language),
    }
    out = out.spare([*found.paths, *reading.files])
    if copy:
        copy.write(found)
    out.write(lambda: pages.check(found.rosters, found.notices), forms)
    if has_errors(found):
        raise typer.Exit(1)
