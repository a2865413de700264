"""`periods`: what is kept, shown, removed, exported."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from genderstats.cli import options
from genderstats.cli.bundles import Writing
from genderstats.cli.options import Format
from genderstats.cli.speech import examples, say
from genderstats.errors import ExportSuffixError, PeriodArgumentError

if TYPE_CHECKING:
    from pathlib import Path

NAME = "periods"
SUMMARY = say("The periods that are kept.", "Các kỳ đã lưu.")
HELP = (
    SUMMARY
    + "\n\n"
    + say(
        "Alone it lists them; show tells of one, remove takes it out, export writes what is kept of its people, without names, as .parquet or .csv.",
        "Không kèm gì: liệt kê; show: xem một kỳ; remove: bỏ một kỳ; export: ghi những gì đã lưu về người trong kỳ, không có họ tên, ra .parquet hoặc .csv.",
    )
    + examples(
        "periods",
        "periods show 2020",
        "periods remove 2020",
        "periods export 2020 -o people-2020.parquet",
    )
)


class Action(StrEnum):
    """What is done with a period."""

    SHOW = "show"
    REMOVE = "remove"
    EXPORT = "export"


def command(
    writing: Writing,
    action: Annotated[
        Action | None,
        typer.Argument(
            metavar="[show|remove|export]",
            help=say("What to do with a period", "Việc cần làm với một kỳ"),
            show_default=False,
        ),
    ] = None,
    period: Annotated[
        str | None,
        typer.Argument(metavar="[P]", help=say("The period", "Kỳ"), show_default=False),
    ] = None,
    store: options.Store = None,
) -> None:
    """What is kept, shown, removed, exported."""
    from genderstats.reporting import periods, records
    from genderstats.workflows import keeping

    place = store or keeping.store_in()
    if (action is None) != (period is None):
        raise PeriodArgumentError()
    if action is Action.EXPORT:
        _export(writing, place, str(period))
        return
    out = writing.to(Format.TABLE, Format.JSON, Format.MD).spare(keeping.beside(place))
    if action is None:
        found, print_ = keeping.periods(place, out.tell_in_words), keeping.print_beside(place)
        forms = {Format.JSON: lambda: records.written(periods.record(found, place, print_))}
        out.write(lambda: periods.page(found, place, print_), forms)
        return
    do = keeping.the_period if action is Action.SHOW else keeping.remove
    one = do(place, str(period), out.tell_in_words)
    removed = action is Action.REMOVE
    forms = {Format.JSON: lambda: records.written(periods.record([one], place, removed=removed))}
    out.write(lambda: periods.page_of_one(one, place, removed=removed), forms)


def _export(writing: Writing, store: Path, period: str) -> None:
    """Writes the people of a period to a file.

    Raises:
        ExportSuffixError: the file's name does not tell its form.
    """
    from genderstats.cli.output import Output, refuse_place, replacing
    from genderstats.workflows import exporting, keeping

    path = writing.output
    out = Output(None, path, writing.quiet)
    if path is None or writing.format_ or path.suffix.lower() not in exporting.SUFFIXES:
        raise ExportSuffixError()
    refuse_place(path)
    out.spare(keeping.beside(store))
    table = exporting.table(store, period, out.tell_in_words)
    with replacing(path) as file:
        exporting.write(table, file, path.suffix)
    said = say("{people} people of {period}: {path}", "{people} người của kỳ {period}: {path}")
    out.tell(said.format(people=len(table), period=period, path=path))
