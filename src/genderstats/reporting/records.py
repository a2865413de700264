"""What machines read: versioned JSON and CSV; numbers raw, shares 0…1, keys never translated, additive changes only."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from genderstats.analysis.measures import MEASURES
from genderstats.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from fractions import Fraction

    from genderstats.analysis.interval import Interval
    from genderstats.analysis.observation import Observation, Verdict
    from genderstats.errors import InputError
    from genderstats.indicators.breaks import Break
    from genderstats.indicators.indicator import Indicator, Target, Threshold
    from genderstats.period import Moment
    from genderstats.reading.notices import Notice
    from genderstats.reading.roster import People
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


def counting(rosters: Sequence[People]) -> Record:
    """The rules of counting that a profile may switch off, as they were."""
    return rosters[0].counting.model_dump(mode="json")


def source(roster: People) -> Record:
    """Where people come from, and the ledger of their sheet."""
    ledger = roster.ledger
    return {
        "file": roster.address.file,
        "sheet": roster.address.sheet,
        "sha256": roster.sha256,
        "rows": ledger.rows,
        "people": ledger.people,
        "rejected": ledger.rejected,
        "set_aside": ledger.set_aside.total(),
        "set_aside_by_kind": dict(ledger.set_aside),
        "columns": roster.headers,
        "kept": roster.kept_on.isoformat() if roster.kept_on else None,
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
        "flags": list(one.flags),
        "interval": interval(one.interval) if one.interval else None,
    }
    if one.men_denominator is not None:
        record |= {"men_numerator": one.men_numerator, "men_denominator": one.men_denominator}
    if one.women_value is not None:
        record |= {"women_value": _float(one.women_value), "men_value": _float(one.men_value)}
    if one.indicator.unit == "body":
        record |= {"missing": list(one.missing), "unjudged": list(one.unjudged)}
    if one.parts:
        record["parts"] = [observation(part) for part in one.parts]
    return record


def interval(one: Interval) -> Record:
    """An interval of a share, as if the people counted were a sample."""
    return {"method": one.method, "level": one.level, "low": one.low, "high": one.high}


def declared_break(one: Break, language: Language) -> Record:
    """A declared break."""
    return {
        "break": one.id,
        "date": one.date.isoformat(),
        "words": one.words[language],
        "source": one.source[language],
        "verified": one.verified,
    }


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
        "attribute": one.attribute.words[language] if one.attribute.clauses else None,
        "per": one.per,
        "timing": one.timing,
        "formula": MEASURES[one.measure].formula[language],
        "across": list(one.own_dimensions),
        "also": list(one.also),
        "over": one.over,
        "asked": threshold(one.asked) if one.asked else None,
        "meets": threshold(one.meets) if one.measure == "bodies" else None,
        "broken_down_by": list(one.broken_down_by),
        "together": list(one.together),
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


def threshold(one: Threshold) -> Record:
    """What is asked of a body: so many people or women, or such a share of women, of the population or of all in it."""
    share = {"share_of_all" if one.of_all else "share": float(one.share)} if one.share else {}
    return {name: number for name, number in (("people", one.people), ("women", one.women)) if number} | share


def computation(
    rosters: Sequence[People],
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


def check(rosters: Iterable[People], notices: Iterable[Notice], language: Language) -> Record:
    """What `check` gives."""
    return {
        **headed("check/1"),
        "sources": [source(one) for one in rosters],
        "notices": [notice(one, language) for one in notices],
    }


def catalogue(indicators: Iterable[Indicator], language: Language) -> Record:
    """What `indicators` and `explain` give."""
    return {**headed("indicators/1"), "indicators": [definition(one, language) for one in indicators]}


#: The columns of observations as CSV, in the order of the JSON.
COLUMNS = (
    "indicator", "by", "unit", "women", "men", "unknown", "numerator", "denominator", "value", "bounds", "status", "reason", "targets",
    "undetermined", "uncovered", "men_numerator", "men_denominator", "without", "flags", "interval",
)  # fmt: skip


def observations_csv(observations: Iterable[Observation]) -> str:
    """The observations as CSV, one a row."""
    return as_csv(COLUMNS, ({**observation(one), **_flat(one)} for one in observations))


def _flat(one: Observation) -> Record:
    targets = "; ".join(f"{item.target.year}>={float(item.target.at_least)}:{_state(item)}" for item in one.verdicts)
    bounds = "..".join(str(float(bound)) for bound in one.bounds) if one.bounds else None
    found = f"{one.interval.low}..{one.interval.high}" if one.interval else None
    told = {"without": " ".join(one.indicator.rules), "flags": " ".join(one.flags), "interval": found}
    return {"by": group(one.by), "bounds": bounds, "targets": targets, **told}


def group(by: Mapping[str, str]) -> str:
    """A group in one text: level=division; age=30-39."""
    return "; ".join(f"{dimension}={code}" for dimension, code in by.items())


def _state(item: Verdict) -> str:
    return {True: "met", False: f"short_by={item.short_by}", None: "unverified"}[item.met]


#: The columns of notices as CSV.
NOTICE_COLUMNS = ("severity", "reason", "outcome", "file", "sheet", "cell", "row", "field", "value", "count", "message")


def notices_csv(notices: Iterable[Notice], language: Language) -> str:
    """The notices as CSV, one a row."""
    return as_csv(NOTICE_COLUMNS, (notice(one, language) for one in notices))


def as_csv(columns: Sequence[str], records: Iterable[Record]) -> str:
    """Records as CSV, one a row, for a spreadsheet program to open as it is."""
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
