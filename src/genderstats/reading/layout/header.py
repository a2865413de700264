"""Where the header stands: under the title rows, on one row or several."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from genderstats.reading.layout.headers import LEVEL, Claim, Path, claim, header_words
from genderstats.text.folding import words

if TYPE_CHECKING:
    from collections.abc import Iterator

#: How far down a header is looked for, and how many rows it may have.
SEARCHED_ROWS = 60
DEEPEST = 4

_YEAR = re.compile(r"(?:19|20)\d\d")
_DATA = re.compile(r"[\d\s.,/()%:-]*\d[\d\s.,/()%:-]*")


@dataclass(frozen=True, slots=True)
class Header:
    """A header: its first row (counted from 0), how many rows it has, and for each column its levels from the top."""

    top: int
    depth: int
    paths: tuple[Path, ...]

    @property
    def rows(self) -> range:
        """The rows it stands on."""
        return range(self.top, self.top + self.depth)

    def text(self, column: int) -> str:
        """A column's header as it is shown: "Ngày sinh › Nam"."""
        return LEVEL.join(self.paths[column])

    def claims(self) -> dict[int, Claim]:
        """What each column claims to carry, where it claims anything."""
        found = {column: claim(path) for column, path in enumerate(self.paths) if path}
        return {column: said for column, said in found.items() if said}

    def tells_sex(self) -> bool:
        """Whether any column, or a pair under Nam and Nữ, tells sex."""
        said = self.claims().values()
        return any(one.field == "sex" for one in said) or {one.code for one in said if one.how == "split"} == {"F", "M"}

    def score(self) -> float:
        """How much of a roster's header it is: columns and fields that are known; telling sex counts as one more."""
        said = self.claims().values()
        return len(said) + len({one.field for one in said}) + self.tells_sex()


def find(head: list[list[str]]) -> Header | None:
    """The likeliest header among the first rows of a sheet, or None where no row holds two known header words."""
    best = max(_candidates(head), key=lambda header: (header.score(), -header.depth, -header.top), default=None)
    return _continued(head, best) if best and len({said.field for said in best.claims().values()}) >= 2 else None


def at(head: list[list[str]], row: int) -> Header:
    """The header whose first row is known: the depth that reads most."""
    known = [sum(map(header_words().is_known, cells)) for cells in head]
    blocks = [_block(head, row, 1)]
    for depth in range(2, min(DEEPEST, len(head) - row) + 1):
        if _holds_data(head[row + depth - 1], known[row + depth - 1]):
            break
        blocks.append(_block(head, row, depth))
    return _continued(head, max(blocks, key=lambda header: (header.score(), -header.depth)))


def block(head: list[list[str]], row: int, depth: int) -> Header:
    """The header whose rows are known."""
    return _block(head, row, depth)


def likeliest(head: list[list[str]]) -> list[int]:
    """The three rows that look most like a header, best first: for telling the reader what was seen."""
    known = [sum(map(header_words().is_known, row)) for row in head]
    filled = [sum(map(bool, row)) for row in head]
    ranked = sorted((row for row in range(len(head)) if filled[row]), key=lambda row: (-known[row], -filled[row], row))
    return sorted(ranked[:3])


def _candidates(head: list[list[str]]) -> Iterator[Header]:
    known = [sum(map(header_words().is_known, row)) for row in head]
    for top in range(len(head)):
        if not known[top] or sum(known[top : top + DEEPEST]) < 2:
            continue
        for depth in range(1, min(DEEPEST, len(head) - top) + 1):
            if _holds_data(head[top + depth - 1], known[top + depth - 1]):
                break
            yield _block(head, top, depth)


def _holds_data(cells: list[str], known: int) -> bool:
    """Whether a row holds dates or numbers, years apart, and no more known words than these: then it is no header."""
    data = sum(bool(_DATA.fullmatch(cell)) and not _YEAR.fullmatch(cell) for cell in cells)
    return data > 0 and data >= known


def _continued(head: list[list[str]], header: Header) -> Header:
    """A header of one row with the row below it, where that only divides cells that are merged over several columns."""
    bottom = header.top + header.depth
    if header.depth > 1 or bottom >= len(head):
        return header
    above, below = head[bottom - 1], head[bottom]
    filled = [column for column, cell in enumerate(below) if cell]
    divides = len(filled) > 1 and all(_is_divided(above, column) for column in filled)
    texts = all(_YEAR.fullmatch(below[column]) or not _DATA.fullmatch(below[column]) for column in filled)
    longer = _block(head, header.top, header.depth + 1)
    return longer if divides and texts and longer.score() >= header.score() - len(filled) else header


def _is_divided(above: list[str], column: int) -> bool:
    """Whether a column stands under a cell that is merged over it and others: nothing above it, or nothing above its right."""
    return not above[column] or (column + 1 < len(above) and not above[column + 1])


def _block(head: list[list[str]], top: int, depth: int) -> Header:
    rows = head[top : top + depth]
    return Header(top, depth, tuple(_path(rows, column) for column in range(len(rows[0]))))


def _path(rows: list[list[str]], column: int) -> Path:
    """The levels over a column; a blank above a filled cell stands under the merged cell to its left."""
    levels = [row[column] or _merged_over(rows, level, column) for level, row in enumerate(rows)]
    path: list[str] = []
    for text in levels:
        if text and (not path or words(text) != words(path[-1])):
            path.append(text)
    return tuple(path)


def _merged_over(rows: list[list[str]], level: int, column: int) -> str:
    if not _filled_below(rows, level, column):
        return ""
    left = next((other for other in range(column - 1, -1, -1) if rows[level][other]), None)
    return rows[level][left] if left is not None and _filled_below(rows, level, left) else ""


def _filled_below(rows: list[list[str]], level: int, column: int) -> bool:
    return any(row[column] for row in rows[level + 1 :])
