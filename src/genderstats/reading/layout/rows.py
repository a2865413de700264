"""What each row of a sheet is: a person, or a title, section, total, repeated header, signature or blank row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise, takewhile
from string import ascii_uppercase
from typing import TYPE_CHECKING, get_args

import numpy as np

from genderstats.people.cells import is_missing
from genderstats.reading.layout.names import begins_like_unit
from genderstats.reading.layout.numbering import section_name
from genderstats.reading.ledger import Kind
from genderstats.text.folding import fold, words
from genderstats.vocabulary.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import numpy.typing as npt

    from genderstats.reading.layout.evidence import Evidence
    from genderstats.reading.layout.header import Header
    from genderstats.reading.sheet import Flags, Sheet

KINDS: tuple[Kind, ...] = get_args(Kind)
_CODE = {kind: code for code, kind in enumerate(KINDS)}

#: A row of more filled cells than this that is no person is not a section: it is refused, and told.
_SECTION_CELLS = 2

_NUMBER = re.compile(r"\(?\s*(\d{1,6})(?:\.0)?\s*[.)]?")
#: A column number may say what it adds up: "5=2+3".
_SUM = re.compile(r"\s*=.*$")
_ONLY_NUMBERING = re.compile(r"\(?\s*(?:[IVXLC]+|[A-ZĐ]|\d{1,6})(?:\.\d+)*\s*[.)]?")
_PUNCTUATION = " *-–—.,:;()[]+"
_PLACE_AND_DAY = re.compile(r"ngày\s*[\d.…_ ]*\s*tháng\s*[\d.…_ ]*\s*năm|ngày\s*[.…_]+|^\(?ký(?: tên|, |\))")


@dataclass(frozen=True)
class Rows:
    """The kind of each row of a sheet, and the first text of each row that was looked at alone."""

    kinds: npt.NDArray[np.int8]
    first_texts: dict[int, str]

    def of(self, kind: Kind) -> npt.NDArray[np.intp]:
        """The rows of a kind, counted from 0."""
        return np.flatnonzero(self.kinds == _CODE[kind])

    def counts(self) -> dict[Kind, int]:
        """How many rows each kind has."""
        return {
            kind: int(count) for kind, count in zip(KINDS, np.bincount(self.kinds, minlength=len(KINDS)), strict=True)
        }

    def is_blank(self, row: int) -> bool:
        """Whether a row, counted from 0, holds nothing."""
        return bool(self.kinds[row] == _CODE["blank"])


def classify(sheet: Sheet, header: Header, evidence: Evidence) -> Rows:
    """The kind of every row of the sheet under this header."""
    count = np.vstack([column.filled for column in sheet.columns()]).sum(axis=0)
    looks = _looks(sheet, evidence)
    repeated = _repeated_header(sheet, header, count)
    kinds = np.where(looks.people, _CODE["person"], _CODE["rejected"]).astype(np.int8)
    kinds[repeated] = _CODE["repeated-header"]
    doubtful = np.flatnonzero(~repeated & (count > 0) & (~(looks.people & looks.certain) | _suspects(sheet, evidence)))
    cells = {row: sheet.row(row) for row in doubtful.tolist() if row > header.top}
    texts = {row: _first_text(said) for row, said in cells.items()}
    people_before = np.cumsum(looks.people & looks.certain & ~repeated)
    signed_after = -1
    for row, text in texts.items():
        signed, last = signed_after == people_before[row], 0 < people_before[row] == people_before[-1]
        kinds[row] = _CODE[_kind(cells[row], text, looks.at(row), signed=signed, last=bool(last))]
        if kinds[row] == _CODE["signature"]:
            signed_after = int(people_before[row])
    kinds[(count == 0) | _only_numbered(sheet, evidence, count)] = _CODE["blank"]
    _mark_above(kinds, header, count)
    _mark_titles_between(kinds, texts)
    return Rows(kinds, texts)


@dataclass(frozen=True)
class _Looks:
    """Rows that look like people; those that certainly are; those beyond doubt, whatever their name says; those numbered as sections."""

    people: Flags
    certain: Flags
    beyond_doubt: Flags
    lettered: Flags

    def at(self, row: int) -> tuple[bool, bool, bool, bool]:
        """What one row looks like."""
        return bool(self.people[row]), bool(self.certain[row]), bool(self.beyond_doubt[row]), bool(self.lettered[row])


def _looks(sheet: Sheet, evidence: Evidence) -> _Looks:
    """What each row looks like.

    A person is named and something is said of it, or is of a sex that can be read and something else is said; where names are
    not on the list, a readable sex is enough. It is certain when it is numbered, or its sex or birth can be read: a
    signature's "TM. ỦY BAN" may stand in the column of titles, and a section's count in that of Party members.
    """
    named = _any(sheet, evidence.names)
    said = np.zeros(sheet.height, dtype=np.int16)
    for index in evidence.mapped:
        said += sheet.column(index).known
    numbered, lettered = _numbered(sheet, evidence)
    birth = evidence.birth
    units = _bare_units(sheet, evidence, named & numbered & ~birth & ~(evidence.sex & (not evidence.sex_is_marked)))
    numbered, lettered = numbered & ~units, lettered | units
    sex = evidence.sex & ~lettered if evidence.sex_is_marked else evidence.sex
    if evidence.names:
        people = (
            (named & (sex | birth | numbered | ((said > 0) & ~lettered)))
            | (sex & ((said > 1) | numbered))
            | (birth & (said > 1))
        )
    else:
        people = sex | (said > 1)
    return _Looks(people, sex | birth | numbered, named & numbered & sex, named & lettered)


def _numbered(sheet: Sheet, evidence: Evidence) -> tuple[Flags, Flags]:
    """Rows that carry a number where people are numbered, and rows that carry something else there, as sections do."""
    numbered = np.zeros(sheet.height, dtype=bool)
    lettered = np.zeros(sheet.height, dtype=bool)
    for index in evidence.numbers:
        column = sheet.column(index)
        is_number = column.where([bool(_NUMBER.fullmatch(text)) for text in column.cleaned])
        numbered |= is_number
        lettered |= column.filled & ~is_number
    return numbered, lettered


def _bare_units(sheet: Sheet, evidence: Evidence, numbered: Flags) -> Flags:
    """Of rows numbered as people are, those that name a unit and say of it no more than counts: sections ("1 | Phòng Tổ chức")."""
    found = np.zeros(sheet.height, dtype=bool)
    for index in evidence.labels:
        column = sheet.column(index)
        units = [code for code in np.unique(column.codes[numbered]).tolist() if begins_like_unit(column.cleaned[code])]
        found |= numbered & np.isin(column.codes, units)
    for row in np.flatnonzero(found).tolist():
        said = (sheet.column(index).at(row) for index in evidence.mapped)
        found[row] = all(is_missing(text) or _NUMBER.fullmatch(text) for text in said)
    return found


def _only_numbered(sheet: Sheet, evidence: Evidence, count: npt.NDArray[np.int64]) -> Flags:
    """Rows of a form that were numbered and not filled in."""
    numbers = np.zeros(sheet.height, dtype=np.int64)
    for index in evidence.numbers:
        column = sheet.column(index)
        numbers += column.where([bool(_NUMBER.fullmatch(text)) for text in column.cleaned])
    return np.asarray((count > 0) & (numbers == count))


def _any(sheet: Sheet, columns: Iterable[int]) -> Flags:
    found = np.zeros(sheet.height, dtype=bool)
    for index in columns:
        found |= sheet.column(index).known
    return found


def _suspects(sheet: Sheet, evidence: Evidence) -> Flags:
    """Rows that look like people but may be totals or column numbers: their first text or name says so."""
    found = np.zeros(sheet.height, dtype=bool)
    beginnings = {word[:2] for word in _opening("total")}
    for index in {0, 1, *evidence.labels, *evidence.numbers} & set(range(sheet.width)):
        column = sheet.column(index)
        found |= column.where([text[:2].lower() in beginnings and is_total(text) for text in column.cleaned])
    for index in evidence.labels:
        column = sheet.column(index)
        found |= column.where(
            [len(text) == 1 or bool(_NUMBER.fullmatch(_SUM.sub("", text))) for text in column.cleaned]
        )
    return found


def _repeated_header(sheet: Sheet, header: Header, count: npt.NDArray[np.int64]) -> Flags:
    """Rows of which most filled cells say what the header of their column says."""
    same = np.zeros(sheet.height, dtype=np.int32)
    for index, column in enumerate(sheet.columns()):
        said = {words(text) for text in header.paths[index]}
        initials = {text[:1].casefold() for text in header.paths[index]}
        if said:
            same += column.where([text[:1].casefold() in initials and words(text) in said for text in column.cleaned])
    return np.asarray((same * 2 > count) & ((same > 1) | (same == count)) & (count > 0))


def _first_text(cells: list[str]) -> str:
    """The first filled cell of a row that is more than a number or a numbering; else the first filled cell."""
    filled = [cell for cell in cells if cell]
    return next((cell for cell in filled if not _ONLY_NUMBERING.fullmatch(cell)), filled[0] if filled else "")


def _kind(cells: list[str], text: str, looks: tuple[bool, bool, bool, bool], *, signed: bool, last: bool) -> Kind:
    """The kind of a doubtful row: `signed` where it follows a signature, `last` where no certain person comes after it."""
    people, certain, beyond_doubt, lettered = looks
    if _counts_columns(cells):
        return "column-numbers"
    if beyond_doubt:
        return "person"
    if is_total(text):
        return "total"
    if not (people and certain) and (signed or any(map(_is_signature, cells))):
        return "signature"
    if people:
        return "rejected" if last and not certain else "person"
    if _is_note(text):
        return "note"
    return "section" if lettered or sum(map(bool, cells)) <= _SECTION_CELLS else "rejected"


def _counts_columns(cells: list[str]) -> bool:
    """Whether the filled cells are 1, 2, 3 … or A, B, C … or A, B, 1, 2 …, at least three of them."""
    filled = [cell.strip("() ") for cell in cells if cell]
    letters = list(takewhile(lambda cell: len(cell) == 1 and cell.isalpha(), filled))
    digits = [_SUM.sub("", cell) for cell in filled[len(letters) :]]
    if len(filled) < 3 or not all(map(_NUMBER.fullmatch, digits)):
        return False
    if len(digits) < 2:
        return not digits and "".join(letters).upper() == ascii_uppercase[: len(letters)]
    numbers = [int(float(cell)) for cell in digits]
    steps = {after - before for before, after in pairwise(numbers)}
    return steps == {1} and numbers[0] in (0, 1, 2)


def is_total(text: str) -> bool:
    """Whether a first text says that its row adds up others.

    >>> is_total("Tổng số: 45 đồng chí"), is_total("Cộng"), is_total("Tổng cục Hải quan")
    (True, True, False)
    """
    if not fold(text).lstrip(_PUNCTUATION).startswith(_opening("total")):
        return False
    return bool(_totals().match(words(text)))


@cache
def _totals() -> re.Pattern[str]:
    """A word of a total, alone or before a number or what it adds up."""
    listed = "|".join(map(re.escape, _opening("total")))
    return re.compile(rf"(?:{listed})(?:$| \d| (?:nữ|nam|người|mục|số|i|ii|iii|iv|v)\b)")


@lru_cache(maxsize=4096)
def _is_signature(text: str) -> bool:
    if not text or _NUMBER.fullmatch(text):
        return False
    return bool(_begins("signature").match(words(text)) or _PLACE_AND_DAY.search(fold(text)))


def _is_note(text: str) -> bool:
    return text.startswith(("*", "(*", "(1)")) or bool(_begins("note").match(words(text)))


@cache
def _begins(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, _opening(kind)))})(?: |$)")


@cache
def _opening(kind: str) -> tuple[str, ...]:
    return tuple(words(word) for word in load("rows")[kind]["words"])


def _mark_above(kinds: npt.NDArray[np.int8], header: Header, count: npt.NDArray[np.int64]) -> None:
    above = np.arange(len(kinds)) < header.top
    kinds[above & (count > 0)] = _CODE["title"]
    kinds[list(header.rows)] = _CODE["header"]


def _mark_titles_between(kinds: npt.NDArray[np.int8], texts: Mapping[int, str]) -> None:
    """A section row straight above a repeated header is the title of the table that begins there, a signature before it or not."""
    for row in np.flatnonzero(kinds == _CODE["repeated-header"]).tolist():
        above = row - 1
        while above >= 0 and (
            kinds[above] in (_CODE["section"], _CODE["blank"])
            or (kinds[above] == _CODE["signature"] and _is_unit(texts[above]))
        ):
            if kinds[above] != _CODE["blank"]:
                kinds[above] = _CODE["title"]
            above -= 1


def _is_unit(text: str) -> bool:
    return begins_like_unit(section_name(text)) and not _is_signature(text)
