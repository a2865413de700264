"""Limits as they are written, and as they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.hostile import good

from genderstats.errors import FileBeyondLimitError, NotALimitError, UnknownNameError
from genderstats.reading.formats.limits import Limits
from genderstats.reading.profile import Profile
from genderstats.reading.reader import read_rosters

if TYPE_CHECKING:
    from pathlib import Path

# -- limits as they are written --


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("cells=100M", "cells", 10**8), ("memory=8G", "memory", 8 * 10**9), ("memory = 8 gb", "memory", 8 * 10**9),
        ("memory=8GiB", "memory", 8 * 10**9),
        ("size=1,5G", "size", 15 * 10**8), ("size=1.5G", "size", 15 * 10**8), ("seconds=10", "seconds", 10),
        ("ratio=500", "ratio", 500), ("members=10k", "members", 10**4),
    ],
)  # fmt: skip
def test_a_limit_is_read_as_it_is_written(text: str, name: str, value: int) -> None:
    assert getattr(Limits.of([text]), name) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "cells",
        "cells=",
        "=5",
        "cells=x",
        "cells=-1",
        "cells=1e9",
        "cells=5T",
        "cells=١",
        "cells=" + "9" * 400,
        "cells=1.000.000",
    ],
)
def test_what_is_no_limit_is_said(text: str) -> None:
    with pytest.raises(NotALimitError):
        Limits.of([text])


def test_a_limit_that_nobody_knows_is_said_with_those_that_there_are() -> None:
    with pytest.raises(UnknownNameError, match=r"cells.*memory"):
        Limits.of(["rows=5"])


@pytest.mark.parametrize("found", [61 * 10**6, 500 * 10**6, 61_000_001])
def test_the_limit_that_is_advised_is_enough(found: int) -> None:
    with pytest.raises(FileBeyondLimitError) as raised:
        Limits().hold("a.xlsx", "cells", found)
    advised = Limits.of([raised.value.values["option"]])
    advised.hold("a.xlsx", "cells", found)


def test_limits_are_part_of_the_profile(tmp_path: Path) -> None:
    fine = good(tmp_path / "good.xlsx")
    assert len(read_rosters(fine, Profile(limits=Limits.of(["cells=9"])))) == 1
    with pytest.raises(FileBeyondLimitError, match="--limit cells=16"):
        read_rosters(fine, Profile(limits=Limits.of(["cells=8"])))
