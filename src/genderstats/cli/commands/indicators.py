"""`indicators`: the catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from genderstats.cli.bundles import Writing
from genderstats.cli.options import Format
from genderstats.cli.speech import examples, say

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "indicators"
SUMMARY = say("The catalogue; with ids, their definitions.", "Danh mục chỉ tiêu; kèm mã thì hiện định nghĩa.")
HELP = SUMMARY + examples(
    "indicators",
    "indicators women-share-leaders --lang vi",
    "indicators --copy women-share-leaders > mine.toml",
    "indicators --indicators mine.toml",
)

Own = Annotated[
    Path | None,
    typer.Option(
        "--indicators",
        metavar="FILE.toml",
        help=say(
            "The definitions of what this file of one's own names",
            "Định nghĩa của những gì tệp chỉ tiêu riêng này nêu",
        ),
        show_default=False,
    ),
]
Copy = Annotated[
    bool,
    typer.Option(
        "--copy",
        help=say(
            "As TOML, to make an indicator of one's own of it: change the id on its first line",
            "Dạng TOML, để tạo chỉ tiêu riêng từ đó: sửa mã ở dòng đầu",
        ),
    ),
]


def command(
    writing: Writing,
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", help=say("Indicators to define", "Chỉ tiêu cần định nghĩa"), show_default=False),
    ] = None,
    own: Own = None,
    copy: Copy = False,
) -> None:
    """The catalogue."""
    if copy:
        _copy(writing, ids or ())
        return
    from genderstats.cli.asking import own_said
    from genderstats.indicators.catalogue import indicators
    from genderstats.indicators.dimension import dimensions
    from genderstats.reporting import pages, records

    out = writing.to(Format.TABLE, Format.JSON, Format.MD).spare([own] if own else [])
    wanted = indicators(ids or (), own_said(own))
    forms = {Format.JSON: lambda: records.written(records.catalogue(wanted, out.language))}
    defined = bool(ids or own)
    out.write(lambda: pages.definitions(wanted) if defined else pages.catalogue(wanted, dimensions().values()), forms)


def _copy(writing: Writing, ids: Sequence[str]) -> None:
    from genderstats.indicators.copying import copied

    out = writing.to_toml()
    out.put(copied(ids, out.language))
