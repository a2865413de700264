"""What cannot be done ends with code 2 and one clear line, in both languages, and never with a traceback."""

from __future__ import annotations

import io
import random
import zipfile
from typing import TYPE_CHECKING

import pytest
from support.program import Run, inside, process
from support.sheets import write

if TYPE_CHECKING:
    from pathlib import Path

ROSTER = [
    ["Họ và tên", "Giới tính", "Năm sinh", "Chức vụ"],
    ["Lan", "Nữ", "1980", "Trưởng phòng"],
    ["Hùng", "Nam", "1975", ""],
]
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"
XLS = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one good roster and many bad files."""
    made = tmp_path_factory.mktemp("bad")
    write(made / "roster.csv", ROSTER)
    (made / "none").mkdir()
    (made / "none" / "letter.txt").write_text("Kính gửi", encoding="utf-8")
    (made / "empty.csv").write_bytes(b"")
    (made / "blank.csv").write_bytes(b"\xef\xbb\xbf\r\n \r\n")
    (made / "picture.xlsx").write_bytes(PNG)
    (made / "report.xlsx").write_bytes(b"%PDF-1.7\n1 0 obj")
    (made / "noise.csv").write_bytes(random.Random(1).randbytes(2000))
    (made / "archive.xlsx").write_bytes(archive())
    (made / "cut.xlsx").write_bytes(archive()[:60])
    (made / "old.xls").write_bytes(XLS)
    write(made / "no-sex.csv", [["Họ và tên", "Năm sinh", "Chức vụ"], ["Lan", "1980", "Trưởng phòng"]])
    write(made / "no-header.csv", [["Lan", "abc", "def"], ["Hùng", "ghi", "klm"]])
    write(made / "no-people.csv", ROSTER[:1])
    write(made / "strange-sex.csv", [ROSTER[0], *[["Lan", word, "1980", ""] for word in "abcde"]])
    (made / "periods").mkdir()
    for name in ("a-2020.csv", "b-2020.csv", "c-2021.csv"):
        write(made / "periods" / name, ROSTER)
    return made


def archive() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("letter.txt", "Kính gửi")
    return made.getvalue()


#: A command line, and what its line must name.
BAD = {
    "a missing file": (["compute", "absent.xlsx"], "absent.xlsx"),
    "a glob without a match": (["compute", "*.ods"], "*.ods"),
    "a folder without rosters": (["compute", "none"], "none"),
    "an empty file": (["compute", "empty.csv"], "empty.csv"),
    "a file of blanks": (["compute", "blank.csv"], "blank.csv"),
    "a picture": (["compute", "picture.xlsx"], "picture.xlsx"),
    "a pdf": (["compute", "report.xlsx"], "report.xlsx"),
    "random bytes": (["compute", "noise.csv"], "noise.csv"),
    "a zip that is no workbook": (["compute", "archive.xlsx"], "archive.xlsx"),
    "a workbook cut short": (["compute", "cut.xlsx"], "cut.xlsx"),
    "an old workbook": (["compute", "old.xls"], "old.xls"),
    "a roster without sex": (["compute", "no-sex.csv"], "--map sex="),
    "a sheet without a header": (["compute", "no-header.csv"], "--header"),
    "a header without people": (["compute", "no-people.csv"], "no-people.csv"),
    "a column of sex that says nothing": (["compute", "strange-sex.csv"], "a, b, c"),
    "an unknown indicator": (["compute", "roster.csv", "-i", "women-share-leader"], "women-share-leaders"),
    "an unknown dimension": (["compute", "roster.csv", "--by", "levels"], "level?"),
    "an unknown column": (["compute", "roster.csv", "--by", "column:Chức danh"], "Chức danh"),
    "a map to a missing column": (["compute", "roster.csv", "--map", "sex=Phái tính"], "Phái tính"),
    "a map of an unknown field": (["compute", "roster.csv", "--map", "sexx=B"], "sex"),
    "a map of nonsense": (["compute", "roster.csv", "--map", "nonsense"], "--map"),
    "a header row beyond the end": (["compute", "roster.csv", "--header", "99"], "99"),
    "a header row that is no number": (["compute", "roster.csv", "--header", "x"], "--header x"),
    "bad age bands": (["compute", "roster.csv", "--age-bands", "40,30"], "40,30"),
    "age bands of words": (["compute", "roster.csv", "--age-bands", "young"], "young"),
    "a bad period": (["compute", "roster.csv", "--period", "2020-13"], "2020-13"),
    "a bad day": (["compute", "roster.csv", "--as-of", "31/02/2020"], "31/02/2020"),
    "an unknown option": (["compute", "roster.csv", "--sex"], "--sex"),
    "an unknown command": (["computes", "roster.csv"], "computes"),
    "an unknown format": (["compute", "roster.csv", "--format", "ppt"], "ppt"),
    "a suffix that is no format": (["compute", "roster.csv", "-o", "out.ppt"], "out.ppt"),
    "an output in a missing folder": (["compute", "roster.csv", "--period", "2020", "-o", "absent/out.csv"], "out.csv"),
    "an output that is a folder": (["compute", "roster.csv", "--period", "2020", "-f", "csv", "-o", "none"], "none"),
    "an unknown language": (["compute", "roster.csv", "--lang", "fr"], "fr"),
    "no roster": (["compute"], "--help"),
    "a comparison of one": (["compare", "2020", "--in", "periods"], "compare 2020 2021"),
    "a period that nobody has": (["compare", "2019", "2021", "--in", "periods"], "2019"),
    "a period with two candidates": (["compare", "2020", "2021", "--in", "periods"], "a-2020.csv, b-2020.csv"),
    "rosters of two periods added up": (["compute", "periods"], "c-2021.csv (2021)"),
    "a sheet that is not there": (["compute", "roster.csv", "--sheet", "DS"], "DS"),
    "an unknown indicator to explain": (["explain", "party-rates"], "party-rate"),
    "a check of a missing file": (["check", "absent.xlsx"], "absent.xlsx"),
    "an inspection of a missing file": (["inspect", "absent.xlsx"], "absent.xlsx"),
}  # fmt: skip


def is_one_clear_line(run: Run, named: str) -> None:
    lines = run.err.splitlines()
    told = [line for line in lines if line.startswith("genderstats: ")]
    assert run.code == 2, run
    assert run.out == ""
    assert len(told) == 1, run.err
    assert lines[0] == told[0]
    assert named in run.err
    assert "Traceback" not in run.err
    if "--header" not in named:
        assert len(lines) == 1, run.err


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_done_is_said_on_one_line(case: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    arguments, named = BAD[case]
    is_one_clear_line(inside(*arguments), named)


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_done_is_said_in_vietnamese_too(
    case: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments, named = BAD[case]
    run = process(*arguments, folder=folder, lang="vi")
    is_one_clear_line(run, named)
    monkeypatch.chdir(folder)
    assert run.err != inside(*arguments).err


def test_a_sheet_without_a_header_is_shown_in_three_rows(folder: Path) -> None:
    _, *rows, last = inside("compute", folder / "no-header.csv").err.splitlines()
    assert 1 <= len(rows) <= 3
    assert all(line.startswith("  ") for line in rows)
    assert "--map" in last


def test_an_output_that_cannot_be_made_leaves_no_file_behind(folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    inside("compute", folder / "roster.csv", "-f", "csv", "-o", folder / "none")
    inside("compute", folder / "roster.csv", "-o", folder / "absent" / "out.csv")
    assert sorted(folder.rglob("*")) == before
