"""Whatever is named as a file: a strange name, a pipe, a device, a link without an end, a file that may not be read or is gone."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest
from support.program import inside, process
from support.sheets import write

from genderstats.errors import FileMissingError, FileUnreadableError
from genderstats.reading.formats import read_grids
from genderstats.reading.formats.limits import Limits
from genderstats.reading.formats.source import Source

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="names and files of Unix")
ROSTER = [["Họ và tên", "Giới tính", "Năm sinh"], ["Lan", "Nữ", "1980"], ["Hùng", "Nam", "1975"]]


@UNIX
@pytest.mark.parametrize(
    "name", ["a\nb.csv", "a\"b'c.csv", "[x] *.csv", " .csv", "-a.csv", "a\udcff.csv", "x" * 240 + ".csv", "NỮ.CSV"]
)
def test_a_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / "roster.csv", ROSTER).rename(tmp_path / name)
    run = inside("check", "--format", "json", "--", path)
    assert (run.code, run.err) == (0, "")
    assert run.json["sources"][0]["people"] == 2


@UNIX
def test_what_comes_through_a_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    path, pipe = write(tmp_path / "roster.xlsx", ROSTER), tmp_path / "pipe"
    os.mkfifo(pipe)
    writing = threading.Thread(target=lambda: pipe.write_bytes(path.read_bytes()))
    writing.start()
    run = inside("check", pipe, "--format", "json")
    writing.join()
    assert run.json["sources"][0]["people"] == 2


@UNIX
def test_pipes_and_folders_in_a_folder_are_no_files_of_it(tmp_path: Path) -> None:
    write(tmp_path / "roster.csv", ROSTER)
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "2020.xlsx").mkdir()
    run = process("check", tmp_path, "--format", "json")
    assert [one["file"] for one in run.json["sources"]] == ["roster.csv"]


@UNIX
@pytest.mark.parametrize(
    ("name", "words"), [("/dev/null", "device"), ("/dev/zero", "device"), ("/dev/urandom", "device")]
)
def test_a_device_is_no_file(name: str, words: str) -> None:
    run = inside("check", name)
    assert run.code == 2
    assert words in run.err


@UNIX
def test_a_link_that_leads_back_to_itself_is_named_as_such(tmp_path: Path) -> None:
    loop = tmp_path / "loop.csv"
    loop.symlink_to(loop)
    run = inside("check", loop)
    assert run.code == 2
    assert "leads back to itself" in run.err


@pytest.mark.parametrize(
    ("error", "words"),
    [(PermissionError(13, "x"), "permission"), (OSError(5, "x"), "disk"), (OSError(99, "strange"), "strange")],
)
def test_what_the_system_refuses_is_said_in_both_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileUnreadableError, match=words) as raised:
        Source(tmp_path / "a.csv").read()
    assert raised.value.message("vi") != raised.value.message("en")


def test_a_file_that_is_gone_when_it_is_read_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileMissingError):
        list(read_grids(Source(tmp_path / "gone.csv"), Limits()))
    with pytest.raises(FileMissingError):
        _ = Source(tmp_path / "gone.csv").size


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadableError):
        list(read_grids(Source(tmp_path), Limits()))
