"""What a store cannot do is said in one line, and the store holds what it held: full disks, other files, other versions."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support.places import SOURCE
from support.program import inside
from support.stores import held, moment, roster

from genderstats import add, read_roster
from genderstats.errors import (
    NotAStoreError,
    StoreDamagedError,
    StoreIsFolderError,
    StoreKeyError,
    StoreKeysDifferError,
    StoreMissingError,
    StoreNewerError,
)
from genderstats.store import layout
from genderstats.store.fetching import fetched, keys_of
from genderstats.store.keeping import keep
from genderstats.store.keys import key_file
from genderstats.workflows.keeping import fetched as gathered
from genderstats.workflows.keeping import keying, periods

if TYPE_CHECKING:
    from pathlib import Path

#: So many women and men fill a store more than once.
MANY = (900, 1100)


def matched(path: Path, then: str, now: str) -> None:
    """Makes ready to say who is who in two periods, or says why that cannot be told."""
    keying([gathered(path, then), gathered(path, now)], path)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "genderstats.duckdb"
    add(roster(tmp_path, "a.csv", 5, 4), period="2019", store=path)
    return path


def alone(path: Path, *statements: str) -> None:
    """Changes a store by hand."""
    import duckdb

    with duckdb.connect(str(path)) as connection:
        for one in statements:
            connection.execute(one)


def added(path: Path, period: int, limit: int) -> subprocess.CompletedProcess[bytes]:
    """An `add` of many people, for which no file may grow beyond a limit, as on a disk that is full."""
    import resource

    people = roster(path.parent, "many.csv", *MANY)
    command = [sys.executable, "-m", "genderstats", "add", people, "--period", period, "--store", path, "--replace"]
    return subprocess.run(
        list(map(str, command)),
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(SOURCE)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        check=False,
    )


@pytest.mark.skipif(os.name != "posix", reason="the limit is one of POSIX")
@pytest.mark.parametrize("limit", [1, 20_000, 100_000, 300_000, 500_000, 600_000, 2_000_000])
def test_on_a_full_disk_the_store_holds_what_it_held_or_says_nothing_wrong(store: Path, limit: int) -> None:
    run = added(store, 2020, limit)
    assert b"Traceback" not in run.stderr
    found = held(store)
    if run.returncode == 0:
        assert found == {"2019": (5, 4), "2020": MANY}
    else:
        assert run.returncode == 2
        assert b"It holds what it held before" in run.stderr
        assert found == {"2019": (5, 4)}
    assert added(store, 2020, 2**40).returncode == 0
    assert held(store) == {"2019": (5, 4), "2020": MANY}


@pytest.mark.skipif(os.name != "posix", reason="the limit is one of POSIX")
@pytest.mark.parametrize("limit", [1, 5_000, 20_000, 100_000])
def test_a_full_disk_leaves_no_half_made_store(tmp_path: Path, limit: int) -> None:
    path = tmp_path / "genderstats.duckdb"
    done = added(path, 2020, limit).returncode == 0
    assert not [one.name for one in tmp_path.iterdir() if one.name.startswith(".")]
    assert held(path) == {"2020": MANY} if done else not path.exists() or held(path) == {}
    assert added(path, 2020, 2**40).returncode == 0
    assert held(path) == {"2020": MANY}


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"PK\x03\x04" * 5000, b"SQLite format 3\0" * 1000, b"12345678DUCK" * 900]
)
def test_a_file_that_is_no_store_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.duckdb"
    path.write_bytes(content)
    for arguments in (("periods",), ("add", roster(tmp_path, "a.csv", 5, 4), "--period", "2020")):
        run = inside(*arguments, "--store", path)
        assert run.code == 2
        assert str(path) in run.err
        assert len(run.err.splitlines()) == 1
    assert path.read_bytes() == content
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.csv", "other.duckdb"]


def test_a_database_of_something_else_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    alone(path, "CREATE TABLE t AS SELECT 1 AS one")
    with pytest.raises(NotAStoreError):
        periods(path)
    with pytest.raises(NotAStoreError):
        add(roster(tmp_path, "a.csv", 5, 4), period="2020", store=path)
    import duckdb

    with duckdb.connect(str(path), read_only=True) as connection:
        assert connection.execute("SELECT table_name FROM duckdb_tables()").fetchall() == [("t",)]


def test_a_damaged_store_is_told_on_one_line(store: Path) -> None:
    whole = store.read_bytes()
    for size in (100, 5_000, 20_000, len(whole) // 2, len(whole) - 40_000):
        store.write_bytes(whole[:size])
        run = inside("periods", "--store", store)
        assert run.code in (0, 2)
        assert len(run.err.splitlines()) <= 1
        assert "a defect" not in run.err
    store.write_bytes(whole)
    assert held(store) == {"2019": (5, 4)}


def test_a_store_whose_parts_do_not_fit_is_damaged_and_gives_no_figure(store: Path) -> None:
    for statement in (
        "UPDATE rosters SET people = people + 1",
        "DELETE FROM people WHERE rowid = 3",
        "DELETE FROM words WHERE field = 'sex'",
    ):
        copy = store.with_name("copy.duckdb")
        shutil.copy(store, copy)
        alone(copy, statement)
        with pytest.raises(StoreDamagedError):
            fetched(copy, "2019")


def test_a_store_of_a_later_version_is_refused(store: Path, tmp_path: Path) -> None:
    alone(store, "UPDATE genderstats_store SET layout = 99")
    before = store.read_bytes()
    for do in (lambda: periods(store), lambda: add(tmp_path / "a.csv", period="2020", store=store)):
        with pytest.raises(StoreNewerError, match="later version"):
            do()
    assert store.read_bytes() == before


#: What makes a store of each older layout of one of the present.
OLDER = {
    1: ("ALTER TABLE people DROP COLUMN bare_key", 'ALTER TABLE people DROP COLUMN "row"', "UPDATE periods SET key = 'f00'"),
    0: ("ALTER TABLE people DROP COLUMN bare_key", 'ALTER TABLE people DROP COLUMN "row"', "ALTER TABLE periods DROP COLUMN key"),
}  # fmt: skip


@pytest.mark.parametrize("first", ["read", "write"])
@pytest.mark.parametrize("older", sorted(OLDER))
def test_a_store_of_an_older_version_opens_and_is_carried_on(
    store: Path, tmp_path: Path, first: str, older: int
) -> None:
    assert set(OLDER) == set(range(layout.VERSION))
    alone(store, *OLDER[older], f"UPDATE genderstats_store SET layout = {older}")
    if first == "read":
        assert held(store) == {"2019": (5, 4)}
    add(roster(tmp_path, "b.csv", 7, 9), period="2020", store=store)
    assert held(store) == {"2019": (5, 4), "2020": (7, 9)}
    old, new = periods(store)
    assert (old.key, bool(new.key)) == ("f00" if older else "", True)
    assert not keys_of(store, "2019").bare.any()
    with pytest.raises(StoreKeysDifferError):
        matched(store, "2019", "2020")


def test_a_step_that_fails_leaves_the_older_store(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        layout, "STEPS", (*layout.STEPS, "CREATE TABLE half (one INTEGER); SELECT nothing FROM nowhere")
    )
    monkeypatch.setattr(layout, "VERSION", layout.VERSION + 1)
    before = store.read_bytes()
    assert inside("periods", "--store", store).code == 2
    assert store.read_bytes() == before


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("/proc/kept.duckdb", "cannot be written"),
        ("nowhere/kept.duckdb", "its folder is not there"),
        (".", "is a folder"),
    ],
)
def test_where_nothing_can_be_written_that_is_said(tmp_path: Path, place: str, words: str) -> None:
    run = inside("add", roster(tmp_path, "a.csv", 5, 4), "--period", "2020", "--store", tmp_path / place)
    assert run.code == 2
    assert words in run.err
    assert len(run.err.splitlines()) == 1


@pytest.mark.parametrize("arguments", [("periods",), ("add", "a.csv", "--period", "2020"), ("compare", "2019", "2020")])
@pytest.mark.parametrize("named", ["", "."])
def test_a_folder_in_the_place_of_a_store_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], named: str
) -> None:
    monkeypatch.chdir(tmp_path)
    roster(tmp_path, "a.csv", 5, 4)
    run = inside(*arguments, "--store", named)
    assert run.code == 2
    assert "is a folder" in run.err
    with pytest.raises(StoreIsFolderError):
        periods(tmp_path)


@pytest.mark.skipif(
    os.name != "posix" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="who may do all is never refused"
)
def test_a_folder_that_is_read_only_is_told_and_its_store_is_read(store: Path) -> None:
    store.parent.chmod(0o500)
    try:
        assert held(store) == {"2019": (5, 4)}
        run = inside("add", store.with_name("a.csv"), "--period", "2020", "--store", store)
        assert (run.code, len(run.err.splitlines())) == (2, 1)
    finally:
        store.parent.chmod(0o700)


def test_nothing_is_made_where_a_store_is_only_asked_for(tmp_path: Path) -> None:
    with pytest.raises(StoreMissingError):
        periods(tmp_path / "gone.duckdb")
    assert list(tmp_path.iterdir()) == []


def test_people_are_matched_by_number_and_by_name_with_birth(store: Path, tmp_path: Path) -> None:
    keep(store, read_roster(roster(tmp_path, "b.csv", 6, 4)).rosters, moment(2020))
    then, now = (keys_of(store, period) for period in ("2019", "2020"))
    assert len(set(then.numbers.tolist()) & set(now.numbers.tolist())) == 9
    assert len(set(then.names.tolist()) & set(now.names.tolist())) == 9
    assert not set(then.numbers.tolist()) & set(then.names.tolist())


def test_a_lost_key_is_told_and_periods_stay_readable(store: Path, tmp_path: Path) -> None:
    key_file(store).unlink()
    assert held(store) == {"2019": (5, 4)}
    run = inside("add", roster(tmp_path, "b.csv", 7, 9), "--period", "2020", "--store", store)
    assert run.code == 0
    assert "a new one is made" in run.err
    assert held(store) == {"2019": (5, 4), "2020": (7, 9)}
    with pytest.raises(StoreKeysDifferError, match="different keys"):
        matched(store, "2019", "2020")
    assert "2019: Kept with a key" in inside("periods", "--store", store).out
    assert not set(keys_of(store, "2019").numbers.tolist()) & set(keys_of(store, "2020").numbers.tolist())


def test_the_key_of_another_store_is_told(store: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.duckdb"
    add(tmp_path / "a.csv", period="2019", store=other)
    shutil.copy(key_file(other), key_file(store))
    run = inside("add", roster(tmp_path, "b.csv", 7, 9), "--period", "2020", "--store", store)
    assert run.code == 0
    assert "not the key of the periods kept before" in run.err
    with pytest.raises(StoreKeysDifferError):
        matched(store, "2019", "2020")


@pytest.mark.parametrize("content", ["", "hello", "genderstats-key/1 00", "genderstats-key/1 zz"])
def test_what_is_no_key_is_refused_and_left(store: Path, tmp_path: Path, content: str) -> None:
    key_file(store).write_text(content)
    with pytest.raises(StoreKeyError, match="people can then not be matched"):
        add(roster(tmp_path, "b.csv", 7, 9), period="2020", store=store)
    assert key_file(store).read_text() == content
    assert held(store) == {"2019": (5, 4)}


def test_the_same_person_has_other_keys_in_another_store(tmp_path: Path) -> None:
    path = roster(tmp_path, "a.csv", 5, 4)
    one, other = tmp_path / "one.duckdb", tmp_path / "other.duckdb"
    for each in (one, other):
        add(path, period="2019", store=each)
    assert not set(keys_of(one, "2019").names.tolist()) & set(keys_of(other, "2019").names.tolist())


def test_without_the_key_periods_are_matched_with_each_other_and_not_with_a_file(store: Path, tmp_path: Path) -> None:
    add(roster(tmp_path, "b.csv", 7, 9), period="2020", store=store)
    key_file(store).unlink()
    asked = ("--store", store, "-i", "women-share-staff", "--flows")
    assert inside("compare", "2019", "2020", *asked).code == 0
    run = inside("compare", "2019", tmp_path / "b.csv", *asked)
    assert run.code == 2
    assert "genderstats.duckdb.key: the key with which 2019 was kept is not here" in run.err
    assert inside("compare", "2019", tmp_path / "b.csv", *asked[:-1]).code == 0


# What is removed is gone ----------------------------------------------------------------------------------------------

SECRET_UNIT = "Zyxwvutsunit"


@pytest.mark.parametrize("how", ["remove", "replace"])
def test_what_is_removed_or_replaced_leaves_no_byte_in_the_file(tmp_path: Path, how: str) -> None:
    from support.sheets import write
    from support.stores import HEAD, staff

    path = tmp_path / "genderstats.duckdb"
    marked = [[*row[:5], f"{SECRET_UNIT} {place}", *row[6:]] for place, row in enumerate(staff(300, 200)[1:])]
    add(write(tmp_path / "zyxwvname.csv", [HEAD, *marked]), period="2019", store=path)
    add(roster(tmp_path, "b.csv", 7, 9), period="2020", store=path)
    assert SECRET_UNIT.encode() in path.read_bytes()
    mode = path.stat().st_mode
    if how == "remove":
        assert inside("periods", "remove", "2019", "--store", path).code == 0
    else:
        add(roster(tmp_path, "c.csv", 5, 4), period="2019", store=path, replace=True)
    left = b"".join(one.read_bytes() for one in tmp_path.iterdir() if ".duckdb" in one.name)
    assert SECRET_UNIT.encode() not in left
    assert b"zyxwvname" not in left
    assert path.stat().st_mode == mode
    assert sorted(one.name for one in tmp_path.iterdir() if one.name.startswith(".")) == []
    assert held(path) == {"2020": (7, 9), **({} if how == "remove" else {"2019": (5, 4)})}


def test_where_the_file_cannot_be_written_anew_the_period_is_gone_all_the_same_and_that_is_told(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pathlib import Path as AnyPath

    def refused(self: AnyPath, target: AnyPath) -> AnyPath:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(AnyPath, "replace", refused)
    run = inside("periods", "remove", "2019", "--store", store)
    assert run.code == 0
    assert "may still stand in its free places" in run.err
    monkeypatch.undo()
    assert held(store) == {}
    assert [one.name for one in store.parent.iterdir() if one.name.startswith(".")] == []


def test_who_opened_the_old_file_while_a_new_one_was_put_in_its_place_opens_again(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from genderstats.store import opening

    other = tmp_path / "other.duckdb"
    add(roster(tmp_path, "b.csv", 7, 9), period="2020", store=other)
    opened = opening._opened
    swaps = iter([True])

    def opened_late(path: Path, **options: object) -> object:
        connection = opened(path, **options)  # type: ignore[arg-type]
        if next(swaps, False):
            shutil.copy(other, store.with_name("fresh"))
            store.with_name("fresh").replace(store)
        return connection

    monkeypatch.setattr(opening, "_opened", opened_late)
    assert [one.name for one in periods(store)] == ["2020"]
