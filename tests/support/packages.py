"""The package of a workbook looked at part by part, and what is wrong with its structure."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote
from xml.etree import ElementTree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

#: The elements of a worksheet in the order of the standard.
WORKSHEET = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
    "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
    "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
    "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
    "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts",
    "extLst",
)  # fmt: skip
WORKBOOK = (
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups",
    "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr",
    "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
)  # fmt: skip
STYLES = (
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst",
)  # fmt: skip


def local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


@dataclass(frozen=True)
class Book:
    """A workbook's parts by their names in small letters."""

    parts: dict[str, bytes]
    names: tuple[str, ...]

    @classmethod
    def of(cls, path: Path) -> Book:
        with zipfile.ZipFile(path) as archive:
            listed = [one for one in archive.infolist() if not key(one.filename).endswith("/")]
            return cls(
                {key(one.filename): archive.read(one) for one in listed}, tuple(key(one.filename) for one in listed)
            )

    def xml(self, part: str) -> Element:
        return ElementTree.fromstring(self.parts[key(part)])

    def relations(self, part: str) -> dict[str, tuple[str, str | None]]:
        """For each id its kind, and the part (None where it leads out of the package)."""
        folder, name = posixpath.split(key(part))
        held = posixpath.join(folder, "_rels", f"{name}.rels")
        if held not in self.parts:
            return {}
        return {one.get("Id", ""): self._led(part, one) for one in self.xml(held)}

    def _led(self, part: str, one: Element) -> tuple[str, str | None]:
        kind = one.get("Type", "").rpartition("/")[2]
        if one.get("TargetMode") == "External":
            return kind, None
        target = unquote(one.get("Target", "").replace("\\", "/"))
        return kind, key(posixpath.normpath(posixpath.join("/", posixpath.dirname(key(part)), target)))

    @cached_property
    def main(self) -> str:
        return next(part for kind, part in self.relations("").values() if kind == "officeDocument" and part)

    @cached_property
    def sheets(self) -> dict[str, str]:
        """The part of each sheet by its name, in their order."""
        led = self.relations(self.main)
        return {
            one.get("name", ""): led[_id(one)][1] or "" for one in self.xml(self.main).iter() if local(one) == "sheet"
        }

    def of_kind(self, part: str, kind: str) -> str | None:
        """The part of a kind that a part leads to."""
        return next((led for said, led in self.relations(part).values() if said.lower() == kind.lower()), None)

    @cached_property
    def styles(self) -> Element | None:
        part = self.of_kind(self.main, "styles")
        return self.xml(part) if part else None

    def listed(self, name: str) -> list[Element]:
        """The entries of a list of the style sheet."""
        found = next((one for one in self.styles if local(one) == name), None) if self.styles is not None else None
        return list(found) if found is not None else []

    def comments(self, sheet: str) -> dict[str, str]:
        """The text of each comment by its cell."""
        part = self.of_kind(self.sheets[sheet], "comments")
        found = [one for one in self.xml(part).iter() if local(one) == "comment"] if part else []
        return {one.get("ref", ""): text_of(one) for one in found}

    def formats(self, sheet: str) -> dict[str, int]:
        """The number of the format of each cell; a cell that does not say where it is follows the one before."""
        return {where: int(cell.get("s") or 0) for where, cell in cells(self.xml(self.sheets[sheet]))}


def text_of(element: Element) -> str:
    """The text under an element as a spreadsheet shows it."""
    text = "".join(one.text or "" for one in element.iter() if local(one) == "t")
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def _id(element: Element) -> str:
    return next((value for name, value in element.items() if name.endswith("}id")), "")


def cells(sheet: Element) -> Iterator[tuple[str, Element]]:
    """The cells of a worksheet with their names."""
    row = 0
    for one in (one for one in sheet.iter() if local(one) == "row"):
        row = int(one.get("r") or row + 1)
        column = -1
        for cell in (cell for cell in one if local(cell) == "c"):
            column = place(cell.get("r") or "") if cell.get("r") else column + 1
            yield f"{letters(column)}{row}", cell


def place(cell: str) -> int:
    column = 0
    for letter in re.match("[A-Z]+", cell)[0]:  # type: ignore[index]
        column = column * 26 + ord(letter) - 64
    return column - 1


def letters(column: int) -> str:
    return (letters(column // 26 - 1) if column >= 26 else "") + chr(65 + column % 26)


def faults(path: Path) -> set[str]:
    """What a spreadsheet program would have to repair, in words that name no new part's number."""
    book = Book.of(path)
    return {
        *_package(book),
        *_workbook(book),
        *_styles(book),
        *(one for sheet in book.sheets for one in _sheet(book, sheet)),
    }


def _package(book: Book) -> Iterator[str]:
    if len(set(book.names)) < len(book.names):
        yield "two parts of one name"
    types = list(book.xml("[Content_Types].xml"))
    defaults = [one.get("Extension", "").lower() for one in types if local(one) == "Default"]
    overrides = [key(one.get("PartName", "")) for one in types if local(one) == "Override"]
    if len(set(defaults)) < len(defaults) or len(set(overrides)) < len(overrides):
        yield "two types of one part"
    yield from (f"a type of {one}, which is not there" for one in overrides if one not in book.parts)
    for part in book.parts:
        if part != "[content_types].xml" and part not in overrides and part.rpartition(".")[2] not in defaults:
            yield f"no type of {part}"
        if part.endswith((".xml", ".rels")):
            ElementTree.fromstring(book.parts[part])
        if part.endswith(".rels"):
            yield from _relations(book, part)


def _relations(book: Book, part: str) -> Iterator[str]:
    ids = [one.get("Id", "") for one in book.xml(part)]
    if len(set(ids)) < len(ids):
        yield f"two relationships of one id in {part}"
    owner = part.replace("_rels/", "").removesuffix(".rels")
    for kind, led in book.relations(owner).values():
        if led is not None and led not in book.parts:
            yield f"{owner} leads to a missing {kind}"
    if owner in book.parts and owner.endswith(".xml"):
        for one in book.xml(owner).iter():
            for name, value in one.items():
                if name.endswith("relationships}id") and value not in ids:
                    yield f"{owner} names a relationship that is not there"


def _ordered(children: list[str], order: tuple[str, ...]) -> bool:
    places = [order.index(one) for one in children if one in order]
    return places == sorted(places)


def _workbook(book: Book) -> Iterator[str]:
    root = book.xml(book.main)
    sheets = [one for one in root.iter() if local(one) == "sheet"]
    names = [one.get("name", "") for one in sheets]
    if not _ordered([local(one) for one in root], WORKBOOK):
        yield "the workbook is out of order"
    if len({one.casefold() for one in names}) < len(names) or max(map(len, names)) > 31:
        yield "names of sheets"
    if len({one.get("sheetId") for one in sheets}) < len(sheets):
        yield "two sheets of one id"
    for one in root.iter():
        if local(one) == "definedName" and int(one.get("localSheetId") or 0) >= len(sheets):
            yield "a name of a sheet that is not there"
        if local(one) == "workbookView" and int(one.get("activeTab") or 0) >= len(sheets):
            yield "no such active sheet"
    shown = [name for name, part in book.sheets.items() if _selected(book.xml(part))]
    if len(shown) > 1:
        yield "several sheets are selected"


def _selected(sheet: Element) -> bool:
    views = (one for one in sheet.iter() if local(one) == "sheetView")
    return any(one.get("tabSelected") in ("1", "true") and one.get("workbookViewId", "0") == "0" for one in views)


def _styles(book: Book) -> Iterator[str]:
    if book.styles is None:
        return
    if not _ordered([local(one) for one in book.styles], STYLES):
        yield "the styles are out of order"
    for one in book.styles:
        if local(one) in STYLES and one.get("count") not in (None, str(len(one))):
            yield f"the count of {local(one)}"
    for one in book.listed("cellXfs"):
        for name, entries in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders")):
            if int(one.get(name) or 0) >= max(1, len(book.listed(entries))):
                yield f"no such {name}"


def _sheet(book: Book, name: str) -> Iterator[str]:
    part = book.sheets[name]
    root = book.xml(part)
    if local(root) != "worksheet":
        return
    children = [local(one) for one in root]
    once = [one for one in children if one not in ("conditionalFormatting", "AlternateContent")]
    if not _ordered(children, WORKSHEET) or len(set(once)) < len(once):
        yield f"{name} is out of order"
    rows = [int(one.get("r") or 0) for one in root.iter() if local(one) == "row"]
    said = [one for one in rows if one]
    if said != sorted(set(said)):
        yield f"the rows of {name} are out of order"
    listed = list(cells(root))
    if len({where for where, _ in listed}) < len(listed):
        yield f"{name} has a cell twice"
    most = max(1, len(book.listed("cellXfs")))
    if any(int(cell.get("s") or 0) >= most for _, cell in listed):
        yield f"{name} has a cell of an unknown format"
    for one in root.iter():
        if local(one) == "hyperlink" and _leads_nowhere(book, one.get("location")):
            yield f"a link of {name} leads nowhere"
    yield from _comments(book, name, part)


def _leads_nowhere(book: Book, location: str | None) -> bool:
    found = re.fullmatch(r"'((?:[^']|'')+)'![A-Z]{1,3}\d+", location or "")
    return bool(found) and found[1].replace("''", "'") not in book.sheets  # type: ignore[index]


def _comments(book: Book, name: str, part: str) -> Iterator[str]:
    held = book.of_kind(part, "comments")
    if held is None or held not in book.parts:
        return
    root = book.xml(held)
    authors = sum(local(one) == "author" for one in root.iter())
    found = [one for one in root.iter() if local(one) == "comment"]
    refs = [one.get("ref", "") for one in found]
    if len(set(refs)) < len(refs) or any(int(one.get("authorId") or 0) >= authors for one in found):
        yield f"the comments of {name}"
    legacy = next((_id(one) for one in book.xml(part) if local(one) == "legacyDrawing"), None)
    drawing = book.relations(part).get(legacy or "", ("", None))[1]
    if drawing is None:
        yield f"the comments of {name} have no drawing"
        return
    vml = book.parts[drawing]
    boxes = re.findall(rb'ObjectType="Note".*?<x:Row>(\d+)</x:Row>\s*<x:Column>(\d+)</x:Column>', vml, re.DOTALL)
    if {f"{letters(int(column))}{int(row) + 1}" for row, column in boxes} != set(refs) or len(boxes) != len(refs):
        yield f"the boxes of the comments of {name}"
    ids = re.findall(rb'<v:shape id="([^"]*)"', vml)
    others = [book.parts[one] for one in book.parts if one.endswith(".vml") and one != drawing]
    elsewhere = {one for other in others for one in re.findall(rb'<v:shape id="([^"]*)"', other)}
    if len(set(ids)) < len(ids) or elsewhere & set(ids):
        yield f"the numbers of the boxes of {name}"
