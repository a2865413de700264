"""`--titles`: title rules of one's own."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.program import inside

from genderstats import compute
from genderstats.reading.own_titles import TitlesFile, own_titles
from genderstats.reporting.undecided import toml_lines
from genderstats.text.language import LANGUAGES, Language

PEOPLE = """Họ và tên,Giới tính,Chức vụ,Đơn vị
Người A,Nam,Trưởng nhánh,Sở Y tế
Người B,Nữ,Trưởng nhánh,Sở Y tế
Người C,Nữ,"Tổng điều phối ""x"" \\ y",Sở Y tế
Người D,Nam,Trưởng phòng,Sở Y tế
"""
BRANCH = '[[title]]\nwords = ["Trưởng nhánh"]\nlevel = "team"\n'


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "ds-2024.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    return path


def rules(folder: Path, text: str = BRANCH, name: str = "titles.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def heads(run: Any) -> dict[str, Any]:
    assert run.code == 0, run.err
    (one,) = [one for one in run.json["observations"] if one["indicator"] == "women-share-heads"]
    return {"women": one["women"], "men": one["men"]}


def counted(path: Path, *options: object) -> dict[str, Any]:
    return heads(inside("compute", path, "-i", "women-share-heads", "--format", "json", *options))


def test_a_title_of_ones_own_is_an_office(roster: Path, tmp_path: Path) -> None:
    assert counted(roster) == {"women": 0, "men": 1}
    assert counted(roster, "--titles", rules(tmp_path)) == {"women": 1, "men": 2}


def test_a_rule_of_ones_own_stands_before_the_built_in_one(roster: Path, tmp_path: Path) -> None:
    own = rules(tmp_path, '[[no_office]]\nwords = ["Trưởng phòng"]\n' + BRANCH)
    assert counted(roster, "--titles", own) == {"women": 1, "men": 1}


def test_a_profile_names_its_titles_file_and_the_option_wins(roster: Path, tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    rules(folder)
    profile = rules(folder, 'schema = "genderstats.profile/1"\ntitles = "titles.toml"\n', "profile.toml")
    assert counted(roster, "--profile", profile) == {"women": 1, "men": 2}
    nothing = rules(tmp_path, '[[no_office]]\nwords = ["Trưởng nhánh"]\n', "other.toml")
    assert counted(roster, "--profile", profile, "--titles", nothing) == {"women": 0, "men": 1}


def test_a_saved_profile_keeps_the_titles_file(roster: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    kept = folder / "profile.toml"
    assert inside("inspect", roster, "--titles", rules(tmp_path), "--save", kept).code == 0
    assert tomllib.loads(kept.read_text(encoding="utf-8"))["titles"] == "../titles.toml"
    assert counted(roster, "--profile", kept) == {"women": 1, "men": 2}


@pytest.mark.parametrize("named_in", ["option", "profile"])
def test_the_titles_file_is_never_overwritten(named_in: str, roster: Path, tmp_path: Path) -> None:
    own = rules(tmp_path, name="titles.csv")
    profile = rules(tmp_path, 'schema = "genderstats.profile/1"\ntitles = "titles.csv"\n', "profile.toml")
    options = ("--titles", own) if named_in == "option" else ("--profile", profile)
    run = inside("compute", roster, *options, "-o", own, "-f", "csv")
    assert run.code == 2
    assert own.read_text(encoding="utf-8") == BRANCH


def test_no_file_of_rules_is_read_twice(roster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules(tmp_path)
    profile = rules(tmp_path, 'schema = "genderstats.profile/1"\ntitles = "titles.toml"\n', "profile.toml")
    read: Counter[str] = Counter()
    whole = Path.read_text

    def counting(path: Path, *given: Any, **named: Any) -> str:
        read[path.name] += 1
        return whole(path, *given, **named)

    monkeypatch.setattr(Path, "read_text", counting)
    assert inside("compute", roster, "--profile", profile, "-o", tmp_path / "out.md", "-f", "md").code == 0
    assert (read["profile.toml"], read["titles.toml"]) == (1, 1)


def test_python_takes_the_same_rules(roster: Path, tmp_path: Path) -> None:
    (one,) = compute(roster, indicators=["women-share-heads"], titles=rules(tmp_path)).observations
    assert (one.women, one.men) == (1, 2)


BAD = {
    "no TOML": ("[[title]\n", ["line 1"]),
    "a key that no title has": ('[[title]]\nword = ["A"]\n', ["line 2", "word", "→ words"]),
    "a table that no titles file has": ('[[titel]]\nwords = ["A"]\n', ["line 1", "titel", "→ title"]),
    "no words": ("[[title]]\nlevel = 'team'\n", ["line 1", "words"]),
    "words without a letter": ('[[title]]\nwords = ["…"]\n', ["line 2", "words"]),
    "a deputy without a letter": ('[[title]]\nwords = ["A"]\ndeputies = [""]\n', ["line 3", "deputies"]),
    "an unknown level": ('[[title]]\nwords = ["A"]\nlevel = "divison"\n', ["line 3", "level", "division instead of"]),
    "an unknown role": ('[[title]]\nwords = ["A"]\nrole = "haed"\n', ["line 3", "role", "head instead of haed"]),
    "an unknown axis": ('[[body]]\nwords = ["A"]\naxis = "partys"\n', ["line 3", "axis", "party instead of"]),
    "an unknown axis among several": ('[[title]]\nwords = ["A"]\naxes = ["party", "x"]\n', ["line 3", "axes"]),
    "an unknown scale": ('[[body]]\nwords = ["A"]\nscale = "plase"\n', ["line 3", "scale", "place instead of plase"]),
    "an unknown seat": ('[[body]]\nwords = ["A"]\nseat = "senate"\n', ["line 3", "seat", "assembly, council"]),
    "an unknown body": ('[[title]]\nwords = ["A"]\nheads = "Phongg"\n', ["line 3", "heads"]),
    "an unknown level in a scale": ('[scale.mine]\nprovince = "depart"\n', ["line 2", "province"]),
    "no flag": ('[[title]]\nwords = ["A"]\nkey = "yes"\n', ["line 3", "key", "true or false"]),
    "no table": ("title = 3\n", ["line 1", "[[title]]"]),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_titles_file_is_one_clear_line(case: str, roster: Path, tmp_path: Path) -> None:
    text, named = BAD[case]
    run = inside("compute", roster, "--titles", rules(tmp_path, text))
    assert (run.code, run.out, len(run.err.splitlines())) == (2, "", 1)
    assert [word for word in ["titles.toml", *named] if word not in run.err] == []


def test_a_titles_file_that_is_not_there_is_one_clear_line(roster: Path, tmp_path: Path) -> None:
    run = inside("compute", roster, "--titles", tmp_path / "titles.toml")
    assert (run.code, len(run.err.splitlines())) == (2, 1)


def block(page: str) -> str:
    return page[page.index("[[undecided]]") :]


def test_inspect_ends_with_a_titles_file_to_decide_in(roster: Path, tmp_path: Path) -> None:
    text = block(inside("inspect", roster).out)
    assert text.index("Trưởng nhánh") < text.index("Tổng điều phối")
    own = rules(tmp_path, text)
    again = inside("inspect", roster, "--titles", own)
    assert (again.code, block(again.out)) == (0, text)
    assert counted(roster, "--titles", own) == counted(roster)


def test_the_block_with_a_title_moved_to_a_rule_is_what_the_rule_says(roster: Path, tmp_path: Path) -> None:
    text = block(inside("inspect", roster).out).replace('  "Trưởng nhánh",  # 2\n', "") + BRANCH
    assert counted(roster, "--titles", rules(tmp_path, text)) == {"women": 1, "men": 2}


def test_the_record_of_inspect_has_the_block_too(roster: Path) -> None:
    text = inside("inspect", roster, "--format", "json").json["undecided_titles"]
    assert tomllib.loads(text)["undecided"][0]["words"][0] == "Trưởng nhánh"


def test_where_all_titles_are_known_there_is_nothing_to_decide(roster: Path, tmp_path: Path) -> None:
    own = rules(tmp_path, BRANCH + '[[no_office]]\nwords = ["Tổng điều phối"]\n')
    assert "undecided" not in inside("inspect", roster, "--titles", own).out


@given(st.dictionaries(st.text(), st.integers(1, 999), min_size=1), st.sampled_from(LANGUAGES))
def test_any_titles_are_listed_as_toml_that_means_them(counts: dict[str, int], language: Language) -> None:
    text = "\n".join(line[language] for line in toml_lines(Counter(counts)))
    (listed,) = TitlesFile.model_validate(tomllib.loads(text)).undecided
    assert sorted(listed.words) == sorted(counts)


def test_the_built_in_table_is_of_the_same_form(tmp_path: Path) -> None:
    import genderstats.vocabulary

    own_titles(Path(genderstats.vocabulary.__file__).parent / "titles.toml")
