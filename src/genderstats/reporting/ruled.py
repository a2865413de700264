"""Tables of figures laid out for any width: numbers in columns, words over the whole line.

What explains a figure goes over the whole line under it. Where a label would be squeezed beside the numbers, the table's narrow
form is taken, if it has one; else pictures make room, and then the label takes a line of its own. Nothing is cut.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from genderstats.reporting.document import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from genderstats.reporting.document import Row, Table, Tone
    from genderstats.text.language import Language

#: A stretch of a line, and how it stands out; a line is some of them, one after the other.
Stretch = tuple[str, "Tone"]
Line = list[Stretch]

_GAP = 2
_INDENT = 2
#: A label column narrower than this is no column: the label takes a line of its own.
_NARROWEST_LABEL = 28
#: Where nothing else limits it, what explains a figure is broken at this width.
_READABLE = 100


def lines(table: Table, language: Language, width: int) -> Iterator[Line]:
    """The lines of a table of figures, none wider than the width."""
    heads = [_words(head.title[language]) for head in table.heads]
    numbers = [row for row in table.rows if len(row.cells) > 1]
    widths = [_column(heads[place], numbers, place, language) for place in range(1, len(heads))]
    taken = sum(widths) + _GAP * len(widths)
    labels = (_INDENT * row.indent + cell_len(shown(row.cells[0].value, language)) for row in numbers)
    longest = max((cell_len(table.heads[0].title[language]), *labels))
    room = width - taken
    label = min(room, longest) if room >= min(longest, _NARROWEST_LABEL) else 0
    instead = None if label else table.narrow() if table.narrow else table.plain if table.drawn else None
    if instead:
        yield from lines(instead, language, width)
        return
    if taken > width:
        yield from listed(table, language, width)
        return
    lead = label or max(0, min(_NARROWEST_LABEL, room))
    yield from _heading(heads, lead, widths, table.heads[0].title[language])
    yield [("─" * (lead + taken), "quiet")]
    for row in table.rows:
        if len(row.cells) > 1:
            yield from _figure(row, language, label, lead, widths, width)
        else:
            yield from _explanation(row, language, min(width, max(_READABLE, label + taken)))


def _words(text: str) -> list[str]:
    return text.split() or [""]


def _column(words: list[str], rows: list[Row], place: int, language: Language) -> int:
    """The width of a column: its longest figure, or the longest word of its heading."""
    figures = (cell_len(shown(row.cells[place].value, language)) for row in rows if place < len(row.cells))
    return max(max(map(cell_len, words)), max(figures, default=0))


def _heading(heads: list[list[str]], label: int, widths: list[int], first: str) -> Iterator[Line]:
    """The headings, words one under another where they do not fit, standing on the rule."""
    stacks = [_stacked(words, width) for words, width in zip(heads[1:], widths, strict=True)]
    height = max(map(len, stacks), default=1)
    for level in range(height):
        line = _left(first if level == height - 1 and cell_len(first) <= label else "", label)
        for stack, width in zip(stacks, widths, strict=True):
            place = level - (height - len(stack))
            line += " " * _GAP + _right(stack[place] if place >= 0 else "", width)
        yield [(line, "heading")]


def _stacked(words: list[str], width: int) -> list[str]:
    stack: list[str] = []
    for word in words:
        if stack and cell_len(stack[-1]) + 1 + cell_len(word) <= width:
            stack[-1] += f" {word}"
        else:
            stack.append(word)
    return stack


def listed(table: Table, language: Language, width: int) -> Iterator[Line]:
    """The rows one under another, each figure on a line with its heading: for a terminal narrower than the columns."""
    for row in table.rows:
        yield from _explanation(row, language, width)
        indent = " " * _INDENT * (row.indent + 1)
        for head, cell in zip(table.heads[1:], row.cells[1:], strict=False):
            title = head.title[language]
            text = f"{title}: {shown(cell.value, language)}" if title else shown(cell.value, language)
            for part in _wrapped(text, max(20, width - len(indent))):
                yield [(indent, ""), (part, cell.tone or row.tone)]


def _figure(row: Row, language: Language, label: int, lead: int, widths: list[int], width: int) -> Iterator[Line]:
    indent, tone = " " * _INDENT * row.indent, row.cells[0].tone or row.tone
    named = list(_wrapped(shown(row.cells[0].value, language), (label or width) - len(indent)))
    if not label and (len(named) > 1 or len(indent) + cell_len(named[0]) > lead):
        yield from ([(indent, ""), (part, tone)] for part in named)
        named, indent = [""], ""
    figures: Line = []
    for place, column in enumerate(widths, 1):
        cell = row.cells[place] if place < len(row.cells) else None
        text = " " * _GAP + _right(shown(cell.value, language) if cell else "", column)
        figures.append((text, (cell.tone or row.tone) if cell else ""))
    room = " " * max(0, lead - len(indent) - cell_len(named[0]))
    yield [(indent, ""), (named[0], tone), (room, ""), *figures]
    yield from ([(indent, ""), (part, tone)] for part in named[1:])


def _explanation(row: Row, language: Language, width: int) -> Iterator[Line]:
    indent = " " * _INDENT * row.indent
    for part in _wrapped(shown(row.cells[0].value, language), max(20, width - len(indent))):
        yield [(indent, ""), (part, row.cells[0].tone or row.tone)]


def _wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines broken at blanks; a word longer than a line stands whole."""
    line: list[str] = []
    for word in text.split(" "):
        if line and cell_len(" ".join([*line, word])) > width:
            yield " ".join(line)
            line = []
        line.append(word)
    yield " ".join(line)


def _left(text: str, width: int) -> str:
    return text + " " * max(0, width - cell_len(text))


def _right(text: str, width: int) -> str:
    return " " * max(0, width - cell_len(text)) + text
