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
    if set(sys.argv[1:]) & _READING and not {"--help", "-h"} & set(sys.argv[1:]):
        from genderstats.reading import formats

        formats.warm(sys.argv[2:])
    from genderstats.cli.running import run

    _leave(run(sys.argv[1:]))


def _leave(code: int) -> None:
    """Ends the process at once when all is written: taking a large table apart costs a tenth of the whole run."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = code or 2
    os._exit(code)
