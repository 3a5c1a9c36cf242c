"""Judgements bound to what outlives the ids that people see: facts to the claims that state them, differences to the places they join.

A fact's id changes when another report states it, a difference's when it joins another place; claims and places stay.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rashomon.collate.judge import Judgement
from rashomon.errors import InputError, UsageError
from rashomon.records import Collation


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What can be judged of a collation. `claims`: each with its article; `facts`: their claims; `differences`: the places they join.

    `name` and `shown_by` are for messages: what the collation is called, and what command shows its ids.
    """

    name: str
    shown_by: str
    claims: Mapping[str, str]
    facts: Mapping[str, Sequence[str]]
    differences: Mapping[str, Sequence[str]]

    def bind(self, judgement: Judgement) -> Judgement:
        """The judgement in terms of claims and places. Raises `UsageError` where it names what is not there or changes nothing."""
        if judgement.action in ("merge", "split"):
            return self._bound_to_claims(judgement)
        places = (p for t in judgement.targets for p in self._known(self.differences, t, "difference"))
        return replace(judgement, places=tuple(dict.fromkeys(places)))

    def articles(self, bound: Judgement) -> tuple[str, ...]:
        """The articles that a bound judgement is about."""
        if bound.action in ("merge", "split"):
            return tuple(sorted({self.claims[c] for c in bound.targets}))
        return tuple(sorted({p.partition("@")[2] for p in bound.places}))

    def _bound_to_claims(self, judgement: Judgement) -> Judgement:
        merge = judgement.action == "merge"
        own = {c: (c,) for c in self.claims}
        known: Mapping[str, Sequence[str]] = {**own, **self.facts} if merge else own
        kind = "fact or claim" if merge else "claim"
        claims = tuple(dict.fromkeys(c for t in judgement.targets for c in self._known(known, t, kind)))
        touched = [f for f, of in self.facts.items() if not set(claims).isdisjoint(of)]
        if merge and len(touched) < 2:
            raise UsageError("merge needs two facts at least: these are one already")
        if not merge and len(touched) > 1:
            raise UsageError(f"split needs claims of one fact: these are of {', '.join(touched)}")
        if not merge and set(claims) >= set(self.facts[touched[0]]):
            raise UsageError("these are all claims of their fact: nothing would be left of it")
        return replace(judgement, targets=claims)

    def _known(self, there: Mapping[str, Sequence[str]], target: str, kind: str) -> Sequence[str]:
        if target not in there:
            raise UsageError(f"no {kind} of {self.name} is called {target!r}: {self.shown_by} shows their ids")
        return there[target]


def judged_of(collation: Collation) -> Judged:
    """What can be judged of the collation of a story in a corpus."""
    return Judged(
        name="this story",
        shown_by="`rashomon show STORY --ids`",
        claims={c.id: c.span.article for c in collation.claims},
        facts={f.id: f.claims for f in collation.facts},
        differences={
            d.id: [_place(s.span.start, s.span.end, s.span.article) for s in d.sides] for d in collation.differences
        },
    )


def judged_in(path: str | Path) -> Judged:
    """What can be judged of a collation that `rashomon collate --json` wrote. Raises `InputError` where the file holds none."""
    try:
        data: dict[str, Any] = json.loads(Path(path).read_text("utf-8"))
        return Judged(
            name=str(path),
            shown_by="`rashomon collate --ids`",
            claims={c["id"]: c["span"]["article"] for c in data["claims"]},
            facts={f["id"]: f["claims"] for f in data["facts"]},
            differences={
                d["id"]: [_place(s["start"], s["end"], s["article"]) for s in d["sides"]] for d in data["differences"]
            },
        )
    except OSError as e:
        raise InputError(f"cannot read {path}: {e.strerror or e}") from e
    except (ValueError, KeyError, TypeError) as e:
        raise InputError(f"{path} holds no collation: `rashomon collate … --json {path}` writes one") from e


def _place(start: int, end: int, article: str) -> str:
    return f"{start}:{end}@{article}"
