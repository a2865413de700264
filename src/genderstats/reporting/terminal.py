"""Documents on a terminal, as wide as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text as RichText

from genderstats.reporting import ruled
from genderstats.reporting.document import Block, Document, Paragraph, Row, Table, shown

if TYPE_CHECKING:
    from typing import TextIO

    from genderstats.reporting.ruled import Line
    from genderstats.text.language import Language

STYLES = {"": "", "heading": "bold", "quiet": "dim", "good": "green", "bad": "yellow"}
#: Of words that may be broken, so many letters are kept together; so many blanks stand between columns.
_UNBROKEN, _BETWEEN = 16, 3


def console(stream: TextIO, *, color: bool = True) -> Console:
    """A console on a stream; no markup or emoji is read into the text."""
    return Console(file=stream, no_color=None if color else True, highlight=False, markup=False, emoji=False)


def render(document: Document, language: Language, stream: TextIO, *, color: bool = True) -> None:
    """The document written to a terminal, with its pictures."""
    out = console(stream, color=color)
    out.print(RichText(document.title[language], style="bold"))
    for part in document.shown_parts(drawn=True):
        if isinstance(part, Paragraph):
            out.print(RichText(part.text[language], style=STYLES[part.tone]))
        elif isinstance(part, Block):
            for text in part.lines:
                out.print(RichText(text[language]), soft_wrap=True)
        elif part.of_figures:
            for line in ruled.lines(part, language, out.width):
                out.print(_styled(line), soft_wrap=True)
        elif _narrowest(part, language) > out.width:
            for line in ruled.listed(part, language, out.width):
                out.print(_styled(line), soft_wrap=True)
        else:
            out.print(_table(part, language))


def _styled(line: Line) -> RichText:
    return RichText.assemble(*((text, STYLES[tone]) for text, tone in line))


def _narrowest(table: Table, language: Language) -> int:
    """The width below which the columns of a table do not stand side by side with their numbers and words whole."""
    widths = []
    for place, head in enumerate(table.heads):
        cells = (shown(row.cells[place].value, language) for row in table.rows if place < len(row.cells))
        texts = [head.title[language], *cells]
        whole = head.numeric or head.whole
        widths.append(max(cell_len(text) if whole else _longest_word(text) for text in texts))
    return sum(widths) + _BETWEEN * (len(widths) - 1)


def _longest_word(text: str) -> int:
    return min(_UNBROKEN, max(map(cell_len, text.split()), default=0))


def _table(table: Table, language: Language) -> RichTable:
    title = RichText(table.title[language], style="bold") if table.title else None
    made = RichTable(box=box.SIMPLE_HEAD, title=title, title_justify="left", pad_edge=False, show_edge=False)
    made.show_header = any(head.title[language] for head in table.heads)
    for head in table.heads:
        made.add_column(
            head.title[language],
            justify="right" if head.numeric else "left",
            no_wrap=head.numeric or head.whole,
            overflow="fold",
        )
    for row in table.rows:
        made.add_row(*_cells(row, len(table.heads), language))
    return made


def _cells(row: Row, width: int, language: Language) -> list[RichText]:
    texts = [RichText(shown(cell.value, language), style=STYLES[cell.tone or row.tone]) for cell in row.cells]
    return texts + [RichText("")] * (width - len(texts))
