"""Who on a list of one period is who on that of another: by staff number, else by name and birth; what is doubtful is never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from genderstats.reading.keys import MatchKeys

    Places = npt.NDArray[np.intp]
    Flags = npt.NDArray[np.bool_]
    Ints = npt.NDArray[np.int64]

#: Why people are not matched though something says that they may be one. `number-repeated`, `name-repeated`: a key stands twice on
#: a side; `contradicts`: one number, and two of name, birth and sex differ, or one that nothing confirms; `crossed`: the number says
#: one person, name and birth another; `number-differs`: one name and birth, other number; `name-alone`: one name, and nothing says
#: whether number and birth are one; `birth-alike`: one name, no number, and births that differ in one part alone; `with-doubtful`: the
#: key of somebody on the other side who is in doubt.
Doubt = Literal[
    "number-repeated", "contradicts", "crossed", "name-repeated", "number-differs", "name-alone", "birth-alike", "with-doubtful",
]  # fmt: skip
DOUBTS: tuple[Doubt, ...] = get_args(Doubt)
#: By what people are matched.
By = Literal["number", "name"]


@dataclass(frozen=True)
class Side:
    """The people of one period, in any order: their keys, their sexes (2 is not known), the keys of their births (-1 is not known)."""

    keys: MatchKeys
    sexes: npt.NDArray[np.int8]
    births: Ints

    def __len__(self) -> int:
        return len(self.sexes)


@dataclass(frozen=True)
class Doubted:
    """People who share a key and are not matched, as places on either side."""

    why: Doubt
    then: tuple[int, ...]
    now: tuple[int, ...]


@dataclass(frozen=True)
class Matching:
    """Pairs of places, then and now, of one person each; who could not be matched on either side; and what was in doubt.

    `by` are the keys that could be used, none where no kind of key stands on both sides; `distrusted` says that staff numbers
    stand on both sides, and do not stand for the same people.
    """

    then: Places
    now: Places
    unmatched_then: Flags
    unmatched_now: Flags
    doubts: tuple[Doubted, ...] = ()
    by: tuple[By, ...] = ()
    by_number: int = 0
    distrusted: bool = False

    @property
    def possible(self) -> bool:
        """Whether anything tells who is who."""
        return bool(self.by)

    @property
    def by_name(self) -> int:
        """How many are matched by name and birth."""
        return len(self.then) - self.by_number

    @property
    def keyless(self) -> tuple[int, int]:
        """Of how many, then and now, nothing tells who they are: not matched, and nobody is in doubt about them."""
        then = self.unmatched_then.sum() - len({place for one in self.doubts for place in one.then})
        now = self.unmatched_now.sum() - len({place for one in self.doubts for place in one.now})
        return int(then), int(now)
