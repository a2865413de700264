"""A profile read from its file; what is wrong with it is one line that names the file, the line and the key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from genderstats.people.codes import code_list
from genderstats.people.fields import fields
from genderstats.reading.profile import DECLARABLE, SCHEMA, Counting, KeyLeaders, ProfileFile, SheetSaid
from genderstats.text.language import Text
from genderstats.vocabulary.declaration import declared, validated

if TYPE_CHECKING:
    from genderstats.vocabulary.declaration import Location

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
_CODES = Text("codes of the list: {codes}", "mã trong danh mục: {codes}")
_EXPECTED: dict[str, Text] = {
    "schema": Text.same(f'schema = "{SCHEMA}"'),
    "name": Text('the name of a sheet: "DS"', 'tên trang tính: "DS"'),
    "read": _YES_OR_NO,
    "one_table": _YES_OR_NO,
    "other_sheets": _YES_OR_NO,
    "header_row": _WHOLE_NUMBER,
    "header_depth": Text("a whole number from 1 to 4", "số nguyên từ 1 đến 4"),
    "titles": Text('the name of a file: "titles.toml"', 'tên một tệp: "titles.toml"'),
    "not_used": _HEADERS,
    "sheet": Text.same("[[sheet]]"),
    "fields": _TABLE.format(key="fields"),
    "counting": _TABLE.format(key="counting"),
    "acting_heads": _YES_OR_NO,
    "probationary_members": _YES_OR_NO,
    "bodies": Text.same('bodies = "official" | "unit"'),
    "key_leader": Text.same("[[counting.key_leader]]"),
    "axis": _CODES.format(codes="government, party, mass-organisation, elected"),
    "level": _CODES.format(codes=", ".join(code_list("level"))),
    "role": _CODES.format(codes=", ".join(code_list("role"))),
}
_KEYS = {
    "": [one.alias or name for name, one in ProfileFile.model_fields.items()],
    "sheet": list(SheetSaid.model_fields),
    "counting": list(Counting.model_fields),
    "key_leader": list(KeyLeaders.model_fields),
}


class _Grammar:
    kind = Text("profile", "profile")

    def keys(self, table: Location) -> list[str]:
        """The keys of a table; where it names fields, the fields of a person."""
        if table[-1:] == ("fields",):
            return list(fields())
        return _KEYS[next((str(part) for part in reversed(table) if part in _KEYS), "")]

    def expected(self, where: Location, kind: str) -> Text:
        """What a key takes."""
        if kind == "declared_wrong":
            return _DECLARED
        if "fields" in where[:-1]:
            return _SAID.format()
        names = [part for part in where if isinstance(part, str)]
        return next((_EXPECTED[name] for name in reversed(names) if name in _EXPECTED), _SAID.format())


_GRAMMAR = _Grammar()


def saved(path: Path) -> ProfileFile:
    """The profile that a file holds; a titles file that it names stands beside it.

    Raises:
        InputError: there is no such file, it is no TOML, or it says what no profile says.
    """
    found = validated(declared(path, _GRAMMAR.kind), ProfileFile, _GRAMMAR)
    return found.model_copy(update={"titles": str(path.parent / found.titles)}) if found.titles else found


def titles_said(own: Path | None, profile: ProfileFile | None) -> Path | None:
    """The file of title rules: the one that is said, else the profile's."""
    return own or (Path(profile.titles) if profile and profile.titles else None)
