"""The command line: one file a command; the only place that prints or exits."""

from __future__ import annotations

import sys


def main() -> None:
    """The console script: `--version` at once, everything else through the commands."""
    if sys.argv[1:] == ["--version"]:
        from genderstats.version import VERSION

        print(f"genderstats {VERSION}")
        return
    from genderstats.cli.running import run

    sys.exit(run(sys.argv[1:]))
