"""Whether a cell of text tells of something, or says that there is nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from genderstats.people.cells import read_mark
from genderstats.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_PARTS = re.compile(r"[;,\n]")


def says_nothing(text: str, openings: Sequence[str]) -> bool:
    """Whether every part of a cell is a "no", or begins with words that tell of nothing held yet.

    >>> [says_nothing(text, ["chưa"]) for text in ("Không", "Chưa qua lớp nào", "Chưa học LLCT; QLNN")]
    [True, True, False]
    """
    parts = [part.strip(" -–+•.") for part in _PARTS.split(fold(text))]
    return all(
        read_mark(part) is False or f"{part} ".startswith(tuple(f"{one} " for one in openings))
        for part in parts
        if part
    )
