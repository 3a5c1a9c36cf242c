"""New articles put in their stories."""

from __future__ import annotations

from datetime import date

from rashomon.store import Corpus, Place
from rashomon.stories import Profile, Stream, profile_of

_AT_ONCE = 200


class Grouping:
    """The stories of a corpus as they grow."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    def place(self) -> None:
        """Put every article that has no story yet in one; those that have one stay where they are."""
        with self._corpus.placing() as placing:
            if not placing.unplaced(1):
                return
        stream = Stream()
        for article in self._corpus.articles([a for members in self._corpus.stories().values() for a in members]):
            stream.add(profile_of(article))
        while self._place_some(stream):
            pass

    def _place_some(self, stream: Stream) -> bool:
        with self._corpus.placing() as placing:
            found = placing.unplaced(_AT_ONCE)
            places = []
            for _, article in found:
                profile = profile_of(article)
                placed = stream.add(profile)
                places.append(Place(article=article.id, story=placed.story, why=placed.why, day=_day(profile)))
            if found:
                placing.put(places, found[-1][0])
        return len(found) == _AT_ONCE


def _day(profile: Profile) -> str | None:
    return date.fromordinal(profile.day).isoformat() if profile.day else None
