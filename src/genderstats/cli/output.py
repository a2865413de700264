"""Where results go: stdout or a file that is replaced only whole; messages go to stderr."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING

from genderstats.cli.options import Format
from genderstats.cli.speech import LANGUAGE
from genderstats.errors import FormatNotWrittenError, OutputIsInputError, OutputSuffixError, OutputUnwritableError
from genderstats.text.language import Text

if TYPE_CHECKING:
    from genderstats.reporting.document import Document
    from genderstats.text.language import Language, Text
    from genderstats.workflows.gathering import Progress


_THERE = Text("a file of this name is there", "đã có tệp tên này")


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

    def of(self, *written: Format) -> Output:
        """The output with its form settled: the one asked for, else the one the file's suffix implies, else a table.

        Raises:
            FormatNotWrittenError: the command does not write it.
            OutputSuffixError: the name of the file does not tell it.
        """
        if self.path:
            refuse_place(self.path)
        form = self.format or (_implied(self.path) if self.path else Format.TABLE)
        if form is None:
            suffixes = " ".join(f".{one.value}" for one in written if one is not Format.TABLE)
            raise OutputSuffixError(path=self.path, known=f".txt {suffixes}")
        if form not in written:
            raise FormatNotWrittenError(name=form.value, known=", ".join(written))
        return replace(self, format=form)

    def of_toml(self) -> Output:
        """The output of TOML, which has one form, and is corrected by hand: it replaces no file.

        Raises:
            FormatNotWrittenError: another form is asked for.
            OutputUnwritableError: a file of this name is there.
        """
        if self.format:
            raise FormatNotWrittenError(name=self.format.value, known="toml")
        if self.path:
            refuse_place(self.path)
            if self.path.is_file() and self.path.stat().st_size:
                raise OutputUnwritableError(path=self.path, cause=_THERE)
        return self

    def spare(self, read: Iterable[Path]) -> Output:
        """The output, where it overwrites none of the files that were read.

        Raises:
            OutputIsInputError: it is one of them.
        """
        if self.path and self.path.exists() and any(path.exists() and self.path.samefile(path) for path in read):
            raise OutputIsInputError(path=self.path)
        return self

    def write(self, document: Callable[[], Document], records: Mapping[Format, Callable[[], str]]) -> None:
        """Writes the result: a table or Markdown from its document, any other form from the records."""
        record = records.get(self.format or Format.TABLE)
        if record:
            self.put(record())
        elif self.format is Format.MD:
            from genderstats.reporting import markdown

            self.put(markdown.render(document(), self.language))
        else:
            self._table(document())

    def _table(self, document: Document) -> None:
        if self.path is None and sys.stdout.isatty():
            from genderstats.reporting import terminal

            terminal.render(document, self.language, sys.stdout, color=self.color)
        else:
            from genderstats.reporting import piped

            forced = self.path is None and self.color and "FORCE_COLOR" in os.environ and "NO_COLOR" not in os.environ
            self.put(piped.render(document, self.language, color=forced))

    def put(self, text: str) -> None:
        """Writes a text as it is."""
        if self.path is None:
            sys.stdout.write(text)
        else:
            replace_whole(self.path, text.encode())

    def tell(self, message: str) -> None:
        """Says something beside the result, on stderr, unless it is to be quiet."""
        if not self.quiet:
            print(message, file=sys.stderr)

    def tell_in_words(self, said: Text) -> None:
        """The same of a text that is in both languages."""
        self.tell(said[self.language])

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """A progress bar on stderr, on a terminal only, for what takes over a second."""
        from genderstats.cli.progress import bar

        with bar(shown=not self.quiet and sys.stderr.isatty()) as advance:
            yield advance


def _implied(path: Path) -> Format | None:
    """The form that a file's suffix implies."""
    suffix = path.suffix.lower().removeprefix(".")
    implied = {"txt": Format.TABLE, "markdown": Format.MD} | {
        form.value: form for form in Format if form is not Format.TABLE
    }
    return implied.get(suffix)


def refuse_place(path: Path) -> None:
    """Goes on only where a file can be written: not over a folder, nor into one that is not there.

    Raises:
        OutputUnwritableError: it is such a place.
    """
    if path.is_dir():
        raise OutputUnwritableError(path=path, cause=os.strerror(errno.EISDIR))
    if not path.parent.is_dir():
        raise OutputUnwritableError(path=path, cause=os.strerror(errno.ENOENT))


def replace_whole(path: Path, content: bytes) -> None:
    """Replaces a file by this content, whole.

    Raises:
        OutputUnwritableError: the system refuses.
    """
    with replacing(path) as file:
        file.write(content)


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file to be written beside the one it replaces, and put in its place only when it is whole; a link stays a link.

    What is no regular file, such as a pipe, is written into.

    Raises:
        OutputUnwritableError: the system refuses.
    """
    try:
        place = path.resolve()
        if place.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        opened = place.open("wb") if place.exists() and not place.is_file() else _beside(place)
        with opened as file:
            yield file
    except OSError as error:
        raise OutputUnwritableError(path=path, cause=error.strerror or type(error).__name__) from None


@contextmanager
def _beside(path: Path) -> Iterator[IO[bytes]]:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        written.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        written.replace(path)
    except BaseException:
        written.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
