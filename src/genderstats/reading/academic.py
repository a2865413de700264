"""Academic titles where a roster has no column of their own: they stand before the degree, "PGS.TS", under “Học hàm, học vị”."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from genderstats.people.cells import known
from genderstats.people.codes import code_list
from genderstats.reading.layout.carriers import Carrier
from genderstats.reading.roster import Variable
from genderstats.text.folding import plain, words
from genderstats.vocabulary.loading import load

if TYPE_CHECKING:
    from genderstats.reading.layout.carriers import Raw
    from genderstats.reading.roster import Layout
    from genderstats.reading.sheet import Sheet

FIELD, BESIDE = "academic_title", "education"


def academic_titles(sheet: Sheet, layout: Layout) -> Variable | None:
    """The academic title of everybody, told by the columns of degrees whose headers name titles too; None where there is none.

    A degree without a title is no title; a blank, and what neither list knows, is not known.
    """
    carrier = layout.carriers.get(BESIDE)
    if carrier is None or carrier.how != "value" or FIELD in layout.choice.off:
        return None
    named = tuple(column for column in carrier.columns if _names_titles(layout.header.text(column[0])))
    if not named:
        return None
    raw = Carrier(FIELD, "value", named, carrier.division).raw(sheet, layout.rows.of("person"))
    return _read(raw)


def _read(raw: Raw) -> Variable:
    listed = code_list(FIELD)
    values = list(listed)
    said = [known(text) for text in raw.values]
    found = [listed.find(text) if text else None for text in said]
    lookup = np.array([-1 if code is None else values.index(code) for code in found] + [-1], np.int32)
    return Variable(lookup[raw.codes], values)


def _names_titles(header: str) -> bool:
    said = f" {plain(words(header))} "
    return any(f" {word} " in said for word in _words())


@cache
def _words() -> tuple[str, ...]:
    return tuple(plain(words(word)) for word in load("columns")["academic"]["words"])
