"""The body of an office as the words of its title name it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from genderstats.people.phrases import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from genderstats.people.phrases import Group, Phrases
    from genderstats.people.position import Body, Form

    Bodies = Phrases[Body | None]
    Lists = Mapping[str, Phrases[bool]]

#: A kind of body that has no name of its own ("Trưởng phòng", "Chánh Văn phòng") is at most as many words long.
_BARE = 2


class _Word(NamedTuple):
    """A word that means a body, and where it stands."""

    start: int
    end: int
    body: Body


def body_named(group: Group, start: int, after: int, end: int, form: Form, known: Bodies, lists: Lists) -> str:
    """The body that a title names, which stands from `start` to `end`; its own words end at `after`. Empty where it names none.

    The name begins with the word of a body behind the title, or with the one that the title carries: "Tỉnh ủy viên Gia Lai".
    """
    while end > after and lists["duties"].end(group.words, end - 2) == end:
        end -= 2
    behind = _behind(group, after, end, known, lists["duties"])
    within = [
        word
        for word in _words(group, start, after, known)
        if word.body.axis in (None, *form.title.axes) and not word.body.place
    ]
    carried = next((word for word in within if word.end == after), within[0] if within else None)
    kind = form.title.heads or (carried.body if carried else None)
    again = behind is not None and form.title.carries != "" and group.words[after] == spoken(form.title.carries)[0]
    if behind and (kind is None or again or _is_own(behind, kind, after)):
        english = group.written(start, end).isascii()
        begin = lists["particles"].end(group.words, after) if english else behind.start
        alone = (begin, behind.end) == (behind.start, end) and (english or form.title.before_body or kind is not None)
        return _unless_bare(group.written(begin, end), behind.body, alone)
    if kind is None:
        return ""
    if carried and carried.end == after:
        return _unless_bare(group.written(carried.start, end), kind, after == end)
    word = group.written(carried.start, carried.end) if carried else form.title.carries
    return _unless_bare(f"{word} {group.written(after, end)}".strip(), kind, after == end)


def _is_own(behind: _Word, kind: Body, after: int) -> bool:
    """Is the body behind a title the one that the title means, though it carries the word of one?"""
    return behind.body.headed and (behind.body is kind or (behind.start == after and not kind.axis))


def _behind(group: Group, after: int, end: int, known: Bodies, duties: Phrases[bool]) -> _Word | None:
    """The first word of a body behind a title; said twice over ("Trưởng phòng Phòng Nội vụ"), the second is the name's."""
    found = list(_words(group, after, end, known))
    for word, again in pairwise(found):
        same = group.words[again.start : again.start + word.end - word.start] == group.words[word.start : word.end]
        if not same or again.start not in (word.end, duties.end(group.words, word.end)):
            return word
    return found[-1] if found else None


def _words(group: Group, start: int, end: int, known: Bodies) -> Iterator[_Word]:
    """The words that mean a body, but for the bare name of a place."""
    words, at = group.words[:end], start
    while at < end:
        ends, body = known.first(words, at) or (at + 1, None)
        if body is not None and not body.weak:
            yield _Word(at, ends, body)
        at = ends


def _unless_bare(name: str, body: Body, alone: bool) -> str:
    """A name, but for a mere kind of body: "phòng" is none."""
    bare = alone and len(name.split()) <= _BARE and not (body.axis or body.key or body.place)
    return "" if bare else name
