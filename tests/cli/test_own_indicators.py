"""One's own indicators and targets, in a file of the catalogue's form: --indicators, and indicators --copy."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from support.places import SAMPLES
from support.program import inside, process
from support.sheets import write

from genderstats import compare, compute, errors
from genderstats.errors import GenderstatsError
from genderstats.indicators.catalogue import Own, catalogue, indicators
from genderstats.indicators.own import own_indicators
from genderstats.reading.profile import Counting
from genderstats.workflows.compute import Question

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = SAMPLES / "qltt" / "qltt-2019.xlsx"
SHARE = """[my-share]
measure = "share"
unit = "person"
population = { role = ["head"] }
title = { en = "Heads", vi = "Cấp trưởng" }
base = { en = "heads", vi = "cấp trưởng" }
definition = { en = "Women ÷ all.", vi = "Nữ ÷ tổng số." }
source = { en = "A plan", vi = "Kế hoạch" }
"""
HEAD = 'unit = "person"\ntitle = "a"\nbase = "a"\ndefinition = "a"\nsource = "a"\n'
TARGET = '[[{name}.target]]\nyear = 2030\nat_least = "0.40"\nsource = "A plan"\n'
BODIES = '[my-bodies]\nmeasure = "bodies"\nunit = "body"\ntitle = "a"\nbase = "a"\ndefinition = "a"\nsource = "a"\n'


def mine(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def declared(folder: Path, text: str) -> Own:
    return own_indicators(mine(folder, text))


def shown(path: Path, file: Path, *options: object) -> list[str]:
    """The indicators that are computed, in their order."""
    run = inside("compute", path, "--indicators", file, "--format", "json", *options)
    assert run.code == 0, run.err
    return list(dict.fromkeys(one["indicator"] for one in run.json["observations"]))


# What is wrong in a file ----------------------------------------------------------------------------------------------


def swapped(old: str, new: str) -> str:
    assert old in SHARE
    return SHARE.replace(old, new)


def measured(measure: str, *lines: str) -> str:
    return f'[my-figure]\nmeasure = "{measure}"\n' + HEAD + "\n".join(lines) + "\n"


#: What is wrong, the file, the line that is named, and what the message must say.
WRONG: dict[str, tuple[str, int | None, list[str]]] = {
    "a key misspelt": (swapped("measure", "mesure"), 2, ["mesure", "→ measure?"]),
    "a key nobody knows": (SHARE + "colour = 3\n", 9, ["no key colour", "Known here: measure, unit"]),
    "a dimension misspelt": (swapped("role", "rol"), 4, ["no key rol", "→ role?"]),
    "a dimension of a breakdown": (SHARE + 'also = ["levl"]\n', 9, ["no dimension levl", "→ level?"]),
    "a code misspelt": (swapped('"head"', '"heads"'), 4, ["no code of role heads", "→ head?"]),
    "no list of codes": (swapped('["head"]', '"head"'), 4, ['codes of role: ["head", "deputy"']),
    "a dimension without codes": (
        swapped('role = ["head"]', 'unit = ["A"]'),
        4,
        ["--by unit"],
    ),
    "bands of age in a population": (swapped('role = ["head"]', 'age = ["<30"]'), 4, ["--by age"]),
    "an empty population": (swapped('{ role = ["head"] }', "{}"), 4, ["role = ["]),
    "a measure misspelt": (swapped('"share"', '"shares"'), 2, ["no measure shares", "→ share?"]),
    "a unit that is none": (swapped('"person"', '"people"'), 3, ["no unit people", "person, post, body"]),
    "a unit that is a list": (swapped('"person"', '["person"]'), 3, ["no unit"]),
    "no title": (swapped('title = { en = "Heads", vi = "Cấp trưởng" }\n', ""), 1, ["title is missing", "title = {"]),
    "no base": (swapped('base = { en = "heads", vi = "cấp trưởng" }\n', ""), 1, ["base is missing", "denominator"]),
    "one language missing": (swapped(', vi = "Cấp trưởng"', ""), 5, ["vi is missing", "both languages"]),
    "a language misspelt": (swapped('vi = "Cấp', 'vn = "Cấp'), 5, ["no key vn", "en, vi"]),
    "an empty text": (swapped('"Cấp trưởng"', '" "'), 5, ["vi is missing"]),
    "no source": (swapped('source = { en = "A plan", vi = "Kế hoạch" }\n', ""), 1, ["source", "verified = false"]),
    "a target in percent": (SHARE + TARGET.format(name="my-share").replace('"0.40"', "40"), 11, ['"0.40" for 40 %']),
    "a target with a comma": (
        SHARE + TARGET.format(name="my-share").replace("0.40", "0,40"),
        11,
        ["at_least", "0.40"],
    ),
    "a target of nothing": (SHARE + TARGET.format(name="my-share").replace('"0.40"', "0"), 11, ["above 0"]),
    "a target by a third of nothing": (SHARE + TARGET.format(name="my-share").replace("0.40", "1/0"), 11, ["share"]),
    "a target without a year": (SHARE + TARGET.format(name="my-share").replace("year = 2030\n", ""), 9, ["year"]),
    "a year in quotes": (SHARE + TARGET.format(name="my-share").replace("2030", '"2030"'), 10, ["a year from 2000"]),
    "a target without a source": (
        SHARE + TARGET.format(name="my-share").replace('source = "A plan"\n', ""),
        9,
        ["source", "verified = false"],
    ),
    "a target of a group that is never shown": (
        SHARE + TARGET.format(name="my-share") + 'where = { education = "master" }\n',
        13,
        ["a dimension that the indicator is broken down by"],
    ),
    "a target for no code": (
        SHARE + 'also = ["level"]\n' + TARGET.format(name="my-share") + 'where = { level = "distric" }\n',
        14,
        ["no code of level distric", "→ district?"],
    ),
    "a target in one table": (SHARE + "[my-share.target]\nyear = 2030\n", 9, ["[[my-share.target]]"]),
    "a target of a gap": (
        measured("gap", 'of = ["women-share-staff", "women-share-heads"]') + TARGET.format(name="my-figure"),
        9,
        ["declaration of measure gap has no key target"],
    ),
    "a target for a gap of the catalogue": (TARGET.format(name="representation-gap"), 1, ["only for shares"]),
    "a target of a group that the catalogue never shows": (
        TARGET.format(name="women-share-leaders") + 'where = { education = "master" }\n',
        5,
        ["level, role, unit"],
    ),
    "a target for an id that is near": (TARGET.format(name="women-share-leader"), 1, ["→ women-share-leaders?"]),
    "an id of the catalogue again": (
        SHARE.replace("my-share", "women-share-staff"),
        1,
        ["for ever", "my-women-share-staff", "[[women-share-staff.target]]"],
    ),
    "an id with capitals": (swapped("[my-share]", "[My_Share]"), 1, ['such as "my-share"']),
    "an id with accents": (swapped("[my-share]", '["nữ đứng đầu"]'), 1, ['such as "nu-dung-dau"']),
    "an id of one word": (swapped("[my-share]", "[share]"), 1, ['such as "my-share"']),
    "an id that is a dimension": (swapped("[my-share]", "[key-leader]"), 1, ['such as "my-key-leader"']),
    "a table twice": (SHARE + SHARE, 9, ["is no TOML"]),
    "a key twice": (SHARE + 'measure = "rate"\n', 9, ["is no TOML"]),
    "no TOML at all": ("measure: share\n", 1, ["is no TOML"]),
    "a quote left open": (swapped('"person"', '"person'), 3, ["is no TOML"]),
    "no table": ('measure = "share"\n', 1, ["a table of its own: [measure]"]),
    "an array of tables": (swapped("[my-share]", "[[my-share]]"), 1, ["[my-share]"]),
    "a date field that is none": (
        swapped('role = ["head"]', 'within_period = "hire_dat"'),
        4,
        ["no field of dates hire_dat", "→ hire_date?"],
    ),
    "a field that holds no dates": (swapped('role = ["head"]', 'within_period = "position"'), 4, ["field of dates"]),
    "a stock with a date in the period": (
        swapped('role = ["head"]', 'within_period = "hire_date"') + 'timing = "stock"\n',
        9,
        ['timing = "flow"'],
    ),
    "an attribute of a share": (
        SHARE + 'attribute = { party = ["member"] }\n',
        9,
        ["declaration of measure share has no key attribute"],
    ),
    "a rate of nothing": (measured("rate"), 1, ["attribute is missing", "attribute = {"]),
    "a structure of nothing": (measured("distribution"), 1, ["across"]),
    "a gap of nothing": (measured("gap"), 1, ["of is missing", "women-share-leaders"]),
    "a gap of one": (measured("gap", 'of = ["women-share-staff"]'), 8, ["two ids"]),
    "a gap of one twice": (measured("gap", 'of = ["women-share-staff", "women-share-staff"]'), 8, ["each once"]),
    "a gap of what is not there": (
        measured("gap", 'of = ["women-share-staff", "women-share-hads"]'),
        8,
        ["no indicator women-share-hads", "→ women-share-heads?"],
    ),
    "a gap of a gap": (
        measured("gap", 'of = ["women-share-staff", "representation-gap"]'),
        8,
        ["representation-gap is none such"],
    ),
    "a gap of bodies and people": (
        measured("gap", 'of = ["women-share-staff", "thirty-percent-rule"]'),
        8,
        ["thirty-percent-rule is none such"],
    ),
    "a gap with a population": (
        measured("gap", 'of = ["women-share-staff", "women-share-heads"]', 'population = { role = ["head"] }'),
        9,
        ["declaration of measure gap has no key population"],
    ),
    "shown with what is not there": (SHARE + 'together = ["women-share-posst"]\n', 9, ["→ women-share-posts?"]),
    "a ceiling over what has no highest": (measured("ceiling", 'over = "unit"'), 8, ["measure ceiling unit", "level"]),
    "a mean of no numbers": (measured("mean-gap", 'over = "level"'), 8, ["measure mean-gap level"]),
    "bodies that need nothing": (BODIES + 'over = "unit"\n', 1, ["meets is missing", "women = 1"]),
    "bodies of nothing asked": (BODIES + 'over = "unit"\nmeets = {}\n', 9, ["women = 1"]),
    "bodies of no women": (BODIES + 'over = "unit"\nmeets = { women = 0 }\n', 9, ["women", "from 1 on"]),
    "bodies of a part of half a person": (BODIES + 'over = "unit"\nmeets = { share = 15 }\n', 9, ["share"]),
    "bodies that are not counted each": (BODIES + 'over = "body"\nmeets = { women = 1 }\n', 1, ['per = "body"']),
    "bodies by age": (
        BODIES + 'over = "unit"\nmeets = { women = 1 }\nalso = ["age"]\n',
        10,
        ["no dimension of bodies age"],
    ),
    "bodies counted as people": (
        BODIES.replace('"body"', '"person"') + 'over = "unit"\nmeets = { women = 1 }\n',
        3,
        ['unit = "body"'],
    ),
    "posts that are people": (swapped('"person"', '"post"'), 1, ['per = "post"']),
    "people that are posts": (SHARE + 'per = "post"\n', 9, ["leave it out"]),
    "a dimension twice": (SHARE + 'across = ["level"]\nalso = ["level"]\n', 10, ["level is there already"]),
    "a rule of counting that is none": (
        SHARE + '[my-share.without.acting]\nbase = "a"\ndefinition = "a"\n',
        9,
        ["rule of counting has no key acting.", "acting_heads"],
    ),
    "other words without a definition": (SHARE + '[my-share.without.acting_heads]\nbase = "a"\n', 9, ["definition"]),
    "a truth in quotes": (SHARE + 'verified = "false"\n', 9, ["true or false"]),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_told_by_file_line_and_key(case: str, tmp_path: Path) -> None:
    text, line, told = WRONG[case]
    path = mine(tmp_path, text)
    run = inside("compute", SAMPLE, "--indicators", path)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"genderstats: {path}, line {line}: "), run.err
    assert [word for word in told if word not in run.err] == [], run.err
    assert run.err.count("\n") == 1


@pytest.mark.parametrize("case", WRONG)
def test_it_is_told_in_vietnamese_too(case: str, tmp_path: Path) -> None:
    text, line, _ = WRONG[case]
    with pytest.raises(GenderstatsError) as caught:
        declared(tmp_path, text)
    told = caught.value.message("vi")
    assert f", dòng {line}: " in told
    assert told != caught.value.message("en")
    assert not re.search(r"\{(?!\})\w+\}|\{\{|\b(missing|write|Known|such as|there is)\b", told), told


def test_a_file_that_is_not_there_is_told() -> None:
    run = inside("compute", SAMPLE, "--indicators", "nowhere.toml")
    assert run.code == 2
    assert "nowhere.toml" in run.err


def test_an_output_is_never_written_over_the_declaration(tmp_path: Path) -> None:
    path = mine(tmp_path, SHARE, "mine.csv")
    assert inside("compute", SAMPLE, "--indicators", path, "--output", path, "--format", "csv").code == 2
    assert inside("indicators", "--indicators", path, "--output", path, "--format", "md").code == 2
    assert path.read_text(encoding="utf-8") == SHARE


# What is computed -----------------------------------------------------------------------------------------------------

GAP = '[my-gap]\nmeasure = "gap"\nof = ["my-share", "women-share-staff"]\n' + HEAD


def test_without_ids_what_the_file_names_is_computed_in_its_order(tmp_path: Path) -> None:
    path = mine(tmp_path, GAP + SHARE + TARGET.format(name="women-share-deputies"))
    assert shown(SAMPLE, path) == ["my-gap", "my-share", "women-share-deputies"]


def test_ids_may_be_own_and_of_the_catalogue(tmp_path: Path) -> None:
    path = mine(tmp_path, GAP + SHARE)
    assert shown(SAMPLE, path, "-i", "women-share-staff", "-i", "my-gap") == ["women-share-staff", "my-gap"]
    assert shown(SAMPLE, path, "-i", "all") == [*catalogue(), "my-gap", "my-share"]


def test_all_is_the_catalogue_where_there_is_no_file() -> None:
    assert indicators(["all"]) == indicators() == list(catalogue().values())


def test_an_id_that_is_not_known_is_suggested_from_the_own_ones(tmp_path: Path) -> None:
    run = inside("compute", SAMPLE, "--indicators", mine(tmp_path, SHARE), "-i", "my-shares")
    assert run.code == 2
    assert "→ my-share?" in run.err


def test_an_own_gap_is_the_difference_of_its_parts(tmp_path: Path) -> None:
    found = compute(SAMPLE, own_indicators=mine(tmp_path, GAP + SHARE))
    gap, share = (
        next(one for one in found.observations if one.indicator.id == name) for name in ("my-gap", "my-share")
    )
    (heads,) = compute(SAMPLE, indicators=["women-share-heads"]).observations
    (staff,) = compute(SAMPLE, indicators=["women-share-staff"]).observations
    assert (share.women, share.men, share.value, share.bounds) == (heads.women, heads.men, heads.value, heads.bounds)
    assert heads.value is not None
    assert staff.value is not None
    assert gap.value == heads.value - staff.value


def test_a_gap_is_the_same_whether_its_parts_are_asked_for_or_not(tmp_path: Path) -> None:
    path = mine(tmp_path, GAP + SHARE)
    alone, beside = (compute(SAMPLE, indicators=ids, own_indicators=path) for ids in (["my-gap"], ["all"]))
    assert alone.observations == tuple(one for one in beside.observations if one.indicator.id == "my-gap")


def test_own_indicators_change_no_figure_of_the_catalogue(tmp_path: Path) -> None:
    path = mine(tmp_path, GAP + SHARE)
    beside = compute(SAMPLE, indicators=["all"], own_indicators=path, by=["level"]).observations
    assert tuple(one for one in beside if one.indicator.id in catalogue()) == compute(SAMPLE, by=["level"]).observations
    assert list(catalogue()) == [one.id for one in indicators()]


def test_own_indicators_are_compared(tmp_path: Path) -> None:
    path = mine(tmp_path, GAP + SHARE)
    found = compare("2018", "2019", folder=SAMPLES / "qltt", own_indicators=path)
    assert [one.now.indicator.id for one in found.changes[0]] == ["my-gap", "my-share"]
    assert all(one.comparable for one in found.changes[0])
    run = inside("compare", "2018", "2019", "--in", SAMPLES / "qltt", "--indicators", path, "--format", "json")
    assert [one["indicator"] for one in run.json["changes"]] == ["my-gap", "my-share"]


def test_the_definition_that_is_given_goes_with_the_figure(tmp_path: Path) -> None:
    run = inside("compute", SAMPLE, "--indicators", mine(tmp_path, GAP + SHARE), "--format", "json")
    assert [one["indicator"] for one in run.json["definitions"]] == ["my-gap", "my-share"]
    assert run.json["definitions"][1]["base"] == "heads"


def test_texts_of_the_file_are_printed_as_they_are(tmp_path: Path) -> None:
    path = mine(tmp_path, swapped('"Heads"', '"{heads} [red]x[/red] %s"'))
    for form in ("table", "json"):
        assert "{heads} [red]x[/red] %s" in inside("compute", SAMPLE, "--indicators", path, "--format", form).out
    assert "=1+1" not in inside("compute", SAMPLE, "--indicators", path, "--format", "csv").out


def test_one_text_serves_both_languages(tmp_path: Path) -> None:
    one = declared(tmp_path, measured("rate", 'attribute = { party = ["member"] }')).indicators["my-figure"]
    assert one.title.en == one.title.vi == "a"


# Targets --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "short"), [("0.50", 1), ('"0.5"', 1), ('"1/2"', 1), ('"0.40"', 0), ("0.4", 0), ("1", 3), ('"2/5"', 0)]
)
def test_a_target_is_read_exactly_as_it_is_written(said: str, short: int, tmp_path: Path) -> None:
    rows = [["A", "Nữ"], ["B", "Nữ"], ["C", "Nam"], ["D", "Nam"], ["E", "Nam"]]
    roster = write(tmp_path / "a.csv", [["Họ và tên", "Giới tính"], *rows])
    path = mine(tmp_path, TARGET.format(name="women-share-staff").replace('"0.40"', said))
    (one,) = compute(roster, own_indicators=path).observations
    assert [(item.met, item.short_by) for item in one.verdicts] == [(short == 0, short)]


def test_a_target_is_added_to_those_of_the_catalogue(tmp_path: Path) -> None:
    own = declared(tmp_path, TARGET.format(name="women-share-planned"))
    one, before = own.known["women-share-planned"], catalogue()["women-share-planned"]
    assert one.targets[:-1] == before.targets
    assert (one.targets[-1].year, one.targets[-1].source) == (2030, "A plan")
    assert replace(one, targets=before.targets) == before


def test_a_target_of_a_plan_is_printed_under_the_figure(tmp_path: Path) -> None:
    path = mine(tmp_path, TARGET.format(name="women-share-leaders").replace("0.40", "0.125"))
    run = inside("compute", SAMPLE, "--indicators", path)
    assert "target ≥12.50 % by 2030: A plan" in run.out
    assert "A plan" not in inside("compute", SAMPLE, "-i", "women-share-leaders").out


def test_a_target_without_a_source_gives_no_verdict(tmp_path: Path) -> None:
    text = TARGET.format(name="women-share-leaders").replace('source = "A plan"', "verified = false")
    (one,) = compute(SAMPLE, own_indicators=mine(tmp_path, text)).observations
    assert [item.met for item in one.verdicts] == [None]


def test_a_target_may_be_set_for_a_group_that_a_breakdown_shows(tmp_path: Path) -> None:
    text = TARGET.format(name="women-share-leaders") + 'where = { level = "division" }\n'
    found = compute(SAMPLE, own_indicators=mine(tmp_path, text), by=["level"]).observations
    assert [one.by["level"] for one in found if one.verdicts] == ["division"]


def test_one_that_is_shown_with_another_still_is(tmp_path: Path) -> None:
    path = mine(tmp_path, TARGET.format(name="women-share-managers"))
    assert shown(SAMPLE, path) == ["women-share-managers", "women-share-senior-middle-managers"]


# Copying --------------------------------------------------------------------------------------------------------------


def renamed(text: str) -> str:
    """A copy with the id changed on its first line, and nothing else."""
    first, rest = text.split("\n", 1)
    return first.replace("[", "[my-", 1) + "\n" + rest


@pytest.mark.parametrize("name", catalogue())
def test_a_copy_with_another_id_on_its_first_line_is_the_same_indicator(name: str, tmp_path: Path) -> None:
    run = inside("indicators", "--copy", name)
    assert run.code == 0
    assert run.out.count(f"[{name}") == 1
    (one,) = declared(tmp_path, renamed(run.out)).indicators.values()
    assert one == replace(catalogue()[name], id=f"my-{name}")


def test_a_copy_that_keeps_its_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(errors.DeclarationIdTakenError):
        declared(tmp_path, inside("indicators", "--copy", "women-share-staff").out)


@pytest.mark.parametrize("sample", ["qltt/qltt-2019.xlsx", "gia-lai/tinh-2016.xlsx", "cnqp/cnqp-2022.xlsx"])
def test_copies_of_the_whole_catalogue_give_the_same_figures(sample: str, tmp_path: Path) -> None:
    copies = "\n".join(renamed(inside("indicators", "--copy", name).out) for name in catalogue())
    path, ids = mine(tmp_path, copies), [f"my-{name}" for name in catalogue()]
    found = compute(SAMPLES / sample, own_indicators=path, indicators=ids, by=["unit"]).observations
    plain = compute(SAMPLES / sample, by=["unit"]).observations
    assert [bare(one) for one in found if one.indicator.id.startswith("my-")] == [bare(one) for one in plain]


def bare(one: Any) -> Any:
    """An observation but for the id of its indicator."""
    name = one.indicator.id.removeprefix("my-")
    return replace(one, indicator=replace(one.indicator, id=name), parts=tuple(map(bare, one.parts)))


def test_several_are_copied_at_once_and_into_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    run = inside("indicators", "--copy", "party-rate", "women-share-staff", "--output", path)
    assert (run.code, run.out) == (0, "")
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"^\[([a-z-]+)\]", text, re.MULTILINE) == ["party-rate", "women-share-staff"]
    again = inside("indicators", "--copy", "party-rate", "--output", path)
    assert (again.code, path.read_text(encoding="utf-8")) == (2, text)
    assert "a file of this name is there" in again.err


def test_a_copy_is_of_what_there_is_and_has_one_form() -> None:
    assert "→ women-share-leaders?" in inside("indicators", "--copy", "women-share-leader").err
    assert "toml" in inside("indicators", "--copy", "women-share-staff", "--format", "json").err


def test_what_to_change_is_said_in_the_language_of_the_reader() -> None:
    for lang, word in (("en", "an id of your own"), ("vi", "mã riêng của bạn")):
        assert word in process("indicators", "--copy", "women-share-staff", lang=lang).out.split("\n")[0]


# Shown ----------------------------------------------------------------------------------------------------------------


def test_own_indicators_are_shown_with_their_definitions(tmp_path: Path) -> None:
    path = mine(tmp_path, SHARE + TARGET.format(name="women-share-leaders"))
    said = inside("indicators", "--indicators", path).out
    assert "my-share" in said
    assert "A plan" in said
    run = inside("indicators", "my-share", "women-share-staff", "--indicators", path, "--format", "json")
    assert [one["indicator"] for one in run.json["indicators"]] == ["my-share", "women-share-staff"]


def test_the_form_is_loaded_only_for_a_file_of_ones_own() -> None:
    import subprocess
    import sys

    from support.places import SOURCE

    for arguments in (["compute", "--help"], ["indicators"], ["indicators", "--copy", "party-rate"]):
        script = (
            f"import sys; from genderstats.cli.running import run; run({arguments!r}); "
            "sys.exit(bool({'genderstats.indicators.form', 'genderstats.indicators.own'} & set(sys.modules)))"
        )
        done = subprocess.run(
            [sys.executable, "-c", script], env={"PYTHONPATH": str(SOURCE)}, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()


def test_the_words_of_every_rule_of_counting_may_be_declared(tmp_path: Path) -> None:
    words = '{ base = "b", definition = "d" }'
    rules = "".join(f"without.{rule} = {words}\n" for rule in Counting.model_fields)
    one = declared(tmp_path, SHARE + rules).indicators["my-share"]
    assert [other.rule for other in one.without] == list(Counting.model_fields)
    assert {other.base.en for other in one.without} == {"b"}


def test_a_question_knows_every_indicator_there_is(tmp_path: Path) -> None:
    own = declared(tmp_path, SHARE)
    assert list(Question.asked(own=own).known) == [*catalogue(), "my-share"]
    assert Question.asked(["my-share"], own=own).indicators == tuple(own.indicators.values())
