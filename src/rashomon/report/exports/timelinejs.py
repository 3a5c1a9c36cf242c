"""The timeline as TimelineJS JSON. TimelineJS puts texts into its page as HTML, so that every text is escaped here."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from html import escape
from typing import Any

from rashomon.records import Collation, TimelineEntry
from rashomon.report.exports.text import on_one_line, span_of_time

Json = dict[str, Any]


def timelinejs(collation: Collation) -> str:
    """Title slide and an event for each dated thing, grouped by how far it has happened."""
    events = [e for e in (_event(t, collation) for t in collation.timeline) if e is not None]
    title = {"text": {"headline": _html(collation.story.title), "text": _html(f"{len(collation.witnesses)} reports")}}
    return json.dumps({"title": title, "events": events}, ensure_ascii=False, indent=1) + "\n"


def _event(entry: TimelineEntry, collation: Collation) -> Json | None:
    when = span_of_time(entry)
    if when is None or when.begin is None:
        return None
    found: Json = {
        "start_date": _date(when.begin, entry.precision, _said(entry)),
        "text": {"headline": _html(entry.text), "text": _witnesses(entry, collation)},
        "group": entry.status,
        "unique_id": f"t{collation.timeline.index(entry)}",
    }
    if when.end is not None and when.end - when.begin > timedelta(days=1):
        found["end_date"] = _date(when.end - timedelta(seconds=1), "day", None)
    return found


def _said(entry: TimelineEntry) -> str | None:
    """The date as it is known, where it is known less exactly than as a day."""
    return entry.when if entry.precision not in {"day", "time"} else None


def _date(moment: datetime, precision: str, said: str | None) -> Json:
    found: Json = {"year": moment.year}
    if precision != "year":
        found["month"] = moment.month
    if precision not in {"year", "month"}:
        found["day"] = moment.day
    if precision == "time":
        found["hour"], found["minute"] = moment.hour, moment.minute
    return found | ({"display_date": said} if said else {})


def _witnesses(entry: TimelineEntry, collation: Collation) -> str:
    witnesses = {w.article.id: w for w in collation.witnesses}
    lines = []
    for span in entry.evidence:
        w = witnesses[span.article]
        lines.append(f"<p><b>{_html(w.siglum)}</b> {_html(span.of(w.article.text))}</p>")
    return "".join(dict.fromkeys(lines))


def _html(text: str) -> str:
    return escape(on_one_line(text))
