"""What a target asks of the posts that fall free, and whether the women in planning are enough: in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.reporting.document import Share
from genderstats.reporting.remarks import both, label_of
from genderstats.text import marks
from genderstats.text.language import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from genderstats.analysis.prospect import Forecast, Outlook, Reaching
    from genderstats.reporting.document import Tone

#: To whom posts must go, one and more than one.
_TO = {
    "share": (Text("a woman", "nữ"), Text("women", "nữ")),
    "rate": (Text("a woman who is such", "nữ có đặc điểm này"), Text("women who are such", "nữ có đặc điểm này")),
}


def reached(one: Forecast, asks: Reaching) -> tuple[Text, Tone]:
    """What a target asks, in words, and how it stands out."""
    label = _label(asks)
    if asks.needed is None:
        return Text("{label}: no verdict", "{label}: không kết luận").format(label=label), "quiet"
    words = _none(asks) if not asks.needed else _some(one, asks) if asks.reachable else _out_of_reach(one, asks)
    tone: Tone = "good" if not asks.needed else "" if asks.reachable else "bad"
    return Text("{label}: {words}", "{label}: {words}").format(label=label, words=words), tone


def _label(asks: Reaching) -> Text:
    target = asks.target
    places = 0 if (target.at_least * 100).denominator == 1 else 2
    least = Text(*(marks.percent(target.at_least, language, places) for language in LANGUAGES))
    where = Text(
        *("".join(f", {label_of(name, code)[language]}" for name, code in target.where) for language in LANGUAGES)
    )
    source = Text.same("" if asks.asked else f" ({target.source})")
    mark = Text("", "") if target.verified else Text(", unverified", ", chưa xác minh")
    set_for = Text("", "") if asks.asked or not (asks.past or asks.later) else _set_for(asks)
    return Text(
        "≥{least} by {year}{where}{set_for}{mark}{source}", "≥{least} vào {year}{where}{set_for}{mark}{source}"
    ).format(least=least, year=asks.year, where=where, set_for=set_for, mark=mark, source=source)


def _set_for(asks: Reaching) -> Text:
    words = (
        Text(", set for {year}, which is past", ", đặt cho {year}, đã qua")
        if asks.past
        else Text(", set for {year}", ", đặt cho {year}")
    )
    return words.format(year=asks.target.year)


def _none(asks: Reaching) -> Text:
    if not asks.free:
        return Text("reached; no post falls free", "đạt; không có vị trí trống")
    return Text(
        "reached even if none of the posts that fall free ({free}) goes to a woman",
        "đạt kể cả khi không vị trí trống nào ({free}) giao cho nữ",
    ).format(free=both(asks.free))


def _some(one: Forecast, asks: Reaching) -> Text:
    to = _TO[one.indicator.measure]
    if asks.free == 1:
        return Text("the one post that falls free must go to {to}", "vị trí trống duy nhất phải giao cho {to}").format(
            to=to[0]
        )
    return Text(
        "{needed} of the {free} posts that fall free must go to {to}",
        "{needed} trong {free} vị trí trống phải giao cho {to}",
    ).format(needed=both(asks.needed), free=both(asks.free), to=to[asks.needed != 1])


def _out_of_reach(one: Forecast, asks: Reaching) -> Text:
    return Text(
        "out of reach: {needed} would have to go to {to}, and {free} fall free; at most {best}",
        "không thể đạt: cần {needed} vị trí giao cho {to}, chỉ có {free} vị trí trống; cao nhất {best}",
    ).format(
        needed=both(asks.needed),
        to=_TO[one.indicator.measure][asks.needed != 1],
        free=both(asks.free),
        best=both(Share(asks.best)),
    )


def in_planning(one: Forecast, outlook: Outlook) -> Iterator[Text]:
    """Who is planned and not yet there, and whether these women are as many as a target asks for."""
    pool = one.pool
    if pool is None:
        return
    yield Text(
        "in planning (for any title) and in no such post: {women} women, {men} men{unknown}; women who retire by {until}: {leaving}",
        "trong quy hoạch (chức danh bất kỳ), chưa giữ vị trí này: {women} nữ, {men} nam{unknown}; {leaving} nữ nghỉ hưu đến {until}",
    ).format(
        women=both(pool.women),
        men=both(pool.men),
        unknown=Text(", sex not known {n}", ", chưa rõ giới tính {n}").format(n=both(pool.unknown))
        if pool.unknown
        else Text("", ""),
        leaving=both(pool.women - pool.women_by(outlook.until)),
        until=outlook.until,
    )
    for asks in one.reachings:
        if asks.needed and asks.planned is not None:
            words = (
                Text(
                    "≥{least}: the women planned and there in {year} ({planned}) are enough for the {needed} needed, if all are appointed",
                    "≥{least}: số nữ quy hoạch còn lại đến {year} ({planned}) đủ cho {needed} vị trí cần có, nếu đều được bổ nhiệm",
                )
                if asks.planned_suffice
                else Text(
                    "≥{least}: the women planned and there in {year} ({planned}) are fewer than the {needed} needed",
                    "≥{least}: số nữ quy hoạch còn lại đến {year} ({planned}) ít hơn {needed} vị trí cần có",
                )
            )
            least = Text(*(marks.percent(asks.target.at_least, language, 0) for language in LANGUAGES))
            yield words.format(least=least, year=asks.year, planned=both(asks.planned), needed=both(asks.needed))
