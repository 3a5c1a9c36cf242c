"""Dates as inputs write them, as ISO 8601 with the time zone where one is given."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from rashomon.annotate import find_stamps

_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})(Z)?)?")
_EPOCH = re.compile(r"[1-9]\d{9}(?:\d{3})?")
_MAIL = re.compile(
    r"(?:[A-Za-z]{3,9},?\s{1,3})?\d{1,2}\s[A-Za-z]{3}\s\d{4}\s\d{1,2}:\d{2}(?::\d{2})?\s{1,3}(?:[+-]\d{4}|[A-Z]{1,4})\b.{0,40}"
)
_LONGEST = 100
_EARLIEST, _LATEST = "1600", "2200"
"""The first newspaper is of 1605; systems write year 1 or 9999 where they know nothing."""


def iso_date(value: str) -> str | None:
    """A date in any form that inputs use ("20310504T081500Z", "Tue, 06 May 2031 08:30:00 +0200", "May 6, 2031, 8:30 am EST", seconds
    since 1970) as ISO 8601; None if it is none, or more than one."""
    value = value.strip()
    if len(value) > _LONGEST:
        return None
    found = _iso(value) or _epoch(value) or _mail(value) or _printed(value)
    return found if found and _EARLIEST <= found < _LATEST else None


def _iso(value: str) -> str | None:
    compact = _COMPACT.fullmatch(value)
    if compact:
        year, month, day, *clock = compact.groups()
        value = f"{year}-{month}-{day}" + (f"T{clock[0]}:{clock[1]}:{clock[2]}{clock[3] or ''}" if clock[0] else "")
    value = re.sub(r"\s?(?:UTC|GMT)\Z", "Z", value)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment.isoformat() if len(value) > len("2031-05-04") else moment.date().isoformat()


def _epoch(value: str) -> str | None:
    if not _EPOCH.fullmatch(value):
        return None
    return datetime.fromtimestamp(int(value[:10]), UTC).isoformat()


def _mail(value: str) -> str | None:
    if not _MAIL.fullmatch(value):
        return None
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def _printed(value: str) -> str | None:
    stamps = find_stamps(value)
    if len(stamps) != 1 or len(stamps[0].days) != 1:
        return None
    day, clock = stamps[0].days[0].isoformat(), stamps[0].clock
    return f"{day}T{clock}:00{stamps[0].zone}" if clock else day
