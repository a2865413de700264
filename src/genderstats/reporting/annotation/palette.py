"""How much a notice matters, in words and in colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from genderstats.reading.notices import Severity
from genderstats.text.language import Text

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Shade:
    """The word for a severity, and the colour of its cells (alpha, red, green, blue)."""

    word: Text
    colour: str


#: The gravest first.
SHADES = {
    Severity.ERROR: Shade(Text("Error", "Lỗi"), "FFFFC7CE"),
    Severity.WARNING: Shade(Text("Warning", "Cảnh báo"), "FFFFEB9C"),
    Severity.NOTE: Shade(Text("Note", "Ghi chú"), "FFDDEBF7"),
}
#: The colour behind the heads of the list.
HEAD_COLOUR = "FFD9D9D9"
LINK_COLOUR = "FF0563C1"

_ORDER = {severity: place for place, severity in enumerate(SHADES)}


def gravity(severity: Severity) -> int:
    """The place of a severity, the gravest first."""
    return _ORDER[severity]


def worst(severities: Iterable[Severity]) -> Severity:
    """The gravest of some."""
    return min(severities, key=gravity)
