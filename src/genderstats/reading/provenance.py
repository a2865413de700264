"""What is remembered of people who are kept: where they come from, what was noticed, how and when they were kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from genderstats.reading.ledger import Ledger
from genderstats.reading.notices import Notice, Outcome, Reason, Severity, reasons
from genderstats.text.language import Text

if TYPE_CHECKING:
    import datetime as dt

    from genderstats.period import Moment
    from genderstats.reading.profile import Counting
    from genderstats.reading.sheet import Address


@dataclass(frozen=True, slots=True)
class Noticed(Notice):
    """How many cells were noticed for one reason, when neither their places nor their values are kept."""

    @property
    def message(self) -> Text:
        """What happened, in words."""
        return self.reason.title


@dataclass(frozen=True)
class Origin:
    """The table that kept people come from: its file and sheet, the file's SHA-256, the ledger, and what was noticed."""

    address: Address
    sha256: str
    ledger: Ledger
    notices: tuple[Notice, ...] = ()


def noticed(reason: str, count: int, address: Address) -> Noticed:
    """What was noticed so often; a reason that this version does not know is called by its id."""
    known = reasons().get(reason)
    return Noticed(known or _unknown(reason), address, count=count)


def _unknown(name: str) -> Reason:
    words = Text.same(name)
    return Reason(name, Outcome.KEPT, Severity.NOTE, words, words, words)


@dataclass(frozen=True)
class Kept:
    """A period as a store tells it: its moment, when and by which version it was added, the key's print, the tables it comes from."""

    moment: Moment
    added: dt.datetime
    version: str
    key: str
    counting: Counting
    origins: tuple[Origin, ...]

    @property
    def name(self) -> str:
        """The period."""
        return str(self.moment.period)

    @property
    def ledger(self) -> Ledger:
        """The ledgers of all tables added up."""
        return sum((one.ledger for one in self.origins), Ledger(0, 0, 0))

    @property
    def files(self) -> tuple[str, ...]:
        """The names of the files, each once."""
        return tuple(dict.fromkeys(one.address.file for one in self.origins))
