"""A profile on the sheets of another file: which of its sheets each table is like, where the header stands, what has changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from genderstats.people.fields import fields
from genderstats.reading.choice import Choice, is_letter, nearest_header
from genderstats.reading.layout import header as headers
from genderstats.reading.merged import Merges
from genderstats.reading.notices import Notice, notice
from genderstats.reading.sheet import letter
from genderstats.text.folding import fold, words
from genderstats.text.language import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from genderstats.reading.choice import Carried
    from genderstats.reading.layout.header import Header
    from genderstats.reading.profile import Profile, SheetSaid
    from genderstats.reading.sheet import Sheet

#: A table is like a profile's sheet where at least this share of the columns that it names are there.
_ALIKE = 0.5
#: How far below its old place a header is looked for.
_BELOW = 30


@dataclass(frozen=True)
class Fit:
    """What is said of a table: its columns, the sheet of the profile that it is like, and what is to be told of that."""

    choice: Choice
    said: SheetSaid | None = None
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class Fitted:
    """The tables that are to be read, each with what is said of it, and what is to be told of those that are not there."""

    tables: Iterable[tuple[Sheet, Fit]]
    notices: tuple[Notice, ...] = ()


def fitted(tables: Iterable[Sheet], profile: Profile) -> Fitted:
    """Each table with what is said of it: by its sheet's name, else by its header."""
    if profile.file is None:
        return Fitted((table, Fit(Choice(profile.columns))) for table in tables)
    if not profile.file.sheet:
        choice = _choice(profile.file.any_sheet, profile)
        return Fitted((table, Fit(choice)) for table in tables)
    return _matched(list(tables), profile)


def _matched(tables: list[Sheet], profile: Profile) -> Fitted:
    assert profile.file is not None
    sheets = profile.file.sheets
    tables = [table for table in tables if not _is_left_out(table, sheets)]
    by_name = _by_name(tables, sheets)
    gone = [said for said in sheets if said.name is not None and not any(_called(said, table) for table in tables)]
    others = profile.file.other_sheets or bool(profile.sheets)
    by_header = _by_header(tables, [said for said in (sheets if others else gone) if said.read], by_name, gone, others)
    found: list[tuple[Sheet, Fit]] = []
    left_out: list[Notice] = []
    told: list[SheetSaid] = []
    for place, table in enumerate(tables):
        said = by_name.get(place) or by_header.get(place)
        if said is not None:
            new = said in told or (said.name is not None and said not in gone)
            renamed = () if place in by_name else tuple(_likened(table, said, new=new))
            told.append(said)
            found += [(table, Fit(_choice(said, profile), said, renamed))] if said.read else []
        elif others:
            found.append((table, Fit(_choice(profile.file.any_sheet, profile), None, (_new(table),))))
        elif _may_be_a_roster(table):
            left_out.append(notice("profile-sheet-left-out", table.address(), value=table.name or table.file))
    absent = [said for said in gone if said not in told and said.read] if not profile.sheets else []
    where = tables[0].address() if tables else None
    lost = [notice("profile-sheet-missing", where, value=said.name, also=_NOTHING_READ) for said in absent if where]
    return Fitted(found, (*lost, *left_out))


def _choice(said: SheetSaid, profile: Profile) -> Choice:
    """What is said of the columns, where --map wins over the profile."""
    kept = {name: one for name, one in said.named.items() if name not in profile.columns}
    declared = {name: one for name, one in said.declared.items() if name not in profile.columns}
    return Choice(profile.columns, kept, declared, said.not_used)


def _is_left_out(table: Sheet, sheets: Sequence[SheetSaid]) -> bool:
    """Whether the profile names the sheet of a table only to leave it out."""
    named = [said for said in sheets if _called(said, table)]
    return bool(named) and not any(said.read for said in named)


def _called(said: SheetSaid, table: Sheet) -> bool:
    return fold(said.name or "") == fold(table.name or "")


def _by_name(tables: Sequence[Sheet], sheets: Sequence[SheetSaid]) -> dict[int, SheetSaid]:
    """The tables whose sheet has the name of a sheet of the profile; of several on it, each the one that it is most like."""
    pairs = [
        (_likeness(table, said) if _several(table, tables) else 1.0, place, number)
        for place, table in enumerate(tables)
        for number, said in enumerate(sheets)
        if _called(said, table)
    ]
    found: dict[int, int] = {}
    for likeness, place, number in sorted(pairs, key=lambda pair: -pair[0]):
        if place not in found and number not in found.values() and likeness > 0:
            found[place] = number
    return {place: sheets[number] for place, number in found.items()}


def _several(table: Sheet, tables: Sequence[Sheet]) -> bool:
    return sum(other.name == table.name for other in tables) > 1


def _by_header(
    tables: Sequence[Sheet],
    sheets: Sequence[SheetSaid],
    matched: dict[int, SheetSaid],
    gone: Sequence[SheetSaid],
    often: bool,
) -> dict[int, SheetSaid]:
    """The other tables that are like a sheet of the profile, which may be said of several; one whose name is gone is the likeliest."""
    found: dict[int, SheetSaid] = {}
    for place, table in enumerate(tables):
        if place in matched:
            continue
        ranked = [
            (_likeness(table, said), said in gone and said not in found.values(), -number)
            for number, said in enumerate(sheets)
            if often or said not in found.values()
        ]
        best = max(ranked, default=(0.0, False, 0))
        if best[0] >= _ALIKE:
            found[place] = sheets[-best[2]]
    return found


def _likeness(table: Sheet, said: SheetSaid) -> float:
    """The share of the headers of a profile's sheet that stand in a header of this table."""
    named = _named(said)
    return _best_row(table, said, named)[0] / named.total() if named else 0.0


def _named(said: SheetSaid) -> Counter[str]:
    """The headers that a profile's sheet names, letters of columns apart, in the form in which they are matched."""
    texts = Choice(named=said.named, unused=said.not_used).headers
    return Counter(words(text.rpartition(" #")[0] or text) for text in texts if not is_letter(text))


def _best_row(table: Sheet, said: SheetSaid, named: Counter[str]) -> tuple[int, int]:
    """How many of the named headers stand over columns at most, and the first row (from 0) where a header has them."""
    head = table.head(max(headers.SEARCHED_ROWS, (said.header_row or 0) - table.first + _BELOW))
    levels = {level for text in named for level in (text, text.split(" ")[0])}
    likely = [row for row, cells in enumerate(head) if any(_begins(words(cell), levels) for cell in cells if cell)]
    merges = Merges.of(table).between(0, len(head))
    blocks = [headers.block(head, row, depth, merges) for row in likely for depth in _depths(head, row)]
    counted = [(_shared(block, named), -block.depth, -block.top) for block in blocks]
    most, _, top = max(counted, default=(0, 0, 0))
    return most, -top


def _begins(text: str, levels: set[str]) -> bool:
    return bool(text) and (text in levels or text.split(" ")[0] in levels)


def _depths(head: list[list[str]], row: int) -> range:
    return range(1, min(headers.DEEPEST, len(head) - row) + 1)


def _shared(header: Header, named: Counter[str]) -> int:
    """How many of the named headers stand over columns."""
    return (Counter(words(header.text(place)) for place, path in enumerate(header.paths) if path) & named).total()


def header_of(table: Sheet, said: SheetSaid) -> Header | None:
    """The header of a table where a profile's headers are, however many rows it stands lower or higher; None where they are not.

    It has as many rows as read the most columns, and in doubt as many as it had.
    """
    named = _named(said)
    most, top = _best_row(table, said, named)
    if most < min(2, named.total()) or not named:
        return None
    head = table.head(top + headers.DEEPEST + 1)
    merges = Merges.of(table).between(0, len(head))
    blocks = [headers.block(head, top, depth, merges) for depth in _depths(head, top)]
    return max(blocks, key=lambda one: (_understood(one, named), one.depth == said.header_depth, -one.depth))


def _understood(header: Header, named: Counter[str]) -> int:
    """The columns of a header that are named, or claim a field."""
    claims = header.claims()
    return sum(place in claims or words(header.text(place)) in named for place, path in enumerate(header.paths) if path)


# What is told of it ---------------------------------------------------------------------------------------------------

_NOTHING_READ = Text("nothing was read for it", "không đọc gì thay cho trang này")
_AS_WITHOUT = Text(
    "it was read with no more than the profile says of every sheet", "chỉ áp dụng những gì profile nói cho mọi trang"
)
_LIKE = Text(
    "it was read like the profile's “{name}”, whose header it has",
    "đã đọc như trang “{name}” của profile vì có cùng tiêu đề",
)
_INSTEAD = Text(
    "the sheet “{name}” has its header and was read instead", "trang “{name}” có cùng tiêu đề và được đọc thay"
)
_NO_FIELD = Text("it was not read", "không đọc cột này")
_READ_AS = Text("it was read as {field}", "được đọc là {field}")
_ABSENT = Text("no other column tells it", "không có cột nào khác cho biết")
_ELSEWHERE = Text("it was read from “{header}”", "đã đọc từ cột “{header}”")
_NEARLY = Text(
    "{said}; “{header}” (column {letter}) is nearly the same", "{said}; tiêu đề “{header}” (cột {letter}) gần giống"
)


def _likened(table: Sheet, said: SheetSaid, *, new: bool) -> Iterator[Notice]:
    """That a table was read like a sheet of another name."""
    here = table.name or table.file
    if new:
        also = _LIKE.format(name=said.name or "…")
        yield notice("profile-sheet-new", table.address(), value=here, also=also)
    elif said.name is not None:
        yield notice("profile-sheet-missing", table.address(), value=said.name, also=_INSTEAD.format(name=here))


def _new(table: Sheet) -> Notice:
    return notice("profile-sheet-new", table.address(), value=table.name or table.file, also=_AS_WITHOUT)


def _may_be_a_roster(table: Sheet) -> bool:
    found = headers.find(table.head(headers.SEARCHED_ROWS), Merges.of(table).between(0, headers.SEARCHED_ROWS))
    return found is not None and found.tells_sex()


def changes(table: Sheet, header: Header, fit: Fit, read: Carried, *, moved: bool) -> Iterator[Notice]:
    """What has changed since the profile was saved: where the header stands, columns that are gone, columns that are new."""
    yield from fit.notices
    row = table.number(header.top)
    if moved and fit.said and fit.said.header_row not in (None, row):
        yield notice("profile-header-moved", table.address(header.top), value=str(fit.said.header_row), number=row)
    known = {place for carrier in read.carriers.values() for place in carrier.places}
    for name, text in read.missing:
        also = _instead(header, read, name, text, known)
        yield notice("profile-column-missing", table.address(header.top), name, text, also=also)
    for place, field in read.new:
        also = _READ_AS.format(field=fields()[field].title) if field else _NO_FIELD
        yield notice("profile-column-new", table.address(header.top, place), field, header.text(place), also=also)


def _instead(header: Header, read: Carried, name: str, text: str, known: set[int]) -> Text:
    """What was done where a named header is gone, and the header that is nearly the same where nothing reads it."""
    carrier = read.carriers.get(name)
    said = _ABSENT
    if carrier:
        said = _ELSEWHERE.format(header=" | ".join(header.text(place) for place in carrier.places))
    near = nearest_header(header, text)
    if near is None or near in known:
        return said
    return _NEARLY.format(said=said, header=header.text(near), letter=letter(near))
