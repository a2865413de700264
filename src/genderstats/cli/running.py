"""One run: arguments in, exit code out; every error becomes one clear line."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import TYPE_CHECKING

from genderstats.cli.speech import LANGUAGE, say
from genderstats.errors import GenderstatsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import typer

DONE, FOUND, NOT_DONE, DEFECT, INTERRUPTED = 0, 1, 2, 101, 130


def run(arguments: Sequence[str]) -> int:
    """Runs a command line and gives its exit code: 0 done, 1 something was found, 2 could not be done, 101 a defect of ours."""
    debug = "--debug" in arguments
    _speak_utf8()
    try:
        return _invoke(list(arguments))
    except GenderstatsError as error:
        _tell(error.message(LANGUAGE))
        return NOT_DONE
    except KeyboardInterrupt:
        _tell(say("interrupted; nothing was written", "đã dừng; chưa ghi gì"))
        return INTERRUPTED
    except OSError as error:
        return _unwritten(error)
    except MemoryError:
        _tell(
            say(
                "there is not enough memory for this roster; close other programs, or split the file",
                "không đủ bộ nhớ cho danh sách này; hãy đóng bớt chương trình, hoặc chia nhỏ tệp",
            )
        )
        return NOT_DONE
    except Exception as error:
        if debug:
            raise
        _tell(
            say(
                "a defect of genderstats, not of your roster ({kind}). Run again with --debug and report what it prints.",
                "lỗi của genderstats, không phải của danh sách ({kind}). Hãy chạy lại với --debug và báo lại nội dung in ra.",
            ).format(kind=type(error).__name__)
        )
        return DEFECT


def _unwritten(error: OSError) -> int:
    """What to do when stdout takes no more: a reader that has read enough is content, a full disk is not."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return DONE
    cause = error.strerror or type(error).__name__
    _tell(say("the result cannot be written ({cause})", "không ghi được kết quả ({cause})").format(cause=cause))
    return NOT_DONE


def _speak_utf8() -> None:
    """Lets files and pipes have UTF-8 whatever the system's own encoding, and a terminal what it can show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
            if stream.isatty() or "PYTHONIOENCODING" in os.environ:
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8")


def _invoke(arguments: list[str]) -> int:
    import typer

    from genderstats.cli.app import app

    held = io.StringIO() if LANGUAGE == "vi" and (not arguments or "--help" in arguments) else None
    try:
        with contextlib.redirect_stdout(held or sys.stdout):
            result = app(arguments, standalone_mode=False, prog_name="genderstats")
        if result == INTERRUPTED:  # the library's way of saying so
            raise KeyboardInterrupt
    except SystemExit:  # the library's way of saying that the pipe is closed
        raise BrokenPipeError from None
    except typer.TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            print(_translated(error.format_message()))
        else:
            _tell(_usage(error))
        return NOT_DONE
    if held:
        print(_translated(held.getvalue()), end="")
    sys.stdout.flush()
    return result if isinstance(result, int) else DONE


def _translated(text: str) -> str:
    if LANGUAGE != "vi":
        return text
    from genderstats.cli.translation import vietnamese

    return vietnamese(text)


def _usage(error: typer.TyperException) -> str:
    """A usage error on one line, with the command whose help explains it."""
    message = " ".join(error.format_message().split()).replace("Value error, ", "")
    context = getattr(error, "ctx", None)
    return f"{_translated(message)} → {context.command_path if context else 'genderstats'} --help"


def _tell(message: str) -> None:
    print(f"genderstats: {message}", file=sys.stderr)
