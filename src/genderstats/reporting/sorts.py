"""The words for where somebody stands to a figure, and for what a cell was taken to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.people.fields import fields
from genderstats.text.language import LANGUAGES, Text

if TYPE_CHECKING:
    from genderstats.analysis.account import Sort
    from genderstats.counting.evidence import Cell, Said
    from genderstats.indicators.indicator import Indicator

#: What is on the list, by what an indicator counts.
ITEMS = {
    "person": Text("people on the list", "người trong danh sách"),
    "post": Text("posts, and people without one", "chức vụ, và người không giữ chức vụ nào"),
    "seat": Text("seats in elected bodies, and people without one", "ghế đại biểu, và người không phải đại biểu"),
    "committee": Text(
        "seats in Party committees, and people without one", "vị trí cấp ủy viên, và người không thuộc cấp ủy"
    ),
    "body": Text(
        "people on the list, once for each body they lead", "người trong danh sách, mỗi cơ quan lãnh đạo tính một lần"
    ),
}
_SORTS: dict[str, Text] = {
    "numerator": Text("women: the numerator", "nữ: tử số"),
    "rest": Text("men: the rest of the denominator", "nam: phần còn lại của mẫu số"),
    "told-beside": Text("men, of whom the same is told beside", "nam, được tính riêng bên cạnh"),
    "met": Text("in bodies that meet the condition", "ở cơ quan đạt điều kiện"),
    "missed": Text("in bodies that miss it", "ở cơ quan chưa đạt"),
    "unjudged": Text("in bodies that are not judged", "ở cơ quan không kết luận"),
    "not-concerned": Text("in bodies that the rule does not ask", "ở cơ quan không thuộc diện xét"),
    "sex-unknown": Text("of the population, sex unknown", "thuộc diện tính, chưa rõ giới tính"),
    "no-body": Text("of the population, in no body that is named", "thuộc diện tính, không rõ cơ quan nào"),
    "undetermined": Text("not known whether they belong", "chưa rõ có thuộc diện tính hay không"),
    "other-group": Text("of the population, in another group", "thuộc diện tính, ở nhóm khác"),
    "outside": Text("not in the population", "không thuộc diện tính"),
    "not-asked": Text("not asked: their list has no such column", "không xét: danh sách của họ không có cột cần thiết"),
}
_BY_MEASURE: dict[str, dict[str, Text]] = {
    "rate": {
        "numerator": Text("women with the attribute: the numerator", "nữ có đặc điểm: tử số"),
        "rest": Text("women without it: the rest of the denominator", "nữ không có: phần còn lại của mẫu số"),
        "undetermined": Text("women of whom it is not known", "nữ chưa rõ có hay không"),
    },
    "part": {
        "numerator": Text("women with the attribute: the numerator", "nữ có đặc điểm: tử số"),
        "rest": Text(
            "men, and women without it: the rest of the denominator", "nam, và nữ không có: phần còn lại của mẫu số"
        ),
        "undetermined": Text(
            "not known whether they belong, or have it", "chưa rõ có thuộc diện tính, hoặc có đặc điểm hay không"
        ),
    },
    "distribution": {
        "numerator": Text("women of the group: the numerator", "nữ của nhóm: tử số"),
        "rest": Text("women of other groups: the rest of the denominator", "nữ của nhóm khác: phần còn lại của mẫu số"),
        "undetermined": Text("of no group that is known", "chưa rõ nhóm"),
    },
    "dissimilarity": {
        "numerator": Text("women whose group is known", "nữ đã rõ nhóm"),
        "rest": Text("men whose group is known", "nam đã rõ nhóm"),
        "undetermined": Text("of no group that is known", "chưa rõ nhóm"),
    },
    "mean-gap": {
        "numerator": Text("women with a value", "nữ có giá trị"),
        "rest": Text("men with a value", "nam có giá trị"),
        "undetermined": Text("without a value that can be read", "không có giá trị đọc được"),
    },
}
_BY_MEASURE["median-gap"] = _BY_MEASURE["mean-gap"]
#: What becomes of a body.
BODY_SORTS: dict[str, Text] = {
    "met": Text("meet the condition", "đạt điều kiện"),
    "missed": Text("miss it", "chưa đạt"),
    "unjudged": Text("not judged", "không kết luận"),
    "not-concerned": Text("not asked by the rule", "không thuộc diện xét"),
}


def sort_in_words(sort: Sort, indicator: Indicator) -> Text:
    """Where somebody stands to a figure of an indicator."""
    return _BY_MEASURE.get(indicator.measure, {}).get(sort) or _SORTS[sort]


_HOW: dict[str, Text] = {
    "text": Text("“{text}”", "“{text}”"),
    "marked": Text("a mark under “{text}”", "đánh dấu ở cột “{text}”"),
    "unmarked": Text("no mark under “{text}”", "không đánh dấu ở cột “{text}”"),
    "under": Text("written under “{text}”", "ghi ở cột “{text}”"),
    "date": Text("a date", "có ngày"),
    "date-later": Text("a date after the day of the list", "ngày sau ngày chốt danh sách"),
    "date-inside": Text("a date within the period", "ngày trong kỳ"),
    "date-outside": Text("a date outside the period", "ngày ngoài kỳ"),
    "date-perhaps": Text("a date that may lie in the period", "ngày có thể trong kỳ"),
    "value": Text("a value", "có giá trị"),
    "unreadable": Text("cannot be read", "không đọc được"),
    "clash": Text("cells that contradict each other", "các ô mâu thuẫn nhau"),
    "declared": Text("“{text}”, declared for everybody", "“{text}”, khai báo cho mọi người"),
    "elsewhere": Text("told in another row", "ghi ở dòng khác"),
}
_BLANK = Text("blank", "để trống")


def said_in_words(said: Said, *, fielded: bool = False) -> Text:
    """What cells say; of several fields, or where it is asked for, with the name of each."""
    if not said:
        return _BLANK
    told = [_cell(cell, fielded=fielded or len(said) > 1) for cell in said]
    return Text(*("; ".join(one[language] for one in told) for language in LANGUAGES))


def _cell(cell: Cell, *, fielded: bool) -> Text:
    words = Text(*(_HOW[cell.how][language].replace("{text}", _one_line(cell.text)) for language in LANGUAGES))
    return (
        Text("{field}: {words}", "{field}: {words}").format(field=fields()[cell.field].title, words=words)
        if fielded
        else words
    )


def _one_line(text: str) -> str:
    return " / ".join(text.split("\n"))
