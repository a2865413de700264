"""What must agree within one declared indicator: its measure, what it counts, and its other keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.indicators.condition import WITHIN
from genderstats.indicators.dimension import dimensions
from genderstats.text.language import Text
from genderstats.vocabulary.declaration import no_key, no_name, no_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pydantic_core import PydanticCustomError

    from genderstats.indicators.form import IndicatorForm

    Misfit = PydanticCustomError | None

_FOLDING = ("bodies", "ceiling", "dissimilarity", "mean-gap", "median-gap")
#: The measures that have a numerator and a denominator of which a target can be asked.
JUDGED = ("share", "rate", "part", "bodies")
_OF_TWO = ("gap", "ratio")
#: The measures that take a key, where not all do.
_TAKEN_BY: dict[str, tuple[str, ...]] = {
    "attribute": ("rate", "part"),
    "over": _FOLDING,
    "asked": ("bodies",),
    "meets": ("bodies",),
    "of": _OF_TWO,
    "target": JUDGED,
}
#: What is not counted itself has no population and no breakdown of its own.
_OF_WHAT_IS_COUNTED = ("population", "per", "across", "across_each", "also")
#: Without these a measure has nothing to measure, with how each is written.
_NEEDED_BY: dict[str, tuple[str, ...]] = {
    "rate": ("attribute",),
    "part": ("attribute",),
    "bodies": ("over", "meets"),
    "gap": ("of",),
    "ratio": ("of",),
    **dict.fromkeys(_FOLDING[1:], ("over",)),
}
_WRITTEN = {
    "attribute": Text.same('attribute = { party = ["member"] }'),
    "over": Text.same('over = "unit"'),
    "meets": Text.same("meets = { women = 1 }"),
    "of": Text("two ids of indicators: of = [{ids}]", "hai mã chỉ tiêu: of = [{ids}]").format(
        ids='"women-share-leaders", "women-share-staff"'
    ),
}
#: What people are divided by within a body is no part of it.
_OF_BODIES = ("body", "body-kind", "committee", "committee-level", "unit")
#: What one item of the count is where bodies are told by this dimension.
_BODIES = {"unit": "person", "body": "body", "committee": "committee"}
#: Dimensions whose codes go from the highest to the lowest.
_RANKED = (
    "level",
    "committee-level",
    "education",
    "political-theory",
    "administration-level",
    "academic-title",
    "grade-level",
)
BREAKDOWNS = Text(
    "a dimension that the indicator is broken down by (here: {known}), of its own or under broken_down_by",
    "một phân tổ của chỉ tiêu (hiện có: {known}), luôn có hoặc nêu ở broken_down_by",
)
_OF_MEASURE = Text("declaration of measure {measure}", "khai báo có phép tính {measure}")


def misfit(one: IndicatorForm) -> Misfit:
    """The first thing that does not agree with another, or None."""
    return next((error for check in _CHECKS for error in [check(one)] if error), None)


def _taken(one: IndicatorForm) -> Misfit:
    """A key that its measure does not take would be read by nobody."""
    every = list(type(one).model_fields)
    misplaced = [key for key, by in _TAKEN_BY.items() if one.measure not in by]
    misplaced += _OF_WHAT_IS_COUNTED if one.measure in _OF_TWO else ()
    known = [key for key in every if key not in misplaced]
    found = next((key for key in every if key in one.model_fields_set and key in misplaced), None)
    return no_key(found, _OF_MEASURE.format(measure=one.measure), known) if found else None


def _needed(one: IndicatorForm) -> Misfit:
    missing = next((key for key in _NEEDED_BY.get(one.measure, ()) if key not in one.model_fields_set), None)
    if missing:
        return no_value(_WRITTEN[missing], within=(missing,))
    if one.measure == "distribution" and not (one.across or one.across_each):
        return no_value(Text.same('across = ["education"]'), within=("across",))
    if one.of and len(one.of) != 2:
        return no_value(_WRITTEN["of"], within=("of",))
    return None


def _counted(one: IndicatorForm) -> Misfit:
    """What is counted: persons, each once; items of whatever kind; or bodies."""
    if (one.unit == "body") != (one.measure == "bodies"):
        return no_value(
            Text(
                'unit = "body" with measure = "bodies", and with no other',
                'unit = "body" với measure = "bodies", và chỉ với phép tính đó',
            ),
            within=("unit",),
        )
    if one.unit != "body" and (one.unit == "post") != (one.per != "person"):
        return no_value(
            Text(
                'per = "post", "seat", "committee" or "body" with unit = "post"; with unit = "person" leave it out',
                'per = "post", "seat", "committee" hoặc "body" khi unit = "post"; khi unit = "person" thì bỏ khóa này',
            ),
            within=("per",),
        )
    return None


def _folded(one: IndicatorForm) -> Misfit:
    """The dimension that is folded up is one that the measure can make sense of."""
    if one.over is None:
        return None
    known = _foldable(one.measure)
    if one.over not in known:
        return no_name(
            Text("dimension for a measure {measure}", "phân tổ cho phép tính {measure}").format(measure=one.measure),
            one.over,
            known,
            within=("over",),
        )
    if one.measure == "bodies" and one.per != _BODIES[one.over]:
        return no_value(
            Text('per = "{per}" with over = "{over}"', 'per = "{per}" khi over = "{over}"').format(
                per=_BODIES[one.over], over=one.over
            ),
            within=("per",),
        )
    return None


def _foldable(measure: str) -> list[str]:
    numbers = [name for name, dimension in dimensions().items() if dimension.kind == "number"]
    told: dict[str, Iterable[str]] = {"bodies": _BODIES, "ceiling": _RANKED, "mean-gap": numbers, "median-gap": numbers}
    return list(told.get(measure, [name for name in dimensions() if name not in numbers]))


def _divided(one: IndicatorForm) -> Misfit:
    """Each dimension divides the figure once; a body is divided by nothing within it."""
    used = [("over", one.over)] if one.over else []
    used += [(key, name) for key in ("across", "across_each", "also") for name in getattr(one, key)]
    seen: set[str] = set()
    for key, name in used:
        if name in seen:
            return no_value(
                Text(
                    "each dimension once in over, across, across_each and also ({name} is there already)",
                    "mỗi phân tổ chỉ một lần trong over, across, across_each, also (đã có {name})",
                ).format(name=name),
                within=(key,),
            )
        if key != "over" and one.measure == "bodies" and name not in _OF_BODIES:
            return no_name(Text("dimension of bodies", "phân tổ của cơ quan"), name, _OF_BODIES, within=(key,))
        seen.add(name)
    return None


def _timed(one: IndicatorForm) -> Misfit:
    dated = any(WITHIN in (said or {}) for said in (one.population, one.attribute))
    if dated and one.timing == "stock":
        return no_value(
            Text('timing = "flow": a date must lie in the period', 'timing = "flow": có ngày phải nằm trong kỳ'),
            within=("timing",),
        )
    return None


def _aimed(one: IndicatorForm) -> Misfit:
    """A target stands below a figure that there is."""
    shown = {*one.across, *one.across_each, *one.also, *one.broken_down_by}
    return next(
        (
            error
            for at, target in enumerate(one.target)
            for error in [set_for(target.where, shown, within=("target", at))]
            if error
        ),
        None,
    )


def set_for(where: dict[str, str] | None, shown: Iterable[str], within: tuple[str | int, ...]) -> Misfit:
    """What is wrong with the group that a target is set for: figures are never divided by its dimension."""
    known = list(shown)
    named = next((name for name in where or () if name not in known), None)
    if named is None:
        return None
    listed = ", ".join(known) or "–"
    return no_value(BREAKDOWNS.format(known=listed), within=(*within, "where", named))


_CHECKS: tuple[Callable[[IndicatorForm], Misfit], ...] = (
    _taken,
    _needed,
    _counted,
    _folded,
    _divided,
    _timed,
    _aimed,
)
