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
    """The judgements that no later one undid, in their order, each once. What is decided again after an undo holds again."""
    standing: dict[str, Judgement] = {}
    for j in judgements:
        if j.action == "undo":
            for target in j.targets:
                standing.pop(target, None)
        else:
            standing.setdefault(j.id, j)
    return tuple(standing.values())


def judge_facts(
    facts: Sequence[Fact], claims: Mapping[str, Claim], judgements: Sequence[Judgement]
) -> tuple[tuple[Fact, ...], tuple[str, ...]]:
    """The facts after merges and splits, and a line for each judgement that fits nothing; `claims` by id."""
    found = list(facts)
    notes = []
    for j in in_force(judgements):
        if j.action == "merge":
            some = [f for f in found if f.id in j.targets or not set(j.targets).isdisjoint(f.claims)]
            if len(some) < 2:
                notes.append(_unfitting(j))
                continue
            i = found.index(some[0])
            found[i] = _with_claims(some[0], [c for f in some for c in f.claims], claims)
            found = [f for f in found if f not in some[1:]]
        elif j.action == "split":
            i = next((i for i, f in enumerate(found) if set(j.targets) < set(f.claims)), -1)
            if i < 0:
                notes.append(_unfitting(j))
                continue
            apart = [c for c in found[i].claims if c in j.targets]
            rest = [c for c in found[i].claims if c not in j.targets]
            new = replace(
                _with_claims(found[i], apart, claims), id=_split_id(found[i].id, apart), text=claims[apart[0]].text
            )
            found[i : i + 1] = [_with_claims(found[i], rest, claims), new]
    return tuple(found), tuple(notes)


def judge_differences(
    differences: Sequence[Difference], judgements: Sequence[Judgement]
) -> tuple[tuple[Difference, ...], tuple[str, ...]]:
    """The differences that were not dismissed, with the kind and severity that were set, and a line for what fits nothing."""
    found = {d.id: d for d in differences}
    notes = []
    for j in in_force(judgements):
        if j.action not in ("dismiss", "retype"):
            continue
        known = [d.id for d in found.values() if d.id in j.targets or _joins(d, j.places)]
        if not known:
            notes.append(_unfitting(j))
        for t in known:
            if j.action == "dismiss":
                del found[t]
            else:
                d = found[t]
                found[t] = replace(d, kind=j.kind or d.kind, severity=j.severity or d.severity)
    return tuple(found.values()), tuple(notes)


def _joins(difference: Difference, places: Sequence[str]) -> bool:
    """Whether a difference joins two of the places, and its other sides say what these do."""
    there = {f"{s.span.start}:{s.span.end}@{s.span.article}": s.value for s in difference.sides}
    judged = [value for place, value in there.items() if place in places]
    return len(judged) > 1 and set(there.values()) <= set(judged)


def _with_claims(fact: Fact, ids: Sequence[str], claims: Mapping[str, Claim]) -> Fact:
    """The fact with these claims; a person said that they belong together, so they agree."""
    witnesses = tuple(dict.fromkeys(claims[c].span.article for c in ids if c in claims))
    relation = "single" if len(ids) == 1 else "agree" if fact.relation == "single" else fact.relation
    return replace(fact, claims=tuple(ids), witnesses=witnesses, relation=relation, why="decided by a person")


def _split_id(fact: str, claims: Sequence[str]) -> str:
    return "f" + sha256("\n".join([fact, *sorted(claims)]).encode()).hexdigest()[:10]


def _unfitting(j: Judgement) -> str:
    return f"judgement {j.id} ({j.action} {' '.join(j.targets)}) fits nothing in this collation and was left aside"
