"""Annotated copies, and the laws that each keeps, whatever the workbook."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from typing import TYPE_CHECKING

import fastexcel
import pyarrow as pa

from genderstats.reading.notices import Notice, notice
from genderstats.reading.sheet import Address, letter
from genderstats.reporting.annotation.annotate import annotate
from genderstats.reporting.annotation.palette import SHADES, worst
from support.packages import Book, faults, local, place, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from genderstats.text.language import Language

REASONS = ("sex-missing", "title-unknown", "date-from-serial")
COLOURS = {shade.colour for shade in SHADES.values()}
TITLES = {"en": "Notices", "vi": "Lưu ý"}


def at(
    path: Path, sheet: str | None, row: int | None, column: int | None, reason: int = 0, value: str = "=1+1"
) -> Notice:
    """A notice at a cell, row (from 1) or sheet."""
    return notice(REASONS[reason % 3], Address(path.name, sheet, row, column), "birth_date", value)


def copied(path: Path, notices: Sequence[Notice], out: Path, language: Language = "en") -> Path:
    """The annotated copy of a workbook."""
    made = io.BytesIO()
    annotate(path, notices, language, made, with_macros=out.suffix == ".xlsm")
    out.write_bytes(made.getvalue())
    return out


def keeps_the_laws(path: Path, out: Path, notices: Sequence[Notice], language: Language = "en") -> None:
    """Every law of an annotated copy of a workbook.

    Notices at cells that a merged cell covers are the caller's to test.
    """
    before, after = Book.of(path), Book.of(out)
    assert not faults(out) - faults(path), faults(out) - faults(path)
    keeps_every_other_part(before, after, {one.address.sheet for one in notices if one.address.row})
    keeps_every_value(path, out)
    keeps_every_format(before, after, notices)
    lists_every_notice(after, notices, language)
    shows_every_notice(after, notices, language)


def keeps_every_other_part(before: Book, after: Book, annotated: Iterable[str | None]) -> None:
    """Only the named parts differ, and nothing is lost."""
    named = {"[content_types].xml", before.main, _rels(before.main), before.of_kind(before.main, "styles")}
    for sheet in annotated:
        part = before.sheets[sheet or ""]
        named |= {part, _rels(part), before.of_kind(part, "comments")}
        named |= {led for kind, led in before.relations(part).values() if kind == "vmlDrawing"}
    selected = {part for part in before.sheets.values() if b"tabSelected" in before.parts[part]}
    macros = {part for part in before.parts if "vba" in part} if not _has_macros(after) else set()
    lost = before.parts.keys() - after.parts.keys()
    assert lost <= macros
    changed = {part for part in before.parts.keys() - lost if before.parts[part] != after.parts[part]}
    assert changed <= named | selected
    for part in changed & selected - named:
        assert len(before.parts[part]) == len(after.parts[part]), part


def _has_macros(book: Book) -> bool:
    return any("vba" in part for part in book.parts)


def _rels(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def keeps_every_value(path: Path, out: Path) -> None:
    """Every value of every sheet is read back the same, and the new sheet stands first."""
    old, new = (fastexcel.read_excel(one) for one in (path, out))
    assert new.sheet_names[1:] == old.sheet_names
    for name in old.sheet_names:
        assert values(new, name) == values(old, name), name


def values(book: fastexcel.ExcelReader, name: str) -> dict[tuple[int, int], str]:
    """The text of every filled cell of a sheet."""
    try:
        sheet = book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
    except fastexcel.FastExcelError:
        return {}
    columns = zip(sheet.selected_columns, pa.record_batch(sheet).columns, strict=True)
    return {
        (row, info.absolute_index): text
        for info, column in columns
        for row, text in enumerate(column.to_pylist())
        if text
    }


def keeps_every_format(before: Book, after: Book, notices: Iterable[Notice]) -> None:
    """A cell's format is what it was, or differs by its fill alone; and only cells with notices differ."""
    old, new = before.listed("cellXfs"), after.listed("cellXfs")
    for one, other in zip(old, new, strict=False):
        assert (one.attrib, [local(child) for child in one]) == (other.attrib, [local(child) for child in other])
    rows: dict[str | None, set[int | None]] = defaultdict(set)
    for one in notices:
        rows[one.address.sheet].add(one.address.row)
    for sheet, part in before.sheets.items():
        if local(before.xml(part)) != "worksheet":
            continue
        were, are = before.formats(sheet), after.formats(sheet)
        for cell, number in are.items():
            if cell not in were:
                assert number >= max(1, len(old))
            elif number != were[cell]:
                assert int(cell[len(letter(place(cell))) :]) in rows[sheet]
                was, now = dict(old[were[cell]].items()) if old else {}, dict(new[number].items())
                assert {**was, "fillId": now["fillId"], "applyFill": "1"} == now or not old
        assert were.keys() <= are.keys()


def lists_every_notice(after: Book, notices: Sequence[Notice], language: Language) -> None:
    """The first sheet has a row for every notice, and no formula."""
    first = next(iter(after.sheets))
    assert first.startswith(TITLES[language])
    root = after.xml(after.sheets[first])
    assert not [one for one in root.iter() if local(one) == "f"]
    rows = [[text_of(cell) for cell in row] for row in root.iter() if local(row) == "row"][1:]
    said = sorted((shown(one.message[language]), one.reason.advice[language]) for one in notices)
    assert sorted((row[5], row[7]) for row in rows if len(row) == 8) == said
    assert sorted(row[4] for row in rows if len(row) == 8) == sorted(shown(one.value or "") for one in notices)
    links = [one for one in root.iter() if local(one) == "hyperlink"]
    assert len(links) == sum(one.address.sheet is not None for one in notices)


def shown(text: str, longest: int = 32_767) -> str:
    """A text as a cell holds it: cut where it is too long, and without what is no character."""
    cut = text if len(text) <= longest else text[: longest - 1] + "…"
    return re.sub("[\ud800-\udfff\ufffe\uffff]", "\ufffd", cut)


def shows_every_notice(after: Book, notices: Sequence[Notice], language: Language) -> None:
    """Every cell with a notice has the colour of the worst one and a comment with all of them."""
    there: dict[tuple[str, str], list[Notice]] = defaultdict(list)
    whole = {(one.address.sheet, one.address.row) for one in notices if one.address.column is None and one.address.row}
    for one in notices:
        if one.address.cell and one.address.sheet is not None:
            there[one.address.sheet, one.address.cell].append(one)
    sheets = {one.address.sheet or "" for one in notices if one.address.row}
    comments = {sheet: after.comments(sheet) for sheet in sheets}
    formats = {sheet: after.formats(sheet) for sheet in sheets}
    for (sheet, cell), listed in there.items():
        assert all(_begun(one, language) in comments[sheet][cell] for one in listed), cell
        grave = worst(one.reason.severity for one in listed)
        if not any((one.address.sheet, one.address.row) in whole for one in listed):
            assert colour(after, formats[sheet][cell]) == SHADES[grave].colour
    for one in notices:
        if (one.address.sheet, one.address.row) in whole and one.address.column is None:
            said = comments[one.address.sheet or ""]
            first = [cell for cell in said if cell[len(letter(place(cell))) :] == str(one.address.row)]
            seen = [cell for cell in first if _begun(one, language) in said[cell]]
            assert seen
            assert all(colour(after, formats[one.address.sheet or ""][cell]) in COLOURS for cell in seen)


def _begun(one: Notice, language: Language) -> str:
    """How a comment on a notice begins; the end of a very long one is cut."""
    return shown(one.message[language])[:1000]


def colour(book: Book, number: int) -> str | None:
    """The colour behind a cell of a format."""
    fill = book.listed("fills")[int(book.listed("cellXfs")[number].get("fillId") or 0)]
    return next((one.get("rgb") for one in fill.iter() if local(one) == "fgColor"), None)
