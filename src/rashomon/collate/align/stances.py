"""Who speaks in two short texts, and whether one charges where the other answers."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from rashomon.collate.align.view import Words
from rashomon.records import Claim

_MOST = 3
"""Words of charge or plea by which two texts can differ; more say no more."""


def other_voices(a: Sequence[Claim], b: Sequence[Claim]) -> float:
    """Whether both let somebody speak and none of these is the same (by the last word of the name)."""
    x, y = _voices(a), _voices(b)
    return float(bool(x and y) and x.isdisjoint(y))


def told_by_voices(a: Sequence[Claim], b: Sequence[Claim]) -> float:
    """How much of each is somebody's statement, not the narrator's; of the two the smaller share."""
    return min(_share(a), _share(b))


def own_words(a: Sequence[Claim], b: Sequence[Claim]) -> float:
    """Whether either lets somebody speak in their own words: an opinion bears on most of what is told beside it."""
    return float(any(c.voice.quoted for c in (*a, *b)))


def charge_and_plea(a: Words, b: Words) -> float:
    """How far one leans to charging and the other to answering charges."""
    return min(abs(_leaning(a) - _leaning(b)), _MOST) / _MOST


def contrast(a: Words, b: Words) -> float:
    """How many words of either set one thing against another, of the two the larger number, up to three."""
    return min(max(len(_words("contrast") & w.surface) for w in (a, b)), _MOST) / _MOST


def _voices(claims: Sequence[Claim]) -> set[str]:
    return {c.voice.name.lower().split()[-1] for c in claims if c.voice.name.strip()}


def _share(claims: Sequence[Claim]) -> float:
    return sum(bool(c.voice.name) for c in claims) / max(1, len(claims))


def _leaning(words: Words) -> int:
    own = words.roots | words.nouns | words.verbs | words.others | words.names
    return len(own & _words("charge")) - len(own & _words("plea"))


@lru_cache(maxsize=4)
def _words(side: str) -> frozenset[str]:
    table = tomllib.loads((files("rashomon.collate.align") / "stances.toml").read_text("utf-8"))
    return frozenset(table[side].split())
