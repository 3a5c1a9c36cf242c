"""Folders, files and addresses looked at again and again: what is to be added now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rashomon.errors import InputError
from rashomon.ingest import is_address, reports_in

_State = tuple[int, int]


class Watch:
    """What to add at each look: addresses always; files that are new or have changed, once they are the same in two looks, so that
    none is read while it is still being written."""

    def __init__(self, inputs: Sequence[str]) -> None:
        self._addresses = [i for i in inputs if is_address(i)]
        self._paths = [Path(i) for i in inputs if not is_address(i)]
        self._seen: dict[Path, _State] = {}
        self._added: dict[Path, _State] = {}
        if missing := [p for p in self._paths if not p.exists()]:
            raise InputError(f"{missing[0]}: no such file or folder to watch")

    def due(self) -> list[str]:
        """What to add now."""
        now = {path: state for path in self._files() if (state := _state(path)) is not None}
        settled = {p: s for p, s in now.items() if self._seen.get(p) == s and self._added.get(p) != s}
        self._seen = now
        self._added.update(settled)
        return [*self._addresses, *(str(p) for p in settled)]

    def _files(self) -> Iterator[Path]:
        for path in self._paths:
            if path.is_dir():
                yield from reports_in(path)[0]
            else:
                yield path


def _state(path: Path) -> _State | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
