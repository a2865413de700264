"""The worksheets that are annotated: which parts each has, which it is to get, and how its comments are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from genderstats.reporting.annotation import comments, refusal, remarks, sheets, vml
from genderstats.reporting.annotation.palette import gravity
from genderstats.reporting.annotation.refusal import RefusedError
from genderstats.reporting.annotation.relations import Relations, relations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from genderstats.reading.notices import Notice
    from genderstats.reporting.annotation.comments import Sayings
    from genderstats.reporting.annotation.package import Package
    from genderstats.reporting.annotation.remarks import Remarks
    from genderstats.reporting.annotation.sheets import Frame
    from genderstats.reporting.annotation.workbook import SheetPart, Workbook
    from genderstats.text.language import Language

#: A sheet with more comments than this opens too slowly; the gravest are kept, and all cells are coloured and listed.
MOST_COMMENTS = 30_000


@dataclass(frozen=True)
class Page:
    """A worksheet with remarks: what stands around its rows, and the parts of its comments and of their drawing."""

    sheet: SheetPart
    frame: Frame
    remarks: Remarks
    relations: Relations
    comments: str
    drawing: str
    missing: Mapping[str, str]
    block: int

    @property
    def legacy(self) -> str | None:
        """The relationship to the drawing, where the sheet has none yet."""
        return next((one for one, part in self.missing.items() if part == self.drawing), None)


@dataclass
class Planner:
    """Plans the pages of a workbook, so that no two get parts or numbers of one name."""

    package: Package
    book: Workbook
    taken: set[str]
    block: int

    def free(self, pattern: str) -> str:
        """A name for a new part."""
        candidates = (pattern.format(n) for n in range(1, len(self.package.members) + len(self.taken) + 2))
        found = next(one for one in candidates if not self.package.has(one) and one not in self.taken)
        self.taken.add(found)
        return found

    def page(self, sheet: SheetPart, said: Remarks) -> Page:
        """The page of a sheet.

        Raises:
            RefusedError: it is no worksheet, or its parts do not lead to each other.
        """
        if sheet.kind != "worksheet":
            raise RefusedError(refusal.NOT_A_WORKSHEET.format(sheet=sheet.name))
        around = sheets.frame(self.package.chunks(sheet.part), sheet.name)
        led = relations(self.package, sheet.part)
        there = led.of("comments")
        drawing = self._drawing(around, led)
        notes = self._own(there.part) if there else self.free("xl/comments{}.xml")
        box = self._own(drawing) if drawing else self.free("xl/drawings/vmlDrawing{}.vml")
        lacking = [part for part, lacks in ((notes, there is None), (box, drawing is None)) if lacks]
        seen = remarks.shown(said, around.merges())
        block, self.block = self.block, self.block + vml.blocks(len(seen))
        missing = dict(zip(led.free(len(lacking)), lacking, strict=True))
        return Page(sheet, around, seen, led, notes, box, missing, block)

    def _own(self, part: str) -> str:
        """A part that no other page has."""
        if part.lower() in self.taken:
            raise RefusedError(refusal.SHARED_PART)
        self.taken.add(part.lower())
        return part

    def _drawing(self, around: Frame, led: Relations) -> str | None:
        if around.legacy is None:
            return None
        found = led.by_id(around.legacy.attributes.get(f"{{{self.book.base}}}id", ""))
        if found is None or found.external or not self.package.has(found.part):
            raise RefusedError(refusal.PART_MISSING.format(part="legacyDrawing"))
        return found.part


def planner(package: Package, book: Workbook) -> Planner:
    """A planner that knows which numbers the drawings of the package use."""
    drawings = (package.read(part) for part in package.members if part.endswith(".vml"))
    return Planner(package, book, set(), max(map(vml.last_block, drawings), default=0) + 1)


def sayings(places: Mapping[tuple[int, int], list[Notice]], language: Language) -> Sayings:
    """What the comments say; of too many, those on what is gravest."""
    kept = sorted(places, key=lambda one: (min(gravity(notice.reason.severity) for notice in places[one]), one))
    chosen = sorted(kept[:MOST_COMMENTS])
    return {place: remarks.in_words(places[place], comments.name(place), language) for place in chosen}


def notes(package: Package, page: Page, said: Sayings, namespace: str) -> Iterator[tuple[str, Iterator[bytes]]]:
    """The part of the comments of a page, and that of their drawing.

    Raises:
        RefusedError: the parts that are there are not as they should be.
    """
    if package.has(page.comments):
        content, said = comments.merged(package.read(page.comments), said)
        yield page.comments, iter((content,))
    else:
        yield page.comments, comments.new(namespace, said)
    if package.has(page.drawing):
        yield page.drawing, vml.merged(package.read(page.drawing), said, page.block)
    else:
        yield page.drawing, vml.new(said, page.block)
