"""Which articles belong together."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from rashomon.records import Article
from rashomon.stories.profile import profile_of
from rashomon.stories.stream import Stream
from rashomon.stories.tongues import Tongues
from rashomon.stories.window import Window


def group_stories(articles: Sequence[Article], tongues: Tongues | None = None) -> dict[str, str]:
    """Article id to story id, in the order given, which has no part in the outcome.

    Articles are taken in the order of their days, undated ones last, and each joins one story. A story's id comes from its
    members. Time grows in proportion to the number of articles but for the last step, which compares stories of headlines. `tongues` brings together what is told in several languages.
    """
    profiles = sorted((profile_of(a) for a in articles), key=lambda p: (not p.day, p.day, p.article))
    stream = Stream(seen=profiles, window=Window(active=max(len(profiles), 1)), tongues=tongues)
    for p in profiles:
        stream.add(p)
    stream.settle()
    of = {member: _name(members) for members in stream.stories().values() for member in members}
    return {a.id: of[a.id] for a in articles}


def _name(members: Sequence[str]) -> str:
    return sha256(min(members).encode("utf-8", "surrogatepass")).hexdigest()[:12]
