"""The finished examples of CONTRIBUTING.md: each edit, made in a copy of the program, does what the page says."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from support.places import REPOSITORY, SOURCE
from support.program import process

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
_FENCED = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)


@dataclass(frozen=True)
class Example:
    """An example: what is written, where (a file of the program, or one's own), the command, and lines that it prints."""

    toml: str
    file: str | None
    command: list[str]
    lines: list[str]


def blocks(text: str, kind: str) -> list[str]:
    return [body for name, body in _FENCED.findall(text) if name == kind]


def example(heading: str) -> Example:
    said = TEXT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    assert said, heading
    file = re.search(r"`src/genderstats/([\w/]+\.toml)`", said)
    command, *lines = (blocks(said, "text") or ["$ genderstats inspect example.csv\n"])[0].splitlines()
    return Example(blocks(said, "toml")[0], file[1] if file else None, command.split()[2:], lines)


def edited(text: str, block: str) -> str:
    """A file with a table added, or with the lines of a table that it has replaced by those that are shown."""
    head, *lines = block.strip().splitlines()
    if f"\n{head}\n" not in text or head.startswith("[["):
        return f"{text}\n{block}"
    before, _, after = text.partition(f"\n{head}\n")
    for line in lines:
        key = line.partition("=")[0]
        after = re.sub(rf"^{key}=.*$", lambda _, line=line: line, after, count=1, flags=re.MULTILINE)
    return f"{before}\n{head}\n{after}"


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """A copy of the program, the roster of the page, and the samples."""
    shutil.copytree(SOURCE, tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "data").symlink_to(REPOSITORY / "data")
    (tmp_path / "example.csv").write_text(blocks(TEXT, "text")[0], encoding="utf-8")
    return tmp_path


def told(folder: Path, command: list[str]) -> str:
    run = process(*command, folder=folder, PYTHONPATH=str(folder / "src"), COLUMNS="100")
    return " ".join((run.out + run.err).split())


def made(folder: Path, one: Example) -> None:
    path = folder / ("src/genderstats/" + one.file if one.file else "mine.toml")
    path.write_text(edited(path.read_text(encoding="utf-8") if one.file else "", one.toml), encoding="utf-8")


@pytest.mark.parametrize(
    "heading", ["Indicators and targets of one's own", "A title", "A header word", "A target", "An indicator"]
)
def test_an_example_prints_what_the_page_says_and_not_without_it(heading: str, workshop: Path) -> None:
    one = example(heading)
    lines = [" ".join(line.split()) for line in one.lines]
    assert lines
    before = told(workshop, one.command)
    assert not all(line in before for line in lines)
    made(workshop, one)
    after = told(workshop, one.command)
    assert [line for line in lines if line not in after] == []


def test_a_word_of_a_cell_is_unknown_until_it_is_added(workshop: Path) -> None:
    command = ["inspect", "example.csv"]
    made(workshop, example("A header word"))
    assert "Bậc cán sự" in told(workshop, command).partition("Words not understood")[2]
    made(workshop, example("A value word"))
    assert "Words not understood" not in told(workshop, command)


def test_the_roster_of_the_page_is_refused_as_it_says(workshop: Path) -> None:
    assert "no column tells sex" in told(workshop, ["compute", "example.csv"])
