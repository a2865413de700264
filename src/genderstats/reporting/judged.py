"""Targets judged and units scored as machines read them: `genderstats.targets/1`, and the same as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.reporting import records

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from genderstats.analysis.scorecard import Judged, Score, Scored
    from genderstats.analysis.targets import Earlier, Judgement, Projection, Standing
    from genderstats.indicators.scorecard import Criterion
    from genderstats.reading.notices import Notice
    from genderstats.reading.roster import People
    from genderstats.reporting.records import Record
    from genderstats.text.language import Language

_FIGURE = (
    "indicator",
    "by",
    "unit",
    "women",
    "men",
    "unknown",
    "numerator",
    "denominator",
    "value",
    "bounds",
    "status",
)


def judgement(
    told: Judgement,
    rosters: Sequence[People],
    then: Sequence[People],
    scored: Scored | None,
    notices: Iterable[Notice],
    language: Language,
) -> Record:
    """What `targets` gives."""
    indicators = dict.fromkeys(one.indicator for one in told.standings)
    return {
        **records.headed("targets/1"),
        **records.moment(told.moment),
        "year": told.year,
        "counting": records.counting(rosters),
        "sources": [records.source(roster) for roster in rosters],
        "since": since(told.earlier, then) if told.earlier else None,
        "targets": [standing(one) for one in told.standings],
        "without_target": [one.id for one in told.untargeted],
        "without_later_target": [one.id for one in told.beyond],
        "scorecard": scorecard(scored, language) if scored else None,
        "notices": [records.notice(one, language) for one in notices],
        "definitions": [records.definition(one, language) for one in indicators],
    }


def since(earlier: Earlier, rosters: Sequence[People]) -> Record:
    """The roster that the pace is taken from, and the years to the one judged; or why there is no pace."""
    return {
        "as_of": earlier.day.isoformat() if earlier.day else None,
        "years": _float(earlier.years),
        "reason": earlier.reason,
        "sources": [records.source(roster) for roster in rosters],
    }


def standing(one: Standing) -> Record:
    """A target against a figure."""
    figure = records.observation(one.observation)
    return {
        **{key: figure[key] for key in _FIGURE},
        "reason": one.reason,
        **records.target(one.target),
        "where": dict(one.target.where),
        "met": one.met,
        "short_by": one.short_by,
        "gap": _float(one.gap),
        "certain": one.certain,
        "past": one.past,
        "next_for": one.asked,
        "projection": projection(one.projection) if one.projection else None,
    }


def projection(told: Projection) -> Record:
    """A figure carried on into the target's year at the pace of the two rosters."""
    then = told.then
    return {
        "then": {
            "numerator": then.numerator if then else None,
            "denominator": then.denominator if then else None,
            "value": _float(then.value) if then else None,
        },
        "pace": _float(told.pace),
        "years_left": _float(told.years_left),
        "value": _float(told.value),
        "met": told.met,
        "short_by": told.short_by,
        "pace_needed": _float(told.pace_needed),
        "reason": told.reason,
    }


def scorecard(told: Scored, language: Language) -> Record:
    """Units in rank order with what they were given for, and the criteria."""
    card = told.card
    return {
        "title": card.title[language],
        "source": card.source[language] if card.source else None,
        "by": card.by,
        "criteria": [_criterion(one, language) for one in card.criterion],
        "units": [_score(one, card.by) for one in told.scores],
    }


def _criterion(one: Criterion, language: Language) -> Record:
    return {
        "title": one.name[language],
        "indicator": one.indicator,
        "where": dict(one.where),
        "weight": float(one.weight),
        "from": float(one.least),
        "to": float(one.full),
    }


def _score(one: Score, by: str) -> Record:
    return {
        "by": {by: one.unit},
        "rank": one.rank,
        "score": _float(one.value),
        "points": float(one.points) if one.weight else None,
        "weight": float(one.weight),
        "criteria": [_judged(each) for each in one.criteria],
    }


def _judged(one: Judged) -> Record:
    figure = records.observation(one.observation)
    told = {key: figure[key] for key in ("indicator", "numerator", "denominator", "value", "status", "reason")}
    return told | {"points": _float(one.points)}


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


#: The columns of targets as CSV, in the order of the JSON; those of a projection begin with "projected".
COLUMNS = (
    "indicator", "by", "unit", "women", "men", "unknown", "numerator", "denominator", "value", "bounds", "status", "reason",
    "year", "at_least", "source", "verified", "where", "met", "short_by", "gap", "certain", "past", "next_for",
    "then_numerator", "then_denominator", "then_value", "pace", "years_left", "projected_value", "projected_met", "projected_short_by",
    "pace_needed", "projected_reason",
)  # fmt: skip


def targets_csv(told: Judgement) -> str:
    """The targets as CSV, one a row."""
    return records.as_csv(COLUMNS, map(_flat, told.standings))


def _flat(one: Standing) -> Record:
    record = standing(one)
    bounds = "..".join(map(str, record["bounds"])) if record["bounds"] else None
    where = "; ".join(f"{name}={code}" for name, code in one.target.where)
    flat = record | {"by": records.group(one.observation.by), "bounds": bounds, "where": where}
    if not one.projection:
        return flat
    told = record["projection"]
    then = {f"then_{key}": value for key, value in told["then"].items()}
    projected = {f"projected_{key}": told[key] for key in ("value", "met", "short_by", "reason")}
    return flat | then | projected | {key: told[key] for key in ("pace", "years_left", "pace_needed")}


#: The columns of a scorecard as CSV: one row a unit and criterion.
SCORE_COLUMNS = (
    "by", "rank", "score", "points_of_unit", "weight_of_unit", "criterion", "indicator", "where", "weight", "from", "to",
    "numerator", "denominator", "value", "points", "status", "reason",
)  # fmt: skip


def scorecard_csv(told: Scored, language: Language) -> str:
    """The scorecard as CSV, one criterion of one unit a row."""
    record = scorecard(told, language)
    return records.as_csv(SCORE_COLUMNS, [row for unit in record["units"] for row in _unit(unit, record)])


def _unit(unit: Record, card: Record) -> Iterable[Record]:
    by = "; ".join(f"{name}={code}" for name, code in unit["by"].items())
    whole = {"by": by, "rank": unit["rank"], "score": unit["score"]}
    whole |= {"points_of_unit": unit["points"], "weight_of_unit": unit["weight"]}
    for criterion, told in zip(card["criteria"], unit["criteria"], strict=True):
        where = "; ".join(f"{name}={code}" for name, code in criterion["where"].items())
        yield {**whole, **criterion, **told, "criterion": criterion["title"], "where": where}
