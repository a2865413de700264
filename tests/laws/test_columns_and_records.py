"""Columns and records are read by one definition: for any rows the same values, the same reasons."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  # pytest reads the annotation

import numpy as np
import pytest
from hypothesis import Phase, assume, example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from support.sheets import write

from genderstats import read_roster
from genderstats.people.codes import code_list, code_lists
from genderstats.people.fields import fields
from genderstats.people.person import Person, settle, striking_orders
from genderstats.reading.layout.carriers import Carrier, Raw
from genderstats.reading.sheet import ListedCells, Sheet
from genderstats.reading.validation import broken, in_order, validate

ANYTHING = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=10)
NOTHING = st.sampled_from(["", "-", "nan", " ", "…", "N/A", "\u200b", "../../....", "Không rõ", "CHƯA RÕ"])
DATES = st.one_of(
    st.dates().map(lambda day: day.strftime("%d/%m/%Y")),
    st.dates().map(str),
    st.integers(1800, 2110).map(str),
    st.integers(0, 99999).map(str),
    st.tuples(st.integers(0, 32), st.integers(0, 13), st.integers(0, 2101)).map(lambda parts: "/".join(map(str, parts))),
    st.sampled_from(["01/01/1800", "5/1970", "tháng 5 năm 1970", "ngày 3 tháng 2 năm 1930", "Không", "x", "1963-01-06 00:00:00",
                     "x/x/1980", "../../....", "00/00/0000", "03 02 1980", "1980-02-03T00:00:00", "1900"]),
)  # fmt: skip
MARKS = st.sampled_from(["x", "X", "1", "0", "Không", "có", "Đóng", "1.0", "v"])
NUMBERS = st.one_of(
    st.decimals(-10, 10, places=2).map(str),
    st.sampled_from(["2,34", "1.234.567,8", "3,5 ", "1e5", "--", "2.34.5", "٣", "4,98 %", "5,000,000", "Không"]),
)


def _words(name: str) -> st.SearchStrategy[str]:
    listed = [word for words in code_list(name).words.values() for word in words]
    return st.one_of(st.sampled_from(listed), st.lists(st.sampled_from(listed), max_size=3).map("; ".join))


KINDS = {"date": DATES, "mark": MARKS, "number": NUMBERS, "text": ANYTHING}


def _cells(field: str) -> st.SearchStrategy[str]:
    kind = fields()[field].kind
    likely = _words(field) if kind == "code" and field in code_lists() else KINDS[kind]
    return st.one_of(likely, likely, NOTHING, ANYTHING)


ROWS = st.lists(
    st.fixed_dictionaries({}, optional={field: _cells(field) for field in fields()}), min_size=1, max_size=6
)

Cells = dict[str, str]


def raw(field: str, texts: list[str | None]) -> Raw:
    """The cells of one column under a header that says this field."""
    sheet = Sheet("roster.csv", None, (ListedCells(texts),), len(texts))
    return Carrier(field, "value", ((0, None),)).raw(sheet, np.arange(len(texts)))


def by_column(rows: list[Cells]) -> list[tuple[Cells, set[tuple[str, str]]]]:
    names = [field for field in fields() if any(field in row for row in rows)]
    columns = in_order({field: validate(field, raw(field, [row.get(field) for row in rows])) for field in names})
    told: list[tuple[Cells, set[tuple[str, str]]]] = []
    for place in range(len(rows)):
        codes = {field: int(column.codes[place]) for field, column in columns.items()}
        values = {field: columns[field].values[code] for field, code in codes.items() if code >= 0}
        reasons = {(name, why) for name, one in columns.items() for why, bad in one.bad.items() if bad[place]}
        told.append((values, reasons))
    return told


@given(ROWS)
@example([{"position": "Trưởng\r\nphòng ", "party_position": "0\r0", "unit": "a\nb"}])
@example([{"birth_date": "1980", "party_admission_date": "1970", "party_official_date": "1969"}])
@example([{"party_admission_date": "2/2001", "party_official_date": "1/2001"}, {"party_official_date": "2001"}])
def test_a_column_and_a_record_give_the_same_values_and_reasons(rows: list[Cells]) -> None:
    for row, (values, reasons) in zip(rows, by_column(rows), strict=True):
        person, why = settle(row)
        assert {name: value for name, value in person if value is not None} == values
        assert why == reasons


@given(ROWS)
@example(
    [{"birth_date": "29/2/1980", "party_admission_date": "28/2/1998"}, {"birth_date": "29/2/1980", "hire_date": "1995"}]
)
def test_a_column_and_a_record_find_the_same_dates_striking(rows: list[Cells]) -> None:
    names = {name for order in striking_orders() for name in (order.earlier, order.later)}
    columns = in_order({name: validate(name, raw(name, [row.get(name) for row in rows])) for name in names})
    for order in striking_orders():
        told = broken(order, columns).tolist()
        people = [settle(row)[0] for row in ({name: row.get(name) for name in names} for row in rows)]
        assert told == [order.broken(getattr(one, order.earlier), getattr(one, order.later)) for one in people]


@given(ROWS)
def test_a_record_is_refused_exactly_when_a_cell_of_it_is_not_believed(rows: list[Cells]) -> None:
    for row in rows:
        person, reasons = settle(row)
        if reasons:
            with pytest.raises(ValidationError):
                Person.model_validate(row)
        else:
            assert Person.model_validate(row) == person


def test_every_code_of_a_list_is_read_as_itself() -> None:
    for name in ("sex", "ethnicity", "education", "academic_title", "political_theory", "administration_level"):
        for code in code_list(name):
            assert getattr(Person.model_validate({name: code}), name) == code


@settings(phases=[Phase.explicit, Phase.generate])
@given(ROWS)
def test_what_is_settled_is_believed(rows: list[Cells]) -> None:
    for row in rows:
        person, _ = settle(row)
        assume(person.political_theory != "none")
        assert Person.model_validate(dict(person)) == person


def test_the_records_of_a_roster_are_its_table(tmp_path: Path) -> None:
    path = write(tmp_path / "roster.csv", [["Họ tên", "Giới tính", "Lý luận chính trị"], ["Lan", "Nữ", "Chưa qua"]])
    (roster,) = read_roster(path).rosters
    assert [one.political_theory for one in roster.records()] == roster.people["political_theory"].tolist() == ["none"]


@given(ROWS)
def test_a_missing_cell_is_not_known_and_never_a_reason(rows: list[Cells]) -> None:
    for row in rows:
        person, reasons = settle(row | dict.fromkeys(row, "nan"))
        assert not reasons
        assert all(value is None for _, value in person)


def test_a_date_tells_how_it_was_written_whatever_else_the_column_holds() -> None:
    column = validate("birth_date", raw("birth_date", ["29221", "01/01/1980"]))
    told = [column.values[code].how for code in column.codes.tolist()]
    assert told == ["serial", ""]
