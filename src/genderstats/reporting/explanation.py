"""What `explain` gives of an indicator on rosters: a page, JSON, CSV; names only where they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.analysis.account import LISTED
from genderstats.counting.population import NO, NOT_KNOWN, YES
from genderstats.counting.tally import ANSWERS
from genderstats.indicators.dimension import dimensions
from genderstats.people.codes import UNKNOWN, code_list
from genderstats.people.fields import fields
from genderstats.reporting import accounts, figures, pages, records
from genderstats.reporting.document import Cell, Document, Paragraph, Part, Row, Table
from genderstats.reporting.remarks import both, label_of
from genderstats.reporting.sorts import said_in_words
from genderstats.text.language import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from genderstats.analysis.account import Body, Explained, Some
    from genderstats.analysis.observation import Observation
    from genderstats.counting.explanation import Line, Rule
    from genderstats.counting.tally import Split
    from genderstats.indicators.indicator import Indicator
    from genderstats.period import Moment
    from genderstats.reading.notices import Notice
    from genderstats.reading.roster import People
    from genderstats.reporting.records import Record
    from genderstats.text.language import Language

#: So many lines of a rule are shown in a table; JSON has all.
_SHOWN = 20


def page(
    indicator: Indicator,
    rosters: Sequence[People],
    moment: Moment,
    observations: Sequence[Observation],
    explained: Sequence[Explained],
    rules: Sequence[Rule],
    notices: Sequence[Notice],
    *,
    names: bool = False,
) -> Document:
    """The definition, the figures, the account of each, the rules, and where all comes from."""
    defined = pages.definitions([indicator])
    computed = pages.computation(rosters, moment, observations, ())
    parts: list[Part] = [
        *defined.parts,
        Paragraph(Text("\n{title}", "\n{title}").format(title=computed.title), "heading"),
        figures.table(observations),
        *pages.rules_in_words(rosters),
    ]
    for one in explained:
        parts += accounts.account(
            one, names=names, titled=len(explained) > 1 or one.observation.indicator.id != indicator.id
        )
    several = len({rule.indicator.id for rule in rules}) > 1
    if rules:
        parts.append(Paragraph(_LEGEND, "quiet"))
    for rule in filter(lambda one: one.lines, rules):
        parts += [Paragraph(Text.same("")), _rule(rule, several=several)]
    return Document(defined.title, (*parts, *pages.provenance(rosters, notices)))


_LEGEND = Text(
    "\nWhich rule put them there: what cells say → what this means (+ meets the rule, − does not, ? not known)",
    "\nQuy tắc đã áp dụng: ô ghi gì → nghĩa là gì (+ đúng quy tắc, − không đúng, ? chưa rõ)",
)
_MARKS = {YES: "+ ", NO: "− ", NOT_KNOWN: "? ", None: ""}


def _rule(rule: Rule, *, several: bool) -> Table:
    title = _title(rule)
    if several:
        title = Text("{indicator} – {title}", "{indicator} – {title}").format(
            indicator=rule.indicator.title, title=title
        )
    told = _shown(rule)
    lines = [_line(rule, line, split) for line, split in told]
    if len(rule.lines) > len(told):
        people = sum(split.people for _, split in rule.lines) - sum(split.people for _, split in told)
        words = Text(
            "… and {more} more, {people} people (--format json)",
            "… và {more} dòng khác, {people} người (--format json)",
        ).format(more=both(len(rule.lines) - len(told)), people=both(people))
        lines.append(Row((Cell(words),), tone="quiet", indent=1))
    return Table(accounts.heads(_named(rule)), (Row((Cell(title),), tone="heading"), *lines))


def _shown(rule: Rule) -> list[tuple[Line, Split]]:
    """The commonest lines, and of the others those of which the answer is not known."""
    doubtful = [pair for pair in rule.lines[_SHOWN:] if pair[0].answer == NOT_KNOWN]
    return [*rule.lines[:_SHOWN], *doubtful[:_SHOWN]]


def _title(rule: Rule) -> Text:
    """What a rule decides."""
    match rule.asked.part:
        case "sex":
            return Text("Who is a woman, of those counted", "Ai là nữ, trong số được tính")
        case "group":
            title = dimensions()[rule.asked.dimension or ""].title
            return Text("Broken down by {title}", "Phân tổ theo {title}").format(title=title)
        case part:
            assert rule.asked.clause is not None
            word = {
                "population": Text("Counted – {clause}", "Thuộc diện tính – {clause}"),
                "attribute": Text("With the attribute – {clause}", "Có đặc điểm – {clause}"),
            }[part]
            return word.format(clause=rule.asked.clause.words)


def _named(rule: Rule) -> Text:
    """The fields whose cells tell it."""
    titles = [fields()[name].title for name in _fields(rule)]
    return Text(*(", ".join(title[language] for title in titles) for language in LANGUAGES))


def _fields(rule: Rule) -> list[str]:
    return list(dict.fromkeys(cell.field for line, _ in rule.lines for cell in line.said))


def _line(rule: Rule, line: Line, split: Split) -> Row:
    said = said_in_words(line.said, fielded=len(_fields(rule)) > 1)
    codes = _codes(line)
    words = (
        Text("{mark}{said} → {codes}", "{mark}{said} → {codes}") if codes.en else Text("{mark}{said}", "{mark}{said}")
    )
    return Row(
        (Cell(words.format(mark=_MARKS[line.answer], said=said, codes=codes)), *accounts.counts(split)), indent=1
    )


def _codes(line: Line) -> Text:
    """The codes in words; what stands beside the first only where it says something."""
    told = [(name, code) for at, (name, code) in enumerate(line.codes) if not at or code not in ("none", UNKNOWN)]
    labels = [code_list("sex").label(code) if name == "sex" else label_of(name, code) for name, code in told]
    return Text(*(", ".join(label[language] for label in labels) for language in LANGUAGES))


def record(
    rosters: Sequence[People],
    moment: Moment,
    observations: Sequence[Observation],
    explained: Sequence[Explained],
    rules: Sequence[Rule],
    notices: Sequence[Notice],
    language: Language,
    *,
    names: bool = False,
) -> Record:
    """What `explain` gives of rosters."""
    computed = records.computation(rosters, moment, observations, notices, language)
    return {
        **computed,
        **records.headed("explain/1"),
        "accounts": [_account(one, names=names) for one in explained],
        "rules": [_rule_record(rule) for rule in rules],
    }


def _account(one: Explained, *, names: bool) -> Record:
    told: Record = {
        "indicator": one.observation.indicator.id,
        "by": dict(one.of),
        "per": one.observation.indicator.per,
        "items": one.account.items,
        "ledger": {sort: _counts(some.split) for sort, some in one.account.sorts.items()},
        "rows": {sort: _rows(one.account.sorts[sort], names=names) for sort in LISTED if sort in one.account.sorts},
    }
    return told | ({"bodies": [_body(body, names=names) for body in one.bodies]} if one.bodies else {})


def _body(body: Body, *, names: bool) -> Record:
    tally = {
        answer: _counts(split)
        for answer, split in zip(ANSWERS, (body.tally.yes, body.tally.no, body.tally.unknown), strict=True)
    }
    return {"body": body.name, "state": body.sort, "people": tally, "rows": _rows(body.people, names=names)}


def _counts(split: Split) -> Record:
    return {"women": split.women, "men": split.men, "unknown": split.unknown}


def _rows(some: Some, *, names: bool) -> list[Record]:
    return [_row(one, names=names) for one in accounts.listed(some)]


def _row(one: accounts.Listed, *, names: bool) -> Record:
    place: Record = {"file": one.address.file, "sheet": one.address.sheet, "row": one.address.row}
    return place | ({"sex": one.sex, "name": one.name, "title": one.title, "unit": one.unit} if names else {})


def _rule_record(rule: Rule) -> Record:
    clause = rule.asked.clause
    decides = clause.words if clause else dimensions()[rule.asked.dimension].title if rule.asked.dimension else None
    return {
        "indicator": rule.indicator.id,
        "decides": rule.asked.part,
        "dimension": getattr(clause, "dimension", rule.asked.dimension),
        "field": getattr(clause, "field", None),
        "words": {language: decides[language] for language in LANGUAGES} if decides else None,
        "lines": [_line_record(line, split) for line, split in rule.lines],
    }


def _line_record(line: Line, split: Split) -> Record:
    return {
        "cells": [{"field": cell.field, "how": cell.how, "text": cell.text or None} for cell in line.said],
        "codes": dict(line.codes),
        "answer": None if line.answer is None else ANSWERS[line.answer],
        **_counts(split),
    }


#: The columns of rows as CSV, and those that are added with names.
COLUMNS = ("indicator", "by", "group", "body", "file", "sheet", "row", "sex")
NAMED = ("name", "title", "unit")


def rows_csv(explained: Iterable[Explained], *, names: bool = False) -> str:
    """The rows behind the figures as CSV, one a row."""
    return records.as_csv((*COLUMNS, *(NAMED if names else ())), _csv_rows(explained))


def _csv_rows(explained: Iterable[Explained]) -> Iterator[Record]:
    for one in explained:
        head = {"indicator": one.observation.indicator.id, "by": records.group(one.of)}
        lists: list[tuple[str, str | None, Some]] = [
            (sort, None, one.account.sorts[sort]) for sort in LISTED if sort in one.account.sorts
        ]
        lists += [(body.sort, body.name, body.people) for body in one.bodies]
        for sort, body, some in lists:
            for row in accounts.listed(some):
                yield {**head, "group": sort, "body": body, **_row(row, names=True)}
