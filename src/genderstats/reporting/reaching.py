"""What a target asks of the posts that fall free, and whether the women in planning are enough: in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.reporting.document import Share
from genderstats.reporting.remarks import both, label_of, round_percent
from genderstats.text.language import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from genderstats.analysis.prospect import Forecast, Outlook, Reaching
    from genderstats.reporting.document import Tone


def reached(one: Forecast, asks: Reaching) -> tuple[Text, Tone]:
    """What a target asks, in words, and how it stands out."""
    label = _label(asks)
    if asks.needed is None:
        return Text("{label}: no verdict", "{label}: không kết luận").format(label=label), "quiet"
    said = _OF_WOMEN if one.indicator.measure == "rate" else _OF_POSTS
    words = _none(asks, said) if not asks.needed else _some(asks, said) if asks.reachable else _out_of_reach(asks, said)
    words = words.format(attribute=one.indicator.attribute.words)
    tone: Tone = "bad" if not asks.reachable else "good" if not asks.needed and asks.certain else ""
    return Text("{label}: {words}", "{label}: {words}").format(label=label, words=words), tone


def _label(asks: Reaching) -> Text:
    target = asks.target
    where = Text(
        *("".join(f", {label_of(name, code)[language]}" for name, code in target.where) for language in LANGUAGES)
    )
    source = Text.same("" if asks.asked else f" ({target.source})")
    mark = Text("", "") if target.verified else Text(", unverified", ", chưa xác minh")
    set_for = Text("", "") if asks.asked or not (asks.past or asks.later) else _set_for(asks)
    return Text(
        "≥{least} by {year}{where}{set_for}{mark}{source}", "≥{least} vào {year}{where}{set_for}{mark}{source}"
    ).format(
        least=round_percent(target.at_least), year=asks.year, where=where, set_for=set_for, mark=mark, source=source
    )


def _set_for(asks: Reaching) -> Text:
    words = (
        Text(", set for {year}, which is past", ", đặt cho {year}, đã qua")
        if asks.past
        else Text(", set for {year}", ", đặt cho {year}")
    )
    return words.format(year=asks.target.year)


#: What is said of the posts that a target asks for, and, of a rate within women, of the women who come.
_OF_POSTS = {
    "nothing": Text("reached; no post falls free", "đạt; không có vị trí trống"),
    "none": Text(
        "reached even if none of the posts that fall free ({free}) goes to a woman",
        "đạt kể cả khi không vị trí trống nào ({free}) giao cho nữ",
    ),
    "only": Text("the one post that falls free must go to a woman", "vị trí trống duy nhất phải giao cho nữ"),
    "all": Text("all {free} posts that fall free must go to women", "cả {free} vị trí trống phải giao cho nữ"),
    "one": Text(
        "at least one of the {free} posts that fall free must go to a woman",
        "ít nhất 1 trong {free} vị trí trống phải giao cho nữ",
    ),
    "some": Text(
        "at least {needed} of the {free} posts that fall free must go to women",
        "ít nhất {needed} trong {free} vị trí trống phải giao cho nữ",
    ),
    "more": Text(
        "out of reach: {needed} posts would have to go to women, and {free} fall free; at most {best}",
        "không thể đạt: cần {needed} vị trí giao cho nữ, chỉ có {free} vị trí trống; cao nhất {best}",
    ),
}
_OF_WOMEN = {
    "nothing": Text("reached; no woman leaves", "đạt; không có nữ nào nghỉ"),
    "none": Text(
        "reached even if none of the women who come ({free}) counts ({attribute})",
        "đạt kể cả khi không nữ nào vào thay ({free}) thuộc diện được tính ({attribute})",
    ),
    "only": Text(
        "the one woman who comes must count ({attribute})",
        "nữ duy nhất vào thay phải thuộc diện được tính ({attribute})",
    ),
    "all": Text(
        "all {free} women who come must count ({attribute})",
        "cả {free} nữ vào thay phải thuộc diện được tính ({attribute})",
    ),
    "one": Text(
        "at least one of the {free} women who come must count ({attribute})",
        "ít nhất 1 trong {free} nữ vào thay phải thuộc diện được tính ({attribute})",
    ),
    "some": Text(
        "at least {needed} of the {free} women who come must count ({attribute})",
        "ít nhất {needed} trong {free} nữ vào thay phải thuộc diện được tính ({attribute})",
    ),
    "more": Text(
        "out of reach: {needed} of the women who come would have to count ({attribute}), and {free} come; at most {best}",
        "không thể đạt: cần {needed} nữ vào thay thuộc diện được tính ({attribute}), chỉ có {free} nữ vào thay; cao nhất {best}",
    ),
}


def _filled(words: Text, asks: Reaching) -> Text:
    return words.format(
        needed=both(asks.needed), free=both(asks.free), best=both(Share(asks.best)), attribute="{attribute}"
    )


def _none(asks: Reaching, said: dict[str, Text]) -> Text:
    return _filled(said["none" if asks.free else "nothing"], asks)


def _some(asks: Reaching, said: dict[str, Text]) -> Text:
    if asks.needed == asks.free:
        return _filled(said["only" if asks.free == 1 else "all"], asks)
    return _filled(said["one" if asks.needed == 1 else "some"], asks)


def _out_of_reach(asks: Reaching, said: dict[str, Text]) -> Text:
    return _filled(said["more"], asks)


def beside(one: Forecast, asks: Reaching) -> Iterator[Text]:
    """What could change what a target asks, and how far the women in planning reach."""
    if asks.bounds and asks.bounds[0] != asks.bounds[1]:
        low, high = map(both, asks.bounds)
        yield Text(
            "between {low} and {high}, whatever is true of the unknown",
            "từ {low} đến {high}, tùy các trường hợp chưa rõ",
        ).format(low=low, high=high)
    if asks.certain is False:
        yield Text("the unknown could change this verdict", "các trường hợp chưa rõ có thể làm thay đổi kết luận này")
    if asks.planned is None or asks.best_planned is None or not asks.needed:
        return
    words = (
        Text(
            "women in planning and there in {year}: {planned}; enough, if all of them are appointed",
            "nữ trong quy hoạch còn lại đến {year}: {planned}; đủ, nếu tất cả đều được bổ nhiệm",
        )
        if asks.planned_suffice
        else Text(
            "women in planning and there in {year}: {planned}; with them alone at most {best}",
            "nữ trong quy hoạch còn lại đến {year}: {planned}; nếu chỉ có số nữ này thì cao nhất {best}",
        )
    )
    yield words.format(year=asks.year, planned=both(asks.planned), best=both(Share(asks.best_planned)))


def in_planning(one: Forecast, outlook: Outlook) -> Iterator[Text]:
    """Who is planned and not yet there."""
    pool = one.pool
    if pool is None:
        return
    unknown = Text(", sex not known {n}", ", chưa rõ giới tính {n}").format(n=both(pool.unknown))
    yield Text(
        "in planning (for any title) and in no such post: {women} women, {men} men{unknown}; of these women {leaving} retire by {until}",
        "trong quy hoạch (chức danh bất kỳ), chưa giữ vị trí này: {women} nữ, {men} nam{unknown}; trong số nữ này {leaving} nghỉ hưu đến {until}",
    ).format(
        women=both(pool.women),
        men=both(pool.men),
        unknown=unknown if pool.unknown else Text("", ""),
        leaving=both(pool.women - pool.women_by(outlook.until)),
        until=outlook.until,
    )
    if pool.unborn:
        yield Text(
            "of these women the birth is not known, counted as staying: {n}",
            "trong số nữ này chưa rõ ngày sinh, tính là ở lại: {n}",
        ).format(n=both(pool.unborn))
    if pool.uncovered:
        yield Text(
            "on lists that do not tell planning: {n} people", "ở các danh sách không có cột quy hoạch: {n} người"
        ).format(n=both(pool.uncovered))
