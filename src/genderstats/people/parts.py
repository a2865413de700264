"""The titles that stand in one cell, each with its words, and what one of them says of another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from genderstats.people.position import Body, Form


@dataclass(slots=True)
class Part:
    """One title with the words that belong to it."""

    start: int
    after: int
    end: int
    form: Form | None
    bodies: list[Body]
    named: str

    @property
    def own(self) -> list[Body]:
        """The body that the title itself carries, and those behind it."""
        heads = self.form.title.heads if self.form else None
        return [heads, *self.bodies] if heads else self.bodies

    def told(self, of_cell: bool) -> list[Body]:
        """What it tells of another title in the cell: the bodies behind it.

        The one that "Trưởng" makes a title with is left out, since it is not the other's, but for a Party cell, which is its own.
        """
        headed = self.form is not None and self.form.title.before_body and not of_cell
        return self.bodies[1:] if headed else self.bodies

    @property
    def of_government(self) -> bool:
        """Is it an office that may be one of the government's?"""
        return bool(self.form and not self.form.title.nothing and self.form.title.axes[0] == "government")


def around_of(part: Part, following: Sequence[Part], around: list[Body]) -> list[Body]:
    """What stands around a body that is named without its name: what the next part says of it, if it does.

    A committee member who leads the cell of her unit as well sits in the committee over that unit.
    """
    own = part.own
    if len(own) != 1 or own[0].axis != "party" or own[0].cell:
        return around
    then = following[0].bodies if following else []
    if len(then) > 2 and then[0].inherits and then[1] is own[0]:
        return [*then[2:], *around]
    leads = any(other.own and other.own[0].cell and len(other.own) == 1 for other in following)
    if not (around and leads and part.form and part.form.role == "member"):
        return around
    if not any(other.of_government and other.own[:1] in ([], [around[0]]) for other in following):
        return around
    return [body for body in around if body is not around[0]] or around
