"""The pages and records of periods that are kept: which, from which files, with which ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from genderstats.reporting.document import Cell, Document, Head, Paragraph, Row, Table
from genderstats.reporting.pages import PERSON, WITHOUT, counted, ledger_in_words, notices_in_words, when
from genderstats.reporting.records import headed, moment
from genderstats.text import marks
from genderstats.text.language import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from genderstats.reading.provenance import Kept, Origin

    Record = dict[str, Any]

_OTHER_KEY = Text(
    "Kept with a key that is not the one beside the store: people cannot be matched with periods of another key.",
    "Được lưu với khóa khác khóa đang ở cạnh kho: không thể đối chiếu từng người với các kỳ có khóa khác.",
)
_NO_KEY = Text(
    "No key stands beside the store: periods kept with one key can be matched with each other, and not with a file.",
    "Không có khóa cạnh kho: các kỳ lưu cùng một khóa đối chiếu được với nhau nhưng không đối chiếu được với tệp.",
)


def page(found: Sequence[Kept], store: Path, key: str | None) -> Document:
    """The periods of a store; `key` is the print of the key beside it."""
    heads = (
        Head(Text("Period", "Kỳ"), numeric=False, whole=True),
        Head(Text("As of", "Tính đến"), numeric=False, whole=True),
        Head(Text("People", "Số người")),
        Head(Text("Rows", "Số dòng")),
        Head(Text("Rejected", "Bị loại")),
        Head(Text("Added", "Ngày lưu"), numeric=False, whole=True),
        Head(Text("From", "Từ tệp"), numeric=False),
    )
    rows = tuple(Row(tuple(Cell(value) for value in _row(one))) for one in found)
    others = [one.name for one in found if one.key != key] if key else []
    parts: list[Table | Paragraph] = [Table(heads, rows)]
    if not found:
        parts = [Paragraph(Text("Nothing is kept.", "Chưa lưu kỳ nào."), "quiet")]
    if others:
        parts.append(
            Paragraph(
                Text("\n{periods}: {said}", "\n{periods}: {said}").format(periods=", ".join(others), said=_OTHER_KEY)
            )
        )
    if found and not key:
        parts.append(Paragraph(Text("\n{said}", "\n{said}").format(said=_NO_KEY)))
    return Document(Text("Periods kept in {store}", "Các kỳ lưu trong {store}").format(store=store), tuple(parts))


def _row(one: Kept) -> tuple[Text | str | int, ...]:
    ledger = one.ledger
    return one.name, _day(one), ledger.people, ledger.rows, ledger.rejected, _added(one), ", ".join(one.files)


def _day(one: Kept) -> Text:
    as_of = one.moment.as_of
    return Text(*(marks.day(as_of, language) for language in LANGUAGES)) if as_of else Text.same("–")


def _added(one: Kept) -> Text:
    return Text(*(marks.day(one.added.date(), language) for language in LANGUAGES))


def page_of_one(one: Kept, store: Path, *, removed: bool = False) -> Document:
    """One period, or what was removed."""
    title = (
        Text("Removed from {store}: {when}", "Đã bỏ khỏi {store}: {when}")
        if removed
        else Text("Kept in {store}: {when}", "Lưu trong {store}: {when}")
    )
    return Document(title.format(store=store, when=when(one.moment)), tuple(_told(one)))


def page_of_added(one: Kept, replaced: Kept | None, store: Path) -> Document:
    """A period that was kept just now, and what it replaces."""
    title = Text("Kept in {store}: {when}", "Đã lưu vào {store}: {when}").format(store=store, when=when(one.moment))
    if replaced is None:
        return Document(title, tuple(_told(one)))
    instead = Text(
        "Replaced: {people} added {day} from {files}.", "Đã thay: {people}, lưu ngày {day} từ {files}."
    ).format(people=counted(replaced.ledger.people, PERSON), day=_added(replaced), files=", ".join(replaced.files))
    return Document(title, (Paragraph(instead), *_told(one)))


def _told(one: Kept) -> Iterator[Paragraph]:
    for origin in one.origins:
        yield Paragraph(ledger_in_words(origin.ledger, str(origin.address)))
        yield Paragraph(Text.same(f"  SHA-256 {origin.sha256}"), "quiet")
    for rule in one.counting.departures:
        yield Paragraph(WITHOUT[rule], "bad")
    said = Text("Added {day} by genderstats {version}.", "Lưu ngày {day} bằng genderstats {version}.")
    yield Paragraph(said.format(day=_added(one), version=one.version), "quiet")
    notices = [each for origin in one.origins for each in origin.notices]
    if notices:
        yield Paragraph(Text("\nNoticed", "\nLưu ý"), "heading")
        yield from notices_in_words(notices)


def record(found: Sequence[Kept], store: Path, key: str | None = None, *, removed: bool = False) -> Record:
    """What `periods` gives."""
    said: Record = {"removed": True} if removed else {}
    return {
        **headed("periods/1"),
        "store": str(store),
        "key": key,
        "periods": [period(one) for one in found],
        **said,
    }


def added(one: Kept, replaced: Kept | None, again: Sequence[tuple[str, str]], store: Path) -> Record:
    """What `add` gives."""
    return {
        **headed("add/1"),
        "store": str(store),
        **period(one),
        "replaced": period(replaced) if replaced else None,
        "also_kept": [{"file": file, "period": other} for file, other in again],
    }


def period(one: Kept) -> Record:
    """One period, with its files, ledgers and the counts of its notices."""
    return {
        **moment(one.moment),
        "added": one.added.isoformat(timespec="seconds") + "Z",
        "added_by": one.version,
        "key": one.key or None,
        "counting": one.counting.model_dump(mode="json"),
        "people": one.ledger.people,
        "sources": [_source(origin) for origin in one.origins],
    }


def _source(origin: Origin) -> Record:
    ledger = origin.ledger
    return {
        "file": origin.address.file,
        "sheet": origin.address.sheet,
        "sha256": origin.sha256,
        "rows": ledger.rows,
        "people": ledger.people,
        "rejected": ledger.rejected,
        "set_aside": ledger.set_aside.total(),
        "set_aside_by_kind": dict(ledger.set_aside),
        "notices": {one.reason.id: one.count for one in origin.notices},
    }
