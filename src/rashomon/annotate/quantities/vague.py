"""Numbers that only give the size: "dozens", "hundreds of thousands"."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.annotate.atoms import Atoms
from rashomon.records import Interval

_SIZES = {
    "dozens": (24, 100),
    "scores": (40, 200),
    "hundreds": (200, 1000),
    "thousands": (2000, 10_000),
    "millions": (2e6, 1e9),
    "billions": (2e9, 1e12),
    "trillions": (2e12, 1e15),
}
"""Least and (excluded) greatest number that the plural of a scale is said of when it stands alone."""

_OF = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SCALE = {"tens": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 100.0, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12}  # fmt: skip

_FEW = {"dozen": 12.0, **_OF}


@dataclass(frozen=True, slots=True)
class Vague:
    """A size that ends before atom `end`."""

    end: int
    interval: Interval


def read_vague(atoms: Atoms, i: int) -> Vague | None:
    """The size that begins at atom `i`: "hundreds of thousands" is 100,000 to under 1,000,000."""
    word = atoms.words[i]
    if word in _SCALE and i + 2 < len(atoms) and atoms.words[i + 1] == "of":
        of = atoms.words[i + 2]
        scale = _SCALE.get(of) or _OF.get(of.rstrip("s"))
        if scale is not None and scale > _SCALE[word]:
            low = _SCALE[word] * scale
            return Vague(i + 3, Interval(low=low, high=low * 10, high_closed=False))
    if word in ("several", "few") and i + 1 < len(atoms) and (scale := _FEW.get(atoms.words[i + 1])):
        return Vague(i + 2, Interval(low=2 * scale, high=10 * scale, high_closed=False))
    if word in _SIZES:
        low, high = _SIZES[word]
        return Vague(i + 1, Interval(low=low, high=high, high_closed=False))
    return None
