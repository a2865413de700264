"""Who belongs to a population: a predicate held as data, three-valued, that can be computed, printed and compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from genderstats.indicators.dimension import dimensions
from genderstats.people.fields import fields
from genderstats.text.language import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The key under which a population names a date that must lie in the period.
WITHIN = "within_period"


@dataclass(frozen=True, slots=True)
class Among:
    """The dimension has one of these codes."""

    dimension: str
    codes: tuple[str, ...]

    @property
    def words(self) -> Text:
        """The clause in words: "Role: head or deputy"."""
        dimension = dimensions()[self.dimension]
        labels = [dimension.label(code) for code in self.codes]
        joined = Text(
            *(
                (" or " if language == "en" else " hoặc ").join(label[language] for label in labels)
                for language in LANGUAGES
            )
        )
        if dimension.kind == "filled" or joined.vi.casefold() == dimension.title.vi.casefold():
            return joined
        return Text("{title}: {codes}", "{title}: {codes}").format(title=dimension.title, codes=joined)


@dataclass(frozen=True, slots=True)
class Within:
    """The date of this field lies in the period."""

    field: str

    @property
    def words(self) -> Text:
        """The clause in words."""
        return Text("{title} within the period", "{title} trong kỳ").format(title=fields()[self.field].title)


Clause = Among | Within


@dataclass(frozen=True, slots=True)
class Condition:
    """All its clauses hold; without clauses, everybody. Not known where a clause is not known and none is false (Kleene)."""

    clauses: tuple[Clause, ...] = ()

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Condition:
        """The condition declared as a table of dimensions and their codes."""
        return cls(tuple(Within(said) if key == WITHIN else Among(key, tuple(said)) for key, said in table.items()))

    @property
    def is_flow(self) -> bool:
        """Whether it asks for a date in the period."""
        return any(isinstance(clause, Within) for clause in self.clauses)

    @property
    def words(self) -> Text:
        """The condition in words."""
        if not self.clauses:
            return Text("everybody on the list", "mọi người trong danh sách")
        return Text(*("; ".join(clause.words[language] for clause in self.clauses) for language in LANGUAGES))


EVERYBODY = Condition()
