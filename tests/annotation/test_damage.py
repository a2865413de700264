"""Whatever is done to the bytes of a workbook, annotating it ends with a copy or with one named error."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from support.annotating import at, copied
from support.workbooks import Plan, packed, plans

from genderstats.errors import InputError

CHANGES = st.lists(
    st.tuples(
        st.integers(0, 10**6),
        st.integers(0, 10**6),
        st.integers(0, 40),
        st.sampled_from(
            [
                b"",
                b"<",
                b">",
                b'"',
                b"/",
                b"<!--",
                b"<![CDATA[",
                b"&x;",
                b"\x00",
                b"\xff",
                b" s=",
                b"r=''",
                b"-1",
                b"99",
            ]
        ),
    ),
    min_size=1,
    max_size=4,
)


@given(plan=plans(), changes=CHANGES)
def test_damage_gives_a_copy_or_a_named_error(plan: Plan, changes: list[tuple[int, int, int, bytes]]) -> None:
    parts = {name: content.encode() for name, content in plan.parts().items()}
    for part, place, length, new in changes:
        name = sorted(parts)[part % len(parts)]
        cut = place % (len(parts[name]) + 1)
        parts[name] = parts[name][:cut] + new + parts[name][cut + length :]
    with tempfile.TemporaryDirectory() as folder:
        path = packed(Path(folder) / "book.xlsx", parts)
        notices = [at(path, plan.sheets[0].name, row, column) for row, column in ((1, 0), (3, 2), (4, None), (9, 9))]
        with contextlib.suppress(InputError):
            copied(path, notices, Path(folder) / "out.xlsx")


@given(plan=plans(), place=st.integers(0, 10**6), byte=st.integers(0, 255))
def test_a_damaged_archive_gives_a_copy_or_a_named_error(plan: Plan, place: int, byte: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = plan.write(Path(folder) / "book.xlsx")
        content = bytearray(path.read_bytes())
        content[4 + place % (len(content) - 4)] = byte
        path.write_bytes(content)
        with contextlib.suppress(InputError):
            copied(path, [at(path, plan.sheets[0].name, 1, 0)], Path(folder) / "out.xlsx")
