"""The figures of every file, as a text to compare: what changed since it was accepted is printed, and ends with code 1.

Reads data/layouts and data/samples, and the real rosters where they are (--shared, or GENDERSTATS_SHARED_DATA, or ../shared/data).
`--write` accepts the figures as they are.
"""

from __future__ import annotations

import argparse
import difflib
import os
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from genderstats.analysis.observation import Observation
    from genderstats.workflows.compute import Computation

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
SHARED = Path(os.environ.get("GENDERSTATS_SHARED_DATA") or REPOSITORY.parent / "shared" / "data")
NO_ROSTERS = {".py", ".toml", ".txt", ".md", ".pyc"}
GROUPS = {
    "leaders": "women-share-leaders",
    "heads": "women-share-heads",
    "Party": "women-share-party-members",
    "minority": "women-share-minority",
}


def figures(path: Path) -> list[str]:
    """The figures of one file, a line each; of a file that is refused, the name of the error."""
    from genderstats import compute
    from genderstats.errors import GenderstatsError

    try:
        found = compute(path)
    except GenderstatsError as error:
        return [f"  refused: {type(error).__name__}"]
    return [f"  {line}" for line in _lines(found)]


def _lines(found: Computation) -> Iterable[str]:
    told = {one.indicator.id: one for one in found.observations}
    staff, moment = told["women-share-staff"], found.gathering.moment
    yield f"{moment.period or 'no period'}, {moment.as_of or 'no day'}; tables {len(found.gathering.rosters)}, units {_units(found)}"
    yield f"people {_all(staff)}: women {staff.women}, men {staff.men}, unknown {staff.unknown}"
    groups = (
        f"{name} {told[one].women}/{_all(told[one])}"
        for name, one in GROUPS.items()
        if told[one].reason != "column-absent"
    )
    yield "women / all: " + (", ".join(groups) or "no other group")
    ledger = found.gathering.ledger
    yield f"rows {ledger.rows}: " + _counts(
        {"person": ledger.people, "rejected": ledger.rejected} | dict(sorted(ledger.set_aside.items()))
    )
    notices = Counter(one.reason.id for one in found.gathering.notices)
    yield "notices: " + (_counts(dict(sorted(notices.items()))) or "none")


def _all(one: Observation) -> int:
    return one.women + one.men + one.unknown


def _units(found: Computation) -> int:
    rosters = found.gathering.rosters
    return len({unit for one in rosters if "unit" in one.variables for unit in one.variables["unit"].values})


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items() if count)


def rosters(folder: Path) -> list[Path]:
    """The files of a folder and its folders that may be rosters, by name."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.suffix not in NO_ROSTERS)
    return sorted(path for path in found if not path.name.startswith((".", "LICENSE")))


def own() -> str:
    """The figures of the project's own files."""
    lines = []
    for path in [*rosters(HERE), *rosters(HERE.parent / "samples")]:
        lines += [path.relative_to(REPOSITORY).as_posix(), *figures(path)]
    return "\n".join(lines) + "\n"


def real(folder: Path) -> str:
    """The figures of the real rosters, and how those are answered that were made to break readers."""
    lines = []
    for path in rosters(folder):
        lines += [path.relative_to(folder).as_posix(), *figures(path)]
    return "\n".join(lines) + "\n"


def changed(accepted: Path, now: str, *, write: bool) -> bool:
    """Whether the figures are other than those accepted; the differences are printed, and accepted if so wished."""
    before = accepted.read_text(encoding="utf-8") if accepted.is_file() else ""
    lines = difflib.unified_diff(
        before.splitlines(), now.splitlines(), f"{accepted.name}, accepted", "now", n=6, lineterm=""
    )
    for line in lines:
        print(line)
    if write and before != now:
        accepted.write_text(now, encoding="utf-8")
    return before != now and not write


def main() -> int:
    """Compares, or accepts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="accept the figures as they are")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder of the real rosters")
    options = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    wrong = changed(HERE / "figures.txt", own(), write=options.write)
    if options.shared.is_dir():
        wrong |= changed(HERE / "figures-shared.txt", real(options.shared), write=options.write)
    else:
        print(f"the real rosters are not here ({options.shared}): their figures are not compared", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
