"""A real file with damaged bytes is read or refused in words; never a traceback, a hang or a row that is counted nowhere.

GENDERSTATS_MUTATIONS says how many damaged files of each kind are tried.
"""

from __future__ import annotations

import os
import tempfile
import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.packed import archive, parts_of
from support.places import SHARED
from support.written import FORMATS, ROSTER

from genderstats.errors import InputError
from genderstats.reading.formats.limits import Limits
from genderstats.reading.profile import Profile
from genderstats.reading.reader import read_rosters

MANY = int(os.environ.get("GENDERSTATS_MUTATIONS", "0"))
PROFILE = Profile(limits=Limits(seconds=20))
SECONDS = 30

REAL = {
    "xls": SHARED / "messy" / "calamine" / "issue444.xls",
    "xls-date": SHARED / "messy" / "calamine" / "date.xls",
    "xlsb": SHARED / "messy" / "calamine" / "date.xlsb",
    "ods": SHARED / "messy" / "calamine" / "merged_cells.ods",
    "font": SHARED / "messy" / "encodings" / "na15_60_tcvn3_font.xlsx",
    "hanoi": SHARED / "na15" / "hanoi_official_layout.xlsx",
}
#: Files of our own, and real ones where they are here.
FILES = (*FORMATS, *(name for name, path in REAL.items() if path.exists()))
PACKED = tuple(
    name for name in FILES if name in ("workbook", "document", "open document", "xlsb", "ods", "font", "hanoi")
)


@cache
def content(name: str) -> bytes:
    return REAL[name].read_bytes() if name in REAL else FORMATS[name][1](ROSTER)


def suffix(name: str) -> str:
    return REAL[name].suffix if name in REAL else FORMATS[name][0]


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """The bytes with a few changed, cut out, doubled, put in, or made zero."""
    made = bytearray(whole)
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, max(len(made) - 1, 0)))
        length = draw(st.sampled_from([1, 1, 2, 4, 16, 300]))
        how = draw(st.sampled_from(["flip", "set", "cut", "double", "insert", "zero", "ones", "truncate"]))
        end = min(start + length, len(made))
        if how == "flip":
            made[start:end] = bytes(byte ^ (1 << draw(st.integers(0, 7))) for byte in made[start:end][:4])
        elif how == "set":
            made[start : start + 1] = bytes([draw(st.integers(0, 255))])
        elif how == "cut":
            del made[start:end]
        elif how == "double":
            made[start:start] = made[start:end]
        elif how == "insert":
            made[start:start] = draw(st.binary(min_size=1, max_size=8))
        elif how == "truncate":
            del made[max(start, 1) :]
        else:
            made[start:end] = (b"\0" if how == "zero" else b"\xff") * (end - start)
    return bytes(made)


def is_answered(changed: bytes, ending: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"roster{ending}"
        path.write_bytes(changed)
        told: list[str] = []
        begun = time.monotonic()
        try:
            rosters = read_rosters(path, PROFILE)
        except InputError as refusal:
            rosters = []
            told += [refusal.message(language) for language in ("en", "vi")]
        for one in rosters:
            assert one.ledger.people == len(one)
            assert len(list(one.records())) == len(one)
        assert all(told)
        assert time.monotonic() - begun < SECONDS


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=MANY or max(settings.default.max_examples // 3, 5))  # type: ignore[union-attr]
@given(data=st.data())
def test_a_file_with_damaged_bytes_is_answered(name: str, data: st.DataObject) -> None:
    is_answered(data.draw(damaged(content(name))), suffix(name))


@pytest.mark.parametrize("name", PACKED)
@settings(max_examples=MANY or max(settings.default.max_examples // 3, 5))  # type: ignore[union-attr]
@given(data=st.data())
def test_a_packed_file_with_damaged_parts_is_answered(name: str, data: st.DataObject) -> None:
    parts = parts_of(content(name))
    hurt = data.draw(st.sampled_from(sorted(part for part in parts if parts[part])))
    is_answered(archive(parts | {hurt: data.draw(damaged(parts[hurt]))}), suffix(name))


@pytest.mark.parametrize("name", FILES)
def test_a_file_cut_at_every_kind_of_place_is_answered(name: str) -> None:
    whole = content(name)
    places = {
        1,
        4,
        8,
        30,
        100,
        len(whole) // 4,
        len(whole) // 2,
        len(whole) - 100,
        len(whole) - 22,
        len(whole) - 8,
        len(whole) - 1,
    }
    for place in sorted(places if MANY else list(places)[::2]):
        if 0 < place < len(whole):
            is_answered(whole[:place], suffix(name))
