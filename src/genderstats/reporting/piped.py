"""Documents as plain text for a pipe or a file: as wide as they need to be, so that nothing is cut or folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from genderstats.reporting import ruled
from genderstats.reporting.document import Block, Document, Paragraph, Table, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from genderstats.text.language import Language

#: Wide enough for any line of ours.
_ENDLESS = 100_000
_BETWEEN = "   "


def render(document: Document, language: Language) -> str:
    """The document in one text, without the blanks that only fill columns."""
    return "".join(f"{line.rstrip()}\n" for text in _texts(document, language) for line in text.splitlines() or [""])


def _texts(document: Document, language: Language) -> Iterator[str]:
    yield document.title[language]
    for part in document.shown_parts():
        if isinstance(part, Paragraph):
            yield part.text[language]
        elif isinstance(part, Block):
            yield from (text[language] for text in part.lines)
        elif part.of_figures:
            yield from ("".join(text for text, _ in line) for line in ruled.lines(part, language, _ENDLESS))
        else:
            yield from _aligned(part, language)


def _aligned(table: Table, language: Language) -> Iterator[str]:
    """A table of words, in columns."""
    if table.title:
        yield table.title[language]
    heads = [head.title[language] for head in table.heads]
    rows = [[shown(cell.value, language) for cell in row.cells] for row in table.rows]
    filled = [cells + [""] * (len(heads) - len(cells)) for cells in rows]
    split = [[cell.splitlines() or [""] for cell in cells] for cells in [heads, *filled]]
    widths = [max(cell_len(line) for cell in column for line in cell) for column in zip(*split, strict=True)]
    numeric = [head.numeric for head in table.heads]
    if any(heads):
        yield from _row(split[0], widths, numeric)
        yield "─" * (sum(widths) + len(_BETWEEN) * (len(widths) - 1))
    for cells in split[1:]:
        yield from _row(cells, widths, numeric)


def _row(cells: Sequence[Sequence[str]], widths: Sequence[int], numeric: Sequence[bool]) -> Iterator[str]:
    for at in range(max(map(len, cells))):
        line = (cell[at] if at < len(cell) else "" for cell in cells)
        padded = (
            " " * (width - cell_len(text)) + text if right else text + " " * (width - cell_len(text))
            for text, width, right in zip(line, widths, numeric, strict=True)
        )
        yield _BETWEEN.join(padded)
