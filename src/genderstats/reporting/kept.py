"""How rosters were understood, as a profile: TOML that a personnel officer can read and edit; headers and sheet names, no cell."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from genderstats.people.fields import fields
from genderstats.reading.choice import name_of
from genderstats.reading.layout.headers import kind_of_column
from genderstats.reading.profile import SCHEMA, Always, Counting, Profile, SheetSaid
from genderstats.text.language import Text
from genderstats.text.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from genderstats.reading.layout.carriers import Carrier
    from genderstats.reading.roster import Roster
    from genderstats.text.language import Language

    Fields = dict[str, tuple[str, ...] | Always]

_INTRO = Text(
    """How a roster was understood: saved by “genderstats inspect … --save”, used by “--profile” of compute, compare, check, inspect.
Correct it here where it is wrong; lines that begin with # explain and change nothing.
It holds headers and names of sheets, and nothing of any person.""",
    """Cách hiểu một danh sách: do “genderstats inspect … --save” lưu, dùng với “--profile” của compute, compare, check, inspect.
Chỗ nào hiểu sai thì sửa ngay tại đây; dòng bắt đầu bằng # chỉ để giải thích, không có tác dụng.
Tệp chỉ có tiêu đề cột và tên trang tính, không có dữ liệu của ai.""",
)
_COUNTING = Text("Rules of counting that official practice leaves open.", "Cách tính mà thực tiễn còn khác nhau.")
_SWITCHES = {
    "acting_heads": Text("acting heads (Quyền, Phụ trách) count as heads", "quyền, phụ trách được tính là cấp trưởng"),
    "probationary_members": Text(
        "probationary Party members count as members", "đảng viên dự bị được tính là đảng viên"
    ),
}
_FIELDS = Text(
    """Which column each field is read from: its header, with › between the levels of a header of several rows.
Also: several headers, the letter of a column ("D"), false to switch the field off.
sex, ethnicity, contract, unit may be declared for everybody, for a list that has no such column: sex = { always = "Nam" }""",
    """Mỗi trường đọc từ cột nào: ghi tiêu đề cột, dấu › ngăn các tầng của tiêu đề nhiều dòng.
Cũng có thể ghi: nhiều tiêu đề, chữ cái của cột ("D"), false để không dùng trường đó.
sex, ethnicity, contract, unit có thể khai báo chung cho mọi người khi danh sách không có cột đó: sex = { always = "Nam" }""",
)
_TITLES = Text(
    "Title rules of your own: a file beside this one, or a path from here.",
    "Quy tắc chức danh riêng: tệp cạnh tệp này, hoặc đường dẫn tính từ đây.",
)
_OTHERS = Text(
    "Whether sheets that are not named below are read too.", "Có đọc cả những trang tính không nêu ở dưới hay không."
)
_SHEET = Text(
    "A sheet. header_row: where its header stood, header_depth: on how many rows. read = false leaves the sheet out.",
    "Một trang tính. header_row: dòng bắt đầu tiêu đề, header_depth: số dòng tiêu đề. read = false: không đọc trang này.",
)
_ONE_TABLE = Text("the whole sheet is one table", "cả trang tính là một bảng")
_NOT_USED = Text(
    "Columns that are not read; move one to a field if it is that field.",
    "Các cột không đọc; nếu cột nào là một trường thì chuyển sang trường đó.",
)
_OFF = Text("switched off", "không dùng")
_PERSONAL = Text("personal data", "dữ liệu cá nhân")
_NUMBERS = Text("row numbers", "số thứ tự")
_ALL_FIELDS = Text("All fields:", "Các trường có thể dùng:")


def toml(rosters: Sequence[Roster], profile: Profile, language: Language, folder: Path = Path()) -> str:
    """The profile, in a folder, by which these rosters, of one file, would be understood as they were."""
    sheets = [_said(roster, profile) for roster in rosters]
    left_out = [one for one in (profile.file.sheet if profile.file else ()) if not one.read]
    shared = sheets[0] if len(sheets) > 1 and all(_same(one, sheets[0]) for one in sheets) else None
    others = not profile.sheets and (profile.file is None or profile.file.other_sheets)
    lines = [*_comment(_INTRO, language), f"schema = {quoted(SCHEMA)}", ""]
    if profile.titles:
        lines += [*_comment(_TITLES, language), f"titles = {quoted(_beside(profile.titles.path, folder))}", ""]
    if rosters[0].sheet.name is not None:
        lines += [*_comment(_OTHERS, language), f"other_sheets = {_flag(others)}", ""]
    if shared:
        lines += _not_used(shared, rosters[0], language)
    lines += _counting(profile.counting, language)
    if shared:
        lines += [*_comment(_FIELDS, language), "[fields]", *_fields(shared, language), ""]
    lines += _comment(_SHEET, language)
    for roster, said in zip(rosters, sheets, strict=True):
        lines += _sheet(roster, said, language, whole=shared is None)
    for one in left_out:
        lines += ["[[sheet]]", f"name = {quoted(one.name or '')}", "read = false", ""]
    return "\n".join([*lines, *_all_fields(language)]) + "\n"


def _beside(path: Path, folder: Path) -> str:
    """A file's path from a folder; the whole path where none leads there."""
    whole = path.resolve()
    try:
        return Path(os.path.relpath(whole, folder.resolve())).as_posix()
    except ValueError:  # on another drive
        return whole.as_posix()


def _said(roster: Roster, profile: Profile) -> SheetSaid:
    """How the sheet was understood, as a profile says it."""
    header, choice = roster.layout.header, roster.layout.choice
    places = {name: _in_order(carrier) for name, carrier in roster.layout.carriers.items()}
    places |= {name: found for name, found in _disbelieved(roster).items() if name not in places}
    named = {name: _names(roster, found) for name, found in sorted(places.items(), key=lambda item: min(item[1]))}
    said: Fields = {name: found for name, found in named.items() if found}
    said |= dict.fromkeys(sorted(choice.off), ()) | {
        name: Always(always=text) for name, text in choice.declared.items()
    }
    used = {place for found in places.values() for place in found}
    unused = [place for place, path in enumerate(header.paths) if path and place not in used]
    return SheetSaid(
        name=roster.sheet.name,
        fields=said,
        not_used=_names(roster, unused),
        header_row=roster.sheet.number(header.top),
        header_depth=header.depth,
        one_table=profile.header is not None or _was_one_table(roster, profile),
    )


def _in_order(carrier: Carrier) -> tuple[int, ...]:
    """The columns of a field as they stand; where one fills what another leaves blank, that one first."""
    return carrier.places if carrier.how == "value" else tuple(sorted(carrier.places))


def _disbelieved(roster: Roster) -> dict[str, tuple[int, ...]]:
    """The columns that their cells did not bear out: next year's may."""
    return {
        one.field: (one.address.column,)
        for one in roster.notices
        if one.reason.id == "header-not-borne-out" and one.field and one.address.column is not None
    }


def _was_one_table(roster: Roster, profile: Profile) -> bool:
    said = profile.file.sheet if profile.file else ()
    return any(one.one_table and one.name == roster.sheet.name for one in said)


def _names(roster: Roster, places: Iterable[int]) -> tuple[str, ...]:
    named = (name_of(roster.sheet, roster.layout.header, place) for place in places)
    return tuple(one for one in named if one)


def _same(one: SheetSaid, other: SheetSaid) -> bool:
    return (one.fields, one.not_used) == (other.fields, other.not_used)


def _comment(text: Text, language: Language) -> Iterator[str]:
    yield from (f"# {line}" for line in text[language].splitlines())


def _counting(counting: Counting, language: Language) -> Iterator[str]:
    yield from (*_comment(_COUNTING, language), "[counting]")
    for name, words in _SWITCHES.items():
        yield f"{name} = {_flag(getattr(counting, name))}  # {words[language]}"
    yield ""


def _sheet(roster: Roster, said: SheetSaid, language: Language, *, whole: bool) -> Iterator[str]:
    yield "[[sheet]]"
    if said.name is not None:
        yield f"name = {quoted(said.name)}"
    yield f"header_row = {said.header_row}"
    yield f"header_depth = {said.header_depth}"
    if said.one_table:
        yield f"one_table = true  # {_ONE_TABLE[language]}"
    if whole:
        yield from _not_used(said, roster, language)
        yield from (*_comment(_FIELDS, language), "[sheet.fields]", *_fields(said, language))
    yield ""


def _fields(said: SheetSaid, language: Language) -> Iterator[str]:
    """A line a field, with its title in the reader's language."""
    for name, one in said.fields.items():
        title = fields()[name].title[language]
        about = title if one != () else f"{title}: {_OFF[language]}"
        if isinstance(one, Always):
            yield f"{name} = {{ always = {quoted(one.always)} }}  # {about}"
        elif len(one) > 1:
            yield from (f"{name} = [  # {about}", *(f"    {quoted(text)}," for text in one), "]")
        else:
            yield f"{name} = {quoted(one[0]) if one else 'false'}  # {about}"


def _not_used(said: SheetSaid, roster: Roster, language: Language) -> Iterator[str]:
    yield from _comment(_NOT_USED, language)
    yield "not_used = ["
    for name in said.not_used or ():
        yield f"    {quoted(name)},{_why(name, roster, language)}"
    yield from ("]", "")


def _why(name: str, roster: Roster, language: Language) -> str:
    """Why a column is not read, where that is known."""
    kinds: Mapping[str | None, Text] = {"personal": _PERSONAL, "number": _NUMBERS}
    kind = kinds.get(kind_of_column(tuple(name.split(" › "))))
    return f"  # {kind[language]}" if kind else ""


def _all_fields(language: Language) -> Iterator[str]:
    yield from _comment(_ALL_FIELDS, language)
    yield from (f"#   {name}: {field.title[language]}" for name, field in fields().items())


def _flag(said: bool) -> str:
    return "true" if said else "false"
