"""Dates against the day the roster stands at: ages that cannot be, ages that are striking, days that have not come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from genderstats.vocabulary.loading import load

if TYPE_CHECKING:
    import datetime as dt

    import numpy.typing as npt

    from genderstats.reading.sheet import Flags
    from genderstats.reading.validation import Column


def believed(births: Column, as_of: dt.date | None) -> Column:
    """The births with those blanked that would make somebody of an age that no staff has; without a day, none can be judged."""
    impossible = _outside(births, as_of, "possible")
    return births.without(impossible, "age-impossible") if impossible.any() else births


def later(column: Column, as_of: dt.date | None) -> Flags:
    """The people whose day in a column of dates lies after the day the roster stands at."""
    return column.where(as_of is not None and day.first > as_of for day in column.values)


def striking(births: Column, as_of: dt.date | None) -> Flags:
    """The people whose age is possible, and unusual enough to look at."""
    return _outside(births, as_of, "usual")


def _outside(births: Column, as_of: dt.date | None, kind: str) -> npt.NDArray[np.bool_]:
    if as_of is None:
        return np.zeros(len(births.codes), bool)
    ages = load("rows")["ages"][kind]
    return births.where(not ages["from"] <= day.age(as_of) <= ages["to"] for day in births.values)
