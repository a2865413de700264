"""Files made to do harm, and what must be answered to them."""

from __future__ import annotations

import io
import struct
import sys
import zipfile
from functools import cache
from typing import TYPE_CHECKING

import pytest

from genderstats.reading.formats.limits import Limits
from genderstats.reading.formats.process import Reading
from support.packed import (
    SHEET,
    archive,
    cells,
    workbook,
)  # fmt: skip

if TYPE_CHECKING:
    from pathlib import Path

    from support.reading import Answer

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="memory is measured by /proc")
GOOD = [["Họ và tên", "Giới tính", "Năm sinh"], ["Lan", "Nữ", "1980"], ["Hùng", "Nam", "1975"]]
TABLE = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in GOOD)
LIMITS = Limits(seconds=20)


def good(path: Path) -> Path:
    path.write_bytes(archive(workbook(cells(GOOD))))
    return path


def is_refused(answer: Answer, seconds: float = 5, memory: int = 300) -> None:
    """It is refused in words, in time, and with little memory."""
    assert answer.refusal, [grid.height for grid in answer.grids]
    assert answer.seconds < seconds
    assert answer.memory <= memory
    for language in ("en", "vi"):
        message = answer.refusal.message(language)
        assert "\n" not in message
        assert len(message) < 500


DEEP = 200_000


def packed_rows(rows: int, row: bytes, method: int = 9, **more: str) -> bytes:
    """A workbook whose one sheet repeats a row, written without ever being whole in memory."""
    made = io.BytesIO()
    parts = workbook("ROWS")
    before, after = parts.pop(SHEET).split("ROWS")
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=method) as file:
        for name, part in (parts | more).items():
            file.writestr(name, part)
        with file.open(SHEET, "w", force_zip64=True) as part:
            part.write(before.encode())
            thousand = row * 1000
            for _ in range(rows // 1000):
                part.write(thousand)
            part.write(after.encode())
    return made.getvalue()


@cache
def bomb() -> bytes:
    """40 million cells in some hundred thousand bytes."""
    return packed_rows(1_000_000, b"<row>" + b"<c><v>1</v></c>" * 40 + b"</row>", 1)


def with_size(content: bytes, name: str, size: int) -> bytes:
    """An archive whose directory declares another size for a part."""
    changed = bytearray(content)
    at = changed.rfind(b"PK\x01\x02")
    while at >= 0:
        length = struct.unpack_from("<H", changed, at + 28)[0]
        if changed[at + 46 : at + 46 + length] == name.encode():
            struct.pack_into("<I", changed, at + 24, size)
        at = changed.rfind(b"PK\x01\x02", 0, at)
    return bytes(changed)


@cache
def _shared_reading() -> list[Reading]:
    return []


def shared_reading() -> Reading:
    held = _shared_reading()
    if not held or not held[0].lives:
        held[:] = [Reading()]
    return held[0]


def xls_with_mad_records() -> bytes:
    """A compound file whose sectors and records are all of the greatest size."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 0, 0, 4096, 0, 1, 0xFFFFFFFE, 0) + struct.pack("<109I", *[0] * 109)
    return head + b"\x09\x08\xff\xff" * 50_000
