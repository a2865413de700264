"""The key of a store, by which numbers say who is the same from period to period, and not who it is."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

from genderstats.errors import StoreIsFolderError, StoreKeyError
from genderstats.reading.keys import MADE, new_secret
from genderstats.store.placing import followed, placed

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = "genderstats-key/1 "
_PRINT, _PRINT_BYTES = b"print", 8


@dataclass(frozen=True)
class Key:
    """The secret of a store."""

    secret: bytes

    @cached_property
    def print(self) -> str:
        """By what the key, and the way in which numbers are made with it, are known again; it does not tell the key."""
        digest = blake2b(b"", digest_size=_PRINT_BYTES, key=self.secret, person=_PRINT).hexdigest()
        return f"{MADE}:{digest}"


def key_file(store: Path) -> Path:
    """Where the key of a store stands.

    Raises:
        StoreIsFolderError: what should be a store is a folder.
    """
    if store.is_dir():
        raise StoreIsFolderError(path=store)
    store = followed(store)
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
    if not text.startswith(_HEAD) or len(secret) != len(new_secret()):
        raise StoreKeyError(path=path)
    return Key(secret)


def key_made(store: Path) -> Key:
    """A new key, kept beside a store for its owner alone.

    Raises:
        OSError: the system refuses.
        StoreKeyError: what stands in its place is no key, such as a link to nothing.
    """
    placed(key_file(store), _written)
    key = key_beside(store)
    if key is None:
        raise StoreKeyError(path=key_file(store))
    return key


def _written(path: Path) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(f"{_HEAD}{new_secret().hex()}\n")
        file.flush()
        os.fsync(file.fileno())
