"""People to be counted, from a sheet or kept from one; and a roster: those of one sheet, with their rows and cells."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from genderstats.people.person import Person
from genderstats.reading.choice import NOTHING_CHOSEN, Choice
from genderstats.reading.profile import OWN_RULES, Counting

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from genderstats.period import Moment
    from genderstats.reading.layout.carriers import Carrier
    from genderstats.reading.layout.header import Header
    from genderstats.reading.layout.rows import Rows
    from genderstats.reading.ledger import Ledger
    from genderstats.reading.notices import Notice
    from genderstats.reading.offices import Offices
    from genderstats.reading.sheet import Address, Codes, Flags, Sheet


@dataclass(frozen=True)
class Layout:
    """How a sheet was understood: its header, the columns of each field, the kind of each row, and what was said of it beforehand."""

    header: Header
    carriers: dict[str, Carrier]
    rows: Rows
    choice: Choice = NOTHING_CHOSEN

    def headers(self) -> dict[str, str]:
        """For each field that is read, the header of its column or columns."""
        return {
            field: " | ".join(self.header.text(place) for place in carrier.places)
            for field, carrier in self.carriers.items()
        }


@dataclass(frozen=True)
class Variable:
    """A field of all people: its distinct values, and which of them each person has (-1 where it is not known).

    Of a field in which a blank says "none", `doubt` marks those whose cell is filled and yet tells nothing. Where people are kept
    without the words of the field, `told` is what each dimension reads of a value.
    """

    codes: Codes
    values: list[Any]
    doubt: Flags | None = None
    told: Mapping[str, Sequence[str | None]] | None = None


@dataclass(frozen=True, kw_only=True)
class People:
    """What is known of people who are counted, what was noticed, and the ledger of the rows they stood in.

    Fields that nothing tells are no variables. `probation` says of each person whether Party membership is still on probation:
    1 yes, 0 no, -1 not known; None where no column tells. `counting` is by which rules the people are counted.
    """

    variables: dict[str, Variable]
    notices: tuple[Notice, ...]
    ledger: Ledger
    moment: Moment
    sha256: str
    offices: Offices | None
    party_offices: Offices | None
    probation: Codes | None = None
    counting: Counting = OWN_RULES

    def __len__(self) -> int:
        return self.ledger.people

    @property
    def address(self) -> Address:
        """The file and sheet they come from, and the first row where it is not the sheet's first table."""
        raise NotImplementedError

    @property
    def numbered_rows(self) -> Codes:
        """For everybody the number of the row, as the sheet has it; -1 where it is not known."""
        raise NotImplementedError

    @property
    def headers(self) -> dict[str, str]:
        """For each field that is read from a column, its header; nothing where only the people are kept."""
        return {}

    @property
    def kept_on(self) -> dt.date | None:
        """The day on which they were kept; None of people who are read now."""
        return None

    def address_of(self, place: int) -> Address:
        """Where somebody stands; the list, where the row is not known."""
        row = int(self.numbered_rows[place])
        return replace(self.address, row=row if row >= 0 else None)


@dataclass(frozen=True, kw_only=True)
class Roster(People):
    """The people of one table, and where they stand in it."""

    sheet: Sheet
    layout: Layout

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def people(self) -> pd.DataFrame:
        """One row a person and one categorical column a field, indexed by the sheet's row numbers; what is missing is not known.

        Made only as it is asked for: counting works on the variables, and so does not wait for pandas to be imported.
        """
        import pandas as pd

        columns = {
            field: pd.Categorical.from_codes(one.codes, categories=pd.Index(one.values, dtype=object))
            for field, one in self.variables.items()
        }
        return pd.DataFrame(columns, index=pd.Index(self.rows + self.sheet.first, name="row"))

    @property
    def address(self) -> Address:
        """Where it stands: its file and sheet, and its first row where it is not the sheet's first table."""
        return self.sheet.address(0) if self.sheet.first > 1 else self.sheet.address()

    @property
    def headers(self) -> dict[str, str]:
        """For each field that is read, the header of its column or columns."""
        return self.layout.headers()

    @cached_property
    def rows(self) -> npt.NDArray[np.intp]:
        """The sheet's rows that hold people, counted from 0."""
        return self.layout.rows.of("person")

    @cached_property
    def numbered_rows(self) -> Codes:
        """For everybody the number of the row, as the sheet has it."""
        return (self.rows + self.sheet.first).astype("int32")

    def records(self) -> Iterator[Person]:
        """Each person as a record, made only as it is asked for."""
        for one in range(len(self)):
            known = ((field, variable) for field, variable in self.variables.items() if variable.codes[one] >= 0)
            yield Person.model_validate({field: variable.values[variable.codes[one]] for field, variable in known})
