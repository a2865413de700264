"""No cell that is written runs in a spreadsheet, and numbers stay numbers."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from support.counting import computed

from genderstats.analysis.change import compare
from genderstats.reporting import records
from genderstats.reporting.changes import changes_csv

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
TEXTS = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8),
    st.builds("{}{}".format, st.sampled_from(["=", "+", "-", "@", "=cmd|' /C calc'!A0"]), st.text("ABC1 ,\"'", max_size=5)),
)  # fmt: skip


def numeric(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


@given(st.one_of(st.integers(), st.floats(), st.booleans(), st.none(), st.decimals(allow_nan=False).map(Decimal)))
def test_what_is_no_text_is_left_alone(value: object) -> None:
    assert records.inert(value) is value


@given(st.text())
def test_a_text_never_begins_a_formula_and_loses_nothing(text: str) -> None:
    written = records.inert(text)
    assert not written.startswith(DANGEROUS)
    assert written.endswith(text)


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), min_size=1, max_size=5))
def test_no_cell_of_any_csv_runs(rows: list[tuple[str, str, str, str]]) -> None:
    people = [
        ["Họ tên", "Giới tính", "Đơn vị", "Năm sinh", "=Cột"],
        ["A", "Nữ", "=Đơn vị", "1970", "-x"],
        ["B", "Nam", "B", "1971", ""],
    ]
    people += [[name, sex, unit, "1980", other] for name, sex, unit, other in rows[:2]]
    found = computed(people, by=["unit"])
    changes = compare(found.observations, found.observations)
    for text in (
        records.observations_csv(found.observations),
        changes_csv(["=2019", "-2020"], [changes]),
        records.notices_csv(found.gathering.notices, "vi"),
    ):
        assert text.startswith(records.BOM)
        for row in csv.reader(io.StringIO(text.removeprefix(records.BOM), newline="")):
            assert [cell for cell in row if cell.startswith(DANGEROUS) and not numeric(cell)] == []
