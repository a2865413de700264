"""What a forecast takes for granted, in words: whose ages, who stays, who comes in, what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.people.retirement import retirement
from genderstats.text import marks
from genderstats.text.language import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from genderstats.analysis.prospect import Outlook
    from genderstats.reading.roster import People


def assumptions(outlook: Outlook, rosters: Sequence[People]) -> list[Text]:
    """Every assumption of a forecast, one text each."""
    return [*_of_leaving(outlook), *_of_refilling(outlook), *_not_applied(rosters)]


def _of_leaving(outlook: Outlook) -> Iterator[Text]:
    law = retirement()
    yield Text("Retirement: {conditions}; {source}.", "Nghỉ hưu: {conditions}; {source}.").format(
        conditions=law.conditions, source=law.source
    )
    yield Text(
        "Who reaches the age of the year leaves on the first day of the next month: who reaches it in December, in the next year.",
        "Người đủ tuổi của năm đó nghỉ từ ngày đầu tháng sau: đủ tuổi trong tháng 12 thì tính nghỉ vào năm sau.",
    )
    yield Text(
        "Where only the year of birth is known, 1 January of that year counts; where only the month, its first day.",
        "Chỉ biết năm sinh thì lấy ngày 01/01 của năm đó; chỉ biết tháng thì lấy ngày đầu tháng.",
    )
    yield Text(
        "Who has reached the age by {day} and is still on the list leaves in {first}. Who has no known birth stays.",
        "Người đã đủ tuổi đến ngày {day} mà còn trong danh sách thì tính nghỉ năm {first}. Người chưa rõ ngày sinh thì tính là ở lại.",
    ).format(day=_day(outlook), first=outlook.years.start)


def _of_refilling(outlook: Outlook) -> Iterator[Text]:
    yield Text(
        "Nobody leaves for another reason: no transfer, promotion, resignation, end of a term, death.",
        "Không ai rời vị trí vì lý do khác: không điều động, bổ nhiệm chức vụ khác, thôi việc, hết nhiệm kỳ, từ trần.",
    )
    yield Text(
        "The posts stay as many as they are; each that falls free is refilled in the same year, by somebody who stays until {until}.",
        "Số vị trí giữ nguyên; vị trí trống được bổ sung ngay trong năm, người mới ở lại đến {until}.",
    ).format(until=outlook.until)
    yield Text(
        "A refill rate is the share of these posts that goes to women, the same every year and at every level.",
        "Mức thay thế là tỷ lệ vị trí trống giao cho nữ, như nhau mọi năm, mọi cấp.",
    )
    yield Text(
        "The shares that follow are expected ones, so that part of a post may count; what a target asks is a whole number.",
        "Tỷ lệ tính ra là giá trị kỳ vọng nên có thể lẻ; số vị trí mà mục tiêu đòi hỏi là số nguyên.",
    )


def _not_applied(rosters: Sequence[People]) -> Iterator[Text]:
    rules = retirement().other_rules
    listed = Text(*("; ".join(rule[language] for rule in rules) for language in LANGUAGES))
    yield Text(
        "These have ages of their own, which are not applied: {rules}.",
        "Có tuổi nghỉ hưu riêng, không áp dụng ở đây: {rules}.",
    ).format(rules=listed)
    if any("rank" in roster.variables for roster in rosters):
        yield Text(
            "This list has a column of ranks: officers and police are told here by the ages of civilians, which are not theirs.",
            "Danh sách này có cột cấp bậc hàm: với sĩ quan, công an, ở đây tính theo tuổi của dân sự nên không đúng với họ.",
        )


def _day(outlook: Outlook) -> Text:
    return Text(*(marks.day(outlook.as_of, language) for language in LANGUAGES))
