"""Macros: they stay in a copy whose name ends in .xlsm, and nowhere else; they are never run or read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.reporting.annotation import refusal
from genderstats.reporting.annotation.package import key, relations_of
from genderstats.reporting.annotation.refusal import RefusedError
from genderstats.reporting.annotation.relations import relations

if TYPE_CHECKING:
    from genderstats.reporting.annotation.package import Package
    from genderstats.reporting.annotation.workbook import Workbook

_PROJECT = "vbaproject"
#: What the workbook's part is in a file of each kind.
_WITHOUT = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_WITH = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"


def main_type(*, macros: bool) -> str:
    """The type of the workbook's part, with or without macros."""
    return _WITH if macros else _WITHOUT


def parts_of_macros(package: Package, book: Workbook) -> frozenset[str]:
    """The parts that hold macros, by the names under which they are looked up.

    Raises:
        RefusedError: sheets hold macros too, and they cannot be left out.
    """
    if any(one.kind.lower().endswith("macrosheet") for one in book.sheets):
        raise RefusedError(refusal.MACRO_SHEET)
    projects = [one.part for one in book.relations.listed if one.kind.lower() == _PROJECT]
    led = [one.part for part in projects for one in relations(package, part).listed if not one.external]
    return frozenset(map(key, [*projects, *map(relations_of, projects), *led]))


def relations_to_macros(book: Workbook) -> list[str]:
    """The workbook's relationships that lead to them."""
    return [one.id for one in book.relations.listed if one.kind.lower() == _PROJECT]
