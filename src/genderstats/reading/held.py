"""The offices of a person who stands on several rows: those of all of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from genderstats.people.position import TitleReading
from genderstats.reading.offices import Offices
from genderstats.reading.roster import Variable
from genderstats.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from genderstats.reading.identities import Ints
    from genderstats.reading.roster import Roster
    from genderstats.reading.sheet import Flags

#: The fields that hold titles, and where a roster keeps the offices that these mean.
TITLES = {"position": "offices", "party_position": "party_offices"}


class Post(NamedTuple):
    """A title in its unit, and the offices that it means."""

    title: str
    unit: str | None
    reading: TitleReading


class Joined(NamedTuple):
    """The offices of the people of a roster, and their titles as a field."""

    offices: Offices
    texts: Variable


def together(posts: Sequence[Post]) -> Post:
    """The posts of one person as one, in the first one's unit; what is said again is not repeated.

    The same office in another unit is another office, and keeps the unit in which it is held.
    """
    title, unit, reading = posts[0]
    titles, positions, unknown = [title], list(reading.positions), list(reading.unknown)
    held = {(one, fold(unit or "")) for one in positions}
    for other, elsewhere, also in posts[1:]:
        added = [one for one in also.positions if (one, fold(elsewhere or "")) not in held]
        doubtful = [part for part in also.unknown if part not in unknown]
        if doubtful or fold(other) not in map(fold, titles):
            titles.append(other)
        held |= {(one, fold(elsewhere or "")) for one in added}
        positions += [replace(one, where=elsewhere) for one in added]
        unknown += doubtful
    return Post("; ".join(titles), unit, TitleReading(tuple(positions), tuple(unknown)))


class Held:
    """What people hold by their first row and the later ones; rows are counted from 0 over all rosters."""

    def __init__(self, field: str, rosters: Sequence[Roster], again: Ints, first: Ints) -> None:
        self._field, self._rosters = field, rosters
        self._again, self._first = again, first

    def joined(self, place: int, kept: Flags) -> Joined | None:
        """The offices of those who stay on a roster; None where nothing tells of any."""
        roster, more = self._rosters[place], self._more.get(place, {})
        own = self._offices(roster)
        if own is None and not more:
            return None
        nothing = np.full(len(kept), -1, np.int32)
        offices = own or Offices(nothing, [], [], blank_is_none=False)
        texts = roster.variables.get(self._field) or Variable(nothing, [])
        codes, said = offices.codes.copy(), texts.codes.copy()
        posts: dict[Post, int] = {}
        known = {text: code for code, text in enumerate(texts.values)}
        for row, post in more.items():
            codes[row] = posts.setdefault(post, len(offices.titles) + len(posts))
            said[row] = known.setdefault(post.title, len(known))
        titles = [*offices.titles, *((post.title, post.unit) for post in posts)]
        readings = [*offices.readings, *(post.reading for post in posts)]
        return Joined(Offices(codes[kept], titles, readings, offices.blank_is_none), Variable(said[kept], list(known)))

    def _offices(self, roster: Roster) -> Offices | None:
        found: Offices | None = getattr(roster, TITLES[self._field])
        return found

    @cached_property
    def _more(self) -> dict[int, dict[int, Post]]:
        """For each roster, by their places on it, the people to whose titles later rows add something."""
        codes, posts = self._posts
        starts = np.cumsum([0, *map(len, self._rosters)])
        held: defaultdict[int, list[int]] = defaultdict(list)
        for row in self._again[codes[self._again] >= 0].tolist():
            held[int(self._first[row])].append(int(codes[row]))

        @cache
        def joined(listed: tuple[int, ...]) -> Post:
            return together([posts[code] for code in listed])

        found: defaultdict[int, dict[int, Post]] = defaultdict(dict)
        for row, later in held.items():
            own = int(codes[row])
            post = joined(tuple(dict.fromkeys([own, *later] if own >= 0 else later)))
            if own < 0 or post != posts[own]:
                place = int(np.searchsorted(starts, row, side="right")) - 1
                found[place][row - int(starts[place])] = post
        return found

    @cached_property
    def _posts(self) -> tuple[Ints, list[Post]]:
        """For everybody the place of a post in the list of all posts, -1 for none; and these."""
        codes: list[Any] = []
        posts: list[Post] = []
        for roster in self._rosters:
            offices = self._offices(roster)
            if offices is None:
                codes.append(np.full(len(roster), -1, np.int64))
                continue
            own = offices.codes.astype(np.int64)
            codes.append(np.where(own < 0, -1, own + len(posts)))
            posts += [Post(*title, reading) for title, reading in zip(offices.titles, offices.readings, strict=True)]
        return np.concatenate(codes), posts
