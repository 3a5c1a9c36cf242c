"""Seasons, quarters, halves, decades, centuries, years."""

from __future__ import annotations

from rashomon.annotate.times.calendar import SEASON_MONTH, day_of, moved, year_text
from rashomon.annotate.times.grammar import Meaning
from rashomon.annotate.times.standpoint import Found, Point, Standpoint, base_of, nearest, stated_year, stepped


def season(meaning: Meaning, at: Standpoint) -> Found:
    season, month = meaning["season"], SEASON_MONTH[meaning["season"]]
    year = stated_year(meaning, at)
    if year is None:
        base = base_of(meaning, at)
        if base is None:
            return f"XXXX-{season}", None
        shift = meaning.get("shift")
        if shift is not None:
            year = stepped(base, month, shift)
        elif at.now is None or meaning.get("from") == "last":
            year = base.year
        else:
            year = nearest(lambda y: day_of(y, month, 15), at.now.date(), at.tense() or -1)
    return f"{year_text(year)}-{season}", Point(year=year, month=month)


def quarter(meaning: Meaning, at: Standpoint) -> Found:
    quarter = meaning["quarter"]
    year = stated_year(meaning, at)
    if year is None and at.now is not None:
        begun = (quarter - 1) * 3 < at.now.month
        year = at.now.year if begun or at.tense() > 0 else at.now.year - 1
    elif year is None and at.last is not None:
        year = at.last.year
    if year is None:
        return f"XXXX-Q{quarter}", None
    if "offset" in meaning:
        year -= 1
    return f"{year_text(year)}-Q{quarter}", Point(year=year, month=quarter * 3 - 2)


def same_quarter(meaning: Meaning, at: Standpoint) -> Found:
    """ "the latest quarter", "the year-earlier period": the quarter that the report is about, or that of another year."""
    base = at.quarter
    if base is None and at.now is not None:
        before = moved(at.now.date(), months=-3)
        base = (before.year, (before.month + 2) // 3) if before else None
    if base is None:
        return "XXXX-QX", None
    year, quarter = base
    if "offset" in meaning:
        year -= 1 if at.now is None or year >= at.now.year - 1 else 0
    else:
        year = stated_year(meaning, at) or year
    return f"{year_text(year)}-Q{quarter}", Point(year=year, month=quarter * 3 - 2)


def half(meaning: Meaning, at: Standpoint) -> Found:
    if "decade2" in meaning or "decade_of" in meaning:
        return decade(meaning, at)
    year = stated_year(meaning, at)
    base = base_of(meaning, at)
    if year is None and base is not None:
        year = base.year
    half = meaning["half"]
    if year is None:
        return f"XXXX-H{half}", None
    return f"{year_text(year)}-H{half}", Point(year=year, month=half * 6 - 5)


def decade(meaning: Meaning, at: Standpoint) -> Found:
    if "decade_of" in meaning:
        year = meaning["decade_of"]
    else:
        digit = meaning["decade"] if "decade" in meaning else meaning["decade2"] // 10
        base = at.today or at.last
        century = base.year // 100 if base and base.year > 0 else 19
        if at.now is not None and century * 100 + digit * 10 > at.now.year:
            century -= 1
        year = century * 100 + digit * 10
    return year_text(year)[:-1], None


def century(meaning: Meaning, _at: Standpoint) -> Found:
    return ("BC" if meaning.get("era") == "BC" else "") + f"{meaning['century'] - 1:02d}", None


def year(meaning: Meaning, at: Standpoint) -> Found:
    year = stated_year(meaning, at)
    return (year_text(year), Point(year=year)) if year is not None else None
