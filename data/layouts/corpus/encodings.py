"""Old ways of writing Vietnamese: TCVN3, VNI, and the bytes of Windows-1258."""

from __future__ import annotations

import unicodedata

_TCVN3 = {
    "a": "µà ¸á ¶ả ·ã ¹ạ ¨ă »ằ ¾ắ ¼ẳ ½ẵ Æặ ©â Çầ Êấ Èẩ Éẫ Ëậ", "d": "®đ", "e": "Ìè Ðé Îẻ Ïẽ Ñẹ ªê Òề Õế Óể Ôễ Öệ",
    "i": "×ì Ýí Øỉ Üĩ Þị", "o": "ßò ãó áỏ âõ äọ «ô åồ èố æổ çỗ éộ ¬ơ êờ íớ ëở ìỡ îợ", "u": "ïù óú ñủ òũ ôụ \u00adư õừ øứ öử ÷ữ ùự",
    "y": "úỳ ýý ûỷ üỹ þỵ", "capitals": "¡Ă ¢Â §Đ £Ê ¤Ô ¥Ơ ¦Ư",
}  # fmt: skip
_TCVN3_OF = {pair[1]: pair[0] for pairs in _TCVN3.values() for pair in pairs.split(" ")}

#: Tones in VNI: on a plain letter, on a letter with a circumflex, on one with a breve.
_VNI_PLAIN = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï", "": ""}
_VNI_ROOF = {"\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä", "": "â"}
_VNI_BREVE = {"\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë", "": "ê"}
_VNI_WHOLE = {"í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ"}
_TONES = frozenset("\u0301\u0300\u0309\u0303\u0323")


def tcvn3(text: str) -> str:
    """The text as TCVN3 bytes look in Western Europe; capitals with tones have no code and become small."""
    return "".join(_TCVN3_OF.get(letter) or _TCVN3_OF.get(letter.lower(), letter) for letter in text)


def vni(text: str) -> str:
    """The text as VNI bytes look in Western Europe: one or two characters a letter."""
    return "".join(map(_vni, text))


def _vni(letter: str) -> str:
    small = letter.lower()
    if small in _VNI_WHOLE:
        written = _VNI_WHOLE[small]
    else:
        parts = unicodedata.normalize("NFD", small)
        if len(parts) == 1:
            return letter
        tone = next((mark for mark in parts if mark in _TONES), "")
        written = _with_tone(parts[0], parts[1:].replace(tone, "") if tone else parts[1:], tone)
    return written if letter == small else written.upper()


def _with_tone(base: str, mark: str, tone: str) -> str:
    if mark == "\u031b":
        return {"o": "ô", "u": "ö"}[base] + _VNI_PLAIN[tone]
    return base + {"\u0302": _VNI_ROOF, "\u0306": _VNI_BREVE}.get(mark, _VNI_PLAIN)[tone]


def windows_1258(text: str) -> bytes:
    """The text in Windows-1258, which has letters and tones apart where it lacks the whole letter."""
    return b"".join(map(_byte, text))


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in parts if mark in _TONES)
        rest = "".join(mark for mark in parts if mark not in _TONES)
        return (unicodedata.normalize("NFC", rest) + tones).encode("cp1258")
