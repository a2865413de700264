"""A grammar of layouts for hypothesis: a design is drawn, and `written` as a sheet whose every row and person is known.

title rows × header shapes × ways of telling sex, unit, levels and Party × totals × noise. Cells are clean in meaning: dirt in
what they say is the business of `support.rosters`; dirt in how they are written is here.
"""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

#: How the unit is told: by section rows (merged with a numeral, bare, numeral in its own column, one inside another), by a
#: title above each header, by a column, by cells merged down a column.
SECTIONS = ("none", "flat", "bare", "numeral", "nested", "nested-numeral", "headed", "column", "merged")
#: How cells are written oddly without meaning anything else.
DIRT = ("nfd", "nbsp", "double", "trailing", "zero-width", "line-break")


@dataclass(frozen=True)
class Design:
    """What a layout is like; the simplest of each kind comes first, so that a failing one shrinks to it."""

    seed: int = 0
    titles: int = 1
    sex: str = "value"
    birth: str = "padded"
    sections: str = "none"
    education: str = "none"
    theory: str = "none"
    administration: str = "none"
    party: str = "none"
    others: frozenset[str] = frozenset()
    totals: str = "none"
    numbers: str = "none"
    grouped: bool = False
    low: bool = False
    unaccented: bool = False
    capitals: bool = False
    shuffled: bool = False
    repeated: bool = False
    blanks: bool = False
    notes: bool = False
    signed: bool = False
    dirt: frozenset[str] = frozenset()
    merged: bool = True
    flaws: frozenset[str] = frozenset()


def designs(*, flawed: bool = False) -> st.SearchStrategy[Design]:
    """Designs of every kind; flawed ones may have one person whose sex is not told, and rows that are nobody's."""
    flag, told = st.booleans(), st.sampled_from(("none", "value", "one-hot", "under"))
    return st.builds(
        Design,
        seed=st.integers(0, 2**16),
        titles=st.integers(0, 7),
        sex=st.sampled_from(("value", "mark", "marks", "split")),
        birth=st.sampled_from(("padded", "unpadded", "real", "year")),
        sections=st.sampled_from(SECTIONS),
        education=told,
        theory=told,
        administration=told,
        party=st.sampled_from(("none", "date", "pair", "two", "mark")),
        others=st.frozensets(st.sampled_from(("number", "staff_id", "position", "ethnicity", "note", "hometown"))),
        totals=st.sampled_from(("none", "label", "cell", "by-sex")),
        numbers=st.sampled_from(("none", "digits", "letters", "brackets", "sums")),
        grouped=flag,
        low=flag,
        unaccented=flag,
        capitals=flag,
        shuffled=flag,
        repeated=flag,
        blanks=flag,
        notes=flag,
        signed=flag,
        dirt=st.frozensets(st.sampled_from(DIRT)),
        merged=flag,
        flaws=st.frozensets(st.sampled_from(("no-sex", "strange-sex", "strays"))) if flawed else st.just(frozenset()),
    )
