"""`explain`: one indicator in words."""

from __future__ import annotations

from typing import Annotated

import typer

from genderstats.cli.bundles import Writing
from genderstats.cli.commands import indicators
from genderstats.cli.speech import examples, say

NAME = "explain"
SUMMARY = say("What an indicator means.", "Chỉ tiêu nghĩa là gì.")
HELP = (
    SUMMARY
    + "\n\n"
    + say("Definition, base, who is counted, source, targets.", "Khái niệm, mẫu số, thuộc diện tính, nguồn, mục tiêu.")
    + examples(
        "explain women-share-leaders",
    )
)


def command(
    indicator: Annotated[
        str, typer.Argument(metavar="ID", help=say("The indicator's id", "Mã chỉ tiêu"), show_default=False)
    ],
    writing: Writing,
) -> None:
    """One indicator in words."""
    indicators.command(writing, [indicator])
