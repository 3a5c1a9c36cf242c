"""The articles of large stories in pieces: a story of thousands that has grown by one is not written whole."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

PIECE = 256
"""Articles to a piece. What is beyond the last whole one stands in the story's own record."""
KIND = "members"


class Pieces:
    """Pieces as they were recorded, by story."""

    def __init__(self) -> None:
        self._pieces: dict[str, list[tuple[str, ...]]] = {}

    def changes(self, story: str, members: Sequence[str]) -> dict[str, bytes | None]:
        """Records of the pieces that changed since they were last asked for, by their keys; None for one that is no more."""
        before = self._pieces.pop(story, [])
        if len(members) < PIECE and not before:
            return {}
        now = [tuple(members[i : i + PIECE]) for i in range(0, len(members) - PIECE + 1, PIECE)]
        if now:
            self._pieces[story] = now
        changed: dict[str, bytes | None] = {_key(story, n): None for n in range(len(now), len(before))}
        for number, piece in enumerate(now):
            if before[number : number + 1] != [piece]:
                changed[_key(story, number)] = json.dumps(piece).encode("ascii")
        return changed

    def refresh(self, changes: Mapping[str, bytes | None]) -> None:
        """Take up records that `changes` gave."""
        for key, record in sorted(changes.items(), key=lambda item: _place(item[0])):
            story, number = _place(key)
            pieces = self._pieces.setdefault(story, [])
            if record is None:
                del pieces[number:]
            else:
                pieces[number : number + 1] = [tuple(json.loads(record))]

    def of(self, story: str) -> list[str]:
        """The articles of a story that stand in pieces."""
        return [member for piece in self._pieces.get(story, ()) for member in piece]


def _key(story: str, number: int) -> str:
    return f"{KIND}/{story}/{number}"


def _place(key: str) -> tuple[str, int]:
    story, _, number = key.partition("/")[2].rpartition("/")
    return story, int(number)
