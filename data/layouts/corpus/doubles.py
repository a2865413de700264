"""People listed twice, who count once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from . import columns as c
from .files import workbook
from .people import but, staff
from .rosters import HEAD, MARKET, MINISTRY, listed
from .truth import Case, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def cases() -> Iterator[Case]:
    """Two offices, two units, copied rows, two sheets, and a namesake who is another."""
    yield _two_offices()
    yield _two_units_and_copies()
    yield _by_staff_number()


def _two_offices() -> Case:
    people, columns = staff("d1", MARKET), c.plain(c.ethnicity(), c.party())
    heads = [one for one in people if one.role == "head"][1:4]
    second = [but(one, title="Phó Cục trưởng", unit=("Lãnh đạo Cục",)) for one in heads]
    tab = listed(columns, [*second, *people], *HEAD)
    shows = (
        "three heads of units listed a second time, first, as deputies of the whole: counted once, by the higher office"
    )
    return Case(
        "listed-twice-two-offices.xlsx",
        shows,
        workbook(tab),
        [but(one, role="deputy") if one in heads else one for one in people],
        fields_of(tab),
        {"listed-twice": 3},
        units=False,
        birth=None,
    )


def _two_units_and_copies() -> Case:
    people = staff("d2", MARKET)
    copied, moved = people[6:8], [but(one, unit=("Đội Quản lý thị trường số 1",)) for one in people[14:16]]
    namesake = but(
        people[20],
        birth=date(1971, 3, 2),
        number="99999",
        sex="F" if people[20].sex == "M" else "M",
        role=None,
        title="Chuyên viên",
    )
    rows = [*people[:8], *copied, *people[8:], *moved, namesake]
    tab = listed(c.plain(c.ethnicity(), c.party()), rows, *HEAD)
    shows = (
        "two rows copied, two people in two units, and one who has but the name in common: five rows too many or not"
    )
    everybody = [*people, namesake]
    return Case(
        "listed-twice-two-units.xlsx",
        shows,
        workbook(tab),
        everybody,
        fields_of(tab),
        {"listed-twice": 4},
        units=False,
        birth=None,
    )


def _by_staff_number() -> Case:
    people = staff("d3", MINISTRY)
    again = [but(one, name=one.name.upper()) for one in people[3:5]]
    columns = [c.staff_id("Mã cán bộ"), *c.plain(c.ethnicity(), c.party())[1:]]
    tabs = [listed(columns, people, *HEAD, name="Biên chế"), listed(columns, again, *HEAD, name="Kiêm nhiệm")]
    shows = "two people on a second sheet too, known by their staff number, their names in capitals"
    return Case(
        "listed-twice-two-sheets.xlsx",
        shows,
        workbook(*tabs),
        people,
        fields_of(*tabs),
        {"listed-twice": 2},
        units=False,
        birth=None,
    )
