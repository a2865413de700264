"""A text as TOML writes it."""

from __future__ import annotations

import json


def quoted(text: str) -> str:
    r"""The text in quotes, its own letters kept.

    >>> print(quoted('Phòng "A"'))
    "Phòng \"A\""
    """
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
