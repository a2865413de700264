"""One roster in every format gives the same people and figures; the content of a file decides what it is, never its name."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING, Any

import pytest
from support.packed import archive, cells, document, paragraph, spreadsheet, workbook, xml_workbook
from support.program import inside, process
from support.reading import asked, texts
from support.written import FORMATS, ROSTER

from genderstats.reading.formats import read_grids
from genderstats.reading.formats.limits import Limits
from genderstats.reading.formats.source import Source
from genderstats.reading.grid import Merge
from genderstats.reading.reader import read_rosters

if TYPE_CHECKING:
    from pathlib import Path

    from genderstats.reading.grid import Grid

SUFFIXES = (".xlsx", ".xls", ".csv", ".tsv", ".ods", ".docx", ".parquet", ".xlsb", ".txt", "")
MARKED = {
    "workbook",
    "workbook with macros",
    "document",
    "open document",
    "web page",
    "web page in UTF-16",
    "web archive",
    "XML workbook",
}


def written(folder: Path, name: str, suffix: str | None = None) -> Path:
    usual, write = FORMATS[name]
    path = folder / f"roster{usual if suffix is None else suffix}"
    path.write_bytes(write(ROSTER))
    return path


def grids(path: Path, **limits: int) -> list[Grid]:
    return list(read_grids(Source(path), Limits(**limits)))


def people(path: Path) -> list[dict[str, Any]]:
    (roster,) = read_rosters(path)
    return [one.model_dump() for one in roster.records()]


def figures(path: Path | str) -> dict[str, Any]:
    said = inside("compute", path, "--by", "unit", "--as-of", "2020-12-31", "--format", "json").json
    return {
        "observations": said["observations"],
        "people": [one["people"] for one in said["sources"]],
        "notices": reasons(said["notices"]),
    }


def reasons(notices: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return sorted((one["reason"], one["outcome"], one["field"] or "", str(one["value"])) for one in notices)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("plain"), "workbook")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_people_figures_and_notices(name: str, tmp_path: Path, plain: Path) -> None:
    path = written(tmp_path, name)
    assert people(path) == people(plain)
    assert len(people(path)) == 5
    assert figures(path) == figures(plain)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("name", FORMATS)
def test_the_name_of_a_file_does_not_matter(name: str, suffix: str, tmp_path: Path) -> None:
    usual, wrong = written(tmp_path, name), written(tmp_path, name, f"-{suffix}")
    assert [(one.name, one.height, one.columns, one.marks) for one in grids(wrong)] == [
        (one.name, one.height, one.columns, one.marks) for one in grids(usual)
    ]


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("workbook with macros", "semicolons")])
def test_every_format_is_read_on_standard_input(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, name)

    class Stdin:
        buffer = path.open("rb")

    monkeypatch.setattr(sys, "stdin", Stdin())
    assert figures("-") == figures(path)
    Stdin.buffer.close()


@pytest.mark.parametrize("name", sorted(MARKED))
def test_merges_are_told_in_every_format_that_has_them(name: str, tmp_path: Path) -> None:
    (grid,) = grids(written(tmp_path, name))
    assert set(grid.marks.merges) == {
        Merge(top + 1, left, bottom + 1, right) for top, left, bottom, right in ROSTER.merges
    }


@pytest.mark.parametrize("name", FORMATS)
def test_every_row_keeps_its_number(name: str, tmp_path: Path) -> None:
    (grid,) = grids(written(tmp_path, name))
    rows = texts(grid)
    if name != "parquet":
        assert [row[0] for row in rows][:4] == [row[0] for row in ROSTER.rows][:4]
        assert rows[11][1] == "Phạm <Quốc> & Việt"
        assert len(rows) == len(ROSTER.rows)


def test_a_folder_of_every_format_adds_up(tmp_path: Path, plain: Path) -> None:
    for place, (suffix, write) in enumerate(FORMATS.values()):
        if suffix != ".mht":
            (tmp_path / f"{place}{suffix}").write_bytes(write(ROSTER))
    run = process("check", tmp_path, "--format", "json")
    assert [one["people"] for one in run.json["sources"]] == [5] * (len(FORMATS) - 1)
    assert len(people(plain)) == 5


# -- what each format may hold --


def test_cells_behind_skipped_rows_and_columns_keep_their_places(tmp_path: Path) -> None:
    path = tmp_path / "book.xls"
    rows = (
        '<Row ss:Index="3" ss:Span="1"><Cell ss:Index="2"><Data ss:Type="String">x</Data></Cell></Row>'
        '<Row ss:Hidden="1"><Cell><Data ss:Type="String">y</Data></Cell></Row>'
    )
    text = xml_workbook(f'<Column ss:Index="2" ss:Span="1" ss:Hidden="1"/>{rows}')
    visible = '</Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>'
    path.write_text(text.replace("</Table>", visible), encoding="utf-8")
    (grid,) = grids(path)
    assert texts(grid) == [[None, None], [None, None], [None, "x"], [None, None], ["y", None]]
    assert (grid.marks.hidden, grid.marks.hidden_rows, grid.marks.hidden_columns) == (True, {5}, {1, 2})


def test_a_row_of_a_document_may_begin_behind_skipped_columns(tmp_path: Path) -> None:
    path = tmp_path / "roster.docx"
    first = f"<w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr>"
    second = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>{paragraph("c")}</w:tc></w:tr>'
    path.write_bytes(archive(document(f"<w:tbl>{first}{second}</w:tbl>")))
    assert texts(grids(path)[0]) == [["a", "b"], [None, "c"]]


@pytest.mark.parametrize(
    ("body", "rows"),
    [
        ("<table><tr><td><table><tr><td>a<td>b</table><td>menu</table>", [[None, None], ["a", "b"], ["menu", None]]),
        ("<table><tr><td>a</table><table><td>b<td>c</table>", [["a", None], ["b", "c"]]),
        ("<head><title>x</title><table><tr><td>a</table>", [["a"]]),
        ("<table><tr><th>a<br>b<th title='>'>c&amp;d &lt; e</table>", [["a\nb", "c&d < e"]]),
        ("<table><tr><td a=b' c=\"1>2\">a</td><td>b</td></tr></table>", [["a", "b"]]),
        ("<table><tr><td>1 < 2</td></tr></table>", [["1 < 2"]]),
        ("<TABLE><TR><TD COLSPAN=2>a</TD><TD>b</TD></TABLE>", [["a", None, "b"]]),
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", [["a", "b"], [None, "c"]]),
        ("<table><script>var x = '<td>no</td>';</script><!-- <td>no --><tr><td>a</table>", [["a"]]),
    ],
)  # fmt: skip
def test_a_page_is_laid_as_a_browser_shows_it(tmp_path: Path, body: str, rows: list[list[str | None]]) -> None:
    path = tmp_path / "page.xls"
    path.write_text(f"<html>{body}</html>", encoding="utf-8")
    assert texts(grids(path)[0]) == rows


@pytest.mark.parametrize(
    "said", ["utf-8", "windows-1252", "windows-1258", "unicode", "us-ascii", "zlib", "idna", "undefined", "nonsense"]
)
def test_a_page_that_names_a_wrong_encoding_is_read_by_its_bytes(tmp_path: Path, said: str) -> None:
    path = tmp_path / "page.xls"
    path.write_bytes(f'<html><meta charset="{said}"><table><tr><td>Nguyễn Thị Lan</table></html>'.encode())
    assert texts(grids(path)[0]) == [["Nguyễn Thị Lan"]]


def test_a_page_in_the_encoding_that_it_names_is_read_in_it(tmp_path: Path) -> None:
    path = tmp_path / "page.xls"
    path.write_bytes('<html><meta charset="koi8-r"><table><tr><td>Женщина</table></html>'.encode("koi8-r"))
    assert texts(grids(path)[0]) == [["Женщина"]]


def test_a_tsv_that_holds_semicolons_is_split_at_them(tmp_path: Path) -> None:
    path = tmp_path / "roster.tsv"
    path.write_text("a;b;c\n1;2;3\n", encoding="utf-8")
    assert texts(grids(path)[0]) == [["a", "b", "c"], ["1", "2", "3"]]


def test_columns_of_every_type_of_parquet_become_texts_that_are_read(tmp_path: Path) -> None:
    import pandas as pd

    path = tmp_path / "roster.parquet"
    table = pd.DataFrame(
        {
            "Họ và tên": ["Lan", "Hùng"],
            "Giới tính": pd.Categorical(["Nữ", "Nam"]),
            "Ngày sinh": pd.to_datetime(["1975-03-08", "1980-12-01"]),
            "Năm tuyển dụng": [2000.0, None],
            "Ngày vào Đảng": [dt.date(2005, 2, 3), None],
        }
    )
    table.to_parquet(path)
    first, second = people(path)
    assert ["1975" in str(first["birth_date"]), "1980" in str(second["birth_date"])] == [True, True]
    assert texts(grids(path)[0])[1][3] in ("2000", "2000.0")
    assert (first["sex"].value if hasattr(first["sex"], "value") else first["sex"]) == "F"


def test_hidden_rows_columns_and_sheets_of_every_format_are_told(tmp_path: Path) -> None:
    from openpyxl import Workbook

    path = tmp_path / "hidden.xlsx"
    book = Workbook()
    sheet = book.active
    for row in (["a", "b", "c"], ["d", "e", "f"]):
        sheet.append(row)
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions.group("B", "XFD", hidden=True)
    other = book.create_sheet("Ẩn")
    other["A1"] = "x"
    other.sheet_state = "veryHidden"
    book.save(path)
    book.close()
    first, second = grids(path)
    assert first.marks.hidden_rows == {2}
    assert {1, 2} <= first.marks.hidden_columns
    assert (first.marks.hidden, second.marks.hidden) == (False, True)


@pytest.mark.parametrize("name", ["roster.xlsx", "roster.ods"])
def test_a_workbook_of_empty_cells_says_so(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(archive(workbook("") if name.endswith("x") else spreadsheet("")))
    assert asked(path).kind == "SheetsEmptyError"


def test_a_workbook_with_backslashes_in_its_names_keeps_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "roster.xlsx"
    merged = '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'
    made = workbook(cells([["a", "b"], ["c", "d"]]), merged)
    path.write_bytes(
        archive({name.replace("/", "\\") if "sheet1" in name else name: part for name, part in made.items()})
    )
    answer = asked(path)
    if answer.refusal is None:
        assert answer.grids[0].marks.merges == (Merge(1, 0, 1, 1),)
