"""New articles put in their stories."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

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
        placed = {article: story for story, members in self._corpus.stories().items() for article in members}
        names = list(dict.fromkeys(placed.values()))
        numbers = {name: number for number, name in enumerate(names)}
        stream = Stream()
        for article in self._corpus.articles(list(placed)):
            stream.restore(profile_of(article), numbers[placed[article.id]])
        while self._place_some(stream, names):
            pass

    def _place_some(self, stream: Stream, names: list[str]) -> bool:
        with self._corpus.placing() as placing:
            found = placing.unplaced(_AT_ONCE)
            places = []
            for _, article in found:
                profile = profile_of(article)
                stream.note(profile)
                placement = stream.add(profile)
                if placement.story == len(names):
                    names.append(story_id(article.id))
                why = f"shares {', '.join(placement.shared)}" if placement.shared else "began it"
                places.append(Place(article=article.id, story=names[placement.story], why=why, day=_day(profile)))
            if found:
                placing.put(places, found[-1][0])
        return len(found) == _AT_ONCE


def story_id(article: str) -> str:
    """The id of the story that an article begins."""
    return sha256(article.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _day(profile: Profile) -> str | None:
    return date.fromordinal(profile.day).isoformat() if profile.day else None
