"""`inspect`: how a sheet was understood."""

from __future__ import annotations

from genderstats.cli import options
from genderstats.cli.speech import say

NAME = "inspect"
HELP = say(
    "How a roster was understood: the header, what each column was read as, rows set aside, titles, words not understood.\n\n"
    "[bold]Examples[/bold]\n\n"
    "    genderstats inspect roster.xlsx\n\n"
    "    genderstats inspect roster.xlsx --header 6 --map sex=D",
    "Danh sách được hiểu như thế nào: tiêu đề, mỗi cột được đọc là gì, dòng để riêng, chức danh, từ chưa hiểu.\n\n"
    "[bold]Ví dụ[/bold]\n\n"
    "    genderstats inspect danh-sach.xlsx\n\n"
    "    genderstats inspect danh-sach.xlsx --header 6 --map sex=D",
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
    """How a sheet was understood."""
    from genderstats.cli import asking
    from genderstats.cli.output import Output
    from genderstats.reporting import inspection, records
    from genderstats.workflows.check import check

    out = Output(format_, output, quiet, not no_color)
    writers = {
        options.Format.JSON: lambda: records.written({**records.headed("inspect/1"), "sheets": [inspection.record(one) for one in found.rosters]}),
    }
    out.form(writers)
    with out.progress() as progress:
        found = check(rosters, asking.profile(sheet, header, map_), progress)
    out.write(lambda: inspection.inspection(found.rosters), writers)
