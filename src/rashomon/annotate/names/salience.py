"""Who a text has in mind: mentions weighed by grammatical role and nearness, after Lappin and Leass (1994)."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from rashomon.records import Token

WINDOW = 4
"""Sentences looked back: further away no pronoun is resolved."""
_MOST = 200
"""Mentions looked back: more stand in a few sentences only where the text is no prose."""
_SUBJECT, _OBJECT, _OBLIQUE, _POSSESSOR, _OTHER = 80.0, 50.0, 40.0, 45.0, 25.0
_RECENCY, _HEAD = 100.0, 40.0
_DECAY = 0.5
_REPEATED = 0.2
"""How much the weaker sentences count: in full, whom the article is about would win against whom the last sentence is about."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention as salience sees it. `entity` -1: a thing that is no entity, in the way of "it"."""

    start: int
    end: int
    sentence: int
    line: int
    entity: int
    weight: float
    subject: bool
    verb: int
    quote: int


class Memory:
    """The mentions read so far, in the order of the text."""

    def __init__(self) -> None:
        self._seen: list[Seen] = []
        self._starts: list[int] = []

    def add(self, seen: Seen) -> None:
        """Keep the order also for what is resolved late."""
        at = bisect_left(self._starts, seen.start)
        self._seen.insert(at, seen)
        self._starts.insert(at, seen.start)

    def before(self, start: int, sentence: int) -> list[Seen]:
        """Mentions before the character `start`, from `WINDOW` sentences back on, nearest first."""
        found: list[Seen] = []
        for i in range(bisect_left(self._starts, start) - 1, -1, -1):
            seen = self._seen[i]
            if sentence - seen.sentence > WINDOW or len(found) == _MOST:
                break
            found.append(seen)
        return found

    def scores(self, start: int, sentence: int) -> dict[int, float]:
        """Each entity's salience at the character `start`: its best sentence, halved a sentence back, and a share of the others."""
        best: dict[tuple[int, int], float] = {}
        for seen in self.before(start, sentence):
            if seen.entity >= 0:
                key = seen.entity, seen.sentence
                best[key] = max(best.get(key, 0.0), (seen.weight + _RECENCY) * _DECAY ** (sentence - seen.sentence))
        strongest: dict[int, float] = {}
        total: dict[int, float] = {}
        for (entity, _), value in best.items():
            strongest[entity] = max(strongest.get(entity, 0.0), value)
            total[entity] = total.get(entity, 0.0) + value
        return {e: top + _REPEATED * (total[e] - top) for e, top in strongest.items()}


def weight(head: Token, embedded: bool) -> float:
    """The weight of a mention by its head's grammatical role."""
    roles = {"nsubj": _SUBJECT, "nsubjpass": _SUBJECT, "ROOT": _OBJECT, "dobj": _OBJECT, "dative": _OBJECT, "pobj": _OBLIQUE, "poss": _POSSESSOR}  # fmt: skip
    return roles.get(head.dep, _OTHER) + (0.0 if embedded else _HEAD)
