"""The command line: one file a command; the only place that prints or exits."""

from __future__ import annotations

import os
import sys

#: The commands that read files.
_READING = {"compute", "compare", "check", "inspect"}


def main() -> None:
    """The console script: `--version` at once, everything else through the commands."""
    if sys.argv[1:] == ["--version"]:
        from genderstats.version import VERSION

        print(f"genderstats {VERSION}")
        return
    if set(sys.argv[1:2]) & _READING and "--help" not in sys.argv:
        _begin(sys.argv[2:])
    from genderstats.cli.running import run

    _leave(run(sys.argv[1:]))


def _begin(arguments: list[str]) -> None:
    """Lets the roster that is named first be read while the command itself is still being loaded."""
    from pathlib import Path

    from genderstats.reading import formats

    formats.warm(arguments)
    if arguments and not any(argument.startswith("--limit") for argument in arguments):
        formats.begin(Path(arguments[0]))


def _leave(code: int) -> None:
    """Ends the process at once when all is written: taking a large table apart costs a tenth of the whole run."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = code or 2
    os._exit(code)
