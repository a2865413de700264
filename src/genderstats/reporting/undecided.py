"""The titles that no rule knows, as a titles file in which a person has still to decide what each means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.people.codes import code_list
from genderstats.reporting.document import Block, Paragraph
from genderstats.text.language import Text
from genderstats.text.quoting import quoted

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

_HEADING = Text("\nTitles that no rule knows, for --titles", "\nChức danh chưa có quy tắc, để dùng với --titles")
_HOW = Text(
    "Save as titles.toml, move each title to a [[title]] or to [[no_office]], then --titles titles.toml; what stays is still not known.",
    "Lưu thành titles.toml, chuyển từng chức danh sang [[title]] hoặc [[no_office]], rồi dùng --titles titles.toml; để lại là vẫn chưa rõ.",
)
_WITHOUT = Text("without it the body beside the title tells", "nếu bỏ, cấp được hiểu theo đơn vị ghi cạnh chức danh")


def undecided(titles: Counter[str]) -> Iterator[Paragraph | Block]:
    """What a page says of them: how to decide, and the file to begin with."""
    if titles:
        yield Paragraph(_HEADING, "heading")
        yield Paragraph(_HOW, "quiet")
        yield Block(tuple(toml_lines(titles)))


def toml_lines(titles: Counter[str]) -> Iterator[Text]:
    """The lines of a titles file, commonest first; they say nothing of what a title means."""
    if not titles:
        return
    yield Text.same("[[undecided]]")
    yield Text.same("words = [")
    for title, count in titles.most_common():
        yield Text("  {title},  # {count}", "  {title},  # {count}").format(title=quoted(title), count=count)
    yield Text.same("]")
    yield Text.same("")
    levels = ", ".join(level for level in code_list("level") if level != "none")
    yield Text.same("# [[title]]")
    yield Text.same('# words = ["…"]')
    yield Text(
        '# role = "head"  # head, deputy, member',
        '# role = "head"  # head: cấp trưởng, deputy: cấp phó, member: ủy viên',
    )
    yield Text('# level = "division"  # {without}', '# level = "division"  # {without}').format(without=_WITHOUT)
    yield Text("# levels: {levels}", "# các cấp: {levels}").format(levels=levels)
    yield Text.same("# [[no_office]]")
    yield Text.same('# words = ["…"]')
