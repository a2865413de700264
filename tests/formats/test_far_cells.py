"""Cells that are far, many or wrong, in workbooks, documents, web pages and texts: an answer in bounded time and memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.hostile import GOOD, LIMITS, TABLE, is_refused, shared_reading, xls_with_mad_records
from support.packed import (
    MAIN,
    OFFICE,
    XML,
    archive,
    cells,
    document,
    paragraph,
    spreadsheet,
    workbook,
    xml_workbook,
)  # fmt: skip
from support.reading import asked, texts, told

from genderstats.reading.formats.limits import Limits
from genderstats.reading.formats.source import Source

if TYPE_CHECKING:
    from pathlib import Path

# -- cells that are far, many or wrong --


def test_a_cell_in_the_last_place_of_a_sheet_ends_in_advice(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    path.write_bytes(
        archive(
            workbook('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
        )
    )
    answer = asked(path)
    is_refused(answer)
    assert "Ctrl+End" in str(answer.refusal)


REPEATED = (
    '<table:table-row table:number-rows-repeated="{rows}"><table:table-cell office:value-type="string" '
    'table:number-columns-repeated="{columns}"><text:p>x</text:p></table:table-cell></table:table-row>'
)


@pytest.mark.parametrize(("rows", "columns"), [(1_048_576, 16_384), (10**9 - 1, 1), (1, 10**9 - 1), (10**30, 10**30)])
def test_an_open_document_that_repeats_cells_for_ever_is_refused(tmp_path: Path, rows: int, columns: int) -> None:
    path = tmp_path / "repeated.ods"
    path.write_bytes(archive(spreadsheet(REPEATED.format(rows=rows, columns=columns))))
    is_refused(asked(path))


def test_empty_cells_repeated_to_the_end_of_an_open_document_are_no_cells(tmp_path: Path) -> None:
    path = tmp_path / "rest.ods"
    row = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in GOOD[0]
    )
    rest = '<table:table-cell table:number-columns-repeated="16381"/>'
    end = '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/>'
    path.write_bytes(archive(spreadsheet(f"<table:table-row>{row}{rest}</table:table-row>{end}</table:table-row>")))
    answer = asked(path)
    assert answer.refusal is None
    assert texts(answer.grids[0])[0][:3] == GOOD[0]


@pytest.mark.parametrize("index", ["5", "-1", "99999999999999999999", "x", ""])
def test_a_shared_text_that_does_not_exist_is_answered(tmp_path: Path, index: str) -> None:
    path = tmp_path / "index.xlsx"
    strings = f'{XML}<sst xmlns="{MAIN}" count="1" uniqueCount="4000000000"><si><t>Nữ</t></si></sst>'
    parts = workbook(f'<row r="1"><c r="A1" t="s"><v>{index}</v></c><c r="B1" t="s"><v>0</v></c></row>')
    relation = f'<Relationship Id="rId2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>", f"{relation}</Relationships>"
    )
    path.write_bytes(archive(parts | {"xl/sharedStrings.xml": strings}))
    answer = asked(path)
    assert answer.seconds < 5
    assert answer.memory <= 300
    if answer.refusal is None:
        assert all(grid.unreadable or set(texts(grid)[0]) <= {None, "", "Nữ", index} for grid in answer.grids)


@pytest.mark.parametrize("tag", ["mergeCell ", "col ", "row ", "c ", 'c r="A1"><f>x</f>' + " " * 2_000_000])
def test_xml_that_never_closes_a_tag_takes_no_time(tmp_path: Path, tag: str) -> None:
    path = tmp_path / "unclosed.xlsx"
    path.write_bytes(archive(workbook(cells(GOOD), tail=f"<{tag}" * (2_000_000 // len(tag)) + "hidden=<f")))
    answer = asked(path)
    assert answer.seconds < 5


# -- documents and web pages --


def page(body: str) -> bytes:
    return f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode()


@pytest.mark.parametrize(
    "body",
    [
        f'<table><tr><td colspan="1000000000">x</td></tr>{TABLE}</table>',
        f'<table><tr><td rowspan="1000000000">x</td></tr>{TABLE}</table>',
        f'<table><tr><td colspan="-1" rowspan="²">x</td></tr>{TABLE}</table>',
    ],
)  # fmt: skip
def test_a_page_with_mad_spans_keeps_its_table(tmp_path: Path, body: str) -> None:
    path = tmp_path / "page.xls"
    path.write_bytes(page(body))
    answer = asked(path)
    assert answer.seconds < 5
    assert answer.memory <= 300
    assert "Lan" in {cell for row in texts(answer.grids[0]) for cell in row}


@pytest.mark.parametrize(
    "body",
    [
        "<table>" * 500_000,
        "<table><tr><td>" * 150_000,
        "<table>" + "<tr>" * 500_000,
        "<table><tr>" + '<td rowspan="1000">x</td>' * 20_000 + "</tr>" + "<tr></tr>" * 100_000,
        "<table><tr>" + '<td colspan="1000">x</td>' * 200_000,
        "<table>" + "<!--" * 100_000,
        "<table>" + "<!" * 100_000,
        "<table>" + "<a " * 100_000,
        "<table>" + "<a b='" * 100_000,
        "<table>" + "</" * 100_000,
        "<table>" + "&" * 100_000,
        "<table>" + "<?" * 100_000,
        "<table>" + "<![CDATA[" * 100_000,
    ],
    ids=["tables", "nested", "rows", "reaching", "wide", "comments", "declared", "open", "quoted", "ends", "refs", "asked", "cdata"],
)  # fmt: skip
def test_a_page_without_end_is_answered(tmp_path: Path, body: str) -> None:
    path = tmp_path / "page.xls"
    path.write_bytes(page(body))
    answer = asked(path, Limits(cells=10**6))
    assert answer.seconds < 5
    assert answer.memory <= 300


def row(*words: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(word)}</w:tc>" for word in words) + "</w:tr>"


@pytest.mark.parametrize("span", ["1000000000", "9" * 5000, "-3", "²", ""])
def test_a_document_with_mad_spans_keeps_its_table(tmp_path: Path, span: str) -> None:
    path = tmp_path / "roster.docx"
    before, wide = f'<w:trPr><w:gridBefore w:val="{span}"/></w:trPr>', f'<w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>'
    mad = f"<w:tr>{before}<w:tc>{wide}{paragraph('x')}</w:tc></w:tr>"
    path.write_bytes(archive(document(f"<w:tbl>{''.join(row(*one) for one in GOOD)}{mad}</w:tbl>")))
    answer = asked(path)
    assert [one[:3] for one in texts(answer.grids[0])[:3]] == GOOD
    assert answer.memory <= 300


def test_a_document_of_wide_cells_is_refused_before_it_is_laid(tmp_path: Path) -> None:
    path = tmp_path / "roster.docx"
    wide = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000"/></w:tcPr></w:tc></w:tr>' * 20_000
    path.write_bytes(archive(document(f"<w:tbl>{wide}</w:tbl>")))
    answer = asked(path, Limits(cells=5 * 10**6))
    is_refused(answer)
    assert answer.kind == "FileBeyondLimitError"


def test_a_document_or_page_without_a_table_says_so(tmp_path: Path) -> None:
    letter, web = tmp_path / "letter.docx", tmp_path / "page.xls"
    letter.write_bytes(archive(document(paragraph("Kính gửi"))))
    web.write_bytes(page("<p>Kính gửi</p>"))
    assert asked(letter).kind == asked(web).kind == "NoTableError"


def test_an_xml_workbook_with_a_far_cell_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "roster.xls"
    first = '<Row><Cell ss:Index="16384"><Data ss:Type="String">x</Data></Cell></Row>'
    last = '<Row ss:Index="1048576"><Cell><Data ss:Type="String">x</Data></Cell></Row>'
    path.write_text(xml_workbook(first + last), encoding="utf-8")
    is_refused(asked(path))


# -- text --


def test_one_field_as_long_as_the_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text("Họ và tên,Giới tính\n" + "x" * (17 << 20) + ",Nữ\n", encoding="utf-8")
    is_refused(asked(path))


def test_a_text_larger_than_allowed_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    with path.open("wb") as file:
        file.write("Họ và tên,Giới tính\n".encode())
        file.truncate(3 * 10**9)  # takes no place on the disk
    is_refused(asked(path), seconds=2, memory=150)


def test_a_text_of_blank_lines_and_one_wide_row_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text("a,b\n" + "," * 10_000 + "\n" * 100_000, encoding="utf-8")
    is_refused(asked(path))


HEAD = "Họ và tên,Giới tính,Năm sinh,Chức vụ,Đơn vị\n"
LINE = "Lan {0},Nữ,1980,Trưởng phòng,Phòng {0}\n"


@pytest.mark.parametrize(
    "bad",
    [
        '"Lan,Nữ,1980,,\n',  # closed by the next mark, many lines below
        'Lan,Nữ,1980,"Trưởng phòng,\n',
        '"Lan "Bé" Em",Nữ,1980,,\n"Lan,Nữ,1980,,\n',  # what strict reading refuses, then the same
    ],
)
@pytest.mark.parametrize("end", ["", 'Hùng",Nam,1975,,\n', "Hùng,Nam,1975,,"])
def test_a_quotation_mark_that_swallows_rows_is_named_by_its_line(tmp_path: Path, bad: str, end: str) -> None:
    path = tmp_path / "roster.csv"
    text = (
        HEAD
        + "".join(LINE.format(number) for number in range(5))
        + bad
        + "".join(LINE.format(number) for number in range(6))
        + end
    )
    path.write_text(text, encoding="utf-8")
    answer = asked(path)
    is_refused(answer)
    assert answer.kind == "QuoteNotClosedError"
    assert f"line {7 if bad.count(chr(10)) == 1 else 8} " in str(answer.refusal)


@pytest.mark.parametrize(
    "cell",
    [
        '"Thôn 1, xã A,\nhuyện B, tỉnh C"',
        '"Phó Trưởng phòng,\nBí thư Chi bộ,\nChủ tịch Công đoàn"',
        '"Lan ""Bé"" Em"',
        'Lan "Bé" Em',
        '"Bé" Lan',
    ],
)
def test_quotation_marks_and_lines_within_a_cell_are_of_the_cell(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "roster.csv"
    path.write_text(HEAD + f"{cell},Nữ,1980,,\n" + LINE.format(1) * 3, encoding="utf-8")
    answer = asked(path)
    assert answer.refusal is None
    assert answer.grids[0].height == 5


# -- damaged binary files --


PARQUET_ENDS = (
    b"\xff\xff\xff\x7fPAR1",
    b"\x00\x00\x00\x00PAR1",
    b"\x10\x00\x00\x00PAR1",
    b"PAR",
    b"\x15\x02" * 30 + b"\x3c\x00\x00\x00PAR1",
)


@pytest.mark.parametrize("end", PARQUET_ENDS)
def test_a_parquet_file_with_a_corrupt_end_is_refused(tmp_path: Path, end: bytes) -> None:
    path = tmp_path / "roster.parquet"
    path.write_bytes(b"PAR1" + bytes(range(256)) * 4 + end)
    is_refused(told(shared_reading(), Source(path), LIMITS))


def test_an_old_workbook_with_mad_records_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "roster.xls"
    path.write_bytes(xls_with_mad_records())
    is_refused(asked(path))
