"""Inputs of every kind to Articles and Rejects."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rashomon.ingest.parts import split_parts
from rashomon.records import Article, Reject


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """What became of the inputs, in their order."""

    articles: tuple[Article, ...]
    rejects: tuple[Reject, ...]


def read_inputs(inputs: Sequence[str | Path | Article], *, strict: bool = False) -> Ingested:
    """Articles with their parts, from files, folders and Articles given."""
    articles: list[Article] = []
    for item in inputs:
        if isinstance(item, Article):
            articles.append(item)
        elif str(item).endswith(".jsonl"):
            for line in Path(item).read_text("utf-8").splitlines():
                d = json.loads(line)
                known = {k: d[k] for k in ("headline", "outlet", "published", "url", "language") if d.get(k)}
                articles.append(
                    Article(id=str(d.get("id") or content_id(d["text"])), text=d["text"], input=str(item), **known)
                )
        else:
            text = Path(item).read_bytes().decode("utf-8-sig")
            articles.append(Article(id=content_id(text), text=text, input=str(item)))
    return Ingested(
        articles=tuple(a if a.parts else replace(a, parts=split_parts(a.id, a.text, a.headline)) for a in articles),
        rejects=(),
    )


def content_id(text: str) -> str:
    """The id of an article that brings none: a hash of its text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
