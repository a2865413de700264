"""The catalogue: every indicator by id, and finding one by a name that is nearly right."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeVar

from genderstats.errors import UnknownNameError
from genderstats.indicators.dimension import COLUMN, Dimension, column_dimension, dimensions
from genderstats.indicators.indicator import Indicator
from genderstats.text.language import Text
from genderstats.text.nearness import nearest
from genderstats.vocabulary.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterable

_T = TypeVar("_T")
_INDICATOR = Text("indicator", "chỉ tiêu")
_DIMENSION = Text("dimension", "phân tổ")


@cache
def catalogue() -> dict[str, Indicator]:
    """All indicators by id, in their official order."""
    return {name: Indicator.declared(name, table) for name, table in load("catalogue", __package__).items()}


def indicators(ids: Iterable[str] = ()) -> list[Indicator]:
    """The indicators of these ids, or all.

    Raises:
        UnknownNameError: an id is not in the catalogue; the message suggests one that is nearly the same.
    """
    return [_known(_INDICATOR, name, catalogue()) for name in ids] or list(catalogue().values())


def dimensions_of(names: Iterable[str]) -> list[Dimension]:
    """The dimensions of these names, `column:HEADER` for any other column of the sheet.

    Raises:
        UnknownNameError: a name is no dimension; the message suggests one that is nearly the same.
    """
    return [
        column_dimension(name.removeprefix(COLUMN))
        if name.startswith(COLUMN) and name != COLUMN
        else _known(_DIMENSION, name, dimensions())
        for name in names
    ]


def with_parts(wanted: Iterable[Indicator]) -> list[Indicator]:
    """The indicators, each preceded by those it is made of, every one once."""
    ordered = {part: catalogue()[part] for one in wanted for part in (*one.of, one.id)}
    return list(ordered.values())


def _known(kind: Text, name: str, known: dict[str, _T]) -> _T:
    if name in known:
        return known[name]
    raise unknown(kind, name, known)


def unknown(kind: Text, name: str, known: Iterable[str]) -> UnknownNameError:
    """The error for a name that no list holds, suggesting the one that was perhaps meant."""
    listed = list(known)
    near = nearest(name, listed)
    return UnknownNameError(kind=kind, name=name, suggestion=f" → {near}?" if near else "", known=", ".join(listed))
