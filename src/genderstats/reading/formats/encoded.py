"""From bytes to text, whatever program wrote them.

Bytes in no Unicode encoding become the characters of Windows-1252, one each: which of the Vietnamese encodings they are is
found out from the words (`reading.charsets`), as for text in old fonts inside a workbook.
"""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: The share of zero bytes at every other place by which UTF-16 without a mark is known, and how many times those between them
#: it must be: a grave accent that stands apart from its letter, U+0300, has its zero there.
_ZEROS, _MORE = 0.3, 3
_SAMPLE = 4096
#: Bytes that are no UTF-8, one among so many letters, are damage.
_DAMAGED = 20
#: More than one control in so many characters is no text.
_CONTROLS = 100


def decoded(content: bytes, *, cut: bool = False) -> str:
    """The text of bytes; where they are `cut` off, a last character may be lost."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="ignore" if cut else "replace")
    wide = _wide(content[:_SAMPLE])
    if wide:
        return content.decode(wide, errors="ignore" if cut else "replace")
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(content, final=not cut)
    except UnicodeDecodeError:
        return _nearly_utf8(content) or content.decode("cp1252", errors="surrogateescape").translate(_UNDEFINED)


#: The bytes that Windows-1252 leaves undefined keep their number.
_UNDEFINED = {0xDC00 + byte: byte for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


def _nearly_utf8(content: bytes) -> str | None:
    """The text of bytes that are UTF-8 but for a few, as where a file was cut in the middle of a letter; those few are shown as such."""
    text = content.decode("utf-8", errors="replace")
    letters = sum(letter > "\x7f" for letter in text)
    return text if text.count("\ufffd") * _DAMAGED < letters else None


def _wide(start: bytes) -> str | None:
    if len(start) < 8:
        return None
    even, odd = start[0::2], start[1::2]
    low, high = even.count(0), odd.count(0)
    if max(low, high) <= _ZEROS * len(odd) or max(low, high) <= _MORE * min(low, high):
        return None
    return "utf-16-le" if high > low else "utf-16-be"


def is_binary(text: str) -> bool:
    """Whether a text holds characters that no written table does: a zero, or many controls (TCVN3 has letters on a few).

    >>> is_binary("Họ và tên\\tNữ"), is_binary("\\x00\\x01")
    (False, True)
    """
    controls = sum(letter < "\t" or "\r" < letter < " " for letter in text)
    return "\x00" in text or controls * _CONTROLS > len(text)
