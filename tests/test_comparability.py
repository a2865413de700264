"""What is not comparable is said and not computed: of figures, of counts, of flows and of decompositions."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from support.places import SAMPLES
from support.program import inside
from support.sheets import write

from genderstats import add, compare

if TYPE_CHECKING:
    from pathlib import Path

HEADER = ["Số hiệu", "Họ và tên", "Giới tính", "Ngày sinh", "Đơn vị", "Ngày vào Đảng", "Ngày tuyển dụng", "Dân tộc"]


def staff(
    count: int, *, party: str = "3/2/2005", hired: str = "", ethnic: str = "Kinh", sex: str = ""
) -> list[list[str]]:
    return [
        [f"CB{at}", f"Người {at}", sex or ("Nữ" if at % 2 else "Nam"), f"{at + 1}/5/1970", f"Phòng {'AB'[at % 4 // 2]}",
         party if at % 3 else "Không", hired, ethnic]
        for at in range(count)
    ]  # fmt: skip


def lists(
    folder: Path,
    then: list[list[str]],
    now: list[list[str]],
    without: str = "",
    years: tuple[str, str] = ("2020", "2021"),
) -> None:
    write(folder / f"ds-{years[0]}.csv", [HEADER, *then])
    kept = [at for at, head in enumerate(HEADER) if head != without]
    write(folder / f"ds-{years[1]}.csv", [[row[at] for at in kept] for row in [HEADER, *now]])


@pytest.mark.parametrize("by", ["party", "unit"])
@pytest.mark.parametrize("turned", [False, True])
def test_a_column_that_one_list_lacks_is_the_reason_in_every_group_and_no_count_is_told(
    tmp_path: Path, by: str, turned: bool
) -> None:
    lists(tmp_path, staff(12), staff(12), "Ngày vào Đảng" if by == "party" else "Đơn vị")
    years = ("2021", "2020") if turned else ("2020", "2021")
    asked = ("compare", *years, "--in", tmp_path, "-i", "women-share-staff", "--by", by)
    changes = inside(*asked, "-f", "json").json["changes"]
    assert len(changes) == 2
    assert {one["reason"] for one in changes} == {"column-absent-then" if turned else "column-absent-now"}
    assert {(one["points"], one["count_change"], one["percent_of_then"]) for one in changes} == {(None, None, None)}
    page = inside(*asked).out
    words = f"the {'earlier' if turned else 'later'} list has no such column"
    assert page.count(words) == 1
    assert "--units-map" not in page


def test_the_rank_column_that_a_sample_lacks_is_named() -> None:
    changes = inside(
        "compare", SAMPLES / "cnqp" / "cnqp-2021.xlsx", SAMPLES / "cnqp" / "cnqp-2022.xlsx", "-i", "women-share-rank", "-f", "json"
    ).json["changes"]  # fmt: skip
    assert changes
    assert {one["reason"] for one in changes} == {"column-absent-now"}
    assert {one["count_change"] for one in changes} == {None}


def test_counts_of_what_happened_in_periods_of_unequal_length_are_not_compared(tmp_path: Path) -> None:
    lists(tmp_path, staff(12, hired="1/3/2020"), staff(12, hired="1/3/2021"), years=("2020-S1", "2021"))
    asked = ("compare", "2020-S1", "2021", "--in", tmp_path, "-i", "women-share-recruits", "-i", "women-share-staff")
    recruits, everybody = inside(*asked, "-f", "json").json["changes"]
    assert (recruits["comparable"], recruits["points"], recruits["counts_reason"]) == (True, 0, "lengths-differ")
    assert (recruits["count_change"], recruits["percent_of_then"]) == (None, None)
    assert (everybody["count_change"], everybody["counts_reason"]) == (0, None)
    assert "the two periods are not of one length" in inside(*asked).out


def test_the_change_of_a_count_is_that_of_the_numerators_where_one_side_has_no_base(tmp_path: Path) -> None:
    now = [*staff(3, sex="Nữ")[:2], *staff(3, sex="Nữ", ethnic="Tày")[2:]]
    lists(tmp_path, staff(5, sex="Nam"), now)
    (one,) = compare("2020", "2021", folder=tmp_path, indicators=["minority-rate"]).changes[0]
    assert (one.now.numerator, one.count_change, one.points) == (1, 1, None)


def test_what_only_some_lists_tell_is_told_beside_the_figures(tmp_path: Path) -> None:
    for year, lacking in ((2020, "B"), (2021, "A")):
        (tmp_path / str(year)).mkdir()
        for unit in "AB":
            rows = [row for row in [HEADER, *staff(12)] if row[4] in ("Đơn vị", f"Phòng {unit}")]
            kept = [at for at, head in enumerate(HEADER) if head != "Ngày vào Đảng" or unit != lacking]
            write(tmp_path / str(year) / f"{unit}.csv", [[row[at] for at in kept] for row in rows])
    page = inside("compare", "2020", "2021", "--in", tmp_path, "-i", "women-share-party-members").out
    assert "on lists without this column: 6 → 6" in page
    assert "compared: 2020 → 2021" in page


def test_folders_are_called_by_their_names(tmp_path: Path) -> None:
    for name in ("đầu năm", "cuối năm"):
        (tmp_path / name).mkdir()
        write(tmp_path / name / "a.csv", [HEADER, *staff(4)])
        write(tmp_path / name / "b.csv", [HEADER, *([f"X{row[0]}", f"Khác {row[1]}", *row[2:]] for row in staff(4))])
    out = inside("compare", "đầu năm", "cuối năm", "--in", tmp_path, "-i", "women-share-staff").out
    assert "compared: đầu năm → cuối năm" in out
    assert "đầu năm: a.csv: 4 rows" in out


def test_flows_and_decompositions_are_not_told_of_what_is_not_counted_alike(tmp_path: Path) -> None:
    """One list twice, once without the members on probation: nobody was admitted to the Party."""
    rows = [[*row, row[5] if at % 2 else ""] for at, row in enumerate(staff(12))]
    header = [*HEADER, "Ngày chính thức"]
    for year in (2020, 2021):
        write(tmp_path / f"ds-{year}.csv", [header, *rows])
    profile = tmp_path / "profile.toml"
    profile.write_text('schema = "genderstats.profile/1"\n[counting]\nprobationary_members = false\n', encoding="utf-8")
    store = tmp_path / "kept.duckdb"
    add(tmp_path / "ds-2020.csv", store=store, profile=profile)
    add(tmp_path / "ds-2021.csv", store=store)
    asked = ["women-share-party-members", "women-share-staff"]
    found = compare("2020", "2021", store=store, indicators=asked, flows=True, decompose=True)
    members, everybody = found.decompositions[0]
    assert (members.reason, members.points, members.parts, members.effects) == ("rules-differ", None, (), ())
    assert (everybody.reason, everybody.points) == (None, Fraction(0))
    (flows,) = found.flows
    assert flows.called("party-admitted") is None
    assert [(one.id, why) for one, why in flows.untold] == [("party", "rules-differ")]
    page = inside("compare", "2020", "2021", "--store", store, "-i", asked[0], "--flows", "--decompose").out
    assert "counted by other rules in the two periods" in page
    assert "admitted to the Party" not in page


def test_a_decomposition_of_figures_that_cover_other_lists_is_not_made(tmp_path: Path) -> None:
    (tmp_path / "2020").mkdir()
    write(tmp_path / "2020" / "a.csv", [HEADER, *staff(12)[:6]])
    write(tmp_path / "2020" / "b.csv", [[*row[:5], *row[6:]] for row in [HEADER, *staff(12)[6:]]])
    write(tmp_path / "ds-2021.csv", [HEADER, *staff(12)])
    found = compare("2020", "2021", folder=tmp_path, indicators=["women-share-party-members"], decompose=True)
    assert [one.reason for one in found.decompositions[0]] == ["coverage-differs"]


# Units carried over ---------------------------------------------------------------------------------------------------


def moved(folder: Path, *units: str) -> list[str]:
    years = [str(2020 + at) for at in range(len(units))]
    for year, unit in zip(years, units, strict=True):
        write(folder / f"ds-{year}.csv", [HEADER, *([*row[:4], unit, *row[5:]] for row in staff(4))])
    return years


def transfers(folder: Path, years: list[str], text: str) -> list[int]:
    (folder / "map.toml").write_text(text, encoding="utf-8")
    asked = {"indicators": ["women-share-staff"], "flows": True, "units_map": folder / "map.toml"}
    found = compare(*years, folder=folder, **asked).flows  # type: ignore[arg-type]
    return [one.called("transferred").people for one in found]  # type: ignore[union-attr]


def test_an_old_unit_that_stands_on_the_last_list_still_is_carried_too(tmp_path: Path) -> None:
    years = moved(tmp_path, "Văn phòng", "Văn phòng")
    assert transfers(tmp_path, years, '[units]\n"Văn phòng" = "Khối Văn phòng"\n') == [0]


def test_two_units_that_changed_their_names_are_carried_into_each_other(tmp_path: Path) -> None:
    years = moved(tmp_path, "A", "B")
    assert transfers(tmp_path, years, '[units]\n"A" = "B"\n"B" = "A"\n') == [0]


def test_of_more_than_two_periods_a_unit_is_either_old_or_new(tmp_path: Path) -> None:
    years = moved(tmp_path, "A", "B", "C")
    assert transfers(tmp_path, years, '[units]\n"A" = "C"\n"B" = "C"\n') == [0, 0]
    (tmp_path / "map.toml").write_text('[units]\n"A" = "B"\n"B" = "C"\n', encoding="utf-8")
    run = inside("compare", *years, "--in", tmp_path, "--units-map", tmp_path / "map.toml")
    assert run.code == 2
    assert "“B” is both an old and a new unit" in run.err


def test_a_unit_that_looks_renamed_is_told_with_the_line_of_a_map_that_says_so(tmp_path: Path) -> None:
    years = moved(tmp_path, 'Phòng "Thanh tra"', "Thanh tra Sở")
    run = inside("compare", *years, "--in", tmp_path, "-i", "women-share-staff", "--flows")
    line = '"Phòng \\"Thanh tra\\"" = "Thanh tra Sở"'
    assert f"{line}  # 4/4" in run.out
    assert transfers(tmp_path, years, f"[units]\n{line}\n") == [0]
    (found,) = compare(*years, folder=tmp_path, indicators=["women-share-staff"], flows=True).flows
    assert [(one.people, one.of) for one in found.renamed] == [(4, 4)]
    json = inside("compare", *years, "--in", tmp_path, "-i", "women-share-staff", "--flows", "-f", "json").json
    assert json["matching"][0]["renamed"][0]["new"] == "Thanh tra Sở"


def test_of_many_groups_those_that_change_nothing_stand_together_and_the_sums_stay(tmp_path: Path) -> None:
    rows = [
        [
            f"CB{at}",
            f"Người {at}",
            "Nữ" if at % 3 else "Nam",
            f"{at % 27 + 1}/5/19{50 + at % 40}",
            f"Phòng {at % 20}",
            "",
            "",
            "",
        ]
        for at in range(200)
    ]
    now = [[*row[:2], "Nữ" if row[0] == "CB0" else row[2], *row[3:]] for row in rows]
    lists(tmp_path, rows, now)
    asked = ("compare", "2020", "2021", "--in", tmp_path, "-i", "women-share-staff", "--decompose")
    page = inside(*asked).out
    assert "19 others, each less than 0.005 points" in page
    (told,) = inside(*asked, "-f", "json").json["decompositions"]
    assert len(told["groups"]) == 20
