"""Targets judged as a document: each target, its verdict, how many are short, and where the pace so far would lead."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from genderstats.analysis.targets import GROUP_NOT_ASKED, Verdicts
from genderstats.indicators.dimension import dimensions
from genderstats.people.codes import UNKNOWN
from genderstats.reporting import figures, pace, remarks, scorecard
from genderstats.reporting.document import Cell, Document, Head, Paragraph, Points, Ratio, Row, Table
from genderstats.reporting.pages import provenance, rules_in_words, when
from genderstats.text import marks
from genderstats.text.language import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from genderstats.analysis.observation import Observation
    from genderstats.analysis.scorecard import Scored
    from genderstats.analysis.targets import Earlier, Judgement, Standing
    from genderstats.indicators.indicator import Indicator, Target
    from genderstats.reading.notices import Notice
    from genderstats.reading.roster import People
    from genderstats.reporting.document import Tone

_COUNTS = {
    False: Head(Text("Women/All", "Nữ/Tổng")),
    True: Head(Text("Counted/All", "Số đạt/Tổng")),
}
_TONES: dict[bool | None, Tone] = {True: "good", False: "bad", None: "quiet"}


def page(
    judgement: Judgement, rosters: Sequence[People], notices: Sequence[Notice], scored: Scored | None = None
) -> Document:
    """The targets of one moment, the scorecard where there is one, and where the figures come from."""
    year = judgement.year
    told = Text("Targets for {year}", "Mục tiêu năm {year}").format(year=year) if year else Text("Targets", "Mục tiêu")
    title = Text("{told}: {when}", "{told}: {when}").format(told=told, when=when(judgement.moment))
    between = scorecard.parts(scored) if scored else ()
    parts = [*_tables(judgement), *_beside(judgement), *between, *rules_in_words(rosters)]
    return Document(title, (*parts, *provenance(rosters, notices)))


def _tables(judgement: Judgement) -> Iterator[Table | Paragraph]:
    if not judgement.standings:
        yield Paragraph(Text("No target concerns these figures.", "Không có mục tiêu nào cho các số liệu này."))
        return
    bodies = any(one.indicator.unit == "body" for one in judgement.standings)
    heads = (
        Head(Text("Indicator and target", "Chỉ tiêu và mục tiêu"), numeric=False),
        _COUNTS[bodies],
        figures.HEADS[2],
        Head(Text("Gap, points", "Chênh, điểm %")),
        Head(Text("Verdict", "Kết luận")),
    )
    groups = groupby(judgement.standings, key=lambda one: one.indicator)
    yield Table(heads, tuple(row for indicator, group in groups for row in _rows(indicator, list(group), judgement)))


def _rows(indicator: Indicator, group: Sequence[Standing], judgement: Judgement) -> Iterator[Row]:
    yield Row((Cell(indicator.title),), tone="heading")
    base = Text("{base}", "{base}") if indicator.measure == "gap" else Text("of {base}", "trên {base}")
    yield Row((Cell(base.format(base=indicator.base)),), tone="quiet", indent=1)
    by_target = [(target, list(listed)) for target, listed in groupby(group, key=lambda one: one.target)]
    if any(not _alone(target, listed) and _small(listed) for target, listed in by_target):
        yield Row((Cell(remarks.SMALL),), tone="quiet", indent=1)
    explained: list[Observation] = []
    for target, listed in by_target:
        if _alone(target, listed):
            yield _row(listed[0], _label(target), indent=1)
            yield from _of_target(target, listed, judgement, indent=2)
            yield from _beneath(listed[0], judgement.earlier, indent=2)
            if listed[0].observation not in explained:
                yield from _explained(listed[0], indent=2)
                explained.append(listed[0].observation)
        else:
            yield Row((Cell(_label(target)),), indent=1)
            yield from _of_target(target, listed, judgement, indent=2)
            yield from _groups(target, listed, judgement)


def _groups(target: Target, listed: Sequence[Standing], judgement: Judgement) -> Iterator[Row]:
    where = dict(target.where)
    for one in listed:
        by = {name: code for name, code in one.observation.by.items() if name not in where}
        yield _row(one, remarks.group_label(by or one.observation.by), indent=2)
        if one.reason:
            yield _quiet(_why_not(one), indent=3)
        yield from _beneath(one, judgement.earlier, indent=3)


def _alone(target: Target, listed: Sequence[Standing]) -> bool:
    """Whether a target stands against one figure, that of everybody or of the group that it is set for."""
    return len(listed) == 1 and listed[0].observation.by.keys() <= dict(target.where).keys()


def _small(listed: Sequence[Standing]) -> bool:
    bases = (one.observation.denominator for one in listed)
    return any(base is not None and base < remarks.SMALL_BASE for base in bases)


def _row(one: Standing, label: Text, indent: int) -> Row:
    told = one.observation
    ratio = Ratio(told.numerator, told.denominator) if told.numerator is not None and told.denominator else None
    cells = (
        Cell(label),
        Cell(ratio),
        Cell(figures.value_of(told)),
        Cell(Points(one.gap) if one.gap is not None else None),
        Cell(verdict(one), _TONES[one.met]),
    )
    return Row(cells, indent=indent)


def verdict(one: Standing) -> Text:
    """Whether a target is reached, and else how many are short."""
    if one.observation.value is None:
        return Text.same(marks.NOTHING)
    if one.met is None:
        return Text("no verdict", "không kết luận")
    return Text("reached", "đạt") if one.met else pace.short(one.indicator, one.short_by)


def _label(target: Target) -> Text:
    places = 0 if (target.at_least * 100).denominator == 1 else 2
    least = Text(*(marks.percent(target.at_least, language, places) for language in LANGUAGES))
    return Text("≥{least} by {year}{where}", "≥{least} vào {year}{where}").format(
        least=least, year=target.year, where=_joined(Text(", ", ", "), target)
    )


def _joined(mark: Text, target: Target) -> Text:
    labels = [dimensions()[name].label(code) for name, code in target.where]
    return Text(*("".join(mark[language] + label[language] for label in labels) for language in LANGUAGES))


def _of_target(target: Target, listed: Sequence[Standing], judgement: Judgement, indent: int) -> Iterator[Row]:
    """Where a target comes from, and how it belongs to the year that was asked about."""
    mark = Text("", "") if target.verified else Text(" (unverified)", " (chưa xác minh)")
    yield _quiet(Text("{source}{mark}", "{source}{mark}").format(source=target.source, mark=mark), indent)
    first = listed[0]
    if first.asked is not None:
        yield _quiet(
            Text(
                "no target is set for {year} itself: this is the next one, which the year works towards",
                "không có mục tiêu cho chính năm {year}: đây là mốc kế tiếp mà năm đó hướng tới",
            ).format(year=first.asked),
            indent,
        )
    if first.past:
        yield _quiet(
            Text(
                "past: its year was over by {day}; the yardstick of an earlier period",
                "đã qua: năm của mục tiêu đã kết thúc trước {day}; thước đo của giai đoạn trước",
            ).format(day=pace.day(judgement.moment.as_of)),
            indent,
        )
    told = Verdicts.of([one for one in listed if UNKNOWN not in one.observation.by.values()])
    if len(listed) > 1 and told.reached + told.missed:
        words = Text("reached in {part} of {whole} groups", "đạt ở {part}/{whole} nhóm")
        yield _quiet(words.format(part=told.reached, whole=told.reached + told.missed), indent)


def _explained(one: Standing, indent: int) -> Iterator[Row]:
    """What must be said beside a figure."""
    if one.reason == GROUP_NOT_ASKED:
        yield _quiet(_why_not(one), indent)
    else:
        yield from (_quiet(text, indent) for text in remarks.remarks(one.observation))


def _why_not(one: Standing) -> Text:
    if one.reason != GROUP_NOT_ASKED:
        return remarks.why_not(one.observation)
    names = ",".join(name for name, _ in one.target.where)
    return Text(
        "set for this group only: ask with --by {names}", "chỉ đặt cho nhóm này: hãy hỏi với --by {names}"
    ).format(names=names)


def _beneath(one: Standing, earlier: Earlier | None, indent: int) -> Iterator[Row]:
    """What the unknown could change, and where the pace so far would lead."""
    if one.certain is False:
        words = Text("the unknown could change this verdict", "các trường hợp chưa rõ có thể làm thay đổi kết luận này")
        yield Row((Cell(words, "bad"),), indent=indent)
    if one.projection and earlier:
        yield _quiet(pace.projected(one, one.projection, earlier), indent, _TONES[one.projection.met])


def _quiet(text: Text, indent: int, tone: Tone = "quiet") -> Row:
    return Row((Cell(text, tone),), tone=tone, indent=indent)


def _beside(judgement: Judgement) -> Iterator[Paragraph]:
    """What is said of all targets together."""
    if judgement.standings:
        yield Paragraph(_summary(judgement.verdicts))
    yield from (Paragraph(text, "quiet") for text in _short_means(judgement.standings))
    if judgement.earlier:
        yield Paragraph(pace.since(judgement.earlier), "quiet" if judgement.earlier.years else "bad")
    if judgement.beyond:
        words = Text("No target for {year} or later: {titles}", "Không có mục tiêu cho năm {year} trở đi: {titles}")
        yield Paragraph(words.format(year=judgement.year, titles=_titles(judgement.beyond)), "quiet")
    if judgement.untargeted:
        yield Paragraph(_untargeted(judgement.untargeted), "quiet")


def _summary(told: Verdicts) -> Text:
    return Text(
        "\n{reached} reached, {missed} not reached; without a verdict: {unverified} unverified, {silent} without a figure",
        "\n{reached} đạt, {missed} chưa đạt; không kết luận: {unverified} chưa xác minh, {silent} không có số liệu",
    ).format(reached=told.reached, missed=told.missed, unverified=told.unverified, silent=told.silent)


#: What it means that so many are short: of people, of posts, of bodies; of women where the figure is a rate within them.
_SHORT_MEANS = {
    "person": Text(
        "Women short: how many more of the base would have to be women, in the place of men, for the target to be reached.",
        "Thiếu nữ: cần thêm bao nhiêu nữ trong mẫu số, thay cho nam, thì đạt mục tiêu.",
    ),
    "rate": Text(
        "Women short, of a rate: how many more of the women would have to be such for the target to be reached.",
        "Thiếu nữ, ở tỷ lệ trong nữ: cần thêm bao nhiêu nữ có đặc điểm này thì đạt mục tiêu.",
    ),
    "post": Text(
        "Posts short: how many more of the posts would have to be held by women for the target to be reached.",
        "Thiếu chức vụ: cần thêm bao nhiêu chức vụ do nữ giữ thì đạt mục tiêu.",
    ),
    "body": Text(
        "Bodies short: how many more of the bodies would have to count for the target to be reached.",
        "Thiếu cơ quan: cần thêm bao nhiêu cơ quan đạt thì đạt mục tiêu.",
    ),
}


def _short_means(listed: Iterable[Standing]) -> Iterator[Text]:
    """What is short in the verdicts that say so."""
    missed = [one.indicator for one in listed if one.short_by]
    kinds = {"rate" if one.measure == "rate" and one.unit == "person" else one.unit for one in missed}
    yield from (text for kind, text in _SHORT_MEANS.items() if kind in kinds)


def _untargeted(listed: Sequence[Indicator]) -> Text:
    if len(listed) <= 3:
        words = Text("No target is declared for: {titles}", "Chưa khai báo mục tiêu cho: {titles}")
        return words.format(titles=_titles(listed))
    words = Text("{count} indicators have no target.", "{count} chỉ tiêu không có mục tiêu.")
    return words.format(count=len(listed))


def _titles(listed: Iterable[Indicator]) -> Text:
    titles = [one.title for one in listed]
    return Text(*("; ".join(title[language] for title in titles) for language in LANGUAGES))
