"""Stories told in several languages. Words find a story's reports in one language; between languages the meaning of how they begin does.

Nothing is encoded as long as all reports are in one language; then a report is encoded when it is first compared with one of another.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import sqrt
from typing import TYPE_CHECKING, Any

from rashomon.annotate import encoder_package
from rashomon.stories.cluster import Cluster
from rashomon.stories.encoder import Encoder
from rashomon.stories.evidence import gap_of
from rashomon.stories.profile import NAMES, Profile
from rashomon.stories.vectors import Vectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MEET = 0.70
"""Likeness from which reports in two languages are of one story. On 37 invented reports of 17 events in six languages those of one event are
.79 and more alike, of two events .53 at most; with English for both languages, 93 of 100 pairs of one story (BASIL) reach it, and 2 pairs of two."""
_BY_NAMES = 0.25
"""What names in common add to likeness of meaning, at most."""
_BY_DAY = 0.03
_UNDATED = 0.1
"""What is taken off where a day is not known: look-alike events without dates (ECB+) are as near as one event's reports."""
_LONGEST_GAP = 5
"""Days between reports of one event in two languages, at most: the same is told at the same time."""
_LOOKED_AT = 400
"""Stories that are looked at, those told last."""
_ASKED = 4
"""Reports of a story that are compared, in each language its first ones."""
_HEARD = 32
"""Of a story's reports so many of the first and so many of the last tell in what languages it is told."""
_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Lead:
    """How a report begins, in what language, and the how manieth it is."""

    number: int
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """A story that tells the same in another language, and how alike the two are."""

    cluster: Cluster
    alike: float
    languages: tuple[str, ...]


class Tongues:
    """The leads of the latest reports, and which stories in different languages they bring together."""

    def __init__(self, encoder: Callable[[], Encoder]) -> None:
        self._load = encoder
        self._leads: dict[str, Lead] = {}
        self._vectors: dict[str, NDArray[np.int8]] = {}
        self._languages: Counter[str] = Counter()
        self._changed: dict[str, None] = {}
        self._heard = 0

    @property
    def several(self) -> bool:
        """Whether reports in more than one language have been heard."""
        return len(self._languages) > 1

    def note(self, profile: Profile) -> None:
        """Hear a report."""
        if profile.language in encoder_package().languages and profile.lead and profile.article not in self._leads:
            self._keep(profile.article, Lead(self._heard, profile.language, profile.lead))
            self._changed[profile.article] = None
            while len(self._leads) > _KEPT:
                self._forget(next(iter(self._leads)))

    def nearest(
        self, articles: Sequence[str], vectors: Vectors, days: tuple[int, int], stories: Iterable[Cluster]
    ) -> Meeting | None:
        """The story that tells in another language what some articles tell, if there is one; `stories` are those told last, last first.

        `vectors` are of the articles together, `days` their first and last (0: not known).
        """
        if not self.several or not (own := self._asked(articles)):
            return None
        near = islice((c for c in stories if self._may_meet(own, days, c)), _LOOKED_AT)
        asked = [(c, self._asked(c.members)) for c in near]
        cosines = self._cosines(own, [a for _, others in asked for a in others])
        found = [(_alike(cosines, others, c, vectors, days), -c.began, c) for c, others in asked]
        most, _, cluster = max(found, key=lambda f: f[:2], default=(0.0, 0, None))
        if cluster is None or most < MEET:
            return None
        return Meeting(cluster, most, tuple(sorted(self._spoken(cluster.members) - self._spoken(own))))

    def comparable(self, articles: Sequence[str], others: Sequence[str]) -> bool:
        """Whether words can tell anything: some of the articles and of the others are in one language, as far as is known."""
        if not self.several:
            return True
        own, theirs = ({self._language(a) for a in _some(them)} for them in (articles, others))
        return bool(own & theirs) or "" in own | theirs

    def foreign(self, articles: Sequence[str], story: Cluster) -> bool:
        """Whether some of a story's articles are in another language than most of it, so that its words tell nothing of them."""
        if not self.several:
            return False
        languages = Counter(language for a in story.kept if (language := self._language(a)))
        main = min(languages, key=lambda code: (-languages[code], code), default="")
        return bool(self._spoken(articles) - {main})

    # -- keeping

    def changes(self) -> dict[str, bytes | None]:
        """Records changed since this was last asked for; None for one that is no more."""
        changed, self._changed = self._changed, {}
        return {a: self._record(a) if a in self._leads else None for a in changed}

    def refresh(self, records: Mapping[str, bytes | None]) -> None:
        """Take up records that `changes` gave."""
        for article in records:
            self._forget(article)
        told = sorted((json.loads(record), article) for article, record in records.items() if record is not None)
        for (number, language, text, vector), article in told:
            self._keep(article, Lead(number, language, text))
            if vector:
                self._vectors[article] = _unpacked(vector)
        self._leads = dict(sorted(self._leads.items(), key=lambda item: item[1].number))
        self._changed = {}

    def _record(self, article: str) -> bytes:
        lead, vector = self._leads[article], self._vectors.get(article)
        packed = b64encode(vector.tobytes()).decode("ascii") if vector is not None else ""
        return json.dumps([lead.number, lead.language, lead.text, packed]).encode("ascii")

    def _keep(self, article: str, lead: Lead) -> None:
        self._leads[article] = lead
        self._heard = max(self._heard, lead.number + 1)
        self._languages[lead.language] += 1

    def _forget(self, article: str) -> None:
        lead = self._leads.pop(article, None)
        self._vectors.pop(article, None)
        if lead is not None:
            self._languages -= Counter([lead.language])
            self._changed[article] = None

    # -- comparing

    def _asked(self, articles: Sequence[str]) -> list[str]:
        """The first few in each language."""
        asked: list[str] = []
        heard = Counter[str]()
        for a in _some(articles):
            if (language := self._language(a)) and heard[language] < _ASKED:
                heard[language] += 1
                asked.append(a)
        return asked

    def _spoken(self, articles: Sequence[str]) -> set[str]:
        return {self._language(a) for a in _some(articles)} - {""}

    def _language(self, article: str) -> str:
        """The language of a report; none where it is not known."""
        lead = self._leads.get(article)
        return lead.language if lead else ""

    def _may_meet(self, own: Sequence[str], days: tuple[int, int], other: Cluster) -> bool:
        gap = gap_of(*days, other)
        return (gap is None or gap <= _LONGEST_GAP) and len(self._spoken(own) | self._spoken(other.members)) > 1

    def _cosines(self, own: Sequence[str], others: Sequence[str]) -> list[dict[str, float]]:
        """For each of the own articles how alike it is to those of the others that are in another language."""
        if not others:
            return []
        self._encode([*own, *others])
        found = _cosines([self._vectors[a] for a in own], [self._vectors[a] for a in others])
        spoken = [self._leads[a].language for a in others]
        return [
            {b: x for b, x, code in zip(others, row, spoken, strict=True) if code != self._leads[a].language}
            for a, row in zip(own, found, strict=True)
        ]

    def _encode(self, articles: Sequence[str]) -> None:
        new = [a for a in dict.fromkeys(articles) if a not in self._vectors]
        if new:
            for article, vector in zip(new, self._load()([self._leads[a].text for a in new]), strict=True):
                self._vectors[article] = vector
                self._changed[article] = None


def _some(articles: Sequence[str]) -> Sequence[str]:
    """Reports of a story that tell in what languages it is told: the look at a story of thousands costs no more than that."""
    return articles if len(articles) <= 2 * _HEARD else [*articles[:_HEARD], *articles[-_HEARD:]]


def _alike(
    cosines: Sequence[Mapping[str, float]],
    others: Sequence[str],
    story: Cluster,
    vectors: Vectors,
    days: tuple[int, int],
) -> float:
    """Mean over some articles of how alike the nearest report of a story is, with names in common and days between."""
    best = [max(found) for row in cosines if (found := [row[a] for a in others if a in row])]
    if not best:
        return 0.0
    names = story.centroid.likeness(vectors)[NAMES]
    gap = gap_of(*days, story)
    apart = _UNDATED if gap is None else _BY_DAY * gap
    return sum(best) / len(best) + _BY_NAMES * sqrt(max(names, 0.0)) - apart


def _cosines(one: Sequence[NDArray[np.int8]], other: Sequence[NDArray[np.int8]]) -> list[list[float]]:
    import numpy as np

    a, b = np.stack(one).astype(np.float64), np.stack(other).astype(np.float64)
    lengths = np.outer(np.linalg.norm(a, axis=1), np.linalg.norm(b, axis=1))
    found: list[list[float]] = (a @ b.T / np.maximum(lengths, 1.0)).tolist()
    return found


def _unpacked(vector: Any) -> NDArray[np.int8]:
    import numpy as np

    return np.frombuffer(b64decode(vector), dtype=np.int8)
