"""`compute`: the indicators of one period."""

from __future__ import annotations

import typer

from genderstats.cli import options
from genderstats.cli.speech import examples, say

NAME = "compute"
SUMMARY = say("The indicators of one period.", "Các chỉ tiêu của một kỳ.")
HELP = SUMMARY + examples(
    "compute roster.xlsx",
    "compute roster.xlsx --by unit --indicator women-share-leaders",
    "compute provinces/ --as-of 31/12/2021 --output figures.csv",
    "compute roster.xlsx --map sex=D --format json",
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

    out = Output(format_, output, quiet, not no_color).of(
        options.Format.TABLE, options.Format.JSON, options.Format.CSV, options.Format.MD
    )
    asked, profile = asking.question(indicator, by, age_bands), asking.profile(sheet, header, map_, period, as_of)
    with out.progress() as progress:
        found = compute(rosters, asked, profile, progress)
    rosters_read, moment, notices = found.gathering.rosters, found.gathering.moment, found.gathering.notices
    tell(out, found.gathering, said=profile.moment.known)
    forms = {
        options.Format.JSON: lambda: records.written(
            records.computation(rosters_read, moment, found.observations, notices, out.language)
        ),
        options.Format.CSV: lambda: records.observations_csv(found.observations),
    }
    out.write(lambda: pages.computation(rosters_read, moment, found.observations, notices), forms)
    if strict and found.gathering.ledger.rejected:
        raise typer.Exit(1)
