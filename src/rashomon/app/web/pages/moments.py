"""Moments in words, for a reader whose clock the server does not know: UTC, until the page's script tells it in theirs."""

from __future__ import annotations

from rashomon.report.wording import say_when


def say_day(moment: str) -> str:
    """ "14 March 2026" for an ISO moment."""
    return say_when(moment[:10])


def say_moment(moment: str) -> str:
    """ "14 March 2026, 16:20 UTC" for an ISO moment in UTC; a day alone stays one."""
    clock = moment[11:16]
    return f"{say_day(moment)}, {clock} UTC" if clock else say_day(moment)
