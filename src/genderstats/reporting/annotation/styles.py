"""Cell formats: those that the workbook has, and new ones that differ from them in nothing but their fill."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from genderstats.reporting.annotation import refusal
from genderstats.reporting.annotation.palette import HEAD_COLOUR, LINK_COLOUR, SHADES, gravity
from genderstats.reporting.annotation.refusal import RefusedError
from genderstats.reporting.annotation.xml import Element, Splice, inside, parsed, spliced, with_attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from genderstats.reading.notices import Severity

_MOST_FORMATS = 65_000
#: The lists of a style sheet in their order, up to the last one that is written here.
_ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs")
_NORMAL = b'<{p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
#: What the first entries of a list must be, where it has none.
_FIRST = {
    "fonts": (b'<{p}font><{p}sz val="11"/><{p}name val="Calibri"/><{p}family val="2"/></{p}font>',),
    "fills": (
        b'<{p}fill><{p}patternFill patternType="none"/></{p}fill>',
        b'<{p}fill><{p}patternFill patternType="gray125"/></{p}fill>',
    ),
    "borders": (b"<{p}border><{p}left/><{p}right/><{p}top/><{p}bottom/><{p}diagonal/></{p}border>",),
    "cellXfs": (_NORMAL,),
}
_FILL = (
    '<{{p}}fill><{{p}}patternFill patternType="solid"><{{p}}fgColor rgb="{}"/><{{p}}bgColor indexed="64"/>'
    "</{{p}}patternFill></{{p}}fill>"
)
_FONT = '<{{p}}font>{}<{{p}}sz val="11"/>{}<{{p}}name val="Calibri"/><{{p}}family val="2"/></{{p}}font>'
_FONTS = (
    _FONT.format("", "").encode(),
    _FONT.format("<{p}b/>", "").encode(),
    _FONT.format("<{p}u/>", f'<{{p}}color rgb="{LINK_COLOUR}"/>').encode(),
)
_FILLS = tuple(_FILL.format(one).encode() for one in (*(shade.colour for shade in SHADES.values()), HEAD_COLOUR))
_PLAIN, _BOLD, _LINK = range(len(_FONTS))
_HEAD_FILL = len(SHADES)


@dataclass
class Formats:
    """The style sheet of a workbook; a format that is asked for is made once, after those that are there."""

    content: bytes
    root: Element
    made: dict[bytes, int] = field(default_factory=dict)
    known: dict[tuple[int, Severity], int] = field(default_factory=dict)

    def coloured(self, base: int, severity: Severity) -> int:
        """The number of a format that differs from another by its fill alone."""
        if (base, severity) not in self.known:
            self.known[base, severity] = self._coloured(base, severity)
        return self.known[base, severity]

    def _coloured(self, base: int, severity: Severity) -> int:
        old = self._existing()
        xf = old[base] if base < len(old) else old[0]
        opened = xf.index(b">") + 1
        tag = with_attribute(xf[:opened], b"fillId", b"%d" % (self._count("fills") + gravity(severity)))
        return self._made(with_attribute(tag, b"applyFill", b"1") + xf[opened:])

    def heading(self) -> int:
        """The format of the list's heads."""
        return self._own(_BOLD, fill=self._count("fills") + _HEAD_FILL)

    def text(self) -> int:
        """The format of the list's cells."""
        return self._own(_PLAIN)

    def quoted(self) -> int:
        """The format of a text that stays a text when somebody edits it, whatever it begins with."""
        return self._own(_PLAIN, quoted=True)

    def link(self) -> int:
        """The format of a link."""
        return self._own(_LINK)

    def severity(self, severity: Severity) -> int:
        """The format of a cell that tells a severity."""
        return self._own(_PLAIN, fill=self._count("fills") + gravity(severity))

    def _own(self, font: int, fill: int = 0, *, quoted: bool = False) -> int:
        prefix, mark = self._prefix(), b' quotePrefix="1"' if quoted else b""
        style = b' xfId="0"' if self.root.child("cellStyleXfs") else b""
        said = (prefix, self._count("fonts") + font, fill, style, mark, prefix, prefix)
        return self._made(
            b'<%sxf numFmtId="0" fontId="%d" fillId="%d" borderId="0"%s%s applyFont="1" applyFill="1" applyAlignment="1">'
            b'<%salignment vertical="top" wrapText="1"/></%sxf>' % said
        )

    def _made(self, xf: bytes) -> int:
        number = self.made.setdefault(xf, self._count("cellXfs") + len(self.made))
        if number > _MOST_FORMATS:
            raise RefusedError(refusal.TOO_MANY_FORMATS)
        return number

    def _existing(self) -> list[bytes]:
        listed = self.root.child("cellXfs")
        found = [self.content[one.start : one.end] for one in listed.children] if listed else []
        return found or [_NORMAL.replace(b"{p}", self._prefix())]

    def _count(self, name: str) -> int:
        """How many entries a list has before those that are added: those that it must have, where it has none."""
        listed = self.root.child(name)
        return (len(listed.children) if listed else 0) or len(_FIRST[name])

    def _prefix(self) -> bytes:
        return self.root.prefix.encode() + b":" if self.root.prefix else b""

    def part(self) -> bytes:
        """The style sheet with all formats that were asked for."""
        new = {"fonts": _FONTS, "fills": _FILLS, "borders": (), "cellXfs": tuple(self.made)}
        splices: list[Splice] = []
        for name, entries in new.items():
            listed = self.root.child(name)
            added = entries if listed and listed.children else (*_FIRST[name], *entries)
            content = b"".join(added).replace(b"{p}", self._prefix())
            if listed:
                splices += self._grown(listed, content, len(added))
            else:
                splices.append((*self._place(name), self._list(name, content, len(added))))
        return spliced(self.content, splices)

    def _grown(self, listed: Element, content: bytes, count: int) -> Iterator[Splice]:
        if count:
            tag = self.content[listed.start : listed.opened]
            counted = with_attribute(tag, b"count", b"%d" % (len(listed.children) + count))
            if listed.empty:
                whole = counted.removesuffix(b"/>").rstrip() + b">" + content + _closing(counted)
                yield listed.start, listed.end, whole
            else:
                yield listed.start, listed.opened, counted
                yield inside(self.content, listed, content)

    def _list(self, name: str, content: bytes, count: int) -> bytes:
        opened = b'<%s count="%d">' % (self.root.qualified(name).encode(), count)
        return opened + content + _closing(opened)

    def _place(self, name: str) -> tuple[int, int]:
        """Where a list belongs that is missing: after the last one that comes before it."""
        before = [one.end for one in self.root.children if one.name in _ORDER[: _ORDER.index(name)]]
        at = max(before, default=self.root.opened)
        return at, at


def _closing(tag: bytes) -> bytes:
    return b"</" + tag[1:].split(maxsplit=1)[0].rstrip(b"/>") + b">"


def formats(content: bytes) -> Formats:
    """The formats of a style sheet.

    Raises:
        RefusedError: it cannot be read.
    """
    root = parsed(content)
    if root.empty:
        content = spliced(content, [inside(content, root, b"\n")])
        root = parsed(content)
    return Formats(content, root)


def bare(namespace: str) -> bytes:
    """A style sheet with nothing in it, for a workbook that has none."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="{namespace}"></styleSheet>'.encode()
