"""Tables of documents laid into one grid, one below another: the text between them on rows of its own, joined cells as merges."""

from __future__ import annotations

from dataclasses import dataclass, field

from genderstats.reading.grid import Grid, Marks, Merge, of_rows

#: Longer texts between tables are no titles of theirs.
_LONGEST_TITLE = 300
#: No cell of a table of people spans more than this.
_WIDEST = 1000


@dataclass
class Laid:
    """Rows as they are laid, and the cells that reach down into rows to come (by column: rows left)."""

    rows: list[list[str | None]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    _reaching: dict[int, int] = field(default_factory=dict)
    _row: list[str | None] = field(default_factory=list)

    def text(self, text: str) -> None:
        """Lays a text that stands outside the tables."""
        if 0 < len(text) <= _LONGEST_TITLE:
            self.rows.append([text])

    def begin(self) -> None:
        """Begins a table: no cell of another one reaches into it."""
        self._reaching = {}

    def row(self) -> None:
        """Begins a row of a table."""
        self._reaching = {column: left - 1 for column, left in self._reaching.items() if left > 1}
        self._row = []
        self.rows.append(self._row)

    def cell(self, text: str, wide: int = 1, high: int = 1) -> None:
        """Lays a cell into the next free place of the row."""
        wide, high = min(max(wide, 1), _WIDEST), min(max(high, 1), _WIDEST)
        while len(self._row) in self._reaching:
            self._row.append(None)
        left = len(self._row)
        self._row += [text or None, *[None] * (wide - 1)]
        if wide > 1 or high > 1:
            self.merges.append(Merge(len(self.rows), left, len(self.rows) + high - 1, left + wide - 1))
        if high > 1:
            self._reaching |= dict.fromkeys(range(left, left + wide), high)

    def grid(self) -> Grid:
        """The whole."""
        last = len(self.rows)
        return of_rows(
            None, self.rows, Marks(merges=tuple(one._replace(bottom=min(one.bottom, last)) for one in self.merges))
        )
