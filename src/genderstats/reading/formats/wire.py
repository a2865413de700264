"""How sheets and refusals travel from the process that reads files to the one that asks: a line of JSON, then the codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from genderstats import errors
from genderstats.reading.grid import Coded, Grid, Marks, Merge
from genderstats.text.language import Text

if TYPE_CHECKING:
    from typing import IO

    from genderstats.errors import GenderstatsError, InputError


def send_line(stream: IO[bytes], said: dict[str, Any]) -> None:
    """Sends a line of JSON."""
    stream.write(json.dumps(said, separators=(",", ":")).encode())
    stream.write(b"\n")


def receive_line(stream: IO[bytes]) -> dict[str, Any]:
    """The next line of JSON.

    Raises:
        EOFError: there is none; whoever sent has ended.
    """
    line = stream.readline()
    if not line.endswith(b"\n"):
        raise EOFError
    said: dict[str, Any] = json.loads(line)
    return said


def send_grid(stream: IO[bytes], grid: Grid) -> None:
    """Sends a sheet."""
    marks = grid.marks
    send_line(
        stream,
        {
            "is": "sheet",
            "name": grid.name,
            "height": grid.height,
            "unreadable": grid.unreadable,
            "columns": [column.values for column in grid.columns],
            "hidden": marks.hidden,
            "merges": marks.merges,
            "hidden_rows": sorted(marks.hidden_rows),
            "hidden_columns": sorted(marks.hidden_columns),
            "uncomputed": marks.uncomputed,
        },
    )
    stream.writelines(column.codes for column in grid.columns)


def receive_grid(stream: IO[bytes], said: dict[str, Any]) -> Grid:
    """The sheet of which a line tells.

    Raises:
        EOFError: whoever sent it ended before its end.
    """
    columns = tuple(Coded(_exactly(stream, 4 * said["height"]), values) for values in said["columns"])
    marks = Marks(
        hidden=said["hidden"],
        merges=tuple(Merge(*one) for one in said["merges"]),
        hidden_rows=frozenset(said["hidden_rows"]),
        hidden_columns=frozenset(said["hidden_columns"]),
        uncomputed=tuple((row, column) for row, column in said["uncomputed"]),
    )
    return Grid(said["name"], said["height"], columns, marks, said["unreadable"])


def _exactly(stream: IO[bytes], size: int) -> bytes:
    content = stream.read(size)
    if len(content) < size:
        raise EOFError
    return content


def send_refusal(stream: IO[bytes], error: GenderstatsError) -> None:
    """Sends why a file is not read."""
    values = {
        name: [value.en, value.vi] if isinstance(value, Text) else str(value) for name, value in error.values.items()
    }
    send_line(stream, {"is": "refusal", "kind": type(error).__name__, "values": values})


def refusal(said: dict[str, Any]) -> InputError:
    """The refusal of which a line tells."""
    values = {name: Text(*value) if isinstance(value, list) else value for name, value in said["values"].items()}
    kind: type[InputError] = getattr(errors, said["kind"])
    return kind(**values)
