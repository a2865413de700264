"""Parquet files: the names of the columns as the header, every cell as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.errors import FileUnreadableError
from genderstats.reading.formats.packed import DAMAGED
from genderstats.reading.grid import Grid, coded

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

    from genderstats.reading.formats.limits import Limits
    from genderstats.reading.formats.source import Source
    from genderstats.reading.grid import Coded


def read(source: Source, limits: Limits) -> Iterator[Grid]:
    """The one sheet of the file.

    Raises:
        InputError: the file is damaged or holds more than it may.
    """
    import pyarrow as pa
    from pyarrow import parquet

    try:
        with source.open() as stream:
            file = parquet.ParquetFile(stream)
            groups = (file.metadata.row_group(place) for place in range(file.metadata.num_row_groups))
            limits.hold(source.name, "size", sum(group.total_byte_size for group in groups))
            limits.hold(source.name, "cells", file.metadata.num_rows * file.metadata.num_columns)
            table = file.read()
    except pa.ArrowMemoryError:
        raise
    except (pa.ArrowException, OSError, ValueError):
        raise FileUnreadableError(path=source.name, cause=DAMAGED) from None
    columns = tuple(_coded(name, column) for name, column in zip(table.column_names, table.columns, strict=True))
    yield Grid(None, table.num_rows + 1, columns)


def _coded(name: str, column: pa.ChunkedArray) -> Coded:
    import pyarrow as pa
    import pyarrow.compute as pc

    try:
        texts = pc.cast(column, pa.string()).to_pylist()
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        texts = [None if value is None else str(value) for value in column.to_pylist()]
    return coded([name, *texts])
