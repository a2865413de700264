"""Every file that broke somebody's reader is answered: with a roster, with why there is none, or with one clear refusal."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.places import SHARED, shared
from support.program import Run, inside
from support.reading import told

from genderstats.reading.formats.limits import Limits
from genderstats.reading.formats.process import Reading
from genderstats.reading.formats.source import Source

MESSY = SHARED / "messy"
FILES = sorted(str(path.relative_to(MESSY)) for path in MESSY.rglob("*") if path.is_file()) or [
    "janitor_dirty_data.xlsx"
]
#: Longer answers show what was found in the file: rows where a header was looked for, a header without a column of sex.
SHOWING = ("no roster found", "no column tells sex", "says nothing known of sex")


@pytest.mark.parametrize("name", FILES)
def test_every_messy_file_is_answered_in_words(name: str) -> None:
    run = inside("check", shared("messy", *Path(name).parts))
    assert run.code in (0, 1, 2)
    if run.code < 2:
        assert run.err == ""
        assert "people" in run.out
        return
    assert run.out == ""
    is_one_message(run, Path(name).name)


def is_one_message(run: Run, name: str) -> None:
    told, *more = run.err.splitlines()
    assert told.startswith(f"genderstats: {name}")
    assert "Traceback" not in run.err
    assert "genderstats: " not in "".join(more)
    if not any(words in told for words in SHOWING):
        assert not more
        assert len(told) < 500


def test_no_messy_file_takes_more_than_its_share() -> None:
    """All are given to one process, so that what any of them takes shows at its end, and none leaves anything to the next."""
    shared("messy")
    reading = Reading()
    try:
        for name in FILES:
            if not reading.lives:
                reading = Reading()
            answer = told(reading, Source(shared("messy", *Path(name).parts)), Limits(seconds=20))
            assert answer.seconds < 5, name
            assert answer.memory <= 300, name
    finally:
        reading.end()


#: What an officer is told of each file that cannot be read: the words that make it true of that file.
TOLD = {
    "calamine/pass_protected.xlsx": "password",
    "calamine/pass_protected.xlsb": "password",
    "calamine/pass_protected.ods": "password",
    "calamine/issue_385.xls": "password",
    "messytables/encrypted_no_password.xls": "encrypted",
    "calamine/picture.xlsx": "pictures",
    "calamine/picture.xls": "pictures",
    "calamine/picture.ods": "pictures",
    "calamine/picture.xlsb": "pictures",
    "calamine/vba.xlsm": "macros",
    "calamine/empty_sheet.xlsx": "nothing is written",
    "messytables/libreoffice.xlsx": "nothing is written",
    "calamine/issue_594_dos.ods": "too many cells",
    "calamine/OOM_alloc3.xls": "damaged",
    "calamine/issue252.xlsx": "damaged",
}


@pytest.mark.parametrize("name", TOLD)
def test_what_is_said_is_true_of_the_file(name: str) -> None:
    run = inside("check", shared("messy", *Path(name).parts))
    assert run.code == 2
    assert TOLD[name] in run.err
