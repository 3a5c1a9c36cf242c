"""Which event each claim is about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import combinations

from rashomon.collate.align.apart import other_people, other_time
from rashomon.collate.align.cluster import Pair, cluster
from rashomon.collate.align.features import instants, same_meaning
from rashomon.collate.align.view import View, views_of
from rashomon.collate.blocking import Index
from rashomon.collate.events.telling import Telling, tellings
from rashomon.collate.kinds import Kind, kind_of
from rashomon.records import Claim, Event, TimeInterval, Witness

_PARTICIPANTS = frozenset({"agent", "patient", "partner", "recipient"})
_ALL_PAIRS = 500
"""Claims of one kind up to which each is held against each, at about a second."""
_THRESHOLD = 0.5
"""Mean tie across two groups of claims. Half: as many pairs tied as not, which names and times do and chance does not."""


def group_events(claims: Sequence[Claim], witnesses: Sequence[Witness]) -> tuple[Event, ...]:
    """The events of a story; a claim is about one event at most. A planned event and its occurrence are one."""
    views = views_of(claims, witnesses)
    kinds = {i: kind_of(v.root) for i, v in views.items()}
    people = {m.entity for w in witnesses for m in w.annotation.mentions if m.kind == "name" and m.type == "PERSON"}

    def apart(a: str, b: str) -> bool:
        return other_time(views[a], views[b]) or other_people(views[a], views[b], people)

    groups = cluster(sorted(views), _ties(views, kinds), apart, _THRESHOLD)
    told = tellings(views, witnesses)
    return tuple(_event(ids, views, [told[i] for i in ids]) for ids in groups)


def _ties(views: Mapping[str, View], kinds: Mapping[str, Kind]) -> dict[Pair, float]:
    """How strongly two claims of one kind are bound to one event."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for i in sorted(views):
        by_kind[kinds[i].name].append(i)
    ties = {}
    for ids in by_kind.values():
        for a, b in _comparable(ids, views):
            tie = _tie(views[a], views[b], kinds[a].general)
            if tie:
                ties[a, b] = tie
    return ties


def _comparable(ids: Sequence[str], views: Mapping[str, View]) -> Iterator[Pair]:
    """All pairs; of very many claims those that share their predicate, an entity, a name or what fills a role."""
    if len(ids) <= _ALL_PAIRS:
        yield from combinations(ids, 2)
        return
    own = (views[i] for i in ids)
    index = Index([{v.root, *v.words.entities, *v.words.names, *v.heads} for v in own])
    yield from ((ids[i], ids[j]) for i, j in index.pairs())


def _tie(a: View, b: View, general: bool) -> float:
    same = same_meaning(a.root, b.root)
    if general and not same:
        return 0.0
    together = len(a.words.entities & b.words.entities) + len(a.words.names & b.words.names)
    dated = any(x.overlaps(y) for x in instants(a.claim.times) for y in instants(b.claim.times))
    things = len(a.heads & b.heads)
    return min(1.0, 0.3 * min(together, 2) + 0.3 * dated + 0.2 * same + 0.2 * min(things, 2))


def _event(ids: Sequence[str], views: Mapping[str, View], told: Sequence[Telling]) -> Event:
    own = [views[i] for i in ids]
    telling = _commonest(told)
    return Event(
        id=sha256(("event " + " ".join(ids)).encode()).hexdigest()[:12],
        kind=telling.kind.name,
        title=min((v.claim for v in own), key=lambda c: (not c.nominal, abs(len(c.text) - 40), c.id)).text,
        claims=tuple(ids),
        participants=tuple(sorted({e for v in own for r in _PARTICIPANTS for e in v.roles.get(r, ())})),
        time=_when(own),
        place=_most([e for v in own for e in sorted(v.roles.get("place", ()))]),
        code=telling.coding.plover,
        mode=telling.coding.mode,
        cameo=telling.coding.cameo,
    )


def _commonest(told: Sequence[Telling]) -> Telling:
    """What most claims tell of, of equals what is no mere broad class; of that kind the codes that most have, a mode before none."""
    kinds = Counter(t.kind for t in told)
    kind = min(kinds, key=lambda k: (-kinds[k], k.general, k.name))
    codings = Counter(t.coding for t in told if t.kind == kind)
    return Telling(kind, min(codings, key=lambda c: (-codings[c], c.mode is None, c.mode or "", c.cameo or "")))


def _when(views: Sequence[View]) -> TimeInterval | None:
    """The narrowest stretch that any of the claims gives, of equals the first."""
    found = [(i.end - i.begin, i.begin, i) for v in views for i in instants(v.claim.times) if i.begin and i.end]
    return min(found, key=lambda x: x[:2])[2] if found else None


def _most(names: Sequence[str]) -> str | None:
    counts = Counter(names)
    return min(counts, key=lambda n: (-counts[n], n)) if counts else None
