"""`indicators --copy`: an indicator of the catalogue as it is declared, to make another of it.

Its id stands once, on its first line: what the catalogue writes as tables of their own (targets, other words) is written within.
"""

from __future__ import annotations

import re
from collections import defaultdict
from importlib.resources import files
from typing import TYPE_CHECKING

from genderstats.indicators.catalogue import catalogue, indicators
from genderstats.text.language import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from genderstats.text.language import Language

    #: The tables of one indicator as they are written: what follows its id in the head, the comments above, the lines.
    Block = tuple[str, list[str], list[str]]

_HEAD = re.compile(r"^\[\[?(?P<id>[a-z0-9-]+)(?:\.(?P<rest>[\w.-]+))?\]\]?")
_CHOOSE = Text(
    "an id of your own in place of this one; the file then goes to --indicators",
    "thay bằng mã riêng của bạn; sau đó dùng tệp với --indicators",
)


def copied(ids: Iterable[str], language: Language) -> str:
    """The declarations of these indicators, or of all, as TOML.

    Raises:
        UnknownNameError: an id is not in the catalogue.
    """
    wanted = list(dict.fromkeys(ids)) or list(catalogue())
    indicators(wanted)
    blocks = _blocks()
    return "\n".join(_copy(name, blocks[name], language) for name in wanted)


def _blocks() -> dict[str, list[Block]]:
    """The tables of the catalogue's text by indicator; comments belong to the table below them, with no blank line between."""
    text = files(__package__).joinpath("catalogue.toml").read_text(encoding="utf-8")
    found: dict[str, list[Block]] = defaultdict(list)
    above: list[str] = []
    lines: list[str] = []
    for line in text.splitlines():
        head = _HEAD.match(line)
        if head:
            lines = []
            found[head["id"]].append((head["rest"] or "", above, lines))
            above = []
        elif line.startswith("#"):
            above.append(line)
        elif line.strip():
            lines += [*above, line]
            above = []
        else:
            above = []
    return found


def _copy(name: str, blocks: list[Block], language: Language) -> str:
    targets = [(above, lines) for rest, above, lines in blocks if rest == "target"]
    told = [f"[{name}]  # {_CHOOSE[language]}"]
    for rest, above, lines in blocks:
        if rest != "target":
            told += [*above, *(_within(rest, line) for line in lines)]
    if targets:
        told += ["target = [", *(line for above, lines in targets for line in _target(above, lines)), "]"]
    return "\n".join(told) + "\n"


def _within(table: str, line: str) -> str:
    """A line of a table within, written in the table around it."""
    return f"{table}.{line}" if table and not line.startswith("#") else line


def _target(above: list[str], lines: list[str]) -> Iterator[str]:
    """A target on one line, its comments above it."""
    yield from (f"  {line}" for line in (*above, *(line for line in lines if line.startswith("#"))))
    yield f"  {{ {', '.join(line for line in lines if not line.startswith('#'))} }},"
