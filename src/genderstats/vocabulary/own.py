"""The words that an officer adds to the built-in lists: in force within a scope, and forgotten when it ends.

What is derived from the word lists is kept with the words it was derived from, so that two calls never see each other's.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_Asked = ParamSpec("_Asked")
_Told = TypeVar("_Told")

Words = tuple[str, ...]


@dataclass(frozen=True)
class FieldWords:
    """Header words of one field, each kind as in fields.toml."""

    words: Words = ()
    flags: Mapping[str, Words] = field(default_factory=dict)
    split: Words = ()
    parts: Mapping[str, Words] = field(default_factory=dict)

    @property
    def alone(self) -> Words:
        """All words that a header may consist of."""
        return (
            *self.words,
            *(word for said in (self.flags, self.parts) for listed in said.values() for word in listed),
        )


@dataclass(frozen=True, eq=False)
class OwnWords:
    """Header words by field, and code words by list and code; what was derived with them is kept here."""

    fields: Mapping[str, FieldWords] = field(default_factory=dict)
    codes: Mapping[str, Mapping[str, Words]] = field(default_factory=dict)
    kept: dict[Any, Any] = field(default_factory=dict, repr=False)


_IN_FORCE: ContextVar[OwnWords] = ContextVar("own_words", default=OwnWords())  # noqa: B039  # never changed, only replaced


def own_words() -> OwnWords:
    """The words in force; none of an officer's own where nothing was said."""
    return _IN_FORCE.get()


@contextmanager
def using(added: OwnWords) -> Iterator[None]:
    """Within this scope the words are in force, in this thread alone; those before are in force again when it ends."""
    before = _IN_FORCE.set(added)
    try:
        yield
    finally:
        _IN_FORCE.reset(before)


def by_own_words(derive: Callable[_Asked, _Told], most: int | None = None) -> Callable[_Asked, _Told]:
    """A function that derives something from the word lists, remembering up to so many answers with the words in force."""

    @wraps(derive)
    def remembered(*asked: _Asked.args, **named: _Asked.kwargs) -> _Told:
        kept = own_words().kept
        if derive not in kept:
            kept[derive] = lru_cache(most)(derive)
        return cast("_Told", kept[derive](*asked, **named))

    return remembered
