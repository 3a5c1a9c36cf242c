"""A short sketch of a text by which near-copies are found without comparing texts: the smallest hashes of its runs of words.

Bottom-k sketch after Broder (1997), "On the resemblance and containment of documents".
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nsmallest
from zlib import crc32

Sketch = tuple[int, ...]

_RUN = 5
_KEPT = 16
NEAR_COPY = 0.5
"""Share of the runs of five words of two texts that both have, from which they are near-copies."""


def sketch_of(words: Sequence[str]) -> Sketch:
    """The smallest hashes of runs of five words, ascending; a text that is shorter is one run. Empty for no words."""
    if not words:
        return ()
    runs = (" ".join(words[i : i + _RUN]) for i in range(max(len(words) - _RUN, 0) + 1))
    return tuple(nsmallest(_KEPT, {crc32(run.encode("utf-8", "surrogatepass")) for run in runs}))


def resemblance(one: Sketch, other: Sketch) -> float:
    """Estimated share of runs that two texts have in common, 0 to 1."""
    if not one or not other:
        return 0.0
    lowest = nsmallest(_KEPT, {*one, *other})
    return len(set(one).intersection(other, lowest)) / len(lowest)
