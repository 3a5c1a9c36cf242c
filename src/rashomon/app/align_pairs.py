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
from rashomon.errors import InputError
from rashomon.ingest import split_parts
from rashomon.records import Annotation, Article, Reject

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


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts to be aligned, and the name the pair was given."""

    name: Any
    a: Side
    b: Side


def align_file(path: str, *, strict: bool = False) -> Iterator[dict[str, Any] | Reject]:
    """A verdict for each line of a JSONL file of pairs, in order, or why the line is none: with `strict` this is an `InputError`.

    How rare a word is, the texts read so far tell.
    """
    known: dict[Side, Text] = {}
    common = Commonness()
    rows = _rows(path, strict)
    while batch := list(islice(rows, _BATCH)):
        if len(known) > _MEMORY:
            known.clear()
        sides = dict.fromkeys(side for row in batch if isinstance(row, Pair) for side in (row.a, row.b))
        read = read_sides([side for side in sides if side not in known])
        known.update(read)
        for text in read.values():
            common.note(text)
        for row in batch:
            if isinstance(row, Reject):
                yield row
                continue
            verdict = compare_texts(known[row.a], known[row.b], common)
            yield {"pair": row.name, "score": round(verdict.score, 6), "relation": verdict.relation}


def _rows(path: str, strict: bool) -> Iterator[Pair | Reject]:
    empty = True
    try:
        with Path(path).open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    empty = False
                    yield _row(line, f"{path}:{number}", strict)
    except OSError as e:
        raise InputError(f"cannot read {path}: {e.strerror or e}") from e
    if empty:
        raise InputError(f"{path}: empty: no line holds anything")


def _row(line: bytes, place: str, strict: bool) -> Pair | Reject:
    try:
        return pair_of(line)
    except InputError as e:
        if strict:
            raise InputError(f"{place}: {e}") from e
        return Reject(input=place, reason=str(e))


def pair_of(line: str | bytes) -> Pair:
    """The pair that a line of JSON describes. Raises `InputError` where it describes none."""
    try:
        row = json.loads(line.decode("utf-8-sig") if isinstance(line, bytes) else line)
        return Pair(row["pair"], _side(row["a"]), _side(row["b"]))
    except (ValueError, KeyError, TypeError, RecursionError) as e:
        raise InputError('not a pair: write {"pair": …, "a": {"text": …}, "b": {"text": …}}') from e


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
