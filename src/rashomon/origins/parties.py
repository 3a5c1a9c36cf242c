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
        self._outlets = {a.id: a.outlet for a in articles if a.outlet}
        self._names = sorted(
            ((bare_words(n), e.id) for e in entities if e.type != "PERSON" and not e.anonymous for n in names_of(e)),
            key=lambda name: (-len(name[0]), name),
        )
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
        if (body := self._spoken_for(bare)) is not None:
            return Party(id=body.id, kind="speaker", name=body.name)
        if _of_earlier_report(bare) and (outlet := self._outlets.get(article)):
            own = self.register.entry(outlet)
            return self.of_entry(own) if own is not None else Party(id=f"outlet:{outlet}", kind="outlet", name=outlet)
        if _head_noun(bare) in tie_words("documents", "nouns"):
            paper = _noun_phrase(bare)
            return Party(id=f"document:{article}:{paper}", kind="document", name=paper)
        return Party(id=f"source:{bare}", kind="speaker", name=name, anonymous=True)

    def _spoken_for(self, bare: str) -> Entity | None:
        """The body whose words a nameless spokesperson says: "a spokeswoman for Sarn Rail"."""
        words = bare.split()
        if not any(w.removesuffix("s") in tie_words("spokespersons", "nouns") for w in words):
            return None
        found = (e for name, e in self._names if _within(name.split(), words))
        return self._entities.get(next(found, ""))

    def _own_reporter(self, words: str) -> Entry | None:
        """ "a Reuters reporter" is Reuters."""
        named = list(self.register.namings(words))
        of_house = _head_noun(bare_words(words)) in tie_words("reporting", "outlets")
        return named[0].entry if of_house and named and not named[0].weak else None


def names_of(entity: Entity) -> tuple[str, ...]:
    """All the names of an entity, its fullest first."""
    return tuple(dict.fromkeys((entity.name, *(name for name, _ in entity.names))))


def _within(name: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a name's words stand side by side among some words, a possessive ending aside."""
    plain = [w.replace("’", "'").removesuffix("'s").rstrip(",") for w in words]
    return any(plain[i : i + len(name)] == list(name) for i in range(len(plain) - len(name) + 1))


def _of_earlier_report(bare: str) -> bool:
    """Whether a description is of what the same outlet printed before: "an earlier version of this story"."""
    words = bare.split()
    return (
        len(words) > 1
        and words[0] in tie_words("earlier", "adjectives")
        and words[1].removesuffix("s") in tie_words("earlier", "nouns")
        and (len(words) == 2 or words[2] in ("of", "on", "about", "in"))
    )


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
