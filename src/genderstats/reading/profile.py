"""What the reader of a roster is told beforehand, where it should not find out for itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from genderstats.period import Moment
from genderstats.reading.formats.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Profile:
    """Sheets to read, the header's row (from 1), the column of a field (a letter or a header), and the moment; each may be left open."""

    sheets: tuple[str, ...] = ()
    header: int | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    moment: Moment = Moment()
    limits: Limits = Limits()


NOTHING_SAID = Profile()
