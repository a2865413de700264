"""Staffs and titles that the layouts share, and the plainest way to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import columns as c
from .files import workbook
from .tab import Column, Tab
from .truth import Case, fields_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .people import Person, Unit

AS_OF_LINE = "(Tính đến ngày 31/12/2020)"
HEAD = ("CỤC QUẢN LÝ THỊ TRƯỜNG TỈNH AN HÒA", "DANH SÁCH CÁN BỘ, CÔNG CHỨC", AS_OF_LINE)

MARKET: dict[Unit, int] = {
    ("Lãnh đạo Cục",): 3,
    ("Phòng Tổ chức - Hành chính",): 8,
    ("Phòng Nghiệp vụ - Tổng hợp",): 7,
    ("Phòng Thanh tra - Pháp chế",): 6,
    ("Đội Quản lý thị trường số 1",): 7,
}
MINISTRY: dict[Unit, int] = {
    ("Vụ Tổ chức cán bộ",): 8,
    ("Vụ Kế hoạch - Tài chính",): 9,
    ("Văn phòng Bộ",): 10,
}
POLICE: dict[Unit, int] = {
    ("Công an xã Hòa An",): 7,
    ("Công an xã Hòa Bình",): 8,
    ("Công an xã Hòa Thịnh",): 6,
    ("Phòng Tổ chức cán bộ",): 7,
}
ARMY: dict[Unit, int] = {("Đại đội 5",): 6, ("Trung đội 1",): 8, ("Trung đội 2",): 8}
COMMUNES: dict[Unit, int] = {("UBND xã An Phú",): 9, ("UBND xã An Lộc",): 8, ("UBND xã An Thạnh",): 9}


def listed(columns: Sequence[Column], people: Sequence[Person], *titles: str, name: str | None = None) -> Tab:
    """Title rows, a blank row where there are any, a header and the people."""
    tab = Tab(name)
    if titles:
        tab.titles(len(columns), *titles, "")
    tab.table(columns, people)
    return tab


def simple(
    path: str, shows: str, columns: Sequence[Column], people: Sequence[Person], *titles: str, **more: object
) -> Case:
    """A workbook of one plain list."""
    tab = listed(columns, people, *(titles or HEAD))
    return Case(path, shows, workbook(tab), list(people), fields_of(tab), **more)  # type: ignore[arg-type]


def everything() -> list[Column]:
    """A list with one column for each figure."""
    return c.plain(c.ethnicity(), c.party(), c.education(), c.theory(), c.administration())


def by_unit(people: Sequence[Person]) -> dict[Unit, list[Person]]:
    """The people of each unit, units in order of first appearance."""
    found: dict[Unit, list[Person]] = {}
    for one in people:
        found.setdefault(one.unit, []).append(one)
    return found
