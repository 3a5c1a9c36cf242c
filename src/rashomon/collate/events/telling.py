"""What kind of event each claim tells of, by its words and their company."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.collate.align.view import View
from rashomon.collate.kinds import Coding, Company, Kind, coding_of, kind_of, sense_of
from rashomon.lexicon import class_of, root_of
from rashomon.records import Claim, Witness

_VAGUE = frozenset({"MISC", "GROUP"})
"""Types of mention that tell less than the class of their noun."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A kind of event and its codes."""

    kind: Kind
    coding: Coding


def tellings(views: Mapping[str, View], witnesses: Sequence[Witness]) -> dict[str, Telling]:
    """By claim id."""
    nouns = {
        (w.article.id, t.start): t.lemma.lower()
        for w in witnesses
        for s in w.annotation.sentences
        for t in s.tokens
        if t.pos == "NOUN"
    }
    mentions = (m for w in witnesses for m in w.annotation.mentions if m.type not in _VAGUE)
    types = {m.entity: m.type for m in sorted(mentions, key=lambda m: (m.kind == "name", m.type))}
    return {i: _telling(v, nouns.get((v.claim.span.article, v.claim.trigger.start)), types) for i, v in views.items()}


def _telling(view: View, noun: str | None, types: Mapping[str, str]) -> Telling:
    root = view.claim.predicate if " " in view.claim.predicate else view.root
    if noun is None and root != view.claim.predicate:
        noun = next((h for r in view.claim.roles if root_of(h := r.head.lower(), "NOUN") == root), None)
    kind = sense_of(root, noun, _company(view, types))
    return Telling(kind, coding_of(kind, root, noun))


def _company(view: View, types: Mapping[str, str]) -> Company:
    words = view.words
    return Company(
        roles=_sorts(view.claim, types),
        words=words.nouns | words.verbs | words.others | words.names | words.surface,
        kinds=frozenset(kind_of(w).name for w in words.roots | words.names if w != view.root),
    )


def _sorts(claim: Claim, types: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Role to the sorts of what fills it: the types of names, the classes of nouns."""
    found: dict[str, set[str]] = defaultdict(set)
    for r in claim.roles:
        found[r.role].add(types.get(r.entity or "") or class_of(r.head.lower(), "n") or "")
    return {role: frozenset(sorts) for role, sorts in found.items()}
