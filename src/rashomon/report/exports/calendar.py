"""What a story expects, as an iCalendar file (RFC 5545)."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

from rashomon.errors import MissingExtraError
from rashomon.records import Collation, TimelineEntry
from rashomon.report.exports.text import last_moment, on_one_line, safe_url, span_of_time

_DONE = frozenset({"past", "ongoing"})


def icalendar(collation: Collation) -> str:
    """Every dated thing that is expected, hoped or possible as an all-day event over the days it may fall on.

    Nothing of it is certain, so every event is TENTATIVE; its description says who expects it. Needs the extra `exports`.
    """
    try:
        from icalendar import Calendar
    except ImportError as e:
        raise MissingExtraError("iCalendar", "exports") from e
    found = Calendar()
    found.add("prodid", "-//rashomon//one event, many accounts//EN")
    found.add("version", "2.0")
    found.add("x-wr-calname", on_one_line(collation.story.title))
    for entry in collation.timeline:
        if entry.status not in _DONE:
            _add(found, entry, collation)
    text: str = found.to_ical().decode("utf-8")
    return text


def _add(calendar: object, entry: TimelineEntry, collation: Collation) -> None:
    from icalendar import Event

    when = span_of_time(entry)
    if when is None or when.begin is None:
        return
    event = Event()
    event.add(
        "uid", sha256(f"{collation.story.id} {entry.when} {entry.text}".encode(errors="replace")).hexdigest()[:24]
    )
    event.add("dtstamp", last_moment(collation))
    event.add("dtstart", when.begin.date())
    end = (when.end or when.begin).date()
    event.add("dtend", max(end, when.begin.date() + timedelta(days=1)))
    event.add("summary", f"{entry.status}: {on_one_line(entry.text)}")
    event.add("description", "\n".join(_evidence(entry, collation)))
    event.add("status", "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    calendar.add_component(event)  # type: ignore[attr-defined]


def _evidence(entry: TimelineEntry, collation: Collation) -> list[str]:
    witnesses = {w.article.id: w for w in collation.witnesses}
    lines = []
    for span in entry.evidence:
        w = witnesses[span.article]
        place = " ".join(filter(None, (w.siglum, w.outlet, safe_url(w.article.url))))
        lines.append(f"{on_one_line(place)} ({span.start}-{span.end}): {on_one_line(span.of(w.article.text))}")
    return lines
