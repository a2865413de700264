"""The program run as a script would run it: in a process of its own, inside this one, or on a terminal."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from support.places import SOURCE

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Run:
    """What a run gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def process(*arguments: object, folder: Path | None = None, lang: str = "en", **environment: str) -> Run:
    """The program in a process of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    settings = {"PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1", "GENDERSTATS_LANG": lang}
    done = subprocess.run(
        [sys.executable, "-m", "genderstats", *map(str, arguments)],
        capture_output=True,
        cwd=folder,
        env=kept | settings | environment,
        timeout=120,
        check=False,
    )
    return Run(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def inside(*arguments: object) -> Run:
    """The program inside this process, in English."""
    from genderstats.cli.running import run

    out, err = _stream(), _stream()
    with redirect_stdout(out), redirect_stderr(err):
        code = run([str(argument) for argument in arguments])
    return Run(code, _said(out), _said(err))


def on_terminal(*arguments: object, columns: int = 100, lang: str = "en") -> str:
    """What the program shows on a terminal of so many columns, without its colours."""
    import fcntl
    import pty
    import re
    import struct
    import termios

    lead, follow = pty.openpty()
    fcntl.ioctl(follow, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    settings = {"PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1", "GENDERSTATS_LANG": lang, "TERM": "xterm"}
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    command = [sys.executable, "-m", "genderstats", *map(str, arguments)]
    shown = b""
    with subprocess.Popen(command, env=kept | settings, stdout=follow, stderr=subprocess.DEVNULL) as running:
        os.close(follow)
        while part := _read(lead):
            shown += part
    os.close(lead)
    assert running.returncode == 0
    return re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", shown.decode("utf-8")).replace("\r\n", "\n")


def _read(lead: int) -> bytes:
    try:
        return os.read(lead, 4096)
    except OSError:  # the terminal is gone with its last program
        return b""


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")


def _said(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]
