"""A design written as a sheet: its cells and merges, what each row is, and who is on it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from random import Random
from typing import TYPE_CHECKING

from genderstats.text.folding import plain
from support.columns import columns_of
from support.header import Header
from support.staff import Known, Member, members

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.grammar import Design
    from support.header import Area

TITLES = (
    "TỔNG CỤC QUẢN LÝ THỊ TRƯỜNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
    "DANH SÁCH CÁN BỘ, CÔNG CHỨC NĂM 2020",
    "(Kèm theo Công văn số 12/CV-TCCB ngày 5/1/2021)", "Biểu số 01", "(Tính đến ngày 31/12/2020)",
)  # fmt: skip
SIGNATURES = ("An Hòa, ngày 05 tháng 01 năm 2021", "NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)", "Nguyễn Thị Lan")
NOTES = ("Ghi chú: không gồm lao động hợp đồng.", "(*) Đang đi học.", "* Số liệu tạm tính.")
BRANCHES = ("CỤC QUẢN LÝ THỊ TRƯỜNG TỈNH AN HÒA", "CỤC QUẢN LÝ THỊ TRƯỜNG TỈNH AN BÌNH")
PARTS = ("Phòng Tổ chức", "Phòng Thanh tra - Pháp chế", "Đội Quản lý thị trường số 1", "Văn phòng")
ROMAN = ("I", "II", "III", "IV")

WAYS: dict[str, Callable[[str], str]] = {
    "nfd": lambda text: unicodedata.normalize("NFD", text),
    "nbsp": lambda text: text.replace(" ", "\u00a0", 1),
    "double": lambda text: text.replace(" ", "  ", 1),
    "trailing": lambda text: f"{text} ",
    "zero-width": lambda text: f"{text[:1]}\u200b{text[1:]}",
    "line-break": lambda text: text.replace(" ", "\n", 1),
}


@dataclass
class Written:
    """A sheet as it was written: its cells, merges (rows and columns from 1), what each row is, and who is on it."""

    rows: list[list[str | None]] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    people: list[Known] = field(default_factory=list)

    def add(self, kind: str, cells: list[str | None]) -> None:
        """A row."""
        self.rows.append(cells)
        self.kinds.append(kind if any(cells) else "blank")

    def rows_of(self, kind: str) -> list[int]:
        """The numbers of the rows of a kind, from 1."""
        return [number for number, one in enumerate(self.kinds, 1) if one == kind]


def written(design: Design) -> Written:
    """The sheet of a design."""
    return _Writer(design).sheet


class _Writer:
    def __init__(self, design: Design) -> None:
        self.design, self.rng, self.sheet = design, Random(design.seed), Written()
        self.header = Header(columns_of(design, self.rng), low=design.low and not design.grouped)
        self.width = len(self.header.columns)
        self.count = self.part = 0
        self._titles()
        staff = _with_flaws(members(self.rng, self._units(), one_woman=design.sex == "mark"), design)
        if design.sections != "headed":
            self._header("header")
        self._body(staff)
        self._end(len(staff))
        if not design.merged and design.sections != "merged":
            self.sheet.merges.clear()
        party = design.party != "none" and any(one.party for one in staff)
        self.sheet.people = [
            one.known(
                unit=design.sections != "none",
                year_only=design.birth == "year",
                party=party,
                told={name for name in ("education", "theory", "administration") if getattr(design, name) != "none"},
            )
            for one in staff
        ]

    def _units(self) -> list[tuple[str, ...]]:
        if self.design.sections.startswith("nested"):
            inner = PARTS[: self.rng.randint(1, 3)]
            return [(branch, part) for branch in BRANCHES for part in inner]
        parts = list(PARTS)
        self.rng.shuffle(parts)
        # A title over one table alone is not told from that of the whole sheet.
        fewest = 2 if self.design.sections == "headed" else 1
        return [(part,) for part in parts[: self.rng.randint(fewest, 4)]]

    def _place(self, name: str) -> int | None:
        return next((at for at, one in enumerate(self.header.columns) if one.name == name), None)

    def _wide(self, kind: str, text: str) -> None:
        self.sheet.add(kind, [self._dirty(text), *[None] * (self.width - 1)])
        row = len(self.sheet.rows)
        if self.width > 1:
            self.sheet.merges.append((row, 1, row, self.width))

    def _titles(self) -> None:
        for text in TITLES[: self.design.titles]:
            self._wide("title", text)
        if self.design.titles and self.design.blanks:
            self.sheet.add("blank", [None] * self.width)

    def _header(self, kind: str) -> None:
        top = len(self.sheet.rows) + 1
        for cells in self.header.rows():
            self.sheet.add(kind, [self._worded(text) for text in cells])
        self.sheet.merges += [
            (top + first, left + 1, top + last, right + 1) for first, left, last, right in self.header.areas()
        ]
        if self.design.numbers != "none" and self.width >= 3:
            self.sheet.add("column-numbers", self._numbers())

    def _numbers(self) -> list[str | None]:
        count = range(1, self.width + 1)
        if self.design.numbers == "letters" and self.width >= 4:
            return ["A", "B", *map(str, range(1, self.width - 1))]
        if self.design.numbers == "sums":
            last = self.width - (self._place("full_name") == self.width - 1)
            return [f"{at}=2+3" if at == last else str(at) for at in count]
        return [f"({at})" if self.design.numbers == "brackets" else str(at) for at in count]

    def _worded(self, text: str | None) -> str | None:
        if text is None:
            return None
        text = plain(text).capitalize() if self.design.unaccented else text
        return self._dirty(text.upper() if self.design.capitals else text)

    def _dirty(self, text: str | None) -> str | None:
        if text and self.design.dirt and self.rng.random() < 0.3:
            return WAYS[self.rng.choice(sorted(self.design.dirt))](text)
        return text

    def _body(self, staff: list[Member]) -> None:
        groups: dict[tuple[str, ...], list[Member]] = {}
        for one in staff:
            groups.setdefault(one.unit, []).append(one)
        before: tuple[str, ...] = ()
        for at, (unit, people) in enumerate(groups.items()):
            self._section(at, unit, before)
            start = len(self.sheet.rows) + 1
            for place, one in enumerate(people):
                breaks = self.design.repeated and place and self.design.sections not in ("merged", "headed")
                if breaks and self.rng.random() < 0.3:
                    self._header("repeated-header")
                if self.design.blanks and self.design.sections != "merged" and self.rng.random() < 0.1:
                    self.sheet.add("blank", [None] * self.width)
                self._person(one, first=not place)
                if "strays" in self.design.flaws and self.rng.random() < 0.2:
                    self._stray(one)
            if self.design.sections == "merged" and len(people) > 1:
                column = (self._place("unit") or 0) + 1
                self.sheet.merges.append((start, column, len(self.sheet.rows), column))
            self._total("Cộng", people)
            before = unit

    def _section(self, at: int, unit: tuple[str, ...], before: tuple[str, ...]) -> None:
        kind, name = self.design.sections, unit[-1]
        if len(unit) > 1:
            self._nested(unit, before)
        elif kind == "flat":
            self._wide("section", f"{ROMAN[at]}. {name.upper()}")
        elif kind == "bare":
            self._wide("section", name)
        elif kind == "numeral":
            self._numeral(ROMAN[at], name)
        elif kind == "headed":
            self._wide("title", name)
            self._header("repeated-header" if at else "header")

    def _nested(self, unit: tuple[str, ...], before: tuple[str, ...]) -> None:
        """The branch where it is another than before, and the part below it."""
        apart = self.design.sections == "nested-numeral"
        if unit[:1] != before[:1]:
            self.part, branch = 0, BRANCHES.index(unit[0])
            self._numeral(ROMAN[branch], unit[0]) if apart else self._wide("section", f"{'AB'[branch]}. {unit[0]}")
        self.part += 1
        self._numeral(f"{ROMAN[BRANCHES.index(unit[0])]}.{self.part}", unit[1]) if apart else self._wide(
            "section", f"{self.part}. {unit[1]}"
        )

    def _numeral(self, numeral: str, name: str) -> None:
        cells: list[str | None] = [None] * self.width
        cells[self._place("number") or 0] = numeral
        cells[self._place("full_name") or 0] = self._dirty(name)
        self.sheet.add("section", cells)

    def _person(self, one: Member, *, first: bool) -> None:
        self.count += 1
        cells = [column.cell(one, self.count) for column in self.header.columns]
        if self.design.sections == "merged" and not first:
            cells[self._place("unit") or 0] = None
        self.sheet.add("person", [self._dirty(cell) for cell in cells])

    def _stray(self, like: Member) -> None:
        """A row of what only belongs to somebody, where the columns are enough to tell that it is no section."""
        if self.design.sections == "merged":
            return
        cells = [column.value(like) if column.name in STRAY else None for column in self.header.columns]
        if sum(map(bool, cells)) > 2:
            self.sheet.add("rejected", cells)

    def _total(self, word: str, people: list[Member]) -> None:
        if self.design.totals == "none":
            return
        cells: list[str | None] = [None] * self.width
        name, (men, women) = self._place("full_name") or 0, (self._place("men"), self._place("women"))
        by_sex = self.design.totals == "by-sex" and all(one.sex for one in people)
        if by_sex and men is not None and women is not None:
            cells[name] = word
            cells[men] = str(sum(one.sex == "M" for one in people))
            cells[women] = str(sum(one.sex == "F" for one in people))
        elif self.design.totals == "cell" and name + 1 < self.width:
            cells[name], cells[name + 1] = word, str(len(people))
        else:
            cells[name] = f"{word}: {len(people)} người"
        self.sheet.add("total", cells)

    def _end(self, people: int) -> None:
        if self.design.totals != "none":
            cells: list[str | None] = [None] * self.width
            cells[self._place("full_name") or 0] = f"Tổng số: {people} đồng chí"
            self.sheet.add("total", cells)
        for kind, texts in (
            ("note", NOTES if self.design.notes else ()),
            ("signature", SIGNATURES if self.design.signed else ()),
        ):
            if texts and self.design.blanks:
                self.sheet.add("blank", [None] * self.width)
            for text in texts:
                at = self.rng.randrange(self.width) if kind == "signature" else 0
                self.sheet.add(kind, [text if place == at else None for place in range(self.width)])


#: Columns that name nobody.
STRAY = ("unit", "position", "ethnicity", "hometown", "education")


def _with_flaws(staff: list[Member], design: Design) -> list[Member]:
    """The people, the second of whom is of a sex that is not told or that is none, where there are enough others."""
    told = {"no-sex": "", "strange-sex": "?!"}
    flaw = next((flaw for flaw in told if flaw in design.flaws), None)
    if flaw is None or len(staff) < 4 or design.sex not in ("value", "marks"):
        return staff
    return [staff[0], replace(staff[1], sex=told[flaw] if design.sex == "value" else ""), *staff[2:]]
