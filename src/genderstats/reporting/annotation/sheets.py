"""A sheet's part around its rows: what stands before and after them, which is small, while the rows pass by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from genderstats.reporting.annotation import refusal
from genderstats.reporting.annotation.package import MIB
from genderstats.reporting.annotation.refusal import RefusedError
from genderstats.reporting.annotation.xml import (
    Element,
    Splice,
    ascii_bytes,
    parsed,
    refuse_wide,
    spliced,
    with_attribute,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: What stands before or after the rows is read whole, up to this size.
_MOST = 32 * MIB
_ROWS = re.compile(rb"<((?:[^\s<>/:\"'=!?]+:)?sheetData)(?:\s[^<>]*)?(?<!/)(/?)>")
#: What may follow a legacyDrawing in a worksheet.
_AFTER_LEGACY = {
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Area:
    """Cells from one to another: rows from 1, columns from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Frame:
    """What stands before a sheet's rows, how many bytes they have, what stands after; `root` is all but the rows."""

    head: bytes
    size: int
    tail: bytes
    root: Element

    @property
    def legacy(self) -> Element | None:
        """The element that leads to the drawing of the comments."""
        return self.root.child("legacyDrawing")

    def merges(self) -> list[Area]:
        """The merged cells."""
        found = (_AREA.fullmatch(one.attributes.get("ref", "")) for one in self.root.all("mergeCells", "mergeCell"))
        return [Area(int(one[2]), column(one[1]), int(one[4]), column(one[3])) for one in found if one]

    def style_of_column(self, place: int) -> int:
        """The format of a column's empty cells."""
        for one in self.root.all("cols", "col"):
            if one.number("min") <= place + 1 <= one.number("max"):
                return one.number("style")
        return 0

    def ends(self, base: str, relation: str | None) -> tuple[bytes, bytes]:
        """Head and tail with the sheet not selected, and with the drawing of its comments where a relationship leads to one."""
        whole = self.head + self.tail
        splices = [*unselecting(whole, self.root)]
        if relation:
            at = self._place_of_legacy()
            tag = self.root.qualified("legacyDrawing")
            splices.append((at, at, ascii_bytes(f'<{tag} xmlns:r="{base}" r:id="{relation}"/>')))
        cut = len(self.head)
        head = spliced(self.head, (one for one in splices if one[0] < cut))
        return head, spliced(self.tail, ((start - cut, end - cut, new) for start, end, new in splices if start >= cut))

    def _place_of_legacy(self) -> int:
        return next((one.start for one in self.root.children if _is_after(one)), self.root.closed)


_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")


@cache
def column(letters: str) -> int:
    """The place of a column, counted from 0.

    >>> column("A"), column("AA")
    (0, 26)
    """
    place = 0
    for letter in letters.upper():
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def _is_after(one: Element) -> bool:
    """Whether an element follows a legacyDrawing; one that offers a choice is what it offers."""
    if one.name == "AlternateContent":
        return any(inner.name in _AFTER_LEGACY for choice in one.children for inner in choice.children)
    return one.name in _AFTER_LEGACY


def unselecting(content: bytes, root: Element) -> Iterator[Splice]:
    """The changes by which a sheet is no more the one that is shown: of two selected sheets, both would be edited."""
    for view in root.all("sheetViews", "sheetView"):
        shown = view.attributes.get("tabSelected") in ("1", "true")
        if shown and view.attributes.get("workbookViewId", "0") == "0":
            yield view.start, view.opened, with_attribute(content[view.start : view.opened], b"tabSelected", b"0")


def before_rows(chunks: Iterable[bytes]) -> tuple[bytes, bytes]:
    """The beginning of a sheet's part up to its rows, and what of it was read beyond them.

    Raises:
        RefusedError: the beginning is too large, or not in UTF-8.
    """
    head = bytearray()
    for chunk in chunks:
        searched = max(0, len(head) - 4096)
        head += chunk
        refuse_wide(bytes(head[:4]))
        found = _ROWS.search(head, searched)
        if found:
            return bytes(head[: found.end()]), bytes(head[found.end() :])
        if len(head) > _MOST:
            raise RefusedError(refusal.PART_TOO_LARGE.format(part="sheetData", most=_MOST // MIB))
    return bytes(head), b""


def frame(chunks: Iterator[bytes], sheet: str) -> Frame:
    """What stands around the rows of a worksheet; the rows are counted and let go.

    Raises:
        RefusedError: it has no rows, is not well formed, or what stands around them is too large.
    """
    head, rest = before_rows(chunks)
    found = _ROWS.search(head, max(0, len(head) - 4096))
    if not found:
        raise RefusedError(refusal.NOT_A_WORKSHEET.format(sheet=sheet))
    if found[2]:
        size, tail = 0, rest + _all(chunks)
        opened = head[: found.start(2)].rstrip() + b">"
        head, tail = opened, b"</" + found[1] + b">" + tail
    else:
        size, tail = _after_rows(rest, chunks, b"</" + found[1])
    root = parsed(head + tail)
    rows = [one for one in root.children if one.name == "sheetData"]
    if root.name != "worksheet" or len(rows) != 1 or rows[0].opened != len(head):
        raise RefusedError(refusal.NOT_A_WORKSHEET.format(sheet=sheet))
    return Frame(head, size, tail, root)


def _after_rows(begun: bytes, chunks: Iterator[bytes], close: bytes) -> tuple[int, bytes]:
    """How many bytes the rows have, and what stands after them, which begins with their end tag."""
    passed, held = 0, begun
    while (at := held.find(close)) < 0:
        kept = min(len(held), len(close))
        passed += len(held) - kept
        chunk = next(chunks, None)
        if chunk is None:
            raise RefusedError(refusal.NOT_WELL_FORMED.format(place="sheetData"))
        held = held[len(held) - kept :] + chunk
    return passed + at, held[at:] + _all(chunks)


def _all(chunks: Iterable[bytes]) -> bytes:
    held = bytearray()
    for chunk in chunks:
        held += chunk
        if len(held) > _MOST:
            raise RefusedError(refusal.PART_TOO_LARGE.format(part="sheetData", most=_MOST // MIB))
    return bytes(held)


def rows(chunks: Iterable[bytes], head: int, size: int) -> Iterator[bytes]:
    """The bytes of a sheet's rows: so many, after so many."""
    skipped, left = head, size
    for chunk in chunks:
        piece = chunk[skipped:][:left]
        skipped = max(0, skipped - len(chunk))
        left -= len(piece)
        if piece:
            yield piece
        if not left:
            return


def after(chunks: Iterable[bytes], head: int) -> Iterator[bytes]:
    """What follows after so many bytes."""
    skipped = head
    for chunk in chunks:
        piece = chunk[skipped:]
        skipped = max(0, skipped - len(chunk))
        if piece:
            yield piece
