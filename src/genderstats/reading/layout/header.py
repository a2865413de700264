"""Where the header stands: under the title rows, on one row or several."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from genderstats.reading.layout.headers import (
    LEVEL,
    Claim,
    Path,
    claim,
    groups_of_person,
    header_words,
    kind_of_column,
    only_groups,
    sub_columns,
)
from genderstats.text.folding import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from genderstats.reading.sheet import Merge

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
        said = {column: one for column, one in found.items() if one}
        named = {self.paths[column][0] for column, one in said.items() if one.field == "full_name"}
        grouped = {column: _mark(path, named) for column, path in enumerate(self.paths) if column not in said}
        return said | {column: one for column, one in grouped.items() if one}

    def tells_sex(self) -> bool:
        """Whether any column, or a pair under Nam and Nữ, tells sex."""
        said = self.claims().values()
        return any(one.field == "sex" for one in said) or {one.code for one in said if one.how == "split"} == {"F", "M"}

    def fields(self) -> set[str]:
        """The fields that the columns claim, alone or several in one ("Nhập ngũ / Tuyển dụng")."""
        said = self.claims()
        composed = (path[-1].split("/") for place, path in enumerate(self.paths) if path and place not in said)
        parts = [header_words().composed(one) for one in composed if len(one) > 1]
        return {one.field for one in said.values()} | {field for one in parts if len(one) > 1 for field in one.values()}

    def score(self) -> float:
        """How much of a roster's header it is: columns and fields that are known; telling sex counts as one more."""
        return len(self.claims()) + len(self.fields()) + self.tells_sex()


def find(head: list[list[str]], merges: Sequence[Merge] = ()) -> Header | None:
    """The likeliest header among the first rows of a sheet, or None where no row holds two known header words.

    Rows of `merges` count from 0, as in `head`.
    """
    best = max(_candidates(head, merges), key=lambda header: (header.score(), -header.depth, -header.top), default=None)
    if best is None or len(best.fields()) < 2:
        return None
    return _raised(head, _continued(head, best, merges), merges)


def at(head: list[list[str]], row: int, merges: Sequence[Merge] = ()) -> Header:
    """The header whose first row is known: the depth that reads most."""
    known = [sum(map(header_words().is_known, cells)) for cells in head]
    blocks = [block(head, row, 1, merges)]
    for depth in range(2, min(DEEPEST, len(head) - row) + 1):
        if _is_below(head[row + depth - 1], known[row + depth - 1]):
            break
        blocks.append(block(head, row, depth, merges))
    return _continued(head, max(blocks, key=lambda header: (header.score(), -header.depth)), merges)


def likeliest(head: list[list[str]]) -> list[int]:
    """The three rows that look most like a header, best first: for telling the reader what was seen."""
    known = [sum(map(header_words().is_known, row)) for row in head]
    filled = [sum(map(bool, row)) for row in head]
    ranked = sorted((row for row in range(len(head)) if filled[row]), key=lambda row: (-known[row], -filled[row], row))
    return sorted(ranked[:3])


def _candidates(head: list[list[str]], merges: Sequence[Merge]) -> Iterator[Header]:
    known = [sum(map(header_words().is_known, row)) for row in head]
    grouping = _grouping(head, merges)
    for top in range(len(head)):
        if not (known[top] or top in grouping) or sum(known[top : top + DEEPEST]) < 2:
            continue
        for depth in range(1, min(DEEPEST, len(head) - top) + 1):
            if _is_below(head[top + depth - 1], known[top + depth - 1]):
                break
            yield block(head, top, depth, merges)


def _grouping(head: list[list[str]], merges: Sequence[Merge]) -> set[int]:
    """The rows whose cells stand over groups of columns: one is merged over several columns, and it is not alone."""
    wide = {merge.top for merge in merges if merge.right > merge.left}
    return {row for row in wide if row < len(head) and sum(map(bool, head[row])) > 1}


def _is_below(cells: list[str], known: int) -> bool:
    """Whether a row stands below the header: it holds data, or a year beside words of which none is a header's."""
    others = [cell for cell in cells if cell and not _DATA.fullmatch(cell)]
    somebody = bool(others) and not known and not any(words(cell) in sub_columns() for cell in others)
    return _holds_data(cells, known) or (somebody and any(_YEAR.fullmatch(cell) for cell in cells))


def _holds_data(cells: list[str], known: int) -> bool:
    """Whether a row holds dates or numbers, years apart, and no more known words than these: then it is no header."""
    data = sum(bool(_DATA.fullmatch(cell)) and not _YEAR.fullmatch(cell) for cell in cells)
    return data > 0 and data >= known


def _continued(head: list[list[str]], header: Header, merges: Sequence[Merge]) -> Header:
    """A header with the rows below it that belong to it: those that its cells are merged over, or that only divide its cells."""
    merged = _merged_down(head, header, merges)
    if merged > header.top + header.depth:
        header = block(head, header.top, merged - header.top, merges)
    while _divided_below(head, header, merges):
        header = block(head, header.top, header.depth + 1, merges)
    bottom = header.top + header.depth
    if header.depth > 1 or bottom >= len(head):
        return header
    above, below = head[bottom - 1], head[bottom]
    filled = [column for column, cell in enumerate(below) if cell]
    divides = len(filled) > 1 and all(_is_divided(above, column) for column in filled)
    texts = all(_YEAR.fullmatch(below[column]) or not _DATA.fullmatch(below[column]) for column in filled)
    longer = block(head, header.top, header.depth + 1, merges)
    return longer if divides and texts and longer.score() >= header.score() - len(filled) else header


def _mark(path: Path, named: set[str]) -> Claim | None:
    """What "Nữ" claims under words that only group the columns of the person itself: those that say so, or that every name stands under."""
    *over, last = path or ("",)
    if not over or words(last) not in sub_columns() or not all(map(only_groups, over)):
        return None
    return claim((last,)) if all(map(groups_of_person, over)) or named == {over[0]} else None


def _raised(head: list[list[str]], header: Header, merges: Sequence[Merge]) -> Header:
    """A header with the rows above it that group its columns: that hold header words, each over several columns or over a blank."""
    while header.top and header.depth < DEEPEST and _groups(head, header.top - 1, merges):
        longer = block(head, header.top - 1, header.depth + 1, merges)
        if longer.score() < header.score():
            break
        header = longer
    return header


def _groups(head: list[list[str]], row: int, merges: Sequence[Merge]) -> bool:
    above, below = head[row], head[row + 1]
    filled = [column for column, cell in enumerate(above) if cell]
    if len(filled) < 2 or not any(_heads(above, below, column) for column in filled) or _holds_data(above, 0):
        return False
    merged = {one.left for one in merges if one.top == row}
    ends = [*filled[1:], len(above)]
    spread = (any(below[column + 1 : end]) for column, end in zip(filled, ends, strict=True))
    return all(column in merged or wide or not below[column] for column, wide in zip(filled, spread, strict=True))


def _heads(above: list[str], below: list[str], column: int) -> bool:
    """Whether a cell holds a header word; "Đơn vị" over other headers rather tells in a title whose list it is.

    "Nữ" over a blank names a column of marks: nothing else could.
    """
    text = above[column]
    alone = not below[column] and words(text) in header_words().flags
    if not (alone or header_words().is_known(text) or kind_of_column((text,))) or text.endswith(":"):
        return False
    said = header_words().value(words(text))
    return not (below[column] and said and said.field == "unit")


def _merged_down(head: list[list[str]], header: Header, merges: Sequence[Merge]) -> int:
    """The row after the last one that a cell of the header is merged over, rows with data apart."""
    bottom = header.top + header.depth
    lowest = max(
        (one.bottom + 1 for one in merges if header.top <= one.top < bottom and head[one.top][one.left]), default=bottom
    )
    for row in range(bottom, min(lowest, header.top + DEEPEST, len(head))):
        if _holds_data(head[row], 0):
            break
        bottom = row + 1
    return bottom


def _divided_below(head: list[list[str]], header: Header, merges: Sequence[Merge]) -> bool:
    """Whether all that the row below holds stands under cells of the header that are merged over several columns."""
    bottom = header.top + header.depth
    if bottom >= len(head) or header.depth >= DEEPEST or _holds_data(head[bottom], 0):
        return False
    wide = [one for one in merges if header.top <= one.top <= one.bottom == bottom - 1 and one.right > one.left]
    filled = [column for column, cell in enumerate(head[bottom]) if cell]
    return len(filled) > 1 and all(any(one.left <= column <= one.right for one in wide) for column in filled)


def _is_divided(above: list[str], column: int) -> bool:
    """Whether a column stands under a cell that is merged over it and others: nothing above it, or nothing above its right."""
    return not above[column] or (column + 1 < len(above) and not above[column + 1])


def block(head: list[list[str]], top: int, depth: int, merges: Sequence[Merge] = ()) -> Header:
    """The header whose rows are known."""
    rows = head[top : top + depth]
    inside = [merge for merge in merges if top <= merge.top < top + depth and merge.left < len(rows[0])]
    levels = _unmerged(rows, top, inside)
    return Header(top, depth, tuple(_path(texts) for texts in zip(*levels, strict=True)))


def _unmerged(rows: list[list[str]], top: int, merges: Sequence[Merge]) -> list[list[str]]:
    """The rows with the text of each cell in all the cells it stands over.

    Beyond the merges that are told – text files tell none, and some sheets leave the cells beside a title blank instead – a blank
    above a filled cell stands under the nearest text to its left.
    """
    levels = [list(cells) for cells in rows]
    merged: set[tuple[int, int]] = set()
    for merge in merges:
        text = rows[merge.top - top][merge.left]
        for level in range(merge.top - top, min(merge.bottom - top + 1, len(rows))):
            for column in range(merge.left, min(merge.right + 1, len(rows[level]))):
                levels[level][column] = levels[level][column] or text
                merged.add((level, column))
    for level, cells in enumerate(levels):
        for column, text in enumerate(cells):
            if not text and (level, column) not in merged:
                left = _left(rows, level, column)
                cells[column] = rows[level][left] if left is not None and (level, left) not in merged else ""
    return levels


def _path(texts: Sequence[str]) -> Path:
    """The levels over a column, without repetitions."""
    path: list[str] = []
    for text in texts:
        if text and (not path or words(text) != words(path[-1])):
            path.append(text)
    return tuple(path)


def _left(rows: list[list[str]], level: int, column: int) -> int | None:
    """The column of the text that a blank above a filled cell may stand under: the nearest to its left, above a filled cell too."""
    if not _filled_below(rows, level, column):
        return None
    left = next((other for other in range(column - 1, -1, -1) if rows[level][other]), None)
    return left if left is not None and _filled_below(rows, level, left) else None


def _filled_below(rows: list[list[str]], level: int, column: int) -> bool:
    return any(row[column] for row in rows[level + 1 :])
