"""The types of a person's cells: each turns what a roster writes into a value, or says why it cannot.

A reason is a pydantic error type and the id of a notice alike. An empty cell is None, never an error.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from functools import cache
from typing import Annotated, Any

from pydantic import BeforeValidator, InstanceOf
from pydantic_core import PydanticCustomError

from genderstats.people.codes import code_list
from genderstats.people.days import Day, DayError, read_day
from genderstats.text.folding import clean, fold
from genderstats.vocabulary.loading import load


def written(value: Any) -> str | None:
    """The cleaned text of a cell, or None where it holds nothing or a word for nothing."""
    text = clean(value if isinstance(value, str) else str(value)) if value is not None else ""
    return None if is_missing(text) else text


def is_missing(text: str) -> bool:
    """Whether a cleaned text is empty or a word for nothing.

    >>> is_missing("nan"), is_missing("Nam")
    (True, False)
    """
    missing, longest, strokes = _missing()
    return (len(text) <= longest and fold(text) in missing) or not text.strip(strokes)


@cache
def _missing() -> tuple[frozenset[str], int, str]:
    listed = load("rows")["missing"]
    missing = frozenset(listed["words"])
    return missing, max(map(len, missing)), listed["strokes"] + " "


def is_unknown(text: str) -> bool:
    """Whether a cleaned text says that nothing is known: nobody's value, and no word for nothing either.

    >>> is_unknown("Không rõ"), is_unknown("Không")
    (True, False)
    """
    return text in _unknown()


@cache
def _unknown() -> frozenset[str]:
    said = load("rows")["unknown"]["words"]
    return frozenset(form for word in said for form in (word, word.capitalize(), word.title(), word.upper()))


def known(value: Any) -> str | None:
    """The cleaned text of a cell, or None where it holds nothing or says that nothing is known."""
    text = written(value)
    return None if text is None or is_unknown(text) else text


def named(value: Any) -> str | None:
    """The cleaned text of a cell, or None where it holds nothing, or says that there is nothing or that nothing is known."""
    text = known(value)
    return None if text is None or read_mark(text) is False else text


def read_mark(text: str) -> bool | None:
    """What a mark says: "x", "1", "có" are yes, "không", "0" are no; None where it is no mark.

    >>> read_mark("X"), read_mark("Không"), read_mark("Đóng")
    (True, False, None)
    """
    return _marks().get(fold(text))


@cache
def _marks() -> dict[str, bool]:
    marks = load("rows")["marks"]
    return dict.fromkeys(marks["yes"], True) | dict.fromkeys(marks["no"], False)


def _day(value: Any) -> Day | None:
    if isinstance(value, Day):
        return value
    if isinstance(value, dt.date):
        return Day(value.year, value.month, value.day)
    text = known(value)
    if text is None or read_mark(text) is False:
        return None
    try:
        return read_day(fold(text))
    except DayError as error:
        raise PydanticCustomError(error.reason, "no day: {value}", {"value": text}) from None


def _mark(value: Any) -> bool | None:
    if value is None or isinstance(value, bool):
        return value
    text = known(value)
    if text is None:
        return None
    mark = read_mark(text)
    if mark is None and is_day(text):
        return True
    if mark is None:
        raise PydanticCustomError("mark-unreadable", "no mark: {value}", {"value": text})
    return mark


def is_day(text: str) -> bool:
    """Whether a text is a day, or at least a year of one; a date in a column of marks marks."""
    try:
        return read_day(fold(text)) is not None
    except DayError:
        return False


def written_lines(value: Any) -> str | None:
    """The cleaned text of a cell with its line breaks, which part one title from the next; None where it holds nothing."""
    if written(value) is None:
        return None
    return "\n".join(filter(None, map(clean, str(value).splitlines())))


#: Two commas cannot both be decimal.
_ENGLISH = re.compile(r"[+-]?\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?")


def _number(value: Any) -> Decimal | None:
    if value is None or isinstance(value, Decimal):
        return value
    text = known(value)
    if text is None or (not any(map(str.isdigit, text)) and read_mark(text) is False):
        return None
    digits = text.replace(" ", "").removesuffix("%")
    if _ENGLISH.fullmatch(digits):
        digits = digits.replace(",", "")
    digits = (digits.replace(".", "") if _THOUSANDS.fullmatch(digits) else digits).replace(",", ".")
    if not re.fullmatch(r"[+-]?\d{1,15}(?:\.\d{1,15})?", digits):
        raise PydanticCustomError("number-unreadable", "no number: {value}", {"value": text})
    return Decimal(digits)


def _coded(name: str, reason: str) -> BeforeValidator:
    def code(value: Any) -> str | None:
        text = known(value)
        if text is None:
            return None
        found = code_list(name).find(text)
        if found is None:
            raise PydanticCustomError(reason, "not in the code list: {value}", {"value": text})
        return found

    return BeforeValidator(code)


Words = Annotated[str | None, BeforeValidator(known)]
Name = Annotated[str | None, BeforeValidator(named)]
Lines = Annotated[str | None, BeforeValidator(written_lines)]
Date = Annotated[InstanceOf[Day] | None, BeforeValidator(_day)]
Mark = Annotated[bool | None, BeforeValidator(_mark)]
Number = Annotated[InstanceOf[Decimal] | None, BeforeValidator(_number)]
Sex = Annotated[str | None, _coded("sex", "sex-unrecognised")]
Ethnicity = Annotated[str | None, _coded("ethnicity", "word-unknown")]
Education = Annotated[str | None, _coded("education", "word-unknown")]
AcademicTitle = Annotated[str | None, _coded("academic_title", "word-unknown")]
PoliticalTheory = Annotated[str | None, _coded("political_theory", "word-unknown")]
AdministrationLevel = Annotated[str | None, _coded("administration_level", "word-unknown")]
