"""What is doubtful in rosters: read them one by one, of whatever periods, and keep their notices."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from genderstats.reading.notices import Severity
from genderstats.workflows.gathering import Gathering, Progress, read_all, silent
from genderstats.workflows.naming import of_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from genderstats.reading.profile import Profile
    from genderstats.reporting.annotation.annotate import Annotated
    from genderstats.text.language import Language


def check(names: Sequence[str | Path], profile: Profile, progress: Progress = silent) -> Gathering:
    """The rosters that are named, with their notices; they need not be of one period, and may tell no sex, which is noticed.

    Raises:
        RowsNotKeptError: what is named is no file, but a period that is kept.
        InputError: something that is named cannot be read as a roster.
    """
    with of_rows(names):
        return read_all(names, profile, progress, sexless=True)


def has_errors(gathering: Gathering) -> bool:
    """Whether somebody should mend a roster."""
    return any(one.reason.severity is Severity.ERROR for one in gathering.notices)


def annotated(gathering: Gathering, language: Language, out: IO[bytes], *, with_macros: bool) -> Annotated:
    """Writes a copy of the one workbook that was read, with the notices in it; macros stay only where they may.

    Raises:
        InputError: the file is of a kind that is not annotated, or cannot be annotated safely.
    """
    from genderstats.reporting.annotation.annotate import annotate

    (path,) = gathering.paths
    return annotate(path, gathering.notices, language, out, with_macros=with_macros)
