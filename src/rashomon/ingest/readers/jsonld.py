"""schema.org articles in a page's JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rashomon.records import Metadatum

_ARTICLES = frozenset(
    [
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "BackgroundNewsArticle",
        "OpinionNewsArticle",
        "ReviewNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "TechArticle",
        "Report",
        "WebPage",
    ]
)
_FIELDS = (
    ("headline", "headline"),
    ("name", "headline"),
    ("datePublished", "published"),
    ("dateCreated", "published"),
    ("dateModified", "modified"),
    ("author", "byline"),
    ("publisher", "outlet"),
    ("url", "url"),
    ("mainEntityOfPage", "url"),
    ("inLanguage", "language"),
)
_DEPTH = 12
"""Nobody nests an article deeper; hostile pages do."""


def articles_in(scripts: list[str]) -> list[dict[str, Any]]:
    """The article objects of a page's JSON-LD scripts, the most telling kind first."""
    found: list[dict[str, Any]] = []
    names: dict[str, str] = {}
    for script in scripts:
        try:
            value = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        names.update(_names(value, 0))
        found.extend(_walk(value, 0))
    found = [{**o, **{k: _named(o[k], names) for k in ("author", "publisher") if k in o}} for o in found]
    return sorted(found, key=lambda o: (_kinds(o) == {"WebPage"}, "headline" not in o))


def metadata_of(article: dict[str, Any]) -> Iterator[Metadatum]:
    """What one article object says."""
    for field, name in _FIELDS:
        if field == "name" and _kinds(article) == {"WebPage"}:
            continue
        value = _text(article.get(field))
        if value:
            yield Metadatum(name=name, value=value, source=f"JSON-LD {field}")


def live_posts(article: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Headline, text and date of each post of a live blog."""
    posts = article.get("liveBlogUpdate")
    for post in posts if isinstance(posts, list) else []:
        if isinstance(post, dict) and isinstance(post.get("articleBody"), str):
            yield _text(post.get("headline")) or "", post["articleBody"], _text(post.get("datePublished")) or ""


def _walk(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _walk(item, depth + 1)
    elif isinstance(value, dict):
        if _kinds(value) & _ARTICLES:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(value.get(key), dict | list):
                yield from _walk(value[key], depth + 1)


def _names(value: Any, depth: int) -> Iterator[tuple[str, str]]:
    """Id and name of every object that has both, so that "@id" alone can stand for it elsewhere."""
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _names(item, depth + 1)
    elif isinstance(value, dict):
        if isinstance(value.get("@id"), str) and isinstance(value.get("name"), str):
            yield value["@id"], value["name"]
        for inner in value.values():
            if isinstance(inner, dict | list):
                yield from _names(inner, depth + 1)


def _named(value: Any, names: dict[str, str]) -> Any:
    """People and publishers by their names, never by a bare id."""
    if isinstance(value, list):
        return [n for n in (_named(v, names) for v in value[:8]) if n]
    if isinstance(value, dict):
        return value.get("name") or names.get(str(value.get("@id")), "")
    return value


def _kinds(value: dict[str, Any]) -> set[str]:
    kind = value.get("@type")
    return {k for k in (kind if isinstance(kind, list) else [kind]) if isinstance(k, str)}


def _text(value: Any) -> str | None:
    """The plain text of a value that may be a string, an object with a name or id, or a list of these."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return next((v for v in (value.get("name"), value.get("@id"), value.get("url")) if isinstance(v, str)), None)
    if isinstance(value, list):
        return ", ".join(t for t in map(_text, value[:8]) if t) or None
    return None
