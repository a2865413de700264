"""The key of a store, and what it makes of a person: numbers that say who is the same from period to period, and not who it is."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from genderstats.errors import StoreKeyError
from genderstats.store.placing import placed
from genderstats.text.folding import fold

if TYPE_CHECKING:
    from pathlib import Path

    import numpy.typing as npt

    from genderstats.people.days import Day
    from genderstats.reading.roster import People

    Keys = npt.NDArray[np.int64]

_HEAD, _BYTES, _KEY_BYTES = "genderstats-key/1 ", 32, 8
#: What a hash is made for, so that a number and a name never give the same.
_PRINT, _NUMBER, _NAME = b"print", b"staff-number", b"name-and-birth"
#: The key of somebody of whom there is none.
NO_KEY = 0


@dataclass(frozen=True)
class Key:
    """The secret of a store."""

    secret: bytes

    @cached_property
    def print(self) -> str:
        """By what the key is known again, which does not tell it."""
        return self._hash(_PRINT, b"").hex()

    def of_number(self, number: str) -> int:
        """What stands for a staff number, however its letters are cased."""
        return self._number(_NUMBER, number.casefold())

    def of_name(self, name: str, birth: Day) -> int:
        """What stands for a folded name with a whole day of birth."""
        return self._number(_NAME, f"{name}\n{birth.first.isoformat()}")

    def _number(self, made_for: bytes, text: str) -> int:
        found = int.from_bytes(self._hash(made_for, text.encode()), "big", signed=True)
        return found or 1  # nobody's is kept for nobody

    def _hash(self, made_for: bytes, text: bytes) -> bytes:
        return blake2b(text, digest_size=_KEY_BYTES, key=self.secret, person=made_for).digest()


def key_file(store: Path) -> Path:
    """Where the key of a store stands."""
    return store.with_name(f"{store.name}.key")


def key_beside(store: Path) -> Key | None:
    """The key that stands beside a store; None where there is none.

    Raises:
        StoreKeyError: what stands there is no key, or cannot be read.
    """
    path = key_file(store)
    try:
        text = path.read_text(encoding="ascii")
        secret = bytes.fromhex(text.removeprefix(_HEAD))
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        raise StoreKeyError(path=path) from None
    if not text.startswith(_HEAD) or len(secret) != _BYTES:
        raise StoreKeyError(path=path)
    return Key(secret)


def key_made(store: Path) -> Key:
    """A new key, kept beside a store for its owner alone.

    Raises:
        OSError: the system refuses.
    """
    placed(key_file(store), _written)
    key = key_beside(store)
    assert key is not None
    return key


def _written(path: Path) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(f"{_HEAD}{secrets.token_hex(_BYTES)}\n")
        file.flush()
        os.fsync(file.fileno())


def number_keys(people: People, key: Key) -> Keys:
    """For everybody what stands for the staff number, NO_KEY where none is known."""
    if "staff_id" not in people.variables:
        return np.full(len(people), NO_KEY, np.int64)
    one = people.variables["staff_id"]
    return np.array([*map(key.of_number, one.values), NO_KEY], dtype=np.int64)[one.codes]


def name_keys(people: People, key: Key) -> Keys:
    """For everybody what stands for the name with the date of birth, NO_KEY where one is not known, or no whole day."""
    keys = np.full(len(people), NO_KEY, np.int64)
    if not {"full_name", "birth_date"} <= people.variables.keys():
        return keys
    names, births = people.variables["full_name"], people.variables["birth_date"]
    whole = np.array([*(day.whole for day in births.values), False], dtype=bool)[births.codes] & (names.codes >= 0)
    folded, width = list(map(fold, names.values)), len(births.values)
    pairs, inverse = np.unique(names.codes[whole].astype(np.int64) * width + births.codes[whole], return_inverse=True)
    found = [key.of_name(folded[pair // width], births.values[pair % width]) for pair in pairs.tolist()]
    keys[whole] = np.array(found, dtype=np.int64)[inverse]
    return keys
