"""A progress bar that appears only when something takes over a second."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from genderstats.workflows.gathering import Progress

_PATIENCE_SECONDS = 1.0


@contextmanager
def bar(*, shown: bool) -> Iterator[Progress]:
    """Something to tell of each file as it is begun; after a second it shows as a bar, if it may be shown."""
    if not shown:
        yield lambda name, done, of: None
        return
    made = _bar()
    task = made.add_task("", total=None)
    patience = Timer(_PATIENCE_SECONDS, made.start)
    patience.daemon = True
    patience.start()
    try:
        yield lambda name, done, of: made.update(task, description=name, completed=done, total=of if of > 1 else None)
    finally:
        patience.cancel()
        patience.join()
        made.stop()


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
