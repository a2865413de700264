"""What machines read of changes, flows, decompositions and trends: JSON, and CSV of their own."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from genderstats.analysis.change import NOT_THEN
from genderstats.reporting import records
from genderstats.reporting.records import as_csv
from genderstats.reporting.series import series

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from fractions import Fraction

    from genderstats.analysis.change import Change
    from genderstats.analysis.decomposition import Decomposition
    from genderstats.analysis.flows import Flows
    from genderstats.counting.flows import Flow
    from genderstats.counting.tally import Split
    from genderstats.reading.roster import People
    from genderstats.reading.sheet import Address
    from genderstats.reporting.records import Record
    from genderstats.reporting.series import Series
    from genderstats.text.language import Language


def change(one: Change) -> Record:
    """A figure then and now."""
    return {
        "indicator": one.now.indicator.id,
        "by": dict(one.now.by),
        "then": records.observation(one.then),
        "now": records.observation(one.now),
        "points": _float(one.points),
        "count_change": one.count_change,
        "interval": records.interval(one.interval) if one.interval else None,
        "comparable": one.comparable,
        "reason": one.reason,
        "counts_reason": one.counts_reason,
        "flags": list(one.flags),
        "breaks": [declared.id for declared in one.breaks],
        "percent_of_then": _float(one.percent_of_then),
    }


def comparison(
    names: Sequence[str], sources: Iterable[Sequence[People]], steps: Iterable[Iterable[Change]], language: Language
) -> Record:
    """What `compare` gives; of more than two periods, each change names its two."""
    pairs, listed, taken = list(pairwise(names)), list(sources), [list(step) for step in steps]
    breaks = dict.fromkeys(found for step in taken for one in step for found in one.breaks)
    return {
        **records.headed("compare/1"),
        "periods": list(names),
        "counting": records.counting(listed[0]),
        "countings": [records.counting(rosters) for rosters in listed],
        "sources": [[records.source(roster) for roster in rosters] for rosters in listed],
        "changes": [
            change(one) | {"periods": list(pair)} for pair, step in zip(pairs, taken, strict=True) for one in step
        ],
        "flows": [],
        "breaks": [records.declared_break(one, language) for one in breaks],
    }


#: The columns of changes as CSV.
CHANGE_COLUMNS = (
    "indicator", "by", "then_period", "now_period", "then_women", "then_numerator", "then_denominator", "then_value",
    "now_women", "now_numerator", "now_denominator", "now_value", "points", "count_change", "comparable", "reason", "without",
    "flags", "breaks", "percent_of_then", "interval", "counts_reason",
)  # fmt: skip


def changes_csv(names: Sequence[str], steps: Iterable[Iterable[Change]]) -> str:
    """The changes as CSV, one a row."""
    pairs = pairwise(names)
    return as_csv(
        CHANGE_COLUMNS, (_flat_change(one, *pair) for pair, step in zip(pairs, steps, strict=True) for one in step)
    )


def _flat_change(one: Change, then: str, now: str) -> Record:
    sides = {
        f"{side}_{key}": records.observation(side_of)[key]
        for side, side_of in (("then", one.then), ("now", one.now))
        for key in ("women", "numerator", "denominator", "value")
    }
    without = " ".join(one.now.indicator.rules)
    marks = {"flags": " ".join(one.flags), "breaks": " ".join(declared.id for declared in one.breaks)}
    periods = {"then_period": then, "now_period": now}
    found = f"{one.interval.low}..{one.interval.high}" if one.interval else None
    told = {"by": records.group(one.now.by), **periods, "without": without, "interval": found}
    return {**change(one), **sides, **told, **marks}


#: The parts of a group's books, in the order of their sum.
PARTS = (
    "then", "entries", "entries_unmatched", "exits", "exits_unmatched", "moved_in", "moved_out", "corrected", "now", "stay",
)  # fmt: skip


def flows(names: Sequence[str], found: Iterable[Flows]) -> Record:
    """The keys that flows add to what `compare` gives; everybody's books have no dimension and no code."""
    steps = list(zip(pairwise(names), found, strict=True))
    return {
        "flows": [one for pair, step in steps for one in _books(pair, step)],
        "named_flows": [
            {"periods": list(pair), "flow": one.name, **_split(one.people)}
            for pair, step in steps
            for one in step.named
        ],
        "matching": [_matching(pair, step) for pair, step in steps],
    }


def _books(pair: tuple[str, str], found: Flows) -> Iterator[Record]:
    if found.reason:
        return
    for dimension, code, flow in _listed(found):
        yield {"periods": list(pair), "dimension": dimension, "code": code} | {
            part: _split(getattr(flow, part)) for part in PARTS
        }


def _listed(found: Flows) -> Iterator[tuple[str | None, str | None, Flow]]:
    yield None, None, found.total
    yield from ((one.dimension.id, one.code, one.flow) for one in found.groups)


def _split(one: Split) -> Record:
    return dict(one._asdict())


def _matching(pair: tuple[str, str], found: Flows) -> Record:
    """How people were matched, who could not be, and where they stand."""
    told = found.matching
    return {
        "periods": list(pair),
        "by": list(told.by),
        "matched": len(told.then),
        "by_number": told.by_number,
        "by_name": told.by_name,
        "unmatched_then": int(told.unmatched_then.sum()),
        "unmatched_now": int(told.unmatched_now.sum()),
        "keyless_then": told.keyless[0],
        "keyless_now": told.keyless[1],
        "numbers_distrusted": told.distrusted,
        "reason": found.reason,
        "untold": [{"dimension": dimension.id, "reason": reason} for dimension, reason in found.untold],
        "renamed": [{"old": one.old, "new": one.new, "people": one.people, "of": one.of} for one in found.renamed],
        "doubts": [
            {"reason": one.why, "then": list(map(_place, one.then)), "now": list(map(_place, one.now))}
            for one in found.doubts
        ],
    }


def _place(one: Address) -> Record:
    return {"file": one.file, "sheet": one.sheet, "row": one.row}


#: The columns of flows as CSV: one part of one group's books, or one named move, a row.
FLOW_COLUMNS = ("then_period", "now_period", "dimension", "code", "flow", "women", "men", "unknown")


def flows_csv(names: Sequence[str], found: Iterable[Flows]) -> str:
    """The flows as CSV."""
    rows: list[Record] = []
    for (then, now), step in zip(pairwise(names), found, strict=True):
        periods = {"then_period": then, "now_period": now}
        for dimension, code, flow in _listed(step) if not step.reason else ():
            group = periods | {"dimension": dimension, "code": code}
            rows += [group | {"flow": part} | _split(getattr(flow, part)) for part in PARTS]
        rows += [periods | {"flow": one.name} | _split(one.people) for one in step.named]
    return as_csv(FLOW_COLUMNS, rows)


def decompositions(names: Sequence[str], found: Iterable[Sequence[Decomposition]]) -> Record:
    """The key that decompositions add to what `compare` gives."""
    steps = zip(pairwise(names), found, strict=True)
    return {"decompositions": [{"periods": list(pair), **_decomposition(one)} for pair, step in steps for one in step]}


def _decomposition(one: Decomposition) -> Record:
    return {
        "indicator": one.indicator.id,
        "then": _float(one.then),
        "now": _float(one.now),
        "points": _float(one.points),
        "by": [dimension.id for dimension in one.by],
        "composition": _float(one.composition) if one.parts else None,
        "within": _float(one.within) if one.parts else None,
        "groups": [
            {
                "by": dict(part.group),
                "weight_then": _float(part.weight_then),
                "weight_now": _float(part.weight_now),
                "share_then": _float(part.share_then),
                "share_now": _float(part.share_now),
                "composition": _float(part.composition),
                "within": _float(part.within),
            }
            for part in one.parts
        ],
        "people": [
            {
                "cause": each.cause,
                "numerator": each.numerator,
                "denominator": each.denominator,
                "points": _float(each.effect),
            }
            for each in one.effects
        ],
        "reason": one.reason,
        "not_by_groups": one.not_by_groups,
        "not_by_people": one.not_by_people,
    }


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


#: The columns of decompositions as CSV: what one group or one cause adds, a row.
DECOMPOSITION_COLUMNS = (
    "then_period", "now_period", "indicator", "by", "part", "points", "weight_then", "weight_now", "share_then", "share_now",
    "numerator", "denominator", "reason",
)  # fmt: skip


def decompositions_csv(names: Sequence[str], found: Iterable[Sequence[Decomposition]]) -> str:
    """The decompositions as CSV."""
    rows: list[Record] = []
    for (then, now), step in zip(pairwise(names), found, strict=True):
        for one in step:
            head: Record = {"then_period": then, "now_period": now, "indicator": one.indicator.id}
            told = _decomposition(one)
            rows.append(
                head
                | {"part": "change", "points": told["points"], "share_then": told["then"], "share_now": told["now"]}
                | {"reason": one.reason or one.not_by_groups or one.not_by_people}
            )
            for group in told["groups"]:
                by = "; ".join(f"{name}={code}" for name, code in group["by"].items())
                rows += [
                    head | group | {"by": by, "part": part, "points": group[part]} for part in ("composition", "within")
                ]
            rows += [head | {**cause, "part": cause["cause"]} for cause in told["people"]]
    return as_csv(DECOMPOSITION_COLUMNS, rows)


def trends(names: Sequence[str], steps: Sequence[Sequence[Change]], first_to_last: Sequence[Change]) -> Record:
    """The key that more than two periods add: every figure over all of them, and its change from the first to the last."""
    return {"trends": [_trend(names, one) for one in series(steps, first_to_last)]} if first_to_last else {}


def _trend(names: Sequence[str], one: Series) -> Record:
    whole = one.over_all
    return {
        "indicator": one.indicator.id,
        "by": dict(one.last.now.by),
        "periods": list(names),
        "values": [_float(each.value) if each else None for each in one.observations],
        "numerators": [each.numerator if each else None for each in one.observations],
        "points": _float(whole.points) if whole else None,
        "count_change": whole.count_change if whole else None,
        "comparable": whole is not None and whole.comparable,
        "reason": whole.reason if whole else NOT_THEN,
    }
