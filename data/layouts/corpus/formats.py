"""One list in every format and encoding that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import columns as c
from .encodings import tcvn3, vni, windows_1258
from .files import delimited, open_document, parquet, web_page, word, workbook
from .people import AS_OF, but, staff
from .rosters import AS_OF_LINE, HEAD, MARKET, by_unit, everything, listed
from .tab import Tab
from .truth import Case, fields_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .people import Person


def cases() -> Iterator[Case]:
    """A file for each."""
    yield _text("semicolons.csv", "semicolons, UTF-8 without a mark", ";", lambda text: text.encode())
    yield _text("tabs.tsv", "tabs, UTF-8 with a byte order mark", "\t", lambda text: text.encode("utf-8-sig"))
    yield _text(
        "utf-16.csv",
        "UTF-16, tabs, as a spreadsheet saves “Unicode text”",
        "\t",
        lambda text: text.encode("utf-16"),
        fixed=True,
    )
    yield _text("windows-1258.csv", "Windows-1258: letters and tones apart", ",", windows_1258, converted=True)
    yield _text("tcvn3.csv", "TCVN3 bytes", ",", lambda text: tcvn3(text).encode("latin-1"), converted=True)
    yield _text("vni.csv", "VNI bytes", ",", lambda text: vni(text).encode("latin-1"), converted=True)
    yield _workbook_in(tcvn3, ".VnTime", "vntime.xlsx", "TCVN3 in a workbook set in .VnTime")
    yield _workbook_in(vni, "VNI-Times", "vni-times.xlsx", "VNI in a workbook set in VNI-Times")
    yield _word_tables()
    yield _web()
    yield _ods()
    yield _named_xls()
    yield _arrow()


def _text(
    path: str, shows: str, mark: str, encode: Callable[[str], bytes], *, fixed: bool = False, converted: bool = False
) -> Case:
    people, tab = staff(path, MARKET), Tab()
    tab.lines(HEAD[1:2], (AS_OF_LINE,))
    tab.table(everything(), people)
    data = delimited(tab, mark, (lambda text: b"\xff\xfe" + text.encode("utf-16-le")) if fixed else encode)
    return Case(path, shows, data, people, fields_of(tab), {"encoding-converted": 1} if converted else {})


def _workbook_in(encode: Callable[[str], str], font: str, path: str, shows: str) -> Case:
    people = staff(path, MARKET)
    tab = listed(everything(), people, *HEAD)
    fields = fields_of(tab)
    tab.rows = [[encode(cell) if isinstance(cell, str) else cell for cell in row] for row in tab.rows]
    return Case(path, shows, workbook(tab, font=font), people, fields, {"encoding-converted": 1})


def _word_tables() -> Case:
    people = staff("word", MARKET)
    columns = [
        c.number("TT"),
        c.name(),
        *c.birth_by_sex("Ngày, tháng, năm sinh"),
        c.title(),
        c.party(),
        c.education("Trình độ", "Chuyên môn"),
        c.theory("Trình độ", "Lý luận chính trị"),
    ]
    pieces: list[str | Tab] = ["CỤC QUẢN LÝ THỊ TRƯỜNG TỈNH AN HÒA", "DANH SÁCH CÁN BỘ, CÔNG CHỨC", AS_OF_LINE]
    tabs = []
    for at, (unit, members) in enumerate(by_unit(people).items(), 1):
        tab = Tab()
        tab.table(columns, members)
        tabs.append(tab)
        pieces += [f"{at}. {unit[-1]}", tab]
    pieces += ["", "NGƯỜI LẬP BIỂU"]
    shows = "a Word document: a table of two header rows under a heading for each unit, numbering that restarts"
    return Case("word-tables.docx", shows, word(pieces), people, fields_of(*tabs), units=True)


def _wide(seed: str) -> tuple[Tab, list[Person]]:
    people = staff(seed, MARKET)
    columns = [
        c.number(), c.name(), *c.birth_by_sex("Ngày sinh"), c.title(), c.unit(), c.party("Ngày vào Đảng", "Dự bị"),
        c.official("Ngày vào Đảng", "Chính thức"),
        *c.one_hot(("Trình độ chuyên môn",), "education", "education", c.DEGREES),
    ]  # fmt: skip
    return listed(columns, people, *HEAD, name="Danh sách"), people


def _web() -> Case:
    tab, people = _wide("web")
    return Case(
        "web-page.xls",
        "a web page under the name of a workbook, cells over several rows and columns",
        web_page(tab),
        people,
        fields_of(tab),
    )


def _ods() -> Case:
    tab, people = _wide("ods")
    empty = Tab("Trang2")
    return Case(
        "open-document.ods",
        "an OpenDocument spreadsheet with covered cells and an empty sheet",
        open_document(tab, empty),
        people,
        fields_of(tab),
    )


def _named_xls() -> Case:
    tab, people = _wide("xls")
    return Case(
        "workbook-named.xls", "a workbook of today under the name of an old one", workbook(tab), people, fields_of(tab)
    )


def _arrow() -> Case:
    people = [but(one, theory=None, administration=None) for one in staff("parquet", MARKET)]
    columns = [
        c.staff_id("Mã cán bộ"), c.name(), c.birth(write=c.real), c.sex(), c.unit(), c.title(), c.party(write=c.real),
        c.education("Trình độ chuyên môn"),
    ]  # fmt: skip
    tab = Tab()
    tab.header(columns)
    return Case(
        "table.parquet",
        "a Parquet file with real dates; no day told",
        parquet(columns, people),
        people,
        fields_of(tab),
        as_of=AS_OF,
    )
