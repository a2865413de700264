"""Who has come into a population since an earlier roster: those who were not on it, and those who were and did not belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from genderstats.counting.count import answers_to
from genderstats.counting.leaving import in_base
from genderstats.counting.population import NOT_KNOWN

if TYPE_CHECKING:
    import numpy.typing as npt

    from genderstats.counting.flows import Books, Workforce
    from genderstats.indicators.indicator import Indicator

    Flags = npt.NDArray[np.int8]
    Bools = npt.NDArray[np.bool_]

CAME, WAS_THERE, OPEN = 1, 0, -1


def entered(books: Books, indicator: Indicator) -> list[Flags]:
    """For everybody on each roster of now: CAME who was not of the population then, WAS_THERE who was, OPEN where it cannot be told."""
    found, said = books.matching, np.full(len(books.now.sexes), OPEN, np.int8)
    if found.possible:
        belonged, unsure = _belonging(books.then, indicator)
        said[:] = CAME
        said[found.unmatched_now] = OPEN
        was = np.where(belonged, WAS_THERE, np.where(unsure, OPEN, CAME)).astype(np.int8)
        said[found.now] = was[found.then]
    ends = np.cumsum([len(one) for one in books.now.populations])
    return np.split(said, ends[:-1])


def _belonging(period: Workforce, indicator: Indicator) -> tuple[Bools, Bools]:
    """Of everybody on the rosters of a period whether they belong to the population, and whether that is not known."""
    belongs, unsure = [], []
    for one in period.populations:
        items = one.each(indicator.per)
        untold = items.why_not(indicator.population, indicator.attribute) is not None
        belongs.append(in_base(items, indicator) & (not untold))
        unsure.append((answers_to(items, indicator) == NOT_KNOWN) | untold)
    return np.concatenate(belongs), np.concatenate(unsure)
