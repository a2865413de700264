"""Observations and changes as tables: counts first, base in words, what is unknown, targets."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from genderstats.analysis.change import in_order
from genderstats.indicators.dimension import COLUMN, Dimension, column_dimension, dimensions
from genderstats.people.fields import fields
from genderstats.reporting.document import Cell, Head, Points, Ratio, Row, Share, Signed, Table, Tone, Value, shown
from genderstats.text import marks
from genderstats.text.language import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from genderstats.analysis.change import Change
    from genderstats.analysis.observation import Observation, Verdict
    from genderstats.indicators.indicator import Indicator, Target

#: Bases smaller than this are flagged: one person moves them by more than three points.
SMALL_BASE = 30
SMALL = Text(
    "small bases below: where fewer than 30 are counted, one person is more than 3 points",
    "mẫu số nhỏ: ở nhóm dưới 30 người, một người tương ứng hơn 3 điểm phần trăm",
)

REASONS = {
    "column-absent": Text("not computable: no column for {what}", "chưa tính được: không có cột {what}"),
    "no-period": Text(
        "not computable: no date or period is known (--period, --as-of)",
        "chưa tính được: chưa rõ kỳ hoặc ngày chốt (--period, --as-of)",
    ),
    "empty-base": Text("not computable: nobody in the base", "chưa tính được: không có ai trong mẫu số"),
    "dimension-selects": Text(
        "not computable: this breakdown is by the offices themselves", "chưa tính được: phân tổ này theo chính chức vụ"
    ),
    "group-unknown": Text(
        "no part of the structure: of these people it is not known", "không nằm trong cơ cấu: những người chưa rõ nhóm"
    ),
    "sex-unknown": Text(
        "not computable: nobody of known sex in the base", "chưa tính được: không ai trong mẫu số rõ giới tính"
    ),
}

HEADS = (
    Head(Text("Indicator", "Chỉ tiêu"), numeric=False),
    Head(Text("Women/All", "Nữ/Tổng")),
    Head(Text("Share", "Tỷ lệ")),
    Head(Text("Sex unknown", "Chưa rõ giới tính")),
)


def table(observations: Iterable[Observation]) -> Table:
    """The figures of one period, indicator by indicator."""
    rows = [row for indicator, group in groupby(observations, key=_indicator) for row in _rows(indicator, list(group))]
    return Table(HEADS, tuple(rows))


def _indicator(one: Observation) -> Indicator:
    return one.indicator


def _rows(indicator: Indicator, group: Sequence[Observation]) -> Iterator[Row]:
    alone = len(group) == 1 and not group[0].by
    if not alone:
        yield Row((Cell(indicator.title),), tone="heading")
        yield _base(indicator)
        if any(map(_is_small, group)):
            yield Row((Cell(SMALL),), tone="quiet", indent=1)
    for one in group:
        yield _figure(one, indicator.title if alone else group_label(one.by), indent=0 if alone else 1)
        if alone:
            yield _base(indicator)
        yield from (Row((Cell(text),), tone="quiet", indent=1 if alone else 2) for text in remarks(one, alone=alone))
        yield from (_target(item, indent=1 if alone else 2) for item in one.verdicts)


def _base(indicator: Indicator) -> Row:
    """What a figure is of; a gap is of nothing, and says what it is."""
    words = Text("{base}", "{base}") if indicator.measure == "gap" else Text("of {base}", "trên {base}")
    return Row((Cell(words.format(base=indicator.base)),), tone="quiet", indent=1)


def _figure(one: Observation, label: Text, indent: int) -> Row:
    ratio = Ratio(one.numerator, one.denominator) if one.numerator is not None and one.denominator is not None else None
    cells = (Cell(label, "heading" if not indent else ""), Cell(ratio), Cell(value_of(one)), Cell(one.unknown))
    return Row(cells, indent=indent)


def value_of(one: Observation) -> Share | Text | None:
    """An observation's value: a share, or, for a gap, points with their unit."""
    if one.value is None:
        return None
    if one.indicator.measure != "gap":
        return Share(one.value)
    told = Text(*(marks.points(one.value, language) for language in LANGUAGES))
    return Text("{told} points", "{told} điểm %").format(told=told)


def _is_small(one: Observation) -> bool:
    return one.denominator is not None and one.denominator < SMALL_BASE


def remarks(one: Observation, *, alone: bool = True) -> Iterator[Text]:
    """What must be said beside a figure: why there is none, the men's figure, how much is not known, how little one person is."""
    if one.value is None:
        yield why_not(one)
    for part in one.parts:
        if part.numerator is not None and part.denominator is not None:
            ratio = _both(Ratio(part.numerator, part.denominator))
            yield Text("{title}: {ratio}", "{title}: {ratio}").format(title=part.indicator.title, ratio=ratio)
    if one.men_numerator is not None and one.men_denominator:
        yield Text("men: {ratio}", "nam: {ratio}").format(ratio=_both(Ratio(one.men_numerator, one.men_denominator)))
    if one.bounds and one.bounds[0] != one.bounds[1]:
        low, high = ([marks.percent(bound, language) for language in LANGUAGES] for bound in one.bounds)
        yield Text(
            "between {low} and {high}, whatever is true of the unknown",
            "từ {low} đến {high}, tùy các trường hợp chưa rõ",
        ).format(low=Text(*low), high=Text(*high))
    if one.undetermined:
        yield Text(
            "not known whether they belong to the base: {count}", "chưa rõ có thuộc mẫu số này hay không: {count} người"
        ).format(count=_both(one.undetermined))
    if one.uncovered:
        yield Text("on lists without this column: {count}", "{count} người ở các danh sách không có cột này").format(
            count=_both(one.uncovered)
        )
    if alone and one.denominator and _is_small(one):
        point = [marks.points(Fraction(1, one.denominator), language, places=1).lstrip("+") for language in LANGUAGES]
        yield Text("small base: one person is {point} points", "mẫu số nhỏ: một người bằng {point} điểm %").format(
            point=Text(*point)
        )


def _both(value: Value) -> Text:
    """A value as it is shown in either language."""
    return Text(*(shown(value, language) for language in LANGUAGES))


def why_not(one: Observation) -> Text:
    """Why there is no figure, in words."""
    titles = [fields()[field].title for field in one.needs]
    named = Text(*(", ".join(title[language] for title in titles) for language in LANGUAGES))
    return REASONS[one.reason or "empty-base"].format(what=named)


def _target(item: Verdict, indent: int) -> Row:
    """A target under its figure: reached or not, how many women short, and where the number comes from."""
    tone: dict[bool | None, Tone] = {True: "good", False: "bad", None: "quiet"}
    state = VERDICTS[item.met].format(short=item.short_by)
    words = Text("target {target} — {state}", "mục tiêu {target} — {state}").format(
        target=target_in_words(item.target), state=state
    )
    return Row((Cell(words, tone[item.met]),), indent=indent)


VERDICTS = {
    True: Text("reached", "đạt"),
    False: Text(
        "not reached: {short} more women among them would reach it", "chưa đạt: cần thêm {short} nữ trong số này"
    ),
    None: Text("no verdict, the number being unverified", "không kết luận vì số chưa xác minh"),
}


def target_in_words(target: Target) -> Text:
    """A target in words, with its source and, where it has none that can be cited, its mark."""
    least = [marks.percent(target.at_least, language, places=0) for language in LANGUAGES]
    labels = [dimensions()[dimension].label(code) for dimension, code in target.where]
    where = Text(*("".join(f", {label[language]}" for label in labels) for language in LANGUAGES))
    mark = Text("", "") if target.verified else Text(" (unverified)", " (chưa xác minh)")
    return Text("≥{least} by {year}{where}: {source}{mark}", "≥{least} vào {year}{where}: {source}{mark}").format(
        least=Text(*least), year=target.year, where=where, source=target.source, mark=mark
    )


def group_label(by: dict[str, str]) -> Text:
    """A group in words: the labels of its codes."""
    labels = [_dimension(name).label(code) for name, code in by.items()]
    return Text(*(" · ".join(label[language] for label in labels) for language in LANGUAGES))


def _dimension(name: str) -> Dimension:
    return column_dimension(name.removeprefix(COLUMN)) if name.startswith(COLUMN) else dimensions()[name]


def change_table(steps: Sequence[Sequence[Change]], names: Sequence[str]) -> Table:
    """The figures of two or more periods side by side, and the change over the last step; counts first."""
    heads = [HEADS[0]]
    for name in names:
        heads += [Head(Text("Women/All {name}", "Nữ/Tổng {name}").format(name=name)), Head(Text.same(name))]
    last = Text.same(f" {names[-2]}→{names[-1]}" if len(names) > 2 else "")
    heads += [
        Head(Text("Change,{last} points", "Tăng, giảm{last} (điểm %)").format(last=last)),
        Head(Text("Women,{last} change", "Nữ{last} tăng, giảm").format(last=last)),
    ]
    by_key = [{_change_key(one): one for one in step} for step in steps]
    everywhere = [
        next(step[key] for step in reversed(by_key) if key in step)
        for key in in_order(key for step in by_key for key in step)
    ]
    rows: list[Row] = []
    for indicator, group in groupby(everywhere, key=_now_indicator):
        rows += _change_rows(indicator, list(group), by_key)
    return Table(tuple(heads), tuple(rows))


def _now_indicator(one: Change) -> Indicator:
    return one.now.indicator


def _change_key(one: Change) -> tuple[str, tuple[tuple[str, str], ...]]:
    return one.now.indicator.id, tuple(one.now.by.items())


def _change_rows(
    indicator: Indicator,
    group: Sequence[Change],
    by_key: Sequence[dict[tuple[str, tuple[tuple[str, str], ...]], Change]],
) -> Iterator[Row]:
    alone = len(group) == 1 and not group[0].now.by
    if not alone:
        yield Row((Cell(indicator.title),), tone="heading")
        yield _base(indicator)
    for one in group:
        steps = [step.get(_change_key(one)) for step in by_key]
        yield _change_row(one, steps, indicator.title if alone else group_label(one.now.by), indent=0 if alone else 1)
        if alone:
            yield _base(indicator)
        yield from (Row((Cell(text),), tone="quiet", indent=1 if alone else 2) for text in _unknown_then_and_now(one))
        if one.reason:
            side = one.then if one.then.value is None else one.now
            yield Row(
                (Cell(why_not(side)),),
                tone="quiet",
                indent=1 if alone else 2,
            )


def _unknown_then_and_now(one: Change) -> Iterator[Text]:
    """What is not known on either side."""
    sides = ((one.then.unknown, one.now.unknown), (one.then.undetermined, one.now.undetermined))
    words = (
        Text("sex unknown: {then} → {now}", "chưa rõ giới tính: {then} → {now}"),
        Text(
            "not known whether they belong to the base: {then} → {now}",
            "chưa rõ có thuộc mẫu số này hay không: {then} → {now}",
        ),
    )
    for (then, now), text in zip(sides, words, strict=True):
        if then or now:
            yield text.format(then=_both(then), now=_both(now))


def _change_row(one: Change, steps: Sequence[Change | None], label: Text, indent: int) -> Row:
    """A figure in every period; a step that lacks the group has nobody in it on either side."""
    first = next(iter(steps))
    told = [first.then if first else None, *(step.now if step else None for step in steps)]
    cells = [Cell(label, "heading" if not indent else "")]
    for observation in told:
        cells += _side(observation)
    last = steps[-1]
    points = last.points if last else None
    people = last.count_change if last else None
    cells += [
        Cell(Points(points) if points is not None else None),
        Cell(Signed(people) if people is not None else None),
    ]
    return Row(tuple(cells), indent=indent)


def _side(one: Observation | None) -> list[Cell]:
    if one is None or one.numerator is None or one.denominator is None:
        return [Cell(None), Cell(value_of(one) if one else None)]
    return [Cell(Ratio(one.numerator, one.denominator)), Cell(value_of(one))]
