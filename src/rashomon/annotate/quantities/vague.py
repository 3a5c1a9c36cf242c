"""Numbers that only give the size: "dozens", "hundreds of thousands"."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.annotate.atoms import Atoms
from rashomon.annotate.hedges import bounded
from rashomon.annotate.quantities.words import amount_words
from rashomon.records import Interval


@dataclass(frozen=True, slots=True)
class Vague:
    """A size that ends before atom `end`."""

    end: int
    interval: Interval


def read_vague(atoms: Atoms, i: int) -> Vague | None:
    """The size that begins at atom `i`: "hundreds of thousands" is 100,000 to under 1,000,000."""
    words, word = amount_words(), atoms.words[i]
    after = atoms.words[i + 1] if i + 1 < len(atoms) else ""
    if word in words.scales and word.endswith("s"):
        of = words.scales.get(atoms.words[i + 2]) if i + 2 < len(atoms) and after in words.of else None
        if of is not None and of > words.scales[word]:
            low = words.scales[word] * of
            return Vague(i + 3, Interval(low=low, high=low * 10, high_closed=False))
    if word in words.few and (scale := words.scales.get(after)):
        return Vague(i + 2, Interval(low=2 * scale, high=10 * scale, high_closed=False))
    if (about := words.about.get((word, after))) is not None:
        return Vague(i + 2, bounded(about, "APPROX"))
    if word in words.sizes:
        low, high = words.sizes[word]
        return Vague(i + 1, Interval(low=low, high=high, high_closed=False))
    return None
