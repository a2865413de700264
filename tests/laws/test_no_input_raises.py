"""Whatever a file holds, the answer is figures or an error that is ours."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from support.places import SAMPLES
from support.program import inside
from support.sheets import write

HEADERS = st.sampled_from(
    [
        "Họ và tên", "Giới tính", "Nam", "Nữ", "Ngày sinh", "Năm sinh", "Chức vụ", "Đơn vị", "Ngày vào Đảng", "Chính thức",
        "Đảng viên", "Dân tộc", "Trình độ chuyên môn", "Tiến sĩ", "Đại học", "Hệ số lương", "Họ", "Tên", "STT", "Cấp ủy", "Ghi chú",
        "Phụ nữ", "Dân tộc ít người", "Lý luận chính trị", "Vợ", "name", "sex",
    ]
)  # fmt: skip
VALUES = st.sampled_from(
    [
        "Nam", "Nữ", "x", "1", "Không", "31/02/1975", "1/1/1800", "29/2/2000", "00/00/0000", "9999", "12345", "99999", "1970", "5/1970",
        "Tổng cộng: 3", "Cộng", "I. PHÒNG", "NGƯỜI LẬP", "Trưởng phòng", "Kinh", "Tày", "=1+1", "2,34", "1.234.567,8", "nan", "", "", "",
        "1", "2", "3", "A", "(1)", "²", "١٩٧٠", "01/13/1990", "1/1/20", "30/12/1899", "tháng 5 năm 1970", "{value}", "[bold]", "\u200b",
    ]
)  # fmt: skip
ANYTHING = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)


@st.composite
def grids(draw: st.DrawFn) -> list[list[str]]:
    width = draw(st.integers(1, 7))
    row = st.lists(st.one_of(VALUES, VALUES, ANYTHING), min_size=width, max_size=width)
    head = st.lists(st.one_of(HEADERS, HEADERS, VALUES), min_size=width, max_size=width)
    above = draw(st.lists(row, max_size=3))
    return [*above, *draw(st.lists(head, min_size=1, max_size=3)), *draw(st.lists(row, max_size=12))]


COMMANDS = (
    ("compute", "--by", "level,age", "--as-of", "2020-12-31", "--format", "json"),
    ("compute", "--format", "csv"),
    ("check",),
    ("inspect", "--format", "json"),
)


def answer(path: Path) -> None:
    """Asks the program everything; it may refuse (2), but a defect (101) or an exception is none of its answers."""
    for command, *options in COMMANDS:
        run = inside(command, path, *options, "--debug")
        assert run.code in (0, 1, 2), run.err


def answer_bytes(content: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"roster{suffix}"
        path.write_bytes(content)
        answer(path)


@given(grids(), st.sampled_from([".csv", ".csv", ".csv", ".xlsx"]))
def test_any_grid_of_cells_is_answered(grid: list[list[str]], suffix: str) -> None:
    if suffix == ".xlsx":
        grid = [["".join(letter for letter in cell if letter.isprintable()) for cell in row] for row in grid]
    with tempfile.TemporaryDirectory() as folder:
        answer(write(Path(folder) / f"roster{suffix}", grid))


@given(st.lists(st.lists(ANYTHING, max_size=5), max_size=8), st.sampled_from([",", ";", "\t"]))
def test_any_text_is_answered(grid: list[list[str]], mark: str) -> None:
    answer_bytes("\n".join(mark.join(row) for row in grid).encode(), ".csv")


@given(st.binary(max_size=400), st.sampled_from([".csv", ".xlsx", ".tsv"]))
def test_any_bytes_are_answered(content: bytes, suffix: str) -> None:
    answer_bytes(content, suffix)


@given(
    st.sampled_from([b"PK\x03\x04", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xd0\xcf\x11\xe0", b"%PDF-1.7"]),
    st.binary(max_size=200),
)
def test_any_bytes_behind_a_known_beginning_are_answered(start: bytes, rest: bytes) -> None:
    answer_bytes(start + rest, ".xlsx")


WORKBOOK = (SAMPLES / "gia-lai" / "huyen-kbang-2016.xlsx").read_bytes()


@given(st.lists(st.tuples(st.integers(0, len(WORKBOOK) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_workbook_with_damaged_bytes_is_answered(changes: list[tuple[int, int]]) -> None:
    content = bytearray(WORKBOOK)
    for place, byte in changes:
        content[place] = byte
    answer_bytes(bytes(content), ".xlsx")


@given(st.integers(1, len(WORKBOOK) - 1))
def test_a_workbook_cut_short_is_answered(length: int) -> None:
    answer_bytes(WORKBOOK[:length], ".xlsx")


def _parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


PARTS = _parts()


@given(st.data())
def test_a_workbook_whose_parts_are_damaged_inside_is_answered(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(PARTS)))
    part = bytearray(PARTS[name])
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(part) - 1))
        part[place] = data.draw(st.integers(32, 126))
    answer_bytes(_zipped(PARTS | {name: bytes(part)}), ".xlsx")


@given(st.sets(st.sampled_from(sorted(PARTS)), min_size=1))
def test_a_workbook_that_lacks_parts_is_answered(lost: set[str]) -> None:
    answer_bytes(_zipped({name: part for name, part in PARTS.items() if name not in lost}), ".xlsx")


def _zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()
