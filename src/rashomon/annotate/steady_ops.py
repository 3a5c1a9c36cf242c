"""Matrix products whose rows do not depend on how many rows are multiplied together.

The linear algebra library behind numpy has kernels of its own for small products, and their sums round otherwise in the
last bit. A line parsed alone would then not give, bit for bit, what it gives among others, and once in a while a parse
would tip over. Small products are therefore filled up with empty rows to a size that the ordinary kernels serve.
"""

from __future__ import annotations

from typing import Any

import numpy
from thinc.api import NumpyOps

_SMALL = 1_000_000
"""Multiplications from which on no kernel for small products is used (OpenBLAS: 100 x 100 x 100)."""
_LEAST_ROWS = 32


class SteadyOps(NumpyOps):  # type: ignore[misc]
    """`NumpyOps` with matrix products that are the same for a row in any company."""

    def gemm(self, x: Any, y: Any, *, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """x @ y as `Ops.gemm` has it; only x may be short of rows."""
        rows = max(_LEAST_ROWS, _SMALL // max(1, y.size) + 1)
        if trans1 or x.ndim != 2 or x.shape[0] >= rows:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        filled = numpy.zeros((rows, x.shape[1]), dtype=x.dtype)
        filled[: x.shape[0]] = x
        product = super().gemm(filled, y, trans2=trans2)[: x.shape[0]]
        if out is None:
            return product
        out[...] = product
        return out
