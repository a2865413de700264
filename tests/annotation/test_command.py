"""`check --annotate`: the copy beside the usual result, whole or not at all, and never over the roster."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from support.packages import faults
from support.places import SAMPLES
from support.program import inside, process
from support.sheets import write

if TYPE_CHECKING:
    from pathlib import Path

ROSTER = SAMPLES / "hckt" / "hckt-2016.xlsx"
GRID = [
    ["DANH SÁCH CÁN BỘ"],
    [],
    ["Mã số", "Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ"],
    ["007", "Nguyễn Văn Mẫu", "Nam", "31/02/1975", "=1+1"],
    ["008", " Trần Thị Mẫu", "Nữ", "1/2/1980", "Chuyên viên"],
    ["009", "Lê Văn Mẫu", "x", "05/06/1990", "Chuyên viên"],
]


def told(path: Path) -> list[tuple[str, str]]:
    """The cells and messages of the first sheet of a copy."""
    sheet = load_workbook(path).worksheets[0]
    return [(str(row[2].value), str(row[5].value)) for row in sheet.iter_rows(min_row=2)]


def test_the_copy_lists_what_check_says_and_the_result_is_as_without_it(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    run = inside("check", ROSTER, "--annotate", out, "--format", "json")
    alone = inside("check", ROSTER, "--format", "json")
    assert (run.code, run.out) == (alone.code, alone.out)
    notices = run.json["notices"]
    assert sorted(told(out)) == sorted((one["cell"] or str(one["row"]), one["message"]) for one in notices)
    sheet = load_workbook(out)["Danh sách"]
    assert all(sheet[one["cell"]].comment for one in notices if one["cell"])
    assert f"written: {out}" in run.err
    assert not faults(out)


def test_the_copy_reads_as_the_roster_does(tmp_path: Path) -> None:
    out = tmp_path / ROSTER.name
    inside("check", ROSTER, "--annotate", out)
    first, second = (inside("compute", path, "--format", "json").json for path in (ROSTER, out))
    assert first["observations"] == second["observations"]
    extra = [one for one in second["notices"] if one not in first["notices"]]
    assert [one["reason"] for one in extra] == ["sheet-without-roster"]
    assert [one for one in first["notices"] if one not in second["notices"]] == []


@pytest.mark.parametrize(("lang", "name", "heading"), [("en", "Notices", "Severity"), ("vi", "Lưu ý", "Mức độ")])
def test_the_copy_speaks_the_language_of_the_user(lang: str, name: str, heading: str, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    run = process("check", ROSTER, "--annotate", out, lang=lang)
    book = load_workbook(out)
    assert book.sheetnames == [name, "Danh sách"]
    assert book.worksheets[0]["A1"].value == heading
    assert {"en": "written:", "vi": "đã ghi:"}[lang] in run.err


@pytest.mark.parametrize("suffix", ["csv", "tsv", "txt"])
def test_a_roster_in_text_gets_a_workbook_of_its_cells_as_they_are_written(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"danh sách [1] của 'cơ quan' rất dài và dài nữa.{suffix}"
    mark = "\t" if suffix == "tsv" else ","
    path.write_text("\n".join(mark.join(row) for row in GRID), encoding="utf-8")
    out = tmp_path / "out.xlsx"
    assert inside("check", path, "--annotate", out).code == 1
    book = load_workbook(out)
    sheet = book.worksheets[1]
    assert len(sheet.title) <= 31
    assert [[cell.value for cell in row if cell.value] for row in sheet.iter_rows()] == GRID
    assert {cell.number_format for row in sheet.iter_rows() for cell in row if cell.value} == {"@"}
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
    assert sheet["D4"].comment.text.startswith("Error: Date of birth: “31/02/1975”")
    assert {"D4", "C6"} <= {cell for cell, _ in told(out)}
    assert not faults(out)


def test_the_cells_of_a_workbook_that_begins_late_are_the_right_ones(tmp_path: Path) -> None:
    path, out = tmp_path / "roster.xlsx", tmp_path / "out.xlsx"
    write(path, [[], [], [], *([""] * 2 + row for row in GRID)])
    assert inside("check", path, "--annotate", out).code == 1
    sheet = load_workbook(out).worksheets[1]
    assert sheet["F7"].value == "31/02/1975"
    assert "31/02/1975" in sheet["F7"].comment.text


@pytest.mark.parametrize("name", ["out.csv", "out.xls", "out", "out.xlsx.txt"])
def test_a_copy_of_another_suffix_is_refused(name: str, tmp_path: Path) -> None:
    run = inside("check", ROSTER, "--annotate", tmp_path / name)
    assert (run.code, run.out) == (2, "")
    assert ".xlsm" in run.err
    assert list(tmp_path.iterdir()) == []


def test_a_copy_of_several_rosters_is_refused(tmp_path: Path) -> None:
    for rosters in ([ROSTER, SAMPLES / "cand" / "cand-2016.xlsx"], [SAMPLES / "gia-lai"]):
        run = inside("check", *rosters, "--annotate", tmp_path / "out.xlsx")
        assert (run.code, run.out) == (2, "")
        assert "one roster" in run.err.replace("Name one", "one")
    assert list(tmp_path.iterdir()) == []


def test_the_roster_itself_is_never_overwritten(tmp_path: Path) -> None:
    path = write(tmp_path / "roster.xlsx", GRID)
    before = path.read_bytes()
    (tmp_path / "link.xlsx").symlink_to(path)
    for out in (path, tmp_path / "link.xlsx"):
        assert inside("check", path, "--annotate", out).code == 2
    assert path.read_bytes() == before


def test_the_result_and_the_copy_need_two_names(tmp_path: Path) -> None:
    run = inside("check", ROSTER, "--annotate", tmp_path / "out.xlsx", "-o", tmp_path / "out.xlsx", "-f", "csv")
    assert (run.code, list(tmp_path.iterdir())) == (2, [])


def test_a_copy_into_no_folder_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    run = inside("check", ROSTER, "--annotate", tmp_path / "absent" / "out.xlsx")
    assert (run.code, run.out) == (2, "")


def test_an_older_copy_is_replaced_whole(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    out.write_bytes(b"x" * 5_000_000)
    assert inside("check", ROSTER, "--annotate", out).code == 1
    assert not faults(out)
    assert [one.name for one in tmp_path.iterdir()] == ["out.xlsx"]


def test_an_older_copy_stays_where_the_roster_cannot_be_annotated(tmp_path: Path) -> None:
    from support.workbooks import packed, simple

    rows = "".join(
        f'<{{p}}row r="{number}">'
        + "".join(f'<{{p}}c t="inlineStr"><{{p}}is><{{p}}t>{text}</{{p}}t></{{p}}is></{{p}}c>' for text in row)
        + "</{p}row>"
        for number, row in enumerate([["Họ tên", "Giới tính", "Năm sinh"], ["Lan", "Nữ", "31/2/1980"]], start=1)
    )
    parts = simple(rows).parts()
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace("?>\n", "?>\n<!DOCTYPE x>", 1)
    path, out = packed(tmp_path / "roster.xlsx", parts), tmp_path / "out.xlsx"
    out.write_bytes(b"as it was")
    run = inside("check", path, "--annotate", out)
    assert (run.code, run.out, len(run.err.splitlines())) == (2, "", 1)
    assert "XML entities" in run.err
    assert out.read_bytes() == b"as it was"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["out.xlsx", "roster.xlsx"]


def test_quiet_says_nothing_of_the_copy(tmp_path: Path) -> None:
    run = inside("check", ROSTER, "--quiet", "--annotate", tmp_path / "out.xlsx")
    assert run.err == ""
    assert (tmp_path / "out.xlsx").exists()


def test_a_roster_without_errors_ends_with_0_and_has_its_copy(tmp_path: Path) -> None:
    path = write(tmp_path / "good.csv", [["Họ tên", "Giới tính", "Ngày sinh"], ["Lan", "Nữ", "1/2/1980"]])
    assert inside("check", path, "--annotate", tmp_path / "out.xlsx").code == 0
    assert load_workbook(tmp_path / "out.xlsx").worksheets[0]["A2"].value == "Nothing to remark."
