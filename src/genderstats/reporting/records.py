"""What machines read: versioned JSON and CSV; numbers raw, shares 0…1, keys never translated, additive changes only."""

from __future__ import annotations

import csv
import io
import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from genderstats.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from genderstats.analysis.change import Change
    from genderstats.analysis.observation import Observation, Verdict
    from genderstats.errors import InputError
    from genderstats.indicators.indicator import Indicator, Target
    from genderstats.period import Moment
    from genderstats.reading.notices import Notice
    from genderstats.reading.roster import Roster
    from genderstats.text.language import Language

Record = dict[str, Any]

#: A byte-order mark, by which a spreadsheet program knows UTF-8.
BOM = "\ufeff"


def written(record: Record) -> str:
    """A record as JSON text."""
    return json.dumps(record, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def headed(schema: str) -> Record:
    """The first keys of every record: its schema and the program's version."""
    return {"schema": f"genderstats.{schema}", "version": VERSION}


def moment(when: Moment) -> Record:
    """The period and the day."""
    return {
        "period": str(when.period) if when.period else None,
        "as_of": when.as_of.isoformat() if when.as_of else None,
    }


def counting(rosters: Sequence[Roster]) -> Record:
    """The rules of counting that a profile may switch off, as they were."""
    return dict(rosters[0].counting)


def source(roster: Roster) -> Record:
    """Where people come from, and the ledger of their sheet."""
    ledger = roster.ledger
    return {
        "file": roster.sheet.file,
        "sheet": roster.sheet.name,
        "sha256": roster.sha256,
        "rows": ledger.rows,
        "people": ledger.people,
        "rejected": ledger.rejected,
        "set_aside": ledger.set_aside.total(),
        "set_aside_by_kind": dict(ledger.set_aside),
        "columns": roster.layout.headers(),
    }


def passed_over(errors: Iterable[InputError], language: Language) -> list[str]:
    """Files of a folder that hold no roster, with the reason."""
    return [error.message(language) for error in errors]


def observation(one: Observation) -> Record:
    """One figure with all its counts."""
    record: Record = {
        "indicator": one.indicator.id,
        "by": dict(one.by),
        "unit": one.indicator.unit,
        "women": one.women,
        "men": one.men,
        "unknown": one.unknown,
        "numerator": one.numerator,
        "denominator": one.denominator,
        "value": _float(one.value),
        "bounds": [float(bound) for bound in one.bounds] if one.bounds else None,
        "status": one.status,
        "reason": one.reason,
        "targets": [verdict(item) for item in one.verdicts],
        "needs": list(one.needs),
        "undetermined": one.undetermined,
        "uncovered": one.uncovered,
    }
    if one.men_denominator is not None:
        record |= {"men_numerator": one.men_numerator, "men_denominator": one.men_denominator}
    if one.parts:
        record["parts"] = [observation(part) for part in one.parts]
    return record


def verdict(item: Verdict) -> Record:
    """A target against a figure."""
    return target(item.target) | {"met": item.met, "short_by": item.short_by}


def target(item: Target) -> Record:
    """A target as declared."""
    return {"year": item.year, "at_least": float(item.at_least), "source": item.source, "verified": item.verified}


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def notice(one: Notice, language: Language) -> Record:
    """One notice with its address."""
    where = one.address
    return {
        "reason": one.reason.id,
        "outcome": one.reason.outcome.value,
        "severity": one.reason.severity.value,
        "file": where.file,
        "sheet": where.sheet,
        "cell": where.cell,
        "row": where.row,
        "field": one.field,
        "value": one.value,
        "count": one.count,
        "message": one.message[language],
    }


def definition(one: Indicator, language: Language) -> Record:
    """An indicator as declared, its words in one language."""
    return {
        "indicator": one.id,
        "title": one.title[language],
        "measure": one.measure,
        "unit": one.unit,
        "base": one.base[language],
        "definition": one.definition[language],
        "population": one.population.words[language],
        "across": list(one.across),
        "of": list(one.of),
        "source": one.source[language],
        "verified": one.verified,
        "targets": [target(item) | {"where": dict(item.where)} for item in one.targets],
        "rules": list(one.rules),
        "without": [
            {"rule": other.rule, "base": other.base[language], "definition": other.definition[language]}
            for other in one.without
        ],
    }


def computation(
    rosters: Sequence[Roster],
    when: Moment,
    observations: Iterable[Observation],
    notices: Iterable[Notice],
    language: Language,
) -> Record:
    """What `compute` gives."""
    listed = list(observations)
    used = dict.fromkeys(one.indicator for one in listed)
    return {
        **headed("compute/1"),
        **moment(when),
        "counting": counting(rosters),
        "sources": [source(roster) for roster in rosters],
        "observations": [observation(one) for one in listed],
        "notices": [notice(one, language) for one in notices],
        "definitions": [definition(one, language) for one in used],
    }


def check(rosters: Iterable[Roster], notices: Iterable[Notice], language: Language) -> Record:
    """What `check` gives."""
    return {
        **headed("check/1"),
        "sources": [source(one) for one in rosters],
        "notices": [notice(one, language) for one in notices],
    }


def catalogue(indicators: Iterable[Indicator], language: Language) -> Record:
    """What `indicators` and `explain` give."""
    return {**headed("indicators/1"), "indicators": [definition(one, language) for one in indicators]}


def change(one: Change) -> Record:
    """A figure then and now."""
    return {
        "indicator": one.now.indicator.id,
        "by": dict(one.now.by),
        "then": observation(one.then),
        "now": observation(one.now),
        "points": _float(one.points),
        "count_change": one.count_change,
        "interval": None,
        "comparable": one.comparable,
        "reason": one.reason,
    }


def comparison(names: Sequence[str], sources: Iterable[Sequence[Roster]], steps: Iterable[Iterable[Change]]) -> Record:
    """What `compare` gives; of more than two periods, each change names its two."""
    pairs, listed = list(pairwise(names)), list(sources)
    return {
        **headed("compare/1"),
        "periods": list(names),
        "counting": counting(listed[0]),
        "sources": [[source(roster) for roster in rosters] for rosters in listed],
        "changes": [
            change(one) | {"periods": list(pair)} for pair, step in zip(pairs, steps, strict=True) for one in step
        ],
        "flows": [],
    }


#: The columns of observations as CSV, in the order of the JSON.
COLUMNS = (
    "indicator", "by", "unit", "women", "men", "unknown", "numerator", "denominator", "value", "bounds", "status", "reason", "targets",
    "undetermined", "uncovered", "men_numerator", "men_denominator", "without",
)  # fmt: skip


def observations_csv(observations: Iterable[Observation]) -> str:
    """The observations as CSV, one a row."""
    return _csv(COLUMNS, ({**observation(one), **_flat(one)} for one in observations))


def _flat(one: Observation) -> Record:
    targets = "; ".join(f"{item.target.year}>={float(item.target.at_least)}:{_state(item)}" for item in one.verdicts)
    bounds = "..".join(str(float(bound)) for bound in one.bounds) if one.bounds else None
    return {"by": _group(one), "bounds": bounds, "targets": targets, "without": " ".join(one.indicator.rules)}


def _group(one: Observation) -> str:
    return "; ".join(f"{dimension}={code}" for dimension, code in one.by.items())


def _state(item: Verdict) -> str:
    return {True: "met", False: f"short_by={item.short_by}", None: "unverified"}[item.met]


#: The columns of changes as CSV.
CHANGE_COLUMNS = (
    "indicator", "by", "then_period", "now_period", "then_women", "then_numerator", "then_denominator", "then_value",
    "now_women", "now_numerator", "now_denominator", "now_value", "points", "count_change", "comparable", "reason", "without",
)  # fmt: skip


def changes_csv(names: Sequence[str], steps: Iterable[Iterable[Change]]) -> str:
    """The changes as CSV, one a row."""
    pairs = pairwise(names)
    return _csv(
        CHANGE_COLUMNS, (_flat_change(one, *pair) for pair, step in zip(pairs, steps, strict=True) for one in step)
    )


def _flat_change(one: Change, then: str, now: str) -> Record:
    sides = {
        f"{side}_{key}": observation(side_of)[key]
        for side, side_of in (("then", one.then), ("now", one.now))
        for key in ("women", "numerator", "denominator", "value")
    }
    without = " ".join(one.now.indicator.rules)
    return {**change(one), **sides, "by": _group(one.now), "then_period": then, "now_period": now, "without": without}


#: The columns of notices as CSV.
NOTICE_COLUMNS = ("severity", "reason", "outcome", "file", "sheet", "cell", "row", "field", "value", "count", "message")


def notices_csv(notices: Iterable[Notice], language: Language) -> str:
    """The notices as CSV, one a row."""
    return _csv(NOTICE_COLUMNS, (notice(one, language) for one in notices))


def _csv(columns: Sequence[str], records: Iterable[Record]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([inert(record.get(column)) for column in columns] for record in records)
    return BOM + text.getvalue()


def inert(value: Any) -> Any:
    """A value that a spreadsheet shows and does not run: text that begins a formula gets an apostrophe; numbers stay numbers.

    >>> inert("=1+1"), inert(-0.5), inert("nữ")
    ("'=1+1", -0.5, 'nữ')
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
