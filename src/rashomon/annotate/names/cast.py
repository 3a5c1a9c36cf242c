"""The entities of one article while it is read, and their mentions; at the end both become records."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from dataclasses import dataclass, field

from rashomon.annotate.names.people import fold
from rashomon.annotate.names.roles import Role, fits
from rashomon.annotate.names.words import words
from rashomon.records import LocalEntity, Mention, Span
from rashomon.records.annotation import MentionKind

_PREFIXES = {"PERSON": "per", "GROUP": "grp", "ORG": "org", "GPE": "geo", "LOC": "geo", "FAC": "fac", "EVENT": "event", "PRODUCT": "prod", "WORK": "work", "NORP": "norp"}  # fmt: skip
_LONGEST = 300
"""Characters that a mention begins before a span at most, to overlap it."""
_REMEMBERED = 30
"""Unnamed entities of one noun that a later phrase may take up."""


@dataclass(slots=True)
class Member:
    """Someone or something of the article. `members`: of a pair ("the two leaders"), who they are."""

    type: str
    name: str
    named: bool
    gender: str = ""
    plural: bool = False
    anonymous: bool = False
    metonym: bool = False
    roles: set[Role] = field(default_factory=set)
    members: tuple[int, ...] = ()
    noun: str = ""
    modifiers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """One mention and the index of its entity."""

    span: Span
    kind: MentionKind
    type: str
    entity: int


class Cast:
    """Entities by index, and their mentions; looked up by name, noun, role and place, never by going through all."""

    def __init__(self) -> None:
        self.members: list[Member] = []
        self.found: list[Found] = []
        self._starts: list[tuple[int, int]] = []
        self._pairs: dict[tuple[int, ...], int] = {}
        self._named: dict[str, int] = {}
        self._nouns: dict[str, list[int]] = {}
        self._holders: dict[str, list[int]] = {}
        self.firms: list[int] = []
        """Named bodies that may be firms."""

    def add(self, member: Member) -> int:
        """A new entity; its index."""
        self.members.append(member)
        i = len(self.members) - 1
        if member.named:
            self._named.setdefault(fold(member.name), i)
        elif not member.members:
            self._nouns.setdefault(member.noun, []).append(i)
        return i

    def mention(self, found: Found) -> None:
        """Keep a mention."""
        insort(self._starts, (found.span.start, len(self.found)))
        self.found.append(found)

    def give_role(self, entity: int, role: Role) -> None:
        """Keep that the text says so of the entity."""
        if role not in self.members[entity].roles:
            self.members[entity].roles.add(role)
            self._holders.setdefault(role.noun, []).append(entity)

    def named_so(self, name: str) -> int:
        """The entity of that very name; -1 if there is none."""
        return self._named.get(fold(name), -1)

    def called(self, noun: str) -> list[int]:
        """Unnamed entities that were called so, the last few."""
        return self._nouns.get(noun, [])[-_REMEMBERED:]

    def holders(self, asked: Role) -> list[int]:
        """Named persons whom a role fits, in the order of the text."""
        nouns = sorted({asked.noun, *words().leaders}) if asked.noun == "leader" else [asked.noun]
        able = {i for noun in nouns for i in self._holders.get(noun, ())}
        return sorted(i for i in able if self._holds(self.members[i], asked))

    def _holds(self, member: Member, asked: Role) -> bool:
        return member.type == "PERSON" and member.named and any(fits(asked, r) for r in member.roles)

    def standing_at(self, span: Span) -> int:
        """The entity of the mention that says what `span` as a whole stands for; -1 if none overlaps it."""
        low = bisect_left(self._starts, (span.start - _LONGEST, 0))
        high = bisect_left(self._starts, (span.end, 0))
        inside = [f for _, i in self._starts[low:high] if (f := self.found[i]).span.overlaps(span)]
        if not inside:
            return -1
        best = max(inside, key=lambda f: (f.span == span, f.kind == "name" and f.type == "PERSON", len(f.span), f.span))
        return best.entity

    def pair(self, members: tuple[int, ...]) -> int:
        """The entity that `members` are together, made once."""
        wanted = tuple(sorted(set(members)))
        if wanted not in self._pairs:
            name = " and ".join(self.members[i].name for i in wanted)
            self._pairs[wanted] = self.add(Member("GROUP", name, False, plural=True, members=wanted))
        return self._pairs[wanted]

    def records(self) -> tuple[tuple[LocalEntity, ...], tuple[Mention, ...]]:
        """Entities and mentions in the order of the text; ids say in letters who is meant."""
        ordered = sorted(self.found, key=lambda f: (f.span.start, -f.span.end, f.kind))
        ids: dict[int, str] = {}
        taken: set[str] = set()
        for f in ordered:
            if f.entity not in ids:
                ids[f.entity] = _free(slug_id(self.members[f.entity]), taken)
        for i in [m for e in list(ids) for m in self.members[e].members if m not in ids]:
            ids.setdefault(i, _free(slug_id(self.members[i]), taken))
        entities = tuple(self._local(i, ids) for i in ids)
        mentions = tuple(Mention(span=f.span, kind=f.kind, type=f.type, entity=ids[f.entity]) for f in ordered)
        return entities, mentions

    def _local(self, i: int, ids: dict[int, str]) -> LocalEntity:
        m = self.members[i]
        return LocalEntity(
            id=ids[i],
            type=m.type,
            name=m.name,
            anonymous=m.anonymous,
            metonym=m.metonym,
            gender=m.gender,
            plural=m.plural,
            roles=tuple(sorted((r.noun, tuple(sorted(r.of))) for r in m.roles)),
            members=tuple(ids[j] for j in m.members),
        )


def slug_id(member: Member) -> str:
    """A readable id: per:ana_lopez, geo:france, anon:a_senior_official."""
    prefix = "anon" if member.anonymous else _PREFIXES.get(member.type, "misc")
    return f"{prefix}:{slug(member.name)}"


def slug(name: str) -> str:
    """Letters and digits of `name`, folded, words joined by _."""
    return "_".join(re.findall(r"\w+", re.sub(r"['’.]", "", fold(name))))[:60] or "x"


def _free(wanted: str, taken: set[str]) -> str:
    name, n = wanted, 2
    while name in taken:
        name, n = f"{wanted}_{n}", n + 1
    taken.add(name)
    return name
