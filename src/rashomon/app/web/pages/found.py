"""Words around what a search found, cut where the found words begin and end."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and whether they are what was looked for."""

    text: str
    found: bool


def pieces(around: str) -> list[Piece]:
    """The pieces of a hit's surroundings, in which found words stand between ⟦ and ⟧."""
    first, *rest = around.split("⟦")
    cut = [Piece(first, False)]
    for piece in rest:
        found, _, after = piece.partition("⟧")
        cut += [Piece(found, True), Piece(after, False)]
    return [p for p in cut if p.text]
