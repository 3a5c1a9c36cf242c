"""How a story's reports came in: one thin bar for each stretch of its life, as high as the reports that arrived in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

_BARS = 14
_PITCH = 4
_HEIGHT = 18


def sparkline(arrivals: Sequence[str]) -> Markup:
    """A picture of moments (ISO, in order): from the first to the last, in equal stretches. Words for it stand beside it on the page."""
    counts = _counts([datetime.fromisoformat(a).timestamp() for a in arrivals])
    most = max(counts, default=1)
    bars = "".join(
        f"M{i * _PITCH + 1.5:g} {_HEIGHT}v{-max(2.0, n / most * (_HEIGHT - 1)):.3g}" for i, n in enumerate(counts) if n
    )
    width = len(counts) * _PITCH
    return Markup(
        f'<svg class="spark" viewBox="0 0 {width} {_HEIGHT}" width="{width}" height="{_HEIGHT}" aria-hidden="true">'
        f'<path d="M0 {_HEIGHT - 0.5:g}H{width}" stroke="currentColor" stroke-opacity=".35"/>'
        f'<path d="{bars}" stroke="currentColor" stroke-width="2"/></svg>'
    )


def _counts(moments: Sequence[float]) -> list[int]:
    counts = [0] * _BARS
    if not moments:
        return counts
    first, last = min(moments), max(moments)
    for m in moments:
        share = (m - first) / (last - first) if last > first else 1.0
        counts[min(_BARS - 1, int(share * _BARS))] += 1
    return counts
