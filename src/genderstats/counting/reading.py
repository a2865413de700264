"""What a dimension reads of the words of a field: a code of its list, or whether the field holds anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from genderstats.counting.filled import says_nothing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from genderstats.indicators.dimension import Dimension

#: The codes of whether a field holds anything.
FILLED = ("yes", "no")


def read_of(dimension: Dimension, values: Iterable[Any]) -> list[str | None]:
    """What a dimension of the kind "read" or "filled" reads of each value of its field; None where its list does not know it."""
    listed = dimension.code_list
    if listed is None:
        return [FILLED[says_nothing(str(value), dimension.nothing)] for value in values]
    return [listed.find(str(value)) for value in values]
