"""Flows between periods as pages: who stayed, came and left, the books of each group, who could not be matched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.reporting.document import Block, Cell, Head, Paragraph, Ratio, Row, Signed, Table
from genderstats.reporting.remarks import both, label_of
from genderstats.text.language import LANGUAGES, Text
from genderstats.text.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from genderstats.analysis.flows import DoubtedPeople, Flows, NamedFlow, Reason, Renamed
    from genderstats.counting.flows import Flow
    from genderstats.counting.tally import Split
    from genderstats.indicators.dimension import Dimension
    from genderstats.reading.sheet import Address

#: What a move is called; those that are only told where somebody made them.
TITLES = {
    "stay": Text("on both lists", "có trong cả hai danh sách"),
    "enter": Text("entered", "mới vào"),
    "leave": Text("left", "rời đi"),
    "enter-unmatched": Text("now, and not matched: perhaps new, perhaps not", "hiện có, chưa đối chiếu được: có thể mới hoặc cũ"),
    "leave-unmatched": Text("then, and not matched: perhaps gone, perhaps not", "kỳ trước có, chưa đối chiếu được: có thể đã đi hoặc còn"),
    "promoted": Text("promoted: from one leading post to a higher one", "lên chức: từ chức vụ lãnh đạo này lên chức vụ cao hơn"),
    "demoted": Text("to a lower leading post", "chuyển xuống chức vụ lãnh đạo thấp hơn"),
    "appointed": Text("appointed to a leading post, from none", "được bổ nhiệm lãnh đạo, trước đó không giữ chức vụ"),
    "gave-up-post": Text("gave up a leading post", "thôi giữ chức vụ lãnh đạo"),
    "office-unknown": Text("whose post, or its level, is not known then or now", "chưa rõ chức vụ hoặc cấp chức vụ ở một trong hai kỳ"),
    "transferred": Text("moved to another unit", "chuyển đơn vị"),
    "unit-unknown": Text("whose unit is not known then or now", "chưa rõ đơn vị ở một trong hai kỳ"),
    "party-admitted": Text("admitted to the Party", "vào Đảng"),
    "party-departed": Text("no longer Party members", "không còn là đảng viên"),
    "party-unknown": Text("whose Party membership is not known then or now", "chưa rõ đảng viên hay không ở một trong hai kỳ"),
    "sex-corrected": Text("sex corrected", "sửa giới tính"),
    "sex-now-known": Text("sex known now, not then", "nay đã rõ giới tính"),
    "sex-now-unknown": Text("sex known then, not now", "nay chưa rõ giới tính"),
    "birth-corrected": Text("date of birth corrected", "sửa ngày sinh"),
}  # fmt: skip
_SELDOM = (
    "enter-unmatched", "leave-unmatched", "office-unknown", "unit-unknown", "party-unknown", "sex-now-known", "sex-now-unknown",
)  # fmt: skip

WHY_DOUBTED = {
    "number-repeated": Text("one staff number stands twice", "một số hiệu xuất hiện hai lần"),
    "contradicts": Text(
        "one staff number, but name, date of birth or sex speak against it",
        "cùng số hiệu nhưng họ tên, ngày sinh hoặc giới tính cho thấy có thể là người khác",
    ),
    "crossed": Text(
        "the staff number says one person, name and birth another",
        "số hiệu chỉ người này, họ tên và ngày sinh lại chỉ người khác",
    ),
    "name-repeated": Text("one name and date of birth stand twice", "một họ tên cùng ngày sinh xuất hiện hai lần"),
    "number-differs": Text(
        "one name and date of birth, another staff number", "cùng họ tên và ngày sinh nhưng khác số hiệu"
    ),
    "name-alone": Text(
        "one name, and nothing says whether it is one person",
        "cùng họ tên nhưng không đủ thông tin để biết có phải một người",
    ),
    "birth-alike": Text(
        "one name, and dates of birth that differ in the day, the month or the year alone",
        "cùng họ tên, ngày sinh chỉ khác ngày, khác tháng hoặc khác năm",
    ),
    "with-doubtful": Text(
        "shares a staff number, or name and date of birth, with somebody who is in doubt",
        "trùng số hiệu, hoặc họ tên và ngày sinh, với người chưa đối chiếu được",
    ),
}
REASONS = {
    "no-keys": Text(
        "flows not computable: nothing that both lists tell says who is who (staff number, or name with whole date of birth)",
        "chưa tính được biến động: hai danh sách không có gì chung để nhận ra từng người (số hiệu, hoặc họ tên kèm đủ ngày sinh)",
    ),
    "absent-then": Text("the earlier list does not tell it", "danh sách kỳ trước không cho biết"),
    "absent-now": Text("the later list does not tell it", "danh sách kỳ sau không cho biết"),
    "absent": Text("neither list tells it", "cả hai danh sách không cho biết"),
    "rules-differ": Text("it is counted by other rules in the two periods", "hai kỳ tính theo quy tắc khác nhau"),
}
_DISTRUSTED = Text(
    "Staff numbers do not stand for the same people on both lists, or none stands on both, and were not used.",
    "Cùng số hiệu ở hai danh sách không ứng với cùng người, hoặc không số hiệu nào có ở cả hai, nên không dùng số hiệu.",
)
_NO_NUMBERS = Text(
    "Both lists do not tell staff numbers. Where a column holds them, name it: --map staff_id=COLUMN (of kept periods: when they are added).",
    "Hai danh sách chưa có số hiệu để đối chiếu. Nếu có cột số hiệu, hãy chỉ rõ: --map staff_id=CỘT (với kỳ đã lưu: khi thêm vào kho).",
)
_KEYLESS = Text(
    "Of {then} then and {now} now nothing tells who they are: no staff number, no name with a whole date of birth.",
    "Không có gì để nhận ra {then} người kỳ trước và {now} người kỳ này: không có số hiệu, không có họ tên kèm đủ ngày sinh.",
)
_RENAMED = Text(
    "These units are gone, and most of their people are in another. Where a unit was renamed or merged, keep its line in a file for --units-map:",
    "Các đơn vị này không còn, phần lớn người nay ở đơn vị khác. Nếu đơn vị đã đổi tên hoặc sáp nhập, hãy giữ dòng tương ứng trong tệp cho --units-map:",
)
_MANY_CORRECTED = Text(
    "Of one in ten or more who stay the sex is another now: see whether both lists write it alike.",
    "Từ một phần mười số người ở lại trở lên nay có giới tính khác: hãy kiểm tra hai danh sách ghi giới tính có giống nhau không.",
)
_BOOKS = Text(
    "Each line: {then} + entered − left + moved in − moved out{more} = {now}, for women and men apart; women/all in each cell.",
    "Mỗi dòng: {then} + mới vào − rời đi + chuyển đến − chuyển đi{more} = {now}, riêng nữ và nam; mỗi ô ghi nữ/tổng.",
)
_ALL = Text("all", "tất cả")
#: So many people in doubt are shown by their rows; the JSON has all.
_SHOWN = 20


def page(found: Flows, then: str, now: str) -> Iterator[Table | Paragraph | Block]:
    """The flows between two periods."""
    title = Text("\nWho stayed, came and left: {then} → {now}", "\nBiến động nhân sự: {then} → {now}")
    yield Paragraph(title.format(then=then, now=now), "heading")
    if found.matching.distrusted:
        yield Paragraph(_DISTRUSTED, "bad")
    if found.reason:
        yield Paragraph(REASONS[found.reason], "bad")
        return
    if found.many_corrected:
        yield Paragraph(_MANY_CORRECTED, "bad")
    yield _moves(found.named)
    yield Paragraph(_how(found), "quiet")
    if any(found.matching.keyless):
        then_keyless, now_keyless = found.matching.keyless
        yield Paragraph(_KEYLESS.format(then=both(then_keyless), now=both(now_keyless)), "bad")
    if "number" not in found.matching.by and not found.matching.distrusted:
        yield Paragraph(_NO_NUMBERS, "quiet")
    yield from _books(found, then, now)
    for dimension, reason in found.untold:
        words = Text("No flows by {title}: {why}.", "Không có biến động theo {title}: {why}.")
        yield Paragraph(words.format(title=dimension.title, why=REASONS[reason]), "bad")
    yield from _doubts(found.doubts)
    yield from _renamed(found.renamed)


def why_none(reason: Reason, then: str, now: str) -> Text:
    """Why there are no flows between two periods."""
    return Text("{then} → {now}: {why}", "{then} → {now}: {why}").format(then=then, now=now, why=REASONS[reason])


def _renamed(renamed: Sequence[Renamed]) -> Iterator[Paragraph | Block]:
    """Units that look renamed or merged, with the lines of a map that would say so."""
    if not renamed:
        return
    yield Paragraph(_RENAMED, "quiet")
    lines = (f"{quoted(one.old)} = {quoted(one.new)}  # {one.people}/{one.of}" for one in renamed)
    yield Block(tuple(map(Text.same, ("[units]", *lines))))


def _moves(named: Sequence[NamedFlow]) -> Table:
    heads = (
        Head(Text("Move", "Biến động"), numeric=False),
        Head(Text("Women", "Nữ")),
        Head(Text("Men", "Nam")),
        Head(Text("Sex unknown", "Chưa rõ giới tính")),
        Head(Text("All", "Tổng")),
    )
    told = [one for one in named if one.people.people or one.name not in _SELDOM]
    return Table(
        heads, tuple(Row((Cell(TITLES[one.name]), *map(Cell, one.people), Cell(one.people.people))) for one in told)
    )


def _how(found: Flows) -> Text:
    return Text(
        "Matched {number} by staff number, {name} by name and date of birth. Those who stay and move are counted by their sex now.",
        "Đối chiếu được {number} người theo số hiệu, {name} người theo họ tên và ngày sinh. Người ở lại được tính theo giới tính hiện tại.",
    ).format(number=both(found.matching.by_number), name=both(found.matching.by_name))


def _books(found: Flows, then: str, now: str) -> Iterator[Table | Paragraph]:
    dimensions = list(dict.fromkeys(one.dimension for one in found.groups))
    for dimension in dimensions:
        listed = [(label_of(dimension.id, one.code), one.flow) for one in found.groups if one.dimension == dimension]
        yield _table(dimension, [*listed, (_ALL, _sum([flow for _, flow in listed]))], then, now)
    more = Text("", "")
    if any((found.total.entries_unmatched.people, found.total.exits_unmatched.people)):
        more = Text(" + not matched now − not matched then", " + chưa đối chiếu kỳ sau − chưa đối chiếu kỳ trước")
    if any(found.total.corrected):
        more = Text("{more} + sex corrected or now known", "{more} + sửa hoặc bổ sung giới tính").format(more=more)
    yield Paragraph(_BOOKS.format(then=then, now=now, more=more), "quiet")


def _sum(flows: Sequence[Flow]) -> Flow:
    first, *others = flows
    return sum(others, first)


def _table(dimension: Dimension, listed: Sequence[tuple[Text, Flow]], then: str, now: str) -> Table:
    heads = (
        Head(dimension.title, numeric=False),
        Head(Text.same(then)),
        Head(Text("Entered", "Mới vào")),
        Head(Text("Left", "Rời đi")),
        Head(Text("Moved in", "Chuyển đến")),
        Head(Text("Moved out", "Chuyển đi")),
        Head(Text.same(now)),
    )
    return Table(heads, tuple(row for label, flow in listed for row in _rows(label, flow)))


def _rows(label: Text, flow: Flow) -> Iterator[Row]:
    told = (flow.then, flow.entries, flow.exits, flow.moved_in, flow.moved_out, flow.now)
    yield Row((Cell(label), *(Cell(Ratio(one.women, one.people)) for one in told)))
    for words in _beside(flow):
        yield Row((Cell(words),), tone="quiet", indent=1)


def _beside(flow: Flow) -> Iterator[Text]:
    """What the columns do not hold."""
    if flow.entries_unmatched.people or flow.exits_unmatched.people:
        yield Text("not matched: {then} then, {now} now", "chưa đối chiếu được: kỳ trước {then}, kỳ sau {now}").format(
            then=_ratio(flow.exits_unmatched), now=_ratio(flow.entries_unmatched)
        )
    if any(flow.corrected):
        yield Text(
            "sex corrected or now known: women {women}, men {men}", "sửa hoặc bổ sung giới tính: nữ {women}, nam {men}"
        ).format(women=both(Signed(flow.corrected.women)), men=both(Signed(flow.corrected.men)))
    if flow.then.unknown or flow.now.unknown:
        yield Text("sex unknown: {then} → {now}", "chưa rõ giới tính: {then} → {now}").format(
            then=both(flow.then.unknown), now=both(flow.now.unknown)
        )


def _ratio(one: Split) -> Text:
    return both(Ratio(one.women, one.people))


def _doubts(doubts: Sequence[DoubtedPeople]) -> Iterator[Paragraph]:
    """Who is not matched though a key says something, by their rows."""
    if not doubts:
        return
    yield Paragraph(
        Text("Not matched, because it is in doubt who they are:", "Không đối chiếu vì chưa chắc là ai:"), "heading"
    )
    for one in doubts[:_SHOWN]:
        words = Text("  {why}: then {then}; now {now}", "  {why}: kỳ trước {then}; kỳ sau {now}")
        told = words.format(why=WHY_DOUBTED[one.why], then=_places(one.then), now=_places(one.now))
        yield Paragraph(told, "bad")
    if len(doubts) > _SHOWN:
        more = Text("  … and {more} more (--format json)", "  … và {more} trường hợp khác (--format json)")
        yield Paragraph(more.format(more=both(len(doubts) - _SHOWN)), "quiet")


def _places(addresses: Sequence[Address]) -> Text:
    if not addresses:
        return Text("nowhere", "không có")
    shown = [Text(*(_place(one)[language] for language in LANGUAGES)) for one in addresses[:_SHOWN]]
    rest = " …" if len(addresses) > _SHOWN else ""
    return Text(*(", ".join(one[language] for one in shown) + rest for language in LANGUAGES))


def _place(one: Address) -> Text:
    where = " › ".join(filter(None, [one.file, one.sheet]))
    if one.row is None:
        return Text("{where} (rows are not kept)", "{where} (không lưu số dòng)").format(where=where)
    return Text("{where} row {row}", "{where} dòng {row}").format(where=where, row=one.row)
