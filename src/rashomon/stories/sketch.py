"""A short sketch of a text by which near-copies are found without comparing texts: the smallest hashes of its runs of words.

Bottom-k sketch after Broder (1997), "On the resemblance and containment of documents".
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nsmallest
from itertools import accumulate
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
    joined = " ".join(words)
    text = joined.encode("utf-8", "surrogatepass")
    encoded = words if len(text) == len(joined) else [w.encode("utf-8", "surrogatepass") for w in words]
    ends = list(accumulate([len(w) + 1 for w in encoded]))
    runs = zip([0, *ends], ends[_RUN - 1 :] or ends[-1:], strict=False)
    return tuple(sorted({crc32(text[begin : end - 1]) for begin, end in runs})[:_KEPT])


def resemblance(one: Sketch, other: Sketch) -> float:
    """Estimated share of runs that two texts have in common, 0 to 1."""
    if not one or not other:
        return 0.0
    lowest = nsmallest(_KEPT, {*one, *other})
    return len(set(one).intersection(other, lowest)) / len(lowest)
