"""How a story's reports came in: one thin bar for each stretch of its days, as high as the reports of that stretch."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

_BARS = 14
_PITCH = 4
_HEIGHT = 18


def sparkline(arrivals: Sequence[tuple[str, int]], begin: str | None = None, end: str | None = None) -> Markup:
    """A picture of days (ISO) with their counts, from the first to the last. Words for it stand beside it on the page.

    `begin` and `end` are the days of a story's reports where they are known: of a report without one only the day of its arrival is,
    which may be long after and then belongs in no picture of that time.
    """
    known = [(day, n) for day, n in arrivals if not begin or begin <= day <= (end or begin)]
    counts = _counts([(date.fromisoformat(day[:10]).toordinal(), n) for day, n in known])
    most = max(counts, default=1)
    bars = "".join(
        f"M{i * _PITCH + 1.5:g} {_HEIGHT}v{-max(2.0, n / most * (_HEIGHT - 1)):.3g}" for i, n in enumerate(counts) if n
    )
    width = _BARS * _PITCH
    return Markup(
        f'<svg class="spark" viewBox="0 0 {width} {_HEIGHT}" width="{width}" height="{_HEIGHT}" aria-hidden="true">'
        f'<path d="M0 {_HEIGHT - 0.5:g}H{width}" stroke="currentColor" stroke-opacity=".3"/>'
        f'<path d="{bars}" stroke="currentColor" stroke-width="2"/></svg>'
    )


def _counts(days: Sequence[tuple[int, int]]) -> list[int]:
    """Reports in each of the stretches; of a story younger than that many days one stretch is one day."""
    if not days:
        return []
    first, last = days[0][0], days[-1][0]
    stretches = min(_BARS, last - first + 1)
    counts = [0] * stretches
    for day, n in days:
        counts[(day - first) * stretches // (last - first + 1)] += n
    return counts
