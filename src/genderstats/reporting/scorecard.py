"""A filled scorecard as a table: units in rank order, the points of each criterion, the counts behind them, and the method in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.indicators.dimension import COLUMN
from genderstats.reporting import figures, remarks
from genderstats.reporting.document import Cell, Head, Paragraph, Ratio, Row, Share, Table, shown
from genderstats.text import marks
from genderstats.text.language import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from fractions import Fraction

    from genderstats.analysis.scorecard import Judged, Score, Scored
    from genderstats.indicators.scorecard import Criterion, Scorecard


def parts(scored: Scored) -> Iterator[Table | Paragraph]:
    """The title, the units, and how they were scored."""
    card = scored.card
    yield Paragraph(Text("\n{title}", "\n{title}").format(title=card.title), "heading")
    if not scored.scores:
        why = Text("No unit can be told: no column for {what}.", "Không xác định được nhóm nào: không có cột {what}.")
        yield Paragraph(why.format(what=_lower(card)), "bad")
        return
    rows = [row for one in scored.scores for row in _rows(one, card)]
    small = [Row((Cell(remarks.SMALL),), tone="quiet")] if any(map(_is_small, scored.scores)) else []
    yield Table(_heads(card), (*small, *rows))
    yield from _method(card)


def _heads(card: Scorecard) -> tuple[Head, ...]:
    criteria = (Head(Text.same(f"({place})")) for place, _ in enumerate(card.criterion, 1))
    fixed = (Head(_title(card), numeric=False), Head(Text("Rank", "Hạng")), Head(Text("Score", "Điểm")))
    return (*fixed, *criteria)


def _title(card: Scorecard) -> Text:
    return card.dimension.title


def _lower(card: Scorecard) -> Text:
    return Text.same(card.by.removeprefix(COLUMN)) if card.by.startswith(COLUMN) else _title(card)


def _is_small(one: Score) -> bool:
    bases = (judged.observation.denominator for judged in one.criteria)
    return any(base is not None and base < remarks.SMALL_BASE for base in bases)


def _rows(one: Score, card: Scorecard) -> Iterator[Row]:
    """A unit's rank, score and points; under them the counts, and what could not be judged."""
    score = Share(one.value) if one.value is not None else None
    points = [Cell(_number(judged.points, 2) if judged.points is not None else None) for judged in one.criteria]
    yield Row((Cell(remarks.group_label({card.by: one.unit})), Cell(one.rank), Cell(score), *points))
    told = [_counts(place, judged) for place, judged in enumerate(one.criteria, 1) if judged.points is not None]
    if told:
        yield Row((Cell(_joined(told)),), tone="quiet", indent=1)
    left_out = [(place, judged) for place, judged in enumerate(one.criteria, 1) if judged.points is None]
    for place, judged in left_out:
        words = Text("({place}) left out: {why}", "({place}) không tính: {why}")
        yield Row((Cell(words.format(place=place, why=remarks.why_not(judged.observation))),), tone="quiet", indent=1)
    if left_out and one.value is not None:
        words = Text(
            "score of {part} of the weights {whole}", "điểm tính trên {part} trong tổng trọng số {whole}"
        ).format(part=_number(one.weight), whole=_number(_weights(card.criterion)))
        yield Row((Cell(words),), tone="quiet", indent=1)


def _counts(place: int, judged: Judged) -> Text:
    """The figure behind the points: its counts, or the value where it has none."""
    one = judged.observation
    value = Ratio(one.numerator, one.denominator) if one.numerator is not None and one.denominator else None
    told = Text(*(shown(value or figures.value_of(one), language) for language in LANGUAGES))
    return Text("({place}) {told}", "({place}) {told}").format(place=place, told=told)


def _joined(texts: Iterable[Text]) -> Text:
    many = list(texts)
    return Text(*(" · ".join(text[language] for text in many) for language in LANGUAGES))


def _number(value: Fraction, places: int | None = None) -> Text:
    return Text(*(marks.number(value, language, places) for language in LANGUAGES))


def _weights(criteria: Iterable[Criterion]) -> Fraction:
    first, *others = (one.weight for one in criteria)
    return sum(others, first)


def _method(card: Scorecard) -> Iterator[Paragraph]:
    """How the scores came about, in words, with the weights."""
    yield Paragraph(Text("\nHow this is scored", "\nCách chấm điểm"), "heading")
    for place, one in enumerate(card.criterion, 1):
        words = Text(
            "({place}) {name}: weight {weight}; 0 points at {least}, {weight} at {full}, in proportion between",
            "({place}) {name}: trọng số {weight}; 0 điểm ở mức {least}, {weight} điểm ở mức {full}, ở giữa tính theo tỷ lệ",
        )
        told = {"weight": _number(one.weight), "least": _value(one, one.least), "full": _value(one, one.full)}
        yield Paragraph(words.format(place=place, name=one.name, **told))
    yield Paragraph(_RULES.format(whole=_number(_weights(card.criterion))), "quiet")
    if card.source:
        yield Paragraph(Text("Source: {source}", "Nguồn: {source}").format(source=card.source), "quiet")


_RULES = Text(
    "Score: points ÷ weights (together {whole}). A criterion that cannot be computed for a group is left out of its weights; one with none "
    "has no rank. Equal scores share a rank. People whose group is not known are listed and not ranked.",
    "Điểm: tổng điểm ÷ tổng trọng số ({whole}). Tiêu chí không tính được ở một nhóm thì bỏ trọng số của tiêu chí đó; nhóm không có "
    "tiêu chí nào tính được thì không xếp hạng. Điểm bằng nhau thì đồng hạng. Người chưa rõ nhóm được liệt kê, không xếp hạng.",
)


def _value(one: Criterion, value: Fraction) -> Text:
    """A bound as the indicator's values are shown: a share as per cent, a difference of shares in points."""
    measure = one.of.measure
    if measure == "gap":
        told = Text(*(marks.points(value, language) for language in LANGUAGES))
        return Text("{told} points", "{told} điểm %").format(told=told)
    if measure in ("share", "rate", "distribution"):
        return Text(*(marks.percent(value, language) for language in LANGUAGES))
    return _number(value)
