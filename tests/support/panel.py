"""Two lists of the same unit, a period apart: people of a small pool, who come, leave, move and are corrected."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from genderstats.indicators.dimension import dimensions
from genderstats.reading.profile import Profile
from genderstats.workflows.compare import Wanted, compare
from genderstats.workflows.compute import Question
from support.sheets import write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from genderstats.workflows.compare import Comparison
    from support.sheets import Grid

HEADER = ["Số hiệu", "Họ và tên", "Giới tính", "Ngày sinh", "Đơn vị", "Chức vụ", "Ngày vào Đảng", "Dân tộc"]
UNITS = ("Phòng A", "Phòng B", "Phòng C", "")
#: Titles with the rank of the leading post that each is, the highest 0; 9 is no post, None is not known.
RANKS = {
    "Cục trưởng": 0, "Phó Cục trưởng": 1, "Trưởng phòng": 2, "Phó Trưởng phòng": 3, "Chuyên viên": 9, "": 9, "Người gác cổng trời": None,
}  # fmt: skip
TITLES = tuple(RANKS)
SEXES = ("Nữ", "Nam", "?")
PARTY = ("3/2/2005", "Không", "Không rõ")
PEOPLE = (
    "Nguyễn Thị Lan", "Trần Văn Hùng", "Lê Thu Hà", "Phạm Quốc Việt", "Đỗ Mạnh Cường", "Vũ Thị Hoa", "Bùi Minh Tâm", "Hồ Đức Nam",
)  # fmt: skip
FULL = Wanted(flows=True, decompose=True)


@dataclass(frozen=True)
class Somebody:
    """A person of the pool as one list has him or her."""

    who: int
    sex: str
    unit: str
    title: str
    party: str
    number: str
    birth: str

    def cells(self) -> list[str]:
        ethnic = "Tày" if self.who % 2 else "Kinh"
        return [self.number, PEOPLE[self.who], self.sex, self.birth, self.unit, self.title, self.party, ethnic]


def birth_of(who: int) -> str:
    """The day of birth of somebody of the pool."""
    return f"{who + 1:02}/05/19{70 + who}"


def somebody(who: int) -> st.SearchStrategy[Somebody]:
    """A person with a number of their own, or none; the birth is sometimes another."""
    return st.builds(
        Somebody,
        st.just(who),
        st.sampled_from(SEXES),
        st.sampled_from(UNITS),
        st.sampled_from(TITLES),
        st.sampled_from(PARTY),
        st.sampled_from([f"CB{who}"] * 4 + [""]),
        st.sampled_from([birth_of(who)] * 4 + [f"1970-01-{who + 1:02}", "1981", ""]),
    ).map(_surely_a_person)


def _surely_a_person(one: Somebody) -> Somebody:
    """Nobody of whom neither sex nor birth is told: at the end of a list that may be a signature."""
    return replace(one, birth="1981") if one.sex == "?" and not one.birth else one


def known(who: int) -> st.SearchStrategy[Somebody]:
    """A person of whom number and birth are always the same, so that it is sure who it is."""
    return st.builds(
        Somebody,
        st.just(who),
        st.sampled_from(SEXES[:2]),
        st.sampled_from(UNITS),
        st.sampled_from(TITLES),
        st.sampled_from(PARTY),
        st.just(f"CB{who}"),
        st.just(birth_of(who)),
    )


def _lists(one: st.SearchStrategy[list[int]], of: object) -> st.SearchStrategy[list[Somebody]]:
    return one.flatmap(lambda chosen: st.tuples(*map(of, chosen)).map(list))  # type: ignore[arg-type]


_CHOSEN = st.lists(st.sampled_from(range(len(PEOPLE))), min_size=1, max_size=9)


def doubtful() -> st.SearchStrategy[list[Somebody]]:
    """A list in which somebody may stand twice, without a number, or otherwise than on the other."""
    return _lists(_CHOSEN, somebody)


def once() -> st.SearchStrategy[list[Somebody]]:
    """A list in which nobody stands twice, though it may be in doubt who somebody is on another."""
    return _lists(
        st.lists(st.sampled_from(range(len(PEOPLE))), min_size=1, max_size=len(PEOPLE), unique=True), somebody
    )


def sure() -> st.SearchStrategy[list[Somebody]]:
    """A list in which everybody stands once."""
    return _lists(st.lists(st.sampled_from(range(len(PEOPLE))), min_size=1, max_size=len(PEOPLE), unique=True), known)


def grid(people: Sequence[Somebody]) -> Grid:
    """The list as it lies on a sheet."""
    return [HEADER, *(one.cells() for one in people)]


def compared(
    then: Sequence[Somebody] | Grid,
    now: Sequence[Somebody] | Grid,
    by: Sequence[str] = (),
    indicators: Sequence[str] = ("women-share-staff",),
    wanted: Wanted = FULL,
) -> Comparison:
    """Two lists compared, with all that can be asked of them."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [
            write(Path(folder) / f"{year}.csv", one if isinstance(one[0], list) else grid(one))  # type: ignore[arg-type]
            for year, one in ((2020, then), (2021, now))
        ]
        return compare(paths, Question.asked(indicators, by), Profile(), wanted=wanted)


#: The dimensions that these lists tell.
TOLD = ("level", "role", "unit", "party")
assert all(name in dimensions() for name in TOLD)
