"""Clock times that the text gives twice: "10 am (1400 GMT)" says how far from Greenwich the first clock is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rashomon.annotate.atoms import Atoms
from rashomon.annotate.times.chunks import Chunk
from rashomon.annotate.times.clock import clock_minutes


def local_zones(found: Sequence[tuple[str, Chunk]], atoms: Atoms) -> dict[int, int]:
    """By the local clock time in minutes after midnight: how many minutes east of Greenwich that clock is.

    For each clock time without a zone that is followed, in brackets or after a mark, by the same instant with one.
    """
    zones: dict[int, int] = {}
    for (label, local), (other_label, other) in pairwise(found):
        here, there = local.readings[label], other.readings[other_label]
        if not ("hour" in here and "hour" in there and "zone" not in here and there.get("zone", 9999) != 9999):
            continue
        between = atoms.words[local.end : other.start]
        if between not in (("(",), ("/",), (",",), ("[",)):
            continue
        here_minutes, there_minutes = clock_minutes(here), clock_minutes(there) - there["zone"]
        east = (here_minutes - there_minutes + 720) % 1440 - 720
        if east % 15 == 0:
            zones[here_minutes % 1440] = east
    return zones


_DAY = frozenset({"weekday", "month", "day", "year", "days", "shift", "unit", "holiday"})


def with_their_day(found: Sequence[tuple[str, Chunk]], atoms: Atoms) -> list[tuple[str, Chunk]]:
    """The expressions, clock times given twice with the day that stands after the second: "10 am (1400 GMT) on Friday"."""
    given = list(found)
    for i, (local, other, day) in enumerate(zip(found, found[1:], found[2:], strict=False)):
        between = atoms.words[local[1].end : other[1].start], atoms.words[other[1].end : day[1].start]
        twice = "hour" in local[1].readings[local[0]] and "zone" in other[1].readings[other[0]]
        if not twice or between[0] != ("(",) or between[1] not in ((")",), (")", "on"), (")", ",")) or day[0] != "DATE":
            continue
        named = {k: v for k, v in day[1].readings["DATE"].items() if k in _DAY}
        if "weekday" not in named and "day" not in named and "days" not in named:
            continue
        for j, (label, chunk) in ((i, local), (i + 1, other)):
            if not _DAY & chunk.readings[label].keys():
                given[j] = label, Chunk(chunk.start, chunk.end, {label: {**named, **chunk.readings[label]}}, (label,))
    return given


def zone_text(east: int) -> str:
    """ "+02:00", "-04:00", "Z"."""
    hours, minutes = divmod(abs(east), 60)
    return f"{'-' if east < 0 else '+'}{hours:02d}:{minutes:02d}" if east else "Z"
