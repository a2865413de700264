"""A golden case read from its Markdown file."""

from __future__ import annotations

import csv
import io
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "golden"
Grid = list[list[str]]


@dataclass(frozen=True)
class Case:
    """Staff lists, options, and what is expected of them."""

    name: str
    title: str
    proves: str
    staff: Grid
    staff_then: Grid | None
    profile: str | None
    options: list[str]
    figures: list[dict[str, str]]
    notices: list[dict[str, str]] | None


def cases() -> list[Case]:
    """All golden cases."""
    return [_case(path) for path in sorted(FOLDER.glob("*.md")) if path.name != "README.md"]


def _case(path: Path) -> Case:
    head, *parts = re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    title, _, proves = head.removeprefix("# ").partition("\n")
    sections = {name.strip(): body for name, _, body in (part.partition("\n") for part in parts)}
    then = sections.get("Staff list then")
    return Case(
        name=path.stem,
        title=title,
        proves=proves.strip(),
        staff=_staff(sections["Staff list"]),
        staff_then=_staff(then) if then else None,
        profile=_fenced("toml", sections.get("Profile", "")),
        options=shlex.split(sections["Options"].strip().strip("`")),
        figures=_records(sections["Figures"]),
        notices=_records(sections["Notices"]) if "Notices" in sections else None,
    )


def _staff(body: str) -> Grid:
    fenced = _fenced("csv", body)
    if fenced:
        return list(csv.reader(io.StringIO(fenced)))
    head, *rows = _table(body)
    if head[0] != "×":
        return [head, *rows]
    return [head[1:], *(row[1:] for row in rows for _ in range(int(row[0])))]


def _fenced(kind: str, body: str) -> str | None:
    found = re.search(rf"```{kind}\n(.*?)```", body, re.DOTALL)
    return found[1] if found else None


def _records(body: str) -> list[dict[str, str]]:
    head, *rows = _table(body)
    return [dict(zip(head, row, strict=True)) for row in rows]


def _table(body: str) -> Grid:
    lines = [line.strip() for line in body.splitlines() if line.strip().startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if not all(re.fullmatch(r":?-+:?", cell) for cell in row)]
