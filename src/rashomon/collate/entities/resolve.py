"""The entities of a story, with ids that depend on what they are and not on the order of the articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.annotate.names import bare, gazetteer, parse_person, slug
from rashomon.collate.entities.merge import merge, stable
from rashomon.collate.entities.nodes import Key, Node, nodes_of
from rashomon.records import Annotation, Article, Entity

_PREFIXES = {"PERSON": "per", "GROUP": "grp", "ORG": "org", "GPE": "geo", "LOC": "geo", "FAC": "fac", "EVENT": "event", "PRODUCT": "prod", "WORK": "work", "NORP": "norp"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEntities:
    """`entities` of the story, and `of`: (article id, the article's own entity id) to story entity id."""

    entities: tuple[Entity, ...]
    of: Mapping[Key, str]


def resolve_story(articles: Sequence[Article], annotations: Sequence[Annotation]) -> StoryEntities:
    """The entities of a story. In doubt two stay apart: a wrong merge invents agreement."""
    groups = stable(merge(nodes_of(articles, annotations)), _wanted_id)
    ids = _ids(groups)
    of = {n.key: ids[i] for i, g in enumerate(groups) for n in g}
    place = {a.id: i for i, a in enumerate(sorted(articles, key=lambda a: a.id))}
    entities = tuple(_entity(ids[i], g, place) for i, g in enumerate(groups) if any(n.spans for n in g))
    return StoryEntities(entities=tuple(sorted(entities, key=lambda e: e.id)), of=of)


def _entity(name: str, group: Sequence[Node], place: Mapping[str, int]) -> Entity:
    forms: Counter[str] = Counter()
    for n in group:
        forms.update(n.forms)
    return Entity(
        id=name,
        type=kind_of(group),
        name=name_of(group),
        names=tuple(sorted(forms.items(), key=lambda f: (-f[1], f[0]))),
        mentions=tuple(sorted((s for n in group for s in n.spans), key=lambda s: (place[s.article], s.start, s.end))),
        anonymous=all(n.local.anonymous for n in group),
    )


def kind_of(group: Sequence[Node]) -> str:
    """The type that most mentions have; named nodes decide where there are any."""
    votes: Counter[str] = Counter()
    for n in group:
        votes[n.local.type] += 1000 * sum(n.forms.values()) + len(n.spans)
    return max(sorted(votes), key=lambda t: votes[t])


def name_of(group: Sequence[Node]) -> str:
    """The fullest name; of several spellings the one most often used, then the first by the alphabet."""
    kind = kind_of(group)
    named = [n for n in group if n.named and n.local.type == kind] or [n for n in group if n.named] or list(group)
    votes: Counter[str] = Counter()
    for n in named:
        entry = gazetteer().entry(n.local.name) if n.local.type != "PERSON" else None
        votes[entry.name if entry is not None else bare(n.local.name)] += 1 + n.forms[n.local.name]
    return max(sorted(votes), key=lambda name: (_fullness(name, kind), votes[name]))


def _fullness(name: str, kind: str) -> int:
    if kind != "PERSON":
        return len(name.split())
    person = parse_person(name)
    return sum(len(g) > 1 for g in person.given[:1]) + (len(person.given) > 0)


def _wanted_id(group: Sequence[Node]) -> str:
    prefix = "anon" if all(n.local.anonymous for n in group) else _PREFIXES.get(kind_of(group), "misc")
    return f"{prefix}:{slug(name_of(group))}"


def _ids(groups: Sequence[Sequence[Node]]) -> list[str]:
    """Readable ids. Two that would be the same are told apart by the article where they stand, then by a number."""
    wanted = [_wanted_id(g) for g in groups]
    counts = Counter(wanted)
    taken: set[str] = set()
    found: list[str] = []
    for g, name in zip(groups, wanted, strict=True):
        if counts[name] > 1 or name.startswith("anon:"):
            name = f"{name}@{g[0].key[0][:8]}"
        unique, n = name, 2
        while unique in taken:
            unique, n = f"{name}_{n}", n + 1
        taken.add(unique)
        found.append(unique)
    return found
