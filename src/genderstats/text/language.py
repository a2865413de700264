"""Text in both languages of the program."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

Language = Literal["en", "vi"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True)
class Text:
    """One text in English and in Vietnamese (SDMX: an international string).

    >>> Text("women", "nữ")["vi"]
    'nữ'
    """

    en: str
    vi: str

    @classmethod
    def of(cls, declared: Mapping[str, str] | str) -> Text:
        """The text declared in a TOML table with the keys en and vi, or as one string for both."""
        return cls(declared, declared) if isinstance(declared, str) else cls(declared["en"], declared["vi"])

    @classmethod
    def same(cls, text: str) -> Text:
        """A text that is no words of ours, such as a unit's name: alike in both languages."""
        return cls(text, text)

    def __getitem__(self, language: Language) -> str:
        return self.vi if language == "vi" else self.en

    def format(self, **values: Any) -> Text:
        """The text with its places filled; a value that is a text itself is filled in its own language."""
        return Text(*(self[language].format(**_in(language, values)) for language in LANGUAGES))


def _in(language: Language, values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value[language] if isinstance(value, Text) else value for name, value in values.items()}


def spoken(asked: str | None = None) -> Language:
    """The language to speak: the one asked for, else GENDERSTATS_LANG, else the locale's, else English."""
    wishes = [
        asked,
        os.environ.get("GENDERSTATS_LANG"),
        *(os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")),
    ]
    for wish in wishes:
        code = (wish or "")[:2].lower()
        if code in LANGUAGES:
            return code
    return "en"
