"""Where a command's results go: a file, replaced only when complete, or standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from rashomon.errors import RashomonError


def write_text(to: str, text: str) -> None:
    """Write `text` to the file `to`, or to standard output for "-"."""
    write_lines(to, [text.removesuffix("\n")])


def write_lines(to: str, lines: Iterable[str]) -> None:
    """Write lines as they come; a file appears under its name only once all of them are written."""
    if to == "-":
        for line in lines:
            sys.stdout.write(line + "\n")
        return
    target = Path(to)
    if target.exists() and not target.is_file():
        _write_straight(target, lines)
        return
    part = target.with_name(target.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as f:
            f.writelines(line + "\n" for line in lines)
        os.replace(part, target)
    except OSError as e:
        raise RashomonError(f"cannot write {to}: {e.strerror or e}") from e
    finally:
        part.unlink(missing_ok=True)


def _write_straight(target: Path, lines: Iterable[str]) -> None:
    """Into a pipe or device as lines come: it cannot be replaced."""
    try:
        with target.open("w", encoding="utf-8", newline="\n") as f:
            f.writelines(line + "\n" for line in lines)
    except OSError as e:
        raise RashomonError(f"cannot write {target}: {e.strerror or e}") from e


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
    if to == "-":
        sys.stdout.buffer.write(content)
        return
    target = Path(to)
    part = target.with_name(target.name + ".part")
    try:
        part.write_bytes(content)
        os.replace(part, target)
    except OSError as e:
        raise RashomonError(f"cannot write {to}: {e.strerror or e}") from e
    finally:
        part.unlink(missing_ok=True)
