"""What is said beside a figure: why there is none, the bounds, what is not known, targets; which bodies miss a condition."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from genderstats.analysis.flags import SMALL_BASE
from genderstats.indicators.dimension import COLUMN, Dimension, column_dimension, dimensions
from genderstats.people.bodies import body_kinds
from genderstats.people.fields import fields
from genderstats.reporting.document import Index, Ratio, Value, shown
from genderstats.text import marks
from genderstats.text.language import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from genderstats.analysis.interval import Interval
    from genderstats.analysis.observation import Observation, Verdict
    from genderstats.indicators.indicator import Indicator, Target, Unit

__all__ = [
    "SMALL", "SMALL_BASE", "both", "flags_of_definition", "group_label", "is_small", "label_of", "remarks",
    "target_in_words", "verdict_in_words", "why_not",
]  # fmt: skip

SMALL = Text(
    "small bases below: where fewer than 30 are counted, one is more than 3 points",
    "mẫu số nhỏ: ở nhóm dưới 30, mỗi đơn vị tính tương ứng hơn 3 điểm phần trăm",
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
    "one-sex-only": Text(
        "not computable: nobody, or people of one sex only, in the base",
        "chưa tính được: mẫu số không có ai hoặc chỉ có một giới",
    ),
    "too-few": Text(
        "not shown: of fewer than 3 women or men it would be somebody's own salary",
        "không hiển thị: dưới 3 nữ hoặc 3 nam sẽ lộ lương của từng người",
    ),
    "no-woman-at-top": Text(
        "no value: no woman leads at the highest level", "không có giá trị: ở cấp cao nhất không có nữ lãnh đạo"
    ),
    "no-woman-below": Text("no value: no woman in the base", "không có giá trị: mẫu số không có nữ"),
    "no-bodies": Text(
        "not computable: no unit or title names such a body",
        "chưa tính được: không đơn vị, chức danh nào nêu tên cơ quan loại này",
    ),
    "no-bodies-asked": Text(
        "not computable: the rule concerns no unit or body of the list",
        "chưa tính được: quy định không áp dụng cho đơn vị nào ở đây",
    ),
    "bodies-unjudged": Text(
        "not computable: of no unit or body is it known; its leaders are not listed, or of unknown sex (an agency's own rule: --profile)",
        "chưa tính được: chưa rõ ở mọi đơn vị; không có lãnh đạo trong danh sách hoặc chưa rõ giới tính (quy định riêng: --profile)",
    ),
    "not-of-bodies": Text(
        "not computable: bodies have no such breakdown", "chưa tính được: cơ quan không phân tổ như vậy"
    ),
    "birth-unknown": Text(
        "no forecast: of nobody in the base is the birth known",
        "chưa dự báo được: không ai trong mẫu số rõ ngày sinh",
    ),
    "sex-unknown": Text(
        "not computable: nobody of known sex in the base", "chưa tính được: không ai trong mẫu số rõ giới tính"
    ),
}


def group_label(by: dict[str, str]) -> Text:
    """A group in words: the labels of its codes."""
    labels = [label_of(name, code) for name, code in by.items()]
    return Text(*(" · ".join(label[language] for label in labels) for language in LANGUAGES))


def label_of(name: str, code: str) -> Text:
    """The label of a code of a dimension."""
    if name == "body-kind" and code in body_kinds():
        return body_kinds()[code].title
    return _dimension(name).label(code)


def _dimension(name: str) -> Dimension:
    return column_dimension(name.removeprefix(COLUMN)) if name.startswith(COLUMN) else dimensions()[name]


def is_small(one: Observation) -> bool:
    """Whether one person more or less moves the figure by more than the small-base words say."""
    return one.denominator is not None and one.denominator < SMALL_BASE


def remarks(one: Observation, *, alone: bool = True) -> Iterator[Text]:
    """What must be said beside a figure: why there is none, the men's figure, how much is not known, how little one person is."""
    if one.value is None:
        yield why_not(one)
    for part in one.parts:
        if part.numerator is not None and part.denominator is not None:
            ratio = both(Ratio(part.numerator, part.denominator))
            yield Text("{title}: {ratio}", "{title}: {ratio}").format(title=_part_title(one, part), ratio=ratio)
    if one.women_value is not None and one.men_value is not None:
        yield Text(
            "women: {ours} ({women}); men: {theirs} ({men})", "nữ: {ours} ({women} người); nam: {theirs} ({men} người)"
        ).format(
            ours=both(Index(one.women_value)),
            women=both(one.women),
            theirs=both(Index(one.men_value)),
            men=both(one.men),
        )
    if one.men_numerator is not None and one.men_denominator:
        yield Text("men: {ratio}", "nam: {ratio}").format(ratio=both(Ratio(one.men_numerator, one.men_denominator)))
    yield from _bodies_named(one)
    if one.bounds and one.bounds[0] != one.bounds[1]:
        low, high = ([marks.percent(bound, language) for language in LANGUAGES] for bound in one.bounds)
        yield Text(
            "between {low} and {high}, whatever is true of the unknown",
            "từ {low} đến {high}, tùy các trường hợp chưa rõ",
        ).format(low=Text(*low), high=Text(*high))
    if one.undetermined:
        yield Text(
            "not known whether they belong to the base: {count}", "chưa rõ có thuộc mẫu số này hay không: {count} người"
        ).format(count=both(one.undetermined))
    if one.uncovered:
        yield Text("on lists without this column: {count}", "{count} người ở các danh sách không có cột này").format(
            count=both(one.uncovered)
        )
    if alone and one.denominator and is_small(one):
        point = [marks.points(Fraction(1, one.denominator), language, places=1).lstrip("+") for language in LANGUAGES]
        yield _SMALL_BASE[one.indicator.unit].format(point=Text(*point))
    if "small-base" in one.flags and one.denominator is None:
        yield _FEW
    if "many-unknown" in one.flags:
        yield _MANY_UNKNOWN
    if one.interval and one.denominator:
        yield _interval(one.interval, one.denominator)


_FEW = Text("small base: fewer than 30 people counted", "mẫu số nhỏ: chưa đến 30 người được tính")
_MANY_UNKNOWN = Text(
    "many unknown: of more than 5 % sex, or whether they belong, is not known",
    "nhiều trường hợp chưa rõ: hơn 5 % số người chưa rõ giới tính hoặc chưa rõ có thuộc diện tính",
)
#: What an interval means, and does not.
INTERVALS = Text(
    "A staff list is the whole, and its figures have no sampling error. The intervals say what they would tell of a larger "
    "group if the people counted were a random sample of it.",
    "Danh sách cán bộ là toàn bộ, số liệu không có sai số chọn mẫu. Khoảng tin cậy chỉ cho biết số liệu nói lên điều gì về một "
    "nhóm lớn hơn nếu những người được tính là mẫu ngẫu nhiên của nhóm đó.",
)


def _interval(found: Interval, people: int) -> Text:
    low, high = (
        Text(*(marks.percent(Fraction(bound), language) for language in LANGUAGES)) for bound in (found.low, found.high)
    )
    level = Text(*(marks.percent(Fraction(str(found.level)), language, places=0) for language in LANGUAGES))
    return Text(
        "if these {people} people were a random sample of a larger group: {low} to {high} ({level}, Wilson)",
        "nếu {people} người này là mẫu ngẫu nhiên của một nhóm lớn hơn: từ {low} đến {high} ({level}, Wilson)",
    ).format(people=both(people), low=low, high=high, level=level)


#: What it means beside a figure that a profile switched a rule of counting.
_OTHER_RULES = Text(
    "counted by a rule of the profile ({rules}), not by the definition as published",
    "tính theo quy tắc trong profile ({rules}), không theo định nghĩa đã công bố",
)
_UNVERIFIED = Text("the definition is unverified", "định nghĩa chưa xác minh")


def flags_of_definition(indicator: Indicator) -> Iterator[Text]:
    """What is said once of all figures of an indicator: other rules, no citable definition."""
    if indicator.rules:
        yield _OTHER_RULES.format(rules=", ".join(indicator.rules))
    if not indicator.verified:
        yield _UNVERIFIED


def _part_title(one: Observation, part: Observation) -> Text:
    """What a part of an index is: another indicator, or the same people as a whole and in one group."""
    if part.indicator.id != one.indicator.id:
        return part.indicator.title
    if not part.by:
        return Text("women among all", "nữ trong tổng số")
    return Text("women at the top ({group})", "nữ ở cấp cao nhất ({group})").format(group=group_label(part.by))


#: So many bodies are named in a table; the machine forms name all.
_NAMED = 12


def _bodies_named(one: Observation) -> Iterator[Text]:
    """The bodies that miss a condition, and those of which it is not known."""
    lists = (
        (one.missing, Text("these miss it ({count}): {names}", "chưa đạt ({count}): {names}")),
        (one.unjudged, Text("not judged ({count}): {names}", "không kết luận ({count}): {names}")),
    )
    for names, words in lists:
        if names:
            rest = Text(" … and {more} more (--format json)", " … và {more} cơ quan khác (--format json)").format(
                more=both(len(names) - _NAMED)
            )
            shown_names = Text.same("; ".join(names[:_NAMED]))
            told = Text("{names}{rest}", "{names}{rest}").format(names=shown_names, rest=rest)
            yield words.format(count=both(len(names)), names=told if len(names) > _NAMED else shown_names)


def both(value: Value) -> Text:
    """A value as it is shown in either language."""
    return Text(*(shown(value, language) for language in LANGUAGES))


def why_not(one: Observation) -> Text:
    """Why there is no figure, in words."""
    titles = [fields()[field].title for field in one.needs]
    named = Text(*(", ".join(title[language] for title in titles) for language in LANGUAGES))
    return REASONS[one.reason or "empty-base"].format(what=named)


_SMALL_BASE = {
    "person": Text("small base: one person is {point} points", "mẫu số nhỏ: một người bằng {point} điểm %"),
    "post": Text("small base: one post is {point} points", "mẫu số nhỏ: một chức vụ bằng {point} điểm %"),
    "body": Text("few bodies: one is {point} points", "ít cơ quan: một cơ quan bằng {point} điểm %"),
}
_NO_VERDICT = Text("no verdict, the number being unverified", "không kết luận vì số chưa xác minh")
_REACHED = Text("reached", "đạt")
_SHORT = {
    "person": Text(
        "not reached: {short} more women among them would reach it", "chưa đạt: cần thêm {short} nữ trong số này"
    ),
    "post": Text("not reached: {short} more held by women would reach it", "chưa đạt: cần thêm {short} do nữ giữ"),
    "body": Text("not reached: {short} more of these bodies would reach it", "chưa đạt: cần thêm {short} cơ quan"),
}


def verdict_in_words(item: Verdict, unit: Unit) -> Text:
    """Whether a target is reached, and how many women, posts or bodies are short of it."""
    if item.met is None:
        return _NO_VERDICT
    return _REACHED if item.met else _SHORT[unit].format(short=both(item.short_by))


def round_percent(share: Fraction) -> Text:
    """A share that somebody has set, such as a target: without decimals where it is a whole percentage."""
    places = 0 if (share * 100).denominator == 1 else 2
    return Text(*(marks.percent(share, language, places=places) for language in LANGUAGES))


def target_in_words(target: Target) -> Text:
    """A target in words, with its source and, where it has none that can be cited, its mark."""
    labels = [label_of(dimension, code) for dimension, code in target.where]
    where = Text(*("".join(f", {label[language]}" for label in labels) for language in LANGUAGES))
    mark = Text("", "") if target.verified else Text(" (unverified)", " (chưa xác minh)")
    return Text("≥{least} by {year}{where}: {source}{mark}", "≥{least} vào {year}{where}: {source}{mark}").format(
        least=round_percent(target.at_least), year=target.year, where=where, source=target.source, mark=mark
    )
