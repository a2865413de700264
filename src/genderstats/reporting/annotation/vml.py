"""The drawing of comments: spreadsheets show a comment only where an old kind of drawing has a box for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from genderstats.reporting.annotation import refusal
from genderstats.reporting.annotation.refusal import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from genderstats.reporting.annotation.comments import Sayings

TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_NAMESPACES = {
    b"v": b"urn:schemas-microsoft-com:vml",
    b"o": b"urn:schemas-microsoft-com:office:office",
    b"x": b"urn:schemas-microsoft-com:office:excel",
}
#: Boxes are numbered in blocks of 1024; no two sheets use one block.
_BLOCK, _USED = 1024, 1000
_MAP = re.compile(rb"(<o:idmap\b[^>]*?\bdata\s*=\s*)([\"'])([\d,\s]*)\2")
_ID = re.compile(rb"_x0000_s(\d{1,9})\b")
_ROOT = re.compile(rb"<xml\b[^>]*>")
_KIND = re.compile(rb"<v:shapetype\b[^>]*?\bid\s*=\s*[\"']_x0000_t202[\"']")
_COMMENT_KIND = (
    b'<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    '<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;margin-left:59.25pt;margin-top:1.5pt;'
    'width:{width}pt;height:{height}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill>'
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
#: The size of a box in points, and what fits on its lines.
_WIDTH, _LINE, _LETTERS, _TALLEST = 240, 12, 46, 360


def blocks(count: int) -> int:
    """How many blocks of numbers so many boxes need."""
    return -(-count // _USED)


def last_block(content: bytes) -> int:
    """The last block of numbers that a drawing uses."""
    mapped = [int(one) for found in _MAP.finditer(content) for one in found[3].split(b",") if one.strip().isdigit()]
    return max([*mapped, *(int(one) // _BLOCK for one in _ID.findall(content))], default=0)


def new(sayings: Sayings, block: int) -> Iterator[bytes]:
    """A drawing with the boxes of these comments, numbered from a block on."""
    names = b" ".join(b'xmlns:%s="%s"' % one for one in _NAMESPACES.items())
    used = _listed(block, len(sayings))
    yield b'<xml %s><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="%s"/></o:shapelayout>' % (names, used)
    yield _COMMENT_KIND
    yield from _shapes(sayings, block)
    yield b"</xml>"


def merged(content: bytes, sayings: Sayings, block: int) -> Iterator[bytes]:
    """A drawing with the boxes of these comments too.

    Raises:
        RefusedError: it is no drawing as spreadsheets write it.
    """
    root, end = _ROOT.search(content), content.rfind(b"</xml>")
    if not root or end < 0:
        raise RefusedError(refusal.UNEXPECTED)
    if not sayings:
        yield content
        return
    head, used = content[root.end() : end], _listed(block, len(sayings))
    mapped = _MAP.search(head)
    yield content[: root.start()] + _named(root[0])
    if mapped:
        listed = b",".join(filter(None, [mapped[3].strip(), used]))
        yield head[: mapped.start(3)] + listed + head[mapped.end(3) :]
    else:
        yield b'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="%s"/></o:shapelayout>' % used + head
    if not _KIND.search(head):
        yield _COMMENT_KIND
    yield from _shapes(sayings, block)
    yield content[end:]


def _named(root: bytes) -> bytes:
    """The root's tag with the namespaces that boxes need.

    Raises:
        RefusedError: it uses one of their prefixes for something else.
    """
    for prefix, namespace in _NAMESPACES.items():
        said = re.search(rb"\bxmlns:" + prefix + rb"\s*=\s*[\"']([^\"']*)", root)
        if said and said[1] != namespace:
            raise RefusedError(refusal.UNEXPECTED)
        if not said:
            root = root[:-1] + b' xmlns:%s="%s">' % (prefix, namespace)
    return root


def _listed(block: int, count: int) -> bytes:
    return b",".join(b"%d" % one for one in range(block, block + blocks(count)))


def _shapes(sayings: Sayings, block: int) -> Iterator[bytes]:
    for place, ((row, column), said) in enumerate(sayings.items()):
        number = (block + place // _USED) * _BLOCK + 1 + place % _USED
        lines = sum(1 + len(line) // _LETTERS for line in said.split("\n"))
        height = min(_TALLEST, _LINE * (lines + 1))
        shape = _SHAPE.format(number=number, width=_WIDTH, height=height, row=row - 1, column=column)
        yield shape.encode()
