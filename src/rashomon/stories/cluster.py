"""A story as the stream keeps it: its articles, what they say together, its chapters, its days."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from rashomon.stories.centroid import Centroid, Vector, heaviest
from rashomon.stories.profile import Profile
from rashomon.stories.sketch import Sketch

_CHAPTERS = 12
_CONDENSED = 80
"""Words, names and numbers each that a quiet story keeps."""


@dataclass(slots=True)
class Chapter:
    """Articles about one sub-event of a story."""

    members: list[str] = field(default_factory=list)
    centroid: Centroid = field(default_factory=Centroid)
    first: int = 0
    last: int = 0

    def add(self, profile: Profile, vectors: Sequence[Vector]) -> None:
        """Take an article in."""
        self.members.append(profile.article)
        self.centroid.add(vectors)
        self.stretch(profile.day, profile.day)

    def stretch(self, first: int, last: int) -> None:
        """Let the chapter hold these days, too (0: not known)."""
        if first:
            self.first = min(self.first or first, first)
            self.last = max(self.last, last)

    def absorb(self, other: Chapter) -> None:
        """Take another's articles in."""
        self.members += other.members
        self.centroid.add(other.centroid.sums)
        self.stretch(other.first, other.last)


@dataclass(slots=True)
class Cluster:
    """A story: `whole` sums up its chapters. `length` is summed over articles; `lasting` sketches are those of its latest articles.

    `apart`: stories that people said it is not; `judged`: people decided what is in it, so that it is not split any more.
    `began` and `touched` are the numbers of the articles that came when it began and when it last changed.
    """

    story: str
    whole: Chapter = field(default_factory=Chapter)
    chapters: list[Chapter] = field(default_factory=list)
    length: float = 0.0
    sketches: dict[str, Sketch] = field(default_factory=dict)
    apart: list[str] = field(default_factory=list)
    judged: bool = False
    began: int = 0
    touched: int = 0
    quiet: bool = False

    @property
    def size(self) -> int:
        """Number of articles."""
        return len(self.whole.members)

    @property
    def mean_length(self) -> float:
        """Mean logarithm of the number of different words of its articles."""
        return self.length / self.size if self.size else 0.0

    def absorb(self, other: Cluster) -> None:
        """Take another story's articles in."""
        self.whole.absorb(other.whole)
        self.length += other.length
        self.chapters += other.chapters
        self.bound_chapters()
        self.sketches |= other.sketches
        self.apart = list(dict.fromkeys([*self.apart, *other.apart]))
        self.judged = self.judged or other.judged

    def without(self, vectors: Sequence[Vector]) -> Cluster:
        """The story as it would be, about, without one of its articles."""
        sums = [
            {w: x - vector.get(w, 0) for w, x in sums.items() if x > vector.get(w, 0)}
            for sums, vector in zip(self.whole.centroid.sums, vectors, strict=True)
        ]
        whole = Chapter(self.whole.members[1:], Centroid(sums), self.whole.first, self.whole.last)
        return Cluster(self.story, whole=whole, began=self.began)

    def bound_chapters(self) -> None:
        """Put the oldest chapters together while there are more than are kept."""
        while len(self.chapters) > _CHAPTERS:
            self.chapters[0].absorb(self.chapters.pop(1))

    def condense(self) -> None:
        """Keep what finds the story again when it has gone quiet."""
        self.quiet = True
        self.whole.centroid = Centroid([{w: s[w] for w in heaviest(s, _CONDENSED)} for s in self.whole.centroid.sums])
        self.chapters, self.sketches = [], {}


def pack(cluster: Cluster) -> bytes:
    """A story as bytes; `unpack` gives the same story."""
    plain = {
        "story": cluster.story,
        "whole": _plain(cluster.whole),
        "chapters": [_plain(c) for c in cluster.chapters],
        "length": cluster.length,
        "sketches": cluster.sketches,
        "apart": cluster.apart,
        "judged": cluster.judged,
        "began": cluster.began,
        "touched": cluster.touched,
        "quiet": cluster.quiet,
    }
    return zlib.compress(json.dumps(plain, separators=(",", ":")).encode("ascii"), 1)


def unpack(record: bytes) -> Cluster:
    """The story that `pack` was given."""
    plain = json.loads(zlib.decompress(record))
    return Cluster(
        story=plain["story"],
        whole=_chapter(plain["whole"]),
        chapters=[_chapter(c) for c in plain["chapters"]],
        length=plain["length"],
        sketches={article: tuple(sketch) for article, sketch in plain["sketches"].items()},
        apart=plain["apart"],
        judged=plain["judged"],
        began=plain["began"],
        touched=plain["touched"],
        quiet=plain["quiet"],
    )


def _plain(chapter: Chapter) -> list[object]:
    return [chapter.members, chapter.centroid.sums, chapter.first, chapter.last]


def _chapter(plain: list[Any]) -> Chapter:
    members, sums, first, last = plain
    return Chapter(members, Centroid(sums), first, last)
