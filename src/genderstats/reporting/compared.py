"""What is said beside a change: why two figures are not compared, declared breaks, intervals."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from genderstats.reporting.remarks import why_not
from genderstats.text import marks
from genderstats.text.language import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from genderstats.analysis.change import Change
    from genderstats.analysis.interval import Interval
    from genderstats.indicators.breaks import Break

NOT_COMPARED = {
    "column-absent-then": Text("the earlier list has no such column", "danh sách kỳ trước không có cột này"),
    "column-absent-now": Text("the later list has no such column", "danh sách kỳ sau không có cột này"),
    "group-absent-then": Text("only in the later period{hint}", "chỉ có ở kỳ sau{hint}"),
    "group-absent-now": Text("only in the earlier period{hint}", "chỉ có ở kỳ trước{hint}"),
    "definition-differs": Text(
        "not comparable: defined otherwise in the two periods", "không so sánh được: hai kỳ định nghĩa khác nhau"
    ),
    "rules-differ": Text(
        "not comparable: counted by other rules in the two periods",
        "không so sánh được: hai kỳ tính theo quy tắc khác nhau",
    ),
    "scope-differs": Text(
        "not comparable: the two lists hold other kinds of bodies",
        "không so sánh được: hai danh sách gồm các loại cơ quan khác nhau",
    ),
    "coverage-differs": Text(
        "not comparable: in one period some of the lists have no such column",
        "không so sánh được: ở một kỳ có danh sách không có cột này",
    ),
}


_LENGTHS = Text(
    "counts not compared: the two periods are not of one length",
    "không so sánh số tuyệt đối: hai kỳ có độ dài khác nhau",
)
_MAP = Text("; if it was renamed or merged: --units-map", "; nếu đã đổi tên hoặc sáp nhập: --units-map")
#: Dimensions whose codes a map of units carries into new ones.
_OF_UNITS = {"unit", "body", "committee"}


def why_not_compared(one: Change) -> Iterator[Text]:
    """Why two figures are not compared: what differs, and why the side that has no figure has none."""
    if one.reason in NOT_COMPARED:
        yield NOT_COMPARED[one.reason].format(hint=_MAP if _OF_UNITS & one.now.by.keys() else "")
    if one.counts_reason:
        yield _LENGTHS
    absent = one.reason and one.reason.startswith("group-absent")
    if one.reason and not absent and (one.then.value is None or one.now.value is None):
        yield why_not(one.then if one.then.value is None else one.now)


#: What the interval of a difference means.
INTERVALS_OF_CHANGES = Text(
    "A staff list is the whole, and a change between two of them has no sampling error. The intervals (Newcombe, 95 %) say what "
    "the change would tell of larger groups if the two lists were independent random samples of them; they are mostly the same "
    "people, so that this is a cautious reading.",
    "Danh sách cán bộ là toàn bộ, chênh lệch giữa hai danh sách không có sai số chọn mẫu. Khoảng tin cậy (Newcombe, 95 %) chỉ cho "
    "biết chênh lệch nói lên điều gì về các nhóm lớn hơn nếu hai danh sách là hai mẫu ngẫu nhiên độc lập; thực tế phần lớn là cùng "
    "những người, nên đây là cách hiểu thận trọng.",
)


def interval_in_words(found: Interval) -> Text:
    """The interval of a difference, in points."""
    low, high = (
        Text(*(marks.points(Fraction(end), language) for language in LANGUAGES)) for end in (found.low, found.high)
    )
    return Text(
        "as if of two random samples (Newcombe, 95 %): {low} to {high} points",
        "nếu là hai mẫu ngẫu nhiên (Newcombe, 95 %): từ {low} đến {high} điểm %",
    ).format(low=low, high=high)


def break_in_words(one: Break) -> Text:
    """A declared break: its day, what changed, the document."""
    mark = Text("", "") if one.verified else Text(" (unverified)", " (chưa xác minh)")
    return Text("Break on {day}: {words}; {source}{mark}", "Thay đổi từ {day}: {words}; {source}{mark}").format(
        day=day_of(one), words=one.words, source=one.source, mark=mark
    )


def day_of(one: Break) -> Text:
    """The day of a break."""
    return Text(*(marks.day(one.date, language) for language in LANGUAGES))
