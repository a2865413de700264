"""Makes the synthetic rosters of this folder and the truth about them; `--check` only compares."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from maker import cand, cnqp, gia_lai, hckt, qltt
from maker.truth import expected
from maker.writing import same

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
AGENCIES = (hckt, cnqp, cand, qltt, gia_lai)


def samples() -> Iterator[tuple[str, bytes]]:
    """Every file with its path inside this folder."""
    books = [book for agency in AGENCIES for book in agency.books()]
    for book in books:
        yield book.path, book.data()
    yield "expected.toml", expected(books).encode()


def write(path: Path, data: bytes) -> None:
    """Writes one file, making its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def differs(path: Path, data: bytes) -> bool:
    """Whether the stored file is missing or holds something else."""
    return not path.is_file() or not same(path.name, data, path.read_bytes())


def main() -> int:
    """Makes the samples, or says which of them differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a file differs")
    parser.add_argument("--into", type=Path, default=HERE, help="the folder to write to or to compare with")
    options = parser.parse_args()
    found = dict(samples())
    if not options.check:
        for name, data in found.items():
            write(options.into / name, data)
        return 0
    wrong = [name for name, data in found.items() if differs(options.into / name, data)]
    for name in wrong:
        print(f"differs: {name}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
