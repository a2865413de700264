"""Where things stand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
SOURCE = REPOSITORY / "src"
SAMPLES = REPOSITORY / "data" / "samples"
SHARED = Path(os.environ.get("GENDERSTATS_SHARED_DATA") or REPOSITORY.parent / "shared" / "data")


def shared(*parts: str) -> Path:
    """A file of the real rosters; without it the test is skipped, or fails where they are required."""
    path = SHARED.joinpath(*parts)
    if path.exists():
        return path
    reason = f"the real rosters are not here ({SHARED}); GENDERSTATS_SHARED_DATA says where they are"
    if os.environ.get("GENDERSTATS_REQUIRE_SHARED") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
