"""What was told before, so that nothing is told twice: a file of JSON lines beside the rules, added to and never rewritten."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from rashomon.errors import InputError
from rashomon.records import Span

Key = tuple[str, str, str]
"""Rule, receiver and story."""


class Told:
    """Remembers by places: the ids of facts and differences change as reports join, the words that they rest on stay."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._places: dict[Key, list[Span]] = {}
        if path.exists():
            self._read()

    def knows(self, key: Key, places: Sequence[Span]) -> bool:
        """Whether something that rests on one of these places was told."""
        return any(p.overlaps(known) for known in self._places.get(key, ()) for p in places)

    def remember(self, key: Key, places: Sequence[Span]) -> None:
        """It was told."""
        self._places.setdefault(key, []).extend(places)
        line = {"rule": key[0], "to": key[1], "story": key[2], "places": [[p.article, p.start, p.end] for p in places]}
        try:
            with self._path.open("a", encoding="utf-8", newline="\n") as f:
                f.write(json.dumps(line) + "\n")
        except OSError as e:
            raise InputError(f"{self._path}: cannot be written: {e.strerror or e}") from e

    def _read(self) -> None:
        try:
            for line in self._path.read_text("utf-8").splitlines():
                found = json.loads(line)
                places = [Span(article=a, start=start, end=end) for a, start, end in found["places"]]
                self._places.setdefault((found["rule"], found["to"], found["story"]), []).extend(places)
        except (OSError, ValueError, KeyError, TypeError) as e:
            raise InputError(
                f"{self._path}: not a file of what was told: move it away to be told everything anew"
            ) from e
