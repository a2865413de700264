"""What is kept of people, written for other programs: Parquet as it stands, CSV as spreadsheets show and do not run it."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

from genderstats.reading.keys import NO_KEY
from genderstats.store.exporting import Exported, Numbers, exported
from genderstats.store.opening import Tell, untold
from genderstats.workflows.keeping import parsed

if TYPE_CHECKING:
    from pathlib import Path

    from genderstats.store.exporting import Words

#: The suffixes of the files that are written.
SUFFIXES = (".parquet", ".csv")


def table(store: Path, period: str, tell: Tell = untold) -> Exported:
    """The people of a period that is kept.

    Raises:
        NotAPeriodError: the text is no period.
        PeriodNotKeptError: it is not kept.
        StoreError: the store cannot be read.
    """
    return exported(store, str(parsed(period)), tell)


def write(people: Exported, file: IO[bytes], suffix: str) -> None:
    """Writes people in the form that a suffix names.

    Raises:
        OSError: the system refuses.
    """
    if suffix.lower() == ".parquet":
        _parquet(people, file)
        return
    from genderstats.reporting.records import as_csv

    names = [one.name for one in people.columns]
    rows = zip(*(one.texts() for one in people.columns), strict=True)
    file.write(as_csv(names, (dict(zip(names, row, strict=True)) for row in rows)).encode())


def _parquet(people: Exported, file: IO[bytes]) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.table({one.name: _arrow(one) for one in people.columns}), file)


def _arrow(column: Words | Numbers) -> Any:
    import pyarrow as pa

    if isinstance(column, Numbers):
        return pa.array(column.numbers, mask=column.numbers == NO_KEY)
    places = pa.array(column.places.astype("int32"), mask=column.places < 0)
    return pa.DictionaryArray.from_arrays(places, pa.array(column.words, pa.string()))
