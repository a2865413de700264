"""The loader of what is declared in TOML: word lists here, definitions beside the code that reads them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str, package: str = __package__) -> dict[str, Any]:
    """The declarations `name` (a TOML file of a package, without its suffix), read once."""
    return tomllib.loads((files(package) / f"{name}.toml").read_text(encoding="utf-8"))
