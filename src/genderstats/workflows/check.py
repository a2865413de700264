"""What is doubtful in rosters: read them one by one, of whatever periods, and keep their notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.reading.notices import Severity
from genderstats.workflows.gathering import Gathering, Progress, read_all, silent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from genderstats.reading.profile import Profile


def check(names: Sequence[str | Path], profile: Profile, progress: Progress = silent) -> Gathering:
    """The rosters that are named, with their notices; they need not be of one period, and may tell no sex, which is noticed.

    Raises:
        InputError: something that is named cannot be read as a roster.
    """
    return read_all(names, profile, progress, sexless=True)


def has_errors(gathering: Gathering) -> bool:
    """Whether somebody should mend a roster."""
    return any(one.reason.severity is Severity.ERROR for one in gathering.notices)
