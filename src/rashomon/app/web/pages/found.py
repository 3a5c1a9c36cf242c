"""Words around what a search found, cut where the found words begin and end."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and whether they are what was looked for."""

    text: str
    found: bool


def pieces(around: str, headline: str = "") -> list[Piece]:
    """The pieces of a hit's surroundings, in which found words stand between ⟦ and ⟧; without the headline that they may begin with."""
    first, *rest = _without(headline, around).split("⟦")
    cut = [Piece(first, False)]
    for piece in rest:
        found, _, after = piece.partition("⟧")
        cut += [Piece(found, True), Piece(after, False)]
    return [p for p in cut if p.text]


def _without(headline: str, around: str) -> str:
    """What comes behind a headline, which texts often repeat; all of it where it does not begin so or nothing else was found."""
    rest, words = around, headline.split()
    while words:
        rest = rest.lstrip()
        word = words.pop(0)
        marked = next((m for m in (word, f"⟦{word}⟧") if rest.startswith(m)), None)
        if marked is None:
            return around
        rest = rest.removeprefix(marked)
    return rest.lstrip() if "⟦" in rest else around
