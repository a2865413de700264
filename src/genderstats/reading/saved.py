"""A profile read from its file; what is wrong with it is one line that names the file, the line and the key."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from pydantic import ValidationError

from genderstats.errors import (
    ProfileKeyUnknownError,
    ProfileSyntaxError,
    ProfileUnreadableError,
    ProfileValueWrongError,
)
from genderstats.people.fields import fields
from genderstats.reading.profile import DECLARABLE, SCHEMA, Counting, ProfileFile, SheetSaid
from genderstats.text.language import Text
from genderstats.text.nearness import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pydantic_core import ErrorDetails

    from genderstats.errors import InputError

    Location = tuple[str | int, ...]

_WHOLE_NUMBER = Text("a whole number, from 1 on", "số nguyên, từ 1 trở lên")
_YES_OR_NO = Text("true or false", "true hoặc false")
_HEADERS = Text('a list of headers: ["STT", "Ghi chú"]', 'danh sách tiêu đề: ["STT", "Ghi chú"]')
_TABLE = Text("a table of its own: [{key}]", "một bảng riêng: [{key}]")
_SAID = Text(
    'a header ("Giới tính"), several (["Nam", "Nữ"]), a letter ("D"), false to switch it off, or {{ always = "Nam" }}',
    'một tiêu đề ("Giới tính"), nhiều tiêu đề (["Nam", "Nữ"]), chữ cái của cột ("D"), false để tắt, hoặc {{ always = "Nam" }}',
)
_DECLARED = Text(
    "always only for {fields}, with a value that its cells may hold",
    "always chỉ cho {fields}, với giá trị mà ô của trường đó nhận",
).format(fields=", ".join(DECLARABLE))
_EXPECTED: dict[str, Text] = {
    "schema": Text.same(f'schema = "{SCHEMA}"'),
    "name": Text('the name of a sheet: "DS"', 'tên trang tính: "DS"'),
    "read": _YES_OR_NO,
    "one_table": _YES_OR_NO,
    "other_sheets": _YES_OR_NO,
    "header_row": _WHOLE_NUMBER,
    "header_depth": Text("a whole number from 1 to 4", "số nguyên từ 1 đến 4"),
    "not_used": _HEADERS,
    "sheet": Text.same("[[sheet]]"),
    "fields": _TABLE.format(key="fields"),
    "counting": _TABLE.format(key="counting"),
    **dict.fromkeys(Counting.model_fields, _YES_OR_NO),
}
_KEYS = {
    "": [one.alias or name for name, one in ProfileFile.model_fields.items()],
    "sheet": list(SheetSaid.model_fields),
    "counting": list(Counting.model_fields),
}


def saved(path: Path) -> ProfileFile:
    """The profile that a file holds.

    Raises:
        InputError: there is no such file, it is no TOML, or it says what no profile says.
    """
    text = _text(path)
    try:
        return ProfileFile.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(path, text, error) from None
    except ValidationError as error:
        raise _wrong(path, text, error.errors(include_url=False, include_input=False)[0]) from None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ProfileUnreadableError(path=path, cause=error.strerror or type(error).__name__) from None
    except UnicodeDecodeError:
        raise ProfileUnreadableError(path=path, cause=Text("it is not in UTF-8", "tệp không ở mã UTF-8")) from None


def _no_toml(path: Path, text: str, error: tomllib.TOMLDecodeError) -> ProfileSyntaxError:
    """Where the text stops being TOML; at the end of the document the last line is meant."""
    found = re.search(r"\(at line (\d+)", str(error))
    line = int(found[1]) if found else len(text.splitlines())
    said = re.sub(r"\s*\(at .*", "", str(error))
    cause = Text(said, "hãy kiểm tra dấu ngoặc kép, ngoặc vuông, dấu bằng; mỗi khóa chỉ ghi một lần")
    return ProfileSyntaxError(place=_place(path, line), cause=cause)


def _wrong(path: Path, text: str, detail: ErrorDetails) -> InputError:
    """The error for the first thing that is wrong, at the line where it stands."""
    where, named = detail["loc"], detail.get("ctx", {}).get("name")
    where = (*where, named) if named else where
    key, place = str(where[-1]), _place(path, _line(text, where))
    if detail["type"] in ("extra_forbidden", "field_unknown"):
        known = list(fields()) if named else _KEYS[_table_of(where[:-1])]
        near = nearest(key, known)
        suggestion = f" → {near}?" if near else ""
        return ProfileKeyUnknownError(place=place, key=key, suggestion=suggestion, known=", ".join(known))
    return ProfileValueWrongError(place=place, key=key, expected=_expected(where, detail["type"]))


def _expected(where: Location, kind: str) -> Text:
    if kind == "declared_wrong":
        return _DECLARED
    if "fields" in where[:-1]:
        return _SAID.format()
    names = [part for part in where if isinstance(part, str)]
    return next((_EXPECTED[name] for name in reversed(names) if name in _EXPECTED), _SAID.format())


def _table_of(where: Location) -> str:
    return next((str(part) for part in reversed(where) if part in _KEYS), "")


def _place(path: Path, line: int | None) -> Text:
    if line is None:
        return Text.same(str(path))
    return Text("{path}, line {line}", "{path}, dòng {line}").format(path=path, line=line)


_HEAD = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*("[^"]*"|'[^']*'|[\w.-]+)\s*=""")


def _line(text: str, where: Location) -> int | None:
    """The line on which a key stands, or, where it has none of its own, the table that should hold it."""
    lines = list(_keys(text))
    for wanted in (where[:end] for end in range(len(where), 0, -1)):
        found = next((line for line, path in lines if path == wanted), None)
        if found:
            return found
    return None


def _keys(text: str) -> Iterator[tuple[int, Location]]:
    """Each key and table of a TOML text with its line, as the validation names it."""
    table: Location = ()
    counts: dict[str, int] = {}
    for line, said in enumerate(text.splitlines(), start=1):
        head, key = _HEAD.match(said), _KEY.match(said)
        if head:
            table = _entered(_parts(head[2]), counts, several=head[1] == "[[")
            yield line, table
        elif key:
            parts = _parts(key[1])
            yield from ((line, (*table, *parts[:end])) for end in range(1, len(parts) + 1))


def _parts(name: str) -> tuple[str, ...]:
    if name[:1] in "\"'":
        return (name[1:-1],)
    return tuple(part.strip().strip("\"'") for part in name.split("."))


def _entered(parts: tuple[str, ...], counts: dict[str, int], *, several: bool) -> Location:
    """The path of a table; one of several, and what stands under it, is counted from 0."""
    first, *rest = parts
    if several and not rest:
        counts[first] = counts.get(first, -1) + 1
    return (first, *_counted(first, counts), *rest)


def _counted(name: str, counts: dict[str, int]) -> Iterable[int]:
    return (counts[name],) if name in counts else ()
