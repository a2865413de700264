"""The merged cells of a workbook's sheet, read from its XML only when somebody needs them."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from genderstats.reading.sheet import Merge

if TYPE_CHECKING:
    from pathlib import Path

_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def merged(path: Path, sheet: str) -> list[Merge]:
    """The merged cells of a sheet; none where the workbook does not tell."""
    try:
        with zipfile.ZipFile(path) as archive:
            part = _part(archive, sheet)
            found = _MERGE.findall(archive.read(part)) if part else []
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, ElementTree.ParseError):
        return []
    return [Merge(int(top), _column(left), int(bottom), _column(right)) for left, top, right, bottom in found]


def _part(archive: zipfile.ZipFile, sheet: str) -> str | None:
    """The part of the archive that holds a sheet."""
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    wanted = next(
        (one.get(_ID) for one in book.iter() if one.tag.endswith("}sheet") and one.get("name") == sheet), None
    )
    target = targets.get(wanted)
    return None if not target else target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _column(letters: bytes) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + letter - ord("A") + 1
    return place - 1
