"""An article as published, and the parts its text falls into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.records.span import Span

PartKind = Literal["headline", "standfirst", "caption", "byline", "dateline", "body", "credit", "debris"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of an article's text that plays one role. `repeats`: its words stand elsewhere too and are no second statement.

    `wrapped`: its line breaks are those of the page, not of the text, so that it reads as one line. `why` names the layout rule.
    """

    kind: PartKind
    span: Span
    repeats: bool = False
    wrapped: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadatum:
    """Something an input says of an article outside its text, and where it says so: ("published", "2031-05-04", "JSON-LD datePublished")."""

    name: str
    value: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One report as published: an immutable text and what is known of it from outside the text.

    `published` is ISO 8601 as given by the input's own data (a date found in the text is an annotation, not this).
    `input` is the file, URL or file:line that the article came from. `notes` tell what a reader should know of the input;
    `metadata` keeps every candidate that the input offers for what is known, the one taken first.
    """

    id: str
    text: str
    input: str = ""
    headline: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    parts: tuple[Part, ...] = ()
    notes: tuple[str, ...] = ()
    metadata: tuple[Metadatum, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """An input that could not be used, and why. Nothing is dropped silently."""

    input: str
    reason: str
