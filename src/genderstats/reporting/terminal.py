"""Documents on a terminal: rich tables; without a terminal plain, and as wide as they need to be."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text as RichText

from genderstats.reporting.document import Document, Paragraph, Row, Table, shown

if TYPE_CHECKING:
    from typing import TextIO

    from genderstats.text.language import Language

_STYLES = {"": "", "heading": "bold", "quiet": "dim", "good": "green", "bad": "yellow"}
#: Where what explains a figure is broken into lines when nothing else limits it.
_EXPLANATION = 76
#: Wide enough for any line of ours, so that nothing is cut or folded in a pipe.
_ENDLESS = 100_000


def console(stream: TextIO, *, color: bool = True) -> Console:
    """A console on a stream: the terminal's width on a terminal, endless elsewhere; no markup or emoji is read into the text."""
    width = None if stream.isatty() else _ENDLESS
    return Console(
        file=stream, width=width, no_color=not color, highlight=False, markup=False, emoji=False, soft_wrap=False
    )


def render(document: Document, language: Language, stream: TextIO, *, color: bool = True) -> None:
    """The document written to a stream."""
    out = console(stream, color=color)
    out.print(RichText(document.title[language], style="bold"))
    for part in document.parts:
        if isinstance(part, Table):
            out.print(_table(part, language, piped=not stream.isatty()))
        else:
            out.print(_paragraph(part, language))


def _paragraph(part: Paragraph, language: Language) -> RichText:
    return RichText(part.text[language], style=_STYLES[part.tone])


def _table(table: Table, language: Language, *, piped: bool) -> RichTable:
    title = RichText(table.title[language], style="bold") if table.title else None
    made = RichTable(box=box.SIMPLE_HEAD, title=title, title_justify="left", pad_edge=False, show_edge=False)
    for head in table.heads:
        made.add_column(
            head.title[language],
            justify="right" if head.numeric else "left",
            no_wrap=piped or head.numeric,
            overflow="fold",
        )
    for row in table.rows:
        made.add_row(*_cells(row, len(table.heads), language, piped=piped))
    return made


def _cells(row: Row, width: int, language: Language, *, piped: bool) -> list[RichText | Padding]:
    shown_cells: list[RichText | Padding] = []
    for place in range(width):
        cell = row.cells[place] if place < len(row.cells) else None
        if cell is None:
            shown_cells.append(RichText(""))
            continue
        written = shown(cell.value, language)
        if piped and row.tone == "quiet":
            written = fill(written, _EXPLANATION)
        text = RichText(written, style=_STYLES[cell.tone or row.tone])
        shown_cells.append(Padding(text, (0, 0, 0, 2 * row.indent)) if row.indent and place == 0 else text)
    return shown_cells
