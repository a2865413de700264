"""The workbook part: its sheets, and a new one before them that moves nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from genderstats.reporting.annotation import refusal
from genderstats.reporting.annotation.refusal import RefusedError
from genderstats.reporting.annotation.relations import Relations, relations
from genderstats.reporting.annotation.xml import (
    Element,
    Splice,
    ascii_bytes,
    inside,
    parsed,
    spliced,
    with_attribute,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from genderstats.reporting.annotation.package import Package

LONGEST_NAME = 31
#: What may stand between the sheets and the defined names.
_BEFORE_NAMES = ("sheets", "functionGroups", "externalReferences")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet of the workbook: its name, its part, and its kind, such as worksheet or chartsheet."""

    name: str
    part: str
    kind: str


@dataclass(frozen=True)
class Workbook:
    """The workbook part, its relationships and its sheets in their order."""

    part: str
    content: bytes
    root: Element
    relations: Relations
    base: str
    sheets: tuple[SheetPart, ...]

    def sheet(self, name: str) -> SheetPart:
        """The sheet of this name.

        Raises:
            RefusedError: there is none.
        """
        exact = (one for one in self.sheets if one.name == name)
        alike = (one for one in self.sheets if one.name.casefold() == name.casefold())
        found = next(exact, None) or next(alike, None)
        if found is None:
            raise RefusedError(refusal.NO_SHEET.format(sheet=name))
        return found

    def kind(self, word: str) -> str:
        """The type of a relationship, in the words of this workbook's edition of the standard."""
        return f"{self.base}/{word}"

    def free_name(self, wish: str) -> str:
        """A name for a new sheet, numbered where it is taken."""
        taken = {one.name.casefold() for one in self.sheets}
        names = (f"{wish} ({n})" if n > 1 else wish for n in range(1, len(taken) + 2))
        return next(name for name in names if name.casefold() not in taken)

    def with_first(self, name: str, relation: str, height: int) -> bytes:
        """The part with a new first sheet, which is the active one; all that is told by the place of a sheet moves along."""
        return spliced(
            self.content,
            [*self._new_sheet(name, relation), *self._views(), *self._names(name, height)],
        )

    def _new_sheet(self, name: str, relation: str) -> Iterator[Splice]:
        sheets = self.root.child("sheets")
        assert sheets is not None
        taken = [one.number("sheetId") for one in sheets.children]
        tag = sheets.qualified("sheet")
        new = f'<{tag} xmlns:r="{self.base}" name="{written(name)}" sheetId="{max(taken, default=0) + 1}" r:id="{relation}"/>'
        yield inside(self.content, sheets, ascii_bytes(new), first=True)

    def _views(self) -> Iterator[Splice]:
        """The first window shows the new sheet; the others go on showing theirs."""
        for place, view in enumerate(self.root.all("bookViews", "workbookView")):
            tag = self.content[view.start : view.opened]
            for name in ("activeTab", "firstSheet"):
                if name in view.attributes or place:
                    shown = view.number(name) + 1 if place else 0
                    tag = with_attribute(tag, name.encode(), b"%d" % shown)
            yield view.start, view.opened, tag

    def _names(self, name: str, height: int) -> Iterator[Splice]:
        """Names that belong to one sheet go on belonging to it; the new sheet's filter has its own."""
        names = self.root.child("definedNames")
        for one in names.children if names else ():
            if "localSheetId" in one.attributes:
                moved = b"%d" % (one.number("localSheetId") + 1)
                yield (
                    one.start,
                    one.opened,
                    with_attribute(self.content[one.start : one.opened], b"localSheetId", moved),
                )
        tag = self.root.qualified("definedName")
        place = written(f"{quoted(name)}!$A$1:$H${height}")
        new = ascii_bytes(f'<{tag} name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">{place}</{tag}>')
        if names:
            yield inside(self.content, names, new, first=True)
        else:
            at = max(one.end for one in self.root.children if one.name in _BEFORE_NAMES)
            around = self.root.qualified("definedNames").encode()
            yield at, at, b"<" + around + b">" + new + b"</" + around + b">"


def quoted(sheet: str) -> str:
    """A sheet's name as references write it.

    >>> quoted("Phòng 'A'")
    "'Phòng ''A'''"
    """
    return "'" + sheet.replace("'", "''") + "'"


def workbook(package: Package) -> Workbook:
    """The workbook of a package.

    Raises:
        RefusedError: its parts do not lead to each other, or two sheets share one.
    """
    main = relations(package, "").of("officeDocument")
    if main is None:
        raise RefusedError(refusal.PART_MISSING.format(part="workbook.xml"))
    content, led = package.read(main.part), relations(package, main.part)
    root = parsed(content)
    if led.of("revisionHeaders"):
        raise RefusedError(refusal.SHARED_WORKBOOK)
    sheets = tuple(_sheets(root, led, main.base))
    if root.child("sheets") is None or not sheets:
        raise RefusedError(refusal.PART_MISSING.format(part="sheets"))
    if len({one.part.lower() for one in sheets}) < len(sheets):
        raise RefusedError(refusal.SHARED_PART)
    return Workbook(main.part, content, root, led, main.base, sheets)


def _sheets(root: Element, led: Relations, base: str) -> Iterator[SheetPart]:
    for one in root.all("sheets", "sheet"):
        relation = led.by_id(one.attributes.get(f"{{{base}}}id", ""))
        name = one.attributes.get("name", "")
        if relation is None or relation.external:
            raise RefusedError(refusal.PART_MISSING.format(part=name))
        yield SheetPart(name, relation.part, relation.kind)
