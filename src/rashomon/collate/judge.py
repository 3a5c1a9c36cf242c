"""What people decided about a collation: facts merged or split, differences dismissed or given another type.

Judgements name facts, claims and differences by their ids, which come from content and so hold from run to run. They are replayed
in order; one that fits nothing any more changes nothing and is told in the collation's notes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal

from rashomon.records import Claim, Difference, Fact
from rashomon.records.collation import DifferenceKind, Severity

Action = Literal["merge", "split", "dismiss", "retype", "undo"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision.

    `targets`: for merge, facts, or claims that stand for their facts; for split, claims that are to stand apart from their fact, together;
    for dismiss and retype, differences; for undo, earlier judgements. `kind` and `severity` are what retype sets; `because` is for
    readers. `places` ("start:end@article") are those that the differences joined: a difference that joins two of them and says the same
    in all others is the one that was judged, though a report has come since and it goes by another id.
    """

    action: Action
    targets: tuple[str, ...]
    kind: DifferenceKind | None = None
    severity: Severity | None = None
    because: str = ""
    places: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """From what is decided, not from why: the same decision twice is one."""
        key = "\n".join([self.action, *sorted(self.targets), self.kind or "", self.severity or ""])
        return "j" + sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def in_force(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that no later one undid, each once, where it was last decided: of two that contradict each other the later
    one holds. What is decided again after an undo holds again."""
    standing: dict[str, Judgement] = {}
    for j in judgements:
        for gone in j.targets if j.action == "undo" else (j.id,):
            standing.pop(gone, None)
        if j.action != "undo":
            standing[j.id] = j
    return tuple(standing.values())


def judge_facts(
    facts: Sequence[Fact], claims: Mapping[str, Claim], judgements: Sequence[Judgement]
) -> tuple[tuple[Fact, ...], tuple[str, ...]]:
    """The facts after merges and splits, and a line for each judgement that fits nothing. `claims` by id, in the order of their
    witnesses. What is as it was decided already, because the reports came together or fell apart by themselves, stays."""
    at_first = {f.id: f.claims for f in facts}
    found, notes = list(facts), []
    for j in in_force(judgements):
        if j.action not in ("merge", "split"):
            continue
        now = {f.id: f.claims for f in found}
        stated = {c for own in now.values() for c in own}
        # A fact that was merged into another goes by that one's id: a later judgement may still name it by its own.
        named = [now.get(t) or at_first.get(t) or ((t,) if t in stated else ()) for t in j.targets]
        if sum(map(bool, named)) < (2 if j.action == "merge" else 1):
            notes.append(_unfitting(j))
            continue
        ids = {c for own in named for c in own}
        found = _merged(found, ids, claims) if j.action == "merge" else _apart(found, ids, claims)
    return tuple(found), tuple(notes)


def _merged(facts: list[Fact], ids: set[str], claims: Mapping[str, Claim]) -> list[Fact]:
    """The facts with those that any of the claims stand in made one, where the first of them stood."""
    some = [f for f in facts if not ids.isdisjoint(f.claims)]
    if len(some) < 2:
        return facts
    one = _with_claims(some[0], [c for f in some for c in f.claims], claims)
    return [one if f is some[0] else f for f in facts if f not in some[1:]]


def _apart(facts: list[Fact], ids: set[str], claims: Mapping[str, Claim]) -> list[Fact]:
    """The facts with the claims in one of their own, after the first that had any of them."""
    some = [f for f in facts if not ids.isdisjoint(f.claims)]
    if len(some) == 1 and ids.issuperset(some[0].claims):
        return facts
    apart = [c for f in some for c in f.claims if c in ids]
    one = replace(_with_claims(some[0], apart, claims), id=_split_id(apart), text=claims[apart[0]].text)
    found = []
    for f in facts:
        rest = [c for c in f.claims if c not in ids]
        if rest:
            found.append(_with_claims(f, rest, claims) if f in some else f)
        if f is some[0]:
            found.append(one)
    return found


def judge_differences(
    differences: Sequence[Difference], judgements: Sequence[Judgement]
) -> tuple[tuple[Difference, ...], tuple[str, ...]]:
    """The differences that were not dismissed, with the kind and severity that were set, and a line for what fits nothing.

    One that was given a type after it was dismissed is a difference again.
    """
    found: dict[str, Difference | None] = {d.id: d for d in differences}
    notes = []
    for j in in_force(judgements):
        if j.action not in ("dismiss", "retype"):
            continue
        known = [d for d in differences if d.id in j.targets or _joins(d, j.places)]
        if not known:
            notes.append(_unfitting(j))
        for d in known:
            shown = found[d.id] or d
            typed = replace(shown, kind=j.kind or shown.kind, severity=j.severity or shown.severity)
            found[d.id] = None if j.action == "dismiss" else typed
    return tuple(d for d in found.values() if d is not None), tuple(notes)


def _joins(difference: Difference, places: Sequence[str]) -> bool:
    """Whether a difference joins two of the places, and its other sides say what these do."""
    there = {f"{s.span.start}:{s.span.end}@{s.span.article}": s.value for s in difference.sides}
    judged = [value for place, value in there.items() if place in places]
    return len(judged) > 1 and set(there.values()) <= set(judged)


def _with_claims(fact: Fact, ids: Sequence[str], claims: Mapping[str, Claim]) -> Fact:
    """The fact with these claims; a person said that they belong together, so they agree. Claims and witnesses stand in the order
    of any other fact, whatever was decided first."""
    own = sorted((claims[c] for c in ids), key=lambda c: (c.span.article, c.span.start, c.id))
    articles = {c.span.article for c in own}
    witnesses = tuple(dict.fromkeys(a for c in claims.values() if (a := c.span.article) in articles))
    relation = "single" if len(witnesses) < 2 else "agree" if fact.relation == "single" else fact.relation
    ids = tuple(c.id for c in own)
    return replace(fact, claims=ids, witnesses=witnesses, relation=relation, why="decided by a person")


def _split_id(claims: Sequence[str]) -> str:
    return "f" + sha256("\n".join(sorted(claims)).encode()).hexdigest()[:10]


def _unfitting(j: Judgement) -> str:
    return (
        f"judgement {j.id} ({j.action} {' '.join(j.targets)}) fits nothing in this collation and was left aside: "
        f"`rashomon judge undo {j.id}` takes it back"
    )
