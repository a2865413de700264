"""Whatever indicator the form accepts can be computed, and what it refuses it refuses with a line; nothing raises otherwise."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support.places import SAMPLES

from genderstats import read_roster
from genderstats.counting.says import SAYS
from genderstats.errors import InputError
from genderstats.indicators.catalogue import NOTHING_OWN, Own
from genderstats.indicators.dimension import dimensions
from genderstats.indicators.form import codes_of
from genderstats.indicators.own import own_indicators
from genderstats.workflows.compute import Question, answer

if TYPE_CHECKING:
    from pathlib import Path

    from genderstats.workflows.gathering import Gathering

TOLD = [name for name, one in dimensions().items() if one.kind != "office" or name in SAYS]
CODED = [name for name in TOLD if codes_of(name)]
MEASURES = ["share", "rate", "part", "distribution", "bodies", "ceiling", "dissimilarity", "mean-gap", "median-gap"]
THRESHOLDS = ["women = 1", "people = 2", 'share = "0.15"', "share_of_all = 0.30"]
WORDS = 'title = "a"\nbase = "a"\ndefinition = "a"\nsource = "a"\n'


@cache
def roster() -> Gathering:
    return read_roster(SAMPLES / "gia-lai")


@st.composite
def conditions(draw: st.DrawFn) -> str:
    named = draw(st.lists(st.sampled_from(CODED), min_size=1, max_size=2, unique=True))
    said = [f"{name} = {draw(st.lists(st.sampled_from(codes_of(name)), min_size=1, unique=True))}" for name in named]
    dated = ['within_period = "hire_date"'] if draw(st.integers(0, 4)) == 0 else []
    return "{ " + ", ".join([*said, *dated]).replace("'", '"') + " }"


@st.composite
def indicators(draw: st.DrawFn) -> str:
    """An indicator as somebody may write it: its keys mostly agree, its values are all known."""
    measure = draw(st.sampled_from(MEASURES))
    said: dict[str, Any] = {"unit": "body" if measure == "bodies" else draw(st.sampled_from(["person", "post"]))}
    if said["unit"] == "post":
        said["per"] = draw(st.sampled_from(["post", "seat", "committee", "body"]))
    if measure == "bodies":
        said["over"] = draw(st.sampled_from(["unit", "body", "committee"]))
        said |= {"per": said["over"]} if said["over"] != "unit" else {}
    elif measure in ("ceiling", "dissimilarity"):
        said["over"] = draw(st.sampled_from(["level", "unit", "education", "committee-level"]))
    elif measure.endswith("gap"):
        said["over"] = "salary-coefficient"
    lines = [f'measure = "{measure}"', *(f'{key} = "{value}"' for key, value in said.items())]
    if measure == "bodies":
        lines.append(f"meets = {{ {draw(st.sampled_from(THRESHOLDS))} }}")
        lines += [f"asked = {{ {one} }}" for one in draw(st.lists(st.sampled_from(THRESHOLDS), max_size=1))]
    lines += [f"population = {one}" for one in draw(st.lists(conditions(), max_size=1))]
    lines += [f"attribute = {draw(conditions())}"] if measure in ("rate", "part") else []
    for key in ("across", "across_each", "also"):
        named = draw(st.lists(st.sampled_from(TOLD), max_size=1))
        lines += [f'{key} = ["{name}"]' for name in named]
    return "[my-figure]\n" + "\n".join(lines) + "\n" + WORDS


def told(path: Path) -> tuple[Own, str]:
    """What the file declares, or why it is refused."""
    try:
        return own_indicators(path), ""
    except InputError as error:
        return NOTHING_OWN, str(error)


@given(text=indicators(), by=st.sampled_from([(), ("unit",), ("age",), ("level", "role")]))
@settings(deadline=None)
def test_what_the_form_accepts_is_computed_and_its_value_lies_in_its_bounds(
    text: str, by: tuple[str, ...], tmp_path: Path
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    own, refused = told(path)
    assert own.indicators or f"{path}, line " in refused
    assume(own.indicators)
    found = answer(roster(), Question.asked((), by, own=own)).observations
    assert found
    for one in found:
        assert one.value is not None or one.reason
        if one.value is not None and one.bounds:
            assert 0 <= one.bounds[0] <= one.value <= one.bounds[1] <= 1
