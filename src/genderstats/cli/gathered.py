"""What is said on stderr of the rosters that were read: the moment that was found, the files that were passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.cli.speech import say

if TYPE_CHECKING:
    from genderstats.cli.output import Output
    from genderstats.workflows.gathering import Gathered


def tell(out: Output, gathering: Gathered, *, said: bool) -> None:
    """Says where the period and day come from, unless the user said them, and which files hold no roster."""
    from genderstats.reporting.pages import when

    tell_passed_over(out, gathering)
    if said:
        return
    if gathering.moment.known:
        found = when(gathering.moment)[out.language]
        out.tell(say("From the title rows or file name: ", "Lấy từ tiêu đề hoặc tên tệp: ") + found)
    else:
        out.tell(
            say(
                "No period is known; say it with --period or --as-of.",
                "Chưa rõ kỳ; hãy cho biết bằng --period hoặc --as-of.",
            )
        )


def tell_passed_over(out: Output, gathering: Gathered) -> None:
    """Says which files of a folder hold no roster, and why."""
    for error in gathering.passed_over:
        out.tell(say("passed over: ", "bỏ qua: ") + error.message(out.language))
