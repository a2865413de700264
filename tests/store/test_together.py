"""Several programs at one store: who writes is alone, who comes second waits for a while, and is told."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from support.places import SOURCE
from support.program import inside
from support.stores import held, moment, roster

from genderstats import read_roster
from genderstats.errors import StoreBusyError
from genderstats.store import keeping, opening
from genderstats.store.keys import key_file
from genderstats.workflows.keeping import periods

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from genderstats.text.language import Text

#: A process that has a store open until it is told to end.
_HOLDING = """
import sys
from pathlib import Path
from genderstats.store.opening import reading, writing
with (reading if sys.argv[2] == "reading" else writing)(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.readline()
"""


def add(*arguments: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "genderstats", "add", *map(str, arguments)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(SOURCE)}
    )


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "genderstats.duckdb"
    keeping.keep(path, read_roster(roster(tmp_path, "a.csv", 5, 4)).rosters, moment(2019))
    return path


@pytest.fixture(params=["reading", "writing"])
def holder(store: Path, request: pytest.FixtureRequest) -> Iterator[subprocess.Popen[bytes]]:
    running = subprocess.Popen(
        [sys.executable, "-c", _HOLDING, str(store), request.param],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(SOURCE)},
    )
    assert running.stdout is not None
    assert running.stdout.readline() == b"open\n"
    yield running
    let_go(running)


def let_go(holder: subprocess.Popen[bytes]) -> None:
    """Ends a process that holds a store."""
    for stream in (holder.stdin, holder.stdout):
        assert stream is not None
        stream.close()
    holder.wait()


@pytest.mark.parametrize("there", [True, False])
def test_two_adds_at_once_both_end_well(tmp_path: Path, there: bool) -> None:
    one, other = roster(tmp_path, "a.csv", 30, 20), roster(tmp_path, "b.csv", 7, 9)
    path = tmp_path / "genderstats.duckdb"
    if there:
        keeping.keep(path, read_roster(one).rosters, moment(2018))
    running = [add(one, "--period", "2019", "--store", path), add(other, "--period", "2020", "--store", path)]
    said = [each.communicate() for each in running]
    assert [each.returncode for each in running] == [0, 0], said
    assert held(path) == ({"2018": (30, 20)} if there else {}) | {"2019": (30, 20), "2020": (7, 9)}
    assert len({one.key for one in periods(path)}) == 1
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".")]


def test_two_adds_of_one_period_keep_one_and_refuse_the_other(tmp_path: Path) -> None:
    one, other = roster(tmp_path, "a.csv", 30, 20), roster(tmp_path, "b.csv", 7, 9)
    path = tmp_path / "genderstats.duckdb"
    running = [add(each, "--period", "2020", "--store", path) for each in (one, other)]
    said = [each.communicate()[1].decode() for each in running]
    assert sorted(each.returncode for each in running) == [0, 2], said
    assert "kept already" in "".join(said)
    assert held(path)["2020"] in ((30, 20), (7, 9))


def test_a_writer_waits_for_whoever_has_the_store_open_and_says_so(
    tmp_path: Path, store: Path, holder: subprocess.Popen[bytes]
) -> None:
    told: list[Text] = []
    later = threading.Timer(0.5, let_go, [holder])
    later.start()
    keeping.keep(store, read_roster(roster(tmp_path, "b.csv", 7, 9)).rosters, moment(2020), tell=told.append)
    later.join()
    (said,) = told
    assert f"(process {holder.pid})" in said.en
    assert "đang chờ" in said.vi
    assert held(store) == {"2019": (5, 4), "2020": (7, 9)}


def test_who_waited_long_enough_is_told_who_has_it_and_nothing_is_changed(
    tmp_path: Path, store: Path, holder: subprocess.Popen[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "WAIT_SECONDS", 0.2)
    run = inside("add", roster(tmp_path, "b.csv", 7, 9), "--period", "2020", "--replace", "--store", store)
    assert run.code == 2
    assert f"(process {holder.pid})" in run.err
    assert "nothing was changed" in run.err
    let_go(holder)
    assert held(store) == {"2019": (5, 4)}


def test_readers_read_together_and_wait_for_a_writer(
    store: Path, holder: subprocess.Popen[bytes], monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setattr(opening, "WAIT_SECONDS", 0.2)
    if "reading" in request.node.name:
        assert [one.name for one in periods(store)] == ["2019"]
        return
    with pytest.raises(StoreBusyError, match="has had the store open"):
        periods(store)


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_the_key_is_its_owners_alone(store: Path) -> None:
    assert stat.S_IMODE(key_file(store).stat().st_mode) == 0o600
