"""The command line: one file a command; the only place that prints or exits."""

from __future__ import annotations

import gc
import os
import sys

#: The commands that read files.
_READING = {"compute", "compare", "check", "inspect", "add", "targets", "forecast"}
#: So many new objects pass before rings of them are looked for: the libraries and people that are loaded hold few, and looking
#: took a fifth of a short run.
_OBJECTS = 100_000


def main() -> None:
    """The console script: `--version` at once, everything else through the commands."""
    if sys.argv[1:] == ["--version"]:
        from genderstats.version import VERSION

        print(f"genderstats {VERSION}")
        return
    gc.set_threshold(_OBJECTS)
    if set(sys.argv[1:2]) & _READING and "--help" not in sys.argv:
        _begin(sys.argv[2:])
    from genderstats.cli.running import run

    _leave(run(sys.argv[1:]))


def _begin(arguments: list[str]) -> None:
    """Lets the roster that is named first be read while the command itself is still being loaded."""
    from pathlib import Path

    from genderstats.reading import formats

    if _kept(arguments):
        return
    formats.warm(arguments)
    if arguments and not any(argument.startswith("--limit") for argument in arguments):
        formats.begin(Path(arguments[0]))


def _kept(arguments: list[str]) -> bool:
    """Whether nothing that is named is a file, and a store may hold what is: then no file is read."""
    from pathlib import Path

    stored = "GENDERSTATS_STORE" in os.environ or Path("genderstats.duckdb").exists()
    named = any(argument.startswith("--store") for argument in arguments)
    return (stored or named) and not any(Path(each).exists() for each in arguments if not each.endswith(".duckdb"))


def _leave(code: int) -> None:
    """Ends the process at once when all is written: taking a large table apart costs a tenth of the whole run."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = code or 2
    os._exit(code)
