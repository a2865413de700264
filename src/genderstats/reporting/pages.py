"""The pages of the commands: what stands around the tables."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from genderstats.analysis.measures import MEASURES
from genderstats.indicators.dimension import dimensions
from genderstats.reading.ledger import KIND_TITLES
from genderstats.reporting import figures
from genderstats.reporting.document import Cell, Document, Head, Paragraph, Row, Table
from genderstats.reporting.remarks import INTERVALS, target_in_words
from genderstats.text import marks
from genderstats.text.language import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from genderstats.analysis.measures.measure import Measure
    from genderstats.analysis.observation import Observation
    from genderstats.indicators.dimension import Dimension
    from genderstats.indicators.indicator import Departure, Indicator
    from genderstats.period import Moment
    from genderstats.reading.ledger import Ledger
    from genderstats.reading.notices import Notice, Reason
    from genderstats.reading.roster import People
    from genderstats.reporting.document import Tone


def when(moment: Moment) -> Text:
    """The moment in words."""
    if moment.as_of is None:
        return Text("period and day not known", "chưa rõ kỳ và ngày chốt")
    days = Text(*(marks.day(moment.as_of, language) for language in LANGUAGES))
    return Text("period {period}, as of {day}", "kỳ {period}, tính đến {day}").format(
        period=moment.period or "–", day=days
    )


def ledger_in_words(ledger: Ledger, where: str = "") -> Text:
    """A ledger as a sum: rows = people + rejected + set aside."""
    aside = [(KIND_TITLES[kind], ledger.set_aside[kind]) for kind in KIND_TITLES if ledger.set_aside[kind]]
    named = [Text("{kind} {count}", "{kind} {count}").format(kind=kind, count=_counted(count)) for kind, count in aside]
    detail = Text(*(f" ({', '.join(text[language] for text in named)})" if named else "" for language in LANGUAGES))
    counts = {"people": ledger.people, "rejected": ledger.rejected, "aside": ledger.set_aside.total()}
    return Text(
        "{where}{rows} = {people} + {rejected} rejected + {aside} set aside{detail}",
        "{where}{rows} = {people} + {rejected} dòng bị loại + {aside} dòng để riêng{detail}",
    ).format(
        where=f"{where}: " if where else "",
        rows=counted(ledger.rows, ROW),
        people=counted(counts["people"], PERSON),
        rejected=_counted(counts["rejected"]),
        aside=_counted(counts["aside"]),
        detail=detail,
    )


#: One and more than one of what is counted; Vietnamese nouns have one form.
ROW = (Text("row", "dòng"), Text("rows", "dòng"))
PERSON = (Text("person", "người"), Text("people", "người"))
CELL = (Text("cell or row", "ô hoặc dòng"), Text("cells and rows", "ô hoặc dòng"))


def counted(number: int, noun: tuple[Text, Text]) -> Text:
    """A number with its noun in the right form."""
    return Text("{number} {noun}", "{number} {noun}").format(number=_counted(number), noun=noun[number != 1])


def _counted(number: int) -> Text:
    return Text(*(marks.count(number, language) for language in LANGUAGES))


def notices_in_words(notices: Sequence[Notice]) -> Iterator[Paragraph]:
    """How many cells each reason was found at, the gravest first."""
    counts: Counter[Reason] = Counter()
    for one in notices:
        counts[one.reason] += one.count
    for reason in _gravest_first(counts):
        words = Text("  {count} × {title} [{id}]", "  {count} × {title} [{id}]")
        told = words.format(count=_counted(counts[reason]), title=reason.title, id=reason.id)
        yield Paragraph(told, "bad" if reason.severity == "error" else "quiet")


#: The gravest first.
SEVERITIES = ("error", "warning", "note")


def computation(
    rosters: Sequence[People], moment: Moment, observations: Iterable[Observation], notices: Sequence[Notice]
) -> Document:
    """The figures of one period."""
    listed = list(observations)
    parts: list[Table | Paragraph] = [
        figures.table(listed),
        *(Paragraph(INTERVALS, "quiet") for _ in [0] if any(one.interval for one in listed)),
        *rules_in_words(rosters),
        *provenance(rosters, notices),
    ]
    return Document(
        Text("Gender indicators: {when}", "Chỉ tiêu thống kê giới: {when}").format(when=when(moment)), tuple(parts)
    )


def provenance(rosters: Sequence[People], notices: Sequence[Notice], called: Sequence[str] = ()) -> Iterator[Paragraph]:
    """Where figures come from: the ledger of each list, and what was noticed, in short.

    `called` is what each list's period is called, where their files bear the same names.
    """
    yield Paragraph(Text("\nWhere the figures come from", "\nNguồn số liệu"), "heading")
    for place, roster in enumerate(rosters):
        where = f"{called[place]}: {roster.address}" if called else str(roster.address)
        yield Paragraph(
            Text("{ledger}{kept}", "{ledger}{kept}").format(
                ledger=ledger_in_words(roster.ledger, where), kept=_kept(roster)
            )
        )
    yield from _noticed_in_short(notices, kept=all(roster.kept_on for roster in rosters))


def _kept(roster: People) -> Text:
    """That people come from a store, and were not read now."""
    if roster.kept_on is None:
        return Text("", "")
    day = Text(*(marks.day(roster.kept_on, language) for language in LANGUAGES))
    return Text("; as kept on {day}", "; theo bản lưu ngày {day}").format(day=day)


def _noticed_in_short(notices: Sequence[Notice], *, kept: bool = False) -> Iterator[Paragraph]:
    if notices:
        yield Paragraph(_NOTICED_THEN if kept else _NOTICED, "heading")
        yield from notices_in_words(notices)


_NOTICED = Text("\nNoticed (genderstats check shows each with its cell)", "\nLưu ý (genderstats check liệt kê từng ô)")
_NOTICED_THEN = Text("\nNoticed when it was kept", "\nLưu ý khi lưu")


#: What it means that a rule of counting is switched off.
WITHOUT = {
    "acting_heads": Text(
        "By the profile, acting heads (Quyền, Phụ trách) are not counted as heads.",
        "Theo profile, quyền, phụ trách không được tính là cấp trưởng.",
    ),
    "bodies": Text(
        "By the profile, every unit is a body.",
        "Theo profile, mỗi đơn vị là một cơ quan.",
    ),
    "key_leader": Text(
        "By the profile, the key leaders are those of the agency's own rule, not of the official definition.",
        "Theo profile, lãnh đạo chủ chốt xác định theo quy định riêng của cơ quan, không theo định nghĩa chính thức.",
    ),
    "probationary_members": Text(
        "By the profile, probationary Party members are not counted as members, where the roster tells them.",
        "Theo profile, đảng viên dự bị không được tính là đảng viên, nếu danh sách cho biết.",
    ),
}


def rules_in_words(rosters: Sequence[People]) -> list[Paragraph]:
    """The rules of counting that a profile has switched off."""
    return [Paragraph(WITHOUT[rule], "bad") for rule in rosters[0].counting.departures]


def check(rosters: Sequence[People], notices: Sequence[Notice]) -> Document:
    """Every notice with its cell, sheet by sheet, the gravest first."""
    parts: list[Table | Paragraph] = []
    for roster in rosters:
        parts.append(Paragraph(Text.same(f"\n{roster.address}"), "heading"))
        parts.append(Paragraph(ledger_in_words(roster.ledger), "quiet"))
        parts += _noticed(roster.notices)
    number = counted(sum(one.count for one in notices), CELL)
    total = Text("{number} noticed in all.", "Tổng cộng {number} cần lưu ý.").format(number=number)
    nothing = Text("Nothing to remark.", "Không có gì cần lưu ý.")
    parts.append(
        Paragraph(Text("\n{said}", "\n{said}").format(said=total if notices else nothing), "" if notices else "good")
    )
    return Document(Text("Check of the roster", "Kiểm tra danh sách"), tuple(parts))


def _noticed(notices: Sequence[Notice]) -> Iterator[Table | Paragraph]:
    for reason in _gravest_first({one.reason for one in notices}):
        found = [one for one in notices if one.reason is reason]
        title = Text("\n{title} — {outcome} [{id}]", "\n{title} — {outcome} [{id}]")
        tone: Tone = "bad" if reason.severity == "error" else ""
        yield Paragraph(title.format(title=reason.title, outcome=OUTCOMES[reason.outcome], id=reason.id), tone)
        yield Paragraph(reason.advice, "quiet")
        heads = (Head(Text("", ""), numeric=False), Head(Text("", ""), numeric=False))
        yield Table(heads, tuple(Row((Cell(_where(one)), Cell(one.message))) for one in found))


def _where(one: Notice) -> str:
    """The cell, or the row where it is a whole row."""
    return one.address.cell or (str(one.address.row) if one.address.row else "")


def _gravest_first(reasons: Iterable[Reason]) -> list[Reason]:
    return sorted(reasons, key=lambda reason: (SEVERITIES.index(reason.severity), reason.id))


OUTCOMES = {
    "repaired": Text("read after a repair", "đọc sau khi sửa"),
    "blanked": Text("taken as not known", "coi là không rõ"),
    "rejected": Text("row not counted", "không tính dòng"),
    "kept": Text("kept, and told", "giữ nguyên, báo lại"),
}


def catalogue(indicators: Iterable[Indicator], dimensions: Iterable[Dimension]) -> Document:
    """The list of indicators and dimensions."""
    heads = (
        Head(Text("Id", "Mã"), numeric=False, whole=True),
        Head(Text("Indicator", "Chỉ tiêu"), numeric=False),
        Head(Text("Base", "Mẫu số"), numeric=False),
    )
    rows = tuple(Row((Cell(one.id), Cell(one.title, "heading"), Cell(one.base, "quiet"))) for one in indicators)
    by = (
        Head(Text("Dimension (--by)", "Phân tổ (--by)"), numeric=False, whole=True),
        Head(Text("Meaning", "Ý nghĩa"), numeric=False),
        Head(Text("Codes", "Mã"), numeric=False),
    )
    listed = tuple(
        Row(
            (
                Cell(one.id),
                Cell(one.title, "heading"),
                Cell(Text.same(" ".join(one.code_list) if one.code_list else "–"), "quiet"),
            )
        )
        for one in dimensions
    )
    return Document(Text("Indicators", "Danh mục chỉ tiêu"), (Table(heads, rows), Table(by, listed)))


def definitions(indicators: Sequence[Indicator]) -> Document:
    """Indicators as official sheets: definition, base, who is counted, source, targets."""
    title = indicators[0].title if len(indicators) == 1 else Text("Indicators", "Chỉ tiêu")
    return Document(title, tuple(_definition(one, named=len(indicators) > 1) for one in indicators))


def _definition(one: Indicator, *, named: bool) -> Table:
    mark = Text("", "") if one.verified else Text(" (unverified)", " (chưa xác minh)")
    parts = [
        (Text("Id", "Mã"), Text.same(one.id)),
        (Text("Definition", "Khái niệm, cách tính"), one.definition),
        (Text("Base", "Mẫu số"), one.base),
        (Text("Counted", "Thuộc diện tính"), one.population.words),
        *((Text("With the attribute", "Có đặc điểm"), one.attribute.words) for _ in [0] if one.attribute.clauses),
        (Text("Unit of count", "Đơn vị tính"), UNITS[one.unit]),
        (Text("Kind", "Loại"), MEASURES[one.measure].title),
        (Text("Formula", "Công thức"), _formula(MEASURES[one.measure])),
        (Text("Stands for", "Thời điểm, thời kỳ"), TIMINGS[one.timing]),
        *(
            (Text("Broken down by", "Phân tổ"), _breakdowns(one))
            for _ in [0]
            if one.broken_down_by or one.own_dimensions or one.also
        ),
        *((Text("Shown with", "Hiển thị cùng"), Text.same(", ".join(one.together))) for _ in [0] if one.together),
        (Text("Source", "Nguồn"), Text("{source}{mark}", "{source}{mark}").format(source=one.source, mark=mark)),
        *((Text("Target", "Mục tiêu"), target_in_words(item)) for item in one.targets),
        *(pair for other in one.without for pair in _otherwise(other)),
    ]
    heads = (Head(Text("", ""), numeric=False), Head(Text("", ""), numeric=False))
    return Table(
        heads, tuple(Row((Cell(name, "quiet"), Cell(words))) for name, words in parts), one.title if named else None
    )


def _otherwise(other: Departure) -> Iterator[tuple[Text, Text]]:
    """What becomes of the definition and the base where a profile switches a rule off."""
    said = Text("{name} ({rule} = false)", "{name} ({rule} = false)")
    yield said.format(name=Text("Definition", "Khái niệm"), rule=other.rule), other.definition
    yield said.format(name=Text("Base", "Mẫu số"), rule=other.rule), other.base


def _formula(measure: Measure) -> Text:
    return Text("{formula} ({source})", "{formula} ({source})").format(formula=measure.formula, source=measure.source)


def _breakdowns(one: Indicator) -> Text:
    """The dimensions by which it is always broken down, and those that official practice asks for."""
    named = [dimensions()[name].title for name in dict.fromkeys((*one.own_dimensions, *one.also, *one.broken_down_by))]
    return Text(*(", ".join(title[language] for title in named) for language in LANGUAGES))


TIMINGS = {
    "stock": Text("a day (as of)", "một thời điểm (ngày chốt)"),
    "flow": Text("a period", "một thời kỳ"),
    "term": Text("the beginning of a term", "đầu mỗi nhiệm kỳ"),
}
UNITS = {"person": Text("persons", "người"), "post": Text("posts", "chức vụ"), "body": Text("bodies", "cơ quan")}
