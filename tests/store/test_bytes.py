"""A store, its key and its log hold no name, no staff number, no note: their bytes are searched for every one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from support.careers import CELLS
from support.places import REPOSITORY, SOURCE
from support.sheets import write

from genderstats import add, read_roster
from genderstats.store.bodies import offices_kept
from genderstats.text.folding import clean, fold, plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: Fields of which no word may be found; shorter words are found anywhere.
SECRET = (
    "staff_id",
    "full_name",
    "note",
    "religion",
    "marital_status",
    "discipline",
    "training",
    "award",
    "languages",
    "it_skills",
)
SHORTEST = 5

#: A process that keeps a period, and is gone before the log of it is folded into the store.
_GONE = """
import os, signal, sys
from pathlib import Path
from genderstats import add, read_roster
from genderstats.store import keeping, keys, opening
from support.stores import moment

store = Path(sys.argv[2])
add(sys.argv[1], period="2015", store=store)
with opening.writing(store) as connection:
    keeping._write(connection, read_roster(sys.argv[1]).rosters, moment(2016), keys.key_beside(store))
    connection.commit()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def written_in(folder: Path) -> bytes:
    """All bytes that stand beside the rosters."""
    return b"\0".join(path.read_bytes() for path in sorted(folder.iterdir()) if ".duckdb" in path.name)


def forms(text: str) -> Iterator[bytes]:
    """A text as any program might write it."""
    for form in {text, clean(text), fold(text), plain(text), plain(fold(text)), text.upper()}:
        yield form.encode()
        yield form.encode("utf-16-le")
        yield form.encode("utf-16-be")


def secrets_of(path: Path) -> set[str]:
    return {
        str(value)
        for roster in read_roster(path, period="2020").rosters
        for field in SECRET
        if field in roster.variables
        for value in roster.variables[field].values
        if len(str(value)) >= SHORTEST
    }


def found(folder: Path, words: set[str]) -> set[str]:
    held = written_in(folder)
    assert len(held) > 100_000
    return {word for word in words if any(form in held for form in forms(word))}


@pytest.mark.parametrize("sample", ["hckt/hckt-2016.xlsx", "cand/cand-2020.xlsx"])
def test_no_name_number_or_note_of_a_sample_is_found(tmp_path: Path, sample: str) -> None:
    path = REPOSITORY / "data" / "samples" / sample
    add(path, store=tmp_path / "genderstats.duckdb")
    words = secrets_of(path)
    assert len(words) > 100
    assert found(tmp_path, words) == set()


def test_nor_any_other_free_text_nor_the_text_of_a_title(tmp_path: Path) -> None:
    heads = list(CELLS)
    rows = [[CELLS[head][place % len(CELLS[head])] for head in heads] for place in range(40)]
    titles = {"Người gác cổng trời", "Thủ quỹ lớp", "Lớp vẽ tranh", "Phó Cục trưởng; Bí thư Chi bộ"}
    path = write(tmp_path / "roster.csv", [heads, *rows])
    add(path, period="2020", store=tmp_path / "genderstats.duckdb")
    kept_words = {word for head in ("Quy hoạch", "Đơn vị", "Ngạch") for word in CELLS[head]}
    words = {word for word in secrets_of(path) | titles if word not in kept_words}
    assert {"CB-001", "Phật giáo", "Khiển trách", "Đang nghỉ thai sản", "Bằng khen"} <= words
    assert found(tmp_path, words) == {word for word in words if word == "Chuyên viên"}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal")
def test_nor_in_the_log_that_a_killed_process_leaves(tmp_path: Path) -> None:
    sample = REPOSITORY / "data" / "samples" / "hckt" / "hckt-2016.xlsx"
    store = tmp_path / "genderstats.duckdb"
    path = os.pathsep.join([str(SOURCE), str(SOURCE.parent / "tests")])
    command = [sys.executable, "-c", _GONE, str(sample), str(store)]
    ended = subprocess.run(command, env=os.environ | {"PYTHONPATH": path}, check=False)
    assert ended.returncode == -signal.SIGKILL
    log = store.with_name(f"{store.name}.wal")
    assert log.stat().st_size > 10_000
    assert found(tmp_path, secrets_of(sample)) == set()


def test_a_body_in_a_title_is_kept_without_the_words_around_it_and_nobody_is_named(tmp_path: Path) -> None:
    titles = [
        "Trưởng phòng Tổ chức - Lê Thị Bưởi",
        "Trưởng phòng Tổ chức, ĐT 0912345678",
        "Trưởng phòng thay bà Lê Thị Bưởi bị kỷ luật",
        "Giám đốc Sở Y tế Lê Thị Bưởi nghỉ thai sản",
        "Chủ tịch UBND xã Hoa Lư 0912 345 678",
        "Trưởng phòng Tổ chức kiêm Trưởng phòng Tài chính",
        "Bí thư Chi bộ Lê Thị Bưởi",
    ]
    people = ["Lê Thị Bưởi", "Trần Văn Cam"]
    rows = [[people[place % 2], "Nữ", "Phòng A", title] for place, title in enumerate(titles)]
    path = write(tmp_path / "roster.csv", [["Họ và tên", "Giới tính", "Đơn vị", "Chức vụ"], *rows])
    add(path, period="2020", store=tmp_path / "genderstats.duckdb")
    words = {"Lê Thị Bưởi", "Bưởi", "0912345678", "0912 345 678", "kỷ luật", "thai sản", "Tài chính", "phòng Tổ chức"}
    assert found(tmp_path, words) == set()
    assert found(tmp_path, {"UBND xã Hoa Lư"}) == {"UBND xã Hoa Lư"}
    (listed,) = read_roster(path, period="2020").rosters
    assert listed.offices is not None
    for reading in listed.offices.readings:
        kept = offices_kept(reading.positions, {fold(name) for name in people})
        assert len(dict.fromkeys(kept)) == len(dict.fromkeys(reading.positions))
        assert [replace(one, body="") for one in kept] == [replace(one, body="") for one in reading.positions]
