"""Titles read by rule: the offices that a title cell names, each with its axis, level and role."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from genderstats.people.cells import is_unknown
from genderstats.people.named import body_named
from genderstats.people.parts import Part, around_of
from genderstats.people.phrases import Group, Phrases, spoken
from genderstats.people.position import Body, Form, Position, Title, TitleReading, office
from genderstats.text.folding import clean, fold
from genderstats.vocabulary.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Position", "TitleReading", "TitleRules", "builtin_rules"]

#: The longest word of capitals that is taken for the abbreviation of a title.
_ABBREVIATION = 5
_GROUP = re.compile(r"[;\n\r\v\f\x85\u2028\u2029]+")
_NOTHING = Form(Title(nothing=True), "member")


@dataclass(frozen=True)
class TitleRules:
    """The rules by which titles are read, built once from tables of the shape of `titles.toml`."""

    _titles: tuple[Phrases[Form], ...]
    _party_column: Phrases[Form]
    _bodies: Phrases[Body | None]
    _lists: Mapping[str, Phrases[bool]]

    @classmethod
    def of(cls, *tables: Mapping[str, Any]) -> TitleRules:
        """The rules of these tables; an earlier table comes before a later one."""
        return _Builder(tables).rules()

    def read(self, title: str, unit: str | None = None, party: bool = False) -> TitleReading:
        """The offices that a cell names, of someone in this unit; `party` for a column of Party positions."""
        return self.read_among(title, self.bodies(unit), party)

    def knows(self, title: str) -> bool:
        """Whether the rules know all that a cell says."""
        return not self.read(title).unknown

    def bodies(self, unit: str | None) -> tuple[Body, ...]:
        """The bodies that a unit's name holds: all that a title's reading takes from it."""
        return tuple(self._find(spoken(clean(unit)))) if unit else ()

    def read_among(self, title: str, around: Sequence[Body], party: bool = False) -> TitleReading:
        """The offices that a cell names, of someone among these bodies."""
        positions: list[Position] = []
        unknown: list[str] = []
        for text in _GROUP.split(title):
            group = Group.of(clean(text))
            if is_unknown(group.text):
                unknown.append(group.text)
                continue
            parts = self._parts(group, party)
            unknown += self._unknown(group, parts)
            positions += self._positions(parts, around, party)
        return TitleReading(tuple(positions), tuple(unknown))

    def _parts(self, group: Group, party: bool) -> list[Part]:
        parts: list[Part] = []
        start = 0
        while start < len(group.words):
            part = self._part(group, start, party)
            parts.append(part)
            start = part.end
        return parts

    def _part(self, group: Group, start: int, party: bool) -> Part:
        words = group.words
        at = self._skip(words, start)
        after, form = self._begin(group, at, party)
        end = max(after, start + 1)
        while end < len(words) and not self._breaks(group, end, form, after, party):
            end += 1
        if form and any(self._lists["retired"].end(words, word) > word for word in range(after, end)):
            form = _NOTHING
        if form is None or form is _NOTHING:
            return Part(at, after, end, form, [], "")
        named = body_named(group, at, after, end, form, self._bodies, self._lists)
        return Part(at, after, end, form, self._find(words[after:end]), named)

    def _skip(self, words: Sequence[str], at: int) -> int:
        """Past ranks, degrees, forms of address, "kiêm" and the numbers of a list."""
        while at < len(words):
            end = max(self._lists[name].end(words, at) for name in ("dropped", "links", "joins"))
            if end == at and words[at].isdecimal() and at + 1 < len(words):
                end = at + 1
            if end == at:
                break
            at = end
        return at

    def _begin(self, group: Group, at: int, party: bool) -> tuple[int, Form | None]:
        """The title that begins at `at`, and where it ends."""
        words = group.words
        if at >= len(words):
            return at, None
        if self._lists["former"].end(words, at) > at:
            return at + 1, _NOTHING
        acting = self._lists["acting"].end(words, at)
        if acting > at:
            end, form = self._title(group, acting, party)
            if form and not form.title.nothing:
                return end, replace(form, acting=form.role == "head")
        return self._title(group, at, party)

    def _title(self, group: Group, at: int, party: bool) -> tuple[int, Form | None]:
        """The title that begins at `at`; in a column of Party posts its own words, unless a longer title begins there."""
        found = self._first(self._titles, group, at)
        return max(self._first((self._party_column,), group, at), found, key=lambda one: one[0]) if party else found

    def _first(self, tables: Sequence[Phrases[Form]], group: Group, at: int) -> tuple[int, Form | None]:
        for phrases in tables:
            for end, form in phrases.match(group.words, at):
                if not form.over_comma and any(word in group.commas for word in range(at + 1, end)):
                    continue
                if not form.title.before_body or self._heads(group.words, end):
                    return end, form
        return at, None

    def _heads(self, words: Sequence[str], at: int) -> bool:
        end, found = self._bodies.first(words, at) or (at, None)
        return found is not None and (found.headed or (found.weak and self._heads(words, end)))

    def _breaks(self, group: Group, at: int, form: Form | None, after: int, party: bool) -> bool:
        """Does a new part begin at `at`? Only where a separator stands, only before a known title word."""
        words = group.words
        if form is _NOTHING and at == after:
            return False
        direct = at == after and form is not None and form.title.then_title
        hard = at in group.breaks or self._lists["links"].end(words, at) > at
        joined = self._lists["joins"].end(words, at) > at
        if not (hard or joined or direct) or self._is_retired(group, at):
            return False
        begin = self._skip(words, at)
        if form and form.role == "deputy" and self._lists["duties"].end(words, begin) > begin:
            return False
        if begin < len(words) and self._is_place(words, begin):
            return False
        known = self._begin(group, begin, party)[1]
        if known is not None:
            return hard or not known.title.nothing
        return hard and (
            begin > at or self._lists["hints"].end(words, begin) > begin or self._is_abbreviation(group, begin)
        )

    def _is_retired(self, group: Group, at: int) -> bool:
        """Is it said of the title before it that it is held no longer?"""
        told = self._lists["retired"].end(group.words, at) > at
        return told and not group.text[: group.spans[at][0]].rstrip().endswith((",", "."))

    def _is_abbreviation(self, group: Group, at: int) -> bool:
        """Is it a word of capitals alone between separators, and no body: "GV, TTCM" may be two titles."""
        after_comma = group.text[: group.spans[at][0]].rstrip().endswith(",")
        alone = at + 1 == len(group.words) or at + 1 in group.breaks
        written = group.written(at, at + 1)
        known = next(self._bodies.match(group.words, at), None)
        return (
            after_comma
            and alone
            and known is None
            and 2 <= len(written) <= _ABBREVIATION
            and written.isalpha()
            and written.isupper()
        )

    def _is_place(self, words: Sequence[str], at: int) -> bool:
        """Is it "TP Hồ Chí Minh", where "TP" is no Trưởng phòng?"""
        return self._lists["cities"].end(words, at) > at

    def _find(self, words: Sequence[str]) -> list[Body]:
        """The bodies that these words name, in their order, one said twice over once; a mere place name comes last."""
        found: list[Body] = []
        at = 0
        while at < len(words):
            end, body = self._bodies.first(words, at) or (at + 1, None)
            again = words[end : 2 * end - at] == words[at:end] and (self._bodies.first(words, end) or (0, None))[1]
            if body is not None and not again and not (body.needs_name and end >= len(words)):
                found.append(body)
            at = end
        found.sort(key=lambda body: body.weak)
        return found

    def _unknown(self, group: Group, parts: Sequence[Part]) -> Iterator[str]:
        titled = any(part.form for part in parts)
        for part in parts:
            bare = next((end for end, body in self._bodies.match(group.words, part.start) if body), 0)
            if part.form is None and part.start < part.end and not (titled and bare):
                yield group.written(part.start, part.end)

    def _positions(self, parts: Sequence[Part], unit: Sequence[Body], party: bool) -> Iterator[Position]:
        for at, part in enumerate(parts):
            if part.form is None or part.form.title.nothing:
                continue
            own = part.own
            whole, of_cell = not own or own[0].inherits, bool(own) and own[0].cell
            later, earlier = (
                [body for other in some for body in other.told(of_cell) if body.tells or (whole and not body.cell)]
                for some in (parts[at + 1 :], parts[:at])
            )
            around = [*unit, *later, *earlier] if own or party else [*later, *unit, *earlier]
            position = office(part.form, own, around_of(part, parts[at + 1 :], around), party)
            if position:
                yield replace(position, body=part.named)


class _Builder:
    """Reads the tables into phrases."""

    def __init__(self, tables: Sequence[Mapping[str, Any]]) -> None:
        self._tables = tables
        self._scales: dict[str, Mapping[str, str]] = {}
        for table in reversed(tables):
            self._scales |= table.get("scale", {})
        self._lists: dict[str, Phrases[bool]] = {}
        self._bodies: Phrases[Body | None] = Phrases()
        self._body_by_word: dict[str, Body] = {}

    def rules(self) -> TitleRules:
        for name in (
            "dropped",
            "links",
            "joins",
            "former",
            "acting",
            "deputy",
            "hints",
            "cities",
            "duties",
            "retired",
            "particles",
        ):
            self._lists[name] = self._word_list(name)
        for table in self._tables:
            self._add_bodies(table)
        self._bodies.seal()
        column: Phrases[Form] = Phrases()
        titles = tuple(self._add_titles(table, column) for table in self._tables)
        column.seal()
        return TitleRules(titles, column, self._bodies, self._lists)

    def _word_list(self, name: str) -> Phrases[bool]:
        phrases: Phrases[bool] = Phrases()
        for table in self._tables:
            phrases.add(table.get("words", {}).get(name, ()), True)
        phrases.seal()
        return phrases

    def _add_bodies(self, table: Mapping[str, Any]) -> None:
        for entry in table.get("body", ()):
            body = Body.of(entry, self._scales)
            self._bodies.add(entry["words"], body)
            for word in entry["words"]:
                self._body_by_word.setdefault(fold(word), body)
        self._bodies.add(table.get("words", {}).get("not_a_body", ()), None)

    def _add_titles(self, table: Mapping[str, Any], column: Phrases[Form]) -> Phrases[Form]:
        phrases: Phrases[Form] = Phrases()
        prefixes = [word for some in self._tables for word in some.get("words", {}).get("deputy", ())]
        for entry in table.get("title", ()):
            heads = self._body_by_word[fold(entry["heads"])] if "heads" in entry else None
            title, role = Title.of(entry, heads), entry.get("role", "head")
            target = column if entry.get("party_column") else phrases
            for over in (False, True):
                words = [word for word in entry["words"] if ("," in word) is over]
                target.add(words, Form(title, role, entry.get("acting", False), over))
            deputies = list(entry.get("deputies", ()))
            if role == "head" and not entry.get("acting"):
                deputies += [f"{prefix} {word}" for prefix in prefixes for word in entry["words"]]
            for over in (False, True):
                target.add([word for word in deputies if ("," in word) is over], Form(title, "deputy", over_comma=over))
        for entry in table.get("no_office", ()):
            nothing = Form(Title(nothing=True, then_title=entry.get("then_title", False)), "member")
            (column if entry.get("party_column") else phrases).add(entry["words"], nothing)
        phrases.seal()
        return phrases


@cache
def builtin_rules() -> TitleRules:
    """The rules that come with the toolkit."""
    return TitleRules.of(load("titles"))
