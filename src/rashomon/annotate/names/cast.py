"""The entities of one article while it is read, and their mentions; at the end both become records."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rashomon.annotate.names.people import fold
from rashomon.annotate.names.roles import Role
from rashomon.records import LocalEntity, Mention, Span
from rashomon.records.annotation import MentionKind

_PREFIXES = {"PERSON": "per", "GROUP": "grp", "ORG": "org", "GPE": "geo", "LOC": "geo", "FAC": "fac", "EVENT": "event", "PRODUCT": "prod", "WORK": "work", "NORP": "norp"}  # fmt: skip


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
    definite: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One mention and the index of its entity."""

    span: Span
    kind: MentionKind
    type: str
    entity: int


class Cast:
    """Entities by index, and their mentions."""

    def __init__(self) -> None:
        self.members: list[Member] = []
        self.found: list[Found] = []

    def add(self, member: Member) -> int:
        """A new entity; its index."""
        self.members.append(member)
        return len(self.members) - 1

    def pair(self, members: tuple[int, ...]) -> int:
        """The entity that `members` are together, made once."""
        wanted = tuple(sorted(set(members)))
        for i, m in enumerate(self.members):
            if m.members == wanted:
                return i
        name = " and ".join(self.members[i].name for i in wanted)
        return self.add(Member("GROUP", name, False, plural=True, members=wanted))

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
