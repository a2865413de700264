"""XML whose bytes are kept: elements that know where they stand, and changes cut into the original."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from genderstats.reporting.annotation import refusal
from genderstats.reporting.annotation.refusal import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: What of a part is read whole has at most so many elements.
_MOST_ELEMENTS = 1_000_000
_TAG = re.compile(rb"<(?:[^>\"']++|\"[^\"]*\"|'[^']*')*+>")
_NAME = re.compile(rb"<[^\s/>]+")
_ATTRIBUTE = re.compile(rb"\s+([^\s=/>]+)\s*=\s*(\"[^\"]*\"|'[^']*')")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\r]")
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_SPECIAL = re.compile('[&<>"\x00-\x08\x0b\x0c\x0e-\x1f\r\ud800-\udfff\ufffe\uffff]|_x')

#: A change: from where, to where, and what stands there then.
Splice = tuple[int, int, bytes]


@dataclass(slots=True)
class Element:
    """An element, and where its start tag, content and end tag stand; attributes in a namespace are named {uri}name."""

    name: str
    namespace: str
    prefix: str
    attributes: dict[str, str]
    start: int
    opened: int
    closed: int = -1
    end: int = -1
    text: str = ""
    children: list[Element] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether it is one tag that closes itself."""
        return self.closed == self.opened == self.end

    def child(self, name: str) -> Element | None:
        """The first child of this name."""
        return next((one for one in self.children if one.name == name), None)

    def all(self, *path: str) -> Iterator[Element]:
        """The elements under a path of names."""
        for one in self.children:
            if one.name == path[0]:
                yield from one.all(*path[1:]) if len(path) > 1 else (one,)

    def number(self, name: str, otherwise: int = 0) -> int:
        """An attribute that is a whole number; something else where it is none."""
        text = self.attributes.get(name, "")
        return int(text) if text.isdecimal() else otherwise

    def qualified(self, name: str) -> str:
        """A name in the element's own namespace, as it is written there."""
        return f"{self.prefix}:{name}" if self.prefix else name


class _Builder:
    """Builds the elements as the parser tells of them."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.open: list[Element] = []
        self.root: Element | None = None
        self.count = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.namespace_prefixes = True
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = _refuse_doctype

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        tag = _TAG.match(self.content, self.parser.CurrentByteIndex)
        if tag is None or self.count > _MOST_ELEMENTS:
            raise RefusedError(refusal.UNEXPECTED)
        namespace, local, prefix = _split(name)
        named = {_attribute(*_split(key)[:2]): value for key, value in attributes.items()}
        made = Element(local, namespace, prefix, named, tag.start(), tag.end())
        if self.open:
            self.open[-1].children.append(made)
        elif self.root is None:
            self.root = made
        self.open.append(made)

    def _end(self, _: str) -> None:
        made = self.open.pop()
        if self.content.endswith(b"/>", made.start, made.opened):
            made.closed = made.end = made.opened
            return
        made.closed = self.parser.CurrentByteIndex
        made.end = self.content.index(b">", made.closed) + 1

    def _text(self, text: str) -> None:
        if self.open:
            self.open[-1].text += text


def _split(name: str) -> tuple[str, str, str]:
    parts = name.split(" ")
    return ("", parts[0], "") if len(parts) == 1 else (parts[0], parts[1], parts[2] if len(parts) > 2 else "")


def _attribute(namespace: str, name: str) -> str:
    return f"{{{namespace}}}{name}" if namespace else name


def _refuse_doctype(*_: object) -> None:
    raise RefusedError(refusal.DOCTYPE)


def parsed(content: bytes, *, whole: bool = True) -> Element:
    """The root of a part, or of its beginning.

    Raises:
        RefusedError: it is not well formed, declares a document type, or is in an encoding that cannot be cut into.
    """
    refuse_wide(content)
    builder = _Builder(content)
    try:
        builder.parser.Parse(content, whole)
    except expat.ExpatError as error:
        raise RefusedError(refusal.NOT_WELL_FORMED.format(place=f"{error.lineno}:{error.offset}")) from None
    except (LookupError, ValueError):
        raise RefusedError(refusal.ENCODING) from None
    if builder.root is None:
        raise RefusedError(refusal.NOT_WELL_FORMED.format(place="–"))
    return builder.root


def refuse_wide(content: bytes) -> None:
    """Goes on only where letters are single bytes, as all is that is looked for.

    Raises:
        RefusedError: the part is in UTF-16 or the like.
    """
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in content[:4]:
        raise RefusedError(refusal.ENCODING)


def spliced(content: bytes, splices: Iterable[Splice]) -> bytes:
    """The content with its changes; changes at one place follow in the order in which they are given.

    >>> spliced(b"abcd", [(1, 2, b"X"), (3, 3, b"Y")])
    b'aXcYd'
    """
    parts, at = [], 0
    for start, end, new in sorted(splices, key=lambda one: one[:2]):
        parts += [content[at:start], new]
        at = end
    return b"".join([*parts, content[at:]])


def attributes(tag: bytes) -> dict[bytes, bytes]:
    """The attributes of a start tag as they are written, without their quotes."""
    return {one[1]: one[2][1:-1] for one in _written(tag)}


def _written(tag: bytes) -> Iterator[re.Match[bytes]]:
    name = _NAME.match(tag)
    at = name.end() if name else 0
    while one := _ATTRIBUTE.match(tag, at):
        yield one
        at = one.end()


def with_attribute(tag: bytes, name: bytes, value: bytes) -> bytes:
    """A start tag in which an attribute has this value.

    >>> with_attribute(b"<c r='A1' s='1'/>", b"s", b"7"), with_attribute(b"<c>", b"s", b"7")
    (b"<c r='A1' s='7'/>", b'<c s="7">')
    """
    at = 0
    for one in _written(tag):
        at = one.end()
        if one[1] == name:
            return tag[: one.start(2) + 1] + value + tag[one.end(2) - 1 :]
    named = _NAME.match(tag)
    at = at or (named.end() if named else 0)
    return tag[:at] + b" " + name + b'="' + value + b'"' + tag[at:]


def inside(content: bytes, parent: Element, new: bytes, *, first: bool = False) -> Splice:
    """The change that puts something into an element, after or before all that it holds."""
    if not parent.empty:
        return (parent.opened, parent.opened, new) if first else (parent.closed, parent.closed, new)
    tag = content[parent.start : parent.opened]
    name = _NAME.match(tag)
    close = b"</" + (name[0][1:] if name else b"") + b">"
    return parent.start, parent.end, tag[:-2].rstrip() + b">" + new + close


def written(text: str) -> str:
    """A text as a spreadsheet's XML holds it: what XML cannot hold as Excel writes it, and nothing taken for such a writing.

    >>> written("a<b & \\x01 _x0041_")
    'a&lt;b &amp; _x0001_ _x005F_x0041_'
    """
    if not _SPECIAL.search(text):
        return text
    text = _NO_CHARACTER.sub("\ufffd", _LOOKS_ESCAPED.sub("_x005F_", text))
    text = _NOT_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def ascii_bytes(text: str) -> bytes:
    """Escaped text as bytes that mean the same in every encoding a part may be in."""
    return text.encode("ascii", "xmlcharrefreplace")
