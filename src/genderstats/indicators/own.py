"""The file of a user's own indicators (`--indicators`): the form of catalogue.toml, and targets for indicators of the catalogue."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from genderstats.errors import DeclarationIdTakenError
from genderstats.indicators.catalogue import EVERY, Own, catalogue
from genderstats.indicators.dimension import dimensions
from genderstats.indicators.fitting import BREAKDOWNS, JUDGED, set_for
from genderstats.indicators.form import (
    INDICATOR,
    RULES,
    DepartureForm,
    IndicatorForm,
    IndicatorsForm,
    PlansForm,
    TargetForm,
    ThresholdForm,
)
from genderstats.indicators.indicator import Indicator, Target
from genderstats.text.folding import plain
from genderstats.text.language import LANGUAGES, Text
from genderstats.vocabulary.declaration import declared, unknown_name, validated, wrong_value

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from genderstats.errors import InputError
    from genderstats.vocabulary.declaration import Declaration, Location

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
_AN_ID = Text(
    'an id of small letters and hyphens, of two words or more, such as "{near}"',
    'mã gồm chữ thường không dấu và dấu gạch nối, từ hai từ trở lên, như "{near}"',
)
_TABLE = Text("a table of its own: [{key}]", "một bảng riêng: [{key}]")
_YES_OR_NO = Text("true or false", "true hoặc false")
_PARTS = Text(
    "two indicators that are shares, both of people or both of bodies; {name} is none such",
    "hai chỉ tiêu là tỷ lệ, cùng tính theo người hoặc cùng tính theo cơ quan; {name} không phải",
)
_NO_TARGET = Text(
    "targets only for shares and rates; {name} is none", "mục tiêu chỉ cho các tỷ lệ; {name} không phải là tỷ lệ"
)
_WORDS = Text(
    'title = {{ en = "…", vi = "…" }}, or one text for both: title = "…"',
    'title = {{ en = "…", vi = "…" }}, hoặc một văn bản chung: title = "…"',
).format()
_EXPECTED = {
    "year": Text("a year from 2000 to 2100", "năm từ 2000 đến 2100"),
    "at_least": Text('a share: at_least = "0.40"', 'một tỷ lệ: at_least = "0.40"'),
    "source": Text('the document in one text: source = "…"', 'tên văn bản: source = "…"'),
    "verified": _YES_OR_NO,
    "target": Text.same("[[{id}.target]]"),
    "under": Text.same('under = ["key_leader"]'),
    "people": Text("a whole number, from 1 on", "số nguyên, từ 1 trở lên"),
    "women": Text("a whole number, from 1 on", "số nguyên, từ 1 trở lên"),
    "asked": Text.same("asked = {{ people = 1 }}").format(),
    "meets": Text.same("meets = {{ women = 1 }}").format(),
    "without": Text.same("[{id}.without.acting_heads]"),
    "measure": Text.same('measure = "share"'),
    "unit": Text.same('unit = "person"'),
    "title": _WORDS,
    "base": Text(
        "the denominator in words, in both languages or one text for both",
        "mẫu số bằng lời, cả hai ngôn ngữ hoặc một văn bản chung",
    ),
    "definition": Text(
        "what is divided by what, in both languages or one text for both",
        "cách tính bằng lời, cả hai ngôn ngữ hoặc một văn bản chung",
    ),
}
_KEYS: dict[str, tuple[str, ...]] = {
    "": tuple(IndicatorForm.model_fields),
    "target": tuple(TargetForm.model_fields),
    "asked": tuple(ThresholdForm.model_fields),
    "meets": tuple(ThresholdForm.model_fields),
    "without": RULES,
    "departure": tuple(DepartureForm.model_fields),
}


class _Grammar:
    kind = Text("declaration of indicators", "khai báo chỉ tiêu")

    def keys(self, table: Location) -> tuple[str, ...]:
        """The keys of an indicator, or of a table within it."""
        named = [str(part) for part in table[1:] if isinstance(part, str)]
        if named[:1] == ["without"]:
            return _KEYS["departure" if len(named) > 1 else "without"]
        return _KEYS[next((part for part in reversed(named) if part in _KEYS), "")]

    def expected(self, where: Location, kind: str) -> Text:
        """What a key takes."""
        named = [part for part in where[1:] if isinstance(part, str)]
        told = next((_EXPECTED[name] for name in reversed(named) if name in _EXPECTED), None)
        if told is None or (kind == "missing" and len(named) == 1 and named[0] not in _EXPECTED):
            return _TABLE.format(key=where[0])
        return Text(*(told[language].replace("{id}", str(where[0])) for language in LANGUAGES))


_GRAMMAR = _Grammar()


def own_indicators(path: Path) -> Own:
    """The indicators, and the targets for those of the catalogue, that a file declares.

    Raises:
        InputError: there is no such file, it is no TOML, or it says what no indicator says.
    """
    declaration = declared(path, _GRAMMAR.kind)
    for name, table in declaration.tables.items():
        _named_rightly(declaration, name, table)
    own = {name: table for name, table in declaration.tables.items() if name not in catalogue()}
    plans = {name: table for name, table in declaration.tables.items() if name in catalogue()}
    forms = validated(replace(declaration, tables=own), IndicatorsForm, _GRAMMAR).root
    said = {name: made(name, form) for name, form in forms.items()}
    aims = validated(replace(declaration, tables=plans), PlansForm, _GRAMMAR).root
    targets = {name: _aims(declaration, name, plan.target) for name, plan in aims.items()}
    known = {**catalogue(), **said}
    error = next((error for one in said.values() for error in [unlinked(declaration, one, known)] if error), None)
    if error:
        raise error
    return Own(said, targets, tuple(declaration.tables))


def made(name: str, form: IndicatorForm) -> Indicator:
    """The indicator that a table of this form declares."""
    table = form.model_dump(exclude_unset=True)
    targets = [{"source": "–", **target} for target in table.get("target", ())]
    return Indicator.declared(name, {"source": "–", **table, "target": targets})


def _named_rightly(declaration: Declaration, name: str, table: Any) -> None:
    only_targets = isinstance(table, dict) and table.keys() == {"target"}
    if name in catalogue() and not only_targets:
        raise DeclarationIdTakenError(place=declaration.place((name,)), id=name)
    if name not in catalogue() and only_targets:
        raise unknown_name(declaration, (name,), INDICATOR, name, catalogue())
    if isinstance(table, dict) and (not _ID.fullmatch(name) or name in (EVERY, *dimensions())):
        raise wrong_value(declaration, (name,), _AN_ID.format(near=_near_id(name)))


def _near_id(name: str) -> str:
    words = re.findall(r"[a-z0-9]+", plain(name)) or ["indicator"]
    return "-".join(["my", *words] if len(words) == 1 or name in dimensions() else words)


def _aims(declaration: Declaration, name: str, forms: tuple[TargetForm, ...]) -> tuple[Target, ...]:
    """Targets for an indicator of the catalogue, where it can have them."""
    one = catalogue()[name]
    if one.measure not in JUDGED:
        raise wrong_value(declaration, (name, "target"), _NO_TARGET.format(name=name))
    shown = (*one.own_dimensions, *one.also, *one.broken_down_by)
    for at, form in enumerate(forms):
        if set_for(form.where, shown, within=()):
            raise wrong_value(
                declaration, (name, "target", at, "where"), BREAKDOWNS.format(known=", ".join(shown) or "–")
            )
    return tuple(Target.of({"source": "–", **form.model_dump(exclude_unset=True)}) for form in forms)


def unlinked(declaration: Declaration, one: Indicator, known: Mapping[str, Indicator]) -> InputError | None:
    """The error for an indicator that names one that is not there, or is made of what cannot be compared; or None."""
    for key, named in (("of", one.of), ("together", one.together)):
        lost = next((name for name in named if name not in known), None)
        if lost:
            return unknown_name(declaration, (one.id, key), INDICATOR, lost, known)
    parts = [known[name] for name in one.of]
    wrong = next((part for part in parts if part.measure not in JUDGED or _bodies(part) != _bodies(parts[0])), None)
    return wrong_value(declaration, (one.id, "of"), _PARTS.format(name=wrong.id)) if wrong else None


def _bodies(one: Indicator) -> bool:
    return one.unit == "body"
