"""`inspect --save`: a profile written whole, over no roster and over nothing that is no profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.cli.output import Output, replace_whole
from genderstats.cli.speech import say
from genderstats.errors import ProfileNotSavedError
from genderstats.reading.profile import SCHEMA
from genderstats.text.language import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from genderstats.reading.profile import Profile
    from genderstats.workflows.gathering import Gathering

_NOT_TOML = Text("its name does not end in .toml", "tên không có đuôi .toml")
_AN_INPUT = Text("it was read as an input and would be lost", "đây là tệp đầu vào và sẽ bị mất")
_THE_OUTPUT = Text("the result is written there", "kết quả được ghi vào tệp đó")
_NO_PROFILE = Text("a file of this name is there and is no profile", "đã có tệp tên này và không phải profile")
_SEVERAL = Text("a profile is of one file, and several were read", "một profile là của một tệp, nhưng đã đọc nhiều tệp")


def keep(path: Path, found: Gathering, profile: Profile, others: Sequence[Path], out: Output) -> None:
    """Writes the profile of one file's rosters, and says so on stderr.

    Raises:
        ProfileNotSavedError: it would overwrite what it must not, or speak of several files.
        OutputUnwritableError: the system refuses.
    """
    from genderstats.reporting import kept

    refused = _refused(path, [*found.paths, *others], out)
    if len({roster.sheet.file for roster in found.rosters}) > 1:
        refused = _SEVERAL
    if refused:
        raise ProfileNotSavedError(path=path, cause=refused)
    replace_whole(path, kept.toml(found.rosters, profile, out.language, path.parent).encode())
    out.tell(say("profile saved: {path}", "đã lưu profile: {path}").format(path=path))


def _refused(path: Path, read: Sequence[Path], out: Output) -> Text | None:
    """Why a profile is not to be written there."""
    if path.suffix.lower() != ".toml":
        return _NOT_TOML
    if out.path and out.path.resolve() == path.resolve():
        return _THE_OUTPUT
    if not path.exists():
        return None
    if any(one.exists() and path.samefile(one) for one in read):
        return _AN_INPUT
    return None if not path.is_file() or _is_profile(path) else _NO_PROFILE


def _is_profile(path: Path) -> bool:
    """Whether a file says that it is a profile, or nothing at all."""
    try:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return False
    return not text.strip() or SCHEMA.partition("/")[0] in text
