"""`targets`: each target reached or not, how many are short, and units scored."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from genderstats.cli import numbers, options
from genderstats.cli.bundles import Asking, Reading, Writing
from genderstats.cli.options import Format
from genderstats.cli.speech import examples, say

if TYPE_CHECKING:
    from genderstats.indicators.scorecard import Scorecard

NAME = "targets"
SUMMARY = say("Targets: reached or not, and how many women short.", "Mục tiêu: đạt hay chưa, còn thiếu bao nhiêu nữ.")
HELP = (
    SUMMARY
    + "\n\n"
    + say(
        "Without --year every target; with it those set for that year, else the next later ones. A target whose number is unverified gives no verdict.",
        "Không có --year: mọi mục tiêu; có --year: các mục tiêu của năm đó, nếu không có thì của năm kế tiếp. Mục tiêu có số chưa xác minh thì không kết luận.",
    )
    + examples(
        "targets roster.xlsx --year 2030",
        "targets roster-2024.xlsx --year 2030 --since roster-2020.xlsx",
        "targets roster.xlsx --year 2025 --by unit --fail",
        "targets roster.xlsx --scorecard criteria.toml --output ranking.csv",
    )
)


Year = Annotated[
    int | None,
    typer.Option(
        "--year",
        metavar="Y",
        parser=numbers.year("--year"),
        help=say(
            "Only the targets set for this year, else the next later ones",
            "Chỉ các mục tiêu của năm này, nếu không có thì của năm kế tiếp có mục tiêu",
        ),
        show_default=False,
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="THEN",
        help=say(
            "An earlier roster, folder or period (looked for in --in): the pace since then, and where it leads",
            "Danh sách, thư mục hoặc kỳ trước (tìm trong --in): tốc độ từ đó và kết quả nếu giữ tốc độ",
        ),
        show_default=False,
    ),
]
Criteria = Annotated[
    Path | None,
    typer.Option(
        "--scorecard",
        metavar="FILE.toml",
        help=say(
            "Score and rank the units by these weighted criteria; an example: data/samples/scorecard.toml",
            "Chấm điểm, xếp hạng đơn vị theo các tiêu chí có trọng số; ví dụ: data/samples/scorecard.toml",
        ),
        show_default=False,
    ),
]
Fail = Annotated[
    bool,
    typer.Option(
        "--fail",
        help=say(
            "Exit with code 1 when a verified target is missed", "Thoát với mã 1 khi có mục tiêu đã xác minh chưa đạt"
        ),
    ),
]


def command(
    rosters: options.Rosters,
    asking: Asking,
    reading: Reading,
    writing: Writing,
    year: Year = None,
    since: Since = None,
    folder: options.Folder = Path(),
    store: options.Store = None,
    scorecard: Criteria = None,
    fail: Fail = False,
    period: options.PeriodText = None,
    as_of: options.AsOf = None,
    strict: options.Strict = False,
) -> None:
    """Each target, reached or not."""
    from genderstats.cli.gathered import tell, tell_passed_over
    from genderstats.reporting import judged, records
    from genderstats.reporting import targets as pages
    from genderstats.workflows.naming import Where
    from genderstats.workflows.targets import targets

    out = writing.to(Format.TABLE, Format.JSON, Format.CSV, Format.MD)
    question, profile, card = asking.question(), reading.profile(period, as_of), _card(scorecard)
    with out.progress() as progress:
        where = Where(folder, store, progress, out.tell_in_words)
        found = targets(rosters, question, profile, year, since, card, where)
    now, told, scored = found.gathering.rosters, found.judgement, found.scored
    then = found.then.rosters if found.then else ()
    tell(out, found.gathering, said=profile.moment.known)
    if found.then:
        tell_passed_over(out, found.then)
    notices = [one for each in found.gatherings for one in each.notices]
    forms = {
        Format.JSON: lambda: records.written(judged.judgement(told, now, then, scored, notices, out.language)),
        Format.CSV: lambda: judged.scorecard_csv(scored, out.language) if scored else judged.targets_csv(told),
    }
    read = [
        *asking.files,
        *reading.files,
        *filter(None, [scorecard]),
        *(path for each in found.gatherings for path in each.paths),
    ]
    out.spare(read).write(lambda: pages.page(told, [*now, *then], notices, scored), forms)
    if (fail and told.verdicts.missed) or (strict and any(each.ledger.rejected for each in found.gatherings)):
        raise typer.Exit(1)


def _card(path: Path | None) -> Scorecard | None:
    from genderstats.indicators.scorecard import scorecard

    return scorecard(path) if path else None
