"""Published sentences that use two bases, reproduced on made-up people: every figure with the base it is of."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from support.program import inside
from support.sheets import write

from genderstats.reading.profile import Profile
from genderstats.text import marks
from genderstats.workflows.compute import Question, compute

if TYPE_CHECKING:
    from pathlib import Path

    from support.sheets import Grid


def printed(value: Fraction | None) -> str:
    assert value is not None
    return marks.percent(value, "vi")


def numbered(head: list[str], *groups: tuple[int, list[str]]) -> Grid:
    people = [row for count, row in groups for _ in range(count)]
    return [["STT", "Họ và tên", *head], *([str(at), f"Người {at}", *row] for at, row in enumerate(people, start=1))]


#: 19 women, 8 of them with intermediate or advanced political theory; 96 leaders, 11 of them women.
POLICE = numbered(
    ["Giới tính", "Chức vụ", "Trình độ LLCT"],
    (3, ["Nữ", "Trưởng phòng", "Cao cấp"]),
    (5, ["Nữ", "Đội trưởng", "Trung cấp"]),
    (3, ["Nữ", "Phó Đội trưởng", "Sơ cấp"]),
    (8, ["Nữ", "Cán bộ", "Không"]),
    (25, ["Nam", "Trưởng phòng", "Cao cấp"]),
    (60, ["Nam", "Phó Đội trưởng", "Trung cấp"]),
    (30, ["Nam", "Cán bộ", "Sơ cấp"]),
)


def test_the_police_have_42_11_percent_of_women_and_11_46_percent_of_leaders(tmp_path: Path) -> None:
    path = write(tmp_path / "r.csv", POLICE)
    found = compute([path], Question.asked(["political-theory-rate", "women-share-leaders"]), Profile()).observations
    levels = {one.by["political-theory"]: one for one in found if one.indicator.id == "political-theory-rate"}
    theory = [levels[code] for code in ("advanced", "intermediate")]
    assert {one.denominator for one in theory} == {19}
    assert printed(Fraction(sum(one.numerator or 0 for one in theory), 19)) == "42,11 %"
    (leaders,) = [one for one in found if one.indicator.id == "women-share-leaders"]
    assert (leaders.numerator, leaders.denominator, printed(leaders.value)) == (11, 96, "11,46 %")


def test_each_is_printed_with_its_own_base_in_words(tmp_path: Path) -> None:
    path = write(tmp_path / "r.csv", POLICE)
    page = inside("compute", path, "-i", "political-theory-rate", "-i", "women-share-leaders", "--format", "md").out
    assert "of all women whose political theory is known" in page
    assert "of holders of a head or deputy post in government" in page
    assert "11/96" in page


#: 954 women of a force of 6440: the least numbers that give all figures of the thesis.
FORCE = numbered(
    ["Giới tính", "Trình độ chuyên môn"],
    (67, ["Nữ", "Thạc sĩ"]),
    (679, ["Nữ", "Đại học"]),
    (161, ["Nữ", "Trung cấp"]),
    (47, ["Nữ", "Cao đẳng"]),
    (5486, ["Nam", "Đại học"]),
)
THESIS = [
    ("master", 67, "7,02 %", "1,04 %"),
    ("bachelor", 679, "71,17 %", "10,54 %"),
    ("intermediate", 161, "16,88 %", "2,50 %"),
]


def test_the_thesis_has_71_17_percent_of_women_and_10_54_percent_of_the_force(tmp_path: Path) -> None:
    path = write(tmp_path / "r.csv", FORCE)
    found = {
        (one.indicator.id, one.by.get("education")): one
        for one in compute([path], Question.asked(["education-rate", "women-share-staff"]), Profile()).observations
    }
    force = found["women-share-staff", None]
    assert (force.numerator, force.denominator) == (954, 6440)
    assert force.value is not None
    assert marks.percent(force.value, "vi", places=1) == "14,8 %"
    for code, women, of_women, of_force in THESIS:
        one = found["education-rate", code]
        assert (one.numerator, one.denominator, printed(one.value)) == (women, 954, of_women)
        assert printed(Fraction(women, force.denominator)) == of_force
