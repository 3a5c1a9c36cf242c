"""What of a Markdown file is marks and not text. The text stays as it is: offsets are those of the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rashomon.ingest.parts import Cut
from rashomon.records import Article

_FRONT = re.compile(r"\A---[ \t]*\r?\n(?P<fields>(?:[^\n]*\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_FIELD = re.compile(r"^(?P<key>[A-Za-z_]{2,20}):[ \t]*(?P<value>[^\n]*?)[ \t\r]*$", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}(?P<open>#{1,6})[ \t]+(?P<text>[^\n]*?)(?P<close>[ \t]+#+)?[ \t\r]*$", re.MULTILINE)
_FRONT_OF_LINE = re.compile(r"^ {0,3}(?P<mark>(?:>[ \t]?)+|[-*+](?=[ \t]))", re.MULTILINE)
_RULE = re.compile(r"^(?P<mark>[ \t]*(?:=+|-{3,}|\*{3,}|_{3,}|```[^\n]*))[ \t\r]*$", re.MULTILINE)
_LINK = re.compile(
    r"(?P<open>!?\[)[^\[\]\n]{0,400}(?P<close>\](?:\([^()\s]{0,1000}(?:[ \t]+\"[^\"\n]{0,200}\")?\)|\[[^\[\]\n]{0,100}\]))"
)
_EMPHASIS = re.compile(
    r"(?<![\w*_])(?P<open>\*{1,3}|_{1,3})(?=\S)[^*_\n]{1,1000}(?<=\S)(?P<close>\*{1,3}|_{1,3})(?![\w*_])"
)
_COMMENT = re.compile(r"(?P<mark><!--[^>]{0,5000}-->|</?[a-z][a-z0-9]{0,10}(?:[ \t][^<>\n]{0,500})?/?>)", re.IGNORECASE)
_FIELDS = {
    "headline": ("headline", "title"),
    "outlet": ("outlet", "publication", "publisher", "source"),
    "byline": ("byline", "author"),
    "published": ("published", "date"),
    "url": ("url", "link"),
    "language": ("language", "lang"),
}
"""What front matter calls the fields of an Article."""


@dataclass(frozen=True, slots=True)
class Markdown:
    """The article with what its front matter and first heading say of it, and the stretches that are marks, in order."""

    article: Article
    cuts: tuple[Cut, ...]


def read_markdown(article: Article) -> Markdown:
    """The marks of an article that is written in Markdown."""
    text = article.text
    front = _FRONT.match(text)
    body = front.end() if front else 0
    found = [(0, len(front.group().rstrip()))] if front else []
    for rule in (_HEADING, _FRONT_OF_LINE, _RULE, _LINK, _EMPHASIS, _COMMENT):
        for m in rule.finditer(text, body):
            found += [m.span(g) for g in m.groupdict() if g != "text" and m[g]]
    heading = _HEADING.search(text, body)
    return Markdown(_described(article, front["fields"] if front else "", heading), _disjoint(text, found))


def _described(article: Article, front: str, heading: re.Match[str] | None) -> Article:
    fields = {m["key"].lower(): m["value"].strip("\"' ") for m in _FIELD.finditer(front)}

    def known(name: str) -> str | None:
        return next((fields[f] for f in _FIELDS[name] if fields.get(f)), None)

    return replace(
        article,
        headline=known("headline") or (heading["text"].strip(" *_") if heading else None),
        outlet=known("outlet"),
        byline=known("byline"),
        published=known("published"),
        url=known("url"),
        language=known("language"),
    )


def _disjoint(text: str, found: list[Cut]) -> tuple[Cut, ...]:
    """Trimmed, in order, and none over another."""
    kept: list[Cut] = []
    for start, end in sorted(found):
        piece = text[start:end]
        start, end = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        if start < end and (not kept or start >= kept[-1][1]):
            kept.append((start, end))
    return tuple(kept)
