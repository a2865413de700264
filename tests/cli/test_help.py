"""Help has an example for every command, in both languages."""

from __future__ import annotations

import pytest
from support.program import inside, process

from genderstats.version import VERSION

COMMANDS = ["compute", "compare", "check", "inspect", "indicators", "explain", "targets", "forecast", "add", "periods"]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("lang", "heading"), [("en", "Examples:"), ("vi", "Ví dụ:")])
def test_the_help_of_a_command_has_an_example(command: str, lang: str, heading: str) -> None:
    run = process(command, "--help", lang=lang)
    assert (run.code, run.err) == (0, "")
    assert heading in run.out
    assert f"genderstats {command} " in run.out.partition(heading)[2] or command == "indicators"


def test_lang_on_the_command_line_comes_before_the_environment() -> None:
    assert "Ví dụ:" in process("compute", "--lang", "vi", "--help", lang="en").out
    assert "Examples:" in process("compute", "--lang=en", "--help", lang="vi").out


def test_the_help_names_every_command() -> None:
    said = inside("--help").out
    assert [name for name in COMMANDS if f"  {name} " not in said] == []


def test_vietnamese_help_says_in_vietnamese_what_every_option_does() -> None:
    english, vietnamese = (process("compute", "--help", lang=lang).out for lang in ("en", "vi"))
    options = {word.strip(",") for word in english.split() if word.startswith("--")}
    assert {"--by", "--indicator", "--map", "--output"} <= options
    assert all(option in vietnamese for option in options)
    for phrase in ("Usage:", "Options", "Arguments", "Show this message", "required"):
        assert phrase not in vietnamese


def test_the_version_is_told() -> None:
    run = process("--version")
    assert (run.code, run.out, run.err) == (0, f"genderstats {VERSION}\n", "")


def test_without_arguments_the_help_is_shown() -> None:
    assert "Examples:" in process().out


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_the_catalogue_and_an_indicator_are_told_in_words(lang: str) -> None:
    assert "women-share-staff" in process("indicators", lang=lang).out
    said = process("explain", "women-share-leaders", lang=lang).out
    assert {"en": "Biểu 9-BTCTW", "vi": "mỗi người tính một lần"}[lang] in " ".join(said.split())


def test_help_loads_neither_pandas_nor_the_readers() -> None:
    import subprocess
    import sys

    from support.places import SOURCE

    script = (
        "import sys; from genderstats.cli.running import run; run(['compute', '--help']); "
        "sys.exit(bool({'pandas', 'pyarrow', 'fastexcel', 'openpyxl'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env={"PYTHONPATH": str(SOURCE)}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
