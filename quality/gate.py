"""Floors that refuse to fall: the figures once reached, in `floors.json`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from quality.measure import HERE, Measured

FLOORS = HERE / "floors.json"
SLACK = 0.002
"""A figure may lie this much below its floor: less than one item of most sets."""


def read_floors(path: Path = FLOORS) -> dict[str, float]:
    """Figure to floor; for figures where less is better, to ceiling."""
    found: dict[str, float] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return found


def fallen(measured: Iterable[Measured], floors: dict[str, float]) -> list[str]:
    """One line for each figure that fell below its floor."""
    return [
        f"{m.key}: {m.value:.4f}, floor {floors[m.key]:.4f}" if m.value is not None else f"{m.key}: no figure"
        for m in measured
        if m.key in floors and (m.value is None or _below(m, floors[m.key]))
    ]


def moved(measured: Iterable[Measured], floors: dict[str, float], *, lower: bool) -> dict[str, float]:
    """The floors raised to what was measured; with `lower` (only by an explicit flag) set to it either way."""
    new = dict(floors)
    for m in measured:
        if m.value is None:
            continue
        better = (
            max(m.value, floors.get(m.key, m.value)) if not m.against.less else min(m.value, floors.get(m.key, m.value))
        )
        new[m.key] = round(m.value if lower else better, 4)
    return dict(sorted(new.items()))


def write_floors(floors: dict[str, float], path: Path = FLOORS) -> None:
    """Keep the floors, one to a line."""
    path.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _below(m: Measured, floor: float) -> bool:
    assert m.value is not None
    return m.value > floor + SLACK if m.against.less else m.value < floor - SLACK
