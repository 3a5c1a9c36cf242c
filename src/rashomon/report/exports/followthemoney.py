"""People, organisations, places, reports and who is named where, as FollowTheMoney entities: one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from rashomon.errors import MissingExtraError
from rashomon.records import Collation, Entity, Event, Witness
from rashomon.report.exports.text import byline, headline, on_one_line, safe_url

_SCHEMATA = {"PERSON": "Person", "ORG": "Organization", "GPE": "Address", "LOC": "Address", "FAC": "Address"}


def followthemoney(collation: Collation) -> str:
    """Articles, named people, organisations, places, dated events, and a Mention for each article that names somebody.

    Ids are the same for the same story. Unnamed sources are left out: nobody could match them. Needs the extra `exports`.
    """
    return "".join(json.dumps(p.to_dict(), ensure_ascii=False, sort_keys=True) + "\n" for p in _proxies(collation))


def _proxies(collation: Collation) -> Iterator[Any]:
    for w in collation.witnesses:
        yield _article(w)
    named = [e for e in collation.entities if e.type in _SCHEMATA and not e.anonymous]
    for e in named:
        yield _thing(e, collation)
    for e in named:
        yield from _mentions(e, collation)
    able = {e.id for e in named if _SCHEMATA[e.type] in ("Person", "Organization")}
    for event in collation.events:
        if event.code:
            yield _event(event, able, collation)


def _article(w: Witness) -> Any:
    found = _entity("Article", w.article.id)
    _add(found, "title", headline(w))
    _add(found, "bodyText", w.article.text)
    _add(found, "publisher", w.outlet)
    _add(found, "author", byline(w))
    _add(found, "publishedAt", w.published.value if w.published else None)
    _add(found, "sourceUrl", safe_url(w.article.url))
    _add(found, "language", w.article.language)
    return found


def _thing(e: Entity, collation: Collation) -> Any:
    schema = _SCHEMATA[e.type]
    found = _entity(schema, _key(collation, e.id))
    _add(found, "full" if schema == "Address" else "name", e.name)
    for name, _ in e.names:
        if name != e.name and schema != "Address":
            _add(found, "alias", name)
    return found


def _mentions(e: Entity, collation: Collation) -> Iterator[Any]:
    for article in dict.fromkeys(s.article for s in e.mentions):
        found = _entity("Mention", _key(collation, f"{e.id} in {article}"))
        _add(found, "document", article)
        _add(found, "resolved", _key(collation, e.id))
        _add(found, "name", e.name)
        _add(found, "detectedSchema", _SCHEMATA[e.type])
        yield found


def _event(event: Event, able: set[str], collation: Collation) -> Any:
    found = _entity("Event", _key(collation, event.id))
    _add(found, "name", event.title)
    _add(found, "summary", event.code)
    if event.time is not None:
        _add(found, "startDate", event.time.begin.date().isoformat() if event.time.begin else None)
        _add(found, "endDate", event.time.end.date().isoformat() if event.time.end else None)
    for who in event.participants:
        if who in able:
            _add(found, "involved", _key(collation, who))
    for article in dict.fromkeys(c.span.article for c in collation.claims if c.id in event.claims):
        _add(found, "proof", article)
    return found


def _entity(schema: str, key: str) -> Any:
    try:
        from followthemoney import model
    except ImportError as e:
        raise MissingExtraError("FollowTheMoney", "exports") from e
    found = model.make_entity(schema)
    found.id = key
    return found


def _add(entity: Any, name: str, value: str | None) -> None:
    if value:
        entity.add(
            name,
            on_one_line(value) if name != "bodyText" else value,
            cleaned=name in {"document", "resolved", "involved", "proof"},
        )


def _key(collation: Collation, name: str) -> str:
    """The same thing in the same story has the same id; in another story it may be somebody else."""
    return "rsh-" + sha256(f"{collation.story.id} {name}".encode(errors="replace")).hexdigest()[:24]
