"""The language of this run, known before the commands are made, so that help speaks it too."""

from __future__ import annotations

import sys

from genderstats.text.language import Language, Text, spoken


def _asked(arguments: list[str]) -> str | None:
    """What `--lang` says, wherever it stands."""
    for place, argument in enumerate(arguments):
        if argument == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return None


LANGUAGE: Language = spoken(_asked(sys.argv[1:]))


def say(en: str, vi: str) -> str:
    """One of two texts, in the language of this run."""
    return Text(en, vi)[LANGUAGE]


def examples(*lines: str) -> str:
    """The examples of a help text, each a command line that works as it stands."""
    listed = "\n".join(f"    genderstats {line}" for line in lines)
    return f"\n\n\b\n{say('Examples:', 'Ví dụ:')}\n{listed}"
