"""The values of lengths of time and of sets: "P2Y", "PT5H30M", "XXXX-WXX-1"."""

from __future__ import annotations

from rashomon.annotate.times.clock import clock_text
from rashomon.annotate.times.grammar import Meaning


def duration_value(meaning: Meaning) -> str | None:
    """ "P2Y", "PT5H30M", "PXD"; None where the number is out of all proportion."""
    unit, n = meaning["unit"], meaning.get("n", 1)
    if "plus_length" in meaning:
        return _summed(meaning)
    if n == "X":
        return _vague(unit, meaning.get("times", 1))
    amount = (n + meaning.get("plus", 0)) * meaning.get("times", 1)
    if amount > 1e9:
        return None
    whole = int(amount)
    if unit in ("H", "MIN") and amount != whole:
        return _clock_length(round(amount * (60 if unit == "H" else 1) * 60))
    number = str(whole) if amount == whole else f"{amount:.4g}"
    if unit in ("H", "MIN", "S"):
        return f"PT{number}{unit[0]}"
    return f"P{number}{unit}"


def _summed(meaning: Meaning) -> str | None:
    """ "two years and three months": P2Y3M."""
    parts = [duration_value({k: v for k, v in m.items() if k != "plus_length"}) for m in (meaning, meaning["plus_length"])]  # fmt: skip
    if None in parts or any("X" in (p or "") for p in parts):
        return parts[0]
    one, other = (p or "" for p in parts)
    if one.startswith("PT") and other.startswith("PT"):
        return one + other[2:]
    return one + (other[1:] if "T" not in one else "")


def _clock_length(seconds: int) -> str:
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return "PT" + "".join(f"{n}{u}" for n, u in ((hours, "H"), (minutes, "M"), (seconds, "S")) if n)


def _vague(unit: str, times: int) -> str:
    if unit in ("H", "MIN", "S"):
        return f"PTX{unit[0]}"
    return {100: "PXC", 1000: "PXL"}.get(times, f"PX{unit}")


def set_value(meaning: Meaning) -> str:
    tod = f"T{meaning['tod']}" if "tod" in meaning else ""
    if "each_at" in meaning:
        tod = clock_text(meaning).removesuffix(":00")
        if "weekday" not in meaning:
            return tod
    if "weekday" in meaning:
        return f"XXXX-WXX-{meaning['weekday']}{tod}"
    if "day" in meaning and "month" not in meaning:
        return f"XXXX-XX-{meaning['day']:02d}"
    if "month" in meaning:
        day = f"-{meaning['day']:02d}" if "day" in meaning else ""
        return f"XXXX-{meaning['month']:02d}{day}"
    if "season" in meaning:
        return f"XXXX-{meaning['season']}"
    if tod:
        return f"XXXX-XX-XX{tod}"
    return duration_value(meaning) or "P1D"
