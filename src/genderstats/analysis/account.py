"""What an account is: the items of a list, each in one sort; and whether it is that of its figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from genderstats.counting.tally import Split, Tally

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    import numpy.typing as npt

    from genderstats.analysis.observation import Observation
    from genderstats.reading.roster import Roster

#: Where an item stands to a figure. `told-beside`: men, of whom the same is told; `met` … `no-body`: of bodies, the people of one
#: that meets the condition, misses it, cannot be judged, is not asked by the rule; and those whose body nothing names.
Sort = Literal[
    "numerator", "rest", "told-beside", "met", "missed", "unjudged", "not-concerned", "sex-unknown", "no-body", "undetermined",
    "other-group", "outside", "not-asked",
]  # fmt: skip
SORTS: tuple[Sort, ...] = get_args(Sort)
#: Those whose rows are listed.
LISTED: tuple[Sort, ...] = ("numerator", "rest", "sex-unknown", "no-body", "undetermined")


class AccountError(AssertionError):
    """An account that does not add up, or is not that of its figure: a defect of the program, never of a roster."""


@dataclass(frozen=True)
class Some:
    """Some items: by sex, and on each roster whose they are (places among its people)."""

    split: Split = Split(0, 0, 0)
    where: tuple[tuple[Roster, npt.NDArray[np.intp]], ...] = ()


@dataclass(frozen=True)
class Account:
    """The items of a list, each in one sort."""

    items: int
    sorts: Mapping[Sort, Some]

    def __post_init__(self) -> None:
        told = {sort: some.split.people for sort, some in self.sorts.items()}
        if sum(told.values()) != self.items:
            raise AccountError(f"{self.items} on the list, but {told}")

    def number(self, *sorts: Sort) -> int:
        """How many items are in some of the sorts."""
        return sum(self.sorts[sort].split.people for sort in sorts if sort in self.sorts)


@dataclass(frozen=True)
class Body:
    """A body: whether it meets the condition, everybody in it by their answer, and whose offices in it count."""

    name: str
    sort: Sort
    tally: Tally
    people: Some


@dataclass(frozen=True)
class Explained:
    """A figure, or a part of one, with its account; `of` is the group it is told of."""

    observation: Observation
    of: Mapping[str, str]
    account: Account
    bodies: tuple[Body, ...] = ()


def agree(one: Observation, account: Account, bodies: Sequence[Body]) -> None:
    """Holds the account of a figure against it.

    Raises:
        AccountError: they are not of the same people.
    """
    said, told = _of_bodies(one, account, bodies) if one.indicator.measure == "bodies" else _of_people(one, account)
    if any(number is not None and number != told[name] for name, number in said.items()):
        raise AccountError(f"{one.indicator.id} {dict(one.by)}: the figure says {said}, the account {told}")


def _of_people(one: Observation, account: Account) -> tuple[dict[str, int | None], dict[str, int]]:
    numerator, rest = account.number("numerator"), account.number("rest")
    unknown, undetermined = account.number("sex-unknown"), account.number("undetermined")
    measure, figure = one.indicator.measure, one.numerator is not None
    if measure == "part":  # of some both are unknown; they stand once in the account
        unknown += account.sorts["undetermined"].split.unknown if "undetermined" in account.sorts else 0
    told = {"numerator": numerator, "denominator": numerator + rest, "unknown": unknown, "undetermined": undetermined}
    said: dict[str, int | None] = {name: getattr(one, name) for name in told}
    if measure in ("dissimilarity", "mean-gap", "median-gap", "share", "ceiling"):
        said |= {"numerator": one.women, "denominator": one.women + one.men}
    if (
        measure == "ceiling"
    ):  # who may lead above the top is told beside the figure, and stands in the whole as everybody does
        said |= {"undetermined": None}
    if measure == "distribution":  # the figure counts the unknown of its own group, and those of no group nowhere
        said |= {"unknown": None, "undetermined": None}
    return said if figure or measure not in ("rate", "part") else said | {"numerator": None, "denominator": None}, told


def _of_bodies(
    one: Observation, account: Account, bodies: Sequence[Body]
) -> tuple[dict[str, int | None], dict[str, int]]:
    by_sort = {sort: [body.name for body in bodies if body.sort == sort] for sort in SORTS}
    people = sum(body.people.split.people for body in bodies)
    told = {
        "numerator": len(by_sort["met"]),
        "denominator": len(by_sort["met"]) + len(by_sort["missed"]),
        "missed": len(set(by_sort["missed"]) & set(one.missing)),
        "unjudged": len(set(by_sort["unjudged"]) & set(one.unjudged)),
        "people": account.number("met", "missed", "unjudged", "not-concerned", "no-body"),
        "listed": sum(len(places) for body in bodies for _, places in body.people.where),
        "undetermined": account.number("no-body"),
    }
    said: dict[str, int | None] = {
        "numerator": one.numerator,
        "denominator": one.denominator,
        "missed": len(one.missing),
        "unjudged": len(one.unjudged),
        "people": one.women + one.men + one.unknown,
        "listed": people,
        "undetermined": one.undetermined,
    }
    return said, told
