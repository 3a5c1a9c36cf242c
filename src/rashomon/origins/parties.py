"""Parties: who an origin can be, and by which name the same one is known in every article of a story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.origins.credits import unregistered_agencies
from rashomon.origins.register import Entry, load_register
from rashomon.origins.tie_words import tie_words
from rashomon.records import Article, Entity
from rashomon.records.collation import OriginKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody or something that can be an origin. `id` is the same in all articles where it is certainly the same.

    `members`: the ids of those who speak together here ("the two leaders said").
    """

    id: str
    kind: OriginKind
    name: str
    anonymous: bool = False
    members: tuple[str, ...] = ()


class Parties:
    """Who the entities and the named agencies of a story are."""

    def __init__(
        self,
        entities: Sequence[Entity],
        articles: Sequence[Article] = (),
        members: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        """`members`: entity id of a pair or group to the ids of those it is made of."""
        self._entities: Mapping[str, Entity] = {e.id: e for e in entities}
        self._members = members or {}
        # Who is one of the story's outlets, or credited by one report, is known as such in all of them.
        self.register = (
            load_register()
            .with_outlets(a.outlet for a in articles if a.outlet)
            .with_agencies(name for a in articles for name in unregistered_agencies(a))
        )

    def of_entry(self, entry: Entry) -> Party:
        """The party for an agency, outlet or platform of the register."""
        kinds: dict[str, OriginKind] = {"agency": "agency", "release": "agency", "platform": "platform"}
        kind = kinds.get(entry.kind, "outlet")
        return Party(id=f"{kind}:{entry.name}", kind=kind, name=entry.name)

    def of_source(self, article: str, entity: str | None, words: str) -> Party | None:
        """The party behind an attribution's source: an entity of the story if known, else the words themselves.

        Somebody without a name is the same only within one article, unless described by the same words: see `anonymous`.
        """
        words = " ".join(words.split())
        known = self._entities.get(entity) if entity else None
        name = known.name if known is not None else words
        entry = self.register.entry(name) or self.register.entry(words) or self._own_reporter(words)
        if entry is not None:
            return self.of_entry(entry)
        if known is not None and not known.anonymous:
            return Party(id=known.id, kind="speaker", name=known.name, members=self._members.get(known.id, ()))
        if not name or name.lower() in tie_words("unnamed", "pronouns"):
            return None
        bare = bare_words(name)
        if _head_noun(bare) in tie_words("documents", "nouns"):
            paper = _noun_phrase(bare)
            return Party(id=f"document:{article}:{paper}", kind="document", name=paper)
        return Party(id=f"source:{bare}", kind="speaker", name=name, anonymous=True)

    def _own_reporter(self, words: str) -> Entry | None:
        """ "a Reuters reporter" is Reuters."""
        named = list(self.register.namings(words))
        of_house = _head_noun(bare_words(words)) in tie_words("reporting", "outlets")
        return named[0].entry if of_house and named and not named[0].weak else None


def _noun_phrase(bare: str) -> str:
    """The words of a description up to its head noun: "birth certificate" of "birth certificate seen by the Herald"."""
    words = bare.split()
    until = next((i for i, w in enumerate(words) if w in tie_words("documents", "ends")), len(words))
    return " ".join(words[:until]).rstrip(",")


def _head_noun(bare: str) -> str:
    """The singular of the noun that a description is of."""
    head = _noun_phrase(bare).rpartition(" ")[2]
    return head.removesuffix("s") if head not in tie_words("documents", "nouns") else head


def bare_words(words: str) -> str:
    """A description without article and case, so that "A White House official" is the same as "the White House official"."""
    found = words.lower().split()
    while len(found) > 1 and found[0] in {"a", "an", "the", "one", "in", "some"}:
        found = found[1:]
    return " ".join(found)
