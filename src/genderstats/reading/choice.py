"""The columns that a reader of the roster names herself: --map FIELD=COLUMN, and the fields of a profile."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from genderstats.errors import ColumnMissingError
from genderstats.people.cells import read_mark
from genderstats.people.codes import code_list
from genderstats.people.fields import fields
from genderstats.reading.layout.carriers import Carrier, carriers
from genderstats.reading.sheet import letter
from genderstats.text.folding import words
from genderstats.text.nearness import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from genderstats.reading.layout.header import Header
    from genderstats.reading.layout.headers import Claim, How
    from genderstats.reading.sheet import Sheet

_NTH = re.compile(r"^(.*\S) #(\d{1,3})$")
_LETTER = re.compile(r"[A-Z]|[A-H][A-Z]|I[A-V]", re.IGNORECASE)


@dataclass(frozen=True)
class Choice:
    """What is said of the columns of a sheet: by --map, and by a profile.

    mapped: --map, which must find its column. named: a profile's headers of a field, none where it is switched off.
    declared: what everybody is. unused: headers of columns that are not to be read; None where nothing is said of the others.
    """

    mapped: Mapping[str, str] = field(default_factory=dict)
    named: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    declared: Mapping[str, str] = field(default_factory=dict)
    unused: tuple[str, ...] | None = None

    @property
    def off(self) -> frozenset[str]:
        """The fields that are switched off."""
        return frozenset(name for name, said in self.named.items() if not said)

    @property
    def headers(self) -> tuple[str, ...]:
        """Every header that it names."""
        return (*(one for said in self.named.values() for one in said), *(self.unused or ()))


NOTHING_CHOSEN = Choice()


@dataclass(frozen=True)
class Carried:
    """The columns of each field under a choice, and what became of the choice.

    overruled: a column that would carry a field which is declared for everybody. missing: (field, header) that are not there.
    new: columns that the choice does not know, each with the field that it was read as, or None.
    """

    carriers: dict[str, Carrier]
    overruled: dict[str, Carrier]
    missing: tuple[tuple[str, str], ...] = ()
    new: tuple[tuple[int, str | None], ...] = ()


def carried(sheet: Sheet, header: Header, choice: Choice) -> Carried:
    """The columns that carry each field: as the header claims, but for what was chosen.

    A field whose headers are all there is read from these alone; where one is missing, from other columns that claim it too. A
    column that is named for one field carries no other by its header.

    Raises:
        ColumnMissingError: the sheet has no such column as --map names.
    """
    places = {name: [place_of(sheet, header, one) for one in said] for name, said in choice.named.items()}
    places |= {name: [find(sheet, header, column)] for name, column in choice.mapped.items()}
    found = {name: [place for place in said if place is not None] for name, said in places.items()}
    unused = {place_of(sheet, header, one) for one in choice.unused or ()}
    listed = {place: claim for place, claim in header.claims().items() if place not in unused}
    settled = choice.declared.keys() | {name for name, said in places.items() if None not in said}
    claims = {place: claim for place, claim in listed.items() if _stands(place, claim, found, settled)}
    claims |= {place: claim for place, claim in header.claims().items() if place in found.get(claim.field, ())}
    read = carriers(claims)
    read |= {name: one for name, said in found.items() if (one := _explicit(sheet, header, claims, name, said))}
    read |= {name: _alone(sheet, header, name, said) for name, said in found.items() if said and name not in read}
    dropped = choice.off | choice.declared.keys()
    return Carried(
        {name: carrier for name, carrier in read.items() if name not in dropped},
        {name: one for name, one in carriers(listed).items() if name in choice.declared},
        tuple(_missing_headers(choice, places)),
        tuple(_new(header, choice, read, unused.union(*found.values()))),
    )


def _stands(place: int, claim: Claim, found: Mapping[str, list[int]], settled: set[str]) -> bool:
    """Whether a column may carry what its header claims: nothing was said of that field, or not all, and none was of that column."""
    return claim.field not in settled and not any(place in said for said in found.values())


def _explicit(
    sheet: Sheet, header: Header, claims: Mapping[int, Claim], name: str, places: Sequence[int]
) -> Carrier | None:
    """The carrier of a field in the columns that were named for it; None where their headers claim as much themselves."""
    if not places or _derived(claims, name, places):
        return None
    if all(place in claims and claims[place].field == name for place in places):
        marked = claims[places[0]].how == "flag" and len(places) == 1
        in_words = marked and _in_words(sheet, header, name, places[0])
        return Carrier(name, "value", ((places[0], None),)) if in_words else None
    codes = [_code(header, name, place) for place in places] if len(places) > 1 else []
    if codes and None not in codes:
        return Carrier(name, _how(header, name, places), tuple(zip(places, codes, strict=True)))
    return Carrier(name, "value", tuple((place, None) for place in places))


def _alone(sheet: Sheet, header: Header, name: str, places: Sequence[int]) -> Carrier:
    """The carrier of a field that was named in one of two columns that belong together, such as marks under Nam and none under Nữ."""
    claim = header.claims()[places[0]]
    marked = claim.how == "flag" and not _in_words(sheet, header, name, places[0])
    return Carrier(name, "flag", ((places[0], claim.code),)) if marked else Carrier(name, "value", ((places[0], None),))


def _derived(claims: Mapping[int, Claim], name: str, places: Sequence[int]) -> bool:
    """Whether a sex or birth date is told by columns under Nam and Nữ, where the one carries the other."""
    said = [claims[place] for place in places if place in claims]
    other = {"sex": "birth_date", "birth_date": "sex"}.get(name)
    return len(said) > 1 and all(one.field == other and one.how in ("split", "flag") for one in said)


def _how(header: Header, name: str, places: Sequence[int]) -> How:
    """How columns under the words of a code list carry it: by what is filled under Nam and Nữ, else by marks."""
    claims = header.claims()
    if name != "sex":
        return "one-hot"
    return "split" if all(place in claims and claims[place].how == "split" for place in places) else "flag"


def _in_words(sheet: Sheet, header: Header, name: str, place: int) -> bool:
    """Whether the cells of a column that its header gives out for marks are rather words of the field's code list."""
    column = sheet.column(place)
    held = np.unique(column.known_codes[header.top + header.depth :])
    texts = [column.cleaned[code] for code in held[held >= 0].tolist()]
    said = sum(code_list(name).find(text) is not None for text in texts) if name != "party_member" else 0
    return said > sum(read_mark(text) is not None for text in texts)


def _code(header: Header, name: str, place: int) -> str | None:
    """The code that a mark under a header stands for, where the header is a word of the field's code list."""
    path = header.paths[place]
    return code_list(name).find(path[-1]) if path and fields()[name].kind == "code" else None


def _missing_headers(choice: Choice, places: Mapping[str, list[int | None]]) -> Iterator[tuple[str, str]]:
    for name, said in choice.named.items():
        if name not in choice.mapped:
            yield from ((name, one) for one, place in zip(said, places[name], strict=True) if place is None)


def _new(
    header: Header, choice: Choice, read: Mapping[str, Carrier], known: set[int | None]
) -> Iterator[tuple[int, str | None]]:
    """The columns that nothing was said of, where something was said of all."""
    fields_at = {place: name for name, carrier in reversed(list(read.items())) for place in carrier.places}
    if choice.unused is not None:
        unsaid = (place for place, path in enumerate(header.paths) if path and place not in known)
        yield from ((place, fields_at.get(place)) for place in unsaid)


def place_of(sheet: Sheet, header: Header, name: str) -> int | None:
    """The column, counted from 0, that a profile names: by its header ("Ghi chú #2" is the second of that header), or by its letter.

    The last level of a header will do where no other column has it.
    """
    nth = _NTH.match(name)
    same = _of_text(header, nth[1] if nth else "")
    if nth and len(same) >= int(nth[2]) > 0:
        return same[int(nth[2]) - 1]
    whole = _of_text(header, name)
    last = [place for place, path in enumerate(header.paths) if path and words(path[-1]) == words(name)]
    if whole or len(last) == 1:
        return (whole or last)[0]
    letters = {letter(place): place for place in range(sheet.width)}
    return letters.get(name.upper()) if is_letter(name) else None


def is_letter(name: str) -> bool:
    """Whether a name may be the letter of a column: one of the first 256."""
    return bool(_LETTER.fullmatch(name))


def name_of(sheet: Sheet, header: Header, place: int) -> str | None:
    """How a profile names a column so that it is found again; None where nothing would tell it from others.

    A header that could be a letter of a column is written with a mark of levels behind it.
    """
    text = header.text(place)
    same = _of_text(header, text)
    nth = same.index(place) + 1 if place in same else 1
    said = f"{text} #{nth}" if nth > 1 else f"{text} ›" if is_letter(text) else text
    return next((one for one in (said, letter(place)) if words(one) and place_of(sheet, header, one) == place), None)


def _of_text(header: Header, text: str) -> list[int]:
    """The columns whose whole header is a text."""
    said = words(text)
    return [place for place, path in enumerate(header.paths) if said and path and words(header.text(place)) == said]


def find(sheet: Sheet, header: Header, name: str) -> int:
    """The column, counted from 0, that has this header, or this letter.

    Raises:
        ColumnMissingError: the sheet has no such column; the message lists those it has, and the one that was perhaps meant.
    """
    by_header = {words(header.text(place)): place for place in reversed(range(sheet.width)) if header.paths[place]}
    by_last = {words(header.paths[place][-1]): place for place in reversed(range(sheet.width)) if header.paths[place]}
    by_letter = {letter(place).lower(): place for place in range(sheet.width)}
    for known in (by_header, by_last, by_letter):
        if words(name) in known:
            return known[words(name)]
    raise _missing(sheet, header, name)


def nearest_header(header: Header, name: str) -> int | None:
    """The column whose header is nearly a text: a suggestion, never an assumption."""
    places = {header.text(place): place for place in reversed(range(len(header.paths))) if header.paths[place]}
    near = nearest(name, places)
    return None if near is None else places[near]


def _missing(sheet: Sheet, header: Header, name: str) -> ColumnMissingError:
    near = nearest_header(header, name)
    listed = ", ".join(f"{letter(place)} {header.text(place)}" for place in range(sheet.width) if header.paths[place])
    path = " › ".join(filter(None, (sheet.file, sheet.name)))
    suggestion = "" if near is None else f" → {header.text(near)}?"
    return ColumnMissingError(path=path, column=name, columns=listed, suggestion=suggestion)
