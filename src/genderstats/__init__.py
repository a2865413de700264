"""Gender indicators from personnel rosters: an untouched staff list in, official indicators out.

>>> from genderstats import compute
>>> found = compute("data/samples/hckt/hckt-2016.xlsx", indicators=["women-share-leaders"])
>>> found.observations[0].women, found.observations[0].denominator
(49, 140)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from genderstats import version

if TYPE_CHECKING:
    from genderstats.workflows.interface import add, compare, compute, explain, forecast, periods, read_roster, targets

__version__ = version.VERSION

__all__ = ["__version__", "add", "compare", "compute", "explain", "forecast", "periods", "read_roster", "targets"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    from genderstats.workflows import interface

    return getattr(interface, name)
