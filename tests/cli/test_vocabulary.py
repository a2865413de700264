"""--vocabulary: an officer's own words, in the form of the built-in lists, for one run or one call alone."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from support.places import REPOSITORY
from support.program import inside, process
from support.sheets import write

from genderstats import compare, compute, read_roster
from genderstats.errors import GenderstatsError, NoSexColumnError
from genderstats.people.codes import code_list
from genderstats.people.fields import fields
from genderstats.reading.layout.headers import claim, header_words
from genderstats.vocabulary.added import added, with_words
from genderstats.vocabulary.own import OwnWords, own_words, using

if TYPE_CHECKING:
    from pathlib import Path

    from support.sheets import Grid

PEOPLE: Grid = [
    ["Họ và tên", "Phái tính", "Ngày sinh", "Chức vụ", "Quản lý nhà nước"],
    ["Trần Thị Mẫu", "Nữ", "8/3/1975", "Trưởng phòng", "Ngạch đặc cách"],
    ["Lê Văn Mẫu", "Nam", "1980", "Chuyên viên", "Chuyên viên"],
]
WORDS = """
[fields.sex]
words = ["phái tính"]

[codes.administration_level.officer]
words = ["ngạch đặc cách"]
"""


def vocabulary(folder: Path, text: str = WORDS, name: str = "own.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def roster(folder: Path, name: str = "ds-2020.csv") -> Path:
    return write(folder / name, PEOPLE)


def test_the_example_of_the_contributing_guide_works_without_editing_the_program(tmp_path: Path) -> None:
    guide = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows, words = guide.split("```text\n")[1], guide.split("## Words for one agency")[1].split("```toml\n")[1]
    example = tmp_path / "example.csv"
    example.write_text(rows.partition("```")[0], encoding="utf-8")
    run = inside(
        "inspect", example, "--vocabulary", vocabulary(tmp_path, words.partition("```")[0]), "--format", "json"
    )
    assert run.code == 0, run.err
    assert run.json["sheets"][0]["columns"]["sex"]["header"] == "Phái tính"
    assert run.json["sheets"][0]["unknown_words"] == []
    assert inside("inspect", example, "--format", "json").json["sheets"][0]["columns"].get("sex") is None


def test_a_header_and_a_value_are_read_by_words_of_ones_own(tmp_path: Path) -> None:
    path = roster(tmp_path)
    run = inside("inspect", path, "--vocabulary", vocabulary(tmp_path), "--format", "json")
    assert run.code == 0, run.err
    (sheet,) = run.json["sheets"]
    assert sheet["columns"]["sex"]["header"] == "Phái tính"
    assert sheet["unknown_words"] == []


@pytest.mark.parametrize("command", ["compute", "check", "inspect"])
def test_the_words_hold_in_a_process_of_its_own_for_every_command(command: str, tmp_path: Path) -> None:
    run = process(command, roster(tmp_path), "--vocabulary", vocabulary(tmp_path), folder=tmp_path)
    assert run.code == 0, run.err
    without = process("compute", roster(tmp_path), folder=tmp_path)
    assert without.code == 2
    assert "tells sex" in without.err or "sex" in without.err


def test_the_words_are_forgotten_when_the_command_ends(tmp_path: Path) -> None:
    path = roster(tmp_path)
    assert inside("compute", path, "--vocabulary", vocabulary(tmp_path)).code == 0
    assert inside("compute", path).code == 2


def test_two_calls_never_see_each_others_words(tmp_path: Path) -> None:
    path, own = roster(tmp_path), vocabulary(tmp_path)
    other = vocabulary(tmp_path, '[fields.note]\nwords = ["phái tính"]\n', "other.toml")
    for _ in range(2):
        (found,) = read_roster(path, vocabulary=own).rosters
        assert [one.administration_level for one in found.records()] == ["officer", "specialist"]
        for said in (None, other):
            with pytest.raises(NoSexColumnError):
                compute(path, vocabulary=said)
    assert compute(path, vocabulary=own, indicators=["women-share-staff"]).observations[0].women == 1


def test_words_are_restored_when_a_call_fails(tmp_path: Path) -> None:
    with pytest.raises(GenderstatsError):
        compute(tmp_path / "missing.csv", vocabulary=vocabulary(tmp_path))
    assert own_words().fields == {}
    assert claim(("Phái tính",)) is None


def test_compare_reads_both_sides_with_the_words(tmp_path: Path) -> None:
    then, now = roster(tmp_path, "r-2020.csv"), roster(tmp_path, "r-2021.csv")
    (step,) = compare(then, now, indicators=["women-share-staff"], vocabulary=vocabulary(tmp_path)).changes
    assert [side.numerator for side in (step[0].then, step[0].now)] == [1, 1]


def test_words_hold_within_their_scope_and_thread_alone(tmp_path: Path) -> None:
    seen: list[object] = []
    with with_words(vocabulary(tmp_path)):
        told = claim(("Phái tính",))
        assert told
        assert told.field == "sex"
        thread = threading.Thread(target=lambda: seen.append(claim(("Phái tính",))))
        thread.start()
        thread.join()
        with using(OwnWords()):
            assert claim(("Phái tính",)) is None
        assert claim(("Phái tính",)) == told
    assert seen == [None]
    assert claim(("Phái tính",)) is None


def test_what_was_derived_goes_with_the_words_it_was_derived_from(tmp_path: Path) -> None:
    own = added(vocabulary(tmp_path))
    before = fields()
    with using(own):
        claim(("Phái tính",))
        code_list("administration_level")
        assert fields()["sex"].words[0] == "phái tính"
        assert own.kept
    assert fields() is before


def test_words_of_ones_own_stand_first_and_mean_nothing_else(tmp_path: Path) -> None:
    text = '[fields.unit]\nwords = ["chức vụ"]\n[fields.sex.flags]\nF = ["ghi chú"]\n[codes.education.master]\nwords = ["cử nhân"]\n'
    with using(added(vocabulary(tmp_path, text))):
        told = {header: claim((header,)) for header in ("Chức vụ", "Ghi chú", "Chức danh", "Đơn vị")}
        assert {header: one.field if one else None for header, one in told.items()} == {
            "Chức vụ": "unit", "Ghi chú": "sex", "Chức danh": "position", "Đơn vị": "unit",
        }  # fmt: skip
        assert told["Chức vụ"] < told["Đơn vị"]  # type: ignore[operator]
        assert code_list("education").find("Cử nhân Luật") == "master"
        assert not [word for word in fields()["position"].words if word == "chức vụ"]
    assert code_list("education").find("Cử nhân Luật") == "bachelor"


def test_a_vocabulary_that_adds_nothing_changes_nothing(tmp_path: Path) -> None:
    before, headers = {name: code_list(name) for name in ("sex", "education", "rank-group")}, header_words()
    with using(added(vocabulary(tmp_path, ""))):
        assert {name: code_list(name) for name in before} == before
        assert header_words().listed == headers.listed


WRONG = {
    "[fields.sexx]\nwords = ['a']": ("line 1", "sexx", "→ sex?"),
    "\n[fields.sex]\nwordz = ['a']": ("line 3", "wordz", "→ words?"),
    "[fields.unit]\nflags.F = ['a']": ("line 2", "flags", "Known here: words"),
    "[fields.sex]\nflags.X = ['a']": ("line 2", "X", "Known here: F, M"),
    "[codes.rank-groups.general]\nwords = ['a']": ("line 1", "rank-groups", "→ rank-group?"),
    "[codes.level.team]\nwords = ['a']": ("line 1", "level", "Known here: sex"),
    "[codes.sex.W]\nwords = ['a']": ("line 1", "W", "Known here: F, M"),
    "[fields.sex]\nwords = 'a'": ("line 2", "words", 'a list of words: ["phái tính"]'),
    "[fields.sex]\nwords = []": ("line 2", "words", "a list of words"),
    "[fields.sex]\nwords = ['a', 3]": ("line 2", "words", "a list of words"),
    "[fields.sex]\nwords = ['…']": ("line 2", "words", "a list of words"),
    "fields = 3": ("line 1", "fields", "a table: [fields]"),
    "[fields.sex]\nwords = ['a b']\n[fields.unit]\nwords = ['c', 'A  B']": ("line 4", "words", "“A  B”"),
    "[codes.sex.F]\nwords = ['a']\n[codes.sex.M]\nwords = ['a']": ("line 4", "words", "“a”"),
    "[fields.sex\n": ("line 1", "", ""),
}


@pytest.mark.parametrize("text", WRONG, ids=[text.replace("\n", " ")[:40] for text in WRONG])
def test_what_is_wrong_is_told_with_its_line_and_key(text: str, tmp_path: Path) -> None:
    run = inside("inspect", roster(tmp_path), "--vocabulary", vocabulary(tmp_path, text))
    assert run.code == 2
    assert len(run.err.splitlines()) == 1
    for said in ("own.toml", *WRONG[text]):
        assert said in run.err


def test_a_file_that_is_missing_is_told(tmp_path: Path) -> None:
    run = inside("compute", roster(tmp_path), "--vocabulary", tmp_path / "none.toml")
    assert run.code == 2
    assert "none.toml" in run.err


def test_the_result_never_overwrites_the_vocabulary(tmp_path: Path) -> None:
    own = vocabulary(tmp_path, name="own.csv")
    run = inside("compute", roster(tmp_path), "--vocabulary", own, "--output", own)
    assert run.code == 2
    assert own.read_text(encoding="utf-8") == WORDS
