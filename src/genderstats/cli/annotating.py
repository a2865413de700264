"""`check --annotate`: the copy of a workbook with the notices in it, written beside the result."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from genderstats.cli.output import Output, refuse_place, replacing
from genderstats.cli.speech import say
from genderstats.errors import AnnotationIsOutputError, AnnotationOfSeveralError, AnnotationSuffixError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from genderstats.reporting.annotation.annotate import Annotated
    from genderstats.workflows.gathering import Gathering

_MACROS = ".xlsm"
_SUFFIXES = (".xlsx", _MACROS)


@dataclass(frozen=True)
class Copy:
    """An annotated copy, and the output that tells of it."""

    out: Output
    path: Path

    def write(self, found: Gathering) -> None:
        """Writes the copy, whole, and says so.

        Raises:
            OutputIsInputError: it would overwrite the roster.
            InputError: the roster is of a kind that is not annotated, or cannot be annotated safely.
            OutputUnwritableError: the system refuses.
        """
        from genderstats.workflows.check import annotated

        Output(path=self.path).spare(found.paths)
        with replacing(self.path) as file:
            done = annotated(found, self.out.language, file, with_macros=self.path.suffix.lower() == _MACROS)
        self._tell(done)

    def _tell(self, done: Annotated) -> None:
        from genderstats.text import marks

        notices, cells, uncommented = (
            marks.count(number, self.out.language) for number in (done.notices, done.cells, done.uncommented)
        )
        said = say(
            "written: {path} (notices: {notices}, cells coloured: {cells})",
            "đã ghi: {path} (lưu ý: {notices}, ô được tô màu: {cells})",
        )
        self.out.tell(said.format(path=self.path, notices=notices, cells=cells))
        if done.uncommented:
            said = say(
                "{number} coloured cells have no comment, as so many would open too slowly; the first sheet lists all",
                "{number} ô được tô màu không có ghi chú, vì quá nhiều thì tệp mở rất chậm; trang đầu liệt kê đủ",
            )
            self.out.tell(said.format(number=uncommented))
        if done.without_macros:
            self.out.tell(
                say(
                    "the copy is without the macros; end its name in .xlsm to keep them",
                    "bản sao không có macro; hãy đặt tên đuôi .xlsm để giữ lại",
                )
            )


def copy_of(out: Output, path: Path, rosters: Sequence[str]) -> Copy:
    """The copy that is asked for, before anything is read.

    Raises:
        AnnotationSuffixError: its name is not that of a workbook.
        AnnotationOfSeveralError: more than one roster is named.
        AnnotationIsOutputError: the result is to be written there too.
        OutputUnwritableError: it cannot be written there.
    """
    from genderstats.workflows.gathering import files

    if path.suffix.lower() not in _SUFFIXES:
        raise AnnotationSuffixError(path=path)
    refuse_place(path)
    if out.path and out.path.resolve() == path.resolve():
        raise AnnotationIsOutputError(path=path)
    named = len(files(rosters))
    if named != 1:
        raise AnnotationOfSeveralError(count=named)
    return Copy(out, path)
