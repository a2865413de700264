"""`check`: every notice with its address."""

from __future__ import annotations

import typer

from genderstats.cli import options
from genderstats.cli.speech import say

NAME = "check"
HELP = say(
    "Every doubtful cell with its address, and what to do about it. Ends with code 1 when a roster has errors.\n\n"
    "[bold]Examples[/bold]\n\n"
    "    genderstats check roster.xlsx\n\n"
    "    genderstats check provinces/ --format csv --output notices.csv",
    "Mọi ô đáng ngờ cùng vị trí và việc cần làm. Kết thúc với mã 1 khi danh sách có lỗi.\n\n"
    "[bold]Ví dụ[/bold]\n\n"
    "    genderstats check danh-sach.xlsx\n\n"
    "    genderstats check cac-tinh/ --format csv --output luu-y.csv",
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

    out = Output(format_, output, quiet, not no_color)
    writers = {
        options.Format.JSON: lambda: records.written(records.check(found.rosters, found.notices, out.language)),
        options.Format.CSV: lambda: records.notices_csv(found.notices, out.language),
    }
    out.form(writers)
    with out.progress() as progress:
        found = check(rosters, asking.profile(sheet, header, map_), progress)
    for error in found.passed_over:
        out.tell(say("passed over: ", "bỏ qua: ") + error.message(out.language))
    out.write(lambda: pages.check(found.rosters, found.notices), writers)
    if has_errors(found):
        raise typer.Exit(1)
