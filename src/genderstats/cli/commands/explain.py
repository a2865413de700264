"""`explain`: one indicator in words; with rosters, the rows behind its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from genderstats.cli import options
from genderstats.cli.bundles import Reading, Writing
from genderstats.cli.commands import indicators
from genderstats.cli.options import Format
from genderstats.cli.speech import examples, say
from genderstats.errors import RosterNotNamedError

if TYPE_CHECKING:
    from pathlib import Path

    from genderstats.cli.output import Output
    from genderstats.reading.profile import Profile
    from genderstats.workflows.compute import Question

NAME = "explain"
SUMMARY = say(
    "What an indicator means; with rosters, the rows behind it.",
    "Chỉ tiêu nghĩa là gì; kèm danh sách thì nêu các dòng đã tính.",
)
HELP = (
    SUMMARY
    + "\n\n"
    + say(
        "Definition, base, who is counted, source, targets. With rosters also: where everybody on the list stands to the figure, "
        "which rule put them there, and the rows by address (names only with --names).",
        "Khái niệm, mẫu số, thuộc diện tính, nguồn, mục tiêu. Kèm danh sách thì thêm: mọi người trong danh sách thuộc phần nào của số "
        "liệu, theo quy tắc nào, và vị trí từng dòng (họ tên chỉ hiện khi có --names).",
    )
    + examples(
        "explain women-share-leaders",
        "explain women-share-leaders roster.xlsx",
        "explain women-share-leaders roster.xlsx --by unit --names",
        "explain women-share-leaders roster.xlsx --output rows.csv",
    )
)


def command(
    indicator: Annotated[
        str, typer.Argument(metavar="ID", help=say("The indicator's id", "Mã chỉ tiêu"), show_default=False)
    ],
    reading: Reading,
    writing: Writing,
    rosters: options.RostersOrNone = None,
    own: options.OwnIndicators = None,
    by: options.By = None,
    age_bands: options.AgeBandsText = None,
    names: options.Names = False,
    period: options.PeriodText = None,
    as_of: options.AsOf = None,
    strict: options.Strict = False,
) -> None:
    """One indicator in words; with rosters, the rows behind its figures."""
    from genderstats.cli import asking

    if not rosters:
        if by or names:
            raise RosterNotNamedError(option="--by" if by else "--names")
        indicators.command(writing, [indicator], own)
        return
    out = writing.to(Format.TABLE, Format.JSON, Format.CSV, Format.MD)
    question, profile = asking.question([indicator], by, age_bands, own), reading.profile(period, as_of)
    spared = [*reading.files, *([own] if own else [])]
    rejected = _on_rosters(out, rosters, question, profile, spared, names=names)
    if strict and rejected:
        raise typer.Exit(1)


def _on_rosters(
    out: Output, rosters: list[str], question: Question, profile: Profile, spared: list[Path], *, names: bool
) -> int:
    """Writes the explanation; gives how many rows were rejected."""
    from genderstats.cli.gathered import tell
    from genderstats.reporting import explanation, records
    from genderstats.workflows.explain import explain

    with out.progress() as progress:
        found = explain(rosters, question, profile, progress)
    gathering = found.computation.gathering
    tell(out, gathering, said=profile.moment.known)
    told = (
        gathering.rosters,
        gathering.moment,
        found.computation.observations,
        found.figures,
        found.rules,
        gathering.notices,
    )
    forms = {
        Format.JSON: lambda: records.written(explanation.record(*told, out.language, names=names)),
        Format.CSV: lambda: explanation.rows_csv(found.figures, names=names),
    }
    out = out.spare([*gathering.paths, *spared])
    out.write(lambda: explanation.page(found.indicator, *told, names=names), forms)
    return gathering.ledger.rejected
