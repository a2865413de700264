"""`add`: a roster checked, and its people kept as a period."""

from __future__ import annotations

from typing import Annotated

import typer

from genderstats.cli import options
from genderstats.cli.bundles import Reading, Writing
from genderstats.cli.options import Format
from genderstats.cli.speech import examples, say

NAME = "add"
SUMMARY = say("Keep a roster's people as a period.", "Lưu người trong danh sách thành một kỳ.")
HELP = (
    SUMMARY
    + "\n\n"
    + say(
        "What figures need is kept, without names, staff numbers or notes; compare then takes the period from the store. A person is matched from period to period by a number made with the key beside the store (FILE.key): keep it, and give it to nobody.",
        "Chỉ lưu những gì cần để tính chỉ tiêu, không lưu họ tên, số hiệu, ghi chú; sau đó compare lấy kỳ từ kho. Từng người được đối chiếu giữa các kỳ bằng một số tạo từ khóa đặt cạnh kho (TỆP.key): hãy giữ khóa và không đưa cho ai.",
    )
    + examples(
        "add roster-2020.xlsx --period 2020",
        "add provinces/ --period 2021 --as-of 30/11/2021",
        "add roster-2020-mended.xlsx --period 2020 --replace",
    )
)

Replace = Annotated[
    bool,
    typer.Option(
        "--replace",
        help=say("Put it in the place of a period that is kept", "Thay kỳ đã lưu"),
    ),
]


def command(
    rosters: options.Rosters,
    reading: Reading,
    writing: Writing,
    period: options.PeriodText = None,
    as_of: options.AsOf = None,
    store: options.Store = None,
    replace: Replace = False,
    strict: options.Strict = False,
) -> None:
    """A roster checked, and its people kept as a period."""
    from genderstats.cli.gathered import tell
    from genderstats.cli.told import tell_again
    from genderstats.reporting import periods, records
    from genderstats.workflows import keeping
    from genderstats.workflows.gathering import files

    out = writing.to(Format.TABLE, Format.JSON, Format.MD)
    profile, place = reading.profile(period, as_of), store or keeping.store_in()
    out = out.spare([*keeping.beside(place), *reading.files, *(path for path, _ in files(rosters))])
    with out.progress() as progress:
        read, added = keeping.add(rosters, profile, place, replace=replace, progress=progress, tell=out.tell_in_words)
    tell(out, read, said=profile.moment.known)
    tell_again(out, added)
    forms = {Format.JSON: lambda: records.written(periods.added(added.kept, added.replaced, added.again, place))}
    out.write(lambda: periods.page_of_added(added.kept, added.replaced, place), forms)
    if strict and added.kept.ledger.rejected:
        raise typer.Exit(1)
