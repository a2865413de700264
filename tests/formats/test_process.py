"""The process that reads files: whatever breaks it, the next file is read rightly."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from support.hostile import DEEP, GOOD, LIMITS, bomb, good, xls_with_mad_records
from support.packed import (
    archive,
    cells,
    document,
    workbook,
)  # fmt: skip
from support.places import SAMPLES, SOURCE
from support.reading import asked, texts, told

from genderstats.errors import FileMissingError, InputError
from genderstats.reading import formats
from genderstats.reading.formats import process, read_grids
from genderstats.reading.formats.limits import Limits
from genderstats.reading.formats.process import Reading
from genderstats.reading.formats.source import Source

if TYPE_CHECKING:
    from pathlib import Path

# -- whatever happened, the next file is read rightly --

BREAKING = {
    "far.xlsx": lambda: archive(workbook('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    "bomb.xlsx": bomb,
    "deep.docx": lambda: archive(document("<w:sdt>" * DEEP + "</w:sdt>" * DEEP)),
    "mad.xls": xls_with_mad_records,
    "end.parquet": lambda: b"PAR1" + b"\xff\xff\xff\x7fPAR1",
    "noise.xlsb": lambda: archive({"xl/workbook.bin": bytes(range(256)) * 10}),
}  # fmt: skip


@pytest.mark.parametrize("name", BREAKING)
def test_after_a_file_that_breaks_its_reader_the_next_is_read_rightly(tmp_path: Path, name: str) -> None:
    bad, fine = tmp_path / name, good(tmp_path / "good.xlsx")
    bad.write_bytes(BREAKING[name]())
    for _ in range(2):
        with pytest.raises(InputError):
            list(read_grids(Source(bad), LIMITS))
        assert [texts(grid) for grid in read_grids(Source(fine), LIMITS)] == [GOOD]


def test_a_large_file_before_leaves_enough_memory_for_a_small_one(tmp_path: Path) -> None:
    large, fine = tmp_path / "large.csv", good(tmp_path / "good.xlsx")
    large.write_text(
        "a,b,c,d\n" + "".join(f"{number},x{number},y{number},z{number}\n" for number in range(200_000)),
        encoding="utf-8",
    )
    for _ in range(2):
        assert [grid.height for grid in read_grids(Source(large), LIMITS)] == [200_001]
        assert [texts(grid) for grid in read_grids(Source(fine), LIMITS)] == [GOOD]


# -- the process that reads --


def waiting() -> Reading:
    """The process that the next file will be given to."""
    process.warm(workbooks=False)
    return process._waiting[-1]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
@pytest.mark.parametrize("signal_", ["SIGKILL", "SIGSEGV", "SIGABRT"])
def test_a_reader_that_died_unseen_is_replaced(tmp_path: Path, signal_: str) -> None:
    fine = good(tmp_path / "good.xlsx")
    os.kill(waiting().pid, getattr(signal, signal_))
    assert [texts(grid) for grid in read_grids(Source(fine), LIMITS)] == [GOOD]


class Strange(Reading):
    """A reader that runs another program."""

    def __init__(self, script: str) -> None:
        self.files, self.broken = 0, False
        self._process = subprocess.Popen(
            [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )


NONSENSE = {
    "nothing": "",
    "no JSON": "print('hello')",
    "no object": "print('[1, 2]')",
    "a number": "print('1')",
    "no kind": "print('{}')",
    "a sheet without its cells": 'print(\'{"is": "sheet"}\')',
    "a sheet of false length": "print('{\"is\": \"sheet\", \"name\": null, \"height\": 9, \"unreadable\": false, "
    "\"columns\": [[\"a\"]], \"hidden\": false, "
    "\"merges\": [], \"hidden_rows\": [], \"hidden_columns\": [], \"uncomputed\": []}')",
    "an unknown refusal": 'print(\'{"is": "refusal", "kind": "NoSuchError", "values": {}}\')',
    "no text": "import sys; sys.stdout.buffer.write(bytes([255, 254, 10]))",
    "half a line": "import sys; sys.stdout.write('{\"is\"')",
}  # fmt: skip


@pytest.mark.parametrize("script", NONSENSE)
def test_an_answer_that_is_nonsense_is_a_refusal(tmp_path: Path, script: str) -> None:
    strange = Strange(NONSENSE[script])
    answer = told(strange, Source(good(tmp_path / "good.xlsx")), LIMITS)
    assert answer.kind == "ReaderFailedError"
    assert not strange.lives


def test_a_reader_that_hangs_is_ended_after_its_time(tmp_path: Path) -> None:
    strange = Strange("import time; time.sleep(60)")
    answer = told(strange, Source(good(tmp_path / "good.xlsx")), Limits(seconds=1))
    assert answer.kind == "FileBeyondLimitError"
    assert "seconds=2" in str(answer.refusal)
    assert answer.seconds < 3
    assert not strange.lives


def test_what_breaks_a_reader_that_has_read_others_is_tried_in_a_new_one(tmp_path: Path) -> None:
    fine = good(tmp_path / "good.xlsx")
    strange = Strange("import time; time.sleep(0.3)")
    strange.files = 1
    process._waiting.append(strange)
    assert [texts(grid) for grid in read_grids(Source(fine), LIMITS)] == [GOOD]


def test_a_reading_given_up_half_way_disturbs_no_other(tmp_path: Path) -> None:
    fine = good(tmp_path / "good.xlsx")
    sheets = read_grids(Source(SAMPLES / "qltt" / "qltt-2019.xlsx"), LIMITS)
    next(sheets)
    assert [texts(grid) for grid in read_grids(Source(fine), LIMITS)] == [GOOD]
    sheets.close()  # type: ignore[attr-defined]
    assert [texts(grid) for grid in read_grids(Source(fine), LIMITS)] == [GOOD]


def test_threads_read_at_the_same_time(tmp_path: Path) -> None:
    paths = []
    for number in range(12):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(archive(workbook(cells([*GOOD, [f"Người {number}", "Nam", "1980"]]))))
        paths.append(path)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda path: [texts(grid) for grid in read_grids(Source(path), LIMITS)], paths * 3))
    assert found == [[[*GOOD, [f"Người {number}", "Nam", "1980"]]] for number in range(12)] * 3


@pytest.mark.skipif(not hasattr(os, "fork"), reason="copies of a process are made on Unix")
def test_a_copy_of_the_process_reads_for_itself(tmp_path: Path) -> None:
    fine = good(tmp_path / "good.xlsx")
    waiting()
    copy = os.fork()
    if not copy:
        os._exit(0 if [texts(grid) for grid in read_grids(Source(fine), LIMITS)] == [GOOD] else 1)
    assert [texts(grid) for grid in read_grids(Source(fine), LIMITS)] == [GOOD]
    assert os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1]) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_an_interruption_ends_the_program_with_a_word_and_its_reader_with_it(tmp_path: Path) -> None:
    slow = tmp_path / "slow"
    os.mkfifo(slow)
    run = subprocess.Popen(
        [sys.executable, "-m", "genderstats", "check", str(slow)],
        env=os.environ | {"PYTHONPATH": str(SOURCE), "GENDERSTATS_LANG": "en"},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    with slow.open("wb"):
        time.sleep(1)
        os.killpg(run.pid, signal.SIGINT)
        out, err = run.communicate(timeout=10)
    assert (run.returncode, out, err) == (130, "", "genderstats: interrupted; nothing was written\n")


def test_the_reader_prints_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for name, content in BREAKING.items():
        path = tmp_path / name
        path.write_bytes(content())
        asked(path)
    assert capfd.readouterr() == ("", "")


def test_a_time_without_end_is_no_error(tmp_path: Path) -> None:
    before = threading.excepthook
    answer = asked(good(tmp_path / "good.xlsx"), Limits(seconds=10**18, memory=10**24))
    assert answer.refusal is None
    assert threading.excepthook is before


def test_a_file_that_was_begun_is_the_one_that_is_read(tmp_path: Path) -> None:
    path = good(tmp_path / "good.xlsx")
    formats.begin(path)
    assert [grid.height for grid in formats.read_grids(Source(path), LIMITS)] == heights(path)


def test_a_file_begun_in_vain_is_never_taken_for_another(tmp_path: Path) -> None:
    path, other = good(tmp_path / "good.xlsx"), tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n3,4\n", encoding="utf-8")
    formats.begin(other)
    assert [grid.height for grid in formats.read_grids(Source(path), LIMITS)] == heights(path)
    formats.begin(other, Limits(cells=5))
    assert [grid.height for grid in formats.read_grids(Source(other), LIMITS)] == [3]


def test_what_cannot_be_begun_is_told_when_it_is_read(tmp_path: Path) -> None:
    missing = tmp_path / "missing.xlsx"
    formats.begin(missing)
    formats.begin(tmp_path)
    with pytest.raises(FileMissingError):
        list(formats.read_grids(Source(missing), LIMITS))


def heights(path: Path) -> list[int]:
    """How many rows each sheet has, read without beginning it first."""
    one = process.Reading()
    try:
        return [grid.height for grid in one.grids(Source(path), LIMITS)]
    finally:
        one.end()
