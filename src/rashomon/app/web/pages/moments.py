"""Moments in words, for a reader whose clock the server does not know: UTC, until the page's script tells it in theirs."""

from __future__ import annotations

from datetime import UTC, datetime

from rashomon.report.wording import say_when


def say_day(moment: str | None) -> str:
    """ "14 March 2026" for an ISO moment, "" for none."""
    return say_when(moment[:10]) if moment else ""


def say_moment(moment: str) -> str:
    """ "14 March 2026, 16:20 UTC" for an ISO moment in UTC; a day alone stays one."""
    clock = moment[11:16]
    return f"{say_day(moment)}, {clock} UTC" if clock else say_day(moment)


def moment_of(asked: str) -> str:
    """The moment that an address asks for (a day, or a day and a time; without a zone UTC), "" for what is none."""
    try:
        moment = datetime.fromisoformat(asked)
    except ValueError:
        return ""
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
