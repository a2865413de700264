"""The application: its commands, and the options before a command."""

from __future__ import annotations

import typer

from genderstats.cli.commands import check, compare, compute, explain, indicators, inspect
from genderstats.cli.speech import say
from genderstats.version import VERSION

app = typer.Typer(
    name="genderstats",
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help=say(
        "Gender indicators from personnel rosters: an untouched staff list in, official indicators out.\n\n"
        "[bold]Examples[/bold]\n\n"
        "    genderstats compute roster.xlsx\n\n"
        "    genderstats compare 2020 2021\n\n"
        "    genderstats check roster.xlsx\n\n"
        "Nothing leaves this machine.",
        "Chỉ tiêu thống kê giới từ danh sách cán bộ: đưa danh sách nguyên trạng vào, nhận chỉ tiêu chính thức.\n\n"
        "[bold]Ví dụ[/bold]\n\n"
        "    genderstats compute danh-sach.xlsx\n\n"
        "    genderstats compare 2020 2021\n\n"
        "    genderstats check danh-sach.xlsx\n\n"
        "Không có gì rời khỏi máy này.",
    ),
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"genderstats {VERSION}")
        raise typer.Exit


@app.callback()
def _before(
    version: bool = typer.Option(False, "--version", is_eager=True, callback=_version, help=say("Show the version", "Hiện phiên bản")),
) -> None:
    """Options before a command."""


for module in (compute, compare, check, inspect, indicators, explain):
    app.command(module.NAME, help=module.HELP)(module.command)
