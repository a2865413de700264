"""Words that are written in many ways fold alike, and folding twice is folding once."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genderstats.text.folding import clean, fold, plain, retone, words

ANYTHING = st.text(alphabet=st.characters(exclude_categories=["Cs"]))
VIETNAMESE = st.lists(
    st.sampled_from(
        [
            "Uỷ", "ban", "HOÀ", "bình", "thuỷ", "Quý", "quỳ", "khoẻ", "xoè", "loá", "Toàn",
            "chuyển", "Đảng", "viên", "nữ", "Nguyễn", "ngoại",
            "tuý", "luỹ", "hoạ", "thuở", "quả", "của",
        ]
    )
).map(" ".join)  # fmt: skip
OLD_AND_NEW = [
    ("uỷ", "ủy"), ("hoà", "hòa"), ("thuỷ", "thủy"), ("khoẻ", "khỏe"), ("xoè", "xòe"), ("loá", "lóa"), ("luỹ", "lũy"), ("tuý", "túy"),
    ("hoạ", "họa"), ("Uỷ", "Ủy"), ("HOÀ", "HÒA"),
]  # fmt: skip


@given(ANYTHING)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.one_of(VIETNAMESE, ANYTHING))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.one_of(VIETNAMESE, ANYTHING))
def test_words_of_words_are_the_same_words(text: str) -> None:
    assert words(words(text)) == words(text)


@given(st.one_of(VIETNAMESE, ANYTHING))
def test_composed_and_decomposed_letters_fold_alike(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert fold(composed) == fold(decomposed)
    assert words(composed.lower()) == words(decomposed.lower())
    assert plain(composed) == plain(decomposed)


def test_composed_and_decomposed_capitals_inside_a_word_fold_alike() -> None:
    assert words(unicodedata.normalize("NFC", "nơiỞ")) == words(unicodedata.normalize("NFD", "nơiỞ"))


@given(VIETNAMESE)
def test_capitals_and_small_letters_fold_alike(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text)


@pytest.mark.parametrize(("old", "new"), OLD_AND_NEW)
def test_old_and_new_tone_placement_fold_alike(old: str, new: str) -> None:
    assert retone(old) == new
    assert fold(f"{old} ban") == fold(f"{new} ban")


@pytest.mark.parametrize("text", ["Quý", "Toàn", "quỳ", "chuyển", "thuở", "hoàn", "khoảng", "qủy"])
def test_a_tone_that_stands_right_stays(text: str) -> None:
    assert retone(text) == text


@given(st.text(alphabet="aăâ đêôơưy\u00a0\u200b\u2009\t\n "))
def test_cleaning_leaves_single_blanks_and_bare_ends(text: str) -> None:
    cleaned = clean(text)
    assert cleaned == " ".join(cleaned.split())
    assert "\u200b" not in cleaned


def test_different_words_stay_different() -> None:
    assert len({fold(word) for word in ("nam", "năm", "nạm", "nấm", "Đảng", "đáng", "dang")}) == 7
