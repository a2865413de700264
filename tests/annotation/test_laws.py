"""Laws of annotated copies over drawn workbooks: nothing else changes, and every notice is listed, coloured and commented."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from support.annotating import at, copied, keeps_the_laws
from support.packages import Book
from support.workbooks import Plan, plans

if TYPE_CHECKING:
    from genderstats.text.language import Language

PLACES = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.one_of(st.none(), st.integers(1, 12)),
        st.one_of(st.none(), st.integers(0, 7)),
        st.integers(0, 2),
        st.sampled_from(["=1+1", "a\x01\x0b\r\n_x000D_", "\ud800", "31/02/1975"]),
    ),
    max_size=8,
)


@given(plan=plans(), places=PLACES, language=st.sampled_from(["en", "vi"]))
def test_whatever_the_workbook_an_annotated_copy_keeps_the_laws(
    plan: Plan, places: list[tuple[int, int | None, int | None, int, str]], language: Language
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = plan.write(Path(folder) / "book.xlsx")
        notices = [
            at(path, plan.sheets[sheet % len(plan.sheets)].name, row, None if row is None else column, reason, value)
            for sheet, row, column, reason, value in places
        ]
        out = copied(path, notices, Path(folder) / "out.xlsx", language)
        keeps_the_laws(path, out, notices, language)
        _keeps_the_old_comments(Book.of(path), Book.of(out))


def _keeps_the_old_comments(before: Book, after: Book) -> None:
    for sheet in before.sheets:
        now = after.comments(sheet)
        for cell, said in before.comments(sheet).items():
            assert now[cell].startswith(said)
