"""The share of bodies that meet a condition, such as a woman among their key leaders; bodies are counted, not people."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from genderstats.analysis.measures.measure import Cell, Measure, judged, none
from genderstats.analysis.observation import Observation, share
from genderstats.counting.spelling import told
from genderstats.counting.tally import Tally
from genderstats.people.bodies import name_key
from genderstats.people.codes import UNKNOWN
from genderstats.text.language import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from genderstats.indicators.indicator import Indicator, Threshold


def observe(indicator: Indicator, by: dict[str, str], cell: Cell) -> Observation:
    """Bodies that meet the condition ÷ bodies of which it is known whether they do; only those are asked that the rule concerns.

    The bounds let all bodies of which it is not known miss the condition, then meet it.
    """
    named = bodies_named(cell.parts)
    counts = Observation(
        indicator, by, *cell.tally.yes, undetermined=cell.parts[UNKNOWN].yes.people if UNKNOWN in cell.parts else 0
    )
    if not named:
        return none(counts, "no-bodies")
    said = {name: answer_of(indicator, tally) for name, tally in named.items()}
    met, missed, unjudged = ([name for name in said if said[name] == (answer,)] for answer in (True, False, None))
    counts = replace(counts, missing=tuple(sorted(missed)), unjudged=tuple(sorted(unjudged)))
    judged_bodies = len(met) + len(missed)
    value = share(len(met), judged_bodies)
    if value is None:
        return none(counts, "bodies-unjudged" if unjudged else "no-bodies-asked")
    every = judged_bodies + len(unjudged)
    bounds = (Fraction(len(met), every), Fraction(len(met) + len(unjudged), every))
    return replace(judged(counts, len(met), judged_bodies, value), bounds=bounds)


def bodies_named(parts: Mapping[str, Tally]) -> dict[str, Tally]:
    """The bodies by name, spellings of one name added up under the one in which it is told."""
    spellings: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(parts):
        if name != UNKNOWN:
            spellings[name_key(name)].append(name)
    return {told(some): sum((parts[name] for name in some), Tally()) for some in spellings.values()}


def answer_of(indicator: Indicator, tally: Tally) -> tuple[bool | None] | tuple[()]:
    """Whether a body meets the condition, None where it is not known; nothing where the rule does not concern it."""
    concerned = meets(indicator.asked, tally) if indicator.asked else True
    if concerned is False:
        return ()
    if not tally.yes.people and not (indicator.asked and indicator.asked.people):
        return (None,)
    return (meets(indicator.meets, tally) if concerned else None,)


def meets(asked: Threshold, tally: Tally) -> bool | None:
    """Whether the people of a body reach a threshold; None where that depends on what is not known.

    >>> from genderstats.counting.tally import Split
    >>> from genderstats.indicators.indicator import Threshold
    >>> [meets(Threshold(women=1), Tally(yes=one)) for one in (Split(1, 2, 0), Split(0, 2, 0), Split(0, 2, 1))]
    [True, False, None]
    """
    found, perhaps = tally.yes, tally.unknown
    if asked.of_all:
        found, perhaps = (
            type(found)(*map(sum, zip(tally.yes, tally.no, tally.unknown, strict=True))),
            type(found)(0, 0, 0),
        )
    sure = found.people >= asked.people and found.women >= asked.women
    possible = found.people + perhaps.people >= asked.people
    possible = possible and found.women + found.unknown + perhaps.women + perhaps.unknown >= asked.women
    if asked.share:
        low = share(found.women, found.people + perhaps.men + perhaps.unknown) or Fraction(0)
        more = found.unknown + perhaps.women + perhaps.unknown
        high = share(found.women + more, found.known + more) or Fraction(0)
        sure, possible = sure and low >= asked.share, possible and high >= asked.share
    return True if sure else None if possible else False


BODIES = Measure(
    title=Text(
        "share of bodies: bodies that meet the condition ÷ bodies",
        "tỷ lệ cơ quan: cơ quan đạt điều kiện ÷ tổng số cơ quan",
    ),
    formula=Text(
        "B₊ ÷ B, B₊ the bodies that meet the condition, B all of which it is known",
        "B₊ ÷ B, B₊ là số cơ quan đạt điều kiện, B là số cơ quan đã rõ đạt hay không",
    ),
    source=Text(
        "GSO, htcttkqg: Tỷ lệ cơ quan quản lý nhà nước, chính quyền địa phương các cấp có lãnh đạo chủ chốt là nữ",
        "GSO, htcttkqg: Tỷ lệ cơ quan quản lý nhà nước, chính quyền địa phương các cấp có lãnh đạo chủ chốt là nữ",
    ),
    observe=observe,
)
