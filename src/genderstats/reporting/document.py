"""A document before it has a format: numbers still numbers, text still in both languages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from genderstats.text import marks
from genderstats.text.language import Language, Text

if TYPE_CHECKING:
    from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Ratio:
    """A numerator over a denominator, both counts."""

    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class Share:
    """A share, 0…1."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Index:
    """A number without a unit, such as a ratio."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Points:
    """A difference of shares, in points."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Signed:
    """A difference of counts."""

    value: int


Value = Text | str | int | Ratio | Share | Index | Points | Signed | None
#: How a cell or row stands out: quiet for what explains, good and bad for verdicts.
Tone = Literal["", "heading", "quiet", "good", "bad"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, and how it stands out."""

    value: Value
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Cells under the table's columns; missing ones are empty."""

    cells: tuple[Cell, ...]
    tone: Tone = ""
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Head:
    """A column's heading, whether it holds numbers, and whether its words are never broken, as ids are not."""

    title: Text
    numeric: bool = True
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings."""

    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    title: Text | None = None

    @property
    def of_figures(self) -> bool:
        """Whether all its columns but the first hold numbers."""
        return len(self.heads) > 2 and all(head.numeric for head in self.heads[1:])


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: Text
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines to copy as they stand: never folded, never joined."""

    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A title and its parts."""

    title: Text
    parts: tuple[Table | Paragraph | Block, ...] = field(default_factory=tuple)


def shown(value: Value, language: Language) -> str:
    """A value as people read it in a language.

    >>> from fractions import Fraction
    >>> shown(Share(Fraction(393, 868)), "vi"), shown(Ratio(393, 868), "vi"), shown(None, "vi")
    ('45,28 %', '393/868', '–')
    """
    match value:
        case None:
            return marks.NOTHING
        case Text():
            return value[language]
        case int():
            return marks.count(value, language)
        case Ratio():
            return f"{marks.count(value.part, language)}/{marks.count(value.whole, language)}"
        case Share():
            return marks.percent(value.value, language)
        case Index():
            return marks.number(value.value, language, 2)
        case Points():
            return marks.points(value.value, language)
        case Signed():
            return marks.signed(value.value, language)
        case _:
            return value
