"""The application: its commands, and the options before a command."""

from __future__ import annotations

import typer

from genderstats.cli import options
from genderstats.cli.bundles import unbundled
from genderstats.cli.commands import (
    add,
    check,
    compare,
    compute,
    explain,
    forecast,
    indicators,
    inspect,
    periods,
    targets,
)
from genderstats.cli.speech import examples, say
from genderstats.version import VERSION

app = typer.Typer(
    name="genderstats",
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=say(
        "Gender indicators from personnel rosters: an untouched staff list in, official indicators out.",
        "Chỉ tiêu thống kê giới từ danh sách cán bộ: đưa danh sách nguyên trạng vào, nhận chỉ tiêu chính thức.",
    )
    + examples("compute roster.xlsx", "compare 2020 2021", "check roster.xlsx")
    + "\n\n"
    + say("Nothing leaves this machine.", "Không có gì rời khỏi máy này."),
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"genderstats {VERSION}")
        raise typer.Exit


@app.callback()
def _before(
    version: bool = typer.Option(
        False, "--version", is_eager=True, callback=_version, help=say("Show the version", "Hiện phiên bản")
    ),
    lang: options.LangOption = None,
    debug: options.Debug = False,
) -> None:
    """Options before a command; `lang` and `debug` are read before the commands are made."""


for module in (compute, compare, check, inspect, indicators, explain, targets, forecast, add, periods):
    app.command(module.NAME, help=module.HELP, short_help=module.SUMMARY)(unbundled(module.command))
