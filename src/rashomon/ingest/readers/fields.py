"""Objects of other tools' exports (news-please, fundus, newspaper4k, Media Cloud, Event Registry, GDELT, ninjs …) by field names."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources
from typing import Any, BinaryIO

from rashomon.ingest.readers.markup import plain_text
from rashomon.ingest.readers.metadata import article_of
from rashomon.ingest.readers.reader import Found, Reader, counted_rejects
from rashomon.records import Article, Metadatum, Reject

MAX_BYTES = 200_000_000
_LISTS = ("articles", "items", "results", "documents", "hits", "stories", "data")
"""Under what keys exports hold their lists of articles; Event Registry nests one ("articles": {"results": …})."""


@lru_cache
def field_names() -> dict[str, list[str]]:
    """Our field to the names that others have for it."""
    text = resources.files("rashomon.ingest.readers").joinpath("fields.toml").read_text("utf-8")
    names: dict[str, list[str]] = tomllib.loads(text)
    return names


def article_from(row: Mapping[str, Any], where: str) -> Article | Reject:
    """One object or row as an Article, or why it is none."""
    names = field_names()
    text = next((t for t in (_at(row, n) for n in names["text"]) if t), "")
    text = text or plain_text(str(row.get("body_html") or "")) or "\n\n".join(_sections(row.get("body")))
    if not text:
        return Reject(input=where, reason=f"no text: none of the fields {', '.join(names['text'][:5])} … is there")
    if "</" in text:
        text = plain_text(text)
    found = [
        Metadatum(name=ours, value=value, source=f"field {theirs}")
        for ours, known in names.items()
        if ours not in ("text", "id")
        for theirs in known
        if (value := _at(row, theirs))
    ]
    return article_of(text, where, found)


def read_json(stream: BinaryIO, name: str) -> Found:
    """The articles of one JSON document: an object, a list, or an object that holds a list."""
    try:
        value = json.loads(stream.read(MAX_BYTES))
    except (ValueError, RecursionError) as e:
        yield Reject(input=name, reason=f"not valid JSON ({str(e)[:80] or type(e).__name__})")
        return
    rows = list(_rows(value))
    if not rows:
        yield Reject(
            input=name, reason="JSON in which no article was found: an object with a `text` field, or a list of them"
        )
    found = (article_from(row, f"{name}#{n}" if len(rows) > 1 else name) for n, row in enumerate(rows, start=1))
    yield from counted_rejects(found, name)


def _rows(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list):
        yield from (v for v in value if isinstance(v, dict))
    elif isinstance(value, dict):
        inner = next((value[k] for k in _LISTS if isinstance(value.get(k), list | dict)), None)
        if inner is not None and depth < 3 and not any(isinstance(value.get(k), str) for k in field_names()["text"]):
            yield from _rows(inner, depth + 1)
        else:
            yield value


def _sections(body: Any) -> Iterator[str]:
    """The paragraphs of a body that a crawler keeps in sections (fundus): summary, then heading and paragraphs of each."""
    if isinstance(body, dict):
        sections = body.get("sections")
        parts = (
            [s.get(k) for s in sections if isinstance(s, dict) for k in ("headline", "paragraphs")]
            if isinstance(sections, list)
            else []
        )
        for part in (body.get("summary"), *parts):
            yield from (t.strip() for t in part if isinstance(t, str) and t.strip()) if isinstance(part, list) else ()


def _at(row: Mapping[str, Any], path: str) -> str:
    value: Any = row.get(path)
    if value is None and "." in path:
        value = row
        for step in path.split("."):
            value = (
                value[0] if isinstance(value, list) and value else value
            )  # of several bodies or headlines the main one is first
            value = value.get(step) if isinstance(value, dict) else None
    if isinstance(value, list):
        value = ", ".join(
            v if isinstance(v, str) else str(v.get("name", "")) for v in value if isinstance(v, str | dict)
        )
    return value.strip() if isinstance(value, str) else ""


JSON = Reader(
    name="JSON",
    suffixes=(".json",),
    knows=lambda head, suffix: suffix == ".json" and head.lstrip()[:1] in (b"{", b"["),
    read=read_json,
)
