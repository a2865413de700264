"""Where results go: stdout or a file that is replaced only whole; messages go to stderr."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from genderstats.cli.options import Format
from genderstats.cli.speech import LANGUAGE
from genderstats.errors import FormatNotWrittenError, OutputUnwritableError

if TYPE_CHECKING:
    from genderstats.reporting.document import Document
    from genderstats.text.language import Language
    from genderstats.workflows.gathering import Progress

#: How a command writes each form, but for the table and Markdown, which come from its document.
Writers = Mapping[Format, Callable[[], str]]


@dataclass(frozen=True)
class Output:
    """Where and how a command's result is written."""

    format: Format | None = None
    path: Path | None = None
    quiet: bool = False
    color: bool = True

    @property
    def language(self) -> Language:
        """The language of the result."""
        return LANGUAGE

    def form(self, writers: Writers) -> Format:
        """The form to write: the one asked for, else the one the file's suffix implies, else a table.

        Raises:
            FormatNotWrittenError: this command writes no such form.
        """
        known = [Format.TABLE, *writers, Format.MD]
        asked = self.format or (self._implied(known) if self.path else Format.TABLE)
        if asked not in known:
            raise FormatNotWrittenError(name=asked.value, known=", ".join(known))
        return asked

    def _implied(self, known: list[Format]) -> Format:
        assert self.path is not None
        suffix = self.path.suffix.lower().removeprefix(".")
        implied = {"txt": Format.TABLE, "markdown": Format.MD} | {form.value: form for form in Format if form is not Format.TABLE}
        if suffix not in implied:
            raise FormatNotWrittenError(name=self.path.name, known=", ".join(known))
        return implied[suffix]

    def write(self, document: Callable[[], Document], writers: Writers) -> None:
        """Writes the result."""
        form = self.form(writers)
        if form in writers:
            self._put(writers[form]())
        elif form is Format.MD:
            from genderstats.reporting import markdown

            self._put(markdown.render(document(), self.language))
        else:
            self._table(document())

    def _table(self, document: Document) -> None:
        from genderstats.reporting import terminal

        if self.path is None:
            terminal.render(document, self.language, sys.stdout, color=self.color)
            return
        text = io.StringIO()
        terminal.render(document, self.language, text, color=False)
        self._put(text.getvalue())

    def _put(self, text: str) -> None:
        if self.path is None:
            sys.stdout.write(text)
        else:
            replace_whole(self.path, text.encode())

    def tell(self, message: str) -> None:
        """Says something beside the result, on stderr, unless it is to be quiet."""
        if not self.quiet:
            print(message, file=sys.stderr)

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """A progress bar on stderr, on a terminal only, for what takes over a second."""
        from genderstats.cli.progress import bar

        with bar(shown=not self.quiet and sys.stderr.isatty()) as advance:
            yield advance


def replace_whole(path: Path, content: bytes) -> None:
    """Writes a file beside the one it replaces, and puts it in its place only when it is whole.

    Raises:
        OutputUnwritableError: the system refuses.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.chmod(name, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
            os.replace(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputUnwritableError(path=path, cause=error.strerror or type(error).__name__) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
