"""A forecast as a document: who leaves each year, the share at each refill rate, what each target asks, what is taken for granted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.people.fields import fields
from genderstats.reporting import remarks
from genderstats.reporting.assumptions import assumptions
from genderstats.reporting.document import Bar, Cell, Document, Drawing, Head, Paragraph, Ratio, Row, Share, Table
from genderstats.reporting.figures import BARS
from genderstats.reporting.pages import provenance, rules_in_words, when
from genderstats.reporting.reaching import beside, in_planning, reached
from genderstats.reporting.remarks import both
from genderstats.text import marks
from genderstats.text.language import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from genderstats.analysis.prospect import Forecast, Origin, Outlook, Refill
    from genderstats.indicators.indicator import Indicator
    from genderstats.period import Moment
    from genderstats.reading.notices import Notice
    from genderstats.reading.roster import People

#: How a course is called, by where its refill rate comes from.
COURSES: dict[Origin, Text] = {
    "given": Text("refill {rate}", "thay thế {rate}"),
    "present": Text("as the present share", "như tỷ lệ hiện nay"),
    "young": Text("as those under 40", "như nhóm dưới 40 tuổi"),
    "recent": Text("as recently appointed", "như người mới bổ nhiệm"),
    "entered": Text("as those who came", "như người mới vào"),
    "even": Text("refill {rate}", "thay thế {rate}"),
}
#: What such a rate is of.
_TOLD_OF: dict[Origin, Text] = {
    "present": Text("present share", "tỷ lệ hiện nay"),
    "young": Text("under 40 years", "dưới 40 tuổi"),
    "recent": Text("appointed in the last 3 years", "được bổ nhiệm trong 3 năm qua"),
    "entered": Text("came since the earlier list", "vào từ danh sách trước"),
}
_FREE = {
    "share": (
        Head(Text("Posts that fall free", "Vị trí trống")),
        Head(Text("held by women", "do nữ giữ")),
    ),
    "rate": (
        Head(Text("Women who leave", "Nữ nghỉ")),
        Head(Text("counted", "được tính")),
    ),
}


def page(
    told: Sequence[Forecast],
    outlook: Outlook,
    moment: Moment,
    rosters: Sequence[People],
    then: Sequence[People],
    notices: Sequence[Notice],
    left_out: Sequence[Indicator] = (),
) -> Document:
    """The forecasts of one moment; `left_out` are indicators of which none is made."""
    title = Text("Forecast until {year}: {when}", "Dự báo đến năm {year}: {when}").format(
        year=outlook.until, when=when(moment)
    )
    parts: list[Table | Paragraph | Drawing] = []
    for one in told:
        parts += [Paragraph(Text("", "")), _table(one, outlook)]
        if one.courses:
            parts += _bars(one)
    if left_out:
        ids = ", ".join(one.id for one in left_out)
        words = Text("No forecast is made of: {ids}", "Không dự báo: {ids}").format(ids=ids)
        parts.append(Paragraph(words, "quiet"))
    heading = Paragraph(Text("\nAssumptions", "\nGiả định"), "heading")
    taken = [
        Paragraph(Text("– {said}", "– {said}").format(said=said), "quiet")
        for said in assumptions(told, outlook, rosters)
    ]
    return Document(title, (*parts, heading, *taken, *rules_in_words(rosters), *provenance([*rosters, *then], notices)))


def _table(one: Forecast, outlook: Outlook) -> Table:
    courses = tuple(Head(course_title(course.refill)) for course in one.courses)
    heads = (Head(Text("Year", "Năm"), numeric=False), *_FREE[one.indicator.measure], *courses)
    return Table(heads, (*_head_rows(one, outlook), *_years(one), *_beneath(one, outlook)))


def course_title(refill: Refill) -> Text:
    """How a course is called."""
    return COURSES[refill.origin].format(rate=remarks.round_percent(refill.share))


def _head_rows(one: Forecast, outlook: Outlook) -> Iterator[Row]:
    title = one.indicator.title
    if one.by:
        title = Text("{title}: {group}", "{title}: {group}").format(title=title, group=remarks.group_label(one.by))
    yield Row((Cell(title),), tone="heading")
    yield _quiet(Text("of {base}", "trên {base}").format(base=one.indicator.base))
    if one.indicator.measure == "rate":
        yield _quiet(Text("counted: {what}", "được tính: {what}").format(what=one.indicator.attribute.words))
    if one.reason:
        yield _quiet(_why_not(one))
    if one.value is None:
        return
    day = Text(*(marks.day(outlook.as_of, language) for language in LANGUAGES))
    figure = Text("{day}: {ratio} = {share}", "{day}: {ratio} = {share}")
    yield Row(
        (Cell(figure.format(day=day, ratio=both(Ratio(one.counted, one.base)), share=both(Share(one.value)))),),
        indent=1,
    )
    rates = [refill for refill in (course.refill for course in one.courses) if refill.part is not None]
    if rates:
        listed = Text(*("; ".join(_rate(refill)[language] for refill in rates) for language in LANGUAGES))
        yield _quiet(Text("refill rates: {listed}", "mức thay thế: {listed}").format(listed=listed))
    if outlook.since and one.courses and not any(refill.origin == "entered" for refill in rates):
        yield _quiet(_NOBODY_CAME)


_NOBODY_CAME = Text(
    "of nobody is it known that they came since the earlier list: no such rate",
    "không rõ ai vào từ danh sách trước nên không có mức thay thế theo người mới vào",
)


def _rate(refill: Refill) -> Text:
    """A rate with its counts, whether these are few, and of how many it is not known."""
    assert refill.part is not None
    assert refill.whole is not None
    few = Text("few people", "ít người") if refill.small else None
    unknown = Text("of {n} not known", "{n} người chưa rõ").format(n=both(refill.unknown)) if refill.unknown else None
    said = [one for one in (few, unknown) if one]
    beside = Text(*(f" ({', '.join(one[language] for one in said)})" if said else "" for language in LANGUAGES))
    return Text("{what} {ratio} = {share}{beside}", "{what} {ratio} = {share}{beside}").format(
        what=_TOLD_OF[refill.origin],
        ratio=both(Ratio(refill.part, refill.whole)),
        share=both(Share(refill.share)),
        beside=beside,
    )


def _why_not(one: Forecast) -> Text:
    from genderstats.analysis.observation import Observation

    return remarks.why_not(Observation(one.indicator, one.by, reason=one.reason, needs=one.needs))


def _years(one: Forecast) -> Iterator[Row]:
    """Each year with what falls free in it, level by level where there are several, and the figure at its end; then all years."""
    if one.reason:
        return
    several = len({leave.level for leave in one.leaves}) > 1
    for at, year in enumerate(one.years):
        counted, people = one.left_in(year)
        values = (Cell(Share(course.values[at])) for course in one.courses)
        yield Row((Cell(str(year)), Cell(people), Cell(counted), *values), indent=1)
        for leave in one.leaves if several else ():
            if leave.year == year:
                label = remarks.label_of("level", leave.level)
                yield Row((Cell(label), Cell(leave.people), Cell(leave.counted)), tone="quiet", indent=2)
    counted, people = one.left_by(one.years[-1])
    yield Row((Cell(Text("in all", "cộng")), Cell(people), Cell(counted)), indent=1)


def _beneath(one: Forecast, outlook: Outlook) -> Iterator[Row]:
    """What targets ask, who is planned, and what is not known."""
    if not one.reason:
        for asks in one.reachings:
            text, tone = reached(one, asks)
            yield Row((Cell(text, tone),), indent=1)
            yield from (Row((Cell(more),), tone="quiet", indent=2) for more in beside(one, asks))
        if not one.reachings:
            yield _quiet(
                Text(
                    "no target is declared: --target 25% says what 25 % would ask",
                    "chưa khai báo mục tiêu: --target 25% cho biết cần gì để đạt 25 %",
                )
            )
        yield from map(_quiet, in_planning(one, outlook))
    yield from map(_quiet, _not_known(one, outlook))


def _not_known(one: Forecast, outlook: Outlook) -> Iterator[Text]:
    """Who is told apart, each with how many are in the numerator."""
    counted, people = one.past
    if people:
        yield Text(
            "past the age by {day}, counted as leaving in {first}: {people} (women: {women})",
            "đã quá tuổi tính đến {day}, coi là nghỉ trong năm {first}: {people} người (nữ: {women})",
        ).format(
            day=Text(*(marks.day(outlook.as_of, language) for language in LANGUAGES)),
            first=outlook.years.start,
            people=both(people),
            women=both(_women(one, counted, people)),
        )
    counted, people = one.unborn
    if people:
        yield Text(
            "birth not known, counted as staying: {people} (women: {women})",
            "chưa rõ ngày sinh, tính là ở lại: {people} người (nữ: {women})",
        ).format(people=both(people), women=both(_women(one, counted, people)))
    if one.rough:
        yield Text("only the year of birth known: {people}", "chỉ biết năm sinh: {people} người").format(
            people=both(one.rough)
        )
    if one.unknown:
        yield Text(
            "sex not known, in no figure: {people}", "chưa rõ giới tính, không có trong số liệu: {people} người"
        ).format(people=both(one.unknown))
    if one.doubtful:
        yield Text(
            "not known whether they belong to the base: {count}", "chưa rõ có thuộc mẫu số này hay không: {count} người"
        ).format(count=both(one.doubtful))
    if one.uncovered:
        titles = [fields()[name].title for name in one.needs]
        what = Text(*(", ".join(title[language] for title in titles) for language in LANGUAGES))
        yield Text(
            "on lists without a column for {what}, in no figure here: {count}",
            "ở các danh sách không có cột {what}, không có trong số liệu này: {count} người",
        ).format(what=what, count=both(one.uncovered))


def _women(one: Forecast, counted: int, people: int) -> int:
    """The women among some of the base: of a rate it holds women only."""
    return people if one.indicator.measure == "rate" else counted


def _quiet(text: Text) -> Row:
    return Row((Cell(text),), tone="quiet", indent=1)


def _bars(one: Forecast) -> Iterator[Drawing]:
    """The figure now and at the end of each course as bars."""
    assert one.value is not None
    heads = (
        Head(Text("At the end of {year}", "Cuối năm {year}").format(year=one.years[-1]), numeric=False),
        Head(Text("Share", "Tỷ lệ")),
        BARS,
    )
    shares = [(_NOW, one.value), *((course_title(course.refill), course.values[-1]) for course in one.courses)]
    rows = (Row((Cell(title), Cell(Share(value)), Cell(Bar(value))), indent=1) for title, value in shares)
    yield Drawing(Table(heads, tuple(rows)))


_NOW = Text("now", "hiện nay")
