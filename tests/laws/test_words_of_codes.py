"""Whatever a page may have to say in words has them, in both languages, and no words are left that nothing asks for."""

from __future__ import annotations

from typing import get_args

import pytest

from genderstats.analysis import change, decomposition, flows, observation, prospect, targets
from genderstats.counting import matching
from genderstats.reporting import compared, pace, remarks
from genderstats.reporting import decomposition as decomposed
from genderstats.reporting import flows as told
from genderstats.reporting import forecast as foreseen

GIVEN = {"given", "even"}


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        pytest.param(get_args(matching.Doubt), told.WHY_DOUBTED, id="doubts"),
        pytest.param(get_args(flows.Name), told.TITLES, id="flows"),
        pytest.param(get_args(flows.Reason), told.REASONS, id="no flows"),
        pytest.param(get_args(decomposition.Cause), decomposed.CAUSES, id="causes"),
        pytest.param(get_args(decomposition.Reason), decomposed.REASONS, id="not taken apart"),
        pytest.param(get_args(observation.Reason), remarks.REASONS, id="no figure"),
        pytest.param(get_args(targets.NoPace), pace._NO_PACE, id="no pace"),
        pytest.param(get_args(prospect.Origin), foreseen.COURSES, id="courses"),
        pytest.param(set(get_args(prospect.Origin)) - GIVEN, foreseen._TOLD_OF, id="rates"),
        pytest.param(
            (*change.UNLIKE, change.COLUMN_THEN, change.COLUMN_NOW, change.GROUP_THEN, change.GROUP_NOW),
            compared.NOT_COMPARED,
            id="not compared",
        ),
    ],
)
def test_every_code_has_words_in_both_languages(codes, words):
    assert set(words) == set(codes)
    for code, text in words.items():
        assert text.en, code
        assert text.vi not in {"", text.en}, code
