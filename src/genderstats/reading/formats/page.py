"""Web pages: their tables one below another, with the text between them. Many a program saves one and calls it .xls."""

from __future__ import annotations

import codecs
import email
import re
from contextlib import suppress
from dataclasses import dataclass, field
from email import policy
from functools import partial
from html import unescape
from typing import TYPE_CHECKING

from genderstats.errors import NoTableError
from genderstats.reading.formats import encoded
from genderstats.reading.formats.laid import Laid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from genderstats.reading.formats.limits import Limits
    from genderstats.reading.formats.source import Source
    from genderstats.reading.grid import Grid

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
#: Encodings that a page names wrongly, or that the bytes tell better.
_TOLD_BY_BYTES = frozenset(("utf-8", "unicode", "utf-16", "windows-1252", "iso-8859-1"))
_BLANKS = re.compile(r"\s+")
#: Elements that end a line of text.
_LINES = frozenset(("p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "tr", "table", "body"))
#: What a page consists of: comments, elements whose text nobody sees, declarations, tags, a tag without an end, and text.
_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(script|style|template|title)\b.*?(?:</\1\s*>|\Z)"
    r"|<[!?][^>]*>?"
    r"|<(/?)([a-z][^\s/>]*)((?:[^>\"'=]|=\s*(?:\"[^\"]*\"|'[^']*')?|[\"'])*+)>"
    r"|<(?=/?[a-z]).*"
    r"|([^<]+|<)",
    re.IGNORECASE | re.DOTALL,
)
_SPAN = re.compile(r"(?<![\w:-])(colspan|rowspan)\s*=\s*[\"']?\s*([0-9]{1,9})", re.IGNORECASE)


def read(source: Source, limits: Limits) -> Iterator[Grid]:
    """The one sheet that the page's tables make.

    Raises:
        NoTableError: it has no table.
        FileBeyondLimitError: it holds more than it may.
    """
    limits.hold(source.name, "size", source.size)
    yield _grid(source, limits, _text(source.read()))


def read_archive(source: Source, limits: Limits) -> Iterator[Grid]:
    """The sheets of a page that was saved as one file with its pictures (.mht).

    Raises:
        NoTableError: it has no table.
        FileBeyondLimitError: it holds more than it may.
    """
    limits.hold(source.name, "size", source.size)
    message = email.message_from_bytes(source.read(), policy=policy.compat32)
    pages = (part for part in message.walk() if part.get_content_type() == "text/html")
    contents = (part.get_payload(decode=True) for part in pages)
    tables = [content for content in contents if isinstance(content, bytes) and b"<table" in content.lower()]
    if not tables:
        raise NoTableError(path=source.name)
    for content in tables:
        yield _grid(source, limits, _text(content))


def _text(content: bytes) -> str:
    """The text in the encoding that the page names, unless its bytes are plainly of another; UTF-8 is hardly ever so by chance."""
    said = _CHARSET.search(content[:4096])
    if said and not content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        for encoding in ("utf-8-sig", said[1].decode()):
            with suppress(UnicodeError, LookupError):
                if encoding.lower() not in _TOLD_BY_BYTES:
                    return content.decode(encoding)
    return encoded.decoded(content)


def _grid(source: Source, limits: Limits, text: str) -> Grid:
    page = _Page(Laid(partial(limits.hold, source.name, "cells")))
    page.take(text)
    if not page.laid.tables:
        raise NoTableError(path=source.name)
    return page.laid.grid()


@dataclass
class _Page:
    """Lays the tables of a page as they come; `begun` tells that the next cell stands on a row that has begun."""

    laid: Laid
    begun: bool = False
    _text: list[str] = field(default_factory=list)
    _open: int = 0
    _cell: tuple[int, int] | None = None

    def take(self, text: str) -> None:
        """Takes in the page."""
        for found in _TOKEN.finditer(text):
            _, end, tag, said, letters = found.groups()
            if letters:
                self._text.append(_BLANKS.sub(" ", unescape(letters)))
            elif tag:
                (self._end if end else self._start)(tag.lower(), said)
        self._end_cell()
        self._end_line()

    def _start(self, tag: str, said: str) -> None:
        if tag in ("td", "th"):
            self._end_cell()
            spans = {name.lower(): int(number) for name, number in _SPAN.findall(said)}
            self._cell = spans.get("colspan", 1), spans.get("rowspan", 1)
        elif tag in ("tr", "table"):
            self._end_cell()
            self._end_line()
            self._begin(tag)
        elif tag in _LINES:
            self._text.append("\n")
            self._end_line()

    def _end(self, tag: str, _: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()
            if tag == "table":
                self._open, self.begun = max(self._open - 1, 0), False
        elif tag in _LINES:
            self._text.append("\n")
            self._end_line()

    def _begin(self, tag: str) -> None:
        if tag == "table":
            self._open += 1
            self.laid.begin()
        elif self._open:
            self.laid.row()
        self.begun = tag == "tr"

    def _end_cell(self) -> None:
        if self._cell is not None and self._open:
            if not self.begun:
                self._begin("tr")
            self.laid.cell(self._said(), *self._cell)
        self._cell = None

    def _end_line(self) -> None:
        if self._cell is None:
            self.laid.text(self._said())

    def _said(self) -> str:
        lines = (line.strip() for line in "".join(self._text).split("\n"))
        self._text = []
        return "\n".join(filter(None, lines))
