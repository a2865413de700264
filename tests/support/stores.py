"""Small rosters for stores, and what a store then tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.workflows.compute import Question, answer
from genderstats.workflows.keeping import fetched, periods
from support.sheets import write

if TYPE_CHECKING:
    from pathlib import Path

    from genderstats.period import Moment
    from genderstats.workflows.gathering import Gathered
    from support.sheets import Grid

HEAD = ["Số hiệu", "Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ", "Đơn vị", "Ngày vào Đảng", "Ghi chú"]


def staff(women: int, men: int) -> Grid:
    """So many women and men, of whom no two are alike."""
    sexes = ["Nữ"] * women + ["Nam"] * men
    rows = [
        [f"CB{place:05d}", f"Trần Mẫu {place}", sex, f"{place % 27 + 1}/{place % 12 + 1}/{1965 + place % 30}",
         ("Trưởng phòng", "Chuyên viên", "Phó Trưởng phòng")[place % 3], f"Phòng {place % 7}", f"{1990 + place % 30}", f"riêng {place}"]
        for place, sex in enumerate(sexes)
    ]  # fmt: skip
    return [HEAD, *rows]


def roster(folder: Path, name: str, women: int, men: int) -> Path:
    """A roster file of so many women and men."""
    return write(folder / name, staff(women, men))


def women_and_men(gathered: Gathered) -> tuple[int, int]:
    """How many women and men are counted as staff, as leaders told apart and together being everybody."""
    question = Question.asked(["women-share-staff"], ["role"])
    figures = answer(gathered, question).observations
    whole = [one for one in figures if one.by]
    return sum(one.women for one in whole), sum(one.men for one in whole)


def held(store: Path) -> dict[str, tuple[int, int]]:
    """The women and men of each period that a store holds."""
    return {one.name: women_and_men(fetched(store, one.name)) for one in periods(store)}


def moment(year: int) -> Moment:
    """A year and its last day."""
    from genderstats.period import Moment, Period

    return Moment.during(Period.year(year))
