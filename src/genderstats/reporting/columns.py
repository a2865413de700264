"""How the columns of a sheet were read, as `inspect` shows it: what stands in them in short, and of nobody's own data nothing."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from genderstats.indicators.catalogue import catalogue
from genderstats.indicators.condition import Within
from genderstats.indicators.dimension import dimensions
from genderstats.people.codes import code_list
from genderstats.people.fields import fields
from genderstats.reading.layout.headers import header_words, kind_of_column
from genderstats.reading.sheet import letter
from genderstats.reporting.document import Cell, Head, Paragraph, Row, Table
from genderstats.reporting.pages import rules_in_words
from genderstats.text import marks
from genderstats.text.language import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from genderstats.reading.layout.carriers import Carrier
    from genderstats.reading.roster import Roster
    from genderstats.reporting.document import Tone

_COLUMN_HEADS = (
    Head(Text("Column", "Cột"), numeric=False, whole=True),
    Head(Text("Header", "Tiêu đề"), numeric=False),
    Head(Text("Read as", "Được hiểu là"), numeric=False),
    Head(Text("Filled", "Có ghi")),
    Head(Text("Cells", "Nội dung ô"), numeric=False),
)


def column_table(roster: Roster) -> Table:
    """Each column that is read: its header, the field, how many people it is filled for, and what stands there."""
    used = sorted(used_columns(roster))
    return Table(_COLUMN_HEADS, tuple(_column(roster, place) for place in used))


def _column(roster: Roster, place: int) -> Row:
    read = {field: carrier for field, carrier in roster.layout.carriers.items() if place in carrier.places}
    said = [_read_as(field, carrier, place) for field, carrier in read.items()]
    named = Text(*("; ".join(one[language] for one in said) for language in LANGUAGES))
    filled, cells = column_cells(roster, place)
    shown = _in_short(roster, next(iter(read)), place, cells)
    return Row(
        (
            Cell(letter(place)),
            Cell(roster.layout.header.text(place)),
            Cell(named, "good"),
            Cell(filled, "" if filled else "bad"),
            Cell(shown, "quiet"),
        )
    )


def _read_as(field: str, carrier: Carrier, place: int) -> Text:
    """The field, and where a mark or a place stands for a code, which."""
    title, code = fields()[field].title, dict(carrier.columns)[place]
    if carrier.how == "part":
        return Text("{title} ({part})", "{title} ({part})").format(title=title, part=HOW["part"])
    if code is None or (carrier.how == "split" and field != "sex"):
        return title
    label = code_list(field).label(code) if code in code_list(field).labels else Text("not clear", "không rõ mức")
    return Text("{title}: {how} = {code}", "{title}: {how} = {code}").format(
        title=title, how=HOW[carrier.how], code=label
    )


HOW = {
    "flag": Text("x", "x"),
    "split": Text("filled", "có ghi"),
    "one-hot": Text("x", "x"),
    "part": Text("part", "một phần"),
}

#: What stands for the cells of a column of personal data.
_UNSHOWN = "…"
#: How many of a column's words are shown, and how long each may be.
SHOWN, _LONGEST = 3, 24
#: How long they may be together.
_ROOM = 36
#: Of fewer people than this, years are not shown: they would be somebody's.
_FEW = 5
_COUNTED = Text("{text} {count}", "{text} {count}")


def column_cells(roster: Roster, place: int) -> tuple[int, list[tuple[str, int]]]:
    """For how many people a column is filled, and its distinct cells with how many hold each, commonest first."""
    column = roster.sheet.column(place)
    codes = column.known_codes[roster.rows]
    counts = np.bincount(codes[codes >= 0], minlength=len(column.cleaned))
    order = np.argsort(-counts, kind="stable")
    cells = [(column.cleaned[code], int(counts[code])) for code in order.tolist() if counts[code]]
    return int(counts.sum()), cells


def is_personal(roster: Roster, place: int) -> bool:
    """Whether the cells of a column are somebody's own: of a personal field, or of one that is not read, which may be anything."""
    read = [field for field, carrier in roster.layout.carriers.items() if place in carrier.places]
    return not read or any(fields()[field].personal for field in read)


def _in_short(roster: Roster, field: str, place: int, cells: list[tuple[str, int]]) -> Text:
    """The commonest cells with their counts; of dates the years they span, of other personal data nothing."""
    if is_personal(roster, place):
        years = _years(roster, place)
        return Text.same(f"{_UNSHOWN} {years}" if years else _UNSHOWN)
    said: list[Text] = []
    for text, count in cells[:SHOWN]:
        if sum(len(one.vi) for one in said) + len(_clipped(text)) > _ROOM:
            break
        said.append(_COUNTED.format(text=_clipped(text), count=plain_count(count)))
    if len(cells) > len(said):
        said.append(Text("({count} kinds)", "({count} loại)").format(count=plain_count(len(cells))))
    return Text(*(" · ".join(one[language] for one in said) for language in LANGUAGES))


def plain_count(number: int) -> Text:
    """A number in both languages' marks."""
    return Text(*(marks.count(number, language) for language in LANGUAGES))


def _clipped(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _years(roster: Roster, place: int) -> str:
    """The first and last year of the dates that were read from a column: enough to see a mistake, and nobody's day."""
    for field, carrier in roster.layout.carriers.items():
        if place in carrier.places and fields()[field].kind == "date":
            one = roster.variables[field]
            here = one.codes[roster.sheet.column(place).known_codes[roster.rows] >= 0]
            known = here[here >= 0]
            years = [one.values[code].year for code in np.unique(known).tolist()]
            return f"{min(years)}–{max(years)}" if len(known) >= _FEW else ""
    return ""


def beside(roster: Roster) -> Iterator[Paragraph]:
    """What was declared or switched off, the columns that are not read, what is nearly a known header, and what no column tells."""
    choice, header = roster.layout.choice, roster.layout.header
    for field, text in choice.declared.items():
        said = Text("Declared for everybody: {field} = {text}", "Khai báo cho mọi người: {field} = {text}")
        yield Paragraph(said.format(field=fields()[field].title, text=text), "bad")
    if choice.off:
        off = [fields()[field].title for field in sorted(choice.off)]
        yield Paragraph(Text("Switched off: {what}", "Không dùng: {what}").format(what=_joined(off)), "quiet")
    yield from rules_in_words([roster])
    for one in roster.notices:
        if one.reason.id in _OF_COLUMNS:
            tone: Tone = "quiet" if one.reason.severity == "note" else "bad"
            yield Paragraph(
                Text("{title}: {message}", "{title}: {message}").format(title=one.reason.title, message=one.message),
                tone,
            )
    unused = [place for place, path in enumerate(header.paths) if path and place not in used_columns(roster)]
    for place in unused:
        near = suggestion(roster, place)
        if near:
            yield Paragraph(_NEARLY.format(**_named(roster, place), field=fields()[near].title, id=near), "bad")
    for title, places in _by_reason(roster, unused):
        listed = [_COLUMN.format(**_named(roster, place)) for place in places]
        yield Paragraph(Text("{title}: {what}", "{title}: {what}").format(title=title, what=_joined(listed)), "quiet")
    absent = [fields()[field].title for field in _absent(roster)]
    if absent:
        yield Paragraph(Text("No column for: {what}", "Không có cột: {what}").format(what=_joined(absent)), "quiet")


#: The notices that tell how sheets and columns were taken, or have changed since a profile was saved.
_OF_COLUMNS = frozenset(
    {
        "header-not-borne-out", "declared-otherwise", "probation-not-told", "profile-column-missing", "profile-column-new",
        "profile-header-moved", "profile-sheet-missing", "profile-sheet-new", "profile-sheet-left-out",
    }
)  # fmt: skip
_COLUMN = Text("{letter} {header} ({filled})", "{letter} {header} ({filled})")
_NEARLY = Text(
    "Not read, but nearly a known header: {letter} “{header}” → {field}? (--map {id}={letter})",
    "Chưa đọc, nhưng gần giống tiêu đề đã biết: {letter} “{header}” → {field}? (--map {id}={letter})",
)
_UNREAD = Text("Not read (cells filled)", "Không đọc (số ô có ghi)")
_NUMBERS = Text("Row numbers", "Số thứ tự")
_PERSONAL = Text("Personal data, not read (cells filled)", "Dữ liệu cá nhân, không đọc (số ô có ghi)")


def _named(roster: Roster, place: int) -> dict[str, Text | str]:
    filled, _ = column_cells(roster, place)
    return {"letter": letter(place), "header": roster.layout.header.text(place), "filled": plain_count(filled)}


def _by_reason(roster: Roster, unused: list[int]) -> Iterator[tuple[Text, list[int]]]:
    """The columns that are not read: those of personal data, of row numbers, and the others."""
    kinds = {place: kind_of_column(roster.layout.header.paths[place]) for place in unused}
    for title, kind in ((_UNREAD, None), (_PERSONAL, "personal"), (_NUMBERS, "number")):
        places = [place for place in unused if kinds[place] == kind]
        if places:
            yield title, places


def _joined(texts: Iterable[Text]) -> Text:
    many = list(texts)
    return Text(*(" · ".join(text[language] for text in many) for language in LANGUAGES))


def _absent(roster: Roster) -> list[str]:
    """The fields without which some indicator or dimension cannot be told; of several that tell the same, the first."""
    untold = {needs[0] for needs in _needed() if not any(field in roster.variables for field in needs)}
    return [field for field in fields() if field in untold - roster.layout.choice.off]


@cache
def _needed() -> tuple[tuple[str, ...], ...]:
    """What the dimensions and the flows need: one of the fields of each."""
    clauses = [clause for one in catalogue().values() for clause in one.population.clauses]
    flows = [(clause.field,) for clause in clauses if isinstance(clause, Within)]
    return (*(one.needs for one in dimensions().values()), *flows)


def units(roster: Roster) -> Iterator[Paragraph]:
    """The units that were found, the largest first, and what tells them."""
    found = unit_counts(roster)
    if not found:
        return
    carrier = roster.layout.carriers.get("unit")
    told = (
        Text("column {letter}", "cột {letter}").format(letter=letter(carrier.places[0]))
        if carrier
        else Text("declared", "khai báo")
        if "unit" in roster.layout.choice.declared
        else Text("section rows", "dòng chia mục")
    )
    shown = [_COUNTED.format(text=_clipped(name), count=plain_count(count)) for name, count in found[:_UNITS_SHOWN]]
    more = len(found) - len(shown)
    rest = Text(" … {count} more", " … còn {count}").format(count=more) if more else Text("", "")
    yield Paragraph(
        Text("{count} units ({told}): {shown}{rest}", "{count} đơn vị ({told}): {shown}{rest}").format(
            count=plain_count(len(found)), told=told, shown=_joined(shown), rest=rest
        )
    )


#: How many units are named.
_UNITS_SHOWN = 6


def unit_counts(roster: Roster) -> list[tuple[str, int]]:
    """The units of a roster with how many people each has, the largest first."""
    if "unit" not in roster.variables:
        return []
    one = roster.variables["unit"]
    counts = np.bincount(one.codes[one.codes >= 0], minlength=len(one.values)).tolist()
    return sorted(zip(one.values, counts, strict=True), key=lambda pair: -pair[1])


def suggestion(roster: Roster, place: int) -> str | None:
    """The field that an unread column's header is nearly a word for; None where that field is read already."""
    path = roster.layout.header.paths[place]
    if not path or kind_of_column(path) or roster.layout.header.claims().get(place):
        return None
    near = header_words().nearest(path[-1])
    return near if near and near not in roster.layout.carriers else None


def used_columns(roster: Roster) -> set[int]:
    """The columns that a field is read from."""
    return {place for carrier in roster.layout.carriers.values() for place in carrier.places}
