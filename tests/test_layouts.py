"""The layout corpus: each file is read with no help, and gives what was counted when it was made."""

from __future__ import annotations

import subprocess
import sys

import pytest
from support import layouts
from support.layouts import FILES, GROUPS, LAYOUTS

from genderstats.errors import GenderstatsError
from genderstats.text.folding import fold


def each(part: str | None = None) -> pytest.MarkDecorator:
    """Every file that is a roster, or those whose truth has a part."""
    paths = [path for path, truth in FILES.items() if "error" not in truth and (part is None or part in truth)]
    return pytest.mark.parametrize("path", paths)


REFUSED = [(path, truth["error"]) for path, truth in FILES.items() if "error" in truth]


@each()
def test_everybody_is_counted_once_with_the_sex_that_is_told(path: str) -> None:
    truth, one = FILES[path], layouts.figure(path, "women-share-staff")
    assert (one.women, one.men, one.unknown) == (truth["women"], truth["men"], truth["unknown_sex"])


@pytest.mark.parametrize(
    ("path", "group"),
    [(path, group) for path, truth in FILES.items() for group in GROUPS if group in truth],
)
def test_a_group_is_counted_as_it_was_made(path: str, group: str) -> None:
    truth, one = FILES[path], layouts.figure(path, GROUPS[group])
    assert (one.women, one.women + one.men + one.unknown) == (truth[f"{group}_women"], truth[group])


@pytest.mark.parametrize(
    ("path", "field"),
    [(path, field) for path, truth in FILES.items() for field in layouts.CODED if field in truth],
)
def test_codes_are_read_as_they_were_written(path: str, field: str) -> None:
    assert layouts.codes(path, field) == FILES[path][field]


@each("units")
def test_everybody_is_in_the_right_unit(path: str) -> None:
    assert layouts.units(path) == {fold(unit): count for unit, count in FILES[path]["units"].items()}


@each("birth")
def test_dates_of_birth_are_read_to_the_precision_they_have(path: str) -> None:
    assert layouts.births(path) == FILES[path]["birth"]


@each()
def test_each_field_is_found_in_its_columns(path: str) -> None:
    told = layouts.fields(path)
    truth = {field: {column.split(" ")[0] for column in columns} for field, columns in FILES[path]["fields"].items()}
    assert {field: told.get(field) for field in truth} == truth


@each()
def test_what_is_noticed_is_what_is_there_to_notice(path: str) -> None:
    assert layouts.notices(path) == FILES[path]["notices"]


@pytest.mark.parametrize(("path", "error"), REFUSED)
def test_a_file_that_is_no_roster_is_refused_as_what_it_is(path: str, error: str) -> None:
    with pytest.raises(GenderstatsError) as refused:
        layouts.found(path)
    assert type(refused.value).__name__ == error


def test_the_layouts_are_what_their_maker_makes() -> None:
    made = subprocess.run(
        [sys.executable, LAYOUTS / "make_layouts.py", "--check"], capture_output=True, text=True, check=False
    )
    assert (made.returncode, made.stderr) == (0, "")
