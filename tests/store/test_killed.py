"""Killed at any moment, a store holds what it held or what it was to hold: real processes, ended without a warning."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from support.places import SOURCE
from support.stores import held, roster

if TYPE_CHECKING:
    from pathlib import Path

#: How often a process is killed; for a full run: GENDERSTATS_KILLS=100.
KILLS = int(os.environ.get("GENDERSTATS_KILLS") or 12)

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal")

#: A process that keeps one roster in the place of another without a pause, and says when it begins.
_KEEPING = """
import sys
from pathlib import Path
from genderstats import read_roster
from genderstats.store.keeping import keep
from support.stores import moment

store, *rosters = map(Path, sys.argv[1:])
read = [read_roster(one).rosters for one in rosters]
print("begun", flush=True)
while True:
    for one in read:
        keep(store, one, moment(2020), replace=True)
"""


def process(*arguments: object) -> subprocess.Popen[bytes]:
    path = os.pathsep.join([str(SOURCE), str(SOURCE.parent / "tests")])
    settings = os.environ | {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=settings)


def ended(running: subprocess.Popen[bytes]) -> int:
    _, err = running.communicate()
    assert b"Traceback" not in err, err.decode()
    return running.returncode


def test_an_add_that_is_killed_leaves_the_old_periods_or_the_new(tmp_path: Path) -> None:
    then, now = roster(tmp_path, "a.csv", 30, 20), roster(tmp_path, "b.csv", 7, 9)
    store = tmp_path / "genderstats.duckdb"
    add = ("-m", "genderstats", "add", now, "--period", "2020", "--replace", "--store", store)
    begun = time.monotonic()
    assert ended(process("-m", "genderstats", "add", then, "--period", "2019", "--store", store)) == 0
    whole, chance, seen = time.monotonic() - begun, random.Random(KILLS), set()
    for _ in range(KILLS):
        running = process(*add)
        time.sleep(chance.uniform(0.3, 1.1) * whole)
        running.kill()
        ended(running)
        found = held(store)
        assert found in ({"2019": (30, 20)}, {"2019": (30, 20), "2020": (7, 9)})
        seen.add(len(found))
    assert ended(process(*add)) == 0
    assert held(store) == {"2019": (30, 20), "2020": (7, 9)}


def test_a_first_add_that_is_killed_leaves_no_store_or_a_whole_one(tmp_path: Path) -> None:
    now = roster(tmp_path, "b.csv", 7, 9)
    chance = random.Random(KILLS)
    for place in range(max(3, KILLS // 4)):
        store = tmp_path / f"{place}.duckdb"
        running = process("-c", _KEEPING, store, now, now)
        assert running.stdout is not None
        running.stdout.readline()
        time.sleep(chance.uniform(0, 0.3))
        running.kill()
        ended(running)
        if store.exists():
            assert held(store) in ({}, {"2020": (7, 9)})


def test_one_that_is_killed_while_it_replaces_leaves_the_one_or_the_other(tmp_path: Path) -> None:
    one, other = roster(tmp_path, "a.csv", 400, 300), roster(tmp_path, "b.csv", 7, 9)
    store = tmp_path / "genderstats.duckdb"
    chance = random.Random(KILLS)
    found = set()
    for _ in range(KILLS):
        running = process("-c", _KEEPING, store, one, other)
        assert running.stdout is not None
        assert running.stdout.readline() == b"begun\n"
        time.sleep(0.5 + chance.uniform(0, 0.5))
        running.kill()
        ended(running)
        found |= {held(store)["2020"]}
    assert found <= {(400, 300), (7, 9)}
