"""The only place that chooses implementations: which parser, which readers, which stages make up a run."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rashomon import annotate as annotating
from rashomon.annotate.language import encoder_package, languages
from rashomon.annotate.parse_cache import CachedParser
from rashomon.annotate.parser import Parser
from rashomon.annotate.spacy_parser import SpacyParser
from rashomon.collate import collate as collate_stage
from rashomon.collate.align import Encoder, is_installed, paraphrase_encoder
from rashomon.collate.judge import Judgement
from rashomon.errors import InputError
from rashomon.ingest import Ingested, read_inputs, without_copies
from rashomon.records import Annotation, Article, Collation
from rashomon.report.json import collation_json, dumps
from rashomon.settings import Settings
from rashomon.stories import Tongues, universal_encoder
from rashomon.version import __version__

Input = str | Path | Article
_BATCH = 32
"""Articles annotated together: enough for the parser to work in bulk, few enough for little memory."""


@lru_cache
def parser_for(settings: Settings | None = None) -> Parser:
    """The parser that the settings name, loaded once."""
    settings = settings or Settings()
    parser = SpacyParser(settings.model)
    return CachedParser(parser, settings.parse_cache) if settings.parse_cache else parser


@lru_cache
def parser_of(language: str) -> Parser:
    """The parser of a language of `annotate/languages` that is installed, by its code, loaded once and only when needed."""
    parser, settings = SpacyParser(languages()[language].package, language=language), Settings()
    return CachedParser(parser, settings.parse_cache) if settings.parse_cache else parser


def tongues() -> Tongues | None:
    """What brings stories in several languages together, for one stream; None where its encoder is not installed."""
    return Tongues(universal_encoder) if encoder_package().installed else None


def encoder() -> Encoder | None:
    """What finds statements in other words to be the same; None where it is not installed."""
    return paraphrase_encoder() if is_installed() else None


def annotate_articles(articles: Sequence[Article]) -> Iterator[Annotation]:
    """One annotation per article, in order, as they become ready."""
    parser = parser_for()
    for i in range(0, len(articles), _BATCH):
        yield from annotating.annotate(articles[i : i + _BATCH], parser, parser_of)


def annotate_batch(articles: Sequence[Article]) -> list[Annotation]:
    """The annotations of a batch: a plain function that runners can send to other processes."""
    return annotating.annotate(articles, parser_for(), parser_of)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCollate:
    """The articles of a story with their annotations, and what people decided about them."""

    articles: tuple[Article, ...]
    annotations: tuple[Annotation, ...]
    judgements: tuple[Judgement, ...] = ()


def collate_batch(stories: Sequence[ToCollate]) -> list[tuple[Collation, str]]:
    """The collations of stories, each with its JSON: a plain function that runners can send to other processes."""
    made = (collate_stage(s.articles, s.annotations, judgements=s.judgements, encoder=encoder()) for s in stories)
    return [(c, dumps(collation_json(c, __version__))) for c in made]


def collate_inputs(ingested: Ingested, judgements: Sequence[Judgement] = ()) -> Collation:
    """The collation of all articles as one story, as people have judged it before. The same article twice is one witness.

    Raises `InputError` when there is no article.
    """
    ingested = without_copies(ingested)
    if not ingested.articles:
        reasons = "; ".join(f"{r.input}: {r.reason}" for r in ingested.rejects) or "no input given"
        raise InputError(f"nothing to collate: {reasons}")
    annotations = list(annotate_articles(ingested.articles))
    return collate_stage(ingested.articles, annotations, ingested.rejects, judgements, encoder())


def article_of(text: str, name: str) -> Article:
    """An Article of a text given as such; `name` is what messages call it."""
    if len(text) < 4096 and "\n" not in text and os.path.exists(text):
        raise InputError(f"{text} names a file, but a string is taken as a report's text: give pathlib.Path({text!r})")
    return Article(id="", text=text, input=name)


def ingest(inputs: Sequence[Input], *, strict: bool = False) -> Ingested:
    """Articles from files, folders and Articles given."""
    return read_inputs(inputs, strict=strict)
