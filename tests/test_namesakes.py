"""Names that stand on a list twice: told where nothing tells the people apart, and only there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.places import shared
from support.program import inside

from genderstats import read_roster

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "Họ và tên,Giới tính,Ngày sinh,Số hiệu"

#: Two rows of one name, and whether they are told.
PAIRS = {
    "nothing is known of either": (",", ",", True),
    "the year alone, the same": ("1988,", "1988,", True),
    "a year, and a day in it": ("1988,", "3/2/1988,", True),
    "a day that no calendar has": ("30/2/1990,", "30/2/1990,", True),
    "one birth, and none": ("3/2/1988,", ",", True),
    "different years": ("1988,", "1989,", False),
    "different days": ("3/2/1988,", "4/2/1988,", False),
    "a number each": (",A1", ",A2", False),
}


@pytest.mark.parametrize("pair", PAIRS)
def test_namesakes_are_told_where_nothing_tells_them_apart(tmp_path: Path, pair: str) -> None:
    first, second, told = PAIRS[pair]
    path = tmp_path / "ds.csv"
    other = "Trần Văn Khác,Nam,1/1/1980,Z9"
    path.write_text(f"{HEAD}\nLê Thị Hoà,Nữ,{first}\n{other}\nLê  thị Hòa,Nữ,{second}\n", encoding="utf-8")
    found = read_roster(path, as_of="2020-12-31")
    assert [(one.address.row, one.number) for one in found.notices if one.reason.id == "name-repeated"] == [
        (4, 2)
    ] * told
    assert found.ledger.people == 3


def test_many_namesakes_are_told_once(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    path.write_text("\n".join(["Họ và tên,Giới tính", *["Lan,Nữ"] * 200]), encoding="utf-8")
    (one,) = [one for one in read_roster(path).notices if one.reason.id == "name-repeated"]
    assert one.count == 199


def test_a_list_of_staff_without_a_column_of_sex_is_checked_and_not_computed() -> None:
    path = shared("messy", "janitor_dirty_data.xlsx")
    checked = inside("check", path, "--format", "json")
    assert checked.code == 1
    assert checked.json["sources"][0]["people"] == 12
    reasons = {one["reason"]: one["row"] for one in checked.json["notices"]}
    assert reasons == {"sex-column-absent": None, "name-repeated": 9, "date-from-serial": 3}
    assert inside("compute", path).code == 2


def test_a_list_whose_names_are_blacked_out_is_read_and_compared_before_long(tmp_path: Path) -> None:
    """Two names and one birth for all: whatever looks at every pair of rows would be at it for minutes."""
    many = 8000
    for year, on in ((2019, 0), (2020, 7)):
        rows = [
            f"{('Nguyễn Văn A', 'Trần Thị B')[(one + on) // 3 % 2]},{('Nam', 'Nữ')[(one + on) % 2]},1/1/1980,A{one}"
            for one in range(many)
        ]
        (tmp_path / f"ds-{year}.csv").write_text("\n".join([HEAD, *rows]), encoding="utf-8")
    told = inside("compare", tmp_path / "ds-2019.csv", tmp_path / "ds-2020.csv", "--flows", "-f", "json").json
    assert told["sources"][0][0]["people"] == many
    (whole,) = (one for one in told["flows"] if one["dimension"] is None)
    assert sum(whole["now"].values()) == many
