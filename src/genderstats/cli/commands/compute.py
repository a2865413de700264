"""`compute`: the indicators of one period."""

from __future__ import annotations

import typer

from genderstats.cli import options
from genderstats.cli.speech import say

NAME = "compute"
HELP = say(
    "The indicators of one period.\n\n"
    "[bold]Examples[/bold]\n\n"
    "    genderstats compute roster.xlsx\n\n"
    "    genderstats compute roster.xlsx --by unit --indicator women-share-leaders\n\n"
    "    genderstats compute provinces/ --as-of 31/12/2021 --output figures.csv\n\n"
    "    genderstats compute roster.xlsx --map sex=D --format json",
    "Các chỉ tiêu của một kỳ.\n\n"
    "[bold]Ví dụ[/bold]\n\n"
    "    genderstats compute danh-sach.xlsx\n\n"
    "    genderstats compute danh-sach.xlsx --by unit --indicator women-share-leaders\n\n"
    "    genderstats compute cac-tinh/ --as-of 31/12/2021 --output so-lieu.csv\n\n"
    "    genderstats compute danh-sach.xlsx --map sex=D --format json",
)


def command(
    rosters: options.Rosters,
    indicator: options.Indicators = None,
    by: options.By = None,
    age_bands: options.AgeBandsText = None,
    sheet: options.Sheets = None,
    header: options.HeaderRow = None,
    map_: options.Map = None,
    period: options.PeriodText = None,
    as_of: options.AsOf = None,
    format_: options.FormatOption = None,
    output: options.OutputFile = None,
    lang: options.LangOption = None,
    strict: options.Strict = False,
    quiet: options.Quiet = False,
    no_color: options.NoColor = False,
    debug: options.Debug = False,
) -> None:
    """The indicators of one period."""
    from genderstats.cli import asking
    from genderstats.cli.gathered import tell
    from genderstats.cli.output import Output
    from genderstats.reporting import pages, records
    from genderstats.workflows.compute import compute

    out = Output(format_, output, quiet, not no_color)
    writers = {
        options.Format.JSON: lambda: records.written(records.computation(rosters_read, moment, found.observations, notices, out.language)),
        options.Format.CSV: lambda: records.observations_csv(found.observations),
    }
    out.form(writers)
    asked, profile = asking.question(indicator, by, age_bands), asking.profile(sheet, header, map_, period, as_of)
    with out.progress() as progress:
        found = compute(rosters, asked, profile, progress)
    rosters_read, moment, notices = found.gathering.rosters, found.gathering.moment, found.gathering.notices
    tell(out, found.gathering, said=profile.moment.known)
    out.write(lambda: pages.computation(rosters_read, moment, found.observations, notices), writers)
    if strict and found.gathering.ledger.rejected:
        raise typer.Exit(1)
