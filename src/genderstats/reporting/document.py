"""A document before it has a format: numbers still numbers, text still in both languages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from genderstats.reporting import pictures
from genderstats.text import marks
from genderstats.text.language import Language, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
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


@dataclass(frozen=True, slots=True)
class Bar:
    """A share (0…1) drawn as a bar from 0 to 100 %."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Trend:
    """A figure of each period drawn as a line of bars from 0; None where a period has none."""

    figures: tuple[Fraction | None, ...]


Value = Text | str | int | Ratio | Share | Index | Points | Signed | Bar | Trend | None
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
    """A column's heading, whether it holds numbers, and whether its words are never broken, as ids are not.

    A `picture` is drawn on a terminal that has room for it, and nowhere else.
    """

    title: Text
    numeric: bool = True
    whole: bool = False
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; `narrow` makes the same table for a terminal on which its columns do not stand side by side."""

    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    title: Text | None = None
    narrow: Callable[[], Table] | None = None

    @property
    def of_figures(self) -> bool:
        """Whether all its columns but the first hold numbers."""
        return len(self.heads) > 2 and all(head.numeric for head in self.heads[1:])

    @property
    def drawn(self) -> bool:
        """Whether any column holds pictures."""
        return any(head.picture for head in self.heads)

    @property
    def plain(self) -> Table:
        """The table without its pictures."""
        kept = [place for place, head in enumerate(self.heads) if not head.picture]
        rows = (replace(row, cells=tuple(row.cells[at] for at in kept if at < len(row.cells))) for row in self.rows)
        return replace(self, heads=tuple(self.heads[at] for at in kept), rows=tuple(rows))


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
class Drawing:
    """A table that is there for its pictures: shown on a terminal, and nowhere else."""

    part: Table


Part = Table | Paragraph | Block | Drawing


@dataclass(frozen=True, slots=True)
class Document:
    """A title and its parts."""

    title: Text
    parts: tuple[Part, ...] = field(default_factory=tuple)

    def shown_parts(self, *, drawn: bool = False) -> Iterator[Table | Paragraph | Block]:
        """Its parts as a form shows them: those of a terminal with pictures, all others without."""
        for one in self.parts:
            if isinstance(one, Drawing):
                if drawn:
                    yield one.part
            else:
                yield one.plain if isinstance(one, Table) and one.drawn and not drawn else one


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
        case Bar():
            return pictures.bar(value.value)
        case Trend():
            return pictures.line_of_bars(value.figures) or ""
        case _:
            return value
