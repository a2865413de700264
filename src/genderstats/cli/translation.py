"""The words of the command-line library in Vietnamese: its headings in help, its complaints about options."""

from __future__ import annotations

import re

_PHRASES = (
    (r"^Usage:", "Cách dùng:"),
    (r"^Options:$", "Tùy chọn:"),
    (r"^Arguments:$", "Tham số:"),
    (r"^Commands:$", "Lệnh:"),
    (r"\[required\]", "[bắt buộc]"),
    (r"\[OPTIONS\]", "[TÙY CHỌN]"),
    (r"COMMAND \[ARGS\]\.\.\.", "LỆNH [THAM SỐ]..."),
    (r"Show this message and exit\.", "Hiện trợ giúp này."),
    (r"Install completion for the current shell\.", "Cài gợi ý lệnh cho shell hiện tại."),
    (
        r"Show completion for the current shell, to copy it or\n\s+customize the installation\.",
        "In gợi ý lệnh cho shell hiện tại, để tự cài.",
    ),
    (r"No such option: (\S+)", r"Không có tùy chọn \1."),
    (r"\(Possible options: (.+)\)", r"Có phải là: \1?"),
    (r"No such command '(.+?)'\.", r"Không có lệnh “\1”."),
    (r"Did you mean (.+)\?", r"Có phải là \1?"),
    (r"Missing argument '(.+?)'\.", r"Thiếu tham số \1."),
    (r"Missing option '(.+?)'\.", r"Thiếu tùy chọn \1."),
    (r"Missing command\.", "Thiếu lệnh."),
    (r"Option '(.+?)' requires an argument\.", r"Tùy chọn \1 cần một giá trị."),
    (r"Option '(.+?)' does not take a value\.", r"Tùy chọn \1 không nhận giá trị."),
    (r"Got unexpected extra arguments? \((.+?)\)", r"Thừa tham số: \1."),
    (r"Invalid value for ('[^']+'(?: / '[^']+')*): ", r"Giá trị không hợp lệ cho \1: "),
    (r"'([^']*)' is not one of (.+?)\.(?=$| )", r"“\1” không thuộc \2."),
    (r"Input should be a valid integer.*", "phải là số nguyên."),
)


def vietnamese(text: str) -> str:
    """The text with the library's own phrases in Vietnamese; all else, being ours, is so already.

    >>> vietnamese("No such option: --forma")
    'Không có tùy chọn --forma.'
    """
    for pattern, words in _PHRASES:
        text = re.sub(pattern, words, text, flags=re.MULTILINE)
    return text
