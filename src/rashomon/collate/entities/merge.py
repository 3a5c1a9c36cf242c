"""Which entities of several articles are one. Every rule joins only where no second candidate is in the story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from rashomon.annotate.names import (
    FullForms,
    bare,
    compatible,
    fits,
    fold,
    gazetteer,
    same_surname,
    words,
)  # fmt: skip
from rashomon.collate.entities.bodies import unite_bodies
from rashomon.collate.entities.nodes import Key, Node
from rashomon.records import LocalEntity

Groups = list[list[Node]]


def merge(nodes: Sequence[Node]) -> Groups:
    """The nodes of each entity of the story, in a stable order."""
    named = [n for n in nodes if n.named]
    unnamed = [n for n in nodes if not n.named and not n.local.members]
    pairs = [n for n in nodes if n.local.members and not n.named]
    people = _people([n for n in named if n.person is not None])
    others = _bodies(_same_name([n for n in named if n.person is None]))
    groups = _across_types(people, others)
    groups, left = _by_role(groups, unnamed)
    return _pairs(unite_bodies(groups + _collectives(left)), pairs)


def _people(nodes: Sequence[Node]) -> Groups:
    """Full names first, each with all compatible ones; then surnames alone, to their only bearer."""
    full = _full_names([n for n in nodes if n.person and n.person.given])
    alone: dict[str, list[Node]] = defaultdict(list)
    for n in nodes:
        if n.person and not n.person.given:
            alone[n.person.surname].append(n)
    rest: Groups = []
    for surname in sorted(alone):
        for n in alone[surname]:
            bearers = [g for g in full if _bears(g, surname) and not _genders_clash(g, n)]
            if len(bearers) > 1:
                bearers = [g for g in bearers if any(fits(a, b) for a in n.roles for m in g for b in m.roles)]
            if len(bearers) == 1:
                bearers[0].append(n)
            else:
                _join(rest, n, len(bearers) == 0 and not any(_bears(g, surname) for g in full))
    return full + rest


def _full_names(nodes: Sequence[Node]) -> Groups:
    exact: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for n in nodes:
        if n.person:
            exact[(*n.person.given, n.person.surname, n.person.junior)].append(n)
    groups = [exact[k] for k in sorted(exact, key=lambda k: (-len(k), k))]
    merged: Groups = []
    for g in groups:
        fitting = [m for m in merged if all(_one_person(a, b) for a in m for b in g)]
        if len(fitting) == 1:
            fitting[0].extend(g)
        else:
            merged.append(g)
    return merged


def _one_person(a: Node, b: Node) -> bool:
    if a.person is None or b.person is None or a.local.gender != b.local.gender != "" != a.local.gender:
        return False
    return compatible(a.person, b.person)


def _bears(group: Sequence[Node], surname: str) -> bool:
    return any(
        n.person and (same_surname(n.person.surname, surname) or n.person.given[:1] == (surname,)) for n in group
    )


def _genders_clash(group: Sequence[Node], n: Node) -> bool:
    return any(m.local.gender and n.local.gender and m.local.gender != n.local.gender for m in group)


def _join(groups: Groups, n: Node, allowed: bool) -> None:
    """Surnames alone that no full name claims are one person, if their spellings agree."""
    for g in groups:
        if allowed and n.person and all(m.person and same_surname(m.person.surname, n.person.surname) for m in g) and not _genders_clash(g, n):  # fmt: skip
            g.append(n)
            return
    groups.append([n])


def _same_name(nodes: Sequence[Node]) -> Groups:
    by_name: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for n in nodes:
        by_name[_place_or_body(n), name_key(n)].append(n)
    return [by_name[k] for k in sorted(by_name)]


def _place_or_body(n: Node) -> str:
    return "place" if n.local.type in ("GPE", "LOC", "FAC", "NORP") else n.local.type


def name_key(n: Node) -> str:
    """The name under which a place or body is one over the story."""
    entry = gazetteer().entry(n.local.name)
    if entry is not None and entry.kind != "capital":
        return fold(entry.name)
    return fold(bare(n.local.name)).replace(".", "")


def _bodies(groups: Groups) -> Groups:
    """Acronyms and short forms to the one full name of the story that they can stand for."""
    targets: dict[int, int] = {}
    fuller = FullForms((j, g[0].local.name) for j, g in enumerate(groups))
    for i, g in enumerate(groups):
        longer = [j for j in fuller.of(g[0].local.name) if j != i and _shortened(g[0].local, groups[j][0].local)]
        if len(longer) == 1:
            targets[i] = longer[0]
    return _follow(groups, targets)


def _shortened(short: LocalEntity, full: LocalEntity) -> bool:
    """Whether two whose names fit are of one kind; a vessel's name is one whatever it was taken for alone."""
    vessel = full.type == "FAC" and full.name.split()[0].lower() in words().ships
    return vessel or (short.type == full.type and short.type in ("ORG", "EVENT", "PRODUCT", "FAC"))


def _follow(groups: Groups, targets: dict[int, int]) -> Groups:
    kept: dict[int, list[Node]] = {i: list(g) for i, g in enumerate(groups) if i not in targets}
    for i in sorted(targets):
        at, seen = i, {i}
        while at in targets and targets[at] not in seen:
            at = targets[at]
            seen.add(at)
        kept.setdefault(at, []).extend(groups[i])
    return [kept[i] for i in sorted(kept)]


def _across_types(people: Groups, others: Groups) -> Groups:
    """One word that articles take for different kinds of thing is one entity, of the kind most mentions have.

    A person known by a full name keeps apart from a place or body of the same surname.
    """
    by_name: dict[str, list[Node]] = defaultdict(list)
    kept: Groups = []
    for g in people + others:
        names = {name_key(n) for n in g}
        full_name = any(n.person and n.person.given for n in g)
        if full_name or len(names) > 1:
            kept.append(g)
        else:
            by_name[names.pop()] += g
    return kept + [by_name[k] for k in sorted(by_name)]


def _by_role(groups: Groups, unnamed: Sequence[Node]) -> tuple[Groups, list[Node]]:
    """ "The Russian leader" of one article is whom another calls Russian president, if it is one person only.

    A role of nothing in particular ("the actress") also asks that this article names the person.
    """
    left: list[Node] = []
    grown = [list(g) for g in groups]
    held = [(i, r) for i, g in enumerate(groups) for n in g if n.local.type == "PERSON" for r in n.roles]
    present = [{n.key[0] for n in g} for g in groups]
    names = {name_key(n): i for i, g in reversed(list(enumerate(groups))) for n in g if n.person is None}
    for n in unnamed:
        if n.local.type == "ORG" and name_key(n) in names:
            grown[names[name_key(n)]].append(n)
            continue
        asked = n.roles if n.local.type == "PERSON" and not n.local.plural else ()
        holders = {i for r in asked for i, h in held if fits(r, h) and (r.of or n.key[0] in present[i])}
        if len(holders) == 1:
            grown[holders.pop()].append(n)
        else:
            left.append(n)
    return grown, left


def _collectives(nodes: Sequence[Node]) -> Groups:
    """Forces, administrations, the police of the same names are one over a story; unnamed sources never are."""
    shared: dict[tuple[str, tuple[str, ...]], list[Node]] = defaultdict(list)
    apart: Groups = []
    for n in nodes:
        noun = n.local.roles[0][0] if len(n.local.roles) == 1 else ""
        whose = bool(n.local.roles and n.local.roles[0][1])
        if noun in words().shared or (whose and noun in words().groups and noun not in words().persons):
            shared[n.local.roles[0]].append(n)
        else:
            apart.append([n])
    return [shared[k] for k in sorted(shared)] + apart


def _pairs(groups: Groups, pairs: Sequence[Node]) -> Groups:
    """Pairs of the same entities are the same pair."""
    at: dict[Key, int] = {n.key: i for i, g in enumerate(groups) for n in g}
    together: dict[tuple[int, ...], list[Node]] = defaultdict(list)
    for n in pairs:
        together[tuple(sorted(at[n.key[0], m] for m in n.local.members if (n.key[0], m) in at))].append(n)
    return groups + [together[k] for k in sorted(together)]


def stable(groups: Groups, key: Callable[[list[Node]], str]) -> Groups:
    """Groups in the order of `key`, nodes in the order of their own keys."""
    return sorted((sorted(g, key=lambda n: n.key) for g in groups), key=lambda g: (key(g), g[0].key))
