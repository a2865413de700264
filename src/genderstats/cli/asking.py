"""From options to what the workflows take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.errors import NotAMappingError
from genderstats.indicators.catalogue import NOTHING_OWN, unknown
from genderstats.indicators.dimension import COLUMN, AgeBands, dimensions
from genderstats.people.fields import fields
from genderstats.reading.formats.limits import Limits
from genderstats.reading.profile import Profile
from genderstats.text.language import Text
from genderstats.workflows.compute import Question
from genderstats.workflows.gathering import moment_said

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from genderstats.indicators.catalogue import Own
    from genderstats.reading.own_titles import OwnTitles
    from genderstats.reading.profile import ProfileFile

_FIELD = Text("field", "trường")


def question(ids: Sequence[str] | None, by: str | None, bands: str | None, own: Path | None = None) -> Question:
    """What is asked.

    Raises:
        InputError: the file of own indicators cannot be read, or says what no indicator says.
        RequestError: an option names what does not exist.
    """
    dimensions_said = [part for part in _parts(by or "") if part]
    return Question.asked(
        ids or (), dimensions_said, AgeBands.parse(bands) if bands is not None else None, own_said(own)
    )


def own_said(path: Path | None) -> Own:
    """What a file of own indicators declares.

    Raises:
        InputError: it cannot be read, or says what no indicator says.
    """
    if path is None:
        return NOTHING_OWN
    from genderstats.indicators.own import own_indicators

    return own_indicators(path)


def _parts(by: str) -> list[str]:
    """The dimensions of --by; the header of a column may itself hold commas, so what follows and is no dimension belongs to it."""
    parts: list[str] = []
    for part in by.split(","):
        if (
            parts
            and parts[-1].startswith(COLUMN)
            and not part.strip().startswith(COLUMN)
            and part.strip() not in dimensions()
        ):
            parts[-1] += f",{part}"
        else:
            parts.append(part.strip())
    return parts


def profile(
    sheets: Sequence[str] | None = None,
    header: int | None = None,
    mapping: Sequence[str] | None = None,
    period: str | None = None,
    as_of: str | None = None,
    kept: ProfileFile | None = None,
    limits: Sequence[str] | None = None,
    titles: Path | None = None,
) -> Profile:
    """What the reader is told beforehand.

    Raises:
        InputError: the titles file cannot be read, or says what no rule says.
        RequestError: an option cannot be understood, or names a field that does not exist.
    """
    columns = dict(map(_mapped, mapping or ()))
    moment, own = moment_said(period, as_of), _own(titles) if titles else None
    return Profile(tuple(sheets or ()), header, columns, moment, kept, Limits.of(limits or ()), own)


def _mapped(text: str) -> tuple[str, str]:
    field, equals, column = (part.strip() for part in text.partition("="))
    if not (field and equals and column):
        raise NotAMappingError(text=text)
    if field not in fields():
        raise unknown(_FIELD, field, fields())
    return field, column


def _own(path: Path) -> OwnTitles:
    from genderstats.reading.own_titles import own_titles

    return own_titles(path)
