"""By what the people of two periods are matched: numbers that say who is the same, and not who it is."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from genderstats.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt

    from genderstats.people.days import Day
    from genderstats.reading.roster import People

    Keys = npt.NDArray[np.uint64]

_BYTES, _SECRET_BYTES = 8, 32
#: What a hash is made for, so that a number and a name never give the same.
_NUMBER, _NAME, _BARE = b"staff-number", b"name-and-birth", b"name"
#: The key of somebody of whom there is none.
NO_KEY = 0
#: Which way of making keys this is; keys that were made in another cannot be compared with these.
MADE = 2
#: A number as a spreadsheet may give it back: its leading zeros lost, or a decimal gained.
_DIGITS = re.compile(r"0*(\d+?)(?:\.0+)?")


def new_secret() -> bytes:
    """A secret for one run over files; periods that are kept have one that stays beside them."""
    return secrets.token_bytes(_SECRET_BYTES)


@dataclass(frozen=True)
class MatchKeys:
    """For everybody what stands for the staff number, for the name with the whole date of birth, and for the name alone.

    NO_KEY where there is none. Only keys that were made with one secret can be compared. By a name alone nobody is matched.
    """

    numbers: Keys
    names: Keys
    bare: Keys

    @classmethod
    def of(cls, rosters: Sequence[People], secret: bytes) -> MatchKeys:
        """The keys of the people of rosters, one after the other."""
        return cls(
            np.concatenate([_field_keys(one, "staff_id", number_key, secret) for one in rosters]),
            np.concatenate([_name_keys(one, secret) for one in rosters]),
            np.concatenate([_field_keys(one, "full_name", bare_key, secret) for one in rosters]),
        )

    @classmethod
    def kept(cls, *columns: npt.NDArray[np.int64]) -> MatchKeys:
        """The keys of people who are kept, which a database holds as signed numbers of the same bits."""
        return cls(*(np.ascontiguousarray(one, np.int64).view(np.uint64) for one in columns))

    @property
    def signed(self) -> tuple[npt.NDArray[np.int64], ...]:
        """The keys as a database holds them."""
        return tuple(one.view(np.int64) for one in (self.numbers, self.names, self.bare))

    def __len__(self) -> int:
        return len(self.numbers)


def number_key(number: str, secret: bytes) -> int:
    """What stands for a staff number, however its letters are cased, and with or without the leading zeros of one that is all digits.

    >>> number_key("CB-01", b"secret") == number_key("cb-01", b"secret")
    True
    >>> number_key("00017", b"secret") == number_key("17.0", b"secret"), number_key("0", b"secret") == number_key("00", b"secret")
    (True, True)
    """
    digits = _DIGITS.fullmatch(number.strip())
    return _key(secret, _NUMBER, digits[1] if digits else number.casefold())


def name_key(name: str, birth: Day, secret: bytes) -> int:
    """What stands for a name, however it is cased and its tones are placed, with a whole day of birth.

    >>> from genderstats.people.days import Day
    >>> name_key("Nguyễn Hoà", Day(1970, 5, 1), b"secret") == name_key("NGUYỄN HÒA", Day(1970, 5, 1), b"secret")
    True
    """
    return _key(secret, _NAME, f"{fold(name)}\n{birth.first.isoformat()}")


def bare_key(name: str, secret: bytes) -> int:
    """What stands for a name alone, however it is cased and its tones are placed."""
    return _key(secret, _BARE, fold(name))


def _key(secret: bytes, made_for: bytes, text: str) -> int:
    digest = blake2b(text.encode(), digest_size=_BYTES, key=secret, person=made_for).digest()
    return int.from_bytes(digest, "big") or 1  # nobody's is kept for nobody


def _field_keys(roster: People, field: str, made: Callable[[str, bytes], int], secret: bytes) -> Keys:
    """For everybody what stands for a field alone, NO_KEY where it is not known."""
    if field not in roster.variables:
        return np.full(len(roster), NO_KEY, np.uint64)
    one = roster.variables[field]
    keys: Keys = np.array([*(made(value, secret) for value in one.values), NO_KEY], dtype=np.uint64)[one.codes]
    return keys


def _name_keys(roster: People, secret: bytes) -> Keys:
    keys = np.full(len(roster), NO_KEY, np.uint64)
    if not {"full_name", "birth_date"} <= roster.variables.keys():
        return keys
    names, births = roster.variables["full_name"], roster.variables["birth_date"]
    known = np.array([*(day.whole for day in births.values), False], dtype=bool)[births.codes] & (names.codes >= 0)
    width = len(births.values)
    pairs, inverse = np.unique(names.codes[known].astype(np.int64) * width + births.codes[known], return_inverse=True)
    found = [name_key(names.values[pair // width], births.values[pair % width], secret) for pair in pairs.tolist()]
    keys[known] = np.array(found, dtype=np.uint64)[inverse]
    return keys
