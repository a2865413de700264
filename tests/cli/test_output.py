"""Where results go and in what form: stdout for data, stderr for the rest; nothing is cut; files are replaced whole."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from support.places import SAMPLES
from support.program import inside, process

from genderstats.text import marks

if TYPE_CHECKING:
    from pathlib import Path

ROSTER = SAMPLES / "hckt" / "hckt-2016.xlsx"
CAND = SAMPLES / "cand" / "cand-2016.xlsx"
COLUMNS = [
    "indicator",
    "by",
    "unit",
    "women",
    "men",
    "unknown",
    "numerator",
    "denominator",
    "value",
    "bounds",
    "status",
    "reason",
    "targets",
]


def records(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_csv_begins_with_a_byte_order_mark_and_has_the_columns_of_the_json() -> None:
    run = process("compute", ROSTER, "--format", "csv")
    assert list(records(run.out)[0])[: len(COLUMNS)] == COLUMNS


def test_csv_and_json_hold_the_same_observations() -> None:
    rows = records(inside("compute", ROSTER, "--by", "level", "--format", "csv").out)
    told = inside("compute", ROSTER, "--by", "level", "--format", "json").json["observations"]
    assert len(rows) == len(told)
    for row, one in zip(rows, told, strict=True):
        assert row["by"] == "; ".join(f"{name}={code}" for name, code in one["by"].items())
        for name in (
            "indicator",
            "unit",
            "women",
            "men",
            "unknown",
            "numerator",
            "denominator",
            "value",
            "status",
            "reason",
        ):
            assert row[name] == ("" if one[name] is None else str(one[name]))


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_a_piped_table_is_not_cut(lang: str) -> None:
    table = process("compute", CAND, "--by", "unit", lang=lang, COLUMNS="40").out
    lines = [" ".join(line.split()) for line in table.splitlines()]
    assert not any(line.endswith("…") for line in lines)
    for one in inside("compute", CAND, "--by", "unit", "--format", "json").json["observations"]:
        if one["denominator"]:
            counts = "/".join(marks.count(one[name], lang) for name in ("numerator", "denominator"))
            unit = one["by"].get("unit", "")
            assert any(counts in line.split() and (not unit or unit == "_U" or unit in line) for line in lines), one


def test_a_piped_table_has_no_colours() -> None:
    assert "\x1b" not in process("compute", ROSTER).out


def test_no_color_is_obeyed_even_where_colours_are_forced() -> None:
    assert "\x1b[3" not in process("compute", ROSTER, FORCE_COLOR="1", NO_COLOR="1").out


def test_the_option_no_color_is_obeyed_even_where_colours_are_forced() -> None:
    assert "\x1b[3" in process("compute", ROSTER, FORCE_COLOR="1").out
    assert "\x1b[3" not in process("compute", ROSTER, "--no-color", FORCE_COLOR="1").out


@pytest.mark.parametrize(
    ("suffix", "start"), [("json", b"{"), ("csv", b"\xef\xbb\xbfindicator"), ("md", b"# "), ("txt", b"G")]
)
def test_the_suffix_of_a_file_implies_its_form(suffix: str, start: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"figures.{suffix}"
    run = inside("compute", ROSTER, "-o", path)
    assert (run.code, run.out) == (0, "")
    assert path.read_bytes().startswith(start)


def test_a_file_holds_what_stdout_would_have(tmp_path: Path) -> None:
    for form in ("json", "csv", "md"):
        path = tmp_path / f"figures.{form}"
        inside("compute", ROSTER, "--output", path)
        assert path.read_text(encoding="utf-8") == inside("compute", ROSTER, "--format", form).out


def test_an_existing_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "figures.json"
    path.write_text("x" * 1_000_000, encoding="utf-8")
    inside("compute", ROSTER, "-o", path)
    assert json.loads(path.read_text(encoding="utf-8"))["schema"] == "genderstats.compute/1"
    assert [one.name for one in tmp_path.iterdir()] == ["figures.json"]


def test_a_file_stays_as_it_was_when_the_command_fails(tmp_path: Path) -> None:
    path = tmp_path / "figures.json"
    path.write_text("as it was", encoding="utf-8")
    assert inside("compute", "absent.xlsx", "-o", path).code == 2
    assert path.read_text(encoding="utf-8") == "as it was"


def test_where_the_period_comes_from_is_said_on_stderr_only() -> None:
    run = inside("compute", ROSTER)
    assert "2016" in run.err
    assert run.err not in run.out


@pytest.mark.parametrize("command", ["compute", "check", "inspect"])
def test_quiet_says_nothing_on_stderr(command: str) -> None:
    assert process(command, SAMPLES / "gia-lai", "--quiet").err == ""


def test_quiet_does_not_silence_an_error() -> None:
    assert inside("compute", "absent.xlsx", "--quiet").err.startswith("genderstats: ")


def test_check_ends_with_1_when_somebody_should_mend_the_roster() -> None:
    assert inside("check", ROSTER).code == 1


def test_check_ends_with_0_when_nothing_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "good.csv"
    path.write_text("Họ tên,Giới tính,Ngày sinh\nLan,Nữ,1/2/1980\n", encoding="utf-8")
    assert inside("check", path).code == 0


def test_strict_ends_with_1_when_rows_were_rejected(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(
        "Họ tên,Giới tính,Đơn vị,Dân tộc,Ghi chú\nLan,Nữ,A,Kinh,\n,,Văn phòng,Kinh,thiếu tên\n", encoding="utf-8"
    )
    assert inside("compute", path).code == 0
    assert inside("compute", path, "--strict").code == 1


def test_a_defect_of_ours_ends_with_101_and_a_short_message(monkeypatch: pytest.MonkeyPatch) -> None:
    from genderstats.workflows import compute

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(compute, "people", broken)
    run = inside("compute", ROSTER)
    assert run.code == 101
    assert len(run.err.splitlines()) == 1
    assert "ZeroDivisionError" in run.err
    with pytest.raises(ZeroDivisionError):
        inside("compute", ROSTER, "--debug")


def test_markdown_has_a_table_of_as_many_cells_in_every_row() -> None:
    text = inside("compute", ROSTER, "--format", "md").out
    rows = [line.replace("\\|", "").count("|") for line in text.splitlines() if line.startswith("|")]
    assert len(rows) > 20
    assert len(set(rows)) == 1
