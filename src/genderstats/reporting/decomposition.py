"""The change of a share taken apart, as pages: by units that grew or shrank and within them, and by who left, came and moved."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

from genderstats.analysis.change import UNLIKE
from genderstats.reporting.compared import NOT_COMPARED
from genderstats.reporting.document import Cell, Head, Paragraph, Points, Row, Share, Table
from genderstats.reporting.remarks import both, group_label
from genderstats.text.language import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from genderstats.analysis.decomposition import Decomposition, Part

CAUSES = {
    "exits": Text("left", "rời đi"),
    "entries": Text("entered", "mới vào"),
    "moves": Text("moved in or out", "chuyển đến, chuyển đi"),
    "corrections": Text("sex corrected, known", "sửa, bổ sung giới tính"),
    "unmatched": Text("not matched", "chưa đối chiếu"),
}
REASONS = {
    "not-a-share-of-people": Text("no single share of people", "không phải một tỷ lệ tính trên người"),
    "no-figure": Text("no figure in one of the periods", "một kỳ không có số liệu"),
    "column-absent": Text("which a list does not tell", "có danh sách không cho biết"),
    **{name: NOT_COMPARED[name] for name in UNLIKE},
    "no-keys": Text(
        "nothing that both lists tell says who is who",
        "hai danh sách không có gì chung để nhận ra từng người",
    ),
}
_BY_GROUPS = Text(
    "By size: (w₁ − w₀)·[(p₀ + p₁)/2 − (P₀ + P₁)/2]; within: (p₁ − p₀)·(w₀ + w₁)/2; w is the group's part of the base, p its share, "
    "P that of all. A group in one period only has the share of that period in both, so that all it changes is by size. The sum of "
    "both is the change, exactly, before rounding.",
    "Do quy mô: (w₁ − w₀)·[(p₀ + p₁)/2 − (P₀ + P₁)/2]; trong nội bộ: (p₁ − p₀)·(w₀ + w₁)/2; w là phần của nhóm trong mẫu số, p là tỷ "
    "lệ của nhóm, P là tỷ lệ chung. Nhóm chỉ có ở một kỳ lấy tỷ lệ của kỳ đó cho cả hai kỳ, nên chỉ tác động qua quy mô. Tổng hai "
    "phần đúng bằng mức tăng, giảm trước khi làm tròn.",
)
_BY_PEOPLE = Text(
    "Followed in this order, each from what those before it have left: {order}. “–”: nobody would be left in the base; counted "
    "together with the next. The sum is the change, exactly, before rounding.",
    "Tính lần lượt theo thứ tự: {order}, mỗi bước từ kết quả của bước trước. “–”: mẫu số không còn ai; tính gộp vào bước sau. Tổng "
    "đúng bằng mức tăng, giảm trước khi làm tròn.",
)
_ALL = Text("all", "tất cả")


def page(found: Sequence[Decomposition], then: str, now: str) -> Iterator[Table | Paragraph]:
    """The changes of shares between two periods, taken apart."""
    title = Text("\nWhy shares changed: {then} → {now}", "\nVì sao tỷ lệ thay đổi: {then} → {now}")
    yield Paragraph(title.format(then=then, now=now), "heading")
    told = [one for one in found if one.points is not None]
    if any(one.parts for one in told):
        yield _groups([one for one in told if one.parts], then, now)
        yield Paragraph(_BY_GROUPS, "quiet")
    if any(one.effects for one in told):
        yield _people([one for one in told if one.effects])
        yield Paragraph(_BY_PEOPLE.format(order=_joined([CAUSES[name] for name in CAUSES])), "quiet")
    yield from _untold(found)


def _groups(told: Sequence[Decomposition], then: str, now: str) -> Table:
    heads = (
        Head(_names(told[0]), numeric=False),
        Head(Text("Part of base {then}", "Phần mẫu số {then}").format(then=then)),
        Head(Text("Part of base {now}", "Phần mẫu số {now}").format(now=now)),
        Head(Text("Share {then}", "Tỷ lệ {then}").format(then=then)),
        Head(Text("Share {now}", "Tỷ lệ {now}").format(now=now)),
        Head(Text("By size, points", "Do quy mô, điểm %")),
        Head(Text("Within, points", "Trong nội bộ, điểm %")),
    )
    return Table(heads, tuple(row for one in told for row in _of_one(one)))


def _names(one: Decomposition) -> Text:
    return Text(*(" × ".join(by.title[language] for by in one.by) for language in LANGUAGES))


def _of_one(one: Decomposition) -> Iterator[Row]:
    yield Row((Cell(one.indicator.title),), tone="heading")
    told, rest = _in_short(one.parts)
    for part in told:
        yield Row(tuple(map(Cell, _part(part))), indent=1)
    if rest:
        composition, within = (
            sum(some, Fraction(0)) for some in zip(*((part.composition, part.within) for part in rest), strict=True)
        )
        words = _OTHERS.format(count=both(len(rest)))
        yield Row(tuple(map(Cell, (words, None, None, None, None, Points(composition), Points(within)))), indent=1)
    assert one.then is not None
    assert one.now is not None
    sums = (None, None, Share(one.then), Share(one.now), Points(one.composition), Points(one.within))
    yield Row((Cell(_ALL, "heading"), *map(Cell, sums)), indent=1)


#: Where there are more groups than this, those that add less than what is shown to a change stand together.
_MANY, _LEAST = 12, Fraction(5, 100_000)
_OTHERS = Text(
    "{count} others, each less than 0.005 points (--format json)",
    "{count} nhóm khác, mỗi nhóm dưới 0,005 điểm (--format json)",
)


def _in_short(parts: Sequence[Part]) -> tuple[list[Part], list[Part]]:
    """The groups that are shown, and, where there are many, those that add next to nothing."""
    told: list[Part] = []
    small: list[Part] = []
    for part in parts:
        (small if max(abs(part.composition), abs(part.within)) < _LEAST else told).append(part)
    return (told, small) if len(parts) > _MANY and len(small) > 1 else (list(parts), [])


def _part(part: Part) -> tuple[Text | Share | Points | None, ...]:
    shares = (None if share is None else Share(share) for share in (part.share_then, part.share_now))
    return (
        group_label(dict(part.group)), Share(part.weight_then), Share(part.weight_now), *shares,
        Points(part.composition), Points(part.within),
    )  # fmt: skip


def _people(told: Sequence[Decomposition]) -> Table:
    heads = (
        Head(Text("Indicator", "Chỉ tiêu"), numeric=False),
        *(Head(title) for title in CAUSES.values()),
        Head(Text("Change, points", "Tăng, giảm (điểm %)")),
    )
    rows = []
    for one in told:
        effects = (Points(each.effect) if each.effect is not None else None for each in one.effects)
        assert one.points is not None
        rows.append(Row((Cell(one.indicator.title), *map(Cell, effects), Cell(Points(one.points)))))
    return Table(heads, tuple(rows))


def _untold(found: Sequence[Decomposition]) -> Iterator[Paragraph]:
    """Which changes are not taken apart, and why, one line a reason."""
    by_reason: defaultdict[Text, list[str]] = defaultdict(list)
    ways = (
        ("reason", Text("Not taken apart", "Không phân tích được")),
        ("not_by_groups", Text("Not by groups", "Không phân tích được theo nhóm")),
        ("not_by_people", Text("Not by people", "Không phân tích được theo người")),
    )
    for one in found:
        for name, words in ways:
            why = getattr(one, name)
            if why:
                what = (
                    Text("{what} ({by})", "{what} ({by})").format(what=words, by=_names(one))
                    if name == "not_by_groups"
                    else words
                )
                told = Text("{what}, {why}", "{what}, {why}").format(what=what, why=REASONS[why])
                by_reason[told].append(one.indicator.id)
    for told, ids in by_reason.items():
        yield Paragraph(Text("{told}: {ids}", "{told}: {ids}").format(told=told, ids=", ".join(ids)), "quiet")


def _joined(texts: Sequence[Text]) -> Text:
    return Text(*(", ".join(one[language] for one in texts) for language in LANGUAGES))
