"""Party membership: a date, two dates or a mark make a member; a blank is "no" only beside others' dates or marks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from genderstats.people.cells import is_unknown, read_mark
from genderstats.reading import ages
from genderstats.reading.notices import notice

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    import numpy.typing as npt

    from genderstats.reading.layout.carriers import Raw
    from genderstats.reading.notices import Notice
    from genderstats.reading.profile import Counting
    from genderstats.reading.roster import Layout
    from genderstats.reading.sheet import Codes, Sheet
    from genderstats.reading.validation import Column

#: The columns of dates that make a member; some rosters put marks or "Không" there.
DATES = ("party_admission_date", "party_official_date")

_YES, _NO, _NOTHING = 1, 0, -1


def without_marks(raw: Mapping[str, Raw]) -> tuple[dict[str, Raw], dict[str, npt.NDArray[np.int8]]]:
    """The raw columns with the marks taken out of the Party dates, and those marks: 1 yes, 0 no, -1 none."""
    kept, marks = dict(raw), {}
    for field in DATES:
        if field in kept:
            said = [read_mark(text) for text in kept[field].values]
            lookup = np.array([_NOTHING if mark is None else int(mark) for mark in said] + [_NOTHING], dtype=np.int8)
            marks[field] = lookup[kept[field].codes]
            kept[field] = replace(
                kept[field], codes=np.where(marks[field] == _NOTHING, kept[field].codes, np.int32(-1))
            )
    return kept, marks


def membership(
    columns: Mapping[str, Column], marks: Mapping[str, npt.NDArray[np.int8]], as_of: dt.date | None
) -> Codes | None:
    """For each person 1 (member), 0 (not a member) or -1 (not known); None where no column tells.

    A cell that cannot be read or says that nothing is known, or a day after the one the roster stands at, leaves it unknown,
    unless another column makes the person a member.
    """
    told = [_told(columns[field], marks.get(field), as_of) for field in (*DATES, "party_member") if field in columns]
    if not told:
        return None
    yes, unread, no = (np.logical_or.reduce(part) for part in zip(*told, strict=True))
    return np.select([yes, unread, no], [_YES, _NOTHING, _NO], _NOTHING).astype(np.int32)


def probation(
    columns: Mapping[str, Column], marks: Mapping[str, npt.NDArray[np.int8]], as_of: dt.date | None
) -> Codes | None:
    """For each person 1 (admitted, and not yet a full member on the day), 0 (not so) or -1 (not known).

    None where the roster tells no official membership of anybody: a column that is blank for all tells nothing.
    """
    admitted, official = (columns.get(field) for field in DATES)
    if admitted is None or official is None:
        return None
    entered, _, _ = _told(admitted, marks.get(DATES[0]), as_of)
    full, unread, _ = _told(official, marks.get(DATES[1]), as_of)
    if not full.any():
        return None
    later = ages.later(official, as_of)
    return np.select([~entered, full, later, unread], [_NO, _NO, _YES, _NOTHING], _YES).astype(np.int32)


def of_probation(
    sheet: Sheet, layout: Layout, counting: Counting, member: Codes | None, on_probation: Codes | None
) -> Iterator[Notice]:
    """That probationary members were not to be counted, and cannot be told."""
    if not counting.probationary_members and member is not None and on_probation is None:
        members = int((member == _YES).sum())
        where = sheet.address(layout.header.top)
        yield notice("probation-not-told", where, "party_official_date", number=members)


def _told(
    column: Column, marks: npt.NDArray[np.int8] | None, as_of: dt.date | None
) -> tuple[npt.NDArray[np.bool_], ...]:
    """Whom a column makes a member, whom it leaves in doubt, whom it says is none."""
    blank = (column.codes < 0) & ~column.any_bad & ~_said_unknown(column)
    if marks is None:
        yes = column.where(value is True for value in column.values)
        no = column.where(value is False for value in column.values)
        return yes, _unread(column), no | (blank & bool(yes.any()))
    later = ages.later(column, as_of)
    yes = (marks == _YES) | ((column.codes >= 0) & ~later) | _out_of_order(column)
    no = (marks == _NO) | (blank & (marks == _NOTHING) & bool(yes.any()))
    return yes, _unread(column) | later, no


def _said_unknown(column: Column) -> npt.NDArray[np.bool_]:
    said = [is_unknown(text) for text in column.raw.values]
    return np.append(np.array(said, dtype=bool), False)[column.raw.codes]


def _unread(column: Column) -> npt.NDArray[np.bool_]:
    return _refused(column, ("-unreadable", "-impossible"))


def _out_of_order(column: Column) -> npt.NDArray[np.bool_]:
    """Dates that were read, and then not believed beside another: they still claim membership."""
    return _refused(column, ("-before-birth", "-before-admission"))


def _refused(column: Column, endings: tuple[str, ...]) -> npt.NDArray[np.bool_]:
    refused = [people for reason, people in column.bad.items() if reason.endswith(endings)]
    return np.logical_or.reduce(refused) if refused else np.zeros(len(column.codes), bool)
