"""Pairs of short texts, read and aligned in batches."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from rashomon.app.assemble import annotate_articles
from rashomon.claims import extract_claims
from rashomon.collate.align.texts import Text, compare_texts, text_of
from rashomon.errors import RashomonError
from rashomon.ingest import split_parts
from rashomon.records import Annotation, Article

_BATCH = 512
"""Pairs whose texts are parsed together."""
_MEMORY = 20_000
"""Texts kept as read: in a list of pairs the same text often comes back."""


@dataclass(frozen=True, slots=True)
class _Side:
    text: str
    headline: str
    published: str


def align_file(path: str) -> Iterator[dict[str, Any]]:
    """A verdict for each line of a JSONL file of pairs, in order."""
    known: dict[_Side, Text] = {}
    rows = _rows(path)
    while batch := list(islice(rows, _BATCH)):
        if len(known) > _MEMORY:
            known.clear()
        sides = dict.fromkeys(side for _, a, b in batch for side in (a, b) if side not in known)
        known.update(_read(list(sides)))
        for pair, a, b in batch:
            verdict = compare_texts(known[a], known[b])
            yield {"pair": pair, "score": round(verdict.score, 6), "relation": verdict.relation}


def _rows(path: str) -> Iterator[tuple[Any, _Side, _Side]]:
    try:
        with Path(path).open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _row(line, f"{path}:{number}")
    except (OSError, UnicodeDecodeError) as e:
        raise RashomonError(f"cannot read {path}: {getattr(e, 'strerror', None) or e}") from e


def _row(line: str, place: str) -> tuple[Any, _Side, _Side]:
    try:
        row = json.loads(line)
        return row["pair"], _side(row["a"]), _side(row["b"])
    except (ValueError, KeyError, TypeError) as e:
        raise RashomonError(f'{place}: not a pair: write {{"pair": …, "a": {{"text": …}}, "b": {{"text": …}}}}') from e


def _side(article: dict[str, Any]) -> _Side:
    return _Side(str(article["text"]), str(article.get("headline") or ""), str(article.get("published") or ""))


def _read(sides: list[_Side]) -> dict[_Side, Text]:
    """The texts as alignment sees them, each with its headline beside it."""
    texts = [_article(f"t{i}", s.text, s.published) for i, s in enumerate(sides)]
    headlines = [_article(f"h{i}", s.headline, s.published) for i, s in enumerate(sides)]
    annotated: list[Annotation] = list(annotate_articles([*texts, *headlines]))
    return {
        side: text_of(annotation, extract_claims(article, annotation), headline if side.headline else None)
        for side, article, annotation, headline in zip(
            sides, texts, annotated[: len(sides)], annotated[len(sides) :], strict=True
        )
    }


def _article(key: str, text: str, published: str) -> Article:
    return Article(id=key, text=text, published=published or None, parts=split_parts(key, text))
