"""What is to be said at which cell: the notices of a sheet by the cell that shows them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from genderstats.reporting.annotation.palette import SHADES, gravity, worst
from genderstats.text.language import Language, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from genderstats.reading.notices import Notice
    from genderstats.reporting.annotation.cells import Wanted
    from genderstats.reporting.annotation.sheets import Area

#: At one cell so many notices are told in words; the list has them all.
_TOLD = 12
_MORE = Text("… and {count} more; see the first sheet", "… và {count} mục nữa; xem trang đầu")

#: The notices at each cell of a sheet, by the row's number and the column from 0, or None for the whole row.
Remarks = dict[tuple[int, int | None], list["Notice"]]


def by_sheet(notices: Iterable[Notice]) -> dict[str | None, Remarks]:
    """The notices that stand at a cell or row, by the sheet they are of."""
    found: dict[str | None, Remarks] = defaultdict(lambda: defaultdict(list))
    for one in notices:
        if one.address.row is not None:
            found[one.address.sheet][one.address.row, one.address.column].append(one)
    return found


def shown(remarks: Remarks, merges: Iterable[Area]) -> Remarks:
    """The remarks at the cells that are seen: what stands at a cell covered by a merged one, at that one."""
    rows = sorted({row for row, place in remarks if place is not None})
    over: dict[tuple[int, int | None], tuple[int, int]]
    over = {(row, place): (area.top, area.left) for area in merges for row, place in _covered(area, rows, remarks)}
    found: Remarks = defaultdict(list)
    for place, notices in remarks.items():
        found[over.get(place, place)] += notices
    return found


def _covered(area: Area, rows: Sequence[int], remarks: Remarks) -> Iterator[tuple[int, int]]:
    """The places with remarks that a merged cell covers."""
    for row in rows[bisect_left(rows, area.top) : bisect_right(rows, area.bottom)]:
        yield from ((row, place) for place in range(area.left, area.right + 1) if (row, place) in remarks)


def wanted(remarks: Remarks) -> Wanted:
    """Which cells are to be coloured, and how."""
    found: Wanted = defaultdict(dict)
    for (row, place), notices in remarks.items():
        found[row][place] = worst(one.reason.severity for one in notices)
    return dict(found)


def settled(remarks: Remarks, first_filled: Mapping[int, int]) -> dict[tuple[int, int], list[Notice]]:
    """The remarks at cells alone, in the order of the cells: those of a row at its first filled cell."""
    found: dict[tuple[int, int], list[Notice]] = defaultdict(list)
    for (row, place), notices in remarks.items():
        found[row, first_filled.get(row, 0) if place is None else place] += notices
    return dict(sorted(found.items()))


def in_words(notices: Sequence[Notice], cell: str, language: Language) -> str:
    """What a comment at a cell says: the gravest first, each with what to do."""
    ordered = sorted(notices, key=lambda one: gravity(one.reason.severity))
    said = [_in_words(one, cell, language) for one in ordered[:_TOLD]]
    if len(ordered) > _TOLD:
        said.append(_MORE.format(count=len(ordered) - _TOLD)[language])
    return "\n".join(said)


def _in_words(one: Notice, cell: str, language: Language) -> str:
    word, message, advice = SHADES[one.reason.severity].word, one.message, one.reason.advice
    elsewhere = one.address.cell if one.address.cell not in (None, cell) else None
    place = f" ({elsewhere})" if elsewhere else ""
    return f"{word[language]}{place}: {message[language]}\n→ {advice[language]}"
