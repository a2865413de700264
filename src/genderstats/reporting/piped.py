"""Documents as plain text for a pipe or a file: as wide as figures and labels need; only what explains a figure is broken to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from genderstats.reporting import ruled
from genderstats.reporting.document import Block, Document, Paragraph, Table, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from genderstats.reporting.document import Tone
    from genderstats.reporting.ruled import Line
    from genderstats.text.language import Language

#: Wide enough for any line of ours.
_ENDLESS = 100_000
_BETWEEN = "   "


#: What the tones are where colours are forced upon a pipe.
_COLOURS: dict[Tone, str] = {"heading": "1", "quiet": "2", "good": "32", "bad": "33"}


def render(document: Document, language: Language, *, color: bool = False) -> str:
    """The document in one text, without the blanks that only fill columns; in colours only where they are asked for."""
    return "".join(f"{_told(line, color=color)}\n" for line in _lines(document, language))


def _told(line: Line, *, color: bool) -> str:
    if not color:
        return "".join(text for text, _ in line).rstrip()
    return "".join(f"\x1b[{_COLOURS[tone]}m{text}\x1b[0m" if tone and text else text for text, tone in line)


def _lines(document: Document, language: Language) -> Iterator[Line]:
    yield [(document.title[language], "heading")]
    for part in document.shown_parts():
        if isinstance(part, Paragraph):
            yield from ([(line, part.tone)] for line in part.text[language].splitlines() or [""])
        elif isinstance(part, Block):
            yield from map(_plain, (text[language] for text in part.lines))
        elif part.of_figures:
            yield from ruled.lines(part, language, _ENDLESS)
        else:
            yield from map(_plain, _aligned(part, language))


def _plain(text: str) -> Line:
    return [(text, "")]


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
