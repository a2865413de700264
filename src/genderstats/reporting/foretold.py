"""A forecast as machines read it: `genderstats.forecast/1`, and the same as CSV."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from genderstats.people.retirement import retirement
from genderstats.reporting import records
from genderstats.reporting.assumptions import assumptions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from genderstats.analysis.prospect import Course, Forecast, Leaves, Outlook, Pool, Reaching
    from genderstats.indicators.indicator import Indicator
    from genderstats.people.retirement import Ages
    from genderstats.period import Moment
    from genderstats.reading.notices import Notice
    from genderstats.reading.roster import People
    from genderstats.reporting.records import Record
    from genderstats.text.language import Language


def prospect(
    told: Sequence[Forecast],
    outlook: Outlook,
    moment: Moment,
    rosters: Sequence[People],
    then: Sequence[People],
    notices: Iterable[Notice],
    language: Language,
    left_out: Iterable[Indicator] = (),
) -> Record:
    """What `forecast` gives."""
    indicators = dict.fromkeys(one.indicator for one in told)
    return {
        **records.headed("forecast/1"),
        **records.moment(moment),
        "until": outlook.until,
        "counting": records.counting(rosters),
        "sources": [records.source(roster) for roster in rosters],
        "since": [records.source(roster) for roster in then] if then else None,
        "retirement": _law(language),
        "assumptions": [text[language] for text in assumptions(told, outlook, rosters)],
        "forecasts": [forecast(one) for one in told],
        "left_out": [one.id for one in left_out],
        "notices": [records.notice(one, language) for one in notices],
        "definitions": [records.definition(one, language) for one in indicators],
    }


def _law(language: Language) -> Record:
    law = retirement()
    return {
        "source": law.source[language],
        "conditions": law.conditions[language],
        "ages": [_ages(one) for one in law.ages],
        "not_applied": [rule[language] for rule in law.other_rules],
    }


def _ages(one: Ages) -> Record:
    return {"from": one.year, "women_months": one.women, "men_months": one.men}


def forecast(one: Forecast) -> Record:
    """One figure ahead."""
    value = one.value
    return {
        "indicator": one.indicator.id,
        "by": dict(one.by),
        "unit": one.indicator.unit,
        **_people(one, one.counted, one.base),
        "unknown": one.unknown,
        "undetermined": one.doubtful,
        "uncovered": one.uncovered,
        "value": None if value is None else float(value),
        "status": "not-computable" if one.reason else "ok",
        "reason": one.reason,
        "needs": list(one.needs),
        "past_age": _people(one, *one.past),
        "birth_unknown": _people(one, *one.unborn),
        "birth_year_only": one.rough,
        "leaves": [_leaves(one, leaves) for leaves in one.leaves],
        "courses": [_course(one, course) for course in one.courses],
        "targets": [_reaching(asks) for asks in one.reachings],
        "planned": _pool(one.pool) if one.pool else None,
    }


def _people(one: Forecast, counted: int, people: int) -> Record:
    """Some of the base by sex; that of a rate holds women only."""
    rate = one.indicator.measure == "rate"
    women, men = (people, None) if rate else (counted, people - counted)
    return {"women": women, "men": men, "numerator": counted, "denominator": people}


def _leaves(one: Forecast, leaves: Leaves) -> Record:
    return {"year": leaves.year, "level": leaves.level, **_people(one, leaves.counted, leaves.people)}


def _course(one: Forecast, course: Course) -> Record:
    refill = course.refill
    return {
        "origin": refill.origin,
        "refill": float(refill.share),
        "refill_numerator": refill.part,
        "refill_denominator": refill.whole,
        "refill_unknown": refill.unknown,
        "years": [
            {"year": year, "numerator": float(counted), "denominator": one.base, "value": float(value)}
            for year, counted, value in zip(one.years, course.counted, course.values, strict=True)
        ],
    }


def _reaching(asks: Reaching) -> Record:
    return {
        **records.target(asks.target),
        "source": asks.target.source or None,
        "where": dict(asks.target.where),
        "asked": asks.asked,
        "past": asks.past,
        "by_year": asks.year,
        "free": asks.free,
        "needed": asks.needed,
        "needed_bounds": list(asks.bounds) if asks.bounds else None,
        "reachable": asks.reachable,
        "certain": asks.certain,
        "highest": float(asks.best),
        "planned_women": asks.planned,
        "planned_highest": None if asks.best_planned is None else float(asks.best_planned),
        "planned_suffice": asks.planned_suffice,
    }


def _pool(pool: Pool) -> Record:
    return {
        "women": pool.women,
        "men": pool.men,
        "unknown": pool.unknown,
        "uncovered": pool.uncovered,
        "women_birth_unknown": pool.unborn,
        "women_leaving": [{"year": year, "women": women} for year, women in pool.leaving],
    }


#: The columns of a forecast as CSV: the figure now (`now`), who leaves (`leaves`), the figure at the end of a year (`course`), what a
#: target asks (`target`).
COLUMNS = (
    "row", "indicator", "by", "year", "level", "women", "men", "origin", "refill", "numerator", "denominator", "value",
    "at_least", "source", "verified", "target_year", "free", "needed", "reachable", "highest", "planned_women", "status", "reason",
    "unknown", "certain", "planned_suffice", "planned_highest",
)  # fmt: skip


def prospect_csv(told: Iterable[Forecast]) -> str:
    """The forecasts as CSV: the figure now, who leaves, the courses and what targets ask."""
    return records.as_csv(COLUMNS, chain.from_iterable(map(_rows, told)))


def _rows(one: Forecast) -> Iterator[Record]:
    record = forecast(one)
    by = "; ".join(f"{name}={code}" for name, code in one.by.items())
    named = {"indicator": one.indicator.id, "by": by}
    figure = ("women", "men", "unknown", "numerator", "denominator", "value", "status", "reason")
    yield {"row": "now", **named, **{key: record[key] for key in figure}}
    yield from ({"row": "leaves", **named, **leaves} for leaves in record["leaves"])
    for course in record["courses"]:
        rate = {"origin": course["origin"], "refill": course["refill"]}
        yield from ({"row": "course", **named, **rate, **year} for year in course["years"])
    for asks in record["targets"]:
        yield {"row": "target", **named, **asks, "year": asks["by_year"], "target_year": asks["year"]}
