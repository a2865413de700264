"""The new first sheet: every notice in a row, with a link to its cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from genderstats.people.fields import fields
from genderstats.reporting.annotation.comments import name
from genderstats.reporting.annotation.palette import SHADES, gravity
from genderstats.reporting.annotation.workbook import quoted
from genderstats.reporting.annotation.xml import written
from genderstats.reporting.pages import OUTCOMES
from genderstats.text.language import Language, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from genderstats.reading.notices import Notice
    from genderstats.reporting.annotation.styles import Formats

TITLE = Text("Notices", "Lưu ý")
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
LONGEST_CELL, MOST_ROWS, MOST_LINKS = 32_767, 1_048_576, 65_530
NOTHING = Text("Nothing to remark.", "Không có gì cần lưu ý.")
UNLISTED = Text(
    "{count} more notices do not fit on this sheet; genderstats check lists them.",
    "Còn {count} mục không vừa trang này; genderstats check liệt kê đủ.",
)
#: The heads of the list, and how wide its columns are.
HEADS = (
    (Text("Severity", "Mức độ"), 11),
    (Text("Sheet", "Trang tính"), 18),
    (Text("Cell", "Ô"), 9),
    (Text("Field", "Trường"), 18),
    (Text("Value", "Giá trị"), 22),
    (Text("What was noticed", "Nội dung"), 60),
    (Text("What was done", "Đã xử lý"), 22),
    (Text("What to do", "Việc cần làm"), 50),
)
_COLUMNS = "ABCDEFGH"


@dataclass(frozen=True, slots=True)
class Entry:
    """A notice, the name of its sheet in the workbook (or of its file), and the cell to go to."""

    notice: Notice
    sheet: str | None
    place: tuple[int, int] | None

    @property
    def cell(self) -> str:
        """The cell as it is shown: that of the notice, or its row."""
        address = self.notice.address
        return address.cell or (str(address.row) if address.row is not None else "A1" if self.sheet else "")

    @property
    def target(self) -> str | None:
        """Where its link leads."""
        return f"{quoted(self.sheet)}!{name(self.place or (1, 0))}" if self.sheet else None


def ordered(entries: Iterable[Entry], sheets: Sequence[str]) -> list[Entry]:
    """The entries, the gravest first, then as they stand in the workbook."""
    places = {sheet: place for place, sheet in enumerate(sheets)}
    return sorted(
        entries,
        key=lambda one: (gravity(one.notice.reason.severity), places.get(one.sheet or "", -1), one.place or (0, 0)),
    )


def height(count: int) -> int:
    """How many rows a list of so many has, its heads included."""
    return min(max(count, 1) + 1, MOST_ROWS)


def sheet(entries: Sequence[Entry], namespace: str, formats: Formats, language: Language) -> Iterator[bytes]:
    """The sheet, piece by piece: inert text, heads that stay in sight, a filter, links."""
    yield _start(namespace, height(len(entries))).encode()
    for row in _rows(entries, formats, language):
        yield row.encode()
    yield f'</sheetData><autoFilter ref="A1:H{height(len(entries))}"/>'.encode()
    yield from _links(entries)
    yield (
        b'<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
        b'<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    )


def _start(namespace: str, bottom: int) -> str:
    columns = "".join(
        f'<col min="{place}" max="{place}" width="{width}" customWidth="1"/>'
        for place, (_, width) in enumerate(HEADS, start=1)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{namespace}">'
        f'<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:H{bottom}"/>'
        '<sheetViews><sheetView tabSelected="1" workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols><sheetData>'
    )


def _rows(entries: Sequence[Entry], formats: Formats, language: Language) -> Iterator[str]:
    heading, text, quoted_text, link = formats.heading(), formats.text(), formats.quoted(), formats.link()
    yield _row(1, [(head[language], heading) for head, _ in HEADS])
    listed = _listed(entries)
    for number, one in enumerate(listed, start=2):
        said = _texts(one, language)
        severity = formats.severity(one.notice.reason.severity)
        linked = link if one.target and number - 1 <= MOST_LINKS else text
        yield _row(number, list(zip(said, (severity, text, linked, text, *[quoted_text] * 4), strict=True)))
    if not entries:
        yield _row(2, [(NOTHING[language], text)])
    elif len(listed) < len(entries):
        yield _row(MOST_ROWS, [(UNLISTED.format(count=len(entries) - len(listed))[language], text)])


def _listed(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entries that have a row: all, or as many as fit above a last row that counts the rest."""
    return entries if len(entries) < MOST_ROWS else entries[: MOST_ROWS - 2]


def _texts(one: Entry, language: Language) -> tuple[str, ...]:
    notice, reason = one.notice, one.notice.reason
    field = fields()[notice.field].title[language] if notice.field in fields() else notice.field or ""
    return (
        SHADES[reason.severity].word[language],
        one.sheet or notice.address.file,
        one.cell,
        field,
        notice.value or "",
        notice.message[language],
        OUTCOMES[reason.outcome][language],
        reason.advice[language],
    )


def _row(number: int, cells: list[tuple[str, int]]) -> str:
    made = (_cell(f"{column}{number}", said, style) for column, (said, style) in zip(_COLUMNS, cells, strict=False))
    return f'<row r="{number}">{"".join(made)}</row>'


def _cell(place: str, said: str, style: int) -> str:
    if not said:
        return f'<c r="{place}" s="{style}"/>'
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{inert(said)}</t></is></c>'


def inert(text: str) -> str:
    """A text for a cell, cut where it is longer than a cell may be."""
    return written(text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…")


def _links(entries: Sequence[Entry]) -> Iterator[bytes]:
    linked = [(number, one.target) for number, one in enumerate(_listed(entries)[:MOST_LINKS], start=2) if one.target]
    if linked:
        yield b"<hyperlinks>"
        for number, target in linked:
            yield f'<hyperlink ref="C{number}" location="{written(target)}"/>'.encode()
        yield b"</hyperlinks>"
