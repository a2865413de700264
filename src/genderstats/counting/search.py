"""The search for who is who: what stands twice or contradicts itself is set apart, then numbers pair people, then names and births."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from genderstats.counting.matching import DOUBTS, By, Doubt, Doubted, Matching, Side
from genderstats.reading.identities import alike_births, differing_births, open_births

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from genderstats.counting.matching import Flags, Places
    from genderstats.reading.keys import Keys

#: So many people whom a number says to be one, and name and birth others, or the other way round, may be mistakes.
_MISTAKES = 2
#: From so many people on, one in ten whose sex differs is no correction.
_ENOUGH, _ONE_IN = 20, 10
#: Why people of one name are set apart, by which of their births are related.
_BY_BIRTH: tuple[tuple[Doubt, Callable[[set[int], set[int]], tuple[set[int], set[int]]]], ...] = (
    ("name-alone", open_births),
    ("birth-alike", alike_births),
)


def match(then: Side, now: Side) -> Matching:
    """Who is who on two lists."""
    return _Match(then, now).done()


class _Said(NamedTuple):
    """What names, births and sexes say of pairs: of which they are known, and of which they differ."""

    name_known: Flags
    name_differs: Flags
    birth_known: Flags
    birth_differs: Flags
    birth_same: Flags
    sex_known: Flags
    sex_differs: Flags

    @property
    def contradicted(self) -> Flags:
        """Whether two differ, or the name or the birth alone, and the other does not confirm that it is one person."""
        several = self.name_differs.astype(int) + self.birth_differs + self.sex_differs > 1
        name_alone = self.name_differs & ~self.birth_same
        birth_alone = self.birth_differs & ~(self.name_known & ~self.name_differs)
        found: Flags = several | name_alone | birth_alone
        return found


class _Kind(NamedTuple):
    """What tells of people who share a name whether they are compared."""

    numbered: bool
    sought: bool


class _Match:
    """The search, as it goes on."""

    def __init__(self, then: Side, now: Side) -> None:
        self._partner: tuple[Places, Places] = (np.full(len(then), -1, np.intp), np.full(len(now), -1, np.intp))
        self._doubtful: tuple[Flags, Flags] = (np.zeros(len(then), bool), np.zeros(len(now), bool))
        self._doubts: list[Doubted] = []
        self._numbers = (then.keys.numbers, now.keys.numbers)
        self._names = (then.keys.names, now.keys.names)
        self._bare = (then.keys.bare, now.keys.bare)
        self._births, self._sexes = (then.births, now.births), (then.sexes, now.sexes)

    def done(self) -> Matching:
        """What was found."""
        numbered, named = (all(bool(keys.any()) for keys in kind) for kind in (self._numbers, self._names))
        trusted = numbered and all(map(_mostly_differ, self._numbers)) and self._bear_out()
        if trusted:
            self._by_number()
        by_number = int((self._partner[0] >= 0).sum())
        if named:
            self._by_name(numbers=trusted)
        if trusted or named:
            self._doubt_alone(numbers=trusted)
            self._doubt_shared(numbers=trusted)
        by: tuple[By, ...] = (*(("number",) if trusted else ()), *(("name",) if named else ()))
        keyless = [self._keyless(side, trusted=trusted, named=named) for side in (0, 1)]
        lost = [(doubtful | none) for doubtful, none in zip(self._doubtful, keyless, strict=True)]
        places = np.flatnonzero(self._partner[0] >= 0)
        distrusted = numbered and not trusted
        doubts = tuple(sorted(self._doubts, key=lambda one: DOUBTS.index(one.why)))
        return Matching(places, self._partner[0][places], lost[0], lost[1], doubts, by, by_number, distrusted)

    def _keyless(self, side: int, *, trusted: bool, named: bool) -> Flags:
        found: Flags = ~(((self._numbers[side] != 0) & trusted) | ((self._names[side] != 0) & named))
        return found

    def _bear_out(self) -> bool:
        """Whether numbers stand for the same people on both sides, as far as names, births and sexes tell.

        Names tell first, unless the births are one; where they are not known births, and where nothing else is known sexes. Numbers
        of which none stands on both sides tell nothing of who is who, unless these are a few people.
        """
        then, now = _common(*self._numbers)
        if not len(then) and min(int((keys != 0).sum()) for keys in self._numbers) > _MISTAKES:
            return False
        said = self._said(then, now)
        others = (said.name_differs & ~said.birth_same) | (~said.name_known & said.birth_differs)
        if _mostly(int(others.sum()), int((said.name_known | said.birth_known).sum())):
            return False
        sexed = ~said.name_known & ~said.birth_known & said.sex_known
        if int(sexed.sum()) >= _ENOUGH and int((sexed & said.sex_differs).sum()) * _ONE_IN > int(sexed.sum()):
            return False
        then, now = _common(*self._names)
        numbers = self._numbers[0][then], self._numbers[1][now]
        told = (numbers[0] != 0) & (numbers[1] != 0)
        return not _mostly(int((numbers[0][told] != numbers[1][told]).sum()), int(told.sum()))

    def _said(self, then: Places, now: Places) -> _Said:
        """What names, births and sexes say of pairs."""
        names = self._bare[0][then], self._bare[1][now]
        births = self._births[0][then], self._births[1][now]
        sexes = self._sexes[0][then], self._sexes[1][now]
        differ = differing_births(*births)
        name_known, birth_known = (names[0] != 0) & (names[1] != 0), (births[0] >= 0) & (births[1] >= 0)
        sex_known = (sexes[0] < 2) & (sexes[1] < 2)
        return _Said(
            name_known, name_known & (names[0] != names[1]), birth_known, differ, birth_known & ~differ,
            sex_known, sex_known & (sexes[0] != sexes[1]),
        )  # fmt: skip

    def _by_number(self) -> None:
        self._doubt_all("number-repeated", self._numbers)
        then, now = _common(*self._numbers)
        self._doubt_crossed(then, now)
        crossed = self._doubtful[0][then] | self._doubtful[1][now]
        contradicted = self._said(then, now).contradicted & ~crossed
        for place in np.flatnonzero(crossed).tolist():
            self._doubt_with("crossed", int(then[place]), int(now[place]))
        for place in np.flatnonzero(contradicted).tolist():
            self._doubt("contradicts", [int(then[place])], [int(now[place])])
        sure = ~crossed & ~contradicted
        self._pair_all(then[sure], now[sure])

    def _doubt_with(self, why: Doubt, then: int, now: int) -> None:
        """Sets a pair apart of whom one is in doubt already; nothing where both are."""
        if not (self._doubtful[0][then] and self._doubtful[1][now]):
            self._doubt(why, [then], [now])

    def _doubt_crossed(self, then: Places, now: Places) -> None:
        """Sets apart those of one number whose name and birth are those of somebody else on the other side, and these."""
        names = self._names[0][then], self._names[1][now]
        differ = np.flatnonzero((names[0] != 0) & (names[1] != 0) & (names[0] != names[1]))
        if not len(differ):
            return
        agreeing = [np.zeros(len(keys), bool) for keys in self._names]
        agree = (names[0] != 0) & (names[0] == names[1])
        agreeing[0][then[agree]] = agreeing[1][now[agree]] = True
        there, here = (_places_of(np.where(agreeing[side], np.uint64(0), self._names[side])) for side in (1, 0))
        alike: dict[tuple[int, int], list[int]] = {}
        for at in differ.tolist():
            alike.setdefault((int(names[0][at]), int(names[1][at])), []).append(at)
        for (was, is_now), places in alike.items():
            others_now, others_then = there.get(was, []), here.get(is_now, [])
            if others_now or others_then:
                self._doubt("crossed", [*then[places].tolist(), *others_then], [*now[places].tolist(), *others_now])

    def _by_name(self, *, numbers: bool) -> None:
        """Pairs those who are left by name and birth; where numbers are trusted, not those whose numbers differ."""
        self._doubt_all("name-repeated", self._names)
        free = [(self._partner[side] < 0) & ~self._doubtful[side] for side in (0, 1)]
        keys = [np.where(free[side], self._names[side], np.uint64(0)) for side in (0, 1)]
        then, now = _common(keys[0], keys[1])
        differ = (self._numbers[0][then] != 0) & (self._numbers[1][now] != 0) & numbers
        for one, other in zip(then[differ].tolist(), now[differ].tolist(), strict=True):
            self._doubt("number-differs", [one], [other])
        self._pair_all(then[~differ], now[~differ])

    def _doubt_alone(self, *, numbers: bool) -> None:
        """Sets apart those who bear the name of somebody on the other side, where it cannot be told whether they are the same.

        They are not where both have a trusted number, or no birth could be that of both; where both have a whole date of birth, two
        that differ in one part alone may be one that was corrected.
        """
        free = [self._partner[side] < 0 for side in (0, 1)]
        bare = [np.where(free[side], self._bare[side], np.uint64(0)) for side in (0, 1)]
        shared = set(bare[0].tolist()) & set(bare[1].tolist()) - {0}
        there = [_places_of(keys, shared) for keys in bare] if shared else [{}, {}]
        for key in sorted(shared, key=lambda key: there[0][key]):
            kinds = [self._kinds(side, there[side][key], numbers=numbers) for side in (0, 1)]
            found: dict[Doubt, tuple[list[int], list[int]]] = {}
            for (one, then), (other, now) in product(kinds[0].items(), kinds[1].items()):
                if not (one.numbered and other.numbered) and (one.sought or other.sought):
                    self._open(then, now, found)
            for why, (some_then, some_now) in found.items():
                self._doubt(why, some_then, some_now)

    def _kinds(self, side: int, places: list[int], *, numbers: bool) -> dict[_Kind, list[int]]:
        """People of a side by whether a number tells who they are, and whether they would be looked for and are not in doubt."""
        found: dict[_Kind, list[int]] = {}
        for place in places:
            numbered = numbers and bool(self._numbers[side][place])
            sought = (numbered or bool(self._names[side][place])) and not self._doubtful[side][place]
            found.setdefault(_Kind(numbered, sought), []).append(place)
        return found

    def _open(self, then: list[int], now: list[int], found: dict[Doubt, tuple[list[int], list[int]]]) -> None:
        """Adds to what was found who of these, all of one name, may be one person for all that their births tell."""
        sides = [[(place, int(self._births[side][place])) for place in some] for side, some in ((0, then), (1, now))]
        births = [{birth for _, birth in side} for side in sides]
        for why, related in _BY_BIRTH:
            for side, those in enumerate(related(*births)):
                if those:
                    whom = found.setdefault(why, ([], []))[side]
                    whom.extend(place for place, birth in sides[side] if birth in those)

    def _doubt_shared(self, *, numbers: bool) -> None:
        """Sets apart, until nobody is left, whoever is not matched and has a key of somebody in doubt on the other side."""
        kinds = [self._names, *([self._numbers] if numbers else [])]
        while True:
            found = [self._sharing(side, keys) for keys in kinds for side in (0, 1)]
            for then, now in (pair for some in found for pair in some):
                self._doubt("with-doubtful", then, now)
            if not any(found):
                return

    def _sharing(self, side: int, keys: tuple[Keys, Keys]) -> list[tuple[list[int], list[int]]]:
        """Those who are free on a side and share a key with somebody in doubt on the other, with these, as places then and now."""
        free = (self._partner[side] < 0) & ~self._doubtful[side]
        mine = np.where(free, keys[side], np.uint64(0))
        theirs = np.where(self._doubtful[1 - side], keys[1 - side], np.uint64(0))
        shared = set(mine.tolist()) & set(theirs.tolist()) - {0}
        if not shared:
            return []
        here, there = _places_of(mine, shared), _places_of(theirs, shared)
        found = [(here[key], there[key]) for key in sorted(shared, key=lambda key: here[key])]
        return found if side == 0 else [(then, now) for now, then in found]

    def _pair_all(self, then: Places | list[int], now: Places | list[int]) -> None:
        self._partner[0][then], self._partner[1][now] = now, then

    def _doubt_all(self, why: Doubt, keys: tuple[Keys, Keys]) -> None:
        """Sets apart all who have a key that stands twice on a side and are neither matched nor in doubt by now."""
        repeated = _repeated(keys)
        if not repeated:
            return
        there = [_places_of(keys[side], repeated) for side in (0, 1)]
        for key in dict.fromkeys((*there[0], *there[1])):
            sides = [[place for place in there[side].get(key, []) if not self._settled(side, place)] for side in (0, 1)]
            if any(sides):
                self._doubt(why, *sides)

    def _settled(self, side: int, place: int) -> bool:
        return bool(self._partner[side][place] >= 0 or self._doubtful[side][place])

    def _doubt(self, why: Doubt, then: list[int], now: list[int]) -> None:
        """Sets people apart who are not matched."""
        places = [tuple(sorted(set(some))) for some in (then, now)]
        for side, some in enumerate(places):
            self._doubtful[side][list(some)] = True
        self._doubts.append(Doubted(why, places[0], places[1]))


def _mostly(others: int, of: int) -> bool:
    """Whether it is others more often than not, and so often that it is no mistake."""
    return others > _MISTAKES and others * 2 > of


def _mostly_differ(keys: Keys) -> bool:
    """Whether the keys of a side mostly differ, as those of people do and those of grades do not."""
    known = keys[keys != 0]
    return len(np.unique(known)) * 2 >= len(known)


def _repeated(sides: tuple[Keys, Keys]) -> set[int]:
    """The keys that stand twice on either side."""
    found: set[int] = set()
    for keys in sides:
        each, counts = np.unique(keys[keys != 0], return_counts=True)
        found.update(each[counts > 1].tolist())
    return found


def _common(then: Keys, now: Keys) -> tuple[Places, Places]:
    """The places, on both sides, of keys that stand once on each."""
    found = []
    for keys in (then, now):
        each, first, counts = np.unique(keys, return_index=True, return_counts=True)
        once = (counts == 1) & (each != 0)
        found.append((each[once], first[once]))
    _, here, there = np.intersect1d(found[0][0], found[1][0], assume_unique=True, return_indices=True)
    order = np.argsort(found[0][1][here], kind="stable")
    return found[0][1][here][order], found[1][1][there][order]


def _places_of(keys: Keys, wanted: set[int] | None = None) -> dict[int, list[int]]:
    """Where each key stands."""
    found: dict[int, list[int]] = {}
    for place, key in _told(keys):
        if wanted is None or key in wanted:
            found.setdefault(key, []).append(place)
    return found


def _told(keys: Keys) -> Iterator[tuple[int, int]]:
    places = np.flatnonzero(keys != 0)
    yield from zip(places.tolist(), keys[places].tolist(), strict=True)
