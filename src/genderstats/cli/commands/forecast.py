"""`forecast`: who retires when, what refill rates make of the share, what a target asks of the posts that fall free."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from genderstats.cli import numbers, options
from genderstats.cli.bundles import Asking, Reading, Writing
from genderstats.cli.options import Format
from genderstats.cli.speech import examples, say

if TYPE_CHECKING:
    from genderstats.workflows.compute import Question
    from genderstats.workflows.forecast import Wish

NAME = "forecast"
SUMMARY = say(
    "Who retires when, and what share follows if posts are refilled at given rates.",
    "Ai nghỉ hưu năm nào, và tỷ lệ nữ sẽ ra sao theo các mức thay thế.",
)
HELP = (
    SUMMARY
    + "\n\n"
    + say(
        "From birth dates and the retirement ages of the Labour Code: how many posts fall free each year by level and sex, the share at several refill rates, and how many of these posts must go to women for a target to be reached. Without --indicator: leaders, heads, deputies. Not a probability: the assumptions are printed.",
        "Từ ngày sinh và tuổi nghỉ hưu theo Bộ luật Lao động: số vị trí trống từng năm theo cấp và giới tính, tỷ lệ theo các mức thay thế, và cần bao nhiêu vị trí giao cho nữ để đạt mục tiêu. Không có --indicator: lãnh đạo, cấp trưởng, cấp phó. Không phải xác suất: các giả định được in kèm.",
    )
    + examples(
        "forecast roster.xlsx --until 2030",
        "forecast roster.xlsx --until 2030 --target 25% -i women-share-heads",
        "forecast roster.xlsx --until 2035 --refill 0.3 --refill 0.5 --since roster-2020.xlsx",
        "forecast roster.xlsx --until 2030 --by unit --output forecast.csv",
    )
)


Until = Annotated[
    int,
    typer.Option(
        "--until",
        metavar="Y",
        parser=numbers.year("--until"),
        help=say("The last year of the forecast", "Năm cuối của dự báo"),
        show_default=False,
    ),
]
Refill = Annotated[
    list[str] | None,
    typer.Option(
        "--refill",
        metavar="SHARE",
        help=say(
            "The share of the posts that fall free that goes to women: 0.3 or 30% (repeatable; default: the present share, that of those under 40, that of recent appointments, and 50%)",
            "Tỷ lệ vị trí trống giao cho nữ: 0.3 hoặc 30% (lặp lại được; mặc định: tỷ lệ hiện nay, tỷ lệ trong người dưới 40 tuổi, trong người mới bổ nhiệm, và 50%)",
        ),
        show_default=False,
    ),
]
Target = Annotated[
    list[str] | None,
    typer.Option(
        "--target",
        metavar="SHARE",
        help=say(
            "A share to be reached by the last year, in place of the declared targets: 0.25 or 25% (repeatable)",
            "Tỷ lệ cần đạt vào năm cuối, thay cho các mục tiêu đã khai báo: 0.25 hoặc 25% (lặp lại được)",
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
            "An earlier roster, folder or period (looked for in --in): the rate among those who have come since",
            "Danh sách, thư mục hoặc kỳ trước (tìm trong --in): tỷ lệ trong số người vào từ đó",
        ),
        show_default=False,
    ),
]


def command(
    rosters: options.Rosters,
    until: Until,
    asking: Asking,
    reading: Reading,
    writing: Writing,
    refill: Refill = None,
    target: Target = None,
    since: Since = None,
    folder: options.Folder = Path(),
    store: options.Store = None,
    period: options.PeriodText = None,
    as_of: options.AsOf = None,
    strict: options.Strict = False,
) -> None:
    """Retirements, courses and what targets ask."""
    from genderstats.cli.gathered import tell, tell_passed_over
    from genderstats.reporting import forecast as pages
    from genderstats.reporting import foretold, records
    from genderstats.workflows.forecast import forecast
    from genderstats.workflows.naming import Where

    out = writing.to(Format.TABLE, Format.JSON, Format.CSV, Format.MD)
    wish = _wish(until, refill, target, since)
    asked, profile = _question(asking), reading.profile(period, as_of)
    with out.progress() as progress:
        found = forecast(rosters, asked, wish, profile, Where(folder, store, progress, out.tell_in_words))
    now, then = found.gathering.rosters, found.then.rosters if found.then else ()
    tell(out, found.gathering, said=profile.moment.known)
    if found.then:
        tell_passed_over(out, found.then)
    notices = [one for each in found.gatherings for one in each.notices]
    told, outlook, moment = found.forecasts, found.outlook, found.gathering.moment
    forms = {
        Format.JSON: lambda: records.written(
            foretold.prospect(told, outlook, moment, now, then, notices, out.language, found.left_out)
        ),
        Format.CSV: lambda: foretold.prospect_csv(told),
    }
    read = [*reading.files, *(path for each in found.gatherings for path in each.paths)]
    out.spare(read).write(lambda: pages.page(told, outlook, moment, now, then, notices, found.left_out), forms)
    if strict and any(each.ledger.rejected for each in found.gatherings):
        raise typer.Exit(1)


def _question(asking: Asking) -> Question:
    """What is asked: where no indicator is named, the usual ones."""
    from genderstats.workflows.forecast import USUAL

    return (asking if asking.indicator else replace(asking, indicator=list(USUAL))).question()


def _wish(until: int, refill: list[str] | None, target: list[str] | None, since: str | None) -> Wish:
    from genderstats.workflows.forecast import Wish, share_said

    refills = tuple(share_said("--refill", one) for one in refill or ())
    targets = tuple(share_said("--target", one) for one in target or ())
    return Wish(until, refills, targets, since)
