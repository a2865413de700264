"""`inspect`: how a sheet was understood."""

from __future__ import annotations

from genderstats.cli import options
from genderstats.cli.bundles import Reading, Writing
from genderstats.cli.options import Format
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
        "inspect roster-2020.xlsx --save profile.toml",
        "inspect roster-2021.xlsx --profile profile.toml",
    )
)


def command(
    rosters: options.Rosters,
    reading: Reading,
    writing: Writing,
    period: options.PeriodText = None,
    as_of: options.AsOf = None,
    save: options.SaveProfile = None,
) -> None:
    """How a sheet was understood."""
    from genderstats.cli.gathered import tell_passed_over
    from genderstats.cli.keeping import keep
    from genderstats.reporting import inspection, records
    from genderstats.workflows.check import check

    out = writing.to(Format.TABLE, Format.JSON, Format.MD)
    profile = reading.profile(period, as_of)
    with out.progress() as progress:
        found = check(rosters, profile, progress)
    tell_passed_over(out, found)
    out = out.spare([*found.paths, *reading.files])
    if save:
        keep(save, found, profile, reading.files, out)
    out.write(
        lambda: inspection.page(found.rosters), {Format.JSON: lambda: records.written(inspection.record(found.rosters))}
    )
