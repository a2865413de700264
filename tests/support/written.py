"""One roster written in every format that is read: titles, a header of two rows, sections, dates, cells merged across and down."""

from __future__ import annotations

import base64
import csv
import datetime as dt
import io
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from support.packed import archive, document, paragraph, spreadsheet, xml_workbook

if TYPE_CHECKING:
    from collections.abc import Callable

Value = str | int | dt.date | None


@dataclass(frozen=True)
class Laid:
    """Rows of cells, and which are merged: first and last row and column, counted from 0; the first rows are titles."""

    rows: list[list[Value]]
    merges: list[tuple[int, int, int, int]]
    titles: int

    def spans(self, row: int, column: int) -> tuple[int, int] | None:
        """How many rows and columns a cell covers; None where another covers it."""
        for top, left, bottom, right in self.merges:
            if top <= row <= bottom and left <= column <= right:
                return (bottom - top + 1, right - left + 1) if (row, column) == (top, left) else None
        return 1, 1

    def above(self, row: int, column: int) -> bool:
        """Whether a cell is covered by one that begins in a row above it, in its column."""
        return any(top < row <= bottom and left == column for top, left, bottom, _ in self.merges)


def _day(day: int, month: int, year: int) -> dt.date:
    return dt.date(year, month, day)


ROSTER = Laid(
    rows=[
        ["CỤC QUẢN LÝ THỊ TRƯỜNG TỈNH AN", None, None, None, None, None, None],
        ["DANH SÁCH CÁN BỘ, CÔNG CHỨC & NGƯỜI LAO ĐỘNG", None, None, None, None, None, None],
        ["(Tính đến ngày 31/12/2020)", None, None, None, None, None, None],
        ["STT", "Họ và tên", "Ngày sinh", None, "Chức vụ", "Đơn vị", "Ngày vào Đảng"],
        [None, None, "Nam", "Nữ", None, None, None],
        ["I. LÃNH ĐẠO CỤC", None, None, None, None, None, None],
        [1, "Nguyễn Thị Lan", None, _day(8, 3, 1975), "Cục trưởng", "Văn phòng", _day(3, 2, 2005)],
        [2, "Trần Văn Hùng", _day(1, 12, 1980), None, "Phó Cục trưởng", None, _day(19, 5, 2010)],
        ["II. PHÒNG TỔ CHỨC", None, None, None, None, None, None],
        [3, "Lê Thu Hà", None, _day(30, 6, 1990), "Trưởng phòng", "Phòng Tổ chức", None],
        [4, "H’Bia Niê", None, _day(29, 2, 1992), "Chuyên viên", None, _day(15, 6, 2020)],
        [5, "Phạm <Quốc> & Việt", _day(2, 1, 1968), None, "Người gác cổng trời", None, None],
        ["Tổng cộng: 5 người", None, None, None, None, None, None],
    ],
    merges=[
        (3, 0, 4, 0), (3, 1, 4, 1), (3, 2, 3, 3), (3, 4, 4, 4), (3, 5, 4, 5), (3, 6, 4, 6),
        (5, 0, 5, 6), (8, 0, 8, 6), (6, 5, 7, 5), (9, 5, 11, 5),
    ],
    titles=3,
)  # fmt: skip


def text(value: Value) -> str:
    """A value as somebody writes it."""
    if isinstance(value, dt.date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value)


def filled(laid: Laid) -> list[list[str]]:
    """The texts for a format without merges: those merged down a column of people are repeated."""
    rows = [[text(value) for value in row] for row in laid.rows]
    for top, left, bottom, right in laid.merges:
        if left == right and top > laid.titles + 1:
            for row in range(top, bottom + 1):
                rows[row][left] = rows[top][left]
    return rows


def as_xlsx(laid: Laid) -> bytes:
    from openpyxl import Workbook

    book, made = Workbook(), io.BytesIO()
    sheet = book.active
    for row in laid.rows:
        sheet.append(row)
    for top, left, bottom, right in laid.merges:
        sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, dt.date):
                cell.number_format = "dd/mm/yyyy"
    book.save(made)
    book.close()
    return made.getvalue()


def as_delimited(laid: Laid, delimiter: str, encoding: str = "utf-8-sig") -> bytes:
    made = io.StringIO()
    csv.writer(made, delimiter=delimiter).writerows(filled(laid))
    return made.getvalue().encode(encoding)


def as_parquet(laid: Laid) -> bytes:
    """The people only: a column of each kind, under names that hold both levels of the header."""
    import pyarrow as pa
    from pyarrow import parquet

    head = ["STT", "Họ và tên", "Ngày sinh › Nam", "Ngày sinh › Nữ", "Chức vụ", "Đơn vị", "Ngày vào Đảng"]
    units = [row[5] for row in filled(laid)]
    people = [[*row[:5], unit, row[6]] for row, unit in zip(laid.rows, units, strict=True) if isinstance(row[0], int)]
    made = io.BytesIO()
    parquet.write_table(pa.table({name: [row[place] for row in people] for place, name in enumerate(head)}), made)
    return made.getvalue()


def as_docx(laid: Laid) -> bytes:
    above = "".join(paragraph(text(row[0])) for row in laid.rows[: laid.titles])
    rows = "".join(_word_row(laid, place) for place in range(laid.titles, len(laid.rows)))
    return archive(document(f"{above}<w:tbl>{rows}</w:tbl>{paragraph('')}"))


def _word_row(laid: Laid, row: int) -> str:
    made = []
    for column, value in enumerate(laid.rows[row]):
        spans = laid.spans(row, column)
        if spans is None and not laid.above(row, column):
            continue
        high, wide = spans or (0, 1)
        joins = '<w:vMerge w:val="restart"/>' if high > 1 else "<w:vMerge/>" if high == 0 else ""
        made.append(f'<w:tc><w:tcPr><w:gridSpan w:val="{wide}"/>{joins}</w:tcPr>{paragraph(text(value))}</w:tc>')
    return f"<w:tr>{''.join(made)}</w:tr>"


def as_ods(laid: Laid) -> bytes:
    return archive(spreadsheet("".join(_ods_row(laid, place) for place in range(len(laid.rows)))))


def _ods_row(laid: Laid, row: int) -> str:
    made = []
    for column, value in enumerate(laid.rows[row]):
        spans = laid.spans(row, column)
        if spans is None:
            made.append("<table:covered-table-cell/>")
            continue
        said = f'table:number-rows-spanned="{spans[0]}" table:number-columns-spanned="{spans[1]}"'
        if isinstance(value, dt.date):
            said += f' office:value-type="date" office:date-value="{value.isoformat()}"'
        elif isinstance(value, int):
            said += f' office:value-type="float" office:value="{value}"'
        elif value:
            said += ' office:value-type="string"'
        made.append(
            f"<table:table-cell {said}>{f'<text:p>{escape(text(value))}</text:p>' if value else ''}</table:table-cell>"
        )
    return f"<table:table-row>{''.join(made)}</table:table-row>"


def page_text(laid: Laid) -> str:
    above = "".join(f"<p align=center><b>{escape(text(row[0]))}</b></p>\r\n" for row in laid.rows[: laid.titles])
    rows = "".join(_page_row(laid, place) for place in range(laid.titles, len(laid.rows)))
    return (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8">'
        "<style>td { mso-number-format:General }</style><title>Sheet1</title>"
        f"<body><!--[if gte mso 9]><table><td>x</table><![endif]-->{above}<table border=1>{rows}</table></body></html>"
    )


def _page_row(laid: Laid, row: int) -> str:
    made = []
    for column, value in enumerate(laid.rows[row]):
        spans = laid.spans(row, column)
        if spans:
            made.append(f"<td rowspan={spans[0]} colspan='{spans[1]}' class=\"xl65\">{escape(text(value)) or '&nbsp;'}")
    return f"<tr>{'</td>'.join(made)}</tr>\r\n"


def as_mht(laid: Laid) -> bytes:
    body = base64.encodebytes(page_text(laid).encode()).decode()
    return (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Location: file:///book.htm\r\n'
        f'Content-Transfer-Encoding: base64\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n{body}\r\n--x--\r\n'
    ).encode()


def as_xml(laid: Laid) -> bytes:
    return xml_workbook("".join(_xml_row(laid, place) for place in range(len(laid.rows)))).encode()


def _xml_row(laid: Laid, row: int) -> str:
    made = []
    for column, value in enumerate(laid.rows[row]):
        spans = laid.spans(row, column)
        if spans is None or value is None:
            continue
        kind = "DateTime" if isinstance(value, dt.date) else "Number" if isinstance(value, int) else "String"
        said = f"{value.isoformat()}T00:00:00.000" if isinstance(value, dt.date) else escape(text(value))
        joined = f'ss:MergeDown="{spans[0] - 1}" ss:MergeAcross="{spans[1] - 1}"'
        made.append(f'<Cell ss:Index="{column + 1}" {joined}><Data ss:Type="{kind}">{said}</Data></Cell>')
    return f'<Row ss:Index="{row + 1}">{"".join(made)}</Row>'


#: Each format by what it is called, the suffix it has, and how it is written.
FORMATS: dict[str, tuple[str, Callable[[Laid], bytes]]] = {
    "workbook": (".xlsx", as_xlsx),
    "workbook with macros": (".xlsm", as_xlsx),
    "commas": (".csv", lambda laid: as_delimited(laid, ",")),
    "semicolons": (".csv", lambda laid: as_delimited(laid, ";", "utf-8")),
    "bars": (".csv", lambda laid: as_delimited(laid, "|", "utf-16")),
    "tabs": (".tsv", lambda laid: as_delimited(laid, "\t", "utf-16-le")),
    "parquet": (".parquet", as_parquet),
    "document": (".docx", as_docx),
    "open document": (".ods", as_ods),
    "web page": (".xls", lambda laid: page_text(laid).encode()),
    "web page in UTF-16": (".xls", lambda laid: page_text(laid).replace("utf-8", "unicode").encode("utf-16")),
    "web archive": (".mht", as_mht),
    "XML workbook": (".xls", as_xml),
}
