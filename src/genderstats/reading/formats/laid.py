"""Tables of documents laid into one grid, one below another: the text between them on rows of its own, joined cells as merges."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from genderstats.reading.grid import Grid, Marks, Merge, of_rows

if TYPE_CHECKING:
    from collections.abc import Callable

#: Longer texts between tables are no titles of theirs.
_LONGEST_TITLE = 300
#: No cell of a table of people spans more than this.
_WIDEST = 1000


@dataclass
class Laid:
    """Rows as they are laid, and the cells that reach down into rows to come (by column: rows left).

    `hold` is told how many cells there are so far, and raises where they are too many.
    """

    hold: Callable[[int], None]
    rows: list[list[str | None]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    tables: int = 0
    _cells: int = 0
    _reaching: dict[int, int] = field(default_factory=dict)
    _joined: dict[int, int] = field(default_factory=dict)
    _row: list[str | None] = field(default_factory=list)

    def text(self, text: str) -> None:
        """Lays a text that stands outside the tables."""
        if 0 < len(text) <= _LONGEST_TITLE:
            self.rows.append([text])

    def begin(self) -> None:
        """Begins a table: no cell of another one reaches into it."""
        self.tables += 1
        self._reaching, self._joined = {}, {}

    def row(self) -> None:
        """Begins a row of a table."""
        self._count(1 + len(self._reaching))
        self._reaching = {column: left - 1 for column, left in self._reaching.items() if left > 1}
        self._row = []
        self.rows.append(self._row)

    def cell(self, text: str, wide: int = 1, high: int = 1) -> None:
        """Lays a cell into the next free place of the row."""
        wide, high = min(max(wide, 1), _WIDEST), min(max(high, 1), _WIDEST)
        while len(self._row) in self._reaching:
            self._row.append(None)
        left = len(self._row)
        self._count(wide)
        self._row += [text or None, *[None] * (wide - 1)]
        if wide > 1 or high > 1:
            self._merge(high, left, wide)
        if high > 1:
            self._reaching |= dict.fromkeys(range(left, left + wide), high)

    def joining(self, text: str, wide: int) -> None:
        """Lays a cell that those below it may continue."""
        left = len(self._row)
        self.cell(text)
        self.blank(wide - 1)
        self._joined[left] = len(self.merges)
        self._merge(1, left, wide)

    def continued(self, wide: int) -> None:
        """Lays a cell that continues the one above it, and has no text of its own."""
        left = len(self._row)
        self.blank(wide)
        at = self._joined.get(left)
        if at is not None and self.merges[at].bottom == len(self.rows) - 1:
            self.merges[at] = self.merges[at]._replace(bottom=len(self.rows))

    def blank(self, wide: int) -> None:
        """Leaves so many places of the row blank."""
        self._count(wide)
        self._row += [None] * wide

    def grid(self) -> Grid:
        """The whole."""
        last = len(self.rows)
        self.hold(last * max(map(len, self.rows), default=0))
        merges = (one._replace(bottom=min(one.bottom, last)) for one in self.merges)
        return of_rows(None, self.rows, Marks(merges=tuple(one for one in merges if one[:2] != one[2:])))

    def _merge(self, high: int, left: int, wide: int) -> None:
        self.merges.append(Merge(len(self.rows), left, len(self.rows) + high - 1, left + wide - 1))

    def _count(self, cells: int) -> None:
        self._cells += cells
        self.hold(self._cells)
