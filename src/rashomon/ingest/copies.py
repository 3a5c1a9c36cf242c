"""The same article given more than once: no second witness."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from rashomon.ingest.read import Ingested
from rashomon.records import Article, Reject


def without_copies(ingested: Ingested) -> Ingested:
    """Every article once, whatever ids its copies have; the others become Rejects.

    The same words printed by two outlets are two witnesses (with one origin) and both stay.
    """
    kept: dict[str, Article] = {}
    rejects: list[Reject] = []
    for same in _by_text(ingested.articles):
        for article in sorted(same, key=lambda a: (-_known(a), a.id)):
            other = next((k for k in kept.values() if k in same and not _reprint(k, article)), None)
            if other is None:
                kept[article.id] = article
            else:
                where = other.input or other.id
                rejects.append(
                    Reject(input=article.input or article.id, reason=f"the same text as {where}: counted once")
                )
    return Ingested(articles=tuple(a for a in ingested.articles if a.id in kept), rejects=(*ingested.rejects, *rejects))


def _by_text(articles: Sequence[Article]) -> list[list[Article]]:
    groups: dict[str, list[Article]] = {}
    for a in articles:
        groups.setdefault(" ".join(unicodedata.normalize("NFKC", a.text).split()), []).append(a)
    return list(groups.values())


def _known(a: Article) -> int:
    return sum(x is not None for x in (a.outlet, a.published, a.url, a.headline))


def _reprint(a: Article, b: Article) -> bool:
    return bool(a.outlet and b.outlet and a.outlet != b.outlet) or bool(a.url and b.url and a.url != b.url)
