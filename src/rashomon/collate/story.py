"""What a story is called and when it took place."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from rashomon.records import Fact, Story, Witness


def describe_story(witnesses: Sequence[Witness], facts: Sequence[Fact]) -> Story:
    """Id (from the articles, in any order), title (a witness's own headline) and the days of its reports."""
    key = "\n".join(sorted(w.article.id for w in witnesses))
    days = sorted(w.published.value[:10] for w in witnesses if w.published)
    title = _title(witnesses, facts)
    return Story(
        id=sha256(key.encode()).hexdigest()[:12],
        title=title,
        begin=days[0] if days else None,
        end=days[-1] if days else None,
    )


def _title(witnesses: Sequence[Witness], facts: Sequence[Fact]) -> str:
    """The headline of the witness that shares most with the others; of equals the first by article id."""
    shares = {w.article.id: sum(w.article.id in f.witnesses and len(f.witnesses) > 1 for f in facts) for w in witnesses}
    headlines = [
        (-shares[w.article.id], w.article.id, p.span.start, p.span.of(w.article.text))
        for w in witnesses
        for p in w.article.parts
        if p.kind == "headline"
    ]
    return min(headlines)[3] if headlines else ""
