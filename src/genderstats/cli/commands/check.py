"""`check`: every notice with its address."""

from __future__ import annotations

import typer

from genderstats.cli import options
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
    )
)


def command(
    rosters: options.Rosters,
    sheet: options.Sheets = None,
    header: options.HeaderRow = None,
    map_: options.Map = None,
    format_: options.FormatOption = None,
    output: options.OutputFile = None,
    lang: options.LangOption = None,
    quiet: options.Quiet = False,
    no_color: options.NoColor = False,
    debug: options.Debug = False,
) -> None:
    """Every notice with its address."""
    from genderstats.cli import asking
    from genderstats.cli.output import Output
    from genderstats.reporting import pages, records
    from genderstats.workflows.check import check, has_errors

    out = Output(format_, output, quiet, not no_color).of(
        options.Format.TABLE, options.Format.JSON, options.Format.CSV, options.Format.MD
    )
    with out.progress() as progress:
        found = check(rosters, asking.profile(sheet, header, map_), progress)
    for error in found.passed_over:
        out.tell(say("passed over: ", "bỏ qua: ") + error.message(out.language))
    forms = {
        options.Format.JSON: lambda: records.written(records.check(found.rosters, found.notices, out.language)),
        options.Format.CSV: lambda: records.notices_csv(found.notices, out.language),
    }
    out.write(lambda: pages.check(found.rosters, found.notices), forms)
    if has_errors(found):
        raise typer.Exit(1)
