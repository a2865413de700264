"""Terms of years in a header: "Quy hoạch giai đoạn 2021–2026", "Planned position, term 2025-2030"."""

from __future__ import annotations

import re
from functools import cache

from genderstats.text.folding import plain, words
from genderstats.vocabulary.loading import load


def without_term(header: str) -> tuple[str, int] | None:
    """The words of a header beside its term, and the term's first year; None where it has no term.

    >>> without_term("quy hoạch giai đoạn 2021 2026"), without_term("quy hoạch")
    (('quy hoạch', 2021), None)
    """
    term = _term().search(header)
    if term is None:
        return None
    return " ".join(f"{header[: term.start()]} {header[term.end() :]}".split()), int(term["year"])


@cache
def _term() -> re.Pattern[str]:
    """Two years, and the words that may stand before them, with their accents or with none."""
    listed = {form for word in load("columns")["term"]["words"] for form in (words(word), plain(words(word)))}
    before = "|".join(sorted(map(re.escape, listed), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:(?:{before}) )?(?P<year>(?:19|20)\d\d) (?:(?:19|20)\d\d|\d\d)(?!\w)")
