"""What is said on stderr of a period that was kept: files that the store held already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.cli.speech import say

if TYPE_CHECKING:
    from genderstats.cli.output import Output
    from genderstats.store.keeping import Added


def tell_again(out: Output, added: Added) -> None:
    """Says which files are kept under other periods too, by their content and not by their names."""
    words = say(
        "{file}: the same file is kept as period {period} too; was it meant for both?",
        "{file}: chính tệp này cũng đã được lưu cho kỳ {period}; có đúng là dùng cho cả hai kỳ không?",
    )
    for file, period in added.again:
        out.tell(words.format(file=file, period=period))
