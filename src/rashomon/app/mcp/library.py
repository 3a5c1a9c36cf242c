"""What the tools look up: stories and reports by their words, and collations within bounds."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Sequence

from rashomon.app import assemble
from rashomon.app.desk import Desk
from rashomon.app.mcp.answers import Place
from rashomon.app.mcp.telling import words_of
from rashomon.errors import InputError, UsageError
from rashomon.records import Article, Collation
from rashomon.store import Hit

_COLLATED_AT_ONCE = 12
"""Reports of a story that is laid side by side while the assistant waits."""
_HITS = 60
_WORDS = 12


class Library:
    """A desk as the tools need it. What reads texts is done one at a time."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._lock = threading.Lock()

    def collation(self, story: str) -> Collation:
        """A story's collation. Raises `UsageError` where it would have to be made of too many reports."""
        shelf = self.desk.shelf(story)
        if len(shelf.articles) > _COLLATED_AT_ONCE and not self.desk.ready(shelf.story):
            raise UsageError(
                f"story {shelf.story} has {len(shelf.articles)} reports and was not laid side by side since it grew: "
                f"`rashomon show {shelf.story}` does it once"
            )
        with self._lock:
            return self.desk.collation(shelf.story)

    def collate(self, articles: Sequence[Article], more: Sequence[Article] = ()) -> Collation:
        """Articles of the corpus side by side, with others that are not in it."""
        ingested = assemble.ingest(more)
        if not ingested.articles and more:
            raise InputError("; ".join(r.reason for r in ingested.rejects))
        with self._lock:
            made = self.desk.corpus.annotations(self.desk.key, [a.id for a in articles])
            unread = [a for a in (*articles, *ingested.articles) if a.id not in made]
            made.update((n.article, n) for n in assemble.annotate_articles(unread))
            everything = (*articles, *ingested.articles)
            asked = assemble.ToCollate(articles=everything, annotations=tuple(made[a.id] for a in everything))
            ((collation, _),) = assemble.collate_batch([asked])
            return collation

    def reports_about(self, words: str, story: str | None = None) -> list[Hit]:
        """Reports with all the words; where there are none, those that share most of them, best first."""
        found = self.desk.find(words, story=story, limit=_HITS).hits if any(c.isalnum() for c in words) else ()
        if found or not words.strip():
            return list(found)
        shared: Counter[str] = Counter()
        hits: dict[str, Hit] = {}
        for word in sorted(words_of(words), key=lambda w: (-len(w), w))[:_WORDS]:
            for hit in self.desk.find(f'"{word}"', story=story, limit=_HITS).hits:
                shared[hit.article] += 1
                hits.setdefault(hit.article, hit)
        return [hits[a] for a, _ in shared.most_common(_HITS)]

    def place_of(self, hit: Hit) -> Place:
        """Where the words of a hit stand in its text; its beginning, where they stand in the headline alone."""
        text = self.desk.article(hit.article).article.text
        around = hit.around.replace("⟦", "").replace("⟧", "").strip("…")
        start = max(0, text.find(around))
        end = min(len(text), start + len(around))
        return Place(article=hit.article, outlet=hit.outlet, start=start, end=end, text=text[start:end])
