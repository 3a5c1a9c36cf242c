"""Bodies that reports describe: "the rescue service" of two reports is one, and "the railway" is the body that one report calls so.

Who counts origins must not take one union for two. A noun alone ("the company") joins only where the story has one body of that noun.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from networkx.utils import UnionFind

from rashomon.annotate.names import bare, fold, words
from rashomon.collate.entities.nodes import Node

_POSSESSED = frozenset({"its", "his", "her", "their", "our", "my", "your", "whose"})
"""First words of a phrase whose body depends on whom it speaks of."""


def unite_bodies(groups: Sequence[list[Node]]) -> list[list[Node]]:
    """The groups, those that describe one body put together; others as they are, in their order."""
    bodies = {i: _Body(g) for i, g in enumerate(groups) if any(n.local.type == "ORG" and not n.local.plural for n in g)}
    one = UnionFind(range(len(groups)))
    phrases: dict[str, list[int]] = defaultdict(list)
    for i, b in bodies.items():
        for phrase in b.phrases:
            phrases[phrase].append(i)
    for same in phrases.values():
        one.union(*same)
    nouns = {noun for b in bodies.values() for noun in b.nouns}
    alone: dict[str, list[int]] = defaultdict(list)
    for i, b in bodies.items():
        for word in sorted(b.words & nouns):
            alone[word].append(i)
    for noun, bare_ones in sorted(alone.items()):
        others = {one[i] for i, b in bodies.items() if noun in b.nouns} - {one[i] for i in bare_ones}
        if len(others) <= 1:
            one.union(*bare_ones, *others)
    found: dict[int, list[Node]] = defaultdict(list)
    for i, g in enumerate(groups):
        found[one[i]] += g
    return list(found.values())


class _Body:
    """How reports call a body: by phrases of several words, by a noun alone, and the nouns that it is known to be."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self.phrases: set[str] = set()
        self.words: set[str] = set()
        self.nouns: set[str] = set()
        for n in nodes:
            if n.local.type != "ORG" or n.local.plural:
                continue
            called = fold(bare(n.local.name)).split()
            held = {noun for noun, _ in n.local.roles}
            if called[:1] and called[0] in _POSSESSED:
                continue
            self.nouns |= held
            if len(called) == 1:
                self.words.add(called[0])
            elif n.named:
                self.nouns |= words().bodies.intersection(called)
            elif held:
                self.phrases.add(" ".join(called))
