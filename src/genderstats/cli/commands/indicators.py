"""`indicators`: the catalogue."""

from __future__ import annotations

from typing import Annotated

import typer

from genderstats.cli.bundles import Writing
from genderstats.cli.options import Format
from genderstats.cli.speech import examples, say

NAME = "indicators"
SUMMARY = say("The catalogue; with ids, their definitions.", "Danh mục chỉ tiêu; kèm mã thì hiện định nghĩa.")
HELP = SUMMARY + examples(
    "indicators",
    "indicators women-share-leaders --lang vi",
)


def command(
    writing: Writing,
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", help=say("Indicators to define", "Chỉ tiêu cần định nghĩa"), show_default=False),
    ] = None,
) -> None:
    """The catalogue."""
    from genderstats.indicators.catalogue import indicators
    from genderstats.indicators.dimension import dimensions
    from genderstats.reporting import pages, records

    out = writing.to(Format.TABLE, Format.JSON, Format.MD)
    wanted = indicators(ids or ())
    forms = {Format.JSON: lambda: records.written(records.catalogue(wanted, out.language))}
    out.write(lambda: pages.definitions(wanted) if ids else pages.catalogue(wanted, dimensions().values()), forms)
