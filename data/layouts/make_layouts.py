"""Makes the rosters of this folder, each in a layout of its own, and the truth about them; `--check` only compares."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "samples")]

from corpus import canonical, doubles, forces, formats, shapes, tables, units, values  # noqa: E402
from corpus.files import same  # noqa: E402
from corpus.truth import expected  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.truth import Case

ROOMS = (canonical, forces, shapes, units, tables, values, doubles, formats)


def cases() -> list[Case]:
    """Every file of the corpus."""
    return [case for room in ROOMS for case in room.cases()]


def made() -> Iterator[tuple[str, bytes]]:
    """Every file with its name in this folder."""
    found = cases()
    for case in found:
        yield case.path, case.data
    yield "expected.toml", expected(found).encode()


def differs(path: Path, data: bytes) -> bool:
    """Whether the stored file is missing or holds something else."""
    return not path.is_file() or not same(path.name, data, path.read_bytes())


def main() -> int:
    """Makes the files, or says which of them differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a file differs")
    parser.add_argument("--into", type=Path, default=HERE, help="the folder to write to or to compare with")
    options = parser.parse_args()
    wrong = [(name, data) for name, data in made() if differs(options.into / name, data)]
    for name, data in wrong:
        if options.check:
            print(f"differs: {name}", file=sys.stderr)
        else:
            (options.into / name).write_bytes(data)
    return 1 if options.check and wrong else 0


if __name__ == "__main__":
    sys.exit(main())
