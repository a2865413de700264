"""`inspect`: how a sheet was understood."""

from __future__ import annotations

from genderstats.cli import options
from genderstats.cli.speech import examples, say

NAME = "inspect"
SUMMARY = say("How a roster was understood.", "Danh sách được hiểu như thế nào.")
HELP = (
    SUMMARY
    + "\n\n"
    + say(
        "The header, what each column was read as, rows set aside, titles, words not understood.",
        "Tiêu đề, mỗi cột được đọc là gì, dòng để riêng, chức danh, từ chưa hiểu.",
    )
    + examples(
        "inspect roster.xlsx",
        "inspect roster.xlsx --header 6 --map sex=D",
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
    """How a sheet was understood."""
    from genderstats.cli import asking
    from genderstats.cli.output import Output
    from genderstats.reporting import inspection, records
    from genderstats.workflows.check import check

    out = Output(format_, output, quiet, not no_color).of(options.Format.TABLE, options.Format.JSON, options.Format.MD)
    with out.progress() as progress:
        found = check(rosters, asking.profile(sheet, header, map_), progress)
    forms = {
        options.Format.JSON: lambda: records.written(
            {**records.headed("inspect/1"), "sheets": [inspection.record(one) for one in found.rosters]}
        ),
    }
    out.write(lambda: inspection.inspection(found.rosters), forms)
