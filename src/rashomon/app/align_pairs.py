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
from rashomon.collate.align.texts import Commonness, Text, compare_texts, text_of
from rashomon.errors import RashomonError
from rashomon.ingest import split_parts
from rashomon.records import Annotation, Article

_BATCH = 512
"""Pairs whose texts are parsed together."""
_MEMORY = 20_000
"""Texts kept as read: in a list of pairs the same text often comes back."""


@dataclass(frozen=True, slots=True)
class Side:
    """A text of a pair as it was given."""

    text: str
    headline: str
    published: str


def align_file(path: str) -> Iterator[dict[str, Any]]:
    """A verdict for each line of a JSONL file of pairs, in order. How rare a word is, the texts read so far tell."""
    known: dict[Side, Text] = {}
    common = Commonness()
    rows = _rows(path)
    while batch := list(islice(rows, _BATCH)):
        if len(known) > _MEMORY:
            known.clear()
        sides = dict.fromkeys(side for _, a, b in batch for side in (a, b) if side not in known)
        read = read_sides(list(sides))
        known.update(read)
        for text in read.values():
            common.note(text)
        for pair, a, b in batch:
            verdict = compare_texts(known[a], known[b], common)
            yield {"pair": pair, "score": round(verdict.score, 6), "relation": verdict.relation}


def _rows(path: str) -> Iterator[tuple[Any, Side, Side]]:
    try:
        with Path(path).open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield pair_of(line, f"{path}:{number}")
    except (OSError, UnicodeDecodeError) as e:
        raise RashomonError(f"cannot read {path}: {getattr(e, 'strerror', None) or e}") from e


def pair_of(line: str, place: str) -> tuple[Any, Side, Side]:
    """The name of a pair and its two texts from a line of JSON. `place`: where it stands, to name it if it is none."""
    try:
        row = json.loads(line)
        return row["pair"], _side(row["a"]), _side(row["b"])
    except (ValueError, KeyError, TypeError) as e:
        raise RashomonError(f'{place}: not a pair: write {{"pair": …, "a": {{"text": …}}, "b": {{"text": …}}}}') from e


def _side(article: dict[str, Any]) -> Side:
    return Side(str(article["text"]), str(article.get("headline") or ""), str(article.get("published") or ""))


def read_sides(sides: list[Side]) -> dict[Side, Text]:
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
