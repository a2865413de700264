"""Documents as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.reporting.document import Block, Document, Paragraph, Row, Table, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from genderstats.text.language import Language


def render(document: Document, language: Language) -> str:
    """The document in one text."""
    parts = ("\n".join(_part(part, language)) for part in document.shown_parts())
    return "\n\n".join([f"# {document.title[language]}", *parts]) + "\n"


def _part(part: Table | Paragraph | Block, language: Language) -> Iterator[str]:
    if isinstance(part, Table):
        yield from _table(part, language)
    elif isinstance(part, Block):
        yield from ("```toml", *(line[language] for line in part.lines), "```")
    elif part.tone == "heading":
        yield f"## {part.text[language].strip()}"
    else:
        yield part.text[language]


def _table(table: Table, language: Language) -> Iterator[str]:
    if table.title:
        yield f"## {table.title[language]}\n"
    yield _line(head.title[language] for head in table.heads)
    yield _line("--:" if head.numeric else "---" for head in table.heads)
    for row in table.rows:
        yield _line(_cells(row, len(table.heads), language))


def _cells(row: Row, width: int, language: Language) -> Iterator[str]:
    for place in range(width):
        text = shown(row.cells[place].value, language) if place < len(row.cells) else ""
        text = text.replace("|", "\\|").replace("\n", "<br>")
        if place == 0:
            text = "&nbsp;" * 4 * row.indent + (
                f"**{text}**" if row.tone == "heading" else f"*{text}*" if row.tone == "quiet" else text
            )
        yield text


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
