"""The account of a figure: everybody on the list is in its numerator, in the rest of its denominator, or elsewhere, and it adds up.

It is made from the items one by one, beside the tallies from which the figure was made, and held against the figure: where
the two differ, or an account does not add up, the run fails.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import numpy as np

from genderstats.analysis.account import LISTED, SORTS, Account, Body, Explained, Some, agree
from genderstats.analysis.measures.bodies import answer_of, bodies_named
from genderstats.counting.count import answers_to, breakdowns, problem_of
from genderstats.counting.population import NO, NOT_KNOWN, OUTSIDE, YES
from genderstats.counting.tally import SEXES, Split, Tally
from genderstats.indicators.dimension import Dimension, dimensions
from genderstats.people.bodies import name_key
from genderstats.people.codes import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import numpy.typing as npt

    from genderstats.analysis.account import Sort
    from genderstats.analysis.observation import Observation
    from genderstats.counting.population import Population
    from genderstats.reading.roster import Roster

    Flags = npt.NDArray[np.bool_]
    Sorted = npt.NDArray[np.int8]


def explained(
    populations: Sequence[Population], observation: Observation, by: Sequence[Dimension] = ()
) -> list[Explained]:
    """The accounts of a figure: its own, or those of the parts that it is made of; none where bodies have no such groups.

    Raises:
        AccountError: one does not add up, or says another number than the figure.
    """
    return [_explained(populations, one, by) for one in _subjects(observation)]


def _subjects(one: Observation) -> list[Observation]:
    """The figures of which there are accounts; a part of an index is one of the same people in a group."""
    if one.reason == "not-of-bodies":
        return []
    if not one.parts:
        return [one]
    if one.indicator.of:
        return list(one.parts)
    whole, *others = one.parts
    told = [replace(whole, unknown=one.unknown, undetermined=one.undetermined), *others]
    return [replace(part, by={**one.by, **part.by}) for part in told]


def _explained(populations: Sequence[Population], one: Observation, by: Sequence[Dimension]) -> Explained:
    asked = [(people.each(one.indicator.per), _is_asked(people, one, by)) for people in populations]
    known = dict(dimensions()) | {dimension.id: dimension for dimension in by}
    views = [_View(items, one, known) for items, told in asked if told]
    bodies = _bodies(views, one) if one.indicator.measure == "bodies" else ()
    sorts = {id(view.items): view.sorted({body.name: body.sort for body in bodies}) for view in views}
    whole = [
        (items, sorts.get(id(items), np.full(len(items), SORTS.index("not-asked"), np.int8))) for items, _ in asked
    ]
    account = Account(sum(len(items) for items, _ in asked), _sorts(whole))
    agree(one, account, bodies)
    return Explained(one, one.by, account, bodies)


def _is_asked(people: Population, one: Observation, by: Sequence[Dimension]) -> bool:
    """Whether the roster can be asked the figure's question in its breakdown."""
    items, each = people.each(one.indicator.per), one.indicator.across_each
    ways = breakdowns(one.indicator, by, items)
    own = [way for way in ways if any(name.id in each and name.id in one.by for name in way)]
    return any(problem_of(items, one.indicator, way) is None for way in own or ways)


class _View:
    """The items of a roster as a figure asks them."""

    def __init__(self, items: Population, one: Observation, known: Mapping[str, Dimension]) -> None:
        self.items, self._indicator, self._by, self._known = items, one.indicator, one.by, known
        self.answers, self.sexes = answers_to(items, one.indicator), items.sexes
        self.in_group = self._group(one.by)
        self.women, self.men, self.unknown = (self.sexes == place for place in range(len(SEXES)))

    def _group(self, by: Mapping[str, str]) -> Flags:
        inside = np.ones(len(self.items), bool)
        for name, code in by.items():
            coded = self.items.coded(self._known[name])
            inside &= coded.indexes == (coded.labels.index(code) if code in coded.labels else -1)
        return inside

    def _unknown_in(self, names: Iterable[str]) -> Flags:
        """Of whom it is not known in which of the groups of a dimension they are."""
        found = np.zeros(len(self.items), bool)
        for name in names:
            coded = self.items.coded(self._known[name])
            found |= coded.indexes == len(coded.labels) - 1
        return found

    def sorted(self, bodies: Mapping[str, Sort]) -> Sorted:
        """For each item its sort."""
        outside = self.answers == OUTSIDE if self._indicator.attribute.clauses else self.answers == NO
        outside |= self.answers == OUTSIDE
        around = self.in_group
        if self._indicator.measure == "distribution":
            own = self._indicator.own_dimensions
            around = self._group({name: code for name, code in self._by.items() if name not in own})
        told = [(outside, "outside"), (~around, "other-group"), *self._by_measure(bodies)]
        return np.select([where for where, _ in told], [SORTS.index(sort) for _, sort in told], -1).astype(np.int8)

    def _by_measure(self, bodies: Mapping[str, Sort]) -> list[tuple[Flags, Sort]]:
        yes, perhaps = self.answers == YES, self.answers == NOT_KNOWN
        everybody = np.ones(len(self.items), bool)
        match self._indicator.measure:
            case "rate":
                return [
                    (self.unknown, "sex-unknown"),
                    (self.men, "told-beside"),
                    (perhaps, "undetermined"),
                    (yes, "numerator"),
                    (everybody, "rest"),
                ]
            case "part":
                return [
                    (perhaps, "undetermined"),
                    (self.unknown, "sex-unknown"),
                    (yes & self.women, "numerator"),
                    (everybody, "rest"),
                ]
            case "distribution":
                return [
                    (
                        perhaps | self._unknown_in(n for n in self._by if n in self._indicator.own_dimensions),
                        "undetermined",
                    ),
                    (self.unknown, "sex-unknown"),
                    (self.men, "told-beside"),
                    (self.in_group, "numerator"),
                    (everybody, "rest"),
                ]
            case "bodies":
                return [(perhaps, "undetermined"), *self._by_body(bodies)]
            case "dissimilarity" | "mean-gap" | "median-gap":
                perhaps = perhaps | self._unknown_in([self._indicator.over or ""])
        return [
            (perhaps, "undetermined"),
            (self.women, "numerator"),
            (self.men, "rest"),
            (everybody, "sex-unknown"),
        ]

    def _by_body(self, bodies: Mapping[str, Sort]) -> Iterator[tuple[Flags, Sort]]:
        names, places = self.bodies()
        sorts: list[Sort] = [*(bodies.get(name, "no-body") for name in self._kept(names, bodies)), "no-body"]
        for sort in dict.fromkeys(sorts):
            yield np.array([one == sort for one in sorts])[places], sort

    def _kept(self, names: Sequence[str], bodies: Iterable[str]) -> list[str]:
        """For each name the spelling under which its body is told."""
        spelt = {name_key(name): name for name in bodies}
        return [spelt.get(name_key(name), name) for name in names]

    def bodies(self) -> tuple[tuple[str, ...], npt.NDArray[np.intp]]:
        """The names of bodies as they stand, and for each item which it is of; the last place is that of none."""
        coded = self.items.coded(self._known[self._indicator.over or ""])
        return coded.labels[:-1], coded.indexes.astype(np.intp)

    def tallies(self) -> dict[str, Tally]:
        """By the name of each body, and the unknown: everybody of the group by answer and sex."""
        names, places = self.bodies()
        shape = (len(names) + 1, OUTSIDE + 1, len(SEXES))
        keys = np.ravel_multi_index((places, self.answers, self.sexes), shape)[self.in_group]
        counts = np.bincount(keys, minlength=shape[0] * shape[1] * shape[2]).reshape(shape)
        here = np.flatnonzero(counts.sum(axis=(1, 2)))
        labels = (*names, UNKNOWN)
        return {
            labels[place]: Tally(*(Split(*row) for row in counts[place][:OUTSIDE].tolist())) for place in here.tolist()
        }

    def people_of(self, bodies: Iterable[str]) -> dict[str, npt.NDArray[np.intp]]:
        """The items of the population by body."""
        names, places = self.bodies()
        counted = np.flatnonzero((self.answers == YES) & self.in_group & (places < len(names)))
        kept = self._kept(names, bodies)
        place = {name: at for at, name in enumerate(dict.fromkeys(kept))}
        of = np.array([place[name] for name in kept], np.intp)[places[counted]] if kept else counted
        order = np.argsort(of, kind="stable")
        parts = np.split(counted[order], np.searchsorted(of[order], np.arange(1, len(place)))) if place else []
        return dict(zip(place, parts, strict=False))


def _bodies(views: Sequence[_View], one: Observation) -> tuple[Body, ...]:
    """Every body that the list names, in the order of what becomes of it, then by name."""
    parts: dict[str, Tally] = {}
    for view in views:
        for name, tally in view.tallies().items():
            parts[name] = parts.get(name, Tally()) + tally
    told = bodies_named(parts)
    people = [view.people_of(told) for view in views]
    sorts: dict[object, Sort] = {(True,): "met", (False,): "missed", (None,): "unjudged", (): "not-concerned"}
    found = [
        Body(
            name,
            sorts[answer_of(one.indicator, tally)],
            tally,
            Some(
                tally.yes,
                tuple(_whose(view.items, own[name]) for view, own in zip(views, people, strict=True) if name in own),
            ),
        )
        for name, tally in told.items()
    ]
    return tuple(sorted(found, key=lambda body: (SORTS.index(body.sort), body.name)))


def _whose(items: Population, places: npt.NDArray[np.intp]) -> tuple[Roster, npt.NDArray[np.intp]]:
    whose = items.items.people if items.people else None
    return cast("Roster", items.roster), places if whose is None else whose[places]


def _sorts(whole: Sequence[tuple[Population, Sorted]]) -> dict[Sort, Some]:
    """The items of all rosters by sort, in the order of the sorts."""
    found: dict[Sort, Some] = {}
    for place, sort in enumerate(SORTS):
        here = [(items, np.flatnonzero(sorts == place)) for items, sorts in whole]
        if any(len(places) for _, places in here):
            counts = sum(np.bincount(items.sexes[places], minlength=len(SEXES)) for items, places in here)
            listed = tuple(_whose(*some) for some in here) if sort in LISTED else ()
            found[sort] = Some(Split(*np.asarray(counts).tolist()), listed)
    return found
