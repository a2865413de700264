"""What a forecast takes for granted, in words: whose ages, who stays, who comes in, what is not known."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from genderstats.people.retirement import retirement
from genderstats.text import marks
from genderstats.text.language import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from genderstats.analysis.prospect import Forecast, Outlook
    from genderstats.people.retirement import Ages
    from genderstats.reading.roster import People


def assumptions(told: Sequence[Forecast], outlook: Outlook, rosters: Sequence[People]) -> list[Text]:
    """Every assumption of some forecasts, one text each."""
    return [*_of_leaving(outlook), *_of_refilling(told, outlook), *_not_applied(rosters)]


def _of_leaving(outlook: Outlook) -> Iterator[Text]:
    law = retirement()
    yield Text("Retirement: {conditions}; {source}.", "Nghỉ hưu: {conditions}; {source}.").format(
        conditions=law.conditions, source=law.source
    )
    yield Text("Ages, women / men: {ages}.", "Tuổi, nữ / nam: {ages}.").format(ages=_ages(outlook))
    yield Text(
        "Whoever reaches the age that holds in a year leaves on the first day of the next month: one who reaches it in December, in the next year.",
        "Người đạt tuổi nghỉ hưu áp dụng cho năm nào thì nghỉ từ ngày đầu tháng liền sau: đạt tuổi trong tháng 12 thì tính nghỉ vào năm sau.",
    )
    yield Text(
        "Where only the year of birth is known, 1 January of that year counts; where only the month, its first day.",
        "Chỉ biết năm sinh thì lấy ngày 01/01 của năm đó; chỉ biết tháng thì lấy ngày đầu tháng.",
    )
    yield Text(
        "Whoever is past the age by {day} and still on the list leaves in {first}. Whoever has no known birth stays; people of unknown sex are in no figure.",
        "Người đã quá tuổi tính đến ngày {day} mà còn trong danh sách thì tính nghỉ năm {first}. Người chưa rõ ngày sinh thì tính là ở lại; người chưa rõ giới tính không có trong số liệu.",
    ).format(day=_day(outlook), first=outlook.years.start)


def _of_refilling(told: Sequence[Forecast], outlook: Outlook) -> Iterator[Text]:
    measures = {one.indicator.measure for one in told}
    yield Text(
        "Nobody leaves for another reason: no early retirement or cut of posts, no transfer, promotion, resignation, end of a term, death.",
        "Không ai rời vị trí vì lý do khác: không nghỉ hưu trước tuổi, tinh giản biên chế, điều động, bổ nhiệm chức vụ khác, thôi việc, hết nhiệm kỳ, từ trần.",
    )
    if "share" in measures:
        yield Text(
            "The posts stay as many as their holders on the list, one each; posts that are vacant now are not counted. Each that falls free is refilled in the same year, by somebody who stays until {until}.",
            "Số vị trí bằng số người đang giữ trong danh sách, mỗi người một vị trí; không tính vị trí hiện đang khuyết. Vị trí trống được bổ sung ngay trong năm, người mới ở lại đến {until}.",
        ).format(until=outlook.until)
        yield Text(
            "A refill rate is the share of these posts that goes to women, the same every year and at every level.",
            "Mức thay thế là tỷ lệ vị trí trống giao cho nữ, như nhau mọi năm, mọi cấp.",
        )
    if "rate" in measures:
        yield Text(
            "Of a rate within women: each woman who leaves is replaced in the same year by a woman who stays until {until}; the refill rate is the share of these women who count.",
            "Với tỷ lệ trong nội bộ nữ: mỗi nữ nghỉ được thay ngay trong năm bằng một nữ ở lại đến {until}; mức thay thế là tỷ lệ được tính trong số nữ vào thay.",
        ).format(until=outlook.until)
    yield Text(
        "A figure of a year is that at its end. Figures are expected ones, so that part of a post may count; what a target asks is the least whole number.",
        "Số liệu của một năm là số cuối năm. Tỷ lệ tính ra là giá trị kỳ vọng nên có thể lẻ; số vị trí mà mục tiêu đòi hỏi là số nguyên nhỏ nhất.",
    )
    if outlook.since:
        yield Text(
            "Those who came since the earlier list are found by staff number, else by name and whole date of birth; whoever cannot be looked for so, or is in doubt, is in no rate.",
            "Người vào từ danh sách trước được đối chiếu theo số hiệu, nếu không có thì theo họ tên và ngày sinh đầy đủ; ai không đối chiếu được hoặc còn nghi vấn thì không tính vào mức thay thế.",
        )
    if (outlook.as_of + dt.timedelta(days=1)).timetuple().tm_yday > 1:
        yield Text("{first} is counted from the day after {day}.", "Năm {first} tính từ sau ngày {day}.").format(
            first=outlook.years.start, day=_day(outlook)
        )


def _ages(outlook: Outlook) -> Text:
    """The ages of the years of a forecast; those that hold on are told once."""
    told: list[tuple[int, Ages]] = []
    for year in outlook.years:
        ages = retirement().of_year(year)
        if not told or (told[-1][1].women, told[-1][1].men) != (ages.women, ages.men):
            told.append((year, ages))
    listed = [
        Text("{year} {women} / {men}", "{year} {women} / {men}").format(
            year=year, women=_in_years(ages.women), men=_in_years(ages.men)
        )
        for year, ages in told
    ]
    return Text(*("; ".join(one[language] for one in listed) for language in LANGUAGES))


def _in_years(months: int) -> Text:
    years, rest = divmod(months, 12)
    if not rest:
        return Text.same(str(years))
    return Text("{years} y {rest} m", "{years} tuổi {rest} tháng").format(years=years, rest=rest)


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
