"""The catalogue: every indicator by id, and finding one by a name that is nearly right."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from genderstats.errors import PersonalColumnError, UnknownNameError
from genderstats.indicators.dimension import COLUMN, Dimension, column_dimension, dimensions
from genderstats.indicators.indicator import Indicator
from genderstats.text.language import Text
from genderstats.text.nearness import nearest
from genderstats.vocabulary.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from genderstats.indicators.indicator import Target

_T = TypeVar("_T")
_INDICATOR = Text("indicator", "chỉ tiêu")
_DIMENSION = Text("dimension", "phân tổ")


#: Said instead of ids: every indicator, of the catalogue and one's own.
EVERY = "all"


@dataclass(frozen=True)
class Own:
    """What a user declares beside the catalogue: indicators, and targets for those of the catalogue; `named` in the file's order."""

    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    targets: Mapping[str, tuple[Target, ...]] = field(default_factory=dict)
    named: tuple[str, ...] = ()

    @property
    def known(self) -> dict[str, Indicator]:
        """All indicators there are: those of the catalogue, with the targets that are added, and the user's own."""
        aimed = {
            name: replace(catalogue()[name], targets=(*catalogue()[name].targets, *targets))
            for name, targets in self.targets.items()
        }
        return {**catalogue(), **aimed, **self.indicators}


NOTHING_OWN = Own()


@cache
def catalogue() -> dict[str, Indicator]:
    """All indicators by id, in their official order."""
    return {name: Indicator.declared(name, table) for name, table in load("catalogue", __package__).items()}


def indicators(ids: Iterable[str] = (), own: Own = NOTHING_OWN) -> list[Indicator]:
    """The indicators of these ids (`all`: every one) and those that are always shown with them.

    Without ids, those that the user's own file names; without one, the whole catalogue.

    Raises:
        UnknownNameError: an id is not known; the message suggests one that is nearly the same.
    """
    known, said = own.known, tuple(ids) or own.named or (EVERY,)
    each = [[*known] if name == EVERY and name not in known else [name] for name in said]
    named = [_known(_INDICATOR, name, known) for names in each for name in names]
    beside = [known[other] for one in named for other in one.together]
    return list({one.id: one for one in (*named, *beside)}.values())


def dimensions_of(names: Iterable[str]) -> list[Dimension]:
    """The dimensions of these names, `column:HEADER` for any other column of the sheet.

    Raises:
        UnknownNameError: a name is no dimension; the message suggests one that is nearly the same.
        PersonalColumnError: its codes are each somebody's own, as numbers are.
    """
    return [_dimension(name) for name in names]


def _dimension(name: str) -> Dimension:
    if name.startswith(COLUMN) and name != COLUMN:
        return column_dimension(name.removeprefix(COLUMN))
    found = _known(_DIMENSION, name, dimensions())
    if found.kind == "number":
        raise PersonalColumnError(column=name)
    return found


def with_parts(wanted: Iterable[Indicator], known: Mapping[str, Indicator] | None = None) -> list[Indicator]:
    """The indicators, each preceded by those it is made of, every one once; `known`, where these are not only the catalogue's."""
    listed = list(wanted)
    asked, parts = {one.id: one for one in listed}, known or catalogue()
    named = dict.fromkeys(name for one in listed for name in (*one.of, one.id))
    return [asked.get(name) or parts[name] for name in named]


def _known(kind: Text, name: str, known: dict[str, _T]) -> _T:
    if name in known:
        return known[name]
    raise unknown(kind, name, known)


def unknown(kind: Text, name: str, known: Iterable[str]) -> UnknownNameError:
    """The error for a name that no list holds, suggesting the one that was perhaps meant."""
    listed = list(known)
    near = nearest(name, listed)
    return UnknownNameError(kind=kind, name=name, suggestion=f" → {near}?" if near else "", known=", ".join(listed))
