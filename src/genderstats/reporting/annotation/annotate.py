"""From notices to the analyst's own workbook with the notices in it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import IO, TYPE_CHECKING

from genderstats.errors import WorkbookNotAnnotatedError
from genderstats.reporting.annotation import listing, macros, pages, remarks, sheets
from genderstats.reporting.annotation.cells import Colouring
from genderstats.reporting.annotation.listing import Entry
from genderstats.reporting.annotation.package import Writer, key, opened, relations_of
from genderstats.reporting.annotation.plan import Plan, called, planned
from genderstats.reporting.annotation.refusal import RefusedError
from genderstats.reporting.annotation.relations import CONTENT_TYPES
from genderstats.reporting.annotation.source import refuse_other_formats, source
from genderstats.reporting.annotation.xml import parsed, spliced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from genderstats.reading.notices import Notice
    from genderstats.reporting.annotation.pages import Page
    from genderstats.text.language import Language

    #: New parts, each with its content.
    Parts = Iterator[tuple[str, Iterable[bytes]]]


@dataclass(frozen=True, slots=True)
class Annotated:
    """What an annotated copy holds: notices, coloured cells, those of them without a comment; and whether macros were left out."""

    notices: int
    cells: int
    uncommented: int
    without_macros: bool


def annotate(
    path: Path, notices: Sequence[Notice], language: Language, out: IO[bytes], *, with_macros: bool = False
) -> Annotated:
    """Writes a copy of a workbook (of a text: a workbook of its cells) with the notices in it; macros stay only where they may.

    Raises:
        InputError: the file is of a kind that is not annotated, or cannot be annotated safely.
    """
    try:
        with source(path) as (file, names), opened(file) as package:
            refuse_other_formats(package, path)
            plan = planned(package, notices, names, language, with_macros=with_macros)
            with Writer(out, package) as writer:
                return _written(writer, plan, notices, names, language)
    except RefusedError as refused:
        raise WorkbookNotAnnotatedError(path=path.name, cause=refused.cause) from None


def _written(
    writer: Writer, plan: Plan, notices: Sequence[Notice], names: Mapping[str | None, str], language: Language
) -> Annotated:
    """Writes the parts: first those of the package in their order, then what is known only when the cells have passed by."""
    colourings = {page.sheet.part: _colouring(plan, page) for page in plan.pages}
    changed = {key(part): (part, content) for part, content in _changed(plan, colourings)}
    later = {key(plan.styles), *(key(part) for page in plan.pages for part in (page.comments, page.drawing))}
    for part in plan.package.members:
        if part in changed:
            writer.put(*changed.pop(part))
        elif part not in later and part not in plan.gone:
            writer.copy(part)
    for part, content in changed.values():
        writer.put(part, content)
    entries: dict[int, Entry] = {}
    cells = uncommented = 0
    for page in plan.pages:
        places = remarks.settled(page.remarks, colourings[page.sheet.part].first_filled)
        said = pages.sayings(places, language)
        cells, uncommented = cells + len(places), uncommented + len(places) - len(said)
        entries |= {id(one): Entry(one, page.sheet.name, place) for place, listed in places.items() for one in listed}
        for part, content in pages.notes(plan.package, page, said, plan.book.root.namespace):
            writer.put(part, content)
    known = {one.name for one in plan.book.sheets}
    listed = [entries.get(id(one)) or _of_whole(one, called(one.address.sheet, names), known) for one in notices]
    ordered = listing.ordered(listed, [one.name for one in plan.book.sheets])
    writer.put(plan.listing, listing.sheet(ordered, plan.book.root.namespace, plan.formats, language))
    writer.put(plan.styles, (plan.formats.part(),))
    return Annotated(len(notices), cells, uncommented, bool(plan.gone))


def _of_whole(notice: Notice, sheet: str, known: set[str]) -> Entry:
    """The entry of what was noticed of a whole sheet or file."""
    return Entry(notice, sheet if sheet in known else None, None)


def _colouring(plan: Plan, page: Page) -> Colouring:
    prefix = page.frame.root.prefix
    return Colouring(remarks.wanted(page.remarks), plan.formats.coloured, page.frame.style_of_column, prefix)


def _changed(plan: Plan, colourings: Mapping[str, Colouring]) -> Parts:
    """The parts that are known before the cells pass by; the list's height is the number of notices."""
    book = plan.book
    relation, new = plan.new_relations()
    gone = macros.relations_to_macros(book) if plan.gone else ()
    yield CONTENT_TYPES, (plan.types.written(plan.new_types(), plan.gone),)
    yield book.part, (book.with_first(plan.name, relation, plan.height),)
    yield relations_of(book.part), (book.relations.written(new, gone),)
    for page in plan.pages:
        yield page.sheet.part, _coloured(plan, page, colourings[page.sheet.part])
        if page.missing:
            yield relations_of(page.sheet.part), (page.relations.written(plan.relations_of(page)),)
    annotated = {page.sheet.part for page in plan.pages}
    for other in book.sheets:
        if other.part not in annotated:
            yield from _unselected(plan, other.part)


def _coloured(plan: Plan, page: Page, colouring: Colouring) -> Iterator[bytes]:
    """A worksheet with its cells coloured."""
    head, tail = page.frame.ends(plan.book.base, page.legacy)
    rows = sheets.rows(plan.package.chunks(page.sheet.part), len(page.frame.head), page.frame.size)
    return chain((head,), colouring.coloured(rows), (tail,))


def _unselected(plan: Plan, part: str) -> Parts:
    """A sheet that was the one to be seen, as one that is not; none where it was not."""
    head, _ = sheets.before_rows(plan.package.chunks(part))
    splices = list(sheets.unselecting(head, parsed(head, whole=False)))
    if splices:
        yield part, chain((spliced(head, splices),), sheets.after(plan.package.chunks(part), len(head)))
