"""What a copy is to be: everything that could refuse it has been looked at, and nothing is written yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from genderstats.reporting.annotation import comments, listing, macros, pages, remarks, styles, vml
from genderstats.reporting.annotation.package import relations_of
from genderstats.reporting.annotation.relations import RELATIONS_TYPE, ContentTypes, content_types
from genderstats.reporting.annotation.workbook import Workbook, workbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from genderstats.reading.notices import Notice
    from genderstats.reporting.annotation.package import Package
    from genderstats.reporting.annotation.pages import Page
    from genderstats.text.language import Language

_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"


@dataclass(frozen=True)
class Plan:
    """The pages of a copy, its formats, the parts that are new, and those that are left out."""

    package: Package
    book: Workbook
    types: ContentTypes
    pages: tuple[Page, ...]
    formats: styles.Formats
    styles: str
    listing: str
    name: str
    height: int
    gone: frozenset[str]
    with_macros: bool

    def new_types(self) -> dict[str, str]:
        """The types of the parts that are new, or something else than before."""
        kinds = {self.listing: listing.TYPE, self.book.part: macros.main_type(macros=self.with_macros)}
        if self.book.relations.of("styles") is None:
            kinds[self.styles] = _STYLES_TYPE
        for page in self.pages:
            own = {page.comments: comments.TYPE, page.drawing: vml.TYPE}
            kinds |= {part: kind for part, kind in own.items() if part in page.missing.values()}
            if page.missing:
                kinds[relations_of(page.sheet.part)] = RELATIONS_TYPE
        return kinds

    def new_relations(self) -> tuple[str, list[tuple[str, str, str]]]:
        """The relationship from the workbook to the list, and all its new ones."""
        first, second = self.book.relations.free(2)
        new = [(first, self.book.kind("worksheet"), self.listing)]
        if self.book.relations.of("styles") is None:
            new.append((second, self.book.kind("styles"), self.styles))
        return first, new

    def relations_of(self, page: Page) -> Iterator[tuple[str, str, str]]:
        """The new relationships of a page."""
        for one, part in page.missing.items():
            yield one, self.book.kind("comments" if part == page.comments else "vmlDrawing"), part


def planned(
    package: Package,
    notices: Sequence[Notice],
    names: Mapping[str | None, str],
    language: Language,
    *,
    with_macros: bool,
) -> Plan:
    """The plan for a copy of a package; `names` tells what the workbook calls sheets that were read under another name.

    Raises:
        RefusedError: it cannot be annotated safely.
    """
    book = workbook(package)
    planner = pages.planner(package, book)
    found = remarks.by_sheet(notices)
    made = tuple(planner.page(book.sheet(called(sheet, names)), said) for sheet, said in found.items())
    led = book.relations.of("styles")
    content = package.read(led.part) if led else styles.bare(book.root.namespace)
    return Plan(
        package,
        book,
        content_types(package),
        made,
        styles.formats(content),
        led.part if led else planner.free("xl/styles{}.xml"),
        planner.free("xl/worksheets/sheet{}.xml"),
        book.free_name(listing.TITLE[language]),
        listing.height(len(notices)),
        frozenset() if with_macros else macros.parts_of_macros(package, book),
        with_macros,
    )


def called(sheet: str | None, names: Mapping[str | None, str]) -> str:
    """What the workbook calls a sheet."""
    return names.get(sheet, sheet or "")
