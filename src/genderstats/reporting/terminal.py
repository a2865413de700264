"""Documents on a terminal; without one they are plain, and as wide as they need to be."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text as RichText

from genderstats.reporting import ruled
from genderstats.reporting.document import Block, Document, Paragraph, Row, Table, shown
from genderstats.reporting.ruled import STYLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from genderstats.text.language import Language

#: Tables of more rows than this are aligned line by line in a pipe.
_LONG = 1000
#: Wide enough for any line of ours, so that nothing is cut or folded in a pipe.
_ENDLESS = 100_000


def console(stream: TextIO, *, color: bool = True) -> Console:
    """A console on a stream: as wide as the terminal, endless elsewhere; no markup or emoji is read into the text."""
    width = None if stream.isatty() else _ENDLESS
    return Console(
        file=stream, width=width, no_color=None if color else True, highlight=False, markup=False, emoji=False
    )


def render(document: Document, language: Language, stream: TextIO, *, color: bool = True) -> None:
    """The document written to a stream; where that is no terminal, without pictures and the blanks that only fill columns."""
    if stream.isatty():
        _print(document, language, console(stream, color=color), drawn=True)
        return
    plain = io.StringIO()
    _print(document, language, console(plain, color=color), drawn=False)
    stream.writelines(f"{line.rstrip()}\n" for line in plain.getvalue().splitlines())


def _print(document: Document, language: Language, out: Console, *, drawn: bool) -> None:
    out.print(RichText(document.title[language], style="bold"))
    for part in document.shown_parts(drawn=drawn):
        if isinstance(part, Paragraph):
            out.print(RichText(part.text[language], style=STYLES[part.tone]))
        elif isinstance(part, Block):
            for text in part.lines:
                out.print(RichText(text[language]), soft_wrap=True)
        elif part.of_figures:
            for line in ruled.lines(part, language, out.width):
                out.print(line, soft_wrap=True)
        elif out.width == _ENDLESS and len(part.rows) > _LONG:
            out.file.writelines(f"{written}\n" for written in _aligned(part, language))
        elif _narrowest(part, language) > out.width:
            for line in ruled.listed(part, language, out.width):
                out.print(line, soft_wrap=True)
        else:
            out.print(_table(part, language, piped=out.width == _ENDLESS))


def _aligned(table: Table, language: Language) -> Iterator[str]:
    """The lines of a long table in a pipe, where nothing is wrapped: aligned here, since laying it out as a whole takes minutes."""
    lines = [[head.title[language] for head in table.heads]]
    for row in table.rows:
        told = [shown(cell.value, language) for cell in row.cells]
        lines.append(told + [""] * (len(table.heads) - len(told)))
    widths = [max(map(cell_len, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, ["─" * width for width in widths])
    for line in lines:
        padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(line, widths, strict=True))
        yield "   ".join(padded).rstrip()


#: Of words that may be broken, so many letters are kept together.
_UNBROKEN = 16
_BETWEEN = 3


def _narrowest(table: Table, language: Language) -> int:
    """The width below which the columns of a table do not stand side by side with their numbers and words whole."""
    widths = []
    for place, head in enumerate(table.heads):
        cells = (shown(row.cells[place].value, language) for row in table.rows if place < len(row.cells))
        texts = [head.title[language], *cells]
        whole = head.numeric or head.whole
        widths.append(
            max(
                cell_len(text) if whole else min(_UNBROKEN, max(map(cell_len, text.split()), default=0))
                for text in texts
            )
        )
    return sum(widths) + _BETWEEN * (len(widths) - 1)


def _table(table: Table, language: Language, *, piped: bool) -> RichTable:
    title = RichText(table.title[language], style="bold") if table.title else None
    made = RichTable(box=box.SIMPLE_HEAD, title=title, title_justify="left", pad_edge=False, show_edge=False)
    made.show_header = any(head.title[language] for head in table.heads)
    for head in table.heads:
        made.add_column(
            head.title[language],
            justify="right" if head.numeric else "left",
            no_wrap=piped or head.numeric or head.whole,
            overflow="fold",
        )
    for row in table.rows:
        made.add_row(*_cells(row, len(table.heads), language))
    return made


def _cells(row: Row, width: int, language: Language) -> list[RichText]:
    texts = [RichText(shown(cell.value, language), style=STYLES[cell.tone or row.tone]) for cell in row.cells]
    return texts + [RichText("")] * (width - len(texts))
