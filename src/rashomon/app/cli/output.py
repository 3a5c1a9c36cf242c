"""Where a command's results go: a file, replaced only when complete, or standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from rashomon.errors import RashomonError, UsageError

STANDARD_OUTPUT = "-"


def check_destinations(*destinations: str | None) -> None:
    """Say before any work is done that a result has nowhere to go. None: a result that nobody asked for.

    Raises `UsageError` where two results would be mixed on standard output, `RashomonError` where a file cannot come to be.
    """
    wanted = [to for to in destinations if to]
    if wanted.count(STANDARD_OUTPUT) > 1:
        raise UsageError("only one result can go to standard output: name a file for the others")
    for to in wanted:
        folder = Path(to).parent
        if to != STANDARD_OUTPUT and not folder.is_dir():
            raise RashomonError(f"cannot write {to}: there is no folder {folder}")


def write_text(to: str, text: str) -> None:
    """Write `text` to the file `to`, or to standard output for "-"."""
    write_lines(to, [text.removesuffix("\n")])


def write_lines(to: str, lines: Iterable[str]) -> None:
    """Write lines as they come; a file appears under its name only once all of them are written."""
    if to == STANDARD_OUTPUT:
        if sys.stdout is None:
            raise RashomonError("standard output is closed")
        for line in lines:
            sys.stdout.write(line + "\n")
        return
    with _taking_the_place_of(to) as path, path.open("w", encoding="utf-8", newline="\n") as f:
        f.writelines(line + "\n" for line in lines)


def write_files(folder: str, files: Mapping[str, bytes]) -> None:
    """Write several files into a folder, made if it is not there; what else is in it stays."""
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise RashomonError(f"cannot write into {folder}: {e.strerror or e}") from e
    for name, content in files.items():
        write_bytes(str(Path(folder, name)), content)


def write_bytes(to: str, content: bytes) -> None:
    """Write a file as it is, or to standard output for "-"; it appears under its name only when complete."""
    if to == STANDARD_OUTPUT:
        sys.stdout.buffer.write(content)
        return
    with _taking_the_place_of(to) as path:
        path.write_bytes(content)


@contextmanager
def _taking_the_place_of(to: str) -> Iterator[Path]:
    """A file to write into that becomes `to` when all is written; a pipe or device is written straight, it cannot be replaced."""
    target = Path(to)
    straight = target.exists() and not target.is_file() and not target.is_dir()
    part = target if straight else target.with_name(target.name + ".part")
    try:
        yield part
        if not straight:
            os.replace(part, target)
    except OSError as e:
        raise RashomonError(f"cannot write {to}: {e.strerror or e}") from e
    finally:
        if not straight:
            with suppress(OSError):  # on a disk that takes nothing there is nothing to take away either
                part.unlink(missing_ok=True)
