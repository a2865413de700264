"""Web pages: their tables one below another, with the text between them. Many a program saves one and calls it .xls."""

from __future__ import annotations

import email
import re
from email import policy
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from genderstats.errors import NotASpreadsheetError
from genderstats.reading.formats import encoded
from genderstats.reading.formats.laid import Laid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from genderstats.reading.formats.limits import Limits
    from genderstats.reading.formats.source import Source
    from genderstats.reading.grid import Grid

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
#: Elements that end a line of text.
_LINES = frozenset(("p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "tr", "table", "body"))
#: Elements whose text nobody sees.
_UNSEEN = frozenset(("script", "style", "head", "title", "template"))


def read(source: Source, limits: Limits) -> Iterator[Grid]:
    """The one sheet that the page's tables make.

    Raises:
        NotASpreadsheetError: it has no table.
        FileBeyondLimitError: it holds more than it may.
    """
    limits.hold(source.name, "size", source.size)
    yield _grid(source, limits, _text(source.read()))


def read_archive(source: Source, limits: Limits) -> Iterator[Grid]:
    """The sheets of a page that was saved as one file with its pictures (.mht).

    Raises:
        NotASpreadsheetError: it has no table.
        FileBeyondLimitError: it holds more than it may.
    """
    limits.hold(source.name, "size", source.size)
    message = email.message_from_bytes(source.read(), policy=policy.compat32)
    pages = (part for part in message.walk() if part.get_content_type() == "text/html")
    contents = (part.get_payload(decode=True) for part in pages)
    tables = [content for content in contents if isinstance(content, bytes) and b"<table" in content.lower()]
    if not tables:
        raise NotASpreadsheetError(path=source.name)
    for content in tables:
        yield _grid(source, limits, _text(content))


def _text(content: bytes) -> str:
    """The text in the encoding that the page names, unless its bytes are plainly of another."""
    said = _CHARSET.search(content[:4096])
    if said and said[1].lower() not in (b"utf-8", b"unicode", b"utf-16"):
        try:
            return content.decode(
                "cp1252" if b"1252" in said[1] or b"8859-1" in said[1] else said[1].decode(), "strict"
            )
        except (UnicodeDecodeError, LookupError):
            pass
    return encoded.decoded(content)


def _grid(source: Source, limits: Limits, text: str) -> Grid:
    page = _Page()
    page.feed(text)
    page.close()
    if not page.tables:
        raise NotASpreadsheetError(path=source.name)
    limits.hold(source.name, "cells", sum(map(len, page.laid.rows)))
    return page.laid.grid()


class _Page(HTMLParser):
    """Lays the tables of a page as they come."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.laid = Laid()
        self.tables = 0
        self._text: list[str] = []
        self._open = 0
        self._unseen: list[str] = []
        self._cell: tuple[int, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begins what an element begins."""
        if tag in _UNSEEN:
            self._unseen.append(tag)
        elif tag in ("td", "th"):
            self._end_cell()
            said = dict(attrs)
            self._cell = _span(said.get("colspan")), _span(said.get("rowspan"))
        elif tag in ("tr", "table"):
            self._end_cell()
            self._end_line()
            self._begin(tag)
        elif tag in _LINES:
            self._text.append("\n")
            self._end_line()

    def handle_endtag(self, tag: str) -> None:
        """Ends what an element ends."""
        if self._unseen and tag == self._unseen[-1]:
            self._unseen.pop()
        elif tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag == "table":
            self._end_cell()
            self._open = max(self._open - 1, 0)
        elif tag in _LINES:
            self._text.append("\n")
            self._end_line()

    def handle_data(self, data: str) -> None:
        """Takes in text that is seen."""
        if not self._unseen:
            self._text.append(_BLANKS.sub(" ", data))

    def close(self) -> None:
        """Ends what the page leaves open."""
        super().close()
        self._end_cell()
        self._end_line()

    def _begin(self, tag: str) -> None:
        if tag == "table":
            self.tables += 1
            self._open += 1
            self.laid.begin()
        elif self._open:
            self.laid.row()

    def _end_cell(self) -> None:
        if self._cell is not None and self._open:
            if not self.laid.rows:
                self.laid.row()
            self.laid.cell(self._said(), *self._cell)
        self._cell = None

    def _end_line(self) -> None:
        if self._cell is None:
            self.laid.text(self._said())

    def _said(self) -> str:
        lines = (line.strip() for line in "".join(self._text).split("\n"))
        self._text = []
        return "\n".join(filter(None, lines))


def _span(said: str | None) -> int:
    return int(said) if said and said.strip().isdecimal() and len(said) < 6 else 1
