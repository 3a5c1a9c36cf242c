"""Two states of which a thing can only be in one: a signal that was green in one report, and red in another."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import combinations

from rashomon.collate.compare.date import apart
from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.notes import BEFORE, LATER
from rashomon.collate.compare.roots import root
from rashomon.collate.compare.strangers import elsewhere, strangers
from rashomon.lexicon import is_function_word
from rashomon.records import Claim, Token

_NARROWING = frozenset({"amod", "nummod", "compound", "nmod", "poss"})


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Pairs of reports that state two words of one row of `exclusives.toml` of one thing; two speakers who do so dispute."""
    states = [c for c in evidence.claims if _is_state(c, evidence)]
    for a, b in combinations(states, 2):
        if a.span.article != b.span.article and _exclude(a, b) and _of_one(a, b, evidence):
            first, later = (b, a) if evidence.is_later(a.span, b.span) else (a, b)
            yield _finding(first, later, evidence)


def _finding(first: Claim, later: Claim, evidence: Evidence) -> Finding:
    """One source that later says otherwise has changed its account; else the two exclude each other."""
    ours, theirs = first.voice.entity, later.voice.entity
    if ours and ours == theirs and evidence.is_later(later.span, first.span):
        return Finding(
            kind="update", severity="soft", sides=(side(first.span, BEFORE, first), side(later.span, LATER, later))
        )
    return Finding(
        kind="stance" if ours and theirs and ours != theirs else "polarity",
        severity="hard" if first.tense == later.tense else "medium",
        sides=tuple(side(c.span, c.predicate, c) for c in (first, later)),
    )


def _is_state(c: Claim, evidence: Evidence) -> bool:
    """Whether the clause says outright that something is in a state, not what was said or thought of it before."""
    outright = c.modality == "asserted" and c.polarity == "positive" and bool(c.tense) and not c.nominal
    return outright and c.predicate in exclusives() and not evidence.is_asked(c) and not evidence.is_earlier(c)


def _exclude(a: Claim, b: Claim) -> bool:
    return a.predicate != b.predicate and exclusives()[a.predicate] == exclusives()[b.predicate]


def _of_one(a: Claim, b: Claim, evidence: Evidence) -> bool:
    """Whether both have the same subject, narrowed down to no two sorts of it, at no two times or places."""
    if a.time and b.time and apart(a.time, b.time, evidence):
        return False
    here, there = (evidence.sentence(c.span) for c in (a, b))
    if here is None or there is None or strangers(a, b, evidence) or elsewhere(here, there, evidence):
        return False
    ours, theirs = (_subject(c, evidence) for c in (a, b))
    if ours is None or theirs is None or root(ours.lemma.lower()) != root(theirs.lemma.lower()):
        return False
    one, other = (
        {t.lower for t in s.children(subject) if t.dep in _NARROWING} for s, subject in ((here, ours), (there, theirs))
    )
    return one <= other or other <= one


def _subject(c: Claim, evidence: Evidence) -> Token | None:
    """The noun that the clause begins with as what is in the state; a pronoun may be anything."""
    sentence = evidence.sentence(c.span)
    first = next((r for r in c.roles if r.role == "agent"), None)
    if sentence is None or first is None or is_function_word(first.head):
        return None
    return next((t for t in sentence.tokens if first.span.start <= t.start and t.lemma == first.head), None)


@lru_cache(maxsize=1)
def exclusives() -> Mapping[str, str]:
    """Each word of `exclusives.toml` to its row."""
    table = tomllib.loads((files("rashomon.collate.compare") / "exclusives.toml").read_text("utf-8"))
    return {word: name for name, row in table.items() for word in row["words"].split()}
