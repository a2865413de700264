"""Layouts built from a known truth are read as it: trees of sections, trees of merged header cells."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from genderstats.reading.layout import header as headers
from genderstats.reading.layout.carriers import carriers
from genderstats.reading.layout.evidence import evidence
from genderstats.reading.layout.rows import classify
from genderstats.reading.layout.sections import sections
from genderstats.reading.sheet import ListedCells, Merge, Sheet
from genderstats.text.folding import words

NAMES = ("Phòng Tổ chức", "Phòng Kế toán", "Văn phòng", "CỤC THUẾ", "Chi cục Hải quan", "Lãnh đạo", "Đội 1")
SERIES = {
    "letter": lambda over, place: "ABCDEG"[place],
    "roman": lambda over, place: ("I", "II", "III", "IV", "V", "VI")[place],
    "digit": lambda over, place: str(place + 1),
    "deep": lambda over, place: f"{over}.{place + 1}",
    "small": lambda over, place: "abcdeg"[place],
}


@dataclass(frozen=True)
class Section:
    """A unit, how many people stand straight under it, and the units below."""

    name: str
    people: int
    below: tuple[Section, ...] = ()


def trees(depth: int) -> st.SearchStrategy[Section]:
    below = st.lists(trees(depth - 1), max_size=3).map(tuple) if depth else st.just(())
    return st.builds(Section, st.sampled_from(NAMES), st.integers(0, 2), below)


def written(
    section: Section, over: str, place: int, styles: tuple[str, ...], above: tuple[str, ...]
) -> list[tuple[list[str], tuple[str, ...]]]:
    """The rows of a section, each person with the path of its unit."""
    number = SERIES[styles[0]](over, place)
    mark = ")" if styles[0] == "small" else "."
    path = (section.name, *above)
    rows: list[tuple[list[str], tuple[str, ...]]] = [([f"{number}{mark} {section.name}", "", ""], ())]
    rows += [([str(one + 1), "Trần Văn A", "Nam"], path) for one in range(section.people)]
    for at, one in enumerate(section.below):
        rows += written(one, number, at, styles[1:], path)
    return rows


STYLES = st.sampled_from(
    [
        ("letter", "roman", "digit"),
        ("roman", "digit", "small"),
        ("roman", "letter", "digit"),
        ("digit", "deep", "small"),
    ]
)


def sheet_of(grid: list[list[str]]) -> Sheet:
    return Sheet(
        "a.csv",
        None,
        tuple(ListedCells([cell or None for cell in cells]) for cells in zip(*grid, strict=True)),
        len(grid),
    )


@given(st.lists(trees(2), min_size=1, max_size=4), STYLES)
def test_sections_in_sections_are_read_as_the_tree_they_are(forest: list[Section], styles: tuple[str, ...]) -> None:
    rows = [row for at, one in enumerate(forest) for row in written(one, "", at, styles, ())]
    paths = [path for _, path in rows if path]
    if not paths:
        return
    grid = [["STT", "Họ và tên", "Giới tính"], *(cells for cells, _ in rows)]
    sheet, header = sheet_of(grid), headers.at(grid, 0)
    kinds = classify(sheet, header, evidence(sheet, header, carriers(header.claims())))
    found = sections(sheet, header, kinds)
    assert found is not None
    read = [found.names[start] for start in found.under[kinds.of("person")]]
    alike: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for path in paths:
        alike[path[0]].add(path)
    told: dict[tuple[str, ...], set[str]] = defaultdict(set)
    assert len(read) == len(paths)
    for name, path in zip(read, paths, strict=True):
        told[path].add(name)
        assert name == path[0] if len(alike[path[0]]) == 1 else name.startswith(path[0])
    assert all(len(names) == 1 for names in told.values())
    assert len({name for names in told.values() for name in names}) == len(told)


LEAVES = ("Dân tộc", "Chức vụ", "Ghi chú", "Nơi học", "Hệ", "Ngành", "Tôn giáo", "Quê quán", "Loại")
GROUPS = ("Trình độ", "Đảng", "Thông tin khác", "Lương", "Quá trình công tác")


@dataclass(frozen=True)
class Cell:
    """A header cell and those it is merged over."""

    text: str
    below: tuple[Cell, ...] = ()

    @property
    def width(self) -> int:
        return sum(one.width for one in self.below) or 1

    @property
    def depth(self) -> int:
        return 1 + max((one.depth for one in self.below), default=0)


def cells(depth: int) -> st.SearchStrategy[Cell]:
    leaf = st.builds(Cell, st.sampled_from(LEAVES))
    if not depth:
        return leaf
    group = st.builds(Cell, st.sampled_from(GROUPS), st.lists(cells(depth - 1), min_size=2, max_size=3).map(tuple))
    return st.one_of(leaf, group)


def drawn(
    cell: Cell, grid: list[list[str]], merges: list[Merge], row: int, column: int, above: tuple[str, ...]
) -> list[tuple[str, ...]]:
    """Writes a cell into the grid, and gives the path of each of its columns."""
    grid[row][column] = cell.text
    bottom = row if cell.below else len(grid) - 1
    if bottom > row or cell.width > 1:
        merges.append(Merge(row, column, bottom, column + cell.width - 1))
    path = above if above and words(above[-1]) == words(cell.text) else (*above, cell.text)
    if not cell.below:
        return [path]
    paths: list[tuple[str, ...]] = []
    for one in cell.below:
        paths += drawn(one, grid, merges, row + 1, column + len(paths), path)
    return paths


@given(
    st.lists(cells(2), max_size=5),
    st.lists(st.sampled_from(["", "DANH SÁCH", "SỞ Y TẾ"]), max_size=3),
    st.booleans(),
    st.booleans(),
)
def test_a_header_of_merged_cells_is_read_as_the_tree_it_is(
    more: list[Cell], titles: list[str], numbered: bool, down: bool
) -> None:
    top = [Cell("STT"), Cell("Họ và tên"), Cell("Giới tính"), Cell("Năm sinh"), *more]
    depth, width = max(one.depth for one in top), sum(one.width for one in top)
    head, merges = [[""] * width for _ in range(depth)], list[Merge]()
    paths: list[tuple[str, ...]] = []
    for one in top:
        paths += drawn(one, head, merges, 0, len(paths), ())
    above = [[title, *[""] * (width - 1)] for title in titles]
    below = [[str(column + 1) for column in range(width)]] if numbered else []
    people = [["1", "Trần Thị A", "Nữ", "1980", *[""] * (width - 4)]]
    merges = [
        one._replace(top=one.top + len(titles), bottom=one.bottom + len(titles))
        for one in merges
        if down or one.right > one.left
    ]
    found = headers.find([*above, *head, *below, *people], merges)
    assert found is not None
    assert (found.top, found.depth, list(found.paths)) == (len(titles), depth, paths)
