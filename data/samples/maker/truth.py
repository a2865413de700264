"""The exact truth about every file, counted from the invented people and written as TOML."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from .page import KINDS, Page
from .people import LEVELS, Member

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from .writing import Book

PREFACE = """\
# The truth about every sample, counted from the people that were invented, not from the sheets.
# Written by make_samples.py: change the script, not this file.
# rows = people + rejected + the sum of set_aside; the first header block of a sheet is not among the rows.
# *_women counts those whose sex the file shows as female; leaders hold a head or deputy office on the
# government axis at any level, and count once, at their highest level; posts count each office.
# "by-unit" is a director or deputy director whose level depends on the level of the body.
# birth counts birth dates by precision; impossible dates and sentinels are missing.
# in_year counts dates inside the period, as far as the file has such a column.
# traps: how many cells or rows of a sheet, and where: every address, or the first five of more than twelve.

schema = 1
"""


def expected(books: Iterable[Book]) -> str:
    """The whole truth as one TOML text."""
    return PREFACE + "".join(_file(book) for book in books)


def _file(book: Book) -> str:
    people = [m for page in book.pages for m in page.members]
    ledger: Counter[str] = sum((Counter(page.ledger()) for page in book.pages), Counter())
    lines = ["", "[[file]]"]
    facts = {
        "path": book.path,
        "agency": book.agency,
        "period": str(book.as_of.year),
        "as_of": book.as_of,
        "rows": sum(page.row_count() for page in book.pages),
        "rejected": 0,
        **_counts(people),
        **(_party(people) if book.has_party else {}),
        **(_minority(people) if book.has_ethnicity else {}),
        "sheets_without_roster": [name for name, _ in book.remarks],
        "set_aside": {kind: ledger[kind] for kind in KINDS if ledger[kind]},
        "leaders_by_level": _levels(m for m in people if m.is_leader),
        "leaders_women_by_level": _levels(m for m in people if m.is_leader and m.recorded_sex == "F"),
        "birth": _births(people),
        "in_year": _in_year(book, people),
        **({"figures": book.figures} if book.figures else {}),
    }
    lines += [f"{key} = {toml(value)}" for key, value in facts.items()]
    return "\n".join(lines) + "\n" + "".join(_sheet(page, book.path.endswith(".csv")) for page in book.pages)


def _counts(people: list[Member]) -> dict[str, int]:
    leaders = [m for m in people if m.is_leader]
    heads = [m for m in people if m.post.is_head]
    return {
        "people": len(people),
        "women": women(people),
        "men": sum(m.recorded_sex == "M" for m in people),
        "unknown_sex": sum(m.recorded_sex is None for m in people),
        "leaders": len(leaders),
        "leaders_women": women(leaders),
        "heads": len(heads),
        "heads_women": women(heads),
        "posts": sum(len(m.post.leading) for m in people),
        "posts_women": sum(len(m.post.leading) for m in people if m.recorded_sex == "F"),
        "unknown_titles": sum(not m.post.known for m in people),
    }


def women(people: Iterable[Member]) -> int:
    """How many are shown as women."""
    return sum(m.recorded_sex == "F" for m in people)


def _party(people: list[Member]) -> dict[str, int]:
    members = [m for m in people if m.party]
    return {
        "party_members": len(members),
        "party_women": women(members),
        "party_unknown_sex": sum(m.recorded_sex is None for m in members),
    }


def _minority(people: list[Member]) -> dict[str, int]:
    found = [m for m in people if m.is_minority]
    return {
        "minority": len(found),
        "minority_women": women(found),
        "unknown_ethnicity": sum(not m.ethnicity_shown for m in people),
    }


def _levels(people: Iterable[Member]) -> dict[str, int]:
    found = Counter(m.post.level for m in people)
    return {level: found[level] for level in LEVELS if found[level]}


def _births(people: list[Member]) -> dict[str, int]:
    found = Counter(m.birth_shown if m.birth_shown in ("day", "month", "year") else "missing" for m in people)
    return {key: found[key] for key in ("day", "month", "year", "missing") if found[key]}


def _in_year(book: Book, people: list[Member]) -> dict[str, int]:
    """Admissions to the Party, recruitments and appointments in the year, where a date column tells them."""
    headers = {" ".join(c.path).casefold() for page in book.pages for c in page.columns}
    dates: dict[str, tuple[tuple[str, ...], Callable[[Member], date | None]]] = {
        "admitted": (("vào đảng",), lambda m: m.party),
        "recruited": (("vào ngành", "nhập ngũ", "tuyển dụng"), lambda m: m.hired),
        "appointed": (("bổ nhiệm",), lambda m: m.appointed),
    }
    counts: dict[str, int] = {}
    for name, (words, day) in dates.items():
        if any(word in header for word in words for header in headers):
            found = [m for m in people if (when := day(m)) and when.year == book.as_of.year]
            counts |= {name: len(found), f"{name}_women": women(found)}
    return counts


def _sheet(page: Page, is_csv: bool) -> str:
    lines = ["", "[[file.sheet]]", *([] if is_csv else [f"name = {toml(page.name)}"])]
    facts = {
        "header_rows": page.header_rows,
        "rows": page.row_count(),
        "people": len(page.members),
        "women": women(page.members),
        "set_aside": page.ledger(),
    }
    lines += [f"{key} = {toml(value)}" for key, value in facts.items()]
    lines += ["", "[file.sheet.traps]"]
    lines += [
        f"{kind} = {toml({'count': len(at), 'at': at if len(at) <= 12 else at[:5]})}"
        for kind, at in sorted(page.traps.items())
    ]
    return "\n".join(lines) + "\n"


def toml(value: object) -> str:
    """A value as TOML."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{k} = {toml(v)}" for k, v in value.items()) + " }" if value else "{}"
    if isinstance(value, list):
        return "[" + ", ".join(toml(v) for v in value) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)
