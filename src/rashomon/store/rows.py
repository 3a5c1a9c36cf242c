"""What the store tells of a corpus beside the records themselves: listings, found reports, statements over stories."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from rashomon.records import Article

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[T]):
    """Some of what was asked for, in order. `next` given as cursor brings what follows; None: there is no more."""

    items: tuple[T, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of articles handed to `add`: ids new to the corpus, and ids it had already."""

    new: tuple[str, ...]
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An article of the corpus: when it was acknowledged, its story and why it is there (a line, and all that spoke for it as JSON), its
    day as far as it can be told.

    `versions` are the ids of all versions of its URL, oldest first (itself alone where it has no URL or was never revised).
    """

    article: Article
    added: str
    story: str | None
    why: str
    explained: str
    day: str | None
    versions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """A page that came in several versions, and when the last of them came (ISO, UTC)."""

    url: str
    outlet: str
    versions: int
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A story of the corpus.

    `title` is the first article's headline; `articles` their ids in order of arrival; `first` and `last` when the first and the last of
    them came (ISO, UTC); `begin` and `end` the days they were published. `arrivals` counts articles by day (of publication, else of
    arrival). `facts`, `differences`, `contradictions`, `origins` come from the story's latest collation and are None while there is none;
    `stale` says that articles or judgements have come since, or that it was never collated.
    """

    story: str
    title: str
    articles: tuple[str, ...]
    outlets: int
    first: str
    last: str
    begin: str | None
    end: str | None
    arrivals: tuple[tuple[str, int], ...]
    facts: int | None = None
    differences: int | None = None
    contradictions: int | None = None
    origins: int | None = None
    stale: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What became of a story: `kind` is returned, merged, split, moved or judged; `articles` are in `story` since, and were in `other`
    before. `at` is when (ISO, UTC), `because` a line for people."""

    at: str
    kind: str
    story: str
    other: str
    articles: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article found by search, with the words around the first place; the searched words stand between ⟦ and ⟧."""

    article: str
    headline: str
    outlet: str
    published: str
    around: str
    story: str | None = None
    day: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page of hits, how many there are in all, and how they fall on outlets and stories (value, name, count), most first."""

    hits: tuple[Hit, ...]
    total: int
    outlets: tuple[tuple[str, int], ...]
    stories: tuple[tuple[str, str, int], ...]
    next: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody or something over all stories: the same kind and name. Whether it is the same one, a reader must judge."""

    id: str
    type: str
    name: str
    stories: int
    mentions: int
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A story in which somebody stands: how it is called there, how often and in how many articles."""

    story: str
    title: str
    names: tuple[tuple[str, int], ...]
    mentions: int
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Words somebody said, as one article gives them: `start` and `end` count code points of its text.

    `day` is the article's; `through` are those who passed the words on, the last first; `quoted`: they stand in quotation marks.
    """

    story: str
    article: str
    outlet: str
    day: str | None
    speaker: str | None
    name: str
    start: int
    end: int
    text: str
    cue: str
    quoted: bool
    through: tuple[str, ...]
