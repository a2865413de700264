"""`indicators`: the catalogue."""

from __future__ import annotations

from typing import Annotated

import typer

from genderstats.cli import options
from genderstats.cli.speech import examples, say

NAME = "indicators"
SUMMARY = say("The catalogue; with ids, their definitions.", "Danh mục chỉ tiêu; kèm mã thì hiện định nghĩa.")
HELP = SUMMARY + examples(
    "indicators",
    "indicators women-share-leaders --lang vi",
)


def command(
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", help=say("Indicators to define", "Chỉ tiêu cần định nghĩa"), show_default=False),
    ] = None,
    format_: options.FormatOption = None,
    output: options.OutputFile = None,
    lang: options.LangOption = None,
    no_color: options.NoColor = False,
    debug: options.Debug = False,
) -> None:
    """The catalogue."""
    from genderstats.cli.output import Output
    from genderstats.indicators.catalogue import indicators
    from genderstats.indicators.dimension import dimensions
    from genderstats.reporting import pages, records

    wanted = indicators(ids or ())
    out = Output(format_, output, color=not no_color).of(options.Format.TABLE, options.Format.JSON, options.Format.MD)
    forms = {options.Format.JSON: lambda: records.written(records.catalogue(wanted, out.language))}
    out.write(lambda: pages.definitions(wanted) if ids else pages.catalogue(wanted, dimensions().values()), forms)
