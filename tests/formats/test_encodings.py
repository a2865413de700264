"""One roster in every encoding gives the same people, and a text in Unicode is never changed."""

from __future__ import annotations

import csv
import io
import json
import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.encoding import LETTERS, old, old_bytes
from support.places import SAMPLES, shared
from support.program import inside

from genderstats.people.codes import code_list
from genderstats.reading import charsets
from genderstats.reading.formats import encoded
from genderstats.reading.grid import of_rows
from genderstats.reading.layout.headers import header_words
from genderstats.reading.sheet import Sheet

OLD = ("tcvn3", "vni", "windows-1258")
ENCODED = (
    "na15_60_utf8.csv", "na15_60_utf8_bom.csv", "na15_60_utf16le.csv", "na15_60_nfd.csv", "na15_60_semicolon.csv",
    "na15_60_cp1258.csv", "na15_60_tcvn3.csv", "na15_60_tcvn3_font.xlsx",
)  # fmt: skip
CONVERTED = {"na15_60_cp1258.csv", "na15_60_tcvn3.csv", "na15_60_tcvn3_font.xlsx"}


def computed(path: Path) -> dict[str, object]:
    """All that `compute` says of a file, but for what names the file or its bytes."""
    said = inside("compute", path, "--by", "age", "--as-of", "2021-04-27", "--format", "json").json
    for one in said["sources"]:
        assert one.pop("file") == path.name
        one.pop("sha256"), one.pop("sheet")
    for one in said["notices"]:
        one.pop("file"), one.pop("sheet")
    return dict(said)


def composed(said: object) -> object:
    return json.loads(unicodedata.normalize("NFC", json.dumps(said, ensure_ascii=False)))


@pytest.mark.parametrize("name", ENCODED)
def test_the_real_roster_gives_the_same_figures_in_every_encoding(name: str) -> None:
    plain = computed(shared("messy", "encodings", ENCODED[0]))
    said = computed(shared("messy", "encodings", name))
    assert said["sources"][0]["people"] == 60  # type: ignore[index]
    women = sum(one["women"] for one in said["observations"] if one["indicator"] == "women-share-staff")  # type: ignore[attr-defined]
    assert women == 20
    converted = [one for one in said["notices"] if one["reason"] == "encoding-converted"]  # type: ignore[attr-defined]
    assert len(converted) == (name in CONVERTED)
    said["notices"] = [one for one in said["notices"] if one not in converted]  # type: ignore[attr-defined]
    assert composed(said) == composed(plain)


# -- the law: whatever the texts, the roster is the same --

SYLLABLES = st.text(alphabet=LETTERS + "bcdghklmnpqrstvx", min_size=1, max_size=6)
NAMES = st.lists(st.one_of(SYLLABLES, SYLLABLES.map(str.title), SYLLABLES.map(str.upper)), min_size=1, max_size=4).map(
    " ".join
)
REAL = st.sampled_from(
    [
        "Nguyễn Thị Lan",
        "Trần Văn Hùng",
        "Lê Hà",
        "Bùi Vân",
        "Tô Ý",
        "Đỗ Uyên",
        "H'Bia Niê",
        "Phòng Tổ chức - Hành chính",
        "TRƯỞNG PHÒNG",
    ]
)
TEXTS = st.one_of(REAL, NAMES)
HEADER = ["Họ và tên", "Giới tính", "Ngày tháng năm sinh", "Đơn vị công tác", "Chức vụ"]
ROWS = st.lists(
    st.tuples(TEXTS, st.sampled_from(["Nam", "Nữ"]), st.sampled_from(["8/3/1975", "1980"]), TEXTS, TEXTS).map(list),
    min_size=1,
    max_size=8,
)


def lines(rows: list[list[str]]) -> str:
    made = io.StringIO()
    csv.writer(made).writerows(rows)
    return made.getvalue()


def read(text: str) -> tuple[list[list[str | None]], str | None]:
    """The cells of a text of comma-separated values, in Unicode, and the encoding that they were in."""
    return cells([list(row) for row in csv.reader(io.StringIO(text))])


def cells(rows: list[list[str]]) -> tuple[list[list[str | None]], str | None]:
    sheet, found = charsets.unicode(Sheet.of("roster.csv", of_rows(None, rows)))
    return sheet.rows(0, sheet.height), found.id if found else None  # type: ignore[return-value]


def small(made: list[list[str | None]], charset: str) -> object:
    """Texts in small letters where the encoding has no capitals of its own with a tone."""
    return json.loads(json.dumps(made, ensure_ascii=False).lower()) if charset == "tcvn3" else made


@given(ROWS, st.sampled_from(OLD))
def test_a_roster_in_an_old_encoding_reads_as_in_unicode(rows: list[list[str]], charset: str) -> None:
    text = lines([HEADER, *rows])
    plain, none = read(text)
    assert none is None
    made, found = read(encoded.decoded(old_bytes(text, charset)))
    assert found == charset
    assert small(made, charset) == small(plain, charset)


@given(ROWS, st.sampled_from(OLD))
def test_a_workbook_in_an_old_font_reads_as_in_unicode(rows: list[list[str]], charset: str) -> None:
    plain, _ = cells([HEADER, *rows])
    made, found = cells([[old(cell, charset) for cell in row] for row in [HEADER, *rows]])
    assert found == charset
    assert small(made, charset) == small(plain, charset)


@given(ROWS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]), st.booleans())
def test_a_roster_in_any_form_of_unicode_reads_the_same(rows: list[list[str]], form: str, apart: bool) -> None:
    text = lines([HEADER, *rows])
    plain, none = read(text)
    written = (unicodedata.normalize("NFD", text) if apart else text).encode(form)
    assert none is None
    assert read(encoded.decoded(written)) == (plain, None)


@given(ROWS, st.data())
def test_a_mixture_of_composed_and_decomposed_text_reads_the_same(rows: list[list[str]], data: st.DataObject) -> None:
    forms = st.sampled_from(["NFC", "NFD"])
    mixed = [[unicodedata.normalize(data.draw(forms), cell) for cell in row] for row in [HEADER, *rows]]
    assert cells(mixed) == cells([HEADER, *rows])


# -- the law: Unicode is never changed --

FOREIGN = (
    "Prénom", "Né(e) le", "Sexe", "Âge", "Señorita Muñoz", "Año", "Größe", "Straße", "Ñandú", "Østergård", "Åse", "Çelik", "naïve", "œuvre",
    "Façade", "Müller", "São Paulo", "Þór", "±3 °C", "½", "µg", "§ 5", "« oui »", "“yes” – no…", "Noël", "Nô", "Nó", "Nõ", "Lê Hà",
    "Tô Vân",
    "Bùi Tú", "Võ", "Ý", "Hoá", "Thuý", "Cô", "Ông", "Bà",
)  # fmt: skip
WORDS = tuple(
    sorted({*header_words().values, *header_words().flags, *code_list("sex").words["F"], *code_list("sex").words["M"]})
)
UNICODE = st.one_of(
    st.sampled_from(FOREIGN),
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(str.upper),
    TEXTS,
    st.text(alphabet=st.characters(min_codepoint=0xA0, max_codepoint=0x1EF9, categories=["L"]), max_size=8),
    st.text(alphabet=st.characters(min_codepoint=0xC0, max_codepoint=0xFF), min_size=1, max_size=4),
)
ENGLISH = ["Name", "Sex", "Birth date", "Unit", "Position"]


@given(st.lists(st.lists(UNICODE, min_size=5, max_size=5), max_size=12), st.sampled_from([HEADER, ENGLISH]))
def test_a_sheet_in_unicode_is_never_changed(rows: list[list[str]], header: list[str]) -> None:
    sheet = Sheet.of("roster.xlsx", of_rows("DS", [header, *rows]))
    made, found = charsets.unicode(sheet)
    assert found is None
    assert made is sheet


def test_every_sample_is_left_as_it_is() -> None:
    from genderstats.reading.formats import read_grids
    from genderstats.reading.formats.limits import Limits
    from genderstats.reading.formats.source import Source

    for path in sorted(SAMPLES.rglob("*.xlsx")):
        for grid in read_grids(Source(path), Limits()):
            assert charsets.unicode(Sheet.of(path.name, grid))[1] is None, path


# -- a workbook partly in an old font --

SURE = st.sampled_from(["Nguyễn Thị Lan", "Trần Văn Hùng", "Phạm Quốc Việt", "Đỗ Mạnh Cường", "Hồ Sỹ Đạt"])


@settings(max_examples=60)
@given(st.lists(st.tuples(SURE, SURE, st.booleans()), min_size=1, max_size=12), st.booleans())
def test_only_cells_in_the_old_font_are_converted(people: list[tuple[str, str, bool]], below: bool) -> None:
    header = [old(cell, "tcvn3") for cell in HEADER]
    plain = [[name, "Nữ", "1980", unit, ""] for name, unit, _ in people]
    mixed = [
        [old(cell, "tcvn3") for cell in row] if typed else row for row, (_, _, typed) in zip(plain, people, strict=True)
    ]
    title = [["Danh sách cán bộ", "", "", "", ""]] if below else []
    made, found = cells([*title, header, *mixed])
    assert found == "tcvn3"
    assert made == [*title, HEADER, *plain]


def test_a_text_that_may_be_either_is_what_the_rest_of_its_column_is() -> None:
    header = [old(cell, "tcvn3") for cell in HEADER]
    rows = [
        [old("Bùi Vân", "tcvn3"), old("Nữ", "tcvn3"), "1980", "Phòng Tổ chức", ""],
        [old("Võ", "tcvn3"), "Nam", "1980", "Bùi Vân", ""],
        [old("Trần Hà", "tcvn3"), "Nam", "1980", "Tài vụ", ""],
    ]
    made, _ = cells([header, *rows])
    assert [row[0] for row in made[1:]] == ["Bùi Vân", "Võ", "Trần Hà"]
    assert [row[3] for row in made[1:]] == ["Phòng Tổ chức", "Bùi Vân", "Tài vụ"]


# -- bytes --


def test_a_text_in_utf_8_that_was_cut_within_a_letter_is_still_read_as_utf_8() -> None:
    text = lines([HEADER, *[["Nguyễn Thị Lan", "Nữ", "1980", "Phòng Tổ chức", "Trưởng phòng"]] * 3, ["Nguyễ"]])
    assert encoded.decoded(text.encode()[:-3]).startswith(text[:200])


@given(st.binary(max_size=200))
def test_any_bytes_become_text_of_which_none_is_lost(content: bytes) -> None:
    text = encoded.decoded(content)
    assert text or not content.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")


@pytest.mark.parametrize("charset", OLD)
def test_the_conversion_is_told_once_a_file_with_the_name_of_the_encoding(charset: str) -> None:
    rows = [HEADER, ["Nguyễn Thị Lan", "Nữ", "8/3/1975", "Phòng Tổ chức", "Trưởng phòng"]]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "roster.csv"
        path.write_bytes(old_bytes(lines(rows), charset))
        said = inside("check", path, "--format", "json").json
    told = [one for one in said["notices"] if one["reason"] == "encoding-converted"]
    title = next(one.title for one in charsets.charsets() if one.id == charset)
    assert [(one["outcome"], one["value"]) for one in told] == [("repaired", title)]
    assert said["sources"][0]["people"] == 1


def test_a_name_in_unicode_that_might_be_a_word_of_an_old_encoding_stays_as_it_is() -> None:
    rows = [["Họ", "Tên", "Giới tính"], ["Lò Thị", "Mò", "Nữ"], ["Lò Văn", "Pản", "Nam"]]
    assert cells(rows) == (rows, None)
