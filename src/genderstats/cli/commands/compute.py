"""`compute`: the indicators of one period."""

from __future__ import annotations

from pathlib import Path

import typer

from genderstats.cli import options
from genderstats.cli.bundles import Asking, Reading, Writing
from genderstats.cli.options import Format
from genderstats.cli.speech import examples, say

NAME = "compute"
SUMMARY = say("The indicators of one period.", "Các chỉ tiêu của một kỳ.")
HELP = SUMMARY + examples(
    "compute roster.xlsx",
    "compute roster.xlsx --by unit --indicator women-share-leaders",
    "compute provinces/ --as-of 31/12/2021 --output figures.csv",
    "compute roster.xlsx --map sex=D --format json",
    "compute roster.xlsx --indicators mine.toml",
)


def command(
    rosters: options.Rosters,
    asking: Asking,
    reading: Reading,
    writing: Writing,
    period: options.PeriodText = None,
    as_of: options.AsOf = None,
    interval: options.Interval = False,
    store: options.Store = None,
    strict: options.Strict = False,
) -> None:
    """The indicators of one period."""
    from dataclasses import replace

    from genderstats.cli.gathered import tell
    from genderstats.reporting import pages, records
    from genderstats.workflows.compute import compute
    from genderstats.workflows.naming import Where

    out = writing.to(Format.TABLE, Format.JSON, Format.CSV, Format.MD)
    question, profile = replace(asking.question(), interval=interval), reading.profile(period, as_of)
    with out.progress() as progress:
        found = compute(rosters, question, profile, Where(Path(), store, progress, out.tell_in_words))
    gathering, figures = found.gathering, found.observations
    told = (gathering.rosters, gathering.moment, figures, gathering.notices)
    tell(out, gathering, said=profile.moment.known)
    forms = {
        Format.JSON: lambda: records.written(records.computation(*told, out.language)),
        Format.CSV: lambda: records.observations_csv(figures),
    }
    out.spare([*gathering.paths, *asking.files, *reading.files]).write(lambda: pages.computation(*told), forms)
    if strict and gathering.ledger.rejected:
        raise typer.Exit(1)
