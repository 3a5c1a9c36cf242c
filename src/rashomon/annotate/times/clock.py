"""Times of day on the clock."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rashomon.annotate.times.grammar import Meaning


def clock_minutes(meaning: Meaning) -> int:
    """Minutes after midnight of a clock time on its own clock."""
    hour: Any = meaning["hour"]
    if "ampm" in meaning:
        hour = hour % 12 + meaning["ampm"] if hour <= 12 else hour
    elif "tod" in meaning and hour <= 12:
        late = meaning["tod"] in ("AF", "EV") or (meaning["tod"] == "NI" and hour >= 6)
        hour = hour % 12 + (12 if late else 0)
    return int(hour * 60 + meaning.get("minute", 0) - meaning.get("short_of", 0))


def clock_text(meaning: Meaning) -> str:
    """ "T17:30", "T17:30:15", "T14:00Z"."""
    hour, minute = divmod(clock_minutes(meaning) % 1500, 60)
    text = f"T{hour:02d}:{minute:02d}"
    if "second" in meaning:
        text += f":{meaning['second']:02d}"
    return text + ("Z" if meaning.get("zone") == 0 else "")


def opening(meaning: Meaning) -> tuple[Meaning, Meaning]:
    """Both clock times of "3 to 8 p.m.": the first takes the half of the day from the second where it can."""
    opens, closes = (_on_clock(meaning[end], meaning) for end in ("opens", "closes"))
    if "ampm" in closes and "ampm" not in opens and opens["hour"] <= 12:
        opens["ampm"] = closes["ampm"]
        if clock_minutes(opens) > clock_minutes(closes):
            opens["ampm"] = 12 - closes["ampm"]
    return opens, closes


def _on_clock(end: Any, meaning: Meaning) -> dict[str, Any]:
    """One end of an opening, a bare hour or a clock time, with the part of the day that is said for both."""
    clock = dict(end) if isinstance(end, Mapping) else {"hour": end, "minute": 0}
    return clock if "tod" not in meaning or "ampm" in clock else {**clock, "tod": meaning["tod"]}
